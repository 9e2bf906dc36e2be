"""``demo``: the main job on the sample reports that ship with the project."""

from importlib.resources import as_file, files

import typer

SAMPLES = ("yanjiang-2021", "yanjiang-2025", "yanjiang-2026")


def register(app: typer.Typer) -> None:
    """Put the command of this file on the command line."""
    app.command()(demo)


def demo() -> None:
    """读自带样本，展示台账。 Show the ledger of the samples that ship with Taizhang."""
    from taizhang.cli.show import show_report
    from taizhang.report import read

    with as_file(files("taizhang") / "samples") as folder:
        show_report(read(folder / f"{SAMPLES[-1]}.txt"))
