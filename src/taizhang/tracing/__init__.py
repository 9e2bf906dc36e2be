"""Tracing: promises tied to later results, with a verdict and its reasons."""

from taizhang.tracing.headline import judge_headline, judge_headlines
from taizhang.tracing.matching import link_entries
from taizhang.tracing.projects import ProjectLink, trace_projects
from taizhang.tracing.reports import pairs, trace
from taizhang.tracing.verdicts import Judged
from taizhang.tracing.within import Climb, climbs, contradictions

__all__ = [
    "Climb",
    "Judged",
    "ProjectLink",
    "climbs",
    "contradictions",
    "judge_headline",
    "judge_headlines",
    "link_entries",
    "pairs",
    "trace",
    "trace_projects",
]
