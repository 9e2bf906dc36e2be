"""Prices: of which price the rises of a sentence are told, where only the things and their measure stand again."""

import re

from taizhang.figures.discourse import Discourse
from taizhang.figures.wording import QUANTITY, verb_places
from taizhang.lexicon.late import late

_PRICE = re.compile(
    r"(?:最低|合同|综合)*(?:收购|定购|订购|统购|统销|销售|零售|出厂)?(?:保护)?价格?(?![值位差款])"
)
# By how much of a thing its price is told: 早稻每斤, 每50公斤小麦.
_MEASURE = r"(?:平均)?每[0-9一二三四五六七八九十百]*(?:公斤|斤|吨|担|千瓦时|度)"
_MEASURED = re.compile(rf"({_MEASURE})$")
_PRICED = late(rf"({_MEASURE})?[^，；、的]{{1,6}}?({_PRICE.pattern})(平均)?({_MEASURE})?")
_MONEY = ("元", "分", "角", "毛")
# How far back the clause stands that says which price is raised.
_REACH = 3
_LONGEST_THING = 5


def priced(story: Discourse, index: int, name: str) -> str:
    """Give a thing the price that is told of: 提高粮食最低收购价，早稻每斤提高2分 → 早稻最低收购价每斤.

    Other names come back as they are.
    """
    slot = story.slots[index]
    if slot.value.measure != "change" or not slot.value.unit.endswith(_MONEY):
        return name
    measured = _MEASURED.search(slot.core)
    thing = _MEASURED.sub("", name)
    longest = max(map(len, thing.split("、")))
    if (
        not thing
        or thing.endswith(("价", "价格"))
        or longest > _LONGEST_THING
        or QUANTITY.search(thing)
        or verb_places(thing)
    ):
        return name
    if measured:
        price = _price_before(story, slot.clause)
        return thing + price + measured[1] if price else name
    return _like_last(story, thing) or name


def _price_before(story: Discourse, clause: int) -> str:
    """Give the price that one of the clauses before speaks of."""
    for place in range(clause - 1, max(-1, clause - _REACH - 1), -1):
        told = [*_PRICE.finditer(story.said(place))]
        if told:
            return told[-1][0]
    return ""


def _like_last(story: Discourse, thing: str) -> str:
    """Name a thing after another whose price was just told: 每50公斤早稻定购价提高3元，大麦提高2元."""
    last = _PRICED.fullmatch(story.last)
    return f"{last[1] or ''}{thing}{last[2]}{last[3] or ''}{last[4] or ''}" if last else ""
