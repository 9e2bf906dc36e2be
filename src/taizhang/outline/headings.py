"""Headings of three levels: numbered, on a line of their own, or run into the paragraph that they open."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from taizhang.outline.paragraphs import Paragraph, number_of
from taizhang.reading import CleanText

_NUMERAL = r"[一二三四五六七八九十]{1,3}"
_MARKS = (
    (1, re.compile(rf"(?:第?{_NUMERAL}(?:部分|章)|({_NUMERAL})[、.．])[、:：]?[ 　]*")),
    (2, re.compile(rf"[（(][ 　]?({_NUMERAL})[ 　]?[）)][、.．]?[ 　]*")),
    (3, re.compile(rf"({_NUMERAL})(?:是|要)[，、]?[ 　]*")),
    (3, re.compile(rf"第({_NUMERAL})[，、：,:][ 　]*")),
    (3, re.compile(r"([1-9]\d?)[.．、](?!\d)[ 　]*")),
    (3, re.compile(r"[（(]([1-9]\d?)[）)][ 　]*")),
)
_SENTENCE_END = re.compile(r"[。！？!?]")
_LONGEST = {1: 64, 2: 72, 3: 44}
_ALONE = re.compile(r"[^。！？；：，!?;:…》）\n]{3,30}(?:，[^。！？；：!?;:\n]{2,24})?(?<!”)")
_HAN = re.compile(r"[\u4e00-\u9fff]{3}")
# What an unnumbered line names when it is a chapter's heading among numbered ones.
_CHAPTER = re.compile(r"(?:回顾|总结|工作|任务|目标|安排|部署)$")
_ENDING = re.compile(r"结束语|结语|结束的话")
_YEARS = re.compile(r"这是[^。，；]{4,40}的(?:[一二三四五六七八九十]+|\d+)年")
# In saved pages of old reports a bold lead stands on a line of its own, after a line of mere blanks.
_BOLD = re.compile(r"(?m)^[ \u3000\t]+\n(?P<lead>[^\n]{3,60}。)\n(?=[^\n \u3000])")


@dataclass(frozen=True, slots=True)
class FoundHeading:
    """A heading in clean positions.

    Attributes:
        level: 1 to 3.
        start: first position, the numeral's.
        end: one past its last word; the full stop of a run-in heading is not part of it.
        body: where the text that it opens begins.
        text: its words.
        number: the numeral, as written; empty where there is none.
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


_MARK_NAMES = ("一、", "（一）", "一是", "第一", "1.", "(1)")


def find_headings(clean: CleanText, source_text: str, paragraphs: list[Paragraph]) -> list[FoundHeading]:
    """Find the headings among the paragraphs of a report's body, in order.

    Args:
        clean: the clean text.
        source_text: decoded source, whose line breaks betray bold leads.
        paragraphs: paragraphs of the body (title lines and what follows the report left out).
    """
    leads = _bold_leads(clean, source_text)
    found = []
    previous = ""
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1].text if index + 1 < len(paragraphs) else ""
        heading = _numbered(paragraph) or _lead(paragraph, leads)
        if heading is None and _stands_free(previous, following):
            heading = _alone(paragraph)
            if heading is not None and "、" in heading.text and not _set_off(clean, source_text, heading):
                heading = None
        previous = paragraph.text if heading is None else ""
        if heading is not None:
            found.append(heading)
    return _nested(_without_lists(_without_strays(found, clean, source_text)))


def _stands_free(previous: str, following: str) -> bool:
    """Say whether a line between these two can be more than a fragment of a broken sentence."""
    return (not previous or previous[-1] in "。！？”）：…") and following[:1] not in "，。、；：！？”》）是"


def _without_strays(found: list[FoundHeading], clean: CleanText, source_text: str) -> list[FoundHeading]:
    """Leave out unnumbered lines where the chapters are numbered, unless blank lines set them off."""
    chapters = sum(heading.level == 1 and bool(heading.number) for heading in found)
    return [
        heading
        for heading in found
        if heading.level > 1
        or heading.number
        or chapters < 2
        or _ENDING.fullmatch(heading.text)
        or _CHAPTER.search(heading.text)
        or _set_off(clean, source_text, heading)
    ]


def _without_lists(found: list[FoundHeading]) -> list[FoundHeading]:
    """Leave out the items of lists: numbers of which most stand in sentences too long for headings.

    A list that begins anew, or stands under another heading, is counted by itself.
    """
    runs: dict[str, list[FoundHeading]] = {}
    kept: set[int] = set()

    def close(mark: str) -> None:
        run = runs.pop(mark, [])
        highest = max((number_of(heading.number) or 0 for heading in run), default=0)
        first = number_of(run[0].number) if run else 0
        full = len(run) >= highest if run and run[0].level == _LOWEST else len(run) * 2 > highest
        if full and (first == 1 or run[0].level < _LOWEST):
            kept.update(heading.start for heading in run)

    for heading in found:
        if not heading.mark:
            continue
        run = runs.get(heading.mark)
        if run and (number_of(heading.number) or 0) <= (number_of(run[-1].number) or 0):
            close(heading.mark)
        for mark in [mark for mark, open_run in runs.items() if open_run[0].level > heading.level]:
            close(mark)
        runs.setdefault(heading.mark, []).append(heading)
    for mark in list(runs):
        close(mark)
    return [heading for heading in found if not heading.mark or heading.start in kept]


_LOWEST = 3


def _nested(found: list[FoundHeading]) -> list[FoundHeading]:
    """Set the levels by how the headings stand in each other, where the usual order does not hold.

    Chapters without numbers hold 一、 as their second level; where the first heading is （一） and 一、
    begins only below it, the two change places.
    """
    chapters = [heading for heading in found if heading.level == 1 and not heading.number]
    chapters = [heading for heading in chapters if not _ENDING.fullmatch(heading.text)]
    numbered = [heading for heading in found if heading.mark == _MARK_NAMES[0]]
    bracketed = [heading for heading in found if heading.mark == _MARK_NAMES[1]]
    if len(chapters) > 1 and numbered and chapters[0].start < numbered[0].start:
        shift = {_MARK_NAMES[0]: 2, _MARK_NAMES[1]: 3}
    elif found and bracketed and found[0] is bracketed[0] and _begins_below(bracketed, numbered):
        shift = {_MARK_NAMES[0]: 2, _MARK_NAMES[1]: 1, "": 2}
    else:
        return found
    return [
        heading
        if (heading in chapters and "" not in shift) or _ENDING.fullmatch(heading.text)
        else replace(heading, level=shift.get(heading.mark, heading.level))
        for heading in found
    ]


def _begins_below(bracketed: list[FoundHeading], numbered: list[FoundHeading]) -> bool:
    """Say whether （一） is the outer numbering: 一、 is not used, or begins again after it."""
    first = number_of(bracketed[0].number)
    return (
        first == 1
        and len(bracketed) > 1
        and all(heading.start > bracketed[0].start for heading in numbered)
        and (not numbered or number_of(numbered[0].number) == 1)
    )


def _set_off(clean: CleanText, source_text: str, heading: FoundHeading) -> bool:
    span = clean.span(heading.start, heading.end)
    before = source_text[max(0, span.start - 8) : span.start]
    after = source_text[span.end : span.end + 8]
    return before.count("\n") > 2 and after.count("\n") > 2


def _bold_leads(clean: CleanText, source_text: str) -> dict[int, int]:
    """Give the clean starts of bold leads, with the clean position of their full stop."""
    leads = {}
    for match in _BOLD.finditer(source_text):
        start = bisect_left(clean.origin, match.start("lead"))
        leads[start] = bisect_left(clean.origin, match.end("lead") - 1)
    return leads


def _numbered(paragraph: Paragraph) -> FoundHeading | None:
    for name, (level, mark) in zip(_MARK_NAMES, _MARKS, strict=True):
        match = mark.match(paragraph.text)
        if match is None:
            continue
        stop = _SENTENCE_END.search(paragraph.text, match.end())
        end = stop.start() if stop else len(paragraph.text)
        words = paragraph.text[match.end() : end]
        if not words or end > _LONGEST[level] or words[-1] in "；，：;,:" or "；" in words:
            return None
        body = paragraph.start + (stop.end() if stop else end)
        number = match.group(1) or ""
        return FoundHeading(
            level,
            paragraph.start,
            paragraph.start + end,
            body,
            paragraph.text[:end],
            number,
            name,
        )
    return None


def _alone(paragraph: Paragraph) -> FoundHeading | None:
    words = paragraph.text
    if _YEARS.fullmatch(words.rstrip("。")):
        end = paragraph.start + len(words.rstrip("。"))
        return FoundHeading(3, paragraph.start, end, paragraph.end, words.rstrip("。"))
    if not _ALONE.fullmatch(words) or not _HAN.search(words) or words.startswith(("各位", "同志们")):
        return None
    return FoundHeading(1, paragraph.start, paragraph.end, paragraph.end, words)


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
