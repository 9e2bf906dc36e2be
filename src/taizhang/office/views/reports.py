"""Reports: the list, the upload, the progress of reading, the check, the accuracy."""

import json
from typing import Any

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from taizhang.office.messages import t
from taizhang.office.models import Report, Row
from taizhang.office.services import gold, handing_over, reading, review, uploads
from taizhang.office.services.acting import Refused
from taizhang.office.views.common import actor, one, page, version_of, whole

KINDS = {"target": "目标", "task": "任务", "entry": "数据"}
FIELD_NAMES = {
    "indicator": "指标",
    "type": "类型",
    "value": "数值",
    "low": "下限",
    "high": "上限",
    "unit": "计量单位",
    "measure": "量法",
    "to": "参照",
    "tail": "力争更好",
    "verb": "动词",
    "object": "对象",
    "kind": "种类",
    "stage": "阶段",
    "checkable": "可核查",
    "rel": "关系",
    "role": "角色",
    "period": "时期",
    "base": "基期",
    "strength": "力度",
}


def field_name(kind: str, field: str) -> str:
    """What a field of a row of a kind is called."""
    return "建议牵头单位" if (kind, field) == ("task", "unit") else FIELD_NAMES[field]


def count_rows(report: Report) -> list[dict[str, Any]]:
    """Count the rows of a report that stand, by kind: how many, and how many are not checked yet."""
    counted = (
        review.standing(report)
        .order_by()
        .values("kind")
        .annotate(found=Count("pk"), left=Count("pk", filter=Q(state="open")))
    )
    by_kind = {count["kind"]: count for count in counted}
    return [
        {"name": name, **by_kind.get(kind, {"kind": kind, "found": 0, "left": 0})}
        for kind, name in KINDS.items()
    ]


def find_report(pk: int, **_: object) -> Report:
    """The report of an address."""
    return one(Report, pk=pk)


@page("report.view")
def report_list(request: HttpRequest) -> HttpResponse:
    """Reports, newest first."""
    closed = bool(request.GET.get("closed"))
    standing = ~Q(rows__state__in=review.REPLACED)
    reports = Report.objects.filter(closed=closed).annotate(
        left=Count("rows", filter=Q(rows__state="open")), found=Count("rows", filter=standing)
    )
    context = {"reports": reports, "closed": closed, "others": Report.objects.exclude(closed=closed).exists()}
    return render(request, "office/reports.html", context)


@page("report.upload")
def report_upload(request: HttpRequest) -> HttpResponse:
    """Upload a report; the person confirms that it is no secret matter."""
    if request.method == "POST":
        if not request.POST.get("not_secret"):
            raise Refused("请确认文件不含国家秘密和内部敏感事项，涉密事项不得上传")
        file = request.FILES.get("file")
        if file is None:
            raise Refused("请选择文件")
        upload = uploads.store(actor(request), file)
        if same := reading.known(upload):
            messages.success(request, t("这份文件已经上传过，没有再读一遍"))
            return redirect("report", pk=same.pk)
        report = reading.receive(
            actor(request),
            upload,
            request.POST.get("title", "")[:200],
            request.POST.get("area", "").strip()[:60],
            whole(request.POST.get("year")),
        )
        return redirect("report", pk=report.pk)
    return render(
        request, "office/report_upload.html", {"kinds": ",".join(f".{kind}" for kind in uploads.KINDS)}
    )


@page("report.view", find_report)
def report_page(request: HttpRequest, pk: int) -> HttpResponse:
    """A report: its health first, what was read, what to do next."""
    report = one(Report, pk=pk)
    context = {
        "report": report,
        "job": report.jobs.order_by("-pk").first(),
        "counts": count_rows(report),
        "openable": handing_over.openable(report).exists(),
    }
    return render(request, "office/report.html", context)


@page("report.view", find_report)
def report_progress(request: HttpRequest, pk: int) -> HttpResponse:
    """The progress of reading, asked for again and again while it lasts."""
    report = one(Report, pk=pk)
    response = render(
        request, "office/report_progress.html", {"report": report, "job": report.jobs.order_by("-pk").first()}
    )
    if report.state != "waiting":
        response["HX-Refresh"] = "true"
    return response


@page("report.upload", find_report)
@require_POST
def report_close(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a report out of use, or back."""
    reading.close(actor(request), pk, version_of(request))
    return redirect("report", pk=pk)


@page("report.upload", find_report)
@require_POST
def report_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Read a report that failed once more."""
    reading.read_again(actor(request), pk)
    return redirect("report", pk=pk)


@page("report.gold", find_report)
def report_gold(request: HttpRequest, pk: int) -> HttpResponse:
    """The checked rows of one kind as gold rows (JSON Lines)."""
    report = one(Report, pk=pk)
    kind = request.GET.get("kind", "entry")
    kind = kind if kind in KINDS else "entry"
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in gold.gold(report, kind))
    response = HttpResponse(lines, content_type="application/x-ndjson; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="gold-{report.pk}-{kind}.jsonl"'
    return response


@page("accuracy.view")
def accuracy_page(request: HttpRequest) -> HttpResponse:
    """How often the machine was right, by kind and by field, over all checked rows."""
    rows = Row.objects.exclude(state="open").select_related("report")
    report = whole(request.GET.get("report"))
    counted = review.accuracy(rows.filter(report=report) if report else rows)
    kinds = [
        {
            "name": KINDS[kind],
            **{name: one_kind[name] for name in ("kept", "dropped", "recut", "missed")},
            "fields": [
                {
                    "name": field_name(kind, field),
                    "right": one_kind["right"][field],
                    "seen": seen,
                    "share": one_kind["right"][field] / seen,
                }
                for field, seen in one_kind["seen"].items()
            ],
        }
        for kind, one_kind in counted.items()
    ]
    return render(
        request, "office/accuracy.html", {"kinds": kinds, "reports": Report.objects.all(), "chosen": report}
    )
