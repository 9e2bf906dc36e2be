"""Pointers: words before a value that stand for what was told before (这些方面, 提供的利税)."""

import re

from taizhang.figures.discourse import Discourse
from taizhang.figures.topics import topic
from taizhang.figures.wording import QUANTITY, leading_verbs
from taizhang.lexicon.late import late

_THESE = late("(?<=用于)这(?:些|几个?|两个|三个)?方面|这(?:些|几个?|两个|三个)?方面(?=的)")
# What the clause before says of them: 加大对科技、教育事业的支持, 对能源建设要予以保证, 投资的重点是能源建设.
_GIVEN_TO = late(
    "对([^，。；]{2,30}?)(?:的(?:支持|投入)|(?:要|应|必须|将)?(?:予以|给予|加以)(?:重点)?(?:保证|支持|倾斜|照顾|扶持))"
    "|重点(?:是|为|放在)([^，。；]{2,30})"
)
_FOR = late("用于[^，。；]{2,30}的(?=.{2,}$)")
_SETS_TIME = re.compile("[^，]{0,12}(?:期间|时期|年来?|年中|里)")
_CLAUSES = re.compile("[，；：]")
# What those counted just before make: 60户造船企业，提供的利税占三成.
_MADE = re.compile("(?:提供|创造|实现|上缴|完成|生产|拥有)的")
# What belongs to the thing told last: 其产值占总产值的比重.
_ITS = re.compile("其(?![中他它余次])([^，。；的占]{2,6})(?=占)")
# Things told before, of which a quantity is told: 这些企业的负债率.
_THOSE = late("(?:^|[，；。使让])这些([^，。；、的方]{1,6}?)(?=的[^的]{2,}|提供|生产)")
# … or those inside the zone told before: 区内企业收入.
_INSIDE = re.compile("([区园港])内(?=企业)")
# Where something is tried that was told before: 试点地区农民负担.
_PILOT = ("试点地区", "试点城市", "试点企业", "试点单位", "试点县")
_FIGURE = re.compile("[0-9]")
_LONGEST = 24
# How many values back such things are looked for.
_REACH = 9
_BODIES = ("家", "户", "个", "所")


def point(story: Discourse, index: int) -> None:
    """Put into the core of a value what its words point back to."""
    slot = story.slots[index]
    these = _THESE.search(slot.left) if "方面" in slot.left and slot.core else None
    told = _told_of(story, index) if these else ""
    if these and told:
        before, found, behind = slot.core.rpartition(these[0])
        behind = behind if found else slot.core.removeprefix("方面")
        slot.core = before + told.removesuffix("的") + (behind if behind.startswith("的") else f"的{behind}")
    elif _MADE.match(slot.core):
        slot.core = _makers(story, index) + slot.core
    elif (
        story.names and "其" in slot.left and (its := _ITS.search(slot.left)) and slot.core.startswith(its[1])
    ):
        slot.core = story.owner(index) + slot.core
    elif (
        story.names
        and "这些" in slot.left
        and (those := _THOSE.search(slot.left))
        and slot.core.startswith(those[1])
    ):
        told = _all_told(story, those[1])
        slot.core = told + slot.core.removeprefix(those[1])
        slot.left = told + slot.left[those.end() :]
    elif story.names and slot.core.startswith(_PILOT):
        slot.core = _tried(story) + slot.core
    elif story.names and (inside := _INSIDE.match(slot.core)):
        slot.core = _zone(story, inside[1]) + slot.core[inside.end() :]


def _told_of(story: Discourse, index: int) -> str:
    """Give the things that the clause or the sentence before tells of; empty where they tell of none."""
    place = story.slots[index].clause - 1
    timed = place >= 0 and _SETS_TIME.fullmatch(story.said(place))
    said = story.said(place) if place >= 0 and not timed else story.carried.plain
    given = _GIVEN_TO.search(said)
    if given:
        return given[1] or given[2]
    told = [*_FOR.findall(next(reversed(story.carried.subjects), ""))] if not said else []
    spoken = told[-1] if told else topic(_CLAUSES.split(said.rstrip("。"))[-1], story.area)
    return "" if len(spoken) > _LONGEST or _FIGURE.search(spoken) else spoken


def _makers(story: Discourse, index: int) -> str:
    """Give the bodies that the clause before counts and says nothing of."""
    slot, before = story.slots[index], story.before(index)
    if before is None or before.clause != slot.clause - 1 or before.value.unit not in _BODIES:
        return ""
    alone = story.said(before.clause).endswith(before.right) and not QUANTITY.search(before.right)
    return before.right if alone else ""


def _all_told(story: Discourse, things: str) -> str:
    """Give the things of a kind as they were told last in the sentence (实行租赁的企业); else the kind alone."""
    for names in reversed(story.names[-_REACH:]):
        name = names[-1][len(leading_verbs(names[-1])) :]
        if name.endswith(things):
            return name
    return things


def _zone(story: Discourse, kind: str) -> str:
    """Give the zones counted last in the sentence (高新技术产业开发区); else 区内 stays."""
    for slot in reversed(story.slots[: len(story.names)][-_REACH:]):
        zone = slot.right[len(leading_verbs(slot.right)) :] or slot.core[len(leading_verbs(slot.core)) :]
        if zone.endswith(kind):
            return zone
    return f"{kind}内"


def _tried(story: Discourse) -> str:
    """Give what was told last to be tried: 税费改革 of 税费改革试点扩大到9个省; empty where nothing was."""
    for names in reversed(story.names[-_REACH:]):
        tried, pilot, _ = names[-1].partition("试点")
        tried = tried[len(leading_verbs(tried)) :].removeprefix("进行")
        if pilot and len(tried) > 1:
            return tried
    return ""
