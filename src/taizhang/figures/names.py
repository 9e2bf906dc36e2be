"""Numbers that are no figures of their own: dates, ordinals, names, thresholds, vague words."""

import re
from bisect import bisect_right
from itertools import pairwise
from string import ascii_letters

from taizhang.figures.clauses import CLAUSE_END, hide_enclosed
from taizhang.figures.expressions import Value
from taizhang.figures.numbers import Number
from taizhang.figures.worded import COUNTERS, DURATIONS, HELD, LISTED_REACH, MOVED_FROM, vague
from taizhang.lexicon.late import late
from taizhang.lexicon.tables import toml_table
from taizhang.lexicon.words import alternation

_TABLE = toml_table("nonfigures")
_UNITS = toml_table("units")


_DATE_UNITS = frozenset(_UNITS["units"]["date"])
_PRODUCT_UNITS = frozenset(_UNITS["rules"]["product"])
_COUNTS = frozenset(_UNITS["units"]["counters"] + _UNITS["units"]["counts"])
_QUOTED = re.compile(r"[“「『‘][^”」』’“。；]{0,14}[”」』’]")
_NAME_SIGNS = frozenset(f"{ascii_letters}+×/&.-")
_BEFORE_NAME = re.compile(r"[A-Za-z+×/&.]-?$|[A-Za-z]-$")
_AFTER_NAME = re.compile(r"[A-Za-z+×&]|[号版型]|[-—]\d|\.\d")
_LIST_HEAD = re.compile(rf"方面|[^，,。；;、]{{0,8}}?(?:{alternation(_TABLE['list_heads'])})")
# Goals of which it is told how many were met: 20项主要指标全部完成, 22项主要指标中，有19项….
_GOALS_MET = re.compile(
    r"主要指标(?:，其中(?:约束|预期)性指标\d|中，?(?:已|预计)?(?:有|[\d一二三四五六七八九十]+[项个])|全部|均|都|预计|，除[\d一二三四五六七八九十]+[项个]|，(?:已|预计)?有|，(?:已|预计)?[\d一二三四五六七八九十]+[项个](?!预期|约束|主要))"
)
_LIST_COLON = re.compile(r"[^，,。；;]{0,14}[：:](?:一是|一、|1\.|（一）)")
_THRESHOLD_AFTER = re.compile("|".join(_TABLE["threshold_after"]))
_OF_PEOPLE = re.compile(r"人(?:论坛|制)")
_THRESHOLD_BEFORE = re.compile(rf"(?:{alternation(_TABLE['threshold_before'])})$")
# A time that is shortened or grows: 由20天缩短到8天.
_SHORTENED = late(
    r"(?:、[\d.]+个?(?:工作日|小时|分钟|天|日))*[^，。；]{0,4}(?:缩短|压缩|压减|缩减|减少|减|降低?|增加?|提高|延长|提升|放宽)(?:到|至|为)"
)
_OF_THINGS = re.compile(r"的?(?![并但而])[^\W\d_]|的")
_THRESHOLD_UNIT = re.compile(rf"(?:{alternation(_TABLE['threshold_units'])})(?:/年)?$")
_LASTING = tuple(_TABLE["lasting"])
_FIGURE_VERBS = frozenset(_TABLE["figure_verbs"])
_DURATION_VERBS = frozenset(_TABLE["duration_verbs"])
_NUMBERED = re.compile(r"\s*[（(]?$")
_NUMBERED_AFTER = re.compile(r"[)）]|[.．、](?!\d)")
_PLACE_END = re.compile(
    r"[，,。；;、）)”]|$|[以并且和及]|强(?=[，。；、])|的(?=[，。；])|上升|跃升|提升|升至|升到|前移|跃居|跃至|晋升|提高|进位"
)
_PLACE_BEFORE = re.compile(
    r"(?:全国|西部|中西部|东部|中部|东北|西北|西南|华[东南中北]|京津冀|行业|全球|世界|全省|全区|全市|亚洲|国内|沿海|地区|省份|城市|长三角|居|列|排名?|升为"
    r"|升至|升到|升至?|[移进降退滑]至|保持|跃至|进入|位|到|名列|[百千]强[县区榜]?|[奖牌分]榜|[市省县区]中?|[列居国界省由从到至、]第[0-9一二三四五六七八九十]{1,2}位?[、和])$"
)
# … or among all of a kind: 居全国边境口岸第3位.
_PLACE_AMONG = late(
    r"(?:居|列|列在|排在?|位列|跻身|进入|迈入|挺进|保持)(?:全国|全省|全市|全球|世界|亚洲|西部|中部|东部)[^，。；、\d]{2,12}$"
)
# A place that others were reached from: 由1990年的第15位上升到第11位.
_PLACE_THEN = re.compile(
    r"[由从](?:(?:[12]\d{3}年|[一二][一二三四五六七八九〇○零]{3}年|上年|去年|前年|五年前)的)?$"
)
# A bound of what a rule holds for: 所得额不超过200万元的部分减半征收.
_BOUNDS = frozenset({">", ">=", "<", "<=", "range"})
_AGE_END = re.compile(r"[，,。；;、）)]|$|[和及与并]|提高|提升|上升|增加|增至|延长|放宽|到|以[上下]|左右")
# How long it is to a day to come: 距离…只有四百天.
_AWAY = late(r"(?:^|[，。；])距离?[^，。；]{2,}$")
# The share of people that is told of by what they are: 最富裕的百分之二十人口.
_MOST = re.compile(r"最[^，。；的]{1,4}的$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = late(r"[-—/]\d\d")
# How long bad weather lasted that the place had to bear.
_WEATHER = late(r"以?[上余]?的?[^，。；、\d]{0,6}(?:高温|旱|雨|低温|寒潮|洪|疫情|沙尘)")
# In how long one gets there: 1小时直达, 雪场与高铁站2小时接驳.
_REACHES = ("直达", "通达", "接驳", "可达")
_TIMES = ("世纪", "个世纪", "的时间", "时间")
# Round the clock is no figure unless it bounds a time (压缩至24小时以内).
_ALL_DAY = re.compile(r"24个?小时(?![，,。；;、）)以之]|$)")
# A number of sessions before these is the session's own: 召开四届人大, 举办十四届全运会.
_OF_MEETING = re.compile(
    r"人大|人民代表|全国|政协|[一二三四五六七八九]+中|全会|全运会|冬运会|亚运会|省运会|残"
)
# How often something was brought off is a count, also where it was so each time: 连续三次发射成功.
_SUCCEEDED = re.compile(r"成功|[^，。；、\d]{2,6}成功")
# For how long something went on moving is a time: 连续8个月下降.
_MOVED_ON = late(
    r"(?:以上)?(?:保持|实现)?(?:正|负|同比|环比|两位数|稳定|持续)?(?:增长|下降|上升|回升|回落|下滑|上涨|下跌|收缩|扩张|[负正]增长)"
)
# How much sooner something is done: 建设周期缩短一年以上.
_TERM = re.compile(r"(?:周期|工期|期限|时间|寿命|年限)(?:平均|普遍|再|将|可)*(?:缩短|延长)(?:了|近|约)?$")
# How long something stood still: 航道中断航运1个多月.
_STOPPED = late(r"(?:中断|停[工产运航课电])[^，。；、\d]{0,8}$")
_SCHOOLING = re.compile(r"(?:受教育年限|平均期限|平均剩余期限)[^，。；]{0,24}$")
# A bare decimal behind these is their level: 发展水平指数65.2.
_INDEX = late(r"(?:指数|系数|得分|评分|分值|比值)$")
# … at a time told before it: 收入比由上年的2.16缩小到2.11.
_MOVED_SINCE = late(r"[由从](?:[12]\d{3}年|[^，。；、：\d由从]{1,6})(?:[底末初]|同期)?的?$")
_MOVED_TO = late(r"(?:缩小|下降|降低|提高|提升|上升|增加|扩大|优化|降|升|增)(?:到|至|为)")
# How much time is to be spent on something in each year or week.
_EACH_TIME = late(r"每[年月周季人个][^，。；]{0,20}$")
_TIME_FOR = late(r"的?时间(?=[^，。；])")
# The rise by which another is told: 经济每增长1个百分点，带动就业9万人.
_PER_RISE = ("每", "每增长", "每提高", "每增加", "每上升", "每下降", "每降低")
# … and for how many a benefit is paid: 每招用1名毕业生补助1500元.
_PER_ONE = (*_PER_RISE, "每招用", "每招录", "每招收", "每吸纳", "每引进", "每培养", "每新增")
_EACH_HAS = late(r"每[个人户名]?[^，。；、\d]{0,8}(?:有|拥有|达到?)$")
# … or how much is given for how much: 每交售100斤茶叶，供应化肥5斤.
_PER_SO_MUCH = re.compile(
    r"每(?:定购|订购|交售|出售|收购|征购|销售|投入|种植|营造|退耕|消费|缴纳|上缴|节约|安置|转移|生产|完成|超售|超交)$"
)
_GIVES = late(r"[^，。；、\d]{0,8}，")
# The one unit of money that a rate of exchange is told for: 1美元兑8元人民币.
_MONEY_OF = re.compile(r"兑换?(?=[\d一二三四五六七八九十])")
# The size of what is counted or told of: 可供300座以上客机起降的机场.
_HOLDS = ("可供", "可容纳", "可停靠", "可停泊", "可接待")
_THING = late(r"[^，。；、的\d]{0,10}的[^，。；、的\d]{2,10}(?:达到?|增|有|共|[，。；、]|$)")
_NEW_LIST = re.compile(r"新(?:\d{2}|[一二三四五六七八九十]{2,3})条")
# What so many things have or did together is no threshold of each: 9个园区总收入超过3亿元.
_OF_ALL = late(r"投资|完成|实现|合计|共计|每[人户月年]|人均|总(?:收入|产值|额|规模)")
# Of money itself an amount and more is no threshold: 筹集资金3亿元以上支持….
_MONEY = re.compile(r"(?:专项|贴息|信贷)?(?:资金|国债|补贴|授信)(?!的)")
# Of what size accidents are told of: 一次死亡3人以上的事故.
_DEATHS = ("一次死亡", "一次性死亡")
_AT_BOUND = (">=", "<=")
_PLACES_WITH = (
    r"[^，。；、\d]{0,6}?(?:省份|城市|省、市|省(?!份)|县|市|区|镇|乡|村|旗)(?:（[^）]*）)?[^，。；、\d]{2,14}"
)
# … or a quantity that is less than a part of others': 19个县人均生产总值不到全省平均水平的一半.
_BELOW_OTHERS = late(rf"{_PLACES_WITH}(?:不足|不到|低于)(?:全国|全省|全市|全区)[^，。；、\d]{{0,6}}的")
# The size of the first of its kind, or of another told by its place, is part of its name: 首台26兆瓦风机下线.
_FIRST_ENDS = frozenset("台个座艘套条款辆列架单")
_FIRST = late(rf"(?:首|第[一二三四五六七八九十\d]{{1,2}})[{''.join(sorted(_FIRST_ENDS))}]套?$")
# A slogan of several aims of one size: 解决三个1亿人的问题.
_TIMES_SO_MANY = late(r"(?<![\d一二三四五六七八九十百千])[两三四五六七八九]个$")
_THING_NEXT = late(r"(?!以|左|的)[^，。；、\d]{2}")
# What a threshold is of: 年接待10万人次以上的9家; 支出压减一半以上的部门达到8个.
_HELD_BY = re.compile(
    r"的(?:[^，。；、\d]{1,8}(?:达到?|增至|增加到)|[^，。；、\d]{0,8}，?共?有)?(?:近|约|超过?)?"
)
# A rate that some places do not reach tells which of them are counted: 13个县财政自给率不足20%.
_SHORT_OF = late(rf"{_PLACES_WITH}(?:率|比重|占比|增[速幅长])(?:仍|还)?(?:不足|不到|低于)")
# … and what so great a part of the places reach: 八成的县用水普及率达到95%.
_SHARE_WITH = late(
    r"(?:以上|左右)?的(?:县|市|镇|乡镇|村|行政村|省份?|城市|社区|学校|企业)(?![域级场道委民])[^，。；、\d]{2,12}(?:率|比例|占比|覆盖面)(?:都|均|已)?(?:达到?|超过?|高于|不低于|低于|不足|不到|在)"
)
# … or a burden that is too much for them: 9个县债务率超过八成.
_OVERLOADED = late(
    r"[^，。；、\d]{0,6}?[县市区镇乡](?:（[^）]*）)?[^，。；、\d]{0,10}(?:债务率|负债率|失业率|亏损面|支出占[^，。；、\d]{2,10}比重)(?:仍|还|都|均)?(?:超过?|高于)"
)
_OR = late("、|或者?|以[及至]|和")
_SMALL = frozenset("二两三四五六七八九十")
_LISTED = late(
    r"[^，,。；;：、\d]{0,12}(?:[，、和及]|，[^，,。；;：、\d占]{0,6}有)|[，、和及](?!占)[^，,。；;：、\d]{0,8}"
)
_PART_BEFORE = ("前", "每")
_PUT_FIRST = re.compile(r"(?:[摆放列置]在|列为|作为|置于)[^，,。；;]{0,12}$")
# One more of the meetings held: 举办4届南博会、3届华商会.
_HELD_TOO = late(r"(?:举办|举行|召开|承办)[^，。；]{0,4}届[^，。；]*、$")
_SESSION = re.compile(r"(?:全体)?(?:全会|会议)|(?:党代|代表大)会")
_HOLDER_NEXT = re.compile(r"的?(?:县|市|区(?!域)|镇|村|企业|园区|集群|产业|项目)")
# Those who have less than an amount: 人均收入不足二百元的农户.
_POOR = late(r"的(?:贫困|困难|城镇|农村|低收入)?(?:农户|农民|人口|家庭|居民|职工|人员)")
# Those whose rate passes a bound, to whom something is given: 失业率超过5%的城市给予支持.
_GIVEN_HELP = re.compile(r"的[^，。；、\d的]{2,12}(?:给予|予以|免征|减征)")
_CAPACITY_UNITS = ("吨", "立方米", "方", "吉瓦时")
_PLANT = re.compile(
    r"[^，,。；;、以多余左到和\d]{1,10}(?:项目|工程|装置|生产线|基地|扩产|技改|[水油锻挤]压机|压力机|起重机|高炉|转炉|电炉|散货船|油轮)"
)
# … also where 的 parts the works, or what they make, from their size: 年产9万吨的煤矿, 年产800吨合成氨的肥料厂.
_SIZE_BEFORE = r"(?<=[产量力各台，、：。或和的了个是为及设立建造计至合　])"
_SIZE = r"[\d零一二三四五六七八九十百千万亿两多余.]+[^，。；、的\d]{1,5}?(?:左右|以上)?"
_WORKS_OF = (
    "联合企业|矿井|[煤铁油盐]矿|电站|工厂|[^工农商车]厂|乙烯工程|高炉|转炉|电炉|轧钢机|发电机组?|发电设备|变压器|水压机"
    "|拖拉机|货轮|油轮|客轮|轮船|机车"
)
_PLANT_OF = late(
    rf"{_SIZE_BEFORE}{_SIZE}(?:[^，。；、的\d]{{1,6}}(?:（[^）]{{1,16}}）|）)?)?的[^，。；\d]{{0,14}}?(?:{_WORKS_OF})"
    r"(?=[，。；、）)和以及等与\d一二两三四五六七八九十百千万]|$)"
)
_PLANT_SIZES = ("吨", "千瓦", "马力", "立方米", "立方公尺", "公尺", "公厘", "件", "伏")
# … and the power of a device that a list names for its kind: 9兆瓦水轮机等重大装备.
_POWERS = ("兆瓦", "千瓦", "马力", "千伏", "吨")
_DEVICE = late(
    r"级?[^，,。；;、以多余左到和\d]{2,12}等(?:重大|高端|国之|一批|标志性|成套|关键|首台套)*(?:装备|产品|设备|重器)"
)
_CLASS_OF = re.compile(r"(?:创新药|新药|水|医疗|及以上|以上|标准|地区)")
# How large a place is by its people: 人口超过1000人的48个村.
_SIZES = frozenset({"人", "万人", "户", "万户"})
_HOLDERS = re.compile(r"[家个户所名人县村%]$")
_PEOPLED = late(r"(?:以上|以下)?的?[^，。；、\d]{0,4}(?:城市|城镇|县|市|镇|乡|村)(?!场)")
# The whole of which so many are told: 建成60项水利工程中的18项.
_PART_OF = re.compile(r"[^，。；、\d]{2,14}中的")
# A tax that is paid by half names a policy: 享受减半征收所得税政策的企业.
_HALVED = late(r"征收[^，。；、\d]{0,10}(?:政策|优惠|范围)")


# Where 年 follows such a number it names a year (2025年), fewer are counted (三十年).
_A_YEAR = 1000
_OF_A_WHOLE = frozenset({"share", "fold", "zero", "ratio"})


class Names:
    """Judges the numbers of one sentence."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._quotes = (
            [match.span() for match in _QUOTED.finditer(text)] if "“" in text or "「" in text else []
        )
        self._colon = "：" in text or ":" in text
        self._starts = [start for start, _ in self._quotes] if self._quotes else []

    def in_word(self, number: Number) -> bool:
        """Say whether a number is only a numeral in a word (统一, 进一步), of which nothing more need be asked."""
        if number.kind != "chinese" or number.unit or number.many:
            return False
        counts = self._ordinal(number) or self._month(number) or self._for_each(number) or self._sized(number)
        return not counts or self._quoted(number)

    def at_sight(self, number: Number) -> str | None:
        """Say why a number is no entry where the number tells that by itself, None where more must be asked."""
        if number.kind == "parts":
            return "name"
        if number.kind == "place":
            return self._place(number)
        if (
            number.unit == "年"
            and number.value >= _A_YEAR
            and self._text[number.start - 1 : number.start] not in "第“"
        ):
            return "date"
        if self._quoted(number):
            return "name"
        return None if number.kind in _OF_A_WHOLE else self._ordinal(number) or self._years(number)

    def reason(self, number: Number, value: Value) -> str | None:
        """Say why a number that is no name at sight is no entry, None where it is one."""
        if number.kind == "place":
            return None
        if number.kind in _OF_A_WHOLE:
            if self._text.startswith(_TIMES, number.tail):
                return "date"
            if number.words == "减半" and _HALVED.match(self._text, number.tail):
                return "name"
            part = self._text[number.start - 1 : number.start] in _PART_BEFORE or (
                number.kind == "share" and _MOST.search(self._text, max(0, number.start - 7), number.start)
            )
            return "name" if part or _THRESHOLD_AFTER.match(self._text, number.tail) else None
        if number.unit.endswith("级") and value.unit != number.unit:
            return None  # 达到百亿级规模
        return (
            self._date(number, value)
            or self._name(number, value)
            or vague(self._text, number, value)
            or self._threshold(number, value)
        )

    def thresholds(self, values: list[Value]) -> None:
        """Mark amounts that only say which things another number of the clause counts."""
        for index, value in enumerate(values):
            money = value.unit.endswith("元")
            after = values[index + 1] if index + 1 < len(values) else None
            before = values[index - 1] if index else None
            if self._says_which(value, before, after):
                value.skip = "name"
            if value.skip or not (money or value.unit in _SIZES) or value.rel not in (">", ">=", "<"):
                continue
            if after and (after.bare_unit in _COUNTS or after.unit[-1:] in ("户", "县", "村")):
                between = self._text[value.tail : after.start]
                if between.startswith("的") and not re.search(r"[，,。；;、]", between):
                    value.skip = "name"
                    continue
            if money and before and not before.skip and _HOLDERS.search(before.unit):
                if value.verb and value.verb[-1] not in "过超上":
                    continue
                between = hide_enclosed(self._text[before.tail : value.start])
                if not re.search(r"[，,。；;、]", between) and not _OF_ALL.search(between):
                    value.skip = "name"
        self._with_bounds(values)

    def _with_bounds(self, values: list[Value]) -> None:
        """Mark amounts beside a bound that says which things are counted (五担、七担或者九担以上的社)."""
        bound = None
        for value in reversed(values):
            if value.skip == "name" and (value.rel in _AT_BOUND or value.unit.endswith(_PLANT_SIZES)):
                bound = value
            elif bound and value.skip is None and value.unit == bound.unit:
                joined = _OR.fullmatch(self._text, value.tail, bound.start)
                value.skip, bound = ("name", value) if joined else (None, None)

    def _says_which(self, value: Value, before: Value | None, after: Value | None) -> bool:
        """Say whether a bound only tells which things the number beside it counts."""
        if value.skip is not None:
            return False
        if after and value.unit == after.unit and _PART_OF.fullmatch(self._text, value.tail, after.start):
            return True
        bounds = _BOUNDS if value.unit == "%" else _AT_BOUND
        held = after and after.bare_unit in _COUNTS and (value.rel in bounds or value.rel == "range")
        if after and held and _HELD_BY.fullmatch(self._text, value.tail, after.start):
            return True
        if not before or before.skip is not None:
            return False
        if before.unit == "%" == value.unit and value.start > before.tail:
            return _SHARE_WITH.fullmatch(self._text, before.tail, value.start) is not None
        if before.bare_unit not in _COUNTS:
            return False
        burdened = value.rel == ">" and _OVERLOADED.fullmatch(self._text, before.tail, value.start)
        short = value.unit == "%" and value.rel == "<"
        found = burdened or (
            short
            and (
                _SHORT_OF.fullmatch(self._text, before.tail, value.start)
                or _BELOW_OTHERS.fullmatch(self._text, before.tail, value.start)
            )
        )
        return bool(found)

    def listed(self, values: list[Value]) -> None:
        """Count small numbers that stand in a list with counts (三十个电站，六条铁路和五个港口)."""
        for pairs in (pairwise(values), pairwise(reversed(values))):
            for near, value in pairs:
                if near.skip is not None or near.unit not in _COUNTS or not self._small_count(value):
                    continue
                first, second = (value, near) if value.start < near.start else (near, value)
                if _LISTED.fullmatch(self._text, first.tail, second.start):
                    value.skip = None

    def _small_count(self, value: Value) -> bool:
        if value.skip != "vague" or value.unit not in _COUNTS:
            return False
        return self._text[value.start : value.end].removesuffix(value.unit) in _SMALL

    def _quoted(self, number: Number) -> bool:
        place = bisect_right(self._starts, number.start) - 1
        return place >= 0 and number.start < self._quotes[place][1]

    def _place(self, number: Number) -> str | None:
        text = self._text
        if number.words.startswith("前"):
            ends = _PLACE_END.match(text, number.tail) is not None
            ranked = ends and (
                _PLACE_BEFORE.search(text[max(0, number.start - 6) : number.start])
                or _PLACE_AMONG.search(text, max(0, number.start - 18), number.start)
            )
            return None if ranked else "name"
        if number.words in ("首位", "榜首"):
            put = _PUT_FIRST.search(text[max(0, number.start - 14) : number.start])
            return None if _PLACE_END.match(text, number.tail) and not put else "name"
        ends = _PLACE_END.match(text, number.tail) is not None
        ranked = _PLACE_BEFORE.search(text[max(0, number.start - 6) : number.start])
        among = ends and _PLACE_AMONG.search(text, max(0, number.start - 18), number.start)
        moved = ends and _PLACE_THEN.search(text, max(0, number.start - 9), number.start)
        return None if (ends and ranked) or among or moved else "ordinal"

    def _ordinal(self, number: Number) -> str | None:
        text, start = self._text, number.start
        before = text[start - 1 : start]
        if before in ("第", "后") and number.unit in ("", "位", "个", "名"):
            return "ordinal"
        if before == "第" or (before == "届" and number.unit == "次"):
            return "ordinal"
        if number.unit == "次" and _SESSION.match(text, number.tail):
            return "ordinal"
        opens = before in ("(", "（")
        if not number.unit and opens and text[number.end : number.end + 1] in (")", "）"):
            return "ordinal"
        if (
            not number.unit
            and start < 4
            and _NUMBERED.match(text[:start])
            and _NUMBERED_AFTER.match(text, number.end)
        ):
            return "ordinal"
        return None

    def _years(self, number: Number) -> str | None:
        """Say that years and days of a month are a time, where they are no term and no schooling."""
        unit = number.unit.lstrip("万亿")
        if unit not in _DATE_UNITS or unit == "个月":
            return None
        if number.unit != "年":
            return "date"
        text = self._text
        if _TERM.search(text, max(0, number.start - 12), number.start):
            return None
        schooled = number.value < 30 and _SCHOOLING.search(text[max(0, number.start - 34) : number.start])
        return None if schooled else "date"

    def _date(self, number: Number, value: Value) -> str | None:
        text = self._text
        if number.unit == "年":
            return None
        if number.unit == "个月":
            lasted = text[number.start - 2 : number.start] == "连续" and not _MOVED_ON.match(
                text, number.tail
            )
            shortened = text[number.start - 1] in "由从" and _SHORTENED.match(text, number.tail)
            kept = self._spent(number, value) or lasted or shortened or value.verb.startswith(("缩短", "压"))
            stopped = CLAUSE_END.match(text, number.tail)
            stopped = stopped and _STOPPED.search(text, max(0, number.start - 12), number.start)
            return None if kept or stopped else "date"
        if not number.unit and number.kind == "arabic" and _YEAR.fullmatch(number.words):
            return "date"
        if not number.unit and self._month(number):
            return "date"
        if number.unit == "次" and text[number.start - 2 : number.start] == "连续":
            return None if _SUCCEEDED.match(text, number.tail) else "date"
        if number.unit == "届":
            if _OF_MEETING.match(text, number.tail):
                return "ordinal"
            near = text[max(0, number.start - LISTED_REACH) : number.start]
            return None if HELD.search(near) or _HELD_TOO.search(near) else "date"
        told = value.rel not in ("=", "~") or value.verb in _DURATION_VERBS or value.head < number.start
        if number.unit in ("岁", "周岁"):
            bounded = number.tail != value.tail and not _OF_THINGS.match(text, value.tail)
            return None if bounded or _AGE_END.match(text, number.tail) else "part"
        if number.unit == "天":
            if text.endswith(("持续", "历时"), 0, number.start) and _WEATHER.match(text, number.tail):
                return None
            left = value.verb in ("只有", "还有") and text.startswith("了", number.tail)
            if left or _AWAY.search(text, max(0, number.start - 30), number.start):
                return "date"
        starts = number.start and text[number.start - 1] in "由从"
        told = (
            told
            or text.endswith(_LASTING, 0, number.start)
            or bool(starts and _SHORTENED.match(text, number.tail))
        )
        if number.unit in DURATIONS and not told and not text.startswith(_REACHES, number.tail):
            return "date"
        return None

    def _spent(self, number: Number, value: Value) -> bool:
        """Say whether so much time is to be spent on something at least: 每年要有两个月以上的时间下基层."""
        least = value.rel == ">=" and _TIME_FOR.match(self._text, value.tail)
        return (
            least is not None
            and _EACH_TIME.search(self._text, max(0, number.start - 24), number.start) is not None
        )

    def _name(self, number: Number, value: Value) -> str | None:
        text = self._text
        before = text[number.start - 1 : number.start]
        if before in _NAME_SIGNS and _BEFORE_NAME.search(text[max(0, number.start - 2) : number.start]):
            return "name"
        if not number.unit and _AFTER_NAME.match(text, number.end):
            return "name"
        if text.startswith("24", number.start) and _ALL_DAY.match(text, number.start):
            return "name"
        if before == "新" and _NEW_LIST.match(text, number.start - 1):
            return "name"
        if number.mult and number.unit.endswith("级"):
            return "name"
        if number.unit == "级" and value.rel == "<=" and value.head < number.start:
            return None
        if number.unit in _PRODUCT_UNITS or _THRESHOLD_AFTER.match(text, number.tail):
            return "name"
        if (
            (not number.unit or number.unit in COUNTERS)
            and _LIST_HEAD.match(text, number.tail)
            and not _GOALS_MET.match(text, number.tail)
        ):
            return "name"
        if number.unit.endswith("人") and _OF_PEOPLE.match(text, number.tail - 1):
            return "name"
        if (
            before == "个"
            and number.unit.endswith("人")
            and _TIMES_SO_MANY.search(text, max(0, number.start - 3), number.start)
        ):
            return "name"
        if self._colon and _LIST_COLON.match(text, number.tail):
            return "name"
        first = before in _FIRST_ENDS and _FIRST.search(text, max(0, number.start - 5), number.start)
        if first and _THING_NEXT.match(text, number.tail):
            return "name"
        if self._for_each(number):
            return "part"
        if self._sized(number):
            return "name" if _THING.match(text, value.tail) else None
        if before == "前" and number.unit in ("%", "‰"):
            return "name"
        if (
            number.unit.endswith("元")
            and value.rel in _BOUNDS
            and text.startswith(("的部分", "部分"), value.tail)
        ):
            return "name"
        peopled = number.unit.strip("万亿") in ("", "人") and text.endswith("人口", 0, number.start)
        if peopled and _PEOPLED.match(text, number.tail):
            return "name"
        if before == "》" and number.unit in ("条", "章"):
            return "name"
        if number.unit == "人" and text.endswith(_DEATHS, 0, number.start):
            return "name" if text.startswith("的", value.tail) else None
        if number.unit.endswith("元") and self._over(number, value) and _HOLDER_NEXT.match(text, number.tail):
            return "name"
        if number.unit.endswith("元") and value.rel in ("<", "<=") and _POOR.match(text, number.tail):
            return "name"
        if number.unit == "%" and value.rel in _BOUNDS and _GIVEN_HELP.match(text, value.tail):
            return "name"
        sized = number.unit.removesuffix("/年")
        if sized.endswith(_CAPACITY_UNITS) and not sized.endswith("土方") and _PLANT.match(text, number.tail):
            return "name"
        if sized.endswith(_POWERS) and _DEVICE.match(text, number.tail):
            return "name"
        if sized.endswith(_PLANT_SIZES) and _PLANT_OF.match(text, number.start):
            return "name"
        if number.unit.endswith(("公里", "米")) and _THRESHOLD_BEFORE.search(
            text[max(0, number.start - 4) : number.start]
        ):
            return "name"
        if number.unit == "类" and len(number.words) == 1 and _CLASS_OF.match(text, number.tail):
            return "name"
        if not number.unit and not number.many and not self._states(number, value):
            return "name"
        return None

    def _month(self, number: Number) -> bool:
        """Say whether a number is the year of a month (2025-06)."""
        return len(number.words) == 4 and _MONTH.match(self._text, number.end) is not None

    def _for_each(self, number: Number) -> bool:
        """Say whether for each so many something is told or given (每招用1名, 1美元兑8元)."""
        text = self._text
        if text.endswith(_PER_ONE, 0, number.start) or _MONEY_OF.match(text, number.tail) is not None:
            return True
        much = text.find("每", max(0, number.start - 3), number.start) >= 0
        much = much and _PER_SO_MUCH.search(text, max(0, number.start - 3), number.start) is not None
        return much and _GIVES.match(text, number.tail) is not None

    def _sized(self, number: Number) -> bool:
        """Say whether a thing is told of by how many it holds (可供300座以上客机起降)."""
        return self._text.endswith(_HOLDS, 0, number.start)

    def _over(self, number: Number, value: Value) -> bool:
        """Say whether an amount is one that things exceed: 产值过500亿元的县."""
        passed = self._text[number.start - 1 : number.start] == "过" and self._text.startswith(
            "的", number.tail
        )
        return value.rel in (">", ">=") or passed

    def _states(self, number: Number, value: Value) -> bool:
        if MOVED_FROM.search(self._text, max(0, number.start - 1), number.start):
            return _MOVED_TO.match(self._text, number.tail) is not None
        if "." in number.words and (moved := _MOVED_TO.match(self._text, number.tail)):
            told = self._text[moved.end() : moved.end() + 1].isdigit()
            return (
                told and _MOVED_SINCE.search(self._text, max(0, number.start - 12), number.start) is not None
            )
        ends = CLAUSE_END.match(self._text, value.tail) is not None
        if ends and "." in number.words and _INDEX.search(self._text, max(0, number.start - 4), number.start):
            return True
        return ends and value.head < number.start and not re.fullmatch(r"\d\.0", number.words)

    def _threshold(self, number: Number, value: Value) -> str | None:
        if value.tail == number.tail or not _THRESHOLD_UNIT.search(number.unit):
            return None
        if value.rel not in (">=", "<=") or not _OF_THINGS.match(self._text, value.tail):
            return None
        if self._text.startswith("及", number.tail):
            return "name"
        money = number.unit.endswith("元") and (
            _MONEY.match(self._text, value.tail)
            or (value.rel == ">=" and _MONEY.search(self._text, max(0, number.start - 3), number.start))
        )
        if money:
            return None
        aged = number.unit.endswith("岁")
        if not aged and _EACH_HAS.search(self._text, max(0, number.start - 14), number.start):
            return None  # 每个居民有2平方米以上的绿地
        return None if value.verb in _FIGURE_VERBS and not aged else "name"
