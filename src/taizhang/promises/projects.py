"""Projects: the names in a clause, the stage it says they are at, and one identity across reports."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from taizhang.lexicon.places import place_names
from taizhang.lexicon.tables import toml_table
from taizhang.lexicon.words import WordSet
from taizhang.promises.clauses import split_clauses

LIST_MARK = "(?:(?<![高平同中优初上头对一二三])|(?<=[汉晋巴阆]中))等(?!级|待|量|效|值)"
# Behind 等 the number of the whole list and the sizes of its members say nothing (等12个百亿元、70个十亿元以上项目).
_SIZES = (
    r"(?:一批|、?(?:[\d.一二三四五六七八九十百千万亿]+(?:多|余)?(?:[个条座项处所家大]|元以上|元级|元|级))+)*"
)
_LISTED = re.compile(rf"^(?P<items>.+?){LIST_MARK}{_SIZES}(?P<kind>[^、，等]*)$")
# Several lists side by side, each with its own 等 (甲等3个枢纽、乙等2个基地).
_GROUP = re.compile(rf"(?P<items>[^等]+){LIST_MARK}{_SIZES}(?P<kind>[^、，等和]+)(?:[、和及]|$)")
_COUNT = re.compile(r"[0-9一二三四五六七八九十两]+(?:个|座|条|处|所|项|家|大)")
_FIRST = re.compile(r"^(?:全国首个|全球最大|国内首个|全国最大|一批|更多|新一批|新一轮|新的|好)")
_QUOTED = re.compile(r"^“([^”]+)”$")
_NO_NAME = ("一批", "系列", "参与", "共同", "协同推进", "建设和")
# Classes that many places have one of.
_EVERYWHERE = ("国家物流枢纽", "国家骨干冷链物流基地", "国家级开发区")
_PHASE = re.compile(".*(?:期|段|期工程|期项目)$")
_UNDER_WAY = ("加快推进", "有序推进", "顺利推进", "加快建设")
# What is to be of a rank among others is a position, not one thing (全国领先的制笔基地).
_POSITION = re.compile("[^“（]*(?:领先|一流|重要|影响力|竞争力|强大|特色鲜明|有活力|面向[^的]+|辐射[^的]+)的")
_TRAITS = re.compile("([^“（]*、[^、]*[^、])的[^、的]+$")
# A transfer of water names itself (引砚济墨), with no word for what is built.
_WATERS = re.compile("引[^、，]{1,2}[济入补][^、，]{1,3}(?:[一二三四]期)?(?:工程)?$")
# What is done about a thing that is wished for stands before its name (争取设立某平台).
_WISHED = re.compile("(?:设立|建设|获批|创建|布局|建立|成立)(?=.{4})")
_ACTING = ("支持", "推动", "推进")
_WISHING = ("争取", "推动", "力争", "支持", "推进")
# A phase that leaves the project before it unsaid (砚江引水一期、二期).
_NEXT_PHASE = re.compile("[一二三四五六七八九\\d]期(?:工程)?")
_PHASED = re.compile("[一二三四五六七八九\\d]期(?:工程)?$")
_ADVERBS_LAST = re.compile(
    "(?:等|实现|如期|基本|全线|全面|主体|正式|尽快|早日|年内|年底前|力争|确保|力促|整体|同步|顺利|按期)+$"
)
# A quotation before a head is a name (“一企一码”平台), if it is not too short to be one (“五好”园区).
_TITLE = re.compile("“[^”]{4,}”.")
# A quotation that only counts its members (“3个100”, “两重”).
_COUNTING = re.compile("“?[0-9一二三四五六七八九十百千两]+[个大重项张批类][^”、]{0,4}”?(?:项目|工程)?$")
# A platform of the nation for one field is one of its kind (国家…中试基地); a position among others is not.
_NATIONAL = re.compile(
    "国家(?!级|区域|医学|重要|战略|重大|重点|现代化|先进)[^的、]{2,}(?:中心|基地|实验室|枢纽|平台|园|区)$"
)
# The actor before what it builds (支持某市建设某枢纽), an unnamed set, and a plan that is to take a project up.
_BUILT_BY = re.compile("(?:[^、的]{2,4}、)*[^、]+?(?:等地?)?建设好?(?![区、和的与及等项用])(?=.{2})")
_UNCOUNTED = re.compile("一批|更多|一系列|若干")
_TAKEN_UP = re.compile("(?P<what>[^，]+?)(?:尽快|早日)?(?:纳入|列入)[^，]*(?:规划|目录|计划|盘子|笼子)$")
_MODIFIERS = re.compile(
    "^(?:国家级|省级|首批|重点培育|重点|重大|新型|大型|主要|一批|创新|市属|省属|重要|标志性|各类|[一二三四五六七八九十百]+大|在建|续建|新建|新)+"
)
# So many characters before a head tell one thing from the others (文旅大数据中心, not 新机场).
_TOLD = 2
# Two characters are no whole name, whatever they end in (琼港、深儋合作产业园).
_BARE = 2
_REBUILT = re.compile("(?:续建配套与)?(?:现代化|电气化|扩能|更新)?改造$|除险加固$|迁建$|重建$")
# Heads that as often end what is no single thing.
_LOOSE = ("系统", "扩容", "机组", "工厂", "学校", "医院", "公园")
# A name of so few characters is as good as a place: it takes all that the next name has in common.
_SHORT = 4
_PARTS = frozenset("、")
_BRACKETS = re.compile(r"[（(].*?[）)]")
_MARKS = str.maketrans("", "", "“”")
_SIGNS = re.compile(r"[“”‘’《》「」\s·—\-]")
_NUMERAL = re.compile(r"[一二三四五六七八九十]+(?=期|号线|号|标段)")
_DIGITS = {char: value for value, char in enumerate("一二三四五六七八九", 1)}


@dataclass(frozen=True, slots=True)
class ProjectList:
    """The projects of an object: full names, and what a list calls them (``class_word``: 等项目)."""

    names: tuple[str, ...]
    class_word: str
    stage: str | None


NO_PROJECTS = ProjectList((), "", None)


@cache
def project_words(name: str) -> WordSet:
    """Give a list of ``projects.toml``; ``heads``: what a name can end in, ``common``: what names nothing."""
    table = toml_table("projects")
    if name == "heads":
        return WordSet((table["works"] + table["platforms"]).split())
    if name == "common":
        return WordSet(
            (table["common"]["words"] + table["works"] + table["platforms"] + table["classes"]).split()
        )
    return WordSet(table[name].replace("“", "").replace("”", "").split())


@cache
def _stage_words(kind: str) -> tuple[WordSet, dict[str, str]]:
    """Give the words that say a stage, and the stage of each; the stage named first in the data wins."""
    rows = reversed(toml_table("projects")[kind].items())
    stages = {word: stage for stage, words in rows for word in words.split()}
    return WordSet(stages), stages


def read_projects(verb: str, words: str) -> ProjectList:
    """Read the projects of an object.

    Args:
        verb: the leading verb of the clause.
        words: the object, as it stands.

    Returns:
        Full names with the common head given back (雄忻、石雄铁路 → 雄忻铁路, 石雄铁路), the word for their
        class, and the stage that verb and words say; no stage where they say none.
    """
    words, stage = read_stage(verb, words)
    if stage is None:
        return NO_PROJECTS
    words = words.removesuffix("建设").removesuffix("的")
    if verb in _WISHING:
        led = _WISHED.match(words) or (_BUILT_BY.match(words) if verb in _ACTING else None)
        words = words[led.end() :] if led else words
    if len(groups := _groups(words)) > 1:
        every = [name for items, kind in groups for name in _full_names(_items(items), kind)]
        return ProjectList(tuple(every), groups[-1][1], stage)
    listed = _LISTED.match(words)
    class_word = listed["kind"].translate(_MARKS) if listed else ""
    if not _ends_in_a_thing(class_word or words) and not lists_things(class_word):
        return ProjectList((), class_word, stage)
    if listed is None and _UNCOUNTED.match(words):
        return ProjectList((), "", stage)
    if _is_position(words):
        return ProjectList((), class_word, stage)
    names = _full_names(_items(listed["items"] if listed else words), class_word)
    if not names and listed is None and stage != "build" and _is_single(words):
        names = (words,)
    return ProjectList(names, class_word, stage)


def moves_water(name: str) -> bool:
    """Say whether a name is that of a transfer of water (引砚济墨)."""
    return bool(_WATERS.search(name))


def _groups(words: str) -> list[tuple[str, str]]:
    """Cut lists that stand side by side (甲等枢纽、乙等基地和丙水库) into items and the word for their class."""
    found, end = [], 0
    for group in _GROUP.finditer(words):
        kind = group["kind"]
        if any(project_words(each).ending(kind, len(kind)) for each in ("heads", "classes", "closers")):
            found.append((group["items"], kind))
            end = group.end()
    return [*found, (words[end:], "")] if found and end < len(words) else found


def _is_position(words: str) -> bool:
    """Say whether what is built is only described: by its rank, or by several traits one after the other."""
    traits = _TRAITS.match(words)
    heads = project_words("heads")
    return bool(_POSITION.match(words)) or (
        traits is not None and not any(heads.ending(each, len(each)) for each in traits[1].split("、")[:-1])
    )


def _is_single(words: str) -> bool:
    """Say whether words that name nothing speak of one thing all the same, once it is begun or done."""
    head = project_words("works").ending(words, len(words))
    return bool(head) and len(words) - len(head) >= _TOLD and "、" not in words and "和" not in words


def lists_things(class_word: str) -> bool:
    """Say whether a list of projects can go by a word that alone names nothing built (…等公共服务设施)."""
    return bool(project_words("list_classes").ending(class_word, len(class_word)))


def _ends_in_a_thing(words: str) -> bool:
    """Say whether words end as a project's name or class can (a bracket or a quotation closes names too)."""
    words = without_doing(words)
    end = len(words)
    return bool(words.endswith(("”", "）", "等")) or moves_water(words)) or any(
        project_words(each).ending(words, end) for each in ("heads", "classes", "named_classes")
    )


def without_doing(words: str) -> str:
    """Take off what is done to a built thing (墨池灌区现代化改造 → 墨池灌区); all of it where none stands there."""
    done = _REBUILT.search(words)
    rest = words[: done.start()] if done else words
    head = project_words("works").ending(rest, len(rest))
    return rest if done and head and head not in _LOOSE and is_named(rest.rpartition("、")[2]) else words


def normal_name(name: str) -> str:
    """Bring a project's name to the form that its other spellings share.

    Quotation marks, brackets and the words 项目, 工程 go; spellings of one thing become one (高速公路 高速,
    by the table ``same`` of ``projects.toml``), 二期 becomes 2期;
    phases and sections stay, since they are projects of their own.
    """
    text = _SIGNS.sub("", _BRACKETS.sub("", unicodedata.normalize("NFKC", name)))
    for spelling, form in toml_table("projects")["same"].items():
        text = text.replace(spelling, form)
    text = _NUMERAL.sub(lambda found: str(_number(found[0])), text)
    short = re.sub(r"(?:建设|改造)?(?:项目|工程)$", "", text)
    return short if len(short) > 2 else text


def project_id(name: str) -> str:
    """Give the identity of a project: the same for every spelling that ``normal_name`` brings together."""
    return hashlib.blake2b(normal_name(name).encode(), digest_size=5).hexdigest()


def _number(numeral: str) -> int:
    tens, ten, ones = numeral.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)


def read_stage(verb: str, words: str) -> tuple[str, str | None]:
    """Read the stage from the words at the end, else from the verb; give the words before them."""
    trimmed = words.removesuffix("工作")
    endings, stage_of = _stage_words("words")
    if found := endings.ending(trimmed, len(trimmed)):
        told = _stage_words("verbs")[1].get(verb)
        rest = _ADVERBS_LAST.sub("", trimmed[: -len(found)])
        return rest, (told if stage_of[found] == "build" and told else stage_of[found])
    if verb in ("争取", "推动", "力争", "积极争取", "推进") and (taken := _TAKEN_UP.match(words)):
        return taken["what"], "plan"
    if verb in ("争取", "推动", "确保", "力促") and (found := endings.at(words, 0)):
        return words[len(found) :], stage_of[found]
    stage = _stage_words("verbs")[1].get(verb)
    return (words.removeprefix("建设"), stage) if stage else (words, None)


def stage_word(words: str) -> str:
    """Give the word for a stage at the end of a clause that needs no verb before it, empty where none stands."""
    endings, stage_of = _stage_words("words")
    found = endings.ending(words, len(words))
    return found if stage_of.get(found) in ("start", "finish") or found in _UNDER_WAY else ""


def _items(words: str) -> list[str]:
    """Cut a list at 、 and at 和/与/及 between two names."""
    parts = [words[start:end] for start, end, _ in split_clauses(words, 0, len(words), _PARTS)]
    heads, items = project_words("heads"), []
    for part in parts:
        cut = _joint(part, heads, last=part is parts[-1] and len(parts) > 1)
        items.extend([part[:cut], part[cut + 1 :]] if cut else [part])
    items = [cleaned for item in items if (cleaned := _FIRST.sub("", _unstaged(item)).strip())]
    for index in range(1, len(items)):
        if _NEXT_PHASE.fullmatch(items[index]) and _PHASED.search(items[index - 1]):
            items[index] = _PHASED.sub(items[index], items[index - 1])
    return items


def _unstaged(item: str) -> str:
    """Take off the stage that an item of a list says of itself (甲铁路加快建设、乙铁路开工)."""
    endings, stages = _stage_words("words")
    found = endings.ending(item, len(item))
    said = stages.get(found) in ("start", "finish") or found in _UNDER_WAY
    rest = _ADVERBS_LAST.sub("", item.removesuffix(found)) if said else item
    return rest if project_words("heads").ending(rest, len(rest)) else item


def _joint(part: str, heads: WordSet, *, last: bool) -> int:
    for index in range(2, len(part) - 3):
        if part[index] in "和与及" and (
            heads.ending(part, index) or (last and heads.ending(part, len(part)))
        ):
            return index
    return 0


def _full_names(items: list[str], class_word: str) -> tuple[str, ...]:
    if not items:
        return ()
    names = []
    shared_heads = _shared_heads(items, _shared_class(items, class_word))
    for item, shared in zip(items, shared_heads, strict=True):
        name = (
            _COUNT.sub("", _strip_class(item)) if item is items[-1] and len(items) > 1 else _strip_class(item)
        )
        quoted = _QUOTED.match(name)
        if quoted:
            name = quoted[1]
        else:
            name += shared
        names.append((_described(name), bool(quoted)))
    if all(_COUNTING.match(name) for name, _ in names):
        return ()
    unnamed = not any(quoted or is_named(name) for name, quoted in names)
    last = names[-1][0].translate(_MARKS)
    if (
        unnamed
        or any(word in last for word in _NO_NAME)
        or project_words("named_classes").ending(last, len(last))
    ):
        return ()
    return tuple(name for name, _ in names)


def _described(name: str) -> str:
    """Give what is described (全国领先的稀土中心 → 稀土中心), where that can be a name."""
    head = name.rpartition("的")[2]
    return head if len(head) > 3 else name


def _is_whole(item: str) -> bool:
    """Say whether an item of a list is a name by itself, in need of no head that others share."""
    end = len(item)
    return end > _BARE and (
        item.endswith("）") or any(project_words(each).ending(item, end) for each in ("heads", "doings"))
    )


def _shared_class(items: list[str], class_word: str) -> str:
    """Give what a list's word for its class adds to each name (甲、乙等检查站), nothing where names are whole."""
    heads, short = project_words("heads"), _strip_class(_MODIFIERS.sub("", class_word))
    head = heads.ending(short, len(short)) or project_words("classes").ending(short, len(short))
    if not head or short in project_words("classes"):
        return ""
    bare = not any(_is_whole(item) or _QUOTED.match(item) for item in items)
    return short if head == class_word or bare or _is_place(items[-1]) else ""


def _shared_heads(items: list[str], shared: str) -> list[str]:
    """Give what each item takes from others: from the class, else from the next item that has a head."""
    found, carried, closers = [], "", project_words("closers")
    for index in range(len(items) - 1, -1, -1):
        bare = _strip_class(items[index])
        closed = _is_whole(bare) or (not shared and bool(closers.ending(bare, len(bare))))
        found.append("" if closed else shared or carried)
        head = _PHASE.sub("", project_words("heads").ending(bare, len(bare))) if len(bare) > _BARE else ""
        if index and (len(items[index - 1]) <= _SHORT or _is_place(items[index - 1])):
            head = _common_tail(bare, head)
        carried = head or ("" if closed else carried)
    return found[::-1]


def _is_place(item: str) -> bool:
    return place_words().ending(item, len(item)) == item


@cache
def place_words() -> WordSet:
    """Give the names of places, full and short (通化市, 通化)."""
    return WordSet(place_names())


def _common_tail(name: str, head: str) -> str:
    """Give what a place shares of the next name (甲、乙国家物流枢纽): all behind its place, else its common words."""
    place = place_words().at(name, 0)
    if place and place != name:
        return name[len(place) :]
    start = len(name) - len(head)
    while word := project_words("common").ending(name, start):
        start -= len(word)
    return name[start:] if head and start else head


def _strip_class(item: str) -> str:
    """Drop 项目 after a head that names the thing already (石雄铁路项目); 工程 stays a part of the name."""
    for word in ("重大项目", "重点项目", "项目"):
        short = item.removesuffix(word)
        short = short.removesuffix("续建").removesuffix("在建") if short != item else short
        if short != item and project_words("heads").ending(short, len(short)):
            return short
    return item


def is_named(name: str) -> bool:
    """Say whether a name has a proper part: two characters that are no common words of the genre."""
    if (
        name in _EVERYWHERE
        or any(word in name for word in _NO_NAME)
        or name[:1] in "与对向为"
        or _COUNT.match(name)
    ):
        return False
    if "（" in name or re.search(r"\d+号|[一二三四五六七\d]期", name) or moves_water(name):
        return True
    if _NATIONAL.search(name) and project_words("heads").ending(name, len(name)):
        return True
    if _TITLE.search(name) and not _COUNTING.match(name):
        return True
    common, position, proper = project_words("common"), 0, 0
    while position < len(name):
        word = common.at(name, position)
        proper += 0 if word or name[position] in "“”、和的" else 1
        position += len(word) or 1
    return proper >= 2
