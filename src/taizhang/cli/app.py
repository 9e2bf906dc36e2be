"""The command line: one verb a job, a thin face of the library."""

import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def _taizhang() -> None:
    """Read government work reports into a ledger, trace promises, run their delivery. 台账"""  # noqa: D415


@app.command()
def read(
    files: Annotated[list[Path], typer.Argument(help="reports, folders or globs")],
    what: Annotated[str, typer.Option(help="entries | targets | tasks | outline")] = "entries",
    out: Annotated[Path | None, typer.Option(help="write rows here; the ending gives the format")] = None,
    area: Annotated[str | None, typer.Option(help="place, where the text does not say it")] = None,
    year: Annotated[int | None, typer.Option(help="year of the report, likewise")] = None,
) -> None:
    """Read reports into a ledger."""
    from taizhang.records import encode_row
    from taizhang.report import read_all

    lines = []
    for file in files:
        for report in read_all(file, area=area, year=year):
            found = (report.outline,) if what == "outline" else getattr(report, what)
            lines += [encode_row(row) for row in found]
    text = b"\n".join(lines) + b"\n"
    if out:
        out.write_bytes(text)
    else:
        sys.stdout.buffer.write(text)


def main() -> None:
    """Run the command line; every expected error is one sentence and a non-zero exit."""
    from taizhang.records import ReportError

    try:
        app()
    except ReportError as error:
        print(f"taizhang: {error}", file=sys.stderr)
        raise SystemExit(1) from error
