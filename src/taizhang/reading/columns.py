"""Lines set on pages to text: columns, reading order, paragraphs, running heads."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from taizhang.reading.furniture import is_page_jump
from taizhang.records import Mark, Span

_MARGIN = 0.09
"""Part of the page's height, at its top and at its foot, in which running heads stand."""
_FEW = 3
"""So few characters do not tell the size of the type."""
_NEAR = 40
"""So many lines before and after a line, by height, are looked at for what stands beside it."""
_NUMBER = re.compile(r"[—\-·–\s]*(第?\s*\d{1,3}\s*页?|\d{1,3}\s*/\s*\d{1,3})[—\-·–\s]*")
_MASTHEAD = re.compile(
    r"第?[\d一二三四五六七八九十]{1,3}版|星期[一二三四五六日]|\d{4}年\d{1,2}月\d{1,2}日\s*星期"
)
_DIGITS = re.compile(r"[\d\s]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words where it stands on the page; y grows downward.

    ``em`` is the width of one Chinese character in it.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    em: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its number, its size and its lines in any order."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines under one another in one column: its edges, the usual distance of its lines, its usual size."""

    left: float
    right: float
    pitch: float
    em: float
    lines: tuple[Line, ...]


def _running(pages: list[Page]) -> set[tuple[int, Line]]:
    """Find running heads and page numbers: in the margin, and the same on other pages but for digits."""
    margin = [
        (page, line, _DIGITS.sub("#", line.text))
        for page in pages
        for line in page.lines
        if line.bottom < _MARGIN * page.height or line.top > (1 - _MARGIN) * page.height
    ]
    often = Counter(
        key for _, _, key in {(page.number, line.top > page.height / 2, key) for page, line, key in margin}
    )
    return {
        (page.number, line)
        for page, line, key in margin
        if _NUMBER.fullmatch(line.text)
        or (len(line.text) < 40 and _MASTHEAD.search(line.text))
        or (often[key] > 1 and len(key) < 40)
    }


def _gutters(lines: list[Line]) -> list[float]:
    """Find the middles of the white strips between columns.

    A strip counts where next to no line crosses it (headings do) and several stand on either side.
    """
    em = median(line.em for line in lines)
    crossing = max(1, len(lines) // 8)
    edges = sorted([(line.left, 1) for line in lines] + [(line.right, -1) for line in lines])
    strips, covering, ended, last = [], 0, 0, 0.0
    for place, step in edges:
        ahead = len(lines) - ended - covering
        if covering <= crossing and place - last > 0.4 * em and ended > 2 and ahead > 2:
            strips.append((covering, last - place, (last + place) / 2))
        covering += step
        ended += step < 0
        last = place
    found: list[float] = []
    for _, _, middle in sorted(strips):
        if all(abs(middle - other) > 4 * em for other in found):
            found.append(middle)
    return sorted(found)


def _block(lines: list[Line]) -> _Block:
    """Measure a column."""
    em = median(line.em for line in lines)
    lefts = Counter(round(line.left / em * 2) for line in lines)
    # the left edge is where most lines begin; an indented first line begins farther right
    common = [place for place, count in lefts.items() if count >= 0.25 * max(lefts.values())]
    left = min(common) * em / 2
    rights = sorted(line.right for line in lines)
    tops = sorted(line.bottom for line in lines)
    pitches = [below - above for above, below in pairwise(tops) if below - above > 0.5 * em]
    return _Block(
        left, rights[int(0.9 * (len(rights) - 1))], median(pitches) if pitches else 2 * em, em, tuple(lines)
    )


def _alone(line: Line, near: list[Line]) -> bool:
    """Say whether nothing stands beside a line."""
    return not any(
        other is not line and min(line.bottom, other.bottom) - max(line.top, other.top) > 0.2 * other.em
        for other in near
    )


def _page_gutters(lines: list[Line], before: list[float]) -> list[float]:
    """Find the gutters of a page; one too empty to show its own has those of the page before."""
    if not lines:
        return before
    own = _gutters(lines)
    crossing = sum(line.left < gutter < line.right for line in lines for gutter in before)
    return before if len(own) < len(before) and crossing <= len(lines) // 8 else own


def _blocks(lines: list[Line], gutters: list[float]) -> Iterator[_Block]:
    """Yield the columns of a page in reading order, cut into bands by the headings that cross them."""
    if not lines:
        return
    if not gutters:
        yield _block(sorted(lines, key=lambda line: line.bottom))
        return
    columns: list[list[Line]] = [[] for _ in range(len(gutters) + 1)]
    ordered = sorted(lines, key=lambda line: line.bottom)
    for place, line in enumerate(ordered):
        slack = line.em
        first = sum(gutter < line.left + slack for gutter in gutters)
        last = sum(gutter < line.right - slack for gutter in gutters)
        across = first == 0 and last == len(gutters)
        heads = last > first or not any(columns)
        if across or (heads and _alone(line, ordered[max(0, place - _NEAR) : place + _NEAR])):
            yield from (_block(column) for column in columns if column)
            columns = [[] for _ in columns]
            yield _block([line])
        else:
            columns[min(first, last)].append(line)
    yield from (_block(column) for column in columns if column)


@dataclass(slots=True)
class _Text:
    """The text as it grows, with the paragraph that is not ended yet."""

    pieces: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    furniture: list[Span] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    length: int = 0
    last: tuple[_Block, Line] | None = None

    def _add(self, words: str) -> None:
        self.pieces.append(words)
        self.length += len(words)

    def end(self) -> None:
        """End the paragraph; the furniture met within it follows, so that it cuts no words in two."""
        if self.last:
            self._add("\n")
            self.last = None
        for words in self.waiting:
            self.furniture.append(Span(self.length, self.length + len(words)))
            self._add(f"{words}\n")
        self.waiting = []

    def line(self, block: _Block, line: Line) -> None:
        """Add a line to the paragraph or begin a new one with it."""
        if self.last and not _same_paragraph(*self.last, block, line):
            self.end()
        elif self.last and self.last[1].text[-1:].isalpha() and line.text[:1].isalpha():
            self._add(" " * (self.last[1].text[-1] + line.text[0]).isascii())
        self._add(line.text)
        self.last = (block, line)


def _same_paragraph(before: _Block, above: Line, block: _Block, line: Line) -> bool:
    """Say whether a line goes on with the paragraph of the line before it (in this column or the last)."""
    em = min(above.em, line.em)
    if min(len(above.text), len(line.text)) > _FEW and max(above.em, line.em) > 1.2 * em:
        return False
    if line.left > block.left + 1.2 * em or above.right < before.right - 1.9 * em:
        return False
    return block is not before or line.bottom - above.bottom < 1.5 * block.pitch


def compose(pages: Iterable[Page]) -> tuple[str, tuple[Mark, ...], tuple[Span, ...]]:
    """Put the lines of pages together to text.

    Columns are read from left to right between the lines that cross them all; a paragraph goes on over the
    end of a line, a column, a page where that line is full and the next begins without an indent.

    Returns:
        The text, one paragraph a line; where each page begins; the running heads, page numbers and page-jump
        marks in it (each stands after the paragraph in which it was met).
    """
    pages = list(pages)
    running = _running(pages)
    text = _Text()
    gutters: list[float] = []
    for page in pages:
        heads = [line for line in page.lines if (page.number, line) in running or is_page_jump(line.text)]
        top = [line.text for line in heads if line.bottom < page.height / 2]
        foot = [line.text for line in heads if line.bottom >= page.height / 2]
        text.waiting += top
        if text.last is None:
            text.end()
        text.marks.append(Mark(text.length, "page", page.number))
        lines = [line for line in page.lines if line not in heads]
        gutters = _page_gutters(lines, gutters)
        for block in _blocks(lines, gutters):
            for line in block.lines:
                text.line(block, line)
        text.waiting += foot
    text.end()
    return "".join(text.pieces), tuple(text.marks), tuple(text.furniture)
