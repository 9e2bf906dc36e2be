"""Tables with one report a row: CSV, TSV, JSON Lines."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import IO, Any, BinaryIO

from taizhang.lexicon.tables import toml_table
from taizhang.reading.decoding import find_encoding
from taizhang.reading.marks import LONGEST
from taizhang.records import ReportError, Source

_SAMPLE = 1 << 20
_SHORTEST_REPORT = 100
_YEAR = re.compile(r"(?:19|20)\d{2}")


def _plain(name: str) -> str:
    return name.strip().lower().replace(" ", "_").removeprefix("\ufeff")


def _column(row: Mapping[str, Any], kind: str) -> str | None:
    """Find the column of a kind by its name."""
    names = {_plain(name): name for name in row if name}
    return next((names[known] for known in toml_table("columns")[kind] if known in names), None)


def _longest(row: Mapping[str, Any]) -> str | None:
    """Find the column that holds the report by its length, where no name tells it."""
    texts = {name: len(value) for name, value in row.items() if isinstance(value, str)}
    name = max(texts, key=lambda column: texts[column], default=None)
    return name if name and texts[name] >= _SHORTEST_REPORT else None


def _csv_rows(stream: IO[str]) -> Iterator[Mapping[str, Any]]:
    csv.field_size_limit(LONGEST)
    head = stream.readline()
    delimiter = max(",\t;", key=head.count)
    names = next(csv.reader([head], delimiter=delimiter), [])
    yield from csv.DictReader(stream, fieldnames=names, delimiter=delimiter)


def _json_rows(stream: IO[str], name: str) -> Iterator[Mapping[str, Any]]:
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise ReportError(
                f"{name}：第{number}行不是 JSON；每行应是一份报告。"
                f" Line {number} is no JSON; each line should hold one report."
            ) from error
        if not isinstance(row, dict):
            raise ReportError(
                f"{name}：第{number}行不是 JSON 对象。 Line {number} is no JSON object with named fields."
            )
        yield row


def read_rows(stream: BinaryIO | io.RawIOBase, name: str, kind: str) -> Iterator[Source]:
    """Yield the reports of a table, row by row, so that a table of any length can be read.

    The columns are known by their names (``lexicon/data/columns.toml``); where no name tells the text, it is
    the longest cell of the first row. Rows without a text are passed over.

    Args:
        stream: the bytes of the table.
        name: the file's name without its ending; a row is called by its own id, or ``name-3``.
        kind: ``csv`` (also with tabs or semicolons) or ``jsonl``.

    Raises:
        ReportError: no column holds a report, or a line cannot be read.
    """
    sample = stream.read(_SAMPLE)
    encoding = find_encoding(sample, name)
    whole = io.BufferedReader(Again(sample, stream))
    text = io.TextIOWrapper(whole, encoding=encoding, errors="replace", newline="" if kind == "csv" else None)
    rows = _csv_rows(text) if kind == "csv" else _json_rows(text, name)
    seen: set[str] = set()
    try:
        for number, row in enumerate(rows, 1):
            column = _column(row, "text") or _longest(row)
            if column is None:
                raise ReportError(
                    f"{name}：没有一列是报告正文（如 full_text、content、正文）。"
                    f" No column holds a report; name it full_text, content or 正文."
                )
            words = row[column]
            if isinstance(words, str) and len(words) > LONGEST:
                raise ReportError(
                    f"{name}：第{number}份有{len(words)}个字符，比任何一份报告都长。"
                    f" Report {number} has {len(words)} characters, more than any report."
                )
            if isinstance(words, str) and words.strip():
                yield _source(row, words, name, number, encoding, seen)
    except csv.Error as error:
        raise ReportError(
            f"{name}：表格读不下去（{error}）。 The table cannot be read on ({error})."
        ) from error


def _cell(row: Mapping[str, Any], kind: str) -> str:
    column = _column(row, kind)
    return str(row[column] if column and row[column] is not None else "").strip()


def _source(
    row: Mapping[str, Any], words: str, name: str, number: int, encoding: str, seen: set[str]
) -> Source:
    own = _cell(row, "name")
    if not own or own in seen:
        own = f"{name}-{number}"
    seen.add(own)
    year = _YEAR.search(_cell(row, "year"))
    return Source(
        name=own,
        text=words,
        format="row",
        encoding=encoding,
        area=_cell(row, "area") or None,
        year=int(year[0]) if year else None,
    )


class Again(io.RawIOBase):
    """A stream that gives its first part again before the rest."""

    def __init__(self, first: bytes, rest: BinaryIO | io.RawIOBase) -> None:
        self._first = io.BytesIO(first)
        self._rest = rest

    def readable(self) -> bool:
        """Say that the stream can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer from the first part, then from the rest."""
        data = self._first.read(len(buffer)) or self._rest.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
