"""The command line: one verb a job, a thin face of the library."""

import os
import sys
from io import TextIOWrapper

import typer

from taizhang.cli import corpus, demo, evaluation, office, reading, tracing

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help needs no Rich, which would double the time to start
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _taizhang() -> None:
    """台账 Taizhang: 读政府工作报告，对照承诺与结果，督办落实.

    Read government work reports into a ledger, trace promises to results, run their delivery.
    """


for module in (reading, tracing, corpus, office, demo, evaluation):
    module.register(app)


def main() -> None:
    """Run the command line: every failure is one clear sentence and a non-zero exit."""
    _speak_utf8()
    try:
        app()
    except Exception as error:
        if os.environ.get("TAIZHANG_DEBUG"):
            raise
        raise SystemExit(_failure(error)) from error


def _failure(error: Exception) -> int:
    from taizhang.records import ReportError

    if isinstance(error, ReportError):
        print(f"taizhang: {error}", file=sys.stderr)
        return 1
    if isinstance(error, BrokenPipeError):
        # The reader of our output has gone (head, less): nothing is wrong with us.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    print(
        f"taizhang: 程序内部出错（{type(error).__name__}: {error}），没有写出结果；"
        "设 TAIZHANG_DEBUG=1 重试可见详情，请附上它报告我们 / a fault of ours, nothing was written; "
        "run again with TAIZHANG_DEBUG=1 and send us what it shows",
        file=sys.stderr,
    )
    return 70


def _speak_utf8() -> None:
    # A Windows console may speak GBK or cp1252; what it cannot show must not end the program.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
