"""Target passages: where a report sets the targets of the year, or of the plan."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from taizhang.lexicon.tables import toml_table
from taizhang.outline import Layout, Sentence

_SETTING_ROLES = {
    "year_goals": 4,
    "year_tasks": 3,
    "plan": -6,
    "review": -3,
    "review_term": -3,
    "problems": -3,
}
_PLAN_ROLES = {"plan": 4, "year_goals": -2, "year_tasks": -6, "review": -6, "review_term": -6}
_NUMBER = re.compile("[0-9]|百分之|翻")
_MARKS = re.compile("[，；：、]")
_ENOUGH = 5
_REACH = 400


@dataclass(frozen=True, slots=True)
class TargetPassage:
    """Where targets are set, in clean positions.

    Attributes:
        start: first character after the announcing words.
        subject: first character of the clause with the announcing words.
        sentences: the stretches to be read, from ``start`` on, paragraph by paragraph.
    """

    start: int
    subject: int
    sentences: tuple[Sentence, ...]


@cache
def _intro() -> re.Pattern[str]:
    table = toml_table("headline")
    return re.compile(f"(?:{'|'.join(table['intro'])}){table['opens']}")


@cache
def _wording(name: str) -> re.Pattern[str]:
    return re.compile(toml_table("headline")[name])


def find_year_passage(layout: Layout) -> TargetPassage | None:
    """Find the passage that sets the year's main expected targets; None where the report has none."""
    return _find(layout, _SETTING_ROLES, plan=False)


def find_plan_passage(layout: Layout) -> TargetPassage | None:
    """Find the passage that sets the targets of a five-year plan; None where the report has none."""
    return _find(layout, _PLAN_ROLES, plan=True)


def _find(layout: Layout, roles: dict[str, int], *, plan: bool) -> TargetPassage | None:
    text, best, found = layout.clean.text, _ENOUGH - 1, None
    for match in _intro().finditer(text):
        if text[match.end() - 1] not in "：:，,是为有下括排\n* ":
            continue
        passage = layout.passages[
            bisect_right(layout.passages, match.start(), key=lambda each: each.start) - 1
        ]
        before = text[_sentence_start(text, match.start()) : match.end()]
        if plan and passage.role != "plan" and not _wording("other_time").search(before):
            continue
        score = roles.get(passage.role, 0) + _score(layout, match, before, plan=plan)
        if score > best:
            best, found = score, match
    if found is None:
        return None
    first = bisect_right(layout.sentences, found.end(), key=lambda each: each.end)
    return TargetPassage(found.end(), _clause_start(text, found.start()), layout.sentences[first:])


def _score(layout: Layout, match: re.Match[str], before: str, *, plan: bool) -> int:
    """Weigh an announcement by its words, by the time it speaks of and by the numbers behind it."""
    text = layout.clean.text
    numbers = _clauses_with_numbers(text[match.end() : match.end() + _REACH])
    score = min(numbers, 5) + 2 * ("预期" in match[0]) + ("主要" in match[0])
    score += (
        2 * bool(re.search(f"今年|本年|{layout.year}年" if layout.year else "今年|本年", before)) * (not plan)
    )
    score += 2 * bool(_wording("wide").search(before))
    score += (4 if plan else -6) * bool(_wording("other_time").search(before))
    return score - 5 * bool(_wording("past").search(before))


def _clauses_with_numbers(words: str) -> int:
    first = words.split("。", 1)[0]
    return sum(bool(_NUMBER.search(clause)) for clause in _MARKS.split(first))


def _sentence_start(text: str, position: int) -> int:
    return max(position - 40, *(text.rfind(mark, 0, position) + 1 for mark in "。！\n"))


def _clause_start(text: str, position: int) -> int:
    while position > 0 and text[position - 1] not in "，。；：！？\n":
        position -= 1
    return position
