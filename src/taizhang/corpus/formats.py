"""Formats of the panel: CSV, SDMX-CSV, Excel, Stata, Parquet in one file or partitioned; codebook beside."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from taizhang.corpus.panel import PanelRow
from taizhang.export.aside import folder_written_aside, written_aside
from taizhang.export.tables import safe_text
from taizhang.lexicon.indicators import by_id
from taizhang.lexicon.tables import csv_table
from taizhang.records import ReportError

Row = Mapping[str, Any]

#: Endings that a panel can be written to; no ending means a folder, partitioned by year.
ENDINGS = (".parquet", ".csv", ".sdmx.csv", ".xlsx", ".dta")
_BATCH = 5_000
_SHEET_ROWS = 1_048_576
_NEEDED = {".parquet": ("pyarrow",), "": ("pyarrow",), ".dta": ("pandas",)}


def as_dict(row: PanelRow) -> dict[str, Any]:
    """Give a row as a dict by column."""
    return {name: getattr(row, name) for name in PanelRow.__struct_fields__}


def check_output(path: Path, *, overwrite: bool) -> None:
    """Make sure that a panel can be written to ``path``, before thousands of files are read for it.

    Raises:
        ReportError: an ending that is not known, an extra that is missing, a name that is taken.
    """
    ending = _ending(path)
    if ending and ending not in _WRITERS:
        raise ReportError(f"{path}：结尾应为 {' '.join(ENDINGS)} 或一个目录名 / or a folder's name")
    for module in _NEEDED.get(ending, ()):
        _extra(module)
    if not path.parent.is_dir():
        raise ReportError(f"{path.parent}：没有这个目录，请先建立 / no such folder; make it first")
    if path.exists() and not overwrite:
        raise ReportError(
            f"{path}：已经存在，换个名字或加 --overwrite / exists already; choose a name or --overwrite"
        )
    if path.exists() and path.is_dir() != (not ending):
        raise ReportError(f"{path}：是{'目录' if ending else '文件'}，请换个名字 / choose another name")
    strange = [child.name for child in path.iterdir()] if path.is_dir() else []
    strange = [name for name in strange if not name.startswith("year=")]
    if strange:
        raise ReportError(
            f"{path}：目录里还有别的东西（{strange[0]}），不敢覆盖，请换个名字 / the folder holds other things; "
            "choose another name"
        )


def _ending(path: Path) -> str:
    return next(
        (e for e in sorted(ENDINGS, key=len, reverse=True) if path.name.lower().endswith(e)), path.suffix
    )


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
    ending = _ending(path)
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


def kinds(columns: list[str]) -> dict[str, str]:
    """Give the type of each column by the codebook."""
    known = {row["name"]: row["type"] for row in csv_table("panel_columns")}
    return {name: known.get(name, "string" if name.endswith("_unit") else "number") for name in columns}


def _write_csv(rows: Iterable[Row], path: Path, columns: list[str]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.DictWriter(out, columns, restval="")
        writer.writeheader()
        writer.writerows({name: _plain(row.get(name)) for name in columns} for row in rows)


def _plain(value: Any) -> Any:
    """Give a cell for CSV: a number in digits, a text that no spreadsheet takes for a formula."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value if value == "=" else safe_text(value)  # a bound alone is no formula


def _write_sdmx(rows: Iterable[Row], path: Path, _columns: list[str]) -> None:
    """Write SDMX-CSV 2.0: one observation a row, dimensions first; codes in docs/panel.md.

    Source: SDMX-CSV 2.0 (SDMX 3.0), "Data message field guide": STRUCTURE, STRUCTURE_ID and ACTION come
    first, then dimensions, measures and attributes; the dimensions of a row identify its observation.
    """
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow([line["name"] for line in csv_table("panel_sdmx")])
        seen: dict[tuple[Any, ...], list[list[Any]]] = {}
        here = None
        for row in rows:
            if here != (here := (row["area"], row.get("area_code"), row["year"])):
                seen.clear()
            for key, observation in _observations(row):
                said = seen.setdefault(key, [])
                if observation in said:
                    continue  # one result may answer two targets
                said.append(observation)
                writer.writerow(["dataflow", "TAIZHANG:PANEL(1.0)", "I", *key, len(said), *observation])


def _observations(row: Row) -> Iterator[tuple[tuple[Any, ...], list[Any]]]:
    """Give the observations of a row: the key but for its number, then value and attributes."""
    place = row.get("area_code") or _plain(row["area"]) or "_X"
    name = row.get("indicator") or _plain(row["indicator_name"])
    key = (place, row["year"], name, (row.get("measure") or "_Z").upper())
    for role in ("target_value", "target_low", "target_high"):
        if row.get(role) is not None:
            source = [_plain(row.get("target_sentence")), _plain(row.get("target_file"))]
            bound = (row.get("target_type") or "").upper()
            named = (*key, role.removesuffix("_value").upper())
            yield named, [_plain(row[role]), row.get("unit"), "A", bound, *source]
    if row.get("result_value") is not None:
        source = [_plain(row.get("result_sentence")), _plain(row.get("result_file"))]
        bound = _BOUNDS[row.get("result_rel") or "="]
        yield (*key, "RESULT"), [_plain(row["result_value"]), row.get("result_unit"), "A", bound, *source]
    elif row.get("target_status") in {"not_stated", "passage_not_found"}:
        yield (*key, "TARGET"), ["", "", "M", str(row["target_status"]).upper(), "", ""]


_BOUNDS = {
    "=": "POINT",
    "~": "AROUND",
    ">=": "FLOOR",
    ">": "OVER",
    "<=": "CEILING",
    "<": "UNDER",
    "range": "RANGE",
}


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
    for number, line in enumerate([_BOOK_HEAD, *_codebook(columns)]):
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
    pandas = _extra("pandas")
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
    labels = {name: zh[:80] for name, _, zh, _ in _codebook(columns)}
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


def _extra(name: str) -> Any:
    from importlib import import_module  # noqa: PLC0415

    try:
        return import_module(name)
    except ImportError as error:
        raise ReportError(
            "这种格式需要附加组件：pip install 'taizhang[panel]' / this format needs the extra panel"
        ) from error


def _schema(columns: list[str]) -> Any:
    pa = _extra("pyarrow")
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
    with _extra("pyarrow.parquet").ParquetWriter(path, schema) as writer:
        for batch in _record_batches(rows, schema):
            writer.write_batch(batch)


def _record_batches(rows: Iterable[Row], schema: Any) -> Iterator[Any]:
    pa = _extra("pyarrow")
    iterator = iter(rows)
    while chunk := list(islice(iterator, _BATCH)):
        cells = {name: [_native(row.get(name)) for row in chunk] for name in schema.names}
        yield pa.record_batch([pa.array(cells[f.name], f.type) for f in schema], schema=schema)


def _write_partitioned(rows: Iterable[Row], folder: Path, columns: list[str]) -> None:
    """Write a folder ``year=2025/…parquet`` that DuckDB and Polars read at once."""
    pa, dataset = _extra("pyarrow"), _extra("pyarrow.dataset")
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
    ".csv": _write_csv,
    ".sdmx.csv": _write_sdmx,
    ".xlsx": _write_xlsx,
    ".dta": _write_stata,
    ".parquet": _write_parquet,
}


_BOOK_HEAD = ["name", "type", "zh", "en"]
_PARTS = {"target": "目标", "result": "结果", "gap": "差距", "unit": "单位"}


def _codebook(columns: list[str]) -> list[list[str]]:
    """Give name, type, Chinese and English of each column, of the long form or the wide."""
    known = {row["name"]: [row[key] for key in _BOOK_HEAD] for row in csv_table("panel_columns")}
    return [known.get(name) or _wide_column(name) for name in columns]


def _wide_column(name: str) -> list[str]:
    code, _, part = name.rpartition("_")
    indicator = by_id(code)
    zh, en = (indicator.zh, indicator.en) if indicator else (code, code)
    return [name, kinds([name])[name], f"{zh}：{_PARTS[part]}", f"{en}: {part}"]


def write_codebook(path: Path, columns: list[str], count: int) -> list[Path]:
    """Write the codebook (CSV) and the Data Package descriptor beside a panel.

    Source: Frictionless Data, "Data Package" 1.0 (a tabular resource is CSV, others are plain resources).

    Returns:
        the files written.
    """
    ending = _ending(path)
    sdmx = [[line[key] for key in _BOOK_HEAD] for line in csv_table("panel_sdmx")]
    lines = sdmx if ending == ".sdmx.csv" else _codebook(columns)
    codebook = path.with_name(f"{path.name}.codebook.csv")
    with written_aside(codebook) as aside, aside.open("w", encoding="utf-8-sig", newline="") as out:
        csv.writer(out).writerows([_BOOK_HEAD, *lines])
    package = path.with_name(f"{path.name}.datapackage.json")
    with written_aside(package) as aside:
        aside.write_text(
            json.dumps(_descriptor(path, ending, lines, count), ensure_ascii=False, indent=1),
            encoding="utf-8",
        )
    return [codebook, package]


def _descriptor(path: Path, ending: str, lines: list[list[str]], count: int) -> dict[str, Any]:
    tabular = ending in {".csv", ".sdmx.csv"}
    parts = sorted(f"{path.name}/{part.relative_to(path).as_posix()}" for part in path.rglob("*.parquet"))
    fields = [{"name": name, "type": kind, "title": zh, "description": en} for name, kind, zh, en in lines]
    resource = {
        "name": "panel",
        "path": path.name if ending else parts,
        "profile": "tabular-data-resource" if tabular else "data-resource",
        "format": ending.rpartition(".")[2] or "parquet",
        "mediatype": _MEDIA[ending],
        **({"encoding": "utf-8"} if tabular else {}),
        "schema": {"fields": fields},
    }
    return {
        "name": "taizhang-panel",
        "profile": "tabular-data-package" if tabular else "data-package",
        "rows": count,
        "resources": [resource],
    }


_MEDIA = {
    "": "application/vnd.apache.parquet",
    ".parquet": "application/vnd.apache.parquet",
    ".csv": "text/csv",
    ".sdmx.csv": "application/vnd.sdmx.data+csv",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".dta": "application/x-stata-dta",
}
