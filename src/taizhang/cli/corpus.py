"""``panel``, ``tables``, ``indicators``: many reports, and what papers print of them."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from taizhang.corpus.store import Store

Names = Annotated[
    str, typer.Option("--indicators", help="指标编码或名称，逗号分隔 / ids or names, by commas")
]


def register(app: typer.Typer) -> None:
    """Put the commands of this file on the command line."""
    app.command()(panel)
    app.command()(tables)
    app.command()(indicators)


def panel(
    files: Annotated[list[str], typer.Argument(help="放报告的目录、文件或通配符 / folders, files or globs")],
    out: Annotated[Path, typer.Option(help=".parquet .csv .sdmx.csv .xlsx .dta；无结尾为按年分区的目录")],
    names: Names = "",
    form: Annotated[str, typer.Option(help="long | wide")] = "long",
    workers: Annotated[int, typer.Option(help="进程数，0 为全部核 / processes, 0 for all cores")] = 0,
    cluster: Annotated[str | None, typer.Option(help="Ray 集群地址 / address of a Ray cluster")] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="覆盖已有输出 / replace the output")] = False,
) -> None:
    """把一批报告做成面板：地区×年份×指标。 Make a panel of many reports: place × year × indicator."""
    from taizhang.corpus.codebook import write_codebook
    from taizhang.corpus.formats import as_dict, write_panel
    from taizhang.corpus.outputs import check_output
    from taizhang.corpus.panel import COLUMNS, WIDE_HEAD, WIDE_PARTS, chosen_indicators, wide
    from taizhang.corpus.panel import panel as rows_of
    from taizhang.records import ReportError

    chosen = chosen_indicators(name.strip() for name in names.split(",") if name.strip())
    check_output(out, overwrite=overwrite)
    if form not in {"long", "wide"}:
        raise ReportError(f"--form {form}：应为 long 或 wide / is long or wide")
    if form == "wide" and not chosen:
        raise ReportError("宽表要用 --indicators 说明要哪些指标 / a wide panel needs --indicators")
    if form == "wide" and out.name.lower().endswith(".sdmx.csv"):
        raise ReportError("SDMX 一行一个观测，没有宽表 / SDMX has one observation a row and no wide form")
    with _opened(out) as store:
        _gather(files, store, workers, cluster)
        if not store.places():
            told = _write_errors(store, out)[0].name
            raise ReportError(
                f"没有一个文件读得出报告，原因逐个写在 {told} / no file holds a report that can be read; {told} says why"
            )
        found = rows_of(store, chosen)
        if form == "wide":
            rows: Iterator[dict[str, Any]] = wide(found)
            columns = [*WIDE_HEAD, *(f"{each.id}_{part}" for each in chosen for part in WIDE_PARTS)]
        else:
            rows, columns = map(as_dict, found), list(COLUMNS)
        count = write_panel(rows, out, columns)
        beside = [*write_codebook(out, columns, count), *_write_errors(store, out)]
    print(f"{out}：{count} 行 rows；{'、'.join(path.name for path in beside)}")


@contextmanager
def _opened(out: Path) -> "Iterator[Store]":
    from taizhang.corpus.store import Store
    from taizhang.records import ReportError

    store = Store(out.with_name(f"{out.name}.work.sqlite"))
    try:
        yield store
    except KeyboardInterrupt as error:
        raise ReportError(
            f"已停下，做完的都留在 {store.path.name}；重新运行同一命令会接着做 / "
            "stopped; what is done is kept, run the same command again to go on"
        ) from error
    finally:
        store.close()


def _gather(files: list[str], store: "Store", workers: int, cluster: str | None) -> None:
    import os

    from taizhang.corpus.gather import gather

    with _progress() as tell:
        gather(files, store, workers=workers or os.cpu_count() or 1, cluster=cluster, tell=tell)


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """Show a bar with rate and time left on a terminal, a line every ten seconds elsewhere."""
    if not sys.stderr.isatty():
        yield _lines()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("读取 reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]:.1f}/s"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=None, rate=0.0)
        start = time.monotonic()
        first: list[int] = []

        def tell(done: int, of: int) -> None:
            first.append(done) if not first else None
            rate = (done - first[0]) / max(1e-9, time.monotonic() - start)
            bar.update(task, completed=done, total=of, rate=rate)

        yield tell


def _lines(every: float = 10.0) -> Callable[[int, int], None]:
    start = last = time.monotonic()
    first: int | None = None

    def tell(done: int, of: int) -> None:
        nonlocal last, first
        first = done if first is None else first
        now = time.monotonic()
        if now - last >= every:
            last = now
            rate = (done - first) / (now - start)
            left = (of - done) / rate if rate else 0
            print(f"{done}/{of}  {rate:.1f}/s  {left:.0f} s", file=sys.stderr)

    return tell


def _write_errors(store: "Store", out: Path) -> list[Path]:
    """Write the files that could not be read, and doubts, beside the panel; none when all is well."""
    import csv

    from taizhang.export.aside import written_aside
    from taizhang.export.tables import safe_text

    errors = store.errors()
    path = out.with_name(f"{out.name}.errors.csv")
    if not errors:
        path.unlink(missing_ok=True)
        return []
    with written_aside(path) as aside, aside.open("w", encoding="utf-8-sig", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(["file", "message"])
        writer.writerows((safe_text(file), safe_text(sentence)) for file, sentence in errors)
    return [path]


def tables(
    source: Annotated[Path, typer.Argument(help="taizhang panel 写出的长表 / a long panel")],
    what: Annotated[
        str, typer.Option(help="describe | wording | markup | attainment | persistence | against")
    ],
    indicator: Annotated[str, typer.Option(help="指标编码或名称 / indicator by id or name")] = "gdp",
    by: Annotated[str, typer.Option(help="措辞表按 area、level 或 year 分 / for wording")] = "year",
    wordings: Annotated[
        str, typer.Option(help="措辞对照表：yu-2019、li-2019 或文件 / map of wordings")
    ] = "yu-2019",
    out: Annotated[Path | None, typer.Option(help="表写成 .csv / the table as CSV")] = None,
    figure: Annotated[Path | None, typer.Option(help="图 .png .svg .html / the figure")] = None,
) -> None:
    """论文里常见的表和图。 The tables and figures that papers print, from a panel."""
    from taizhang.corpus import papers
    from taizhang.records import ReportError

    if what not in papers.TABLES:
        raise ReportError(f"--what {what}：应为 {'、'.join(papers.TABLES)} 之一 / is one of these")
    if by not in {"area", "level", "year"}:
        raise ReportError(f"--by {by}：应为 area、level 或 year / is area, level or year")
    frame = papers.load_panel(source, indicator)
    if what == "wording":
        table = papers.wording(frame, by, papers.load_wording_map(wordings))
    else:
        table = getattr(papers, what)(frame)
    if figure is not None:
        from taizhang.corpus.charts import draw
        from taizhang.lexicon.messages import name_of

        title = f"{frame['indicator_name'].iloc[0]}：{name_of('table', what)} {name_of('table', what, 'en')}"
        stated = frame[frame["target"].notna()]
        units = stated["unit"].mode() if "unit" in stated else []
        years = f"{stated['year'].min()}–{stated['year'].max()}"
        note = f"资料来源：{stated['area'].nunique()} 个地区 {years} 年政府工作报告，台账 Taizhang 读取"
        note += f"；措辞分类：{papers.load_wording_map(wordings).title}" if what == "wording" else ""
        draw(what, table, figure, title, unit=units[0] if len(units) else "", note=note)
    if out is not None:
        from taizhang.export.aside import written_aside

        with written_aside(out) as aside:
            table.to_csv(aside, index=False, encoding="utf-8-sig")
    if out is None and figure is None:
        print(table.to_string(index=False, float_format=lambda number: f"{number:.3g}"))


def indicators(
    find: Annotated[str, typer.Argument(help="要找的名称，空为全部 / a name to find; all without one")] = "",
    coverage: Annotated[
        Path | None, typer.Option(help="entries.jsonl：多少条目认得出指标 / share of entries with a code")
    ] = None,
) -> None:
    """查指标目录。 List the catalogue of indicators, or how much of some entries it covers."""
    from taizhang.lexicon.indicators import catalogue, code_of

    if coverage is not None:
        _print_coverage(coverage)
        return
    if find and (code := code_of(find)):
        print(f"{find} → {code}")
    for indicator in catalogue().values():
        if find in " ".join((indicator.id, indicator.zh, indicator.en, *indicator.aliases)):
            print(
                f"{indicator.id:32} {indicator.zh}  {indicator.en}  [{indicator.direction}, {indicator.kind}]"
            )


def _print_coverage(path: Path) -> None:
    import json
    from collections import Counter

    from taizhang.lexicon.indicators import code_of

    unknown: Counter[str] = Counter()
    count = known = 0
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        count += 1
        if code_of(row["indicator"], row.get("unit") or "", row.get("measure") or ""):
            known += 1
        else:
            unknown[row["indicator"]] += 1
    print(f"{known}/{count} = {known / max(1, count):.1%}")
    for name, times in unknown.most_common(20):
        print(f"{times:5} {name}")
