"""Value expressions: where a sentence states a number, its unit and its bound."""

import re
from itertools import pairwise

from taizhang.figures.expressions import Value
from taizhang.figures.measures import judge
from taizhang.figures.names import Names
from taizhang.figures.numbers import Number, may_count, numbers
from taizhang.figures.predicates import Predicate, after_number, before_number, before_round
from taizhang.figures.ranges import joined
from taizhang.figures.worded import MARKS_PASSED
from taizhang.lexicon.late import late
from taizhang.lexicon.numerals import half_width

__all__ = ["GOAL_TOLD", "MEETS_GOAL", "Value", "find_values", "read_values"]

#: Rule of a multiple that a word of its own tells: 翻一番, 减半.
FOLD = "word of doubling or halving"
# Coins in which a list of prices is told one after the other: 提高3分、5分和1角.
_COINS = frozenset({"元", "角", "毛", "分"})
_REACH = 24
_LIST_JOIN = re.compile(r"\s*(?:[、,，]|和|及|与|以及|或|或者)\s*")
# A goal that a result lies above or below is told as it is …
GOAL_TOLD = re.compile(
    r"的?((?:预定|预期|年度|年初|全年|既定|调控|控制)(?:增长|计划)?(?:目标|任务)(?:任务)?|目标任务)"
)
"""A goal that a result is held against, behind its number: 低于3%的预期目标."""
# … and of what was told before: 增长9%，超过6%的预期目标.
MEETS_GOAL = re.compile(
    r"[，、](?:略|稍|明显|大幅|大大|虽然?|好)?(?:(?:超额|圆满|顺利|如期|全面|提前|已经?|均)*(?:完成|实现|达到)|超过|超出|[低高好优]于)了?(?:(?:年初|原先?)?(?:确定|提出|设定|下达|定下?)的|约|近)?"
)
"""How a clause begins that holds what was told before against a goal."""
# One of these stands in each of the bounds below.
_FAR = re.compile("低于|未超|没有超|约|大概|大体|大致|接近|将近|几乎|至少|最少|不|超")
# A little more, a little less than a part: 占四分之三强, 占6%弱.
_RATHER = re.compile(r"[强弱](?=$|[，。；、提上下增减])")
# Years between a growth and its part or the next one: 平均每年增长6%，其中前五年为5.8%; 实际达到5%；1982年计划为4%.
_OF_YEARS = re.compile(r"[中，][前后][二三四五六七八九]年为$|；[^，。；、]{4}年(?:计划|预算|预计)为$")
_LITTLE = {"强": ">", "弱": "<"}
_FAR_ABOUT = re.compile(
    r"(?:约|大约|大概|大体|大致)(?:占|损失|有|需|为|需要|减少|增加|生产|节约|相当于)[^，,。；;、\d]{1,14}$"
    r"|(?:接近|将近|几乎)[^，,。；;、\d]{2,14}的$"
)
_FAR_OVER = late(r"(?:超过|超)[^，,。；;、\d]{1,8}$")
# … and how many times another number was passed: 超过了前十年平均增速的1.3倍.
_TIMES_OVER = late(r"超过了?[^，,。；;、]{2,24}的$")
_FAR_LEAST = re.compile(r"(?:至少|最少)[^，,。；;、\d]{1,12}$|不[得能]?[低少]于[^，,。；;、\d]{2,20}的$")
_FAR_MOST = late(r"不[得能要应宜准可]?(?:高于|多于|超过|突破)[^，,。；;、\d]{2,20}的?$")
_FASTER = re.compile(r"分别[快高慢低]于[^，；\d]{1,8}$")
_FAR_UNDER = late(
    r"(?:不到|不足|不及)[^，,。；;、\d]{1,8}(?:\d[\d.]*%[^，,。；;、\d]{0,6})?的$|还不到[^，,。；;、\d]{1,8}$"
)
# … and a share of the whole country that something makes do with: 以不足全国1%的土地.
_WITH_UNDER = re.compile(r"以(?:不到|不足)(?:全国|全球|世界|全省)$")
# A bound behind 分别 covers the whole list: 分别超过98%和99%.
_EACH = re.compile(r"分别|均")
# What little there is in so much of air or water: 每立方米43微克.
_TRACES = frozenset({"微克", "毫克"})
_PER_VOLUME = re.compile(r"每(立方米|升)$")
# … or how many there are to so many people or so much land: 抽检量超每千人6批次.
_PER_MANY = re.compile(r"每[十百千万]+(?:人口?|户|平方公里|名[^，。；、\d]{1,6})$")
# A line that something stays under: 低于国际通行的60%警戒线.
_BELOW_LINE = late(r"(?:低于|不到|未超过|不超过|没有超过)[^，,。；;、\d]{0,8}的?$")
# A noun without a verb, and not the name of a share or rate.
_GOES_ON = late(
    r"(?:以上|以下|左右)?(?:[，、；]|[（(](?:不?包括)?)(?!(?:其中)?[，：]?(?:用于|投向))(?:其中)?[，：]?(?:(?![占率比超覆感度]|强度|水平|达|至|到|有|近|约|系数|幅度|[损盖]面|全国"
    r"|贡献)[^，。；、\d]){2,10}(?<![由从])为?"
)
# The same again, higher, or as it came: 增长6%左右，力争达到6.5%; 计划为3.7%，实际达到4.6%.
_STRIVES = late(
    r"(?:以上|左右)?[，、](?:并|在执行中)?(?:力争|努力|争取)(?:达到|达|实现|增长)?"
    r"|；(?:[一二\d][^，。；、]{3}年|今年|去年)(?:计划|预算|预计)(?:规定)?为"
    r"|(?:左右)?[，；](?:经过[^，。；\d]{2,16}，)?(?:实际|预计|执行结果)(?:可以|可能|将)?(?:达到|为|回落到)"
)
# What a share is of, told behind it: 新增资金的八成用于市县.
_SPENT_ON = re.compile(r"(?:以上|左右)?(?:用于|投向|用在|来自)")
# A rate of growth that moved to the next one: 涨幅从21%逐年回落，去年降到1%.
_MOVES_ON = late(
    r"[^，。；、\d]{0,4}(?:回落|下降|走低|上升|走高)，(?:[一二\d][^，。；、]{3}年|去年|今年|上年|年底|年末)?[^，。；、\d]{0,3}[降升]?[到至]?"
)
# … of one month and of a later one: 涨幅，1月份为26%，12月份回落到6%.
_MONTHS_ON = late(
    r"[，、；](?:到)?(?:[\d]{1,2}|[一二三四五六七八九十]{1,2})月(?:份|底|末)?[^，。；、\d]{0,4}?(?:(?:回落|下降|降|上升|回升|升)[到至为]|为|达到?)"
)
_THAT_IS = re.compile(r"，(?:即|也就是)?(?:提高|上升|增加|下降|降低|减少)了?")
# A growth beside what is added a year: 平均每年增加42亿元，增长4.9%.
_A_YEAR_MORE = re.compile(r"[，、](?:即)?(?:增长|递增)(?:约|近)?")
# The parts of what grew so much a year: 平均每年增长6%，其中轻工业增长7%，重工业增长5%.
_PART_OF_YEARLY = late(r"(?:以上|左右)?[，、](?:其中[：，]?)[^，。；、\d年]{1,12}")
_NEXT_PART = late(r"(?:以上|左右)?[，、和][^，。；、\d年其]{1,12}")
_PART_RULE = "part of what grew so much a year"
_YEARLY_AMOUNT = re.compile(r"(?:平均每年|每年平均|年均)(?:净|新)?(?:增加|增产|增收|新增)[^，。；\d]{0,6}$")
_HIGH_AND_LOW = re.compile(r"[，,；;、]最?[高低快慢多少]的?达到?$")
_ROUND_BEGINS = "百千万亿"
# How large a sum is, told by its class: 收入达到百亿级规模.
_OF_CLASS = ("万级", "亿级")
_SCALE = late(r"规模(?=[，。；、])")
# What fell to nothing has the unit it fell from: 由8.9%下降到零.
_NIL = "零"
_TO_NIL = re.compile(r"(?:左右)?(?:下降|降低|减少|压减|降|减)(?:到|至|为)")
_PEOPLE = re.compile(
    r"人口|人数|毕业生|员额|裁军|裁员|兵力|官兵|侨民|学生|(?:人力资源|人才|人员)总[量数]?[^，,。；;\d]{0,3}$|(?<!责任)人[^，,。；;\d]{0,4}$"
)
# … or households: 移动支付用户达5.3亿, 兜底保障对象2100万.
_OF_WHOM = late(
    r"(?:(?:(?:通信|宽带|电话|[345]G|终端|光纤|电力|用电|燃气|天然气|供热|电视|物联网)用户|农户|工商户|[市经][场营]主体)"
    r"|((?<!市场)对象|用户|群众|网民|患者|农民工|侨胞|会员|党员|志愿者))"
    r"(?:总?数|已经?|共|达到?|超过?|突破|增至|增加到?|新增|约|近|有)*$"
)
_VISITS = re.compile(r"人次[由从]?$")
_MONEY = late(r"总值|GDP|经济总量|收入|支出|投资|产值|贷款|存款|税收|融资")
# A bare number that is so many to one: 城乡居民收入比缩小至2.54.
_RATIO = late(
    r"(?:收入|之)比(?:[^，。；、\d]{0,8}|[由从](?:[12]\d{3}年)?[^，。；、\d]{0,8}(?:[\d.]+[^，。；、\d]{0,8})?)$"
)
# More than half is told by a word of its own: 占比过半.
_OVER_HALF = "过半"
# Energy is told in coal (能源生产能力达到6000万吨标准煤), the quality of land in grades (质量等级达到3.46等).
_COAL, _GRADE = "标准煤", "等"
# What is paid at most is a bound (最高500元的补贴), what is the highest of its kind is not (全国最高30米的塔).
_CAP, _CAPPED = "最高", "元%"
_ENERGY = late(
    r"(?:能力|总量|消费量?|产量|消耗|用能空间)[^，。；、\d]{0,8}(?:由[\d.]+[万亿]?吨标准煤[^，。；、\d]{0,6})?$"
    r"|(?:消耗的?能源|能耗)，?[由从](?:[12]\d{3}年|[^，。；、\d]{1,6})?的?$"
)
_BOUND_ENDS = late(r"(?:左右|以上|以内|以下)?(?:[，。；、（(]|$|(?=[提上下降减增]))")
_GRADED = late(r"等级[^，。；、\d]{0,6}(?:由[\d.]+等[^，。；、\d]{0,6})?$")
_CLAUSE_ENDS = late(r"[，。；、]|$|(?=[提上下])")
_CLAUSE_END = re.compile(r"[，,。；;：！？\n]")
# The verbs of a rank, and what it is a rank in: 居全国, 居西北五省区, 居沿海主要省份, 居十大经济大省.
_RANKS = (
    r"(?:(?:(?<!吨)位)?居|位列|跻身|排名?|列|升至|跃居|上升为|升为|跃升到|攀升到|攀升至|提升到|升到|跃升至|上升到|上升至"
    r"|稳居|保持|跃至|进入|进位至|前移至|提升至|提升到|名列|位次升至)"
)
# The ends of a move in an order whose places are told without 第.
_PLACE_REACHED = re.compile(r"(?:前移|后移|进位|上升|跃升|升|前进)(?:至|到)(?:全[国省市球]|世界)?$")
_PLACE_LEFT = re.compile(r"[由从](?:全[国省市球]|世界)?$")
_PLACE_MOVES = late(r"(?:前移|后移|进位|上升|跃升|升|前进|下降|降)(?:至|到)")
_REGION = re.compile(
    rf"(?:(?:{_RANKS}"
    r"|全国|西部|中西部|东部|中部|东北|西北|西南|华[东南中北]|全球|世界|全省|全区|全市|亚洲|沿海|国内|同类城市|副省级城市|地区"
    r"|各?省区市?|省份|各?城市|长三角|京津冀|同行业|发展中国家|发达国家|主要经济体)+"
    rf"|{_RANKS}[^，。；、\d居列]{{2,10}}?(?:省区市?|省市?|省份|地区|城市|行业|市场|行政区|高校|机场|港口|枢纽)"
    r"|(?<=[位名一二三四五六七八九十0-9]、)[^，。；、\d]{1,8}(?:[大强]?省|省份|省区|地区|城市))$"
)


# Verbs with which a share may go on with the growth before it.
_GOING_ON = frozenset(
    {
        "",
        "为",
        "即",
        "达到",
        "达",
        "实现",
        "回落到",
        "降到",
        "降至",
        "升到",
        "升至",
        "回升到",
        "上升到",
        "下降到",
    }
)


def find_values(sentence: str) -> list[Value]:
    """Find every numeric expression of a sentence, also those that are no entries (``skip``), in order."""
    return read_values(half_width(sentence))


def read_values(text: str) -> list[Value]:
    """Find the numeric expressions of a sentence whose digits are half-width (``half_width``)."""
    if not may_count(text):
        return []
    found = _share_points(text, list(joined(text, numbers(text))))
    if not found:
        return []
    backwards = text[::-1]
    names = Names(text)
    values: list[Value] = []
    for number in found:
        fell = values and number.words == _NIL and _TO_NIL.fullmatch(text, values[-1].tail, number.start)
        if fell:
            number.unit = values[-1].unit
        elif names.in_word(number):
            continue
        skip = names.at_sight(number)
        value = _bare(number) if skip else _judged(text, backwards, number, values)
        value.skip = skip or names.reason(number, value)
        if value.skip is None and not value.unit and _tells_ratio(text, backwards, number.start):
            value.unit = ":1"
        if value.skip != "name" or number.kind != "chinese" or number.unit:
            values.append(value)
    if len(values) == 1:
        _share_units(text, values)
        return values
    names.thresholds(values)
    names.listed(values)
    _share_units(text, values)
    _share_bounds(text, values)
    _share_steps(text, values)
    return values


def _bare(number: Number) -> Value:
    """Give the value of a number before anything is judged."""
    return Value(number.start, number.end, number.start, number.tail, number.value, unit=number.unit)


def _judged(text: str, backwards: str, number: Number, values: list[Value]) -> Value:
    """Give the value of a number with what the words around it and the values before it tell."""
    before = values[-1] if values else None
    if (
        before
        and len(values) > 1
        and before.skip == "date"
        and (
            _OF_YEARS.search(text, before.start - 2, number.start)
            or _MONTHS_ON.fullmatch(text, values[-2].tail, number.start)
        )
    ):
        before = values[-2]
    floor = max(before.tail if before else 0, number.start - _REACH)
    return _value(text, number, before, floor, _clause_start(backwards, number.start))


def _tells_ratio(text: str, backwards: str, start: int) -> bool:
    """Say whether a bare number is so many to one."""
    return _RATIO.search(text, _clause_start(backwards, start), start) is not None


def _clause_start(backwards: str, position: int) -> int:
    """Give where the clause of a position begins, at most three reaches before it.

    Args:
        backwards: the sentence from its last character to its first.
        position: the position in the sentence.
    """
    place = len(backwards) - position
    mark = _CLAUSE_END.search(backwards, place, place + 3 * _REACH)
    return position - (mark.start() - place if mark else min(position, 3 * _REACH))


def _value(text: str, number: Number, before: Value | None, floor: int, clause: int) -> Value:
    value = _bare(number)
    per = _PER_VOLUME.search(text, floor, number.start) if number.unit in _TRACES else None
    if per:
        value.unit += f"/{per[1]}"
    if number.high is not None:
        value.value, value.low, value.high, value.rel = None, number.value, number.high, "range"
    if number.kind == "place" or (number.unit == "位" and _is_moved_place(text, number)):
        return _place(text, value, number, floor)
    _by_kind(value, number)
    if number.unit.endswith(_OF_CLASS) and _SCALE.match(text, number.tail):
        value.unit = f"{number.unit[:-1]}元"
    behind = _unit_behind(text, number, clause)
    value.unit += behind
    rel, value.tail = _bound_behind(text, number.tail + len(behind), value.unit)
    rounded = before_round(text, number.start) if number.words[0] in _ROUND_BEGINS else None
    words = rounded or before_number(text, floor, per.start() if per else number.start)
    if words.head == number.start and (many := _per_many(text, clause, number.start)):
        words = many
    value.head, value.verb = words.head, words.verb
    if value.rel != "range":
        words.rel = _rel_before(text, words, number, value.unit, clause)
        _bind(value, rel, ">" if number.many else None, words.rel)
    if before is not None and _alike(value, before) and _in_list(text, value, before):
        _take_from_list(text, value, before, clause)
        return value
    judge(value, words, text[clause : number.start], text)
    if before is not None:
        _measure_on(text, value, before, words.verb)
    return value


def _in_list(text: str, value: Value, before: Value) -> bool:
    """Say whether a value goes on with the list that the value before it is in."""
    if text.startswith("的", value.tail):
        return False
    follows = value.head == value.start and before.skip != "ordinal"
    if follows and _LIST_JOIN.fullmatch(text, before.tail, value.start):
        return True
    return before.tail < value.start and _HIGH_AND_LOW.match(text, before.tail, value.start) is not None


def _take_from_list(text: str, value: Value, before: Value, clause: int) -> None:
    """Give a value what the value before it in the list has: verb, measure and a bound told of each."""
    value.verb = before.verb
    _measure_like(value, before)
    each = text[before.tail : value.start] == "、" or _EACH.search(text, clause, value.start)
    if value.rel == "=" and _bound_before(before) and each:
        value.rel = before.rel
        value.because("rel", "like the value before it in the list", "分别")


def _measure_on(text: str, value: Value, before: Value, verb: str) -> None:
    """Correct the measure of a value that goes on with the value before it."""
    between = text[before.tail : value.start]
    if verb in _GOING_ON and _goes_on(value, before, between, text):
        _measure_like(value, before)
    if _set_as_goal(value, before, between, text):
        _measure_like(value, before)
    if value.measure == "growth" and _part_of_yearly(before, between):
        value.measure = "avg_growth"
        value.because("measure", _PART_RULE)
    if value.measure == "growth" and _A_YEAR_MORE.fullmatch(between):
        near = text[max(0, before.head - _REACH) : before.start]
        value.measure = "avg_growth" if _YEARLY_AMOUNT.search(near) else "growth"


def _by_kind(value: Value, number: Number) -> None:
    """Set what a number's own words tell of measure and bound: 翻番, 零增长, 过半."""
    if number.kind == "fold":
        value.measure = "multiple"
        value.because("measure", FOLD, number.words)
        if number.nearly:
            value.rel = "~"
    elif number.kind == "zero":
        value.measure = "growth"
    elif number.words.startswith("过半"):
        value.rel = ">"


def _part_of_yearly(before: Value, between: str) -> bool:
    """Say whether a growth is that of a part of what the value before told the yearly growth of."""
    if before.measure != "avg_growth":
        return False
    parts = any(reason.rule == _PART_RULE for reason in before.why)
    return (_NEXT_PART if parts else _PART_OF_YEARLY).fullmatch(between) is not None


def _per_many(text: str, clause: int, start: int) -> Predicate | None:
    """Read the words before 每千人 where they tell of the number behind it: 超每千人6批次."""
    per = _PER_MANY.search(text, clause, start) if text.find("每", clause, start) >= 0 else None
    words = before_number(text, clause, per.start()) if per else None
    return words if per and words and words.head < per.start() else None


def _rel_before(text: str, words: Predicate, number: Number, unit: str, clause: int) -> str | None:
    """Give the bound that stands before a number, None for words that only look like one."""
    if number.words.startswith(_OVER_HALF):
        return ">"
    rel = words.rel
    passed = rel in (">=", ">") and MARKS_PASSED.match(text, number.tail)
    if passed or (words.bound == _CAP and unit[-1:] not in _CAPPED):
        rel = None
    if rel is None and number.many == "":
        rel = _far_bound(text[clause : number.start], number, text)
    # 低于3%的预期目标
    return None if rel in {"<", ">"} and GOAL_TOLD.match(text, number.tail) else rel


def _bound_behind(text: str, tail: int, unit: str) -> tuple[str | None, int]:
    """Read the bound behind a unit, or the word that a part is a little more or less than told (四分之三强)."""
    rel, end = after_number(text, tail)
    rather = _RATHER.match(text, end) if unit == "%" and rel is None else None
    return (rel, end) if rather is None else (_LITTLE[rather[0]], rather.end())


def _unit_behind(text: str, number: Number, clause: int) -> str:
    """Give what the unit goes on with where it names what is measured: 6000万吨标准煤以上, 等级达到3.46等."""
    if number.unit.endswith("吨") and text.startswith(_COAL, number.tail):
        energy = _ENERGY.search(text, max(0, min(clause, number.start - _REACH)), number.start)
        return _COAL if energy and _BOUND_ENDS.match(text, number.tail + len(_COAL)) else ""
    if number.unit or not text.startswith(_GRADE, number.tail):
        return ""
    graded = _GRADED.search(text, clause, number.start)
    return _GRADE if graded and _CLAUSE_ENDS.match(text, number.tail + 1) else ""


def _measure_like(value: Value, before: Value) -> None:
    """Give a value the measure of the one before it, and the sign of its change."""
    in_share = before.measure == "change" and value.unit == "%"
    value.measure = "growth" if in_share else before.measure
    value.because("measure", "like the value before it in the list", before.verb)
    if before.value is not None and before.value < 0 and value.value is not None:
        value.value = -value.value


def _goes_on(value: Value, before: Value, between: str, text: str) -> bool:
    """Say whether a share without a verb goes on with the growth before it (增长7%，其中轻工业9%)."""
    grown = before.skip is None and before.measure in {"growth", "avg_growth"} and before.unit == "%"
    if before.measure == "change" and between == "，即":
        return value.unit == "%"
    return (
        grown
        and not _SPENT_ON.match(text, value.tail)
        and value.unit == "%"
        and value.measure == "level"
        and bool(
            _GOES_ON.fullmatch(between)
            or _STRIVES.fullmatch(between)
            or _MOVES_ON.fullmatch(between)
            or _MONTHS_ON.fullmatch(between)
        )
    )


def _set_as_goal(value: Value, before: Value, between: str, text: str) -> bool:
    """Say whether a share is the goal that the growth just before is held against: 增长9%，完成6%的预期目标."""
    grown = before.skip is None and before.measure in {"growth", "avg_growth"} and value.measure == "level"
    alike = grown and value.unit == before.unit
    return alike and bool(MEETS_GOAL.fullmatch(between) and GOAL_TOLD.match(text, value.tail))


def _share_points(text: str, found: list[Number]) -> list[Number]:
    """Read 个 as the unit that the next number of its list brings (高4.2个、3个百分点; 压缩到8个和4个工作日)."""
    for number, after in pairwise(found):
        shared = number.unit == "个" and after.unit.startswith("个") and len(after.unit) > 1
        if shared and _LIST_JOIN.fullmatch(text, number.tail, after.start):
            number.unit = after.unit
            number.end = number.tail if after.unit.endswith("点") else number.end
    return found


def _far_bound(clause: str, number: Number, text: str) -> str | None:
    """Find a bound that stands before the words it binds: 约占总数的四分之一, 超过全球一半."""
    if not _FAR.search(clause):
        return None
    if _FAR_ABOUT.search(clause):
        return "~"
    if _FAR_LEAST.search(clause):
        return ">="
    if number.unit == "%" and _FAR_MOST.search(clause):
        return "<="
    if number.unit == "倍" and _TIMES_OVER.search(clause):
        return ">"
    if (number.kind == "share" and _FAR_UNDER.search(clause)) or _WITH_UNDER.search(clause):
        return "<"
    if text.startswith("警戒线", number.tail) and _BELOW_LINE.search(clause):
        return "<"
    return ">" if number.kind == "share" and "分之" not in number.words and _FAR_OVER.search(clause) else None


def _bind(value: Value, after: str | None, inside: str | None, before: str | None) -> None:
    for rel, rule in (
        (after, "word behind the number"),
        (inside, "多 or 余 inside"),
        (before, "word before it"),
    ):
        if rel:
            value.rel = rel
            value.because("rel", rule)
            return


def _bound_before(value: Value) -> bool:
    """Say whether the bound of a value stands before it, or before the list that it is in."""
    rules = {"word before it", "like the value before it in the list"}
    return any(reason.field == "rel" and reason.rule in rules for reason in value.why)


def _alike(value: Value, before: Value) -> bool:
    coins = before.measure == "change" and {value.unit, before.unit} <= _COINS
    unit = (
        coins
        or value.unit[-1:] == before.unit[-1:]
        or (before.measure in ("growth", "avg_growth") and {value.unit, before.unit} == {"%", "倍"})
    )
    return unit and before.measure != "rank" and value.measure == "level"


def _is_moved_place(text: str, number: Number) -> bool:
    """Say whether a bare 19位 is one end of a move in an order: 由全国19位前移至16位."""
    if _PLACE_REACHED.search(text, max(0, number.start - 10), number.start):
        return True
    left = _PLACE_LEFT.search(text, max(0, number.start - 6), number.start)
    return left is not None and _PLACE_MOVES.match(text, number.tail) is not None


def _place(text: str, value: Value, number: Number, floor: int) -> Value:
    value.measure = "rank"
    if number.words.startswith("前"):
        value.rel = "<="
    region = _REGION.search(text, floor, number.start)
    if region:
        value.start = value.head = region.start()
        value.verb = region[0]
    return value


def _share_units(text: str, values: list[Value]) -> None:
    """Give a value of a list the unit that is written once, behind a later one (1409万、1305万人次)."""
    for index in range(len(values) - 1, -1, -1):
        value = values[index]
        after = values[index + 1] if index + 1 < len(values) else None
        if value.skip == "name" and not value.unit and after and after.skip is None:
            _complete(text, value, after)
        before = values[index - 1] if index else None
        if value.unit in _TRACES and before and before.unit.startswith(f"{value.unit}/"):
            value.unit = before.unit
        if value.skip or value.bare_unit:
            continue
        joined_to = (
            after
            and not after.skip
            and after.measure != "rank"
            and _LIST_JOIN.fullmatch(text, value.tail, after.start)
        )
        if joined_to and after:
            value.unit += after.bare_unit
        elif value.unit and _PEOPLE.search(text, max(0, (told := _told_from(value, before)) - _REACH), told):
            value.unit += "人次" if _VISITS.search(text, max(0, told - 3), told) else "人"
        elif value.unit and (whose := _OF_WHOM.search(text, max(0, told - _REACH), told)):
            value.unit += "人" if whose[1] else "户"
        elif value.unit.endswith("亿") and _MONEY.search(text, max(0, value.head - _REACH), value.start):
            value.unit += "元"


def _told_from(value: Value, before: Value | None) -> int:
    """Give where the words before a value end; the end of a change has those of its start (由7300万增加到1亿)."""
    moved = before is not None and not (before.skip or before.bare_unit) and before.tail == value.head
    return before.head if before is not None and moved else value.head


def _complete(text: str, value: Value, after: Value) -> None:
    """Read a bare number as a figure where the next one of its list brings the unit (高4.2和0.7个百分点)."""
    told = value.verb or _FASTER.search(text, max(0, value.start - _REACH), value.start)
    if told and after.unit.endswith(("%", "点")) and _LIST_JOIN.fullmatch(text, value.tail, after.start):
        value.skip, value.unit, value.measure = None, after.unit, after.measure
        if value.value is not None and not after.verb:
            floor = max(0, value.start - _REACH)
            value.value, value.measure = abs(value.value), "level"
            judge(value, before_number(text, floor, value.start), text[floor : value.start], text)
            _measure_like(after, value)


def _share_bounds(text: str, values: list[Value]) -> None:
    """Let the bound behind the last of bare parallel values cover those before it (5%、6.5%左右)."""
    for index in range(len(values) - 1, 0, -1):
        last, value = values[index - 1], values[index]
        bare = last.rel == "=" and value.rel in ("~", ">=", "<=") and value.head == value.start
        bare = bare and value.skip is None and not text.startswith("的", value.tail)
        alike = bare and (last.bare_unit == value.bare_unit or "分别" in text[last.head : last.start])
        if alike and _LIST_JOIN.fullmatch(text, last.tail, value.start):
            last.rel = value.rel
            last.because("rel", "the bound behind the list covers it")


def _share_steps(text: str, values: list[Value]) -> None:
    """Read as a change what lies between the two shares told before it (由44%提高到45%，即提高1%)."""
    for index in range(2, len(values)):
        first, last, value = values[index - 2 : index + 1]
        levels = first.measure == last.measure == "level" and first.unit == last.unit == value.unit == "%"
        if not levels or value.measure != "growth" or first.value is None or last.value is None:
            continue
        told = _THAT_IS.fullmatch(text, last.tail, value.start)
        if told and value.value == last.value - first.value:
            value.measure = "change"
            value.because("measure", "lies between the two shares before it", told[0])
