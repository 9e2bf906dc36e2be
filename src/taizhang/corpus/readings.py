"""Readings: what the panel keeps of one report, and the harvest of one file."""

import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

import msgspec

from taizhang.lexicon.places import find as find_place
from taizhang.lexicon.places import is_shared
from taizhang.lexicon.tables import joined_pattern
from taizhang.reading import load
from taizhang.records import Entry, HeadlineTarget, ReportError, Source, Span
from taizhang.report import Report

_YEAR_IN_NAME = re.compile(r"(?<!\d)(19[4-9]\d|20[0-4]\d)(?!\d)")


class Reading(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the panel keeps of one report.

    Attributes:
        doc: name of the source.
        file: where it was read from.
        area: place; empty when neither the text nor the file says it.
        code: GB/T 2260 code of the place, when known.
        level: nation, province, city, county …, when known.
        year: year in which the report is given.
        title: title of the report.
        targets: its headline targets; empty where it sets none or has no such passage.
        entries: its results and targets (context is left out).
        sentences: words of the sentences of ``entries`` and ``targets``, by their start.
        doubts: what is doubtful of place and year, a sentence each.
    """

    doc: str
    file: str
    area: str = ""
    code: str = ""
    level: str = ""
    year: int | None = None
    title: str = ""
    targets: tuple[HeadlineTarget, ...] = ()
    entries: tuple[Entry, ...] = ()
    sentences: dict[int, str] = {}
    doubts: tuple[str, ...] = ()

    def sentence(self, span: Span) -> str:
        """Give the words of the sentence that a span stands in."""
        before = [start for start in self.sentences if start <= span.start]
        return self.sentences[max(before)] if before else ""


class Packed(msgspec.Struct, frozen=True):
    """A reading on its way to the store: packed where it was made, so that the process that keeps it only writes.

    Attributes:
        area, code, year: as in the reading, to find it by.
        doubts: its doubts, a line each.
        body: the reading, for ``unpack``.
    """

    area: str
    code: str
    year: int | None
    doubts: str
    body: bytes


class Harvest(msgspec.Struct, frozen=True):
    """What one file gave: its readings, or the sentence that says why it gave none."""

    file: str
    readings: tuple[Packed, ...] = ()
    error: str | None = None


_ENCODER = msgspec.msgpack.Encoder(decimal_format="string")
_DECODER = msgspec.msgpack.Decoder(Reading)


def pack(reading: Reading) -> Packed:
    """Pack a reading for the store."""
    doubts = "\n".join(reading.doubts)
    return Packed(reading.area, reading.code, reading.year, doubts, _ENCODER.encode(reading))


def unpack(body: bytes) -> Reading:
    """Give back the reading that was packed."""
    return _DECODER.decode(body)


def content_key(path: Path) -> str:
    """Give the hash of a file's bytes, by which a done file is known; empty when it cannot be read."""
    digest = blake2b(digest_size=16)
    try:
        with path.open("rb") as content:
            while block := content.read(1 << 20):
                digest.update(block)
    except OSError:
        return ""
    return digest.hexdigest()


def harvest(path: Path) -> Harvest:
    """Read one file for the panel; whatever is wrong with it becomes its error, never an exception."""
    try:
        return Harvest(str(path), tuple(pack(read_source(source)) for source in load(path)))
    except ReportError as error:
        return Harvest(str(path), error=str(error))
    except Exception as error:  # noqa: BLE001 - one file among thousands must not end the run
        return Harvest(str(path), error=f"程序内部出错 / a fault of ours: {type(error).__name__}: {error}")


def read_source(source: Source) -> Reading:
    """Read one source for the panel.

    Place and year come from the text; what a column or the file's name says is checked against them and
    stands in where the text is silent.
    """
    hints = _hints(source)
    report = Report(msgspec.structs.replace(source, area=None, year=None))
    doubts = _doubts(report, hints)
    area = report.area
    if area is None or (hints.area and is_shared(area) and _same_place(area, hints.area)):
        area = hints.area
    if (report.area is None and area) or (report.year is None and hints.year):
        report = Report(msgspec.structs.replace(source, area=area, year=report.year or hints.year))
    place = find_place(area) if area else None
    entries = tuple(
        msgspec.structs.replace(entry, why=())
        for entry in report.simplified
        if entry.role == "target" or (entry.role == "actual" and not _told_again(report.text, entry))
    )
    return Reading(
        doc=source.name,
        file=source.path or source.name,
        area=place.name if place else area or "",
        code=place.code if place else "",
        level=place.level if place else "",
        year=report.year,
        title=report.outline.title or "",
        targets=report.targets,
        entries=entries,
        sentences=_sentences(report, (row.span for rows in (entries, report.targets) for row in rows)),
        doubts=(*doubts, *_missing(report.name, area, report.year)),
    )


def _told_again(text: str, entry: Entry) -> bool:
    """Say whether an entry is a target of last year that the report only recalls."""
    before = "".join(text[max(0, entry.span.start - 60) : entry.span.start].split())
    return joined_pattern("tracing", "told_again").search(before) is not None


def _missing(name: str, area: str | None, year: int | None) -> Iterator[str]:
    """Say what the panel cannot know of a report: it is kept, yet not joined to others."""
    if year is None:
        yield (
            f"{name}：没有年份，没有进面板；请写进文件名或列 / no year is stated, so it is not in the panel; "
            "put it into the file name or a column"
        )
    if not area:
        yield (
            f"{name}：没有地区，没有与其他年份相连；请写进文件名或列 / no place is stated, so it is not joined to "
            "other years; put it into the file name or a column"
        )
    elif is_shared(area):
        yield (
            f"{name}：叫{area}的不止一处，没有与其他年份相连；请把上级写进文件名或列，如 南京市鼓楼区 / several places "
            "bear this name, so it is not joined to other years; put the place above it into the file name"
        )


class _Hints(msgspec.Struct, frozen=True):
    area: str | None
    year: int | None


def _hints(source: Source) -> _Hints:
    name = source.name
    years = _YEAR_IN_NAME.findall(name)
    named = _YEAR_IN_NAME.sub("", name).strip(" _-年政府工作报告")
    place = find_place(named)
    # 鼓楼区 alone would lose which one it is.
    area = (named if is_shared(place.name) else place.name) if place else None
    return _Hints(source.area or area, source.year or (int(years[0]) if years else None))


def _doubts(report: Report, hints: _Hints) -> tuple[str, ...]:
    doubts = []
    if report.year and hints.year and report.year != hints.year:
        doubts.append(
            f"{report.name}：文中年份 {report.year}，文件名或列为 {hints.year} / year differs from file name or column"
        )
    if report.area and hints.area and not _same_place(report.area, hints.area):
        doubts.append(
            f"{report.name}：文中地区 {report.area}，文件名或列为 {hints.area} / place differs from file name or column"
        )
    return tuple(doubts)


def _same_place(found: str, hint: str) -> bool:
    a, b = find_place(found), find_place(hint)
    if a is None and b is not None and is_shared(found):
        return b.name == "".join(found.split())
    return a.code == b.code if a and b else found[:2] == hint[:2]


def _sentences(report: Report, spans: Iterable[Span]) -> dict[int, str]:
    layout = report.layout
    wanted = sorted(span.start for span in spans)
    found: dict[int, str] = {}
    index = 0
    for sentence in layout.sentences:
        span = layout.clean.span(sentence.start, sentence.end)
        while index < len(wanted) and wanted[index] < span.start:
            index += 1
        if index < len(wanted) and wanted[index] < span.end:
            found[span.start] = "".join(span.words(report.text).split())
    return found
