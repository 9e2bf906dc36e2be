"""Products: what a list of products counts (产量, 供应量) where a lead-in or the item before says it."""

import re

from taizhang.figures.discourse import Discourse
from taizhang.figures.slots import Slot
from taizhang.figures.wording import QUANTITY, verb_places, words
from taizhang.lexicon.late import late
from taizhang.lexicon.tables import toml_table

_PRODUCED = late(
    r"(?:新增)?[^，、]{0,6}?(年产量|总产量|产量|年产能力|生产能力|产值|(?:招生|毕业生|在校学?生)(?:人数|数))(?:[12]\d{3}年|[^、；。\d]){0,16}(?:，[^，、；。\d]{0,24})?$"
)
_ADDED = "新增"
_AMOUNT = "量"
_MADE = re.compile(r"(?:吨|斤|担|度|米|台|辆|架|只|箱|件|匹|尺|马力|千瓦时)$")
_WEIGHED = late(r"(?:吨|斤|担|度|米|件|匹|箱)$")
_EACH = late(r"人均|每人|按人口")
_REACHES = ("由", "达到", "要求达到", "将达到", "要达到")
_NO_PRODUCT = re.compile(rf"^(?:增|（|供应|人均|每人|平均每)|(?:{words('no_products')})$")
_ONLY_MADE = frozenset(toml_table("subjects")["only_made"])
# What begins a list of products, and what of it may stand before the first (主要生产能力有煤炭…).
_LISTS = re.compile(r"[：:]|(?<=能力)有|(?<=产量)有")
_HAD = re.compile(r"^.*(?:能力|产量)有(?=.)")
_BELOW = re.compile(r"如下列?：")
_LONG = 12
_SHORT = 6
_SHORTEST = 4
_ITEM_JOINT = late("[、和与及]")
# How far back the colon of a list, or a lead-in, is looked for.
_REACH = 240
# How many names back an output is looked for.
_NAMES = 40
# How many subjects of the sentence before.
_ITEMS = 12


def product_name(story: Discourse, slot: Slot, core: str) -> str:
    """Name a product that stands alone by what a list, a lead-in or the product before tells of.

    Args:
        story: the sentence.
        slot: the value's place in it.
        core: the words before the value that name the product.
    """
    core = _HAD.sub("", core)
    if core.endswith(_AMOUNT) and story.last.startswith(_ADDED) and (told := _of_colon(story, slot, "")):
        return _ADDED + core if told.startswith(_ADDED) else ""  # 新增生产能力：采煤9万吨，发电量8亿度
    bare = core.split("（", maxsplit=1)[0]
    if (
        len(bare) > (_LONG if _listed_below(story, slot) else _SHORT)
        or QUANTITY.search(bare)
        or _NO_PRODUCT.search(core)
    ):
        return ""
    if verb_places(bare) and bare != "发电":
        return ""
    told = (
        _of_colon(story, slot, core)
        or _of_lead(story, slot, core)
        or _of_output(story, slot, core)
        or _of_growth(story, slot, core)
    )
    return told.replace("发电产量", "发电量")


def _of_output(story: Discourse, slot: Slot, core: str) -> str:
    """Name a product told of after the output of another: 原煤产量…，原油达到1亿吨 → 原油产量."""
    if slot.value.measure == "rank":
        return core + "产量" if _ranked(story, slot, core) else ""
    if not _counts_output(slot):
        return ""
    if _moves_on(story, slot, core):
        return core + "产量"
    near = story.names[-_NAMES:] if len(core.split("（", maxsplit=1)[0]) <= _SHORTEST else story.names[-1:]
    return core + "产量" if any(names[-1].endswith("产量") for names in near) else ""


def _ranked(story: Discourse, slot: Slot, core: str) -> bool:
    """Say whether what is only made has its place by how much is made: 产品产量的位次前移，原煤和水泥居第一位."""
    before = story.sentence[max(0, slot.value.start - _REACH) : slot.value.start]
    return "产量" in before and all(item in _ONLY_MADE for item in _ITEM_JOINT.split(core))


def _moves_on(story: Discourse, slot: Slot, core: str) -> bool:
    """Say whether what is only made moved, after a sentence on outputs: 原煤产量…。棉纱由361万件增加到528万件."""
    told = core in _ONLY_MADE and any(name.endswith("产量") for name in story.carried.subjects[-_ITEMS:])
    if not told or _WEIGHED.search(slot.value.unit) is None:
        return False
    before = story.sentence[max(0, slot.value.start - _REACH) : slot.value.start]
    moved = max(before.rfind(core + verb) for verb in _REACHES)
    return moved >= 0 and not _EACH.search(before)


def _of_growth(story: Discourse, slot: Slot, core: str) -> str:
    """Name what is only made by its output where that was spoken of just before: 粮食产量…，棉花增长4% → 棉花产量."""
    if core not in _ONLY_MADE or slot.value.measure != "growth":
        return ""
    spoken = [names[-1] for names in story.names[-_NAMES:]] or story.carried.subjects[-1:]
    return core + "产量" if any(name.endswith("产量") for name in spoken) else ""


def _of_lead(story: Discourse, slot: Slot, core: str) -> str:
    """Name a product after a lead-in: 主要产品产量都有增长，钢增长12% → 钢产量."""
    lead = story.lead(slot.value.start - _REACH, slot.value.start)
    moves = slot.value.measure in ("growth", "multiple", "change") and slot.value.unit != "位"
    return core + lead if lead and (moves or _counts_output(slot)) else ""


def _listed_below(story: Discourse, slot: Slot) -> bool:
    """Say whether a list in so many words (年产能力如下：…) holds the item."""
    return _BELOW.search(story.sentence, max(0, slot.value.start - _REACH), slot.value.start) is not None


def _counts_output(slot: Slot) -> bool:
    return slot.value.measure == "level" and _MADE.search(slot.value.unit) is not None


def _of_colon(story: Discourse, slot: Slot, core: str) -> str:
    """Name an item of a list of products after a colon (产量是：钢42万吨，煤1300万吨)."""
    moves = slot.value.measure in ("growth", "multiple", "change")
    if slot.ending.strip() and not moves and not _listed_below(story, slot):
        return ""
    near = story.sentence[max(0, slot.value.start - _REACH) : slot.value.start]
    colon = max((found.end() - 1 for found in _LISTS.finditer(near)), default=-1)
    found = _PRODUCED.search(near[:colon]) if colon > 0 else None
    if not found or ("；" in near[colon:] and not story.last.endswith(found[1])):
        return ""
    return ("新增" if "新增" in found[0] else "") + core + found[1]
