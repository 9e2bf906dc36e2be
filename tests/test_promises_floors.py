"""Floors of the scores of targets and tasks, on the reports that were open while the rules were written."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import taizhang
from taizhang.records import encode_row

pytestmark = pytest.mark.slow

# The reports whose rows were read while the rules were written; all others stay unseen.
TASK_REPORTS = ("cq-2026", "he-2026", "cn-2024")
TARGET_REPORTS = ("cq-2021", "gz-2026", "jl-2026", "js-2026", "sx-2026", "cn-2005", "cn-2011", "cn-2015")
FLOORS = {
    "tasks": {"row_F1": 0.97, "acc_verb": 0.96, "acc_object": 0.92, "acc_kind": 0.93, "acc_checkable": 0.97,
              "acc_stage": 0.9, "project_names_F1": 0.9},
    "targets": {"type_value_F1": 0.98, "with_indicator_F1": 0.97},
}  # fmt: skip


def scores(shared: Path, folder: Path, what: str, names: tuple[str, ...]) -> dict[str, float]:
    gold, found = folder / "gold.jsonl", folder / "found.jsonl"
    lines = (shared / "gold" / f"{what}.jsonl").read_text(encoding="utf-8").splitlines()
    gold.write_text("\n".join(line for line in lines if json.loads(line)["doc"] in names), encoding="utf-8")
    rows = []
    for name in names:
        report = taizhang.read(shared / "corpus" / f"{name}.txt")
        rows += report.tasks if what == "tasks" else report.targets
    found.write_bytes(b"\n".join(map(encode_row, rows)))
    command = [sys.executable, str(shared / f"score_{what}.py"), str(gold), str(found)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {name: float(value) for name, value in re.findall(r"^(\w+) (\d\.\d+)$", told, re.MULTILINE)}


@pytest.mark.parametrize(("what", "names"), [("tasks", TASK_REPORTS), ("targets", TARGET_REPORTS)])
def test_scores_do_not_fall(shared, tmp_path, what, names):
    reached = scores(shared, tmp_path, what, names)
    below = {name: reached[name] for name, floor in FLOORS[what].items() if reached[name] < floor}
    assert below == {}
