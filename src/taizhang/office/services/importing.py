"""Tasks from an Excel sheet: a preview with errors by cell, then the whole sheet or nothing."""

import io
import zipfile
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import transaction
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from taizhang.office.models import ImportDraft, Task, Unit
from taizhang.office.models.tasks import DIRECTIONS, PACES
from taizhang.office.rules import rules
from taizhang.office.services import rights
from taizhang.office.services.acting import Actor, Refused, now
from taizhang.office.services.exporting import COLUMNS
from taizhang.office.services.handing_over import unit_index
from taizhang.office.services.opening import PLAIN, TaskForm, edit_task, open_task

MOST_ROWS = 5000
_NAMES = tuple(name for name, _ in COLUMNS)


@dataclass
class Line:
    """One line of the sheet: its cells as words, what it would do, errors by column."""

    number: int
    cells: dict[str, str]
    act: str = "new"
    errors: dict[str, str] = field(default_factory=dict)


def read_sheet(actor: Actor, name: str, data: bytes) -> ImportDraft:
    """Read the first sheet and keep its cells for a preview.

    Raises:
        Refused: not a workbook, no header row, too many rows.
    """
    rights.require(actor.person, "task.import")
    try:
        sheet = load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets[0]
        rows = list(sheet.iter_rows(values_only=True, max_row=MOST_ROWS + 2))
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise Refused("这不是能打开的Excel文件（xlsx）：{name}", name=name) from error
    header = [_words(cell) for cell in rows[0]] if rows else []
    if "任务名称" not in header:
        raise Refused("第一行没有“任务名称”这一列；请用导出的台账作模板")
    if len(rows) > MOST_ROWS + 1:
        raise Refused("最多导入{most}行，请分成几份", most=MOST_ROWS)
    lines = [
        {
            "line": number,
            "cells": {head: _words(cell) for head, cell in zip(header, row, strict=False) if head in _NAMES},
        }
        for number, row in enumerate(rows[1:], 2)
        if any(cell not in (None, "") for cell in row)
    ]
    if not lines:
        raise Refused("表里没有数据行")
    return ImportDraft.objects.create(person=actor.person, name=name[:200], rows=lines)


def preview(draft: ImportDraft) -> list[Line]:
    """Say of every line what it would do and what is wrong, cell by cell."""
    return [line for line, _, _ in _plan(draft)]


def apply(actor: Actor, draft: ImportDraft) -> tuple[int, int]:
    """Take over the whole sheet: how many tasks were opened and how many changed.

    Raises:
        Refused: a line has an error, or the sheet was taken over already; then nothing is.
        Conflict: a task was changed since it was exported; then nothing is.
    """
    opened = changed = 0
    with transaction.atomic():
        rights.require(actor.person, "task.import")
        draft = ImportDraft.objects.select_for_update().get(pk=draft.pk)
        if draft.applied_at:
            raise Refused("这份表已经导入过了")
        plan = _plan(draft)
        if any(line.errors for line, _, _ in plan):
            raise Refused("表里还有错误，一行也没有导入")
        for line, form, task in plan:
            if parent := line.cells.get("上级编号"):
                # Looked up now: the parent may be a line above in the same sheet.
                form.parent = Task.objects.get(number=parent)
            if line.act == "new":
                open_task(actor, form, line.cells.get("编号", ""))
                opened += 1
            elif line.act == "change" and task is not None:
                edit_task(actor, task.pk, form, _version(line, task), "导入")
                changed += 1
        draft.applied_at = now()
        draft.save()
    return opened, changed


def form_of(task: Task) -> TaskForm:
    """The form of a task as it stands."""
    form = TaskForm(**{name: getattr(task, name) for name in PLAIN})
    form.supports = [link.unit for link in task.support_links.select_related("unit")]
    form.checkpoints = [(one.due, one.value, one.words) for one in task.checkpoints.all()]
    return form


def _version(line: Line, task: Task) -> int:
    given = line.cells.get("版本", "")
    return int(given) if given.isdigit() else task.version


def _plan(draft: ImportDraft) -> list[tuple[Line, TaskForm, Task | None]]:
    units = unit_index()
    lines = [Line(row["line"], row["cells"]) for row in draft.rows]
    numbers = [line.cells.get("编号", "") for line in lines]
    known = {
        task.number: task
        for task in Task.objects.filter(number__in=[number for number in numbers if number])
        .select_related("lead", "parent", "post")
        .prefetch_related("support_links__unit", "checkpoints")
    }
    plan = []
    for index, line in enumerate(lines):
        task = known.get(numbers[index])
        if numbers[index] and numbers[index] in numbers[:index]:
            line.errors["编号"] = "编号在表里重复"
        form = form_of(task) if task else TaskForm(title="")
        _fill(form, line, units)
        _check_parent(form, line, {*numbers[:index]} - {""})
        line.act = "new" if task is None else "same" if form == form_of(task) else "change"
        if line.act == "change" and task is not None and _version(line, task) != task.version:
            line.errors["版本"] = (
                f"导出以后任务又有改动（表里第{_version(line, task)}版，现在第{task.version}版）"
            )
        plan.append((line, form, task))
    return plan


def _check_parent(form: TaskForm, line: Line, above: set[str]) -> None:
    number = line.cells.get("上级编号")
    if number is None:
        return
    form.parent = Task.objects.filter(number=number).first() if number else None
    if number and form.parent is None and number not in above:
        line.errors["上级编号"] = f"没有编号为{number}的任务（上级须已有，或排在本行之前）"


def _fill(form: TaskForm, line: Line, units: dict[str, Unit]) -> None:
    for column, value in line.cells.items():
        try:
            _set(form, column, value, units)
        except ValueError as error:
            line.errors[column] = str(error)
    if not form.title:
        line.errors["任务名称"] = "不能为空"


def _set(form: TaskForm, column: str, value: str, units: dict[str, Unit]) -> None:
    known = rules()
    plain = {
        "任务名称": "title",
        "分组": "group",
        "指标": "indicator",
        "计量单位": "unit_text",
        "原文": "words",
    }
    numbers = {"基数": "baseline", "目标值": "target"}
    match column:
        case _ if column in plain:
            _set_words(form, plain[column], value)
        case _ if column in numbers:
            setattr(form, numbers[column], _number(value) if value else None)
        case "权重":
            form.weight = _number(value) if value else Decimal(1)
            if form.weight <= 0:
                raise ValueError("权重须大于0")
        case "种类":
            form.kind = _choice(value or "报告任务", {kind.name: kind.id for kind in known.kinds.values()})
        case "时钟":
            form.clock = (
                _choice(value, {clock.name: clock.id for clock in known.clocks.values()}) if value else ""
            )
        case "方向":
            form.direction = _choice(value, {name: key for key, name in DIRECTIONS}) if value else "up"
        case "比较方式":
            form.pace = _choice(value, {name: key for key, name in PACES}) if value else "sum"
        case "期限":
            form.deadline = _day(value) if value else None
        case "牵头单位":
            form.lead = _choice(value, units) if value else None
        case "配合单位":
            names = [
                name for name in value.replace("，", "、").replace(",", "、").split("、") if name.strip()
            ]
            form.supports = [_choice(name.strip(), units) for name in names]


def _set_words(form: TaskForm, name: str, value: str) -> None:
    limit = {"title": 300, "group": 120, "indicator": 120, "unit_text": 30}.get(name)
    if limit and len(value) > limit:
        raise ValueError(f"太长，最多{limit}字")
    setattr(form, name, value)


def _choice(value: str, known: dict[str, Any]) -> Any:
    if value not in known:
        near = "、".join(list(known)[:8])
        raise ValueError(f"没有“{value}”；可用：{near}{'…' if len(known) > 8 else ''}")
    return known[value]


def _number(value: str) -> Decimal:
    try:
        number = Decimal(value.replace(",", "").replace("，", ""))
    except InvalidOperation as error:
        raise ValueError(f"“{value}”不是数") from error
    if not number.is_finite() or abs(number) >= Decimal(10) ** 15:
        raise ValueError(f"“{value}”超出范围")
    return round(number, 4)


def _day(value: str) -> date:
    for form in ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日"):
        try:
            return datetime.strptime(value, form).date()  # noqa: DTZ007 (a day has no zone)
        except ValueError:
            continue
    raise ValueError(f"“{value}”不是日期；请写成2026-12-31")


def _words(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
