"""Figures: from sentences to entries, one for each value of each indicator."""

from taizhang.figures.assemble import entries

__all__ = ["entries"]
