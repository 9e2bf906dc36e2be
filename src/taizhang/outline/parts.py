"""Parts of a report and their role: what is looked back on, what is wrong, what is wanted."""

import re

import msgspec

from taizhang.outline.cues import Cues, cues
from taizhang.outline.headings import FoundHeading
from taizhang.outline.paragraphs import Paragraph
from taizhang.outline.sentences import cut_sentences

_ADDRESS = re.compile(r"^各位(?:代表|委员)[^，。！：]{0,6}[！，：。!,:]\s*")
_LOOKS_BACK = {"", "review", "review_term", "acknowledgements", "problems"}


class FoundPart(msgspec.Struct, frozen=True):
    """A stretch of clean text with one role."""

    role: str
    start: int
    end: int


class _Walk:
    """The walk through the paragraphs: it keeps the role of the moment and notes where it changes."""

    def __init__(self, cue: Cues) -> None:
        self.cue = cue
        self.role = ""
        self.chapter: str | None = None
        self.ahead = False
        self.bare = False
        self.abroad = False
        self.before = ""
        self.fresh = False
        self.titled = False
        self.addressed = False
        self.assumed = False
        self.yearly = False
        self.both_years = False
        self.term_only = False
        self.owed = ""
        self.last_past = 0
        self.marks: list[tuple[int, str]] = []

    def turn(self, position: int, role: str) -> None:
        """Begin ``role`` at ``position``, unless it is the role already."""
        if role == self.role:
            return
        if role in {"acknowledgements", "problems"} and self.role not in {"acknowledgements", "problems"}:
            self.before = self.role
        self.role = role
        if self.marks and self.marks[-1][0] == position:
            self.marks.pop()
        if not self.marks or self.marks[-1][1] != role:
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
    walk.bare = year is not None and all(heading.level > 1 for heading in headings)
    opened = {heading.start: heading for heading in headings}
    chapters = [heading for heading in headings if heading.level == 1]
    walk.last_past = max((one.start for one in chapters if walk.cue.chapter(one.text) == "past"), default=0)
    first = _opening_length(walk.cue, body, opened)
    if first:
        walk.turn(body[0].start, "opening")
    thanks = _thanks(walk.cue, body, first, opened)
    closing, after = find_closing(body, opened, year)
    end = body[after - 1].end
    numbered = max(
        (
            heading.start
            for heading in headings
            if heading.number and heading.level < 3 and heading.start < end
        ),
        default=0,
    )
    address: int | None = None
    for index in range(first, after):
        paragraph = body[index]
        start = paragraph.start if address is None else address
        words = _ADDRESS.sub("", paragraph.text)
        if not words and index + 1 < after:
            address = start
            continue
        addressed = start != paragraph.start or words != paragraph.text
        address = None
        walk.addressed = addressed
        heading = opened.get(paragraph.start)
        if index >= closing:
            walk.turn(start, "closing")
        elif heading is not None:
            _at_heading(walk, heading, paragraph, text)
            walk.fresh = heading.level == 1
            walk.titled = walk.role == "problems" and heading.level < _LOWEST
            continue
        elif index in thanks:
            walk.turn(start, "acknowledgements")
            _confess(walk, paragraph, text)
        else:
            late = addressed and start > numbered
            _at_paragraph(walk, start, words, late, index - 1 in thanks)
            _announce(walk, paragraph, text, paragraph.start)
            _resolve(walk, paragraph, text)
        walk.fresh = False
    ends = [start for start, _ in walk.marks[1:]] + [end]
    return [FoundPart(role, start, end) for (start, role), end in zip(walk.marks, ends, strict=True)]


def _opening_length(cue: Cues, body: list[Paragraph], opened: dict[int, FoundHeading]) -> int:
    """Count the paragraphs of the opening: the address, and what asks the congress for its review."""
    count = 0
    for index, paragraph in enumerate(body[:4]):
        if paragraph.start in opened:
            break
        if cue.report.search(paragraph.text):
            count = index + 1
            while count < len(body) and cue.about.search(body[count].text):
                count += 1
            return count
        if index == 0 and not _ADDRESS.sub("", paragraph.text):
            count = 1
    return count


def _thanks(cue: Cues, body: list[Paragraph], first: int, opened: dict[int, FoundHeading]) -> set[int]:
    """Find the paragraphs that thank, with those before them that say what the success rests on.

    They stand in the review: thanks after the first chapter on something else are not meant.
    """
    last = None
    chapters = 0
    for index in range(first, len(body)):
        heading = opened.get(body[index].start)
        if heading and heading.level == 1:
            chapters += 1
            kind = cue.chapter(heading.text)
            if kind not in {"past", ""} or (chapters > 1 and not kind):
                break
        if cue.thanks(body[index].text, 0, len(body[index].text)) is not None:
            last = index
    if last is None:
        return set()
    start = last
    while (
        start > first
        and body[start - 1].start not in opened
        and not _opens_chapter(body, start - 1, opened)
        and not cue.see.search(body[start - 1].text[:_START])
        and cue.before_thanks.search(body[start - 1].text[:160])
    ):
        start -= 1
    for index in range(start - 1, max(first, start - _MOST_BETWEEN) - 1, -1):
        if body[index].start in opened:
            break
        if cue.first_thanks.search(body[index].text[:_START]):
            start = index
            break
    return set(range(start, last + 1))


def _opens_chapter(body: list[Paragraph], index: int, opened: dict[int, FoundHeading]) -> bool:
    heading = opened.get(body[index - 1].start) if index else None
    return heading is not None and heading.level == 1


def find_closing(body: list[Paragraph], opened: dict[int, FoundHeading], year: int | None) -> tuple[int, int]:
    """Give the index of the paragraph with which the last words begin, and the one after the report's last.

    What follows the last words in a file (explanations of terms, notes of a site) is no part of the report.
    """
    cue = cues(year)
    body = body[: _annex(cue, body)]
    last = len(body) - 1
    for index in range(last, len(body) // 2, -1):
        heading = opened.get(body[index].start)
        if heading and cue.chapter(heading.text) == "closing":
            return index, _after_closing(cue, body, index + 1)
        if cue.call.search(body[index].text):
            after = _after_closing(cue, body, index)
            if after == len(body) and last - index > _LONGEST_CLOSING:
                break
            address = index and not _ADDRESS.sub("", body[index - 1].text)
            return index - bool(address), after
    for index in range(last, max(last - 3, len(body) // 2), -1):
        if _ADDRESS.match(body[index].text) and body[index].start not in opened:
            return index, len(body)
    after = _without_notes(cue, body)
    return after, after


def _annex(cue: Cues, body: list[Paragraph]) -> int:
    """Give the index of the line that heads what is appended to a report, or the number of its paragraphs."""
    for index in range(len(body) // 4 + 1, len(body)):
        words = body[index].text
        if len(words) <= _LONGEST_TITLE and words[-1] not in "。；" and cue.annex.search(words):
            return index
    return len(body)


def _without_notes(cue: Cues, body: list[Paragraph]) -> int:
    """Give the number of paragraphs without the notes at the end: a mere list of numbers is the last of the tasks."""
    after = index = len(body)
    while index > 1 and cue.appendix.search(body[index - 1].text[:40]):
        index -= 1
        words = body[index].text
        if not cue.numbered.search(words) or cue.explains.search(words[:40]):
            after = index
    return after


_LONGEST_CLOSING = 6
_LONGEST_TITLE = 30


def _after_closing(cue: Cues, body: list[Paragraph], start: int) -> int:
    for index in range(start, len(body)):
        words = body[index].text
        if index > start and (cue.appendix.search(words[:40]) or words[-1] not in "。！？!”）…："):
            return index
    return len(body)


def _at_heading(walk: _Walk, heading: FoundHeading, paragraph: Paragraph, text: str) -> None:
    if heading.level == 1:
        _at_chapter(walk, heading)
    elif walk.role in {"year_goals", "year_tasks"} and walk.cue.chapter(heading.text) == "self":
        walk.turn(heading.start, "self")
    elif heading.level == 2 and (section := _section_role(walk, heading)):
        walk.turn(heading.start, section)
    elif walk.role == "year_goals" and heading.level == 2:
        walk.turn(heading.start, "year_tasks")
    elif walk.ahead and heading.level == 2 and walk.cue.old_plan.search(heading.text):
        walk.turn(heading.start, "review_term")
    elif walk.chapter == "plan" and heading.level == 2 and walk.role in _LOOKS_BACK:
        walk.turn(heading.start, "plan")
    elif (
        walk.role == "self" and heading.level == 3 and walk.cue.begin["matters"].search(heading.text[:_START])
    ):
        walk.turn(heading.start, "year_tasks")
    elif walk.role == "problems" and heading.level == _LOWEST and heading.mark in _ITEMS:
        pass
    elif walk.role in {"acknowledgements", "problems"}:
        walk.turn(heading.start, walk.before)
    elif walk.role in {"", "opening"}:
        walk.turn(heading.start, "review")
    _announce(walk, paragraph, text, heading.body)


def _at_chapter(walk: _Walk, heading: FoundHeading) -> None:
    kind = walk.cue.chapter(heading.text)
    if kind == "plan" and walk.yearly and not walk.cue.begin["plan_heading"].search(heading.text):
        kind = ""
    first = walk.chapter is None
    walk.chapter = kind
    walk.owed = _other_review(heading.text) if kind == "past" else ""
    walk.term_only = kind == "past" and not walk.owed and _past_role(heading.text) == "review_term"
    walk.ahead = walk.cue.looks_ahead(heading.text)
    walk.abroad = not kind and bool(walk.cue.abroad["heading"].search(heading.text))
    walk.both_years = kind in {"past", "plan"} and bool(walk.cue.this_year.search(heading.text))
    walk.turn(heading.start, _chapter_role(walk, kind, heading, first))
    walk.yearly = walk.yearly or kind == "year"
    walk.assumed = not (kind or walk.yearly) and walk.role == "year_tasks"


def _section_role(walk: _Walk, heading: FoundHeading) -> str:
    """Say what a section is about, where it is a line of its own and its words tell, else nothing."""
    if heading.body > heading.end:
        return ""
    names: tuple[str, ...] = ("year_goals",) if walk.role == "year_goals" else ()
    if walk.chapter == "past":
        names = ("problems", "review_term", "review")
    return next((name for name in names if walk.cue.section[name].search(heading.text)), "")


def _chapter_role(walk: _Walk, kind: str, heading: FoundHeading, first: bool) -> str:
    if kind == "past":
        return _past_role(heading.text)
    if kind == "year":
        going_on = walk.role in {"year_goals", "year_tasks"} and not walk.assumed
        going_on = going_on and not walk.cue.year_plan.search(heading.text)
        return "year_tasks" if going_on else "year_goals"
    if kind:
        return kind
    if walk.abroad or walk.role in {"", "opening"} or (first and walk.role in _LOOKS_BACK):
        return "review"
    # 四、同过去比较, where a later chapter still looks back.
    if walk.role in _LOOKS_BACK and heading.start < walk.last_past:
        return "review"
    return "plan" if walk.role == "plan" else "year_tasks"


_SEVERAL = r"[二三四五六七八九十]"
_TERM = re.compile(rf"五”|(?<![\d〇○零]){_SEVERAL}年|届政府")
_YEAR = re.compile(r"\d{4}年|一年|去年|[一二][九〇○零]..年")


def _past_role(heading: str) -> str:
    """Say which review comes first where a heading names both."""
    term, year = _TERM.search(heading), _YEAR.search(heading)
    return "review_term" if term and not (year and year.start() < term.start()) else "review"


def _other_review(heading: str) -> str:
    """Give the review that comes second where a heading names both, else nothing."""
    if not (_TERM.search(heading) and _YEAR.search(heading)):
        return ""
    return "review" if _past_role(heading) == "review_term" else "review_term"


# Marks of the items in which problems are told one by one.
_ITEMS = {"一是", "第一"}
_LOWEST = 3
# Paragraphs that may stand between what the success rests on and the thanks.
_MOST_BETWEEN = 4
# Cues stand in the first words of a paragraph.
_START = 60
_FIRST_WORDS = 200
_SOON = 100


def _at_paragraph(walk: _Walk, start: int, words: str, late: bool, thanked: bool) -> None:
    """Turn where the first words of a paragraph say so.

    Args:
        walk: the walk, at its role so far.
        start: where the part would begin (at the address before the paragraph).
        words: the paragraph without the address.
        late: whether it addresses the congress after the last numbered heading.
        thanked: whether the paragraph before it thanked.
    """
    if walk.abroad:
        _at_paragraph_abroad(walk, start, words)
        return
    cue, begin = walk.cue, walk.cue.begin
    first = words[:_FIRST_WORDS]
    if walk.role in _LOOKS_BACK and not walk.fresh and cue.see.search(words[:120]):
        walk.turn(start, "problems")
    elif _begins_goals(walk, words):
        walk.turn(start, "year_goals")
    elif _plans_unheaded(walk, words):
        walk.turn(start, "year_goals" if begin["year_goals"].search(words) else "plan")
    elif not _goes_on(walk, first, thanked):
        walk.turn(start, walk.before)
    if walk.role in {"", "opening"}:
        walk.turn(start, "review_term" if begin["review_term"].search(words) else "review")
    elif walk.role == "review" and _begins_term(walk, words):
        walk.turn(start, "review_term")
    elif walk.role == "review_term" and walk.ahead and _begins_plan(walk, words):
        walk.turn(start, "plan")
    elif walk.role == "plan" and walk.ahead and _looks_back(walk, words):
        walk.turn(start, "review_term")
    elif walk.role == "review_term" and _begins_year(walk, words):
        walk.turn(start, "review")
    elif walk.role in {"year_goals", "year_tasks"} and late and begin["self"].search(first):
        walk.turn(start, "self")
    elif walk.role == "self" and begin["matters"].search(words[:_START]):
        walk.turn(start, "year_tasks")


def _begins_goals(walk: _Walk, words: str) -> bool:
    """Say whether a paragraph begins what is wanted of the year, where that may be."""
    ready = walk.role in {"acknowledgements", "problems", "plan"} or (
        walk.both_years and walk.role == "review"
    )
    named = walk.both_years and walk.role == "plan" and walk.cue.begin["goals_next"].search(words)
    return ready and bool(named or walk.cue.begin["year_goals"].search(words))


_OTHER_SPAN = re.compile(r"[两二三四六七八九]个?年")


def _begins_term(walk: _Walk, words: str) -> bool:
    """Say whether a paragraph in the review of a year begins that of the years before.

    三年来，…累计下降12% tells of other years in passing.
    """
    if walk.owed == "review_term" and walk.addressed and walk.cue.begin["owed_term"].search(words):
        return True
    begin = walk.cue.begin
    if walk.term_only and begin["term_again"].search(words) and not begin["year_still"].search(words[:_SOON]):
        return True
    match = begin["review_term"].search(words)
    return match is not None and ("五" in match.group() or not _OTHER_SPAN.search(match.group()))


def _begins_year(walk: _Walk, words: str) -> bool:
    begin = walk.cue.begin
    owed = walk.owed == "review" and walk.addressed and begin["owed_year"].search(words)
    return bool(owed or begin["review"].search(words))


def _begins_plan(walk: _Walk, words: str) -> bool:
    begin = walk.cue.begin
    return bool(begin["plan"].search(words) or begin["plan_next"].search(words))


def _looks_back(walk: _Walk, words: str) -> bool:
    return bool(walk.cue.old_plan.match(words) or walk.cue.begin["before_plan"].match(words))


def _plans_unheaded(walk: _Walk, words: str) -> bool:
    """Say whether a paragraph begins what is wanted in a report without chapters."""
    if not walk.bare or walk.role not in _LOOKS_BACK or words.startswith("到"):
        return False
    return bool(walk.cue.begin["plan"].search(words) or walk.cue.begin["year_goals"].search(words))


def _goes_on(walk: _Walk, first: str, thanked: bool) -> bool:
    """Say whether a paragraph goes on with the problems or the thanks, if the walk is at them."""
    if walk.role == "problems":
        return walk.titled or walk.cue.more.search(first) is not None
    if walk.role == "acknowledgements":
        return thanked and walk.cue.after_thanks.search(first) is not None
    return True


def _at_paragraph_abroad(walk: _Walk, start: int, words: str) -> None:
    """Turn in a chapter on the world: to what happened there, and to what the country will do."""
    past, ahead = walk.cue.abroad["past"].search(words), walk.cue.abroad["ahead"].search(words[:_FIRST_WORDS])
    if walk.role == "year_tasks" and past:
        walk.turn(start, "review")
    elif walk.role == "review" and ahead and not past:
        walk.turn(start, "year_tasks")


def _resolve(walk: _Walk, paragraph: Paragraph, text: str) -> None:
    """Let what the country will do in the world begin inside a paragraph that tells of the year before."""
    if not walk.abroad or walk.role != "review" or not walk.cue.abroad["past"].search(paragraph.text):
        return
    _turn_inside(walk, "year_tasks", walk.cue.abroad["ahead"], text, paragraph.start, paragraph.end)


def _confess(walk: _Walk, paragraph: Paragraph, text: str) -> None:
    """Let the problems begin inside a paragraph, after the sentence that thanks."""
    thanked = walk.cue.thanks(text, paragraph.start, paragraph.end)
    if thanked is not None:
        _turn_inside(walk, "problems", walk.cue.see, text, thanked, paragraph.end)


def _announce(walk: _Walk, paragraph: Paragraph, text: str, start: int) -> None:
    """Let the tasks begin at the sentence that announces them."""
    if walk.role == "year_goals" and walk.cue.tasks.search(text, start, paragraph.end):
        _turn_inside(walk, "year_tasks", walk.cue.tasks, text, start, paragraph.end)


def _turn_inside(walk: _Walk, role: str, cue: re.Pattern[str], text: str, start: int, end: int) -> None:
    """Begin a role with the first sentence of ``text[start:end]`` that holds its cue, if one does."""
    for begin, stop in cut_sentences(text, start, end):
        if cue.search(text, begin, stop):
            walk.turn(begin, role)
            return
