"""Departments of a government, and which of them a task is suggested to."""

import re
from functools import cache

from taizhang.lexicon.places import Place, find
from taizhang.lexicon.tables import toml_table

_RANK = re.compile(r"自治区|[县区旗]$")


def departments() -> tuple[str, ...]:
    """Give the names of a city's departments, in the order of the data file."""
    return tuple(row["name"] for row in toml_table("departments")["departments"])


def suggest(words: str, context: str = "", area: str | None = None) -> tuple[str, str] | None:
    """Suggest a lead unit for a task.

    Every word of a department's list that stands in ``words`` speaks for it, by its length squared, so that
    one long word outweighs short ones; the heading (``context``) speaks with a quarter of the weight.

    Args:
        words: the task.
        context: its heading.
        area: the place whose government is meant; a city where it is not known.

    Returns:
        the department, as it is called at the place's level, and the words that spoke for it; None when nothing does.
    """
    weights: dict[str, float] = {}
    reasons: dict[str, list[str]] = {}
    for text, factor in ((words, 1.0), (context, 0.25)):
        for found in dict.fromkeys(_pattern().findall(text)):
            for department in _owners()[found]:
                weights[department] = weights.get(department, 0.0) + factor * len(found) ** 2
                reasons.setdefault(department, []).append(found)
    if not weights:
        return None
    best = max(weights, key=weights.__getitem__)
    return _called(best, find(area) if area else None), "、".join(reasons[best])


def _called(department: str, place: Place | None) -> str:
    """Call a department as the governments of a place's level do."""
    if place is None or place.level == "city" or place.is_municipality:
        return department
    if place.level == "county":
        rank = _RANK.search(place.name)
        return (rank[0] if rank else "市") + department.removeprefix("市")
    name = next(
        row[place.level] for row in toml_table("departments")["departments"] if row["name"] == department
    )
    return name.replace("省", "自治区", 1) if place.name.endswith("自治区") else str(name)


@cache
def _owners() -> dict[str, list[str]]:
    owners: dict[str, list[str]] = {}
    for row in toml_table("departments")["departments"]:
        for word in row["answers_for"]:
            owners.setdefault(word, []).append(row["name"])
    return owners


@cache
def _pattern() -> re.Pattern[str]:
    # The longest word first: where 农村公路 stands, 公路 and 农村 are not asked.
    words = sorted(_owners(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))
