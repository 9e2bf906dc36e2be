"""Naming: the indicator of one value, from its own words and what the sentence has spoken of."""

import re

from taizhang.figures.clauses import hide_enclosed, within_reach
from taizhang.figures.coordination import sibling_of
from taizhang.figures.counted import turned
from taizhang.figures.discourse import BENEFIT, BRINGING, Discourse
from taizhang.figures.parts import of_sibling
from taizhang.figures.products import product_name
from taizhang.figures.settling import BOUND, COVERING, MOVING, QUANTITY
from taizhang.figures.shares import part_told, share_name
from taizhang.figures.slots import Slot
from taizhang.figures.topics import DEPENDENTS, LEANING, owner
from taizhang.figures.wording import (
    VERB_CHAIN,
    closing_verbs,
    drop_growth_noun,
    is_national,
    leading_verbs,
    tidy,
    trim_left,
    trim_right,
    verb_places,
    words,
)
from taizhang.lexicon import places

_BENEFICIARY = re.compile(r"(?:免费)?[为对]$|^[为对]|^已?[同与]?(?:世界|全世界)?上?$")
_TAKING = re.compile(r"(?:将|把|同|与)$|^(?:用|拿出|花)$")
_COMPARED = re.compile(
    r"(高于|低于|快于|慢于|高出|超出|高过)((?:全国|全省|全市|世界|全球)[^，]{0,8}?)(?:约|近|超|超过|达)*$"
)
_TRADE = re.compile(r"([^，、进]{1,8})进?出口(?:总额|总值|额)?$")
_FULFILLED = re.compile(r"(?:超额)?完成了?(?:原定|年度|全年|原|本年)?的?(?:计划|预算|任务|指标)数?的?$")
_YEARLY = re.compile(r"(?<!每[人生户亩])(年均|平均每年|每年)(增加|增长|新增)?")
_ONLY_VERBS = re.compile(
    rf"(?!.*(?:{words('whole_verbs')})$)(?:基本|全部|已|先|新|再)*(?:{VERB_CHAIN}(?:了)?|在建|拟建)$"
)
_BRINGS = re.compile(r"(?:带动|拉动|撬动|赋能)(?=..)")
_QUOTED = re.compile("“[^”]+”")
_ADDING = re.compile(r"^(?:新增加?|净增)|(?:新增加?|净增)$")
_CAPACITY = re.compile(r"(?:能力|里程|容量)$")
_OUTPUT = re.compile(r"(?:的?(?:年平均|平均年|年|总)?产量)$")
_HARVEST = re.compile("(?<=.)(?<!可以)(?<!每年)(?<!预计)[增减]产$")
_FROM = frozenset({"由", "从", "将由", "将从", "已由"})
_BECAME = re.compile(r"已?(?:获|荣获|当选|晋升|入选|入围|纳入|列入|被|向全[国省]|在全[国省])")
_FOR_WHOM = re.compile(r"(?:为|给|向|在|对)(?:超过|超|近|约)?$")
# Visits and letters of the leader, who is named at the sentence's head.
_LEADER = re.compile(r"习近平(?:总书记|主席)")
_OF_LEADER = re.compile(
    r"(?:亲临|莅临|来|到|赴|对)?[^，]{0,8}(?:考察|视察|调研|回信|致信|致贺信|贺信|作出重要(?:指示|批示))"
)
# What was counted to know a figure: 据二十个县的不完全统计.
_SURVEY = re.compile(r"(?:根?据)?对?(.{1,20}?)的?(?:初步|不完全|抽样|典型)*(?:统计|调查)(?:资料)?")
_EACH_YEAR = re.compile(r"(?:平均)?每年(?:增产|增加|增长|减少)")
_AMONG = re.compile(r"[^，在]{2,14}中")
_SHORTEST_THING = 2
# Longest item of a list that takes over a verb or a head from the item before.
_SHORT_ITEM = 8
_SHORT_PRODUCT = 6


def name_value(story: Discourse, index: int) -> str:
    """Give the indicator of one value of a sentence."""
    slot = story.slots[index]
    compared = _COMPARED.search(slot.left) if slot.value.measure in MOVING else None
    if compared:
        return _distance(story, index, compared)
    if slot.right:
        return part_told(story, index) or _counted_name(story, index)
    fulfilled = _FULFILLED.search(slot.left)
    if fulfilled:
        done = tidy(trim_left(trim_right(slot.left[: fulfilled.start()]), story.area))
        return (done or story.carry(index)) + fulfilled[0].replace("了", "").removesuffix("的")
    name = share_name(story, index) or (_plain(story, index) if slot.core else _carried(story, index))
    amounts = slot.value.measure in ("level", "change") and slot.value.unit not in ("%", "倍")
    yearly = _YEARLY.search(slot.ending) if amounts else None
    return name + yearly[0] if yearly and not name.endswith(yearly[0]) else name


def _carried(story: Discourse, index: int) -> str:
    """Name a value by what the words before tell of; a growth is not told of a growth."""
    name = story.carry(index)
    return drop_growth_noun(name) or name if story.slots[index].value.measure in MOVING else name


def _deed(story: Discourse, index: int) -> str:
    """Give the words before a value without what is told before its own verb.

    That is whom the deed was for (为29个省份保供煤炭35亿吨), or another deed (优化支出结构、清收资金515亿元).
    """
    slot, before = story.slots[index], story.before(index)
    core = slot.core
    verbs = verb_places(core)
    if before is not None and before.clause == slot.clause and _FOR_WHOM.search(before.left):
        return core[verbs[0][0] :] if verbs else core
    cut = hide_enclosed(core).rfind("、")
    if cut > 0 and leading_verbs(core[cut + 1 :]):
        earlier = [end for _, end in verbs if end <= cut]
        if earlier and cut - earlier[-1] >= _SHORTEST_THING and len(verbs) > len(earlier):
            return core[cut + 1 :]
    return core


def _plain(story: Discourse, index: int) -> str:
    """Name a value by the words before it, with what a list or the clause before shares given back."""
    slot = story.slots[index]
    core = _of_harvest(slot) or _deed(story, index)
    if COVERING.match(core) and story.names:
        return core + story.last
    if _EACH_YEAR.fullmatch(core):
        return story.carry(index) + core
    among = _AMONG.fullmatch(story.said(slot.clause - 1)) if slot.clause and core.startswith("用于") else None
    if among:
        return tidy(trim_left(among[0], story.area)) + core
    if core == "支出" and story.last.endswith("收入"):
        return story.last.removesuffix("收入") + core
    if core.startswith("占") and core.endswith(("份额", "比重", "比例")):
        return story.carry(index) + core
    sibling = sibling_of(core, story.last)
    if sibling:
        return sibling
    trade = _TRADE.match(story.last) if core in ("出口", "进口") else None
    if trade:
        return trade[1] + core
    if core.startswith("对") and core.endswith("贡献率"):
        return story.carry(index) + core
    if slot.joint and story.names and not _ONLY_VERBS.fullmatch(core):
        return _listed(slot, story.last)
    leans = slot.clause and slot.value.measure != "growth" and LEANING.fullmatch(core)
    if core in DEPENDENTS or leans:
        return _owned(story.owner(index), core)
    if _ONLY_VERBS.fullmatch(core):
        return story.with_object(index)
    if _BRINGS.match(core) and index and story.clauses[slot.clause].opener == "、":
        owned = story.owner(index)
        return owned[len(leading_verbs(owned)) :] + core
    shared = _OUTPUT.search(story.last) if slot.ending.strip() in _FROM else None
    if shared and len(core) <= _SHORT_ITEM and not QUANTITY.search(core):
        return core + shared[0]
    if core in ("生产", "年产", "出产"):
        return story.carry(index).removesuffix("产量") + "产量"
    listed = product_name(story, slot, core) or of_sibling(story, core)
    if listed:
        return listed
    if core.endswith(("省", "市", "自治区")) and places.find(core):
        return core + story.of_place(index)
    bare = not BOUND.sub("", slot.ending).strip() and not verb_places(core)
    if bare and len(core) <= _SHORT_ITEM and _follows(story, index, same_unit=True):
        return leading_verbs(story.last) + core
    if bare and _CAPACITY.search(core) and _follows(story, index, same_unit=False):
        return ("新增" if leading_verbs(story.last) == "新增" else "") + core
    return core


def _of_harvest(slot: Slot) -> str:
    """Name what grows more or less (粮食仍然增产一成) by its output; empty for anything else."""
    grows = _HARVEST.search(slot.core) if slot.value.measure in MOVING else None
    return trim_right(slot.core[: grows.start()]) + "产量" if grows else ""


def _owned(owned: str, core: str) -> str:
    """Put a dependent quantity behind its owner; a total is of the thing, not of what was added to it.

    Words that both have stand once: 储蓄存款, 存款余额 → 储蓄存款余额.
    """
    if core.startswith("总"):
        owned = _ADDING.sub("", owned).removesuffix(core[1:])
    if core == "完成投资":
        owned = owned[len(leading_verbs(owned)) :] or owned
    if core.endswith(("产值", "增加值")):
        owned = owned.removesuffix("生产") or owned
    return owned + core.removeprefix(owned[-2:])


def _follows(story: Discourse, index: int, *, same_unit: bool) -> bool:
    """Say whether the value before stands bare in the clause just before."""
    slot, before = story.slots[index], story.before(index)
    if before is None:
        return False
    near = before.clause == slot.clause - 1 and story.clauses[slot.clause].opener in "，,"
    alike = not same_unit or slot.value.unit[-1:] == before.value.unit[-1:]
    return near and alike and not before.right and not BOUND.sub("", before.ending).strip()


def _counted_name(story: Discourse, index: int) -> str:
    """Name a number that stands before the noun that it counts."""
    slot, before = story.slots[index], story.before(index)
    became = _became(story, index)
    if became:
        return became
    source = _SURVEY.fullmatch(slot.core + slot.right)
    if source:
        return source[1]
    noun = turned(slot.right, story.area)
    if before is not None and before.right and not slot.core and slot.joint:
        story.owners[index] = story.owners.get(index - 1, "")
        slot.core = before.core
        return slot.core + noun
    if before is not None and before.right and slot.left.endswith("的") and slot.clause == before.clause:
        return before.core + noun
    slot.core = _TAKING.sub("", slot.core)
    if not slot.core and _OF_LEADER.match(slot.right):
        leader = _LEADER.search(story.sentence, within_reach(slot.value.start), slot.value.start)
        slot.core = leader[0] if leader else ""
    benefit = BENEFIT.match(slot.right) if not slot.core else None
    if benefit and (len(benefit[2]) == 2 or not benefit[1]):
        return story.owner(index) + benefit[2] + benefit[1]
    if BRINGING.fullmatch(slot.core):
        slot.core = story.owner(index) + slot.core
    if noun != slot.right:
        slot.core = _BENEFICIARY.sub("", slot.core)
    return slot.core + noun


def _became(story: Discourse, index: int) -> str:
    """Name the part of the things counted before of which something is told (其中82项获国家认可)."""
    slot, before = story.slots[index], story.before(index)
    if slot.core or before is None or before.value.unit != slot.value.unit or not _BECAME.match(slot.right):
        return ""
    things = story.owners.get(index - 1, "") if _BECAME.match(before.right) else ""
    if not things:
        noun = before.right or story.last
        things = noun[len(leading_verbs(noun)) :]
    if len(things) < _SHORTEST_THING:
        return ""
    story.owners[index] = things
    return f"{slot.right}的{things}" if is_national(story.area) else things + slot.right


def _listed(slot: Slot, last: str) -> str:
    """Name an item after 、 or 和: what it shares with the item before is given back."""
    core = slot.core
    if len(core) <= _SHORT_PRODUCT and core[:2] in last[2:]:
        return last[: last.index(core[:2], 2)] + core
    if core in DEPENDENTS or LEANING.fullmatch(core):
        return _owned(owner(last), core)
    quoted = _QUOTED.match(last)
    if quoted and len(core) <= _SHORT_PRODUCT and QUANTITY.search(core):
        return quoted[0] + core
    head = _shared_head(last)
    verb = closing_verbs(head)
    if leading_verbs(core) or slot.ending.strip() or (verb and verb in core):
        return core
    return head + core


def _shared_head(name: str) -> str:
    """Give an indicator's words up to its last verb with an object, and that object's modifier."""
    end = len(leading_verbs(name))
    if not end:
        end = max((stop for _, stop in verb_places(name) if len(name) - stop >= 2), default=0)
    rest = name[end:]
    return name[: end + rest.index("的") + 1] if end and "的" in rest[1:-1] else name[:end]


def _distance(story: Discourse, index: int, compared: re.Match[str]) -> str:
    """Name a distance from another place's figure: 高于全国0.3个百分点."""
    slot, before = story.slots[index], story.before(index)
    name = tidy(trim_left(trim_right(slot.left[: compared.start()]), story.area))
    if not name:
        name = story.carry(index)
        if before is not None and before.value.measure in ("growth", "avg_growth"):
            name += "增长"
    return name + compared[0]
