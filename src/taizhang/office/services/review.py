"""Checking what was read: every correction keeps the machine's reading beside the human's."""

import json
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from taizhang.office.models import Report, Row
from taizhang.office.services import record, rights
from taizhang.office.services.acting import Actor, Refused, now

FIELDS: dict[str, tuple[str, ...]] = {
    "target": ("indicator", "type", "value", "low", "high", "unit", "measure", "to", "tail"),
    "task": ("verb", "object", "kind", "stage", "checkable", "unit"),
    "entry": (
        "indicator",
        "value",
        "low",
        "high",
        "unit",
        "rel",
        "measure",
        "role",
        "period",
        "base",
        "strength",
    ),
}
"""Fields of a row that a person may correct, by its kind."""
CHOICES: dict[str, tuple[str, ...]] = {
    "type": ("point", "around", "floor", "ceiling", "range", "relative", "assigned", "direction"),
    "rel": ("=", ">=", ">", "<=", "<", "~", "range"),
    "measure": ("level", "growth", "avg_growth", "change", "multiple", "rank"),
    "role": ("actual", "target", "context"),
    "strength": ("", "strive", "bind"),
    "kind": ("figure", "event", "project", "reform", "service", "direction"),
    "stage": ("", "plan", "sign", "start", "build", "finish"),
}
NUMBERS = frozenset({"value", "low", "high"})
YES_NO = frozenset({"tail", "checkable"})
LIVE = ("accepted", "corrected", "added")
"""States of rows that hold."""
REPLACED = ("merged", "split")
"""States of rows in whose place others stand."""


def standing(report: Report, kind: str | None = None) -> QuerySet[Row]:
    """Rows of a report that were not merged or split into others."""
    rows = report.rows.exclude(state__in=REPLACED)
    return rows if kind is None else rows.filter(kind=kind)


def choices_of(kind: str, field: str) -> tuple[str, ...] | None:
    """What a field of a row may hold, None where any words may stand."""
    return CHOICES.get(field) if field != "kind" or kind == "task" else None


def accept(actor: Actor, pk: int, version: int | None) -> Row:
    """Say that the machine read a row right."""
    with transaction.atomic():
        row, before = _begin(actor, pk, version)
        row.state = "accepted" if row.human in (None, row.machine) else "corrected"
        row.human = row.reading
        return _end(actor, "row.accept", row, before)


def correct(actor: Actor, pk: int, values: dict[str, str], version: int | None) -> Row:
    """Set a row's fields to what the words say.

    Raises:
        Refused: a number that is none, a choice that is not on the list.
    """
    with transaction.atomic():
        row, before = _begin(actor, pk, version)
        human = {**row.reading, **_clean(row.kind, values)}
        row.human = {key: value for key, value in human.items() if value is not None}
        if row.machine is None:
            row.state = "added"
        else:
            row.state = "accepted" if not _differing(row) else "corrected"
        return _end(actor, "row.correct", row, before)


def drop(actor: Actor, pk: int, version: int | None) -> Row:
    """Say that there is no such row."""
    with transaction.atomic():
        row, before = _begin(actor, pk, version)
        row.state = "dropped"
        return _end(actor, "row.drop", row, before)


def merge(actor: Actor, pk: int, version: int | None) -> tuple[Row, Row]:
    """Make one row of this one and the next of its kind; both stay, out of use. Give the new one and the next.

    Raises:
        Refused: there is no next row.
    """
    with transaction.atomic():
        row, before = _begin(actor, pk, version)
        following = (
            Row.objects.filter(report=row.report, kind=row.kind, start__gte=row.start, task=None)
            .exclude(state__in=(*REPLACED, "dropped"))
            .exclude(pk=row.pk)
            .first()
        )
        if following is None:
            raise Refused("后面没有可以合并的行")
        made = _make(actor, row, row.start, max(row.end, following.end), row.reading)
        for one in (row, following):
            one.state = "merged"
        _end(actor, "row.merge", following, record.snapshot(Row.objects.get(pk=following.pk)))
        _end(actor, "row.merge", row, before)
        record.append(actor, "row.made", made)
        return made, following


def split(actor: Actor, pk: int, at: int, version: int | None) -> tuple[Row, Row]:
    """Cut a row in two after ``at`` characters of its words; give both parts.

    Raises:
        Refused: the cut leaves nothing on one side.
    """
    with transaction.atomic():
        row, before = _begin(actor, pk, version)
        if not 0 < at < row.end - row.start:
            raise Refused("分割的位置不在这一行的文字里")
        cut = row.start + at
        made = (
            _make(actor, row, row.start, cut, row.reading),
            _make(actor, row, cut, row.end, row.reading),
        )
        row.state = "split"
        _end(actor, "row.split", row, before)
        for one in made:
            record.append(actor, "row.made", one)
        return made


def add(actor: Actor, report: Report, kind: str, start: int, end: int) -> Row:
    """Add a row that the machine did not find, from a selection of the text.

    Raises:
        Refused: nothing is selected, or an unknown kind.
    """
    with transaction.atomic():
        rights.require(actor.person, "report.check", report)
        if kind not in FIELDS:
            raise Refused("请选择要添加的行的种类")
        if not 0 <= start < end <= len(report.text):
            raise Refused("请先在左边选中文字")
        row = Row.objects.create(
            report=report,
            kind=kind,
            start=start,
            end=end,
            human={"doc": report.title, "span": [start, end], "text": report.text[start:end]},
            state="added",
            by=actor.person,
            at=now(),
        )
        record.append(actor, "row.add", row)
    return row


def accuracy(rows: Iterable[Row]) -> dict[str, dict[str, Any]]:
    """Count by kind how often the machine was right: rows found, kept, missed, and each field."""
    found: dict[str, dict[str, Any]] = {
        kind: {"kept": 0, "dropped": 0, "recut": 0, "missed": 0, "right": Counter(), "seen": Counter()}
        for kind in FIELDS
    }
    for row in rows:
        one = found[row.kind]
        if row.state == "dropped":
            one["dropped"] += 1
        elif row.state in REPLACED:
            one["recut"] += 1
        elif row.machine is None and row.source_id is None and row.state in LIVE:
            one["missed"] += 1
        elif row.machine is not None and row.state in LIVE:
            one["kept"] += 1
            wrong = _differing(row)
            for field in FIELDS[row.kind]:
                if row.machine.get(field) not in (None, "") or row.reading.get(field) not in (None, ""):
                    one["seen"][field] += 1
                    one["right"][field] += field not in wrong
    return found


def _begin(actor: Actor, pk: int, version: int | None) -> tuple[Row, dict[str, str | None]]:
    row = Row.objects.select_for_update().get(pk=pk)
    rights.require(actor.person, "report.check", row.report)
    record.check_version(row, version)
    if row.task_id:
        raise Refused("这一行已经立项，请到任务里改")
    if row.state in REPLACED:
        raise Refused("这一行已经合并或分割")
    return row, record.snapshot(row)


def _end(actor: Actor, action: str, row: Row, before: dict[str, str | None]) -> Row:
    row.by, row.at = actor.person, now()
    row.version += 1
    row.save()
    record.append(actor, action, row, before)
    return row


def _make(actor: Actor, row: Row, start: int, end: int, reading: dict[str, Any]) -> Row:
    return Row.objects.create(
        report=row.report,
        kind=row.kind,
        start=start,
        end=end,
        human={**reading, "span": [start, end], "text": row.report.text[start:end]},
        state="added",
        source=row,
        by=actor.person,
        at=now(),
    )


def _differing(row: Row) -> set[str]:
    machine, human = row.machine or {}, row.reading
    return {field for field in FIELDS[row.kind] if (machine.get(field) or None) != (human.get(field) or None)}


def _clean(kind: str, values: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in FIELDS[kind]:
        if field not in values:
            continue
        raw = values[field].strip()
        if field in NUMBERS:
            found[field] = _number(raw) if raw else None
        elif field in YES_NO:
            found[field] = raw in ("1", "on", "true")
        elif field in CHOICES and raw not in ("", *CHOICES[field]):
            raise Refused("{field}不能是“{value}”", field=field, value=raw)
        else:
            found[field] = raw or None
    return found


def _number(raw: str) -> float | int:
    try:
        value = Decimal(raw.replace(",", ""))
    except InvalidOperation as error:
        raise Refused("“{value}”不是数", value=raw) from error
    number: float | int = json.loads(format(value, "f"))
    return number
