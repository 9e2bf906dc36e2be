"""From checked rows to tasks: accepted rows are opened with what reading and tracing know."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from taizhang.lexicon.departments import suggest
from taizhang.office.models import Report, Row, Task, Unit
from taizhang.office.services import record, rights
from taizhang.office.services.acting import Actor, Refused
from taizhang.office.services.opening import TaskForm, open_task
from taizhang.office.services.review import LIVE, standing
from taizhang.records import ReportError
from taizhang.report import read_text
from taizhang.tracing import trace

_VERDICTS = {"met": "兑现", "missed": "未兑现", "undetermined": "难以判断", "not_reported": "报告未提及"}
_KIND_OF_LIST = {"livelihood": "livelihood", "problems": "problem"}
_LEVELS = frozenset("省市县区州盟旗")
_FALLING = ("下降", "压减", "降低", "控制在", "减少")


def openable(report: Report) -> QuerySet[Row]:
    """Checked targets and tasks of a report that are not opened yet."""
    return report.rows.filter(kind__in=("target", "task"), state__in=LIVE, task=None)


@dataclass(frozen=True, slots=True)
class Settled:
    """What a clerk settles of a row before it becomes a task."""

    kind: str
    lead: Unit | None
    deadline: date | None


def drafts(report: Report, rows: Iterable[Row]) -> list[tuple[Row, TaskForm, tuple[str, str] | None]]:
    """What would be opened for each row, with all that reading and tracing know, and its ``suggestion``."""
    units, results = unit_index(), _last_results(report)
    suggested = ((row, suggestion(row)) for row in rows)
    return [(row, _form(row, lead, units, results), lead) for row, lead in suggested]


def open_tasks(actor: Actor, report: Report, settled: dict[int, Settled] | None = None) -> list[Task]:
    """Open a task for every checked row, or for those that ``settled`` names by their keys; all or none.

    Raises:
        Refused: there is nothing to open.
    """
    with transaction.atomic():
        rights.require(actor.person, "task.create")
        rows = openable(Report.objects.select_for_update().get(pk=report.pk))
        if settled is not None:
            rows = rows.filter(pk__in=settled)
        opened = []
        for row, form, _ in drafts(report, rows):
            if settled is not None:
                one = settled[row.pk]
                form.kind, form.lead, form.deadline = one.kind, one.lead, one.deadline
            opened.append(_open(actor, row, form))
        if not opened:
            raise Refused("没有已核对而未立项的行")
        return opened


def unit_index() -> dict[str, Unit]:
    """Every name and alias of the units in use, to the unit."""
    return {name: unit for unit in Unit.objects.filter(closed=False) for name in unit.names()}


def unit_named(name: str, units: dict[str, Unit]) -> Unit | None:
    """The unit of a name or alias; where 市财政局 is not there, the one 县财政局 or 区财政局."""
    if name in units or name[:1] not in _LEVELS:
        return units.get(name)
    alike = {unit for known, unit in units.items() if known[:1] in _LEVELS and known[1:] == name[1:]}
    return alike.pop() if len(alike) == 1 else None


def suggestion(row: Row) -> tuple[str, str] | None:
    """The lead unit that is suggested for a row and the words that speak for it; what a person set comes first."""
    if row.kind == "task" and row.reading.get("unit"):
        reason = str(row.reading.get("unit_reason") or "")
        return str(row.reading["unit"]), "、".join(dict.fromkeys(reason.split("、")))
    # A clause may hold the targets of several units; what this one measures says whose it is.
    measured = suggest(str(row.reading.get("indicator") or "")) if row.kind == "target" else None
    return measured or suggest(row.report.text[row.start : row.end], heading_of(row))


def heading_of(row: Row) -> str:
    """The nearest heading above a row's words."""
    section = row.reading.get("section")
    if isinstance(section, list) and section:
        return str(section[-1])
    above = [one["text"] for one in row.report.headings if one["span"][0] <= row.start]
    return str(above[-1]) if above else ""


def _open(actor: Actor, row: Row, form: TaskForm) -> Task:
    task = open_task(actor, form)
    before = record.snapshot(row)
    row.task = task
    row.version += 1
    row.save()
    record.append(actor, "row.open", row, before)
    return task


def _form(
    row: Row, suggested: tuple[str, str] | None, units: dict[str, Unit], results: dict[str, str]
) -> TaskForm:
    read: dict[str, Any] = row.reading
    words = row.report.text[row.start : row.end]
    measure = read if row.kind == "target" else _only_entry(row)
    form = TaskForm(
        title=words.strip("，。；、 \n")[:300],
        words=words,
        kind=_KIND_OF_LIST.get(str(read.get("list_kind")), "report"),
        group="主要预期目标" if row.kind == "target" else heading_of(row)[:120],
        lead=unit_named(suggested[0], units) if suggested else None,
        deadline=date(row.report.year, 12, 31) if row.report.year else None,
    )
    value = measure.get("value", measure.get("low"))
    if value is not None:
        form.indicator = str(measure.get("indicator") or "")[:120]
        form.target, form.unit_text = Decimal(str(value)), str(measure.get("unit") or "")
        form.pace = (
            "rate" if measure.get("measure") != "level" or form.unit_text in ("%", "‰", "位") else "sum"
        )
        falling = measure.get("rel") in ("<", "<=") or measure.get("type") == "ceiling"
        falling = falling or form.target < 0 or any(word in words for word in _FALLING)
        form.direction = "down" if falling else "up"
    form.traced = results.get(form.indicator, "")
    if suggested and suggested[1]:
        form.traced = f"{form.traced}\n{suggested[0]}：{suggested[1]}".strip()
    return form


def _only_entry(row: Row) -> dict[str, Any]:
    """The one figure that a task sets; a task with several figures or none has no single measure."""
    inside = _figures(row.report).filter(start__gte=row.start, end__lte=row.end)
    wanted = [one.reading for one in inside if one.reading.get("role") == "target"]
    return wanted[0] if len(wanted) == 1 else {}


def _figures(report: Report) -> QuerySet[Row]:
    return standing(report, "entry").exclude(state="dropped")


def _last_promises(report: Report) -> dict[str, str]:
    """Trace the targets of the report of the year before, where the office has it."""
    year = report.year or 0
    earlier = Report.objects.filter(area=report.area, year=year - 1, state="read", closed=False).first()
    if earlier is None or not report.area:
        return {}
    return _traced((earlier.title, earlier.text), (report.title, report.text), report.area, year)


@lru_cache(maxsize=8)  # each page of a long list asks for it, and then the opening
def _traced(earlier: tuple[str, str], later: tuple[str, str], area: str, year: int) -> dict[str, str]:
    """What was promised and became of it, by indicator, from the titles and texts of two years' reports."""
    try:
        links = trace(
            read_text(earlier[1], name=earlier[0], area=area, year=year - 1),
            read_text(later[1], name=later[0], area=area, year=year),
        )
    except ReportError:  # no target was read, or it is no pair: then there is nothing to tell
        return {}
    return {
        link.target.indicator: f"{year - 1}年承诺：{link.target.indicator}{link.target.text}"
        f"；结果：{link.result.text if link.result else '—'}（{_VERDICTS[link.verdict]}）"
        for link in links
    }


def _last_results(report: Report) -> dict[str, str]:
    """What is known of last year, by indicator: what was promised and became of it, else the result told."""
    found = dict(_last_promises(report))
    for row in _figures(report):
        read = row.reading
        if read.get("role") == "actual" and read.get("period") == str((report.year or 0) - 1):
            words = f"上年：{read.get('indicator')} {read.get('value')}{read.get('unit') or ''}"
            found.setdefault(str(read.get("indicator")), words)
    return found
