"""Markdown: a ledger to paste into a note or an issue."""

from collections.abc import Iterator

from taizhang.export.tables import TABLES, Cell, for_people
from taizhang.lexicon.messages import name_of
from taizhang.report import Report

_SHOWN = {
    "targets": ("indicator", "figure", "type", "text"),
    "tasks": ("number", "kind", "task", "goal", "lead"),
    "entries": ("indicator", "figure", "role", "period", "sentence"),
    "health": ("finding", "message"),
}


def markdown_lines(report: Report) -> Iterator[str]:
    """Yield the lines of a report's ledger: its title, then a table for each kind of row."""
    yield f"# {report.outline.title or report.name}"
    for table in TABLES:
        columns = _SHOWN[table.name]
        yield ""
        yield f"## {name_of('sheet', table.name)}"
        yield ""
        yield _line([name_of("column", key) for key in columns])
        yield _line(["---"] * len(columns))
        for row in table.rows(report):
            yield _line([for_people(key, row.get(key)) for key in columns])
    yield ""


def _line(cells: list[Cell] | list[str]) -> str:
    escaped = ("" if cell is None else str(cell).replace("|", "\\|").replace("\n", " ") for cell in cells)
    return f"| {' | '.join(escaped)} |"
