"""My desk: what waits for me, what comes due, what was returned."""

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from taizhang.office.models import Change, Demand, Note, Person, Progress, Report, Task, Urge
from taizhang.office.services import behalf, rights
from taizhang.office.services.acting import now, today
from taizhang.office.services.clocks import next_due
from taizhang.office.services.lights import OPEN
from taizhang.office.views.common import page

SOON = timedelta(days=30)
MANY = 20
"""So many of one sort are listed; where there are more, their number is said."""


@page("desk.view")
def desk(request: HttpRequest) -> HttpResponse:
    """Show one's own day."""
    person = request.user
    mine = _mine(person).select_related("lead")
    # Of thousands of reports of progress only their days are asked.
    spoken = Prefetch("progress", Progress.objects.only("task", "at"))
    under_way = mine.filter(state__in=("assigned", "working", "returned")).prefetch_related(spoken)
    due = [task for task in under_way if _comes_due(task)]
    context = {
        "waiting": _waiting(person),
        "due": sorted(due, key=lambda task: task.next_due.day if task.next_due else task.deadline)[:30],
        "returned": _with_words(mine.filter(state="returned"), "return"),
        "told": _told(person, mine),
        "red": mine.filter(state__in=OPEN, light="red")[:30],
        "urges": _urges(person),
        "empty": not Task.objects.exists(),
    }
    return render(request, "office/desk.html", context)


def _mine(person: Person) -> QuerySet[Task]:
    units = [post.unit_id for post in rights.posts_of(person) if post.role in ("head", "liaison")]
    if units:
        return rights.visible_tasks(person).filter(Q(lead__in=units) | Q(supports__in=units)).distinct()
    return rights.visible_tasks(person)


def _comes_due(task: Task) -> bool:
    due = next_due(task, today())
    task.next_due = due if due and due.day <= today() + timedelta(days=7) else None
    day = task.next_due.day if task.next_due else task.deadline
    task.past = bool(day and day < today())
    return task.next_due is not None or bool(task.deadline and task.deadline <= today() + SOON)


def _waiting(person: Person) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    units = [post.unit_id for post in rights.posts_of(person) if post.role in ("head", "liaison")]
    if units:
        tasks = Task.objects.filter(lead__in=units, state="assigned").select_related("lead")
        found += [{"task": task, "what": "等待签收"} for task in tasks]
    if rights.may(person, "step.decide"):
        demands = Demand.objects.filter(state="pending").select_related("task", "task__lead")
        found += [
            {"task": one.task, "what": "延期申请待审批" if one.kind == "extend" else "调整申请待审批"}
            for one in demands
            if rights.may(person, "step.decide", one.task)
        ]
    if rights.may(person, "step.pass"):
        for state, what, sent_back in (
            ("review", "等待复核", ""),
            ("drafted", "等待交办", "decline"),
            ("done", "等待销号", ""),
        ):
            tasks = Task.objects.filter(state=state).select_related("lead")
            found += _some(tasks[:MANY], tasks.count(), what, state, sent_back)
    assigned = Task.objects.filter(state="assigned").select_related("lead")
    unattended = behalf.waiting(person, "sign", list(assigned))
    found += _some(unattended[:MANY], len(unattended), "等待代签收", "assigned")
    if rights.may(person, "report.check"):
        reports = Report.objects.filter(state="read", closed=False, rows__state="open").distinct()
        found += [{"report": report, "what": "等待核对"} for report in reports]
    return found


def _some(
    first: Iterable[Task], count: int, what: str, state: str, sent_back: str = ""
) -> list[dict[str, object]]:
    """The first tasks in a state, with what was said when ``sent_back`` brought them there, and how many more there are."""
    tasks = _with_words(first, sent_back) if sent_back else first
    found: list[dict[str, object]] = [
        {"task": task, "what": what, "words": getattr(task, "said", "")} for task in tasks
    ]
    more = count - MANY
    return [*found, {"more": more, "what": what, "state": state}] if more > 0 else found


def _with_words(tasks: Iterable[Task], action: str) -> list[Task]:
    """Tasks, each with what was last said (``said``) when it was sent back by ``action``."""
    known = {str(task.pk): task for task in tasks}
    changes = Change.objects.filter(subject="task", subject_id__in=known, action=action)
    words = dict(changes.order_by("seq").values_list("subject_id", "words"))
    for key, task in known.items():
        task.said = words.get(key, "")
    return list(known.values())


def _told(person: Person, mine: QuerySet[Task]) -> list[dict[str, object]]:
    """What leaders said of one's tasks of late: instructions, and decisions on requests; newest first."""
    since = now() - SOON
    open_tasks = mine.filter(state__in=OPEN).values("pk")
    notes = Note.objects.filter(task__in=open_tasks, at__gte=since).exclude(by=person)
    decided = Demand.objects.filter(task__in=open_tasks, decided_at__gte=since).exclude(decided_by=person)
    found: list[dict[str, object]] = [
        {"at": note.at, "what": "批示", "task": note.task, "by": note.by, "words": note.words}
        for note in notes.select_related("task", "by")
    ]
    found += [
        {
            "at": one.decided_at,
            "what": "同意" if one.state == "approved" else "不同意",
            "task": one.task,
            "by": one.decided_by,
            "words": one.decision,
            "asked": "申请延期" if one.kind == "extend" else "申请调整",
        }
        for one in decided.select_related("task", "decided_by")
    ]
    return sorted(found, key=lambda one: str(one["at"]), reverse=True)[:MANY]


def _urges(person: Person) -> QuerySet[Urge]:
    posts = rights.posts_of(person)
    units = [post.unit_id for post in posts if post.role in ("head", "liaison")]
    reach = Q(pk__in=[])
    if units:
        reach |= Q(to__contains="unit", task__lead__in=units) | Q(
            to__contains="support", task__supports__in=units
        )
    for role in ("clerk", "leader"):
        if any(post.role == role for post in posts):
            reach |= Q(to__contains=role)
    urges = Urge.objects.filter(reach, task__state__in=OPEN, day__gte=today() - SOON)
    return urges.select_related("task").distinct().order_by("-at")[:20]
