"""Fits: whether a result speaks of the time that a target set, in a measure and unit that can be compared."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from taizhang.lexicon.indicators import by_id
from taizhang.lexicon.tables import toml_table
from taizhang.records import Entry
from taizhang.tracing.names import listed, name_of

_RATES = frozenset({"growth", "avg_growth"})
_STATES = frozenset({"level", "rank"})
_KINDS_OF_STATE = frozenset({"stock", "rate", "ratio", "price"})
_FALLS = ("减少", "压减", "降低", "削减", "缩减")
_RISES = ("增加", "新增", "净增")
_HALF_KILO = {"斤": Decimal("0.5"), "公斤": Decimal(1), "千克": Decimal(1)}
_DAYS = Decimal(365)
# A growth told as more than so many times is a slip of reading, and powers of it overflow.
_WILD = 1000
# A target set for so many years after its report is one of a plan.
_PLAN = 2
_PARTS = {"%": Decimal(1), "‰": Decimal("0.1"), "倍": Decimal(100)}


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a result fits a target: ``score`` up to 1; ``value`` is the result in the target's unit.

    ``doubt`` names why the value does not suffice to judge by; ``words`` tells what was converted.
    """

    score: float
    value: Decimal | None
    doubt: str = ""
    words: str = ""


class Years(NamedTuple):
    """The years in which the two reports are given."""

    earlier: int
    later: int


def years(period: str) -> tuple[int, int] | None:
    """Give the first and the last year of a period, None where it names none."""
    first, _, last = period.partition("-")
    try:
        return int(first), int(last or first)
    except ValueError:
        return None


def fit_time(target: Entry, result: Entry, given: Years) -> tuple[float, str] | None:
    """Say how well the times fit, and the doubt where the target is not yet due; None where they do not.

    A span told at its end (五年新增 in a report of the last year) is the same time as the span; a figure of
    one year is none for a promise of the whole span, and the other way round; but what is to grow this year
    and the next (今明两年每年增长10%) is kept or broken in each.
    """
    wanted, told = years(target.period), years(result.period)
    if wanted is None or told is None:
        return (0.7, "") if wanted is None or wanted[1] < given.later else None
    grown = _is_plan_growth(target, wanted, given)
    if wanted == told:
        return None if grown and told[0] == told[1] else (1.0, "")
    if told[1] >= given.later:
        return None
    if wanted[1] >= given.later:
        if target.measure == "avg_growth" and wanted[1] - wanted[0] == 1 and told[0] == told[1] == wanted[0]:
            return (1.0, "")
        if target.measure not in _STATES:
            return None
        due_later = told == (given.later - 1, given.later - 1) or told[0] >= wanted[0] < wanted[1]
        return (0.8, "not_due") if due_later else None
    if wanted[1] != told[1]:
        return None
    if grown:
        return (0.9, "") if told[0] < told[1] and abs(told[0] - given.earlier) <= 1 else None
    if wanted[0] == wanted[1]:
        lasting = target.measure == "level" and wanted[1] - given.earlier >= _PLAN
        return (0.85, "") if lasting or told[0] == given.earlier else None
    if told[0] == told[1]:
        return (0.8, "") if result.measure in _STATES and is_state(target) else None
    return (0.9, "") if abs(told[0] - wanted[0]) <= 1 else None


def _is_plan_growth(target: Entry, wanted: tuple[int, int], given: Years) -> bool:
    """Say whether a growth by the end of a plan is meant, counted from its start (到2025年累计下降14%)."""
    return target.measure == "growth" and target.base is None and wanted[1] - given.earlier >= _PLAN


def is_state(target: Entry) -> bool:
    """Say whether a level is a state (a share, a stock), not a sum of what was done over the time."""
    known = by_id(target.code) if target.code and "+" not in target.code else None
    return target.unit == "%" or (known is not None and known.kind in _KINDS_OF_STATE)


def fit_value(target: Entry, result: Entry) -> Fit | None:
    """Bring the result to the measure and unit of the target; None where that is not sound."""
    value = result.value
    wanted, told = measure_of(target), measure_of(result)
    if not _same_base(target, result, wanted):
        return None
    if {wanted, told} == {"level", "change"}:
        return _added(target, result)
    if wanted != told:
        return _across_measures(target, result, wanted, told)
    if wanted == "level" and target.indicator.startswith(_FALLS) != result.indicator.startswith(_FALLS):
        return None
    if target.unit == result.unit:
        return Fit(1.0, value)
    if target.base_unit and target.base_unit == result.base_unit:
        return _scaled(target, result, Decimal(1), f"{result.text} → {target.unit}")
    here, there = _HALF_KILO.get(target.base_unit or ""), _HALF_KILO.get(result.base_unit or "")
    if here and there:
        return _scaled(target, result, there / here, f"{result.text} → {target.unit}")
    if target.measure == "level" and value is not None and {target.unit, result.unit} == {"%", "天"}:
        share = value / _DAYS * 100 if result.unit == "天" else value * _DAYS / 100
        return Fit(0.8, share, words=f"{result.text} / 365 → {target.unit}")
    if target.unit in _PARTS and result.unit in _PARTS and value is not None:
        part = value * _PARTS[result.unit] / _PARTS[target.unit]
        return Fit(1.0, part, words=f"{result.text} → {part.normalize():f}{target.unit}")
    if target.measure != "level":
        return None
    if "%" in (target.unit, result.unit):
        return Fit(0.8, None, doubt="other_unit")
    return _counted(target, result)


def _scaled(target: Entry, result: Entry, factor: Decimal, words: str) -> Fit | None:
    """Convert by the multipliers of both units (亿 against 万)."""
    if result.amount is None or not target.amount or not target.value:
        return None
    return Fit(1.0, result.amount * factor * target.value / target.amount, words=words)


def _counted(target: Entry, result: Entry) -> Fit | None:
    """Compare counts whose measure words differ (万名, 万人, 万): people with people, things with things."""
    units = {target.base_unit or "", result.base_unit or ""}
    for row in toml_table("tracing")["counted"]:
        fit = _scaled(target, result, Decimal(1), f"{result.text} → {target.unit}")
        if fit and units.issubset(row["units"]):
            return Fit(float(row["score"]), fit.value, words=fit.words)
    return None


def _same_base(target: Entry, result: Entry, wanted: str) -> bool:
    """Say whether two changes are counted from the same year; the year before goes without saying."""
    if wanted in _STATES:
        return True
    if target.base is None and target.measure == "growth" and target.period != result.period:
        return True
    wanted_from, told_from = (_counted_from(entry) for entry in (target, result))
    return wanted_from == told_from or None in (wanted_from, told_from)


def _counted_from(entry: Entry) -> int | None:
    span = years(entry.period)
    if entry.base and entry.base.isdigit():
        return int(entry.base)
    return span[0] - 1 if span else None


def _added(target: Entry, result: Entry) -> Fit | None:
    """Hold what was taken away or added (减少贫困人口1000万) against the change told (贫困人口减少1232万)."""
    counted = target if target.measure == "level" else result
    words = next((words for words in (_FALLS, _RISES) if counted.indicator.startswith(words)), None)
    fit = _scaled(target, result, Decimal(1), "") if target.base_unit == result.base_unit else None
    if words is None or fit is None or fit.value is None:
        return None
    return Fit(0.95, -fit.value if words is _FALLS else fit.value)


def measure_of(entry: Entry) -> str:
    """Give the measure; a percentage told of an amount, or named a rise, is a growth."""
    if entry.measure == "level" and entry.unit == "%":
        if listed("growths").search(entry.indicator):
            return "growth"
        if _amounts().fullmatch(name_of(entry.indicator).core):
            return "growth"
    return entry.measure


def _across_measures(target: Entry, result: Entry, wanted: str, told: str) -> Fit | None:
    """Hold growth over a span against the yearly growth promised for it, and doubling against growth."""
    span = years(result.period)
    count = span[1] - span[0] + 1 if span else 1
    if {wanted, told} == _RATES and result.value is not None:
        if count == 1:
            return Fit(0.8, result.value)
        return _compounded(wanted, result.value, count, result.text)
    if wanted == "multiple" and told == "growth" and result.value is not None and result.unit == "%":
        return Fit(0.8, 1 + result.value / 100, words=f"{result.text} → {1 + result.value / 100:.2f}倍")
    if {wanted, told} == {"change", "growth"} and target.unit == result.unit == "%":
        return Fit(0.7, result.value)
    return None


@cache
def _amounts() -> re.Pattern[str]:
    names = [name_of(name).core for name in toml_table("tracing")["amounts"]]
    return re.compile("|".join(re.escape(name) for name in names))


def _compounded(wanted: str, told: Decimal, count: int, words: str) -> Fit | None:
    rate = 1 + float(told) / 100
    if not 0 < rate < _WILD:
        return None
    value = rate ** (1 / count) - 1 if wanted == "avg_growth" else rate**count - 1
    percent = Decimal(str(round(value * 100, 2)))
    return Fit(0.8, percent, words=f"{words}, {count} → {percent}%")
