"""Opening and editing tasks (立项)."""

from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal

from django.db import transaction

from taizhang.office.models import Checkpoint, Head, Post, Stage, Support, Task, Unit
from taizhang.office.rules import rules
from taizhang.office.services import lights, record, rights
from taizhang.office.services.acting import Actor, Refused, today


@dataclass
class TaskForm:
    """What a clerk sets of a task; None in ``clock`` and the like takes the kind's own."""

    title: str
    kind: str = "report"
    words: str = ""
    group: str = ""
    parent: Task | None = None
    weight: Decimal = Decimal(1)
    lead: Unit | None = None
    post: Post | None = None
    supports: list[Unit] = field(default_factory=list)
    deadline: date | None = None
    indicator: str = ""
    baseline: Decimal | None = None
    target: Decimal | None = None
    unit_text: str = ""
    direction: str = "up"
    pace: str = "sum"
    traced: str = ""
    clock: str = ""
    lights: str = ""
    ladder: str = ""
    stages: str = ""
    checkpoints: list[tuple[date, Decimal | None, str]] = field(default_factory=list)


PLAIN = frozenset(one.name for one in fields(TaskForm)) - {"supports", "checkpoints", "stages"}
"""Fields of the form that stand in the task itself."""


def open_task(actor: Actor, form: TaskForm, number: str = "") -> Task:
    """Open a task as 拟办.

    Raises:
        Refused: a title is missing, a kind unknown, or the number is taken.
    """
    with transaction.atomic():
        rights.require(actor.person, "task.create")
        _check(form, None)
        kind = rules().kinds[form.kind]
        # Numbers are given one after another: the head of the record is the queue.
        Head.objects.select_for_update().get(pk=1)
        task = Task(number=number or next_number(today().year))
        if Task.objects.filter(number=task.number).exists():
            raise Refused("编号{number}已经有任务在用", number=task.number)
        _fill(task, form)
        task.clock = form.clock or kind.clock
        task.lights = form.lights or kind.lights
        task.ladder = form.ladder or kind.ladder
        task.save()
        _replace_parts(task, form)
        _set_stages(task, form.stages or kind.stages)
        record.append(actor, "open", task, None, described(task))
    return task


def edit_task(actor: Actor, pk: int, form: TaskForm, version: int | None, words: str = "") -> Task:
    """Change what a task asks for; the record keeps what it asked before.

    Raises:
        Conflict: somebody else acted in between.
        Refused: as for ``open_task``, or the parent stands below the task itself.
    """
    with transaction.atomic():
        task = Task.objects.select_for_update().get(pk=pk)
        rights.require(actor.person, "task.edit", task)
        record.check_version(task, version)
        _check(form, task)
        before = described(task)
        _fill(task, form)
        task.clock = form.clock or task.clock
        task.lights = form.lights or task.lights
        task.ladder = form.ladder or task.ladder
        task.version += 1
        task.save()
        _replace_parts(task, form)
        if form.stages:
            _set_stages(task, form.stages)
        task = lights.load(pk)
        lights.refresh(task, today())
        task.save()
        record.append(actor, "edit", task, before, described(task), words)
    return task


def described(task: Task) -> dict[str, str | None]:
    """A task's fields with its supporting units and checkpoints, for the record."""
    return {
        **record.snapshot(task),
        "supports": "、".join(unit.unit.name for unit in task.support_links.select_related("unit")),
        "checkpoints": "；".join(
            f"{one.due} {one.value or ''} {one.words}".strip() for one in task.checkpoints.all()
        ),
        "stages": "、".join(stage.name for stage in task.stages.all()),
    }


def stage_reached(task: Task) -> bool:
    """Say whether a stage is reached: then the task keeps its stages."""
    return task.stages.filter(done_on__isnull=False).exists()


def next_number(year: int) -> str:
    """Give the next free number of a year, as ``2026-0001``."""
    last = Task.objects.filter(number__regex=rf"^{year}-[0-9]{{4}}$").order_by("-number").first()
    return f"{year}-{int(last.number[5:]) + 1 if last else 1:04d}"


def _check(form: TaskForm, task: Task | None) -> None:
    if not form.title.strip():
        raise Refused("请填写任务名称")
    if form.kind not in rules().kinds:
        raise Refused("没有“{kind}”这一种事项", kind=form.kind)
    if form.lead is not None and form.lead in form.supports:
        raise Refused("{unit}已是牵头单位，不能同时作配合单位", unit=form.lead.name)
    if form.weight <= 0:
        raise Refused("权重须大于0")
    if form.post is not None and form.lead is not None and form.post.unit_id != form.lead.pk:
        raise Refused("责任岗位不在牵头单位里")
    above = form.parent
    while above is not None and task is not None:
        if above.pk == task.pk:
            raise Refused("上级任务不能是它自己或它的下级")
        above = above.parent


def _fill(task: Task, form: TaskForm) -> None:
    for name in PLAIN - {"clock", "lights", "ladder"}:
        setattr(task, name, getattr(form, name))
    task.title, task.words = form.title.strip()[:300], form.words.strip()


def _set_stages(task: Task, template: str) -> None:
    """Copy the stages of a template into the task.

    Raises:
        Refused: stages are reached already; what was reported of them must stand.
    """
    if not template:
        return
    if stage_reached(task):
        raise Refused("已有阶段完成，不能再换阶段模板")
    task.stages.all().delete()
    for order, name in enumerate(rules().stages[template].stages):
        Stage.objects.create(task=task, order=order, name=name)


def _replace_parts(task: Task, form: TaskForm) -> None:
    task.support_links.all().delete()
    task.checkpoints.all().delete()
    for order, unit in enumerate(form.supports):
        Support.objects.create(task=task, unit=unit, order=order)
    for due, value, words in form.checkpoints:
        Checkpoint.objects.create(task=task, due=due, value=value, words=words)
