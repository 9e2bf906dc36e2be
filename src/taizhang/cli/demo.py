"""``demo``: the main job on the sample reports that ship with the project."""

from importlib.resources import as_file, files

import typer

from taizhang.cli.reading import Lang

LAST_YEAR, THIS_YEAR, FIVE_YEARS_AGO = "yanjiang-2025", "yanjiang-2026", "yanjiang-2021"


def register(app: typer.Typer) -> None:
    """Put the command of this file on the command line."""
    app.command()(demo)


def demo(lang: Lang = "zh") -> None:
    """读自带样本，展示台账。 Show the ledger of the samples that ship with Taizhang.

    Three reports of a city that does not exist: the ledger of the newest, then what became of the promises
    of the year before and of five years ago.
    """
    from taizhang.cli.show import show_report, show_tracing
    from taizhang.export.links import Tracing
    from taizhang.lexicon.messages import message
    from taizhang.report import read
    from taizhang.tracing import trace

    with as_file(files("taizhang") / "samples") as folder:
        newest, last, old = (read(folder / f"{name}.txt") for name in (THIS_YEAR, LAST_YEAR, FIVE_YEARS_AGO))
        show_report(newest, lang)
        for earlier in (last, old):
            show_tracing(Tracing(earlier, newest, trace(earlier, newest)), lang)
    print()
    print(message("demo_next", lang))
