"""The nouns that every floor speaks: frozen, typed, hashable, serialised in one call (msgspec).

The rows are fixed by the project's entry contract; see ``docs/rows.md``.
"""

from taizhang.records.entries import Entry, Reason
from taizhang.records.links import Link
from taizhang.records.outline import Finding, Heading, Outline, Part
from taizhang.records.promises import HeadlineTarget, Listing, Task
from taizhang.records.rows import ReportError, decode_rows, encode_row
from taizhang.records.source import Mark, Source
from taizhang.records.spans import Span

__all__ = [
    "Entry",
    "Finding",
    "Heading",
    "HeadlineTarget",
    "Link",
    "Listing",
    "Mark",
    "Outline",
    "Part",
    "Reason",
    "ReportError",
    "Source",
    "Span",
    "Task",
    "decode_rows",
    "encode_row",
]
