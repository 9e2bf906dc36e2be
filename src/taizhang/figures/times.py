"""Times and roles: which year a value speaks of, whether it is a result, a target or neither."""

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from taizhang.figures.changes import find_changes
from taizhang.figures.clauses import Clause, clause_at, split_clauses, within_reach
from taizhang.figures.contexts import BEFELL, COMPARISON, EXPECTED, FIXED, FORECAST, HELPERS, PEOPLE, VISITS
from taizhang.figures.mentions import Era, Mention, find_mentions, may_name_time
from taizhang.figures.periods import Clock, Place, Years, end, find_places, first_from, hand_over, remember
from taizhang.figures.roles import GOAL_REACHED, PLANNING_PARTS, TELLING, Role, Tenses, find_role, find_tenses
from taizhang.figures.spans import AGAINST_LAST_YEAR, SPAN_OF_REVIEW, Case, find_years
from taizhang.figures.strength import Will, find_wills, strength_of
from taizhang.figures.values import Value
from taizhang.lexicon.late import late
from taizhang.lexicon.tables import joined_pattern, toml_table
from taizhang.outline import Passage
from taizhang.records import Reason

__all__ = ["Clock", "Setting", "find_settings", "pass_by"]


# The year of a report that tells none: what is named lies before it, what is counted from it is unknown.
_UNKNOWN = 9000

# What is counted from an earlier value, and so may name its base.
_COUNTED = frozenset({"growth", "change", "multiple"})


@dataclass
class Setting:
    """Role, period, base and strength of one value."""

    role: str
    period: str
    base: str | None = None
    strength: str | None = None
    why: list[Reason] = field(default_factory=list)


def find_settings(
    sentence: str,
    values: list[Value],
    indicators: list[str],
    passage: Passage,
    year: int | None,
    clock: Clock,
    *,
    opens: bool,
) -> list[Setting]:
    """Give the setting of each value (parallel to ``values``; an empty one for those with ``skip``).

    Args:
        sentence: the clean sentence.
        values: its values, in order.
        indicators: the first indicator of each value (empty for those with ``skip``).
        passage: the passage that the sentence stands in.
        year: year of the report.
        clock: what the sentences before left; updated.
        opens: whether the sentence opens a paragraph.
    """
    part = _begin(sentence, passage, clock, opens=opens)
    era = _era(part, passage.span_years, year or _UNKNOWN, clock)
    mentions = find_mentions(sentence, era) if clock.begun or may_name_time(sentence) else []
    clauses = split_clauses(sentence)
    places = find_places(sentence, values, find_changes(sentence, values), mentions, clauses, clock, era.span)
    scene = _Scene(sentence, values, indicators, places, clauses, find_tenses(sentence), part, era)
    for index, value in enumerate(values):
        if value.skip:
            scene.settings.append(Setting("", ""))
            continue
        scene.settings.append(_setting(scene, index))
        scene.told = [*scene.told[-1:], index]
    _part_years(scene, mentions)
    remember(clock, sentence, mentions, era)
    end(clock, sentence)
    return scene.settings


def pass_by(sentence: str, passage: Passage, year: int | None, clock: Clock, *, opens: bool) -> None:
    """Note what a sentence without entries leaves for the next ones about time."""
    part = _begin(sentence, passage, clock, opens=opens)
    if clock.begun or may_name_time(sentence):
        era = _era(part, passage.span_years, year or _UNKNOWN, clock)
        remember(clock, sentence, find_mentions(sentence, era), era)
    end(clock, sentence)


def _begin(sentence: str, passage: Passage, clock: Clock, *, opens: bool) -> str:
    """Set the clock for a sentence; give the role of its part."""
    hand_over(clock, sentence, opens=opens)
    clock.closed = clock.closed or passage.role == "closing"
    return passage.role or ("closing" if clock.closed else "")


@dataclass
class _Scene:
    """A sentence with what was found in it: all that the setting of one of its values is told by.

    ``settings`` are those of the values so far, ``told`` the last two values that are entries.
    """

    sentence: str
    values: list[Value]
    indicators: list[str]
    places: list[Place]
    clauses: tuple[Clause, ...]
    tenses: Tenses
    part: str
    era: Era
    wills: list[Will] | None = None
    settings: list[Setting] = field(default_factory=list)
    told: list[int] = field(default_factory=list)

    def lead(self, index: int, clause: Clause) -> str:
        """Give the words of a clause before a value, from the last entry on."""
        told = self.values[self.told[-1]].tail if self.told else 0
        return self.sentence[max(clause.start, told) : self.values[index].start]

    def told_after(self, index: int) -> Value | None:
        """Give the next value that is an entry."""
        for place in range(index + 1, len(self.values)):
            if not self.values[place].skip:
                return self.values[place]
        return None

    def governing(self, value: Value) -> Will | None:
        """Give the words of strength that govern a value; the sentence is searched for them when first asked."""
        if self.wills is None:
            self.wills = find_wills(self.sentence, self.values, self.clauses)
        return strength_of(value, self.wills)


_RESPECTIVELY = "分别"
# What stands between years to each of which a value of its own is told.
_YEARS_JOINED = frozenset({"", "、", "和", "与", "及"})
_TWO_YEARS = late("[、和与及]")


def _part_years(scene: _Scene, mentions: list[Mention]) -> None:
    """Give each of several values of one thing its year: 2024年和2025年产值分别增长6%和5%."""
    if not mentions or _RESPECTIVELY not in scene.sentence:
        return
    for clause in scene.clauses:
        place = scene.sentence.find(_RESPECTIVELY, clause.start, clause.end)
        if place < 0:
            continue
        named = mentions[first_from(mentions, clause.start) : first_from(mentions, place)]
        years = [year for mention in named if mention.end <= place for year in _each_year(mention)]
        apart = (scene.sentence[left.end : right.start] for left, right in pairwise(named))
        if len(years) < 2 or not _YEARS_JOINED.issuperset(apart):
            continue
        behind = range(first_from(scene.values, place), first_from(scene.values, clause.end))
        told = [index for index in behind if not scene.values[index].skip]
        if len(told) == len(years) and len({scene.indicators[index] for index in told}) == 1:
            for index, year in zip(told, years, strict=True):
                scene.settings[index].period = str(year)


def _each_year(mention: Mention) -> tuple[int, ...]:
    """Give the years that words name one by one; two that follow each other may be named in one."""
    if mention.first == mention.last:
        return (mention.first,)
    both = mention.last == mention.first + 1 and _TWO_YEARS.search(mention.words)
    return (mention.first, mention.last) if both else ()


def _setting(scene: _Scene, index: int) -> Setting:
    """Give the setting of one value, from what its sentence says and the settings before it."""
    value, era = scene.values[index], scene.era
    clause = scene.clauses[clause_at(scene.clauses, value.start)]
    role = find_role(scene.sentence, value, scene.places[index], clause, scene.tenses, scene.part, era)
    place = _fitting(scene.places[index], role[1], era)
    role, whole = _role_among_others(scene, index, clause, place, role)
    years, reason = _years_of(scene, index, clause, place, role)
    period = _among_others(scene, index, clause, place, role[1], reason, whole) or _written(years)
    setting = Setting(role[0], period, _base(value, place, years))
    setting.why.append(Reason("role", role[1], role[2]))
    setting.why.append(Reason("period", reason, place.mention.words if place.mention else ""))
    will = scene.governing(value) if role[0] == "target" else None
    if will:
        setting.strength = will.strength
        setting.why.append(Reason("strength", "governing word", will.words))
    return setting


def _role_among_others(
    scene: _Scene, index: int, clause: Clause, place: Place, role: Role
) -> tuple[Role, int | None]:
    """Give the role of a value in view of the values before it, and the value that it is a part of, if any."""
    value, settings = scene.values[index], scene.settings
    before = scene.values[index - 1] if index else None
    goes_on = role[0] != "context" and before is not None and before.skip is None
    if before is not None and goes_on and _goes_on(value, settings[-1], scene.sentence, clause):
        role = "context", settings[-1].why[0].rule, before.unit
    whole = _whole_of(scene, value, clause)
    if whole is None and not place.near and _told_of_it(scene, index, clause, role[1]):
        whole = index - 1
    if whole is not None and (role[0] != "context" or role[1] == EXPECTED):
        reason = settings[whole].why[0]
        role = (
            role if settings[whole].role == "context" else (settings[whole].role, reason.rule, reason.words)
        )
    return role, whole


def _years_of(scene: _Scene, index: int, clause: Clause, place: Place, role: Role) -> tuple[Years, str]:
    """Give the years of a value by its own words, and why."""
    sentence, value, era, rule = scene.sentence, scene.values[index], scene.era, role[1]
    after = scene.told_after(index)
    rest = sentence[value.tail : min(clause.end, after.head if after else clause.end)]
    cumulative = "累计" in sentence[clause.start : value.start]
    near = sentence[within_reach(value.start) : value.start]
    fixed = rule in FIXED or (rule == PEOPLE and place.closing and "预计" in near)
    timed = "target" if fixed and era.ahead and not era.span else role[0]
    befell = rule in {BEFELL, HELPERS, VISITS} and "以来" not in near
    lead = scene.lead(index, clause)
    years, reason = find_years(
        Case(value, scene.indicators[index], place, lead, rest, cumulative, timed, scene.part, era, befell)
    )
    told = scene.told[-1] if scene.told else None
    if reason == SPAN_OF_REVIEW and told is not None and _grows_on(scene, value, told):
        return (era.done, era.done), AGAINST_LAST_YEAR
    return years, reason


def _among_others(
    scene: _Scene, index: int, clause: Clause, place: Place, rule: str, reason: str, whole: int | None
) -> str:
    """Give the period that a value has from the values before it, empty where it has its own."""
    value, settings = scene.values[index], scene.settings
    before = scene.values[index - 1] if index else None
    told = scene.told[-1] if scene.told else None
    if told is not None and _faster_than_then(value, place, scene.values[told]):
        return settings[told].period
    # A change over years ends where its end is held against others.
    if rule == COMPARISON and before and not before.skip and before.measure != "change":
        return settings[-1].period
    said = scene.sentence[clause.start : value.start]
    if value.measure == "growth" and (again := _told_again(scene, said)):
        return again
    if before and not (place.near or place.closing) and _of_flow(value, before, said):
        return settings[-1].period
    if whole is not None and not (place.near or place.past or place.closing):
        return settings[whole].period
    lead = scene.lead(index, clause)
    if told is not None and reason == _AT_END and _in_row(scene, told, value, lead):
        return settings[told].period
    if before and not (place.past or place.closing) and _listed(value, before, lead, said):
        return settings[-1].period
    return ""


def _era(part: str, span: Years | None, year: int, clock: Clock) -> Era:
    era = _era_of(part, span, year, clock.spoken, clock.planning, clock.begun)
    era = replace(era, term=clock.term) if clock.term else era
    staged = clock.stage and part == "plan" and era.span
    return replace(era, span=clock.stage, whole=era.span) if staged else era


def _fitting(place: Place, rule: str, era: Era) -> Place:
    """Give the place of a value without what its role does not allow."""
    if rule == FORECAST and not (place.near or place.past):
        return replace(place, years=(era.goal, era.goal), near=True)
    if place.years is None:
        return place
    if rule in {GOAL_REACHED, TELLING} and place.years[1] > era.done and not place.near:
        return replace(place, years=(era.done, era.done))
    if rule in FIXED and era.ahead and place.near and place.years[1] < era.goal:
        return replace(place, years=None)  # 不得超过上年收入的5%
    if rule == PEOPLE and place.years[1] > era.done and place.mention is None:
        return replace(place, years=None)  # so many there are now, whatever is planned
    return place


@lru_cache(maxsize=32)
def _era_of(
    part: str, span: Years | None, year: int, spoken: Years | None, planning: bool, begun: bool
) -> Era:
    """Give what a part says about time; a congress that opens speaks of five years back and ahead."""
    terms = toml_table("terms")
    done = year if year in terms["sessions"]["late"] else year - 1
    if span and year in terms["sessions"]["opening"]:
        span = (year - 5, year - 1) if part == "review_term" else (year, year + 4)
    return Era(year, done, span, part in PLANNING_PARTS, planning, spoken, begun and done < year)


# The same told as a growth: 将达到57亿吨公里，即比1952年增长三倍.
_THAT_IS = re.compile(r"，?(?:也就是|也即|即)[比较][^，。；、]{2,10}(?:增长|增加|提高|减少|下降|降低)")

_GREW = re.compile(r"(?:即|也就是)?(?:增长|增加|提高|上升|减少|下降|降低)了?(?:约|近|将近|超过)?")

# What joins a bare value to the one before it: 惠及4亿职工、8亿居民; 新增饭店16家、民宿638家.
_JOINED = re.compile(r"[^，。；：、]{0,20}[、和及]|[、和及][^，。；：、]{0,20}")


# A part without words of time: 电话用户超过2亿户，其中移动电话8500万户.
_PART = re.compile(r"其中[：:，]?[^，。；：、\d年]{1,14}")


_SHARE_OF_IT = re.compile(
    r"[，、]?(?:其中，?[^，。；、]{2,16}|分别|大?约)?占(?!比)(?:[^，。；]{2,24}的)?(?:近|约|超过)?"
)


def _whole_of(scene: _Scene, value: Value, clause: Clause) -> int | None:
    """Give the value that one without words of its own is a part of (投资9亿元，每年增长5%，其中地方3亿元)."""
    bare = not value.verb and value.measure == "level" and value.unit != "%"
    if (
        not bare
        or not scene.sentence.startswith("其中", clause.start)
        or not _PART.fullmatch(scene.sentence, clause.start, value.start)
    ):
        return None
    last = next((place for place in reversed(scene.told) if scene.values[place].unit == value.unit), None)
    return last if last is not None and scene.values[last].measure == "level" else None


def _listed(value: Value, before: Value, lead: str, clause: str) -> bool:
    """Say whether a value without a verb of its own stands in a list with the one before it, or is a part of it."""
    alike = value.measure == before.measure == "level" and (value.unit == "%") == (before.unit == "%")
    bare = not value.verb and value.head == value.start and before.skip is None
    part = clause.startswith("其中") and lead == clause and _PART.fullmatch(lead)
    joined = part or (len(lead) < len(clause) and _JOINED.fullmatch(lead))
    if not (alike and bare and joined):
        return False
    return not any(joined_pattern("tenses", words).search(lead) for words in ("deed", "stock"))


def _of_flow(value: Value, before: Value, clause: str) -> bool:
    """Say whether a value is the share that what was told just before has of its whole, or a part of that (其中…占)."""
    share = value.unit == "%" and value.measure == "level" and _SHARE_OF_IT.fullmatch(clause) is not None
    return share and before.skip is None and before.measure == "level" and before.unit != "%"


def _grows_on(scene: _Scene, value: Value, told: int) -> bool:
    """Say whether a growth goes on with others counted from the year before (比上年增长5%，…增长7%)."""
    last = scene.values[told]
    if value.measure != "growth" or last.measure != "growth":
        return False
    if "；" in scene.sentence[last.tail : value.start]:
        return False
    return any(reason.rule == AGAINST_LAST_YEAR for reason in scene.settings[told].why)


_AT_END = "end of the review"
# What was added, with more of it told behind: 新增装机9万千瓦，铁路新线80公里，其中复线30公里.
_ADDED = late(r"(?:新增(?!加)|新建|建成|竣工|新建成|净增|投产)")
# … but not what is there in all, or is told of by a rate.
_IN_ALL = late(
    r"[率占比]|里程|总|保有|余额|用户|人均|每[百千万]|水平|规模|面积|人口|收入|产值|[在拟待]建|通达|覆盖|涉及|惠及|连续|已|还|有"
)
_BARE_ITEM = re.compile(r"，(?:其中)?[^，。；、：\d]{2,10}(?<![近约超])(?:近|约)?")


def _in_row(scene: _Scene, last: int, value: Value, lead: str) -> bool:
    """Say whether a bare count goes on with what was added in the years under review, told just before."""
    before, sentence = scene.values[last], scene.sentence
    alike = (
        value.measure == before.measure == "level" and not value.verb and value.unit[-1:] not in "%‰人次元"
    )
    if not alike or before.unit[-1:] in "%‰人次元" or scene.part != "review_term":
        return False
    if not _BARE_ITEM.fullmatch(sentence, before.tail, value.start) or _IN_ALL.search(lead):
        return False
    for place in range(last, -1, -1):
        clause = scene.clauses[clause_at(scene.clauses, scene.values[place].start)]
        if _ADDED.match(sentence, clause.start):
            return True
        if not place or not _BARE_ITEM.fullmatch(
            sentence, scene.values[place - 1].tail, scene.values[place].start
        ):
            return False
    return False


# What a deed told just before reached or cost: 开工项目9个，涉及投资3亿元.
_REACHED_BY_IT = re.compile(r"(?:共|直接|累计|可|将)?(?:涉及|惠及|受益)")


def _told_of_it(scene: _Scene, index: int, clause: Clause, rule: str) -> bool:
    """Say whether a clause only tells more of the value before it: whom that reached, what share of a whole it is."""
    value, before = scene.values[index], scene.values[index - 1] if index else None
    if before is None or before.skip is not None or value.measure != "level" or before.measure == "rank":
        return False
    if scene.settings[index - 1].role == "context":
        return False
    if rule == EXPECTED:
        return value.unit == "%" and scene.sentence.startswith("占", clause.start)
    return _REACHED_BY_IT.match(scene.sentence, clause.start) is not None


def _faster_than_then(value: Value, place: Place, before: Value) -> bool:
    """Say whether an average growth is held against that of other years: 每年增长9%，比前五年平均高2个百分点."""
    other = place.base is not None and place.base[0] < place.base[1]
    return value.measure == "change" and before.measure == "avg_growth" and other


# How much more of them there are than there were: 今年毕业生9万人，比去年增加1万人.
_MORE_OF_THEM = late(r"(?:[比较](?:上年|去年)|同比)?净?(?:增加|增长|减少|多)")


def _goes_on(value: Value, last: Setting, sentence: str, clause: Clause) -> bool:
    """Say whether a change is told of people who were background in the clause before."""
    people = last.role == "context" and last.why[0].rule in {PEOPLE, EXPECTED}
    if people and value.unit == "%" and sentence.startswith("占", clause.start):
        return True
    moves = value.measure in _COUNTED and people
    return moves and _MORE_OF_THEM.match(sentence, clause.start) is not None


def _told_again(scene: _Scene, said: str) -> str:
    """Give the period of a growth that tells the values before it again, else nothing.

    It is the level's own (到1957年将达到57亿，即比1952年增长三倍), or the years between both ends of a change
    (由1982年的31万增加到1987年的55万，增长75%).
    """
    if scene.told and _THAT_IS.fullmatch(said):
        return scene.settings[scene.told[-1]].period
    if len(scene.told) < 2 or not _GREW.fullmatch(said):
        return ""
    start, end = (scene.places[place] for place in scene.told)
    first, last = (scene.settings[place].period for place in scene.told)
    named = start.past and end.closing and end.mention and first.isdigit() and last.isdigit()
    return f"{int(first) + 1}-{last}" if named and int(last) - int(first) > 1 else ""


def _written(years: Years) -> str:
    first, last = years
    if last > _UNKNOWN - 1000:
        return ""
    return str(first) if first == last else f"{first}-{last}"


def _base(value: Value, place: Place, years: Years) -> str | None:
    """Give the base where it is another than the period before."""
    if value.measure not in _COUNTED or place.base is None or place.base[1] >= years[1]:
        return None
    length = years[1] - years[0] + 1
    first, last = place.base
    if last == years[0] - 1 and last - first + 1 == length:
        return None
    return _written(place.base)
