"""Wording: what is left out at the edges of an indicator (time, place, adverbs, linking verbs)."""

import re
from collections.abc import Iterable
from functools import cache

from taizhang.figures.time_words import BASE, TIME
from taizhang.lexicon.tables import toml_table

_LEXICON = toml_table("subjects")


def _alternation(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))


def _guarded() -> str:
    table: dict[str, str] = _LEXICON["guarded"]
    return "|".join(f"{word}(?![{after}])" if after else word for word, after in table.items())


ACTION = _alternation(_LEXICON["actions"])
_ADVERB = rf"(?:{_alternation(_LEXICON['adverbs'])})+(?=地?(?:{ACTION}))地?"
_PLACE = rf"(?:{_alternation(_LEXICON['places'])})(?!域)(?:的|各地|各级|共)?"
_NATION = rf"全国(?!{_alternation(_LEXICON['national_names'])})(?:的|各地|共|范围内)?"
_JOINTS = rf"{_alternation(_LEXICON['connectors'])}|{_alternation(_LEXICON['wishes'])}"

_AREA_TAILS = _alternation(_LEXICON["area_tails"])
_LINK = _alternation(word[::-1] for word in (*_LEXICON["links"], *_LEXICON["link_adverbs"]))
_RIGHT_WORDS = re.compile(rf"(?:{_LINK}|了|\s)+")
_RIGHT_TIME = re.compile(rf"(?:{BASE}|{TIME}|(?:由|从|将由|已由|到|至|在|为)(?:{TIME})?)的?$")
_GROWTH_NOUN = re.compile(rf"的?(?:{_alternation(_LEXICON['growth_nouns'])})$")
_INNER = re.compile(rf"累计|首次|(?<=.)(?:{_alternation(_LEXICON['adverbs'])})(?=(?:{ACTION}).)")
_MEND = re.compile(r"([率额量数比])\1(?!以)")
_EDGES = " \t\u3000、，,的□*·:："


@cache
def _left_pattern(area: str | None) -> re.Pattern[str]:
    places = [_PLACE]
    if area is None or area in ("全国", "中国"):
        places.append(_NATION)
    else:
        stem = area.removesuffix("市").removesuffix("省").removesuffix("自治区")
        places.append(
            rf"(?:{re.escape(area)}|{re.escape(stem)}(?!{_alternation(_LEXICON['area_tails'])}))的?"
        )
    return re.compile(
        rf"(?:{_JOINTS}|{BASE}|{TIME}|{'|'.join(places)}|{_ADVERB}|{_guarded()}|[{_EDGES}]|以及)+"
    )


_LEXICON["area_tails"] = [
    "至",
    "市",
    "省",
    "大学",
    "东",
    "西",
    "南",
    "北",
    "港",
    "机场",
    "段",
    "海关",
    "籍",
    "造",
    "银行",
    "集团",
]


def trim_left(text: str, area: str | None) -> str:
    """Leave out joints, wishes, time, the issuing place and adverbs at the left edge."""
    found = _left_pattern(area).match(text)
    return text[found.end() :] if found else text


def trim_right(text: str) -> str:
    """Leave out linking verbs, their adverbs, bases of comparison and times at the right edge."""
    while True:
        found = _RIGHT_WORDS.match(text[::-1])
        shorter = text[: len(text) - found.end()] if found else text
        time = _RIGHT_TIME.search(shorter, max(0, len(shorter) - 30))
        if time:
            shorter = shorter[: time.start()]
        shorter = shorter.rstrip(_EDGES)
        if shorter == text:
            return text
        text = shorter


def drop_growth_noun(text: str) -> str:
    """Leave out 涨幅, 增速 and the like at the right edge."""
    return _GROWTH_NOUN.sub("", text)


def tidy(text: str) -> str:
    """Leave out what never stands in an indicator: inner adverbs before verbs, doubled characters."""
    return _MEND.sub(r"\1", _INNER.sub("", text)).strip(_EDGES)
