"""Aims: what a sum is set aside for, said behind it (市财政安排9亿元资金支持渔港改造) or before it."""

import re

from taizhang.figures.discourse import Discourse
from taizhang.figures.topics import opens_with_verb, topic
from taizhang.figures.wording import is_national, tidy, trim_left, words
from taizhang.lexicon.late import late

_SPENDING = re.compile(
    r"(?:财政|中央|政府|国家|预算|国务院)[^，、的]{0,5}(?:安排|投入|新增|下达|拨付|拨出|拿出|筹集)(?:专项|补助|建设)*(?:资金)?$"
    r"|^(?:统筹|筹措|整合)(?:资金)?$"
)
# Bonds and funds that are set aside, by whomever: 安排地方债券6亿元置换债务.
_SET_ASIDE = re.compile(r"(安排|拿出|下达|拨付)(?:使用)?([^，。；、]{0,14}(?:债券|国债|专项债|资金))?")
_RAISED = re.compile(
    r"[^，。；、]{0,6}(?:安排|下达|拨付|拿出|统筹|筹措|筹集)[^，。；、]{0,6}(?:资金|债券|国债)"
)
# The fund that is spoken of before: 安排特别国债9亿元…，拿出2亿元支持以旧换新.
_FUND_TOLD = late(r"(?:使用|安排|发行)+([^，。；、]{0,10}(?:国债|债券|资金))$")
_NEAR = 3
# A fund of which a part is taken: 从渔业风险基金中拿出9亿元用于补贴渔民.
_DRAWN = re.compile(r"从([^，。；从]{2,20})中(?:拿出|提取|安排|划出|划拨|列支)$")
# … for so many of what is told then: 从渔业基金中拿出9亿元，用于3万人次以上的技能培训.
_FOR_SO_MANY = late(
    r"，?(?:主要)?用于[\d.]+[万亿]?[^，。；、的\d以左]{1,3}(?:以上|左右)?的?([^，。；、]{2,24})"
)
# A fund of which a part is told: 超长期特别国债中9亿元用于渔港建设.
_WITHIN = re.compile(r"([^，。；从在]{2,20}(?:国债|债券|资金|贷款|基金|债))[中里]")
# Money that no treasury is told to give, and the fund behind it: 安排9亿元特别国债资金支持渔港改造.
_GIVING = re.compile(r"(?:继续|再|另|拟|拟再|还|先后)*(?:安排|拿出|发行|投入|新增|下达|拨付|拨出|统筹)")
_FUND_FOR = late(
    r"(?P<fund>[^，。；、的\d]{0,10}(?:国债|债券|资金|贷款|基金))?(?P<apart>，)?(?:继续|重点|主要|专项|专门|全部)*"
    r"(?P<aim>(?:用于|支持|置换)[^，。；：、\d][^，。；：\d]+)(?=[，。；]|$)"
)
_RUN = late("(?:实施|开展|推进)(?=..)")
_FUND = re.compile(r"(?:专项|补助|建设)*资金$")
# Money of a treasury without a word of what it is for: 中央财政安排, 中央财政为此将增加支出.
_BARE = re.compile(
    r"(?:为此)?((?:(?:中央|国家|各级)(?:和地方)?)?(?:财政|政府)?(?:预算)?)"
    r"(?:为此|此项|将|[一二两三四五六七八九十\d]年|增加|新增)*(?:(安排|投入|下达|拨付|拨出)|(支出))"
)
_THEREFORE = "为此"
_POINTS_BACK = re.compile("为此|此项")
# What the clause before gives more money to: 加大对科技事业的投入, 增加社会保障投入.
_GIVEN_MORE = late(r"(?:增加|加大)(?:对([^，]{2,30}?)的|([^，对]{2,10}?))(投入|支持|支出)(?:力度)?[。；]?$")
_PURPOSE = late(r"为了?(?:(?:加快|推进|促进|继续|加强|做好|实现|保障|保证)+|(?=支持|落实|解决))([^，]+)$")
# What a clause sets up: 对乡村医生实行定额补助制度.
_SET_UP = late(
    r"(?:对([^，]{2,14}))?(?:实行|实施|建立健全|建立|启动|推进|推行|完善)+([^，]{2,24}(?:制度|计划|工程|政策|行动|机制|改革|试点))$"
)
_GRANT = ("补贴", "补助", "奖励")
# Behind money for which the paragraph alone says what for: nothing, or how much more it is.
_ENDS = late(r"[，、]?(?:[比较是占]|增|地方|同比|$|[。；])")
# How many clauses back what money is for is looked for.
_REACH = 8
_BODY = late(r"政府|财政|投入$")
_AIM = late(
    rf"(?P<fund>的?[^，。；、的]{{0,8}}?(?:国债资金|资金|国债|债券|贷款|经费))?"
    rf"(?:，比[^，。；]{{4,24}}(?=，))?(?:，?[^，。；、]{{0,2}}(?:用于|用来|用以)|，(?:主要|重点)?(?:用|以|采取|通过)[^，。；、]{{2,6}}(?:方式|办法)"
    rf"|，增加(?=对)|，?(?:直接|继续)?(?=(?:{words('aims')})))"
    rf"(?P<aim>[^，。；：\d][^，。；：]+)"
)


def aimed_at(story: Discourse, index: int) -> str:
    """Name money that a treasury sets aside by what it is for; empty for other values."""
    slot = story.slots[index]
    if not slot.value.unit.endswith("元"):
        return ""
    drawn = _DRAWN.search(slot.left) if slot.left.endswith(("出", "取", "排", "拨", "支")) else None
    if drawn:
        return _drawn_from(story, index, drawn[1])
    set_aside = _set_aside(story, index) or _given_for(story, index)
    if set_aside:
        return set_aside
    core = _FUND.sub("", slot.core)
    found = _AIM.match(story.sentence, slot.value.tail) if _SPENDING.search(slot.core) else None
    if not found:
        bare = _BARE.fullmatch(core) if not slot.right else None
        return _told_before(story, index, bare, slot.core[len(core) :]) if bare else ""
    fund = slot.core[len(core) :] or (found["fund"] or "").lstrip("的")
    return core + tidy(_without_values(story, index, *found.span("aim"))) + fund


def _set_aside(story: Discourse, index: int) -> str:
    """Name bonds or funds set aside by what they are for: in a national report before them, else as it is said."""
    slot = story.slots[index]
    national = is_national(story.area)
    told = (_SET_ASIDE if national else _RAISED).fullmatch(slot.core)
    found = _AIM.match(story.sentence, slot.value.tail) if told else None
    if not told or not found or "，" in found[0]:
        return ""
    aim = tidy(_without_values(story, index, *found.span("aim")))
    if aim != tidy(found["aim"]):
        return ""  # what it supports is counted itself
    if not national:
        return slot.core + ("用于" if "用于" in found[0] else "") + aim if not found["fund"] else ""
    fund = told[2] or found["fund"]
    if fund:
        return told[1] + aim + fund.lstrip("的")
    told_of = (_FUND_TOLD.search(names[-1]) for names in reversed(story.names[-_NEAR:]))
    lent = next(filter(None, told_of), None)
    return aim + (lent[1] if lent else "资金") if told[1] == "拿出" else ""


def _drawn_from(story: Discourse, index: int, fund: str) -> str:
    """Name money taken from a fund by what it is for (渔业风险基金用于补贴渔民); empty where nothing says so."""
    found = _AIM.match(story.sentence, story.slots[index].value.tail)
    many = None if found else _FOR_SO_MANY.match(story.sentence, story.slots[index].value.tail)
    if not found:
        return tidy(trim_left(fund, story.area)) + f"用于{many[1]}" if many else ""
    aim = tidy(_without_values(story, index, *found.span("aim")))
    run = _RUN.match(aim)
    paid = "用于" if run or "用于" in story.sentence[found.start() : found.start("aim")] else ""
    return tidy(trim_left(fund, story.area)) + paid + (aim[run.end() :] if run else aim)


def _given_for(story: Discourse, index: int) -> str:
    """Name money by its aim and the fund behind or before it; empty where the words tell of none.

    安排9亿元特别国债支持渔港改造 gives 安排支持渔港改造特别国债; 特别国债中9亿元用于修港 gives 用于修港的特别国债.
    """
    slot = story.slots[index]
    left = slot.left.strip("，；、 ")
    within = _WITHIN.fullmatch(left)
    given = _GIVING.fullmatch(trim_left(left, story.area)) if not within else None
    found = _FUND_FOR.match(story.sentence, slot.value.tail) if within or given else None
    if not found or (within and not found["aim"].startswith("用于")):
        return ""
    aim = tidy(found["aim"])
    if found["apart"] and not (found["fund"] and aim.startswith("支持") and "、" not in aim):
        return ""
    if within:
        return f"{aim}的{tidy(trim_left(within[1], story.area))}"
    return trim_left(left, story.area) + aim + (found["fund"] or "")


def _told_before(story: Discourse, index: int, bare: re.Match[str], fund: str) -> str:
    """Name a treasury's money by what the words before tell it to be for; empty where they tell nothing."""
    before = _said_before(story, index)
    more = _GIVEN_MORE.search(before)
    if more:
        return f"{bare[1]}对{more[1]}的{more[3]}" if more[1] else _kind_of(bare, tidy(more[2]), more[3])
    therefore = before == _THEREFORE or _POINTS_BACK.search(story.slots[index].left) is not None
    purpose = _PURPOSE.match(before)
    if bare[1] in ("", "财政") or (bare[3] and not purpose and not therefore):
        return ""
    told = tidy(purpose[1]) if purpose else _theme(story, index, therefore=therefore)
    if not told or _BODY.search(told):
        return ""
    if bare[3]:
        return bare[1] + told + bare[3]
    deed = story.slots[index].clause and not purpose and not therefore
    if (deed and opens_with_verb(before, story.area)) or (fund and told.endswith(_GRANT)):
        return bare[1] + bare[2] + told + fund
    return told + bare[1] + bare[2] + fund


def _kind_of(bare: re.Match[str], kind: str, noun: str) -> str:
    """Name the part of a treasury in what is given more of: 增加教育支出，其中中央财政支出 → 中央财政教育支出."""
    return bare[1] + (bare[2] or "") + kind.removeprefix("全国") + noun


def _said_before(story: Discourse, index: int) -> str:
    """Give the clause before a value's that says more than when, or the sentence before without values."""
    for place in range(story.slots[index].clause - 1, -1, -1):
        said = story.said(place).strip()
        if trim_left(said, story.area):
            return said
    return story.carried.plain


def _theme(story: Discourse, index: int, *, therefore: bool) -> str:
    """Give what the money is for: what the clause before speaks of, else what the paragraph is about."""
    slot = story.slots[index]
    if therefore:
        said = [story.said(place).strip() for place in range(max(0, slot.clause - _REACH), slot.clause)]
        set_up = next((found for clause in reversed(said) if (found := _SET_UP.search(clause))), None)
        if set_up:
            return tidy((set_up[1] or "") + set_up[2])
        first = max(0, slot.clause - _REACH)
        near = slice(max(0, index - _REACH * 4), index)
        told = {
            other.clause: names[-1] for other, names in zip(story.slots[near], story.names[near], strict=True)
        }
        topics = (
            told.get(first + place) or topic(clause, story.area)
            for place, clause in enumerate(said)
            if clause != _THEREFORE
        )
        return next(filter(None, topics), "") or story.carried.theme(story.area)
    if slot.clause:
        return story.owner(index)
    alone = _ENDS.match(story.sentence, slot.value.tail)
    return story.carried.theme(story.area) if alone else ""


def _without_values(story: Discourse, index: int, start: int, end: int) -> str:
    """Give the words behind a value without the numbers among them (支持116户国有企业 → 支持国有企业)."""
    said = ""
    for place in range(index + 1, len(story.slots)):
        value = story.slots[place].value
        if value.start >= end:
            break
        if value.start >= start:
            said, start = said + story.sentence[start : value.start], value.tail
    return said + story.sentence[start:end]
