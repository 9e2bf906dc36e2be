"""Mentions: every named project of a report with the stage that the words give it, in all its parts."""

import msgspec

from taizhang.outline import Layout
from taizhang.promises.clauses import split_clauses
from taizhang.promises.kinds import Matter, is_built, is_project
from taizhang.promises.predicates import read_leading
from taizhang.promises.projects import (
    NO_PROJECTS,
    ProjectList,
    is_named,
    project_id,
    project_words,
    read_projects,
)
from taizhang.records import Span

_SUBJECT_VERB = "推进"


class ProjectMention(msgspec.Struct, frozen=True):
    """A project where a report names it.

    Attributes:
        doc: name of the source.
        span: the clause.
        text: its words.
        name: full name, the common head of a list given back.
        project: identity, the same in every report that means the project.
        stage: ``plan``, ``sign``, ``start``, ``build`` or ``finish``.
        part: role of the part of the report: what a review says is reached, what tasks say is to be done.
    """

    doc: str
    span: Span
    text: str
    name: str
    project: str
    stage: str
    part: str


def project_mentions(layout: Layout) -> tuple[ProjectMention, ...]:
    """Find the named projects of a report, those before their verb too (墨池大桥建成通车)."""
    text, found = layout.clean.text, []
    for sentence in layout.sentences:
        for clause in split_clauses(text, sentence.start, sentence.end):
            projects = _projects(text[clause.start : clause.end])
            span = layout.clean.span(clause.start, clause.end)
            found += [
                ProjectMention(
                    doc=layout.source.name,
                    span=span,
                    text=span.words(layout.source.text),
                    name=name,
                    project=project_id(name),
                    stage=projects.stage or "build",
                    part=sentence.passage.role,
                )
                for name in projects.names
                if is_named(name)
            ]
    return tuple(found)


def _projects(words: str) -> ProjectList:
    """Read the projects of a clause, from its object or, where it opens with the name, from its subject."""
    predicate = read_leading(words)
    if predicate is not None:
        rest, verb, adverbs = words[predicate.object :], predicate.verb, predicate.adverbs
        projects = read_projects(verb, rest)
        return projects if is_project(Matter(verb, rest, adverbs, projects)) else NO_PROJECTS
    subject = read_projects(_SUBJECT_VERB, words)
    listed = subject.class_word in project_words("classes")
    stated = subject.stage != "build" and subject.names and (listed or is_built(subject.names[-1]))
    return subject if stated else NO_PROJECTS
