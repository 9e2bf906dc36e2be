"""The words that tell the parts of a report apart, as patterns for the year of a report."""

import re
from functools import cache, lru_cache
from typing import Any

from taizhang.lexicon.late import late
from taizhang.lexicon.tables import toml_table
from taizhang.outline.paragraphs import NUMBER

_GRATITUDE = re.compile("感谢|谢意")
_LONGEST_THANKS = 440
_CLAUSE = re.compile("[，、]")


class Cues:
    """The cues of ``outline.toml`` for a report of one year (None: year unknown)."""

    def __init__(self, table: dict[str, Any], year: int | None) -> None:
        fill = _fillings(year)

        def pattern(wordings: list[str]) -> re.Pattern[str]:
            joined = "|".join(f"(?:{wording})" for wording in wordings)
            for mark, words in fill.items():
                joined = joined.replace(mark, words)
            return late(joined)

        rows = [row for row in table["chapter"] if year or not row.get("known")]
        self._chapters = [(row, pattern([row["words"]])) for row in rows]
        self.chapter = lru_cache(maxsize=64)(self._chapter)  # a report asks of each heading several times
        self.section = {name: pattern([words]) for name, words in table["section"].items()}
        self.begin = {role: pattern(words) for role, words in table["begin"].items()}
        self.ahead = pattern([table["ahead"]["words"]])
        self.done = pattern([row["words"] for row in rows if row.get("done")])
        self.told = pattern([table["ahead"]["told"]])
        self.abroad = {name: pattern([words]) for name, words in table["abroad"].items()}
        self.about = pattern([table["opening"]["about"]])
        self.annex = pattern([table["closing"]["annex"]])
        self.numbered = pattern([table["closing"]["numbered"]])
        self.explains = pattern([table["closing"]["explains"]])
        self.this_year = pattern(["{今年}"])
        self.year_plan = pattern(["{今年}的?(国民经济|国家)?(计划|预算)$"])
        self.old_plan = pattern(["{旧规划}"])
        self.tasks = pattern(table["tasks"]["announce"])
        self._thank = pattern([table["thanks"]["thank"]])
        self.before_thanks = pattern([table["thanks"]["before"]])
        self.first_thanks = pattern([table["thanks"]["first"]])
        self.after_thanks = pattern([table["thanks"]["after"]])
        self.see = pattern([table["problems"]["see"]])
        self.more = pattern([table["problems"]["more"]])
        self.call = pattern([table["closing"]["call"]])
        self.appendix = pattern([table["closing"]["appendix"]])
        self.report = pattern([table["opening"]["report"]])

    def thanks(self, text: str, start: int, end: int) -> int | None:
        """Give the position after the words that thank the people in ``text[start:end]``, if any do."""
        position = start
        while (word := _GRATITUDE.search(text, position, end)) is not None:
            sentence = max(start, text.rfind("。", start, word.start()) + 1, word.start() - _LONGEST_THANKS)
            if self._thank.search(text, sentence, word.end()):
                return word.end()
            position = word.end()
        return None

    def looks_ahead(self, heading: str) -> bool:
        """Say whether a heading, whatever else it names, promises a plan."""
        return not self.done.search(heading) and bool(self.ahead.search(self.told.sub("", heading)))

    def _chapter(self, heading: str) -> str:
        """Give what a heading is about: closing, self, past, problems, year, plan or empty."""
        best: tuple[int, str] | None = None
        for row, words in self._chapters:
            found = words.search(heading)
            # 贯彻依法治国方略，建设廉洁政府: what the chapter is about stands first.
            if not found or (row.get("leads") and _CLAUSE.search(heading, 3, found.start())):
                continue
            if "rank" not in row:
                return best[1] if best else str(row["role"])
            if best is None or found.start() < best[0]:
                best = found.start(), str(row["role"])
        return best[1] if best else ""


@cache
def cues(year: int | None) -> Cues:
    """Load the cues for a report of ``year`` once."""
    return Cues(toml_table("outline"), year)


_YEAR_WORDS = r"(?:(?:\d{4}|[一二][九〇○零][〇○零一二三四五六七八九]{2})年)"
_ANY_PLAN = r"(?:“[一二三四五六七八九十]{1,2}五”)"


def _numerals(year: int) -> str:
    """Give a pattern of the year in Chinese numerals: 一九八[〇○零]."""
    return "".join("[〇○零]" if digit == "0" else "〇一二三四五六七八九"[int(digit)] for digit in str(year))


def _plan_words(names: list[str]) -> str:
    """Give the ways to name the plans with these numbers; nothing fits where there are none."""
    if not names:
        return r"(?!)"
    numbers = "|".join(names)
    return rf"(?:“?(?<![一二三四五六七八九十])(?:{numbers})五(?:”|(?=计划|规划|时期))|第(?:{numbers})个五年)"


def _earlier(year: int | None) -> str:
    """Give a pattern of the four years before the one that a report of ``year`` looks back on."""
    if not year:
        return r"(?!)"
    return "(?:" + "|".join(f"{past}年|{_numerals(past)}年" for past in range(year - 5, year - 1)) + ")"


def _fillings(year: int | None) -> dict[str, str]:
    """Give what the marks in braces stand for."""
    old, new, first = _ANY_PLAN, _ANY_PLAN, _ANY_PLAN
    if year is not None:
        plans = toml_table("terms")["plans"]
        old = _plan_words([name for name, (_, last) in plans.items() if last == year - 1])
        new = _plan_words([name for name, (_, last) in plans.items() if last >= year])
        first = _plan_words([name for name, (begins, _) in plans.items() if begins == year])
    return {
        "{N}": f"(?:{NUMBER})",
        "{年份}": _YEAR_WORDS,
        "{去年}": f"(?:去年|{year - 1}年|{_numerals(year - 1)}年)" if year else f"(?:去年|{_YEAR_WORDS})",
        "{往年}": _earlier(year),
        "{今年}": f"(?:今年|{year}年|{_numerals(year)}年)" if year else f"(?:今年|{_YEAR_WORDS})",
        "{五年}": r"(?:(?<![\d一二三四五六七八九〇○零])[两二三四五六七八九十\d]个?年)",
        "{旧规划}": old,
        "{新规划}": new,
        "{开局规划}": first,
    }
