"""The office on the command line: ``serve`` and ``office check | tick | verify``."""

import sys
from pathlib import Path
from types import ModuleType
from typing import Annotated

import typer

office = typer.Typer(no_args_is_help=True, help="办公端：检查、走时钟、验记录。 Look after the office.")
Folder = Annotated[Path | None, typer.Option("--data", help="data folder (default $TAIZHANG_DATA or ./data)")]


def register(app: typer.Typer) -> None:
    """Hang the office's commands on the command line."""
    app.command()(serve)
    app.add_typer(office, name="office")


def serve(
    data: Folder = None,
    demo: Annotated[
        bool, typer.Option("--demo", help="fill in a fictional city with a year of life")
    ] = False,
    host: Annotated[str, typer.Option(help="address to listen on")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="port to listen on")] = 8000,
) -> None:
    """启动办公端。 Start the office in the browser."""
    _commands().serve(data, demo=demo, host=host, port=port)


@office.command()
def check(data: Folder = None) -> None:
    """上线前检查安全。 Say what is unsafe before going public."""
    found = _commands().check(data)
    for sentence in found:
        print(sentence)
    if found:
        raise typer.Exit(1)
    print("没有发现不安全的设置。 Nothing unsafe was found.")


@office.command()
def tick(data: Folder = None) -> None:
    """走时钟、催办。 Move the clocks and urge."""
    print(_commands().tick(data))


@office.command()
def verify(data: Folder = None) -> None:
    """验证记录的哈希链。 Verify the chain of the record."""
    whole, sentence = _commands().verify(data)
    print(sentence, file=sys.stdout if whole else sys.stderr)
    if not whole:
        raise typer.Exit(1)


def _commands() -> ModuleType:
    from taizhang.records import ReportError

    try:
        import django  # noqa: F401 (only whether it is there)
    except ImportError as error:
        raise ReportError(
            '办公端未安装，请运行 pip install "taizhang[office]" — the office needs its extra'
        ) from error
    from taizhang.office import commands

    return commands
