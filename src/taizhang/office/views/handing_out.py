"""Handing out: from checked rows to tasks, and one step for many tasks of the ledger."""

from datetime import date

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from taizhang.office.messages import t
from taizhang.office.models import Report, Unit
from taizhang.office.rules import rules
from taizhang.office.services import handing_over, together
from taizhang.office.services.acting import Forbidden, Refused
from taizhang.office.services.handing_over import Settled
from taizhang.office.views.common import actor, day, one, page, version_of, whole
from taizhang.office.views.reports import find_report

PAGE_LENGTH = 100


@page("task.create", find_report)
def report_open(request: HttpRequest, pk: int) -> HttpResponse:
    """Open tasks for checked rows: look over what is suggested, leave out, settle; then all that is ticked."""
    report = one(Report, pk=pk)
    if request.method == "POST":
        opened = handing_over.open_tasks(actor(request), report, _settled(request))
        messages.success(request, t("已立项{count}项，等待交办", count=len(opened)))
        more = handing_over.openable(report).exists()
        return redirect("report_open", pk=pk) if more else redirect("ledger_drafted")
    rows = Paginator(handing_over.openable(report), PAGE_LENGTH).get_page(whole(request.GET.get("page")) or 1)
    context = {
        "report": report,
        "rows": rows,
        "drafts": handing_over.drafts(report, rows),
        "kinds": rules().kinds.values(),
        "units": Unit.objects.filter(closed=False),
    }
    return render(request, "office/opening.html", context)


@page("ledger.view")
@require_POST
def ledger_step(request: HttpRequest, step: str) -> HttpResponse:
    """One step for the tasks that are ticked: look it over first, then take it for all or none."""
    keys = [key for raw in request.POST.getlist("task") if (key := whole(raw))]
    words, why = request.POST.get("words", "").strip(), ""
    if request.POST.get("confirmed"):
        try:
            versions = {key: version_of(request, f"version-{key}") for key in keys}
            count = together.take(actor(request), step, versions, words)
        except Forbidden:
            raise
        except Refused as error:
            why = t(error.sentence, **error.facts)
        else:
            messages.success(request, t("{step}：{count}项", step=rules().steps[step].name, count=count))
            return redirect("ledger")
    plan = together.plan(actor(request), step, keys)
    context = {
        "step": step,
        "plan": plan,
        "unable": [(task, t(why.sentence, **why.facts)) for task, why in plan.unable],
        "words": words,
        "why": why,
        "needs_words": "words" in rules().steps[step].needs,
    }
    return render(request, "office/together.html", context, status=422 if why else 200)


def _settled(request: HttpRequest) -> dict[int, Settled]:
    units = handing_over.unit_index()
    found = {}
    for raw in request.POST.getlist("row"):
        if (key := whole(raw)) is None:
            continue
        name = request.POST.get(f"lead-{key}", "").strip()
        if name and name not in units:
            raise Refused("没有名为“{unit}”的单位", unit=name)
        deadline: date | None = day(request.POST.get(f"deadline-{key}"))
        found[key] = Settled(request.POST.get(f"kind-{key}", "report"), units.get(name), deadline)
    return found
