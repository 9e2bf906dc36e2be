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
    counts = month_of(unit, day)
    return [
        (NAMES[name], counts[name], cap)
        for name, cap in rules().burden.cap.items()
        if counts.get(name, 0) >= cap
    ]


def ask(actor: Actor, task: Task, kind: str, units: list[Unit]) -> None:
    """Count a request or a reminder against each unit."""
    fields = len(rules().burden.form["feedback"]) if kind == "request" else 0
    for unit in units:
        Ask.objects.create(unit=unit, task=task, kind=kind, fields=fields, by=actor.person, at=now())
