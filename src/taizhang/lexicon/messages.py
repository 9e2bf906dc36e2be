"""Messages: the one catalogue of words for people, Chinese first and English second."""

from typing import Any, Literal

from taizhang.lexicon.tables import toml_table

Language = Literal["zh", "en"]


def message(key: str, language: Language = "zh", **values: Any) -> str:
    """Give the message ``key`` in a language, with ``values`` put in.

    Raises:
        KeyError: no such message; a test keeps every key that the code names in the catalogue.
    """
    return str(toml_table("messages")[key][language]).format(**values)


def name_of(kind: str, code: str, language: Language = "zh") -> str:
    """Give the name of a code (role, part, measure …) for people; the code itself where it has none."""
    entry = toml_table("messages")["names"].get(kind, {}).get(code)
    return str(entry[0 if language == "zh" else 1]) if entry else code
