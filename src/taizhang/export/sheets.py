"""Workbooks: a ledger as an office wants it in Excel."""

import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from taizhang.export.tables import TABLES, Cell, Row, Table, for_people
from taizhang.lexicon.messages import name_of
from taizhang.report import Report

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_WIDEST, _NARROWEST = 60, 6


def write_workbook(reports: Iterable[Report], path: Path) -> None:
    """Write the headline targets, tasks, entries and health of reports as one workbook, a sheet each."""
    gathered: dict[str, list[Row]] = {table.name: [] for table in TABLES}
    for report in reports:
        for table in TABLES:
            gathered[table.name].extend(table.rows(report))
    write_sheets([(table, gathered[table.name]) for table in TABLES], path)


def write_sheets(sheets: Iterable[tuple[Table, Iterable[Row]]], path: Path) -> None:
    """Write tables as a workbook: frozen header, filters, widths; no text of a cell starts a formula."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - loaded only when a workbook is written

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(str(path), {**options, "in_memory": True}) as book:
        for table, rows in sheets:
            _write_sheet(book, table, list(rows))


def _write_sheet(book: "Workbook", table: Table, rows: list[Row]) -> None:
    sheet = book.add_worksheet(name_of("sheet", table.name))
    head = book.add_format(
        {"bold": True, "bg_color": "#E7EEF7", "border": 1, "text_wrap": True, "valign": "vcenter"}
    )
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    for column, key in enumerate(table.columns):
        sheet.write_string(0, column, name_of("column", key), head)
        width = max([_width(name_of("column", key)) + 3, *(_width(row.get(key)) for row in rows[:500])])
        sheet.set_column(column, column, min(max(width + 1, _NARROWEST), _WIDEST), wrap)
    for number, row in enumerate(rows, 1):
        for column, key in enumerate(table.columns):
            _write_cell(sheet, number, column, for_people(key, row.get(key)))
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(len(rows), 1), len(table.columns) - 1)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)


def _write_cell(sheet: "Worksheet", row: int, column: int, value: Any) -> None:
    if value is None or value == "":
        return
    if isinstance(value, int | Decimal):
        sheet.write_number(row, column, float(value))
    else:
        sheet.write_string(row, column, str(value))


def _width(value: Cell) -> int:
    # A Chinese character takes the room of two Latin ones.
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in str(value or "")[:_WIDEST])
