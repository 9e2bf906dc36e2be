"""One catalogue of messages: the Chinese sentence is the key, ``data/messages.toml`` gives the English.

Names in the rule files carry their English beside them; they join the catalogue here. Codes have
their names in both languages in ``data/names.toml``.
"""

import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files

from taizhang.office.rules import rules

LANGUAGES = ("zh", "en")
# What the clock writes before a reason: the day of a change of lights, the task and the rung of an urging.
_HEADINGS = (re.compile(r"(\d{4}-\d\d-\d\d) (.+)"), re.compile(r"(\d{4}-\d+) (\w+)：(.+)"))
_spoken: ContextVar[str] = ContextVar("taizhang_language", default="zh")


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak ``language`` (zh or en) until the block ends."""
    token = _spoken.set(language if language in LANGUAGES else "zh")
    try:
        yield
    finally:
        _spoken.reset(token)


def spoken() -> str:
    """The language spoken now."""
    return _spoken.get()


@cache
def catalogue() -> dict[str, str]:
    """Chinese to English: the messages and the names in the rules."""
    text = (files("taizhang.office") / "data" / "messages.toml").read_text(encoding="utf-8")
    known = rules()
    tables = (
        known.kinds,
        known.stages,
        known.clocks,
        known.lights,
        known.ladders,
        known.states,
        known.steps,
        known.roles,
        known.actions,
    )
    named = {item.name: item.en for table in tables for item in table.values()}
    rungs = {rung.name: rung.en for ladder in known.ladders.values() for rung in ladder.rungs}
    return named | rungs | tomllib.loads(text)


@cache
def _names() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((files("taizhang.office") / "data" / "names.toml").read_text(encoding="utf-8"))


def name(sort: str, code: str) -> str:
    """What a code of a sort (choice, subject, action, fact, field) is called; the code itself if nothing is."""
    pair = _names()[sort].get(code)
    return pair[LANGUAGES.index(spoken())] if pair else code


def said_again(sentence: str) -> str:
    """Say a stored reason of a light or a name in the language spoken; what a person wrote stays as it is."""
    if spoken() != "en":
        return sentence
    for heading in _HEADINGS:
        if found := heading.fullmatch(sentence):
            *first, rest = found.groups()
            return " ".join(catalogue().get(word, word) for word in first) + f" {said_again(rest)}"
    for pattern, english in _reasons():
        if found := pattern.fullmatch(sentence):
            return english.format(**{key: _names_in(fact) for key, fact in found.groupdict().items()})
    return catalogue().get(sentence, sentence)


@cache
def _reasons() -> list[tuple[re.Pattern[str], str]]:
    """Pattern of each reason in the rules for lights, with its English where the catalogue has it."""
    whys = {rule.why for scheme in rules().lights.values() for rule in scheme.rules}
    found = []
    for why in sorted(whys & catalogue().keys()):
        parts = re.split(r"{(\w+)}", why)
        words = [f"(?P<{part}>.+?)" if at % 2 else re.escape(part) for at, part in enumerate(parts)]
        found.append((re.compile("".join(words)), catalogue()[why]))
    return found


def _names_in(fact: str) -> str:
    said = re.sub(r"[^、（）\d-]+", lambda name: catalogue().get(name[0], name[0]), fact)
    return said.replace("（", " (").replace("）", ")").replace("、", ", ")


def t(key: str, **facts: object) -> str:
    """Say a message in the language spoken, with its facts filled in (names in facts are said too)."""
    if spoken() == "en":
        key = catalogue().get(key, key)
        facts = {
            name: catalogue().get(fact, fact) if isinstance(fact, str) else fact
            for name, fact in facts.items()
        }
    return key.format(**facts) if facts else key
