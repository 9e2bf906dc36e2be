"""Clauses: the stretches between the marks of a sentence, quotations and brackets kept whole."""

from typing import NamedTuple

_OPENING = {"“": "”", "（": "）", "(": ")", "《": "》", "‘": "’", "「": "」"}
_MARKS = frozenset("，；。！？：,;:\n")


class Clause(NamedTuple):
    """A clause ``[start, end)`` in the positions of the text given, and the mark that closes it."""

    start: int
    end: int
    mark: str


def split_clauses(text: str, start: int, end: int, marks: frozenset[str] = _MARKS) -> list[Clause]:
    """Cut ``text[start:end]`` at its marks; marks inside quotations and brackets do not cut.

    A quotation that the stretch does not close is none. Empty clauses are left out, spaces at both
    ends of a clause too.
    """
    found: list[Clause] = []
    begin = position = start
    while position < end:
        char = text[position]
        if char in _OPENING:
            close = text.find(_OPENING[char], position + 1, end)
            if close > 0:
                position = close + 1
                continue
        elif char in marks and not _inside_number(text, position, end):
            _keep(found, text, begin, position, char)
            begin = position + 1
        position += 1
    _keep(found, text, begin, end, "")
    return found


def _inside_number(text: str, position: int, end: int) -> bool:
    """Say whether the mark stands between two digits (2.35:1, 1,200)."""
    return (
        text[position] in ",:："
        and position + 1 < end
        and text[position - 1].isdigit()
        and text[position + 1].isdigit()
    )


def _keep(found: list[Clause], text: str, start: int, end: int, mark: str) -> None:
    while start < end and text[start] in " \u3000*—-":
        start += 1
    while start < end and text[end - 1] in " \u3000*":
        end -= 1
    if start < end:
        found.append(Clause(start, end, mark))
