"""Line breaks: which of them end a paragraph, and which only broke a line."""

import re

import msgspec

from taizhang.lexicon.late import late

GONE = "\x00"
"""Stands for a character that clean text leaves out, until the whole text is put together."""

_GAP = re.compile(f"\n[ \n{GONE}]*")
_MARK = re.compile(
    r"第[一二三四五六七八九十百]+[章节部]|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]{1,3}[、产级])"
    r"|（[一二三四五六七八九十]{1,3}）|（?\d{1,2}）|\d{1,2}[.、](?!\d)|[①-⑳]|附[件表录]|注释?$|名词解释|各位代表|——"
)
"""How a line begins that is no continuation: heading marks, list numbers, annexes, the address."""
_CLOSERS = "，。、；：！？）》”’】%‰…"
_OPENERS = "（《“‘【"
_GOES_ON = ("，", "、", *_OPENERS)
_ENDED = re.compile(r"[。！？；：…](?:[”’）》】]|（[^（）。]{1,8}）)*$")
_ENDS = ("。", "！", "？", "；", "：", "…", "”", "’", "）", "》", "】")
_RATIO = re.compile(r"\d：$")
_FUNCTION_END = tuple("的和与及或在把将被至")
_FUNCTION_START = re.compile(r"[的了等及和与或]|[是为]：|是指")
_NUMBER_END = tuple("0123456789.")
_NUMBER_START = late(r"[\d.%‰万亿千百十个多余元吨公倍美户人件家项亩斤米]")
_DATELINE = re.compile(r"——?.{0,8}\d{4}年[^上]{0,40}$")
_SENTENCE = re.compile(r"[。！？]")
_LOW = late(r"\d(?:\.\d)?|[xX]|10")
_SUBSCRIPT = 3
_FULL = 6
"""A line is full when it is narrower than the widest ones by at most this many columns."""
_WIDEST = 160
_SHORT = 14
"""A line of fewer characters that ends in a closing quote or bracket stands for itself."""
_LONG = 40
"""A line of so many characters with a comma in it and no end is no heading."""


class _Habits(msgspec.Struct, frozen=True):
    """How a text sets its paragraphs.

    Attributes:
        blank: a blank line stands between paragraphs, so a single break is one of the page.
        columns: columns at which lines are broken; 0 where a paragraph is one line.
        characters: characters at which they are, likewise.
        indented: paragraphs begin with two spaces.
    """

    blank: bool
    columns: int
    characters: int
    indented: bool

    def fills(self, line: str) -> bool:
        """Say whether a line reaches the width at which lines are broken."""
        return 0 < self.columns <= _columns(line) + _FULL or 0 < self.characters <= len(line) + _FULL // 2


class _Paragraph(msgspec.Struct):
    """What is known of the paragraph that is being put together."""

    marked: bool = False
    sentence: bool = False
    length: int = 0
    low: bool = False

    def take(self, line: str) -> None:
        self.low = self.length > 0 and len(line) <= _SUBSCRIPT
        if not self.length:
            self.marked = bool(_MARK.match(line))
        self.sentence = self.sentence or bool(_SENTENCE.search(line))
        self.length += len(line)


def _columns(line: str) -> int:
    return len(line.encode("gbk", "replace"))


def _habits(lines: list[str], gaps: list[str]) -> _Habits:
    after_end = [gap for line, gap in zip(lines, gaps, strict=False) if line.endswith(("。", "！", "”"))]
    blank = len(after_end) > 4 and sum(gap.count("\n") > 1 for gap in after_end) > 0.8 * len(after_end)
    indents = sum(gap.endswith("  ") for gap in gaps)
    indented = len(lines) // 20 < indents < 0.8 * len(lines)
    if len(lines) < 20:
        return _Habits(blank, 0, 0, indents > 4)
    columns = _limit([_columns(line) for line in lines], _FULL)
    return _Habits(blank, columns, _limit([len(line) for line in lines], _FULL // 2), indented)


def _limit(widths: list[int], slack: int) -> int:
    """Give the width at which most lines are broken, 0 where they are not."""
    widest = sorted(widths)[int(len(widths) * 0.95)]
    full = sum(abs(widest - width) <= slack for width in widths)
    return widest if widest < _WIDEST and full > 0.5 * len(widths) else 0


def _goes_on(line: str, gap: str, following: str, paragraph: _Paragraph, habits: _Habits) -> bool:
    """Say whether the paragraph goes on in the following line."""
    if following[0] in _CLOSERS:
        return True
    if _is_subscript(line, following, paragraph):
        return True
    if _MARK.match(following):
        return False
    if line.endswith(_GOES_ON) or (_RATIO.search(line[-2:]) and following[0].isdigit()):
        return True
    full = habits.fills(line)
    indented = gap.endswith("  ")
    if indented and (habits.indented or not full):
        return False
    if line.endswith(_ENDS) and (_ENDED.search(line[-12:]) or len(line) < _SHORT):
        return full and habits.indented
    if line.endswith("工作报告") and paragraph.length == len(line):
        return False
    if line.endswith(_NUMBER_END) and _NUMBER_START.match(following) and paragraph.length > 8:
        return True
    return (
        paragraph.sentence
        or full
        or (habits.blank and gap.count("\n") == 1)
        or (
            gap.count("\n") == 1
            and (line.endswith(_FUNCTION_END) or _FUNCTION_START.match(following) is not None)
        )
        or (paragraph.length > _LONG and not paragraph.marked and "，" in line)
        or (_DATELINE.match(line) is not None and following.endswith("上"))
        or _opens(line)
    )


def _is_subscript(line: str, following: str, paragraph: _Paragraph) -> bool:
    """Say whether one of two lines is a subscript that stands alone: M⏎2⏎增长, PM⏎2.5⏎浓度."""
    if len(following) <= _SUBSCRIPT and _LOW.fullmatch(following):
        return line[-1:].isascii() and line[-1:].isupper()
    return len(line) <= _SUBSCRIPT and paragraph.low and _LOW.fullmatch(line) is not None


def _opens(line: str) -> bool:
    return any(line.rfind(left) > line.rfind(right) for left, right in ("“”", "《》", "（）"))


def _between(line: str, following: str) -> str:
    """Give what stands between the halves of a broken line: a space between Latin words (not capitals)."""
    ends = line[-1] + following[0]
    return " " if ends.isascii() and ends.isalpha() and not ends.isupper() else ""


def _filled(gap: str, kept: str) -> str:
    """Put ``kept`` in the place of the gap's first line break, and nothing in that of the rest."""
    if not kept:
        return GONE * len(gap)
    place = gap.index("\n")
    return GONE * place + kept + GONE * (len(gap) - place - 1)


def join_lines(text: str) -> str:
    """Leave one line break between paragraphs and none within; the length stays (see ``GONE``)."""
    lines, gaps, done = [], [], 0
    for found in _GAP.finditer(text):
        line = text[done : found.start()].rstrip(f" {GONE}")
        lines.append(line)
        gaps.append(text[done + len(line) : found.end()])
        done = found.end()
    lines.append(text[done:])
    habits = _habits(lines, gaps)
    paragraph = _Paragraph()
    pieces = []
    for line, gap, following in zip(lines, gaps, lines[1:], strict=False):
        pieces.append(line)
        if not line or not following:
            pieces.append(GONE * len(gap))
            continue
        paragraph.take(line)
        if _goes_on(line, gap, following, paragraph, habits):
            pieces.append(_filled(gap, _between(line, following)))
        else:
            pieces.append(_filled(gap, "\n"))
            paragraph = _Paragraph()
    pieces.append(lines[-1])
    return "".join(pieces)
