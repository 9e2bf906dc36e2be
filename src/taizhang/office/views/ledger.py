"""The ledger: filtered, sorted, grouped; its whole state stands in the address."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from taizhang.office.messages import t
from taizhang.office.models import SavedView, Task
from taizhang.office.rules import rules
from taizhang.office.services import exporting, keeping, rights, together
from taizhang.office.services.acting import today
from taizhang.office.services.lights import OPEN
from taizhang.office.views.common import actor, one, page, whole

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PAGE_LENGTH = 100
SORTS = {
    "number": ("number",),
    "title": ("title",),
    "unit": ("lead__path", "number"),
    "deadline": (F("deadline").asc(nulls_last=True), "number"),
    "light": ("-gravity", "number"),
    "share": (F("share").asc(nulls_last=True), "number"),
    "state": ("state", "number"),
}
GROUPS = {
    "unit": (F("lead__path").asc(nulls_last=True), "lead"),
    "group": ("group",),
    "kind": ("kind",),
    "light": ("-gravity", "light"),
    "state": ("state",),
}
"""How tasks are ordered by their group; the last names the field that a group shares."""
GROUP_NAMES = {"unit": "牵头单位", "group": "分组", "kind": "种类", "light": "灯色", "state": "状态"}
DUES = {"overdue": "已超期", "30": "30天内到期", "none": "没有期限"}


def chosen(request: HttpRequest, action: str) -> QuerySet[Task]:
    """Tasks that the address asks for, of those that the person may see."""
    query = request.GET
    tasks = rights.visible_tasks(request.user, action)
    if words := query.get("q", "").strip():
        tasks = tasks.filter(
            Q(title__icontains=words) | Q(number__icontains=words) | Q(words__icontains=words)
        )
    for name in ("kind", "state", "light", "group"):
        if value := query.get(name):
            tasks = tasks.filter(**{name: value})
    if query.get("open"):
        tasks = tasks.filter(state__in=OPEN)
    if unit := whole(query.get("unit")):
        part = query.get("part")
        reach = Q(lead=unit) if part != "support" else Q(pk__in=[])
        tasks = tasks.filter(reach | Q(supports=unit) if part != "lead" else reach).distinct()
    tasks = _by_due(tasks, query.get("due", ""))
    gravity = Case(
        When(light="red", then=Value(3)),
        When(light__in=("yellow", "orange"), then=Value(2)),
        When(light__in=("green", "blue"), then=Value(1)),
        default=Value(0),
        output_field=IntegerField(),
    )
    sort = query.get("sort", "number")
    order: list[Any] = list(SORTS.get(sort.lstrip("-"), SORTS["number"]))
    order = [_turned(key) for key in order] if sort.startswith("-") else order
    # Groups come whole, one after another over all pages; the order holds within each.
    tasks = tasks.annotate(gravity=gravity).order_by(*GROUPS.get(query.get("by", ""), ()), *order)
    return tasks.select_related("lead", "parent").prefetch_related(
        "support_links__unit", "progress", "checkpoints"
    )


@page("ledger.view")
def ledger(request: HttpRequest) -> HttpResponse:
    """The ledger's page."""
    tasks = chosen(request, "ledger.view")
    group = request.GET.get("by", "")
    paginator = Paginator(tasks, PAGE_LENGTH)
    shown = paginator.get_page(whole(request.GET.get("page")) or 1)
    context = {
        "tasks": shown,
        "sections": _sections(shown, group, tasks) if group in GROUPS else [("", list(shown), 0)],
        "count": paginator.count,
        "views": request.user.saved_views.all(),
        "units": rights.visible_units(request.user).filter(closed=False),
        "groups": rights.visible_tasks(request.user)
        .exclude(group="")
        .values_list("group", flat=True)
        .distinct()
        .order_by("group"),
        "kinds": rules().kinds.values(),
        "states": rules().states.values(),
        "lights": ("green", "yellow", "red", "blue", "orange"),
        "dues": DUES,
        "group_names": GROUP_NAMES,
        "columns": (
            ("light", "灯色"),
            ("number", "编号"),
            ("title", "任务"),
            ("unit", "牵头单位"),
            ("deadline", "期限"),
            ("share", "完成"),
            ("state", "状态"),
        ),
        "sort": request.GET.get("sort", "number"),
        "together": [step for step in together.STEPS if rights.may(request.user, f"step.{step}")],
        "nothing_yet": not Task.objects.exists(),
    }
    return render(request, "office/ledger.html", context)


@page("ledger.export")
def ledger_sheet(request: HttpRequest) -> HttpResponse:
    """The ledger as seen, as an Excel sheet."""
    response = HttpResponse(exporting.ledger_book(chosen(request, "ledger.export")), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="taizhang-{today():%Y%m%d}.xlsx"'
    return response


@page("ledger.view")
@require_POST
def save_view(request: HttpRequest) -> HttpResponse:
    """Keep the address of the ledger under a name."""
    name = request.POST.get("name", "").strip()[:60] or t("未命名")
    query = request.POST.get("query", "").lstrip("?")[:1000]
    keeping.keep(actor(request), name, query)
    return redirect(f"{reverse('ledger')}?{query}")


@page("ledger.view")
@require_POST
def drop_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget one's own saved view."""
    keeping.drop(actor(request), one(SavedView, pk=pk, person=request.user))
    return redirect("ledger")


def _by_due(tasks: QuerySet[Task], due: str) -> QuerySet[Task]:
    if due == "overdue":
        return tasks.filter(deadline__lt=today(), state__in=OPEN)
    if due == "none":
        return tasks.filter(deadline=None)
    if due == "30":
        return tasks.filter(deadline__range=(today(), today() + timedelta(days=30)))
    return tasks


def _turned(key: Any) -> Any:
    """The same order, the other way round."""
    if isinstance(key, str):
        return key.removeprefix("-") if key.startswith("-") else f"-{key}"
    turned = key.copy()
    turned.reverse_ordering()
    return turned


def _sections(shown: Iterable[Task], group: str, tasks: QuerySet[Task]) -> list[tuple[str, list[Task], int]]:
    """The tasks of a page by group: the group's name, its tasks here, their number on all pages."""
    field = str(GROUPS[group][-1])
    counts = dict(tasks.order_by().values_list(field).annotate(Count("pk", distinct=True)))

    def name(task: Task) -> str:
        names: dict[str, Any] = {
            "unit": task.lead.name if task.lead else t("未定单位"),
            "group": task.group or t("未分组"),
            "kind": t(rules().kinds[task.kind].name) if task.kind in rules().kinds else task.kind,
            "light": t(exporting.LIGHT_NAMES.get(task.light, "")) or t("未亮灯"),
            "state": t(rules().states[task.state].name),
        }
        return str(names[group])

    sections = ((key, list(found)) for key, found in groupby(shown, key=name))
    return [
        (key, found, counts[found[0].lead_id if group == "unit" else getattr(found[0], field)])
        for key, found in sections
    ]
