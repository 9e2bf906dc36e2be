"""Tracing: promises tied to later results, with a verdict and its reasons."""

from taizhang.tracing.headline import judge_headline, judge_headlines
from taizhang.tracing.matching import link_entries
from taizhang.tracing.reports import pairs, trace
from taizhang.tracing.verdicts import Judged
from taizhang.tracing.within import Climb, climbs, contradictions

__all__ = [
    "Climb",
    "Judged",
    "climbs",
    "contradictions",
    "judge_headline",
    "judge_headlines",
    "link_entries",
    "pairs",
    "trace",
]
