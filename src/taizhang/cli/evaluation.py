"""``score`` and ``gate``: how right the entries are, and the floors that keep them so."""

from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command()(score)
    app.command()(gate)


def score(
    predicted: Annotated[
        list[Path], typer.Argument(help="读出的条目，最后一个是金标 / entries; the gold set last")
    ],
    misses: Annotated[int, typer.Option(help="列出几个错处 / how many misses to list")] = 0,
) -> None:
    """对照金标评分。 Score entries against a gold set: score PRED… GOLD."""
    from taizhang.evaluation import score_files
    from taizhang.records import ReportError

    if len(predicted) == 1:
        raise ReportError("要给读出的条目和金标两个文件 / give the entries and the gold set: score PRED GOLD")
    scores = score_files(predicted[-1], predicted[:-1])
    for name, figure in scores.figures.items():
        print(f"{name:22} {figure:.4f}" if not figure.is_integer() else f"{name:22} {figure:g}")
    for gold, found in scores.misses[:misses]:
        print(f"\n{gold['doc']} {gold['start']}-{gold['end']} {gold['text']!r}")
        print(f"  gold {_fields(gold)}\n  pred {_fields(found) if found else None}")


def _fields(row: dict[str, object]) -> dict[str, object]:
    shown = ("indicator", "value", "low", "high", "unit", "rel", "measure", "role", "period")
    return {name: row[name] for name in shown if row.get(name) is not None}


def gate(
    floors: Annotated[Path, typer.Argument(help="门槛表 .toml / file of floors")],
    gold: Annotated[Path, typer.Argument(help="金标 / gold")],
    predicted: Annotated[list[Path], typer.Argument(help="读出的条目 / entries")],
    name: Annotated[str, typer.Option(help="门槛表中的名字 / table in the file")] = "entries",
    pin: Annotated[bool, typer.Option("--pin", help="把门槛提到现值 / raise the floors")] = False,
    lower_because: Annotated[str, typer.Option(help="降低门槛的理由 / reason for lowering a floor")] = "",
) -> None:
    """守住评分门槛，降低须写理由。 Keep the floors of scores.

    Fails when a score is below its floor; lowering one needs a reason.
    """
    from taizhang.evaluation import check_floors, raise_floors, read_floors, score_files
    from taizhang.records import ReportError

    figures = score_files(gold, predicted).figures
    if pin:
        for key, floor in raise_floors(floors, name, figures, lower_because=lower_because).items():
            print(f"{key} → {floor:.4f}")
        return
    tables = read_floors(floors)
    if name not in tables:
        raise ReportError(f"{floors}：没有 [{name}] / has no table of that name")
    below = check_floors(tables[name], gold, figures)
    if below:
        raise ReportError("；".join(below))
    print("ok")
