"""Checking what was read: the text on the left, the rows on the right; acts on a row answer with what changed."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from taizhang.office.messages import name, t
from taizhang.office.models import Report, Row
from taizhang.office.services import handing_over, review
from taizhang.office.services.acting import Refused
from taizhang.office.views.common import actor, one, page, version_of, whole
from taizhang.office.views.reports import KINDS, count_rows, field_name, find_report

_SIGNS = {">=": "≥", ">": ">", "<=": "≤", "<": "<", "~": "≈"}
_PLAIN = frozenset({"=", "level"})
"""Values that go without saying in a summary."""
_FORMS = ("edit", "split")


def find_row(pk: int, **_: object) -> Report:
    """The report in which the row of an address stands."""
    return one(Row, pk=pk).report


@page("report.check", find_report)
def report_check(request: HttpRequest, pk: int) -> HttpResponse:
    """Check: the text on the left, the rows on the right, each tied to its words."""
    report = one(Report, pk=pk)
    tabs = count_rows(report)
    unchecked = next((tab["kind"] for tab in tabs if tab["left"]), "target")
    kind = request.GET.get("kind", unchecked)
    kind = kind if kind in KINDS else unchecked
    rows = list(review.standing(report, kind))
    context = {
        "report": report,
        "kind": kind,
        "tabs": tabs,
        "rows": [_shown(row) for row in rows],
        "paragraphs": _paragraphs(report.text, rows),
        "openable": handing_over.openable(report).exists(),
    }
    return render(request, "office/check.html", context)


@page("report.check", find_row)
def row_form(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The form that corrects or splits a row: a part of the check page, or a page of its own."""
    row = one(Row, pk=pk)
    if form not in _FORMS:
        raise Refused("没有“{step}”这一步", step=form)
    context = {"row": row, "words": row.reading.get("text") or "", "report": row.report}
    if form == "edit":
        context["fields"] = _fields(row)
    template = f"row_{form}.html" if request.htmx else "row_page.html"
    return render(request, f"office/{template}", context | {"form": f"office/row_{form}.html"})


@page("report.check", find_row)
@require_POST
def row_act(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    """Accept, correct, drop, merge or split a row; answers with the rows and words that changed."""
    version = version_of(request)
    gone: list[int] = []
    match act:
        case "accept":
            made = [review.accept(actor(request), pk, version)]
        case "drop":
            made = [review.drop(actor(request), pk, version)]
        case "correct":
            made = [review.correct(actor(request), pk, request.POST.dict(), version)]
        case "merge":
            merged, following = review.merge(actor(request), pk, version)
            made, gone = [merged], [following.pk]
        case "split":
            made = list(review.split(actor(request), pk, whole(request.POST.get("at")) or 0, version))
        case _:
            raise Refused("没有“{step}”这一步", step=act)
    return _answer(request, made, gone, recut=act in ("merge", "split"))


@page("report.check", find_report)
@require_POST
def row_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a row from a selection of the text."""
    start, end = whole(request.POST.get("start")), whole(request.POST.get("end"))
    row = review.add(actor(request), one(Report, pk=pk), request.POST.get("kind", ""), start or 0, end or 0)
    keys = list(review.standing(row.report, row.kind).values_list("pk", flat=True))
    at = keys.index(row.pk)
    return _answer(request, [row], [], recut=True, after=f"row-{keys[at - 1]}" if at else "add")


def _answer(
    request: HttpRequest, made: list[Row], gone: list[int], *, recut: bool, after: str = ""
) -> HttpResponse:
    first = made[0]
    if not request.htmx:
        return redirect(f"/reports/{first.report_id}/check?kind={first.kind}#row-{first.pk}")
    context = {
        "rows": [_shown(row) for row in made],
        "gone": gone,
        "focus": first.pk if recut else None,
        "after": after,
    }
    if recut:
        rows = list(review.standing(first.report, first.kind))
        reach = range(min(row.start for row in made), max(row.end for row in made))
        context["paragraphs"] = _paragraphs(first.report.text, rows, reach)
    return render(request, "office/rows.html", context)


def _shown(row: Row) -> dict[str, Any]:
    return {
        "row": row,
        "words": row.reading.get("text") or "",
        "summary": _summary(row.kind, row.reading),
        "differing": [field for field in _fields(row) if field["differs"]],
    }


def _fields(row: Row) -> list[dict[str, Any]]:
    machine, human = row.machine or {}, row.reading
    return [
        {
            "id": field,
            "name": field_name(row.kind, field),
            "value": human.get(field, ""),
            "machine": machine.get(field, ""),
            "differs": row.machine is not None and (machine.get(field) or None) != (human.get(field) or None),
            "choices": review.choices_of(row.kind, field),
            "yes_no": field in review.YES_NO,
        }
        for field in review.FIELDS[row.kind]
    ]


def _summary(kind: str, read: dict[str, Any]) -> str:
    """All that a person accepts with one key: every field that holds something, in words."""
    parts: Iterable[object]
    if kind == "task":
        checkable = t("可核查") if read.get("checkable") else t("难核查")
        lead = f"{t('建议牵头')} {read['unit']}" if read.get("unit") else None
        parts = (
            read.get("verb"),
            read.get("object"),
            _code(read, "kind"),
            _code(read, "stage"),
            checkable,
            lead,
        )
    elif kind == "target":
        other = f"→ {read['to']}" if read.get("to") else None
        better = t("力争更好") if read.get("tail") else None
        parts = (
            read.get("indicator"),
            _figures(read),
            _code(read, "measure"),
            _code(read, "type"),
            other,
            better,
        )
    else:
        base = f"{t('基期')} {read['base']}" if read.get("base") else None
        codes = (_code(read, field) for field in ("measure", "role", "strength"))
        parts = (read.get("indicator"), _figures(read), *codes, read.get("period"), base)
    return " · ".join(str(part) for part in parts if part)


def _figures(read: dict[str, Any]) -> str:
    value = read.get("value")
    if value is None and read.get("low") is not None:
        value = f"{read['low']}–{read.get('high')}"
    return f"{_SIGNS.get(read.get('rel') or '', '')}{'' if value is None else value}{read.get('unit') or ''}"


def _code(read: dict[str, Any], field: str) -> str:
    code = str(read.get(field) or "")
    return name("choice", code) if code and code not in _PLAIN else ""


def _paragraphs(text: str, rows: list[Row], reach: range | None = None) -> list[dict[str, Any]]:
    """The text by paragraphs (those that ``reach`` touches), each cut into pieces of rows and between rows."""
    paragraphs = []
    position = 0
    for line in text.splitlines(keepends=True):
        end = position + len(line.rstrip("\r\n"))
        if line.strip() and (reach is None or (position < reach.stop and end > reach.start)):
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
