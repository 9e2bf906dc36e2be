"""Furniture: the words around a report that are no report (buttons, source lines, page-jump marks, tails)."""

import re
from collections.abc import Iterator
from functools import cache

from taizhang.lexicon.tables import toml_table
from taizhang.records import Span

# The report has begun with an address to the congress or with a line of this many characters.
_BODY_LINE = re.compile(r"^(?: *各位代表|[^\n]{80})", re.MULTILINE)
_BODY_END = re.compile(r".{30,}[。！”）] *$")
_LINE = re.compile(r"[^\n]+")
_LONGEST = 160
_LONGEST_JUMP = 24


@cache
def _line_pattern(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{entry})" for entry in toml_table("furniture")[kind]))


@cache
def _inline() -> re.Pattern[str]:
    return re.compile(toml_table("furniture")["inline"], re.MULTILINE)


def _matching_lines(text: str, kind: str, start: int, end: int) -> Iterator[Span]:
    pattern = _line_pattern(kind)
    for line in _LINE.finditer(text, start, end):
        words = line[0]
        if len(words) <= _LONGEST and pattern.fullmatch(words.replace(" ", "")):
            left = len(words) - len(words.lstrip())
            yield Span(line.start() + left, line.start() + len(words.rstrip()))


def _tail(text: str) -> int:
    """Give where the tail of a saved page begins, the text's end where there is none."""
    return next((span.start for span in _matching_lines(text, "tails", len(text) // 2, len(text))), len(text))


def _body_end(text: str, head: int, end: int) -> int:
    """Give where the last whole sentence of some length ends."""
    while end > head:
        start = max(text.rfind("\n", head, end), head)
        if _BODY_END.match(text, start + 1, end):
            return end
        end = start
    return head


def _page_jumps(text: str, end: int) -> Iterator[Span]:
    done = 0
    for page in re.finditer("版", text):
        mark = _inline().search(text, max(done, page.start() - _LONGEST_JUMP), min(page.end() + 8, end))
        if mark:
            done = mark.end()
            yield Span(*mark.span())


def find_furniture(text: str) -> list[Span]:
    """Find the furniture of a text in one form (see ``one_form``), in order, each line for itself.

    Buttons and source lines are looked for before the report's first words and after its last ones only;
    captions, page numbers and page-jump marks everywhere.
    """
    end = _tail(text)
    found = list(_matching_lines(text, "anywhere", 0, end))
    body = _BODY_LINE.search(text)
    head = body.start() if body else end
    found += _matching_lines(text, "edges", 0, head)
    found += _matching_lines(text, "edges", _body_end(text, head, end), end)
    found += _page_jumps(text, end)
    if text[end:].strip():
        found.append(Span(end, len(text.rstrip())))
    return sorted(set(found))


def merge(text: str, spans: list[Span]) -> tuple[Span, ...]:
    """Merge spans that overlap or have only white space between them."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and (span.start <= merged[-1].end or not text[merged[-1].end : span.start].strip()):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def is_page_jump(line: str) -> bool:
    """Say whether a line is nothing but a page-jump mark of a newspaper (下转第3版)."""
    return "版" in line and len(line) <= _LONGEST_JUMP and _inline().fullmatch(line) is not None
