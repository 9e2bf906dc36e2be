"""Reads one report in a process of its own: a damaged file can then not take the server with it.

``python -m taizhang.office.reader FILE OUT [AREA [YEAR]]`` writes JSON to OUT and says each step on one
line (``step 3 entries``); a report that cannot be read ends with one sentence and exit code 1.
"""

import json
import sys
from pathlib import Path
from typing import Any

import taizhang
from taizhang.records import encode_row

STEPS = ("text", "health", "entries", "targets", "tasks")


def main(arguments: list[str]) -> int:
    """Read and write; see the module."""
    file, out, area, year = (*arguments, "", "")[:4]
    try:
        report = taizhang.read(file, area=area or None, year=int(year) if year else None)
        found: dict[str, Any] = {}
        for number, step in enumerate(STEPS, 1):
            print(f"step {number} {step}", flush=True)  # noqa: T201 (the parent process listens)
            found |= _read(report, step)
    except taizhang.ReportError as error:
        print(f"error {error}", flush=True)  # noqa: T201
        return 1
    Path(out).write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    return 0


def _read(report: taizhang.Report, step: str) -> dict[str, Any]:
    if step == "text":
        return {"text": report.text}
    if step == "health":
        outline = json.loads(encode_row(report.outline))
        return {"outline": outline, "area": report.area, "year": report.year}
    return {step: [json.loads(encode_row(row)) for row in getattr(report, step)]}


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
