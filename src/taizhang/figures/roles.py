"""Roles: whether a value is a result, a target or neither."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from taizhang.figures.clauses import Clause, first_told, within_reach
from taizhang.figures.contexts import find_context
from taizhang.figures.mentions import Era
from taizhang.figures.periods import Place
from taizhang.figures.values import Value
from taizhang.lexicon.late import late
from taizhang.lexicon.tables import joined_pattern

# What a report closes with, and lists after it, are promises.
PLANNING_PARTS = frozenset({"plan", "year_goals", "year_tasks", "self", "closing"})

_TASK_PARTS = frozenset({"year_tasks", "self"})
# A year that only dates what was counted: 据今年三月的统计.
_SURVEYED = re.compile(r"[^，。；]{0,8}的(?:初步|不完全|最新)?(?:统计|调查|普查|资料|材料)")
_WAS_PLANNED = re.compile(r"(?:计划|预算)(?:为|是|规定|增长|安排)")
# What a report of the year's end says that year's plan was: 1980年计划投资总额控制在500亿元.
_PLANNED_NOW = late(
    r"预算(?=中|的(?:收入|支出))|预算的?$|(?<!年度)(?<!五年)计划(?![经生外单期工任体管指部之供性收的以草制执和规书中内完时])"
)
# What is so of a share by itself, also where a report plans: 财政收入的60%以上来自国有企业.
_STATED = re.compile(
    r"(?:以上|左右|以下)?(?:(?:的[^，。；]{1,12})?(?:来自|分布在|集中在|生活在)"
    r"|的[^，。；]{1,12}在[^，。；]{1,10}(?:就业|工作|居住))"
)
# What the country or the place is told to have, also where a report plans: 全国还有9万户住在窑洞里.
_HAS = re.compile(
    r"(?:我国|我们国家|全国|全省|全市|全区|全县|我省|我市|我区|我县|自治区)(?:目前|现在|当前)?(?:还|现|共|仍|尚|约|已经|就)*"
    r"(?:拥有|有|是)(?![力序效望些关计]|条件|步骤|组织|重点|针对)"
)
# … up to where it turns to what is to be done: 我省有港口9座，我们要新建8座.
_TURNS = re.compile(r"要(?<![主重需首摘纲]要)(?![求素点是])|必须")
# What was done by a month of this year that is over: 到今年3月底，已停建9项，压缩投资3亿元.
_BY_NOW = re.compile(r"[一二三四五六七八九十\d]{1,2}月(?:底|末|份)?(?:为止)?，[^，。；]{0,6}已")
# What a plan is drafted with: 纲要草案设置多类主要指标，其中约束性指标3项.
_DRAFT_HAS = late(r"纲要[^，。；]{0,8}(?:设置|设立|提出|列出|确定)了?")
# Who are told of by what they give: 9户企业，提供的鱼粉占七成，要保证它们的用电.
_GIVING = re.compile(r"[^，。；、\d]{2,16}，?提供的[^，。；、要将\d]{2,14}占")
# What has become of so many things: 已售未交付的9万套住房.
_ALREADY_OF = re.compile(r"已(?!经?按)[^，。；、\d]{1,8}的$")
# What must be so that something may be, tells of nothing that is: 只有增长7%以上，才能….
_ONLY_THEN = late("[^。；]{0,16}，[^，。；]{0,4}才")
# What this year will be more: 发放率达到98%，今年要达到100%.
_NOW_MORE = re.compile(r"，今年(?:要|将|再|力争)(?:再)?(?:达|提高|增|扩大|升|突破)")
# A goal that is told to be reached: 原定…翻两番的目标提前实现, 提前实现了…翻两番的目标.
TELLING = "word of telling"
GOAL_REACHED = "goal that was reached"
_GOAL_AFTER = re.compile(r"(?:左右|以上|以内)?的(?:宏伟|战略|奋斗|预定)?(?:目标|任务)")
_REACHED_AFTER = late(r"[，]?(?:已经?|提前[^，。；]{0,4}|胜利|如期|顺利|基本)+(?:实现|完成|达到)")
_REACHED_BEFORE = late(r"(?:提前[^，。；]{0,4}|胜利|如期|已经?)(?:实现|完成)了")
# What a number is told of is so already, also where a report plans: 142名委员已经就任, 5个特区去年实现….
_SO_ALREADY = re.compile(r"[^，。；、\d]{1,14}?(?:已经?(?!按|安排)|去年|上年)(?=[^，。；])")
# What was done for so many or with them: 向62个国家提供了援助, 同两个国家建立了外交关系.
_DONE_WITH = re.compile(
    r"(?<=[向同与给对])[^，。；、]{1,8}[个家名位户人国][^，。；、\d]{1,14}?(?<![为除得不罢])了(?![解断结却如望])(?=[^，。；])"
)
# What so great a part has come to: 有95%以上实行了承包制.
_BECAME = re.compile(
    r"(?:以上|左右)?(?:的[^，。；、]{1,10})?(?:实行|开展|建立|实现|普及|办起|用上|推行|通|完成|签订|参加)了"
)
# A clause that goes on to what is to be done: 目前在建9个，年内再开工3个.
_ANEW = re.compile(r"(?:年内|全年|上半年|下半年|年底前)?(?:再|还要|力争|争取)|年内")
# What is told to come to be so only this year: 18万吨产能将于年内投产.
_WILL_BE = re.compile(r"[^，。；、\d]{0,12}将(?:于|在)(?:年内|今年|本年|明年|年底|上半年|下半年|近期)")
_OUTCOME = late(r"[^，。；]{0,4}，(?:实际|预计)")
# How many goals the plan put forward with the report has: 《纲要（草案）》提出20项主要指标，其中约束性指标8项.
_HAS_GOALS = re.compile(
    r"《[^》]*纲要[^》]*》[^，。；]{0,4}(?:设置|提出|设定|安排)了?(?:[^，。；]*[项个]主要指标，其中(?:约束|预期)性指标|[^，。；]*)$"
)
_GOALS = re.compile(r"(?:主要|约束性|预期性)指标|[，。；、]")
# Older reports tell of what is so at length in the parts that plan; there, only words make a target.
_SPOKEN = 1985
# What recent reports bound in the parts that plan (不低于80%) is wanted.
_MODERN = 2000


# What is planned for a coming year is told by how much more than last year it is: 投资总额拟定为9亿元，比上年增加了2亿元.
_MORE_THAN = late(r"[，；]?[比较][^，。；]{2,14}(?:增加|增长|提高|减少|下降|降低|多)了(?:约|近|将近)?$")
_SET_AT = late(r"(?:拟定|拟|安排|计划|预算|定|确定|规定)(?:为|达到|完成)[^。；]*$")
# Those who strive for so much: 为日产九百吨而奋斗.
_STRIVING = late(r"为(?:争取|实现|达到|完成|生产)?[^，。；]{0,16}$")
_STRIVEN = late(r"[^，。；、]{0,8}奋斗")
# … and what came of it: 计划建成项目118个，实际建成128个.
_CAME_OUT = re.compile(r"[^，。；]{0,4}，实际")
_PLAN_SET = late(r"(?:^|[，。；])(?:年度)?计划(?:规定|要求)")


@dataclass(frozen=True)
class Tenses:
    """Where a sentence speaks of what is to come and of what is already so: ends of the words, in order."""

    cues: list[tuple[int, bool, str]]

    def before(self, low: int, high: int) -> tuple[bool, str] | None:
        """Give the last cue within ``[low, high)``: whether it looks ahead, and its words."""
        last = self._last(high)
        return last[1:] if last and last[0] >= low else None

    def parted(self, sentence: str, high: int) -> bool:
        """Say whether ； stands between the last cue before a clause and the clause."""
        last = self._last(high)
        return sentence.find("；", max(last[0] if last else 0, within_reach(high)), high) >= 0

    def _last(self, high: int) -> tuple[int, bool, str] | None:
        place = bisect_left(self.cues, (high + 1,))
        return self.cues[place - 1] if place else None


def find_tenses(sentence: str) -> Tenses:
    """Find the words of tense of a sentence."""
    cues = [
        (match.end(), ahead, match.group())
        for ahead in (True, False)
        for match in joined_pattern("tenses", "ahead" if ahead else "behind").finditer(sentence)
    ]
    return Tenses(sorted(cues))


@dataclass
class _Case:
    """A value with all that its role is told by; ``near`` is the last word of tense before it in its clause."""

    sentence: str
    value: Value
    place: Place
    clause: Clause
    tenses: Tenses
    part: str
    era: Era
    planned: bool
    near: tuple[bool, str] | None

    def before(self, pattern: re.Pattern[str]) -> bool:
        """Say whether words stand before the value in its clause."""
        return pattern.search(self.sentence, self.clause.start, self.value.start) is not None


Role = tuple[str, str, str]
"""A role, the rule that gave it and the words that decided."""


def find_role(
    sentence: str, value: Value, place: Place, clause: Clause, tenses: Tenses, part: str, era: Era
) -> Role:
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
    context = find_context(sentence, value, clause, planned=planned, year=era.year)
    if context:
        return "context", *context
    near = tenses.before(clause.start, value.start)
    case = _Case(sentence, value, place, clause, tenses, part, era, planned, near)
    role = _by_plan(case) or _by_words_around(case) or _by_year(case) or _by_tense(case) or _by_setting(case)
    return role or (("target" if planned else "actual"), "part", part)


def _by_plan(case: _Case) -> Role | None:
    """Tell the role of a value by a plan or goal that its words speak of, or the change that it starts."""
    sentence, value, place = case.sentence, case.value, case.place
    goals = value.bare_unit in {"项", "个"} and _GOALS.match(sentence, value.tail)
    if goals and (plan := first_told(_HAS_GOALS, sentence, value.start)):
        return "actual", TELLING, plan[0][:8]
    if _CAME_OUT.match(sentence, value.end) and (
        case.before(_PLANNED_NOW) or _PLAN_SET.search(sentence, max(0, case.clause.start - 1), value.start)
    ):
        return "context", "planned, and told how it came out", "计划"
    if place.past and not (place.years and place.years[1] > case.era.goal):
        return "actual", "start of a change", ""
    if not case.planned and (reached := _goal_reached(sentence, value, case.clause)):
        return "actual", GOAL_REACHED, reached
    return None


def _by_words_around(case: _Case) -> Role | None:
    """Tell the role of a value by words right before or behind it, whatever year is named."""
    sentence, value, near = case.sentence, case.value, case.near
    will = _WILL_BE.match(sentence, value.tail)
    if will:
        return "target", "word of what is to come", will[0]
    if _STRIVEN.match(sentence, value.tail) and case.before(_STRIVING):
        return "target", "word of what is to come", "奋斗"
    if case.planned and near and near[1] == "了" and _more_than_last(sentence, value, case.clause):
        return "target", "planned, and told how much more it is", near[1]
    if near and not near[0] and not case.place.near:
        return "actual", "word of what is so", near[1]
    if case.planned and case.before(_ALREADY_OF):
        return "actual", TELLING, "已"
    now = case.planned and case.era.year >= _SPOKEN and not near and not case.place.near
    telling = _telling(sentence, case.clause.start, value.start) if now else ""
    return ("actual", TELLING, telling) if telling else None


def _by_year(case: _Case) -> Role | None:
    """Tell the role of a value by the year that its sentence names for it."""
    sentence, value, near, era = case.sentence, case.value, case.near, case.era
    years, mention = case.place.years, case.place.mention
    if not years or not mention:
        return None
    words, last = mention.words, years[1]
    if last <= era.done:
        planned_now = last == era.year and _PLANNED_NOW.search(
            sentence, max(case.clause.start, within_reach(value.start)), value.start
        )
        if planned_now and not _OUTCOME.match(sentence, value.end):
            return "target", "planned for the report's own year", words
        if case.before(_WAS_PLANNED):
            return "context", "planned for a year that is over", words
        return "actual", "year that is over", words
    if last > era.goal:
        return "target", "year to come", words
    if near and not near[0]:
        return "actual", "word of what is so", near[1]
    if _SURVEYED.match(sentence, mention.end) or _BY_NOW.match(sentence, mention.end):
        return "actual", "word of what is so", words
    later = case.tenses.before(mention.end, value.start)
    wanted = case.planned or (near and near[0]) or (later and later[0])
    return ("target", "year of the report", words) if wanted else None


def _by_tense(case: _Case) -> Role | None:
    """Tell the role of a value by the words of tense before it, in its clause or further off."""
    sentence, value, near, era = case.sentence, case.value, case.near, case.era
    if near:
        return "target" if near[0] else "actual", f"word of what is {'to come' if near[0] else 'so'}", near[1]
    if not case.planned:
        return None
    if words := _told(sentence, value, case.clause):
        return "actual", TELLING, words
    telling = _telling(sentence, within_reach(value.start), value.start)
    # The yearly plan itself is told by examples too.
    if telling and not (era.planning and era.span is None):
        return "actual", TELLING, telling
    far = case.tenses.before(0, value.start)
    if not far or far[0] or _ANEW.match(sentence, case.clause.start):
        return None
    modern = era.year >= _MODERN
    apart = modern and (value.rel in {">=", "<="} or case.tenses.parted(sentence, case.clause.start))
    return None if apart else ("actual", "word of what is so", far[1])


def _by_setting(case: _Case) -> Role | None:
    """Tell the role of a value by the years that the sentences before set, or by the want of a word of will."""
    years, era = case.place.years, case.era
    far = case.tenses.before(0, case.value.start) if case.planned else None
    if years and not case.place.mention and years[1] == era.done and not (far and far[0]):
        return "actual", "year that is over, set before", ""
    if years and years[1] > era.goal:
        return "target", "years to come, set before", ""
    spoken = era.year < _SPOKEN and not era.planning
    if case.part in _TASK_PARTS and spoken and not _is_willed(case.sentence):
        return "actual", "no word of what is to come", ""
    return None


@lru_cache(maxsize=1)  # each value of a sentence asks it
def _is_willed(sentence: str) -> bool:
    return joined_pattern("tenses", "wanted").search(sentence) is not None


def _more_than_last(sentence: str, value: Value, clause: Clause) -> bool:
    """Say whether a value tells how much more than last year the clause before plans."""
    more = _MORE_THAN.search(sentence, max(0, clause.start - 1), value.start)
    return more is not None and _SET_AT.search(sentence, within_reach(value.start), more.start()) is not None


def _telling(sentence: str, low: int, high: int) -> str:
    found = joined_pattern("tenses", "telling").search(sentence, low, high)
    if not found or (found[0] == "只有" and _ONLY_THEN.match(sentence, high)):
        return ""
    return found[0]


def _goal_reached(sentence: str, value: Value, clause: Clause) -> str:
    """Give the words that tell a goal around a value to be reached, empty where none do."""
    goal = _GOAL_AFTER.match(sentence, value.end)
    if not goal:
        return ""
    reached = _REACHED_AFTER.match(sentence, goal.end()) or _REACHED_BEFORE.search(
        sentence, clause.start, value.start
    )
    return reached[0] if reached else ""


def _told(sentence: str, value: Value, clause: Clause) -> str:
    """Give the words that tell a value of what is so by themselves, empty where nothing does or it is yet to come."""
    if value.unit == "%" and _STATED.match(sentence, value.end):
        return sentence[value.end : value.end + 4]
    drafted = sentence.endswith("指标", clause.start, value.start) and first_told(
        _DRAFT_HAS, sentence, value.start
    )
    if drafted:
        return drafted[0]
    giving = _GIVING.match(sentence, value.tail)
    if giving:
        return giving[0]
    became = value.unit == "%" and _BECAME.match(sentence, value.end)
    if became:
        return became[0]
    already = _SO_ALREADY.match(sentence, value.tail) or _DONE_WITH.match(sentence, value.start)
    if already:
        return already[0]
    turns = first_told(_TURNS, sentence, value.start)
    has = (
        (not turns and _HAS.match(sentence))
        or _HAS.match(sentence, clause.start)
        or _NOW_MORE.match(sentence, value.tail)
    )
    if not has or joined_pattern("tenses", "ahead").search(sentence, within_reach(clause.start), clause.end):
        return ""
    return has[0]
