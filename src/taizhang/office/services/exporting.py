"""The ledger as an Excel sheet: what is seen, in columns that can be imported again; never a formula."""

import io
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from taizhang.office.messages import t
from taizhang.office.models import Task
from taizhang.office.models.progress import REPORTED
from taizhang.office.models.tasks import DIRECTIONS, PACES
from taizhang.office.rules import rules

COLUMNS: tuple[tuple[str, int], ...] = (
    ("编号", 12),
    ("任务名称", 44),
    ("种类", 10),
    ("分组", 18),
    ("上级编号", 12),
    ("权重", 7),
    ("牵头单位", 18),
    ("配合单位", 24),
    ("期限", 12),
    ("指标", 20),
    ("基数", 12),
    ("目标值", 12),
    ("计量单位", 10),
    ("方向", 10),
    ("比较方式", 10),
    ("时钟", 10),
    ("阶段目标", 24),
    ("原文", 44),
    ("版本", 7),
)
"""Columns that an import takes, with their widths."""
READ_ONLY: tuple[tuple[str, int], ...] = (
    ("状态", 9),
    ("灯色", 9),
    ("计算依据", 36),
    ("完成比例", 10),
    ("自报状态", 10),
    ("最近进展", 44),
)
"""Columns that say how a task stands; an import passes them over."""
LIGHT_NAMES = {"green": "绿灯", "yellow": "黄灯", "red": "红灯", "blue": "蓝灯", "orange": "橙灯", "": ""}


def ledger_book(tasks: Iterable[Task]) -> bytes:
    """Write tasks as a workbook."""
    book = Workbook()
    sheet = book.active
    sheet.title = "台账"
    for column, (name, width) in enumerate((*COLUMNS, *READ_ONLY), 1):
        put(sheet.cell(1, column), name)
        sheet.cell(1, column).font = Font(bold=True)
        sheet.cell(1, column).fill = PatternFill("solid", fgColor="E8EEF2")
        sheet.column_dimensions[get_column_letter(column)].width = width
    for line, task in enumerate(tasks, 2):
        for column, value in enumerate((*cells_of(task), *_standing(task)), 1):
            put(sheet.cell(line, column), value)
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS) + len(READ_ONLY))}{max(1, sheet.max_row)}"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def put(cell: Cell, value: object) -> None:
    """Set a cell; words stay words, whatever they begin with, here and when the sheet is saved as CSV."""
    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
    cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        cell.quotePrefix = True


def cells_of(task: Task) -> list[object]:
    """What stands in the columns of ``COLUMNS`` for a task."""
    known = rules()
    return [
        task.number,
        task.title,
        known.kinds[task.kind].name if task.kind in known.kinds else task.kind,
        task.group,
        task.parent.number if task.parent else "",
        task.weight,
        task.lead.name if task.lead else "",
        "、".join(link.unit.name for link in task.support_links.all()),
        task.deadline,
        task.indicator,
        _plain(task.baseline),
        _plain(task.target),
        task.unit_text,
        dict(DIRECTIONS)[task.direction],
        dict(PACES)[task.pace],
        known.clocks[task.clock].name if task.clock in known.clocks else task.clock,
        "\n".join(
            " ".join(part for part in (f"{one.due}", str(_plain(one.value) or ""), one.words) if part)
            for one in task.checkpoints.all()
        ),
        task.words,
        task.version,
    ]


def _standing(task: Task) -> list[object]:
    said: list[tuple[date, str]] = [(one.at.date(), one.words) for one in task.progress.all()]
    return [
        t(rules().states[task.state].name),
        t(LIGHT_NAMES.get(task.light, task.light)),
        task.light_why,
        None if task.share is None else float(task.share),
        t(dict(REPORTED).get(task.reported, "")),
        f"{said[-1][0]} {said[-1][1]}" if said else "",
    ]


def _plain(value: Decimal | None) -> Decimal | None:
    return (
        None if value is None else value.normalize() if value != value.to_integral() else value.to_integral()
    )
