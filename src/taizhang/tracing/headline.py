"""Headline targets held against the results of a later report: numbers, series tied together, directions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from taizhang.figures.expressions import base_amount
from taizhang.lexicon.tables import toml_table
from taizhang.records import Entry, HeadlineTarget, Reason
from taizhang.tracing.context import Words
from taizhang.tracing.fits import Years, years
from taizhang.tracing.matching import ResultIndex, best_of, judged, side_of
from taizhang.tracing.verdicts import MET, MISSED, NOT_REPORTED, UNDETERMINED, Judged, good_direction

_RELS = {"point": "=", "around": "~", "floor": ">=", "ceiling": "<=", "range": "range"}


def judge_headline(target: HeadlineTarget, year: int, results: Sequence[Entry]) -> Judged:
    """Find and judge the result of one headline target.

    Args:
        target: a row of the passage that sets the year's main targets.
        year: year in which its report is given.
        results: entries of the later report.
    """
    return judge_headlines([target], year, results)[0]


def judge_headlines(
    targets: Sequence[HeadlineTarget], year: int, results: Sequence[Entry], words: Words | None = None
) -> list[Judged]:
    """Find and judge the results of a report's headline targets (parallel to ``targets``).

    Args:
        targets: rows of the passage that sets the year's main targets.
        year: year in which their report is given.
        results: entries of the later report.
        words: gives the words around one of the results.
    """
    later = next((entry.year for entry in results if entry.year), None)
    ends = [span[1] for target in targets if (span := years(target.period or ""))]
    given = Years(year, later or max([year, *ends]) + 1)
    search = _Search(ResultIndex(results, given.later, words), results, given)
    return [search.judge(target) for target in targets]


@dataclass(frozen=True, slots=True)
class _Search:
    """The results of a later report, to be asked for headline targets."""

    index: ResultIndex
    results: Sequence[Entry]
    given: Years

    def judge(self, target: HeadlineTarget) -> Judged:
        """Judge by the type of the target."""
        if target.type in _RELS:
            side = side_of(as_entry(target, self.given.earlier), None)
            return judged(side, best_of(side, self.index, self.given), {})
        if target.type == "relative":
            return self._relative(target)
        if target.type == "direction":
            return self._direction(target)
        found = self._any(target)
        return _doubtful(found, "assigned", target.text) if found else Judged(None, NOT_REPORTED)

    def _growths(self, target: HeadlineTarget, names: list[str]) -> list[Entry]:
        """Give the growth of a series, or of all its parts; empty where one is not stated."""
        for name in names:
            found = self._find(target, name, "growth")
            if found:
                return [found]
        for name in names:
            parts = toml_table("tracing")["worded"]["parts"].get(name, ())
            found_parts = [self._find(target, part, "growth") for part in parts]
            if parts and all(found_parts):
                return [part for part in found_parts if part]
        return []

    def _find(self, target: HeadlineTarget, name: str, measure: str) -> Entry | None:
        span = years(target.period or "")
        unit = "%" if measure == "growth" else ""
        measure = "avg_growth" if measure == "growth" and span and span[0] < span[1] else measure
        wanted = as_entry(target, self.given.earlier, name=name, measure=measure, unit=unit)
        best = best_of(side_of(wanted, None), self.index, self.given)
        return best.result if best else None

    def _any(self, target: HeadlineTarget) -> Entry | None:
        """Give a figure of the indicator that speaks of the target's time, of any measure."""
        growths = self._growths(target, [target.indicator])
        if growths:
            return growths[0]
        side = side_of(as_entry(target, self.given.earlier), None)
        when = target.period or str(self.given.earlier)
        near = (found.entry for found in self.index.near(side) if found.name == side.name)
        return next((entry for entry in near if entry.period == when), None)

    def _relative(self, target: HeadlineTarget) -> Judged:
        if re.search(_wording("wider_area"), target.to or ""):
            return self._against_area(target)
        own, other = self._growths(target, [target.indicator]), self._growths(target, [target.to or ""])
        if not own:
            return Judged(None, NOT_REPORTED)
        if not other or other[0].value is None:
            return _doubtful(own[0], "other_series_missing", target.to or "")
        verdicts = {_tied(target, entry.value, other[0].value) for entry in own if entry.value is not None}
        words = " | ".join(f"{entry.indicator} {entry.text}" for entry in (*own, *other))
        if len(verdicts) != 1:
            return _doubtful(own[0], "parts_differ", words)
        return Judged(own[0], verdicts.pop(), (Reason("verdict", "tied_series", words),))

    def _against_area(self, target: HeadlineTarget) -> Judged:
        """Judge by a result that says itself how far it stands above the wider area."""
        above = re.compile(f"(?:{_wording('above_area')})(?:{_wording('wider_area')[1:]})")
        side = side_of(as_entry(target, self.given.earlier), None)
        for entry in self.results:
            found = above.search(entry.indicator)
            if not found or entry.value is None or entry.period != target.period:
                continue
            name = entry.indicator[: found.start()]
            if side_of(as_entry(target, self.given.earlier, name=name), None).name.core == side.name.core:
                verdict = MET if entry.value > 0 else MISSED
                words = f"{entry.indicator} {entry.text}"
                return Judged(entry, verdict, (Reason("verdict", "above_area", words),))
        own = self._any(target)
        return _doubtful(own, "other_series_missing", target.to or "") if own else Judged(None, NOT_REPORTED)

    def _direction(self, target: HeadlineTarget) -> Judged:
        growths = self._growths(target, [target.indicator])
        known = [entry for entry in growths if entry.value is not None]
        if not known:
            found = self._any(target)
            return _doubtful(found, "no_growth", target.text) if found else Judged(None, NOT_REPORTED)
        verdicts = {_turned(target, entry.value) for entry in known if entry.value is not None}
        words = " | ".join(f"{entry.indicator} {entry.text}" for entry in known)
        verdict = verdicts.pop()
        if verdicts or verdict == UNDETERMINED:
            return _doubtful(known[0], "direction_open", words)
        return Judged(known[0], verdict, (Reason("verdict", "direction_of_growth", words),))


def as_entry(
    target: HeadlineTarget,
    year: int,
    *,
    name: str | None = None,
    measure: str | None = None,
    unit: str | None = None,
) -> Entry:
    """Make a target entry of a headline target, or of another series (``name``) for the same time."""
    own = name is None or name == target.indicator
    unit = (target.unit or "") if unit is None else unit
    value = target.value if measure is None else None
    amount, base_unit = base_amount(value, unit)
    return Entry(
        doc=target.doc,
        span=target.span,
        text=target.text,
        indicator=target.indicator if own else name or "",
        unit=unit,
        rel=_RELS.get(target.type, "="),
        measure=measure or target.measure or "level",
        role="target",
        period=target.period or str(year),
        value=value,
        low=target.low,
        high=target.high,
        amount=amount,
        base_unit=base_unit,
        code=target.code if own else None,
        year=year,
    )


def _doubtful(result: Entry, rule: str, words: str) -> Judged:
    return Judged(result, UNDETERMINED, (Reason("verdict", rule, words),))


@cache
def _wording(name: str) -> str:
    return str(toml_table("tracing")["worded"][name])


def _tied(target: HeadlineTarget, own: Decimal, other: Decimal) -> str:
    """Hold a growth against the one that it was tied to."""
    if re.search(_wording("in_step"), target.text):
        return MET if own >= other - Decimal(_wording("in_step_points")) else MISSED
    if re.search(_wording("below"), target.text) and "不低于" not in target.text:
        return MET if own < other else MISSED
    return MET if own > other or ("不低于" in target.text and own == other) else MISSED


def _turned(target: HeadlineTarget, growth: Decimal) -> str:
    """Hold the sign of a growth against the direction promised."""
    words = target.text.removeprefix(target.indicator)
    if re.search(_wording("falls"), words):
        return MET if growth < 0 else MISSED
    if re.search(_wording("rises"), words):
        return MET if growth > 0 else MISSED
    steady = bool(re.search(_wording("steady"), words))
    rising_prices = good_direction(as_entry(target, 0)) == "ceiling"
    return MET if steady and growth >= 0 and not rising_prices else UNDETERMINED
