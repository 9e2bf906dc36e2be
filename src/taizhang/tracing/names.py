"""Names: whether two indicators are the same thing in other words, or things of another scope."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from taizhang.lexicon.tables import toml_table

_PROGRAMMES = re.compile(r"“[^”]*\d[^”]*”")
_SIGNS = re.compile(r"[“”‘’《》「」\s·、，,]")


_THIN_SCOPES = frozenset({"government", "residence", "increment", "share", "head"})
_MONEY = "支出"
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Name:
    """An indicator's name, ready to be compared.

    Attributes:
        core: what is left when wordings are unified and scope words and idle words taken out.
        scopes: scope words found, by the kind of scope (residence → {农村}).
        grams: characters and pairs of characters of ``core``.
        content: the same without words that make no indicator by themselves (财政, 资金, 试点).
    """

    core: str
    scopes: dict[str, frozenset[str]]
    grams: frozenset[str]
    content: frozenset[str]

    @property
    def thin(self) -> bool:
        """Whether the name says no more than that there is money, or a trial, or a share."""
        return not self.content and self.scopes.keys() <= _THIN_SCOPES


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are: ``score`` from 0 to 1, and the scope words that only one of them has."""

    score: float
    one_sided: tuple[str, ...] = ()


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))


@cache
def _wordings() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {
        _SIGNS.sub("", wording): name
        for name, wordings in toml_table("tracing")["same"].items()
        for wording in wordings
    }
    return _any_of(list(table)), table


@cache
def _scope_words() -> tuple[re.Pattern[str], dict[str, list[tuple[str, str]]]]:
    table: dict[str, list[tuple[str, str]]] = {}
    for kind, scope in toml_table("tracing")["scope"].items():
        for value, words in scope["values"].items():
            for word in words:
                table.setdefault(word, []).append((kind, value))
    return _any_of(list(table)), table


@cache
def listed(key: str) -> re.Pattern[str]:
    """Give a list of words of ``tracing.toml`` as one pattern."""
    return _any_of(toml_table("tracing")[key])


@lru_cache(maxsize=1 << 16)
def name_of(indicator: str) -> Name:
    """Make an indicator comparable."""
    text = _SIGNS.sub("", unicodedata.normalize("NFKC", _PROGRAMMES.sub("", indicator)))
    for found in list(listed("preambles").finditer(text))[-1:]:
        text = text[found.end() :] or text
    text = toml_table("tracing")["whole"].get(text, text)
    pattern, table = _wordings()
    text = pattern.sub(lambda found: table[found[0]], text)
    core = listed("idle").sub("", _scope_words()[0].sub("", text))
    core = core.replace(_MONEY, "", core.count(_MONEY) - 1) if core.count(_MONEY) > 1 else core
    return Name(core, scopes_in(text), grams(core), grams(listed("thin").sub("", core)))


def scopes_in(text: str) -> dict[str, frozenset[str]]:
    """Give the scope words of a text, by the kind of scope."""
    pattern, table = _scope_words()
    scopes: dict[str, set[str]] = {}
    for found in pattern.findall(text):
        for kind, value in table[found]:
            scopes.setdefault(kind, set()).add(value)
    return {kind: frozenset(values) for kind, values in scopes.items()}


def grams(text: str) -> frozenset[str]:
    """Give the characters and the pairs of characters of a text."""
    return frozenset(text) | {text[index : index + 2] for index in range(len(text) - 1)}


def likeness(one: Name, other: Name) -> Likeness | None:
    """Compare two names; None where their scopes differ."""
    one_sided: list[str] = []
    for kind in one.scopes.keys() | other.scopes.keys():
        here, there = one.scopes.get(kind, _NONE), other.scopes.get(kind, _NONE)
        if here == there:
            continue
        silence = toml_table("tracing")["scope"][kind]["silence"]
        if silence == "closed" or (here and there and (silence == "open" or here.isdisjoint(there))):
            return None
        one_sided.extend(here ^ there)
    if one.core == other.core:
        return Likeness(1.0, tuple(one_sided)) if one.core or one.scopes else None
    shared = len(one.grams & other.grams)
    total = len(one.grams) + len(other.grams)
    return Likeness(2 * shared / total if total else 0.0, tuple(one_sided))
