"""The tables that papers print, from a panel.

Every function takes the panel as a pandas frame (``load_panel``) and gives a frame; shares are between 0 and 1,
gaps in the unit of the targets (percentage points for growth).
"""

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from taizhang.lexicon.places import by_code
from taizhang.records import ReportError

#: Tables by the name that the command line takes.
TABLES = ("describe", "wording", "markup", "attainment", "persistence", "against")


class WordingRule(msgspec.Struct, frozen=True, rename={"name": "class"}):
    """One line of a map of wordings: the class, and what a target must be to fall in it."""

    name: str
    type: tuple[str, ...] = ()
    strength: tuple[str, ...] = ()

    def fits(self, kind: str, strength: str) -> bool:
        """Say whether a target of that type and strength falls in this class."""
        return (not self.type or kind in self.type) and (not self.strength or strength in self.strength)


class WordingMap(msgspec.Struct, frozen=True):
    """A map from the wordings of targets to classes; the first rule that fits decides."""

    title: str
    rules: tuple[WordingRule, ...]

    def class_of(self, kind: str, strength: str) -> str:
        """Give the class of a target."""
        return next((rule.name for rule in self.rules if rule.fits(kind, strength)), "其他 other")


def shipped_maps() -> list[str]:
    """Give the names of the maps of wordings that ship with the project."""
    return sorted(
        path.name.removesuffix(".toml") for path in (files("taizhang.corpus") / "wordings").iterdir()
    )


def load_wording_map(name: str) -> WordingMap:
    """Load a map of wordings: one that ships (``yu-2019``, ``li-2019``) or a file of the user's.

    Raises:
        ReportError: no such map, or the file is not one.
    """
    source = files("taizhang.corpus") / "wordings" / f"{name}.toml" if name in shipped_maps() else Path(name)
    try:
        return msgspec.convert(tomllib.loads(source.read_text(encoding="utf-8")), WordingMap)
    except OSError as error:
        raise ReportError(
            f"{name}：没有这个措辞对照表；自带的有 {'、'.join(shipped_maps())} / no such map of wordings"
        ) from error
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ReportError(f"{name}：措辞对照表写得不对（{error}） / is not a map of wordings") from error


def load_panel(path: Path, indicator: str | None = None) -> Any:
    """Load a panel that ``taizhang panel`` wrote (long form), one indicator of it when asked.

    Raises:
        ReportError: it is not there or is no panel, or holds nothing of the indicator.
    """
    try:
        import pandas as pd  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ReportError(
            "表和图需要附加组件：pip install 'taizhang[panel]' / needs the extra panel"
        ) from error
    try:
        frame = _read_frame(pd, path)
        missing = {"area", "year", "indicator", "target_value", "measure"} - set(frame.columns)
    except (OSError, ValueError) as error:
        raise ReportError(f"{path}：读不出面板（{error}） / cannot be read as a panel") from error
    if missing:
        raise ReportError(f"{path}：不是长表面板，缺 {'、'.join(sorted(missing))} / is no long panel")
    if indicator:
        frame = frame[(frame["indicator"] == indicator) | (frame["indicator_name"] == indicator)]
        if frame.empty:
            raise ReportError(f"{path}：面板里没有 {indicator} / holds nothing of this indicator")
    frame = frame.assign(
        target=frame["target_value"].fillna((frame["target_low"] + frame["target_high"]) / 2),
        year=frame["year"].astype(int),
    )
    # A level stated as the result of a growth target must not be averaged with growth rates.
    measures = frame.loc[frame["target"].notna(), "measure"].mode()
    if len(measures):
        frame["result_value"] = frame["result_value"].where(frame["measure"] == measures.iloc[0])
    return frame.reset_index(drop=True)


def _read_frame(pd: Any, path: Path) -> Any:
    if path.is_dir() or path.suffix == ".parquet":
        return pd.read_parquet(path)
    if path.suffix == ".dta":
        return pd.read_stata(path)
    return pd.read_csv(path, dtype={"area_code": str}, encoding="utf-8-sig")


def describe(frame: Any) -> Any:
    """Describe target, result and gap by level: number, mean, deviation, least, median, most."""
    parts = []
    for name, column in (("target", "target"), ("result", "result_value"), ("gap", "gap")):
        found = (
            frame.groupby("level")[column].agg(["count", "mean", "std", "min", "median", "max"]).reset_index()
        )
        found.insert(1, "series", name)
        parts.append(found)
    import pandas as pd  # noqa: PLC0415

    return pd.concat(parts, ignore_index=True).sort_values(["level", "series"], ignore_index=True)


def wording(frame: Any, by: str, chosen: WordingMap) -> Any:
    """Give the share of each class of wording by place, level or year (``by`` is area, level or year)."""
    # Of a report that says 5% 左右 and then 努力跑赢全国 the first is its target.
    report = [name for name in ("area", "area_code", "year", "target_file") if name in frame]
    stated = frame[frame["target_status"] == "stated"].drop_duplicates(report)
    strengths = stated["target_strength"].astype(object).fillna("none").replace("", "none")
    classes = [
        chosen.class_of(kind, strength)
        for kind, strength in zip(stated["target_type"], strengths, strict=True)
    ]
    counted = stated.assign(wording=classes).pivot_table(
        index=by, columns="wording", values="indicator", aggfunc="count", fill_value=0
    )
    shares = counted.div(counted.sum(axis=1), axis=0)
    # Classes in the order of the map, places by code and not by the code points of their names.
    order = list(dict.fromkeys([*(rule.name for rule in chosen.rules), "其他 other"]))
    shares = shares[[name for name in order if name in shares.columns]]
    shares.insert(0, "targets", counted.sum(axis=1))
    shares = shares.reindex(stated.sort_values("area_code")["area"].unique()) if by == "area" else shares
    return shares.reset_index().rename_axis(columns=None)


def markup(frame: Any) -> Any:
    """Give each place's target minus that of the level above it in the same year (加码).

    A place without a GB/T 2260 code, or whose upper level's report is not in the panel, is left out.
    """
    stated = frame.dropna(subset=["target"]).drop_duplicates(["area", "year"])
    known = {(str(row.area_code), row.year): row.target for row in stated.itertuples() if row.area_code}
    rows = []
    for row in stated.itertuples():
        above = known.get((_code_above(row.area_code) or "", row.year))
        if above is not None:
            rows.append((row.area, row.level, row.year, row.target, above, row.target - above))
    import pandas as pd  # noqa: PLC0415

    columns = ["area", "level", "year", "target", "target_above", "markup"]
    return pd.DataFrame(rows, columns=columns).sort_values(["year", "level", "area"], ignore_index=True)


def _code_above(code: Any) -> str | None:
    """Give the code of the place above: of a district of a municipality that is the municipality."""
    place = by_code(str(code))
    return place.parent_code if place else None


def attainment(frame: Any) -> Any:
    """Give the share of targets met by year and level, over those that were judged met or missed."""
    judged = frame[frame["verdict"].isin(["met", "missed"])]
    grouped = judged.assign(met=judged["verdict"] == "met").groupby(["year", "level"])
    return grouped["met"].agg(targets="size", met="sum", share_met="mean").reset_index()


def persistence(frame: Any) -> Any:
    """Give how far targets follow last year's: pairs, correlation, slope on last year's, mean change, by level."""
    stated = frame.dropna(subset=["target"]).drop_duplicates(["area", "year"])
    last = stated[["area", "year", "target"]].assign(year=stated["year"] + 1)
    pairs = stated.merge(last, on=["area", "year"], suffixes=("", "_last"))
    rows = []
    for level, group in pairs.groupby("level"):
        # One pair, or targets that never change, have no correlation.
        spread = group["target_last"].var() if len(group) > 1 else 0
        slope = group["target"].cov(group["target_last"]) / spread if spread else None
        correlation = group["target"].corr(group["target_last"]) if spread else None
        rows.append((level, len(group), correlation, slope, (group["target"] - group["target_last"]).mean()))
    import pandas as pd  # noqa: PLC0415

    return pd.DataFrame(rows, columns=["level", "pairs", "correlation", "slope", "mean_change"])


def against(frame: Any) -> Any:
    """Give target and result of each place and year side by side, where both are stated."""
    both = frame.dropna(subset=["target", "result_value"])
    return both[["area", "level", "year", "target", "result_value", "gap", "verdict"]].reset_index(drop=True)
