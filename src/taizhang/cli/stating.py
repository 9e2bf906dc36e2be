"""Stated or not: for each report and indicator asked for, on the screen or as a file."""

import csv
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from rich.markup import escape
from rich.table import Table

from taizhang.cli.show import console
from taizhang.export.aside import written_aside
from taizhang.export.tables import one_line, safe_text
from taizhang.lexicon.messages import Language, name_of
from taizhang.promises import stated
from taizhang.records import ReportError, encode_row
from taizhang.report import Report

_ENDINGS = (".jsonl", ".csv")
_COLUMNS = ("doc", "area", "year", "indicator", "answer", "sentence")


class Answer(msgspec.Struct, frozen=True):
    """Whether a report sets a headline target for an indicator.

    ``answer`` is ``stated``, ``not_stated`` or ``passage_not_found``, as in the panel's ``target_status``;
    ``sentence`` holds the clauses that state it, empty where none does.
    """

    doc: str
    area: str | None
    year: int | None
    indicator: str
    answer: str
    sentence: str


def tell_stated(reports: Iterable[Report], asked: str, out: str | None, language: Language) -> None:
    """Show or write the answers.

    Args:
        reports: read one after the other.
        asked: names of indicators, between commas.
        out: file ``.jsonl`` or ``.csv``, ``-`` for lines of JSON on the standard output, None for the screen.
        language: of the screen.

    Raises:
        ReportError: no name asked for, or a file that cannot be written.
    """
    names = [name for part in asked.split("，") for name in map(str.strip, part.split(",")) if name]
    if not names:
        raise ReportError("--indicators：请写指标名称，以逗号分隔 / name indicators, between commas")
    found = _answers(reports, names)
    if out is None:
        _show(found, language)
    elif out == "-":
        sys.stdout.buffer.writelines(encode_row(answer) + b"\n" for answer in found)
    else:
        _write(found, Path(out))


def _answers(reports: Iterable[Report], names: list[str]) -> Iterator[Answer]:
    for report in reports:
        for each in stated(report.layout, report.targets, names):
            words = "；".join(target.text for target in each.targets)
            yield Answer(report.name, report.area, report.year, each.name, each.answer, one_line(words))


def _show(answers: Iterable[Answer], language: Language) -> None:
    table = Table(box=None)
    for column in _COLUMNS:
        table.add_column(name_of("column", column, language), overflow="fold")
    for answer in answers:
        row = (*msgspec.structs.astuple(answer)[:4], name_of("answer", answer.answer, language))
        table.add_row(*(escape(str(cell or "")) for cell in (*row, answer.sentence)))
    console().print(table)


def _write(answers: Iterable[Answer], path: Path) -> None:
    if path.suffix.lower() not in _ENDINGS:
        raise ReportError(
            f"{path}：--indicators 的结果可写为 {' '.join(_ENDINGS)} / the ending must be one of these"
        )
    if not path.parent.is_dir():
        raise ReportError(f"{path.parent}：没有这个目录，请先建立 / no such folder; make it first")
    with written_aside(path) as aside:
        if path.suffix.lower() == ".jsonl":
            with aside.open("wb") as lines:
                lines.writelines(encode_row(answer) + b"\n" for answer in answers)
            return
        # The mark at the front makes Excel read the file as UTF-8.
        with aside.open("w", encoding="utf-8-sig", newline="") as rows:
            writer = csv.writer(rows)
            writer.writerow(_COLUMNS)
            writer.writerows(map(safe_text, msgspec.structs.astuple(answer)) for answer in answers)
