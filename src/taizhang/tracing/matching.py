"""Matching: for each target the result that speaks of the same indicator, scope, time and measure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from taizhang.records import Entry, Reason
from taizhang.tracing.fits import Fit, fit_time, fit_value
from taizhang.tracing.names import Likeness, Name, likeness, name_of
from taizhang.tracing.verdicts import NOT_REPORTED, UNDETERMINED, Judged, judge

_ENOUGH = 0.72
_ENOUGH_NAME = 0.7


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A result that may answer a target, and how well."""

    result: Entry
    like: Likeness
    fit: Fit
    doubt: str
    score: float


class ResultIndex:
    """The results of a report, to be found by code and by the characters of their names."""

    def __init__(self, results: Iterable[Entry], later_year: int) -> None:
        self._entries = [
            entry for entry in results if entry.role == "actual" and not _is_ahead(entry, later_year)
        ]
        self._names = [name_of(entry.indicator) for entry in self._entries]
        self._by_key: dict[str, list[int]] = defaultdict(list)
        for position, (entry, name) in enumerate(zip(self._entries, self._names, strict=True)):
            for key in _keys(name):
                self._by_key[key].append(position)
            if entry.code:
                self._by_key[f"code:{entry.code}"].append(position)

    def alike(self, target: Entry) -> list[tuple[Entry, Likeness]]:
        """Give the results whose name may mean the same as the target's."""
        name = name_of(target.indicator)
        keys = [*_keys(name), f"code:{target.code}"] if target.code else _keys(name)
        positions = sorted({position for key in keys for position in self._by_key.get(key, ())})
        found = []
        for position in positions:
            like = _like(target, name, self._entries[position], self._names[position])
            if like is not None and like.score >= _ENOUGH_NAME:
                found.append((self._entries[position], like))
        return found


def _is_ahead(entry: Entry, later_year: int) -> bool:
    return entry.period[-4:] >= str(later_year)


def _keys(name: Name) -> list[str]:
    """Give what a name is found by: its pairs of characters, or itself and its scopes where it has none."""
    pairs = [gram for gram in name.grams if len(gram) == 2]
    return pairs or [name.core, *(value for values in name.scopes.values() for value in values)]


def _like(target: Entry, name: Name, result: Entry, other: Name) -> Likeness | None:
    if target.code and result.code:
        return Likeness(1.0) if target.code == result.code else None
    return likeness(name, other)


def link_entries(
    targets: Sequence[Entry], results: Sequence[Entry], earlier_year: int, later_year: int
) -> list[Judged]:
    """Find and judge the result of each target (parallel to ``targets``).

    Args:
        targets: entries of the earlier report with role ``target``.
        results: entries of the later report, of any role.
        earlier_year: year in which the earlier report is given.
        later_year: year in which the later report is given.
    """
    index = ResultIndex(results, later_year)
    return [judge_target(target, index, earlier_year, later_year) for target in targets]


def judge_target(target: Entry, index: ResultIndex, earlier_year: int, later_year: int) -> Judged:
    """Find and judge the result of one target."""
    best = max(
        _candidates(target, index, earlier_year, later_year), key=lambda each: each.score, default=None
    )
    if best is None or best.score < _ENOUGH:
        return Judged(None, NOT_REPORTED)
    return _judged(target, best)


def _candidates(target: Entry, index: ResultIndex, earlier_year: int, later_year: int) -> list[_Candidate]:
    found = []
    for result, like in index.alike(target):
        time = fit_time(target, result, earlier_year, later_year)
        fit = fit_value(target, result) if time else None
        if time is None or fit is None:
            continue
        score = like.score * time[0] * fit.score - 0.05 * len(like.one_sided) - _closeness(target, fit)
        found.append(_Candidate(result, like, fit, time[1] or fit.doubt, score))
    return found


def _closeness(target: Entry, fit: Fit) -> float:
    """Give a small penalty for a value far from the one promised; it decides between equals only."""
    if fit.value is None or not target.value:
        return 0.01
    return min(0.02, abs(float(fit.value / target.value) - 1) * 0.01)


def _judged(target: Entry, best: _Candidate) -> Judged:
    rule = "same_name" if best.like.score == 1 else "like_name"
    why = [Reason("link", rule, f"{target.indicator} | {best.result.indicator}")]
    if best.like.one_sided:
        why.append(Reason("link", "open_scope", "、".join(best.like.one_sided)))
    if best.fit.words:
        why.append(Reason("link", "converted", best.fit.words))
    if best.doubt or best.fit.value is None:
        why.append(Reason("verdict", best.doubt or "no_value", best.result.text))
        return Judged(best.result, UNDETERMINED, tuple(why))
    verdict, reason = judge(target, best.fit.value)
    return Judged(best.result, verdict, (*why, reason))
