"""Turning: what counted things do or are is put before them, as indicators have it (实施试点的县)."""

import re

from taizhang.figures.wording import is_national, only_verbs, words
from taizhang.lexicon.late import late

_AGENT = late(
    rf"^(.{{1,20}}?)((?:全部|都|已|能|将)?(?:{words('agent_verbs')})(?:(?:或|和|、)(?:{words('agent_verbs')}))*)(?!的|(?<=转业)(?:干部|军人|士兵|培训"
    rf"|安置)|(?<=租赁)(?:住?房|市场|合同|业|企业))(了?)(.*)$"
)
_DEED = late(words("agent_verbs"))
_STATE = re.compile(
    r"^(.{1,12}?)((?:经营性收入|营业收入|(?:经济总量|(?:地区)?生产总值)(?=(?:首次)?(?:超|突破|过|不足|达))|年产值|产值|主营业务收入|空气质量|环境面貌|实际收入|(?<![低高中])收入|水质|[^，。；、的（）]{2,6}率(?=不足|不到|低于))[^的]{2,16}|(?<=[县区市镇乡）])(?!辖)[^，。；、的（）]{0,8}(?:债务率|负债率|失业率|支出占[^，。；、的]{2,10}比重)(?:超|高于)[^的]{2,10}|(?<=[省市县区业])[^，。；、的市]{2,8}好于[^的]{0,8})$"
)

# What has not been done is no doer: 八千万人没有解决温饱问题.
_NOT = re.compile(r"(?:没有|尚未|还未|未能?|不能|无法|难以|不准|不得|不许)$")
_HEDGES = re.compile(
    r"(?:都|均|已经|已|一次|初步|基本|先后|相继|陆续|提前|得以|普遍|将|又|还|正|也|就|(?<=都)能|可以|(?<!许)可|从中|(?<=从中)直接|现在|目前|(?<=[业户人员家])提前)+$"
)
# What stands between two verbs of one deed: 完成或者超额完成.
_ALIKE = re.compile(r"或者?|和|、|超额|提前")

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
_HAD_BY_PEOPLE = late(
    r"(.{0,10}?(?:人口|人员|对象|学生|儿童|群众|居民|农民|职工|农户|家庭|自然村|行政村|建制村|村庄|社区|乡镇|企业))(.{2,10})"
)
# Whom the deed is for stands before it: 向农民发放补贴.
_TO_WHOM = re.compile(r"[向对给](?!社会|全国|公众|世界|外|口|虾)")
_CLAUSAL = re.compile(r"实现|[方搬]$|[了在]")
_NOUN_END = late(r"[率额量品区目务员点站所院校队群园业家庭处地路市县省镇乡村域体）]$")
# Those that something is said of, at the end of their noun: what a verb behind them tells is their predicate.
_DOER = rf"(?:{words('doers')})(?:（[^）]*）)?"
_DOER_END = late(f"{_DOER}$")
# What else is said of them before: 抗菌药大幅降价并纳入目录.
_TOLD_TOO = late(rf"(.*?{_DOER}).{{2,6}}并$")
_DOING = late(
    rf"^((?:[^，。；的]{{0,16}}的)?在?[^，。；的在]{{0,16}}?{_DOER})(?:经(?!营|济|销|过)[^，。；]{{2,12}}?后)?"
    rf"(?:{words('doing_hedges')})*((?:{words('doing_manners')})*(?:(?:{words('doing_verbs')})|(?:{words('agent_verbs')}))(?!的|率)[^，。；]+)$"
)
# … or has a quantity of which something is said: 县农民收入没有增加, 产品产量居世界首位.
_HAVING = late(
    rf"^([^，。；的]{{0,12}}?{_DOER})的?([^，。；、的]{{0,8}}?(?:{words('quantity_ends')}|{words('dependents')}|{words('conditions')})"
    rf"(?<!职工)(?<!人口)(?<!学生)(?:{words('doing_hedges')})*(?:{words('states')})(?![民住])[^，。；的]*)$"
)


def turned(noun: str, area: str | None) -> str:
    """Put a predicate in front of its noun where reports' indicators do so.

    工业企业营业收入超百亿元 gives 营业收入超百亿元工业企业; in a national report 县实施…试点 gives
    实施…试点的县.
    """
    noun = _WIDELY.sub("", noun)
    if noun.endswith("的安置") or (noun.endswith("问题") and "解决" not in noun):
        return noun
    having = _HAVING.match(noun) if is_national(area) else None
    state = _STATE.match(noun)
    if having and state and not _DOER_END.search(state[1]):
        state = None  # 省份渔业收入下降: not 渔业 of the provinces
    if state and _NOUN_END.search(state[1]):
        return re.sub("全部|均|都", "", state[2]) + ("的" if is_national(area) else "") + state[1]
    if is_national(area):
        doing = having or _DOING.match(noun)
        if doing and not _TO_WHOM.match(noun) and not doing[2].endswith(doing[1][-2:]):
            return f"{doing[2].replace('了', '', 1)}的{doing[1]}"
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
            told_too = _TOLD_TOO.match(doer) if doer.endswith("并") else None
            doer = told_too[1] if told_too else doer
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
