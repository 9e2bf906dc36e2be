"""The law of the house: rights, rules, the record, files; and a sign of life."""

from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render

from taizhang.office.models import Change, Person, Task, TickDay, Upload
from taizhang.office.rules import rules
from taizhang.office.services import record, rights, uploads
from taizhang.office.services.acting import Refused
from taizhang.office.services.days import LAST_KNOWN
from taizhang.office.views.common import one, page, whole


def find_upload(pk: int, **_: object) -> Upload:
    """The file of an address."""
    return one(Upload, pk=pk)


@page("file.view", find_upload)
def file(request: HttpRequest, pk: int) -> FileResponse:  # noqa: ARG001 (Django's signature)
    """A file, always as a download, never to be run in the browser."""
    upload = one(Upload, pk=pk)
    try:
        content = uploads.path_of(upload).open("rb")
    except FileNotFoundError as error:
        raise Refused("文件不在数据文件夹里了：{name}。请从备份恢复 uploads", name=upload.name) from error
    response = FileResponse(
        content,
        as_attachment=True,
        filename=upload.name,
        content_type="application/octet-stream",
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@page("rights.view")
def rights_page(request: HttpRequest) -> HttpResponse:
    """The table of rights, and why someone may or may not do something."""
    known = rules()
    action = request.GET.get("action", "")
    everybody = rights.may(request.user, "person.manage") or rights.may(request.user, "task.create")
    person = request.user
    if everybody and (chosen := whole(request.GET.get("person"))):
        person = one(Person, pk=chosen)
    task = rights.visible_tasks(request.user).filter(number=request.GET.get("task", "")).first()
    context = {
        "roles": known.roles.values(),
        "actions": [
            {"action": one_action, "scopes": [one_action.allow.get(role, "") for role in known.roles]}
            for one_action in known.actions.values()
        ],
        "people": Person.objects.filter(is_active=True) if everybody else [request.user],
        "person": person,
        "task": task,
        "task_number": request.GET.get("task", ""),
        "action": known.actions.get(action),
        "decision": rights.decide(person, action, task) if action in known.actions else None,
        "posts": rights.posts_of(person),
    }
    return render(request, "office/rights.html", context)


@page("rules.view")
def rules_page(request: HttpRequest) -> HttpResponse:
    """Kinds, clocks, lights, ladders, stages and flow as they hold."""
    return render(request, "office/rules.html", {"rules": rules(), "calendar_ends": LAST_KNOWN})


@page("record.view")
def record_page(request: HttpRequest) -> HttpResponse:
    """The record, newest first; on demand, whether it is whole."""
    changes = Change.objects.order_by("-seq")
    if action := request.GET.get("action"):
        changes = changes.filter(action=action)
    if who := request.GET.get("who", "").strip():
        changes = changes.filter(who__icontains=who)
    if (subject := request.GET.get("subject", "")) and (number := request.GET.get("id", "")):
        changes = changes.filter(subject=subject, subject_id=number)
    context = {
        "changes": Paginator(changes, 100).get_page(whole(request.GET.get("page")) or 1),
        "verdict": record.verify() if request.GET.get("verify") else None,
        "last_tick": TickDay.objects.order_by("-day").first(),
    }
    return render(request, "office/record.html", context)


@page("public")
def alive(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 (Django's signature)
    """Say that the server answers and reaches its database."""
    Task.objects.exists()
    return HttpResponse("ok", content_type="text/plain")
