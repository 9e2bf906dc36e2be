"""The gate: floors of scores, pinned with the hash of the gold set; a floor is never lowered in silence.

After trafilatura's ``eval_gate``: the file names the gold set by its SHA-256, so that a floor speaks of one
gold set only; a floor that was lowered carries the reason and the figure that it had.
"""

import hashlib
import tomllib
from pathlib import Path

import msgspec

from taizhang.records import ReportError


class Lowered(msgspec.Struct, frozen=True):
    """A floor that was lowered: from which figure, and why."""

    figure: str
    was: float
    reason: str


class Floors(msgspec.Struct, frozen=True):
    """The floors of one gold set.

    Attributes:
        gold_sha256: hash of the gold file that the floors were measured on.
        floors: lowest figure allowed, by name.
        lowered: every floor that once stood higher.
    """

    gold_sha256: str
    floors: dict[str, float]
    lowered: tuple[Lowered, ...] = ()


def read_floors(path: Path) -> dict[str, Floors]:
    """Read a file of floors: one table a gold set, by its name.

    Raises:
        ReportError: the file is not such a table, or a floor was lowered without a reason.
    """
    try:
        tables = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), dict[str, Floors])
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ReportError(f"{path}：不是门槛表（{error}） / is not a file of floors ({error})") from error
    for name, table in tables.items():
        for lowered in table.lowered:
            if not lowered.reason.strip():
                raise ReportError(
                    f"{path}：[{name}] {lowered.figure} 降低而未写理由 / lowered without a reason"
                )
    return tables


def check_floors(floors: Floors, gold: Path, figures: dict[str, float]) -> list[str]:
    """Give what stands below its floor, one sentence each; empty when all holds.

    Raises:
        ReportError: the gold file is not the one that the floors were measured on.
    """
    found = hashlib.sha256(gold.read_bytes()).hexdigest()
    if found != floors.gold_sha256:
        raise ReportError(
            f"{gold}：金标与门槛不符（sha256 {found}），请重新测量并写明 / "
            "is not the gold set that the floors were measured on; measure anew and say so"
        )
    return [
        f"{name}：{figures.get(name, 0.0):.4f} 低于门槛 {floor:.4f} / is below its floor"
        for name, floor in floors.floors.items()
        if figures.get(name, 0.0) < floor
    ]


def raise_floors(
    path: Path, name: str, figures: dict[str, float], *, lower_because: str = ""
) -> dict[str, float]:
    """Rewrite the floors of ``name`` to measured figures; none falls unless a reason is given.

    Returns:
        the floors that changed.

    Raises:
        ReportError: a figure is below its floor and ``lower_because`` is empty.
    """
    tables = read_floors(path)
    old = tables[name]
    fallen = {key: floor for key, floor in old.floors.items() if figures[key] < floor}
    if fallen and not lower_because.strip():
        raise ReportError(
            f"[{name}] {'、'.join(fallen)} 低于门槛；要降低须写 --lower-because 理由 / below the floor; "
            "lowering one needs --lower-because with a reason"
        )
    # Floors are cut off, not rounded, so that the measured figure itself passes.
    floors = {key: int(figures[key] * 10_000) / 10_000 for key in old.floors}
    lowered = (*old.lowered, *(Lowered(key, floor, lower_because) for key, floor in fallen.items()))
    tables[name] = Floors(old.gold_sha256, floors, lowered)
    path.write_text(_as_toml(tables), encoding="utf-8")
    return {key: floor for key, floor in floors.items() if floor != old.floors[key]}


def _as_toml(tables: dict[str, Floors]) -> str:
    lines = [
        "# Floors of scores; changed by `taizhang gate`, never by hand. A lowered floor keeps its reason."
    ]
    for name, table in tables.items():
        lines += ["", f"[{name}]", f'gold_sha256 = "{table.gold_sha256}"', f"[{name}.floors]"]
        lines += [f'"{key}" = {floor}' for key, floor in table.floors.items()]
        for lowered in table.lowered:
            reason = msgspec.json.encode(lowered.reason).decode()
            lines += [f"[[{name}.lowered]]", f'figure = "{lowered.figure}"', f"was = {lowered.was}"]
            lines += [f"reason = {reason}"]
    return "\n".join(lines) + "\n"
