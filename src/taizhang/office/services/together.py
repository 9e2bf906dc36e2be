"""One step for many tasks at once: handing out, urging, striking off."""

from dataclasses import dataclass

from django.db import transaction

from taizhang.office.models import Task, Unit
from taizhang.office.rules import rules
from taizhang.office.services import behalf, burden, flow, rights
from taizhang.office.services.acting import Actor, Refused, today

STEPS = ("assign", "urge", "strike")
"""Steps that may be taken for many tasks: they ask nothing of each task but words for all."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a step would do: tasks that take it, tasks that cannot with the reason, caps that it passes."""

    able: list[Task]
    unable: list[tuple[Task, Refused]]
    warnings: list[tuple[Unit, str, int, int]]


def plan(actor: Actor, step: str, keys: list[int]) -> Plan:
    """Sort out which of the tasks can take the step.

    Raises:
        Refused: no such step for many, or no task is named.
    """
    if step not in STEPS:
        raise Refused("没有“{step}”这一步", step=step)
    tasks = list(
        rights.visible_tasks(actor.person).filter(pk__in=keys).select_related("lead") if actor.person else []
    )
    if not tasks:
        raise Refused("请先勾选任务")
    able: list[Task] = []
    unable: list[tuple[Task, Refused]] = []
    for task in tasks:
        why = _why_not(actor, step, task)
        if why is None:
            able.append(task)
        else:
            unable.append((task, why))
    return Plan(able, unable, _warnings(step, able))


def take(actor: Actor, step: str, versions: dict[int, int], words: str) -> int:
    """Take the step for all tasks named with the version that was seen, or for none; give their number.

    Raises:
        Conflict: somebody else acted on one of them in between.
        Refused: one of them cannot take the step.
    """
    if step not in STEPS or not versions:
        raise Refused("请先勾选任务")
    with transaction.atomic():
        if actor.person and rights.visible_tasks(actor.person).filter(pk__in=versions).count() < len(
            versions
        ):
            raise Refused("有的任务找不到，请回到台账重新勾选")
        for key, version in versions.items():
            flow.take(actor, key, step, flow.StepForm(words=words, confirmed=True), version)
    return len(versions)


def _why_not(actor: Actor, step: str, task: Task) -> Refused | None:
    rule = rules().steps[step]
    if wrong := flow.out_of_turn(task, rule):
        return wrong
    if not behalf.may_take(actor.person, step, task):
        return Refused("没有权限：{action}", action=rule.name)
    if step == "assign" and task.lead is None:
        return Refused("请先定牵头单位，再交办")
    return None


def _warnings(step: str, tasks: list[Task]) -> list[tuple[Unit, str, int, int]]:
    """Caps that units pass when all that is asked of them comes together."""
    if not rules().steps[step].asks:
        return []
    asked: dict[Unit, int] = {}
    for task in tasks:
        for unit in flow.asked_units(task, step):
            asked[unit] = asked.get(unit, 0) + 1
    kind = flow.asks_as(step)
    return [
        (unit, name, count, cap)
        for unit, more in asked.items()
        for name, count, cap in burden.over_cap_with(unit, today(), burden.weight_of(kind, more))
    ]
