"""Lights: the facts of a task on a day, and the first rule that they fulfil."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.utils import timezone

from taizhang.office.models import Progress, Task
from taizhang.office.rules import rules
from taizhang.office.services.clocks import missed, reported_days

OPEN = ("assigned", "working", "review", "returned")
OVER = ("done", "closed", "void")
"""States of tasks that take no tasks below them any more."""


@dataclass(frozen=True, slots=True)
class Light:
    """A light, why, and the facts that decided."""

    light: str
    why: str
    facts: dict[str, float] = field(default_factory=dict)


PARTS = (
    "progress",
    "checkpoints",
    "stages",
    "supports",
    "children__progress",
    "children__stages",
    "children__children",
)
"""What computing a light reads besides the task itself."""


def load(pk: int) -> Task:
    """A task with all that its light is computed from."""
    task: Task = Task.objects.select_related("lead", "parent").prefetch_related(*PARTS).get(pk=pk)
    return task


def share_of(task: Task, day: date) -> Decimal | None:
    """How much of a task is done on ``day``, 0 to 1; None where nothing measurable is set."""
    if task.state in ("done", "closed"):
        return Decimal(1)
    children = [child for child in task.children.all() if child.state != "void"]
    if children:
        whole = sum((child.weight for child in children), Decimal(0))
        parts = sum(((share_of(child, day) or Decimal(0)) * child.weight for child in children), Decimal(0))
        return parts / whole if whole else Decimal(0)
    if task.target is not None:
        last = _last_value(task, day)
        return Decimal(0) if last is None else _share_of_value(task, last)
    stages = list(task.stages.all())
    if stages:
        return Decimal(sum(stage.done_on is not None and stage.done_on <= day for stage in stages)) / len(
            stages
        )
    return None


def pace_of(task: Task, day: date) -> Decimal | None:
    """How much should be done on ``day``: by the checkpoints, else evenly up to the deadline."""
    if task.assigned_on is None:
        return None
    points = [point for point in task.checkpoints.all() if point.value is not None]
    if points and task.target is not None:
        due = [point for point in points if point.due <= day]
        return _share_of_value(task, due[-1].value) if due else Decimal(0)
    if task.deadline is None or (task.target is not None and task.pace == "rate"):
        return None
    length = (task.deadline - task.assigned_on).days
    gone = (day - task.assigned_on).days
    return Decimal(1) if length <= 0 else max(Decimal(0), min(Decimal(1), Decimal(gone) / length))


def facts_of(task: Task, day: date) -> tuple[dict[str, float], dict[str, object]]:
    """Give the facts that rules may ask for, and the words that fill their reasons."""
    facts: dict[str, float] = {}
    if task.deadline:
        facts["days_left"] = (task.deadline - day).days
        facts["overdue_days"] = max(0, (day - task.deadline).days) if task.state != "review" else 0
    facts["no_date"] = float(not task.deadline and not task.checkpoints.all())
    spoken = reported_days(task, day)
    last = max([*spoken, *([task.assigned_on] if task.assigned_on else [])], default=day)
    facts["silent_days"] = (day - last).days
    late = missed(task, day)
    facts["missed"] = len(late)
    share, pace = share_of(task, day), pace_of(task, day)
    if share is not None:
        facts["share"] = float(share)
        if pace is not None:
            facts["behind"] = float(pace - share)
    facts["behind_checkpoint"] = _behind_checkpoints(task, day)
    facts["blocked"] = float(task.reported == "blocked")
    words: dict[str, object] = {
        name: int(value) for name, value in facts.items() if name not in ("share", "behind")
    } | {
        "missed_names": "、".join(f"{due.name}（{due.day:%m-%d}）" for due in late[-3:]),
        "share_pct": _percent(share),
        "pace_pct": _percent(pace),
        "behind_pct": _percent(pace - share) if share is not None and pace is not None else "0",
    }
    return facts, words


def light_of(task: Task, day: date) -> Light:
    """Compute a task's light on ``day``; no light for a task that is not open."""
    if task.state not in OPEN:
        return Light("", rules().states[task.state].name)
    facts, words = facts_of(task, day)
    for rule in rules().lights[task.lights].rules:
        if all(fact in facts and bound.holds(facts[fact]) for fact, bound in rule.when.items()):
            return Light(rule.light, rule.why.format(**words), facts)
    return Light("", "")


def refresh(task: Task, day: date) -> bool:
    """Set the computed fields of ``task`` (not saved); say whether its light changed."""
    light = light_of(task, day)
    changed = light.light != task.light
    if changed:
        task.light_since = day if light.light else None
    task.light, task.light_why = light.light, light.why
    share = share_of(task, day)
    task.share = None if share is None else min(Decimal("9.9999"), max(Decimal("-9.9999"), round(share, 4)))
    return changed


def severity(task: Task) -> int:
    """Gravity of a task's light, 0 for the mildest."""
    return rules().lights[task.lights].severity(task.light) if task.light else 0


def _last_value(task: Task, day: date) -> Decimal | None:
    values = [
        item
        for item in task.progress.all()
        if item.value is not None and timezone.localtime(item.at).date() <= day
    ]
    last: Progress | None = max(values, key=lambda item: (item.at, item.pk), default=None)
    return None if last is None else last.value


def _share_of_value(task: Task, value: Decimal) -> Decimal:
    start = task.baseline if task.baseline is not None and task.pace == "sum" else Decimal(0)
    if task.direction == "down" and task.pace == "rate":
        return (
            Decimal(1)
            if value <= task.target
            else max(Decimal(0), 1 - (value - task.target) / _size(task.target))
        )
    if task.target == start:
        return Decimal(1) if _reached(task, value, task.target) else Decimal(0)
    return min(Decimal(1), max(Decimal(0), (value - start) / (task.target - start)))


def _size(value: Decimal) -> Decimal:
    return abs(value) or Decimal(1)


def _reached(task: Task, value: Decimal, wanted: Decimal) -> bool:
    return value <= wanted if task.direction == "down" else value >= wanted


def _behind_checkpoints(task: Task, day: date) -> int:
    points = [point for point in task.checkpoints.all() if point.value is not None and point.due <= day]
    last = _last_value(task, day)
    return sum(last is None or not _reached(task, last, point.value) for point in points)


def _percent(share: Decimal | None) -> str:
    return "—" if share is None else f"{share * 100:.0f}"
