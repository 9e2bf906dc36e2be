"""Tables: the rows of a report flattened to columns, for sheets, CSV and data frames."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from taizhang.lexicon.messages import Language, name_of
from taizhang.records import Entry, HeadlineTarget, Span
from taizhang.report import Report

Cell = str | int | Decimal | bool | None
Row = dict[str, Cell]

_SIGNS = {"=": "", ">=": "≥", ">": ">", "<=": "≤", "<": "<", "~": "≈", "range": ""}
_TYPE_SIGNS = {"floor": "≥", "ceiling": "≤", "around": "≈"}
_CODES = {"role", "part", "measure", "strength", "type", "stage", "verdict"}


@dataclass(frozen=True, slots=True)
class Table:
    """A kind of table: its name, its columns in order, and how a report gives its rows."""

    name: str
    columns: tuple[str, ...]
    rows: Callable[[Report], Iterator[Row]]


def figure_words(
    value: Decimal | None, low: Decimal | None, high: Decimal | None, unit: str, sign: str
) -> str:
    """Give a value as people read it: ``≥6%``, ``5–6%``, ``56.6万人``; empty without a number."""
    if low is not None and high is not None:
        return f"{low:f}–{high:f}{unit}"
    return "" if value is None else f"{sign}{value:f}{unit}"


def entry_figure(entry: Entry) -> str:
    """Give an entry's value as people read it."""
    return figure_words(entry.value, entry.low, entry.high, entry.unit, _SIGNS.get(entry.rel, ""))


def target_figure(target: HeadlineTarget) -> str:
    """Give a headline target's value as people read it; its words where it has no number."""
    sign = _TYPE_SIGNS.get(target.type, "")
    return figure_words(target.value, target.low, target.high, target.unit or "", sign) or target.to or ""


def for_people(column: str, value: Cell, language: Language = "zh") -> Cell:
    """Give a cell with codes replaced by their names."""
    if isinstance(value, bool):
        yes, no = ("是", "否") if language == "zh" else ("yes", "no")
        return yes if value else no
    return name_of(column, value, language) if column in _CODES and isinstance(value, str) else value


class Sentences:
    """The sentences of a report by position, as source spans."""

    def __init__(self, report: Report) -> None:
        layout = report.layout
        self._text = report.text
        self._spans = [layout.clean.span(sentence.start, sentence.end) for sentence in layout.sentences]
        self._starts = [span.start for span in self._spans]

    def span_of(self, span: Span) -> Span:
        """Give the span of the sentence in which a span begins; the span itself outside all sentences."""
        index = bisect_right(self._starts, span.start) - 1
        return self._spans[index] if index >= 0 and self._spans[index].end > span.start else span

    def around(self, span: Span) -> str:
        """Give the words of the sentence in which a span begins, line breaks left out."""
        return one_line(self.span_of(span).words(self._text))

    def cut(self, span: Span) -> tuple[str, str, str]:
        """Give the words of the sentence before a span, the span's own, and those behind it."""
        whole = self.span_of(span)
        parts = (whole.start, span.start), (span.start, span.end), (span.end, max(whole.end, span.end))
        before, own, after = (one_line(self._text[start:end]) for start, end in parts)
        return before, own, after


def one_line(words: str) -> str:
    """Give words on one line."""
    return "".join(words.split())


def _place(report: Report, span: Span) -> str:
    mark = report.source.mark_at(span.start)
    return f"{mark.kind} {mark.number}" if mark else ""


def _headings(section: tuple[str, ...]) -> Row:
    padded = (*section, "", "", "")
    return {"section1": padded[0], "section2": padded[1], "section3": padded[2]}


def _entry_rows(report: Report) -> Iterator[Row]:
    sentences = Sentences(report)
    for entry in report.entries:
        yield {
            "doc": entry.doc,
            "indicator": entry.indicator,
            "figure": entry_figure(entry),
            "value": entry.value,
            "low": entry.low,
            "high": entry.high,
            "unit": entry.unit,
            "rel": entry.rel,
            "measure": entry.measure,
            "role": entry.role,
            "period": entry.period,
            "base": entry.base,
            "strength": entry.strength,
            "part": entry.part,
            **_headings(entry.section),
            "text": one_line(entry.text),
            "sentence": sentences.around(entry.span),
            "place": _place(report, entry.span),
            "start": entry.span.start,
            "end": entry.span.end,
            "id": entry.id,
            "code": entry.code,
            "amount": entry.amount,
            "base_unit": entry.base_unit,
            "area": entry.area,
            "year": entry.year,
        }


def _target_rows(report: Report) -> Iterator[Row]:
    sentences = Sentences(report)
    for number, target in enumerate(report.targets, 1):
        yield {
            "doc": target.doc,
            "number": number,
            "indicator": target.indicator,
            "type": target.type,
            "figure": target_figure(target),
            "value": target.value,
            "low": target.low,
            "high": target.high,
            "unit": target.unit,
            "measure": target.measure,
            "to": target.to,
            "tail": target.tail,
            "text": one_line(target.text),
            "sentence": sentences.around(target.span),
            "start": target.span.start,
            "end": target.span.end,
            "id": target.id,
            "code": target.code,
            "area": report.area,
            "year": report.year,
        }


def _task_rows(report: Report) -> Iterator[Row]:
    sentences = Sentences(report)
    entries = {entry.id: entry for entry in report.entries}
    for number, task in enumerate(report.tasks, 1):
        yield {
            "number": number,
            "kind": name_of("kind", task.kind),
            "task": one_line(task.text),
            "goal": "；".join(_goal(entries[key]) for key in task.entries if key in entries),
            "lead": task.unit,
            "support": None,
            "deadline": f"{report.year}年12月底" if report.year else None,
            "sentence": sentences.around(task.span),
            "stage": task.stage,
            "projects": "、".join(task.projects),
            "checkable": task.checkable,
            "lead_reason": task.unit_reason,
            **_headings(task.section),
            "verb": task.verb,
            "object": task.object,
            "doc": task.doc,
            "start": task.span.start,
            "end": task.span.end,
            "id": task.id,
        }


def _goal(entry: Entry) -> str:
    return f"{entry.indicator} {entry_figure(entry)}"


def _health_rows(report: Report) -> Iterator[Row]:
    for finding in report.health:
        yield {
            "doc": report.name,
            "finding": finding.code,
            "message": finding.message,
            "text": one_line(finding.span.words(report.text))[:80],
            "start": finding.span.start,
            "end": finding.span.end,
        }


ENTRIES = Table(
    "entries",
    (
        *("doc", "indicator", "figure", "value", "low", "high", "unit", "rel", "measure", "role", "period"),
        *("base", "strength", "part", "section1", "section2", "section3", "text", "sentence", "place"),
        *("start", "end", "id", "code", "amount", "base_unit", "area", "year"),
    ),
    _entry_rows,
)
TARGETS = Table(
    "targets",
    (
        *(
            "doc",
            "number",
            "indicator",
            "type",
            "figure",
            "value",
            "low",
            "high",
            "unit",
            "measure",
            "to",
            "tail",
        ),
        *("text", "sentence", "start", "end", "id", "code", "area", "year"),
    ),
    _target_rows,
)
TASKS = Table(
    "tasks",
    (
        *("number", "kind", "task", "goal", "lead", "support", "deadline", "sentence", "stage", "projects"),
        *("checkable", "lead_reason", "section1", "section2", "section3", "verb", "object"),
        *("doc", "start", "end", "id"),
    ),
    _task_rows,
)
HEALTH = Table("health", ("doc", "finding", "message", "text", "start", "end"), _health_rows)
TABLES = (TARGETS, TASKS, ENTRIES, HEALTH)


def table_named(name: str) -> Table:
    """Give the table of that name."""
    return next(table for table in TABLES if table.name == name)


def safe_text(value: Any) -> Any:
    """Give a cell that no spreadsheet takes for a formula: an apostrophe before ``= + - @`` and controls.

    Source: OWASP, "CSV Injection".
    """
    return f"'{value}" if isinstance(value, str) and value[:1] in "=+-@\t\r\n" and value else value
