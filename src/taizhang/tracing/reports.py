"""Reports held against each other: which pairs, and what became of the targets of the earlier one."""

from taizhang.records import Entry, Link, Reason, ReportError
from taizhang.report import Report
from taizhang.tracing.context import words_around
from taizhang.tracing.matching import link_entries

_YEARLY, _PLAN = 1, 5


def trace(earlier: Report, later: Report) -> list[Link]:
    """Find, for every target entry of the earlier report, the result that the later one states, or none.

    Raises:
        ReportError: the two are no pair (same report, two places, wrong order), have no year, or the
            earlier one sets no target.
    """
    earlier_year, later_year = checked_years(earlier, later)
    targets = [entry for entry in earlier.simplified if entry.role == "target"]
    if not targets:
        raise ReportError(
            f"{earlier.name}：没有读到目标，无法追踪；请检查文本是否完整。 "
            f"No target was read in {earlier.name}; check that its text is whole."
        )
    words = words_around(earlier.text), words_around(later.text)
    judged = link_entries(targets, later.simplified, earlier_year, later_year, words)
    return [
        Link(
            earlier.name,
            later.name,
            target,
            found.result,
            found.verdict,
            (*found.why, *_sentences(earlier, target, later, found.result)),
        )
        for target, found in zip(targets, judged, strict=True)
    ]


def _sentences(earlier: Report, target: Entry, later: Report, result: Entry | None) -> tuple[Reason, ...]:
    """Quote the sentences of a promise and of its result, line breaks of the source taken out."""
    sides = (("target", earlier, target), ("result", later, result))
    return tuple(
        Reason(side, "sentence", "".join(entry.sentence.words(report.text).split()))
        for side, report, entry in sides
        if entry is not None and entry.sentence is not None
    )


def pairs(reports: list[Report]) -> list[tuple[Report, Report]]:
    """Give the pairs of one place's reports to trace: yearly neighbours, then those five years apart."""
    dated = sorted(((report.year, report) for report in reports if report.year), key=lambda pair: pair[0])
    return [
        (earlier, later)
        for distance in (_YEARLY, _PLAN)
        for year, earlier in dated
        for other, later in dated
        if other - year == distance
    ]


def checked_years(earlier: Report, later: Report) -> tuple[int, int]:
    """Give the years of two reports that can be held against each other.

    Raises:
        ReportError: same report, two places, wrong order, or no year.
    """
    earlier_year, later_year = _year(earlier), _year(later)
    if earlier.text == later.text:
        raise ReportError(
            f"{earlier.name} 与 {later.name} 是同一份报告；请给出前后两份。 "
            f"{earlier.name} and {later.name} are the same report; give an earlier and a later one."
        )
    if earlier.area and later.area and earlier.area != later.area:
        raise ReportError(
            f"两份报告不是同一地方的：{earlier.area}、{later.area}；请给出同一地方的报告。 "
            f"The reports are of two places ({earlier.area}, {later.area}); give two of one place."
        )
    if later_year <= earlier_year:
        raise ReportError(
            f"前一份报告（{earlier_year} 年）不早于后一份（{later_year} 年）；请把较早的放在前面。 "
            f"The first report ({earlier_year}) is not earlier than the second ({later_year}); "
            f"give the earlier one first."
        )
    return earlier_year, later_year


def _year(report: Report) -> int:
    if report.year is None:
        raise ReportError(
            f"{report.name}：读不出报告年份；请用 --year 给出。 "
            f"No year was found in {report.name}; give it with --year."
        )
    return report.year
