"""The panel: place × year × indicator, with the target, the result stated a year later, and the sentences."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

import msgspec

from taizhang.corpus.readings import Reading
from taizhang.corpus.store import Store
from taizhang.lexicon.indicators import Indicator, by_id, lookup
from taizhang.lexicon.places import is_shared
from taizhang.records import Entry, HeadlineTarget, ReportError
from taizhang.tracing import judge_headline

#: What the panel says of a target.
STATED, ELSEWHERE = "stated", "stated_elsewhere"
NOT_STATED, NO_PASSAGE, NO_REPORT = "not_stated", "passage_not_found", "no_report"
_TYPES = {
    "=": "point",
    "~": "around",
    ">=": "floor",
    ">": "floor",
    "<=": "ceiling",
    "<": "ceiling",
    "range": "range",
}


class PanelRow(msgspec.Struct, frozen=True, kw_only=True):
    """One cell of the panel; ``docs/panel.md`` tells every column.

    Values stand in ``unit``, decreases negative. Sentences are the report's own words.
    """

    area: str
    area_code: str
    level: str
    year: int
    indicator: str
    indicator_name: str
    target_status: str
    target_type: str | None = None
    target_value: Decimal | None = None
    target_low: Decimal | None = None
    target_high: Decimal | None = None
    unit: str | None = None
    measure: str | None = None
    target_to: str | None = None
    target_tail: bool | None = None
    target_strength: str | None = None
    target_words: str | None = None
    target_sentence: str | None = None
    target_start: int | None = None
    target_end: int | None = None
    target_file: str | None = None
    result_value: Decimal | None = None
    result_unit: str | None = None
    result_rel: str | None = None
    result_sentence: str | None = None
    result_start: int | None = None
    result_end: int | None = None
    result_file: str | None = None
    gap: Decimal | None = None
    verdict: str | None = None
    verdict_why: str | None = None
    duplicate: bool = False


COLUMNS: tuple[str, ...] = PanelRow.__struct_fields__


def chosen_indicators(names: Iterable[str]) -> list[Indicator]:
    """Give the indicators of the catalogue by id or any of their names.

    Raises:
        ReportError: a name that the catalogue does not know.
    """
    chosen = []
    for name in names:
        found = by_id(name) or lookup(name)
        if found is None:
            raise ReportError(
                f"指标目录里没有“{name}”，用 taizhang indicators 可查 / is not in the catalogue; "
                "`taizhang indicators` lists it"
            )
        chosen.append(found)
    return chosen


def panel(store: Store, indicators: Sequence[Indicator] = ()) -> Iterator[PanelRow]:
    """Yield the panel, place by place, year by year.

    Args:
        store: the gathered readings.
        indicators: the columns wanted; each gives a row for every report, stated or not. Without any, the
            rows are all targets that the reports state.
    """
    for area, code in store.places():
        readings = store.readings(area, code)
        if code or (area and not is_shared(area)):
            yield from _rows_of_place(readings, indicators)
            continue
        # Whether these speak of one place is not known; a result of another place is worse than none.
        for reading in readings:
            yield from _rows_of_place([reading], indicators)


def _rows_of_place(readings: list[Reading], indicators: Sequence[Indicator]) -> Iterator[PanelRow]:
    by_year: dict[int, list[Reading]] = {}
    for reading in readings:
        if reading.year is not None:
            by_year.setdefault(reading.year, []).append(reading)
    # A result may be stated where the report that set the target is missing.
    years = sorted({*by_year, *(year - 1 for year in by_year)} if indicators else by_year)
    for year in years:
        later = by_year.get(year + 1, [None])[0]
        for reading in by_year.get(year, ()):
            for target, name, code in _wanted(reading, indicators):
                row = _row(reading, target, name, code, later)
                yield msgspec.structs.replace(row, duplicate=len(by_year[year]) > 1)
        if year not in by_year and later is not None:
            yield from _results_alone(later, year, indicators)


def _wanted(
    reading: Reading, indicators: Sequence[Indicator]
) -> Iterator[tuple[HeadlineTarget | None, str, str]]:
    if not indicators:
        for target in reading.targets:
            known = by_id(target.code) if target.code else None
            yield target, known.zh if known else target.indicator, target.code or ""
        return
    for indicator in indicators:
        found = [t for t in reading.targets if indicator.id in (t.code or "").split("+")]
        found = found or _set_elsewhere(reading, indicator.id)
        yield from ((target, indicator.zh, indicator.id) for target in found)
        if not found:
            yield None, indicator.zh, indicator.id


def _set_elsewhere(reading: Reading, code: str) -> list[HeadlineTarget]:
    """Give the target that a report sets for its year outside the headline passage (今年的经济增长预期为7%左右).

    Only growth, and only the first: later ones speak of parts of the year or repeat it.
    """
    found = (
        entry
        for entry in reading.entries
        if (entry.role, entry.code, entry.measure, entry.period)
        == ("target", code, "growth", str(reading.year))
    )
    return [_as_headline(entry) for entry in list(found)[:1]]


def _as_headline(entry: Entry) -> HeadlineTarget:
    return HeadlineTarget(
        doc=entry.doc,
        span=entry.span,
        text=entry.text,
        indicator=entry.indicator,
        type=_TYPES[entry.rel],
        value=entry.value,
        low=entry.low,
        high=entry.high,
        unit=entry.unit,
        measure=entry.measure,
        id=entry.id,
        code=entry.code,
        period=entry.period,
    )


def _row(
    reading: Reading, target: HeadlineTarget | None, name: str, code: str, later: Reading | None
) -> PanelRow:
    cell = PanelRow(
        area=reading.area,
        area_code=reading.code,
        level=reading.level,
        year=reading.year or 0,
        indicator=code,
        indicator_name=name,
        target_status=NOT_STATED if reading.targets else NO_PASSAGE,
        target_file=reading.file,
    )
    if target is None:
        return _with_result(cell, _growth_of(later, code, cell.year), later)
    strengths = [e.strength for e in reading.entries if e.strength and e.span.overlaps(target.span)]
    cell = msgspec.structs.replace(
        cell,
        target_status=STATED if target in reading.targets else ELSEWHERE,
        target_type=target.type,
        target_value=target.value,
        target_low=target.low,
        target_high=target.high,
        unit=target.unit,
        measure=target.measure,
        target_to=target.to,
        target_tail=target.tail,
        target_strength=strengths[0] if strengths else None,
        target_words="".join(target.text.split()),
        target_sentence=reading.sentence(target.span),
        target_start=target.span.start,
        target_end=target.span.end,
    )
    if later is None:
        return cell
    # One clause may set several indicators; here it speaks of this one.
    own = msgspec.structs.replace(target, indicator=name, code=code or None)
    judged = judge_headline(own, cell.year, later.entries)
    cell = _with_result(cell, judged.result, later)
    why = "；".join(
        reason.rule if not reason.words else f"{reason.rule}：{reason.words}" for reason in judged.why
    )
    return msgspec.structs.replace(
        cell, verdict=judged.verdict, verdict_why=why, gap=_gap(target, judged.result)
    )


def _with_result(cell: PanelRow, result: Entry | None, later: Reading | None) -> PanelRow:
    if result is None or later is None:
        return cell
    return msgspec.structs.replace(
        cell,
        measure=cell.measure or result.measure,
        unit=cell.unit or result.unit,
        result_value=result.value,
        result_unit=result.unit,
        result_rel=result.rel,
        result_sentence=later.sentence(result.span),
        result_start=result.span.start,
        result_end=result.span.end,
        result_file=later.file,
    )


def _growth_of(later: Reading | None, code: str, year: int) -> Entry | None:
    """Give the result of an indicator for a year where no target says which measure is meant.

    Growth comes first: it is what reports set targets for.
    """
    if later is None:
        return None
    found = [e for e in later.entries if e.role == "actual" and e.code == code and e.period == str(year)]
    order = {"growth": 0, "level": 1}
    return min(found, key=lambda entry: order.get(entry.measure, 2), default=None)


def _results_alone(later: Reading, year: int, indicators: Sequence[Indicator]) -> Iterator[PanelRow]:
    for indicator in indicators:
        result = _growth_of(later, indicator.id, year)
        if result is not None:
            cell = PanelRow(
                area=later.area,
                area_code=later.code,
                level=later.level,
                year=year,
                indicator=indicator.id,
                indicator_name=indicator.zh,
                target_status=NO_REPORT,
            )
            yield _with_result(cell, result, later)


def _gap(target: HeadlineTarget, result: Entry | None) -> Decimal | None:
    """Give result minus target in the target's unit; for a range from the bound that is nearer."""
    if result is None or result.value is None or result.unit != target.unit:
        return None
    if target.value is not None:
        return result.value - target.value
    if target.low is None or target.high is None:
        return None
    if target.low <= result.value <= target.high:
        return Decimal(0)
    return result.value - (target.low if result.value < target.low else target.high)


#: Columns of the wide form before those of the indicators, and the parts that each of these has.
WIDE_HEAD = ("area", "area_code", "level", "year", "target_file", "duplicate")
WIDE_PARTS = ("target", "result", "gap", "unit")


def wide(rows: Iterable[PanelRow]) -> Iterator[dict[str, object]]:
    """Yield one row a report (a place and year), with target, result, gap and unit of each indicator as columns.

    A range stands by its middle; of several statements of an indicator the first is taken.
    """
    key: tuple[object, ...] | None = None
    current: dict[str, object] = {}
    for row in rows:
        here = (row.area, row.area_code, row.year, row.target_file)
        if here != key:
            if current:
                yield current
            key, current = here, {name: getattr(row, name) for name in WIDE_HEAD}
        name = row.indicator or row.indicator_name
        cells = (middle(row), row.result_value, row.gap, row.unit)
        for part, value in zip(WIDE_PARTS, cells, strict=True):
            current.setdefault(f"{name}_{part}", value)
    if current:
        yield current


def middle(row: PanelRow) -> Decimal | None:
    """Give the target, of a range its middle."""
    if row.target_value is not None or row.target_low is None or row.target_high is None:
        return row.target_value
    return (row.target_low + row.target_high) / 2
