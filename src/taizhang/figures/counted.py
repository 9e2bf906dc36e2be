"""Counted things: the noun after a number, and what is said of it (12家单位入选… ; 15个城镇老旧小区改造)."""

import re

from taizhang.figures.clauses import hide_enclosed
from taizhang.figures.wording import is_national, only_verbs, stem_of, tidy, words
from taizhang.lexicon.late import late

_AFTER_VALUE = re.compile(words("after_value"))
# A metal alone is a medal: 夺得9金5银6铜.
_MEDAL = re.compile("[金银铜]")
# A norm that is told by its value: 每亩四百斤的要求.
_OF_NORM = re.compile(r"的(?:要求|指标|规定|标准|决定|决策)")
# What counted things are still to do or to have: 扣除要让应享者尽享.
_TO_BE = re.compile(
    r"(?<=..)要(?<![需主重])(?:让|使|彻底|全部|尽快|基本|在[^，的]{2,8}[前内底]).*$|(?<=..)需要(?:转移|安置|就业|安排)[^的]*$"
)
# How a value differs from the one before it: 比预算数280亿元少8亿元.
_MORE_OR_LESS = re.compile(r"[少多](?:支出|收入|支|收)?|[升降增减]")
_IDLE = re.compile(
    rf"(?:已|也|均|都|全部|全面|基本|正|相继|陆续|要)*(?:将[于在][^的，]{{0,8}}(?:投产|投用|投运|建成|竣工|通车|开工|完工|开通|启用)"
    rf"|{words('idle_predicates')}|[仅只]用[^，。；]{{1,8}}时间.*|取得[^的]*成效|成为.*|形成一批.*|(?<=..)等(?:一?系列|重大|各类)活动)(?:、.*)?$"
)
_PURPOSE = re.compile(
    r"(?<=..)(?:(?:(?<=资金)|(?<=国债)|(?<=贷款)|(?<=补助))(?:支持|加强|推进|推动|加快|促进|扩大|补充)|用于|用来|以支持|都是|均为|即因此|即使|既是)"
)
_DEGREE = re.compile(r"不同程度地?|程度不同地")
_SPENT = re.compile(r"(?:都)?是(?:用于|用来|用在)")
_JOINED = re.compile(
    r"、(?=[0-9])|、(?=[^、]{0,6}(?:居|位居|实现|超额|力争|(?<!比)较|同比))|，以及|(?<=..)是(?=我国|我们|一|由|在)|（牵头|\(牵头|[和与](?=□)"
)
_SHARED_VERB = re.compile(rf"(?<=.)(?<!以)(?:{words('shared_verbs')})")
_SHARED_NOUN = re.compile(rf"(?<=..)(?:{words('shared_nouns')})$")
# Counted things told apart by rank only share their noun: 6个国家级、20个省级临床重点专科.
_CLASS = re.compile(
    r"(?:(?:国家|省|市|地|县|区|自治区|世界|区域)(?:、|（[省市地县区]）)?)+级(?:及以上)?|[0-9万千百十五两]+亿(?:元|级)(?:及?以上)?"
)
_SHARED_HEAD = late(rf"(?<!以)(?:{words('shared_verbs')})|(?:{words('shared_nouns')})$")
# What became of counted things that share no end with the next ones: 9万人脱贫、4个县摘帽.
_OWN_END = re.compile(r"(?:脱贫|受益|开工|投产|通车|竣工|建成|完工|达标)$")
_AGENT = late(
    rf"^(.{{1,20}}?)((?:全部|都|已|能|将)?(?:{words('agent_verbs')})(?:(?:或|和|、)(?:{words('agent_verbs')}))*)(?!的|(?<=转业)(?:干部|军人|士兵|培训"
    rf"|安置))(了?)(.*)$"
)
_DEED = late(words("agent_verbs"))
_STATE = re.compile(
    r"^(.{1,12}?)((?:经营性收入|营业收入|(?:经济总量|(?:地区)?生产总值)(?=(?:首次)?(?:超|突破|过|不足|达))|年产值|产值|主营业务收入|空气质量|环境面貌|实际收入|(?<![低高中])收入|水质|[^，。；、的]{2,6}率(?=不足|不到|低于))[^的]{2,16}|(?<=[省市县区业])[^，。；、的市]{2,8}好于[^的]{0,8})$"
)
# What is ordered about the things counted, and what is still to be done with them.
_RULED = re.compile(
    r"(?<=..)(?:任何[^，的]{1,6}(?:不准|不得)|一律|不准|不得|不许|要(?:抓紧|做好|搞好|妥善|切实|认真))[^的]*$"
)
# What is left of a predicate that was cut off: …投入使用或, …行动中.
_CUT_SHORT = re.compile(r"(?:全部|都|均|主要|重点)+$|(?:或|以及)$|(?<![高初])中$")
# What is told of some of the things counted: 六千户亏损企业中要有大多数扭亏.
_AMONG = re.compile(r"(?<=..)中(?:要|将|已|还|仍)*有.*$")
# What has not been done is no doer: 八千万人没有解决温饱问题.
_NOT = re.compile(r"(?:没有|尚未|还未|未能?|不能|无法|难以|不准|不得|不许)$")
_HEDGES = re.compile(
    r"(?:都|均|已经|已|一次|初步|基本|先后|相继|陆续|提前|得以|普遍|将|又|还|正|也|就|(?<=都)能|可以|(?<!许)可|从中|(?<=从中)直接|现在|目前)+$"
)
# What stands between two verbs of one deed: 完成或者超额完成.
_ALIKE = re.compile(r"或者?|和|、|超额|提前")
# What several counted things have done: 28个省、2300个县已初步建立….
_DONE = re.compile(rf"(?<=..)(?:已经|已|都|均|初步)+(?:{words('agent_verbs')})")
# A predicate known by the word it begins with, or by 了 behind its verb: 作品在会演中得奖, 国家发展了贸易往来.
_ACTING = late(
    r"^(?![是不])([^（]{2,20}?)((?:存在|(?<![活内所存端站放坐住建设处立走落掌握])在(?!城[镇市]落户)(?![校建职岗册押园编役读线产营外学])|(?<![自理])由(?!于"
    r"|衷)|因(?=[^，。；]{2,12}(?:受到|被))|被(?!子)|没有|来自"
    r"|来到?(?=我国|华|访)|(?!实现|[生人户民员众])[^的在和、（）]{2}(?=了)|(?<=[生人户民员众])[^的在和、（）](?=了)).{2,})$"
)
# Adverbs of a deed that is counted, and to whom or with whom it was done: 草案向社会公开征求意见, 国家同我国建立关系.
_WIDELY = re.compile(r"(?:较?大幅度|大幅|普遍|集中)地?(?=提高|降低|增加|减少|调整|下调|上调)")
_TOWARD = re.compile(r"(?<=..)(?:向(?:社会|全国|公众|世界)|[同与][^，。；、的]{2,8})$")
# What of people fares well or badly: 农村人口饮水安全问题得到解决.
_HAD_BY_PEOPLE = re.compile(r"(.{0,8}(?:人口|群众|居民|农民|职工))(.{2,10})")
# Whom the deed is for stands before it: 向农民发放补贴.
_TO_WHOM = re.compile(r"[向对给](?!社会|全国|公众|世界|外|口|虾)")
_CLAUSAL = re.compile(r"实现|方$|[了在]")
_NOUN_END = late(r"[率额量品区目务员点站所院校队群园业家庭处地路市县省镇乡村域体）]$")
_JOINT_FIRST = re.compile(r"[（(、，]|等(?![级额比同])|[和与](?![美谐平睦])|及(?!时)")


def counted(right: str, area: str | None) -> str:
    """Give the words after a number that name what it counts, empty where they do not.

    Args:
        right: the words after the value's unit, up to the next value or the clause's end.
        area: the issuing place, left out at the end.
    """
    if _JOINT_FIRST.match(right):
        return ""
    if _OF_NORM.match(right):
        return ""
    if _MEDAL.fullmatch(right):
        return right + "牌"
    right = right.removeprefix("级").removeprefix("的").lstrip()
    if not right or _AFTER_VALUE.match(right) or _MORE_OR_LESS.fullmatch(right):
        return ""
    right = _SPENT.sub("", _TO_BE.sub("", right))
    for cut in (_JOINED, _PURPOSE):
        found = cut.search(hide_enclosed(right))
        if found:
            right = right[: found.start()]
    right = tidy(_IDLE.sub("", _DEGREE.sub("", right[:60])))
    right = _RULED.sub("", right)
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
    if not found:
        return others
    own = [_SHARED_HEAD.search(other) or _OWN_END.search(other) for other in others]
    end = last[found.start() :]
    return [other if has else other + end for other, has in zip(others, own, strict=True)]


def turned(noun: str, area: str | None) -> str:
    """Put a predicate in front of its noun where reports' indicators do so.

    工业企业营业收入超百亿元 gives 营业收入超百亿元工业企业; in a national report 县实施…试点 gives
    实施…试点的县.
    """
    noun = _WIDELY.sub("", noun)
    if noun.endswith("的安置") or (noun.endswith("问题") and "解决" not in noun):
        return noun
    state = _STATE.match(noun)
    if state and _NOUN_END.search(state[1]):
        return re.sub("全部|均|都", "", state[2]) + ("的" if is_national(area) else "") + state[1]
    if is_national(area):
        agent = _AGENT.match(noun)
        whole = agent and agent[1].count("（") == agent[1].count("）") and not _NOT.search(agent[1])
        whole = whole and not _TO_WHOM.match(noun)
        # 完成或者超额完成, 实行租赁
        bare = agent and (only_verbs(_ALIKE.sub("", agent[1])) or _DEED.fullmatch(agent[1]))
        if (
            agent
            and whole
            and not bare
            and not agent[1].endswith(("的", "和", "、"))
            and not _CLAUSAL.search(agent[1])
        ):
            doer = _HEDGES.sub("", agent[1])
            had = _HAD_BY_PEOPLE.fullmatch(doer) if agent[2].endswith("得到") else None
            if had:
                return f"{had[2]}{agent[2]}{agent[4]}的{had[1]}"
            toward = _TOWARD.search(doer)
            told = toward[0] if toward else ""
            return f"{told}{agent[2]}{agent[4]}的{doer.removesuffix(told)}"
        acting = _ACTING.match(noun)
        doer = _HEDGES.sub("", acting[1]) if acting else ""
        if acting and len(doer) > 1 and not doer.endswith(("的", "和", "、")) and not _CLAUSAL.search(doer):
            return f"{acting[2].replace('了', '', 1)}的{doer}"
    return noun
