"""A source: the decoded text of one report, as it stands in its file, before any clean-up."""

import msgspec

from taizhang.records.spans import Span


class Mark(msgspec.Struct, frozen=True):
    """A place of the file at which a stretch of the text begins: ``kind`` is ``page`` or ``paragraph``."""

    start: int
    kind: str
    number: int


class Source(msgspec.Struct, frozen=True):
    """The decoded text of one report and what its file says about it.

    Attributes:
        name: the file's name without its ending (``doc`` of every row).
        text: decoded text; every span of every output counts its code points.
        format: ``txt``, ``html``, ``docx``, ``pdf``, ``scan``, ``row`` …
        encoding: character encoding that was found, where the format has one.
        path: where it was read from; None for text given directly.
        marks: pages or paragraphs of the file, in order of ``start``.
        furniture: stretches that the reader of the format knows to be no report text (run headers,
            page numbers); clean-up adds those that the words betray.
        area: place, when the caller, a column or a file name gives it.
        year: year of the report (in which it is given), likewise.
    """

    name: str
    text: str
    format: str = "txt"
    encoding: str | None = None
    path: str | None = None
    marks: tuple[Mark, ...] = ()
    furniture: tuple[Span, ...] = ()
    area: str | None = None
    year: int | None = None

    def mark_at(self, position: int) -> Mark | None:
        """Give the page or paragraph in which ``position`` lies, None where the format has none."""
        found = None
        for mark in self.marks:
            if mark.start > position:
                break
            found = mark
        return found
