"""Slots: the words around each value of a sentence that may name what it measures."""

import re
from dataclasses import dataclass

from taizhang.figures.clauses import Clause, clause_at, hide_enclosed
from taizhang.figures.topics import owner
from taizhang.figures.values import Value
from taizhang.figures.wording import (
    QUANTITY,
    closing_verbs,
    drop_growth_noun,
    is_national,
    tidy,
    trim_left,
    trim_right,
    verb_places,
)
from taizhang.lexicon.late import late
from taizhang.lexicon.tables import toml_table

_JOINT = re.compile(r"[、，]?(?:以及|和|及|与|或)|[、:∶]")
MODIFYING = frozenset(toml_table("subjects")["modifying"])
_WORDS = frozenset(toml_table("subjects")["unit_words"])
# Where such a word only seems to begin: 3个人口大县, 3个体系.
_COUNTED_SO = ("个人口", "个体系", "个人民公社", "个家庭农场")
# No indicator is longer than this; the words beyond are not looked at.
_REACH = 160
_COAL = "标准煤"
# Places and bodies of which a quantity follows: 7个沿海县渔民人均收入增长….
_HOLDER = late(
    r"[^，、的]{0,10}?(?:省份|[县市州省旗村镇乡]|(?<![地山])区|（[县市州区旗、]{1,5}）|银行|企业|园区|城市|学校|医院|口岸|景区|断面|点位|水库|湖泊|社区)+"
    r"(?:(?<=省份)|(?![域级份场民内委政道位间划企行产城学医口园景断长直管中有]|人(?!均)))(?=[^的]{3})"
)
_QUANTITY_END = re.compile(
    r"(?:[^的]{2}(?:收入|总值|比例|比重|率|增速|增幅|余额)|(?:总值|增速|增幅|比例|率|收入)[^，]{0,3}(?:不到|不足|超过|低于|高于|快于|慢于)[^，]{2,10})$"
)
# In how many turns so many things or people went: 派出9批、126人次医疗队员.
_TURNS = ("批", "批次", "轮", "期")
# … and in how many something was given out: 分三批向市场投放储备糖9万吨.
_TURNS_OF = frozenset({"批", "次", "轮", "期"})
# Kinds of things of whose quantity a place in an order is told: 90种产品产量居世界首位.
_KINDS = frozenset({"种", "类", "项", "个", "家", "件"})
# What a national report tells of those counted, however many of what they did: 9个城市完成河道治理90条.
_COMPLETING = late(r"(?:城市|省份|县|市|地区|企业|学校|医院)(?:完成|开展|实施|实行|推行)[^，。；、的]{3,}$")
# A value inside a setting: 进出口在对美贸易下降3成的情况下增长12%.
_SETTING = re.compile(r"成?的?(?:情况下|基础上|条件下|前提下|背景下)")
# Medals stand side by side: 9金5银6铜.
_MEDAL = re.compile("[金银]")
_SHARE = re.compile(r"(?<=..)占[^，。；]{2,}$")
# Places that follow each other without a joint: 通达15个国家51座城市.
_NOUN = re.compile(r"[^，、。的]{0,3}(?:国家|地区|城市|省份|县|区|市|站点|港口|口岸)")
# What is done with bodies, and counted: 同9个国家签署5个协定.
_WITH_THEM = re.compile(r"[同与和向]$")
_DEED_WITH = late(
    r"((?:国家|地区|经济体|国际组织)(?:[和与及](?:国家|地区|经济体|国际组织))?)((?:签署|签订|建立|达成|缔结|互设|开通|援建|提供|派出))了?"
)
_OVER = late(r"(?:超过?|突破|近|约|逾)$")
_NOUN_ALONE = late(r"[^，。；、的]{1,6}(?=[，。；、]|$)")
# What has a quantity of its own behind it: 74个城市细颗粒物浓度, 48个国家的直接投资.
_OWNING = re.compile(
    r"([^，。；、的]{0,6}(?:城市|国家|成员国|地区|省份|县|市|断面|园区|村|医院|学校))(?:的|(?=..))(.+)"
)
# What they were made into is no part of them: 将9支渔业队伍合并为捕捞、养殖2支队伍.
_MERGED = late(r"([^，。；]{2,}?)(?:优化|整合|合并|重组|归并|改组|撤并)+(?:为|成)(?:了)?")
_BODIES = frozenset("个家所户支座")
_DONE_TO = re.compile(r"(?:为|向|给|对|在[^，]{0,40})$")
# What counted things drew has a number of its own: 86场比赛吸引观众212万人次.
_DRAWS = re.compile(r"(?<=..)(?:直接|间接|累计)?(?:吸引|带动|拉动|撬动)(?=[^，。；的]{2,}$)")
# The provinces have one name: 十二个省、市、自治区.
_PROVINCES = re.compile(
    r"省、(?:直辖)?市、自治区|省、自治区、(?:直辖)?市|省、区、市|省、市|县、市|市、县(?!级)"
)
_AMONG = re.compile(r"([^中的，]{2,8}(?<![高初集年其]))中(?![小学等医部国央心西东间外的])[^，]{4,}")
# Both ends of a change count the same things: 由两个城市增加到五十个.
_FROM = re.compile(r"[由从][^，。；、]{0,8}$")
_GREW_TO = re.compile(
    r"([^，。；、的\d]{1,6}?)(?:又|再)?(?:增加|扩大|扩展|发展|减少|精简|压缩|增|减)(?:到|至|为)了?(?:近|约|超过)?"
)
BOUNDED_BEHIND = re.compile(r"[0-9][^，。；、]{0,8}的$")
"""Which the things after a joint are, by a bound: 6个县和人口超过1000人的48个村."""
# Where others are for whom the same is done: 解决9万渔民的住房和海岛8万居民的用水困难.
_OTHER_PLACE = late(
    r"[^，。；、的\d]{0,6}(?:[山牧林库灾矿垦湖老边]区|无[电水]区|地区|海岛|岛屿|高原|边境|沿海|农村|城市|城镇|乡镇|地带|流域|[东中西]部)"
)
_OF_THEM = late(r"[^，。；、\d的]{0,8}的")
_INNER_JOINT = re.compile(r"、|以及|(?<![共总])和(?!谐)|(?<![普涉])及(?!时)")


@dataclass
class Slot:
    """A value's place in its clause.

    Attributes:
        value: the value.
        clause: index of its clause.
        left: the words before it, back to the clause's start or the value before.
        right: the words after it, up to the clause's end or what belongs to the next value.
        joint: the joint (、 和 及) that ties it to the value before, empty where there is none.
        core: what of ``left`` names the indicator (set by the reading).
        ending: what was left out of ``left`` at its right edge: linking verb, adverbs.
        described: whether 的 stands between the value and the words after it (三成的农户).
        adjacent: whether the next value follows without a word between (5批次19组).
        aside: whether it only sets the scene for the next value (在出口下降三成的情况下…).
        turned: whether what the things counted do stands before their noun already (成为伙伴的国家).
    """

    value: Value
    clause: int
    left: str
    right: str = ""
    joint: str = ""
    core: str = ""
    ending: str = ""
    described: bool = False
    adjacent: bool = False
    aside: bool = False
    turned: bool = False

    def turn(self, deed: str, body: str) -> None:
        """Put what is done before those counted: 对9户困难户落实措施 → 落实措施的困难户."""
        self.core, self.right, self.turned = "", f"{deed}的{body}", True


def make_slots(sentence: str, clauses: tuple[Clause, ...], live: list[Value], area: str | None) -> list[Slot]:
    """Share out the words of a sentence among its values."""
    slots: list[Slot] = []
    for value in live:
        place = clause_at(clauses, value.start)
        clause = clauses[place]
        before = slots[-1] if slots and slots[-1].clause == place else None
        if before is None:
            slot = Slot(value, place, sentence[max(clause.start, value.start - _REACH) : value.start])
        else:
            slot = _joined(sentence, before, value, area)
        tail = _tail(sentence, value)
        slot.right = sentence[tail : min(clause.end, tail + _REACH)]
        slots.append(slot)
    return slots


def _tail(sentence: str, value: Value) -> int:
    """Give where a value ends, its last character given back to a word that it begins (亿万家庭)."""
    given_back = sentence[value.tail - 1 : value.tail + 1] in _WORDS
    return value.tail - (given_back and not sentence.startswith(_COUNTED_SO, value.tail - 1))


def _doer(left: str, counted: str, *, some: bool) -> str:
    """Give the counted things alone where the deed behind them has a value of its own: 15个平台落地项目200个.

    With ``some`` that value counts some of the same things: 58件信访件办结54件.
    """
    drawn = _DRAWS.search(counted)
    if drawn and not _DONE_TO.search(left):
        return counted[: drawn.start()]
    places = verb_places(hide_enclosed(counted))
    deeds = [(start, end) for start, end in places if counted[start:end] not in MODIFYING]
    told = deeds and deeds[-1][0] > 1 and (some or len(counted) - deeds[-1][1] > 1)
    done_to = _DONE_TO.search(left) or closing_verbs(left)
    return counted[: deeds[-1][0]] if told and not done_to else counted


def _holder(told: str) -> str:
    """Give the counted things without the quantity that the next value tells of them."""
    stem = owner(told)
    held = _OWNING.fullmatch(told) if stem == told else None
    return held[1] if held and QUANTITY.search(held[2]) else stem


def _without_own(counted: str) -> str:
    """Leave out the quantity that those counted have (十个省份的物价), or what is so among them (城市中空气…)."""
    among = _AMONG.match(counted)
    if among:
        return among[1]
    thing, of, quantity = counted.rpartition("的")
    return thing if of and len(thing) > 1 and QUANTITY.search(drop_growth_noun(quantity)) else counted


def _done_elsewhere(sentence: str, before: Slot, value: Value, done: str, place: str) -> bool:
    """Say whether after a joint the same is done for others somewhere else: 解决渔民的住房和海岛8万居民的用水困难."""
    return bool(
        "的" in done
        and closing_verbs(before.left.removesuffix("了"))
        and _OTHER_PLACE.fullmatch(place)
        and _OF_THEM.match(sentence, _tail(sentence, value))
    )


def _joined(sentence: str, before: Slot, value: Value, area: str | None) -> Slot:
    """Share out the words between two values of a clause."""
    tail = _tail(sentence, before.value)
    between = sentence[max(tail, value.start - _REACH) : max(tail, value.start)]
    # What energy is counted in is no name of the next value: 由5.3吨标准煤降到4.9吨.
    between = between.removeprefix(_COAL) if before.value.unit.endswith("吨") else between
    before.right = ""
    setting = _SETTING.match(between)
    host = before.left.rfind("在") if setting else -1
    if setting and host >= 0:
        left = before.left[:host] + between[setting.end() :]
        inner = before.left[host + 1 :]
        before.left = inner if trim_left(trim_right(inner), area) else before.left[:host]
        before.aside = True
        return Slot(value, before.clause, left)
    merged = _MERGED.match(between) if value.bare_unit in _BODIES else None
    if merged:
        before.right = merged[1]
        return Slot(value, before.clause, between[merged.end() :])
    joint = _JOINT.match(between)
    if between == "、" and before.value.unit in _TURNS and not value.unit.startswith(before.value.unit):
        before.adjacent = True
        return Slot(value, before.clause, "")
    if joint:
        return Slot(value, before.clause, between[joint.end() :], joint=joint[0])
    if _MEDAL.fullmatch(between):
        before.right = between
        return Slot(value, before.clause, "", joint="、")
    if not between.strip():
        before.adjacent = True
        return Slot(value, before.clause, "")
    hidden = _PROVINCES.sub(lambda found: "□" * len(found[0]), hide_enclosed(between))
    for joint in reversed(list(_INNER_JOINT.finditer(hidden))):
        rest = between[joint.end() :]
        if (
            rest.endswith("等")
            or BOUNDED_BEHIND.search(rest)
            or rest == "长达"
            or not trim_left(trim_right(rest), area)
        ):
            before.right = between[: joint.start()]
            return Slot(value, before.clause, rest.removeprefix("长达"), joint=joint[0])
        if _done_elsewhere(sentence, before, value, between[: joint.start()], rest):
            before.right = between[: joint.start()]
            return Slot(
                value, before.clause, closing_verbs(before.left.removesuffix("了")) + rest, joint=joint[0]
            )
    comma = hidden.find("、")
    if comma > 0:
        before.right = between[:comma]
        return Slot(value, before.clause, between[comma + 1 :], joint="、")
    return _counted_apart(sentence, before, value, between, area)


def _counted_apart(sentence: str, before: Slot, value: Value, between: str, area: str | None) -> Slot:
    """Part what a value counts from what the next one measures, where no joint stands between them."""
    if _NOUN.fullmatch(between) and _NOUN_ALONE.match(sentence, _tail(sentence, value)):
        before.right = between
        return Slot(value, before.clause, "", joint="、")
    if value.measure == "rank" and before.value.bare_unit in _KINDS and QUANTITY.search(trim_right(between)):
        before.right = between + sentence[value.start : value.end]
        return Slot(value, before.clause, between)
    # What the next value measures is no part of what this one counts: 13个重点园区营业收入突破2亿元.
    counted = trim_right(between)
    if _DRAWS.search(counted) and before.left:
        between = before.left + between
    with_them = _DEED_WITH.fullmatch(_OVER.sub("", between)) if _WITH_THEM.search(before.left) else None
    object_ = _NOUN_ALONE.match(sentence, _tail(sentence, value)) if with_them else None
    if with_them and object_:
        before.right = with_them[1] + with_them[2] + object_[0]  # 同9个国家签署5个协定
        return Slot(value, before.clause, with_them[2])
    deed = is_national(area) and _COMPLETING.search(counted)
    in_turns = before.left.endswith("分") and before.value.bare_unit in _TURNS_OF
    counted = (
        counted if deed or in_turns else _doer(before.left, counted, some=value.unit == before.value.unit)
    )
    counted = _without_own(counted)
    holder = _HOLDER.match(counted) if _QUANTITY_END.search(counted) else None
    counted = holder[0] if holder else counted
    before.right = counted if verb_places(counted) else _holder(tidy(_SHARE.sub("", counted)))
    grown = (
        _GREW_TO.fullmatch(between) if _FROM.search(before.left) and before.value.unit == value.unit else None
    )
    again = grown and sentence.startswith(grown[1], _tail(sentence, value))
    return Slot(value, before.clause, between[grown.end(1) :] if grown and not again else between)
