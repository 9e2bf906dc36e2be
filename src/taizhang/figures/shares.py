"""Shares: names of the form A占B比重, in which the whole may stand in a clause before."""

import re
from collections.abc import Callable
from decimal import Decimal

from taizhang.figures.clauses import last_told
from taizhang.figures.discourse import Discourse, described_by_deed, in_all
from taizhang.figures.expressions import base_amount
from taizhang.figures.slots import Slot
from taizhang.figures.topics import DEPENDENTS, owner, topic
from taizhang.figures.wording import (
    QUANTITY,
    is_national,
    leading_verbs,
    tidy,
    trim_left,
    trim_right,
    verb_places,
    words,
)
from taizhang.lexicon.late import late

_SHARE = re.compile(
    r"^(.*?)(?:约|几乎|差不多|只|仅|还|已经|已|也|大约|将|大体|虽然?|却|就|仍|合计)*占(?:到|去了?)?(?![比用领有据]|地(?![区方]))(.+?)(?:的)?(?:比重|比例|份额)?$"
)
_SHARE_OPEN = re.compile(r"(.*?)所占(?:的)?(?:比重|比例|部分)?$")
# A share told by what it reaches: 农户已经达到全体农户的六成; not by a level (达到历史最高水平的…).
_REACHED = re.compile(
    r"(?:不[得能要应宜准可]?(?:少于|低于|多于|高于|超过)|超过|达到|达|接近|不到|不足|不及|只有|相当于|等于|增加到|扩大到|覆盖到|保持在|稳定在|控制在"
    r"|维持在)了?((?:第.个)?(?:五年计划)?(?:上年)?[^，。；在到年]{2,16}(?<!水平)(?<!标准))的$"
)
# A size told at once as a share of another: 成交额385亿元，为零售总额的一成.
_IS_OF = re.compile(r"(?:约|仅|只)?(?:为|是)([^，。；在到年]{2,16}(?<!水平)(?<!标准))的")
# … or as one that must not be passed: 负担不得超过上年纯收入5%.
_NOT_PAST = re.compile(r"不[得能](?:超过|高于|低于|少于)(?:上年|去年)?([^，。；在到年]{2,16}?)的?$")
_WITHIN = re.compile(r"(.*?)在?([^在]{2,30})[中里](?:所占)?的?比[重例]$")
_WITHIN_END = re.compile(r"(?<=..)在[^在]{2,30}中(?:所占)?的?比[重例]$")
_SAME_WHOLE = re.compile(r"(?<=..)占[^占]{2,20}(?:比[重例])$")
# Another whole that the same part is held against: …的比重下降到7%，在生产资料销售额中只占15%.
_IN_OTHER = re.compile(r"^[，；]?在([^，。；在]{2,24})[中里](?:约|只|仅|还|已|也|则|所)*占$")
_INSIDE = re.compile(r"(.{2,30})在(.{2,30})[中里]")
_PART_WITHIN = late(r"^(.{2,30}?)中的([^的]{2,30})所占的?比[重例]$")
# A part whose share is told without its whole: 企业支出占比, 企业支出所占份额.
_PART_SHARED = re.compile(r"(.{2,20}?)(?:占比|所?占的?(?:份额|比重|比例))")
_HEAD_OF_SHARE = re.compile(r"^(.{2,40}?)(?:在.{2,30}中(?:所占)?的|所?占).*比[重例]$")
_WHOLE_HELD = re.compile(
    r"占((?:全国|全省|全市|全部|全体)?)(?:现有|共有|原有)?([^，。；、占]{0,16}?)(?:约|近)?$"
)
_WHOLE_THING = late(r"([^，。；、占]{0,14}?)的(?:约|近|将近)?")
_SHARES_OF = late(r"在([^，。；]{2,20})中所?占的?比[重例]")
# A branch, and sums of which it has a share.
_BRANCH = ("业", "产业", "领域")
_SUMS = late(r"(?:外资|投资|贷款|支出|营收|成交额|进出口|出口)$")
# So many shares without a whole divide what the sentence before told of.
_SHARES = 3
# The whole that a clause alone sets: 高中阶段学生中，职业学校学生达到五成.
_AMONG = re.compile(r"在?([^，]{2,40}?)(?:之)?中")
# How many clauses back the subject of a share is looked for.
_SUBJECT_REACH = 4
_DURATIONS = frozenset({"天", "小时", "个小时", "分钟", "个工作日", "个月"})
_FOR_EACH = late(r"人均|户均|平均每")
_COUNTS = late(r"[人名个项家户所座种件]$")
_BODIES = ("家", "户", "个", "所", "名", "人", "台", "座", "艘")
_AMONG_THESE = re.compile(r"[，；]?其中")
_SHORTEST_PART = 2
# What every place has.
_OF_PLACES = ("经济总量", "地区生产总值", "人口", "面积")
# With how little of a larger place's land or people something is done: 以不到全省1%的国土面积，贡献了两成的进出口.
_WITH_SO_LITTLE = late(
    r"([^，。；]*?)[以用](?:不到|不足|仅占|仅|占|约)*(全[国省市区县球]|世界)?(?:约|近|不到|不足)*"
)
_SCARCE = late(r"(?:以上|左右)?的([^，。；的]{0,4}?(?:面积|土地|耕地|人口|水资源|资源|能耗))(?!率)")
_PARTS = frozenset("%‰‱")
# What such a place does for the larger one.
_LENDS = late(
    r"(?:^|[，；、]|面积|土地|耕地|人口|资源|能耗)((?!占)[^，。；、的了占]{2})了?(全[国省市区县球]|世界)?的?(?:将近|超过|近|约|超)?$"
)
# … which says no more than that it has it.
_YIELDS = frozenset({"贡献", "创造", "产出", "实现", "生产"})
_RATE = re.compile(r"(?:率|份额|水平|度|亏损面|覆盖面)$|[占比]")
# A part told with its whole before it: 宽带用户中百兆用户占七成.
_AMONG_WHOM = late(
    r"(?!在)[^，在]{2,20}(?<![其集])中(?![央小西部医学等欧高青期心外共华原长低东亚])[^，中]{2,20}(?<!比[重例])"
)
# How a share alone begins to say what became of it: 九百条河道中，九成已完成整治.
_DONE = ("已", "都", "均", "全部")
_DONE_FIRST = re.compile("^(?:已经?|都|均|全部)+")
# Words that are a thing, not what it does: 有四成女生, 有八成以上国营企业.
_NOUN = re.compile(r"[人员者生民众户工率额量品区目点站所院校队家处路市县省镇乡村业厂]$")
# Those of which something is said: 质量提高的占八成.
_SUCH = late(r"(.{2,30}的)(?:约|已经?|只|仅|大约|还|就)*占(?:了|到)?(?:约|近)?")
_THESE = re.compile(r"这(?:些|批|部分)[^，。；占]{2,8}?(?=(?:虽然?|只|仅|约|就|还|也|已经?|大约|将)*占)")
# The state as the one who takes them on: 国家集中抓好八十户重点企业.
_STATE = late("^(?:国家|国务院|中央)(?:集中|重点)*")
_OF_THESE = late(
    r"(?!.*[占按比以为达到]|.*超(?!过$))([^，。；、]{1,16}[^，。；、期年])(?:的|中(?:还|仍|已)?有?|(?:还|仍|已)?有)(?:近|约|将近|超过)?"
)
# Those among whom some do something: 百强企业中已有9家来访.
_AMONG_COUNTED = late(r"([^，。；、的]{2,16}?)(中?)(?:还|仍|已经?|就|共)*有(?:近|约|将近|超过)?")
_ACTING = late(rf"(?:{words('doing_hedges')})*(?:{words('doing_verbs')}|{words('agent_verbs')})(?=..)")
_HAVING = re.compile(r"(?:约|将|要|仍|还|已|却|仅|中|其中)*有(?:近|约|将近|超过)?$")
# What is said of a part told by its share: 其中约有三分之二将用于铁路建设.
_SAID_OF_PART = late(
    r"^(?:将|要|已经?|都|均|安排(?=用于))*((?:没有|未|用于|投向|依靠|依赖|用在|是|为|属于|由|在|能|可以|转变|不|需要|来自|集中|分布).{2,})$"
)
_DONE_OF_THEM = late(r"(?:以上|左右)?(?:都|均|已经?|全部|基本)+([^，。；的]{2,8})(?=[，。；])")
# Those of whom a share does something, behind them: 制造业企业七成实现网络化; how few of them they are is no part of the name.
_DOERS = late(
    rf"(?:一些|不少|许多|有些|部分|多数|大部分)?(?![对向])([^，。；、的]{{0,12}}(?:、[^，。；、的]{{1,10}})?(?:{words('doers')}))"
)
_DO = late(
    rf"(?:{words('doing_hedges')})*((?:{words('doing_manners')})*"
    rf"(?:{words('doing_verbs')}|{words('agent_verbs')}|实现)(?!的|率).{{2,}})$"
)
# What a share of money is used for: 贷款的六成要用于中西部.
_USED_OF = late(r"(?!.*[占按比达为到])[^，。；、]{2,24}(?:近|约|将近|超过)?")
_USE = late("用于|用在|投向|依靠|依赖")
OF_PLACE = re.compile(r"(?:超过|超|达到|达|接近|稳定在|保持在)了?(全球|全国|世界|全省|全市|总[量数])的?$")
# A share whose whole the clause before sets: 在零售总额中，国营商业的比重上升到六成.
_SHARE_NOUN_OF = re.compile(r"([^，在中]{2,20}?)的(比重|比例)")
_SHARE_NOUNS = ("比重", "比例", "占比", "份额")
_RATIOS = ("%", "‰", "倍", "")
# How far off, in points and in parts of it, a share is told that two rounded amounts give.
_ROUNDED, _ROUGHLY = Decimal(2), Decimal("0.08")


def share_name(story: Discourse, index: int) -> str:
    """Name a share (A占B的百分之…); empty where the words tell of none."""
    slot = story.slots[index]
    if slot.value.measure != "level":
        return ""
    for rule in _RULES if slot.value.unit == "%" else (_in_scope,):
        if name := rule(story, index):
            return name
    if "占" not in slot.left and slot.core and not slot.core.endswith(("中的比重", "中的比例")):
        return ""
    if slot.core.startswith("占") and slot.core.endswith(_SHARE_NOUNS[:2]):
        return story.carry(index) + slot.core
    if "占" in slot.ending:
        return _taken_up(story, index)
    return _within(story, index) or _taken(story, index)


def _among_these(story: Discourse, index: int) -> str:
    """Name a part of what was told before: 其中企业占比."""
    slot = story.slots[index]
    if not slot.core.endswith("占比") or slot.core in DEPENDENTS or is_national(story.area):
        return ""
    return _part_of_told(story, index) if _AMONG_THESE.match(slot.left) else ""


def _among_whom(story: Discourse, index: int) -> str:
    """Name those that have a share by what they are alone."""
    slot = story.slots[index]
    alone = "占" in slot.ending and _AMONG_WHOM.fullmatch(slot.core)
    return _noted(story, slot.core, f"{slot.core}占比") if alone else ""


def _among_told_of(story: Discourse, index: int) -> str:
    """Name a part without 占 of what the clause before tells of."""
    slot = story.slots[index]
    if "占" in slot.left or not slot.clause or not _is_part(slot.core):
        return ""
    among = _AMONG.fullmatch(story.said(slot.clause - 1).strip())
    return (
        _noted(story, slot.core, f"{tidy(trim_left(among[1], story.area))}中{slot.core}比重") if among else ""
    )


def _in_scope(story: Discourse, index: int) -> str:
    """Name a share whose whole the clause before sets: 在零售总额中，国营商业的比重上升到六成."""
    slot = story.slots[index]
    parted = _SHARE_NOUN_OF.fullmatch(slot.core) if slot.core.endswith(_SHARE_NOUNS) else None
    scope = story.scope(slot) if parted and "占" not in slot.core else ""
    if not parted or not scope or scope in slot.core:
        return ""
    return _noted(story, parted[1], f"{parted[1]}在{scope}中的{parted[2]}")


def _taken_up(story: Discourse, index: int) -> str:
    """Name a share told by 占 right before its number (…，其中税收占八成)."""
    slot = story.slots[index]
    whole = story.scope(slot) or _whole_ahead(story, slot) or story.whole or _whole_told(story, slot)
    told = "" if whole or is_national(story.area) else _part_of_told(story, index)
    if told:
        return told
    if not whole and (divided := _divided(story, index)):
        told = slot.core or story.carry(index)
        return _noted(story, told, f"{told}占{divided}比重")
    if not whole and not slot.core and (told := _of_sum(story, index)):
        return told
    such = _SUCH.fullmatch(slot.left)
    part = f"{tidy(trim_left(such[1], story.area))}的" if such and slot.core else slot.core
    return _of_whole(story, index, part, whole) or _of_no_whole(story, part)


def _taken(story: Discourse, index: int) -> str:
    """Name a share told by 占 and its whole (税收占财政收入的八成)."""
    slot = story.slots[index]
    share = _SHARE.match(slot.core)
    if not share or slot.core.endswith(_SHARE_NOUNS):
        return ""
    part = tidy(trim_right(share[1])) or _carried_part(story, index)
    these = _THESE.search(slot.left)
    if these and part in story.last and these[0].endswith(part):
        part = _things(_STATE.sub("", story.last))  # 抓好八十户重点企业，这些企业只占…
    if part in DEPENDENTS:
        owned = in_all(story.owner(index))
        part = part if verb_places(owned) and not described_by_deed(owned) else owned + part
    whole = tidy(share[2])
    if whole == "全国":
        whole += story.scope(slot)
    return _noted(story, part, f"{part}占{whole}" + ("" if whole == "全国" else "比重"))


def _of_sum(story: Discourse, index: int) -> str:
    """Name the share that a part told just before has of a sum told before it: 收入10亿元，其中税收8亿元，占80%.

    Which of the sums before it is the whole, their amounts tell.
    """
    before, share = story.before(index), story.slots[index].value.value
    if before is None or before.value.measure != "level" or before.clause < story.slots[index].clause - 1:
        return ""
    part, unit = base_amount(before.value.value, before.value.unit)
    if part is None or share is None or unit in _RATIOS:
        return ""
    for place in range(index - 2, -1, -1):
        other = story.slots[place].value
        amount, its_unit = base_amount(other.value, other.unit)
        summed = amount and other.measure == "level" and its_unit == unit
        if amount and summed and abs(part / amount * 100 - share) <= max(_ROUNDED, share * _ROUGHLY):
            whole = story.names[place][-1]
            part_name = story.last.removesuffix(whole) or story.last
            return _noted(story, part_name, f"{part_name}占{whole}比重")
    return ""


def _part_of_told(story: Discourse, index: int) -> str:
    """Name a part as local reports do: 成交额20亿元，其中省内转化占六成 → 成交额省内转化占比.

    Empty where the part has its whole's words itself (支出…，其中教育支出占两成), or is told by what it does.
    """
    slot = story.slots[index]
    part = slot.core.removesuffix("占比")
    if not story.names or len(part) < _SHORTEST_PART or part.endswith("的") or _SUCH.fullmatch(slot.left):
        return ""
    among = _AMONG_THESE.match(slot.left)
    if not among:
        whole = story.last if part.endswith(_BRANCH) and _follows_money(story, index) else ""
        return "" if _of_part_before(story, index) else _noted(story, part, f"{whole}{part}占比")
    told = story.parts.get(story.last, story.last)
    amount = story.slots[index - 1].value.unit.endswith("元")
    whole = told if amount or QUANTITY.search(told) else _things(told)
    alike = whole.endswith(part[-2:]) or part.startswith(whole) or QUANTITY.search(part)
    return "" if alike else _noted(story, part, f"{whole}{part}占比")


def _follows_money(story: Discourse, index: int) -> bool:
    """Say whether the clause before tells the sum of which a branch has its share (使用外资9亿美元，制造业占四成)."""
    slot, before = story.slots[index], story.before(index)
    near = (
        before is not None and before.clause == slot.clause - 1 and story.clauses[slot.clause].opener in "，,"
    )
    return near and before is not None and before.value.unit.endswith("元") and bool(_SUMS.search(story.last))


def _of_like_whole(story: Discourse, index: int) -> str:
    """Name a part by the quantity of which 其中 tells it and whose end it has.

    渔业科研支出9亿元，其中企业支出占比超过七成 → 企业支出占渔业科研支出比重.
    """
    slot = story.slots[index]
    told = _PART_SHARED.fullmatch(slot.core) if "占" in slot.core and is_national(story.area) else None
    if not told or index == 0 or not _AMONG_THESE.match(story.said(slot.clause)):
        return ""
    whole = story.parts.get(story.last, story.last)
    alike = QUANTITY.search(whole) and (told[1][-2:] == whole[-2:] or told[1][-1:] == whole[-1:] == "额")
    return _noted(story, told[1], f"{told[1]}占{whole}比重") if alike else ""


def _within(story: Discourse, index: int) -> str:
    """Name a share that is told as the part that something has in a whole (A在B中的比重, B中A占的比重)."""
    slot = story.slots[index]
    said = slot.core or story.carry(index)
    within = _WITHIN.fullmatch(said)
    if within:
        part = within[1] or _part(story) or _subject(story, index)
        return _noted(story, part, said if within[1] else f"{part}在{said}")
    opened = _SHARE_OPEN.match(said)
    if opened:
        inside = _PART_WITHIN.match(said)
        if inside:
            return _noted(story, inside[2], f"{inside[2]}占{inside[1]}的比重")
        like = _WITHIN_END.search(story.last)
        if like and not story.scope(slot):
            return _noted(story, opened[1], tidy(opened[1]) + like[0])
        of_like = _SAME_WHOLE.search(story.last)
        if of_like and not story.scope(slot):
            return _noted(story, opened[1], tidy(opened[1]) + of_like[0])
        within_all = story.scope(slot) or _whole_ahead(story, slot)
        return _of_whole(story, index, tidy(opened[1]), within_all) or said
    return ""


def _is_part(core: str) -> bool:
    """Say whether words name things, not a rate or a share of them."""
    return len(core) > 1 and not _RATE.search(core) and not QUANTITY.search(core) and "占" not in core


def _in_other(story: Discourse, index: int) -> str:
    """Name a share of another whole than the one told before: 比重下降到7%，在批发额中只占15%."""
    other = _IN_OTHER.search(story.slots[index].left)
    if not other:
        return ""
    part = _part(story) or story.carry(index)
    return _noted(story, part, f"{part}占{tidy(other[1])}比重")


def _reached(story: Discourse, index: int) -> str:
    """Name a share by what it reaches: 农户已经达到全体农户的六成."""
    left = story.slots[index].left
    of_place = OF_PLACE.search(left)
    half = of_place or _REACHED.search(left) or _IS_OF.fullmatch(left.strip()) or _NOT_PAST.search(left)
    if half and half.re in (_IS_OF, _NOT_PAST) and not QUANTITY.search(half[1]):
        return ""
    if not half:
        return ""
    part = tidy(trim_left(trim_right(left[: half.start()]), story.area)) or story.carry(index)
    whole = tidy(trim_left(half[1], None)) if "原" not in half[1] else half[1]
    if of_place and of_place[1] == "全国":
        return _noted(story, part, f"{part}占全国")
    verb = "相当于" if "相当于" in half[0] else "占"
    return _noted(story, part, f"{part}{verb}{whole}比重") if whole else ""


def _of_counted(story: Discourse, index: int) -> str:
    """Name a share of what was just counted: 共有二百个县，占全国一千个植棉县的两成."""
    slot, before = story.slots[index], story.before(index)
    near = before is not None and before.clause == slot.clause
    whole = _WHOLE_HELD.search(before.left) if before is not None and near else None
    thing = slot.left.removesuffix("的")
    if not whole or thing == slot.left or verb_places(thing) or (whole[2] and not QUANTITY.search(whole[2])):
        return ""
    part = story.names[-2][-1] if len(story.names) > 1 else story.carry(index)
    return _noted(story, part, f"{part}占{whole[1]}{tidy(whole[2])}{thing}比重")


def whole_held(story: Discourse, index: int) -> str:
    """Name the whole that a share is held against where it is told by its number: 占全国一千个植棉县的两成 → 植棉县."""
    slot = story.slots[index]
    after = story.slots[index + 1] if index + 1 < len(story.slots) and "占" in slot.left else None
    if after is None or after.clause != slot.clause or after.value.unit != "%" or slot.value.unit == "%":
        return ""
    whole = _WHOLE_HELD.search(slot.left)
    thing = _WHOLE_THING.fullmatch(story.sentence, slot.value.tail, after.value.start) if whole else None
    if not whole or not thing:
        return ""
    return ("" if is_national(story.area) else whole[1]) + tidy(whole[2]) + tidy(thing[1])


def _of_same_whole(story: Discourse, index: int) -> str:
    """Name a share after another of the same whole: 国防费占财政支出的三成，行政费由二成降到一成."""
    slot, before = story.slots[index], story.before(index)
    if before is None or before.value.unit != "%" or before.value.measure != "level" or not slot.core:
        return ""
    part = _part(story)
    anew = "；" in story.sentence[before.value.tail : slot.value.start] and QUANTITY.search(slot.core)
    if not part or anew or _RATE.search(slot.core) or verb_places(slot.core):
        return ""
    # 郊区面积占全市三成，经济总量只占两成
    told = owner(part) + slot.core if slot.core in _OF_PLACES else slot.core
    return _noted(story, told, story.last.replace(part, told, 1))


def _part(story: Discourse) -> str:
    """Give what the last name, if it is a share, is the share of."""
    told = _HEAD_OF_SHARE.match(story.last)
    return (story.parts.get(story.last, "") or told[1]) if told else ""


def _carried_part(story: Discourse, index: int) -> str:
    """Give what a share without a subject is the share of: 占人口四分之三的国家，只占总产值的五分之一."""
    name = story.carry(index)
    return (_part(story) or name) if name == story.last else name


def _subject(story: Discourse, index: int) -> str:
    """Give what the clause before one that only sets the whole tells of: …的产值，在总产值中所占的比重.

    A clause with a value tells of what that was named: 总产值增长4倍，在社会总产值中的比重.
    """
    clause = story.slots[index].clause
    for place in range(clause - 1, max(-1, clause - _SUBJECT_REACH), -1):
        said = story.said(place)
        if "比重" in said or "比例" in said:
            continue
        told = next((at for at in range(index - 1, -1, -1) if story.slots[at].clause == place), -1)
        return topic(said, story.area) if told < 0 else story.names[told][-1]
    return ""


def _divided(story: Discourse, index: int) -> str:
    """Give the things counted just before, of which 其中 tells a part: 学生2080万人，其中女生占六成."""
    slot, before = story.slots[index], story.before(index)
    if before is None or before.value.measure != "level" or not _COUNTS.search(before.value.unit):
        return ""
    if slot.core:
        return _added_things(story.last) if _AMONG_THESE.match(story.said(slot.clause)) else ""
    if before.clause != slot.clause - 1 or not _AMONG_THESE.match(story.said(before.clause)):
        return ""
    # The share that the whole itself is of something may stand between: 职工9人，占七成，其中女职工3人，占一成.
    place = index - 2
    while place > 0 and story.slots[place].value.unit == "%":
        place -= 1
    alike = place >= 0 and story.slots[place].value.unit[-1:] == before.value.unit[-1:]
    return _things(story.names[place][0]) if alike else ""


def _added_things(name: str) -> str:
    """Give the things of a count; those that were added are told apart: 新增企业, of 培育企业 only 企业."""
    return name if name.startswith("新") else _things(name)


def _things(name: str) -> str:
    return name[len(leading_verbs(name)) :]


def _whole_ahead(story: Discourse, slot: Slot) -> str:
    """Give the whole that the clause just before names and nothing else: 受理的案件中，大案占三成."""
    ahead = slot.clause - 1
    if ahead < 0 or any(other.clause == ahead for other in story.slots):
        return ""
    among = _AMONG.fullmatch(story.said(ahead).strip())
    return tidy(trim_left(among[1], story.area)) if among else ""


def _whole_told(story: Discourse, slot: Slot) -> str:
    """Give the whole of a list of shares, told before its colon or by the sentences before."""
    told = last_told(_SHARES_OF, story.sentence, slot.value.start)
    if told:
        return tidy(told[1])
    last = next(reversed(story.carried.subjects), "")
    listed = slot is story.slots[0] and story.sentence.count("占") >= _SHARES
    divides = listed and "占" not in last and QUANTITY.search(last)
    return story.carried.whole or (last if divides else "")


def with_so_little(story: Discourse, index: int) -> str:
    """Name with which share of a place something is done, and what share it lends: X以不到全省1%的面积，贡献了两成的税收.

    Empty for other values.
    """
    slot = story.slots[index]
    if slot.value.unit not in _PARTS:
        return ""
    used = _uses_little(story, slot)
    if used:
        who, scarce, whole = _user(story, index, used[1]), _scarce(story, slot), used[2] or ""
        name = f"{who}{scarce}占{whole or '全国'}比重" if is_national(story.area) else ""
        return _noted(story, who, name or (f"{who}占{whole}{scarce}" if whole else f"{who}{scarce}占比"))
    done = _LENDS.search(slot.left) if slot.right else None
    if not done:
        return ""
    near = range(index - 1, max(-1, index - 1 - _SUBJECT_REACH), -1)
    first = next((at for at in near if not _LENDS.search(story.slots[at].left)), -1)
    little = _uses_little(story, story.slots[first]) if first >= 0 else None
    if not little or story.slots[first].clause < slot.clause - 1:
        return ""
    who = _user(story, first, little[1])
    whole = done[2] or little[2] or ""
    deed = "" if done[1] in _YIELDS else done[1]
    if is_national(story.area):
        name = f"{who}{deed}{slot.right}占{whole or '全国'}比重"
    elif not whole:
        name = f"{who}{done[1]}{slot.right}占比"
    else:
        name = (
            f"{who}占{whole}{slot.right}" if done[1] == "贡献" else f"{who}{done[1]}{slot.right}占{whole}比重"
        )
    return _noted(story, who, name)


def _uses_little(story: Discourse, slot: Slot) -> re.Match[str] | None:
    """Find in a value's words who does something with a small share of what is scarce, and of which place."""
    said = slot.left.strip("，；、 ")
    used = _WITH_SO_LITTLE.fullmatch(said) if "以" in said or "用" in said else None
    return used if used and slot.value.unit in _PARTS and _scarce(story, slot) else None


def _scarce(story: Discourse, slot: Slot) -> str:
    scarce = _SCARCE.match(story.sentence, slot.value.tail)
    return scarce[1] if scarce else ""


def _user(story: Discourse, index: int, said: str) -> str:
    """Give who does something with so little, in the clause itself or of whom the sentence told before."""
    told = "" if said or not index else story.names[index - 1][-1]
    return tidy(trim_left(said, story.area)) or story.parts.get(told, told)


def done_among(story: Discourse, index: int) -> str:
    """Name the things of which a part is done: 重大项目中有三分之一已经开工; empty for other values."""
    slot = story.slots[index]
    if slot.value.unit != "%" or slot.right or not slot.core.endswith(("中", "中已")):
        return ""
    done = _DONE_OF_THEM.match(story.sentence, slot.value.tail)
    things = slot.core.removesuffix("已").removesuffix("中")
    return "" if not done else f"{done[1]}的{things}" if is_national(story.area) else things + done[1]


def part_told(story: Discourse, index: int) -> str:
    """Name a part by what is said of it behind its share (约有三分之二将用于铁路建设); empty for other values."""
    slot = story.slots[index]
    if slot.value.unit != "%" or slot.value.measure != "level" or slot.described:
        return ""
    doers = _DOERS.fullmatch(slot.core) if slot.core and is_national(story.area) else None
    doing = _DO.match(slot.right) if doers else None
    if doers and doing:
        return f"{tidy(doing[1])}的{doers[1]}"
    alone = slot.left.strip("约近 ") in ("", "其中")
    had = alone or _HAVING.search(slot.left)
    used = not had and _USED_OF.fullmatch(slot.left)
    said = _SAID_OF_PART.match(slot.right) if had or used else None
    if not said or (used and not _USE.match(said[1])) or "的" in said[1][-3:]:
        return ""
    core = "" if alone else tidy(trim_left(trim_right(_HAVING.sub("", slot.left)), story.area))
    core = core.removesuffix("拿出")
    told = tidy(said[1].removeprefix("是").removeprefix("为"))
    before = story.before(index)
    core = core or story.parts.get(story.last, story.carry(index))
    counted = before is not None and before.value.unit[-1:] in _BODIES
    core = _things(core) if counted and "分布" in said[1] else core
    return _noted(story, core, f"{core}{told}" + ("的比重" if is_national(story.area) else ""))


def parallel_share(story: Discourse, index: int) -> str:
    """Name a share whose use is told behind the next one's: 贷款的六成、债券的三成要用于中西部."""
    slot, after = story.slots[index], story.slots[index + 1 : index + 2]
    if (
        slot.value.unit != "%"
        or slot.value.measure != "level"
        or not slot.core
        or not slot.left.endswith("的")
    ):
        return ""
    if not after or after[0].joint != "、" or after[0].value.unit != "%" or not after[0].left.endswith("的"):
        return ""
    said = _SAID_OF_PART.match(after[0].right)
    return f"{tidy(slot.core)}{tidy(said[1])}的比重" if said and "的" not in said[1] else ""


def some_told(story: Discourse, index: int) -> str:
    """Name the things of which a share does something (在投产的企业中，有八成盈利); empty for other values.

    They are told by a clause that only sets a whole, or counted just before (五百个项目，已有三分之二见效), or stand
    before it: 小型企业的七成实行租赁.
    """
    slot, before = story.slots[index], story.before(index)
    counts = slot.value.unit in _BODIES
    if not (counts or slot.value.unit == "%") or slot.value.measure != "level":
        return ""
    if slot.described or _NOUN.search(slot.right):
        return ""
    if slot.core:
        if counts:
            among = _AMONG_COUNTED.fullmatch(slot.left) if is_national(story.area) else None
            doing = among and (among[2] or _ACTING.match(slot.right))
            return f"{tidy(slot.right)}的{tidy(trim_left(among[1], story.area))}" if among and doing else ""
        of_these = _OF_THESE.fullmatch(slot.left)
        doing = (
            of_these
            and is_national(story.area)
            and tidy(trim_left(of_these[1].removesuffix("中"), story.area))
        )
        return f"{tidy(slot.right)}的{doing}" if doing else ""
    among_them = slot.left.strip() == "其中"
    done = not slot.left.strip() and story.sentence.startswith(_DONE, slot.value.tail)
    if not slot.clause or not (among_them or done or _HAVING.search(slot.left.rstrip("约近"))):
        return ""
    among = _AMONG.fullmatch(story.said(slot.clause - 1).strip())
    things = tidy(trim_left(among[1], story.area)) if among else ""
    told_of = before is not None and (before.right or _COUNTS.search(before.value.unit))
    if told_of and before is not None and before.clause == slot.clause - 1 and (among or not counts):
        things = _things(story.last).removesuffix("中")
    told = _DONE_FIRST.sub("", tidy(slot.right)) if done else tidy(slot.right)
    return (f"{told}的{things}" if is_national(story.area) else things + told) if things else ""


def _of_whole(story: Discourse, index: int, part: str, whole: str) -> str:
    """Put a share together; without a scope the whole is the one value that the sentence gave before."""
    if not whole and part and "占" not in story.slots[0].ending and not story.last.endswith(_SHARE_NOUNS):
        told = {name for names in story.names for name in names}
        one = (
            len(told) == 1
            and not _lasts(story, index)
            and story.last_told(index) >= 0
            and not _FOR_EACH.search(story.last)
        )
        whole = story.last if one or _among_told(story, index) or _of_part_before(story, index) else ""
    story.whole = whole
    part = part or story.carry(index)
    part = part.removesuffix(whole) or part
    return _noted(story, part, f"{part}占{whole}比重") if whole else ""


def _among_told(story: Discourse, index: int) -> bool:
    """Say whether a share is of the amount told just before it: 票房9亿元，其中国产影片占六成."""
    slot, before = story.slots[index], story.before(index)
    near = before is not None and before.clause == slot.clause - 1 and before.value.measure == "level"
    whole = near and before and before.value.unit not in _PARTS and not story.last.endswith("目标")
    return bool(whole and _AMONG_THESE.match(slot.left))


def _of_part_before(story: Discourse, index: int) -> bool:
    """Say whether a share follows an amount told as a part itself: 退税9亿元，其中留抵退税4亿元，造船业占三成."""
    slot, before = story.slots[index], story.before(index)
    if before is None or before.clause != slot.clause - 1 or before.value.measure != "level":
        return False
    return before.value.unit.endswith("元") and _AMONG_THESE.match(story.said(before.clause)) is not None


def _lasts(story: Discourse, index: int) -> bool:
    """Say whether the value before is a time that something takes, of which nothing is a share."""
    before = story.before(index)
    return before is not None and before.value.unit in _DURATIONS


def _of_no_whole(story: Discourse, part: str) -> str:
    """Put a share together whose whole stands inside its part's words (出口额在其进口额中占一成), or nowhere."""
    if not part or part.endswith(_SHARE_NOUNS):
        return ""
    inside = _INSIDE.fullmatch(part)
    return (
        _noted(story, inside[1], f"{inside[1]}占{inside[2]}比重")
        if inside
        else _noted(story, part, f"{part}占比")
    )


def _noted(story: Discourse, part: str, name: str) -> str:
    story.parts[tidy(name)] = part
    return name


_RULES: tuple[Callable[[Discourse, int], str], ...] = (
    _among_these,
    _among_whom,
    _of_like_whole,
    _in_other,
    _reached,
    _of_counted,
    _of_same_whole,
    _in_scope,
    _among_told_of,
)
