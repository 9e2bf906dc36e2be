"""The page: a report's text with every row marked, its ledger beside it, in one file without network."""

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template

from taizhang.export.tables import Sentences, entry_figure, one_line, target_figure
from taizhang.lexicon.messages import message, name_of
from taizhang.records import HeadlineTarget, ReportError, Span
from taizhang.report import Report

_ASSETS = files("taizhang.export") / "assets"


def write_page(reports: Iterable[Report], path: Path) -> None:
    """Write reports as one self-contained page; a choice at the top tells several apart.

    Raises:
        ReportError: there is no report.
    """
    path.write_text(page(list(reports)), encoding="utf-8")


def page(reports: list[Report]) -> str:
    """Give the page of reports as HTML."""
    if not reports:
        raise ReportError("没有可以写成网页的报告 / there is no report to put on a page")
    first = reports[0]
    return Template(_asset("page.html")).substitute(
        title=escape(_title(first)) if len(reports) == 1 else both("page_several", count=len(reports)),
        facts=_facts(first) if len(reports) == 1 else "",
        picker=_picker(reports),
        reports="\n".join(_report(report, number) for number, report in enumerate(reports)),
        style=_asset("page.css"),
        script=_asset("page.js"),
    )


def both(key: str, **values: object) -> str:
    """Give a message in both languages; the page shows the one that is chosen."""
    return _both(message(key, "zh", **values), message(key, "en", **values))


def _both(chinese: str, english: str) -> str:
    if chinese == english:
        return escape(chinese)
    return f'<b class="zh">{escape(chinese)}</b><b class="en">{escape(english)}</b>'


def named(kind: str, code: str | None) -> str:
    """Give the name of a code in both languages, empty without a code."""
    return _both(name_of(kind, code), name_of(kind, code, "en")) if code else ""


def _asset(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")


def _title(report: Report) -> str:
    return report.outline.title or report.name


def _facts(report: Report) -> str:
    outline = report.outline
    known = (outline.area, str(outline.year or ""), outline.speaker, outline.date)
    return " · ".join(escape(fact) for fact in known if fact)


def _picker(reports: list[Report]) -> str:
    if len(reports) == 1:
        return ""
    options = "".join(
        f'<option value="{number}">{escape(report.name)} {escape(_title(report))}</option>'
        for number, report in enumerate(reports)
    )
    return f'<select id="picker" {_label("page_pick")}>{options}</select>'


def _label(key: str) -> str:
    chinese, english = escape(message(key)), escape(message(key, "en"))
    return f'aria-label="{chinese}" data-label-zh="{chinese}" data-label-en="{english}"'


def _report(report: Report, number: int) -> str:
    hidden = " hidden" if number else ""
    return (
        f'<main class="report"{hidden}>\n<div class="words" tabindex="0" {_label("page_words")}>'
        f"<pre>{''.join(_marked(report))}</pre></div>\n"
        f'<div class="ledger" id="{"ledger" if number == 0 else f"ledger-{number}"}">{_filters(report)}'
        f"{_targets(report)}{_tasks(report)}{_entries(report)}{_health(report)}</div>\n</main>"
    )


def _marked(report: Report) -> Iterator[str]:
    """Yield the text cut at every border of a row, each piece with the keys of the rows over it."""
    rows: list[tuple[Span, str, str]] = []
    rows += [(entry.span, f"e{n}", f"e {entry.role}") for n, entry in enumerate(report.entries)]
    rows += [(target.span, f"g{n}", "t") for n, target in enumerate(report.targets)]
    rows += [(task.span, f"t{n}", "t") for n, task in enumerate(report.tasks)]
    rows += [(heading.span, "", f"h{heading.level}") for heading in report.outline.headings]
    rows += [(span, "", "furniture") for span in report.outline.furniture]
    borders: dict[int, list[tuple[bool, int]]] = {}
    for index, (span, _, _) in enumerate(rows):
        borders.setdefault(span.start, []).append((True, index))
        borders.setdefault(span.end, []).append((False, index))
    text, over, last = report.text, dict[int, None](), 0
    for border in sorted({*borders, len(text)}):
        if border > last:
            yield _piece(text[last:border], [rows[index] for index in sorted(over)])
            last = border
        for opens, index in borders.get(border, ()):
            if opens:
                over[index] = None
            else:
                over.pop(index, None)


def _piece(words: str, rows: list[tuple[Span, str, str]]) -> str:
    if not rows:
        return escape(words, quote=False)
    keys = " ".join(key for _, key, _ in rows if key)
    classes = " ".join(dict.fromkeys(" ".join(kind for _, _, kind in rows).split()))
    key_attribute = f' data-k="{keys}"' if keys else ""
    return f'<span class="{classes}"{key_attribute}>{escape(words, quote=False)}</span>'


def _filters(report: Report) -> str:
    tables = ("targets", "tasks", "entries", "health")
    periods = sorted({entry.period for entry in report.entries if entry.period})
    return (
        '<div class="filters" role="search">'
        f"{_codes('table', 'sheet', tables)}"
        f"{_codes('role', 'role', [entry.role for entry in report.entries])}"
        f"{_codes('part', 'part', [entry.part for entry in report.entries])}"
        f"{_choice('period', [(period, period, period) for period in periods])}"
        f'<input name="text" type="search" {_label("page_find")} '
        f'placeholder="{message("page_find")}" data-zh="{message("page_find")}" '
        f'data-en="{message("page_find", "en")}">'
        f'<button type="button">{both("page_clear")}</button>'
        '<output class="count" aria-live="polite"></output></div>'
    )


def _codes(name: str, kind: str, codes: Iterable[str]) -> str:
    named = [(code, name_of(kind, code), name_of(kind, code, "en")) for code in dict.fromkeys(codes) if code]
    return _choice(name, named)


def _choice(name: str, choices: list[tuple[str, str, str]]) -> str:
    label = f"page_{name}"
    options = "".join(
        f'<option value="{escape(value)}" data-zh="{escape(chinese)}" data-en="{escape(english)}">'
        f"{escape(chinese)}</option>"
        for value, chinese, english in [("", message(label), message(label, "en")), *choices]
    )
    return f'<select name="{name}" {_label(label)}>{options}</select>'


def _table(name: str, columns: Iterable[str], rows: list[str], css: str = "") -> str:
    head = "".join(f'<th scope="col">{named("column", column)}</th>' for column in columns)
    body = f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    if not rows:
        body = f'<p class="none">{both("page_none")}</p>'
    heading = f"<h2>{named('sheet', name)} ({len(rows)})</h2>"
    return f'<section data-table="{name}" class="{css}">{heading}{body}</section>'


def _row(key: str, table: str, cells: str, identity: str = "", **facts: str) -> str:
    data = "".join(f' data-{name}="{escape(value)}"' for name, value in facts.items())
    name = f' data-id="{escape(identity)}" id="{escape(identity)}"' if identity else ""
    return f'<tr tabindex="0" data-k="{key}" data-table="{table}"{name}{data}>{cells}</tr>'


def _targets(report: Report) -> str:
    rows = [
        _row(
            f"g{number}",
            "targets",
            f'<td>{escape(target.indicator)}</td><td class="n">{escape(target_figure(target))}</td>'
            f"<td>{_type(target)}</td>"
            f"<td>{escape(one_line(target.text))}</td>",
            target.id and f"g-{target.id}",
        )
        for number, target in enumerate(report.targets)
    ]
    return _table("targets", ("indicator", "figure", "type", "sentence"), rows)


def _type(target: HeadlineTarget) -> str:
    return named("type", target.type) + (
        f"<br><small>{named('column', 'tail')}</small>" if target.tail else ""
    )


def _tasks(report: Report) -> str:
    rows = [
        _row(
            f"t{number}",
            "tasks",
            f"<td>{number + 1}</td><td>{named('kind', task.kind)}{_stage(task.stage)}</td>"
            f"<td>{escape(one_line(task.text))}</td><td>{escape(task.unit or '')}</td>",
            task.id and f"t-{task.id}",
        )
        for number, task in enumerate(report.tasks)
    ]
    return _table("tasks", ("number", "kind", "task", "lead"), rows)


def _stage(stage: str | None) -> str:
    return f"·{named('stage', stage)}" if stage else ""


def _entries(report: Report) -> str:
    sentences = Sentences(report)
    rows = [
        _row(
            f"e{number}",
            "entries",
            f'<td>{escape(entry.indicator)}</td><td class="n">{escape(entry_figure(entry))}</td>'
            f"<td>{named('measure', entry.measure)}</td>"
            f'<td><span class="chip {entry.role}">{named("role", entry.role)}</span></td>'
            f"<td>{escape(entry.period)}</td>"
            f'<td class="said">{escape(_shortened(sentences.around(entry.span)))}</td>',
            f"e-{entry.id}",
            role=entry.role,
            part=entry.part,
            period=entry.period,
        )
        for number, entry in enumerate(report.entries)
    ]
    return _table("entries", ("indicator", "figure", "measure", "role", "period", "sentence"), rows)


def _shortened(words: str, most: int = 90) -> str:
    return words if len(words) <= most else f"{words[:most]}…"


def _health(report: Report) -> str:
    rows = [
        f"<tr><td>{escape(finding.code)}</td><td>{escape(finding.message)}</td></tr>"
        for finding in report.health
    ]
    return _table("health", ("finding", "message"), rows, "health")
