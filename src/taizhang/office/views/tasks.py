"""A task: its page with the whole history, its form, its steps."""

import json
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from taizhang.office.models import Change, Post, Task, Unit
from taizhang.office.models.progress import REPORTED
from taizhang.office.models.tasks import DIRECTIONS, PACES
from taizhang.office.rules import rules
from taizhang.office.services import behalf, flow, lights, opening, rights, uploads
from taizhang.office.services.acting import Refused, today
from taizhang.office.services.cells import read_checkpoints
from taizhang.office.services.clocks import dues, next_due
from taizhang.office.services.days import LAST_KNOWN
from taizhang.office.services.importing import form_of
from taizhang.office.views.common import actor, day, number, one, page, version_of, whole

# What the clock computes is told in the light's own reason, not field by field.
_COMPUTED = frozenset({"version", "light", "light_why", "light_since", "share", "id", "created_at"})
MOST_EVIDENCE = 10


def find_task(pk: int, **_: object) -> Task:
    """The task of an address."""
    return one(Task, pk=pk)


@page("task.view", find_task)
def task_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The task with its history on one line of time."""
    task = Task.objects.select_related("lead", "post__holder", "parent").get(pk=pk)
    now_light = lights.light_of(task, today())
    steps = flow.steps_for(actor(request), task)
    context = {
        "task": task,
        "supports": [link.unit for link in task.support_links.select_related("unit")],
        "light": now_light,
        "share": lights.share_of(task, today()),
        "pace": lights.pace_of(task, today()),
        "children": rights.visible_tasks(request.user).filter(parent=task).select_related("lead"),
        "steps": steps,
        "over": task.state in lights.OVER,
        "held_back": flow.held_back(actor(request), task),
        "stands_in": [step for step in steps if behalf.stands_in(request.user, step, task)],
        "step_notes": {step: flow.warnings_for(task, step) for step in steps},
        "demand": task.demands.filter(state="pending").first(),
        "dues": dues(task, today(), ahead=45),
        "next_due": next_due(task, today()),
        "line": _line_of_time(task),
        "reported_choices": REPORTED,
        "period": f"{today():%Y-%m}",
        "rows": task.rows.select_related("report"),
        "calendar_ends": LAST_KNOWN if task.deadline and task.deadline.year > LAST_KNOWN else None,
        "kinds_taken": ",".join(f".{kind}" for kind in uploads.KINDS),
    }
    return render(request, "office/task.html", context)


@page("task.view", find_task)
@require_POST
def task_step(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    """Take a step; rights for the step itself are asked where it is taken."""
    task = one(Task, pk=pk)
    behalf.require(request.user, step, task)
    form = flow.StepForm(
        words=request.POST.get("words", "").strip(),
        period=request.POST.get("period", "").strip()[:10],
        value=number(request.POST.get("value")),
        stage=request.POST.get("stage", "")[:60],
        difficulties=request.POST.get("difficulties", "").strip(),
        reported=_reported(request.POST.get("reported", "ontrack")),
        links=_links(request.POST.get("links", "")),
        deadline=day(request.POST.get("deadline")),
        target=number(request.POST.get("target")),
        demand=whole(request.POST.get("demand")),
        decision=request.POST.get("decision", ""),
        confirmed=bool(request.POST.get("confirmed")),
    )
    files = request.FILES.getlist("files")
    if len(files) > MOST_EVIDENCE:
        raise Refused("一次最多{most}个附件", most=MOST_EVIDENCE)
    form.files = [uploads.store(actor(request), file) for file in files]
    flow.take(actor(request), pk, step, form, version_of(request))
    return redirect("task", pk=pk)


@page("task.create")
def task_new(request: HttpRequest) -> HttpResponse:
    """Open a task by hand."""
    if request.method == "POST":
        task = opening.open_task(actor(request), _form(request))
        return redirect("task", pk=task.pk)
    parent = Task.objects.filter(pk=whole(request.GET.get("parent"))).first()
    form = opening.TaskForm(title="", parent=parent, group=parent.group if parent else "")
    return render(request, "office/task_form.html", {"form": form, **_choices()})


@page("task.edit", find_task)
def task_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what a task asks for."""
    task = one(Task, pk=pk)
    if request.method == "POST":
        words = request.POST.get("change_words", "").strip()
        if task.state != "drafted" and not words:
            raise Refused("任务已交办，修改须说明理由")
        opening.edit_task(actor(request), pk, _form(request), version_of(request), words)
        return redirect("task", pk=pk)
    return render(
        request,
        "office/task_form.html",
        {
            "form": form_of(task),
            "task": task,
            "can_stage": not opening.stage_reached(task),
            **_choices(),
        },
    )


def _choices() -> dict[str, Any]:
    known = rules()
    return {
        "kinds": known.kinds.values(),
        "clocks": known.clocks.values(),
        "schemes": known.lights.values(),
        "ladders": known.ladders.values(),
        "templates": known.stages.values(),
        "units": Unit.objects.filter(closed=False),
        "posts": Post.objects.filter(closed=False, role__in=("head", "liaison")).select_related(
            "unit", "holder"
        ),
        "parents": Task.objects.exclude(state__in=lights.OVER).only("number", "title")[:500],
        "directions": DIRECTIONS,
        "paces": PACES,
    }


def _form(request: HttpRequest) -> opening.TaskForm:
    post = request.POST
    supports = [whole(raw) for raw in post.getlist("supports")]
    by_key = Unit.objects.in_bulk([key for key in supports if key])
    weight = number(post.get("weight"), below=99_999)
    form = opening.TaskForm(
        title=post.get("title", ""),
        kind=post.get("kind", "report"),
        words=post.get("words", ""),
        group=post.get("group", "").strip()[:120],
        parent=Task.objects.filter(pk=whole(post.get("parent"))).first(),
        lead=Unit.objects.filter(pk=whole(post.get("lead"))).first(),
        post=Post.objects.filter(pk=whole(post.get("post"))).first(),
        supports=[by_key[key] for key in supports if key in by_key],
        deadline=day(post.get("deadline")),
        indicator=post.get("indicator", "").strip()[:120],
        baseline=number(post.get("baseline")),
        target=number(post.get("target")),
        unit_text=post.get("unit_text", "").strip()[:30],
        direction=_choice(post.get("direction"), dict(DIRECTIONS), "up"),
        pace=_choice(post.get("pace"), dict(PACES), "sum"),
        traced=post.get("traced", ""),
        clock=_choice(post.get("clock"), rules().clocks, ""),
        lights=_choice(post.get("lights"), rules().lights, ""),
        ladder=_choice(post.get("ladder"), rules().ladders, ""),
        stages=_choice(post.get("stages"), rules().stages, ""),
        checkpoints=_checkpoints(post.get("checkpoints", "")),
    )
    if weight is not None:
        form.weight = weight
    return form


def _choice(raw: str | None, known: dict[str, Any], usual: str) -> str:
    return raw if raw in known else usual


def _checkpoints(raw: str) -> list[tuple[date, Any, str]]:
    try:
        return read_checkpoints(raw)
    except ValueError as error:
        raise Refused("阶段目标：{why}", why=str(error)) from error


def _reported(raw: str) -> str:
    return raw if raw in dict(REPORTED) else "ontrack"


def _links(raw: str) -> list[str]:
    found = [line.strip() for line in raw.splitlines() if line.strip()]
    for link in found:
        if not link.startswith(("http://", "https://")) or len(link) > 500:
            raise Refused("链接须以http://或https://开头：{link}", link=link[:80])
    return found


def _line_of_time(task: Task) -> list[dict[str, Any]]:
    """Everything that happened, newest first: reports of progress with evidence, steps, lights, urging."""
    items: list[dict[str, Any]] = [
        {"at": said.at, "kind": "progress", "progress": said, "evidence": said.evidence.all()}
        for said in task.progress.select_related("unit", "by").prefetch_related("evidence__file")
    ]
    items += [{"at": urge.at, "kind": "urge", "urge": urge} for urge in task.urges.select_related("by")]
    items += [{"at": note.at, "kind": "note", "note": note} for note in task.notes.select_related("by")]
    items += [
        {"at": one.at, "kind": "demand", "demand": one}
        for one in task.demands.select_related("by", "decided_by")
    ]
    items += [
        {"at": one.decided_at, "kind": "decision", "demand": one}
        for one in task.demands.exclude(decided_at=None).select_related("decided_by")
    ]
    # What stands above with all that was said is not told again as a change.
    changes = Change.objects.filter(subject="task", subject_id=str(task.pk)).exclude(
        action__in=("feedback", "urge", "note", "ask_extend", "ask_adjust", "decide")
    )
    for change in changes:
        before, after = json.loads(change.before), json.loads(change.after)
        fields = [
            (key, before.get(key), after.get(key))
            for key in after
            if key not in _COMPUTED and change.action == "edit"
        ]
        items.append({"at": change.at, "kind": "change", "change": change, "fields": fields, "after": after})
    return sorted(items, key=lambda item: (timezone.localtime(item["at"]), item["kind"]), reverse=True)
