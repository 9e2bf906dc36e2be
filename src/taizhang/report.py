"""The library's face: a report, read once, that gives its ledger."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from taizhang import figures
from taizhang.outline import Layout, lay_out
from taizhang.reading import from_text, load
from taizhang.records import Entry, Finding, HeadlineTarget, Outline, ReportError, Source, Task


class Report:
    r"""A government work report and what was read in it; each step is done when first asked for.

    >>> report = read_text("一、2025年工作回顾\n地区生产总值增长5%。", year=2026)
    >>> report.year
    2026
    """

    def __init__(self, source: Source) -> None:
        self.source = source

    @cached_property
    def layout(self) -> Layout:
        """Headings, parts and sentences in clean positions."""
        return lay_out(self.source)

    @property
    def name(self) -> str:
        """Name of the source (``doc`` of the rows)."""
        return self.source.name

    @property
    def text(self) -> str:
        """Decoded source text, to which all spans refer."""
        return self.source.text

    @property
    def area(self) -> str | None:
        """Place of the report, given or found."""
        return self.layout.area

    @property
    def year(self) -> int | None:
        """Year in which the report is given."""
        return self.layout.year

    @property
    def outline(self) -> Outline:
        """Headings, parts, furniture."""
        return self.layout.outline

    @property
    def health(self) -> tuple[Finding, ...]:
        """What is missing or damaged in the source."""
        return self.layout.outline.health

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every value of every indicator, in the order of the words and in the report's own characters."""
        return figures.as_written(self.layout, self.simplified)

    @cached_property
    def simplified(self) -> tuple[Entry, ...]:
        """The entries in simplified script, for holding reports against each other."""
        return figures.entries(self.layout)

    @cached_property
    def targets(self) -> tuple[HeadlineTarget, ...]:
        """The year's headline targets, clause by clause."""
        from taizhang import promises  # noqa: PLC0415 - its patterns are compiled when asked for

        return promises.headline_targets(self.layout, self.simplified)

    @cached_property
    def tasks(self) -> tuple[Task, ...]:
        """The year's tasks as rows."""
        from taizhang import promises  # noqa: PLC0415

        return promises.tasks(self.layout, self.simplified)


def read_text(text: str, *, name: str = "text", area: str | None = None, year: int | None = None) -> Report:
    """Read a report from decoded text.

    Args:
        text: the report's words.
        name: ``doc`` of its rows.
        area: place, where the text does not say it.
        year: year in which the report is given, likewise.
    """
    return Report(from_text(text, name=name, area=area, year=year))


def read_all(path: str | Path, *, area: str | None = None, year: int | None = None) -> Iterator[Report]:
    """Yield every report of a file: one for most formats, one a row for ``.csv`` and ``.jsonl``.

    Raises:
        ReportError: the file cannot be read as a report; the message says why and what to do.
    """
    for source in load(path, area=area, year=year):
        yield Report(source)


def read(path: str | Path, *, area: str | None = None, year: int | None = None) -> Report:
    """Read the one report of a file.

    Raises:
        ReportError: the file cannot be read, or holds several reports (use ``read_all``).
    """
    reports = read_all(path, area=area, year=year)
    first = next(reports, None)
    if first is None:
        raise ReportError(f"{path}: holds no report")
    if next(reports, None) is not None:
        raise ReportError(f"{path}: holds several reports; read them with taizhang.read_all")
    return first
