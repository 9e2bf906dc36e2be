"""Charts of the tables that papers print: PNG, SVG, or a page with the chart and its table."""

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from io import StringIO
from math import isfinite
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
# Classes of wordings from the first of the map down: strong, weak, then greys.
_CLASSES = ("#0B4F8A", "#E69F00", "#A9B1BA", "#DDE1E6", "#56B4E9", "#009E73", "#CC79A7")
_LABELS = {
    "year": "年份 year",
    "target": "目标 target",
    "result": "结果 result",
    "gap": "差距 gap",
    "share": "占比 share of targets",
    "share_met": "兑现比例 share of targets met",
    "markup": "加码：减去上级目标 above the upper level's",
    "mean": "均值 mean",
    "correlation": "与上年目标相关 correlation with last year's",
    "equal": "结果等于目标 result = target",
}
_LEVELS = {"nation": "全国 nation", "province": "省级 province", "city": "市级 city", "county": "县级 county"}


def draw(kind: str, table: Any, path: Path, title: str, *, unit: str = "", note: str = "") -> None:
    """Draw a table of ``papers`` as a chart.

    Args:
        kind: name of the table (``papers.TABLES``).
        table: what the function of that name gave.
        path: ending .png, .svg or .html.
        title: stands above the chart.
        unit: of targets and results, for the axes.
        note: stands below the chart: the source, and what was counted.

    Raises:
        ReportError: an ending that is not known, an empty table, the extra is missing.
    """
    if path.suffix not in ENDINGS:
        raise ReportError(f"{path}：图的结尾应为 {' '.join(ENDINGS)} / a figure ends in one of these")
    if table.empty:
        raise ReportError("表是空的，没有可画的 / the table is empty, there is nothing to draw")
    # A page has its title above the picture.
    above = "" if path.suffix == ".html" else title
    with _figure(kind, table, above, unit, note) as figure, written_aside(path) as aside:
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
def _figure(kind: str, table: Any, title: str, unit: str, note: str) -> Iterator[Any]:
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
        "font.size": 9,
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
        _DRAWN[kind](axes, table, unit)
        named = len(axes.get_legend_handles_labels()[0]) > 1
        if named:
            axes.legend(
                loc="lower left", bbox_to_anchor=(-0.01, 1), ncols=5, frameon=False, columnspacing=1.4
            )
        axes.set_title(title, loc="left", fontsize=11, fontweight="bold", pad=24 if named else 8)
        if note:
            figure.supxlabel(note, x=0.01, ha="left", fontsize=7.5)
        yield figure


def _draw_describe(axes: Any, table: Any, unit: str) -> None:
    means = table.pivot_table(index="level", columns="series", values="mean")
    means = means.reindex(index=_levels(table), columns=["target", "result", "gap"])
    width = 0.26
    for number, name in enumerate(means.columns):
        places = [place + (number - 1) * width for place in range(len(means))]
        bars = axes.bar(places, means[name], width=width, label=_LABELS[name], color=_COLOURS[number])
        axes.bar_label(bars, fmt=_number, fontsize=8, padding=2)
    _level_axis(axes, list(means.index))
    axes.set_ylabel(_with_unit("mean", unit))


def _draw_wording(axes: Any, table: Any, _unit: str) -> None:
    shares = table.drop(columns="targets").set_index(table.columns[0])
    base = [0.0] * len(shares)
    for number, name in enumerate(shares.columns):
        colour = _CLASSES[number % len(_CLASSES)]
        axes.bar(
            range(len(shares)), shares[name], bottom=base, label=name, color=colour, width=_width(len(shares))
        )
        base = [low + high for low, high in zip(base, shares[name], strict=True)]
    if table.columns[0] == "level":
        _level_axis(axes, list(shares.index))
    else:
        _ticks(axes, shares.index)
    axes.set_ylim(0, 1)
    axes.yaxis.set_major_formatter(lambda share, _: f"{share:.0%}")
    axes.set_ylabel(_LABELS["share"])


def _draw_markup(axes: Any, table: Any, unit: str) -> None:
    points = "百分点 points" if unit == "%" else unit
    if table["year"].nunique() == 1:
        ordered = table.sort_values(["markup", "area"])
        colours = [_colour(level) for level in ordered["level"]]
        bars = axes.bar(range(len(ordered)), ordered["markup"], color=colours, width=_width(len(ordered)))
        axes.bar_label(bars, fmt=_number, fontsize=7, padding=2)
        _ticks(axes, list(ordered["area"]))
    else:
        for level in _levels(table):
            group = table[table["level"] == level].groupby("year")["markup"].mean()
            _line(axes, group, level)
        _year_axis(axes)
    axes.axhline(0, color=_INK, linewidth=0.8)
    axes.set_ylabel(_with_unit("markup", points))


def _draw_attainment(axes: Any, table: Any, _unit: str) -> None:
    for level in _levels(table):
        _line(axes, table[table["level"] == level].set_index("year")["share_met"], level)
    _year_axis(axes)
    axes.set_ylim(-0.03, 1.05)
    axes.yaxis.set_major_formatter(lambda share, _: f"{share:.0%}")
    axes.set_ylabel(_LABELS["share_met"])


def _draw_persistence(axes: Any, table: Any, _unit: str) -> None:
    found = table.set_index("level").reindex(_levels(table)).astype({"correlation": float})
    bars = axes.bar(range(len(found)), found["correlation"].fillna(0), color=_COLOURS[0], width=0.4)
    told = [
        f"{row.correlation:.2f}  (n={row.pairs})" if isfinite(row.correlation) else f"—  (n={row.pairs})"
        for row in found.itertuples()
    ]
    axes.bar_label(bars, told, fontsize=8, padding=2)
    axes.axhline(0, color=_INK, linewidth=0.8)
    axes.set_ylim(
        min(0.0, found["correlation"].min() - 0.1) if found["correlation"].notna().any() else 0, 1.08
    )
    _level_axis(axes, list(found.index))
    axes.set_ylabel(_LABELS["correlation"])


def _draw_against(axes: Any, table: Any, unit: str) -> None:
    values = [*table["target"], *table["result_value"]]
    room = 0.06 * ((max(values) - min(values)) or 1)
    ends = (min(values) - room, max(values) + room)
    axes.plot(ends, ends, color=_INK, linewidth=0.8, linestyle="--", label=_LABELS["equal"])
    for level in _levels(table):
        group = table[table["level"] == level]
        axes.scatter(
            group["target"],
            group["result_value"],
            s=26,
            alpha=0.7,
            label=_LEVELS.get(level, level),
            color=_colour(level),
        )
    axes.set(xlim=ends, ylim=ends, aspect="equal")
    axes.set_xlabel(_with_unit("target", unit))
    axes.set_ylabel(_with_unit("result", unit))


def _levels(table: Any) -> list[str]:
    """Give the levels of a table from the highest down."""
    order = list(_LEVELS)
    return sorted(set(table["level"]), key=lambda level: order.index(level) if level in order else len(order))


def _colour(level: str) -> str:
    return _COLOURS[list(_LEVELS).index(level) if level in _LEVELS else len(_LEVELS)]


def _line(axes: Any, series: Any, level: str) -> None:
    """Draw values by year; a year that is missing breaks the line."""
    whole = series.reindex(range(int(series.index.min()), int(series.index.max()) + 1))
    axes.plot(
        whole.index, whole, marker="o", markersize=4, label=_LEVELS.get(level, level), color=_colour(level)
    )


def _year_axis(axes: Any) -> None:
    axes.xaxis.get_major_locator().set_params(integer=True)
    low, high = axes.get_xlim()
    if high - low < 2:
        axes.set_xlim(low - 1, high + 1)
    axes.set_xlabel(_LABELS["year"])


def _level_axis(axes: Any, levels: list[str]) -> None:
    axes.set_xticks(range(len(levels)), [_LEVELS.get(level, level) for level in levels])
    # One or two bars alone would fill the page.
    room = max(0.6, (4 - len(levels)) / 2)
    axes.set_xlim(-room, len(levels) - 1 + room)
    axes.grid(visible=False, axis="x")


def _with_unit(name: str, unit: str) -> str:
    return f"{_LABELS[name]}（{unit}）" if unit else _LABELS[name]


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isfinite(value) else ""


def _width(count: int) -> float:
    return 0.8 if count > 3 else 0.2 * count


def _ticks(axes: Any, names: Any) -> None:
    step = max(1, len(names) // 24)
    places = list(range(0, len(names), step))
    slanted = len(names) > 5 and (max(len(str(name)) for name in names) > 4 or len(names) > 14)
    axes.set_xticks(
        places,
        [str(names[place]) for place in places],
        rotation=45 if slanted else 0,
        ha="right" if slanted else "center",
        rotation_mode="anchor",
        fontsize=8,
    )
    axes.set_xlim(-0.8, len(names) - 0.2)
    axes.grid(visible=False, axis="x")


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
        "border-bottom:1px solid #d9dde3;text-align:right}h1{font-size:1.3em}figure{margin:0}</style>"
        f"<h1>{escape(title)}</h1><figure role='img' aria-label='{escape(title)}'>{image}</figure>"
        f"{table.to_html(index=False, float_format='%.4g', border=0, na_rep='')}</html>"
    )
