"""Kinds: what kind of task a row is, and whether a yes or no can be given at the year's end."""

import re
from dataclasses import dataclass
from functools import cache

from taizhang.lexicon.tables import toml_table
from taizhang.lexicon.words import WordSet
from taizhang.promises.projects import (
    ProjectList,
    lists_things,
    moves_water,
    project_words,
    read_stage,
    without_doing,
)

_HEADS = ("reform", "service", "direction", "neutral")
_MARKS = str.maketrans("", "", "“”‘’《》")
_YES_OR_NO = re.compile("筹建|立项|审批|纳入|核准|争创|批复|获批|列入")
# How many unknown characters may stand between a word of each kind and the end of the object.
_REACH = {"reform": 4, "direction": 4, "service": 9}
_BRACKETS = re.compile(r"[（(].*?[）)]")
# Of the verbs that help an actor, the one that also moves a project to its stage (推动重点项目量产).
_PUSH = "推动"
# A quotation that can be the title of one thing (“一企一码服务平台”, not “两园三中心” and no “百村工程”).
# What is done for an event stands behind its name (…运动会筹备工作).
_PREPARED = re.compile("(?:筹备|申办|筹办|承办|服务保障|组织)(?:工作)?$")
_SYSTEM = ("体系", "体系建设")
# A title that the nation gives is won or not (创建国家制笔产业集群).
_TITLED = re.compile("[“《]?(?:国家|全国)")
# An actor that takes part does so whatever it takes part in (引导民间资本参与特许经营项目).
_TAKES_PART = "参与"
_TITLE = re.compile("“(?![一二三四五六两][^”]*[一二三四五六两](?!张))[^”]{4,}(?<!工程)”$")
# A class of projects that something else is joined to (重点项目建设和产业融合).
_CLASS_FIRST = re.compile("[^、]*(?:重点|重大)(?:工程|项目)建设[和与]")
# Major projects of one field, unnamed (重大生态工程, 重点水利项目); of science and talent they are no construction.
_MAJOR = re.compile("(?:重大|重点|标志性|在建|续建)[^、，的科研人才技术改]{0,5}(?:项目|工程)$")
# Unnamed projects are projects once they are begun, signed for or done (开工一批风电项目).
_REACHED = ("start", "sign", "finish")
_INVESTED = re.compile("[^、，]{2,}(?<!升级)(?<!服务)(?<!改革)(?<!试点)项目$")
# Projects of science are aims, nothing that is built.
_SCIENCE = re.compile("(?:科技|研究|研发|技术|科研)[^、]*(?:项目|专项)$")
_BUILD = re.compile(
    "项目|工程|建设|发电|机组|通航|改造|扩能|扩建|施工|开工|建成|投用|投产|通车|前期|落地|纳入|列入"
)


@dataclass(frozen=True, slots=True)
class Matter:
    """What the kind of a row is decided by.

    Attributes:
        verb: leading verb.
        object: object as it stands in the clause, numbers included.
        adverbs: adverbs before the verb.
        projects: the projects of the object.
        counted: how many values stand in the row that say how much will be done or reached.
        measured: whether one of them is more than a count of things (a rate, an amount, a growth).
        counts_free: whether the object begins or ends with the number (打造10个…, …200家).
    """

    verb: str
    object: str
    adverbs: tuple[str, ...]
    projects: ProjectList
    counted: int = 0
    measured: bool = False
    counts_free: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """Kind, stage (projects) and whether the row can be checked."""

    kind: str
    stage: str | None
    checkable: bool


@cache
def kind_words(name: str) -> WordSet:
    """Give a list of ``task_kinds.toml``."""
    return WordSet(toml_table("task_kinds")[name].split())


@cache
def _heads() -> tuple[WordSet, dict[str, str]]:
    table = {word: kind for kind in reversed(_HEADS) for word in toml_table("task_kinds")[kind].split()}
    return WordSet(table), table


def head_kind(words: str) -> tuple[str, str]:
    """Find the word of the lists nearest to the end: its kind and itself (both empty where none stands)."""
    words = words.translate(_MARKS)
    heads, table = _heads()
    end, unknown = len(words), 0
    while end > 1:
        word = heads.ending(words, end)
        if word and table[word] != "neutral" and unknown <= _REACH[table[word]]:
            return table[word], word
        end -= len(word) or 1
        unknown += 0 if word else 1
    return "", ""


def decide(matter: Matter) -> Decision:
    """Decide kind, stage and checkability: the first kind that fits (figure, event, project, …)."""
    if _is_figure(matter):
        return Decision("figure", None, checkable=True)
    if _is_event(matter):
        return Decision("event", None, checkable=True)
    if is_project(matter):
        stage = matter.projects.stage or "build"
        done = stage in ("start", "finish", "sign") or (
            stage == "plan" and bool(_YES_OR_NO.search(matter.verb + matter.object))
        )
        return Decision("project", stage, done)
    kind = _plain_kind(matter)
    return Decision(kind, None, kind != "direction" and _is_checkable(matter))


def _is_figure(matter: Matter) -> bool:
    if not matter.counted:
        return False
    if matter.measured:
        return True
    held = kind_words("holding_verbs" if is_project(matter) else "set_verbs")
    return matter.verb not in held and (matter.counts_free or not is_project(matter))


def _is_event(matter: Matter) -> bool:
    if matter.verb not in kind_words("event_verbs"):
        return False
    words = _PREPARED.sub("", _BRACKETS.sub("", matter.object)).translate(_MARKS)
    for part in (words, words.partition("等")[0]):
        word = kind_words("event").ending(part, len(part))
        if word:
            return True
    return False


def is_project(matter: Matter) -> bool:
    """Say whether a row is about named or major things that are built."""
    projects, words = matter.projects, _plain(matter)
    if projects.stage is None or _is_programme(matter, words) or _takes_part(matter):
        return False
    acted = matter.verb not in kind_words("actor_verbs") or (matter.verb == _PUSH and words != matter.object)
    if (
        acted
        and not _SCIENCE.search(words)
        and (
            project_words("named_classes").ending(words, len(words))
            or _CLASS_FIRST.match(matter.object)
            or (matter.verb not in kind_words("launch_verbs") and _MAJOR.search(words))
            or (projects.stage in _REACHED and _INVESTED.search(words) and not matter.object.startswith("在"))
        )
    ):
        return True
    if not projects.names or (matter.verb in kind_words("actor_verbs") and not _BUILD.search(matter.object)):
        return False
    if projects.class_word:
        return not projects.class_word.startswith("领域") and (
            bool(_built_head(projects.class_word)) or lists_things(projects.class_word)
        )
    return is_built(projects.names[-1]) or _begins_built(projects.names[0], matter.object)


def _plain(matter: Matter) -> str:
    """Give the object without its stage, brackets and quotation marks."""
    words = read_stage(matter.verb, matter.object)[0]
    return _BRACKETS.sub("", words.removesuffix("建设")).translate(_MARKS)


def _built_head(name: str) -> str:
    return project_words("heads").ending(name, len(name)) or project_words("classes").ending(name, len(name))


def is_built(name: str) -> bool:
    """Say whether a name ends in a thing that is built, and in no longer word of another kind."""
    name = without_doing(_BRACKETS.sub("", name))
    name = name.translate(_MARKS) if _TITLE.search(name) else name
    head = _built_head(name)
    kind, word = head_kind(name)
    return moves_water(name) or (
        bool(head) and not (name.endswith(word) and len(word) > len(head) and kind != "service")
    )


def _begins_built(name: str, words: str) -> bool:
    """Say whether a list begins with a built thing that needs no head from its neighbours."""
    return name in words and bool(project_words("heads").ending(name, len(name))) and is_built(name)


def _is_programme(matter: Matter, words: str) -> bool:
    """Say whether 工程 is a programme that is carried out, not a thing that is built."""
    pushed = matter.verb in kind_words("programme_verbs") and matter.projects.stage == "build"
    return (
        (matter.verb in kind_words("launch_verbs") or (pushed and not matter.object.endswith("建设")))
        and words.endswith(("工程", "计划", "行动"))
        and "等" not in words
        and not (matter.projects.names and _is_works(words))
    )


def _is_works(words: str) -> bool:
    short = words.removesuffix("工程").removesuffix("扩容")
    return len(_built_head(words)) > len("工程") or bool(project_words("works").ending(short, len(short)))


def _plain_kind(matter: Matter) -> str:
    kind, word = head_kind(matter.object)
    if matter.object == word == "改革":
        return "direction"
    launched = kind_words("launched").ending(word, len(word))
    if kind == "reform" and launched and _serves(matter.object):
        return "service"
    if matter.verb in kind_words("spread_verbs") and word in kind_words("spread"):
        return "reform"
    if _takes_part(matter) or matter.verb in kind_words("bearing_verbs"):
        return "direction"
    if matter.verb in kind_words("actor_verbs"):
        return kind if kind == "service" or (kind == "reform" and launched in ("", "试点")) else "direction"
    if matter.verb in kind_words("reform_verbs") and kind != "service":
        return "reform"
    if (
        kind in ("", "direction")
        and matter.verb in kind_words("title_verbs")
        and _TITLED.match(matter.object)
    ):
        return "reform"
    if not kind and matter.verb in kind_words("founding_verbs") and matter.object.endswith(_SYSTEM):
        return "reform"
    return kind or "direction"


def _takes_part(matter: Matter) -> bool:
    return matter.verb in kind_words("actor_verbs") and _TAKES_PART in matter.object


def _serves(words: str) -> bool:
    words = words.translate(_MARKS)
    service = kind_words("service")
    return any(service.at(words, index) for index in range(len(words)))


def _is_checkable(matter: Matter) -> bool:
    verb, words = matter.verb, matter.object.translate(_MARKS)
    if verb in kind_words("product_verbs"):
        return True
    if verb in kind_words("launch_verbs"):
        running = any(adverb in kind_words("running") for adverb in matter.adverbs)
        return not running and bool(kind_words("launched").ending(words, len(words)))
    return verb == "建立" and words.endswith(
        ("机制", "制度", "负责制", "责任制", "中心", "平台", "机构", "清单", "台账")
    )
