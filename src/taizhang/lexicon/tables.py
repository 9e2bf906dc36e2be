"""Data files of the lexicon: knowledge that a person of the field can read and mend, loaded once."""

import csv
import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

_DATA = files("taizhang.lexicon") / "data"


@cache
def toml_table(name: str) -> dict[str, Any]:
    """Load ``data/<name>.toml``."""
    return tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def csv_table(name: str) -> tuple[dict[str, str], ...]:
    """Load ``data/<name>.csv``, one dict a row by its header; a spreadsheet may have put its mark before it."""
    lines = (_DATA / f"{name}.csv").read_text(encoding="utf-8-sig").splitlines(keepends=True)
    header, *rows = csv.reader(lines)
    return tuple(dict(zip(header, row, strict=True)) for row in rows)


def joined(name: str, key: str) -> str:
    """Join the regular expressions of the list ``key`` of ``data/<name>.toml`` into one, with "or"."""
    return "|".join(f"(?:{entry})" for entry in toml_table(name)[key])


@cache
def joined_pattern(name: str, key: str) -> re.Pattern[str]:
    """Compile the regular expressions of the list ``key`` of ``data/<name>.toml`` as one."""
    return re.compile(joined(name, key))
