"""Lists: the matters of livelihood that a government will see to, and the problems that it admits."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from taizhang.outline import Layout, Passage, Sentence
from taizhang.promises.clauses import Clause, split_clauses
from taizhang.records import Listing, Span

_MATTERS = "(?:民生实事|民心实事|为民实事|惠民实事|利民实事|民生项目|件[^，。；：]{0,6}实事)"
_TITLE = re.compile(rf"^(?:\d{{4}}年)?[^。，]{{0,16}}{_MATTERS}(?:项目|清单|安排|一览表?)*$")
_ANNOUNCED = re.compile(
    rf"(?:办好|办成|办实|实施|推进|抓好|完成|兴办)[^，。；]{{0,14}}?{_MATTERS}(?:项目)?”?|{_MATTERS}(?=：)"
)
_NUMBER = (
    r"(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.、．]|[一二三四五六七八九十]{1,3}[是要]|[①-⑳]|——)"
)
_ITEM = re.compile(r"\s*" + _NUMBER)
_HEADING = re.compile(r"\s*(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、)")
_DIGIT = re.compile("[0-9一二三四五六七八九十①-⑳]")
_MARKER = re.compile(r"(?:(?<=\n)|(?<=[。；：，])|^)\s*(?=" + _NUMBER + ")")
_ATTACHED = re.compile(r"^(?:附件|附录|附)[\d一二三四五]*[：:]?$|名词解释|名词注释|有关.{0,6}说明$")
_ADMITTED = re.compile(r"主要(?:是|有|表现(?:为|在)?|包括)[：:，]?")
_ADMITTING = re.compile(r"(?:问题|不足|挑战|困难|短板)[^，。：]{0,12}[：:。，]")
_ANSWERED = re.compile(r"(?:对此|对这些|这些|针对这些|以上|上述|我们(?:将|要|一定|必须)|面对这些|必须|要)")
_ENDS = frozenset("；;。！？\n")


class _Stretch(NamedTuple):
    """A livelihood list in clean positions: its title and its items' stretch."""

    title: Clause
    start: int
    end: int


def lists(layout: Layout) -> tuple[Listing, ...]:
    """Find the lists of a report, in the order of its words: livelihood matters and admitted problems."""
    found = [*_livelihood(layout), *_problems(layout)]
    return tuple(sorted(found, key=lambda listing: listing.span))


def livelihood_stretches(layout: Layout) -> list[tuple[int, int]]:
    """Give the clean stretches of the livelihood lists, title or announcement left out."""
    return [(found.start, found.end) for found in _stretches(layout)]


def _stretches(layout: Layout) -> list[_Stretch]:
    text, found = layout.clean.text, list(_attached(layout))
    for match in _ANNOUNCED.finditer(text):
        if _passage_at(layout, match.start()).role in ("year_tasks", "year_goals"):
            start, end = _announced(text, match.end())
            if end > start and not any(start < other.end and other.start < end for other in found):
                found.append(
                    _Stretch(Clause(_sentence_start(text, match.start()), match.end(), ""), start, end)
                )
    return sorted(found, key=lambda stretch: stretch.start)


def _passage_at(layout: Layout, position: int) -> Passage:
    return layout.passages[bisect_right(layout.passages, position, key=lambda passage: passage.start) - 1]


def _announced(text: str, start: int) -> tuple[int, int]:
    """Give the items behind an announcement: in its paragraph, or enumerated in the next ones."""
    line_end = _line_end(text, start)
    colon = text.find("：", start, min(start + 8, line_end))
    if colon > 0:
        start = colon + 1
    closed = text[start : start + 1] in "。！\n"
    if colon > 0 or _MARKER.search(text, start, line_end) or (closed and _is_first(text, start)):
        begin = _skip_marks(text, start)
        if begin < line_end:
            return begin, line_end
    begin = end = line_end + 1
    style = _style(text, begin)
    while style and _style(text, end) == style:
        end = _line_end(text, end) + 1
    return begin, min(end, len(text))


def _style(text: str, position: int) -> str:
    """Give the kind of number that a line opens with, its digits left out; headings' numbers are none."""
    match = _ITEM.match(text, position)
    if match is None or _HEADING.match(text, position):
        return ""
    return _DIGIT.sub("", match[0])


def _is_first(text: str, position: int) -> bool:
    """Say whether the announcement is the first sentence of its paragraph, which then is the list."""
    return "。" not in text[text.rfind("\n", 0, position) + 1 : position]


def _attached(layout: Layout) -> Iterator[_Stretch]:
    """Yield the lists that stand under a title of their own, mostly behind the report."""
    text = layout.clean.text
    lines = [Clause(match.start(), match.end(), "") for match in re.finditer(r"[^\n]+", text)]
    for index, line in enumerate(lines):
        if not _TITLE.match(text[line.start : line.end].strip()):
            continue
        passage = _passage_at(layout, line.start)
        if passage.role in ("review", "review_term"):
            continue
        inside = passage.end if passage.role == "year_tasks" and passage.end > line.end + 1 else len(text)
        breaks = (
            other.start for other in lines[index + 1 :] if _ATTACHED.search(text[other.start : other.end])
        )
        start, end = min(line.end + 1, len(text)), min(inside, next(breaks, len(text)))
        if end > start:
            yield _Stretch(line, start, end)


def _livelihood(layout: Layout) -> Iterator[Listing]:
    text, clean = layout.clean.text, layout.clean
    for stretch in _stretches(layout):
        yield Listing(
            doc=layout.source.name,
            kind="livelihood",
            title=text[stretch.title.start : stretch.title.end].strip(),
            span=clean.span(stretch.start, stretch.end),
            items=tuple(
                clean.span(item.start, item.end) for item in _items(text, stretch.start, stretch.end)
            ),
        )


def _items(text: str, start: int, end: int) -> list[Clause]:
    """Cut a list at its numbers; one without numbers at ； and 。."""
    marks = sorted({match.end() for match in _MARKER.finditer(text, start, end)})
    if len(marks) > 1:
        ends = [*marks[1:], end]
        pieces = [Clause(first, last, "") for first, last in zip(marks, ends, strict=True)]
        return [
            Clause(first, first + len(text[first:last].rstrip("\n ，；。")), "") for first, last, _ in pieces
        ]
    return [item for item in split_clauses(text, start, end, _ENDS) if not _ANSWERED.match(text, item.start)]


def _problems(layout: Layout) -> Iterator[Listing]:
    text = layout.clean.text
    for passage in layout.passages:
        if passage.role != "problems":
            continue
        admitted = _ADMITTED.search(text, passage.start, passage.end)
        admitted = admitted or _ADMITTING.search(text, passage.start, passage.end)
        items = _admissions(layout, admitted.end() if admitted else passage.start, passage.end)
        if items:
            spans = tuple(layout.clean.span(item.start, item.end) for item in items)
            first = split_clauses(text, passage.start, passage.end, _ENDS)[0]
            title = text[first.start : admitted.start() if admitted else first.end]
            whole = Span(spans[0].start, spans[-1].end)
            yield Listing(layout.source.name, "problems", title.rstrip("，："), whole, spans)


def _admissions(layout: Layout, start: int, end: int) -> list[Clause]:
    """Cut admitted problems at ； and 。; a single sentence at its commas."""
    text, found = layout.clean.text, []
    for sentence in _sentences_within(layout, start, end):
        begin = max(sentence.start, start)
        if _ANSWERED.match(text, begin):
            break
        found += split_clauses(text, _skip_marks(text, begin), sentence.end, _ENDS)
    if len(found) == 1:
        return split_clauses(text, found[0].start, found[0].end)
    return found


def _sentences_within(layout: Layout, start: int, end: int) -> tuple[Sentence, ...]:
    first = bisect_right(layout.sentences, start, key=lambda sentence: sentence.end)
    last = bisect_left(layout.sentences, end, key=lambda sentence: sentence.start)
    return layout.sentences[first:last]


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return end if end >= 0 else len(text)


def _sentence_start(text: str, position: int) -> int:
    return max(text.rfind(mark, 0, position) for mark in "。！；\n") + 1


def _skip_marks(text: str, position: int) -> int:
    while position < len(text) and text[position] in "，。！：；包括 ":
        position += 1
    return position
