"""Coordination: lists that share a head, a tail, or values (基础设施、工业、高技术产业投资分别增长…)."""

import re

from taizhang.figures.clauses import hide_enclosed
from taizhang.figures.topics import owner
from taizhang.figures.wording import QUANTITY, leading_verbs, words
from taizhang.lexicon import places
from taizhang.lexicon.late import late
from taizhang.lexicon.tables import toml_table

_LEXICON = toml_table("subjects")
_FOLDED: dict[str, list[str]] = _LEXICON["folded"]
_COMMA = re.compile(r"、")
_NAMED_ONLY = re.compile(r"“[^“”]{1,16}”")
# Quotations that stand side by side are items too: “个转企”“小升规”.
_SIDE_BY_SIDE = re.compile(r"(?<=[”》])(?=[“《])")
_JOINT = re.compile(r"以及|[、，]?(?<![共总涉普饱])[和与](?![谐平田睦美会])|(?<![涉普波])及(?![时其以])")
SHARED_TAIL = re.compile(rf"(?:{words('shared_tails')})$")
_TAIL_MODIFIER = f"(?:{words('tail_modifiers')})"
# … with what stands before the quantity in the last of several items.
_WHOLE_TAIL = re.compile(
    rf"(?:{_TAIL_MODIFIER}*(?:{words('shared_tails')})|{_TAIL_MODIFIER}+(?:{words('quantity_ends')}))$"
)
# What is no 产业 by itself: 基础设施、高技术产业投资.
_NO_INDUSTRY = ("业", "设施")
# Of which whole each of several things has a share: 装备制造业、高技术制造业增加值占规上工业比重.
_SHARE_TAIL = re.compile(
    r"(?:(?:工业)?增加值|产值|产量|投资|营业收入|收入|利润|播种面积|种植面积|面积|人口|人数|进出口|出口)?占[^占、]{2,16}(?:比重|比例)$"
)
_DEPENDENTS = frozenset(_LEXICON["dependents"])
_CLASS_WORDS = tuple(sorted(_LEXICON["class_words"], key=len, reverse=True))
# These stand against each other only: 第一产业 is no other of 国内 in 国内生产总值.
_AT_HOME = frozenset({"国内", "国际", "境内", "境外"})
_SUBSTANCES = tuple(_LEXICON["substances"])
_COUNTED_NOUNS = frozenset(_LEXICON["counted_nouns"])
# Whose insurance is told in one: 职工、居民医保报销比例.
_WORKERS, _RESIDENTS = "职工", "居民"
# People who are counted, and of whom a quantity may be told: 在岗职工、农民工平均工资.
_PERSONS = ("职工", "学生", "人口")
_PREPOSITION = re.compile(r"^[对向](?!外)")
_TRADE = ("进口", "出口")
# A noun of two characters that goes on with one of these is one of three: 水产品.
_NOUN_GOES_ON = frozenset("品物料")
# Items this short stand against a word of their own length in the last one (食品、药品抽检合格率).
_SHORT_ITEM = 3
# How fast each item of a list moves: 投资、消费增速分别快于全国….
_PACE = re.compile(r"(?<=..)(?:年均)?(?:增速|增幅|(?<!自然)(?<!人口)增长率)(?:[快慢高低]于全.)?$")
# Sectors and people of whom it is a quantity that moves: 渔业、盐业增加值增速, 农户、企业贷款增速.
_SECTOR = late(r"(?:业|县域|居民|农户|农民|群众|地区|[东中西]部|设施|三农”?|领域)$")
# Bodies that share the quantity told of the last one: 村卫生室、乡镇卫生院标准化率.
_INSTITUTIONS = tuple("院室站所校园馆厂矿店社")
_INSTITUTION = late(r"[院室站所校园馆厂矿店社]([^院室站所校园馆厂矿店社]{2,8})$")
_RATE_END = re.compile("[^的]{2}率$")
# Characters that stand against each other before one noun: 轻、重工业.
_OPPOSED = frozenset({"轻重", "大小", "水旱", "城乡", "新旧", "男女", "存贷", "产销"})
# What the last of several things has: 彩色电视机、程控交换机的国产化率.
_OWNED = re.compile(r"的[^的]{2,}$")
_COUNT_END = late(r"(?:总|数)?[数额量]$")
_ET_CETERA = re.compile(r"(?<![高中初平同特优上下对])等(?![级候于教学院])")
_NUMBERED = re.compile(r"^([一二三四、]{2,5})(产业|产|线)(.*)$")
# What stands before the first of several things that share their quantity, and is said of all of them.
_SHARED_BEFORE = re.compile(
    r"(?:单位(?:国内|地区)?生产总值|万元(?:GDP|(?:国内|地区)?生产总值|工业增加值)|农村|城市|城镇|限额以上|规模以上|规上|[省市县区]政府(?:及部门)?"
    r"|每[百千万]人(?:口)?|人均|户均|[^，、]{2,10}用于)(?=..)"
)


# Where all of several quantities are told of: 城市建成区绿化覆盖率、绿地率.
_OF_PLACE = re.compile(r"(?:城市建成区|开发区|[^，、的]{2,8}(?:机场|口岸))(?=[^，、的]{2})")
# How many the items of a list are, before what all of them are: 渔业、盐业、船舶三大支柱产业产值.
_TOGETHER = late(
    r"(?:[二两三四五六七八九十]|(?<!\d)\d{1,2})(?:个|大)(?:支柱|主导|优势|重点|传统|新兴|特色|战略性)*(?=(?:产业|行业|领域|集群|都市圈|经济圈|城市群|经济带|园区|片区|市场))"
)
_PASSING = "(?:货物|集装箱|旅客|外贸)[^，、]{0,4}吞吐量?"
_THROUGHPUT = late(_PASSING)
_PORT = late(f"([^，、的]{{0,8}}(?:港口|港))(?={_PASSING})")
# What every place has: 成员国人口和经济总量.
_PLACE_SIZES = ("经济总量", "人口", "面积", "国土面积", "地区生产总值")
# Great regions, and the whole country beside its parts: 京津冀、长三角细颗粒物浓度; 全国和自贸试验区负面清单.
_REGION = re.compile(f"(?:{words('regions')})(?:及周边|等?地区(?!生产总值))?")
# … and before the first of several kinds of things that are as short as each other: 全国性文件、会议.
_MODIFIED = late(
    r"(“?[^，、]{1,12}(?:[性式级型的]|部门|机关|系统|帮扶|援建|示范|重点|定点))(?=[^，、的性式级型]{2,3}$)"
)


def divide(text: str, count: int | None) -> list[str]:
    """Divide a joined phrase into its items.

    Args:
        text: a phrase with 、 和 与 及 以及 (those in quotes and brackets do not count).
        count: how many items are wanted; None to divide at every joint.

    Returns:
        ``count`` items where some way of dividing gives that many, else the finest division.
    """
    hidden = hide_enclosed(text)
    sides = [found.span() for found in _SIDE_BY_SIDE.finditer(text)]
    commas = sorted([*(found.span() for found in _COMMA.finditer(hidden)), *sides])
    joints = sorted({found.span() for found in _JOINT.finditer(hidden)})
    last_joint = [span for span in joints if not commas or span[0] > commas[-1][1]][-1:]
    ways = [commas, commas + last_joint, sorted(commas + joints), joints]
    if count is not None:
        for way in ways:
            if len(way) == count - 1:
                return _cut(text, way)
    return _cut(text, sorted(commas + last_joint) if count is None else sorted(commas + joints))


def _cut(text: str, spans: list[tuple[int, int]]) -> list[str]:
    pieces, start = [], 0
    for begin, end in spans:
        pieces.append(text[start:begin])
        start = end
    pieces.append(text[start:])
    return [piece for piece in pieces if piece]


def unfold(text: str, count: int | None) -> list[str]:
    """Divide a joined phrase and give back to each item what it shares with the others.

    城乡居民收入 gives 城镇居民收入 and 农村居民收入; 对东盟、欧盟进出口 gives 对东盟进出口 and 对欧盟进出口.
    """
    text = text.replace("存、贷款", "存贷款")
    items = divide(text, count)
    if len(items) == 1 and count != 1:
        items = _folded(text, count)
    return give_back(items)


def _folded(text: str, count: int | None) -> list[str]:
    for folded, parts in _FOLDED.items():
        if folded in text and count == len(parts):
            return [text.replace(folded, part, 1) for part in parts]
    both = (
        next((word for word in ("城乡", "存贷款", "收支", "产销量") if word in text), None)
        if count is None
        else None
    )
    if both:
        return [text.replace(both, part, 1) for part in _FOLDED[both]]
    numbered = _NUMBERED.match(text)
    if numbered:
        numerals = numbered[1].replace("、", "")
        if count in (None, len(numerals)):
            return [numeral + numbered[2] + numbered[3] for numeral in numerals]
    return [text]


def give_back(items: list[str]) -> list[str]:
    """Give back to each item of a list the head and the tail that it shares with the others."""
    if len(items) < 2:
        return items
    region = _REGION.match(items[-1])
    if region and all(_REGION.fullmatch(item) for item in items[:-1]):
        return [*(item + items[-1][region.end() :] for item in items[:-1]), items[-1]]
    size = next((word for word in _PLACE_SIZES if items[0].endswith(word)), "")
    if size and all(item in _PLACE_SIZES for item in items[1:]):
        return [items[0], *(items[0].removesuffix(size) + item for item in items[1:])]
    together = _TOGETHER.search(items[-1], 2)
    if together:
        tail = items[-1][together.end() :]
        named = [*items[:-1], items[-1][: together.start()]]
        return give_back([item.removesuffix(tail[:2]) + tail for item in named])
    place = _OF_PLACE.match(items[0])
    if place and not any(item.startswith(("全", *_CLASS_WORDS)) or place[0] in item for item in items[1:]):
        return [place[0] + item for item in give_back([items[0][place.end() :], *items[1:]])]
    port = _PORT.match(items[0])
    if port and all(_THROUGHPUT.fullmatch(item) for item in items[1:]):
        return [items[0], *(port[1] + item for item in items[1:])]
    modifier = _shared_modifier([*items[:-1], SHARED_TAIL.sub("", items[-1])])
    items = [items[0], *(modifier + item for item in items[1:])] if modifier else items
    shared_before = _SHARED_BEFORE.match(items[0])
    alone = items[-1].startswith((*_CLASS_WORDS, "城乡", "全"))
    per_output = shared_before is not None and shared_before[0].startswith(("单位", "万元"))
    # Numbers for so many people: each item is one (每千人口医师数、护士数).
    per_each = shared_before is not None and shared_before[0].startswith("每") and items[-1].endswith("数")
    alone = items[-1].startswith(("每", "人均")) if per_each else alone or bool(leading_verbs(items[-1]))
    if shared_before and not alone and (per_output or per_each or not _complete(items[0], items[-1])):
        rest = give_back([items[0][shared_before.end() :], *items[1:]])
        own = ("强度",) if per_output else ()  # 碳排放强度 says itself per what it is
        return [item if item.endswith(own) else shared_before[0] + item for item in rest]
    last, shared = _et_cetera(items[-1])
    if shared is not None:
        return _with_heads([item + shared for item in [*items[:-1], last]])
    tails = [item if _complete(item, last) else item + _tail(item, last) for item in items[:-1]]
    return _with_heads([*tails, last])


def _shared_modifier(items: list[str]) -> str:
    """Give what stands before the first of several things and tells the kind of all: 全国性 in 全国性文件、会议."""
    if any(len(item) > _SHORT_ITEM or item.startswith(_CLASS_WORDS) for item in items[1:]):
        return ""
    found = _MODIFIED.match(items[0])
    alike = found and all(len(item) == len(items[0]) - found.end() for item in items[1:])
    return found[0] if found and alike and not any(QUANTITY.search(item) for item in items) else ""


def _et_cetera(last: str) -> tuple[str, str | None]:
    """Part the last item of a list from what follows its 等: 烤烟等产品的产量 → 烤烟, 产量."""
    found = _ET_CETERA.search(last)
    if not found:
        return last, None
    rest = last[found.end() :]
    kind, _, quantity = rest.rpartition("的")
    if kind or QUANTITY.search(rest):
        tail = SHARED_TAIL.search(quantity)
        return last[: found.start()], tail[0] if tail else quantity
    return last[: found.start()], ""


def _complete(item: str, last: str) -> bool:
    paced = _PACE.search(last) is not None
    if paced and _SECTOR.search(item):
        return False
    if len(item) > _SHORT_ITEM and item[-2:] in _COUNTED_NOUNS and item[-2:] not in last:
        return True
    if item.endswith(_WORKERS) and _RESIDENTS in last:
        return False
    if item.endswith(_PERSONS) and SHARED_TAIL.search(last) and not last.endswith(_PERSONS):
        return False
    if item in _TRADE and last.startswith(_TRADE) and len(last) > len(item):
        return False  # 进口、出口通关时间
    quantity = bool(QUANTITY.search(item)) and not item.endswith(_SUBSTANCES) and not paced
    return quantity or item[-2:] == last[-2:]


def _tail(item: str, last: str) -> str:
    named = _NAMED_ONLY.match(last) if _NAMED_ONLY.fullmatch(item) else None
    if named and QUANTITY.search(last):
        return last[named.end() :]
    if len(item) <= _SHORT_ITEM and item[-1] == "部" and _parallel(item, last[: len(item)]):
        return last[len(item) :]  # 中部、西部地区生产总值增速
    kept = next((word for word in _CLASS_WORDS if item.endswith(word)), "")
    led = next((word for word in _CLASS_WORDS if last.startswith(word)), "") if kept else ""
    if led and not last.startswith(_CLASS_WORDS, len(led)):
        return last[len(led) :].removeprefix(kept)
    pace = _PACE.search(last)
    if pace:
        shared = SHARED_TAIL.search(last[: pace.start()], 1) if _SECTOR.search(item) else None
        return (shared[0].removeprefix(item[-2:]) if shared else "") + pace[0]
    if len(item) <= 4 and places.find(item):
        for size in (2, 3, 4):
            if places.find(last[:size]):
                return last[size:]
    if item.endswith(_WORKERS) and _RESIDENTS in last:
        return last[last.index(_RESIDENTS) + len(_RESIDENTS) :]
    for size in range(min(len(item), 6), 1, -1):
        place = last.rfind(item[-size:])
        if place >= 0:
            return last[place + size :]
    alike = len(item) <= _SHORT_ITEM and len(last) > len(item) and _parallel(item, last[: len(item)])
    longer = alike and last[len(item)] in _NOUN_GOES_ON  # 水果、水产品产量
    if (
        alike and not longer and not (len(item) > 1 and last.startswith(_CLASS_WORDS, len(item)))
    ):  # 铁路、公路水运投资
        return last[len(item) :]
    body = _INSTITUTION.search(last) if item.endswith(_INSTITUTIONS) and QUANTITY.search(last) else None
    if body:
        return body[1]
    share = _SHARE_TAIL.search(last, 1)
    if share:
        return share[0]
    edition = last.find("版") if item.endswith("版") else -1
    if edition > 0:
        return last[edition + 1 :]
    shared = _WHOLE_TAIL.search(last)
    owned = _OWNED.search(last)
    whole = owned and QUANTITY.search(owned[0]) and "的" not in item
    if owned and whole and len(owned[0]) > len(shared[0] if shared else "") + 1:
        return owned[0][1:] if shared else owned[0]
    if shared and shared.start():
        return shared[0].removeprefix("产业") if item.endswith(_NO_INDUSTRY) else shared[0]
    place = last.rfind(item[-1]) if item[-1] in "业区国省市产级类型" else -1
    if place >= 0:
        return last[place + 1 :]
    short = len(item) <= _SHORT_ITEM and len(last) > len(item) + 1
    return last[len(item) :] if short and QUANTITY.search(last) else ""


def sibling_of(word: str, name: str) -> str:
    """Give a class its quantity from the name of another class: 农村 after 城镇人均居住面积 → 农村人均居住面积."""
    if word not in _CLASS_WORDS:
        return ""
    other = next((other for other in _CLASS_WORDS if other != word and name.startswith(other)), "")
    if (word in _AT_HOME) != (other in _AT_HOME):
        return ""
    shared = name[len(other) :] if other else ""
    return word + shared if len(shared) > 1 and shared not in _CLASS_WORDS else ""


def _parallel(item: str, other: str) -> bool:
    """Say whether two short words differ in one character only (炼铁, 炼钢; 牛肉, 羊肉; 轻, 重)."""
    if item + other in _OPPOSED:
        return True
    return item != other and sum(a == b for a, b in zip(item, other, strict=True)) == len(item) - 1 > 0


def _with_heads(items: list[str]) -> list[str]:
    first = items[0]
    preposition = _PREPOSITION.match(first)
    if preposition:
        return [first, *(item if _PREPOSITION.match(item) else preposition[0] + item for item in items[1:])]
    verbs = leading_verbs(first)
    named = all(QUANTITY.search(item) for item in items)
    if verbs and not named and not any(leading_verbs(item) for item in items[1:]):
        whole = [bool(QUANTITY.search(item)) and not QUANTITY.search(first) for item in items[1:]]
        return [first, *(item if own else verbs + item for item, own in zip(items[1:], whole, strict=True))]
    return [first, *(_own(item, first) if item in _DEPENDENTS else item for item in items[1:])]


def _own(item: str, first: str) -> str:
    if first in _DEPENDENTS:
        return item
    if first.endswith("率") and item.endswith("率"):
        return _RATE_END.sub("", first) + item  # 信访诉求解决率、满意率
    if first.endswith(("项目数", "企业数", "机构数")):
        return first[:-1] + item
    stem = owner(first)
    return (stem if stem != first else _COUNT_END.sub("", first)) + item
