"""Tasks: the year's tasks, broken down as a supervision office does it."""

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from taizhang.outline import Layout, Sentence
from taizhang.promises.clauses import Clause, split_clauses
from taizhang.promises.kinds import Matter, decide
from taizhang.promises.predicates import Predicate, read_leading, read_predicate, verb_words
from taizhang.promises.projects import project_id, read_projects
from taizhang.records import Entry, Task

_TASK_ROLES = frozenset({"year_tasks", "self"})
_PARTS = frozenset("、")
_ANNOUNCES = re.compile(r"(?:以下|如下|[0-9一二三四五六七八九十几]+(?:个|项|大|方面)).{0,8}(?:工作|任务|方面|重点)$")
_NUMBERED = re.compile(r"^(?:[一二三四五六七八九十]+(?:是|要)|第[一二三四五六七八九十]+，)")
_WILL = re.compile(r"^(?:各位代表[！，]?)?(?:我们)?(?:一定|必须|将)?要?(?:始终|时刻|永远|更加)?")
_LEAD_IN = re.compile(r"^(?:要|充分|牢牢|始终|全面|更好|深入|认真)?(?:坚持|发挥|把|以|紧扣|紧紧|锚定|立足|贯彻|突出|围绕|聚焦|抢抓|顺应|牢牢把握|坚定|统筹)")
_CLOSING = re.compile(r"^我们(?:一定|必须|将)?要")
_BEARING = re.compile(r"^要(?:始终)?(?:坚守|坚持|牢记|树牢|践行)")
_VAGUE = re.compile(r"^(?:一批|一系列|更多|更加|一些|若干|新的|好|了)")


@dataclass(slots=True)
class Stretch:
    """A row in the making, in clean positions: the clause that says it and what hangs on it."""

    start: int
    end: int
    clause: Clause
    predicate: Predicate | None = None
    whole: bool = False
    values: list[Entry] = field(default_factory=list)


def tasks(layout: Layout, entries: tuple[Entry, ...]) -> tuple[Task, ...]:
    """Read the task rows of a report; empty where it sets no tasks.

    Rows follow the breaking-down rules of ``docs/rows.md``: one clause with its own verb and object is a row.
    """
    starts = [entry.span.start for entry in entries]
    rows = []
    for sentence, opens in _task_sentences(layout):
        for stretch in _stretches(layout.clean.text, sentence, opens=opens):
            span = layout.clean.span(stretch.start, stretch.end)
            inside = entries[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
            rows.append(_row(layout, sentence, stretch, inside))
    return tuple(rows)


def _task_sentences(layout: Layout) -> Iterator[tuple[Sentence, bool]]:
    """Yield the sentences of the task parts, each with whether it opens its group."""
    text, before = layout.clean.text, None
    for sentence in layout.sentences:
        if sentence.passage.role not in _TASK_ROLES:
            continue
        opens = sentence.passage is not before
        before = sentence.passage
        if not _ANNOUNCES.search(text[sentence.start : sentence.end].rstrip("。：！？\n ")):
            yield sentence, opens


def _stretches(text: str, sentence: Sentence, *, opens: bool) -> list[Stretch]:
    clauses = split_clauses(text, sentence.start, sentence.end)
    if not clauses:
        return []
    words = text[clauses[0].start : clauses[-1].end]
    if _is_one_row(words, clauses, opens=opens):
        first = text[clauses[0].start : clauses[0].end]
        return [Stretch(clauses[0].start, clauses[-1].end, clauses[0], read_predicate(first), whole=True)]
    return _rows(text, clauses)


def _is_one_row(words: str, clauses: list[Clause], *, opens: bool) -> bool:
    """Say whether the sentence is a lead-in, a closing or a sentence of bearing: one row over all clauses."""
    if len(clauses) == 1:
        return False
    return bool((opens and _LEAD_IN.match(words)) or _CLOSING.match(words) or _BEARING.match(words))


def _rows(text: str, clauses: list[Clause]) -> list[Stretch]:
    found: list[Stretch] = []
    pending: int | None = None
    for clause in clauses:
        words = text[clause.start : clause.end]
        offset = _skip(words)
        body = words[offset:]
        if found and pending is None and _hangs_on(body):
            found[-1].end = clause.end
            continue
        predicate = read_predicate(body)
        if predicate is None or _is_manner(body, predicate):
            pending = clause.start if pending is None and _opens_manner(body) else pending
            continue
        for part in _parts(text, Clause(clause.start + offset, clause.end, clause.mark), predicate):
            start = part.start if pending is None else pending
            found.append(Stretch(start, part.end, part, read_predicate(text[part.start : part.end])))
            pending = None
    return found


def _skip(words: str) -> int:
    found = _NUMBERED.match(words)
    return found.end() if found else 0


def _hangs_on(words: str) -> bool:
    """Say whether a clause only tells the aim or effect of the one before it."""
    tail = verb_words("tails").at(words, 0)
    return bool(tail)


def _opens_manner(words: str) -> bool:
    return bool(verb_words("manners").at(words, 0))


def _is_manner(words: str, predicate: Predicate) -> bool:
    """Say whether a clause only tells how: a word of manner in front and no verb of doing behind it."""
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
        own = inner is not None and _has_object(words, inner) and "等" not in words[-4:]
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
        and (predicate.verb not in verb_words("nouny") or bool(predicate.adverbs) or any(c.isdigit() for c in words))
    )


def _row(layout: Layout, sentence: Sentence, stretch: Stretch, inside: tuple[Entry, ...]) -> Task:
    text, clause = layout.clean.text, stretch.clause
    span = layout.clean.span(stretch.start, stretch.end)
    words = text[clause.start : clause.end]
    offset = _skip(words)
    predicate = stretch.predicate
    verb = predicate.verb if predicate else words[:2]
    rest = words[offset + predicate.object :] if predicate else words[2:]
    projects = read_projects(verb, rest)
    counts = [entry for entry in inside if entry.role != "context"]
    measured = any(entry.measure != "level" or entry.unit.endswith(("%", "元", "亩", "吨", "千瓦")) for entry in counts)
    matter = Matter(verb, rest, predicate.adverbs if predicate else (), len(counts), measured, projects)
    decision = decide(matter)
    names = projects.names if decision.kind == "project" else ()
    return Task(
        doc=layout.source.name,
        span=span,
        text=span.words(layout.source.text),
        verb=verb,
        object=_object(words, predicate, rest),
        kind="direction" if stretch.whole else decision.kind,
        checkable=decision.checkable and not stretch.whole,
        projects=() if stretch.whole else names,
        stage=None if stretch.whole else decision.stage,
        entries=tuple(entry.id for entry in inside),
        section=sentence.passage.section,
        id=hashlib.blake2b(f"{layout.source.name}:task:{span.start}:{span.end}".encode(), digest_size=6).hexdigest(),
        project_ids=() if stretch.whole else tuple(project_id(name) for name in names),
    )


def _object(words: str, predicate: Predicate | None, rest: str) -> str:
    return _VAGUE.sub("", rest) or words
