"""Discourse: what a sentence has spoken of so far, for values that name no subject of their own."""

import re
from collections import deque
from dataclasses import dataclass, field

from taizhang.figures.clauses import Clause, first_break, split_clauses
from taizhang.figures.coordination import unfold
from taizhang.figures.framing import without_demand
from taizhang.figures.settling import settle
from taizhang.figures.slots import MODIFYING, Slot, make_slots
from taizhang.figures.topics import DEPENDENTS, LEANING, opens_with_verb, owner, scope, subject_of, topic
from taizhang.figures.values import Value
from taizhang.figures.wording import (
    ACTION,
    QUANTITY,
    closing_verbs,
    drop_growth_noun,
    is_national,
    leading_verbs,
    only_verbs,
    tidy,
    trim_left,
    trim_right,
    verb_places,
    words,
)
from taizhang.lexicon import places
from taizhang.lexicon.late import late

BENEFIT = re.compile(
    r"^(.*?)(?<!没有)(?<!未)(?:可?从中|可以?)?(?:直接)?(受益|参保|受惠|参加|获得(?:补偿|救助|资助)|领取.*|享受.*)$"
)
BRINGING = re.compile(
    rf"(?:{words('bringing')})(?:全国|全省|全市|全球|周边|欧洲|亚洲|欧亚|境外|海外|城乡|农村|城镇|[^，、]{{1,4}}地区)?$"
)
# What only a programme does by itself, and what such programmes are called (助学制度不断完善，资助学生2000人).
HELPING = re.compile(r"(?:资助|救助|支持|扶持)(?!性|金|对象)")
_PLAN = "计划"
_PROGRAMME = re.compile(r"(?!以)[^、，]{2,24}(?:制度|计划|工程|试点)")
# … and what has things supported: 发行专项债券3亿元，支持项目20个.
_FUNDS = ("债券", "国债", "再贷款")
_FUNDS_FIRST = ("贴息资金", "工具资金", "专项资金")  # only before their sum
# … and by which people are trained: 技能提升行动.
_DRIVE = late(r"(?!以)[^、，]{2,24}(?:行动|计划|工程)")
_QUOTED_PROGRAMME = late(r"[，；]?(“[^”，]{2,10}(?:工程|计划|行动)”)")
_HEDGES_LAST = re.compile(r"(?:基本|全部|已|先)+$")
_BREAK = late("[，；：。、]")
_RECORD = late(
    "再?(?:创|刷新|实现|迈上|跃上|跨上|迈过|登上|再上)[^，]{2,10}$|由于[^，]{2,}$|(?:扭转|结束|摆脱)了?[^，]{2,20}$|稳中[^，]{1,6}$|(?:明显|略|努力)?[低高快慢]于[^，]{2,}$"
)
_PLACE = re.compile(r"[^，、]{1,4}?(?:省|市|自治区)")
_ITEM = late(
    r"\s*(?:[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]是?|[（(][一二三四五六七八九十]+[)）])[，、]?"
)
_LEAD = re.compile(
    r"(?:产品|作物|工业品|原材料|燃料|能源)的?[^，。；：]{0,14}?(产量)(?![\d百千一二三四五六七八九])|[以就拿](?:[^，。；：]{1,12}的)?(产量)(?:来|方面)?[说看讲]|供应[^，。；：]{0,12}(?:商品|产品|物资)"
)
# What was there before, to which the last addition is added: 新增码头面积…，加上原有的码头面积，共达….
_ADDED_TO = late(r"[，；]?(?:再)?加上(?:原有|原来|现有|以前|过去)(?:已有)?的?([^，。；的]{2,12})")
# How many there are by now, after what was added to them.
_SO_MANY = re.compile(r"\s*(?:已|总数)?(?:达到?|增至|增加到)")
_COUNTED = frozenset("个家项条处所座种")
# Such a deed stands before the thing that it brings: 经营主体总量…，新登记147万户 → 新登记经营主体.
NEW = re.compile("新.{1,2}")
_IN_ALL = re.compile(r"总[量数]$")
_UNDER_WAY = ("在建", "拟建")
_MORE = ("净增", "净增加", "新增", "净减少")
_DEEDS_OF_BODIES = ("新增", "新设", "增设", "新建", "撤销", "撤并")
_PLAIN_VERBS = ("建设", "兴建", "修建", "实施", "推进", "完成", "建成", "打造", "启动")
_ADDED = late(
    rf"(?:净增|新增(?:培育|认定|引进|获批|入选|打造|建成|入库)?|新建(?:改建|改扩建|扩建)?|新改扩?建|(?:(?<![创高全更翻])新|(?<=新))(?:{ACTION}))+|(?<=..)(?:新增|净增)$"
)
_DIVIDED = re.compile(r"(?:分配|构成|组成|分布|比重|情况)[^，。；]{0,4}[：:]?\s*$")
_PARTS_SHARE = re.compile(r"\s*包括[^，]+?(所占的?比[重例])$")
_SHARE_TOLD = late(r"(?:^|，)(?:提高|增加|降低|扩大|改变)?了?([^，]{4,40}比[重例])[^，。；]{0,8}[。；]?$")
# A deed told with the means or the place before it, so that only its object can own what follows.
_BY_MEANS = re.compile(
    r"(?:(?:通过|向|在|利用)(?=..)|为(?=[^，。；]{2,24}?(?:建设|提供|发放|配备|安装)[^的]{2,}$))"
)
# Where a clause only gives the source of a figure; and what is no thing but told of one (校舍腾不出来).
_SOURCE = re.compile(r"\s*(?:根?据|按照?)[^，]*(?:统计|调查|检查|分析|测算|计算)")
_PREDICATIVE = re.compile(r"不(?!锈|动产|良)|^要|着|^[了流]|(?<=..)了")
# A goal of growth alone is the output's: 提出增长6%左右的目标.
_GOAL = re.compile(r"的(?:预期|总体|发展|增长)?目标")
# What is upheld owns no quantity: 扛牢粮食安全政治责任，确保播种面积稳定在….
_NO_OWNERS = ("等", "责任", "战略", "理念", "方针", "要求", "部署", "底线", "红线", "总基调")
# A benefit told by whom it is for: 为老年人免费体检，服务9万人次.
_FOR_THEM = re.compile(
    r"[，；、]?(?:[一二三四五六七八九十]{1,2}是)?为[^，。；]{2,16}(?:免费|提供|发放|建设|开展)"
)
# What is done on a day says nothing of all there are: 日均新设企业9户，总量达到9万户.
_DAILY = re.compile(r"^(?:日均|月均|平均每天|每天)(?=..)")
# The time that parts a subject from what is told of it: 机械工业1979年计划任务不足.
_TIMED = re.compile(
    r"([^，]{3,12}?)(?<![在于到从比同自年])(?:[12][0-9]{3}|[一二][一二三四五六七八九〇零]{3})年(?![度底末初前代的到至起以])"
)
# A branch that the sentences of its paragraph speak of: 新材料产业瞄准高端化发力.
_SECTOR = late(r"([^，、。；的]{2,10}(?:产业|行业))(?![园链集基化类投体经带])(?=[^，、。；的]{2,})")
# A branch of which a clause after ； speaks anew: 棉花生产经历了下滑，去年恢复到452万吨.
_BRANCH = late(r"[^，、的]{0,8}(?:生产|贸易|产业|工业|农业|事业|旅游)")
# A share of the world's or the country's: a rank told after it is of the part itself (占全球比重三成，居世界首位).
_OF_WORLD = re.compile(r"(.{2,30})占(?:全国|全球|世界)的?(?:比重|份额)")
_SUCH_SHARE = re.compile(r"[^，]{0,12}这[个一]比[重例]")
# Bodies to which something was done, of which the next clause counts some.
_DONE_TO = late(
    "(?:清理|整顿|整治|调整|治理|关闭|淘汰)[^，。；、的]{0,10}?(公司|学校|医院|机构|煤矿|矿井|矿山|工厂|钢厂|纸厂|开发区|企业)$"
)
_BODIES_COUNTED = ("家", "户", "所", "个", "处", "座")
# What is held in so many places, before them: 养老保险改革已在9个省展开，惠及职工3万人.
_HELD = late(r"([^，。；]{2,24}?)(?:已经?|先后|相继|陆续|首先|率先|先|要|将)*在(?:全国|全省|全市|约|近)*")
_EMBRACES = late(r"([^，；。]{2,24}?)(?:已经?|共)*(?:包括|涵盖|管辖|下辖)了?")
_HELD_THERE = late(r"(?:展开|试点|推开|试行|推行|实施|开展|推广|启动|铺开)[^，的]{0,6}的")
# What money is given for, behind it: 拿出9亿元支持渔船更新，带动投资30亿元.
_GIVEN_FOR = late(r"[^，。；、\d]{0,14}?(?:支持|用于)([^，。；\d]{2,20})，")
# How many clauses back a scope (在工业总产值中) or a topic is looked for.
_SCOPE_REACH = 12
_TOPIC_REACH = 4
_OPENING_REACH = 24
_OPENING_LENGTH = 40
_OPENINGS = 3
_TOPIC_LENGTH = 12
# A sentence no longer than this says what its paragraph is about.
_HEADING_LENGTH = 26
_LAST_ITEM = re.compile(r"[：；][一二三四五六七八九十]是([^，。；：]{4,26})[。；]?$")
_WEIGHT = re.compile(r"(?:重点|着力|要)+")


@dataclass
class Carried:
    """What one sentence leaves for the next ones.

    Attributes:
        subjects: the last subjects named.
        openings: how the sentences of the paragraph began, for a quantity without an owner
            (产值突破1300亿元).
        plain: the sentence just before, where it had no value (居民储蓄大幅度增加。).
        about: the last short sentence of the paragraph without a value (大力推进保障性安居工程建设。).
        whole: what the sentences before divide into parts (基本建设投资是这样分配的：).
        lead: what that sentence said its products would be told of (产量, 供应量).
    """

    subjects: list[str] = field(default_factory=list)
    openings: deque[str] = field(default_factory=lambda: deque(maxlen=_OPENINGS))
    plain: str = ""
    about: str = ""
    whole: str = ""
    lead: str = ""

    def note(self, sentence: str, *, plain: bool) -> None:
        """Note how a sentence began, and whether it was one without values."""
        self.openings.append(sentence[:_OPENING_LENGTH])
        self.plain = sentence if plain else ""
        item = _LAST_ITEM.search(sentence) if plain and "是" in sentence else None
        if item or (plain and len(sentence) <= _HEADING_LENGTH):
            self.about = item[1] if item else sentence

    def open(self) -> None:
        """Begin a paragraph."""
        self.openings.clear()
        self.about = ""

    def theme(self, area: str | None) -> str:
        """Give what the paragraph is about; empty where no short sentence of it says so."""
        return topic(
            _WEIGHT.sub("", _ITEM.sub("", self.about).rstrip("。；").split("，")[0]), area
        ).removesuffix("工作")

    def topic(self, area: str | None) -> str:
        """Give the last subject that a sentence of the paragraph opened with, empty if none did."""
        return next((found for said in reversed(self.openings) if (found := _opening(said, area))), "")


def told_by(sentence: str, area: str | None) -> str:
    """Give the quantity that a sentence without values speaks of, empty where it speaks of none."""
    if not sentence:
        return ""
    said = _ITEM.sub("", sentence)
    share = _SHARE_TOLD.search(said)
    if share:
        return tidy(trim_left(share[1], area))
    found = _opening(said, area)
    return found if QUANTITY.search(found) else ""


def divided_by(sentence: str, names: list[str], before: str) -> str:
    """Give what a sentence says to be divided into the parts that follow (基本建设投资…是这样分配的：).

    Args:
        sentence: the sentence.
        names: what its values measure.
        before: what the sentences before divide; it holds while shares of it follow.
    """
    if len(names) == 1 and _DIVIDED.search(sentence):
        return names[0]
    return before if names and "占" in sentence else ""


def led_by(sentence: str) -> str:
    """Give the quantity of products that a sentence leads in (主要产品的产量都有增长 → 产量)."""
    if "产量" not in sentence and "供应" not in sentence:
        return ""
    found = [*_LEAD.finditer(sentence)][-1:]
    return "" if not found else found[0][1] or found[0][2] or "供应量"


def _told_of(text: str, found: str) -> bool:
    """Say whether a clause only tells how a quantity fares (进出口总值创历史新高), so that its value follows."""
    return bool(QUANTITY.search(drop_growth_noun(found))) and _RECORD.match(text, len(found)) is not None


def _opening(sentence: str, area: str | None) -> str:
    said = sentence[: first_break(sentence)]
    if len(said) > _OPENING_REACH or scope(said, area) or opens_with_verb(said, area):
        return ""
    sector = _SECTOR.match(said)
    found = sector[1] if sector else topic(said, area)
    whole = len(found) == len(said) or found.startswith(("了", "这", "那", "它", "他"))
    return "" if whole or verb_places(found) or len(found) > _TOPIC_LENGTH else found


def _share_of_parts(clause: str) -> str:
    """Give the share that a clause tells of the thing before by its parts: 包括国防费和行政费所占的比重."""
    found = _PARTS_SHARE.match(clause)
    return found[1] if found else ""


def _of_part(slot: Slot) -> bool:
    """Say whether a value after a share speaks of the part itself, not of the share."""
    moves = slot.value.measure in ("growth", "avg_growth", "multiple")
    return moves or slot.value.unit.endswith("元") or slot.left.startswith(("为", "相当于"))


def _is_thing(text: str) -> bool:
    """Say whether words that a clause holds alone name a thing, not a deed (参加合作社的农户, not 参加合作社)."""
    return not leading_verbs(text) or described_by_deed(text)


def described_by_deed(name: str) -> bool:
    """Say whether a name is a thing with what it does before it (实行扩大自主权试点的工业企业)."""
    places = verb_places(name)
    return bool(places) and name[slice(*places[0])] not in _PLAIN_VERBS and "的" in name[places[0][1] :]


def in_all(name: str) -> str:
    """Give what there is in all of what was added: 新增公园127座，累计达到1100座 → 公园."""
    return _ADDED.sub("", name) or name


@dataclass(frozen=True)
class Whole:
    """What the parts of a quantity take over from its name: its verbs, its tail, its unit and measure.

    ``things`` is the whole name where things are counted, ``holder`` the bodies whose quantity it is.
    """

    verbs: str
    tail: str
    unit: str
    measure: str
    things: str
    holder: str = ""


class Discourse:
    """One sentence: its clauses, its values' slots, and the names given so far, from left to right.

    Attributes:
        names: for each value so far the names it was given.
        owners: what the dependent quantities so far were found to belong to, by slot.
        whole: the whole that the last share was of.
        parts: what each share so far (A占B比重) was the share of: A.
        distances: what each distance so far (A高于B) was told of: A.
        divided: the quantity whose parts are being told (其中…).
    """

    def __init__(self, sentence: str, live: list[Value], carried: Carried, area: str | None) -> None:
        self.sentence = sentence
        self.area = area
        self.carried = carried
        self.clauses: tuple[Clause, ...] = split_clauses(sentence)
        self.slots = make_slots(sentence, self.clauses, live, area)
        for slot in self.slots if "了" in sentence or "所" in sentence else ():
            without_demand(slot, sentence)
        settle(self.slots, area)
        self.names: list[list[str]] = []
        self.owners: dict[int, str] = {}
        self.whole = ""
        self.parts: dict[str, str] = {}
        self.distances: dict[str, str] = {}
        self.divided: Whole | None = None

    @property
    def last(self) -> str:
        """The last name given, empty where none was."""
        return self.names[-1][0] if self.names else ""

    def before(self, index: int) -> Slot | None:
        """Give the slot before."""
        return self.slots[index - 1] if index else None

    def named_in(self, place: int) -> list[str]:
        """Give what the values of a clause measure, as far as they have names."""
        found: list[str] = []
        for index in range(len(self.names) - 1, -1, -1):
            if self.slots[index].clause < place:
                break
            if self.slots[index].clause == place:
                found.insert(0, self.names[index][-1])
        return found

    def said(self, place: int) -> str:
        """Give the words of a clause."""
        clause = self.clauses[place]
        return self.sentence[clause.start : clause.end]

    def scope(self, slot: Slot) -> str:
        """Give the whole that a clause before sets (在工业总产值中), empty where none does."""
        for place in range(slot.clause, max(-1, slot.clause - _SCOPE_REACH), -1):
            found = scope(self.said(place), self.area)
            if found:
                return found
        return ""

    def lead(self, start: int, end: int) -> str:
        """Give the quantity of products that the words before, or the sentence before, lead in."""
        return led_by(self.sentence[max(0, start) : end]) or self.carried.lead

    def carry(self, index: int) -> str:
        """Find the subject that a value without one of its own takes over."""
        slot, told = self.slots[index], self.last_told(index)
        added_to = _ADDED_TO.fullmatch(self.said(slot.clause - 1)) if slot.clause else None
        if added_to:
            return tidy(added_to[1])
        previous = self.slots[told] if told >= 0 else None
        floor = previous.clause if previous is not None else -1
        for place in range(slot.clause - 1, max(floor, slot.clause - _SCOPE_REACH), -1):
            said = self.said(place).removeprefix("其中" if place == slot.clause - 1 else "")
            text = tidy(trim_left(trim_right(said), self.area))
            found = topic(said, self.area)
            alone = found == text or (place == slot.clause - 1 and _told_of(text, found))
            found += _share_of_parts(self.said(place + 1)) if found else ""
            if found in DEPENDENTS:
                found = self._topic_before(slot, floor) + found
            anew = (
                place == slot.clause - 1
                and self._opens_anew(place, floor)
                and (_BRANCH.fullmatch(found) or QUANTITY.search(found) or drop_growth_noun(found) != found)
            )
            if found and (previous is None or anew or (alone and _is_thing(text))):
                return self._made(slot, found)
        if told >= 0:
            name = self.names[told][-1]
            if "累计" in slot.left or (previous and self._so_many(slot, previous)):
                return in_all(self.parts.get(name, name) if _of_part(slot) else name)
            name = self.distances.get(name, name)
            world = _OF_WORLD.fullmatch(name) if slot.value.measure == "rank" else None
            if world:
                return world[1]
            return self.parts.get(name, name) if _of_part(slot) else name
        subjects = self.carried.subjects
        goal = slot.value.measure == "growth" and _GOAL.match(self.sentence, slot.value.tail)
        output = next((name for name in subjects if name.endswith("生产总值")), "") if goal else ""
        if output:
            return output
        spoken = told_by(self.carried.plain, self.area)
        if _SUCH_SHARE.match(self.sentence) or _SUCH_SHARE.match(slot.left):
            return next(
                (name for name in reversed([*subjects, spoken]) if name.endswith(("比重", "比例"))), ""
            )
        return spoken or (subjects[-1] if subjects else "")

    @staticmethod
    def _so_many(slot: Slot, before: Slot) -> bool:
        """Say whether a count tells how many there are after what was added: 新增试点3项，达到105项."""
        levels = slot.value.measure == before.value.measure == "level" and slot.value.unit != "%"
        return levels and slot.value.bare_unit[-1:] in _COUNTED and _SO_MANY.fullmatch(slot.left) is not None

    def _opens_anew(self, place: int, floor: int) -> bool:
        """Say whether a clause opens a new stretch after ；, behind the clause of the value before."""
        return place > floor and self.clauses[place].opener in "；;"

    def _made(self, slot: Slot, name: str) -> str:
        """Name the output of a product that a plan sets before a colon: 机制纸：从… → 机制纸产量."""
        planned = self.clauses[slot.clause].opener in "：:" and slot.left.startswith(("从", "由"))
        made = "产量" if planned else self.carried.lead if self._after_colon(slot) else ""
        return name if QUANTITY.search(name) or name.endswith(made) else name + made

    def _after_colon(self, slot: Slot) -> bool:
        return self.clauses[slot.clause].opener == "：" and slot.clause == 1

    def of_place(self, index: int) -> str:
        """Give the quantity that a place standing alone has: 人口自然增长率，四川省由…降到…，上海市由…."""
        name = self.carry(index)
        led = next((said for said in (_PLACE.match(name),) if said and places.find(said[0])), None)
        name = name[led.end() :] if led else name
        return name if QUANTITY.search(name) else ""

    def carry_list(self, index: int, count: int) -> list[str]:
        """Find the ``count`` subjects that a bare list of values takes over; empty if there are none."""
        slot, previous = self.slots[index], self.before(index)
        floor = previous.clause if previous is not None else -1
        for place in range(slot.clause - 1, max(floor, slot.clause - _SCOPE_REACH), -1):
            items = unfold(topic(self.said(place), self.area), count)
            if len(items) == count:
                return items
        same = previous is not None and previous.clause == slot.clause
        if same and len(self.names[-1]) == count:
            return self.names[-1]  # 春茶、秋茶面积所占比重，分别由不到两成提高到五成和六成
        names = [names[-1] for names in self.names[-count:]]
        if "累计" in slot.left:
            names = [in_all(name) for name in names]
        return names if len(names) == count else []

    def owner(self, index: int) -> str:
        """Find what a dependent quantity (总投资, 规模) or a bare verb's result belongs to."""
        known = self.owners.get(index - 1, "") if not self.slots[index].joint else ""
        self.owners[index] = known or self._find_owner(index)
        return self.owners[index]

    def silent_before(self, index: int) -> bool:
        """Say whether the clause just before that of a value is there and tells no value."""
        slot, before = self.slots[index], self.before(index)
        return slot.clause > 0 and (before is None or before.clause < slot.clause - 1)

    def work_before(self, index: int) -> str:
        """Give the work that the clause just before names without a value: 实施供水工程，惠及20万人."""
        place = self.slots[index].clause - 1
        if not index or not self.silent_before(index) or self.clauses[place + 1].opener in "；;":
            return ""
        said = self.said(place)
        if _FOR_THEM.match(said):
            return tidy(trim_left(said, self.area))
        return owner(topic(said, self.area)) if opens_with_verb(said, self.area) else ""

    def _find_owner(self, index: int) -> str:
        slot, told = self.slots[index], self.last_told(index)
        before = self.slots[told] if told >= 0 else None
        if before is None or before.clause < slot.clause - 1:
            floor = before.clause if before is not None else -1
            surveyed = self.last if before is None else ""
            return self._topic_before(slot, floor) or surveyed or self.carried.topic(self.area)
        money = before.value.unit[-1:] == "元" or (before.value.unit == "%" and LEANING.fullmatch(slot.core))
        given = _GIVEN_FOR.match(self.sentence, before.value.tail) if money else None
        if given:
            return given[1]
        held = self._held_in_places(told)
        if held:
            return held
        embraces = (
            _EMBRACES.fullmatch(before.left.strip()) if before.right and slot.core in DEPENDENTS else None
        )
        if embraces:
            return tidy(trim_left(embraces[1], self.area))  # 沿海地带包括9个县，面积3万平方公里
        if slot.right and before.right and BENEFIT.match(slot.right):
            places = verb_places(before.right)
            return before.right[places[0][1] :] if places else owner(self.last)
        if BRINGING.fullmatch(slot.core) and self.owners.get(index - 1):
            return self.owners[index - 1]
        counted = before.right and before.right in self.last and not verb_places(slot.core)
        if counted and is_national(self.area):
            verbs = leading_verbs(before.right)
            return owner(before.right.removeprefix(verbs) if verbs in _PLAIN_VERBS else before.right)
        return self._owner_in(self.parts.get(self.last, self.last), listed=bool(slot.joint))

    def _held_in_places(self, index: int) -> str:
        """Give what a value's words say to be held in the places that it counts (改革已在9个省展开 → 改革)."""
        slot = self.slots[index]
        held = _HELD.fullmatch(slot.left) if not slot.core and "的" in slot.right else None
        thing = tidy(trim_left(held[1], self.area)) if held else ""
        there = thing and slot.right.startswith(thing) and _HELD_THERE.match(slot.right, len(thing))
        return thing if there else ""

    def programme(self, index: int, *, drive: bool = False) -> str:
        """Give the programme, or the ``drive``, that one of the clauses before speaks of, empty where none does."""
        last = self.slots[index].clause
        for place in range(last - 1, max(-1, last - _TOPIC_REACH), -1):
            said = self.said(place)
            found = topic(said, self.area)
            plan = "" if found.endswith(_PLAN) or not said.endswith(_PLAN) else _PLAN
            if (_DRIVE if drive else _PROGRAMME).fullmatch(found + plan):
                return found + plan
            if quoted := _QUOTED_PROGRAMME.match(said):
                return quoted[1]
        before = self.before(index)
        funds = _FUNDS if before is None or before.right else _FUNDS + _FUNDS_FIRST
        funded = before is not None and before.clause == last - 1 and self.last.endswith(funds)
        return self.last[len(leading_verbs(self.last)) :] if funded and not drive else ""

    @staticmethod
    def _owner_in(name: str, *, listed: bool) -> str:
        """Give what of the name before owns a dependent quantity: its object after 、, else its subject."""
        name = _DAILY.sub("", name)
        places = verb_places(name)
        of_means = _BY_MEANS.match(name)
        if places and ((places[0][0] == 0 and name[: places[0][1]] in _PLAIN_VERBS) or of_means):
            return owner(name[len(leading_verbs(name)) or places[0][1] :] or name[places[0][1] :])
        named = described_by_deed(name) or QUANTITY.search(name) or name.endswith(("组织", "项目", "工程"))
        deeds = [start for start, end in places if name[start:end] not in MODIFYING or end == len(name)]
        if deeds and deeds[0] >= 2 and not listed and not named:
            return subject_of(name[: deeds[0]]).removesuffix("新")
        return owner(name)

    def last_told(self, index: int) -> int:
        """Give the index of the last value before that is not only a source's (据十二个省的统计), -1 if none is."""
        return next(
            (
                place
                for place in range(index - 1, -1, -1)
                if not self.slots[place].aside and not _SOURCE.match(self.said(self.slots[place].clause))
            ),
            -1,
        )

    def _topic_before(self, slot: Slot, floor: int) -> str:
        """Find the topic of the clauses before: a subject if one has one, else an object, else a scope."""
        objects = ""
        whole = ""
        for place in range(slot.clause - 1, max(floor, slot.clause - _TOPIC_REACH - 1), -1):
            said = self.said(place)
            whole = whole or scope(said, self.area)
            timed = _TIMED.match(said)
            found = "" if scope(said, self.area) else timed[1] if timed else topic(said, self.area)
            if found and not found.endswith(_NO_OWNERS) and not _PREDICATIVE.search(found):
                held = owner(found)
                if held and not opens_with_verb(said, self.area):
                    return held
                objects = objects or held
            if self.clauses[place].opener in "；;":
                break
        else:
            if self.names:
                return owner(self.last)
        return objects or whole

    @staticmethod
    def _deed_within(name: str) -> tuple[int, int] | None:
        """Give where the deed of a body with an object stands in a name: 高校新增专业; None where none does."""
        places = verb_places(name)
        whole = len(places) == 1 and not QUANTITY.search(name) and name[slice(*places[0])] in _DEEDS_OF_BODIES
        inside = whole and places[0][0] >= 2 and len(name) - places[0][1] >= 2
        return places[0] if inside else None

    def _anew_before(self, index: int) -> str:
        """Give what the clause just before speaks of, where it opens a new stretch after ；."""
        place = self.slots[index].clause - 1
        if not index or not self._opens_anew(place, self.slots[index - 1].clause):
            return ""
        said = self.said(place)
        found = topic(said, self.area)
        told = found and len(found) < len(said.strip()) and not opens_with_verb(said, self.area)
        return found if told and not verb_places(found) and not scope(said, self.area) else ""

    def _done_to(self, index: int) -> str:
        """Give the bodies that the clause before, without a value, deals with: 清理各类公司，撤并9家."""
        slot, before = self.slots[index], self.before(index)
        counted = slot.clause and slot.value.bare_unit in _BODIES_COUNTED
        if not counted or (before is not None and before.clause >= slot.clause - 1):
            return ""
        found = _DONE_TO.search(self.said(slot.clause - 1))
        return found[1] if found else ""

    def _object_before(self, index: int, verb: str) -> str:
        """Give what the same deed is done to in the clause before, without a value: 连续几年发行国债，今年先发行9亿元."""
        if not index or not self.silent_before(index):
            return ""
        said = self.said(self.slots[index].clause - 1)
        place = said.rfind(verb)
        rest = _BREAK.split(said[place + len(verb) :])[0] if place >= 0 else ""
        return rest if len(rest) >= 2 and not verb_places(rest) else ""

    def with_object(self, index: int) -> str:
        """Give a bare verb (新开工1000套) its object from the words before."""
        slot = self.slots[index]
        told, slot.core = slot.core, slot.core.removeprefix("实际")
        verb = slot.core.removeprefix("先")
        anew = self._anew_before(index)
        if anew:
            return anew + slot.core  # 海铁联运班列开行9列；中欧班列从无到有，全年开行3列
        done_to = self._done_to(index)
        if done_to:
            return slot.core + done_to
        named = self._object_before(index, verb)
        if named:
            return verb + named
        if not self.names:
            earlier = self.sentence[: self.clauses[slot.clause].start]
            place = earlier.rfind(verb)
            rest = _BREAK.split(earlier[place + len(verb) :])[0] if place >= 0 else ""
            if len(rest) >= 2:
                return verb + rest
            held = self.owner(index)
            return slot.core + held if NEW.fullmatch(verb) and held else held + slot.core
        held = self._held_in_places(index - 1)
        if held:
            return held + slot.core
        if only_verbs(self.last):
            return slot.core  # 减少2%，节约3亿元: what has no object can lend none
        place = owner(self.last).find(verb, 1) + len(verb)
        if told != slot.core and place > len(verb) and len(owner(self.last)) - place >= 2:
            return told + owner(self.last)[place:]  # 新签利用外资协议金额…，实际利用98亿美元
        verbs = leading_verbs(self.last)
        if verbs and len(verbs) < len(self.last):
            thing, of, _ = self.last[len(verbs) :].rpartition("的")
            doers = of and self.slots[index - 1].turned
            # 支持9个城市建设公租房，筹集3万套
            return slot.core + (thing if doers else self.last[len(verbs) :])
        within = self._deed_within(self.last)
        if within:
            return self.last[: within[0]] + slot.core + self.last[within[1] :]
        all_told = slot.value.bare_unit in _BODIES_COUNTED and _IN_ALL.search(self.last)
        stem = (
            self.last if verb in _MORE and QUANTITY.search(self.last) and not all_told else owner(self.last)
        )
        verbs = closing_verbs(stem)
        stem = _HEDGES_LAST.sub("", stem.removesuffix(verbs)) if verbs else stem
        thing = stem if len(stem) >= 2 else self.owner(index)
        before = slot.core in _UNDER_WAY or (
            _IN_ALL.search(self.last) and (all_told or NEW.fullmatch(slot.core))
        )
        return slot.core + thing if before else thing + slot.core
