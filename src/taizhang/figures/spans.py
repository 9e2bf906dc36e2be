"""Spans: one year or several, where a passage or the words allow both."""

import re
from dataclasses import dataclass

from taizhang.figures.contexts import SPRING_SESSIONS
from taizhang.figures.mentions import Era
from taizhang.figures.periods import Place, Years
from taizhang.figures.values import FOLD, Value
from taizhang.figures.worded import MARKS_PASSED
from taizhang.figures.wording import leading_verbs
from taizhang.lexicon.late import late
from taizhang.lexicon.tables import joined_pattern, toml_table

AGAINST_LAST_YEAR = "against the year before"
SPAN_OF_REVIEW = "span of the review"
HELD_AGAINST = "held against a year"
_YEARLY = re.compile(r"年均(?!汇率)|平均每年|每年平均|每年(?!的)|逐年")
_AVERAGE = late(r"年平均(?!汇率|浓度|气温|水位)|年均(?!汇率|浓度|气温|水位|值)|平均每年|^平均(?=人口)")
# What was made or moved in a mean year of those looked back on; a mean rate of pay is the last year's.
_MEAN_FLOW = re.compile(
    r"(?:年平均|年均|平均每年|每年平均)[^，。；]{0,8}?(?:[产销运出进造耗用]量|产值|总?额|投资|支出|利润|利税|出口|进口)(?:[由从]|$)"
)
# A level told as the mean of the years: 九年平均, 死亡率平均控制在7‰以内.
_OVER_YEARS = late(
    r"(?:[两三四五六七八九十]|\d)年平均|平均(?:要|应|须|将|可|必须|力争)?(?:控制|保持|稳定|维持)在"
)
_LAST_YEAR = late(
    r"同比|[比较](?:上年|去年|年初|上半年)|比上一年|全年|(?<![\d〇零○一二三四五六七八九])年末|[上下]半年|季度|(?:\d{1,2}|[一二三四五六七八九十])月(?:份|底|末)"
    r"|\d{1,2}[—–\-－~至到]\d{1,2}月"
)
# What a change within the year starts from: 由一季度下降9%转为全年增长3%.
_IN_YEAR = late(
    r"[由从](?:年初|年中|第?[一二三]季度|上半年|(?:\d{1,2}|[一二三四五六七八九十])月(?:份|底|末)?)"
)
_HELD = late(r"(?:保持|稳定|维持|控制)在")
_KEPT = late(r"保持|稳定|维持")
# A state told of all the years that are looked back on: 始终保持在3万亿元以上, 每年都控制在3%以内, 从未超过60%.
_ALL_ALONG = re.compile(
    r"(?:始终(?:没有|未)|从(?:没有|未)|各年都?(?:没有|未))[^，。；、\d]{0,3}(?:突破|超过|高于|低于|跌破)|(?:始终|一直|连年|每年(?:都|均)?|各年(?:都|均)|(?<!稳中)总体)[^，。；、\d]{0,3}(?:保持|稳定|维持|控制|低于|高于|不低于|不高于|按不超过)"
)
# What was added over the years is of them all (比五年前增加9亿元), a rate that rose is of the end (较2020年提高2岁).
_GREW = re.compile(r"[增减]")
# … and what a clause before is held against says nothing of a rate told after it.
_COMPARES = re.compile(r"[比较]")
_JOINTS = frozenset("、和")
# A share that rose or fell to what it is belongs to the end, also where it is one of flows: 占投资的比重提高到6%.
_MOVED_TO = late(r"(?:压缩|压减|缩短|提高|上升|提升|升|下降|降低|降|增加|增)[到至为]|达到")
# A state that all of the counted things are in: 20个行政村全部通….
_ALL = re.compile(
    r"[^，。；、]{2,12}(?:全部|均(?![衡匀值等])|都)(?!完成|实施|脱贫|出列|摘帽|清零|退出|投产|投运|投用|建成(?=$|[，。；、]|投)|开工|通车|竣工|交付|完工)"
)
# … among which so many are told: 在9万个企业中，
_AMONG = re.compile(r"在(?:近|约|超过)?[^，。；在]{2,40}(?<!其)中$")
# … whom a lasting arrangement reaches: 医疗保险制度惠及4亿居民;
_REACHES = re.compile(r"(?:制度|义务教育|保险|生活补助).{0,8}(?:惠及|受益)")
# … or that so many are in or open by now: 已有9个县普及了高中, 已与9个国家签署协定, 已通车90公里.
_HAVING = re.compile(
    r"(?:(?:已经?|还|尚|仍)有|已经?(?:通车|通航|投入运营)|(?:^|，)(?:我国|中国)?已经?[与同])(?:近|约|超过)?$"
)
# What is of all the years even where it is told as a share or a size: 工业投资占投资总额比重, 电站建设总规模.
_OF_FLOWS = late(
    r"投资占|支出占|经费占|占[^占]*(?:投资|支出)比重|建设(?:总)?规模|建设单位|(?:用于|投向)[^占]*的比重$"
)
# The share of what came in over the years that was dealt with.
_SHARE_DONE = re.compile(r"(?:办结|办复|答复)率$")
# What a work will give when it is done is of the end: 全部建成后的年产能力.
_WHEN_DONE = re.compile(r"全部建成后")
# What will be reached within years: 使产值五年内达到500亿元.
_WITHIN = re.compile(r"年(?:之)?内(?:将|要|可|力争)?(?:达到|增加到|提高到|上升到|发展到)$")
# What became of counted things and is so since: 198项高频政务服务事项实现跨境通办.
_STANDING = re.compile(
    r"[^，。；、]{2,20}(?:实现[^，。；]{0,6}(?:通办|掌上|网办|联办|覆盖|直达|互认|联通)|落地见效|成型起势|上榜|加快打造)"
)
# How many there are after what was added to them: 新增企业2家，达到7家; 新增公路9公里、通车里程达80公里.
_SO_MANY_NOW = re.compile(
    r"[，、]?(?:累计|目前|现已|已|其)?(?:力争|努力|争取|确保|预计|将)*(?:[^，、。；\d]{0,6}(?:总量|总数|总里程|通车里程|运营里程|总规模|保有量|存量|余额)累?计?)?"
    r"(?:达到?|突破|超过?|增至|增加到)"
)
# Places of which something has been so since: 三百个城市建立了最低生活保障制度.
_SINCE_SO = late(
    r"(?:基本)?(?:建立|普及|开展|实行|实施|推行|设立|开通|用上)[^，。；]{2,}的(?:[^，。；的]{0,4}城市|县|市县|省|省份|省、自治区、直辖市|乡|乡镇|村|行政村|地区)"
)
# … also told by where it has spread to: 试点已在9个省展开.
_IN_PLACES = re.compile(r"(?<![现正])在(?:全国|全省|全市)?(?:近|约|超过)?$")
_SPREAD = late(
    r"[^，。；、]{0,4}(?:省|市|县|区|城市|乡|镇|村|企业|学校|社区|自治州|州)(?:（[^）]*）|、[^，。；、]{1,4}[省市区县州]|、直辖市)*"
    r"(?:全面|顺利|相继|陆续|普遍|成功|先行)*(?:展开|实施|推开|铺开|推行|开展|试行|推广|落地|普及|铺展)"
)
# Trade is told by the year, its sum over the years with a word of its own: 出口900亿美元, but 五年累计出口4000亿美元.
_EXPORTS = re.compile(r"^[^，]{0,14}(?<!进)(?<!累计)[出进]口$")
# What is spent in the course of a plan: 固定资产投资总额计划为3600亿元.
_SPENT = re.compile(r"(?:投资|投资总?额|经费|拨款|支出)$")
# Older plans list the works of all their years: 铁路新线铺轨3100公里, 电力投产5200万千瓦.
_WORKS = late(
    r"^(?:计划|继续)?(?:续建|建设|建成|开垦|改善)|(?:铺轨|复线|电气化|新建[^，]{1,10}|新开工(?:规模)?|投产(?:规模)?)$"
)
_TOGETHER = re.compile(
    r"(?<!公)共(?!有|同|建|享)[^，。；]{0,4}$|(?:^|[，、])共(?!有|同|享|产|和|青|赢|识|性|计|建(?![设成]))"
)
_IN_ALL = re.compile(r"(?<!公)共(?=[^，。；、]{2,14}$)")
# What was done to so many one after another: 先后有9万人领到补助.
_ONE_BY_ONE = re.compile(r"先后|相继|陆续")
# … unless it is told as a deed done up to now: 累计安排资金9亿元.
_DONE_UP_TO_NOW = late(r"累计(?:安排|投入|下达|拨付|落实|争取)")
# Money that flows from year to year, so that its sum is the sum of the years under review.
_FLOWS = late(r"(?:收入|支出|投资|投入|外资|进出口(?:总?额|总值)?)$")
_ADDED = re.compile(r"新增|新建|新设|净增")
# Verbs before a count of what is so, not of what was done: 运行航线75条.
_BEING = late(
    r"(?:运行|运营|参加|参与|服务(?!客户|企业|群众)|覆盖|辐射|通达|储备|集聚|汇聚|监测|涉及|养殖|普及|上市|加入|脱贫(?=[县村户地人群]))"
)
# Who did it stands before the verb of a deed: 国家发行债券, 中央财政安排资金.
_BODY = re.compile(
    r"^(?:国家|国务院|全国|(?:中央|地方|各级|省级|市级)(?:政府|财政|机关)?)(?=(?:发行|安排|投入|拨付|拨出|下达|精简|减免|兑付|清理|取消))"
)
_ADDED_SUM = re.compile(r"新增|净增")
# Deeds that go on from year to year of a plan; what is built up (培育, 打造) is there at its end.
_DONE_OVER_YEARS = re.compile(
    r"(?:重点|抓紧|继续|加快|着力|大力|再|将)*(?:新建|新改建|改建|扩建|续建|建成|建设|兴建|修建|改造|完成|启动|实施|治理|开垦|开工|攻克|铺设|营造|造林|修复)+(?![率者的用])"
)
_WEAK = frozenset({"超", "超过", "突破"})
# From this year on, what is so "now" in a report of the year's beginning is what the year before left.
_MODERN = 2000
_SHARES = frozenset({"%", "‰", ":1"})
_MOVES = frozenset({"growth", "avg_growth", "multiple", "change"})


@dataclass
class Case:
    """One value in its place.

    Attributes:
        value: the value.
        indicator: what it measures.
        place: what the words say of its time.
        lead: words of its clause before it, from the value before on.
        rest: words of its clause after it, to the next value.
        cumulative: whether 累计 stands before it in its clause.
        role: role of the value.
        part: role of the part of the report.
        era: what the passage says about time.
        befell: whether it tells what befell the place, or who came to see it.
    """

    value: Value
    indicator: str
    place: Place
    lead: str
    rest: str
    cumulative: bool
    role: str
    part: str
    era: Era
    befell: bool = False


def find_years(case: Case) -> tuple[Years, str]:
    """Give the years that a value speaks of, and the rule."""
    place, era, part = case.place, case.era, case.part
    years = _usable(place, case.role, era)
    if years and place.mention and place.mention.rule == "streak":
        return _streak(case, years)
    if years:
        return _named(case, years)
    if place.past:
        return (
            ((era.done, era.done), "earlier in the year")
            if _IN_YEAR.search(case.lead)
            else _before(part, era)
        )
    if case.role == "target":
        return _goal(case)
    if part == "review_term" and era.span:
        return _reviewed(case, era.span)
    around = era.ahead and case.role == "context" and era.year < _MODERN
    if place.now and (era.year < SPRING_SESSIONS or around or era.begun):
        return (era.year, era.year), "now"
    if era.begun and era.ahead:
        return (era.year, era.year), "so in the months gone by"
    return (era.done, era.done), "year under review"


def _usable(place: Place, role: str, era: Era) -> Years | None:
    """Give the years that the words name, without what cannot be: a result of years to come.

    What is wanted does not speak of a year that is over and was named in an earlier sentence.
    """
    if role == "target" and place.years and place.mention is None and place.years[1] < era.goal:
        return None
    if place.years is None or role != "actual" or place.years[1] <= era.goal:
        return place.years
    first = place.years[0]
    return (first, era.done) if place.near and first <= era.done else None


def _streak(case: Case, years: Years) -> tuple[Years, str]:
    kept = case.value.measure == "level" and _KEPT.search(case.lead)
    summed = case.cumulative or _YEARLY.search(case.lead)
    if kept or summed or case.value.measure in {"growth", "avg_growth"}:
        return years, "all along a run of years"
    return (years[1], years[1]), "end of a run of years"


def _named(case: Case, years: Years) -> tuple[Years, str]:
    value, place, era = case.value, case.place, case.era
    first, last = years
    if place.past:
        return years, "named year"
    if first < last:
        if _is_held_against(case):
            return (last, last), HELD_AGAINST
        if case.role == "target" and value.measure == "multiple":
            return (last, last), "end of the named years"
        if case.role == "target" and _WITHIN.search(case.lead):
            return (last, last), "end of the named years"
        if _WHEN_DONE.search(case.lead) or (_HAVING.search(case.lead) and _is_state(value)):
            return (last, last), "end of the named years"
        averaged = value.measure == "level" and (
            _AVERAGE.search(case.indicator)
            or _OVER_YEARS.search(case.lead)
            or _ALL_ALONG.search(case.lead)
            or _held(case)
        )
        carried = place.mention is None and joined_pattern("tenses", "reached").search(value.verb)
        sure = not place.gap and not carried and not (case.role == "target" and value.unit in _SHARES)
        if (
            averaged
            or value.measure == "avg_growth"
            or (not place.closing and _lasts(case, sure=sure, default=True))
        ):
            return years, "named years"
        return (last, last), "end of the named years"
    in_review = case.part == "review_term"
    plan = era.span if case.part == "plan" and case.role == "target" else None
    if plan and last == plan[1] and _adds_up(case):
        return plan, "cumulative growth of the plan"
    if value.measure == "avg_growth" or (value.measure == "level" and _YEARLY.search(case.lead)):
        if place.base:
            return (place.base[1] + 1, last), "from the base on"
        if case.role == "target" and last > era.goal:
            # An amount a year to a year behind the plan is so until then; a growth is the plan's own.
            own = value.measure == "avg_growth" or (era.span is not None and last <= era.span[1])
            planned = era.span if era.span and own and not _is_stage(last, era) else (era.goal, last)
            if value.measure == "avg_growth" and not era.span:
                planned = _plan_ending(last, era) or planned
            return planned, "until the named year"
        if era.span and era.span[1] == last and in_review:
            return era.span, SPAN_OF_REVIEW
    together = place.mention and not place.near and _TOGETHER.search(case.lead)
    if in_review and era.span and era.span[1] == last and together:
        return era.span, SPAN_OF_REVIEW
    if in_review and (since := _since_base(case, last)):
        return since, "from the base on"
    return years, "named year"


def _since_base(case: Case, last: int) -> Years | None:
    """Give the years of a growth that is counted from a year under review: 比2023年增长5% of the years 2021-2025."""
    base, span = case.place.base, case.era.span
    if case.value.measure != "growth" or not base or not span:
        return None
    return (base[1] + 1, last) if span[0] <= base[1] < last - 1 else None


def _plan_ending(last: int, era: Era) -> Years | None:
    """Give the five-year plan under way that ends in a year: what grows by the year up to its end is the plan's own."""
    plans: list[list[int]] = toml_table("terms")["plans"].values()
    return next(((first, end) for first, end in plans if end == last and first < era.goal), None)


def _is_stage(last: int, era: Era) -> bool:
    """Say whether a year ends the first five years of a plan of ten."""
    return era.span is not None and last == era.span[0] + 4 < era.span[1]


def _is_state(value: Value) -> bool:
    """Say whether a value may be a state: how often something was done (93万人次) adds up."""
    return value.measure == "level" and not value.unit.endswith("次")


def _held(case: Case) -> bool:
    """Say whether a state was held through years counted in its own clause: 五年赤字率控制在3%以内."""
    counted = case.place.near and case.place.mention and case.place.mention.rule == "run"
    return bool(counted and case.role == "actual" and _HELD.search(case.lead))


def _adds_up(case: Case) -> bool:
    """Say whether a target of a plan's last year adds up over all its years: none is named in its own clause."""
    if case.value.measure == "growth" and "累计" in case.lead:
        return True
    added = _is_added(case)
    moves = case.value.measure in {"growth", "change"}
    return bool(moves or added or _spends(case)) and not (case.place.near or case.place.base)


def _is_added(case: Case) -> bool:
    """Say whether a count adds up over the years of a plan: what is new, or done (改造中低产田2亿亩)."""
    if case.value.measure != "level" or case.value.unit in _SHARES:
        return False
    reached = joined_pattern("tenses", "reached").search(case.value.verb)
    done = _DONE_OVER_YEARS.match(case.indicator) and not reached
    built = case.era.year < _MODERN and not reached and _WORKS.search(case.indicator)
    return bool(done or built) or _ADDED_SUM.search(case.indicator) is not None


def _spends(case: Case) -> bool:
    """Say whether a value is money spent in the course of years: 综合交通完成投资9000亿元."""
    money = case.value.measure == "level" and case.value.unit.endswith("元")
    return money and _SPENT.search(case.indicator) is not None


_LOOKING_BACK = frozenset({"review", "review_term", "problems", "acknowledgements"})


def _before(part: str, era: Era) -> tuple[Years, str]:
    if part == "review_term" and era.span:
        year = era.span[0] - 1
    else:
        year = era.done - (1 if part in _LOOKING_BACK else 0)
    return (year, year), "before the change"


def _goal(case: Case) -> tuple[Years, str]:
    span, measure = case.era.span, case.value.measure
    spoken = case.era.spoken
    if case.part != "plan" or not span:
        if measure == "avg_growth" and spoken and spoken[0] <= case.era.goal < spoken[1]:
            return spoken, "years spoken of"  # 五年安置3200万人…，工资每年增长3%
        return (case.era.goal, case.era.goal), "year to plan for"
    yearly = measure == "level" and _YEARLY.search(case.lead)
    doubles = measure == "multiple" and not case.place.base and _doubles(case.value)
    grows = (measure in ("growth", "change") and not _LAST_YEAR.search(case.lead)) or doubles
    # 累计建成农田9亿亩 is how much there is at the end
    added = _is_added(case) and not (case.cumulative and not _ADDED_SUM.search(case.indicator))
    if yearly or grows or added or _spends(case) or measure == "avg_growth":
        return span, "span of the plan"
    return (span[1], span[1]), "end of the plan"


def _reviewed(case: Case, span: Years) -> tuple[Years, str]:
    measure, last = case.value.measure, (span[1], span[1])
    if measure == "level" and case.cumulative and not _ADDED_SUM.search(case.indicator):
        flows = case.value.unit.endswith("元") and _FLOWS.search(case.indicator)
        if flows and not _DONE_UP_TO_NOW.match(case.lead):
            return span, SPAN_OF_REVIEW
        if not case.lead.endswith("累计"):
            return last, "cumulative"
    told_at_end = measure in {"level", "multiple"} or (measure == "change" and not _YEARLY.search(case.lead))
    if told_at_end and case.role == "context" and not case.befell:
        return last, "end of the review"
    if measure == "level" and (_ALL_ALONG.search(case.lead) or _MEAN_FLOW.search(case.indicator)):
        return span, "all along the review"
    reached = not case.value.unit.endswith("次") and _REACHES.search(case.indicator)
    if measure == "level" and (reached or _HAVING.search(case.lead) or _AMONG.match(case.lead + case.rest)):
        return last, "state of now"
    if measure == "level" and _SINCE_SO.fullmatch(case.indicator):
        return last, "state of places"
    if measure == "level" and (_ALL.match(case.rest) or _STANDING.match(case.rest)):
        return last, "state of all"
    if measure == "level" and _IN_PLACES.search(case.lead) and _SPREAD.match(case.rest):
        return last, "state of places"
    if case.value.unit.endswith("元") and _EXPORTS.search(case.indicator):
        return last, "flow of the last year"
    if measure == "avg_growth" and case.place.base:
        return (case.place.base[1] + 1, span[1]), "from the base on"
    if counted := _since_base(case, span[1]):
        return counted, "from the base on"
    base = case.place.base
    old = base and base[1] < span[0] - 1
    since = base == (span[0] - 1, span[0] - 1) and _GREW.search(case.value.verb)
    held = measure == "change" and base and (_COMPARES.search(case.lead) or case.lead in _JOINTS)
    if case.place.closing or (held and not since) or old:
        return last, "end of the change"
    if _is_held_against(case):
        return last, HELD_AGAINST
    moved_to = case.value.verb != "达到" and _MOVED_TO.fullmatch(case.value.verb)
    if measure == "level" and moved_to:
        return last, "end of the change"
    if measure in _MOVES and _LAST_YEAR.search(case.lead):
        return last, AGAINST_LAST_YEAR
    if _lasts(case, sure=False, default=False):
        return span, SPAN_OF_REVIEW
    return last, "end of the review"


def _doubles(value: Value) -> bool:
    """Say whether a multiple is a growth told by a word of its own (翻一番, 减半), not the size of another (4倍)."""
    return value.unit == "倍" and any(reason.rule == FOLD for reason in value.why)


def _is_held_against(case: Case) -> bool:
    """Say whether a size is told as so many times that of one year: 为1990年的4.2倍, 是五年前的7倍."""
    base = case.place.base
    single = base is not None and base[0] == base[1]
    return single and case.value.measure == "multiple" and not _doubles(case.value)


def _lasts(case: Case, *, sure: bool, default: bool) -> bool:
    """Say whether a value belongs to a whole stretch of years rather than to its last one.

    Growth and deeds belong to the stretch, states to its end; with ``sure`` the words name the stretch for
    this very value, so that only a clear state belongs to the end; ``default`` is for what is neither.
    """
    if case.value.measure in _MOVES:
        return True
    if case.value.measure == "rank":
        return False
    if case.befell or (
        case.value.unit == "次" and (leading_verbs(case.indicator) or "成功" in case.indicator + case.rest)
    ):
        return True
    target = case.role == "target" and case.value.unit in _SHARES
    moved_to = (case.place.gap or target) and _MOVED_TO.search(case.value.verb)
    if default and _OF_FLOWS.search(case.indicator) and not moved_to:
        return True
    if _YEARLY.search(case.lead) or _TOGETHER.search(case.lead) or MARKS_PASSED.match(case.rest):
        return True
    if case.value.measure == "level" and _did_together(case.lead):
        return True
    if case.role == "actual" and _SHARE_DONE.search(case.indicator):
        return True
    if not (case.rest or case.place.near) and _SO_MANY_NOW.fullmatch(case.lead):
        return False
    if case.value.unit in _SHARES and not (sure or default):
        return False
    indicator = _BODY.sub("", case.indicator)
    reached = joined_pattern("tenses", "reached").search(_ending(case))
    stock = joined_pattern("tenses", "stock").search(indicator)
    deed = joined_pattern("tenses", "deed").search(indicator or case.lead)
    if sure:
        return deed is not None or not (stock and reached)
    if (deed and (deed.start() == 0 or _ADDED.search(indicator))) or (not stock and _is_done(indicator)):
        return True
    if deed and not stock and reached and reached.group() in _WEAK:
        return True
    if reached or stock:
        return False
    if case.value.measure == "level" and _ONE_BY_ONE.search(case.lead):
        return True
    return default or deed is not None or joined_pattern("tenses", "deed").search(case.rest) is not None


def _did_together(lead: str) -> bool:
    """Say whether so many things were done in all: 各级机关共精简机构90个."""
    told = _IN_ALL.search(lead)
    rest = lead[told.end() :] if told else ""
    return bool(leading_verbs(rest)) or joined_pattern("tenses", "deed").match(rest) is not None


def _ending(case: Case) -> str:
    """Give the verb of a value; where it is a mere 到 or 至, with what stands before it (扩容至)."""
    verb = case.value.verb
    return verb if verb and verb not in {"到", "至"} else case.lead[-4:]


def _is_done(indicator: str) -> bool:
    """Say whether an indicator begins with the verb of something done (补充耕地), not of something that is so."""
    return bool(leading_verbs(indicator)) and not _BEING.match(indicator)
