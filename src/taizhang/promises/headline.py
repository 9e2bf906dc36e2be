"""Headline targets: the clauses of the passage that sets the year's main expected targets."""

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import msgspec

from taizhang.lexicon.indicators import code_of
from taizhang.lexicon.tables import toml_table
from taizhang.outline import Layout
from taizhang.promises.clauses import Clause, split_clauses
from taizhang.promises.passage import TargetPassage, find_plan_passage, find_year_passage
from taizhang.records import Entry, HeadlineTarget, Span

_TYPES = {"~": "around", ">=": "floor", ">": "floor", "<=": "ceiling", "<": "ceiling", "range": "range"}
_PARTS = frozenset("、")
_LONGEST_PASSAGE = 60
_BULLET = re.compile(r"[\s*]*(?:[—\-·•●▪◆■]|[（(]?[0-9一二三四五六七八九十]+[)）.、．])")
_SHORT = 40
_TIES = ("pace", "held_above", "above")
_BARE_VALUE = re.compile("[0-9]|百分之")


@dataclass(slots=True)
class _Row:
    """A target in the making, in clean positions."""

    start: int
    end: int
    indicator: str
    type: str
    entry: Entry | None = None
    to: str | None = None
    tail: bool = False
    measure: str | None = None


@dataclass(slots=True)
class _Reader:
    """Reads one passage; ``group`` holds the indicators since the last ； or 。."""

    layout: Layout
    entries: tuple[Entry, ...]
    starts: list[int]
    rows: list[_Row] = field(default_factory=list)
    group: list[str] = field(default_factory=list)

    def entries_in(self, start: int, end: int) -> tuple[Entry, ...]:
        span = self.layout.clean.span(start, end)
        return self.entries[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]


@cache
def _wording(name: str) -> re.Pattern[str]:
    return re.compile(toml_table("headline")[name])


@cache
def _direction() -> re.Pattern[str]:
    table = toml_table("headline")
    return re.compile(f"^(?P<what>.+?)(?:{table['adverbs']})*(?:{table['predicates']})$")


def headline_targets(layout: Layout, entries: tuple[Entry, ...]) -> tuple[HeadlineTarget, ...]:
    """Read the headline targets of a report; empty where it has no such passage."""
    return _targets(layout, entries, find_year_passage(layout), str(layout.year) if layout.year else None)


def plan_targets(layout: Layout, entries: tuple[Entry, ...]) -> tuple[HeadlineTarget, ...]:
    """Read the targets of the five-year plan in the rows of headline targets, ``period`` set for each."""
    rows = _targets(layout, entries, find_plan_passage(layout), None)
    last = max((row.period[-4:] for row in rows if row.period), default=None)
    return tuple(row if row.period else msgspec.structs.replace(row, period=last) for row in rows)


def _targets(
    layout: Layout, entries: tuple[Entry, ...], passage: TargetPassage | None, period: str | None
) -> tuple[HeadlineTarget, ...]:
    if passage is None:
        return ()
    reader = _Reader(layout, entries, [entry.span.start for entry in entries])
    announced = _announced(layout.clean.text, passage)
    for first, clauses in _sentences(layout.clean.text, passage):
        if not first and not _goes_on(reader, clauses):
            break
        for clause in clauses:
            _read_clause(reader, clause)
            if clause.mark in "；。;":
                reader.group.clear()
    if announced and reader.rows:
        head = reader.rows[0]
        head.indicator, head.start = announced, passage.subject
        head.measure = "growth" if announced.startswith("经济增长") else head.measure
    return tuple(_target(layout, row, period) for row in reader.rows)


def _sentences(text: str, passage: TargetPassage) -> Iterator[tuple[bool, list[Clause]]]:
    """Yield the sentences up to the next heading in clauses, each with whether it is the first."""
    first = True
    for sentence in passage.sentences[:_LONGEST_PASSAGE]:
        if not first and sentence.passage.section != passage.sentences[0].passage.section:
            return
        clauses = split_clauses(text, max(passage.start, sentence.start), sentence.end)
        if clauses:
            yield first, clauses
            first = False


def _announced(text: str, passage: TargetPassage) -> str:
    """Give the indicator that the announcing words name (经济增长预期目标为8%), else nothing."""
    if not _BARE_VALUE.match(text, passage.start):
        return ""
    words = re.split("预期|宏观|调控|目标|主要", text[passage.subject : passage.start], maxsplit=1)[0]
    return _tidy(words.rpartition("今年")[2].removesuffix("的"))


def _goes_on(reader: _Reader, clauses: list[Clause]) -> bool:
    """Say whether a later sentence still sets targets."""
    text = reader.layout.clean.text
    words = text[clauses[0].start : clauses[0].end]
    if _wording("ends").match(words):
        return False
    trial = _Reader(reader.layout, reader.entries, reader.starts)
    for clause in clauses:
        _read_clause(trial, clause)
    if not reader.rows or not trial.rows:
        return not reader.rows
    if "\n" in text[reader.rows[-1].end : clauses[0].start]:
        return _is_item(text, clauses[0].start) and len(trial.rows) >= len(clauses)
    return trial.rows[0].start == clauses[0].start


def _is_item(text: str, position: int) -> bool:
    """Say whether the paragraph of a place is an item of a list: a bullet before it, or but a few words."""
    start, end = text.rfind("\n", 0, position) + 1, text.find("\n", position)
    return bool(_BULLET.match(text, start)) or (end if end > 0 else len(text)) - start < _SHORT


def _read_clause(reader: _Reader, clause: Clause) -> None:
    text = reader.layout.clean.text
    words = text[clause.start : clause.end]
    if _wording("reasons").match(words):
        return
    inside = reader.entries_in(clause.start, clause.end)
    if not inside and _wording("tail").search(words):
        if reader.rows:
            reader.rows[-1].tail = True
        return
    parts = split_clauses(text, clause.start, clause.end, _PARTS)
    apart = _joined(reader, parts) if len(parts) > 1 and _reads_apart(reader, parts) else []
    if len(apart) > 1:
        for part in apart:
            _read_clause(reader, part)
        return
    found = _numeric(clause, words, inside) if inside else _worded(reader, clause, words)
    reader.rows.extend(found)
    reader.group.extend(row.indicator for row in found)


def _reads_apart(reader: _Reader, parts: list[Clause]) -> bool:
    """Say whether a clause holds several targets, or a target and its tail, joined by 、."""
    text = reader.layout.clean.text
    if "分别" in text[parts[0].start : parts[-1].end]:
        return False
    return any(_stands_alone(reader, part) for part in parts[1:]) and bool(
        reader.entries_in(parts[0].start, parts[-1].end)
    )


def _stands_alone(reader: _Reader, part: Clause) -> bool:
    words = reader.layout.clean.text[part.start : part.end]
    inside = reader.entries_in(part.start, part.end)
    if inside:
        named = words[: words.find(inside[0].text)] if inside[0].text in words else words
        return len(re.sub("(?:增长|下降|达到?|控制在|力争|以上|提高)", "", named)) > 2
    return bool(_wording("tail").search(words) or _wording("pace").match(words))


def _joined(reader: _Reader, parts: list[Clause]) -> list[Clause]:
    """Join the parts that do not stand alone to the one before them."""
    kept = [parts[0]]
    for part in parts[1:]:
        if _stands_alone(reader, part) and (
            reader.entries_in(kept[-1].start, kept[-1].end) or _is_tail(reader, part)
        ):
            kept.append(part)
        else:
            kept[-1] = Clause(kept[-1].start, part.end, part.mark)
    return kept


def _is_tail(reader: _Reader, part: Clause) -> bool:
    return bool(_wording("tail").search(reader.layout.clean.text[part.start : part.end]))


def _numeric(clause: Clause, words: str, inside: tuple[Entry, ...]) -> list[_Row]:
    rows = []
    for entry in inside:
        above = _wording("above").match(words)
        kind = _TYPES.get(entry.rel, "point")
        if kind == "point" and "控制在" in words:
            kind = "ceiling"
        if above and above["how"] not in ("达到", "超过", "不低于") and entry.unit.endswith("百分点"):
            what = _tidy(above["what"]) or entry.indicator
            rows.append(_Row(clause.start, clause.end, what, "relative", entry, to=_series(above["to"])))
        else:
            rows.append(_Row(clause.start, clause.end, _tidy(_within(entry.indicator, words)), kind, entry))
    return rows


def _within(indicator: str, words: str) -> str:
    """Cut off what an indicator took from outside its clause (a hope for more that follows it)."""
    if indicator in words:
        return indicator
    kept = next((end for end in range(len(indicator), 3, -1) if indicator[:end] in words), 0)
    return indicator[:kept] if kept and _wording("tail").search(indicator[kept:]) else indicator


def _worded(reader: _Reader, clause: Clause, words: str) -> list[_Row]:
    """Read a clause without a number: assigned, relative or a direction."""
    found = _wording("assigned").search(words)
    if found:
        within = _wording("assigned_within").search(words)
        what = _tidy(words[: found.start()]) or (_tidy(within["what"]) if within else "")
        return [_Row(clause.start, clause.end, what, "assigned")] if what else []
    tied = next((tied for name in _TIES if (tied := _wording(name).match(words))), None)
    if tied:
        what = _tidy(tied["what"]) or "、".join(reader.group)
        return [_Row(clause.start, clause.end, what, "relative", to=_series(tied["to"]))] if what else []
    first = _wording("verb_first").match(words)
    if first:
        return [_Row(clause.start, clause.end, first["what"], "direction")]
    headed = _direction().match(words)
    if headed and not _wording("doings").match(words):
        what = _tidy(headed["what"])
        if what.startswith("在"):
            what = "、".join(reader.group)
        return [_Row(clause.start, clause.end, what, "direction")] if len(what) > 1 else []
    return []


def _series(words: str) -> str:
    return re.sub("(?:保持|总体|基本|的)+$", "", words)


def _tidy(words: str) -> str:
    name = _wording("trim_end").sub("", _wording("trim_start").sub("", words)).strip("，、 ")
    return str(toml_table("headline")["series"].get(name, name))


def _target(layout: Layout, row: _Row, period: str | None) -> HeadlineTarget:
    span = layout.clean.span(row.start, row.end)
    entry = row.entry
    measure = row.measure or (entry.measure if entry else None)
    return HeadlineTarget(
        doc=layout.source.name,
        span=span,
        text=span.words(layout.source.text),
        indicator=row.indicator,
        type=row.type,
        value=entry.value if entry else None,
        low=entry.low if entry else None,
        high=entry.high if entry else None,
        unit=entry.unit if entry else None,
        measure=measure,
        to=row.to,
        tail=row.tail,
        id=_target_id(layout.source.name, span, row.indicator),
        code=code_of(row.indicator, (entry and entry.unit) or "", measure or ""),
        period=period or (entry.period if entry else None),
    )


def _target_id(doc: str, span: Span, indicator: str) -> str:
    seed = f"{doc}:target:{span.start}:{span.end}:{indicator}"
    return hashlib.blake2b(seed.encode(), digest_size=6).hexdigest()
