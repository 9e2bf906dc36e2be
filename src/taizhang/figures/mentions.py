"""Mentions of time: which words of a sentence name years, and whether as a setting or as a base."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from taizhang.lexicon.late import late
from taizhang.lexicon.numerals import integer
from taizhang.lexicon.tables import joined_pattern, toml_table
from taizhang.lexicon.words import alternation


@dataclass(frozen=True)
class Era:
    """What a sentence's place says about time.

    Attributes:
        year: year of the report.
        done: last year that it looks back on: the year before, or its own where it is given late in the year.
        span: years that the passage as a whole speaks of, None where it is a single year.
        ahead: whether the passage speaks of the time to come.
        planning: whether the report as a whole puts forward a plan.
        spoken: span of years that the paragraph has named; a bare 五年内 may mean it.
        begun: whether the report is given so late in its year that it tells of the months gone by.
        term: years from a named one on within which a programme is to be carried out (从1956年开始，在十二年内).
        whole: years of the whole plan, where ``span`` is only the stage of it that the paragraph speaks of.
    """

    year: int
    done: int
    span: tuple[int, int] | None
    ahead: bool
    planning: bool = False
    spoken: tuple[int, int] | None = None
    begun: bool = False
    whole: tuple[int, int] | None = None
    term: tuple[int, int] | None = None

    @property
    def goal(self) -> int:
        """First year that the report plans for."""
        return self.done + 1


@dataclass
class Mention:
    """Words that name a year or a span of years.

    Attributes:
        start: first position of the words in the sentence.
        end: one past the last.
        first: first year.
        last: last year; the same as ``first`` for a single year.
        kind: ``setting`` (the time spoken of), ``base`` (what is compared with), ``from`` (the start of a
            change: 由1978年的…) or ``streak`` (连续五年).
        rule: which kind of words it was.
        words: the words.
    """

    start: int
    end: int
    first: int
    last: int
    kind: str
    rule: str
    words: str

    @property
    def years(self) -> tuple[int, int]:
        """First and last year."""
        return self.first, self.last


_Years = tuple[int, int]

BEGUN = "months of this year"
_YEAR = r"(?:[12]\d{3}|[一二][八九〇○零0][〇○零0一二三四五六七八九]{2})"
# What stands between the first and the last of some years: 从今年起到2030年.
_UP_TO = frozenset({"到", "至", "起到", "起至", "开始到", "开始至"})
_COUNT = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
# Seasons that begin in one year and end in the next: 2023—2024雪季.
SEASON = "雪季|榨季|采暖季|供暖季|采暖期|供暖期|冰雪季"
_TO = rf"(?:[—–\-－~～―]{{1,3}}|到|至|、|和(?={_YEAR}年?(?:这|的)?两年))"


@cache
def _pattern() -> re.Pattern[str]:
    eras = toml_table("eras")
    named, since, relative = (alternation(eras[table]) for table in ("named", "since", "relative"))
    firsts = "".join(sorted({words[0] for table in eras.values() for words in table}))
    return re.compile(
        rf"""
        (?=[\d一二两三四五六七八九十“"第连今未几下以此往过近最这上前头刚在同本{firsts}])(?!\d++[.%万亿元,])(?:
        (?=[\d一二两三四五六七八九十“"第])(?:(?P<congress>第?(?P<congress_number>[一二三四五六七八九十]{{1,3}})届全国人大(?:(?P<session>[一二三四五])次会议)?(?:以来|以后))|
        (?=[12一二])(?:(?P<pair>(?P<pair_first>{_YEAR})年?(?:底|末|初|度)?{_TO}
            (?P<pair_last>{_YEAR})(?:年(?:底|末|度)?(?:(?:这|的)?(?P<pair_count>{_COUNT})年)?|(?:这|的)?{_COUNT}年|(?={SEASON}))
            (?:间|中|内|里|期间)?)
        |(?P<before>(?P<before_year>{_YEAR})年以?前的?(?P<before_count>{_COUNT})年)
        |(?P<single>(?P<single_year>{_YEAR})(?:年|(?=比))(?:底|末|初|度)?(?P<single_since>以来|起)?))
        |(?P<plan>(?:[“"]?(?P<plan_short>十?[一二三四五六七八九十]五)(?:[”"](?!普法)|(?=时期|期间|计划|规划|末))
                 |第(?P<plan_long>[一二三四五六七八九十]{{1,3}})个五年(?=计划|规划|时期))
            (?:计划|规划)?(?:时期|期间)?
            (?P<plan_suffix>末期?|期末|的?(?P<plan_side>[前头后])(?P<plan_count>{_COUNT})年)?)
        |(?P<decade>(?P<decade_tens>[二三四五六七八九2-9])[十0]年代(?P<decade_part>初期?|末期?|中期|后期|前期)?))
        |(?P<named>“?(?P<named_words>{named})”?(?:以?前的?(?P<named_count>{_COUNT})年)?)
        |(?P<since>(?P<since_words>{since})(?:以来|以后|后))
        |(?P<relative>(?<![界际史目提础士])(?:{relative})(?!结余|结转|超收))
        |(?=[连这几近在此同])(?:(?P<streak>连续(?P<streak_count>{_COUNT})个?年)
        |(?P<term>(?<!前)(?:这几年|几年来|近几年来?)(?:来|间|中)?)
        |(?P<then>(?:在此|此|同一?|这一?)期间|同一时期))
        |(?=[这本下上二2])(?P<century>(?:这个|本|下个?|上个?|二十一?|2[01])世纪的?(?P<century_side>最后|后|头|前)的?(?P<century_count>{_COUNT})年)
        |(?P<run>(?:(?P<run_side>今后|未来|下一?个?|以后|此后|往后|(?<=[比较超])以前|过去|近|最近|这|此前|上一?个?|(?<![学提此])前|头|(?<=[，；中、])后|刚刚过去)的?这?)?
            (?P<run_count>{_COUNT})个?多?年(?:(?:左右)?的?(?=时间))?
            (?P<run_suffix>前(?=[增提多下减翻扩高的])|多?来|以来|期间|时间|间|中|内|里|之内|当中)?))
        """,
        re.VERBOSE,
    )


@cache
def _telling() -> re.Pattern[str]:
    """Give what every mention without 年 or 五 has one of: a stretch, a session, a season, a name of the lexicon."""
    eras = toml_table("eras")
    told = ["期间", "人大以", "次会议以", *SEASON.split("|"), *eras["named"], *eras["since"]]
    return re.compile(alternation(words for words in told if "年" not in words and "五" not in words))


# A bare 五年 is a time only where an adverbial may stand, and no name of a campaign follows.
_OPEN = re.compile(
    r"(?:^|[，。；：、！？（“\s,;:]|仅|在|经过|用|这|过|我国|全国|全省|全市|全区|我们|财政|额|量|值|于|以来(?:的|这|，)?)$"
)
_SUMMED = re.compile(
    r"累计|合计|共计|总计|共(?!同|建|享|有制)|总共|翻一?番|覆盖(?!率|面)|支出|投入|用于|安排|新增|新建|完成|建成|开工|投产|增长|增加|减少|下降|改造|净增|净减|扩招|压减|造林|大约"
)
# … or where it only tells how long something went on: 产量徘徊了五年，同期人口增加90万.
_PAUSES = ("，", "；", "、")
_RECORD_AFTER = re.compile(r"，?(?:的?首|的?最|新高|新低|未有|少有|罕见|一遇|的?第一)")
_NO_RUN = re.compile(
    r"[^，。；\d]{0,6}(?:发展|远景|长远)规划|行动|计划|规划|方案|任务|攻坚|工程|专项|倍增|制|期|级|前|后|左右|以上|以下|之久|一遇|过渡|高|新高|义务|整|一"
)
_BASE_BEFORE = re.compile(
    r"(?:比(?<![占之对同]比)|比较|较之?|相当于|等于|超过|高于|低于|快于|慢于|多于)(?:我国|全国)?[在到“]?$"
    r"|比[^，。；比]{0,10}(?:原定|规定|预计|计划)的?$|比(?<![占之对同]比)(?![重例率较])[^，。；比\d]{1,8}的$"
)
# The whole of a share, not its own time: 占改革开放以来总额的一半.
_WHOLE_SINCE = re.compile("的?(?:总额|总数|总量|投资|全部|总和)")
_BASE_PAIRED = re.compile(r"[同与和跟](?:[^，。；、同与和]{1,10}的)?“?$")
_PAIR_AFTER = re.compile(r"[^，。；]{0,8}?(?:相比|比较|对比|持平|比，)")
_BASE_EQUAL = re.compile(r"(?:是|为|达|达到|占|恢复[到至]|相当于|[只仅]及|不到|不足)$")
_TIMES_AFTER = re.compile(
    r"(?:的|[\d一二三四五六七八九十]+年的?)?(?:总和|之和)(?!的)|(?:总和|同期|全年|底|末)?的[^，。；]{1,12}?[倍％%成]|的百分之"
)
_BASIS_AFTER = re.compile(
    r"[^，。；]{0,30}?(?:基础上|基数上|实际数额?|为基数|为基期|为(?:一百|100)(?!分之|个百分|[\d.零〇一二三四五六七八九十百千万亿多余个家%％]))"
)
# … that a figure tells: 在前三年减少90项的基础上.
_BASIS_OF_FIGURE = late(r"[^，。；]*?(?:分之|\d)[^，。；]*基础上")
_KEPT_BEFORE = re.compile(
    r"(?:保持|维持|控制|稳定|冻结|压缩|恢复|达到|接近|高于|低于|超过|相当于|略高于|略低于)(?:了|在|到)?$"
)
_KEPT_AFTER = re.compile(r"(?:同期)?的?(?:实际|最高)?水平")
# What year's things something is done for says nothing of when: 对2022年的新港，追加投资9亿元.
_THINGS_THEN = late(r"的[^，。；、\d]{2,10}，")
# What years of work have brought is of now: 经过三十多年特别是近十年的努力，全省拥有渔企9万家.
_BY_WORK = re.compile(r"(?:经过|通过|特别是)$")
_OF_WORK = re.compile(r"(?:，?(?:特别|尤其)是[^，。；]{2,10})?的?(?:建设|努力|奋斗|发展|实践|探索|改革)")
# A plan that is only drawn up: 编制“十五五”规划.
_DRAWS_UP = re.compile(r"(?:编制|制定|起草|编好|谋划)好?(?:实施)?$")
# … also one of a region or a field: 出台渔业振兴“十五五”规划.
_DRAWS_UP_FIELD = re.compile(
    r"(?:编制|制定|起草|出台|印发|发布)(?:完成|和|并|了|好)?(?:实施)?[^，。；：、\d]{2,12}[“\"]?$"
)
# … or whose works are counted: 90项“十五五”规划重大工程.
_SO_MANY_OF = re.compile(r"[\d多余][项个件][“\"]?$")
_ITS_WORKS = late(r"[”\"]?(?:规划|计划)?(?:纲要)?(?:重大|重点|标志性|骨干)*(?:工程|项目)")
# … or only told of by its goals, or by the year that it runs to: “十四五”规划有3项指标未达预期, 制定2030年前碳达峰方案.
_HAS_GOALS = re.compile(r"(?:规划)?有(?=[\d一二三四五六七八九十]+项(?:主要|约束性|预期性)?指标)")
_SCHEME = late(r"以?前[^，。；]{2,16}(?:方案|规划|计划)")
_A_PLAN = re.compile(r"[”\"]?(?:发展)?(?:规划|计划)?(?:[和及]|[，。；、]|$)")
# A year only says which figure of a plan is meant: 超过计划所定一九五七年的指标.
_PLAN_SETS = re.compile(r"(?:所定|规定|规定的|确定的|所定的|预定)$")
_PLAN_SET = late(r"的?(?:计划)?(?:指标|水平|任务|计划数|产量|数字)(?!的?(?:百分之|[\d一二三四五六七八九十]))")
# A year whose prices are counted in: 按一九九○年价格计算.
_PRICES = re.compile(r"的?(?:不变|可比|现行)?价(?!值)")
# A year only called the first or last of a plan: 今年是“十五五”开局之年, 实现“十五五”良好开局.
_FIRST_OF = re.compile(
    r"”?(?:规划|计划)?(?:的)?(?:(?:良好|圆满|胜利|成功|顺利|精彩)*(?:开局|起步|收官)|第一年|最后一年|首年|关键之年)"
)
_IS_A_YEAR = re.compile(r"是[^，。；]{2,24}(?:之年|一年|周年|开局年|关键年)")
# A year that only stands in the name of a plan or programme: 2030年前碳达峰行动方案.
_IN_TITLE = re.compile(
    r"前(?!完成|建成|实现|全面|基本)[^，。；、\d]{2,12}(?:方案|规划|计划|纲要|路线图)|远景目标(?:纲要|规划)"
)
# … but not where a figure of this year follows: 今年是“十五五”开局之年，产值计划增长5%.
_SHARE_AFTER = re.compile(r"(?:计划|预期|预计|安排|目标)[^。]{0,12}(?:增长|降低|下降|提高)(?:百分之|\d)")
# Since when things were made that something is now done to: 1949年以来3200件规章的清理.
_OF_THINGS = re.compile(
    r"(?:以来)?(?<=以来)[\d一二三四五六七八九十百千]+[万多余]*[件项部个][^，。；的]{2,12}的(?:清理|修订|审查|整治)"
)
# … or until when: 改造2000年底前建成的老旧小区, 2005年以前注册的车辆.
_MADE_BEFORE = late(
    r"[以之]?前(?:已经?)?(?:注册|登记|建成|建设|修建|兴建|建造|投产|投运|开工|竣工|立项|出厂|签订|形成|出生|参加|退休|入伍|毕业|成立|批准|建)"
    r"[^，。；、\d的]{0,6}的(?=[^，。；、\d的]{2}|[\d一二三四五六七八九十百千])"
)
_SET_IN = re.compile(
    r"(?:规划)?期内?统筹|[”\"]?(?:批复|提出)的"
    r"|[”\"]?(?:规划|计划)?(?:纲要)?所?(?:确定|规定|明确|设定|提出)的(?=[\d一二三四五六七八九十])"
    r"|[”\"]?[^，。；、\d]{0,10}计划安排的(?=[\d一二三四五六七八九十])"
)
# … or of which only the tasks are meant: 完成“十四五”易地搬迁规划建设任务.
_COMPLETES = re.compile(r"(?:完成|推进|落实|做好|抓好|实施|推动|建设|谋划|启动)[“\"]?$")
_ITS_TASKS = re.compile(
    r"[”\"]?(?![期时]|以来)[^，。；、\d]{0,16}任务|”?(?:规划|计划)?(?:重大|重点|标志性)+(?:工程|项目)(?:建设)?(?=[，。；、])"
)
# What is told of the whole of a year to come: 全年可减税9亿元.
_TO_COME = late("可|将|要|力争|计划|预计")
# A bound that another year's amount sets, by whose part or size alone: 控制在上年收入的5%以内, 不少于去年的9万人.
_BOUND_BEFORE = re.compile(
    r"(?:不(?:得|应|能)?(?:少于|低于|超过|高于|多于)|(?:严格)?(?:控制|限制)在|(?<!占)(?:达到|保持在|稳定在))$"
)
_BOUND_AFTER = late(r"的(?:百分之|[\d一二三四五六七八九十])|[^，。；、\d]{2,14}的(?:百分之|\d[\d.]*%)")
_OF_AFTER = re.compile(r"(?:预计|计划|实际|原有)?(?:的|(?=百分之|\d(?!\d?月)))")
# An amount that a change starts from, a few words after its year: 由上年亏损3亿元转为….
_FROM_AMOUNT = late(
    r"[^，。；、到至起开后以比\d]{0,10}?(?:百分之|[\d一二三四五六七八九十百千]+(?![\d一二三四五六七八九十年月日]))"
    r"[^，。；]{0,20}?[高升加长降少大展缩跃涨增减变转小]了?(?:到|至|为)"
)
# In a part that plans, a run of years is over where the words say so: 在连续两年增长6%的基础上, 已经连续三年.
_RUN_OVER = late(r"已经?连续|连续[^，。；]{1,24}(?:基础上|之后|以后)")
YEAR_BEFORE = re.compile(r"[，、]上年(?:同期|则)?(?:仅|只|为|是|增长|下降|上涨|减少|增加)")
"""Words before what was so in the year before the one told of: 利润增长9%，上年仅增长3%."""
# A day from which years are counted: 从一九九四年一月一日起…，两年来….
_FROM_DAY = re.compile(r"(?:[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}日)?)(?:起|开始)")
# A year, or the end of one, from which years are counted: 从2024年开始，在九年内…; 从2023年冬季开始，…，两年….
_BEGINS = re.compile(r"(?:开始|起)，?在?")
_SEASON_ON = re.compile(r"[秋冬][季天]?(?:开始|起|以来)")
_FROM_BEFORE = re.compile(r"(?:由|从|自)$")
# The second of two years that a change starts from: 由1988年的9%、1989年的8%降到3%.
_FROM_ROW = late(r"[由从][12一二][^，。；、年]{3}年[^，。；、]{2,20}[、和]$")
# What was done in the years before, and then in the year under review: 在前三年减少90项的基础上，去年又减少9项.
_THEN_LAST = re.compile(r"基础上，(?:去年|上年|一年来|全年)")
_TWO_COUNTS = re.compile(r"[一二两三四五六七八]([二两三四五六七八九])")
_BACK_SIDES = frozenset({"过去", "近", "最近", "上", "上个", "上一", "上一个", "前", "刚刚过去"})
_BACK_SUFFIXES = frozenset({"来", "多来", "以来"})
_AHEAD_SIDES = frozenset({"今后", "未来", "以后", "此后", "往后", "下", "下一", "下个", "下一个"})


def may_name_time(sentence: str) -> bool:
    """Say whether a sentence has what every mention of time has one of."""
    return "年" in sentence or "五" in sentence or _telling().search(sentence) is not None


def find_mentions(sentence: str, era: Era) -> list[Mention]:
    """Find the mentions of time of a sentence, in order.

    Args:
        sentence: the clean sentence.
        era: what its place says about time.
    """
    found: list[Mention] = []
    for match in _pattern().finditer(sentence):
        rule = match.lastgroup or ""
        years = _READERS[rule](match, era, _leant_on(found, match) if rule in _LEANING else None)
        if years is None or _is_aside(sentence, match) or _is_record(match, rule) or _is_level(match, rule):
            continue
        between = sentence[found[-1].end : match.start()] if found else ""
        if found and _joined(found[-1], years, between):
            last = found.pop()
            words = sentence[last.start : match.end()]
            found.append(Mention(last.start, match.end(), last.first, years[1], last.kind, "pair", words))
            continue
        kind = _kind(match, rule)
        told = any(mention.kind == "setting" for mention in found)
        if (
            kind in {"from", "base"}
            and match.group().startswith("上")
            and not (told or era.ahead or era.span)
        ):
            years = era.done - 1, era.done - 1
        if kind == "setting" and not era.ahead and YEAR_BEFORE.match(sentence, max(0, match.start() - 1)):
            years = era.done - 1, era.done - 1
        if kind == "base" and match.group() == "去年" and era.done == era.year and not told:
            # A report of the year's end that compares with 去年 tells of the year that ends.
            found.append(
                Mention(match.start(), match.start(), era.done, era.done, "setting", rule, match.group())
            )
        if (
            found
            and found[-1].kind == "base"
            and found[-1].end == match.start()
            and match["run_side"] in {"头", "前"}
        ):
            kind = "base"  # 等于解放以后头六年增加总数的1.2倍
        basis = kind == "base" and rule == "run" and _BASIS_AFTER.match(sentence, match.end())
        if basis and not _BASIS_OF_FIGURE.match(sentence, match.end()):
            continue
        found.append(Mention(match.start(), match.end(), *years, kind, rule, match.group()))
    return sorted([*found, *_months_gone(sentence, era)], key=lambda mention: mention.start)


def _months_gone(sentence: str, era: Era) -> list[Mention]:
    """Find what tells of the months gone by of the report's own year: 前4个月, 到4月底, 这次疫情."""
    if not era.begun or era.ahead:
        return []
    return [
        Mention(match.start(), match.end(), era.year, era.year, "setting", BEGUN, match.group())
        for match in joined_pattern("tenses", "begun").finditer(sentence)
    ]


def _leant_on(found: list[Mention], match: re.Match[str]) -> Mention | None:
    """Give the mention that one is counted from: the last as long as a bare 五年 of its sentence, else the last."""
    if not found:
        return None
    count = integer(match["run_count"] or "")
    spans = (mention for mention in reversed(found) if mention.last - mention.first + 1 == count)
    alike = next(spans, None) if count and count > 1 and not match["run_side"] else None
    return alike or found[-1]


def _joined(last: Mention, years: _Years, between: str) -> bool:
    """Say whether a mention ends a span that the last one began (1981年到本世纪末的二十年)."""
    if last.rule in {"single", "since"} and between in {"到", "至"}:
        return last.first < years[1]
    if last.words in {"今年", "明年"} and between in _UP_TO:
        return last.kind == "setting" and last.first < years[1]
    return last.rule == "pair" and between in {"的", ""} and years[1] - years[0] == last.last - last.first


def _is_record(match: re.Match[str], rule: str) -> bool:
    """Say whether years only praise a value (30年来首次, 1985年以来最高)."""
    return (
        rule in {"run", "since", "single"}
        and "来" in match.group()
        and bool(_RECORD_AFTER.match(match.string, match.end()))
    )


def _is_level(match: re.Match[str], rule: str) -> bool:
    """Say whether a time only names a level or a plan that something keeps to (保持了去年的水平)."""
    text = match.string
    if text.startswith("占", match.start() - 1) and _WHOLE_SINCE.match(text, match.end()):
        return True
    if rule == "plan" and _FIRST_OF.match(text, match.end()):
        return True
    if rule == "single" and (_OF_THINGS.match(text, match.end()) or _MADE_BEFORE.match(text, match.end())):
        return True
    if match.group() == "今年" and _IS_A_YEAR.match(text, match.end()):
        return _SHARE_AFTER.search(text, match.end()) is None
    if rule == "single" and _IN_TITLE.match(text, match.end()):
        return True
    if (rule == "plan" and _SET_IN.match(text, match.end())) or _PRICES.match(text, match.end()):
        return True
    before = text[max(0, match.start() - 5) : match.start()]
    if rule == "plan" and _DRAWS_UP.search(before) and _A_PLAN.match(text, match.end()):
        return True
    if rule == "plan" and _is_of_works(match):
        return True
    if rule == "plan" and _COMPLETES.search(before) and _ITS_TASKS.match(text, match.end()):
        return True
    if rule == "single" and _PLAN_SETS.search(before) and _PLAN_SET.match(text, match.end()):
        return True
    if rule == "single" and before.endswith("对") and _THINGS_THEN.match(text, match.end()):
        return True
    if rule == "run" and _OF_WORK.match(text, match.end()) and _BY_WORK.search(before):
        return True
    if rule == "relative" and _BOUND_BEFORE.search(before) and _BOUND_AFTER.match(text, match.end()):
        return True
    if rule == "plan" and _HAS_GOALS.match(text, match.end()):
        return True
    if rule == "single" and _DRAWS_UP.search(before) and _SCHEME.match(text, match.end()):
        return True
    return bool(_KEPT_BEFORE.search(before) and _KEPT_AFTER.match(text, match.end()))


def _is_of_works(match: re.Match[str]) -> bool:
    """Say whether a plan only names what was drawn up for a field, or works of it that are counted."""
    text, start, end = match.string, match.start(), match.end()
    if _SO_MANY_OF.search(text, max(0, start - 3), start) and _ITS_WORKS.match(text, end):
        return True
    drawn = _A_PLAN.match(text, end) and _DRAWS_UP_FIELD.search(text, max(0, start - 24), start)
    return bool(drawn)


def _is_aside(sentence: str, match: re.Match[str]) -> bool:
    """Say whether a mention stands in brackets, or a bare 三年 in quotes: it tells of nothing outside them."""
    quoted = sentence.rfind("“", max(0, match.start() - 14), match.start())
    if match.lastgroup == "run" and quoted >= 0 and "”" not in sentence[quoted : match.end()]:
        return True
    opened = max(sentence.rfind("（", 0, match.start()), sentence.rfind("(", 0, match.start()))
    return (
        opened >= 0
        and max(sentence.rfind("）", opened, match.start()), sentence.rfind(")", opened, match.start())) < 0
    )


def _kind(match: re.Match[str], rule: str) -> str:
    if rule == "streak":
        return rule
    text = match.string
    before, after = text[max(0, match.start() - 14) : match.start()], text[match.end() : match.end() + 24]
    if _BASE_BEFORE.search(before) or _BASIS_AFTER.match(after):
        return "base"
    if _BASE_PAIRED.search(before) and _PAIR_AFTER.match(after):
        return "base"
    if _is_equalled(match):
        return "base"
    former = rule == "run" and match["run_side"] == "前" and match["run_suffix"] is None
    starts = (
        rule in {"single", "relative", "plan", "decade"} or former or match.group().endswith("年前")
    ) and _FROM_BEFORE.search(before)
    if rule == "single" and text.startswith(("、", "和"), match.start() - 1):
        starts = _FROM_ROW.search(text, max(0, match.start() - 30), match.start())
    if starts and (_OF_AFTER.match(after) or _FROM_AMOUNT.match(text, match.end())):
        return "from"
    return "setting"


def _is_equalled(match: re.Match[str]) -> bool:
    """Say whether a size is told as so many times that of a time: 是五年前的7倍."""
    text = match.string
    equal = _BASE_EQUAL.search(text, max(0, match.start() - 14), match.start())
    return equal is not None and _TIMES_AFTER.match(text, match.end()) is not None


def _read_pair(match: re.Match[str], _era: Era, _last: Mention | None) -> _Years | None:
    """Read 1966年到1976年; where as many years are told as lie between (1965年到1976年11年中), the first is the base."""
    first, last = integer(match["pair_first"]), integer(match["pair_last"])
    if not first or not last or first >= last:
        return None
    return (first + 1 if integer(match["pair_count"] or "") == last - first > 1 else first), last


def _read_decade(match: re.Match[str], era: Era, _last: Mention | None) -> _Years | None:
    """Read 五十年代 of the century that is looked back on; 初, 中期 and 末 are single years of it."""
    tens = integer(match["decade_tens"])
    if not tens:
        return None
    first = era.year // 100 * 100 + 10 * tens
    if first > era.year + 10:
        first -= 100
    part = (match["decade_part"] or "")[:1]
    points = {"初": first, "中": first + 5, "末": first + 9}
    return (points[part], points[part]) if part in points else (first, first + 9)


def _read_century(match: re.Match[str], era: Era, _last: Mention | None) -> _Years | None:
    """Read 本世纪最后十年, 二十一世纪头二十年: a century's first or last years."""
    count, words = integer(match["century_count"]), match["century"]
    if not count:
        return None
    own = (era.year - 1) // 100
    told = {"二": 20 if "一" in words[:3] else 19, "2": int(words[1]) + 19 if words[0] == "2" else 0}
    century = told.get(words[0], own + {"下": 1, "上": -1}.get(words[0], 0))
    first, last = century * 100 + 1, century * 100 + 100
    return (first, first + count - 1) if match["century_side"] in "头前" else (last - count + 1, last)


def _read_before(match: re.Match[str], _era: Era, _last: Mention | None) -> _Years | None:
    year, count = integer(match["before_year"]), integer(match["before_count"])
    return (year - count + 1, year) if year and count else None


def _read_single(match: re.Match[str], era: Era, _last: Mention | None) -> _Years | None:
    year = integer(match["single_year"])
    if not year:
        return None
    if match["single_since"] == "以来" and year <= era.done:
        return year, era.done
    return year, year


def _read_plan(match: re.Match[str], era: Era, _last: Mention | None) -> _Years | None:
    years = toml_table("terms")["plans"].get(
        (match["plan_short"] or match["plan_long"]).removesuffix("五") or "五"
    )
    if match["plan_long"]:
        years = toml_table("terms")["plans"].get(match["plan_long"])
    if not years:
        return None
    first, last = years
    if match.string.startswith("以来", match.end()) and first <= era.done:
        return first, era.done
    count = integer(match["plan_count"] or "")
    if count:
        return (last - count + 1, last) if match["plan_side"] == "后" else (first, first + count - 1)
    return (last, last) if match["plan_suffix"] else (first, last)


def _read_named(match: re.Match[str], _era: Era, _last: Mention | None) -> _Years | None:
    first, last = toml_table("eras")["named"][match["named_words"]]
    count = integer(match["named_count"] or "")
    return (first - count, first - 1) if count else (first, last)


def _read_since(match: re.Match[str], era: Era, _last: Mention | None) -> _Years | None:
    year: int = toml_table("eras")["since"][match["since_words"]]
    return (year + 1, era.done) if year < era.done else None


def _read_congress(match: re.Match[str], era: Era, _last: Mention | None) -> _Years | None:
    """Read 七届全国人大以来: from the year of its first session on."""
    years = toml_table("terms")["congresses"].get(match["congress_number"])
    first = years[0] + (integer(match["session"] or "") or 1) - 1 if years else 0
    return (first, era.done) if years and first <= era.done else None


def _read_relative(match: re.Match[str], era: Era, last: Mention | None) -> _Years | None:
    words = match["relative"]
    if words == "全年":
        return _whole_year(match, last, era) if last else None
    if words.startswith("本年") and not era.ahead:
        year = last.last if last else era.done
        return year, year
    if "一年" in words:
        return era.done, era.done
    ahead = toml_table("eras")["relative"][words]
    return era.year + ahead[0], era.year + ahead[1]


def _whole_year(match: re.Match[str], last: Mention, era: Era) -> _Years | None:
    """Read 全年 where it brings back the year after other years: 实施“十五五”规划，全年开工9项."""
    years = (era.goal, era.goal) if era.ahead else (era.done, era.done)
    apart = last.kind == "setting" and "，" in match.string[last.end : match.start()]
    other = last.first < last.last or (era.ahead and _TO_COME.match(match.string, match.end()))
    return years if apart and other else None


def _read_streak(match: re.Match[str], era: Era, _last: Mention | None) -> _Years | None:
    count = integer(match["streak_count"])
    if not count or (era.ahead and not _RUN_OVER.search(match.string)):
        return None
    return era.done - count + 1, era.done


def _read_term(_match: re.Match[str], era: Era, _last: Mention | None) -> _Years | None:
    """Read 这几年: the years that the passage looks back on."""
    return era.span if era.span and era.span[1] <= era.done else None


def _read_then(_match: re.Match[str], era: Era, _last: Mention | None) -> _Years | None:
    """Read 在此期间: the span of years that the paragraph has named."""
    return era.spoken


def _halved(match: re.Match[str], count: int, era: Era) -> _Years | None:
    """Read 前五年 where the other half of twice as many years is told of too: 前五年为9吨，后五年为12吨."""
    behind = match.string.find(f"后{match['run_count']}年", match.end())
    wholes = (years for years in (era.spoken, era.span) if years)
    whole = next((years for years in wholes if years[1] - years[0] + 1 == 2 * count), None)
    return (whole[0], whole[0] + count - 1) if behind >= 0 and whole else None


def _run_from(match: re.Match[str], count: int, last: Mention, era: Era) -> _Years | None:
    """Read a run of ``count`` years by the time named before it: 前两年, 加上前四年完成的，五年合计."""
    side, text = match["run_side"], match.string
    if side in {"前", "头", "后"} and last.kind == "setting":
        length = last.last - last.first + 1
        if last.rule == "run" and last.first > era.done and length > count and last.words[:1] not in "前头后":
            return (
                (last.last - count + 1, last.last) if side == "后" else (last.first, last.first + count - 1)
            )
        if side == "后" and last.last - last.first + 1 == count and last.words[:1] in "前头":
            return last.last + 1, last.last + count
    if side == "后":
        return None
    if side is None and last.kind != "base" and last.last - last.first + 1 == count:
        return last.years
    # 加上前四年完成的，五年合计
    if (
        side is None
        and last.rule == "run"
        and last.words.startswith(("前", "头"))
        and last.last - last.first + 2 == count
    ):
        return last.first, last.last + 1
    if side is None and last.first == last.last and _SEASON_ON.match(text, last.end):
        return None
    if side is None and last.first == last.last and _BEGINS.match(text, last.end):
        return last.first, last.first + count - 1
    if side is None and last.first == last.last and _FROM_DAY.match(text, last.end):
        return last.first, min(last.first + count - 1, max(era.done, last.first))
    if text[match.start() - 1 : match.start()] == "用" and last.first == last.last:
        begins = last.last <= era.done or text.startswith(("起", "开始"), last.end)
        return last.first, last.first + count - 1 if begins else last.last
    if side is None and last.kind == "from" and last.last + count <= era.done:
        return last.last + 1, last.last + count
    within = era.ahead and match["run_suffix"] in _INSIDE
    if side is None and last.kind != "base" and last.last <= era.done and not within:
        return last.last - count + 1, last.last
    return None


_INSIDE = frozenset({"内", "里", "之内"})


def _told_since(last: Mention | None, era: Era) -> int:
    """Give the first of the years that are spoken of: what is counted from 1984年 begins the year after."""
    if last:
        return last.last + 1 if last.kind == "base" else last.first
    return era.span[0] if era.span else era.goal


def _read_run(match: re.Match[str], era: Era, last: Mention | None) -> _Years | None:
    """Read 五年来, 今后五年, 前四年: counted from the report's year, or from the years named just before."""
    # 两三年, 七八年: the longer of the two.
    about = _TWO_COUNTS.fullmatch(match["run_count"])
    count = integer(about[1] if about else match["run_count"])
    side, suffix = match["run_side"], match["run_suffix"]
    if not count or count < 2 or count > 60:
        return None
    text = match.string
    if suffix == "前":
        looked = side is None and max(0, match.start() - 6)
        compared = looked is not False and (
            _BASE_BEFORE.search(text, looked, match.start())
            or _is_equalled(match)
            or text.startswith(("由", "从"), match.start() - 1)
        )
        return (era.done - count, era.done - count) if compared else None
    if not (side or suffix) and (
        not (
            _OPEN.search(text[max(0, match.start() - 3) : match.start()])
            or _SUMMED.match(text, match.end())
            or (text.startswith("了", match.start() - 1) and text.startswith(_PAUSES, match.end()))
        )
        or _NO_RUN.match(text, match.end())
    ):
        return None
    if side in _AHEAD_SIDES:
        return era.goal, era.goal + count - 1
    if side in {"以前", "此前"}:
        since = _told_since(last, era)
        return since - count, since - 1
    halves = _halved(match, count, era) if side == "前" and not suffix else None
    if halves:
        return halves
    named = _run_from(match, count, last, era) if last else None
    if named or side == "后":
        return named
    spoken = era.spoken if era.spoken and (era.ahead or era.spoken[0] > era.done) else None
    if side is None and spoken and spoken[1] - spoken[0] + 1 == count:
        return spoken
    if side is None and suffix in _INSIDE and era.term and era.term[1] - era.term[0] + 1 == count:
        return era.term
    if side == "前" and text.startswith(("由", "从"), match.start() - 1):
        began = (era.spoken or era.span or (era.done + 1,))[0]
        return began - count, began - 1  # 由前五年的48%提高到…
    if side in {"前", "头"} and era.ahead and era.span and count <= era.span[1] - era.span[0] + 1:
        return era.span[0], era.span[0] + count - 1
    if side in {"前", "此前"} and not era.span and not era.ahead and _THEN_LAST.search(text, match.end()):
        return era.done - count, era.done - 1
    if era.span:
        begin, end = era.span
        if side == "前" and _BASE_BEFORE.search(text, max(0, match.start() - 6), match.start()):
            return begin - count, begin - 1
        backward = suffix in _BACK_SUFFIXES or side in _BACK_SIDES
        if count == end - begin + 1 and (end <= era.done or not backward):
            return era.span
        if count == era.done - begin + 1:
            return begin, era.done
    if era.ahead and side in {None, "这"} and suffix in {None, "内", "里", "之内", "时间"}:
        return era.goal, era.goal + count - 1
    return era.done - count + 1, era.done


# What may be counted from the years named before.
_LEANING = frozenset({"relative", "run"})
_READERS: dict[str, Callable[[re.Match[str], Era, Mention | None], _Years | None]] = {
    "pair": _read_pair,
    "before": _read_before,
    "decade": _read_decade,
    "century": _read_century,
    "single": _read_single,
    "plan": _read_plan,
    "named": _read_named,
    "since": _read_since,
    "congress": _read_congress,
    "relative": _read_relative,
    "streak": _read_streak,
    "term": _read_term,
    "then": _read_then,
    "run": _read_run,
}
