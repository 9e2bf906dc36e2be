"""Causes: what does the deed that so many are told of, where the clause before it says so."""

import re

from taizhang.figures.discourse import HELPING, Discourse
from taizhang.figures.topics import owner
from taizhang.figures.wording import QUANTITY, leading_verbs, verb_places
from taizhang.lexicon.late import late

_MEANS = late(r"(?:债券|基金|资金|国债|贷款)$")
_GIVING = re.compile("[对为向给]")
_BRINGS = re.compile(
    r"(?:直接|间接)?(?:带动|拉动|撬动|赋能|涉及|覆盖(?!率|面|范围))(?=..)|释放(?=产值|(?:长期)?(?:流动性|资金))|吸引(?=[^，。；的]{0,4}(?:观众|游客))|惠及|通达(?=[^，。；的]{2,4}(?:城市|国家|地区|港口)$)"
)
# What lifted something by so many points is told without its share of it: 消费对经济增长贡献率60%、拉动经济增长3个百分点.
_OF_WHAT = re.compile("(?<=..)[占对]")
# Money paid out is named without the deed by which it reaches somebody: 稳岗资金惠及职工, but 改造老旧小区惠及居民.
_PAYING = re.compile(r"(?:发放|安排|兑现|拨付|投入|下达|落实|争取)+")

# A burden taken off bodies is not what reaches them: 减轻企业负担3亿元，惠及小微企业9万户.
_LIGHTENS = re.compile(r"减轻|(?:为[^，]{2,8})?减负|降低[^，]{0,8}成本")

SHORTEST_THING = 2


def of_cause(story: Discourse, index: int, core: str) -> str:
    """Put what is brought about behind what brings it about (发放补贴12万元、带动销售90万元)."""
    slot = story.slots[index]
    if slot.joint and HELPING.match(core) and _MEANS.search(story.last):
        return owner(story.last[len(leading_verbs(story.last)) :]) + core
    follows = bool(slot.joint) or (slot.clause and story.clauses[slot.clause].opener in "、，")
    if not follows or not _BRINGS.match(core):
        return ""
    if slot.value.unit.endswith("百分点"):
        grown = "增长" if slot.ending.startswith("增长") and not core.endswith("增长") else ""
        return _OF_WHAT.split(story.carry(index))[0] + core + grown
    cause = _BRINGS.split(story.owner(index))[0]
    if _PAYING.match(cause) and story.last.startswith(cause):
        cause = story.last  # 生态岗位补助资金, not 生态岗位
    if _GIVING.match(cause) or (core.startswith("惠及") and _LIGHTENS.match(cause)):
        return ""
    if core.startswith("释放") and QUANTITY.search(cause) and leading_verbs(cause):
        return cause + core  # 下调准备金率，释放资金9亿元
    paid = _PAYING.match(cause) if core.startswith("惠及") else None
    if paid or not core.startswith("惠及"):
        cause = _without_deed(cause)
    means = _MEANS.search(cause) and story.last.endswith(cause)
    whole = cause and (not QUANTITY.search(cause) or means)
    told = len(cause) > SHORTEST_THING if paid else whole
    return cause + core if told else ""


def _without_deed(cause: str) -> str:
    """Leave out the verbs before a cause, but those that say what it is: 安排破产关闭项目 → 破产关闭项目."""
    deed = leading_verbs(cause)
    whole = deed and len(cause) - len(deed) <= SHORTEST_THING
    return cause[verb_places(cause)[0][1] if whole else len(deed) :]
