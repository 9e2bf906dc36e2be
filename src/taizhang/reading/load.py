"""From a file to the sources in it."""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from taizhang.reading import sources
from taizhang.reading.decoding import decode
from taizhang.reading.kinds import kind_of
from taizhang.reading.marks import why_no_report
from taizhang.records import Mark, ReportError, Source, Span

_LARGEST = 256 << 20
_LARGEST_TEXT = 16 << 20
_HEAD = 4096
_OLD = {"doc": ".doc", "rtf": ".rtf", "odt": ".odt", "wps": ".wps"}
_NAMED_YEAR = re.compile(r"(?<!\d)(?:19[4-9]|20[0-4])\d(?!\d)")
_DATED = re.compile(r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日|二〇.{2}年.{1,2}月")


def from_text(text: str, *, name: str = "text", area: str | None = None, year: int | None = None) -> Source:
    """Make a source of text that is already decoded; any text passes."""
    return Source(name=name, text=text, area=area, year=year)


def load(path: str | Path, *, area: str | None = None, year: int | None = None) -> Iterator[Source]:
    """Yield the reports of a file: one for most formats, one a row for tables.

    The format is known by the content, not by the ending: text in any encoding, web pages (.html, .mht),
    Word (.docx; .doc, .wps, .rtf, .odt by way of LibreOffice), PDF, page images (with the extra ``scan``),
    and tables with one report a row (.csv, .tsv, .jsonl). ``-`` is standard input. A folder of page images is
    one report, its pages in the order of their names (page2 before page10).

    Args:
        path: the file.
        area: place of the report, where the text does not say it.
        year: year in which it is given, likewise. Where neither is given nor dated in the text, a single year
            in the file's name is taken (``cn-1983.txt``).

    Raises:
        ReportError: the file cannot be read as a report.
    """
    path = Path(path)
    if path != sources.STANDARD_INPUT and path.is_dir():
        try:
            one_report = sources.is_page_folder(path)
        except OSError as error:
            raise ReportError(f"{path}：没有读取权限。 No permission to read the folder.") from error
        if not one_report:
            raise ReportError(
                f"{path}：文件夹里没有可读的报告（txt、docx、pdf、html、csv、图片等）；有多份时请逐个给出。"
                f" The folder holds no report that can be read; name its files one by one."
            )
        pages: list[Path] = sorted(path.iterdir(), key=sources.natural)
        yield load_pages(pages, name=path.name, area=area, year=year)
        return
    with _open(path) as stream:
        head = stream.read(_HEAD)
        kind = kind_of(head, path.suffix.lower(), str(path))
        name = path.stem if path != sources.STANDARD_INPUT else "stdin"
        if kind in {"csv", "jsonl"}:
            yield from _rows(stream, head, kind, path, name, area, year)
            return
        data = head + _rest(stream, path, _LARGEST_TEXT if kind == "text" else _LARGEST)
    yield _checked(_read(data, kind, name, path), path, area, year)


def load_pages(
    paths: Iterable[str | Path], *, name: str, area: str | None = None, year: int | None = None
) -> Source:
    """Read several page images (or scanned PDFs) as one report, in the order given.

    Raises:
        ReportError: a page cannot be read, or the extra ``scan`` is not installed.
    """
    from taizhang.reading.scan import read_images  # noqa: PLC0415 - heavy, and an extra

    pages = []
    for path in map(Path, paths):
        if path.suffix.lower() not in sources.IMAGES:
            continue
        with _open(path) as stream:
            pages.append((_rest(stream, path, _LARGEST), str(path)))
    text, marks, furniture = read_images(pages)
    source = Source(name=name, text=text, format="scan", marks=marks, furniture=furniture)
    return _checked(source, Path(name), area, year)


def _open(path: Path) -> BinaryIO:
    if path == sources.STANDARD_INPUT:
        return sys.stdin.buffer
    try:
        return path.open("rb")
    except FileNotFoundError as error:
        raise ReportError(f"{path}：没有这个文件；请检查路径。 No such file; check the path.") from error
    except PermissionError as error:
        raise ReportError(f"{path}：没有读取权限。 No permission to read it.") from error
    except OSError as error:
        raise ReportError(f"{path}：打不开（{error.strerror}）。 It cannot be opened.") from error


def _rest(stream: BinaryIO, path: Path, largest: int) -> bytes:
    """Read what is left of a file, refusing what is far larger than any report."""
    data = stream.read(largest + 1)
    if len(data) > largest:
        raise ReportError(
            f"{path}：超过{largest >> 20}MB，不会是一份报告；多份报告请用 csv 或 jsonl，每行一份。"
            f" More than {largest >> 20} MB is no report; give many reports as csv or jsonl, one a row."
        )
    return data


def _rows(
    stream: BinaryIO, head: bytes, kind: str, path: Path, name: str, area: str | None, year: int | None
) -> Iterator[Source]:
    from taizhang.reading.rows import Again, read_rows  # noqa: PLC0415 - each format is loaded when met

    for row in read_rows(Again(head, stream), name, kind):
        yield Source(
            name=row.name,
            text=row.text,
            format=row.format,
            encoding=row.encoding,
            path=str(path),
            area=area or row.area,
            year=year or row.year,
        )


def _read(data: bytes, kind: str, name: str, path: Path) -> Source:
    """Read one report of a known format; each format's reader is loaded when it is met."""
    encoding: str | None = None
    marks: tuple[Mark, ...] = ()
    furniture: tuple[Span, ...] = ()
    if kind in _OLD:
        from taizhang.reading.office import to_docx  # noqa: PLC0415

        data, kind = to_docx(data, str(path), _OLD[kind]), "docx"
    if kind == "docx":
        from taizhang.reading.word import read_word  # noqa: PLC0415

        text, marks = read_word(data, str(path))
    elif kind == "html":
        from taizhang.reading.web import read_page  # noqa: PLC0415

        text, encoding = read_page(data, str(path))
    elif kind == "pdf":
        from taizhang.reading.pdf import read_pdf  # noqa: PLC0415

        text, marks, furniture, kind = read_pdf(data, str(path))
    elif kind == "image":
        from taizhang.reading.scan import read_images  # noqa: PLC0415

        text, marks, furniture = read_images([(data, str(path))])
        kind = "scan"
    else:
        text, encoding = decode(data, str(path))
        kind = "txt"
    return Source(
        name=name,
        text=text,
        format=kind,
        encoding=encoding,
        path=None if path == sources.STANDARD_INPUT else str(path),
        marks=marks,
        furniture=furniture,
    )


def _checked(source: Source, path: Path, area: str | None, year: int | None) -> Source:
    """Refuse what is no report, and add what the caller or the file's name says of it."""
    reason = why_no_report(source.text)
    if reason:
        raise ReportError(f"{path}：{reason}")
    years = set(_NAMED_YEAR.findall(path.stem))
    if year is None and len(years) == 1 and not _DATED.search(source.text[:1000]):
        year = int(years.pop())
    return Source(
        name=source.name,
        text=source.text,
        format=source.format,
        encoding=source.encoding,
        path=source.path,
        marks=source.marks,
        furniture=source.furniture,
        area=area,
        year=year,
    )
