"""Tasks: the year's tasks, broken down as a supervision office does it."""

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from taizhang.lexicon.departments import suggest
from taizhang.outline import Layout, Sentence
from taizhang.promises.clauses import Clause, split_clauses
from taizhang.promises.kinds import Decision, Matter, decide
from taizhang.promises.lists import livelihood_stretches
from taizhang.promises.predicates import Predicate, after_adverbs, read_leading, read_predicate, verb_words
from taizhang.promises.projects import LIST_MARK, ProjectList, is_named, project_id, read_projects, stage_word
from taizhang.records import Entry, Span, Task

_TASK_ROLES = frozenset({"year_tasks", "self"})
_PARTS = frozenset("、")
_ANNOUNCES = re.compile(
    r"(?:以下|如下|[0-9一二三四五六七八九十几]+(?:个|项|大|方面)).{0,8}(?:工作|任务|方面|重点)$"
)
_NUMBERED = re.compile(
    r"^(?:[一二三四五六七八九十]+[是要]|第[一二三四五六七八九十]+，|[（(][\d一二三四五六七八九十]+[)）]|\d{1,2}[.．、]|[①-⑳])\s*"
)
_LEAD_IN = re.compile(
    r"(?:要|充分|牢牢|始终|全面|更好|深入|认真)?(?:坚持|发挥|把|以|紧扣|紧紧|锚定|立足|贯彻|突出|围绕|聚焦|抢抓|顺应|牢牢把握|坚定|统筹)"
)
_CLOSING = re.compile(r"我们(?:一定|必须|将)?要")
_LISTED = re.compile(f"(?P<items>.+){LIST_MARK}(?P<kind>.+)")
_LEAD_IN_LENGTH = 130
_SERVING = re.compile(
    "为.{2,}(?:提供|奠定|注入|作出|营造|打下|增添|赢得).{2,}$|为.{2,}(?:探路先行|先行探路|探路|护航|保驾护航|赋能|添彩|增光|铺路|蓄能)$"
)
_VAGUE = re.compile(r"^(?:一批|一系列|更多|更加|一些|若干|新的|好|了)")


_TIME = re.compile(r"^(?:今年|全年|年内|全市|全省|全区|全国|202\d年|到年底)+|(?:拟|将|要|力争|确保)$")
_CLASS = re.compile("[ⅠⅡⅢⅣⅤ]类")
_COUNTER = re.compile(
    "^[万亿]?(?:多|余)?(?:个|家|项|条|座|所|处|件|名|户|人|位|批|种|套|台|辆|场|次|间|栋)?$"
)
_BOUND = re.compile("(?:以上|以内|以下|左右|上下|及以上)")
_IMPLIED = "达到"
_BOUND_BEFORE = re.compile(
    "(?:不低于|不少于|不超过|超过|超|约|左右|高于|低于|至|到|在|近|拟|力争|达|均|分别|从[^，从]{1,16})+$"
)
_COUNT_LAST = re.compile("[0-9](?:[万亿]?(?:个|家|项|条|座|所|处|件|名|户|人))(?:以上|左右)?$")
_ADDED = re.compile("新增|净增|新建|新改建|转移")
# Only when the thing before is to be begun or done (力争早日建成投产, 确保早落地、快见效).
_ONLY_WHEN = re.compile(
    "(?:力争|确保|力促|争取|推动|促其|促进)(?:早日|尽快|尽早|年底前|年内|上半年|基本|全面|全线|如期|按期|主体|早|快|、|和|并)*"
    "(?:(?:获批|批复|开工|建设|建成|投产|投用|投运|通车|完工|竣工|落地|见效|达产|达效|运营|运行|、|并|早|快)+)$"
)
# Behind 以 and a means, what it brings about (以诚信让企业安心).
_BROUGHT = re.compile("以[^，]+?[^，、](?:让|使|带动)")
# The last clause of a sentence that leads in says what is to come of it.
_OUTCOME = re.compile(
    "(?:不断|更好|加快|着力|努力|积极|持续|全面|进一步|有效|充分|奋力)*"
    "(?:增强|提升|促进|推动|形成|打造|夯实|筑牢|构建|提高|激发|释放|彰显|拓展|培育|为)[^0-9]*$"
)
_GROUP_TITLE = re.compile("（?[一二三四五六七八九十]+[）、]")
_SHORT = 75
# A topic that the clause behind it is about (风电开发方面，抓好…).
_TOPIC = "方面"
_EFFORT = ("下功夫", "下苦功", "持续用力", "持续发力", "聚焦发力", "求突破")
_REACHED = re.compile("(?P<verb>达到|达|超过|超)(?:约|近)?$")
_HALF = ("方面", "基础上", "前提下", "同时", "过程中", "条件下", "形势下")
_DIGITS = frozenset("0123456789%")
_OWN_OBJECT = 4
_DIRECTION = Decision("direction", None, checkable=False)


@dataclass(slots=True)
class Stretch:
    """A row in the making, in clean positions: the clause that says it and what hangs on it."""

    start: int
    end: int
    clause: Clause
    predicate: Predicate
    whole: bool = False


@dataclass(frozen=True, slots=True)
class _Figures:
    """The entries of a report, to be found by clean positions."""

    layout: Layout
    entries: tuple[Entry, ...]
    starts: list[int]

    def inside(self, start: int, end: int) -> tuple[Entry, ...]:
        span = self.layout.clean.span(start, end)
        return self.entries[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]


def tasks(layout: Layout, entries: tuple[Entry, ...]) -> tuple[Task, ...]:
    """Read the task rows of a report; empty where it sets no tasks.

    Rows follow the breaking-down rules of ``docs/rows.md``: one clause with its own verb and object is a row.
    """
    clean = tuple(_in_clean_words(layout, entry) for entry in entries)
    figures = _Figures(layout, clean, [entry.span.start for entry in entries])
    livelihood = livelihood_stretches(layout)
    return tuple(
        _row(layout, sentence, stretch, figures.inside(stretch.start, stretch.end), livelihood)
        for sentence, opens in _task_sentences(layout, livelihood)
        for stretch in _stretches(layout.clean.text, sentence, figures, opens=opens)
    )


def _in_clean_words(layout: Layout, entry: Entry) -> Entry:
    """Give an entry the words that the clean text has for it (the source writes 10％), to be found there."""
    origin = layout.clean.origin
    words = layout.clean.text[bisect_left(origin, entry.span.start) : bisect_left(origin, entry.span.end)]
    return entry if words == entry.text else replace(entry, text=words)


def _task_sentences(layout: Layout, livelihood: list[tuple[int, int]]) -> Iterator[tuple[Sentence, bool]]:
    """Yield the sentences of the task parts and of livelihood lists, each with whether it opens its group."""
    text, before = layout.clean.text, None
    for sentence in layout.sentences:
        if sentence.passage.role not in _TASK_ROLES and not _within(sentence.start, livelihood):
            continue
        opens = sentence.passage is not before
        before = sentence.passage
        if not _ANNOUNCES.search(text[sentence.start : sentence.end].rstrip("。：！？\n ")):
            yield sentence, opens


def _within(position: int, stretches: list[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in stretches)


def _stretches(text: str, sentence: Sentence, figures: _Figures, *, opens: bool) -> list[Stretch]:
    clauses = split_clauses(text, sentence.start, sentence.end)
    if any(text[clause.start] == "是" for clause in clauses[1:]):
        clauses = clauses[_last_statement(text, clauses) + 1 :]
    for index, clause in enumerate(clauses):
        if _CLOSING.match(text, clause.start, clause.end):
            return _one_row(text, clauses[index:])
    if opens and len(clauses) > 1 and _leads_in(text, sentence, clauses):
        return _one_row(text, clauses)
    return _rows(text, clauses, figures)


def _last_statement(text: str, clauses: list[Clause]) -> int:
    """Find the last clause that says what something is (建设屏障，是重大责任): no task up to there."""
    return max(index for index, clause in enumerate(clauses) if text[clause.start] == "是")


def _leads_in(text: str, sentence: Sentence, clauses: list[Clause]) -> bool:
    """Say whether the first sentence of a group leads in: by its words, its end, or as a short paragraph."""
    alone = text[sentence.end : sentence.end + 1] == "\n" and sentence.end + 1 < sentence.passage.end
    return bool(
        _LEAD_IN.match(text, clauses[0].start) or _SERVING.match(text, clauses[-1].start, clauses[-1].end)
    ) or (
        (alone and sentence.end - sentence.start < _LEAD_IN_LENGTH)
        or _opens_group(sentence, text[clauses[-1].start : clauses[-1].end])
    )


def _opens_group(sentence: Sentence, last: str) -> bool:
    """Say whether a short first sentence under a numbered title ends in what is to come of the group."""
    section = sentence.passage.section
    return bool(
        section
        and _GROUP_TITLE.match(section[-1])
        and sentence.end - sentence.start < _SHORT
        and _OUTCOME.match(last)
    )


def _one_row(text: str, clauses: list[Clause], *, whole: bool = True) -> list[Stretch]:
    """Make one row of a lead-in or closing sentence; its verb is that of the first clause that has one."""
    read = [(clause, predicate) for clause in clauses if (predicate := _predicate(text, clause)) is not None]
    if not read:
        return []
    plain = [pair for pair in read if not _opens_manner(text[pair[0].start : pair[0].end])]
    clause, predicate = (plain or read)[0]
    return [Stretch(clauses[0].start, clauses[-1].end, clause, predicate, whole=whole)]


def _predicate(text: str, clause: Clause, inside: tuple[Entry, ...] = ()) -> Predicate | None:
    """Read the predicate of a clause behind its number (一要…, （1）…); ``inside`` are its figures."""
    words = text[clause.start : clause.end]
    skip = _skip(words)
    found = _of_figure(words[skip:], inside) or read_predicate(words[skip:]) or _of_stage(words[skip:])
    if found is None or not skip:
        return found
    return Predicate(found.verb, found.start + skip, found.object + skip, found.adverbs, led=found.led)


def _rows(text: str, clauses: list[Clause], figures: _Figures) -> list[Stretch]:
    found: list[Stretch] = []
    pending: int | None = None
    for clause in clauses:
        words = text[clause.start : clause.end]
        if found and pending is None and _hangs_on(words):
            found[-1].end = clause.end
            continue
        predicate = _predicate(text, clause, figures.inside(clause.start, clause.end))
        inner = predicate is None or not predicate.led
        if inner and found and found[-1].predicate.verb in verb_words("bearing"):
            found[-1].end = clause.end
            continue
        if words.endswith(_TOPIC) and not _opens_manner(words.removesuffix(_TOPIC)):
            continue
        if predicate is None or _is_manner(words, predicate):
            pending = clause.start if pending is None and _opens_manner(words) else pending
            continue
        if found and pending is None and _both_bearings(found[-1].predicate, predicate):
            found[-1].end = clause.end
            continue
        for part in _parts(text, clause, predicate):
            whole = part.end - part.start == clause.end - clause.start
            own = predicate if whole else _predicate(text, part, figures.inside(part.start, part.end))
            if own is not None:
                found.append(Stretch(part.start if pending is None else pending, part.end, part, own))
            pending = None
    if not found and pending is not None:
        return _one_row(text, clauses[:1], whole=False)
    return found


def _hangs_on(words: str) -> bool:
    """Say whether a clause only tells the aim or effect of the one before it."""
    behind = words[after_adverbs(words) :]
    return bool(
        verb_words("tails").at(words, 0)
        or behind.startswith(("让", "使"))
        or _SERVING.match(words)
        or _BROUGHT.match(words)
        or _ONLY_WHEN.match(words)
    )


def _skip(words: str) -> int:
    found = _NUMBERED.match(words)
    return found.end() if found else 0


def _of_figure(words: str, inside: tuple[Entry, ...]) -> Predicate | None:
    """Read a figure with a subject before it and no verb in front (工业投资增长10%, 煤炭产量13亿吨)."""
    start = words.find(inside[0].text) if inside else -1
    leading = read_leading(words) if start > 1 else None
    subject = _BOUND_BEFORE.sub("", words[: max(start, 0)])
    verb = verb_words("linking").ending(subject, len(subject))
    if start < 2 or (leading is not None and not _heads_subject(leading, subject, verb)):
        return None
    if not verb and read_predicate(words) is not None:
        return None
    added = _ADDED.search(subject)
    if not verb and added:
        return Predicate(added[0], added.start(), added.end(), led=False)
    reached = _REACHED.search(words, 0, start)
    if not verb and reached:
        return Predicate(reached["verb"], reached.start(), start, led=False)
    return Predicate(verb or _IMPLIED, len(subject) - len(verb), start, led=False)


def _heads_subject(leading: Predicate, subject: str, verb: str) -> bool:
    """Say whether what looks like a verb opens the subject of a figure (贷款余额增长15%)."""
    return (
        bool(verb)
        and not leading.adverbs
        and leading.verb in verb_words("nouny")
        and len(subject) - len(verb) >= leading.object
    )


def _of_stage(words: str) -> Predicate | None:
    """Read a named project with the stage it will reach behind it (轨道交通2号线具备开通条件)."""
    reached = stage_word(words)
    if not reached or not any(is_named(name) for name in read_projects(reached, words).names):
        return None
    verb = verb_words("all").at(reached, 0) or reached
    return Predicate(verb, len(words) - len(reached), after_adverbs(words), led=False)


def _both_bearings(before: Predicate, predicate: Predicate) -> bool:
    bearing = verb_words("bearing")
    return before.verb in bearing and predicate.verb in bearing


def _opens_manner(words: str) -> bool:
    return bool(verb_words("manners").at(words, 0)) or (
        words.endswith((*_HALF, *_EFFORT)) and len(words) > _OWN_OBJECT
    )


def _is_manner(words: str, predicate: Predicate) -> bool:
    """Say whether a clause only tells how: a word of manner in front and no verb of doing behind it."""
    if words.endswith(_EFFORT):
        return True
    if words.endswith(_HALF) and not (predicate.led and predicate.verb in verb_words("all")):
        return True
    return _opens_manner(words) and (predicate.led or predicate.object >= len(words))


def _parts(text: str, clause: Clause, predicate: Predicate) -> list[Clause]:
    """Cut a clause at 、 where both sides have their own verb and object."""
    if "、" not in text[clause.start : clause.end] or predicate.verb in verb_words("frames"):
        return [clause]
    parts = split_clauses(text, clause.start, clause.end, _PARTS)
    kept = [parts[0]]
    for part in parts[1:]:
        words = text[part.start : part.end]
        inner = read_leading(words)
        own = inner is not None and _has_object(words, inner) and "等" not in words
        before = read_leading(text[kept[-1].start : kept[-1].end])
        if own and before is not None and _has_object(text[kept[-1].start : kept[-1].end], before):
            kept.append(part)
        else:
            kept[-1] = Clause(kept[-1].start, part.end, part.mark)
    return kept


def _has_object(words: str, predicate: Predicate) -> bool:
    return (
        len(words) - predicate.object >= 2
        and words[predicate.object] not in "、的"
        and (
            predicate.verb not in verb_words("nouny")
            or any(char.isdigit() for char in words)
            or (predicate.verb in verb_words("splitting") and len(words) - predicate.object >= _OWN_OBJECT)
        )
    )


def _row(
    layout: Layout,
    sentence: Sentence,
    stretch: Stretch,
    inside: tuple[Entry, ...],
    livelihood: list[tuple[int, int]],
) -> Task:
    clause, predicate = stretch.clause, stretch.predicate
    span = layout.clean.span(stretch.start, stretch.end)
    words = layout.clean.text[clause.start : clause.end]
    rest = words[predicate.object :]
    counts = [
        entry for entry in inside if entry.role != "context" and _says_how_much(words, predicate, entry)
    ]
    bare = _without_counts(rest, counts)
    projects = read_projects(predicate.verb, bare)
    matter = Matter(
        verb=predicate.verb,
        object=bare,
        adverbs=predicate.adverbs,
        counted=len(counts) + bool(_CLASS.search(words)),
        measured=_measured(words, counts),
        counts_free=rest[:1].isdigit() or bool(_COUNT_LAST.search(rest)),
        projects=projects,
    )
    decision = _DIRECTION if stretch.whole else decide(matter)
    names = projects.names if decision.kind == "project" else ()
    section = sentence.passage.section
    words = layout.clean.text[stretch.start : stretch.end]
    lead = suggest(words, section[-1] if section else "", layout.area)
    return Task(
        doc=layout.source.name,
        span=span,
        text=span.words(layout.source.text),
        verb=predicate.verb,
        object=(_listed_class(projects) if names else "")
        or _object(words, predicate, bare, names, counted=bool(counts)),
        kind=decision.kind,
        checkable=decision.checkable,
        projects=names,
        stage=decision.stage,
        entries=tuple(entry.id for entry in inside),
        section=section,
        list_kind="livelihood" if _within(stretch.start, livelihood) else None,
        unit=lead[0] if lead else None,
        unit_reason=lead[1] if lead else None,
        id=_task_id(layout.source.name, span),
        project_ids=tuple(project_id(name) for name in names),
    )


def _says_how_much(words: str, predicate: Predicate, entry: Entry) -> bool:
    """Say whether a number counts what the row does, not names a thing (千亿立方米气田, 2.0版)."""
    start = words.find(entry.text)
    if start < 0 or not entry.unit or words[:start].endswith("等"):
        return False
    end = _number_end(words, start, entry)
    digits = any(char in _DIGITS for char in entry.text)
    free = start == predicate.object or end == len(words) or words[end] in "、，和及（"
    return free or (digits and bool(_COUNTER.search(entry.unit)))


def _number_end(words: str, start: int, entry: Entry) -> int:
    """Give the end of a number with its unit and the word for its bound."""
    end = start + len(entry.text)
    if not entry.text.endswith(entry.unit):
        tail = next(
            (entry.unit[cut:] for cut in range(len(entry.unit)) if words.startswith(entry.unit[cut:], end)),
            "",
        )
        end += len(tail)
    bound = _BOUND.match(words, end)
    return bound.end() if bound else end


def _measured(words: str, counts: list[Entry]) -> bool:
    """Say whether a value is more than a count of things: a rate, an amount, a growth, a class of water."""
    return bool(_CLASS.search(words)) or any(
        entry.measure != "level" or not _COUNTER.search(entry.unit) for entry in counts
    )


def _without_counts(words: str, counts: list[Entry]) -> str:
    """Take the numbers with their units out of an object (县域快递物流中心44个 → 县域快递物流中心)."""
    for entry in counts:
        start = words.find(entry.text)
        if start >= 0:
            words = _BOUND_BEFORE.sub("", words[:start]) + words[_number_end(words, start, entry) :]
    return words


def _object(words: str, predicate: Predicate, bare: str, names: tuple[str, ...], *, counted: bool) -> str:
    """Give the short noun phrase of a row: first project of a list, class of a long list, else all."""
    subject = "" if predicate.led else _TIME.sub("", words[_skip(words) : predicate.start])
    if subject and counted and (len(bare) < 2 or predicate.verb in verb_words("linking")):
        return _BOUND_BEFORE.sub("", subject + bare)
    if predicate.object < predicate.start and len(names) == 1:
        return names[0]
    listed = _LISTED.match(bare)
    if listed and listed["kind"].startswith("的"):
        return bare
    if listed and len(names) > 1:
        return f"{names[0]}等{listed['kind']}"
    if listed and listed["items"].count("、") > 1 and len(listed["kind"]) > 4:
        return listed["kind"]
    return _VAGUE.sub("", bare.removeprefix("的")) or words


def _listed_class(projects: ProjectList) -> str:
    """Give what a list calls its projects where that says what they are (…等新院区, not …等项目)."""
    word = projects.class_word
    return "" if word.endswith(("项目", "工程", "项目群")) else word


def _task_id(doc: str, span: Span) -> str:
    return hashlib.blake2b(f"{doc}:task:{span.start}:{span.end}".encode(), digest_size=6).hexdigest()
