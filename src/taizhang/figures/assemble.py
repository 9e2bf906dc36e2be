"""From a layout to its entries: values, then subjects, then times, put together."""

import hashlib

from taizhang.figures import subjects, times
from taizhang.figures.expressions import base_amount
from taizhang.figures.subjects import Carried, Subject, find_subjects
from taizhang.figures.times import Clock, Setting, find_settings
from taizhang.figures.values import Value, read_values
from taizhang.lexicon.indicators import code_of
from taizhang.lexicon.numerals import half_width
from taizhang.outline import Layout, Sentence
from taizhang.records import Entry, Span


def entries(layout: Layout) -> tuple[Entry, ...]:
    """Read the entries of a report, in the order of its words."""
    rows: list[Entry] = []
    seed = hashlib.blake2b(layout.source.text.encode(errors="surrogatepass"), digest_size=16).digest()
    keyed = hashlib.blake2b(digest_size=8, key=seed)
    carried, clock, ended = Carried(), Clock(begun=layout.begun), 0
    text = layout.clean.text
    plain = half_width(text)
    for sentence in layout.sentences:
        start, end, passage = sentence
        words = text[start:end]
        values = read_values(plain[start:end])
        opens = "\n" in text[ended:start]
        ended = end
        if opens:
            carried.open()
        if not values or all(value.skip for value in values):
            subjects.pass_by(words, carried)
            times.pass_by(words, passage, layout.year, clock, opens=opens)
            continue
        named = find_subjects(words, values, carried, layout.area)
        firsts = [found[0].indicator if found else "" for found in named]
        settings = find_settings(words, values, firsts, passage, layout.year, clock, opens=opens)
        said = layout.clean.span(start, end)
        for value, found, setting in zip(values, named, settings, strict=True):
            if value.skip is None:
                rows += [_entry(layout, keyed, sentence, said, value, subject, setting) for subject in found]
    return tuple(rows)


def entry_id(keyed: "hashlib.blake2b", start: int, end: int, indicator: str) -> str:
    """Give the permanent id of an entry: the same wherever the same text is read.

    Args:
        keyed: hash with the digest of the source text as its key.
        start: first position of the value's words in it.
        end: one past the last.
        indicator: what is measured; tells apart the rows that share one value.
    """
    words = keyed.copy()
    words.update(f"{start}:{end}:{indicator}".encode(errors="surrogatepass"))
    return words.hexdigest()


def _entry(
    layout: Layout,
    keyed: "hashlib.blake2b",
    sentence: Sentence,
    said: Span,
    value: Value,
    subject: Subject,
    setting: Setting,
) -> Entry:
    span = layout.clean.span(sentence.start + value.start, sentence.start + value.end)
    amount, base_unit = base_amount(value.value, value.unit)
    return Entry(
        doc=layout.source.name,
        span=span,
        text=span.words(layout.source.text),
        indicator=subject.indicator,
        unit=value.unit,
        rel=value.rel,
        measure=value.measure,
        role=setting.role,
        period=setting.period,
        value=value.value,
        low=value.low,
        high=value.high,
        base=setting.base,
        strength=setting.strength,
        id=entry_id(keyed, span.start, span.end, subject.indicator),
        sentence=said,
        section=sentence.passage.section,
        part=sentence.passage.role,
        amount=amount,
        base_unit=base_unit,
        code=code_of(subject.indicator, value.unit, value.measure),
        area=layout.area,
        year=layout.year,
        why=(*value.why, *subject.why, *setting.why),
    )
