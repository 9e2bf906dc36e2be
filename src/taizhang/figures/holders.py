"""Holders: the body that a clause names alone and whose quantities are told after it (某水库，可蓄水…)."""

import re

from taizhang.figures.discourse import Discourse
from taizhang.figures.settling import QUANTITY
from taizhang.figures.topics import opens_with_verb, subject_of
from taizhang.figures.wording import leading_verbs, tidy, trim_left, verb_places, words

_BODY = re.compile(rf"(?:{words('bodies')})$")
_AFTERWARDS = re.compile(r"^(?:包括|其中|在.*(?:后|以后|之后|时|下)$|由于|因为|除)")
_WITHIN_YEARS = re.compile(r"^(.{2,}?)在[^，]*(?:后|以后|之后|时)$")
_LONGEST = 12
_REACH = 3


def of_holder(story: Discourse, index: int, name: str) -> str:
    """Put before a quantity the body that the clause before it names alone."""
    slot, before = story.slots[index], story.before(index)
    told = QUANTITY.search(name) or leading_verbs(name.removeprefix("每年"))
    if not slot.core or not told or len(name) > _LONGEST:
        return name
    floor = before.clause if before is not None else -1
    for place in range(slot.clause - 1, max(floor, slot.clause - _REACH - 1), -1):
        if place + 1 < slot.clause and story.clauses[place + 1].opener in "；;":
            break
        said = story.said(place).strip()
        holder = _named_alone(said, story.area)
        if holder:
            return name if holder in name else holder + name
        if not _AFTERWARDS.match(said):
            break
    return name


def _named_alone(said: str, area: str | None) -> str:
    """Give the body that a clause names and says nothing else of, empty where it does more."""
    during = _WITHIN_YEARS.match(said)
    text = tidy(trim_left(during[1] if during else said, area)).removesuffix("等")
    modifier, _, head = text.rpartition("的")
    if verb_places(modifier):
        text = head
    elif opens_with_verb(text, area) or verb_places(text):
        return ""
    return text if _BODY.search(text) and subject_of(text) == text else ""
