"""The gate: scores on the gold sets stay at or above their floors."""

import pytest

import scores
from taizhang.evaluation import check_floors, read_floors


@pytest.mark.slow
@pytest.mark.parametrize("name", ["entries", "targets", "tasks", "outline", "trace"])
def test_scores_hold_their_floors(shared, name):
    assert check_floors(read_floors(scores.FLOORS)[name], scores.GOLD[name], scores.measure(name)) == []
