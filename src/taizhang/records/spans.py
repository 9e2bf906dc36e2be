"""Spans: where words stand in a source text."""

from typing import NamedTuple


class Span(NamedTuple):
    """The stretch ``[start, end)`` of a decoded source text, in code points.

    ``text[start:end]`` gives exactly the words, line breaks and full-width characters included.
    """

    start: int
    end: int

    def words(self, text: str) -> str:
        """Cut the words of this span out of ``text``."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end
