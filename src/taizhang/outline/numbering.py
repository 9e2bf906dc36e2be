"""Series of numbered headings: which only count the items of a list, and which level each has."""

from bisect import bisect_left, bisect_right
from itertools import groupby, pairwise

import msgspec

from taizhang.outline.headings import ENDING, TELLING, FoundHeading
from taizhang.outline.paragraphs import number_of

_CHAPTER, _SECTION = "一、", "（一）"
_LOWEST = 3


def without_lists(found: list[FoundHeading]) -> list[FoundHeading]:
    """Leave out the items of lists: run-in numbers of which most open sentences too long for headings.

    A series that begins anew, or stands under another heading, is counted by itself. Series of the upper
    levels are settled first, so that a list inside a section does not cut the section's own series.
    """
    for level in range(1, _LOWEST + 1):
        dropped: set[int] = set()
        for run in _series(found, level):
            run_in = [heading for heading in run if heading.body > heading.end]
            if run_in and not _complete(run, level):
                dropped.update(heading.start for heading in run_in)
        found = [heading for heading in found if heading.start not in dropped]
    return found


def _complete(run: list[FoundHeading], level: int) -> bool:
    numbers = [number_of(heading.number) or 0 for heading in run]
    if level == _LOWEST:
        return numbers == list(range(1, len(run) + 1))
    return len(run) * 2 > numbers[-1]


def _series(found: list[FoundHeading], level: int) -> list[list[FoundHeading]]:
    """Give the series of a level: headings of one way of numbering whose numbers rise, under one heading."""
    closed: list[list[FoundHeading]] = []
    running: dict[str, list[FoundHeading]] = {}
    for heading in found:
        if heading.level < level:
            closed += running.values()
            running = {}
        if heading.level != level or not heading.mark:
            continue
        run = running.get(heading.mark)
        if run and (number_of(heading.number) or 0) <= (number_of(run[-1].number) or 0):
            closed.append(run)
            run = None
        if run is None:
            running[heading.mark] = run = []
        run.append(heading)
    return [*closed, *running.values()]


def with_levels(found: list[FoundHeading]) -> list[FoundHeading]:
    """Set the levels by how the headings stand in each other, where the usual order does not hold.

    Chapters without numbers hold 一、 as their second level; where the first heading is （一） and 一、
    begins only below it, the two change places. A series that runs between two neighbours of another one
    of the same marks stands a level below it.
    """
    chapters = [heading for heading in found if heading.level == 1 and not heading.number]
    chapters = [heading for heading in chapters if not ENDING.fullmatch(heading.text)]
    numbered = [heading for heading in found if heading.mark == _CHAPTER]
    sections = [heading for heading in found if heading.mark == _SECTION]
    shift: dict[str, int] = {}
    if len(chapters) > 1 and numbered and chapters[0].start < numbered[0].start:
        shift = {_CHAPTER: 2, _SECTION: 3}
    elif sections and found[0] is sections[0] and _is_outer(sections, numbered):
        shift = {_CHAPTER: 2, _SECTION: 1, "": 2}
    elif not (numbered or sections or chapters) and (mark := _only_chapters(found)):
        shift = {mark: 1}
    if shift:
        found = [_shifted(heading, shift) for heading in found]
    return _with_inner_series(found)


def _only_chapters(found: list[FoundHeading]) -> str:
    """Give the mark of a lower level (1., 第一) whose headings say that they are the chapters."""
    telling = [
        heading.mark for heading in found if heading.body == heading.end and TELLING.search(heading.text)
    ]
    return telling[0] if len(telling) > 1 and len(set(telling)) == 1 else ""


def _shifted(heading: FoundHeading, shift: dict[str, int]) -> FoundHeading:
    if not heading.mark and (heading.level > 1 or ENDING.fullmatch(heading.text)):
        return heading
    return msgspec.structs.replace(heading, level=shift.get(heading.mark, heading.level))


def _is_outer(sections: list[FoundHeading], numbered: list[FoundHeading]) -> bool:
    """Say whether （一） is the outer numbering: 一、 is not used, or begins anew below it."""
    if number_of(sections[0].number) != 1 or len(sections) < 2:
        return False
    return not numbered or number_of(numbered[0].number) == 1


def _with_inner_series(found: list[FoundHeading]) -> list[FoundHeading]:
    """Put run-in numbers that restart between two whole-line neighbours of the same marks a level lower."""
    lowered: set[int] = set()
    marked = sorted((heading for heading in found if heading.mark), key=lambda heading: heading.mark)
    for _, group in groupby(marked, key=lambda heading: heading.mark):
        series = list(group)
        lines = [heading for heading in series if heading.apart]
        if len(lines) < 2:
            lines = [heading for heading in series if heading.body == heading.end]
        starts = [heading.start for heading in series]
        for before, after in pairwise(lines):
            if number_of(after.number) == (number_of(before.number) or 0) + 1:
                first, last = bisect_right(starts, before.start), bisect_left(starts, after.start)
                lowered.update(starts[first:last])
    return [
        msgspec.structs.replace(heading, level=min(heading.level + 1, _LOWEST))
        if heading.start in lowered
        else heading
        for heading in found
    ]
