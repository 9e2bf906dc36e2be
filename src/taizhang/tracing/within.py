"""Inside one report: where an indicator stands and where it is to go, and figures that contradict."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

import msgspec

from taizhang.lexicon.messages import message
from taizhang.records import Entry, Finding, Reason
from taizhang.tracing.fits import Years, fit_value, is_state, measure_of, years
from taizhang.tracing.matching import ResultIndex, best_of, side_of
from taizhang.tracing.names import name_of

_ROUGH = Decimal("0.05")
# Two figures further apart than this are a year's and a sum's, or two things; closer, two versions of one.
_FAR = Decimal("0.2")


class Climb(msgspec.Struct, frozen=True):
    """A target with where the indicator stands, and the pace that it takes to get there.

    Attributes:
        target: the target entry.
        baseline: the result that the same report states; None where the target names its base itself
            (较2020年翻一番).
        start: year of the baseline.
        end: year for which the target is set.
        yearly: what has to be added each year, in the unit of the target; None for multiples and growth.
        rate: compound growth a year that it takes, in %; None for shares and rates.
        why: the rule, and what was converted.
    """

    target: Entry
    baseline: Entry | None
    start: int
    end: int
    yearly: Decimal | None
    rate: Decimal | None
    why: tuple[Reason, ...] = ()


def climbs(entries: Sequence[Entry], year: int) -> list[Climb]:
    """Tie each later target of a report given in ``year`` to the state that the report itself tells."""
    index = ResultIndex(entries, year, None)
    found = []
    for target in entries:
        span = years(target.period)
        if target.role != "target" or span is None or span[1] < year:
            continue
        climb = _from_base(target, span[1], year) if _names_base(target) else _from_state(target, index, year)
        if climb:
            found.append(climb)
    return found


def _names_base(target: Entry) -> bool:
    return target.measure == "multiple" or (target.measure == "growth" and target.base is not None)


def _from_base(target: Entry, end: int, year: int) -> Climb | None:
    """Give the yearly rate that a multiple of, or a growth over, a base year implies."""
    start = int(target.base) if target.base and target.base.isdigit() else year - 1
    if target.value is None or end <= start:
        return None
    ratio = target.value if target.unit == "倍" else 1 + target.value / 100
    if target.unit == "倍" and target.measure == "growth":
        ratio += 1
    rate = _rate(ratio, end - start)
    words = f"{ratio}^(1/{end - start})"
    return (
        Climb(target, None, start, end, None, rate, (Reason("pace", "implied_rate", words),))
        if rate
        else None
    )


def _from_state(target: Entry, index: ResultIndex, year: int) -> Climb | None:
    wanted = years(target.period)
    if target.measure != "level" or wanted is None or (wanted[0] < wanted[1] and not is_state(target)):
        return None
    best = best_of(side_of(target, None), index, Years(year, year))
    fit = fit_value(target, best.result) if best else None
    if best is None or fit is None or fit.value is None or target.value is None:
        return None
    baseline, (start, end) = best.result, (_last(best.result), _last(target))
    if end <= start:
        return None
    count = end - start
    share = target.unit in ("%", "‰", "个百分点")
    rate = _rate(target.value / fit.value, count) if fit.value and not share else None
    yearly = Decimal(f"{round((target.value - fit.value) / count, 4).normalize():f}")
    why = [Reason("link", best.rule, f"{baseline.indicator} | {target.indicator}")]
    if fit.words:
        why.append(Reason("link", "converted", fit.words))
    return Climb(target, baseline, start, end, yearly, rate, tuple(why))


def _last(entry: Entry) -> int:
    span = years(entry.period)
    return span[1] if span else 0


def _rate(ratio: Decimal, count: int) -> Decimal | None:
    """Give the compound rate a year in %, None where a ratio is not positive."""
    return round(Decimal(str((float(ratio) ** (1 / count) - 1) * 100)), 2) if ratio > 0 else None


def contradictions(entries: Sequence[Entry]) -> list[Finding]:
    """Find figures of one indicator, one time and one measure that cannot both be right.

    Bounds and rounding are allowed for: 3.4万亿元 and 33757.93亿元 agree, 超过5000 and 5123 agree.
    """
    groups: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.role == "context" or entry.amount is None or not entry.period or not entry.code:
            continue
        if name_of(entry.indicator).thin:
            continue
        time = (entry.role, entry.period, entry.base or "")
        groups[(entry.indicator, measure_of(entry), entry.base_unit or "", *time)].append(entry)
    return [
        _finding(group[0], other)
        for group in groups.values()
        for other in group[1:]
        if other.sentence != group[0].sentence and _is_close(group[0], other) and not _agree(group[0], other)
    ]


def _is_close(one: Entry, other: Entry) -> bool:
    here, there = one.amount or Decimal(0), other.amount or Decimal(0)
    return abs(here - there) <= _FAR * max(abs(here), abs(there))


def _agree(one: Entry, other: Entry) -> bool:
    here, there = one.amount or Decimal(0), other.amount or Decimal(0)
    if abs(here - there) <= max(_grain(one), _grain(other)):
        return True
    if "~" in (one.rel, other.rel):
        return abs(here - there) <= _ROUGH * max(abs(here), abs(there))
    return _allows(one, there) and _allows(other, here) and (one.rel != "=" or other.rel != "=")


def _allows(entry: Entry, amount: Decimal) -> bool:
    bound = entry.amount or Decimal(0)
    if entry.rel in (">", ">="):
        return amount >= bound
    if entry.rel in ("<", "<="):
        return amount <= bound
    return True


def _grain(entry: Entry) -> Decimal:
    """Give the last place of a figure in its base unit: what rounding may have changed."""
    if not entry.value:
        return Decimal(0)
    exponent = entry.value.as_tuple().exponent
    place = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return place * (entry.amount or entry.value) / entry.value


def _finding(first: Entry, other: Entry) -> Finding:
    words = {
        "indicator": first.indicator,
        "one": f"{first.text}",
        "other": f"{other.text}",
        "period": first.period,
    }
    text = f"{message('contradiction', 'zh', **words)} {message('contradiction', 'en', **words)}"
    return Finding("contradiction", other.span, text)
