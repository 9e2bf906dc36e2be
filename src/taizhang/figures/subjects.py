"""Subjects: what each value of a sentence measures."""

import re
from dataclasses import dataclass, field

from taizhang.figures.clauses import first_told, last_told
from taizhang.figures.coordination import unfold
from taizhang.figures.discourse import NEW, Carried, Discourse, divided_by, in_all, led_by
from taizhang.figures.having import of_those_that_have
from taizhang.figures.holders import of_doers, of_holder, of_those
from taizhang.figures.hosts import of_host
from taizhang.figures.listing import owned
from taizhang.figures.naming import against_others, each_against_plan, name_value
from taizhang.figures.owners import of_added
from taizhang.figures.parts import of_whole
from taizhang.figures.plain import each_first, papers_told
from taizhang.figures.prices import priced
from taizhang.figures.products import product_name
from taizhang.figures.shares import OF_PLACE
from taizhang.figures.slots import Slot
from taizhang.figures.topics import DEPENDENTS, LEANING, owner
from taizhang.figures.values import Value
from taizhang.figures.wording import QUANTITY, finished, tidy, trim_right
from taizhang.lexicon.late import late
from taizhang.records import Reason

__all__ = ["Carried", "Subject", "find_subjects", "pass_by"]

_SHARING = re.compile(r"均(?<![平户人月日亩年]均)|都|双双|各(?!类|级|种|项|地)|分别|依次")
_PAIRED = "产销量"
_ALL_HOLD = re.compile("(?:[都均各]|双双)占")
_ALL_OF_THEM = re.compile("[都均]|双双")
# One thing that reached several marks one after the other (进出口总额接连突破8万亿元、9万亿元).
_IN_TURN = re.compile(r"接连|相继|先后|连续")
# For whom each of bare values is told: 每人每月575元、每人每年4750元.
_PER_EACH = re.compile(r"每[人户亩生年月][每年月]*")
# Classes of people, and all of them: 全体居民收入…，城镇、农村居民分别增长.
_PEOPLE_CLASS = late(r"(?:城镇|农村|城市|乡村)(?:常住)?(?:居民)?")
_OF_ALL_PEOPLE = re.compile(r"(?:全体)?(?:常住)?居民(?=人均|收入|消费|家庭)")
_ACCIDENTS = re.compile(r"事故(?:起数|死亡人数|总量|总数|发生起数)")
_SAFETY = re.compile("安全生产|生产安全")
_GAMES = re.compile("([^，。；、的在]{0,8}(?:运动会|[冬夏残特奥亚]+运?会))[上中]，")
_ATHLETES = late("^(?:我国|中国)?(?:体育|运动)*(?:健儿|运动员|选手|代表团)(?:共)?")
_CAPACITY = re.compile("等((?:落后|过剩)?产能)")
# How far such a list goes on.
_LIST = 80
_RATE_LENGTH = 5
# What is told of it again as a quantity behind the values: 苎麻的生产安排九万担的产量.
_PRODUCING = re.compile("的?(?:生产|产量)$")
_KEPT = 24
# What lies between two things is told of both at once: 最高与最低的市相差2倍.
# Of crops that do so, the output moves: 油料、糖料分别增产8%和2%.
_YIELDING = ("增产", "减产")
_APART = ("相差", "差距", "之比", "倍差")


@dataclass
class Subject:
    """The indicator of one value.

    A value has several subjects where 均/分别/双双 or a shared multiple gives it to several items.
    """

    indicator: str
    why: list[Reason] = field(default_factory=list)


def find_subjects(
    sentence: str,
    values: list[Value],
    carried: Carried,
    area: str | None,
) -> list[list[Subject]]:
    """Give the subjects of each value (parallel to ``values``; empty for those with ``skip``).

    Args:
        sentence: the clean sentence.
        values: its values, in order.
        carried: what the sentences before left; updated.
        area: the issuing place, left out of indicators.
    """
    live = [value for value in values if value.skip is None]
    if not live:
        pass_by(sentence, carried)
        return [[] for _ in values]
    named = _name_all(Discourse(sentence, live, carried, area))
    found = iter(named)
    carried.note(sentence, plain=False)
    carried.whole = divided_by(sentence, [names[-1].indicator for names in named], carried.whole)
    carried.lead = _still_led(carried.lead, named)
    return [next(found) if value.skip is None else [] for value in values]


def pass_by(sentence: str, carried: Carried) -> None:
    """Note what a sentence without entries leaves for the next ones."""
    carried.note(sentence, plain=True)
    carried.whole = ""
    carried.lead = led_by(sentence)


def _still_led(lead: str, named: list[list[Subject]]) -> str:
    """Keep the lead-in of a list of products while its sentences go on with it."""
    return lead if lead and any(subject[-1].indicator.endswith(lead) for subject in named) else ""


def _name_all(story: Discourse) -> list[list[Subject]]:
    """Name the values of a sentence from left to right, a list of bare values (5%、6%) at a time."""
    given: list[list[Subject]] = []
    while len(given) < len(story.slots):
        index = len(given)
        size = _group_size(story, index)
        rule, names = _single(story, index) if size == 1 else _group(story, index, size)
        said = f"{story.slots[index].left}…{story.slots[index].right}".strip()
        for shared in names:
            story.names.append([_completed(story, index, finished(tidy(name))) for name in shared])
            given.append([Subject(name, [Reason("indicator", rule, said)]) for name in story.names[-1]])
    story.carried.subjects = [*story.carried.subjects, *(names[-1] for names in story.names)][-_KEPT:]
    return given


def _completed(story: Discourse, index: int, name: str) -> str:
    """Give a name what the sentence says for all of its kind: safety of production, the price."""
    if "牌" in name:
        return _at_games(story, index, name)
    return _of_production(story, index, priced(story, index, name)) + _capacity_behind(story, index, name)


def _at_games(story: Discourse, index: int, name: str) -> str:
    """Say at which games medals were won that a clause before names: 在全国运动会上，运动员夺得金牌9枚."""
    games = last_told(_GAMES, story.sentence, story.slots[index].value.start)
    return name if not games or games[1] in name else games[1] + _ATHLETES.sub("", name)


def _capacity_behind(story: Discourse, index: int, name: str) -> str:
    """Give the capacity that the end of a list tells of all its items: 淘汰水泥9万吨、钢铁3万吨等落后产能."""
    slot = story.slots[index]
    if (
        slot.right
        or "产能" in name
        or story.sentence.find("产能", slot.value.tail, slot.value.tail + _LIST) < 0
    ):
        return ""
    last = index
    while last + 1 < len(story.slots) and story.slots[last + 1].joint:
        last += 1
    told = _CAPACITY.match(story.sentence, story.slots[last].value.tail)
    return told[1] if told else ""


def _of_production(story: Discourse, index: int, name: str) -> str:
    """Name accidents in a sentence on safety at work (安全生产) as those of production."""
    if not _ACCIDENTS.match(name):
        return name
    safety = first_told(_SAFETY, story.sentence, story.slots[index].value.start)
    return "生产安全" + name if safety else name


def _group_size(story: Discourse, index: int) -> int:
    """Count the values from ``index`` on that follow each other with nothing but joints between."""
    size = 1
    apart = "分别" in story.slots[index].left
    while index + size < len(story.slots):
        slot, before = story.slots[index + size], story.slots[index + size - 1]
        if slot.clause != before.clause or before.right or slot.core or not slot.joint:
            break
        if slot.right:
            return size + 1 if apart and not slot.left.strip("约近") else size
        if _PER_EACH.sub("", slot.ending).strip():
            break
        if (slot.value.measure == "rank") != (before.value.measure == "rank"):
            break
        size += 1
    return size


def _group(story: Discourse, index: int, size: int) -> tuple[str, list[list[str]]]:
    """Name a list of bare values: item by item where the subject is a list too."""
    slot = story.slots[index]
    names = _respective(story, index, size)
    behind = story.slots[index + size - 1].right
    if behind and len(names) == size:
        return "list", [[name] for name in _with_behind(slot, names, behind)]
    if len(names) > size and "分别" in slot.ending:
        names = names[:size]
    if len(names) == size:
        if slot.core and all(name in DEPENDENTS or LEANING.fullmatch(name) for name in names):
            whose = story.owner(index)
            return "list", [[owned(whose, name)] for name in names]
        named = [of_whole(story, index, product_name(story, slot, name) or name) for name in names]
        return "list", [[name] for name in each_against_plan(story, index, named)]
    name = name_value(story, index) if slot.core else story.carry(index)
    return "one for all", [[name]] * size


def _with_behind(slot: Slot, names: list[str], behind: str) -> list[str]:
    """Give the items of a list with 分别 what stands behind the last value: 甲、乙分别有三成和四成没有完成计划."""
    counts = QUANTITY.search(behind)
    share = slot.value.unit == "%" and not counts
    made = [_PRODUCING.sub("", name) if counts else name for name in names]
    return [name + behind + ("的比重" if share else "") for name in made]


def _respective(story: Discourse, index: int, size: int) -> list[str]:
    """Name a list of bare values item by item."""
    slot = story.slots[index]
    if not slot.core:
        return story.carry_list(index, size)
    others = against_others(story, index, size)
    if others:
        return others
    place = OF_PLACE.search(slot.left) if slot.value.unit == "%" else None
    if place:
        items = unfold(tidy(trim_right(slot.left[: place.start()])), size)
        return [f"{item}占{place[1]}" for item in items]
    if _IN_TURN.search(slot.ending):
        return []
    if slot.core in DEPENDENTS:
        return [owned(owner(in_all(name)), slot.core) for name in story.carry_list(index, size)]
    names = _of_classes(story, unfold(slot.core, size))
    if names:
        return names
    names = (
        _rates_of_papers(story, index, size) or _done_to_each(story, index, size) or unfold(slot.core, size)
    )
    shares = slot.value.unit == "%" and slot.value.measure == "level" and slot.ending.endswith("占")
    return [f"{name}占比" for name in names] if shares else names


def _of_classes(story: Discourse, items: list[str]) -> list[str]:
    """Give classes of people alone the quantity told of all: 居民收入4万元，城镇和农村分别增长…; else nothing."""
    all_of = _OF_ALL_PEOPLE.match(story.last) if story.names else None
    if not all_of or not all(_PEOPLE_CLASS.fullmatch(item) for item in items):
        return []
    told = story.last[all_of.end() :]
    return [item.removesuffix("居民") + "居民" + told for item in items] if told else []


def _rates_of_papers(story: Discourse, index: int, size: int) -> list[str]:
    """Name the rates that bills and proposals share (代表建议6件、政协提案7件，办结率、满意率分别为…); else nothing."""
    core = story.slots[index].core
    rates = unfold(core, size)
    papers = papers_told(story, index, core)
    short = len(rates) == size and all(len(rate) <= _RATE_LENGTH and rate.endswith("率") for rate in rates)
    return ["、".join(papers) + rate for rate in rates] if len(papers) > 1 and short else []


def _done_to_each(story: Discourse, index: int, size: int) -> list[str]:
    """Name a list whose 分别 stands before a verb (煤炭、电解铝分别淘汰产能…); empty for other lists.

    What was added stands behind its verb: “砚江标准”、“砚江品牌”分别新增…gives 新增“砚江标准”.
    """
    items, told, deed = story.slots[index].core.partition("分别")
    if not (told and deed):
        return []
    names = unfold(items, size) if items else story.carry_list(index, size)
    if len(names) != size:
        return []
    if NEW.fullmatch(deed):
        return [deed + name for name in names]
    if deed in _YIELDING:
        return [name if QUANTITY.search(name) else name + "产量" for name in names]
    return [each_first(name + deed) for name in names] if items else names


# Whose a quantity is, each asked of what the one before it left.
_OWNERSHIP = (of_holder, of_those, of_doers, of_host, of_those_that_have, of_added)


def _single(story: Discourse, index: int) -> tuple[str, list[list[str]]]:
    """Name one value; several times where 均 or 翻番 gives it to each item of a list."""
    slot = story.slots[index]
    each = _each_of_list(story, index)
    if each:
        return "each", [each]
    named = of_whole(story, index, name_value(story, index))
    each = _parts_of(slot, named) or (unfold(named, None) if _of_each_owner(slot, named) else [])
    if len(each) > 1:
        return "each", [each]
    for owned_by in _OWNERSHIP:
        named = owned_by(story, index, named)
    name = named or slot.left.strip() or slot.value.unit
    return "clause" if slot.core or slot.right else "carried", [[name]]


def _each_of_list(story: Discourse, index: int) -> list[str]:
    """Give the items of a list that 均 or 翻番 gives one value; empty for a value of one thing."""
    slot = story.slots[index]
    doubled = slot.core and slot.value.measure == "multiple" and slot.value.unit == "倍"
    doubled = doubled and not slot.core.endswith(_APART)
    if slot.right or not (doubled or _SHARING.search(slot.ending)):
        return []
    papers = [paper + slot.core for paper in papers_told(story, index, slot.core)]
    # Two quantities in one word (产销量) are named whole before they are told apart.
    whole = name_value(story, index) if slot.core.endswith(_PAIRED) else slot.core or story.carry(index)
    items = papers or list(dict.fromkeys(unfold(whole, None)))
    if len(items) > 1:
        whose = story.owners.get(index - 1, "")  # the value before has the same owner
        leans = whose and all(item in DEPENDENTS or LEANING.fullmatch(item) for item in items)
        return [owned(whose, item) for item in items] if leans else items
    told = _told_before(story, index)
    return told if len(told) > 1 else []


def _parts_of(slot: Slot, name: str) -> list[str]:
    """Give each of the things of which all have so great a share: 渔船、渔港数量均占全国的三成; else nothing."""
    if slot.value.unit != "%" or slot.right or not _ALL_HOLD.search(slot.left):
        return []
    things, of, whole = name.partition("占")
    return [item + of + whole for item in unfold(things, None)] if things and of else []


def _of_each_owner(slot: Slot, name: str) -> bool:
    """Say whether a quantity is told of each of those that own it: 建议4件、提案9件，办复率均为100%."""
    return "、" in name and "、" not in slot.core and _ALL_OF_THEM.search(slot.ending) is not None


def _told_before(story: Discourse, index: int) -> list[str]:
    """Give what the clauses before were told of, where all of it does the same (原煤达到…，原油达到…，都增长8%)."""
    slot = story.slots[index]
    if slot.core or not _ALL_OF_THEM.match(story.said(slot.clause).lstrip("，、； ")):
        return []
    names: list[str] = []
    for place in range(slot.clause - 1, -1, -1):
        told = _levels_of(story, place, index)
        names = [*told, *names]
        if len(told) != 1:
            break
    return names


def _levels_of(story: Discourse, place: int, stop: int) -> list[str]:
    """Give what the levels of a clause are of, without things counted."""
    levels = (
        story.names[index][-1]
        for index, slot in enumerate(story.slots[:stop])
        if slot.clause == place and not slot.right and slot.value.measure == "level"
    )
    return list(dict.fromkeys(levels))
