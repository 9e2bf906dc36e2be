"""Rows: records to JSON and back; the error that a user is shown."""

from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec

Row = TypeVar("Row", bound=msgspec.Struct)

_ENCODER = msgspec.json.Encoder(decimal_format="number")


class ReportError(Exception):
    """Input that cannot be used: one clear sentence that says what is wrong and what to do."""


def encode_row(row: msgspec.Struct | dict[str, Any]) -> bytes:
    """Encode one record as a line of JSON (UTF-8, decimals as numbers, no line end)."""
    return _ENCODER.encode(row)


def decode_rows(lines: Iterable[bytes | str], kind: type[Row]) -> list[Row]:
    """Decode JSON lines into records of ``kind``; blank lines are passed over.

    Raises:
        ReportError: a line that is not such a row, with its number.
    """
    decoder = msgspec.json.Decoder(kind)
    rows = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            rows.append(decoder.decode(line))
        except msgspec.DecodeError as error:
            message = f"line {number} is not a row of {kind.__name__}: {error}"
            raise ReportError(message) from error
    return rows
