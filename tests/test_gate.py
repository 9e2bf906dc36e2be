"""The gate of floors: it holds, it speaks of one gold set only, and it is never lowered in silence."""

import hashlib

import pytest

from taizhang.evaluation import check_floors, raise_floors, read_floors
from taizhang.records import ReportError


@pytest.fixture
def files(tmp_path):
    gold = tmp_path / "gold.jsonl"
    gold.write_text("{}\n")
    floors = tmp_path / "floors.toml"
    digest = hashlib.sha256(gold.read_bytes()).hexdigest()
    floors.write_text(f'[entries]\ngold_sha256 = "{digest}"\n[entries.floors]\nstrict_F1 = 0.9\n')
    return gold, floors


def test_a_figure_below_its_floor_is_named(files):
    gold, floors = files
    table = read_floors(floors)["entries"]
    assert check_floors(table, gold, {"strict_F1": 0.91}) == []
    (sentence,) = check_floors(table, gold, {"strict_F1": 0.89})
    assert "strict_F1" in sentence


def test_another_gold_set_is_refused(files):
    gold, floors = files
    gold.write_text("{ }\n")
    with pytest.raises(ReportError, match="sha256"):
        check_floors(read_floors(floors)["entries"], gold, {"strict_F1": 1.0})


def test_lowering_needs_a_reason_and_keeps_it(files):
    _, floors = files
    with pytest.raises(ReportError, match="lower-because"):
        raise_floors(floors, "entries", {"strict_F1": 0.8})
    raise_floors(floors, "entries", {"strict_F1": 0.8}, lower_because="the guide changed")
    table = read_floors(floors)["entries"]
    assert table.floors == {"strict_F1": 0.8}
    assert table.lowered[0].was == 0.9
    raise_floors(floors, "entries", {"strict_F1": 0.95678})
    table = read_floors(floors)["entries"]
    assert table.floors == {"strict_F1": 0.9567}
    assert len(table.lowered) == 1
