"""Having: the quantity that only holders of a kind have, told without the holder that a clause before names."""

import re
from collections.abc import Iterator
from functools import cache

from taizhang.figures.discourse import Discourse
from taizhang.figures.topics import without_opening
from taizhang.figures.wording import leading_verbs, trim_left, words
from taizhang.lexicon.tables import toml_table

# How many clauses back the holder is looked for.
_REACH = 4
_LONGEST = 16
# A clause that speaks of the whole place: 全省货运航线达到9条.
_OF_PLACE = re.compile(r"[，；、 ]*(?:其中)?(?:全[国省市区县州]|我[国省市区县])")

_ANEW = re.compile(f"^(?:{words('anew')})")


@cache
def _kinds() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Give for each kind of holder the pattern of what it has, and of its name at the beginning of words."""
    return tuple(
        (
            re.compile("|".join(kind["have"])),
            re.compile(rf"[^，；：。]{{0,24}}?(?:{'|'.join(kind['holders'])})"),
        )
        for kind in toml_table("subjects")["having"]
    )


@cache
def _had() -> re.Pattern[str]:
    return re.compile(
        "|".join(quantity for kind in toml_table("subjects")["having"] for quantity in kind["have"])
    )


def of_those_that_have(story: Discourse, index: int, name: str) -> str:
    """Put a quantity behind the holder of it that a clause before names: 打造渔业云平台，连接渔船总数9万艘.

    The holder is the first word of the clause, or of what a value in it measures, or the object of its first verb.
    """
    slot = story.slots[index]
    had = name if slot.right or not name.endswith(slot.core) else slot.core
    if (
        not slot.clause
        or story.clauses[slot.clause].opener in "；;"
        or not had
        or len(had) > _LONGEST
        or not _had().fullmatch(had)
        or _OF_PLACE.match(slot.left)
    ):
        return name
    before = [*_said_before(story, slot.clause)]
    for quantities, holders in _kinds():
        if not quantities.fullmatch(had):
            continue
        if had != name and holders.fullmatch(name.removesuffix(had)):
            bare = _ANEW.sub("", name)
            return bare[len(leading_verbs(bare)) :]
        holder = next((held[0] for said in before if (held := holders.match(said))), "")
        if holder:
            return holder + had
    return name


def _said_before(story: Discourse, clause: int) -> Iterator[str]:
    """Give what the clauses before speak of, the nearest first: the names of their values, else their words."""
    for place in range(clause - 1, max(-1, clause - _REACH - 1), -1):
        if story.clauses[place + 1].opener in "；;":
            return
        told = story.named_in(place)
        yield from (name if "的" in name else name[len(leading_verbs(name)) :] for name in reversed(told))
        if not told and not story.said(place).endswith("战略"):
            yield without_opening(trim_left(story.said(place), story.area)).partition("、")[0]
