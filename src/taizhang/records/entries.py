"""Entries: one value that a report states of one indicator."""

from decimal import Decimal

import msgspec

from taizhang.records.spans import Span


# ``gc=False``: such an object can be in no cycle, and need not be looked at for one.
class Reason(msgspec.Struct, frozen=True, gc=False):
    """Why a field has its value: the rule's name and the words that it went by."""

    field: str
    rule: str
    words: str = ""


class Entry(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One value of one indicator; the meaning of each field is fixed in ``docs/rows.md``.

    Attributes:
        doc: name of the source.
        span: the value's words in the decoded source text.
        text: those words.
        indicator: what is measured, a noun phrase in the report's own characters.
        unit: as written, shortened to the unit itself (万人, 亿元, %, :1, 位).
        rel: ``=``, ``>=``, ``>``, ``<=``, ``<``, ``~`` or ``range``.
        measure: ``level``, ``growth``, ``avg_growth``, ``change``, ``multiple`` or ``rank``.
        role: ``actual``, ``target`` or ``context``.
        period: ``2020`` or ``2016-2020``; empty when no year is known.
        value: number in the text's own unit (None for a range).
        low: lower bound of a range.
        high: upper bound of a range.
        base: year that a change is counted from, only where the text names it.
        strength: ``strive`` or ``bind``, for targets that the words mark so.
        id: stable for the same source text and span.
        sentence: span of the sentence.
        section: heading path, outermost first.
        part: role of the part of the report.
        amount: ``value`` in ``base_unit`` (566000 for 56.6 万人).
        base_unit: the unit without its multiplier (人 for 万人).
        code: id of the indicator in the catalogue, when known.
        area: place of the report.
        year: year of the report.
        why: how each field was decided; left out of files unless asked for.
    """

    doc: str
    span: Span
    text: str
    indicator: str
    unit: str
    rel: str
    measure: str
    role: str
    period: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    base: str | None = None
    strength: str | None = None
    id: str = ""
    sentence: Span | None = None
    section: tuple[str, ...] = ()
    part: str = ""
    amount: Decimal | None = None
    base_unit: str | None = None
    code: str | None = None
    area: str | None = None
    year: int | None = None
    why: tuple[Reason, ...] = ()
