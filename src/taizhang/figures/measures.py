"""Measure and sign: does a number tell a level, a growth, a change, a multiple or a place."""

import re

from taizhang.figures.clauses import CLAUSE_END, first_told
from taizhang.figures.expressions import Value
from taizhang.figures.predicates import Predicate
from taizhang.lexicon.late import late
from taizhang.lexicon.tables import toml_table

_CHANGING = frozenset(word + end for word in toml_table("predicates")["changing"] for end in ("", "了"))
_RELATIVE = ("%", "‰", "倍")
# What was done so many times: 最低工资标准上调3次.
_ADJUSTED = frozenset({"提高", "上调", "下调", "降低", "上升"})
# Places and grades of an order, and units in which things are not counted: by them a thing only moves.
_STEPS = frozenset({"位", "个位次", "个等级", "个档次", "斤", "公斤", "岁", "分", "毛", "角", "元"})
_GROWTH_NOUN = re.compile(
    r"涨幅|增幅|增速|(?<!自然)(?<!人口)增长率|(?:增长|递增)的?速度|发展速度|降幅"
    r"|(?:增长|上涨|上升|提高|下降|降低|减少|增产|减产|提价|降价|压减|压缩|削减)幅度|增长(?:(?:预期)?目标|预测)|增长预期(?=定)"
    r"|增长(?=连续[^，。；、\d]{1,3}年|(?:虽然?|将|会|已|预计)?(?:放缓|回落|放慢)[到至])"
)
# The subject of a clause that begins with its predicate: 物价上涨幅度明显回落，控制在15%左右.
_GROWTH_SUBJECT = re.compile(
    r"(?P<yearly>年均|年平均)?"
    r"(?:涨幅|增幅|增速|(?<!自然)(?<!人口)增长率|增长速度|上涨幅度|上升幅度|增长幅度)[^，,。；;、]{0,16}[，,](?:力争|努力|确保|争取|并)?"
    r"(?:[一二][一二三四五六七八九〇○零]{3}年|[12]\d{3}年)?(?:计划|实际|预计)?定?"
    r"(?:到?(?:去年|当年|年底|年末)?(?:[一二三四五六七八九十\d]{1,2}月(?:份|底|末)?)?(?:已经?|就)?)$"
)
_GROWTH_BEHIND = re.compile(
    r"的(?:年均|平均|年|实际|名义)?(?:增长率|增长速度|递增速度|发展速度|速度|增速|增幅)"
    r"|的[^，,。；;、\d]{0,10}增长(?:预期)?目标"
    r"|的?(?:正|同比|较快|稳定|平稳)?(?:增长|增速)(?=[，,。；;、]|$|可以?|能够?|将)"
)
_FALL_NOUN = re.compile(r"降幅|(?:下降|降低|减少|压减|压缩|削减)幅度|下降率|减幅")
_YEARLY = re.compile(
    r"年均(?!汇率|浓度|气温|降水|值|水平|收入|工资|消费|支出|投入)|平均每年|(?<!每[人户生亩名头])每年|(?<!每[人户生亩名头])每月(?!再?(?:提高|增加|上调|增发))|(?<!全)年平均(?!人口)|逐年|年递增"
)
# What is added or taken each year is told as it is: 每年减少贫困人口9万人.
_A_YEAR = late(r"(?<!每[人户生亩名头])每年(?!每)|年均")
# What each one gets in a year tells nothing of how often it was raised: 每人每年提高20元.
_EACH_A_YEAR = re.compile(r"每[人户生亩名头]每[年月]")
_EARLIER_VALUE = re.compile(r".*\d[^、]*、")
_BELOW = re.compile(r"(?:低于|少于|落后|慢于|不及|低(?=全国|全省|全市|上年|平均))[^，,。；;、\d]{0,12}$")
# A bound, not a distance: 涨幅低于9%, 增幅不低于5%.
_BOUND_BELOW = re.compile(r"[低少]于$")
# Of a whole nothing goes beyond a part: 超过总数的一半 is a share.
# … nor is a bound of a share more than what it is a share of: 不得超过总收入的百分之五.
_BEYOND = re.compile(
    r"(?<![不得要能应宜准可])(?:超过|超出)(?!(?:全球|全国|世界|全省|全市|全部|税目|总(?:[量数额]|收入|支出|产值|人口))的$)[^，,。；;]{2,24}的$"
)
# How much one sum was more than another: 支出超过收入3%.
_PAST_SUM = re.compile(
    r"(?<![占不得要应能宜准可])超过(?!总|全)[^，,。；;、\d的总]{0,6}(?:额|支出|收入|进口|出口)$"
)
_BEYOND_PLAN = (
    r"超(?:过|出|额)?(?:完成)?了?(?:第[一二三四五]个五年|原(?:定|来)?的?|(?:国家|省级?|上级)?下达的?|国家)?(?:年度|年初|全年|既定|序时)?"
    r"(?:计划|目标|预算|任务|进度)(?:总投资额|所?规定的[^，。；、\d]{2,14}指标)?"
)
PAST_PLAN = re.compile(rf"{_BEYOND_PLAN}$")
"""How far a plan was passed: 超过年度计划4.1%."""
_MORE_THAN = re.compile(
    r"(?<![占之对同])比(?![重例率较])[^，,。；;\d]{1,16}(?:超过|超出|超额)(?:了|约)?$"
    rf"|{_BEYOND_PLAN}(?:了|约)?$"
)
# How far an amount went beyond another: 比预算超过5亿元.
_PAST_OTHER = re.compile(
    r"比(?<![占之对同]比)(?![重例率较])[^，,。；;\d]{1,10}(?:超过|超出|超支|多支|多收)了?$"
)
_BIGGER = re.compile(r"比[^，,。；;]{1,20}[大高快长重远强贵](?:约|近|将近|了)?$")
# One of these stands in each of what is added to a sum or taken from it.
_MORE_OR_LESS = re.compile("[增减提]")
_ADDED_MONEY = re.compile(
    r"(?<!用于)(?:增加|减少)[^，,。；;、\d]{0,14}(?:支出|投资|投入|收入|补助|补贴|资金|资本金|额度|赤字|贷款|负担|调节基金)$"
    r"|提高[^，,。；;、\d]{0,16}(?:标准|养老金|工资|津贴)$|削减[^，,。；;、\d]{0,8}赤字$|(?:增量|增加额)$"
)
# What someone need not pay or goes without is told as it is, unless it is compared: 企业减少利息支出3亿元.
_SPARED = re.compile(r"减少[^，,。；;、\d]{0,14}(?:支出|收入|负担|垫付(?:资金|费用)?)$")
# What was raised stands between its verb and the share: 提高教师工资标准10%.
_RAISED = re.compile(
    r"(?:提高|上调)[^，,。；;、\d到至达占为]{2,24}(?:标准|工资|津贴|待遇|收购价格?|销售价格?)$"
)
# An allowance that so much was added to: 补助标准新增20元.
_ADDED_TO_RATE = re.compile(
    r"(?:标准|养老金|工资|津贴|补贴|待遇)(?:人均|每人|每[年月])*新增(?:约|近|超过?)?$"
)
# … told with a verb: 一年的增量就有7万多亿元.
_GROWN_BY = re.compile(
    r"(?:增量|增加额|[增加长]的绝对数)(?:就|却|已|也|将|共)?(?:有|达到?|为|是|超过?|突破)(?:近|约)?$"
)
# Fewer of those of whom there should be none: 减少农村贫困人口1000万人.
_FEWER_PEOPLE = re.compile(r"减少了?[^，,。；;、\d]{0,8}(?:人口|文盲|贫困户|失业人员)(?:约|近|超过)?$")
# What was cut or raised stands between its verb and the share: 压减时间58%、材料52%; 节约百分之十.
_CUT = re.compile(
    r"(?:取消|砍掉|裁撤|撤销|压减|压缩|缩短|削减|精减|精简|裁减|核减|减少|降低|节约|节省)(?![额率幅])(?:了)?[^，,。；;：\d到至达占为按完]{0,22}(?:\d[\d.]*%、[^，,。；;、\d]{1,8})*$"
)
OF_AVERAGE = re.compile(
    r"(?:只及|仅及|不及|(?:只|仅)相当于)[^，。；、\d]{0,6}(?:国家|东部|沿海|地区|城镇居民|城市|世界)的$"
    r"|(?:全国|全省|全市|全区|世界|全球|东部地区|[东中西]部|长三角)(?:地区)?的?(?:平均|人均)(?:水平|数|值|线)?的$"
    r"|(?:只有|仅有|仅为|只及|仅及|相当于|约为|不到|不足)(?:全国|全省|世界|东部地区|发达国家|发达地区)(?:水平)?的$"
)
"""What is held against the average of others: 仅为全国平均水平的92%."""
# … or against a richer part of the place itself: 仅为沿海地区的一半.
_OF_RICHER = late(
    r"(?:只?相当于|[只仅约]?为|只有|仅有|不到|不足)(?:全[省市区])?(?:沿海|平原|平坝|珠三角|城镇居民|城镇|城市|省会|主城|中心城)(?:区|地区|城市)?的(?:近|约)?$"
)
# What is held against a year before: 恢复到2019年的108%, 仅为2021年的六成; but 下降为1952年的39% is what it was then.
_OF_YEAR = re.compile(
    r"(?:恢复[到至]|(?<![降升加少高长变成改称列缩扩])为|是|相当于|[只仅]及|仅为|只有|不到|不足)了?"
    r"(?:(?:[12]\d{3}年|[一二][一二三四五六七八九〇○零]{3}年|上年|去年|前年|常年|正常年份|疫情?前)(?:底|末)?(?:同期|全年)?(?:水平)?"
    r"|[^，。；、]{1,14}(?:总和|之和))的(?:约|近)?$"
)
# How far off a goal: 低于预期0.8个百分点.
_OFF_GOAL = re.compile(r"(?:预期|目标)(?:目标|值)?$")
# By how much a quantity shrank: 沙化土地面积净减286万亩.
_NET_FALL = late(r"(?:面积|总量|规模|人数|人口|余额|数量|存量|排放量?)净减少?(?:了|近|约|超过?)*$")
# … or what was spoken of before: 耕地逐年减少，去年净减30万亩.
_NET_LOST = re.compile(r"净减少?(?:了|近|约|超过?)*$")
# Bodies that came or went over the years are counted: 企业三年净减1.2万户.
_BODIES = frozenset({"户", "家", "个"})
_NET = frozenset({"净增", "净增加"})
_COMPARED = late(r"[比较](?:上年|去年|年初|上年末|[“十]?[一-九十]{1,2}五|\d{4}年)[^，,。；;]{0,6}净增加?$")
# The end of a quantity is held against its beginning: 生产总值五年净增35万亿元, but not 五年净增企业9家.
_NET_OF_YEARS = late(r"(?:\d|[一二两三四五六七八九十])年(?:来|间)?净增加?(?:了|近|约|超过?)*$")

# A share that is the goal of an amount or a price is that of its growth: 物价调控目标定为4%以内.
_GOAL_OF_AMOUNT = late(
    r"(?:总值|产值|增加值|零售总?额|固定资产投资|进出口|货币供应量|M2|物价|价格(?:水平|指数)?)的?"
    r"(?:年度|宏观|预期|调控|控制)*目标(?:值)?(?:拟|初步|确|设|大体)*(?:定[为在]|为|是|按)?(?:控制在)?$"
)

# How much more or less was taken in or spent than before: 税收9亿元，比上年增收1亿元.
_MORE_TAKEN = ("收", "支", "收了", "支了", "约", "近")
_THAN_LAST = late(
    r"[比较](?:上年|去年|前年|年初|预算|计划|[“十]?[一-九十]{1,2}五|\d{4}年)[^，。；、\d]{0,6}(增收|减收|增支|减支|少收|少支)了?(?:约|近)?$"
)

# Points of a rise that something makes up: 翘尾影响约有1个百分点.
_MAKES_UP = late(r"(?:影响|因素)[^，,。；;、\d]{0,2}(?:约|大约|大体)?(?:有|为|是|达|占)(?:约|近)?$")
# Points of the growth that something gives each year: 年均拉动经济增长1.6个百分点.
_LIFTS = late(r"(?:年均|平均每年|每年)[^，。；、\d]{0,4}拉动[^，。；、\d]{0,10}(?:增长|增速)$")
_POLLUTION = late(r"(?:浓度|能耗|排放量?|强度|指数)[^，；]{0,16}$")
_THIS_YEAR = re.compile(r"^(?:今年|全年|年内|明年)")
# … also behind what is done for them: 开放试点再增加10个城市.
_ADDS_AGAIN = re.compile(r"[再又新]增加(?:约|近)?$")
# … or more of a work: 旧房改造再增加9万套.
_DONE_AGAIN = re.compile(r"(?:改造|建设|修建|整治|治理|修复|搬迁|改建)[再又]增加(?:约|近)?$")
_HIGH = frozenset({"高", "低"})
_THAN_YEAR = late(
    r"[比较](?:(?:上年|去年|前年)的?(?:预期)?(?:目标)?|预算|预期目标|年度目标|年初目标)(?:高|低)$"
)
# A growth told of one part of the year after another: 一季度下降3%，四季度回升到4%.
_LATER_PART = late(
    r"(?:增长|下降|上涨|上升)[\d.]+%(?:左右)?[，、](?:到)?(?:[一二三四]季度|[上下]半年|全年|[\d一二三四五六七八九十]{1,2}月份?)"
    r"[^，。；\d]{0,3}(?:回升|回落|反弹|恢复|加快|提速|放缓|升|降)[到至]$"
)


def judge(value: Value, words: Predicate, clause: str, text: str) -> None:
    """Set measure and sign of a value from the words before it.

    Args:
        value: the value; its measure is set already where its own words tell it (翻番, 第一).
        words: what stands directly before the number.
        clause: the text from the clause's beginning up to the number.
        text: the sentence.
    """
    if value.measure != "level":
        return
    unit = value.unit
    reached = bool(words.moves) and words.moves[0] == "to"
    moved = bool(words.moves) and not reached
    if unit.endswith(("百分点", "千分点")):
        if not (_MAKES_UP.search(clause) or _LIFTS.search(clause)):
            _change(value, words, clause)
    elif unit.endswith(_RELATIVE):
        _relative(value, words, clause, text, moved=moved, reached=reached)
    elif (
        moved
        and (words.verb in _CHANGING or unit in _STEPS or _higher(words, clause))
        and not (unit == "次" and words.verb in _ADJUSTED)
        and not _yearly(words, clause, moved=moved)
        and not _adds_things(value, words, clause, text)
    ):
        value.measure = "change"
        value.because("measure", "verb of change before an amount", words.verb)
        _sign(value, words, clause)
    elif not clause:
        return  # all that is asked below is asked of the words before the number
    elif (
        value.rel in ("=", ">")
        and not text.startswith("的", value.tail)
        and ("超" in clause or "多" in clause)
        and (PAST_PLAN.search(clause) or _PAST_OTHER.search(clause))
    ):
        value.rel, value.measure = "=", "change"
        value.because("measure", "amount beyond a plan")
    elif clause.endswith(_MORE_TAKEN) and (taken := _THAN_LAST.search(clause)):
        value.measure = "change"
        value.because("measure", "verb of change before an amount", taken[1])
        if taken[1][0] in "减少":
            _negate(value)
    elif "净" in clause and (_NET_FALL.search(clause) or (_net(value, text) and _NET_LOST.search(clause))):
        value.measure = "change"
        value.because("measure", "verb of change before an amount", words.verb)
        _negate(value)
    elif words.verb in _NET and (
        _COMPARED.search(clause) or (_net(value, text) and _NET_OF_YEARS.search(clause))
    ):
        value.measure = "change"
        value.because("measure", "verb of change before an amount", words.verb)
    elif _MORE_OR_LESS.search(clause) and _added(words, clause, unit) and not _A_YEAR.search(clause):
        value.measure = "change"
        value.because("measure", "amount added to or taken from a sum")
        if "减少" in clause or "削减" in clause:
            _negate(value)


def _higher(words: Predicate, clause: str) -> bool:
    """Say whether an amount is how much higher something is than a year before: 目标比上年高9万人."""
    return words.verb in _HIGH and _THAN_YEAR.search(clause) is not None


def _added(words: Predicate, clause: str, unit: str) -> bool:
    """Say whether an amount was added to a sum or taken from it."""
    if _GROWN_BY.search(clause) or (unit.endswith("元") and _ADDED_TO_RATE.search(clause)):
        return True
    if words.verbs or (_SPARED.search(clause) and "比" not in clause):
        return False
    return _ADDED_MONEY.search(clause) is not None or _FEWER_PEOPLE.search(clause) is not None


def _net(value: Value, text: str) -> bool:
    """Say whether a net amount is of what was told before, not of bodies or things named behind it."""
    return value.bare_unit not in _BODIES and CLAUSE_END.match(text, value.tail) is not None


def _yearly(words: Predicate, clause: str, *, moved: bool) -> bool:
    """Say whether a change is told of each year; what was said of an earlier value of the clause does not count."""
    earlier = _EARLIER_VALUE.match(clause) if moved else None
    each = words.yearly and _EACH_A_YEAR.search(clause)
    return (words.yearly and not each) or _YEARLY.search(clause, earlier.end() if earlier else 0) is not None


def _change(value: Value, words: Predicate, clause: str) -> None:
    past = words.bound in {"超过", "超过了"} and not words.moves
    if words.rel and value.rel == words.rel and (past or _OFF_GOAL.search(clause)):
        value.rel = "="
    value.measure = "change"
    value.because("measure", "points tell a change", value.unit)
    _sign(value, words, clause)


def _relative(value: Value, words: Predicate, clause: str, text: str, *, moved: bool, reached: bool) -> None:
    noun = _GROWTH_NOUN.search(clause)
    behind = _GROWTH_BEHIND.match(text, value.tail)
    opens = len(clause) - (value.start - words.head)
    told = None if opens > 9 else _GROWTH_SUBJECT.search(text, max(0, words.head - 30), words.head)
    told = None if noun or behind or text.startswith("的", value.tail) else told
    noun = noun or behind or told
    more = None if value.unit == "倍" else _MORE_THAN.search(clause) or _PAST_SUM.search(clause)
    if more and value.rel == ">":
        value.rel = "="
    beyond = more or (_BIGGER if value.unit == "倍" else _BEYOND).search(clause)
    if moved or (noun and value.unit != "倍") or (beyond and not reached):
        yearly = (not more and _yearly(words, clause, moved=moved)) or (told and told["yearly"])
        value.measure = "avg_growth" if yearly else "growth"
        value.because(
            "measure", "moving verb or noun before a share", words.verb or (noun[0] if noun else "")
        )
        _sign(value, words, clause)
    elif value.unit == "%" and not words.verbs and _CUT.search(clause):
        value.measure = "growth"
        value.because("measure", "moving verb or noun before a share")
        _negate(value)
    elif value.unit == "%" and not words.verbs and _RAISED.search(clause):
        value.measure = "growth"
        value.because("measure", "moving verb or noun before a share")
    elif value.unit == "%" and "目标" in clause and _GOAL_OF_AMOUNT.search(clause):
        value.measure = "growth"
        value.because("measure", "goal of an amount told as a share")
    elif reached and first_told(_LATER_PART, text, value.start):
        value.measure = "growth"
        value.because("measure", "growth of a later part of the year", words.verb)
    elif value.unit == "倍" or OF_AVERAGE.search(clause) or (value.unit == "%" and _of_other(clause)):
        value.measure = "multiple"
        value.because("measure", "times of another number", words.verb)


def _of_other(clause: str) -> bool:
    """Say whether a share is held against a year before or a richer part of the place."""
    return _OF_YEAR.search(clause) is not None or _OF_RICHER.search(clause) is not None


def _sign(value: Value, words: Predicate, clause: str) -> None:
    falls = (
        "fall" in words.moves[:1]
        or (words.verb == "改善" and _POLLUTION.search(clause))
        or _FALL_NOUN.search(clause)
        or (not words.moves and not _binds_below(words, clause) and _BELOW.search(clause))
    )
    if falls:
        _negate(value)


def _binds_below(words: Predicate, clause: str) -> bool:
    """Say whether 低于 before the number is a bound of it, and no distance from a goal (低于预期0.8个百分点)."""
    return _BOUND_BELOW.search(words.bound) is not None and not _OFF_GOAL.search(clause)


def _negate(value: Value) -> None:
    if value.value is not None:
        value.value = -value.value
    elif value.low is not None and value.high is not None:
        value.low, value.high = -value.high, -value.low


def _adds_things(value: Value, words: Predicate, clause: str, text: str) -> bool:
    """Say whether a clause that begins with 增加 tells how many things were added (增加1万个学位)."""
    if words.verb == "增加" and _DONE_AGAIN.search(clause):
        return True
    begins = len(_THIS_YEAR.sub("", clause.strip())) <= value.start - words.head
    return bool(begins or _ADDS_AGAIN.search(clause)) and not CLAUSE_END.match(text, value.tail)
