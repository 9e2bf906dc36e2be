"""Counted things: the noun after a number, and what is said of it (12家单位入选… ; 15个城镇老旧小区改造)."""

import re

from taizhang.figures.clauses import hide_enclosed
from taizhang.figures.wording import is_national, stem_of, tidy, words
from taizhang.lexicon.late import late

_AFTER_VALUE = re.compile(words("after_value"))
_AID = re.compile("支持(?:政策|措施|举措|计划)|任务(?:已|均|全部|都|按期|如期|基本)*(?:完成|整改|销号|落实)")
# A metal alone is a medal: 夺得9金5银6铜.
_MEDAL = re.compile("[金银铜]")
# A norm that is told by its value: 每亩四百斤的要求.
_OF_NORM = re.compile(
    r"的(?:要求|指标|规定|标准|决定|决策|(?:合理|适度|可控|正常|常年|平均|历史|[较最]?[高低好])[^，。；、的]{0,4}(?:水平|区间|范围|位)$)"
)
# By when so much is put out or done, said of it alone: 专项债券9亿元在9月底前全部发行完毕.
_BY_WHEN = late(
    r"(?:都|将|已)?在[^，。；、的]{1,8}?(?:[年月日度][底末初中份]*|年[底末])之?(?:前|内)[^，。；的]{2,}$"
)
# What counted things are still to do or to have: 扣除要让应享者尽享.
_TO_BE = re.compile(
    r"(?<=..)要(?<![需主重])(?:让|使|彻底|全部|尽快|基本|在[^，的]{2,8}[前内底]).*$|(?<=..)需要(?:转移|安置|就业|安排)[^的]*$"
)
# How a value differs from the one before it: 比预算数280亿元少8亿元.
_MORE_OR_LESS = re.compile(r"或者?(?:稍|更|略|再)?[多少]一?[点些]?.*|[少多](?:支出|收入|支|收)?|[升降增减]")
_IDLE = re.compile(
    rf"(?:已|也|均|都|全部|全面|基本|正|相继|陆续|要)*(?:将[于在][^的，]{{0,8}}(?:投产|投用|投运|建成|竣工|通车|开工|完工|开通|启用)"
    rf"|{words('idle_predicates')}|[仅只]用[^，。；]{{1,8}}时间.*|取得[^的]*成效|成为.*|形成一批.*|(?<=..)等(?:一?系列|重大|各类)活动)(?:、.*)?$"
)
_PURPOSE = re.compile(
    r"(?<=..)(?:(?:(?<=资金)|(?<=国债)|(?<=贷款)|(?<=补助))(?:支持|加强|推进|推动|加快|促进|扩大|补充)|用于|用来|以支持|都是|均为|即因此|即使|既是)"
)
# Where a group goes that was sent: 派出9个工作组赴渔区督导.
_SENT = late(
    r"(?<=[组队团])(?:赶?赴|前往|奔赴|深入|进驻|到(?=[^，的]{2,8}(?:开展|进行|督|巡|支|帮|服务|指导)))[^，。；的]{2,}$"
)
_DEGREE = re.compile(r"不同程度地?|程度不同地")
_SPENT = re.compile(r"(?:都)?是(?:用于|用来|用在)")
_JOINED = re.compile(
    r"(?<=..)并(?=[向在由将被已]|实现|推广|投入|通过|取得|全部)|、(?=[0-9])|、(?=[^、]{0,6}(?:居|位居|实现|超额|力争|(?<!比)较|同比))|，以及|(?<=..)是(?=我国|我们|一|由|在|[^，。；\d]{2,12}的[^，。；的]{0,4}(?:力量|细胞|依托|支撑|基础|主体|源泉|财富|优势|动力|家园|桥梁|主力军))|（牵头|\(牵头|[和与](?=□)"
)
_SHARED_VERB = re.compile(rf"(?<=.)(?<!以)(?:{words('shared_verbs')})")
_SHARED_NOUN = re.compile(rf"(?<=..)(?:{words('shared_nouns')})$")
# Counted things told apart by rank only share their noun: 6个国家级、20个省级临床重点专科.
_CLASS = re.compile(
    r"(?:(?:国家|省|市|地|县|区|自治区|世界|区域)(?:、|（[省市地县区]）)?)+级(?:及以上)?|[0-9万千百十五两]+亿(?:元|级)(?:及?以上)?"
)
# What all of several people or things need or are given: 保障9万老人和8万儿童的基本生活.
_SHARED_NEED = late(
    r"(?<=..)的[^的，。；、]{0,10}(?:问题|困难|任务|工作|生活|条件|待遇|权益|负担|需求|用电|安置|出行|就业)$"
)
_SHARED_HEAD = late(rf"(?<!以)(?:{words('shared_verbs')})|(?:{words('shared_nouns')})$")
# What became of counted things that share no end with the next ones: 9万人脱贫、4个县摘帽.
_OWN_END = re.compile(r"(?:脱贫|受益|开工|投产|通车|竣工|建成|完工|达标)$")
# What is ordered about the things counted, and what is still to be done with them.
_RULED = re.compile(
    r"(?<=..)(?:任何[^，的]{1,6}(?:不准|不得)|一律|不准|不得|不许|要(?:抓紧|做好|搞好|妥善|切实|认真|加快|尽快|着力|加强|协同|依法|严格)|必须(?:严格|切实|安排|认真))[^的]*$"
)
# A rate that a policy sets: 渔税9%优惠税率政策继续执行.
_POLICY = re.compile("(?<=税率)政策.*$")
# What is left of a predicate that was cut off: …投入使用或, …行动中.
_CUT_SHORT = re.compile(r"(?:全部|都|均|主要|重点)+$|(?:或|以及)$|(?<![高初])中$")
# What is told of some of the things counted: 六千户亏损企业中要有大多数扭亏.
_AMONG = re.compile(r"(?<=..)中(?:要|将|已|还|仍)*有.*$")
# What several counted things have done: 28个省、2300个县已初步建立….
_DONE = re.compile(rf"(?<=..)(?:已经|已|都|均|初步)+(?:{words('agent_verbs')})")
# … or do, where all of them are known as those who do something: 28个省份和1200个县公布了清单.
_DOER = late(rf"(?:{words('doers')})$")
_WHAT_THEY_DO = late(
    rf"[^，。；、的]{{0,10}}?(?:{words('doers')})((?:{words('doing_hedges')})*(?:{words('doing_verbs')})[^，。；]+)$"
)
_JOINT_FIRST = re.compile(r"[（(、，]|等(?![级额比同])|[和与](?![美谐平睦])|及(?!时)")


def counted(right: str, area: str | None) -> str:
    """Give the words after a number that name what it counts, empty where they do not.

    Args:
        right: the words after the value's unit, up to the next value or the clause's end.
        area: the issuing place, left out at the end.
    """
    if _JOINT_FIRST.match(right):
        return ""
    if _OF_NORM.match(right) or (right[0] in "都将已在" and _BY_WHEN.match(right)):
        return ""
    if _MEDAL.fullmatch(right):
        return right + "牌"
    right = right.removeprefix("级").removeprefix("的").lstrip()
    if not right or (_AFTER_VALUE.match(right) and not _AID.match(right)) or _MORE_OR_LESS.fullmatch(right):
        return ""
    right = _SPENT.sub("", _TO_BE.sub("", right))
    for cut in (_JOINED, _PURPOSE):
        found = cut.search(hide_enclosed(right))
        if found:
            right = right[: found.start()]
    right = tidy(_IDLE.sub("", _DEGREE.sub("", right[:60])))
    right = _SENT.sub("", _POLICY.sub("", _RULED.sub("", right)))
    right = _CUT_SHORT.sub("", _AMONG.sub("", right)).removesuffix("那样")
    if area and not is_national(area):
        right = right.removesuffix(area).removesuffix(stem_of(area)) or right
        if right.startswith(stem_of(area) + "人民"):
            right = "人民"
    return right


def shared_end(last: str, others: list[str]) -> list[str]:
    """Give back to the earlier of several counted things what is said of all of them at the end.

    10所学校、12个专业群入选… gives 学校入选… and 专业群入选….
    """
    classed = _CLASS.match(last)
    if classed:
        others = [other + last[classed.end() :] if _CLASS.fullmatch(other) else other for other in others]
    done = _DONE.search(last)
    found = done or _SHARED_VERB.search(last) or _SHARED_NOUN.search(last)
    told = None if found or not all(map(_DOER.search, others)) else _WHAT_THEY_DO.match(last)
    if told:
        return [other + told[1] for other in others]
    need = None if found else _SHARED_NEED.search(last)
    if need:
        return [other if "的" in other or not other else other + need[0] for other in others]
    if not found:
        return others
    own = [_SHARED_HEAD.search(other) or _OWN_END.search(other) for other in others]
    end = last[found.start() :]
    return [other if has else other + end for other, has in zip(others, own, strict=True)]
