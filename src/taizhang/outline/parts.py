"""Parts of a report and their role: what is looked back on, what is wrong, what is wanted."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from taizhang.lexicon.tables import toml_table
from taizhang.outline.headings import FoundHeading
from taizhang.outline.paragraphs import NUMBER, Paragraph
from taizhang.outline.sentences import cut_sentences

_AHEAD = {"plan", "year", "self", "closing"}
_LOOKS_BACK = {"", "review", "review_term", "acknowledgements", "problems"}
_ADDRESS = re.compile(r"^各位(?:代表|委员)[^，。！：]{0,6}[！，：。!,:]\s*")


@dataclass(frozen=True, slots=True)
class FoundPart:
    """A stretch of clean text with one role."""

    role: str
    start: int
    end: int


class Cues:
    """The compiled cues of ``outline.toml`` for a report of one year (None: year unknown)."""

    def __init__(self, table: dict[str, Any], year: int | None) -> None:
        fill = _fillings(year)

        def compiled(patterns: list[str]) -> re.Pattern[str]:
            joined = "|".join(f"(?:{pattern})" for pattern in patterns)
            for mark, words in fill.items():
                joined = joined.replace(mark, words)
            return re.compile(joined)

        self.chapters: list[tuple[str, re.Pattern[str]]] = [
            (row["role"], compiled([row["words"]])) for row in table["chapter"]
        ]
        self.begin = {role: compiled(words) for role, words in table["begin"].items()}
        self.plan_words = compiled([row["words"] for row in table["chapter"] if row["role"] == "plan"])
        self.old_plan = compiled(["{旧规划}"])
        self.tasks = compiled(table["tasks"]["announce"])
        self.thank = compiled([table["thanks"]["thank"]])
        self.before_thanks = compiled([table["thanks"]["before"]])
        self.see = compiled([table["problems"]["see"]])
        self.call = compiled([table["closing"]["call"]])
        self.address = compiled([table["opening"]["address"]])
        self.report = compiled([table["opening"]["report"]])

    def looks_ahead(self, heading: str) -> bool:
        """Say whether a heading, whatever else it names, promises a plan."""
        return bool(self.plan_words.search(self.old_plan.sub("", heading)))

    def chapter(self, heading: str) -> str:
        """Give the kind of chapter that a heading opens: closing, self, past, year, plan or empty."""
        for role, words in self.chapters:
            found = words.search(heading)
            # 贯彻依法治国方略，建设廉洁政府: what the chapter is about stands first.
            if found and not (role == "self" and re.search("[，、]", heading[2 : found.start()])):
                return role
        return ""


@cache
def cues(year: int | None) -> Cues:
    """Load the cues for a report of ``year`` once."""
    return Cues(toml_table("outline"), year)


def _fillings(year: int | None) -> dict[str, str]:
    """Give what the marks in braces stand for."""
    old, new = _ANY_PLAN, _ANY_PLAN
    if year is not None:
        plans = toml_table("terms")["plans"]
        old = _plan_words([name for name, (_, last) in plans.items() if last == year - 1])
        new = _plan_words([name for name, (_, last) in plans.items() if last >= year])
    return {
        "{N}": NUMBER,
        "{年份}": _YEAR_WORDS,
        "{今年}": f"(?:今年|{year}年|{_numerals(year)}年)" if year else f"(?:今年|{_YEAR_WORDS})",
        "{五年}": r"(?:(?<!\d)(?:[二三四五六七八九十]|\d)个?年)",
        "{旧规划}": old,
        "{新规划}": new,
    }


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
    return rf"(?:“(?:{numbers})五”|第(?:{numbers})个五年)"


class _Walk:
    """The walk through the paragraphs: it keeps the role of the moment and notes where it changes."""

    def __init__(self, cue: Cues) -> None:
        self.cue = cue
        self.role = ""
        self.chapter = ""
        self.ahead = False
        self.marks: list[tuple[int, str]] = []

    def turn(self, position: int, role: str) -> None:
        """Begin ``role`` at ``position``, unless it is the role already."""
        if role != self.role:
            self.role = role
            self.marks.append((position, role))


def find_parts(
    text: str, body: list[Paragraph], headings: list[FoundHeading], year: int | None
) -> list[FoundPart]:
    """Find the parts of a report, in order and without gaps.

    Args:
        text: clean text.
        body: the report's own paragraphs, title lines left out.
        headings: its headings.
        year: year in which it is given.
    """
    if not body:
        return []
    walk = _Walk(cues(year))
    opened = {heading.start: heading for heading in headings}
    first = 0
    if _is_opening(walk.cue, body, opened):
        walk.turn(body[0].start, "opening")
        first = _opening_length(walk.cue, body, opened)
    thanks = _thanks(walk.cue, body, first, opened)
    closing = _closing(walk.cue, body, opened)
    previous_short = None
    for index in range(first, len(body)):
        paragraph = body[index]
        start = paragraph.start if previous_short is None else previous_short
        words = _ADDRESS.sub("", paragraph.text)
        if not words and index + 1 < len(body):
            previous_short = start
            continue
        addressed = start != paragraph.start or words != paragraph.text
        previous_short = None
        heading = opened.get(paragraph.start)
        if closing is not None and index >= closing:
            walk.turn(start, "closing")
        elif heading is not None:
            _at_heading(walk, heading, paragraph, text)
        elif index in thanks:
            walk.turn(start, "acknowledgements")
            _confess(walk, paragraph, text)
        else:
            _at_paragraph(walk, start, words, paragraph, text, addressed)
    ends = [start for start, _ in walk.marks[1:]] + [body[-1].end]
    return [FoundPart(role, start, end) for (start, role), end in zip(walk.marks, ends, strict=True)]


def _is_opening(cue: Cues, body: list[Paragraph], opened: dict[int, FoundHeading]) -> bool:
    return body[0].start not in opened and any(
        cue.address.search(paragraph.text) or cue.report.search(paragraph.text) for paragraph in body[:2]
    )


def _opening_length(cue: Cues, body: list[Paragraph], opened: dict[int, FoundHeading]) -> int:
    """Count the paragraphs of the opening: up to the first heading, or to the one that asks for review."""
    last = 0
    for index, paragraph in enumerate(body[:12]):
        if paragraph.start in opened:
            return index
        if cue.report.search(paragraph.text):
            last = index
    return last + 1


def _thanks(cue: Cues, body: list[Paragraph], first: int, opened: dict[int, FoundHeading]) -> set[int]:
    """Find the paragraphs that thank, with those before them that say what the success rests on.

    They stand in the review: thanks after the first chapter that looks ahead are not meant.
    """
    last = None
    for index in range(first, len(body)):
        heading = opened.get(body[index].start)
        if (
            heading
            and heading.level == 1
            and cue.chapter(heading.text) in {"plan", "year", "self", "closing"}
        ):
            break
        if cue.thank.search(body[index].text):
            last = index
    if last is None:
        return set()
    start = last
    while start > first and cue.before_thanks.search(body[start - 1].text[:160]):
        start -= 1
    return set(range(start, last + 1))


def _closing(cue: Cues, body: list[Paragraph], opened: dict[int, FoundHeading]) -> int | None:
    """Find the paragraph with which the last words begin."""
    for index in range(len(body) - 1, len(body) // 2, -1):
        if body[index].start in opened and cue.chapter(body[index].text) == "closing":
            return index
        if cue.call.search(body[index].text):
            if index and not _ADDRESS.sub("", body[index - 1].text):
                return index - 1
            return index
    return None


def _at_heading(walk: _Walk, heading: FoundHeading, paragraph: Paragraph, text: str) -> None:
    kind = walk.cue.chapter(heading.text)
    if heading.level == 1:
        walk.chapter = kind
        walk.ahead = walk.cue.looks_ahead(heading.text)
        roles = {"closing": "closing", "self": "self", "plan": "plan", "year": "year_goals"}
        if kind == "past":
            walk.turn(heading.start, _past_role(heading.text))
        elif kind in roles:
            walk.turn(heading.start, roles[kind])
        elif walk.role in {"", "opening"}:
            walk.turn(heading.start, "review")
        elif walk.role != "plan":
            walk.turn(heading.start, "year_tasks")
    elif walk.role in {"year_goals", "year_tasks"} and kind == "self":
        walk.turn(heading.start, "self")
    elif walk.role == "year_goals" and heading.level == 2:
        walk.turn(heading.start, "year_tasks")
    elif walk.role == "":
        walk.turn(heading.start, "review")
    _announce(walk, paragraph, text, heading.body)


_TERM = re.compile(rf"五”|{NUMBER}年来|(?:过去|这){NUMBER}年|届政府|第{NUMBER}个五年|五年")
_YEAR = re.compile(r"\d{4}年|一年|去年|二[〇○]..年|一九..年")


def _past_role(heading: str) -> str:
    """Say which review comes first where a heading names both."""
    term, year = _TERM.search(heading), _YEAR.search(heading)
    return "review_term" if term and not (year and year.start() < term.start()) else "review"


def _at_paragraph(
    walk: _Walk, start: int, words: str, paragraph: Paragraph, text: str, addressed: bool
) -> None:
    begin, role = walk.cue.begin, walk.role
    if (
        role in {"", "review", "review_term", "acknowledgements", "problems", "plan"}
        and walk.cue.see.search(words[:120])
        and role != "plan"
    ):
        walk.turn(start, "problems")
    elif role == "":
        walk.turn(start, "review")
    elif role == "opening":
        walk.turn(start, "review_term" if begin["review_term"].search(words) else "review")
    elif role == "review" and begin["review_term"].search(words):
        walk.turn(start, "review_term")
    elif role == "review_term" and walk.ahead and begin["plan"].search(words):
        walk.turn(start, "plan")
    elif role == "plan" and walk.ahead and walk.cue.old_plan.match(words):
        walk.turn(start, "review_term")
    elif role == "review_term" and begin["review"].search(words):
        walk.turn(start, "review")
    elif role in {"acknowledgements", "problems", "plan"} and begin["year_goals"].search(words):
        walk.turn(start, "year_goals")
    elif role == "year_tasks" and addressed and begin["self"].search(words[:200]):
        walk.turn(start, "self")
    elif role == "self" and begin["matters"].search(words[:80]) and walk.chapter != "self":
        walk.turn(start, "year_tasks")
    _announce(walk, paragraph, text, paragraph.start)


def _confess(walk: _Walk, paragraph: Paragraph, text: str) -> None:
    """Let the problems begin inside a paragraph, after the sentence that thanks."""
    thanked = walk.cue.thank.search(text, paragraph.start, paragraph.end)
    if thanked is None:
        return
    for begin, end in cut_sentences(text, thanked.end(), paragraph.end):
        if walk.cue.see.search(text, begin, end):
            walk.turn(begin, "problems")
            return


def _announce(walk: _Walk, paragraph: Paragraph, text: str, start: int) -> None:
    """Let the tasks begin at the sentence that announces them."""
    if walk.role != "year_goals" or not walk.cue.tasks.search(text, start, paragraph.end):
        return
    for begin, end in cut_sentences(text, start, paragraph.end):
        if walk.cue.tasks.search(text, begin, end):
            walk.turn(begin, "year_tasks")
            return
