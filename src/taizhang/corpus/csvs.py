"""CSV and SDMX-CSV of the panel."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from taizhang.export.tables import safe_text
from taizhang.lexicon.tables import csv_table

Row = Mapping[str, Any]


def write_csv(rows: Iterable[Row], path: Path, columns: list[str]) -> None:
    """Write CSV in UTF-8 with the mark that Excel wants."""
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.DictWriter(out, columns, restval="")
        writer.writeheader()
        writer.writerows({name: plain(row.get(name)) for name in columns} for row in rows)


def plain(value: Any) -> Any:
    """Give a cell for CSV: a number in digits, a text that no spreadsheet takes for a formula."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value if value == "=" else safe_text(value)  # a bound alone is no formula


def write_sdmx(rows: Iterable[Row], path: Path, _columns: list[str]) -> None:
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
    place = row.get("area_code") or plain(row["area"]) or "_X"
    name = row.get("indicator") or plain(row["indicator_name"])
    key = (place, row["year"], name, (row.get("measure") or "_Z").upper())
    for role in ("target_value", "target_low", "target_high"):
        if row.get(role) is not None:
            source = [plain(row.get("target_sentence")), plain(row.get("target_file"))]
            bound = (row.get("target_type") or "").upper()
            named = (*key, role.removesuffix("_value").upper())
            yield named, [plain(row[role]), row.get("unit"), "A", bound, *source]
    if row.get("result_value") is not None:
        source = [plain(row.get("result_sentence")), plain(row.get("result_file"))]
        bound = _BOUNDS[row.get("result_rel") or "="]
        yield (*key, "RESULT"), [plain(row["result_value"]), row.get("result_unit"), "A", bound, *source]
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
