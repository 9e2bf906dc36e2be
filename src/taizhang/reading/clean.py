"""Clean text: what the rules read, with the way back to every character of the source."""

import re
from array import array
from functools import cache

import msgspec

from taizhang.reading.breaks import GONE, join_lines
from taizhang.reading.characters import INVISIBLE, numbers_in_one_form, one_form
from taizhang.reading.furniture import find_furniture, merge
from taizhang.records import Source, Span

_SPACES = re.compile("  *")
# 1 9 9 8 年, 8 ．8 ％: single digits that were set apart
_SPACED_NUMBER = re.compile(r" (?:(?=%)(?<=\d )|(?=\.?\d(?![\d.])|\.)(?<=[\d.] )(?<!\d\d )(?<!\d\.\d ))")
_NOTE_MARK = re.compile(r"(?<=[^\n\x00])\[\d{1,3}\]")
_KEPT = re.compile(f"[^{GONE}]+")


class CleanText(msgspec.Struct, frozen=True):
    """The text that the rules read.

    What holds for ``text``:

    - digits, Latin letters, ``%``, ``+``, ``/``, ``~`` and the decimal point are half-width, and so are
      a thousands comma (1,100) and the colon of a ratio (2.35:1); a middle dot inside a number is a
      decimal point (19.5%), in a date (5·12) it stays;
    - the marks of the sentence are ，。、；：？！（）“”《》 in full width, whatever the source had;
    - simplified script; zeros of written numerals are 〇 (一九八〇年);
    - no invisible characters, no spaces beside a Chinese character or mark (one remains between Latin
      words, a tab between the cells of a table), no note marks ([12] inside a line), no furniture;
    - one paragraph a line, no empty lines, headings on lines of their own where the source had them so;
      lines broken in mid-sentence or mid-number are joined. No line break at the end.

    Every character comes from exactly one of the source; positions in it are *clean* positions.

    Attributes:
        text: the clean text.
        origin: for each clean character the position of its source character, increasing.
        furniture: source spans of the words around the report that were left out, joined where only white
            space stands between them.
    """

    text: str
    origin: "array[int]"
    furniture: tuple[Span, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Give the source span of the clean stretch ``[start, end)``.

        From the first character's source to the last one's: what clean-up left out between them
        (a line break inside a number) belongs to the span.
        """
        if start >= end:
            place = self.origin[start] if start < len(self.origin) else 0
            return Span(place, place)
        return Span(self.origin[start], self.origin[end - 1] + 1)


@cache  # sizes are powers of two, so that there are few
def _counted(size: int) -> "array[int]":
    """Give the positions from 0 on."""
    return array("i", range(size))


def _without(text: str, origin: "array[int]", kept: re.Pattern[str]) -> tuple[str, "array[int]"]:
    """Keep what the pattern matches, and the way back with it."""
    pieces, places = [], array("i")
    for run in kept.finditer(text):
        pieces.append(run[0])
        places += origin[run.start() : run.end()]
    return "".join(pieces), places


def _blank(text: str, spans: list[Span]) -> str:
    """Put ``GONE`` in the place of every character of the spans (in order), line breaks excepted."""
    pieces, done = [], 0
    for span in spans:
        start = max(span.start, done)
        pieces.append(text[done:start])
        pieces.append(re.sub(r"[^\n]", GONE, text[start : span.end]))
        done = max(done, span.end)
    pieces.append(text[done:])
    return "".join(pieces)


def _gone(match: re.Match[str]) -> str:
    return GONE * len(match[0])


def _spaces(run: re.Match[str]) -> str:
    """Keep one space between Latin words, none beside Chinese."""
    around = run.string[run.start() - 1 : run.start()] + run.string[run.end() : run.end() + 1]
    kept = len(around) == 2 and min(around) >= "!" and max(around) <= "~"
    return " " * kept + GONE * (len(run[0]) - kept)


def clean(source: Source) -> CleanText:
    """Clean a source's text; see ``CleanText`` for what that means."""
    text = _blank(source.text, list(source.furniture))
    origin = _counted(1 << len(text).bit_length())[: len(text)]
    if INVISIBLE.search(text):
        text, origin = _without(text, origin, re.compile(f"[^{INVISIBLE.pattern[1:-1]}]+"))
    text = one_form(text)
    found = find_furniture(text)
    text = _blank(text, found)
    text = _SPACED_NUMBER.sub(GONE, text)
    text = join_lines(text)
    text = _SPACES.sub(_spaces, text)
    text = _NOTE_MARK.sub(_gone, text) if "[" in text else text
    furniture = [Span(origin[span.start], origin[span.end - 1] + 1) for span in found]
    text, origin = _without(text, origin, _KEPT)
    return CleanText(numbers_in_one_form(text), origin, merge(source.text, [*source.furniture, *furniture]))
