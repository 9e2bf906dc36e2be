"""Holders: the body that a clause names alone and whose quantities are told after it (某水库，可蓄水…)."""

import re

from taizhang.figures.bounded import SUCH_PLANNED
from taizhang.figures.discourse import Discourse
from taizhang.figures.topics import opens_with_verb, subject_of, topic
from taizhang.figures.turning import turned
from taizhang.figures.wording import (
    QUANTITY,
    closing_verbs,
    is_national,
    leading_verbs,
    tidy,
    trim_left,
    verb_places,
    words,
)
from taizhang.lexicon.late import late

_BODY = re.compile(rf"(?:{words('bodies')})$")
_AFTERWARDS = re.compile(r"^(?:包括|其中|在.*(?:后|以后|之后|时|下)$|由于|因为|除)")
_WITHIN_YEARS = re.compile(r"^(.{2,}?)在[^，]*(?:后|以后|之后|时)$")
_SUCH = re.compile(
    r"的(?:约|就|共|也|要|应|将|已经?|大约|将近|还|分别|只|仅)*(?:有|达|达到|是|为|计|由|从)?(?:约|近)?$"
)
# What moved, of those counted before: 比上年提高的有九项, 下降的六项.
_MOVED_SUCH = late(r"(提高|上升|增加|增长|改善|下降|减少|降低)的(?:约|就|共|也|只|仅)*(?:有|达)?(?:约|近)?$")
# How large those are that are counted: 其中年产值超亿元的九家, 年旅客吞吐量超千万人次的.
_SIZED = late(
    r"(?:超过?|突破|达到?|不足|不到|低于|高于)[^，。；的]{1,10}$|(?<=...)(?:超过?|突破|不足|不到|低于|高于)"
)
_DOING = late(r"属于|由|在|可以|已|正在|没有")
_COUNTERS = frozenset("个项条座所家处台种件户人名")
_PEOPLE = ("人", "名")
_NO_PEOPLE = ("案件", "项目", "工程", "产品", "成果", "指标", "设备", "地区")
_MODALS = ("可以", "继续")
_THESE = re.compile(r"^(?:这些|上述|以上|各)")
_THING = late(
    rf"..(?:指标|项目|单位|工程|案件|人员|学生|产品|成果|设备|地区|代表|干部|工人|农户|社员|{words('bodies')})$"
)
# Some of those that a clause names with the rest: 劳动力中受过高等教育的.
_AMONG = late(rf"([^，。；、的]{{0,12}}(?:{words('doers')}))中([^，。；、中]{{3,}})")
# What 这些 points to by itself: 这些项目，今年可以完工的有九个.
_PLAIN_THINGS = frozenset({"项目", "工程", "单位", "企业", "学校", "工厂", "产品"})
_PLACE = late(r"(?:[市县区镇乡村州]|县（[市区、]+）)$")
# What all of them are reached by by now is no body: 县县通上快速路.
_REACHED = late(r"通上|通达|用上|连上|接上|直达|[县村乡户]通(?![道航信])")
_LONGEST = 12
_REACH = 3


def of_holder(story: Discourse, index: int, name: str) -> str:
    """Put before a quantity the body that the clause before it names alone."""
    slot, before = story.slots[index], story.before(index)
    floor = before.clause if before is not None else -1
    if not slot.core or slot.clause - 1 <= floor or len(name) > _LONGEST:
        return name
    if not QUANTITY.search(name) and not name.endswith("税") and not leading_verbs(name.removeprefix("每年")):
        return name
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
    text = tidy(trim_left(during[1] if during else said, area)).removeprefix("对").removesuffix("等")
    modifier, _, head = text.rpartition("的")
    if text.startswith(("所有", "全部", "各")) or "作为" in text or _REACHED.search(text):
        return ""
    if verb_places(modifier):
        text = head
    elif opens_with_verb(text, area) or verb_places(text):
        return ""
    return text if _BODY.search(text) and subject_of(text) == text else ""


def of_those(story: Discourse, index: int, name: str) -> str:
    """Give a number that counts only by what was done (其中继续施工的有九个) the thing told before."""
    slot = story.slots[index]
    if slot.right or slot.value.measure != "level" or slot.value.bare_unit not in _COUNTERS:
        return name
    if not _SUCH.search(slot.left):
        return name
    moved = _MOVED_SUCH.search(slot.left) if not slot.core else None
    if moved and is_national(story.area):
        thing = _things(story, index)
        return f"{moved[1]}的{thing}" if thing else name
    planned = SUCH_PLANNED.search(slot.left)
    deed = planned[1] if planned else slot.core or name
    sized = _SIZED.search(deed)
    doing = planned or sized or verb_places(deed) or _DOING.match(deed)
    if not is_national(story.area) or not doing or (QUANTITY.search(deed) and not (sized or planned)):
        return name
    thing = _things(story, index)
    people = slot.value.bare_unit in _PEOPLE and thing.endswith(_NO_PEOPLE)
    if not thing or thing in deed or people:
        return name
    modal = next((word for word in _MODALS if word + deed in slot.left), "")
    return f"{modal}{deed}的{thing}"


def of_doers(story: Discourse, index: int, name: str) -> str:
    """Put what things do before them where they are counted by it: 企业实行责任制的有五千个."""
    slot = story.slots[index]
    if slot.right or name != slot.core or slot.value.measure != "level" or not _SUCH.search(slot.left):
        return name
    among = _AMONG.fullmatch(name) if is_national(story.area) else None
    if among:
        return f"{among[2]}的{among[1]}"
    told = turned(name, story.area)
    thing = told.rpartition("的")[2]
    if thing == told:  # 经济总量超3000亿元设区市
        thing = next((name[:cut] for cut in range(2, _LONGEST) if told == name[cut:] + name[:cut]), thing)
    return (
        told
        if told != name and name.startswith(thing) and (_THING.search(thing) or _PLACE.search(thing))
        else name
    )


def _things(story: Discourse, index: int) -> str:
    """Give the noun of what was counted last in the sentence, or of what its clause before names."""
    slot = story.slots[index]
    earlier = range(index - 1, max(-1, index - 1 - _REACH), -1)
    counted = next((place for place in earlier if story.slots[place].value.bare_unit in _COUNTERS), -1)
    if counted >= 0:
        said = story.slots[counted].right or story.names[counted][-1]
        said = said.removesuffix(closing_verbs(said)).removesuffix("新")  # 外资企业新批准
    else:
        near = story.said(slot.clause - 1).strip() if slot.clause else ""
        said = story.scope(slot) or (near if _THESE.match(near) else topic(near, story.area))
    said = said[len(leading_verbs(said)) :].rpartition("的")[2]
    thing = _THESE.sub("", said).removesuffix("中")
    return thing if _THING.search(thing) or (thing != said and thing in _PLAIN_THINGS) else ""
