"""Formats of the panel: CSV, SDMX-CSV, Excel, Stata, Parquet in one file or partitioned."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from taizhang.corpus.codebook import BOOK_HEAD, codebook_of, kinds
from taizhang.corpus.csvs import Row, write_csv, write_sdmx
from taizhang.corpus.outputs import check_output, ending_of, extra
from taizhang.corpus.panel import PanelRow
from taizhang.export.aside import folder_written_aside, written_aside
from taizhang.records import ReportError

_BATCH = 5_000
_SHEET_ROWS = 1_048_576


def as_dict(row: PanelRow) -> dict[str, Any]:
    """Give a row as a dict by column."""
    return {name: getattr(row, name) for name in PanelRow.__struct_fields__}


def write_panel(rows: Iterable[Row], path: Path, columns: list[str]) -> int:
    """Write a panel; the ending gives the format.

    Args:
        rows: taken as they come; CSV and Parquet hold no more than some thousands in memory.
        path: replaced when it is there; ``check_output`` says beforehand whether it may be.
        columns: names, in order; those of the codebook get its types, others are numbers.

    Returns:
        the number of rows.

    Raises:
        ReportError: an ending that is not known, a format whose extra is not installed, a full disk.
    """
    check_output(path, overwrite=True)
    counted = _Counted(rows)
    ending = ending_of(path)
    if ending:
        with written_aside(path) as aside:
            _WRITERS[ending](counted, aside, columns)
    else:
        with folder_written_aside(path) as aside:
            _write_partitioned(counted, aside, columns)
    return counted.count


class _Counted:
    """Rows that are counted as they pass."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = rows
        self.count = 0

    def __iter__(self) -> Iterator[Row]:
        for row in self._rows:
            self.count += 1
            yield row


def _write_xlsx(rows: Iterable[Row], path: Path, columns: list[str]) -> None:
    from xlsxwriter import Workbook  # noqa: PLC0415 - loaded only when a workbook is written
    from xlsxwriter.exceptions import FileCreateError  # noqa: PLC0415

    # Rows wait in a file of their own until the workbook is closed; it lies on the disk of the output.
    with TemporaryDirectory(dir=path.parent, prefix=f"{path.name}.") as waiting:
        options = {"strings_to_formulas": False, "strings_to_urls": False, "constant_memory": True}
        book = Workbook(str(path), {**options, "tmpdir": waiting})
        try:
            _fill_book(book, rows, columns)
            book.close()
        except FileCreateError as error:
            raise OSError(str(error)) from error
        finally:
            book.fileclosed = True  # a book that failed must not try to close itself later


def _fill_book(book: Any, rows: Iterable[Row], columns: list[str]) -> None:
    sheet = book.add_worksheet("panel")
    head = book.add_format({"bold": True, "bg_color": "#E7EEF7"})
    sheet.freeze_panes(1, 4)
    for number, name in enumerate(columns):
        sheet.write_string(0, number, name, head)
    count = 0
    for count, row in enumerate(rows, 1):
        if count >= _SHEET_ROWS:
            raise ReportError(
                f"Excel 一张表最多 {_SHEET_ROWS:,} 行，放不下；请写成 .parquet 或 .csv / more rows than a sheet "
                "of Excel holds; write .parquet or .csv"
            )
        _fill_row(sheet, count, [row.get(name) for name in columns])
    sheet.autofilter(0, 0, max(count, 1), len(columns) - 1)
    codebook = book.add_worksheet("codebook")
    for number, line in enumerate([BOOK_HEAD, *codebook_of(columns)]):
        _fill_row(codebook, number, line)


def _fill_row(sheet: Any, number: int, cells: list[Any]) -> None:
    for column, value in enumerate(cells):
        if isinstance(value, bool):
            sheet.write_boolean(number, column, value)
        elif isinstance(value, int | Decimal):
            sheet.write_number(number, column, float(value))
        elif value is not None:
            sheet.write_string(number, column, str(value))


def _write_stata(rows: Iterable[Row], path: Path, columns: list[str]) -> None:
    pandas = extra("pandas")
    frame = pandas.DataFrame(
        [{name: _native(row.get(name)) for name in columns} for row in rows], columns=columns
    )
    texts = {}
    for name, kind in kinds(columns).items():
        if kind in {"number", "year", "integer"}:
            frame[name] = pandas.to_numeric(frame[name])
        elif kind == "boolean":
            frame[name] = frame[name].astype("Int8").astype("float32")
        else:
            frame[name] = frame[name].fillna("").astype(str)
            texts[name] = kind
    labels = {name: zh[:80] for name, _, zh, _ in codebook_of(columns)}
    # Version 118 is the first that holds UTF-8; long texts go as strL.
    frame.to_stata(
        path, write_index=False, version=118, variable_labels=labels, convert_strl=_long_texts(frame, texts)
    )


def _long_texts(frame: Any, texts: Mapping[str, str]) -> list[str]:
    return [
        name for name in texts if len(frame) and int(frame[name].str.encode("utf-8").str.len().max()) > 2_000
    ]


def _native(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal) else value


def _schema(columns: list[str]) -> Any:
    pa = extra("pyarrow")
    types = {
        "string": pa.string(),
        "number": pa.float64(),
        "year": pa.int32(),
        "integer": pa.int64(),
        "boolean": pa.bool_(),
    }
    return pa.schema([(name, types[kind]) for name, kind in kinds(columns).items()])


def _write_parquet(rows: Iterable[Row], path: Path, columns: list[str]) -> None:
    schema = _schema(columns)
    with extra("pyarrow.parquet").ParquetWriter(path, schema) as writer:
        for batch in _record_batches(rows, schema):
            writer.write_batch(batch)


def _record_batches(rows: Iterable[Row], schema: Any) -> Iterator[Any]:
    pa = extra("pyarrow")
    iterator = iter(rows)
    while chunk := list(islice(iterator, _BATCH)):
        cells = {name: [_native(row.get(name)) for row in chunk] for name in schema.names}
        yield pa.record_batch([pa.array(cells[f.name], f.type) for f in schema], schema=schema)


def _write_partitioned(rows: Iterable[Row], folder: Path, columns: list[str]) -> None:
    """Write a folder ``year=2025/…parquet`` that DuckDB and Polars read at once."""
    pa, dataset = extra("pyarrow"), extra("pyarrow.dataset")
    schema = _schema(columns)
    partitioning = dataset.partitioning(pa.schema([("year", pa.int32())]), flavor="hive")
    dataset.write_dataset(
        _record_batches(rows, schema),
        folder,
        schema=schema,
        format="parquet",
        partitioning=partitioning,
        max_partitions=2_000,
        existing_data_behavior="overwrite_or_ignore",  # the folder is new; this only allows it to be there
    )


_WRITERS: dict[str, Callable[[Iterable[Row], Path, list[str]], None]] = {
    ".csv": write_csv,
    ".sdmx.csv": write_sdmx,
    ".xlsx": _write_xlsx,
    ".dta": _write_stata,
    ".parquet": _write_parquet,
}
