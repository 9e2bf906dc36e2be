"""Pages that say why something did not happen."""

import json
from typing import Any

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from taizhang.office.messages import t
from taizhang.office.models import Person, Post, Report, Row, Task, Unit
from taizhang.office.rules import rules
from taizhang.office.services.acting import Conflict, Refused
from taizhang.office.views.again import came_from_page, form_again

_COMPUTED = frozenset({"version", "light", "light_why", "light_since", "share"})
_SILENT = frozenset({"csrfmiddlewaretoken", "version", "password", "old", "new"})
# Chosen with one movement, and only a key here; what takes time is what was written.
_CHOSEN = frozenset({"parent", "lead", "post", "supports", "unit", "holder", "demand", "confirmed", "next"})


def forbidden(request: HttpRequest, action: str) -> HttpResponse:
    """403: which action it is and who may do it."""
    rule = rules().actions.get(action)
    return _page(request, "forbidden", {"rule": rule}, 403)


def refused(request: HttpRequest, error: Refused) -> HttpResponse:
    """422: what is missing or does not fit, on the form's own page, else with what the person had written."""
    why = t(error.sentence, **error.facts)
    if again := form_again(request, why):
        return again
    context = {"why": why, "written": _written(request)}
    return _page(request, "refused", context, 422)


def conflict(request: HttpRequest, error: Conflict) -> HttpResponse:
    """409: what somebody else changed in between, with what the person had written."""
    changes = [
        {
            "row": row,
            "before": json.loads(row.before),
            "after": {key: value for key, value in json.loads(row.after).items() if key not in _COMPUTED},
        }
        for row in error.changes
    ]
    context = {
        "changes": changes,
        "written": _written(request),
        "subject": error.subject,
        "address": _page_of(error.subject),
    }
    return _page(request, "conflict", context, 409)


def signed_out(request: HttpRequest) -> HttpResponse:
    """Send a stranger to sign in; what they had written is shown, so that no work is lost."""
    back = request.get_full_path()
    if request.method != "GET":
        # An address that only takes what is sent to it is no page to come back to.
        came_from = came_from_page(request)
        back = came_from.path if came_from else reverse("desk")
    address = f"{reverse('login')}?{urlencode({'next': back})}"
    if request.headers.get("HX-Request"):
        response = HttpResponse(status=401)
        response["HX-Redirect"] = address
        return response
    written = _written(request)
    if not written:
        return HttpResponseRedirect(address)
    return _page(request, "signed_out", {"written": written, "address": address}, 401)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: a request that no page of ours makes, or a name of the site that is not known."""
    host = isinstance(exception, DisallowedHost)
    return render(request, "office/bad_request.html", {"unknown_host": host}, status=400)


def not_allowed(request: HttpRequest) -> HttpResponse:
    """405: an address that is no page."""
    return render(request, "office/not_allowed.html", status=405)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 (Django's signature)
    """404."""
    return render(request, "office/not_found.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """500: an error of ours."""
    return render(request, "office/broken.html", status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 (Django's signature)
    """403: the form is from another session."""
    context = {"why": t("页面已过期，请返回后刷新再试"), "written": _written(request)}
    return render(request, "office/refused.html", context, status=403)


def _page(request: HttpRequest, name: str, context: dict[str, Any], status: int) -> HttpResponse:
    """Answer with a page; where htmx asked for a part, the page takes the place of all that was shown."""
    response = render(request, f"office/{name}.html", context, status=status)
    if request.headers.get("HX-Request"):
        response["HX-Retarget"] = response["HX-Reselect"] = "#main"
        response["HX-Reswap"] = "outerHTML"
    return response


def _written(request: HttpRequest) -> list[tuple[str, Any]]:
    return [(key, value) for key, value in request.POST.items() if value and key not in _SILENT | _CHOSEN]


def _page_of(subject: object) -> str:
    """Where a subject is seen as it is now."""
    match subject:
        case Task():
            return reverse("task", args=[subject.pk])
        case Report():
            return reverse("report", args=[subject.pk])
        case Row():
            return f"{reverse('report_check', args=[subject.report_id])}?kind={subject.kind}#row-{subject.pk}"
        case Unit():
            return reverse("unit_edit", args=[subject.pk])
        case Post():
            return reverse("post_edit", args=[subject.pk])
        case Person():
            return reverse("person_edit", args=[subject.pk])
    return reverse("desk")
