"""Clean text: what the rules read, with the way back to every character of the source."""

from array import array
from dataclasses import dataclass

from taizhang.records import Source, Span


@dataclass(frozen=True, slots=True)
class CleanText:
    """The text that the rules read.

    Half-width digits and signs, simplified script, no zero-width characters, no furniture, one paragraph
    a line (lines broken in mid-sentence are joined). Positions in it are *clean* positions.

    Attributes:
        text: the clean text.
        origin: for each clean character the position of its source character.
    """

    text: str
    origin: "array[int]"

    def span(self, start: int, end: int) -> Span:
        """Give the source span of the clean stretch ``[start, end)``.

        From the first character's source to the last one's: what clean-up left out between them
        (a line break inside a number) belongs to the span.
        """
        if start >= end:
            place = self.origin[start] if start < len(self.origin) else 0
            return Span(place, place)
        return Span(self.origin[start], self.origin[end - 1] + 1)


def clean(source: Source) -> CleanText:
    """Clean a source's text; see ``CleanText`` for what that means."""
    kept = [
        (index, char)
        for index, char in enumerate(source.text)
        if not any(span.start <= index < span.end for span in source.furniture)
    ]
    return CleanText("".join(char for _, char in kept), array("l", (index for index, _ in kept)))
