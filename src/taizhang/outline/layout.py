"""The layout of a report: what later floors read, in clean positions."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import msgspec

from taizhang.lexicon.tables import toml_table
from taizhang.outline.head import Head, body_start, read_head
from taizhang.outline.headings import FoundHeading, find_headings
from taizhang.outline.health import find_health
from taizhang.outline.numbering import with_levels, without_lists
from taizhang.outline.paragraphs import Paragraph, find_paragraphs, number_of
from taizhang.outline.parts import FoundPart, find_parts
from taizhang.outline.sentences import cut_sentences
from taizhang.reading import CleanText, clean
from taizhang.records import Heading, Outline, Part, Source, Span


class Passage(msgspec.Struct, frozen=True):
    """A stretch of clean text under one role and one heading path.

    Attributes:
        start: first clean position.
        end: one past the last.
        role: role of the part (opening, review, review_term, problems, acknowledgements, plan,
            year_goals, year_tasks, self, closing; empty outside all parts).
        section: heading path, outermost first.
        span_years: first and last year that the passage as a whole speaks of
            (a review of the 13th plan: 2016, 2020), None where it is a single year.
    """

    start: int
    end: int
    role: str
    section: tuple[str, ...] = ()
    span_years: tuple[int, int] | None = None


class Sentence(NamedTuple):
    """A sentence (ending in 。！？ or the paragraph's end), in clean positions, and the passage it is in."""

    start: int
    end: int
    passage: Passage


# A report given in this month or later tells of the months before it.
_MONTHS_TOLD = 5


@dataclass(frozen=True)
class Layout:
    """Everything that is known of a report before its figures are read.

    ``sentences`` are what the figures are read from, headings left out, in order; ``outline`` is the row for
    people (source spans), made when it is first asked for.
    """

    source: Source
    clean: CleanText
    head: Head
    body: list[Paragraph]
    headings: list[FoundHeading]
    parts: list[FoundPart]
    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]

    @cached_property
    def area(self) -> str | None:
        """Place of the report, given or found (全国 for a report of the State Council)."""
        return self.source.area or self.head.area

    @cached_property
    def year(self) -> int | None:
        """Year in which the report is given; periods hang on it."""
        return self.source.year or self.head.year

    @cached_property
    def begun(self) -> bool:
        """Whether the report is given so late in its year that it tells of the months gone by."""
        given = self.head.date or ""
        return given[:4] == str(self.year) and int(given[5:7]) >= _MONTHS_TOLD

    @cached_property
    def outline(self) -> Outline:
        """Headings, parts, furniture and health, in source positions."""
        last = self.parts[-1].end if self.parts else 0
        report = [paragraph for paragraph in self.body if paragraph.end <= last]
        return Outline(
            doc=self.source.name,
            title=self.head.title,
            speaker=self.head.speaker,
            date=self.head.date,
            area=self.area,
            year=self.year,
            headings=tuple(
                Heading(heading.level, self.clean.span(heading.start, heading.end), heading.text)
                for heading in self.headings
            ),
            parts=_tiled(self.clean, self.parts),
            furniture=self.clean.furniture,
            health=find_health(
                self.source,
                self.clean,
                report,
                self.headings,
                has_year=self.year is not None,
                has_area=self.area is not None,
            ),
        )


def lay_out(source: Source) -> Layout:
    """Read the layout of a source."""
    cleaned = clean(source)
    text = cleaned.text
    paragraphs = find_paragraphs(text)
    first = body_start(paragraphs)
    lines, body = paragraphs[:first], paragraphs[first:]
    headings = with_levels(without_lists(find_headings(cleaned, source.text, body)))
    head = read_head(text, lines, body, headings)
    year = source.year or head.year
    parts = find_parts(text, body, headings, year)
    passages = _passages(text, parts, headings, year)
    sentences = tuple(_sentences(text, passages, headings))
    return Layout(source, cleaned, head, body, headings, parts, passages, sentences)


def _tiled(cleaned: CleanText, parts: list[FoundPart]) -> tuple[Part, ...]:
    """Give the parts in source positions; each reaches to where the next begins."""
    spans = [cleaned.span(part.start, part.end) for part in parts]
    ends = [after.start for after in spans[1:]] + [span.end for span in spans[-1:]]
    return tuple(
        Part(part.role, Span(span.start, end)) for part, span, end in zip(parts, spans, ends, strict=True)
    )


def _passages(
    text: str, parts: list[FoundPart], headings: list[FoundHeading], year: int | None
) -> tuple[Passage, ...]:
    """Cut the text where a part or a heading begins."""
    starts = sorted({0, *(part.start for part in parts), *(heading.start for heading in headings)})
    opened = {heading.start: heading for heading in headings}
    owners = {part.start: part for part in parts}
    path: list[FoundHeading] = []
    part: FoundPart | None = None
    span: tuple[int, int] | None = None
    found = []
    for start, end in pairwise([*starts, len(text)]):
        if start in opened:
            heading = opened[start]
            path = [above for above in path if above.level < heading.level] + [heading]
        section = tuple(heading.text for heading in path)
        if start in owners:
            part = owners[start]
            head, words = section[0] if section else "", text[start : start + _FIRST_WORDS]
            span = _span_years(head, words, part.role, year)
        elif start in opened and part:
            span = _span_below(opened[start], part.role, year) or span
        role = part.role if part and start < part.end else ""
        found.append(Passage(start, end, role, section, span if role else None))
    return tuple(found)


# The span of years is named where a part begins.
_FIRST_WORDS = 600
_PLAN = re.compile(r"[“\"]([一二三四五六七八九十]{1,3})五[”\"]|第([一二三四五六七八九十]{1,3})个五年")
_AT_ONCE = 60
_COUNTED = re.compile(
    r"(?:过去|今后|未来|以来|这|[，。！]|^)的?([三四五六七八九十])年(?!计划|规划|行动|任务)"
)
_FIVE = re.compile(r"(?:过去|今后|未来|以来|这|[，。！]|^)的?(五)年(?!计划|规划|行动|任务)")
_DECADE = re.compile(r"([二三四五六七八九])十年代")
_YEARS = re.compile(r"(?<![一二三四五六七八九〇○零\d])([三四五六七八九十])年(?:来|间|里|，|的|是)")


def _plan_named(heading: str, role: str, year: int | None) -> tuple[int, int] | None:
    """Give the years of the plan that a heading inside a part names (“八五”期间的主要任务), None where it names none."""
    if role not in {"review_term", "plan"} or year is None or _COUNTED.search(heading):
        return None
    named = [plan for match in _PLAN.finditer(heading) if (plan := _years_of_plan(match))]
    fit = [plan for plan in named if (plan[1] < year) == (role == "review_term")]
    return fit[0] if len(named) == len(fit) == 1 else None


def _years_of_plan(match: re.Match[str]) -> tuple[int, int] | None:
    years = toml_table("terms")["plans"].get(match.group(1) or match.group(2))
    return (years[0], years[1]) if years else None


def _span_years(head: str, words: str, role: str, year: int | None) -> tuple[int, int] | None:
    """Give the years that a review of several years or a plan speaks of, from its heading or its first words."""
    if role not in {"review_term", "plan"}:
        return None
    if decade := _decade_reviewed(head, role, year):
        return decade
    longer = _YEARS.search(head)
    counted = longer or _COUNTED.search(head) or _FIVE.search(words, 0, _AT_ONCE)
    named = counted or _YEARS.search(words)
    length = (named and number_of(named.group(1))) or 5
    # Where the head counts years (过去十年的成就, 今后五年), plans that the text names later do not matter.
    said = words
    if counted and year is not None:
        said = words[: counted.end()] if counted.string is words else ""
    for match in () if longer and length > 5 else _PLAN.finditer(f"{head}\n{said}"):
        years = _years_of_plan(match)
        if years and (year is None or (years[1] < year) == (role == "review_term")):
            return years
    if year is None:
        return None
    return (year - length, year - 1) if role == "review_term" else (year, year + length - 1)


def _decade_reviewed(head: str, role: str, year: int | None) -> tuple[int, int] | None:
    """Give the years of a decade that has just ended and that the heading of a review names (八十年代的变化 in 1991)."""
    named = _DECADE.search(head)
    tens = number_of(named.group(1)) if named else None
    if role != "review_term" or year is None or not tens or (year - 1) % 100 != (10 * tens + 10) % 100:
        return None
    return year - 10, year - 1


def _span_below(heading: FoundHeading, role: str, year: int | None) -> tuple[int, int] | None:
    """Give the years that a heading inside a part names: those of a plan, or counted ones where it is a chapter's."""
    if plan := _plan_named(heading.text, role, year):
        return plan
    counts = _COUNTED.search(heading.text) or _YEARS.search(heading.text)
    return _span_years(heading.text, "", role, year) if counts and heading.level == 1 else None


def _sentences(text: str, passages: tuple[Passage, ...], headings: list[FoundHeading]) -> list[Sentence]:
    bodies = {heading.start: heading.body for heading in headings}
    return [
        Sentence(start, end, passage)
        for passage in passages
        for start, end in cut_sentences(text, bodies.get(passage.start, passage.start), passage.end)
    ]
