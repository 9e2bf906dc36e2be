"""Charts of the tables that papers print: PNG, SVG, or a page with the chart and its table."""

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from io import StringIO
from pathlib import Path
from typing import Any

from taizhang.export.aside import written_aside
from taizhang.records import ReportError

ENDINGS = (".png", ".svg", ".html")
# Fonts with Chinese characters on Linux, Windows and macOS, the first that is there.
_FONTS = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans CJK JP",
    "Microsoft YaHei",
    "PingFang SC",
    "SimHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Arial Unicode MS",
)
_INK, _GRID = "#27313d", "#d9dde3"
# Okabe & Ito's colours, told apart by colour-blind readers too.
_COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#999999")
_LABELS = {
    "year": "年份 year",
    "target": "目标 target",
    "result_value": "结果 result",
    "share_met": "兑现比例 share met",
    "markup": "加码（百分点）markup",
    "mean": "均值 mean",
    "correlation": "相关系数 correlation",
}


def draw(kind: str, table: Any, path: Path, title: str) -> None:
    """Draw a table of ``papers`` as a chart.

    Args:
        kind: name of the table (``papers.TABLES``).
        table: what the function of that name gave.
        path: ending .png, .svg or .html.
        title: stands above the chart.

    Raises:
        ReportError: an ending that is not known, an empty table, the extra is missing.
    """
    if path.suffix not in ENDINGS:
        raise ReportError(f"{path}：图的结尾应为 {' '.join(ENDINGS)} / a figure ends in one of these")
    if table.empty:
        raise ReportError("表是空的，没有可画的 / the table is empty, there is nothing to draw")
    with _figure(kind, table, title) as figure, written_aside(path) as aside:
        if path.suffix == ".html":
            aside.write_text(_page(figure, table, title), encoding="utf-8")
        else:
            figure.savefig(
                aside, format=path.suffix[1:], dpi=200, bbox_inches="tight", metadata=_undated(path)
            )


def _undated(path: Path) -> dict[str, None]:
    # Without the date the same table gives the same bytes.
    return {"Date": None} if path.suffix == ".svg" else {}


@contextmanager
def _figure(kind: str, table: Any, title: str) -> Iterator[Any]:
    """Yield the drawn figure; the style holds while it is saved, inside the block."""
    try:
        import matplotlib as mpl  # noqa: PLC0415 - an extra
        from matplotlib import font_manager  # noqa: PLC0415
        from matplotlib.figure import Figure  # noqa: PLC0415
    except ImportError as error:
        raise ReportError(
            "画图需要附加组件：pip install 'taizhang[panel]' / needs the extra panel"
        ) from error
    there = {font.name for font in font_manager.fontManager.ttflist}
    family = [font for font in _FONTS if font in there] + ["DejaVu Sans"]
    style: dict[Any, Any] = {
        "font.family": family,
        "axes.unicode_minus": False,
        "text.color": _INK,
        "axes.labelcolor": _INK,
        "axes.edgecolor": _INK,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.grid": True,
        "grid.color": _GRID,
        "grid.linewidth": 0.6,
        "axes.axisbelow": True,
        "svg.fonttype": "path",
        "svg.hashsalt": "taizhang",
    }
    with mpl.rc_context(style):
        figure = Figure(figsize=(7.2, 4.3), layout="constrained")
        axes = figure.add_subplot()
        _DRAWN[kind](axes, table)
        axes.set_title(title, loc="left", fontsize=11, fontweight="bold")
        yield figure


def _draw_describe(axes: Any, table: Any) -> None:
    means = table.pivot_table(index="level", columns="series", values="mean")
    _bars(axes, means)
    axes.set_ylabel(_LABELS["mean"])


def _draw_wording(axes: Any, table: Any) -> None:
    shares = table.drop(columns="targets").set_index(table.columns[0])
    base = [0.0] * len(shares)
    places = range(len(shares))
    for number, name in enumerate(shares.columns):
        axes.bar(
            places, shares[name], bottom=base, label=name, color=_COLOURS[number % len(_COLOURS)], width=0.8
        )
        base = [low + high for low, high in zip(base, shares[name], strict=True)]
    _ticks(axes, shares.index)
    axes.set_ylim(0, 1)
    axes.yaxis.set_major_formatter(lambda share, _: f"{share:.0%}")
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.22), ncols=4, frameon=False, fontsize=8)


def _draw_markup(axes: Any, table: Any) -> None:
    for number, (level, group) in enumerate(table.groupby("level")):
        if table["year"].nunique() == 1:
            ordered = group.sort_values("markup")
            axes.barh(ordered["area"], ordered["markup"], color=_COLOURS[number])
            axes.set_xlabel(_LABELS["markup"])
            axes.tick_params(axis="y", labelsize=8)
        else:
            means = group.groupby("year")["markup"].mean()
            axes.plot(means.index, means, marker="o", label=level, color=_COLOURS[number])
            axes.set_ylabel(_LABELS["markup"])
            axes.legend(frameon=False)


def _draw_attainment(axes: Any, table: Any) -> None:
    for number, (level, group) in enumerate(table.groupby("level")):
        axes.plot(group["year"], group["share_met"], marker="o", label=level, color=_COLOURS[number])
    axes.set_ylim(-0.02, 1.05)
    axes.yaxis.set_major_formatter(lambda share, _: f"{share:.0%}")
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.set_xlabel(_LABELS["year"])
    axes.set_ylabel(_LABELS["share_met"])
    axes.legend(frameon=False)


def _draw_persistence(axes: Any, table: Any) -> None:
    axes.bar(table["level"], table["correlation"].fillna(0), color=_COLOURS[0], width=0.5)
    axes.set_ylabel(_LABELS["correlation"])


def _draw_against(axes: Any, table: Any) -> None:
    low = min(table["target"].min(), table["result_value"].min())
    high = max(table["target"].max(), table["result_value"].max())
    axes.plot([low, high], [low, high], color=_INK, linewidth=0.8, linestyle="--")
    for number, (level, group) in enumerate(table.groupby("level")):
        axes.scatter(
            group["target"], group["result_value"], s=26, alpha=0.75, label=level, color=_COLOURS[number]
        )
    axes.set_xlabel(_LABELS["target"])
    axes.set_ylabel(_LABELS["result_value"])
    axes.legend(frameon=False)


def _bars(axes: Any, frame: Any) -> None:
    width = 0.8 / max(1, len(frame.columns))
    for number, name in enumerate(frame.columns):
        places = [place + number * width for place in range(len(frame))]
        axes.bar(places, frame[name], width=width, label=_LABELS.get(name, name), color=_COLOURS[number])
    axes.set_xticks([place + 0.4 - width / 2 for place in range(len(frame))], list(frame.index))
    axes.legend(frameon=False)


def _ticks(axes: Any, names: Any) -> None:
    step = max(1, len(names) // 24)
    places = list(range(0, len(names), step))
    long = max(len(str(name)) for name in names) > 4 and len(names) > 5
    axes.set_xticks(places, [str(names[place]) for place in places], rotation=45 if long else 0, fontsize=8)


_DRAWN = {
    "describe": _draw_describe,
    "wording": _draw_wording,
    "markup": _draw_markup,
    "attainment": _draw_attainment,
    "persistence": _draw_persistence,
    "against": _draw_against,
}


def _page(figure: Any, table: Any, title: str) -> str:
    drawing = StringIO()
    figure.savefig(drawing, format="svg", bbox_inches="tight", metadata={"Date": None})
    image = drawing.getvalue()
    image = image[image.index("<svg") :]
    return (
        f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{escape(title)}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><style>'
        "body{font:16px/1.6 'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif;max-width:60em;"
        "margin:2em auto;padding:0 1em;color:#27313d;background:#fff}svg{max-width:100%;height:auto}"
        "table{border-collapse:collapse;font-variant-numeric:tabular-nums}td,th{padding:.2em .8em;"
        "border-bottom:1px solid #d9dde3;text-align:right}</style>"
        f"<h1>{escape(title)}</h1><figure role='img' aria-label='{escape(title)}'>{image}</figure>"
        f"{table.to_html(index=False, float_format='%.4g', border=0, na_rep='')}</html>"
    )
