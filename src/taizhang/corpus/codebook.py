"""The codebook of a panel, and its Data Package descriptor."""

import csv
import json
from pathlib import Path
from typing import Any

from taizhang.corpus.outputs import ending_of
from taizhang.export.aside import written_aside
from taizhang.lexicon.indicators import by_id
from taizhang.lexicon.tables import csv_table

#: Columns of the codebook itself.
BOOK_HEAD = ["name", "type", "zh", "en"]
_PARTS = {"target": "目标", "result": "结果", "gap": "差距", "unit": "单位"}


def kinds(columns: list[str]) -> dict[str, str]:
    """Give the type of each column by the codebook."""
    known = {row["name"]: row["type"] for row in csv_table("panel_columns")}
    return {name: known.get(name, "string" if name.endswith("_unit") else "number") for name in columns}


def codebook_of(columns: list[str]) -> list[list[str]]:
    """Give name, type, Chinese and English of each column, of the long form or the wide."""
    known = {row["name"]: [row[key] for key in BOOK_HEAD] for row in csv_table("panel_columns")}
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
    ending = ending_of(path)
    sdmx = [[line[key] for key in BOOK_HEAD] for line in csv_table("panel_sdmx")]
    lines = sdmx if ending == ".sdmx.csv" else codebook_of(columns)
    codebook = path.with_name(f"{path.name}.codebook.csv")
    with written_aside(codebook) as aside, aside.open("w", encoding="utf-8-sig", newline="") as out:
        csv.writer(out).writerows([BOOK_HEAD, *lines])
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
