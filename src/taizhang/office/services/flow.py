"""The flow of a task: each step checks rights, state and version, acts, and goes on record."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db import transaction

from taizhang.office.models import Demand, Evidence, Note, Progress, Task, Unit, Upload, Urge
from taizhang.office.rules import Step, rules
from taizhang.office.services import behalf, burden, lights, record, rights
from taizhang.office.services.acting import Actor, Refused, now, today
from taizhang.office.services.opening import described

_ASKED = "已有一个申请在等审批，批复以后才能再申请"


@dataclass
class StepForm:
    """What a person fills in for a step; each step uses its part."""

    words: str = ""
    period: str = ""
    value: Decimal | None = None
    stage: str = ""
    difficulties: str = ""
    reported: str = "ontrack"
    files: list[Upload] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    deadline: date | None = None
    target: Decimal | None = None
    demand: int | None = None
    decision: str = ""
    confirmed: bool = False


def steps_for(actor: Actor, task: Task) -> list[str]:
    """Steps that the actor may take on the task as it stands."""
    pending = task.demands.filter(state="pending").exists()
    return [
        step.id
        for step in rules().steps.values()
        if task.state in step.sources
        and (step.id != "decide" or pending)
        and (step.id not in ("ask_extend", "ask_adjust") or not pending)
        and behalf.may_take(actor.person, step.id, task)
    ]


def held_back(actor: Actor, task: Task) -> dict[str, str]:
    """Steps that the actor might take, were it not for a request that waits: step to sentence of the catalogue."""
    if not task.demands.filter(state="pending").exists():
        return {}
    steps = rules().steps
    return {
        step: _ASKED
        for step in ("ask_extend", "ask_adjust")
        if task.state in steps[step].sources and behalf.may_take(actor.person, step, task)
    }


def warnings_for(task: Task, step: str) -> list[tuple[Unit, str, int, int]]:
    """What a step would ask beyond the month's cap: unit, kind, count, cap."""
    if not rules().steps[step].asks:
        return []
    return [(unit, *cap) for unit in asked_units(task, step) for cap in burden.over_cap(unit, today())]


def take(actor: Actor, pk: int, name: str, form: StepForm, version: int | None) -> Task:
    """Take one step.

    Raises:
        Forbidden: the table of rights does not let the actor.
        Conflict: somebody else acted since ``version``.
        Refused: the state does not allow it, a field is missing, or the burden must be confirmed first.
    """
    step = rules().steps.get(name)
    if step is None:
        raise Refused("没有“{step}”这一步", step=name)
    with transaction.atomic():
        task = Task.objects.select_for_update().get(pk=pk)
        behalf.require(actor.person, name, task)
        record.check_version(task, version)
        if wrong := out_of_turn(task, step):
            raise wrong
        _needs(step.needs, form)
        if not form.confirmed and warnings_for(task, name):
            raise Refused("有单位本月已到负担上限，请确认后再发出")
        before = described(task)
        if act := _ACTS.get(name):
            act(actor, task, form)
        if step.to:
            task.state = step.to
        if step.asks:
            burden.ask(actor, task, asks_as(name), asked_units(task, name))
        task.version += 1
        task.save()
        task = lights.load(pk)
        lights.refresh(task, today())
        task.save()
        _refresh_above(task)
        record.append(actor, name, task, before, described(task), _said(form))
    return task


def out_of_turn(task: Task, step: Step) -> Refused | None:
    """What stops a step because of the state that the task is in."""
    if task.state in step.sources:
        return None
    return Refused("任务在“{state}”，不能{step}", state=rules().states[task.state].name, step=step.name)


def asks_as(step: str) -> str:
    """How what a step asks is counted: as a request or as a reminder."""
    return "reminder" if step == "urge" else "request"


def asked_units(task: Task, step: str) -> list[Unit]:
    """Units that a step asks something of: the lead, and on assignment the supporting ones too."""
    lead = [task.lead] if task.lead else []
    return lead + (list(task.supports.all()) if step == "assign" else [])


def _refresh_above(task: Task) -> None:
    above = task.parent
    while above is not None:
        lights.refresh(above, today())
        Task.objects.filter(pk=above.pk).update(
            light=above.light, light_why=above.light_why, light_since=above.light_since, share=above.share
        )
        above = above.parent


def _needs(names: tuple[str, ...], form: StepForm) -> None:
    labels = {"words": "说明", "period": "所属时期", "deadline": "新期限", "decision": "决定"}
    for name in names:
        if not getattr(form, name):
            raise Refused("请填写：{field}", field=labels[name])


def _said(form: StepForm) -> str:
    return "；".join(part for part in (form.decision, form.words) if part)


def _assign(actor: Actor, task: Task, form: StepForm) -> None:  # noqa: ARG001 (all acts are called alike)
    if task.lead is None:
        raise Refused("请先定牵头单位，再交办")
    task.assigned_on, task.signed_on = today(), None


def _sign(actor: Actor, task: Task, form: StepForm) -> None:  # noqa: ARG001
    task.signed_on = today()


def _decline(actor: Actor, task: Task, form: StepForm) -> None:  # noqa: ARG001
    task.assigned_on = None


def _feedback(actor: Actor, task: Task, form: StepForm) -> None:
    unit = _speaking_unit(actor, task)
    said = Progress.objects.create(
        task=task,
        unit=unit,
        by=actor.person,
        at=now(),
        period=form.period,
        value=form.value,
        stage=form.stage,
        words=form.words,
        difficulties=form.difficulties,
        reported=form.reported,
    )
    for file in form.files:
        Evidence.objects.create(progress=said, file=file)
    for link in form.links:
        Evidence.objects.create(progress=said, link=link)
    if unit is None or unit == task.lead:
        task.reported, task.reported_why = form.reported, (form.difficulties or form.words)[:400]
        _reach_stage(task, form.stage)


def _reach_stage(task: Task, name: str) -> None:
    reached = task.stages.filter(name=name).first() if name else None
    if reached:
        task.stages.filter(order__lte=reached.order, done_on__isnull=True).update(done_on=today())


def _speaking_unit(actor: Actor, task: Task) -> Unit | None:
    """Find the unit for which the actor speaks: the lead if they stand in or above it, else a supporter."""
    if behalf.stands_in(actor.person, "feedback", task):
        return task.lead
    posts = rights.posts_of(actor.person) if actor.person else []
    for unit in [*([task.lead] if task.lead else []), *task.supports.all()]:
        if any(unit.path.startswith(post.unit.path) for post in posts):
            return unit
    return None


def _ask_close(actor: Actor, task: Task, form: StepForm) -> None:  # noqa: ARG001
    _nothing_open_below(task)
    task.asked_close_on = today()


def _void(actor: Actor, task: Task, form: StepForm) -> None:  # noqa: ARG001
    _nothing_open_below(task)
    _lapse(task)


def _nothing_open_below(task: Task) -> None:
    unfinished = task.children.exclude(state__in=lights.OVER).count()
    if unfinished:
        raise Refused("还有{count}个下级任务没有办结", count=unfinished)


def _lapse(task: Task) -> None:
    """A request on a task that is over waits for nobody any more."""
    task.demands.filter(state="pending").update(state="lapsed")


def _return(actor: Actor, task: Task, form: StepForm) -> None:  # noqa: ARG001
    task.asked_close_on = None


def _pass(actor: Actor, task: Task, form: StepForm) -> None:  # noqa: ARG001
    task.done_on = today()
    _lapse(task)


def _reopen(actor: Actor, task: Task, form: StepForm) -> None:  # noqa: ARG001
    task.done_on = task.asked_close_on = None


def _ask(kind: str) -> Callable[[Actor, Task, StepForm], None]:
    def act(actor: Actor, task: Task, form: StepForm) -> None:
        if task.demands.filter(state="pending").exists():
            raise Refused(_ASKED)
        if kind == "extend" and task.deadline and form.deadline and form.deadline <= task.deadline:
            raise Refused("新期限须晚于现在的期限{day}", day=task.deadline)
        if kind == "adjust" and form.target is None and form.deadline is None:
            raise Refused("请写明要调整成什么：新目标值或新期限")
        Demand.objects.create(
            task=task,
            kind=kind,
            by=actor.person,
            at=now(),
            reason=form.words,
            deadline=form.deadline,
            target=form.target,
        )

    return act


def _decide(actor: Actor, task: Task, form: StepForm) -> None:
    demand = task.demands.select_for_update().filter(state="pending", pk=form.demand).first()
    if demand is None:
        raise Refused("这个申请已经审批过了")
    if form.decision not in ("approve", "refuse"):
        raise Refused("请填写：{field}", field="决定")
    if form.decision == "refuse" and not form.words:
        raise Refused("不同意须说明理由")
    demand.state = "approved" if form.decision == "approve" else "refused"
    demand.decided_by, demand.decided_at, demand.decision = actor.person, now(), form.words
    demand.save()
    if demand.state == "approved":
        task.deadline = demand.deadline or task.deadline
        task.target = task.target if demand.target is None else demand.target


def _urge(actor: Actor, task: Task, form: StepForm) -> None:
    Urge.objects.create(
        task=task,
        day=today(),
        rung="催办",
        to="unit",
        words=form.words,
        by=actor.person,
        at=now(),
        severity=2,
    )


def _note(actor: Actor, task: Task, form: StepForm) -> None:
    Note.objects.create(task=task, by=actor.person, at=now(), words=form.words)


_ACTS: dict[str, Callable[[Actor, Task, StepForm], None]] = {
    "assign": _assign,
    "sign": _sign,
    "decline": _decline,
    "feedback": _feedback,
    "ask_close": _ask_close,
    "return": _return,
    "pass": _pass,
    "reopen": _reopen,
    "ask_extend": _ask("extend"),
    "ask_adjust": _ask("adjust"),
    "decide": _decide,
    "void": _void,
    "urge": _urge,
    "note": _note,
}
