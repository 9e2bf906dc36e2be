"""Evaluation: how right the entries are against a gold set, and the gate that keeps it so."""

from taizhang.evaluation.gate import Floors, check_floors, raise_floors, read_floors
from taizhang.evaluation.scores import Scores, score_entries, score_files

__all__ = ["Floors", "Scores", "check_floors", "raise_floors", "read_floors", "score_entries", "score_files"]
