"""The catalogue of indicators: what a name in a report stands for, across places and years."""

import re
from functools import cache, lru_cache

import msgspec

from taizhang.lexicon.tables import csv_table, toml_table
from taizhang.lexicon.words import WordSet

_NOISE = re.compile(r"[\s“”\"'‘’《》〈〉（）()·]")
# Words before a name that change nothing of what is measured.
_NEUTRAL_HEAD = re.compile(
    r"(?:全省|全市|全国|全区|全县|全州|全盟|我省|我市|我国|我区|全社会|年均|每年|年度|全年|累计|平均|完成|实现|力争|预计|"
    r"计划|推进|推动|确保|稳定|保持|总|其中|的)"
)
_NEUTRAL_TAIL = re.compile(
    r"(?:的?(?:年均|平均|实际|名义|同比)?(?:增长速度|增长率|增长幅度|增长|增速|增幅|涨幅|上涨幅度)|总量|总额|总值|总产量|总数|数量|人数|"
    r"规模|水平|面积|工作|任务|目标|等|率指标|指标|方面)$"
)
_ADDED = re.compile(r"^(?:全年|累计)?(?:新增|净增|新设|新引进|新培育|新认定|新登记)")
_JOINTS = re.compile(r"[、和及与]|以及")
_SAME_DIMENSION = {
    "斤": "吨",
    "公斤": "吨",
    "担": "吨",
    "市斤": "吨",
    "度": "千瓦时",
    "匹": "米",
    "名": "人",
    "美元": "元",
}
_SHORT = 2
# Names remembered: more than a report has, few enough that memory stays flat over thousands.
_REMEMBERED = 1 << 13
_LEAST_PART = 3


class Indicator(msgspec.Struct, frozen=True):
    """An indicator of the catalogue.

    Attributes:
        id: permanent; panels hold it.
        zh: Chinese name.
        en: English name.
        direction: ``more``, ``less``, ``ceiling``, ``band`` or ``none``: what counts as good.
        kind: ``stock``, ``flow``, ``rate``, ``ratio``, ``price`` or ``level``.
        field: field of government.
        unit: what its level is counted in, without 万 and 亿.
        aliases: other names for the same thing.
        not_: ids of what it must not be taken for.
    """

    id: str
    zh: str
    en: str
    direction: str
    kind: str
    field: str
    unit: str = ""
    aliases: tuple[str, ...] = ()
    not_: tuple[str, ...] = ()


@cache
def catalogue() -> dict[str, Indicator]:
    """Give all indicators by id, in the order of the data file."""
    return {
        row["id"]: Indicator(
            aliases=tuple(row["aliases"].split()),
            not_=tuple(row["not"].split()),
            **{name: row[name] for name in ("id", "zh", "en", "direction", "kind", "field", "unit")},
        )
        for row in csv_table("indicators")
    }


@cache
def _by_name() -> dict[str, Indicator]:
    names: dict[str, Indicator] = {}
    for indicator in catalogue().values():
        for name in (indicator.zh, *indicator.aliases):
            names.setdefault(_plain(name), indicator)
    return names


def by_id(code: str) -> Indicator | None:
    """Give the indicator of an id; of a part (``trade_total:农产品``) the whole that it is a part of."""
    return catalogue().get(code.partition(":")[0])


def definition_of(indicator: Indicator) -> str:
    """Give where the definition comes from."""
    return str(toml_table("indicators")["fields"][indicator.field])


@lru_cache(maxsize=_REMEMBERED)
def lookup(name: str, unit: str = "", measure: str = "") -> Indicator | None:
    """Give the indicator that a name stands for, None when the catalogue does not know it.

    Words that change nothing (全市, 完成, 总量, 增速) may stand around the name. A name of one or two
    characters (钢, 经济) counts only when unit or measure fit, since it may mean many things.
    """
    return next((found for form in _forms(name) if (found := _known(form, unit, measure))), None)


@lru_cache(maxsize=_REMEMBERED)
def code_of(name: str, unit: str = "", measure: str = "") -> str | None:
    """Give the code of a name for data: ``id``, a part ``id:qualifier``, or several ``id+id``.

    A part is a narrower series of an indicator (农产品进出口总额 → ``trade_total:农产品``; what was
    added to a stock is one: 新增高新技术企业 → ``hightech_firms:新增``) or a member of a family without an
    indicator of its own (茶叶加工产值 → ``sector_output:茶叶加工``). Equal codes mean the same series.
    None when nothing of the name is known.
    """
    # 高新技术企业新增 (in 高新技术企业新增87家) is the same as 新增高新技术企业.
    name = f"新增{name[:-2]}" if name.endswith("新增") else name
    found = lookup(name, unit, measure)
    if found:
        return f"{found.id}:新增" if found.kind == "stock" and _ADDED.match(_plain(name)) else found.id
    pieces = [piece for piece in _JOINTS.split(_plain(name)) if piece]
    several = [lookup(piece, unit, measure) for piece in pieces] if len(pieces) > 1 else [None]
    if all(several):
        return "+".join(dict.fromkeys(piece.id for piece in several if piece))
    forms = _forms(name)
    parts = (_part(form, *known()) for known in (_ids, _families) for form in forms)
    return next(filter(None, parts), None)


@cache
def _ids() -> tuple[WordSet, dict[str, str]]:
    """Give the names of indicators that may end a longer name, and the id of each."""
    ids = {name: indicator.id for name, indicator in _by_name().items() if len(name) >= _LEAST_PART}
    return WordSet(ids), ids


@cache
def _families() -> tuple[WordSet, dict[str, str]]:
    """Give the words of families, and the family of each."""
    families = toml_table("indicators")["families"]
    names = {word: family for family, words in families.items() for word in words}
    return WordSet(names), names


def _plain(name: str) -> str:
    return _NOISE.sub("", name)


@lru_cache(maxsize=32)
def _forms(name: str) -> tuple[str, ...]:
    """Give the name, then the name with neutral words taken off its ends, one at a time."""
    plain = form = _plain(name)
    forms = [plain]
    while (cut := _NEUTRAL_TAIL.search(form)) and cut.start():
        form = form[: cut.start()]
        forms.append(form)
    form = plain
    while (cut := _NEUTRAL_HEAD.match(form)) and cut.end() < len(form):
        form = form[cut.end() :]
        forms.append(form)
        tail = _NEUTRAL_TAIL.search(form)
        if tail and tail.start():
            forms.append(form[: tail.start()])
    return tuple(forms)


def _known(form: str, unit: str, measure: str) -> Indicator | None:
    found = _by_name().get(form)
    if found is None or len(form) > _SHORT:
        return found
    grows = measure in {"growth", "avg_growth"}
    return found if grows or not unit or _dimension(unit) == _dimension(found.unit) else None


def _dimension(unit: str) -> str:
    unit = unit.lstrip("十百千万亿")
    return _SAME_DIMENSION.get(unit, unit)


def _part(form: str, names: WordSet, ids: dict[str, str]) -> str | None:
    """Read a name that ends in a known one as a part of it: what stands before it is the qualifier."""
    known = names.ending(form[1:], len(form) - 1)
    return f"{ids[known]}:{form[: -len(known)].removesuffix('的')}" if known else None
