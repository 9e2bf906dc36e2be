"""What the terminal shows of a report; Rich keeps the widths of Chinese characters right."""

import sys
from collections import Counter
from itertools import groupby

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from taizhang.export.links import Tracing, reasons_in_words, verdict_counts
from taizhang.export.tables import Sentences, entry_figure, one_line, target_figure
from taizhang.lexicon.messages import Language, message, name_of
from taizhang.records import Entry, Link, ReportError, Span
from taizhang.report import Report
from taizhang.tracing import climbs, contradictions, trace_projects

_MOST_TASKS = 30


def console() -> Console:
    """Give the console; wide enough for a table when the output goes to a file."""
    return Console(width=None if sys.stdout.isatty() else 120, highlight=False)


def show_report(report: Report, language: Language = "zh") -> None:
    """Show a report: its head, outline with counts, health, headline targets, tasks, entries by part."""
    out = console()
    outline = report.outline
    out.print()
    out.print(f"[bold]{escape(outline.title or report.name)}[/]")
    facts = (report.area, str(report.year or ""), outline.speaker, outline.date)
    out.print(" · ".join(escape(fact) for fact in facts if fact), style="dim")
    _show_parts(out, report, language)
    _show_health(out, report, language)
    _show_targets(out, report, language)
    _show_tasks(out, report, language)
    _show_entries(out, report, language)


def _table(language: Language, kind: str, columns: tuple[str, ...], wide: str) -> Table:
    table = Table(title=name_of("sheet", kind, language), title_justify="left", title_style="bold", box=None)
    for column in columns:
        numeric = column in {"figure", "number", "target", "result", "yearly", "rate"}
        table.add_column(
            name_of("column", column, language),
            justify="right" if numeric else "left",
            no_wrap=numeric,
            overflow="fold",
            ratio=2 if column == wide else None,
            style="dim" if column == "sentence" else "",
        )
    return table


def _show_parts(out: Console, report: Report, language: Language) -> None:
    counts = Counter(entry.part for entry in report.entries)
    for part in report.outline.parts:
        name = name_of("part", part.role, language)
        headings = [h for h in report.outline.headings if h.level <= 2 and h.span.overlaps(part.span)]
        figures = message(
            "shown_part", language, characters=part.span.end - part.span.start, headings=len(headings)
        )
        count = message("shown_entries", language, count=counts.pop(part.role, 0))
        out.print(f"  [cyan]{name}[/]  {figures}  {count}")


def _show_health(out: Console, report: Report, language: Language) -> None:
    if not report.health:
        out.print(f"  [green]{message('shown_healthy', language)}[/]")
    for finding in report.health:
        out.print(f"  [yellow]! {escape(finding.message)}[/]  [dim]{finding.code} @{finding.span.start}[/]")


def _show_targets(out: Console, report: Report, language: Language) -> None:
    if not report.targets:
        return
    table = _table(language, "targets", ("indicator", "figure", "type", "sentence"), "sentence")
    for target in report.targets:
        tail = f"（{name_of('column', 'tail', language)}）" if target.tail else ""
        kind = name_of("type", target.type, language) + tail
        table.add_row(escape(target.indicator), target_figure(target), kind, escape(one_line(target.text)))
    out.print(table)


def _show_tasks(out: Console, report: Report, language: Language) -> None:
    if not report.tasks:
        return
    table = _table(language, "tasks", ("number", "kind", "task", "lead"), "task")
    for number, task in enumerate(report.tasks[:_MOST_TASKS], 1):
        kind = name_of("kind", task.kind, language)
        table.add_row(str(number), kind, escape(one_line(task.text)), escape(task.unit or ""))
    out.print(table)
    if len(report.tasks) > _MOST_TASKS:
        out.print(message("shown_more_tasks", language, count=len(report.tasks) - _MOST_TASKS), style="dim")


def _show_entries(out: Console, report: Report, language: Language) -> None:
    for part, entries in groupby(report.entries, key=lambda entry: entry.part):
        table = _table(
            language, "entries", ("indicator", "figure", "measure", "role", "period", "sentence"), "sentence"
        )
        table.title = f"{table.title} · {name_of('part', part, language)}"
        for entry in entries:
            table.add_row(
                escape(entry.indicator),
                entry_figure(entry),
                name_of("measure", entry.measure, language),
                name_of("role", entry.role, language),
                entry.period,
                escape(_around(report, entry)),
            )
        out.print(table)


def _around(report: Report, entry: Entry, room: int = 18) -> str:
    start, end = max(0, entry.span.start - room), min(len(report.text), entry.span.end + room // 2)
    return one_line(report.text[start:end])


def show_reasons(report: Report, at: int, language: Language = "zh") -> None:
    """Show how each field of the entry at a position was decided, on one screen.

    Raises:
        ReportError: there is no entry at that position; the nearest one is named.
    """
    found = [entry for entry in report.entries if entry.span.overlaps(Span(at, at + 1))]
    if not found:
        raise ReportError(_no_entry(report, at))
    out = console()
    for entry in found:
        out.print(f"[bold]{escape(entry.indicator)}  {entry_figure(entry)}[/]  [dim]@{entry.span.start}[/]")
        out.print(escape(Sentences(report).around(entry.span)), style="dim")
        reasons = {reason.field: reason for reason in entry.why}
        table = Table(box=None)
        for column in ("explain_field", "explain_value", "explain_rule", "explain_words"):
            table.add_column(message(column, language))
        for field in (
            "indicator",
            "value",
            "unit",
            "rel",
            "measure",
            "role",
            "period",
            "base",
            "strength",
            "code",
        ):
            value = entry_figure(entry) if field == "value" else getattr(entry, field)
            if value in (None, ""):
                continue
            reason = reasons.get(field)
            rule = name_of("rule", reason.rule, language) if reason else message("explain_plain", language)
            table.add_row(
                name_of("column", field, language), str(value), rule, escape(reason.words) if reason else ""
            )
        out.print(table)


def _no_entry(report: Report, at: int) -> str:
    if not report.entries:
        return "这份报告没有读出指标 / no entry was read in this report"
    near = min(report.entries, key=lambda entry: abs(entry.span.start - at))
    return (
        f"位置 {at} 没有指标；最近的在 {near.span.start}（{near.indicator}） / "
        f"no entry at {at}; the nearest is at {near.span.start}"
    )


_COLOURS = {"met": "green", "missed": "red", "undetermined": "yellow", "not_reported": "dim"}


def show_tracing(tracing: Tracing, language: Language = "zh") -> None:
    """Show the promises of one report and what the other says of them, with the counts of the verdicts."""
    out = console()
    out.print()
    out.print(f"[bold]{escape(tracing.earlier.name)} → {escape(tracing.later.name)}[/]")
    counts = verdict_counts([link for link in tracing.links if not _asks_another_year(link, tracing)])
    out.print(
        "  ".join(f"[{_COLOURS[v]}]{name_of('verdict', v, language)} {n}[/]" for v, n in counts.items())
    )
    columns = ("verdict", "indicator", "period", "target", "result", "why")
    table = _table(language, "links", columns, "why")
    due = [link for link in tracing.links if not _asks_another_year(link, tracing)]
    for link in due:
        table.add_row(
            f"[{_COLOURS[link.verdict]}]{name_of('verdict', link.verdict, language)}[/]",
            escape(link.target.indicator),
            link.target.period,
            entry_figure(link.target),
            entry_figure(link.result) if link.result else "—",
            escape(reasons_in_words(link, language)),
        )
    out.print(table)
    if len(due) < len(tracing.links):
        out.print(message("trace_other_year", language, count=len(tracing.links) - len(due)), style="dim")


def _asks_another_year(link: Link, tracing: Tracing) -> bool:
    """Say whether a promise for the year of the earlier report meets a report of years later."""
    earlier, later = tracing.earlier.year or 0, tracing.later.year or 0
    return later - earlier > 1 and link.result is None and link.target.period == str(earlier)


def show_projects(tracing: Tracing, language: Language = "zh") -> None:
    """Show what became of the projects that the earlier report's tasks name."""
    out = console()
    table = _table(language, "projects", ("verdict", "projects", "stage", "result", "sentence"), "sentence")
    for link in trace_projects(tracing.earlier, tracing.later):
        table.add_row(
            f"[{_COLOURS[link.verdict]}]{name_of('verdict', link.verdict, language)}[/]",
            escape(link.name),
            name_of("stage", link.promised, language),
            name_of("stage", link.stage, language) if link.stage else "—",
            escape(one_line(link.words)),
        )
    if table.row_count:
        out.print(table)


def show_pace(report: Report, language: Language = "zh") -> None:
    """Show what each later target takes from where the report says things stand, and figures that differ."""
    out = console()
    table = _table(
        language, "pace", ("indicator", "result", "target", "period", "yearly", "rate"), "indicator"
    )
    for climb in climbs(report.simplified, report.year or 0):
        table.add_row(
            escape(climb.target.indicator),
            entry_figure(climb.baseline) if climb.baseline else "—",
            entry_figure(climb.target),
            f"{climb.start}→{climb.end}",
            f"{climb.yearly:+.4g}{climb.target.unit}" if climb.yearly is not None else "",
            f"{climb.rate:.2f}%" if climb.rate is not None else "",
        )
    out.print(table if table.row_count else message("pace_none", language))
    for finding in contradictions(report.simplified):
        out.print(f"[yellow]! {escape(finding.message)}[/]  [dim]@{finding.span.start}[/]")
