"""Parts: what the parts of a quantity share with it (新增铁路里程…，其中高速铁路… → 新增高速铁路里程)."""

import re

from taizhang.figures.coordination import SHARED_TAIL
from taizhang.figures.discourse import Discourse, Whole
from taizhang.figures.slots import Slot
from taizhang.figures.topics import DEPENDENTS
from taizhang.figures.wording import QUANTITY, WHOLE_VERB, leading_verbs, tidy, trim_left, verb_places
from taizhang.lexicon.late import late
from taizhang.lexicon.tables import toml_table
from taizhang.lexicon.words import alternation

_AMONG = re.compile(r"(?:^|[，。；：、])\s*其中")
_SIBLING_REACH = 4
_SHORTEST_HOLDER = 2
_OPPOSITES: dict[str, list[str]] = toml_table("subjects")["opposites"]
_OPPOSED = re.compile(alternation(_OPPOSITES))
# A stock in all tells nothing of what was added to it.
_STOCKS = ("总量", "总数", "余额")
_SUCH = late(r"其中，?([^，。；、]{2,10}的)(?:约|只|仅|共|还)*(?:(?:有|剩|达|占)(?:约|近)?)?$")
_WHO_ARE = re.compile(r"([^，。；]{2,30}的)(?:约|只|仅|共|还|就)*(?:有|达)(?:约|近)?")
# Those of which something is so, behind the whole: 监测城市中达标的只有7个, 结算中经港口办理的有6亿元.
_AMONG_THEM = re.compile(
    r"(?![在从])([^，。；、中]{2,20}?)(?<![其集高初年])中(?![小学等医部国央心西东间外级型期华共])([^，。；、中的]{2,20}的)(?:只|仅|约|还|就|共|已)*(?:有|达到?|超过|突破)(?:近|约)?"
)
# Where some of the things counted are, not what they are.
_WHERE = re.compile(
    r"(?:地区|农村|城市|城区|乡镇|社区|高校|干线|沿线|服务区|园区|山区|市县|县域|东部|中部|西部)$"
)
# What is left where one quantity is held against another takes nothing from them: 进出口总额…，逆差31亿美元.
_BALANCE = re.compile(r"(?:[逆顺]差|赤字|差额|结余)$")
_FUND = late(r"(?:国债|债券|资金|贷款|基金|债)$")
PUT_OUT = re.compile("^(?:发行|增发|安排|投入|下达|筹集)")
"""How money came to be spent, before its name: 发行建设国债."""
_NEW_LINES = late(r"(?:全国)?(?:铁路|公路)?((?:建成|投产|开通|新增|新建)*新线)")
_LINE = late(r"高铁|高速铁路|城际铁路|普速铁路|电气化铁路|复线")
# What a treasury spends on one thing.
_TREASURY = re.compile(r"(中央(?:本级|财政)|(?:[省市区县]|自治区)(?:本级|级财政))[^，；、]{2,10}(支出|投入)")
# … and what several do together, and the share of one of them.
_TREASURIES = late(
    r"(?:中央|地方|各级|[省市县区]级?)(?:(?:财政)?[和与、](?:中央|地方|各级|[省市县区]级?))+财政([^，；]{2,})"
)
_ONE_TREASURY = late(r"(中央|地方|[省市县区]级)(?:财政)?(?:安排|承担|投入|下达)?")
_BODIES = frozenset({"家", "户"})
_PEOPLE = frozenset({"人", "名"})
# People counted by what befell them: 给予处分9人，其中领导干部2人.
_PUNISHED = late(r"(?:给予|受到|予以)[^，、的]{0,6}(?:处分|处罚|表彰|奖励)")
# Bodies whose quantity is divided into kinds: 国营单位的投资…，其中渔港建设投资….
_BODIES_HOLDING = ("单位", "企业", "部门")
_COUNTERS = frozenset("个项条座所家处台种件")


def of_counted(story: Discourse, index: int) -> str:
    """Name some of the things of which the clause before sets the number, or of which others were told before.

    47个城市中，达标的有23个；未达标的有24个. Empty for other values.
    """
    slot = story.slots[index]
    if "的" not in slot.left:
        return ""
    countable = slot.value.unit[-1:] in _COUNTERS | {"家", "户", "人", "名", "元"}
    among = _AMONG_THEM.fullmatch(slot.left) if countable else None
    if among:
        return f"{among[2]}{tidy(trim_left(among[1], story.area))}"
    such = _WHO_ARE.fullmatch(slot.left)
    things = _things(story, index) if such else ""
    return f"{tidy(trim_left(such[1], story.area))}的{things}" if such and things else ""


def _things(story: Discourse, index: int) -> str:
    slot = story.slots[index]
    for place in range(index - 1, max(-1, index - _SIBLING_REACH), -1):
        before = story.slots[place]
        if not {before.value.unit[-1:], slot.value.unit[-1:]} <= _COUNTERS:
            return ""
        if before.clause == slot.clause - 1 and story.said(before.clause).endswith("中"):
            return before.right.removesuffix("中")
        if _WHO_ARE.fullmatch(before.left):
            return story.names[place][-1].rpartition("的")[2]
    return ""


def of_whole(story: Discourse, index: int, name: str) -> str:
    """Give back to the name of a part what it shares with the whole told before it."""
    slot = story.slots[index]
    begins = _begins(story, index)
    if begins:
        spent = (
            _of_treasury(slot, story.last, name)
            or _of_fund(slot, story.last, name)
            or _of_one_treasury(slot, story.last, name)
        )
        if spent:
            return spent
        story.divided = _whole(story, index)
    whole = story.divided
    if whole is not None and not (begins or slot.core or slot.right) and slot.value.measure != whole.measure:
        return name  # how a part grew; the parts go on: 其中国营单位200亿元，增长3%；集体单位50亿元
    if whole is not None and not begins and whole.verbs and slot.core.startswith(whole.verbs):
        whole = None  # told anew with a verb of its own
    counts = bool(slot.right) and slot.value.unit in _COUNTERS
    if (
        whole is None
        or slot.value.measure != whole.measure
        or not (counts or alike(slot.value.bare_unit, whole.unit))
    ):
        story.divided = None
        return name
    if slot.right and name.startswith(f"{slot.right}的"):
        return name  # told by what it did: 提前达到指标的产品
    kind = _of_line(name, whole) or _kind(slot, name, whole)
    if kind:
        return kind
    part = name.removeprefix(whole.verbs)
    if begins and slot.value.bare_unit in _PEOPLE and _PUNISHED.fullmatch(whole.things):
        return whole.things + part
    if _WHERE.search(part) and whole.things and not slot.right and slot.value.unit[-1:] in _COUNTERS:
        return whole.verbs + part + whole.things[len(leading_verbs(whole.things)) :]
    if whole.holder and part.endswith(whole.tail) and not any(body in part for body in _BODIES_HOLDING):
        return whole.holder + part
    if verb_places(part):
        return name
    quantity = QUANTITY.search(part) or part in DEPENDENTS or _BALANCE.search(part)
    # 实际使用外资9亿美元，其中外商直接投资3亿美元
    verbs = whole.verbs if (begins or not quantity) and not part.startswith("外商") else ""
    return (
        verbs
        + part
        + (
            ""
            if quantity or slot.right or part.endswith((whole.tail[:1] or "-", whole.tail or "-"))
            else whole.tail
        )
    )


def _of_line(name: str, whole: Whole) -> str:
    """Say of which kind a part of new lines is: 铁路投产新线9公里，其中高铁3公里 → 高铁投产新线."""
    lines = _NEW_LINES.fullmatch(whole.things)
    line = name.removeprefix(whole.verbs)
    return line + lines[1] if lines and _LINE.fullmatch(line) else ""


def _of_treasury(slot: Slot, last: str, name: str) -> str:
    """Say which treasury spends a part: 中央本级科技支出增长8%，其中基础研究支出增长9% → 中央本级基础研究支出."""
    told = _TREASURY.fullmatch(last)
    shared = slot.value.unit == "%" and slot.value.measure == "level"
    if (
        not told
        or shared
        or slot.right
        or not slot.core
        or told[1] in name
        or verb_places(name.removesuffix(told[2]))
    ):
        return ""
    return told[1] + name + ("" if QUANTITY.search(name) else told[2])


def _of_one_treasury(slot: Slot, last: str, name: str) -> str:
    """Say what one of several treasuries gives of what they give together: 中央和省级财政补助资金…，其中中央财政3亿元."""
    treasury = _ONE_TREASURY.fullmatch(name) if slot.value.unit.endswith("元") and not slot.right else None
    together = _TREASURIES.fullmatch(last) if treasury else None
    return f"{treasury[1]}财政{together[1]}" if treasury and together else ""


def _of_fund(slot: Slot, last: str, name: str) -> str:
    """Say of which fund a part is used: 发行建设国债9亿元，其中用于修港3亿元 → 用于修港的建设国债."""
    fund = _FUND.search(last) if name.startswith("用于") and slot.value.unit.endswith("元") else None
    return f"{name}的{PUT_OUT.sub('', last)}" if fund and not slot.right else ""


def _kind(slot: Slot, name: str, whole: Whole) -> str:
    """Name a kind of the things counted: 建设单位六千个，其中限额以上的有九百个, 其中工业方面有二千个.

    What all of them are, their kinds are too: 限额以上的建设项目…，其中工业建设项目….
    """
    if "城乡" in whole.things and name in ("城镇", "农村", "城市", "乡村"):
        return whole.things.replace("城乡", name, 1)
    if slot.value.unit[-1:] not in _COUNTERS or whole.things in ("", name):
        return ""
    said, of, things = whole.things.rpartition("的")
    such = _SUCH.search(slot.left)
    if such:
        return said + of + such[1] + things
    if name.endswith("方面"):
        return name + whole.things
    counted = slot.right == name and not verb_places(name)
    kinds = of and name != things and (name.endswith(things) or counted)
    return said.split("的")[-1] + of + name if kinds else ""


def of_sibling(story: Discourse, core: str) -> str:
    """Give back to a quantity what one that stands against it has before (公路货物周转量…；旅客周转量…).

    Empty where none of the last names is such a quantity.
    """
    mine = _OPPOSED.match(core)
    if not mine:
        return ""
    for names in reversed(story.names[-_SIBLING_REACH:]):
        for word in _OPPOSITES[mine[0]]:
            place = names[-1].find(word, _SHORTEST_HOLDER)
            if place > 0 and not names[-1].startswith("进", place - 1):
                return names[-1][:place] + core
    return ""


def _begins(story: Discourse, index: int) -> bool:
    """Say whether a value is the first of the parts of what was told before."""
    slot, before = story.slots[index], story.before(index)
    ahead = story.sentence[before.value.tail if before is not None else 0 : slot.value.start]
    return "其中" in ahead and _AMONG.search(ahead) is not None


def alike(unit: str, other: str) -> bool:
    """Say whether parts in one unit can make up a whole in the other: 企业57家 of 经营主体147万户."""
    return unit == other or {unit, other} <= _BODIES or {unit, other} <= _PEOPLE


def _whole(story: Discourse, index: int) -> Whole | None:
    before, value = story.before(index), story.slots[index].value
    if before is None and value.measure == "level":
        return None
    last = story.last if before is not None else next(reversed(story.carried.subjects), "")
    tail = SHARED_TAIL.search(last)
    # What a growth stands between: 投资两万亿元，年均增长5%，其中国有单位一万亿元.
    place = index - 1
    while place > 0 and value.measure == "level" != story.slots[place].value.measure:
        place = place - 1 if story.names[place - 1][0] == last else -1
    before = story.slots[place] if place >= 0 else before
    unit = (story.slots[index] if before is None else before).value.bare_unit
    counts = value.measure == "level" and value.unit != "%" and not last.endswith(_STOCKS)
    deed = last.removeprefix("国家计划")
    things = last if before is not None and counts else ""
    verbs = leading_verbs(deed) if counts else ""
    verbs = "" if WHOLE_VERB.search(verbs) else verbs
    ending = tail[0] if tail else ""
    held = last.removesuffix(ending).removesuffix("的") if ending else ""
    holder = held if held.endswith(_BODIES_HOLDING) else ""
    return Whole(verbs, ending, unit, value.measure, things, holder)
