"""A form that was refused: its own page once more, with what was typed and the sentence above the form."""

import io
from http import HTTPStatus
from urllib.parse import SplitResult, urlsplit

from django.core.handlers.wsgi import WSGIRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from lxml import etree, html

from taizhang.office.messages import t
from taizhang.office.middleware import closed_to
from taizhang.office.services.acting import Refused

# Made anew with each page. All else comes back as it was sent, the version too: it is the one that was seen.
_FRESH = frozenset({"csrfmiddlewaretoken"})
_SECRET = ("password", "file")


def form_again(request: HttpRequest, why: str) -> HttpResponse | None:
    """Show the page from which a form came, filled in as it was sent, with ``why`` it was refused.

    None where there is no such page: a form from elsewhere, a part that htmx asked for.
    """
    came_from = came_from_page(request)
    if came_from is None or request.method != "POST" or request.htmx:
        return None
    shown = _page_of(request, came_from)
    if shown is None or not _is_page(shown):
        return None
    page = html.document_fromstring(shown.content.decode())
    form = next((one for one in page.forms if _sends_to(one, came_from.path, request.path)), None)
    if form is None:
        return None
    _fill(page, form, request)
    _tell(form, [why, t("文件要重新选择。")] if request.FILES else [why])
    words = html.tostring(page, encoding="unicode", doctype="<!doctype html>")
    return HttpResponse(words, status=422)


def came_from_page(request: HttpRequest) -> SplitResult | None:
    """The page of ours that led to a request, as the browser tells; None where it is none of ours."""
    try:
        address = urlsplit(request.headers.get("Referer", ""))
    except ValueError:
        return None
    return address if address.netloc == request.get_host() else None


def _is_page(response: HttpResponse) -> bool:
    html_words = response.headers.get("Content-Type", "").startswith("text/html")
    return response.status_code == HTTPStatus.OK and html_words and not response.streaming


def _page_of(request: HttpRequest, came_from: SplitResult) -> HttpResponse | None:
    """The page of an address as this person sees it now, behind the same gate as ever."""
    try:
        match = resolve(came_from.path)
    except Resolver404:
        return None
    asked = WSGIRequest(
        {
            **request.META,
            "REQUEST_METHOD": "GET",
            "PATH_INFO": came_from.path,
            "QUERY_STRING": came_from.query,
            "CONTENT_LENGTH": "0",
            "wsgi.input": io.BytesIO(),
        }
    )
    asked.user, asked.session, asked.htmx = request.user, request.session, request.htmx
    try:
        return closed_to(asked, match.func, match.kwargs) or match.func(asked, *match.args, **match.kwargs)
    except (Http404, Refused):
        return None


def _sends_to(form: html.FormElement, page: str, path: str) -> bool:
    buttons = form.xpath(".//button[@formaction]/@formaction")
    addresses = [form.get("action") or page, *buttons]
    return form.method == "POST" and path in [urlsplit(address).path for address in addresses]


def _fill(page: html.HtmlElement, form: html.FormElement, request: HttpRequest) -> None:
    """Put what was sent into the fields of the form, those outside that name it too."""
    inside = form.xpath(".//input | .//select | .//textarea")
    outside = page.xpath("//*[@form=$id]", id=form.get("id")) if form.get("id") else []
    for field in [*inside, *outside]:
        name = field.get("name")
        if name is None or name in _FRESH or field.get("type") in _SECRET:
            continue
        sent = request.POST.getlist(name)
        if field.tag == "select":
            for option in field.iter("option"):
                _mark(option, "selected", option.get("value", option.text or "") in sent)
        elif field.get("type") in ("checkbox", "radio"):
            _mark(field, "checked", field.get("value", "on") in sent)
        elif field.tag == "textarea":
            field.text = sent[0] if sent else ""
        elif field.tag == "input":
            field.set("value", sent[0] if sent else "")


def _mark(field: html.HtmlElement, attribute: str, wanted: bool) -> None:
    field.attrib.pop(attribute, None)
    if wanted:
        field.set(attribute, attribute)


def _tell(form: html.FormElement, sentences: list[str]) -> None:
    """Say the sentences at the head of the form, where the eye and the keyboard then are."""
    for one in form.xpath("//*[@autofocus]"):
        del one.attrib["autofocus"]
    notice = etree.Element("p", {"class": "notice bad", "role": "alert", "tabindex": "-1", "autofocus": ""})
    notice.text = " ".join(sentences)
    form.insert(0, notice)
    for folded in form.iterancestors("details"):
        folded.set("open", "open")
