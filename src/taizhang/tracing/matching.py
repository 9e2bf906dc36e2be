"""Matching: for each target the result that speaks of the same indicator, scope, time and measure."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from taizhang.lexicon.indicators import by_id
from taizhang.records import Entry, Reason, Span
from taizhang.tracing.context import Words, in_other_prices, restates, same_topic, told_by
from taizhang.tracing.fits import Fit, Years, fit_time, fit_value
from taizhang.tracing.names import Likeness, Name, likeness, name_of, scopes_in
from taizhang.tracing.verdicts import NOT_REPORTED, UNDETERMINED, Judged, judge

# A candidate below this score is no result: set so that on unlabelled pairs hardly a wrong link is left.
_ENOUGH = 0.72
_SURE = 0.95
_CONTAINED = 0.95
_TOLD = 0.75
_THIN = 0.8
# Where names say little, or the review is of five years, the value must be of the order promised.
_THIN_RATIO = 2
_TERM_RATIO = 2
_CLOSE = 1.15
_BONUS = 0.06
_ONE_SIDED = 0.05


# A share of all there are is what a share promised (试点扩大到40%的县) is held against.
_PART_OF_ALL = re.compile(r"(.{4,})占(?:全国|全省|全市|全区|全部|总)[^，]{0,6}$")

# How well each result, by its span, is claimed by the target that fits it best.
Claims = dict[Span, float]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A result that may answer a target, how well, and by what rule."""

    result: Entry
    like: Likeness
    fit: Fit
    doubt: str
    score: float
    rule: str


@dataclass(frozen=True, slots=True)
class Side:
    """An entry with its name made comparable and the words around it (empty where not at hand)."""

    entry: Entry
    name: Name
    around: str


class ResultIndex:
    """The results of a report, to be found by code and by the characters of their names."""

    def __init__(self, results: Iterable[Entry], later_year: int, words: Words | None) -> None:
        kept = [entry for entry in results if entry.role == "actual" and not _is_ahead(entry, later_year)]
        sides = [side_of(entry, words) for entry in kept]
        self.sides = [side for side in sides if not restates(side.entry, side.around)]
        self._by_key: dict[str, list[int]] = defaultdict(list)
        for position, side in enumerate(self.sides):
            for key in _keys(side):
                self._by_key[key].append(position)

    def near(self, target: Side) -> list[Side]:
        """Give the results that share a code or a pair of characters with a target."""
        positions = {position for key in _keys(target) for position in self._by_key.get(key, ())}
        return [self.sides[position] for position in sorted(positions)]


def side_of(entry: Entry, words: Words | None) -> Side:
    """Make an entry comparable."""
    return Side(entry, name_of(entry.indicator), words(entry) if words else "")


def _is_ahead(entry: Entry, later_year: int) -> bool:
    return entry.period[-4:] >= str(later_year)


def _keys(side: Side) -> list[str]:
    """Give what a name is found by: its pairs of characters, or itself and its scopes where it has none."""
    name, code = side.name, side.entry.code
    pairs = [gram for gram in name.grams if len(gram) == 2]
    keys = pairs or [name.core, *(value for values in name.scopes.values() for value in values)]
    if name.thin:
        keys.append("thin")
    return [*keys, f"code:{code}"] if code else keys


def link_entries(
    targets: Sequence[Entry],
    results: Sequence[Entry],
    earlier_year: int,
    later_year: int,
    words: tuple[Words, Words] | None = None,
) -> list[Judged]:
    """Find and judge the result of each target (parallel to ``targets``).

    Args:
        targets: entries of the earlier report with role ``target``.
        results: entries of the later report, of any role.
        earlier_year: year in which the earlier report is given.
        later_year: year in which the later report is given.
        words: give the words around an entry of the earlier and of the later report; without them a name
            that says nothing by itself (中央财政安排资金) finds no result.
    """
    index = ResultIndex(results, later_year, words[1] if words else None)
    sides = [side_of(target, words[0] if words else None) for target in targets]
    best = [best_of(side, index, Years(earlier_year, later_year)) for side in sides]
    claims: Claims = defaultdict(float)
    for candidate in best:
        if candidate:
            claims[candidate.result.span] = max(claims[candidate.result.span], candidate.score)
    return [judged(side, found, claims) for side, found in zip(sides, best, strict=True)]


def best_of(target: Side, index: ResultIndex, given: Years) -> Candidate | None:
    """Give the result that answers a target best, None where none does well enough."""
    found = (candidate for result in index.near(target) if (candidate := _candidate(target, result, given)))
    return max(found, key=_rank, default=None)


def _rank(candidate: Candidate) -> tuple[float, int]:
    """Rank by score; between equals the first told, but the last of a development (由88个增加到317个)."""
    place = candidate.result.span.start
    return candidate.score, place if candidate.fit.value is None else -place


def _candidate(target: Side, result: Side, given: Years) -> Candidate | None:
    time = fit_time(target.entry, result.entry, given)
    if time is None:
        return None
    fit = fit_value(target.entry, result.entry)
    if fit is None:
        return None
    found = None if _is_of_term(target.entry, result.entry, fit, given) else _like(target, result, fit)
    if found is None:
        return None
    like, rule = found
    doubt = time[1] or fit.doubt or ("other_prices" if in_other_prices(target.entry, target.around) else "")
    near = _BONUS if like.score < _SURE and _is_near(target.entry, fit, _CLOSE) else 0.0
    score = (like.score + near) * time[0] * fit.score
    score -= _ONE_SIDED * len(like.one_sided) + _distance(target.entry, fit)
    if score < _ENOUGH or (fit.value is None and like.score < _SURE):
        return None
    return Candidate(result.entry, like, fit, doubt, score, rule)


def _like(target: Side, result: Side, fit: Fit) -> tuple[Likeness, str] | None:
    """Compare two indicators by code, by name, and by the words around the one that says less."""
    part = _PART_OF_ALL.match(result.entry.indicator) if target.entry.unit == "%" else None
    named = name_of(part[1]) if part and "占" not in target.entry.indicator else result.name
    like = likeness(target.name, named)
    if like is None:
        return None
    here, there = target.entry.code or "", result.entry.code or ""
    if here and there and ":" not in here + there:
        if here == there:
            return Likeness(max(like.score, _SURE), like.one_sided), "same_code"
        known = by_id(here)
        days = {target.entry.unit, result.entry.unit} == {"%", "天"}
        if known is None or like.score < _SURE or (there in known.not_ and not days):
            return None
    if target.name.thin or result.name.thin:
        told = _told(target, result) if _is_near(target.entry, fit, _THIN_RATIO) else ""
        return (Likeness(max(like.score, _THIN), like.one_sided), told) if told else None
    return _filled(target, result, like)


def _is_of_term(target: Entry, result: Entry, fit: Fit, given: Years) -> bool:
    """Say whether an amount told in a review of five years is held against the promise of one year."""
    if not target.value or fit.value is None or target.measure != "level" or "%" in target.unit:
        return False
    yearly = target.period == str(given.earlier) and result.part == "review_term"
    return yearly and fit.value > _TERM_RATIO * target.value


def _is_near(target: Entry, fit: Fit, ratio: float) -> bool:
    """Say whether a value can be the promised one at all; asked where the names say little."""
    if fit.value is None or not target.value:
        return False
    return 1 / ratio <= float(fit.value / target.value) <= ratio


def _told(target: Side, result: Side) -> str:
    """Give the rule by which the words around a name that says little tell that both are the same."""
    if target.name.thin and result.name.thin:
        return "same_topic" if same_topic(target.around, result.around) else ""
    thin, full = (target, result) if target.name.thin else (result, target)
    return "told_name" if told_by(full.name.content, thin.around) >= _TOLD else ""


def _filled(target: Side, result: Side, like: Likeness) -> tuple[Likeness, str]:
    """Fill a shorter name from the words around it, where all of it stands in the longer one."""
    shorter, longer = sorted((target, result), key=lambda side: len(side.name.grams))
    own, other = shorter.name.grams, longer.name.grams
    if like.score == 1 or not own or len(own & other) / len(own) < _CONTAINED:
        return like, "same_name" if like.score == 1 else "like_name"
    kept = {char for char in other - own if len(char) == 1}
    extra = frozenset(gram for gram in other - own if kept.issuperset(gram))
    told = told_by(extra, shorter.around)
    scopes = {word for words in scopes_in(shorter.around).values() for word in words}
    untold = tuple(word for word in like.one_sided if word not in scopes)
    return Likeness(like.score + told * (1 - like.score), untold), "filled_name"


def _distance(target: Entry, fit: Fit) -> float:
    """Give a small penalty for a value far from the one promised; it decides between equals only."""
    if fit.value is None or not target.value:
        return 0.01
    return min(0.02, abs(float(fit.value / target.value) - 1) * 0.01)


def judged(target: Side, best: Candidate | None, claims: Claims) -> Judged:
    """Judge a target by its result, unless another target has the better claim to that result."""
    if best is None:
        return Judged(None, NOT_REPORTED, (Reason("link", "no_result", target.entry.indicator),))
    if best.like.score < _SURE and best.score < claims.get(best.result.span, 0):
        words = f"{best.result.indicator} {best.result.text}"
        return Judged(None, NOT_REPORTED, (Reason("link", "claimed", words),))
    why = [Reason("link", best.rule, f"{target.entry.indicator} | {best.result.indicator}")]
    if best.like.one_sided:
        why.append(Reason("link", "open_scope", "、".join(best.like.one_sided)))
    if best.fit.words:
        why.append(Reason("link", "converted", best.fit.words))
    if best.doubt or best.fit.value is None:
        why.append(Reason("verdict", best.doubt or "no_value", best.result.text))
        return Judged(best.result, UNDETERMINED, tuple(why))
    verdict, reason = judge(target.entry, best.fit.value, best.result.rel)
    return Judged(best.result, verdict, (*why, reason))
