"""Health: what is missing or damaged in a source, as findings that carry their place and a sentence."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from taizhang.lexicon.late import late
from taizhang.lexicon.tables import toml_table
from taizhang.outline.headings import FoundHeading
from taizhang.outline.paragraphs import Paragraph, number_of
from taizhang.reading import CleanText
from taizhang.records import Finding, Source, Span

# A damaged file may hold hundreds of the same kind: a person is shown so many of each.
_MOST = 20
# So many characters on each side show a person what a finding is about.
_SIDE = 8


class _Found(NamedTuple):
    """A finding in clean positions, with the words for its sentence."""

    code: str
    start: int
    end: int
    words: dict[str, str]


def finding_message(code: str, language: str = "zh", **words: str) -> str:
    """Give the sentence of a finding in ``zh`` or ``en``."""
    sentence: str = toml_table("health")["messages"][code][language]
    return sentence.format_map(words)


def find_health(
    source: Source,
    clean: CleanText,
    body: list[Paragraph],
    headings: list[FoundHeading],
    *,
    has_year: bool,
    has_area: bool,
) -> tuple[Finding, ...]:
    """Find what is missing or damaged, in the order of the source.

    Args:
        source: the source, whose page marks tell of missing pages.
        clean: its clean text.
        body: paragraphs of the report proper, the words after it left out.
        headings: its headings.
        has_year: whether the year is known.
        has_area: whether the place is known.
    """
    text = clean.text
    if not body:
        return (Finding("no_report", Span(0, 0), finding_message("no_report")),)
    found = [
        *_numbers(text, headings),
        *_announced(text, body, headings),
        *_cut_headings(headings),
        *_open_sentences(body, headings),
        *_quotes(body),
        *_patterns(text, body[0].start, body[-1].end),
    ]
    findings = [
        Finding(item.code, clean.span(item.start, item.end), finding_message(item.code, **item.words))
        for item in _few(found)
    ]
    findings += _pages(source, clean, body, headings)
    if not has_year:
        findings.append(
            Finding("no_year", clean.span(body[0].start, body[0].start), finding_message("no_year"))
        )
    if not has_area:
        findings.append(
            Finding("no_area", clean.span(body[0].start, body[0].start), finding_message("no_area"))
        )
    return tuple(sorted(findings, key=lambda finding: finding.span))


def _few(found: list[_Found]) -> list[_Found]:
    """Keep the first findings of each kind."""
    counts: dict[str, int] = {}
    kept = []
    for item in found:
        counts[item.code] = counts.get(item.code, 0) + 1
        if counts[item.code] <= _MOST:
            kept.append(item)
    return kept


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(toml_table("health")["words"][name], re.MULTILINE)


def _pages(
    source: Source, clean: CleanText, body: list[Paragraph], headings: list[FoundHeading]
) -> Iterator[Finding]:
    """Find a page mark before the report's first words or after its last, or headings that begin with 二."""
    text = source.text
    first, last = clean.span(body[0].start, body[-1].end)
    mark = _words("from_page").search(text, 0, first + 1)
    if mark:
        yield _missing("front_missing", mark)
    else:
        chapter = next((heading for heading in headings if heading.mark and heading.level < 3), None)
        if chapter and (number_of(chapter.number) or 1) > 1:
            span = clean.span(chapter.start, chapter.end)
            message = finding_message("front_missing", words=chapter.text)
            yield Finding("front_missing", span, message)
    mark = _words("to_page").search(text, max(first, last - _SIDE))
    if mark:
        yield _missing("rest_missing", mark)
    elif body[-1].text[-1] not in _CLOSED:
        words = body[-1].text[-_SIDE:]
        yield Finding("rest_missing", Span(last - 1, last), finding_message("rest_missing", words=words))


def _missing(code: str, mark: re.Match[str]) -> Finding:
    return Finding(code, Span(*mark.span()), finding_message(code, words=mark.group().strip("（()）【】 ")))


def _numbers(text: str, headings: list[FoundHeading]) -> Iterator[_Found]:
    """Find headings whose number does not follow the one before it, unless the number stands between them."""
    last: dict[tuple[str, int], FoundHeading] = {}
    for heading in headings:
        if not heading.mark or heading.level > 2:
            continue
        before = last.get((heading.mark, heading.level))
        for mark in [mark for mark, open_one in last.items() if open_one.level > heading.level]:
            del last[mark]
        last[heading.mark, heading.level] = heading
        if before is None:
            continue
        expected = (number_of(before.number) or 0) + 1
        if (number_of(heading.number) or 0) > expected and not _stands_between(
            text, before, heading, expected
        ):
            yield _Found(
                "numbers_skip",
                heading.start,
                heading.end,
                {"before": before.text[:20], "words": heading.text[:20]},
            )


_NUMERALS = ["", *"一二三四五六七八九十", *("十" + one for one in "一二三四五六七八九"), "二十"]


def _stands_between(text: str, before: FoundHeading, after: FoundHeading, number: int) -> bool:
    if number >= len(_NUMERALS):
        return True
    numeral = _NUMERALS[number]
    mark = f"{numeral}、" if before.mark == "一、" else f"（{numeral}）"
    return text.find(mark, before.end, after.start) >= 0


def _announced(text: str, body: list[Paragraph], headings: list[FoundHeading]) -> Iterator[_Found]:
    """Find announcements of so many fields of work after which fewer numbered headings come."""
    starts = [heading.start for heading in headings]
    for match in _words("announce").finditer(text, body[0].start, body[-1].end):
        announced = number_of(match.group(1)) or 0
        index = bisect_left(starts, match.end())
        if index == len(headings) or starts[index] - match.end() > _NEAR:
            continue
        found = _count_series(headings, index, announced)
        if 0 < found < announced:
            words = {"announced": str(announced), "found": str(found)}
            yield _Found("numbers_stop", match.start(), match.end(), words)


def _count_series(headings: list[FoundHeading], index: int, most: int) -> int:
    """Count the headings numbered 一, 二, 三 … from ``index`` on, up to ``most``."""
    first, found = headings[index], 0
    while index < len(headings) and found < most:
        heading = headings[index]
        if heading.mark == first.mark:
            if number_of(heading.number) != found + 1:
                break
            found += 1
        elif heading.level <= first.level:
            break
        index += 1
    return found


_NEAR = 400


def _cut_headings(headings: list[FoundHeading]) -> Iterator[_Found]:
    for heading in headings:
        if heading.body == heading.end and _words("cut_heading").search(heading.text):
            yield _Found("heading_cut", heading.start, heading.end, {"words": heading.text})


_CLOSED = "。！？!?：:；;…”’）)》】—~～"


def _open_sentences(body: list[Paragraph], headings: list[FoundHeading]) -> Iterator[_Found]:
    opened = {heading.start: heading for heading in headings}
    for paragraph in body[:-1]:
        heading = opened.get(paragraph.start)
        if heading is not None and heading.end >= paragraph.end:
            continue
        if paragraph.text[-1] not in _CLOSED and "\t" not in paragraph.text and len(paragraph.text) > _SIDE:
            yield _Found("no_end", paragraph.end - 1, paragraph.end, {"words": paragraph.text[-2 * _SIDE :]})


def _quotes(body: list[Paragraph]) -> Iterator[_Found]:
    """Find quotation marks without their other half.

    A quote of several paragraphs opens anew with each of them and closes with the last: an opening mark
    that the paragraph leaves open is forgiven when the next one opens or closes.
    """
    depth = False
    for place, paragraph in enumerate(body):
        text = paragraph.text
        if text.count("“") == text.count("”") and not depth and "““" not in text:
            continue
        position: int | None = None
        for index, char in enumerate(text):
            if char == "“":
                if position is not None:
                    yield _half_quote(paragraph, position)
                position = index
            elif char == "”":
                if position is None and not depth:
                    yield _half_quote(paragraph, index)
                position, depth = None, False
        depth = position is not None
        if position is not None and position + _NEAR > len(text):
            following = body[place + 1].text if place + 1 < len(body) else ""
            if "”" not in following or following.find("”") > following.find("“") >= 0:
                yield _half_quote(paragraph, position)
                depth = False


def _half_quote(paragraph: Paragraph, index: int) -> _Found:
    words = paragraph.text[max(0, index - _SIDE) : index + _SIDE]
    return _Found("quotes", paragraph.start + index, paragraph.start + index + 1, {"words": words})


_LATIN = late(r"(?<=[\u4e00-\u9fff，、。；：”])[a-z]{2,}(?=[\u4e00-\u9fff，、。；：“])")
_PLAN = re.compile(r"第([一二三四五六七八九十]{2,5})个五年")


def _patterns(text: str, start: int, end: int) -> Iterator[_Found]:
    """Find doubled characters, stray words and signs."""
    allowed = toml_table("health")["words"]["latin"]
    for code, pattern in (
        ("doubled", _words("doubled")),
        ("doubled", _words("repeated")),
        ("quotes_kind", _words("kind_only")),
        ("markup", _words("markup")),
        ("replacement", _words("replacement")),
        ("foreign", _LATIN),
    ):
        for match in pattern.finditer(text, start, end):
            if code == "foreign" and match.group() in allowed:
                continue
            words = match.group()
            if code in {"doubled", "foreign"}:
                words = text[max(start, match.start() - 4) : match.end() + 4].replace("\n", " ")
            yield _Found(code, match.start(), match.end(), {"words": words})
    plans = toml_table("terms")["plans"]
    for match in _PLAN.finditer(text, start, end):
        if match.group(1) not in plans:
            yield _Found("plan_number", match.start(), match.end(), {"words": match.group()})
