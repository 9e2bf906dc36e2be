"""Reports: the list, the upload, the progress of reading, the check, the accuracy."""

import json
from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from taizhang.office.messages import name
from taizhang.office.models import Report, Row
from taizhang.office.services import handing_over, reading, review, uploads
from taizhang.office.services.acting import Refused
from taizhang.office.views.common import actor, one, page, version_of, whole

KINDS = {"target": "目标", "task": "任务", "entry": "数据"}
FIELD_NAMES = {
    "text": "文字",
    "indicator": "指标",
    "type": "类型",
    "value": "数值",
    "low": "下限",
    "high": "上限",
    "unit": "单位",
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

_SIGNS = {">=": "≥", ">": ">", "<=": "≤", "<": "<", "~": "≈"}


def find_report(pk: int, **_: object) -> Report:
    """The report of an address."""
    return one(Report, pk=pk)


def find_row(pk: int, **_: object) -> Report:
    """The report in which the row of an address stands."""
    return one(Row, pk=pk).report


@page("report.view")
def report_list(request: HttpRequest) -> HttpResponse:
    """Reports, newest first."""
    reports = Report.objects.annotate(
        left=Count("rows", filter=Q(rows__state="open")), found=Count("rows")
    ).select_related("by")
    return render(request, "office/reports.html", {"reports": reports})


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
    counts = report.rows.values("kind").annotate(found=Count("pk"), left=Count("pk", filter=Q(state="open")))
    context = {
        "report": report,
        "job": report.jobs.order_by("-pk").first(),
        "counts": [{**count, "name": KINDS[count["kind"]]} for count in counts],
        "openable": len(handing_over.openable(report)),
        "steps": reading.LONGEST,
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
def report_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Read a report that failed once more."""
    reading.read_again(actor(request), pk)
    return redirect("report", pk=pk)


@page("report.check", find_report)
def report_check(request: HttpRequest, pk: int) -> HttpResponse:
    """Check: the text on the left, the rows on the right, each tied to its words."""
    report = one(Report, pk=pk)
    kind = request.GET.get("kind", "target")
    kind = kind if kind in KINDS else "target"
    rows = list(report.rows.filter(kind=kind).exclude(state__in=("merged", "split")))
    counts = (
        report.rows.exclude(state__in=("merged", "split"))
        .values("kind")
        .annotate(found=Count("pk"), left=Count("pk", filter=Q(state="open")))
    )
    by_kind = {count["kind"]: count for count in counts}
    context = {
        "report": report,
        "kind": kind,
        "tabs": [
            {"kind": key, "name": name, **by_kind.get(key, {"found": 0, "left": 0})}
            for key, name in KINDS.items()
        ],
        "rows": [_shown(row) for row in rows],
        "paragraphs": _paragraphs(report.text, rows),
        "left": sum(row.state == "open" for row in rows),
        "openable": len(handing_over.openable(report)),
    }
    return render(request, "office/check.html", context)


@page("report.check", find_row)
@require_POST
def row_act(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    """Accept, correct, drop, merge or split a row; answers with the row as it now is."""
    version = version_of(request)
    match act:
        case "accept":
            row = review.accept(actor(request), pk, version)
        case "drop":
            row = review.drop(actor(request), pk, version)
        case "correct":
            row = review.correct(actor(request), pk, request.POST.dict(), version)
        case "merge":
            row = review.merge(actor(request), pk, version)
        case "split":
            row = review.split(actor(request), pk, whole(request.POST.get("at")) or 0, version)
        case _:
            raise Refused("没有“{step}”这一步", step=act)
    if request.htmx and act in ("accept", "drop", "correct"):
        return render(request, "office/row.html", {"row": _shown(row), "report": row.report})
    return _back_to(request, row)


@page("report.check", find_report)
@require_POST
def row_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a row from a selection of the text."""
    start, end = whole(request.POST.get("start")), whole(request.POST.get("end"))
    row = review.add(actor(request), one(Report, pk=pk), request.POST.get("kind", ""), start or 0, end or 0)
    return _back_to(request, row)


@page("task.create", find_report)
@require_POST
def report_open(request: HttpRequest, pk: int) -> HttpResponse:
    """Open tasks for all checked targets and tasks."""
    handing_over.open_tasks(actor(request), one(Report, pk=pk))
    return redirect("ledger_drafted")


@page("report.gold", find_report)
def report_gold(request: HttpRequest, pk: int) -> HttpResponse:
    """The checked rows of one kind as gold rows (JSON Lines)."""
    report = one(Report, pk=pk)
    kind = request.GET.get("kind", "entry")
    rows = review.gold(report.rows.filter(kind=kind).select_related("report"))
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    response = HttpResponse(lines, content_type="application/x-ndjson; charset=utf-8")
    response["Content-Disposition"] = (
        f'attachment; filename="gold-{report.pk}-{kind if kind in KINDS else "rows"}.jsonl"'
    )
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
                    "name": FIELD_NAMES[field],
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


def _back_to(request: HttpRequest, row: Row) -> HttpResponse:
    address = f"/reports/{row.report_id}/check?kind={row.kind}#row-{row.pk}"
    if request.htmx:
        # The rows around it changed too: the page is built anew, at the row.
        response = HttpResponse(status=204)
        response["HX-Redirect"] = address
        response["HX-Refresh"] = "true"
        return response
    return redirect(address)


def _shown(row: Row) -> dict[str, Any]:
    machine, human = row.machine or {}, row.reading
    return {
        "row": row,
        "words": human.get("text") or "",
        "summary": _summary(row.kind, human),
        "fields": [
            {
                "id": field,
                "name": FIELD_NAMES[field],
                "value": human.get(field, ""),
                "machine": machine.get(field, ""),
                "differs": row.machine is not None
                and (machine.get(field) or None) != (human.get(field) or None),
                "choices": review.CHOICES.get(field) if field != "kind" or row.kind == "task" else None,
                "yes_no": field in review.YES_NO,
            }
            for field in review.FIELDS[row.kind]
        ],
    }


def _summary(kind: str, read: dict[str, Any]) -> str:
    value = read.get("value")
    if value is None and read.get("low") is not None:
        value = f"{read['low']}–{read.get('high')}"
    figures = (
        f"{_SIGNS.get(read.get('rel') or '', '')}{'' if value is None else value}{read.get('unit') or ''}"
    )
    if kind == "task":
        return " · ".join(
            str(part) for part in (read.get("verb"), read.get("object"), read.get("unit")) if part
        )
    parts = (
        read.get("indicator"),
        figures,
        read.get("period"),
        name("choice", read.get("type" if kind == "target" else "role") or ""),
    )
    return " · ".join(str(part) for part in parts if part)


def _paragraphs(text: str, rows: list[Row]) -> list[dict[str, Any]]:
    """The text by paragraphs, each cut into pieces that are words of a row or between rows."""
    paragraphs = []
    position = 0
    for line in text.splitlines(keepends=True):
        end = position + len(line.rstrip("\r\n"))
        if line.strip():
            paragraphs.append({"start": position, "end": end, "pieces": _pieces(text, position, end, rows)})
        position += len(line)
    return paragraphs


def _pieces(text: str, start: int, end: int, rows: list[Row]) -> list[dict[str, Any]]:
    pieces: list[dict[str, Any]] = []
    position = start
    for row in rows:
        first, last = max(row.start, position), min(row.end, end)
        if first >= last:
            continue
        if first > position:
            pieces.append({"start": position, "words": text[position:first], "row": None})
        pieces.append({"start": first, "words": text[first:last], "row": row})
        position = last
    if position < end:
        pieces.append({"start": position, "words": text[position:end], "row": None})
    return pieces
