"""Tracing: promises tied to later results, with a verdict and its reasons."""

from taizhang.tracing.matching import link_entries
from taizhang.tracing.reports import pairs, trace
from taizhang.tracing.verdicts import Judged

__all__ = ["Judged", "link_entries", "pairs", "trace"]
