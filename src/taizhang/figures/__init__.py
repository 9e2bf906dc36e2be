"""Figures: from sentences to entries, one for each value of each indicator."""

from taizhang.figures.assemble import entries
from taizhang.figures.script import as_written

__all__ = ["as_written", "entries"]
