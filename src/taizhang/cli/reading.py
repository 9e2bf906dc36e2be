"""``read``, ``text``, ``explain``: from files to ledgers."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from taizhang.lexicon.messages import Language

if TYPE_CHECKING:
    from taizhang.report import Report

Files = Annotated[list[str], typer.Argument(help="报告文件、目录、通配符或 - / files, folders, globs or -")]
Area = Annotated[str | None, typer.Option(help="地区（文中没有时） / place, where the text does not say it")]
Year = Annotated[int | None, typer.Option(help="报告年份（文中没有时） / year of the report, likewise")]
Lang = Annotated[Language, typer.Option(envvar="TAIZHANG_LANG", help="屏幕文字 / language of the screen")]


def register(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command()(read)
    app.command()(text)
    app.command()(explain)


def read(
    files: Files,
    what: Annotated[str, typer.Option(help="entries | targets | tasks | outline | text | all")] = "entries",
    out: Annotated[
        str | None,
        typer.Option(help=".jsonl .json .csv .xlsx .parquet .html .md，- 为标准输出 / by its ending"),
    ] = None,
    area: Area = None,
    year: Year = None,
    indicators: Annotated[
        str | None,
        typer.Option(
            help="与 --what targets 合用：逐份说明各指标是否写明，逗号分隔 / with --what targets: stated or not"
        ),
    ] = None,
    lang: Lang = "zh",
) -> None:
    """读报告成台账。 Read reports into a ledger, on the screen or as a file."""
    problems: list[str] = []
    reports = _reports(files, area, year, problems)
    if indicators is not None:
        _tell_stated(reports, what, indicators, out, lang)
    elif out is None:
        from taizhang.cli.show import show_report

        for report in reports:
            show_report(report, lang)
    elif out == "-":
        from taizhang.export.write import json_lines

        for line in json_lines(reports, what):
            sys.stdout.buffer.write(line + b"\n")
    else:
        _write(reports, Path(out), what)
    _tell(problems)


def text(files: Files, area: Area = None, year: Year = None) -> None:
    """打印解码后的原文。 Print the decoded text that all spans refer to."""
    problems: list[str] = []
    for report in _reports(files, area, year, problems):
        # Written as bytes: a span must cut the same words whatever the console does to line ends.
        sys.stdout.buffer.write(report.text.encode("utf-8"))
    _tell(problems)


def explain(
    file: Annotated[str, typer.Argument(help="报告文件 / a report")],
    at: Annotated[int, typer.Option(help="原文位置（从 0 数） / position in the decoded text, from 0")],
    area: Area = None,
    year: Year = None,
    lang: Lang = "zh",
) -> None:
    """说明一处数字如何判定。 Say which rule and words gave each field of an entry."""
    from taizhang.cli.show import show_reasons
    from taizhang.report import read as read_one

    show_reasons(read_one(file, area=area, year=year), at, lang)


def _tell_stated(
    reports: "Iterator[Report]", what: str, indicators: str, out: str | None, lang: Language
) -> None:
    from taizhang.cli.stating import tell_stated
    from taizhang.records import ReportError

    if what != "targets":
        raise ReportError("--indicators 须与 --what targets 合用 / --indicators goes with --what targets")
    tell_stated(reports, indicators, out, lang)


def _write(reports: "Iterator[Report]", path: Path, what: str) -> None:
    from itertools import chain

    from taizhang.export import write

    # Where nothing could be read, what stands under that name stays as it is.
    for first in reports:
        write(chain([first], reports), path, what)


def _reports(files: list[str], area: str | None, year: int | None, problems: list[str]) -> "Iterator[Report]":
    """Yield the reports of all files with a progress bar; a file that fails is noted, the rest goes on."""
    from taizhang.reading import expand
    from taizhang.records import ReportError
    from taizhang.report import read_all

    paths = expand(files)
    for path in _with_progress(paths):
        try:
            yield from read_all(path, area=area, year=year)
        except ReportError as error:
            problems.append(str(error))


def _with_progress(paths: list[Path]) -> Iterator[Path]:
    if len(paths) == 1 or not sys.stderr.isatty():
        yield from paths
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(paths, "读取 reading", console=Console(stderr=True), transient=True)


def _tell(problems: list[str]) -> None:
    for problem in problems:
        print(f"taizhang: {problem}", file=sys.stderr)
    if problems:
        raise typer.Exit(1)
