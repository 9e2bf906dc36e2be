"""Verdicts: whether a result keeps its promise, by the bound of the words and the good direction."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from taizhang.lexicon.indicators import by_id
from taizhang.lexicon.tables import toml_table
from taizhang.records import Entry, Reason

MET, MISSED, UNDETERMINED, NOT_REPORTED = "met", "missed", "undetermined", "not_reported"
_FLOORS, _CEILINGS = frozenset({">=", ">"}), frozenset({"<=", "<"})


@dataclass(frozen=True, slots=True)
class Judged:
    """The result found for a target (or None), the verdict, and the reasons for both."""

    result: Entry | None
    verdict: str
    why: tuple[Reason, ...] = ()


def good_direction(target: Entry) -> str:
    """Say which way is good for an indicator: ``more``, ``less`` or ``ceiling`` (prices).

    Words of doing come first (淘汰落后产能: more is better), then the catalogue, then words for things.
    """
    if target.measure == "rank":
        return "less"
    table = toml_table("tracing")["verdict"]
    known = by_id(target.code) if target.code and "+" not in target.code else None
    if known and known.id in table["price_ceilings"]:
        return "ceiling"
    if target.measure == "level" and any(word in target.indicator for word in table["doing"]):
        return "more"
    if known and known.direction in ("more", "less", "ceiling"):
        return "more" if known.direction == "more" else "less"
    for row in table["direction"]:
        if any(word in target.indicator for word in row["words"]):
            return str(row["good"])
    return "more"


def judge(target: Entry, value: Decimal, told: str = "=") -> tuple[str, Reason]:
    """Hold a result, already in the measure and unit of the target, against its bound.

    A promised fall is a negative growth or change: a larger fall is as good as or better than promised.

    Args:
        target: the promise.
        value: the result.
        told: bound of the result's own words; 不到100 does not reach 100, 超过55 counts as 55.
    """
    good = good_direction(target)
    bound = _bound(target, good)
    words = f"{target.rel} {_number(target)} | {value.normalize():f}"
    if target.rel == "range" and bound == "range":
        kept = _in_range(target, value, good)
    else:
        wanted = _wanted(target, bound)
        if wanted is None:
            return UNDETERMINED, Reason("verdict", "no_value", words)
        slack = _slack(wanted, target.unit) if target.rel == "~" else Decimal(0)
        kept = value >= wanted - slack if bound == "floor" else value <= wanted + slack
        if value == wanted and not slack:
            kept = told != ("<" if bound == "floor" else ">")
    rule = f"{bound}_around" if target.rel == "~" else bound
    return (MET if kept else MISSED), Reason("verdict", rule, words)


def _bound(target: Entry, good: str) -> str:
    """Read the bound: as worded, else by the good direction (a bare figure is to be reached in it)."""
    if good == "ceiling":
        return "ceiling"
    if _falls(target):
        return "ceiling"
    if target.rel in _FLOORS:
        return "floor"
    if target.rel in _CEILINGS:
        return "ceiling"
    if target.rel == "range":
        return "range"
    return "ceiling" if good == "less" else "floor"


def _falls(target: Entry) -> bool:
    number = target.value if target.value is not None else target.high
    return target.measure in ("growth", "avg_growth", "change") and number is not None and number < 0


def _wanted(target: Entry, bound: str) -> Decimal | None:
    if target.value is not None:
        return target.value
    return target.high if bound == "ceiling" else target.low


def _in_range(target: Entry, value: Decimal, good: str) -> bool:
    """A range is kept inside it, and beyond its end in the good direction."""
    if target.low is None or target.high is None:
        return False
    return value <= target.high if good == "less" else value >= target.low


@cache
def _tolerance() -> tuple[Decimal, Decimal]:
    table = toml_table("tracing")["verdict"]
    return Decimal(str(table["around_share"])), Decimal(str(table["around_points"]))


def _slack(wanted: Decimal, unit: str) -> Decimal:
    share, points = _tolerance()
    return max(abs(wanted) * share, points if unit in ("%", "个百分点") else Decimal(0))


def _number(target: Entry) -> str:
    if target.value is not None:
        return f"{target.value.normalize():f}{target.unit}"
    return f"{target.low}–{target.high}{target.unit}"
