"""The overview for leaders: counts by light, by unit and by group; a unit's page; the burden."""

from collections import Counter, defaultdict
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from taizhang.office.models import Ask, Task, Unit
from taizhang.office.rules import rules
from taizhang.office.services import burden, rights
from taizhang.office.services.acting import today
from taizhang.office.services.lights import OPEN
from taizhang.office.views.common import one, page

GRAVE = ("red",)
MIDDLE = ("yellow", "orange")
MILD = ("green", "blue")


@page("leader.view")
def overview(request: HttpRequest) -> HttpResponse:
    """Counts by light, unit and group, with what is gravest."""
    tasks = list(rights.visible_tasks(request.user).exclude(state="void").select_related("lead"))
    units: dict[Any, Counter[str]] = defaultdict(Counter)
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for task in tasks:
        word = _word(task)
        units[task.lead][word] += 1
        groups[task.group][word] += 1
        kinds[task.kind][word] += 1
    context = {
        "total": Counter(_word(task) for task in tasks),
        "count": len(tasks),
        "units": _table(units, lambda unit: unit.path if unit else ""),
        "groups": _table(groups, str),
        "kinds": _table(kinds, str),
        "gravest": [task for task in tasks if task.light == "red" and task.state in OPEN][:15],
        "differing": [
            task for task in tasks if task.light == "red" and task.reported in ("ontrack", "finished")
        ][:15],
    }
    return render(request, "office/leader.html", context)


def find_unit(pk: int, **_: object) -> Unit:
    """The unit of an address."""
    return one(Unit, pk=pk)


@page("unit.view", find_unit)
def unit_page(request: HttpRequest, pk: int) -> HttpResponse:
    """A unit: its posts, its tasks as lead and in support, what it is asked for."""
    unit = one(Unit, pk=pk)
    visible = rights.visible_tasks(request.user)
    led = visible.filter(lead=unit).exclude(state="void").select_related("lead")
    context = {
        "unit": unit,
        "posts": unit.posts.filter(closed=False).select_related("holder"),
        "children": unit.children.filter(closed=False),
        "led": led,
        "supported": visible.filter(supports=unit).exclude(state="void").select_related("lead"),
        "counts": Counter(_word(task) for task in led),
        "month": burden.month_of(unit, today()),
        "cap": rules().burden.cap,
        "names": burden.NAMES,
    }
    return render(request, "office/unit.html", context)


@page("unit.view")
def unit_list(request: HttpRequest) -> HttpResponse:
    """Units in their tree."""
    units = list(rights.visible_units(request.user).filter(closed=False).prefetch_related("posts__holder"))
    order = {str(unit.pk): (unit.order, unit.pk) for unit in units}
    units.sort(key=lambda unit: [order.get(step, (0, 0)) for step in unit.path.strip("/").split("/")])
    return render(request, "office/units.html", {"units": units})


@page("burden.view")
def burden_page(request: HttpRequest) -> HttpResponse:
    """What each unit is asked for, this month and the months before."""
    units = rights.visible_units(request.user, "burden.view").filter(closed=False)
    months: dict[str, dict[int, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for asked in Ask.objects.filter(unit__in=units):
        one_unit = months[f"{timezone.localtime(asked.at):%Y-%m}"][asked.unit_id]
        one_unit["requests" if asked.kind == "request" else "reminders"] += 1
        one_unit["fields"] += asked.fields
    chosen = request.GET.get("month", "")
    known = sorted(months, reverse=True)
    month = chosen if chosen in months else f"{today():%Y-%m}"
    cap = rules().burden.cap
    table = [
        {"unit": unit, "counts": counts, "over": [name for name in cap if counts[name] >= cap[name]]}
        for unit in units
        if (counts := months[month][unit.pk])
    ]
    table.sort(key=lambda row: -sum(row["counts"].values()))
    context = {"table": table, "month": month, "months": known[:24], "cap": cap, "names": burden.NAMES}
    return render(request, "office/burden.html", context)


def _word(task: Task) -> str:
    """How a task counts: by its light, or as waiting or done."""
    if task.state in ("done", "closed"):
        return "done"
    for word, names in (("red", GRAVE), ("middle", MIDDLE), ("mild", MILD)):
        if task.light in names:
            return word
    return "waiting"


def _table(counts: dict[Any, Counter[str]], order: Any) -> list[dict[str, Any]]:
    return [
        {"name": name, "counts": counted, "all": sum(counted.values())}
        for name, counted in sorted(
            counts.items(), key=lambda pair: (-pair[1]["red"], -pair[1]["middle"], order(pair[0]))
        )
    ]
