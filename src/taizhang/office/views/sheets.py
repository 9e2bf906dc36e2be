"""Importing tasks from Excel: upload, preview, all or nothing."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from taizhang.office.messages import t
from taizhang.office.models import ImportDraft, Task
from taizhang.office.services import exporting, importing, uploads
from taizhang.office.services.acting import Refused
from taizhang.office.views.common import actor, one, page
from taizhang.office.views.ledger import XLSX


@page("task.import")
def sheet_upload(request: HttpRequest) -> HttpResponse:
    """Upload a sheet for a preview."""
    if request.method == "POST":
        file = request.FILES.get("file")
        if file is None:
            raise Refused("请选择文件")
        data = file.read()
        if uploads.check(file.name or "", data) != "xlsx":
            raise Refused("请上传xlsx文件")
        draft = importing.read_sheet(actor(request), file.name or "", data)
        return redirect("sheet", pk=draft.pk)
    return render(request, "office/sheet_upload.html", {"columns": [name for name, _ in exporting.COLUMNS]})


@page("task.import")
def sheet_template(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 (Django's signature)
    """An empty ledger to fill in."""
    response = HttpResponse(exporting.ledger_book(Task.objects.none()), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="taizhang-template.xlsx"'
    return response


@page("task.import")
def sheet_preview(request: HttpRequest, pk: int) -> HttpResponse:
    """What the sheet would do, with errors by cell."""
    draft = one(ImportDraft, pk=pk, person=request.user)
    lines = importing.preview(draft)
    letters = importing.letters_of(draft)
    told = [line for line in lines if line.errors or line.act != "same"]
    told.sort(key=lambda line: (not line.errors, line.number))
    context = {
        "draft": draft,
        "columns": letters,
        "lines": [
            {
                "line": line,
                "errors": [
                    (f"{letters.get(column, '')}{line.number}", column, line.cells.get(column, ""), why)
                    for column, why in line.errors.items()
                ],
                "asks": [
                    (column, value)
                    for column, value in line.cells.items()
                    if value and column not in ("编号", "任务名称", "原文", "版本", *line.errors)
                ],
            }
            for line in told
        ],
        "new": sum(line.act == "new" for line in lines),
        "changed": sum(line.act == "change" for line in lines),
        "same": sum(line.act == "same" and not line.errors for line in lines),
        "errors": sum(len(line.errors) for line in lines),
    }
    return render(request, "office/sheet.html", context)


@page("task.import")
@require_POST
def sheet_apply(request: HttpRequest, pk: int) -> HttpResponse:
    """Take over the sheet."""
    opened, changed = importing.apply(actor(request), one(ImportDraft, pk=pk, person=request.user))
    messages.success(request, t("已导入：新立{opened}项，修改{changed}项", opened=opened, changed=changed))
    return redirect("ledger")
