"""The year in which a report is given, from the plainest sign that its text holds."""

import re
from collections import Counter

from taizhang.lexicon.late import late
from taizhang.lexicon.tables import toml_table
from taizhang.outline.headings import FoundHeading
from taizhang.outline.paragraphs import number_of

#: A calendar year in digits (also spaced, 1 9 9 8 年) or in Chinese numerals.
YEAR = re.compile(r"(?<!\d)(?:(\d(?: ?\d){3})|([一二][九〇○零][〇○零一二三四五六七八九]{2})) ?年")
_NUMERAL = r"[一二三四五六七八九十两]{1,3}"
_WORK = re.compile(r"工作|任务|安排|总体要求")
_PLAN = re.compile(r"计划|规划|远景")
_REVIEW = re.compile(r"回顾|总结|决算")
_SESSION = late(
    rf"(向|我们|在|从|自)(去年)?[^，。\n]{{0,6}}第({_NUMERAL})届全国人民代表大会(?:第({_NUMERAL})次会议)?(?!期间)"
)
# What the term of a congress brought is told at the first session of the next.
_TERM = re.compile(rf"第({_NUMERAL})届全国人民代表大会期间")
_YEARS_SINCE = late(r"([一二两三四五])年(?:来|多来|间)")
_THIS_YEAR = re.compile(r"(?:今年|新的一年)[^。\n]{0,12}?是([^。\n]{2,90})")
_ANNIVERSARY = r"[^，。]{{0,12}}?(?:成立|胜利|创建|建立|诞辰)?\s?(\d{{1,3}}|{numeral}百?{numeral}?)\s?周年"
_PLAN_YEAR = late(
    rf"(?:“({_NUMERAL})五”|第({_NUMERAL})个五年)[^，。]{{0,10}}?(?:(开局|第一|头一|首|起步|启动)|第({_NUMERAL})年|(收官|最后一))"
)
_AHEAD = re.compile(r"(?:到|至|—|－|-|～|展望|从|自|以|较|比|于)$")
_GOAL = re.compile(r"(?:前|末|远景|基本|建成|目标|全面|要|将|拟|应|计划|国民经济计划|开始)")
_EARLIEST, _LATEST = 1949, 2099


def read_year(front: str, opening: str, headings: list[FoundHeading], text: str) -> int | None:
    """Give the year in which a report is given, None where nothing in it tells.

    The signs are tried from the surest down: a year in the title lines, years in chapter headings
    (工作回顾 speaks of the year before), the session of the national congress that is addressed,
    what the report says this year is (an anniversary, a year of a plan), the years that it speaks of most.

    Args:
        front: title lines.
        opening: first paragraphs of the report proper.
        headings: its headings.
        text: the whole clean text.
    """
    match = YEAR.search(front)
    if match:
        return year_value(match)
    return (
        year_of_headings(headings)
        or _year_of_session(opening)
        or _year_of_statement(text)
        or _year_of_mentions(text)
    )


def year_value(match: re.Match[str]) -> int:
    """Read the year that ``YEAR`` matched."""
    digits, numerals = match.groups()
    return int(digits.replace(" ", "")) if digits else number_of(numerals) or 0


def year_of_headings(headings: list[FoundHeading]) -> int | None:
    """Give the report's year by its chapter headings: that of the work ahead, or after the one reviewed."""
    ahead, behind = [], []
    for heading in headings:
        if "年" not in heading.text:
            continue
        for match in YEAR.finditer(heading.text):
            rest = heading.text[match.end() : match.end() + 24]
            if _REVIEW.search(rest) or "报告" in heading.text[: match.start()]:
                behind.append(year_value(match) + 1)
            elif _WORK.search(rest) and not _PLAN.search(rest):
                ahead.append(year_value(match))
    return next(iter(ahead or behind), None)


def _year_of_session(opening: str) -> int | None:
    congresses = toml_table("terms")["congresses"]
    match = _SESSION.search(opening)
    if match is None:
        term = _TERM.search(opening)
        years = congresses.get(term.group(1), []) if term else []
        return years[-1] + 1 if years else None
    toward, last_year, congress, number = match.groups()
    years = congresses.get(congress, [])
    session = number_of(number or "一") or 1
    if session > len(years):
        return None
    year: int = years[session - 1]
    if last_year:
        return year + 1
    if toward in "从自":
        passed = _YEARS_SINCE.search(opening)
        return year + (number_of(passed.group(1)) or 0) if passed else None
    return year


def _year_of_statement(text: str) -> int | None:
    """Read 今年是“十五五”开局之年 and 今年是新中国成立75周年."""
    terms = toml_table("terms")
    for statement in _THIS_YEAR.finditer(text):
        words = statement.group(1)
        match = _PLAN_YEAR.search(words)
        if match and (plan := terms["plans"].get(match.group(1) or match.group(2))):
            first, last = int(plan[0]), int(plan[1])
            return last if match.group(5) else first + (number_of(match.group(4) or "一") or 1) - 1
        for what, since in terms["anniversaries"].items():
            match = re.search(what + _ANNIVERSARY.format(numeral=_NUMERAL), words)
            years = number_of(match.groups()[-1]) if match else None
            if years:
                return int(since) + years
    return None


def _year_of_mentions(text: str) -> int | None:
    """Weigh the years that the text speaks of: the report's year follows the one that it tells most of."""
    told: Counter[int] = Counter()
    for match in YEAR.finditer(text):
        ahead = _AHEAD.search(text, max(0, match.start() - 2), match.start())
        if not ahead and not _GOAL.match(text, match.end()):
            told[year_value(match)] += 1

    def weight(year: int) -> float:
        return told[year] + 2 * told[year - 1] - told[year + 1] if told[year] else 0

    best = max(range(_EARLIEST, _LATEST), key=weight)
    return best if weight(best) > 0 else None
