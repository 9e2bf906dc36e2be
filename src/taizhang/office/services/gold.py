"""Checked rows as gold rows, in the form that the scorers take (``taizhang score``, entry contract)."""

from pathlib import Path
from typing import Any

from taizhang.office.models import Report, Row
from taizhang.office.services.review import FIELDS, LIVE, standing

_ENDS = "。！？\n"
_CARRIED = ("projects",)
"""What stands in gold rows too, though nobody can correct it on the check page."""


def gold(report: Report, kind: str) -> list[dict[str, Any]]:
    """Give what was checked of one kind.

    Entries count by the sentence: one in which a row is still unchecked says nothing yet and is left out; a
    dropped entry stands as ``skip``. When every entry is checked, a row says that the whole is covered.
    """
    rows = list(standing(report, kind))
    doc = Path(report.upload.name).stem if report.upload else report.title
    if kind != "entry":
        return [_gold(doc, row) for row in rows if row.state in LIVE]
    unsure = {_sentence(row) for row in rows if row.state == "open"}
    found = [
        _gold(doc, row) | {"sent": list(_sentence(row))}
        for row in rows
        if row.state != "open" and _sentence(row) not in unsure
    ]
    return [{"doc": doc, "covered": "all"}, *found] if rows and not unsure else found


def _gold(doc: str, row: Row) -> dict[str, Any]:
    place = {"doc": doc, "start": row.start, "end": row.end, "text": row.report.text[row.start : row.end]}
    if row.state == "dropped":
        return place | {"skip": "dropped"}
    names = (*FIELDS[row.kind], *_CARRIED)
    return place | {name: row.reading[name] for name in names if row.reading.get(name) not in (None, "")}


def _sentence(row: Row) -> tuple[int, int]:
    text = row.report.text
    start = max(text.rfind(end, 0, row.start) for end in _ENDS) + 1
    ends = [at for end in _ENDS if (at := text.find(end, row.end)) >= 0]
    return start, min(ends, default=len(text) - 1) + 1
