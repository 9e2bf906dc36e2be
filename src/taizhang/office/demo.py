"""The demo city: units, posts, people, two reports read and checked, and a year of the real flow.

Everything happens through the services that people use, at moments of the past year, so that record,
lights, urging and burden are what they would have come to.
"""

import random
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from django.db import transaction
from django.utils import timezone

from taizhang.office.models import Person, Post, Report, Row, Task, Unit
from taizhang.office.services import (
    flow,
    handing_over,
    importing,
    opening,
    reading,
    record,
    review,
    rights,
    uploads,
    urging,
)
from taizhang.office.services.acting import COMMAND, Actor, now, pretending

PASSWORD = "yanjiang-2026"  # noqa: S105 (the demo says it, and `office check` finds who still has it)
SEED = 20260120
TICK_STEP = 7
"""Days between two walks of the clocks in the demo's past: enough for a life, and quick."""


@cache
def _plan() -> dict[str, Any]:
    return tomllib.loads((files("taizhang.office") / "data" / "demo.toml").read_text(encoding="utf-8"))


def fill() -> Iterator[str]:
    """Fill an empty database; yields the sentences that a person should read."""
    day = timezone.localdate()
    with transaction.atomic():  # all of the year or nothing, and one write to the disk
        with pretending(_at(day - timedelta(days=330))):
            _people()
        clerk = _actor("clerk")
        with pretending(_at(day - timedelta(days=325))):
            for name in ("yanjiang-2025", "yanjiang-2026"):
                _report(clerk, name)
            tasks = _from_report(clerk, day)
        tasks += _by_hand(clerk, day)
        _live(tasks, day)
    yield "演示城市砚江市已填入。 The demo city Yanjiang is filled in."
    yield (
        "登录名 clerk 督查员 / unit 单位联络员 / head 单位负责人 / leader 领导 / admin 管理员，"
        f"密码 {PASSWORD}"
        f" (logins and password)"
    )


def _at(day: date, hour: int = 10) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))


def _actor(login: str) -> Actor:
    return Actor(Person.objects.get(login=login), "127.0.0.1")


def _people() -> None:
    for order, plan in enumerate(_plan()["unit"]):
        parent = Unit.objects.filter(name=plan.get("parent", "")).first()
        unit = Unit.objects.create(
            name=plan["name"], aliases=plan.get("aliases", ""), parent=parent, order=order
        )
        unit.path = f"{parent.path if parent else '/'}{unit.pk}/"
        unit.save()
        record.append(COMMAND, "unit", unit)
        for title, role, name, login in plan["posts"]:
            person = Person.objects.create_person(name, login, PASSWORD if login else None)
            record.append(COMMAND, "person", person)
            record.append(
                COMMAND, "post", Post.objects.create(unit=unit, title=title, role=role, holder=person)
            )


def _report(clerk: Actor, name: str) -> None:
    data = (files("taizhang") / "samples" / f"{name}.txt").read_bytes()
    upload = uploads.store_bytes(clerk, f"{name}.txt", data)
    reading.receive(clerk, upload, f"{name[-4:]}年砚江市政府工作报告", "砚江市", int(name[-4:]))
    reading.work_one()


def _from_report(clerk: Actor, day: date) -> list[Task]:
    """Check the rows of the newer report as a clerk would, and open the tasks."""
    chance = random.Random(SEED)  # noqa: S311 (a demo needs no secret)
    report = Report.objects.get(year=2026)
    rows = list(report.rows.filter(kind__in=("target", "task")))
    for row in rows[: max(0, len(rows) - 5)]:
        if row.kind == "task" and chance.random() < 0.06:
            review.drop(clerk, row.pk, row.version)
        elif chance.random() < 0.12:
            review.correct(clerk, row.pk, _corrected(row), row.version)
        else:
            review.accept(clerk, row.pk, row.version)
    for row in report.rows.filter(kind="entry")[:40]:
        review.accept(clerk, row.pk, row.version)
    if not handing_over.openable(report):
        return []
    tasks = handing_over.open_tasks(clerk, report)
    return [_led(clerk, task, day) for task in tasks]


def _corrected(row: Row) -> dict[str, str]:
    field = "indicator" if row.kind == "target" else "object"
    value = str(row.reading.get(field) or "")
    return {field: value.removeprefix("全市") + ("" if len(value) > 4 else "（全市）")}


def _led(clerk: Actor, task: Task, day: date) -> Task:
    """Name a lead unit where none was suggested, and a post; keep the deadline ahead."""
    form = importing.form_of(task)
    plans = [unit for unit in _plan()["unit"] if any(word in task.title for word in unit.get("words", ()))]
    chosen = plans[0]["name"] if plans else "市发展和改革委员会"
    form.lead = form.lead or Unit.objects.get(name=chosen)
    form.supports = [unit for unit in form.supports if unit != form.lead]
    form.supports = form.supports or [
        Unit.objects.get(name=plan["name"]) for plan in plans[1:3] if plan["name"] != form.lead.name
    ]
    form.post = form.lead.posts.filter(role="head").first()
    form.deadline = max(form.deadline or day, day + timedelta(days=38))
    return opening.edit_task(clerk, task.pk, form, None, "定牵头单位")


def _by_hand(clerk: Actor, day: date) -> list[Task]:
    tasks = []
    for plan in _plan()["item"]:
        with pretending(_at(day - timedelta(days=30 * plan["months_ago"] + 3), 11)):
            lead = Unit.objects.get(name=plan["lead"])
            form = opening.TaskForm(
                title=plan["title"],
                kind=plan["kind"],
                group=plan["group"],
                lead=lead,
                post=lead.posts.filter(role="head").first(),
                supports=[Unit.objects.get(name=name) for name in plan["supports"]],
                deadline=day + timedelta(days=plan["days"]) if "days" in plan else None,
                indicator=plan.get("indicator", ""),
                target=Decimal(plan["target"]) if "target" in plan else None,
                unit_text=plan.get("unit_text", ""),
            )
            tasks.append(opening.open_task(clerk, form))
    return tasks


def _live(tasks: list[Task], day: date) -> None:
    """Let the year pass: assign, accept, report each month, ask, decide, urge, close."""
    chance = random.Random(SEED)  # noqa: S311
    styles = {plan["title"]: plan for plan in _plan()["item"]}
    events: list[tuple[datetime, int, str, str]] = []
    for task in tasks:
        plan = styles.get(task.title, {})
        style = (
            plan.get("style")
            or chance.choices(("good", "slow", "done", "closing", "blocked"), (60, 18, 8, 6, 4))[0]
        )
        start = day - timedelta(days=30 * plan.get("months_ago", 10) + 2)
        events += _events(task, style, start, day, chance)
    ticks = [_at(day - timedelta(days=gone), 23) for gone in range(320, 0, -TICK_STEP)]
    for moment, key, step, style in sorted([*events, *((tick, 0, "tick", "") for tick in ticks)]):
        with pretending(moment):
            if step == "tick":
                urging.tick_day(moment.date())
            else:
                _step(key, step, style, chance, day)
    urging.tick_day(day)


def _events(
    task: Task, style: str, start: date, day: date, chance: random.Random
) -> list[tuple[datetime, int, str, str]]:
    if style == "draft":
        return []
    events = [(_at(start, 14), task.pk, "assign", style)]
    if style == "fresh":
        return events
    events.append((_at(start + timedelta(days=chance.choice((1, 1, 2, 5))), 9), task.pk, "sign", style))
    months = max(1, (day - start).days // 30)
    reported = {"silent": 1, "slow": months - 1}.get(style, months)
    for month in range(reported):
        when = start + timedelta(days=min(8 + 30 * month + chance.randrange(8), (day - start).days - 3))
        events.append((_at(when, 9 + month % 8), task.pk, "feedback", style))
    late = day - timedelta(days=2)
    if style in ("closing", "done"):
        events.append((_at(late, 9), task.pk, "ask_close", style))
    if style == "done":
        events.append((_at(late, 15), task.pk, "pass", style))
        events.append((_at(day - timedelta(days=1), 9), task.pk, "strike", style))
    if style == "blocked":
        events.append((_at(day - timedelta(days=3), 16), task.pk, "ask_extend", style))
        events.append((_at(day - timedelta(days=12), 16), task.pk, "note", style))
    if style == "slow" and chance.random() < 0.6:
        events.append((_at(day - timedelta(days=20), 16), task.pk, "urge", style))
    return events


def _step(pk: int, step: str, style: str, chance: random.Random, day: date) -> None:
    task = Task.objects.select_related("lead").get(pk=pk)
    words = _plan()["words"]
    form = flow.StepForm(words="按程序办理。", confirmed=True)
    match step:
        case "feedback":
            form = _said(task, style, chance, words, day)
        case "ask_close":
            form.words = "各项任务已完成，佐证材料齐全，申请办结。"
        case "ask_extend":
            form.words, form.deadline = (
                "用地指标预计下月下达，申请延期。",
                (task.deadline or day) + timedelta(days=60),
            )
        case "note":
            form.words = "请牵头单位倒排工期，每周报进展。"
        case "urge":
            form.words = "进度落后，请三日内反馈整改措施。"
    actor = _actor("leader") if step == "note" else _actor("clerk")
    if step in ("sign", "feedback", "ask_close", "ask_extend"):
        head = task.lead.posts.filter(role="head", closed=False).first() or Post.objects.get(
            holder__login="head"
        )
        actor = Actor(head.holder, "10.20.0.8")
    if step in ("sign", "feedback", "ask_close", "ask_extend") and not rights.may(
        actor.person, f"step.{step}", task
    ):
        return
    flow.take(actor, pk, step, form, None)


def _said(
    task: Task, style: str, chance: random.Random, words: dict[str, list[str]], day: date
) -> flow.StepForm:
    slow = style in ("slow", "silent", "blocked")
    form = flow.StepForm(
        words=chance.choice(words[style if style in words else "good"]),
        period=f"{now():%Y-%m}",
        reported={"blocked": "blocked", "slow": chance.choice(("ontrack", "slow"))}.get(style, "ontrack"),
        difficulties=chance.choice(words["difficulties"]) if slow else "",
        confirmed=True,
    )
    start = task.assigned_on or day
    length = max(1, ((task.deadline or day) - start).days)
    gone = Decimal(min(1.0, (timezone.localdate(now()) - start).days / length * (0.55 if slow else 1.03)))
    gone = Decimal(1) if style == "done" else gone
    if task.target is not None:
        near = gone if task.pace == "sum" else Decimal("0.97") if slow else Decimal(1)
        form.value = round(task.target * near, 0 if task.pace == "sum" and task.target > 20 else 1)
    if stages := list(task.stages.all()):
        form.stage = stages[min(len(stages) - 1, int(gone * len(stages)))].name
    return form
