"""``trace``, ``pace``: what became of the promises, and what they take."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from taizhang.cli.reading import Area, Lang, Year

if TYPE_CHECKING:
    from taizhang.export.links import Tracing


def register(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command()(trace)
    app.command()(pace)


def trace(
    files: Annotated[
        list[Path], typer.Argument(help="先前和后来的报告，或一个目录 / earlier and later, or a folder")
    ],
    out: Annotated[Path | None, typer.Option(help=".jsonl .csv .xlsx .html")] = None,
    area: Area = None,
    lang: Lang = "zh",
) -> None:
    """对照承诺与结果。 Tie each promise of an earlier report to its result in a later one."""
    tracings = _tracings(files, area)
    if out is not None:
        from taizhang.export.links import write_tracings

        write_tracings(tracings, out)
        return
    from taizhang.cli.show import show_projects, show_tracing

    for tracing in tracings:
        show_tracing(tracing, lang)
        show_projects(tracing, lang)


def pace(
    file: Annotated[Path, typer.Argument(help="一份报告 / a report")],
    area: Area = None,
    year: Year = None,
    lang: Lang = "zh",
) -> None:
    """目标要求的速度，和前后不一的数字。 What targets take from where things stand; figures that differ."""
    from taizhang.cli.show import show_pace
    from taizhang.report import read

    show_pace(read(file, area=area, year=year), lang)


def _tracings(files: list[Path], area: str | None) -> "list[Tracing]":
    from taizhang.export.links import Tracing
    from taizhang.records import ReportError
    from taizhang.report import read
    from taizhang.tracing import pairs, trace

    if len(files) == 2:
        found = [(read(files[0], area=area), read(files[1], area=area))]
    elif len(files) == 1 and files[0].is_dir():
        from taizhang.reading import expand

        found = pairs([read(path, area=area) for path in expand([str(files[0])])])
    else:
        raise ReportError(
            "请给出先前和后来的两份报告，或一个目录 / give an earlier and a later report, or a folder"
        )
    return [Tracing(earlier, later, trace(earlier, later)) for earlier, later in found]
