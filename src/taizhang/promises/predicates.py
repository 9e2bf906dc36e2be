"""Predicates: the verb that a task clause opens with, and where its object begins."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from taizhang.lexicon.tables import toml_table
from taizhang.lexicon.words import WordSet

_SAYS_WHAT_IS = re.compile("(?<![别其还但总而凡于求不])是(?!否|非)[^”]*$")
# A clause is asked for its verb by several rules one after the other.
_REMEMBERED = 64
_TURNED = re.compile("(?:[一-鿿]{2}化(?:、[一-鿿]{2}化)*|[一-鿿]{2,3}式|[一-鿿]{2}性)")
_OWN_OBJECT = 4
_SHORTEST = 3
_DONE = ("了", "过")
_WILL = re.compile(r"(?:要|应|须|必须|应当|应该|将|拟|可以|力争|继续|逐步|进一步|争取|计划|准备|”|）)$")
# A transfer of water is a name (引砚济墨工程).
_WATERS = re.compile("引[^、，]{1,2}[济入补]")
_CLOSING = {"“": "”", "（": "）", "《": "》"}


@dataclass(frozen=True, slots=True)
class Predicate:
    """How a clause is built, in positions of the clause.

    Attributes:
        verb: the leading verb without adverbs.
        start: where the verb begins; the subject or the manner stands before it.
        object: where its object begins.
        adverbs: the adverbs that were passed over.
        led: True where nothing but adverbs stands before the verb.
    """

    verb: str
    start: int
    object: int
    adverbs: tuple[str, ...] = ()
    led: bool = True


@cache
def verb_words(name: str) -> WordSet:
    """Give a list of ``task_verbs.toml``; ``all`` holds every verb."""
    table = toml_table("task_verbs")
    if name == "all":
        return WordSet(
            word for key in ("verbs", "frames", "light", "products") for word in table[key].split()
        )
    return WordSet(table[name].split())


def read_predicate(clause: str) -> Predicate | None:
    """Find the verb that the clause opens with or, after a manner or a subject, its first verb.

    None where the clause has no verb that is known and no adverb that betrays one.
    """
    start, adverbs = _adverbs(clause, 0)
    if "是" in clause and _SAYS_WHAT_IS.search(clause):
        return None
    if clause[start : start + 1] in ("把", "将") and not verb_words("all").at(clause, start):
        return _disposal(clause, start, adverbs)
    if verb_words("manners").at(clause, start):
        return _after_manner(clause, start) or read_leading(clause)
    return read_leading(clause) or _after_manner(clause, start) or _unknown(clause, start, adverbs)


@lru_cache(maxsize=_REMEMBERED)
def read_leading(clause: str) -> Predicate | None:
    """Find the known verb that the clause opens with, after adverbs alone."""
    position, adverbs = _adverbs(clause, 0)
    verb = verb_words("all").at(clause, position)
    if verb == "引" and _WATERS.match(clause, position):
        return None
    if not verb or clause[position + len(verb) : position + len(verb) + 1] in _DONE:
        return None
    return _settle(clause, verb, position, adverbs)


def after_adverbs(clause: str) -> int:
    """Give the position behind the adverbs that a clause opens with."""
    return _adverbs(clause, 0)[0]


@lru_cache(maxsize=_REMEMBERED)
def _adverbs(clause: str, position: int) -> tuple[int, tuple[str, ...]]:
    """Pass over the adverbs at a place; a word that is also a verb is an adverb before another verb."""
    adverbs = []
    while position < len(clause):
        verb = verb_words("all").at(clause, position)
        adverb = verb_words("adverbs").at(clause, position) or _turned(clause, position)
        after = position + len(adverb)
        if not adverb or (verb and not (len(adverb) >= len(verb) and _verb_follows(clause, after))):
            break
        adverbs.append(adverb)
        position = after + _gap(clause, after)
    return position, tuple(adverbs)


def _turned(clause: str, position: int) -> str:
    """Give a word in 化 that says how (片区化推进), where a verb stands behind it."""
    if (
        clause[position + 2 : position + 3] not in ("化", "式", "性")
        and clause[position + 3 : position + 4] != "式"
    ):
        return ""
    found = _TURNED.match(clause, position)
    return found[0] if found and _verb_follows(clause, found.end()) else ""


def _settle(clause: str, verb: str, position: int, adverbs: tuple[str, ...]) -> Predicate:
    """Pass over a verb that only speeds another one, and join two verbs that act as one."""
    after = position + len(verb)
    if verb in verb_words("light"):
        inner = after
        while adverb := verb_words("adverbs").at(clause, inner):
            inner += len(adverb)
        second = verb_words("all").at(clause, inner)
        only_products = verb in verb_words("frames")
        if second and (
            second in verb_words("products")
            if only_products
            else _acts(clause, second, inner) or _speeds(clause, second, inner)
        ):
            return _settle(clause, second, inner, (*adverbs, verb))
    second = verb_words("paired").at(clause, after) if verb in verb_words("pairing") else ""
    if second and len(clause) - after - len(second) >= 2 and not _is_compound(clause, after + len(second)):
        return Predicate(verb + second, position, after + len(second), adverbs)
    if clause[after : after + 1] == "、":
        parallel = read_leading(clause[after + 1 :])
        if parallel is not None and len(clause) - after - 1 - parallel.object >= 2:
            return Predicate(verb, position, after + 1 + parallel.object, adverbs)
    joiner = clause[after : after + 1]
    if joiner in verb_words("joiners"):
        second = verb_words("all").at(clause, after + 1)
        room = len(clause) - after - 1 - len(second)
        if len(second) >= len(verb) and room >= 2 and _acts(clause, second, after + 1):
            verb = clause[position : after + 1 + len(second)]
            after = position + len(verb)
    return Predicate(verb, position, after, adverbs, led=True)


def _acts(clause: str, verb: str, position: int) -> bool:
    """Say whether the verb has an object of its own there (建设水库, not 建设规划编制)."""
    after = position + len(verb)
    if len(clause) - after < 2 or clause[after] in "、的和值化者率":
        return False
    return verb not in verb_words("nouny") or not _is_compound(clause, after)


def _speeds(clause: str, second: str, position: int) -> bool:
    """Say whether 建设 or 发展 acts before a word that could go with it (加快建设产业园区, not 加快发展方式转变)."""
    after = position + len(second)
    return (
        second in verb_words("speeded")
        and len(clause) - after >= _SHORTEST
        and clause[after] not in "、的和值化者率"
        and not verb_words("hastened").ending(clause, len(clause))
    )


def _is_compound(clause: str, position: int) -> bool:
    return clause[position] in "、的和化" or bool(verb_words("compounds").at(clause, position))


def _verb_follows(clause: str, position: int) -> bool:
    position += _gap(clause, position)
    verb = verb_words("all").at(clause, position)
    if verb and _acts(clause, verb, position):
        return True
    adverb = verb_words("adverbs").at(clause, position)
    return bool(adverb) and _verb_follows(clause, position + len(adverb))


def _disposal(clause: str, start: int, adverbs: tuple[str, ...]) -> Predicate | None:
    """Read 把/将 with the thing before its verb (把资金用在发展紧要处)."""
    verb = _disposals().search(clause, start + 2)
    return Predicate(verb[0], verb.start(), start + 1, adverbs) if verb else None


@cache
def _disposals() -> re.Pattern[str]:
    return re.compile("|".join(toml_table("task_verbs")["disposals"].split()))


def _unknown(clause: str, position: int, adverbs: tuple[str, ...]) -> Predicate | None:
    """Take the two characters after an adverb as a verb: an adverb betrays one."""
    word = clause[position : position + 2]
    if (
        not adverbs
        or adverbs[-1] in verb_words("weak")
        or _WATERS.match(clause, position)
        or word[:1] in "把将在以为与同让使"
        or len(clause) - position < 4
        or not all("一" <= char <= "鿿" for char in word)
    ):
        return None
    return Predicate(word, position, position + 2, adverbs)


def _gap(clause: str, position: int) -> int:
    return 1 if clause[position : position + 1] in ("、", "地") else 0


def _after_manner(clause: str, start: int) -> Predicate | None:
    """Find the verb behind a manner (以…引领…, 聚焦…突破…) or a subject (…拟安排7000亿元)."""
    manner = verb_words("manners").at(clause, start)
    if manner in verb_words("postures"):
        return None
    found = _inner(clause, start, manner)
    return found or (_inner(clause, start, "为") if manner == "在" else None)


def _inner(clause: str, start: int, manner: str) -> Predicate | None:
    begin = start + max(len(manner), 1)
    pulled = _pulled().search(clause, begin + 2) if manner == "以" else None
    if pulled and _acts(clause, pulled[0], pulled.start()) and pulled[0] in verb_words("all"):
        return _led_inside(clause, pulled.start())
    verbs = _free_verbs(clause, pulled.start() if pulled else begin)
    if manner:
        hinged = (place for verb, place in verbs if _hinged(clause, verb, place))
        if (hinge := next(hinged, None)) is not None:
            return _led_inside(clause, hinge)
    first, late = begin + 1 if manner else begin, None
    for verb, place in verbs:
        if place < first:
            continue
        if _stands_free(clause, verb, place, manner):
            if found := _led_inside(clause, place):
                return found
        elif late is None and manner in verb_words("aims") and _owns(clause, verb, place):
            late = place
    return None if late is None else _led_inside(clause, late)


def _free_verbs(clause: str, position: int) -> list[tuple[str, int]]:
    """List the verbs of a clause that stand outside quotations and brackets, with their places."""
    found, verbs = [], verb_words("all")
    while position < len(clause) - 2:
        close = clause.find(_CLOSING.get(clause[position], "\n"), position)
        if close > 0:
            position = close
        elif len(verb := verbs.at(clause, position)) > 1:
            found.append((verb, position))
        position += 1
    return found


def _led_inside(clause: str, place: int) -> Predicate | None:
    found = read_leading(clause[place:])
    if found is None:
        return None
    return Predicate(found.verb, found.start + place, found.object + place, found.adverbs, led=False)


def _hinged(clause: str, verb: str, place: int) -> bool:
    """Say whether a verb stands behind a word that ends the manner (在…等领域实施…)."""
    return len(verb_words("hinges").ending(clause, place)) > 1 and _acts(clause, verb, place)


def _owns(clause: str, verb: str, place: int) -> bool:
    """Say whether a verb that is as often a noun has an object that shows it to be one (围绕需求优化供给)."""
    return (
        clause[place - 1] not in "、的和及与"
        and (verb in verb_words("splitting") or _acts(clause, verb, place))
        and len(clause) - place - len(verb) >= _OWN_OBJECT
    )


@cache
def _pulled() -> re.Pattern[str]:
    return re.compile("(?<![、“])(?:" + "|".join(toml_table("task_verbs")["pulled"].split()) + ")(?=.{2})")


def _stands_free(clause: str, verb: str, position: int, manner: str) -> bool:
    """Say whether a verb inside a clause is its predicate, not a part of the manner or of a noun phrase."""
    if clause[position - 1] in "、的" or not _acts(clause, verb, position):
        return False
    if clause[position - 1] in "”）" or verb_words("hinges").ending(clause, position):
        return True
    if not manner:
        return bool(_WILL.search(clause, 0, position))
    return manner not in ("从", "在") and verb not in verb_words("nouny")
