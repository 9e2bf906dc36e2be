"""The clocks of all tasks, moved day by day, and urging by the ladder."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from taizhang.office.models import Head, Task, TickDay, Urge
from taizhang.office.rules import Rung, rules
from taizhang.office.services import burden, lights, record
from taizhang.office.services.acting import CLOCK, now, today
from taizhang.office.services.days import workdays_between

LONGEST_SILENCE = 400
"""Days that are caught up at most."""


@dataclass(frozen=True, slots=True)
class Ticked:
    """What a run did: days walked, lights changed, urgings sent."""

    days: int
    changed: int
    urged: int


def tick(until: date | None = None) -> Ticked:
    """Move every clock up to ``until`` (today), one day after another since the last run.

    Running it again changes nothing: a light that stays is not written, a rung is sent once for each
    lighting (the database holds that too). Each day is one transaction, so a run that is killed goes on
    where it stopped.
    """
    until = until or today()
    last = TickDay.objects.order_by("-day").first()
    first = (
        until
        if last is None
        else min(until, max(last.day + timedelta(days=1), until - timedelta(LONGEST_SILENCE)))
    )
    changed = urged = days = 0
    day = first
    while day <= until:
        one = tick_day(day)
        days, changed, urged = days + 1, changed + one.changed, urged + one.urged
        day += timedelta(days=1)
    return Ticked(days, changed, urged)


def tick_day(day: date) -> Ticked:
    """Move every clock to ``day``, in one transaction."""
    with transaction.atomic():
        Head.objects.select_for_update().get(pk=1)  # two runs at once take turns
        tasks = (
            Task.objects.filter(state__in=lights.OPEN).select_related("lead").prefetch_related(*lights.PARTS)
        )
        changed = urged = 0
        # Children first, so that a parent sees what they have come to.
        for task in sorted(tasks, key=lambda one: -_depth(one)):
            if task.assigned_on and task.assigned_on > day:
                continue
            changed += _move(task, day)
            urged += _climb(task, day)
        done, _ = TickDay.objects.get_or_create(day=day, defaults={"at": now()})
        if changed or urged:
            done.changed, done.urged, done.at = done.changed + changed, done.urged + urged, now()
            done.save()
    return Ticked(1, changed, urged)


def _depth(task: Task) -> int:
    return 0 if task.parent_id is None else 1 + _depth(task.parent)


def _move(task: Task, day: date) -> bool:
    before = record.snapshot(task)
    changed = lights.refresh(task, day)
    if record.snapshot(task) == before:
        return False
    # The version stays: the clock's work is no reason to send a person's form back.
    Task.objects.filter(pk=task.pk).update(
        light=task.light, light_why=task.light_why, light_since=task.light_since, share=task.share
    )
    if changed:
        record.append(CLOCK, "light", task, before, None, f"{day} {task.light_why}")
    return changed


def _climb(task: Task, day: date) -> int:
    grave = lights.severity(task)
    if grave == 0 or task.light_since is None:
        return 0
    ladder = rules().ladders[task.ladder].rungs
    gone = workdays_between(task.light_since, day)
    level = min(grave, max(rung.severity for rung in ladder))
    return sum(_send(task, rung, day) for rung in ladder if rung.severity == level and rung.after <= gone)


def _send(task: Task, rung: Rung, day: date) -> bool:
    urge, made = Urge.objects.get_or_create(
        task=task,
        rung=rung.name,
        severity=rung.severity,
        since=task.light_since,
        defaults={"day": day, "to": ",".join(rung.to), "words": task.light_why, "at": now()},
    )
    if made:
        units = [task.lead] if task.lead and "unit" in rung.to else []
        units += list(task.supports.all()) if "support" in rung.to else []
        burden.ask(CLOCK, task, "reminder", units)
        record.append(CLOCK, "urge", urge, words=f"{task.number} {rung.name}：{task.light_why}")
    return made
