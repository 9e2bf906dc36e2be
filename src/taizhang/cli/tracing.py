"""``trace``: what became of the promises."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from taizhang.cli.reading import Area, Lang

if TYPE_CHECKING:
    from taizhang.export.links import Tracing


def register(app: typer.Typer) -> None:
    """Put the command of this file on the command line."""
    app.command()(trace)


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
    from taizhang.cli.show import show_tracing

    for tracing in tracings:
        show_tracing(tracing, lang)


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
