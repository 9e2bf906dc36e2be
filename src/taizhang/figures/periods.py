"""Periods: which years a value speaks of, by the words around it or by the part it stands in."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from operator import attrgetter

from taizhang.figures.clauses import REACH, Clause, clause_at, first_told, within_reach
from taizhang.figures.mentions import BEGUN, SEASON, YEAR_BEFORE, Era, Mention
from taizhang.figures.values import Value
from taizhang.lexicon.late import late
from taizhang.lexicon.tables import joined_pattern

Years = tuple[int, int]


@dataclass
class Place:
    """What the words say about the time of one value.

    Attributes:
        years: first and last year, None where nothing is said.
        base: years that the value is counted from, None where nothing is said.
        mention: the words that named ``years``, None where they stand in an earlier sentence.
        near: whether they stand in the value's own clause.
        past: whether the value is a thing of the past by its place: the start of a change, or the
            value of the year that is compared with (比1957年的1241亿元).
        closing: whether it is the end of a change.
        gap: whether other values stand between ``mention`` and the value.
        now: whether it is told of as so now (目前), and no year is named.
    """

    years: Years | None = None
    base: Years | None = None
    mention: Mention | None = None
    near: bool = False
    past: bool = False
    closing: bool = False
    gap: bool = False
    now: bool = False


@dataclass
class Clock:
    """What one sentence leaves for the next ones about time (到2025年… set once).

    Attributes:
        years: years that were set.
        base: years to count from.
        span: years that a growth without a base speaks of.
        start: year in which a change began.
        lasting: whether they hold for all the sentences to the paragraph's end.
        listing: whether a list follows whose items stand in paragraphs of their own.
        joined: whether the sentence before ended so that the next paragraph goes on with it (：, ；).
        closed: whether the report's closing words have been met; lists after them are promises.
        spoken: span of years that the paragraph has named.
        planning: whether the report sets out to put forward a plan; what it tells without a verb is then planned.
        opens: whether the sentence opens a paragraph.
        begun: whether the report is given so late in its year that it tells of the months gone by.
        stage: the five years of a longer plan that the paragraph speaks of.
        term: years from a named one on within which a programme is to be carried out.
    """

    years: Years | None = None
    base: Years | None = None
    span: Years | None = None
    start: Years | None = None
    lasting: bool = False
    listing: bool = False
    joined: bool = False
    closed: bool = False
    spoken: Years | None = None
    planning: bool = False
    opens: bool = False
    begun: bool = False
    stage: Years | None = None
    term: Years | None = None


_BASE_OF = late(
    r"(?:的[^，；。增提下降上超差\d]{0,15}?)?(?:(?:平均每年|每年平均)(?:增加|增长|递增)?)?(?:年?平均)?(?:约|近|大约)?"
)
# What was reached and is built upon: 在去年增产三亿斤的基础上.
_ON_BASIS = re.compile(r"[^，。；\d]{0,4}的?基础上")
_NOW_BASE = re.compile(r"(?:比(?:现有|原有|原来|现在|过去)|现行)的?$")
# What grows from what is now does so in time to come: 要比现在增加两倍.
_GROWN = frozenset({"growth", "avg_growth", "multiple"})
# What is so by now, after a year that is over was named: 1950年有九所，现在已有三十所.
_BY_NOW = late(r"[，；](?:到)?(?:现在|目前|如今|眼下)(?![的起]|期)")
# A change that starts from what is now, whatever year was named before: 由目前的百分之十提高到….
_FROM_NOW = re.compile(r"[由从](?:目前|现在|当前|现有)的?[^，。；]{0,6}$")
# A change that starts inside the year spoken of: 由一季度下降9%转为全年增长3%.
_IN_YEAR = re.compile(
    r"[由从](?:今年)?(?:[一二三1-3]季度|上半年|年中|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|底|末)?)的?[^，。；、\d]{0,6}$"
)
# A growth told again after both its ends: 即增加一倍多.
_AGAIN = re.compile(r"(?:即|也|就|共|净)?(?:增加|增长|提高|上升)")
_OF_A_THING = late(r"[^，。；的\d]{1,6}的(?=[约近超]?[\d一二两三四五六七八九十])")
_FAR_MORE = re.compile(r"[^，。；\d]{1,4}得多")
# What the deeds of a run of years add up to: 连续五年减税，累计减税9亿元、降费8亿元.
_SUM_OF_RUN = late(r"[^，。；]*，累计[^，。；]*")
_EQUAL_BEFORE = re.compile(r"(?:是|为|等于|相当于|达|达到|占|复[到至]|[只仅]及|不到|不足)$")


# A time with so much of its clause before it has the subject before it.
_SUBJECT = 2
_LEADS = tuple("在于的到至由从自")
# A year to come holds for the rest of the paragraph where it stands at a sentence's head.
_HEAD = 4
# What a run of years is told of one quantity alone: 今年安排七亿元，五年共三十九亿元；….
_OF_ONE = re.compile(r"(?:合计|共计|累计|总共|一共|共|平均|净[增减]|增长|增加|翻)")


# A clause that goes on with the quantity of the one before: 五年增长75%，达到9亿元; 五年共投入9亿元，其中地方6亿元.
_SAME_ONE = late(
    r"其中|也?[比较占同]|(?:年均|平均|每年|人均|共|累计|实际|分别|约|为|是|即|相当于|增|减|降|升|提高|达|突破|超)"
    r"|[^，。；]?[\d一二三四五六七八九十百千万]"
)

# What a plan sets for a year holds for what is held against it: 超过计划所定1957年指标9%；手工业为1亿元.
_OF_A_PLAN = re.compile(r"(?:所定|规定|规定的)$")
# What is so by now, after the year that it is held against: 1952年是41个，现在增加到64个.
_NOW_SO = re.compile(
    r"，而?(?:现在|目前|如今)(?:已经?)?(?:增|达|发展|扩大|上升|提高|减|下降|降|是|为|有|占|超过|不到|不足|只|仅)"
)
# Where a quantity stands in the last of the years: 五年投入27亿元，去年达到8亿元；….
_COME_TO = late(
    r"(?<=[，、])(?:去年|上年)[底末]?(?:已|更是|则)?(?:达|增|升|降|突破|超过?|提高|为|是|占|扩大|上升|下降|回落|减)"
)
# A growth told after both levels, the later one first: 1956年为102元，1952年是83元，增加22%.
_MORE_THAN = late(r"(?:即|约|也就是)?(?:增加|增长|提高|上升|减少|下降|降低)了?(?:约|近)?")
# The thing that a value counts, before its time.
_COUNTED_THEN = late(r"的?[^，。；、：\d的比较]{1,12}")
# … or of all of that, in a clause of its own: 计划安排的9个项目，今年要全部完工.
_ALL_THEN = re.compile(r"[内要将]*(?:争取|确保|力争)?(?:全部|都)")


_PART_MARK = re.compile("；")


def first_from(found: Sequence[Mention | Value], position: int) -> int:
    """Give the index of the first of what was found in order that begins at or behind a position."""
    return bisect_left(found, position, key=attrgetter("start"))


class Walk:
    """A walk through a sentence: mentions of time are met, values are placed, in order."""

    def __init__(
        self, sentence: str, clauses: tuple[Clause, ...], clock: Clock, span: Years | None = None
    ) -> None:
        self._sentence = sentence
        self._span = span
        self._clauses = clauses
        self._clock = clock
        self._setting: Mention | None = None
        self._setting_until = len(sentence)
        self._base: Mention | None = None
        self._base_until = 0
        self._base_alone = False
        self._start: Mention | None = None
        self._streak: Mention | None = None
        self._earlier: Mention | None = None
        self._last: Value | None = None
        self._parts: list[int] | None = None

    def _part_end(self, position: int) -> int:
        """Give where ； ends the part of the sentence that a position lies in, -1 where none does."""
        place = bisect_left(self._part_marks(), position)
        return self._part_marks()[place] if place < len(self._part_marks()) else -1

    def _part_begin(self, position: int) -> int:
        """Give where ； begins the part of the sentence that a position lies in, -1 where none does."""
        place = bisect_left(self._part_marks(), position)
        return self._part_marks()[place - 1] if place else -1

    def _part_marks(self) -> list[int]:
        if self._parts is None:
            self._parts = [mark.start() for mark in _PART_MARK.finditer(self._sentence)]
        return self._parts

    def meet(self, mention: Mention, values: list[Value]) -> None:
        """Take note of a mention; a base holds in its clause, or further where it stands by itself."""
        if mention.kind == "setting":
            moved = self._setting is not None and self._setting.last != mention.last
            if moved or (self._setting is None and not self._base_alone):
                self._base = None
            self._earlier, self._setting = self._setting, mention
            self._setting_until = self._reach(mention, values)
        elif mention.kind == "streak":
            self._streak = mention
        elif mention.kind == "base":
            end = self._clause(mention.start).end
            within = range(first_from(values, mention.end), first_from(values, end))
            self._base_alone = all(values[place].skip for place in within)
            self._base = self._against_setting(mention)
            # What is counted from the year before, or held against a year (是2015年的4倍), is so by itself.
            lasting = self._base_alone or (mention.rule != "relative" and not self._equals(mention))
            self._base_until = len(self._sentence) if lasting else end
        elif mention.kind == "from":
            self._start, self._base = self._against_setting(mention), None

    def _reach(self, mention: Mention, values: list[Value]) -> int:
        """Give how far a time holds: one told of a single quantity, not beyond what is told of that.

        Nor does one told of the values before it (压缩到100天，2020年在全国铺开；…).
        """
        stretch = self._part_end(mention.end)
        begin = self._part_begin(mention.start)
        last = first_from(values, stretch) - 1
        while last >= 0 and values[last].skip and values[last].start > begin:
            last -= 1
        if last >= 0 and begin < values[last].start < mention.start:
            return stretch
        if mention.rule == "single" and _OF_A_PLAN.search(
            self._sentence, max(0, mention.start - 3), mention.start
        ):
            return stretch if stretch >= 0 else len(self._sentence)
        near = mention.end, mention.end + REACH
        now = _NOW_SO.search(self._sentence, *near) if mention.rule == "single" else None
        if now:
            return now.start()
        if YEAR_BEFORE.match(self._sentence, max(0, mention.start - 1)):
            return self._clause(mention.start).end
        if stretch >= 0 and mention.rule == "relative" and self._is_latest(mention, values):
            return stretch
        stop = self._end_alone(mention, values)
        return stop if stop >= 0 else len(self._sentence)

    def _is_latest(self, mention: Mention, values: list[Value]) -> bool:
        """Say whether 去年 only tells where the quantity of the years under review has come to (五年增长8%，去年达到9亿元)."""
        told = self._span is not None and bool(values) and values[0].tail <= mention.start
        return told and _COME_TO.match(self._sentence, mention.start) is not None

    def _end_alone(self, mention: Mention, values: list[Value]) -> int:
        """Give where a time ends in which a single quantity was summed or grew; -1 where it is none, or nothing follows."""
        if self._is_aside(mention):
            return self._next_told(mention, values)
        alone = mention.rule == "run" and mention.start > _HEAD and _OF_ONE.match(self._sentence, mention.end)
        if not alone:
            return -1
        if alone[0] == "翻":
            return self._sentence.find("，", mention.end, mention.end + REACH)
        # What the passage speaks of anyway needs no new word for what comes next.
        if mention.years == self._span:
            return self._part_end(mention.end)
        return self._next_told(mention, values)

    def _is_aside(self, mention: Mention) -> bool:
        """Say whether a year stands inside a predicate, of the years told at the sentence's head (两年来，…投资2024年下降)."""
        head, inside = self._earlier, mention.start - self._clause(mention.start).start >= _SUBJECT
        led = self._sentence.startswith(_LEADS, mention.start - 1)
        if not head or not inside or led or mention.rule != "single" or head.first == head.last:
            return False
        return head.start <= _HEAD and head.first <= mention.first and mention.last <= head.last

    def _next_told(self, mention: Mention, values: list[Value]) -> int:
        """Give where a clause behind a mention's own first tells of something else; -1 where none does."""
        behind = first_from(values, mention.end + 1)
        for value in islice(values, behind, None):
            clause = self._clause(value.start)
            told = clause.start > mention.end and not value.skip
            if told and (
                clause.opener in "；;" or not _SAME_ONE.match(self._sentence, clause.start, value.start + 1)
            ):
                return clause.start
        return -1

    def _equals(self, base: Mention) -> bool:
        return _EQUAL_BEFORE.search(self._sentence, max(0, base.start - 3), base.start) is not None

    def _against_setting(self, base: Mention) -> Mention:
        """Count 上年 from the year spoken of, not from the report's."""
        if base.rule != "relative" or not base.words.startswith(("上", "前一年")):
            return base
        told = self._setting.first if self._setting else self._year_before()
        if told is None or (not self._setting and told > base.last):
            return base
        year = told - 1
        return replace(base, first=year, last=year)

    def _year_before(self) -> int | None:
        """Give the single year that the sentences before have set."""
        years = self._clock.years
        return years[0] if years and years[0] == years[1] else None

    def place(self, value: Value, change: str, behind: Mention | None) -> Place:
        """Say what the words so far tell of the time of ``value``, or the mention right behind what it counts."""
        found = self._place(value, change)
        told = behind and not found.near and not change
        if behind and told and (self._is_told_behind(value, behind) or self._is_where(value, behind)):
            found = Place(behind.years, mention=behind, near=True)
        self._last = value
        return found

    def _place(self, value: Value, change: str) -> Place:
        base_now = value.measure not in _GROWN and _NOW_BASE.search(
            self._sentence, max(0, value.head - 5), value.head
        )
        if base_now:
            return Place(past=True)
        in_year = change == "start" and first_told(_IN_YEAR, self._sentence, value.start)
        if change == "start" and not in_year:
            return self._place_start(value)
        if self._base and self._is_of_base(value, self._base):
            return Place(self._base.years, mention=self._base, near=True, past=True)
        clause = self._clause(value.start)
        told = self._setting if value.start < self._setting_until else self._earlier
        setting = self._streak if self._streak and self._runs_on(self._streak, clause, value) else told
        if setting and setting.start < clause.start and self._only_says_which(setting):
            setting = None
        if setting and setting.rule == "single" and setting.start < clause.start:
            now = _BY_NOW.search(self._sentence, max(setting.end, within_reach(value.start)), value.start)
            setting = None if now else setting
        found = Place(closing=change == "end")
        if (later := self._later_of_two(value, clause)) and self._setting:
            return Place(later.years, self._setting.years, later, near=True)
        if setting:
            found.years, found.mention = setting.years, setting
            found.near = setting.start >= clause.start
            found.gap = self._last is not None and self._last.start > setting.end and not found.near
        elif first_told(joined_pattern("tenses", "now"), self._sentence, value.start):
            found.now = True
        elif self._clock.years:
            grows = (
                value.measure in {"growth", "avg_growth"} and self._clock.base is None and self._base is None
            )
            found.years = (grows and self._clock.span) or self._clock.years
        if change != "end" and value.measure != "rank":
            found.base = self._base_for(value, clause)
        return found

    def _later_of_two(self, value: Value, clause: Clause) -> Mention | None:
        """Give the year named before the last where a value tells how much more there was then, than in the last."""
        later, setting = self._earlier, self._setting
        if not (later and setting) or value.measure not in {"growth", "change"}:
            return None
        backward = later.rule == setting.rule == "single" and setting.last < later.first
        told = backward and _MORE_THAN.fullmatch(self._sentence, clause.start, value.start)
        return later if told else None

    def _is_told_behind(self, value: Value, behind: Mention) -> bool:
        """Say whether a year stands between what a value counts and what is said of it: 六成社区今年建起中心."""
        told = behind.kind == "setting" and behind.rule == "relative" and value.measure == "level"
        every = self._sentence.startswith("，", behind.start - 1) and _ALL_THEN.match(
            self._sentence, behind.end
        )
        stop = behind.start - (1 if every else 0)
        return told and _COUNTED_THEN.fullmatch(self._sentence, value.tail, stop) is not None

    def _is_where(self, value: Value, behind: Mention) -> bool:
        """Say whether a value only tells where something is done in the year named next: 在占三成的县，1990年前普及…."""
        clause = self._clause(value.start)
        place = self._sentence.startswith("在", clause.start) and value.unit == "%"
        return (
            place and behind.kind == "setting" and behind.rule == "single" and behind.start == clause.end + 1
        )

    def _runs_on(self, streak: Mention, clause: Clause, value: Value) -> bool:
        """Say whether a run of years (连续五年) holds for a value: in its clause, or for a sum of money in the next."""
        if streak.start >= clause.start:
            return True
        summed = value.unit.endswith("元") and value.measure == "level"
        return summed and _SUM_OF_RUN.fullmatch(self._sentence, streak.end, value.start) is not None

    def _only_says_which(self, setting: Mention) -> bool:
        """Say whether a year that is over only says which things are meant: 去年签约的38个项目."""
        return setting.words[:1] in "去上前" and _OF_A_THING.match(self._sentence, setting.end) is not None

    def _clause(self, position: int) -> Clause:
        return self._clauses[clause_at(self._clauses, position)]

    def _place_start(self, value: Value) -> Place:
        if first_told(_FROM_NOW, self._sentence, value.start):
            return Place(past=True)
        own = self._setting and self._sentence[self._setting.end : value.start] in {"的", "末的"}
        # What several years are counted from is no start: 较前五年增长38%，…由22家增加到37家.
        base = (
            None
            if self._base and (self._base.rule == "run" or self._is_left(self._base, value))
            else self._base
        )
        for named in (self._setting if own else self._start, base):
            if named:
                return Place(named.years, mention=named, past=True)
        if self._clock.start and not self._setting:
            last = self._clock.start[1]
            return Place((last, last), past=True)
        setting = self._setting
        if setting and setting.first < setting.last:
            year = setting.first if self._starts_in(setting) else setting.first - 1
            return Place((year, year), mention=setting, past=True)
        return Place(past=True)

    def _is_left(self, base: Mention, value: Value) -> bool:
        """Say whether 上年 was only what a value before was counted from: 比上年增长17%；位次由第15位上升到第9位."""
        between = self._sentence[base.end : value.start]
        last = self._last is not None and self._last.start > base.end
        return (
            base.rule == "relative" and base.kind == "base" and last and ("；" in between or "，" in between)
        )

    def _starts_in(self, pair: Mention) -> bool:
        """Say whether a change starts in the first year of two (从1978年到1982年), not before it (2019年至2023年)."""
        return pair.rule == "pair" and (
            "到" in pair.words or self._sentence.endswith(("从", "自"), 0, pair.start)
        )

    def _base_for(self, value: Value, clause: Clause) -> Years | None:
        if self._base and value.start < self._base_until:
            return self._base.years
        if self._start and self._setting and self._setting.start > self._start.start:
            return self._start.years if self._setting.first == self._setting.last else None
        if self._earlier and self._setting and _AGAIN.match(self._sentence, clause.start):
            return self._earlier.years if self._earlier.last < self._setting.first else None
        return self._clock.base if self._setting is None else None

    def _is_of_base(self, value: Value, base: Mention) -> bool:
        on_it = base.start >= self._clause(value.start).start < value.start > base.end
        if on_it and _ON_BASIS.match(self._sentence, value.tail):
            return True
        between = self._sentence[base.end : value.start]
        named = not between and self._sentence.startswith("的", value.tail)  # 低于上年8%的涨幅
        own = value.measure in {"level", "avg_growth"} or between == "的" or named
        if not own or value.unit == "倍" or value.start < base.end:
            return False
        if self._equals(base):
            return False
        return bool(_BASE_OF.fullmatch(self._sentence, base.end, value.start))


def find_places(
    sentence: str,
    values: list[Value],
    changes: list[str],
    mentions: list[Mention],
    clauses: tuple[Clause, ...],
    clock: Clock,
    span: Years | None = None,
) -> list[Place]:
    """Give what the words of a sentence say about the time of each of its values (nothing for those with ``skip``).

    Args:
        sentence: the clean sentence.
        values: its values, in order.
        changes: which of them start or end a change.
        mentions: its mentions of time, in order.
        clauses: its clauses.
        clock: what the sentences before left.
        span: years that the passage as a whole speaks of.
    """
    walk, places, met = Walk(sentence, clauses, clock, span), [], 0
    for value, change in zip(values, changes, strict=True):
        while met < len(mentions) and mentions[met].start < value.start:
            walk.meet(mentions[met], values)
            met += 1
        behind = mentions[met] if met < len(mentions) else None
        places.append(Place() if value.skip else walk.place(value, change, behind))
    return places


# A year before the one under review holds on where it stands near the head and names no day of a month.
_NEAR_HEAD = 14
_MONTH = late(r"[\d一二三四五六七八九十]{1,3}月")
# A year looked back on for a whole paragraph: 过去一年，…; 在刚刚过去的1987年，….
_LOOKS_BACK = re.compile(r"[^，]{0,3}过去的?(?:一|这一|[12一])")
# A plan of so many years more than one has stages of five.
_LONG_PLAN = 9
_FIVE = 5
# What a report that puts forward a plan begins with.
_PUTS_PLAN = re.compile(r"关于[^，。；]{0,30}计划[^，。；]{0,8}的报告")
# A time that something is only preparing for: 为第七个五年计划期间奠定基础.
_FOR_LATER = re.compile(r"，(?:并且?|也|以)?为$")
# A season holds for its own sentence: 2023—2024雪季接待游客9万人次.
_OF_SEASON = re.compile(SEASON)
# A half of a run of years is so only of what is told of both halves: 前五年为9吨，后五年为12吨.
_HALF = re.compile(r"[前后][^，]{1,3}年$")
# A base that stands by itself: 1986年同1978年相比，….
_ALONE = re.compile(r"(?:相比较?|比较|相对照)?[，；]")
# A sentence that ends so lists what follows, or goes on below.
_LISTS_BELOW = frozenset("：:")
_GOES_ON_BELOW = _LISTS_BELOW | set("；;")
# A sentence that begins so speaks on of what the one before spoke of.
_GOES_ON = re.compile(
    r"其中|其他|其余|此外|同期|在这[些个]|这[一二两三四五六七八九十]+(?:部分|项|笔|类)|已[^，。；：]{1,8}的(?:主要|项目)?(?:有|是)"
)
_GOES_ON_FIRST = frozenset("其此同在这已")
_LISTED = late(r"[^，。；]{1,24}[：:]|[（(][一二三四五六七八九十\d]+[)）]")


def hand_over(clock: Clock, sentence: str, *, opens: bool) -> None:
    """Forget what does not hold for a sentence.

    Args:
        clock: what the sentences before left; updated.
        sentence: the sentence to come.
        opens: whether it opens a paragraph.
    """
    clock.opens = opens
    if opens:
        clock.spoken = clock.stage = None
    clock.planning = clock.planning or ("关于" in sentence and _PUTS_PLAN.search(sentence) is not None)
    if clock.listing and opens:
        clock.listing = clock.joined or _LISTED.match(sentence) is not None
    if clock.listing or (not opens and sentence[:1] in _GOES_ON_FIRST and _GOES_ON.match(sentence)):
        return
    clock.base = None
    if opens or not clock.lasting:
        clock.years = clock.span = clock.start = None


def end(clock: Clock, sentence: str) -> None:
    """Note how a sentence ends; a list of what is told of the times set may follow."""
    ending = sentence[-1:]
    clock.joined = ending in _GOES_ON_BELOW
    clock.listing = clock.listing or (clock.years is not None and ending in _LISTS_BELOW)


def _term(mentions: list[Mention], era: Era) -> Years | None:
    """Give the years within which something is to be done from a named one on: 从1956年开始，在十二年内."""
    for since, run in pairwise(mentions):
        inside = run.rule == "run" and run.words.endswith(("内", "里"))
        if inside and since.rule == "single" and since.first == run.first <= era.done < run.last:
            return run.years
    return None


def remember(clock: Clock, sentence: str, mentions: list[Mention], era: Era) -> None:
    """Keep the times that a sentence named, as far as they hold for the next ones of its paragraph."""
    if not mentions:
        return
    settings = [
        mention
        for mention in mentions
        if mention.kind == "setting"
        and (era.ahead or mention.last <= era.goal)
        and not (mention.rule == "run" and mention.start > _NEAR_HEAD and not era.ahead)
        and not (mention.rule == "run" and sentence.startswith("了", mention.start - 1))
        and not (
            sentence.endswith("为", 0, mention.start) and first_told(_FOR_LATER, sentence, mention.start)
        )
        and not _OF_SEASON.match(sentence, mention.end)
        and not (_HALF.match(mention.words) and not era.ahead)
    ]
    bases = [
        mention
        for mention in mentions
        if mention.kind in {"base", "from"} and not _is_of_times(sentence, mention)
    ]
    clock.stage = _stage(settings, era) or clock.stage
    clock.term = _term(mentions, era) or clock.term
    # What is spoken of in years to come is so in a paragraph that began by looking back too.
    ahead = [mention for mention in mentions if mention.rule == "run" and mention.first == era.goal]
    spans = [mention.years for mention in (*settings, *ahead) if mention.first < mention.last]
    clock.spoken = next(iter(spans), None) or _counted_on(settings, bases) or clock.spoken
    if settings and _spans_review(settings[-1], bases, era):
        clock.years = clock.base = clock.span = clock.start = None
        clock.lasting = False
    elif settings:
        last = settings[-1]
        clock.years = last.years
        clock.base = clock.start = bases[-1].years if bases else None
        since = bases[-1].last + 1 if bases else last.last + 1
        # What is counted from before the years spoken of is so counted by itself.
        old = era.span is not None and since < era.span[0]
        clock.span = (since, last.last) if since <= last.last and not old else None
        if last.rule == "pair":
            clock.span, clock.start = last.years, (last.first, last.first)
        clock.lasting = last.rule == "pair" or any(_holds_on(sentence, base, last) for base in bases)
        if last.last == era.done and _LOOKS_BACK.match(sentence, max(0, last.start - 3)):
            clock.lasting = era.ahead or era.span is not None
        if last.rule == BEGUN or (_looks_back_from_now(last, era) and clock.opens):
            clock.lasting = True
        if last.rule == "single" and last.last < era.done and not era.ahead:
            clock.lasting = last.start <= _NEAR_HEAD and not _MONTH.match(sentence, last.end)
        if era.ahead and last.last >= era.goal:
            beyond = era.span is not None and last.last > era.span[1] and not clock.opens
            begins = last.first == last.last and sentence.startswith(("起", "开始"), last.end)
            clock.lasting = era.span is not None and last.start <= _HEAD and not (beyond or begins)


def _stage(settings: list[Mention], era: Era) -> Years | None:
    """Give the part of a plan of ten years and more that a sentence last spoke of: its first five years, or all."""
    whole = era.whole or era.span
    if not (era.ahead and whole) or whole[1] - whole[0] < _LONG_PLAN:
        return None
    ends = {whole[0] + _FIVE - 1, whole[1]}
    last = next((mention.last for mention in reversed(settings) if mention.last in ends), None)
    return (whole[0], last) if last else None


def _looks_back_from_now(run: Mention, era: Era) -> bool:
    """Say whether a run of years at a sentence's head leads up to now: “十五五”规划实施三年来."""
    told = run.rule == "run" and run.words.endswith("来") and run.start <= _NEAR_HEAD
    return told and run.last == era.done


def _counted_on(settings: list[Mention], bases: list[Mention]) -> Years | None:
    """Give the years between one that is held against another, and that: 2024年同2014年相比; None where none is."""
    held = next((base for base in bases if base.rule == "single"), None)
    years = (held.last + 1, settings[-1].last) if held and settings else (0, 0)
    return years if years[0] < years[1] else None


def _holds_on(sentence: str, base: Mention, last: Mention) -> bool:
    """Say whether what is counted from is so for the sentences after too: not where one figure is (比1984年少5斤)."""
    alone = base.kind == "from" or _ALONE.match(sentence, base.end) is not None
    return base.rule != "relative" and (alone or base.last + 1 == last.first)


def _is_of_times(sentence: str, base: Mention) -> bool:
    """Say whether a base is one that a single size is held against (是2010年的4倍), or no figure (比1931年大得多)."""
    held = _EQUAL_BEFORE.search(sentence, max(0, base.start - 3), base.start)
    return held is not None or _FAR_MORE.match(sentence, base.end) is not None


def _spans_review(last: Mention, bases: list[Mention], era: Era) -> bool:
    """Say whether a sentence only told both ends of the years under review, which the passage speaks of anyway."""
    if era.span is None or era.ahead or last.last != era.span[1]:
        return False
    before = era.span[0] - 1
    return bases[-1].last == before if bases else last.first in {before, era.span[0]}
