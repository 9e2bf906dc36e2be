"""Tasks from an Excel sheet: a preview with errors by cell, then the whole sheet or nothing."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from taizhang.office.models import ImportDraft, Task, Unit
from taizhang.office.rules import rules
from taizhang.office.services import rights
from taizhang.office.services.acting import Actor, Refused, now
from taizhang.office.services.cells import FIELDS, set_field, words_of
from taizhang.office.services.exporting import COLUMNS, cells_of
from taizhang.office.services.handing_over import unit_index
from taizhang.office.services.opening import PLAIN, TaskForm, edit_task, open_task

MOST_ROWS = 5000
HEADER_WITHIN = 10
"""A sheet may have a title above its heads: they are looked for in so many rows."""
# What openpyxl raises on a damaged workbook, found by damaging one in thousands of ways. (lxml's and the standard library's
# errors of XML are both SyntaxErrors.)
_DAMAGED = (
    InvalidFileException,
    zipfile.BadZipFile,
    zlib.error,
    SyntaxError,
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
    NotImplementedError,
    EOFError,
    OSError,
)
_NAMES = tuple(name for name, _ in COLUMNS)


@dataclass
class Line:
    """One line of the sheet: its cells as words, what it would do; errors and changes (from, to) by column."""

    number: int
    cells: dict[str, str]
    act: str = "new"
    errors: dict[str, str] = field(default_factory=dict)
    changes: dict[str, tuple[str, str]] = field(default_factory=dict)


def read_sheet(actor: Actor, name: str, data: bytes) -> ImportDraft:
    """Read the first sheet and keep its cells for a preview.

    Raises:
        Refused: not a workbook, no header row, too many rows.
    """
    rights.require(actor.person, "task.import")
    try:
        sheet = load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets[0]
        rows = list(sheet.iter_rows(values_only=True, max_row=MOST_ROWS + 2))
    except _DAMAGED as error:
        raise Refused("这不是能打开的Excel文件（xlsx）：{name}", name=name) from error
    if len(rows) > MOST_ROWS + 1:
        raise Refused("最多导入{most}行，请分成几份", most=MOST_ROWS)
    at = next((at for at, row in enumerate(rows[:HEADER_WITHIN]) if "任务名称" in _header(row)), None)
    if at is None:
        raise Refused("前{most}行里没有“任务名称”这一列；请用导出的台账作模板", most=HEADER_WITHIN)
    header = _header(rows[at])
    lines = [
        {
            "line": number,
            "cells": {head: words_of(cell) for head, cell in zip(header, row, strict=False) if head},
        }
        for number, row in enumerate(rows[at + 1 :], at + 2)
        if any(cell not in (None, "") for cell in row)
    ]
    if not lines:
        raise Refused("表里没有数据行")
    letters = {head: get_column_letter(number) for number, head in enumerate(header, 1) if head}
    # The first row tells in which column of the sheet each of ours stands.
    rows = [{"line": at + 1, "cells": letters}, *lines]
    return ImportDraft.objects.create(person=actor.person, name=name[:200], rows=rows)


def letters_of(draft: ImportDraft) -> dict[str, str]:
    """In which column of the sheet each of ours stands, as ``{"任务名称": "B"}``."""
    letters: dict[str, str] = draft.rows[0]["cells"]
    return letters


def _header(row: Iterable[object]) -> list[str]:
    """The columns of ours that a row of heads names, "" for others and for a second of the same name."""
    found: list[str] = []
    for cell in row:
        head = rules().columns.get(re.sub(r"\s", "", words_of(cell)), "")
        found.append("" if head in found else head)
    return found


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
    lines = [Line(row["line"], row["cells"]) for row in draft.rows[1:]]
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
        if task is not None:
            line.changes = _changes(line, form, task)
        line.act = "new" if task is None else "change" if line.changes else "same"
        if line.act == "change" and task is not None and _version(line, task) != task.version:
            line.errors["版本"] = (
                f"导出以后任务又有改动（表里第{_version(line, task)}版，现在第{task.version}版）"
            )
        plan.append((line, form, task))
    return plan


def _changes(line: Line, form: TaskForm, task: Task) -> dict[str, tuple[str, str]]:
    before, now_is = form_of(task), dict(zip(_NAMES, map(words_of, cells_of(task)), strict=True))
    return {
        column: (now_is[column], value)
        for column, value in line.cells.items()
        if column in FIELDS and getattr(form, FIELDS[column]) != getattr(before, FIELDS[column])
    }


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
            set_field(form, column, value, units)
        except ValueError as error:
            line.errors[column] = str(error)
    if not form.title:
        line.errors["任务名称"] = "不能为空"
