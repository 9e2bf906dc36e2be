"""Burden: what each unit is asked for in a month, and the cap that warns the one who asks."""

from datetime import date

from django.db.models import Count, Q, Sum

from taizhang.office.models import Ask, Task, Unit
from taizhang.office.rules import rules
from taizhang.office.services.acting import Actor, now

NAMES = {"requests": "交办要求", "reminders": "提醒催办", "fields": "填报栏目"}
"""What the caps are called."""


def month_of(unit: Unit, day: date) -> dict[str, int]:
    """Count requests, reminders and fields asked of ``unit`` in the month of ``day``."""
    asked = Ask.objects.filter(unit=unit, at__year=day.year, at__month=day.month).aggregate(
        requests=Count("pk", filter=Q(kind="request")),
        reminders=Count("pk", filter=Q(kind="reminder")),
        fields=Sum("fields"),
    )
    return {name: count or 0 for name, count in asked.items()}


def over_cap(unit: Unit, day: date) -> list[tuple[str, int, int]]:
    """List what of the month's caps a unit has reached: name, count, cap."""
    return over_cap_with(unit, day, {}, least=0)


def over_cap_with(unit: Unit, day: date, more: dict[str, int], least: int = 1) -> list[tuple[str, int, int]]:
    """List what of the month's caps a unit would pass (by ``least``) with ``more`` asked: name, count, cap."""
    counts = month_of(unit, day)
    return [
        (NAMES[name], count, cap)
        for name, cap in rules().burden.cap.items()
        if (count := counts.get(name, 0) + more.get(name, 0)) >= cap + least
    ]


def weight_of(kind: str, times: int = 1) -> dict[str, int]:
    """What asking ``times`` for something (``request`` or ``reminder``) adds to the month's counts."""
    if kind == "reminder":
        return {"reminders": times}
    return {"requests": times, "fields": times * len(rules().burden.form["feedback"])}


def ask(actor: Actor, task: Task, kind: str, units: list[Unit]) -> None:
    """Count a request or a reminder against each unit."""
    fields = weight_of(kind).get("fields", 0)
    for unit in units:
        Ask.objects.create(unit=unit, task=task, kind=kind, fields=fields, by=actor.person, at=now())
