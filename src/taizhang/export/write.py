"""Writing reports: what to write by name, the format by the file's ending."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec

from taizhang.export.aside import written_aside
from taizhang.export.markdown import markdown_lines
from taizhang.export.page import write_page
from taizhang.export.sheets import write_workbook
from taizhang.export.tables import Row, safe_text, table_named
from taizhang.records import ReportError, encode_row
from taizhang.report import Report

WHAT = ("entries", "targets", "tasks", "outline", "text", "all")
ENDINGS = (".jsonl", ".json", ".csv", ".xlsx", ".parquet", ".html", ".md")


def write(reports: Iterable[Report], path: str | Path, what: str = "entries") -> None:
    """Write what was read in reports to a file.

    Args:
        reports: read one after the other, so that a folder of thousands needs no more memory than one
            (rows of ``.xlsx`` and ``.parquet`` are gathered).
        path: its ending gives the format (``ENDINGS``); the file appears only when it is whole.
        what: one of ``WHAT``; ``.xlsx``, ``.html`` and ``.md`` always show all.

    Raises:
        ReportError: an ending or ``what`` that is not known, a path that cannot be written.
    """
    path = Path(path)
    ending = path.suffix.lower()
    if what not in WHAT:
        raise ReportError(f"--what {what}：应为 {'、'.join(WHAT)} 之一 / use one of {', '.join(WHAT)}")
    if ending not in _WRITERS:
        raise ReportError(f"{path}：结尾应为 {' '.join(ENDINGS)} 之一 / the ending must be one of these")
    if not path.parent.is_dir():
        raise ReportError(f"{path.parent}：没有这个目录，请先建立 / no such folder; make it first")
    with written_aside(path) as aside:
        _WRITERS[ending](reports, aside, what)


def rows_of(report: Report, what: str) -> tuple[msgspec.Struct, ...]:
    """Give the rows of a report by name: entries, targets, tasks or outline.

    Reasons (``why``) stay out of files; ``taizhang explain`` and the library give them.
    """
    if what == "entries":
        return tuple(msgspec.structs.replace(entry, why=()) for entry in report.entries)
    if what == "outline":
        return (report.outline,)
    return report.targets if what == "targets" else report.tasks


def ledger_of(report: Report) -> dict[str, Any]:
    """Give the whole ledger of a report as one object."""
    return {
        "doc": report.name,
        "area": report.area,
        "year": report.year,
        "outline": report.outline,
        **{what: rows_of(report, what) for what in ("targets", "tasks", "entries")},
    }


def json_lines(reports: Iterable[Report], what: str) -> Iterator[bytes]:
    """Yield rows as lines of JSON; with ``all`` one whole ledger a line."""
    for report in reports:
        if what == "all":
            yield encode_row(ledger_of(report))
        elif what == "text":
            yield encode_row(
                {"doc": report.name, "area": report.area, "year": report.year, "text": report.text}
            )
        else:
            yield from map(encode_row, rows_of(report, what))


def _write_jsonl(reports: Iterable[Report], path: Path, what: str) -> None:
    with path.open("wb") as out:
        out.writelines(line + b"\n" for line in json_lines(reports, what))


def _write_json(reports: Iterable[Report], path: Path, what: str) -> None:
    rows = [json.loads(line) for line in json_lines(reports, what)]
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")


def _flat_rows(reports: Iterable[Report], what: str) -> tuple[tuple[str, ...], Iterator[Row]]:
    if what not in {"entries", "targets", "tasks"}:
        raise ReportError(
            f"表格一次只写一种：--what entries、targets 或 tasks，不是 {what} / a table holds one kind"
        )
    table = table_named(what)
    return table.columns, (row for report in reports for row in table.rows(report))


def _write_csv(reports: Iterable[Report], path: Path, what: str) -> None:
    columns, rows = _flat_rows(reports, what)
    # The mark at the front makes Excel read the file as UTF-8.
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.DictWriter(out, columns)
        writer.writeheader()
        writer.writerows({key: safe_text(value) for key, value in row.items()} for row in rows)


def _write_parquet(reports: Iterable[Report], path: Path, what: str) -> None:
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
        import pyarrow.parquet as pq  # noqa: PLC0415
    except ImportError as error:
        raise ReportError(
            "写 .parquet 需要附加组件：pip install 'taizhang[panel]' / needs the extra panel"
        ) from error
    columns, rows = _flat_rows(reports, what)
    gathered = list(rows)
    numbers = {"value", "low", "high", "amount"}
    whole = {"start", "end", "year", "number"}
    arrays = {}
    for key in columns:
        cells = [row.get(key) for row in gathered]
        if key in numbers:
            arrays[key] = pa.array(
                [float(x) if isinstance(x, Decimal) else None for x in cells], pa.float64()
            )
        elif key in whole:
            arrays[key] = pa.array(cells, pa.int64())
        else:
            kind = pa.bool_() if key in {"tail", "checkable"} else pa.string()
            arrays[key] = pa.array(cells, kind)
    pq.write_table(pa.table(arrays), path)


def _write_markdown(reports: Iterable[Report], path: Path, _what: str) -> None:
    with path.open("w", encoding="utf-8") as out:
        for report in reports:
            out.writelines(f"{line}\n" for line in markdown_lines(report))


_WRITERS: dict[str, Callable[[Iterable[Report], Path, str], None]] = {
    ".jsonl": _write_jsonl,
    ".json": _write_json,
    ".csv": _write_csv,
    ".xlsx": lambda reports, path, _what: write_workbook(reports, path),
    ".parquet": _write_parquet,
    ".html": lambda reports, path, _what: write_page(reports, path),
    ".md": _write_markdown,
}
