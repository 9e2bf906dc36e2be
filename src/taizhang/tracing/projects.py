"""Projects across two reports: how far one that the earlier report names has come in the later one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import msgspec

from taizhang.lexicon.tables import toml_table
from taizhang.promises.clauses import split_clauses
from taizhang.promises.projects import normal_name
from taizhang.records import Reason, Span, Task
from taizhang.report import Report
from taizhang.tracing.reports import checked_years
from taizhang.tracing.verdicts import MET, MISSED, NOT_REPORTED, UNDETERMINED

_ORDER = {"plan": 0, "sign": 1, "start": 2, "build": 2, "finish": 3}
# What a task of the new year tells about the state reached so far.
_REACHED_BEFORE = {"plan": 0, "sign": 0, "start": 0, "build": 2, "finish": 2}
_REVIEWS = frozenset({"review", "review_term"})
_TASKS = frozenset({"year_goals", "year_tasks", "plan"})
_SHORTEST = 4
_LATER_PHASE = re.compile("[2-9]期")


class ProjectLink(msgspec.Struct, frozen=True):
    """A project that the earlier report names, and what the later one says of it.

    Attributes:
        earlier: name of the earlier report.
        later: name of the later report.
        name: the project, as the earlier report calls it.
        project_id: its identity across reports.
        task: the task of the earlier report.
        promised: stage promised (plan, sign, start, build, finish).
        span: the clause of the later report that names it; None where there is none.
        words: that clause.
        stage: stage that the clause tells, None where it tells none.
        verdict: ``met``, ``missed``, ``undetermined`` or ``not_reported``.
        why: the rule.
    """

    earlier: str
    later: str
    name: str
    project_id: str
    task: Task
    promised: str
    span: Span | None
    words: str
    stage: str | None
    verdict: str
    why: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class _Mention:
    """A clause of the later report, in clean positions, with its normal form."""

    start: int
    end: int
    normal: str
    review: bool


def trace_projects(earlier: Report, later: Report) -> list[ProjectLink]:
    """Find what became of each project that the tasks of the earlier report name.

    Raises:
        ReportError: the two are no pair (same report, two places, wrong order), or have no year.
    """
    checked_years(earlier, later)
    clauses = list(_clauses(later))
    return [
        _link(earlier, later, task, name, project_id, clauses)
        for task in earlier.tasks
        if task.stage
        for name, project_id in zip(task.projects, task.project_ids, strict=True)
    ]


def _clauses(report: Report) -> Iterator[_Mention]:
    text = report.layout.clean.text
    for sentence in report.layout.sentences:
        role = sentence.passage.role
        if role in _REVIEWS or role in _TASKS:
            for clause in split_clauses(text, sentence.start, sentence.end):
                words = normal_name(text[clause.start : clause.end])
                yield _Mention(clause.start, clause.end, words, role in _REVIEWS)


def _link(
    earlier: Report, later: Report, task: Task, name: str, project_id: str, clauses: list[_Mention]
) -> ProjectLink:
    wanted, promised = normal_name(name), task.stage or "build"
    found = [each for each in clauses if _names(each.normal, wanted)]
    told = [(each, _stage(each.normal, wanted)) for each in found]
    best = max(told, key=_weight, default=None)
    verdict, rule = _verdict(promised, best[1], review=best[0].review) if best else (NOT_REPORTED, "unnamed")
    span = later.layout.clean.span(best[0].start, best[0].end) if best else None
    return ProjectLink(
        earlier=earlier.name,
        later=later.name,
        name=name,
        project_id=project_id,
        task=task,
        promised=promised,
        span=span,
        words=span.words(later.text) if span else "",
        stage=best[1] if best else None,
        verdict=verdict,
        why=(Reason("verdict", rule, f"{promised} | {(best and best[1]) or ''}"),),
    )


def _names(clause: str, name: str) -> bool:
    """Say whether a clause names a project: not another line (13号线) or a later phase (…二期) of the same name."""
    place = clause.find(name)
    if place < 0 or (len(name) < _SHORTEST and not name[0].isdigit()):
        return False
    longer = place > 0 and name[0].isdigit() and clause[place - 1].isdigit()
    return not longer and not _LATER_PHASE.match(clause, place + len(name))


def _weight(told: tuple[_Mention, str | None]) -> tuple[bool, bool, int]:
    mention, stage = told
    return stage is not None and mention.review, stage is not None, _ORDER.get(stage or "", 0)


@cache
def _stage_words() -> dict[str, re.Pattern[str]]:
    table = toml_table("projects")
    words = {stage: table["words"][stage].split() for stage in ("finish", "start", "sign", "plan")}
    words["build"] = toml_table("tracing")["project"]["under_way"]
    return {stage: re.compile("|".join(sorted(each, key=len, reverse=True))) for stage, each in words.items()}


def _stage(clause: str, name: str) -> str | None:
    """Read the stage from the words behind the name, else from those before it."""
    before, _, behind = clause.partition(name)
    for words in (behind, before):
        for stage, pattern in _stage_words().items():
            if pattern.search(words):
                return stage
    return None


def _verdict(promised: str, stage: str | None, *, review: bool) -> tuple[str, str]:
    if stage is None:
        return UNDETERMINED, "stage_untold"
    if review:
        return (MET, "stage_reached") if _ORDER[stage] >= _ORDER[promised] else (MISSED, "stage_behind")
    if _ORDER[promised] > 0 and _REACHED_BEFORE[stage] >= _ORDER[promised] and promised != "build":
        return MET, "stage_implied"
    if stage == promised and stage in ("start", "finish"):
        return MISSED, "promised_again"
    return UNDETERMINED, "under_way"
