"""From a file to the sources in it."""

from collections.abc import Iterator
from pathlib import Path

from taizhang.records import ReportError, Source


def from_text(text: str, *, name: str = "text", area: str | None = None, year: int | None = None) -> Source:
    """Make a source of text that is already decoded."""
    return Source(name=name, text=text, area=area, year=year)


def load(path: str | Path, *, area: str | None = None, year: int | None = None) -> Iterator[Source]:
    """Yield the reports of a file: one for most formats, one a row for tables.

    Raises:
        ReportError: the file cannot be read as a report.
    """
    path = Path(path)
    if not path.is_file():
        raise ReportError(f"{path}: no such file; check the path")
    yield Source(
        name=path.stem,
        text=path.read_text(encoding="utf-8"),
        encoding="utf-8",
        path=str(path),
        area=area,
        year=year,
    )
