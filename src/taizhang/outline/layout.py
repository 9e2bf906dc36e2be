"""The layout of a report: what later floors read, in clean positions."""

from dataclasses import dataclass

from taizhang.reading import CleanText, clean
from taizhang.records import Outline, Source


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of clean text under one role and one heading path.

    Attributes:
        start: first clean position.
        end: one past the last.
        role: role of the part (opening, review, review_term, problems, acknowledgements, plan,
            year_goals, year_tasks, self, closing; empty outside all parts).
        section: heading path, outermost first.
        span_years: first and last year that the passage as a whole speaks of
            (a review of the 13th plan: 2016, 2020), None where it is a single year.
    """

    start: int
    end: int
    role: str
    section: tuple[str, ...] = ()
    span_years: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence (ending in 。！？ or the paragraph's end), in clean positions, and the passage it is in."""

    start: int
    end: int
    passage: Passage


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything that is known of a report before its figures are read.

    ``outline`` holds the row for people (source spans); ``sentences`` what the figures are read from,
    headings left out, in order.
    """

    source: Source
    clean: CleanText
    outline: Outline
    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]

    @property
    def area(self) -> str | None:
        """Place of the report, given or found."""
        return self.outline.area

    @property
    def year(self) -> int | None:
        """Year in which the report is given; periods hang on it."""
        return self.outline.year


def lay_out(source: Source) -> Layout:
    """Read the layout of a source."""
    cleaned = clean(source)
    outline = Outline(doc=source.name, area=source.area, year=source.year)
    whole = Passage(0, len(cleaned.text), "")
    sentences, start = [], 0
    for index, char in enumerate(cleaned.text):
        if char in "。！？\n":
            if index > start:
                sentences.append(Sentence(start, index + 1, whole))
            start = index + 1
    if start < len(cleaned.text):
        sentences.append(Sentence(start, len(cleaned.text), whole))
    return Layout(source, cleaned, outline, (whole,), tuple(sentences))
