"""Aims: what a sum is set aside for, said behind it (中央财政安排109亿元资金支持再就业)."""

import re

from taizhang.figures.discourse import Discourse
from taizhang.figures.wording import tidy, words

_SPENDING = re.compile(
    r"(?:财政|中央|政府|国家|预算|国务院)[^，、的]{0,4}(?:安排|投入|新增|下达|拨付|拨出|拿出)(?:专项|补助|建设)*(?:资金)?$"
    r"|^(?:统筹|筹措|整合)(?:资金)?$"
)
_FUND = re.compile(r"(?:专项|补助|建设)*资金$")
_BARE = re.compile(r"(?:中央|国家)(?:和地方)?(?:财政|政府)?(?:安排|投入|下达|拨付|拨出)")
_PURPOSE = re.compile(r"为了?(?:加快|推进|促进|支持|加强|做好|实现|保障|保证)+([^，]+)$")
_BODY = re.compile(r"政府|财政|投入$")
_AIM = re.compile(
    rf"(?P<fund>的?[^，。；、的]{{0,4}}?(?:国债资金|资金|国债|贷款|经费))?"
    rf"(?:，比[^，。；]{{4,24}}(?=，))?(?:，?[^，。；、]{{0,2}}(?:用于|用来|用以)|，(?:主要|重点)?(?:用|以|采取|通过)[^，。；、]{{2,6}}(?:方式|办法)|，增加(?=对)|，?(?=(?:{words('aims')})))"
    rf"(?P<aim>[^，。；：\d][^，。；：]+)"
)


def aimed_at(story: Discourse, index: int) -> str:
    """Name money that a treasury sets aside by what it is for; empty for other values."""
    slot = story.slots[index]
    if not slot.value.unit.endswith("元") or not _SPENDING.search(slot.core):
        return ""
    core = _FUND.sub("", slot.core)
    found = _AIM.match(story.sentence, slot.value.tail)
    if not found:
        told = _aim_before(story, index) if _BARE.fullmatch(core) and not slot.right else ""
        return core + told + slot.core[len(core) :] if told else ""
    fund = slot.core[len(core) :] or (found["fund"] or "").lstrip("的")
    return core + tidy(_without_values(story, index, *found.span("aim"))) + fund


def _aim_before(story: Discourse, index: int) -> str:
    """Give what the clause before does with money that the next one tells (继续实施危房改造，中央财政投入60亿元)."""
    clause = story.slots[index].clause
    purpose = _PURPOSE.match(story.said(clause - 1)) if clause else None
    told = tidy(purpose[1]) if purpose else story.owner(index) if clause else ""
    return "" if _BODY.search(told) else told


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
