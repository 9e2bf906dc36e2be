"""What a cell of a sheet says: from its words to a field of a task's form."""

import re
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from typing import Any

from taizhang.office.models import Unit
from taizhang.office.models.tasks import DIRECTIONS, PACES
from taizhang.office.rules import rules
from taizhang.office.services.opening import TaskForm

_PLAIN = {
    "任务名称": "title",
    "分组": "group",
    "指标": "indicator",
    "计量单位": "unit_text",
    "原文": "words",
}
_NUMBERS = {"基数": "baseline", "目标值": "target"}
FIELDS = {
    **_PLAIN,
    **_NUMBERS,
    "种类": "kind",
    "上级编号": "parent",
    "权重": "weight",
    "牵头单位": "lead",
    "配合单位": "supports",
    "期限": "deadline",
    "方向": "direction",
    "比较方式": "pace",
    "时钟": "clock",
    "阶段目标": "checkpoints",
}
"""Columns and the fields of the form that they set."""


def set_field(form: TaskForm, column: str, value: str, units: dict[str, Unit]) -> None:
    """Set the field of the form that a column names.

    Raises:
        ValueError: the value does not fit, in a sentence.
    """
    known = rules()
    match column:
        case _ if column in _PLAIN:
            _set_words(form, _PLAIN[column], value)
        case _ if column in _NUMBERS:
            setattr(form, _NUMBERS[column], _number(value) if value else None)
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
        case "阶段目标":
            form.checkpoints = read_checkpoints(value)


def read_checkpoints(words: str) -> list[tuple[date, Decimal | None, str]]:
    """Read checkpoints, one a line (or between ；): day, value (may be left out), words.

    Raises:
        ValueError: a line does not begin with a day.
    """
    found: list[tuple[date, Decimal | None, str]] = []
    for line in re.split(r"[；;\n]", words):
        parts = line.split(maxsplit=2)
        if not parts:
            continue
        value = None
        if len(parts) > 1:
            with suppress(ValueError):
                value = _number(parts[1])
                parts.pop(1)
        found.append((_day(parts[0]), value, " ".join(parts[1:])[:200]))
    return found


def _set_words(form: TaskForm, name: str, value: str) -> None:
    limit = {"title": 300, "group": 120, "indicator": 120, "unit_text": 30}.get(name)
    if limit and len(value) > limit:
        raise ValueError(f"太长，最多{limit}字")
    setattr(form, name, value)


def _choice(value: str, known: dict[str, Any]) -> Any:
    if value not in known:
        near = get_close_matches(value, known, n=3, cutoff=0.5) or list(known)[:8]
        raise ValueError(f"没有“{value}”；可用：{'、'.join(near)}{'…' if len(known) > len(near) else ''}")
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


def words_of(cell: object) -> str:
    """What stands in a cell, as words: a day as 2026-12-31, a number without idle zeros."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, Decimal):
        return f"{cell.normalize():f}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
