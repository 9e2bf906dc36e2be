"""Headings of three levels: numbered, on a line of their own, or run into the paragraph that they open."""

import re
from bisect import bisect_left

import msgspec

from taizhang.lexicon.late import late
from taizhang.outline.paragraphs import Paragraph
from taizhang.reading import CleanText

_NUMERAL = r"[一二三四五六七八九十]{1,3}"
_MARKS = (
    (1, re.compile(rf"(?:第?{_NUMERAL}(?:部分|章)|({_NUMERAL})[、.．])[、:：]?[ 　]*")),
    (2, re.compile(rf"[（(][ 　]?({_NUMERAL})[ 　]?[）)][、.．]?[ 　]*")),
    (3, re.compile(rf"({_NUMERAL})(?:是|要)[，、]?[ 　]*")),
    (3, re.compile(rf"第({_NUMERAL})[，、：,:][ 　]*")),
    (3, re.compile(r"([1-9]\d?)[.．、](?=\D|\d{4}年)[ 　]*")),
    (3, re.compile(r"[（(]([1-9]\d?)[）)][ 　]*")),
)
# Marks of a site or of a plain text before a heading (**一、工作回顾**, ## 一、工作回顾), and behind it.
_DECOR, _DECOR_END = "*#■●◆▲★【 ", "*#】 "
# What each of them begins with.
_MARK_FIRST = frozenset("第一二三四五六七八九十（(123456789")
_SENTENCE_END = re.compile(r"[。！？!?]")
_LONGEST = {1: 64, 2: 72, 3: 44}
_LONGEST_LINE = 100
_STOPS = "。！？：；，、!?:;,…"
_GOES_ON = "，。、；：！？”》）是"
_MARGIN = 8
_ALONE = re.compile(r"[^。！？；：，、!?;:…》）\n]{3,30}(?:，[^。！？；：，、!?;:\n]{2,20})?(?<!”)")
_HAN = late(r"[\u4e00-\u9fff]{3}")
# What an unnumbered line names when it is a chapter's heading among numbered ones.
TELLING = re.compile(r"(?:回顾|总结|工作|任务|目标|安排|部署|成就|自身建设)$")
ENDING = re.compile(r"结束语|结语|结束的话")
_YEARS = re.compile(r"这是[^。，；]{4,40}的(?:[一二三四五六七八九十]+|\d+)年")
# In saved pages of old reports a bold lead stands on a line of its own, after a line of mere blanks.
_BOLD = re.compile(r"(?m)^[ \u3000\t]+\n(?P<lead>[^\n]{3,60}。)\n(?=[^\n \u3000])")


class FoundHeading(msgspec.Struct, frozen=True, gc=False):
    """A heading in clean positions.

    Attributes:
        level: 1 to 3.
        start: first position, the numeral's.
        end: one past its last word; the full stop of a run-in heading is not part of it.
        body: where the text that it opens begins.
        text: its words.
        number: the numeral, as written; empty where there is none.
        apart: whether it is a line that blank ones set off.
        mark: which way of numbering it follows (``一、``, ``（一）``, ``一是``, ``第一``, ``1.``, ``(1)``),
            empty where there is none.
    """

    level: int
    start: int
    end: int
    body: int
    text: str
    number: str = ""
    mark: str = ""
    apart: bool = False


_MARK_NAMES = ("一、", "（一）", "一是", "第一", "1.", "(1)")


def find_headings(clean: CleanText, source_text: str, paragraphs: list[Paragraph]) -> list[FoundHeading]:
    """Find what may be headings among the paragraphs of a report's body, in order.

    Items of lists are among them, and levels are the usual ones of each mark; see ``numbering``.

    Args:
        clean: the clean text.
        source_text: decoded source, whose line breaks betray bold leads and lines set off by blank ones.
        paragraphs: paragraphs of the body (title lines left out).
    """
    leads = _bold_leads(clean, source_text)
    found = []
    previous = ""
    for index, paragraph in enumerate(paragraphs):
        apart = _stands_apart(clean, source_text, paragraph)
        heading = _numbered(paragraph, apart) or _lead(paragraph, leads)
        if heading is None:
            following = paragraphs[index + 1].text if index + 1 < len(paragraphs) else ""
            heading = _alone(paragraph, apart, previous, following)
        previous = paragraph.text if heading is None else ""
        if heading is not None:
            found.append(heading)
    return _without_strays(found)


def _stands_apart(clean: CleanText, source_text: str, paragraph: Paragraph) -> bool:
    """Say whether a line without an end is set off by two blank lines on both sides."""
    if len(paragraph.text) > _LONGEST_LINE or paragraph.text[-1] in _STOPS:
        return False
    span = clean.span(paragraph.start, paragraph.end)
    before = source_text[max(0, span.start - _MARGIN) : span.start]
    after = source_text[span.end : span.end + _MARGIN]
    return before.count("\n") > 2 and after.count("\n") > 2


def _without_strays(found: list[FoundHeading]) -> list[FoundHeading]:
    """Leave out unnumbered lines where the chapters are numbered, unless they say what a chapter is."""
    if sum(heading.level == 1 and bool(heading.number) for heading in found) < 2:
        return found
    return [
        heading
        for heading in found
        if heading.level > 1
        or heading.number
        or heading.apart
        or ENDING.fullmatch(heading.text)
        or TELLING.search(heading.text)
    ]


def _bold_leads(clean: CleanText, source_text: str) -> dict[int, int]:
    """Give the clean starts of bold leads, with the clean position of their full stop."""
    leads = {}
    for match in _BOLD.finditer(source_text):
        start = bisect_left(clean.origin, match.start("lead"))
        leads[start] = bisect_left(clean.origin, match.end("lead") - 1)
    return leads


def _numbered(paragraph: Paragraph, apart: bool) -> FoundHeading | None:
    line = _undecorated(paragraph.text) if paragraph.text[0] in _DECOR else paragraph.text
    if not line or line[0] not in _MARK_FIRST:
        return None
    start = paragraph.start + paragraph.text.index(line)
    for name, (level, mark) in zip(_MARK_NAMES, _MARKS, strict=True):
        match = mark.match(line)
        if match is None:
            continue
        stop = _SENTENCE_END.search(line, match.end())
        end = stop.start() if stop else len(line)
        # 一、工作回顾：
        if level == 1 and end == len(line) and line[-1] in "：:":
            end -= 1
        words = line[match.end() : end]
        longest = _LONGEST_LINE if apart else _LONGEST[level]
        if not words or end > longest or words[-1] in "；，：;,:" or "；" in words:
            return None
        body = start + stop.end() if stop else paragraph.end
        number = match.group(1) or ""
        return FoundHeading(level, paragraph.start, start + end, body, line[:end], number, name, apart)
    return None


def _undecorated(line: str) -> str:
    return line.lstrip(_DECOR).rstrip(_DECOR_END)


def _alone(paragraph: Paragraph, apart: bool, previous: str, following: str) -> FoundHeading | None:
    """Read a line without a number: that of a chapter, or of a span of years (这是…的五年).

    Args:
        paragraph: the line.
        apart: whether blank lines set it off.
        previous: the paragraph before it, if that is no heading.
        following: the paragraph after it.
    """
    words = paragraph.text.rstrip("。")
    end = paragraph.start + len(words)
    if _YEARS.fullmatch(words):
        return FoundHeading(3, paragraph.start, end, paragraph.end, words)
    if words.startswith(("各位", "同志们", "（")) or end < paragraph.end:
        return None
    fragment = (previous and previous[-1] not in "。！？”）：…") or following[:1] in _GOES_ON
    if apart or (not fragment and _ALONE.fullmatch(words) and _HAN.search(words)):
        return FoundHeading(1, paragraph.start, paragraph.end, paragraph.end, words, apart=apart)
    return None


def _lead(paragraph: Paragraph, leads: dict[int, int]) -> FoundHeading | None:
    stop = leads.get(paragraph.start)
    if stop is None or stop <= paragraph.start:
        return None
    words = paragraph.text[: stop - paragraph.start]
    if _SENTENCE_END.search(words):
        return None
    return FoundHeading(3, paragraph.start, stop, stop + 1, words)


def is_numbered(paragraph: Paragraph) -> bool:
    """Say whether a paragraph opens with the numeral of a heading of level 1 or 2."""
    return any(level < 3 and mark.match(paragraph.text) for level, mark in _MARKS)
