"""Shares: names of the form A占B比重, in which the whole may stand in a clause before."""

import re

from taizhang.figures.discourse import Discourse
from taizhang.figures.topics import DEPENDENTS
from taizhang.figures.wording import tidy, trim_left, verb_places

_SHARE = re.compile(
    r"^(.*?)(?:约|只|仅|还|已|也|大约|将|大体)*占(?![比用地领有据])(.+?)(?:的)?(?:比重|比例|份额)?$"
)
_SHARE_OPEN = re.compile(r"(.*?)所占(?:的)?(?:比重|比例)?$")
_OF_PLACE = re.compile(r"(?:超过|超|达到|达|接近)了?(全球|全国|世界|全省|全市|总[量数])的?$")
_SHARE_NOUNS = ("比重", "比例", "占比", "份额")


def share_name(story: Discourse, index: int) -> str:
    """Name a share (A占B的百分之…); empty where the words tell of none."""
    slot = story.slots[index]
    half = _OF_PLACE.search(slot.left) if slot.value.unit == "%" else None
    if half:
        part = tidy(trim_left(slot.left[: half.start()], story.area)) or story.carry(index)
        return f"{part}占{half[1]}比重"
    if slot.value.measure != "level" or ("占" not in slot.left and slot.core):
        return ""
    if slot.core.startswith("占") and slot.core.endswith(_SHARE_NOUNS[:2]):
        return story.carry(index) + slot.core
    if "占" in slot.ending:
        return _of_whole(story, index, slot.core, story.scope(slot) or story.whole)
    opened = _SHARE_OPEN.match(slot.core or story.carry(index))
    if opened:
        return _of_whole(story, index, tidy(opened[1]), story.scope(slot))
    share = _SHARE.match(slot.core)
    if not share or slot.core.endswith(_SHARE_NOUNS):
        return ""
    part = tidy(share[1]) or story.carry(index)
    if part in DEPENDENTS:
        owned = story.owner(index)
        part = part if verb_places(owned) else owned + part
    return _noted(story, part, f"{part}占{tidy(share[2])}" + ("" if share[2] == "全国" else "比重"))


def _of_whole(story: Discourse, index: int, part: str, whole: str) -> str:
    """Put a share together; without a scope the whole is the one value that the sentence gave before."""
    if not whole and part and len(story.names) == 1 and "占" not in story.slots[0].ending:
        whole = story.last
    story.whole = whole
    part = part or story.carry(index)
    return _noted(story, part, f"{part}占{whole}比重") if whole else ""


def _noted(story: Discourse, part: str, name: str) -> str:
    story.parts[tidy(name)] = part
    return name
