"""Roles: whether a value is a result, a target or neither."""

import re
from dataclasses import dataclass
from functools import cache

from taizhang.figures.clauses import Clause
from taizhang.figures.mentions import Era
from taizhang.figures.periods import Place
from taizhang.figures.values import Value
from taizhang.lexicon.tables import joined_pattern

# What a report closes with, and lists after it, are promises.
PLANNING_PARTS = frozenset({"plan", "year_goals", "year_tasks", "self", "closing"})

COMPARISON = "comparison with others"
_TASK_PARTS = frozenset({"year_tasks", "self"})

# The congress has met in March since 1985: what a later report "expects" of its own year is no result.
SPRING_SESSIONS = 1985
_OTHERS = re.compile(
    r"(?:高于|低于|快于|慢于|高出|优于|好于|超过|比|居)(?:了)?"
    r"(?:全国|世界|全球|全省|东部|中部|西部|同期全国|沿海)[^，。；]{0,14}$"
)
_WAS_PLANNED = re.compile(r"(?:计划|预算)(?:为|是|规定|增长|安排)")
# A goal that a result is held against: 略低于8%的预定目标.
_GOAL_SET = re.compile(r"的?(?:预定|预期|原定|年初)(?:目标|计划|指标)")
_LOSS = re.compile(r"直接经济损失")
_LEADER = re.compile(r"总书记|习近平主席")
_THEN = re.compile(r"就|会|便|等于|即可")
_EXPECTED = re.compile(r"预计|估计")
# Older reports tell of what is so at length in the parts that plan; there, only words make a target.
_SPOKEN = 1985
# What recent reports bound in the parts that plan (不低于80%) is wanted.
_MODERN = 2000
_WORLD_SHARE = re.compile(r"人口占世界|占世界人口")
_ALMOST_ALL = re.compile(r"占(?:总|全国)?人口$")
_THE_PEOPLE = re.compile(r"(?:以上)?的[^，。]{0,4}(?:人民|群众)")
_TOLD_GOAL = re.compile(r"(?:去年|上年)[^，。；]{0,16}提出，?(?:了|的|要)")
_STANDARD_AFTER = re.compile(r"元?(?:的)?(?:补贴|补助|津贴)")
_STANDARD_BEFORE = re.compile(r"每[月年人户][^，。；]{0,8}$")


@dataclass(frozen=True, slots=True)
class Tenses:
    """Where a sentence speaks of what is to come and of what is already so: ends of the words, in order."""

    cues: tuple[tuple[int, bool, str], ...]

    def before(self, low: int, high: int) -> tuple[bool, str] | None:
        """Give the last cue within ``[low, high)``: whether it looks ahead, and its words."""
        for end, ahead, words in reversed(self.cues):
            if low <= end <= high:
                return ahead, words
        return None


def find_tenses(sentence: str) -> Tenses:
    """Find the words of tense of a sentence."""
    cues = [
        (match.end(), ahead, match.group())
        for ahead in (True, False)
        for match in joined_pattern("tenses", "ahead" if ahead else "behind").finditer(sentence)
    ]
    return Tenses(tuple(sorted(cues)))


def find_role(
    sentence: str, value: Value, place: Place, clause: Clause, tenses: Tenses, part: str, era: Era
) -> tuple[str, str, str]:
    """Give the role of a value, with the rule and the words that decided.

    Args:
        sentence: the clean sentence.
        value: the value.
        place: what the words say of its time.
        clause: its clause.
        tenses: the words of tense of the sentence.
        part: role of the part it stands in, empty where unknown.
        era: what the passage says about time.
    """
    planned = part in PLANNING_PARTS
    context = _context(sentence, value, clause, planned=planned, year=era.year)
    if context:
        return "context", *context
    if place.past:
        return "actual", "start of a change", ""
    near = tenses.before(clause.start, value.start)
    if near and not near[0] and not place.near:
        return "actual", "word of what is so", near[1]
    if place.years and place.mention:
        words = place.mention.words
        last = place.years[1]
        if last <= era.done:
            if _WAS_PLANNED.search(sentence, clause.start, value.start):
                return "context", "planned for a year that is over", words
            return "actual", "year that is over", words
        if last > era.goal:
            return "target", "year to come", words
        if near and not near[0]:
            return "actual", "word of what is so", near[1]
        if planned or (near and near[0]):
            return "target", "year of the report", words
    if near:
        return (
            ("target", "word of what is to come", near[1])
            if near[0]
            else ("actual", "word of what is so", near[1])
        )
    telling = joined_pattern("tenses", "telling").search(sentence, 0, value.start) if planned else None
    if telling:
        return "actual", "word of telling", telling.group()
    far = tenses.before(0, value.start)
    bound = era.year >= _MODERN and value.rel in {">=", "<="}
    if planned and far and not far[0] and not bound:
        return "actual", "word of what is so", far[1]
    if place.years and not place.mention and place.years[1] == era.done and not (near and near[0]):
        return "actual", "year that is over, set before", ""
    if place.years and place.years[1] > era.goal:
        return "target", "years to come, set before", ""
    spoken = era.year < _SPOKEN and not era.planning
    if part in _TASK_PARTS and spoken and not joined_pattern("tenses", "wanted").search(sentence):
        return "actual", "no word of what is to come", ""
    return ("target" if planned else "actual"), "part", part


def _context(
    sentence: str, value: Value, clause: Clause, *, planned: bool, year: int
) -> tuple[str, str] | None:
    """Say why a value is neither result nor target, None where it may be one."""
    before = sentence[clause.start : value.start]
    after = sentence[value.end : value.end + 12]
    others = _OTHERS.search(before) if value.measure in {"change", "growth", "multiple"} else None
    if others:
        return COMPARISON, others.group()
    people = _counted("people").match(sentence, value.start) or (
        not joined_pattern("tenses", "served").search(before)
        and _counted("masses").match(sentence, value.start)
    )
    if not people and _ALMOST_ALL.search(before) and _THE_PEOPLE.match(after):
        return "people as background", after
    if _TOLD_GOAL.search(sentence, 0, value.start) and "把" in before:
        return "goal told again", before[:8]
    if people or _WORLD_SHARE.search(before):
        return "people as background", people.group() if people else before[-6:]
    burden = joined_pattern("tenses", "burden").search(after[:9])
    if burden:
        return "what befell the place", burden.group()
    if _GOAL_SET.match(after):
        return "yardstick", after[:6]
    if _LOSS.search(before):
        return "what befell the place", before[-6:]
    if value.unit == "次" and not planned and _LEADER.search(sentence, 0, value.start):
        return "visits of the leader", value.unit
    supposed = joined_pattern("tenses", "supposed").search(sentence, 0, value.start)
    if supposed and (supposed.start() >= clause.start or _THEN.search(before)):
        return "supposed only", supposed.group()
    yardstick = joined_pattern("tenses", "yardstick").search(before[-14:])
    if yardstick and value.measure == "level" and value.unit != "%":
        return "yardstick", yardstick.group()
    if value.unit == "元" and _STANDARD_AFTER.match(after) and _STANDARD_BEFORE.search(before):
        return "rate of a benefit", before[-6:]
    if planned and year >= SPRING_SESSIONS and value.measure == "level" and _EXPECTED.search(before):
        return "expected without the government's doing", before[:8]
    return None


@cache
def _counted(words: str) -> re.Pattern[str]:
    counted = joined_pattern("tenses", words).pattern
    return re.compile(
        rf"[\d.一二三四五六七八九十百千两多余几]+[万亿]*[多余]?(?:以上)?(?:名|的)?(?:{counted})"
    )
