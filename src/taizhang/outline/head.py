"""The head of a report: title, speaker, date, place, and the year in which it is given."""

import re
from collections import Counter
from datetime import date

import msgspec

from taizhang.lexicon.late import late
from taizhang.lexicon.tables import toml_table
from taizhang.outline.headings import FoundHeading, is_numbered
from taizhang.outline.paragraphs import Paragraph, number_of
from taizhang.outline.year import read_year, year_of_headings

#: Area of a report that the State Council gives.
NATION = "全国"

_ADDRESS = re.compile(r"(?:各位|同志们|诸位)(?:代表|委员|同志)?")
_STOPPED = late(r"[。！？：；][”』」）)]?$")
_TITLE = late(r"[^。，：；\s][^。，：；]{0,36}?工作(?:的)?报告(?:（[^）]{1,12}）)?")
_DATE = re.compile(
    r"(\d{4}|[一二][九〇○零][〇○零一二三四五六七八九]{2})年\s?([\d一二三四五六七八九十]{1,3})月\s?([\d一二三四五六七八九十]{1,3})日"
)
_OFFICE = r"(?:省长|市长|州长|县长|区长|盟长|旗长|镇长|乡长|主席|总理|专员|主任)"
_SPEAKER = re.compile(
    rf"{_OFFICE}[\s：:]*([\u4e00-\u9fff](?:[ \u3000]?[\u4e00-\u9fff]){{1,2}}|[\u4e00-\u9fff·]{{4,12}})\s*$",
    re.MULTILINE,
)
_CAPTION = late(
    rf"(?:^|{_OFFICE}|[，。\s])([\u4e00-\u9fff]{{2,3}})(?:同志)?(?:代表[^，。]{{2,14}})?(?:向大会)?作(?:政府)?工作报告"
)
_NAME_LINE = late(r"(?m)^[ \u3000]*([\u4e00-\u9fff](?:[ \u3000]{0,3}[\u4e00-\u9fff]){1,2})[ \u3000]*$")
_UNIT = r"(?:特别行政区|自治区|自治州|自治县|自治旗|地区|新区|省|市|州|盟|县|区|旗|镇|乡)"
_AREA = re.compile(
    rf"([\u4e00-\u9fff]{{1,11}}?{_UNIT}(?:[\u4e00-\u9fff]{{1,8}}?(?:市|县|区|旗|镇|乡))?)"
    rf"(?:人民代表大会)?(?=第[一二三四五六七八九十百]+届|人民政府|政府|\d{{4}}年(?:人民)?政府|{_OFFICE}|人大)"
)
_BEFORE_AREA = late(r"^.*?(?:代表|(?:日在|在|年)(?=[\u4e00-\u9fff]{2}))")
_AUTUMN = 10
# The place and the session are named within so many characters of the report's beginning.
_OPENING = 1500


class Head(msgspec.Struct, frozen=True):
    """What the head of a report says."""

    title: str | None = None
    speaker: str | None = None
    date: str | None = None
    area: str | None = None
    year: int | None = None


def body_start(paragraphs: list[Paragraph]) -> int:
    """Give the index of the first paragraph of the report proper, after title lines and site lines."""
    for index, paragraph in enumerate(paragraphs[:60]):
        if _ADDRESS.match(paragraph.text):
            return index
        if is_numbered(paragraph):
            break
    for index, paragraph in enumerate(paragraphs[:60]):
        if is_numbered(paragraph) or (len(paragraph.text) > 12 and _STOPPED.search(paragraph.text)):
            return index
    return 0


def read_head(text: str, lines: list[Paragraph], body: list[Paragraph], headings: list[FoundHeading]) -> Head:
    """Read title, speaker, date, area and year.

    Args:
        text: the clean text.
        lines: paragraphs before the report proper.
        body: the report proper.
        headings: its headings.
    """
    front = "\n".join(line.text for line in lines)
    opening = "\n".join(paragraph.text for paragraph in body[:8])[:_OPENING]
    given = _date(front)
    return Head(
        title=_title(lines),
        speaker=_speaker(front),
        date=given.isoformat() if given else None,
        area=_area(front, opening, text),
        year=_year_given(given, headings) if given else read_year(front, opening, headings, text),
    )


def _year_given(given: date, headings: list[FoundHeading]) -> int:
    """Give the year whose work the report sets: the next one where it is given late in a year."""
    ahead = year_of_headings(headings)
    return given.year + 1 if ahead == given.year + 1 and given.month > _AUTUMN else given.year


def _title(lines: list[Paragraph]) -> str | None:
    found = [line.text for line in lines if _TITLE.fullmatch(line.text)]
    return max(found, key=len) if found else None


def _date(front: str) -> date | None:
    """Read the day on which the report was given: the first full date that stands in the title lines."""
    for match in _DATE.finditer(front):
        year, month, day = (number_of(part) for part in match.groups())
        try:
            return date(year or 0, month or 0, day or 0)
        except ValueError:
            continue
    return None


def _speaker(front: str) -> str | None:
    match = _SPEAKER.search(front) or _CAPTION.search(front)
    if match is None:
        names = _NAME_LINE.findall(front)
        surnames = toml_table("names")["surnames"]
        names = [name for name in names if name[0] in surnames]
        return _squeeze(names[-1]) if names else None
    return _squeeze(match.group(1))


def _squeeze(name: str) -> str:
    return name.replace(" ", "").replace("\u3000", "")


def _area(front: str, opening: str, text: str) -> str | None:
    for place in (front, opening):
        if "国务院" in place or "全国人民代表大会" in place:
            return NATION
        found = Counter(
            name
            for match in _AREA.finditer(place)
            if len(name := _BEFORE_AREA.sub("", match.group(1))) > 2 and not name.startswith("自治")
        )
        if found:
            return found.most_common(1)[0][0]
    home = sum(
        text.count(word) for word in ("我省", "我市", "我县", "我区", "我州", "全省", "全市", "全县", "全区")
    )
    return NATION if text.count("我国") > max(4, home) else None
