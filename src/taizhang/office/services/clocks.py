"""Clocks: when something is expected of a task, and what was missed."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from django.utils import timezone

from taizhang.office.models import Task
from taizhang.office.rules import Clock, Every, rules
from taizhang.office.services.days import add_workdays

FIRST_ROUND = timedelta(days=10)
"""What comes round is first due no sooner than this after assignment."""


@dataclass(frozen=True, slots=True)
class Due:
    """A point of the clock on its day: what is expected, and whether it came."""

    day: date
    expects: str
    name: str
    met: bool


def reported_days(task: Task, day: date) -> list[date]:
    """Days up to ``day`` on which progress was reported."""
    zone = timezone.get_current_timezone()
    days = {item.at.astimezone(zone).date() for item in task.progress.all()}
    return sorted(one for one in days if one <= day)


def dues(task: Task, day: date, ahead: int = 0) -> list[Due]:
    """List the points of a task's clock that were due by ``day`` (or fall due ``ahead`` days later)."""
    clock = rules().clocks.get(task.clock)
    if clock is None or task.assigned_on is None:
        return []
    spoken = reported_days(task, day)
    limit = day + timedelta(days=ahead)
    found: list[Due] = []
    previous = task.assigned_on - timedelta(days=1)
    for due, expects, name in _points(clock, task.assigned_on, min(limit, task.done_on or limit)):
        met = _met(task, expects, spoken, previous)
        if expects == "feedback":
            previous = due
        found.append(Due(due, expects, name, met))
    return found


def missed(task: Task, day: date) -> list[Due]:
    """Points that were due before ``day`` and did not come."""
    return [due for due in dues(task, day) if due.day < day and not due.met]


def next_due(task: Task, day: date) -> Due | None:
    """The next point of the clock that is still to be met, within a quarter; none for a task that is over."""
    if not rules().states[task.state].open:
        return None
    return next((due for due in dues(task, day, ahead=92) if not due.met), None)


def _met(task: Task, expects: str, spoken: list[date], after: date) -> bool:
    if expects == "sign":
        return task.signed_on is not None
    if expects == "ask_close":
        return task.asked_close_on is not None or task.state in ("review", "done", "closed")
    return any(one > after for one in spoken)


@lru_cache(maxsize=4096)  # tasks are handed out many on one day
def _points(clock: Clock, start: date, limit: date) -> tuple[tuple[date, str, str], ...]:
    points = [
        (
            add_workdays(start, point.after)
            if point.unit == "workday"
            else start + timedelta(days=point.after),
            point.expects,
            point.name,
        )
        for point in clock.points
    ]
    if clock.every:
        points += [(day, clock.every.expects, clock.every.name) for day in _rounds(clock.every, start, limit)]
    return tuple(sorted(point for point in points if point[0] <= limit))


def _rounds(every: Every, start: date, limit: date) -> list[date]:
    step = 3 if every.period == "quarter" else 1
    year, month = start.year, start.month
    found = []
    while (year, month) <= (limit.year, limit.month):
        if month % step == 0:
            day = date(year, month, min(every.day, monthrange(year, month)[1]))
            if start + FIRST_ROUND <= day <= limit:
                found.append(day)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return found
