"""Departments of a city government, and which of them a task is suggested to."""

import re
from functools import cache

from taizhang.lexicon.tables import toml_table


def departments() -> tuple[str, ...]:
    """Give the names of the departments, in the order of the data file."""
    return tuple(row["name"] for row in toml_table("departments")["departments"])


def suggest(words: str, context: str = "") -> tuple[str, str] | None:
    """Suggest a lead unit for a task.

    Every word of a department's list that stands in ``words`` speaks for it, by its length squared, so that
    one long word outweighs short ones; the heading (``context``) speaks with a quarter of the weight.

    Returns:
        the department and the words that spoke for it; None when nothing does.
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
    return best, "、".join(reasons[best])


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
