"""Links as files: promise and result side by side, sentence against sentence."""

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template

import msgspec

from taizhang.export.aside import written_aside
from taizhang.export.page import named
from taizhang.export.sheets import write_sheets
from taizhang.export.tables import Row, Sentences, Table, entry_figure, safe_text
from taizhang.lexicon.messages import Language, message, name_of
from taizhang.records import Entry, Link, ReportError, encode_row
from taizhang.report import Report

ENDINGS = (".jsonl", ".csv", ".xlsx", ".html")
_VERDICTS = ("met", "missed", "undetermined", "not_reported")
_COLUMNS = (
    *("verdict", "indicator", "target", "period", "result", "target_sentence", "result_sentence", "why"),
    *("earlier", "later", "id", "result_id"),
)


@dataclass(frozen=True, slots=True)
class Tracing:
    """Two reports of one place and the links between them."""

    earlier: Report
    later: Report
    links: Sequence[Link]


def write_tracings(tracings: Sequence[Tracing], path: Path) -> None:
    """Write the links of pairs of reports; the ending gives the format (``ENDINGS``).

    Raises:
        ReportError: an ending that is not known, a path that cannot be written.
    """
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise ReportError(f"{path}：结尾应为 {' '.join(ENDINGS)} 之一 / the ending must be one of these")
    with written_aside(path) as aside:
        writer(tracings, aside)


def verdict_counts(links: Sequence[Link]) -> dict[str, int]:
    """Count the links by verdict, in the order met, missed, undetermined, not reported."""
    counts = Counter(link.verdict for link in links)
    return {verdict: counts[verdict] for verdict in _VERDICTS}


def reasons_in_words(link: Link, language: Language = "zh") -> str:
    """Give the reasons of a verdict in one line; names that are the same and the quoted sentences are left out."""
    said = []
    for reason in link.why:
        if reason.rule == "sentence":
            continue
        one, bar, other = reason.words.partition(" | ")
        words = one if bar and one == other else reason.words.replace(" | ", " → ")
        name = name_of("rule", reason.rule, language)
        said.append(f"{name}：{words}" if words and not (bar and one == other) else name)
    return "；".join(said)


def _rows(tracings: Sequence[Tracing]) -> Iterator[Row]:
    for tracing in tracings:
        said, answered = Sentences(tracing.earlier), Sentences(tracing.later)
        for link in tracing.links:
            result = link.result
            yield {
                "verdict": link.verdict,
                "indicator": link.target.indicator,
                "target": entry_figure(link.target),
                "period": link.target.period,
                "result": entry_figure(result) if result else None,
                "target_sentence": said.around(link.target.span),
                "result_sentence": answered.around(result.span) if result else None,
                "why": reasons_in_words(link),
                "earlier": link.earlier,
                "later": link.later,
                "id": link.target.id,
                "result_id": result.id if result else None,
            }


def _write_jsonl(tracings: Sequence[Tracing], path: Path) -> None:
    with path.open("wb") as out:
        for tracing in tracings:
            out.writelines(encode_row(_bare(link)) + b"\n" for link in tracing.links)


def _bare(link: Link) -> Link:
    """Leave out how the entries were read; the reasons of the verdict stay."""
    replace = msgspec.structs.replace
    result = replace(link.result, why=()) if link.result else None
    return replace(link, target=replace(link.target, why=()), result=result)


def _write_csv(tracings: Sequence[Tracing], path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.DictWriter(out, _COLUMNS)
        writer.writeheader()
        writer.writerows({key: safe_text(value) for key, value in row.items()} for row in _rows(tracings))


def _write_workbook(tracings: Sequence[Tracing], path: Path) -> None:
    table = Table("links", _COLUMNS, lambda _: iter(()))
    write_sheets([(table, _rows(tracings))], path)


def _write_page(tracings: Sequence[Tracing], path: Path) -> None:
    assets = files("taizhang.export") / "assets"
    first = tracings[0]
    title = f"{first.earlier.area or first.earlier.name}：{message('trace_title')}"
    path.write_text(
        Template((assets / "trace.html").read_text(encoding="utf-8")).substitute(
            title=escape(title),
            body="\n".join(_section(tracing) for tracing in tracings),
            style=(assets / "trace.css").read_text(encoding="utf-8"),
            script=(assets / "trace.js").read_text(encoding="utf-8"),
        ),
        encoding="utf-8",
    )


def _section(tracing: Tracing) -> str:
    heading = f"{_called(tracing.earlier)} → {_called(tracing.later)}"
    counts = "".join(
        f'<button type="button" class="count {verdict}" data-verdict="{verdict}" aria-pressed="false">'
        f"<b>{count}</b> {named('verdict', verdict)}</button>"
        for verdict, count in verdict_counts(tracing.links).items()
    )
    said, answered = Sentences(tracing.earlier), Sentences(tracing.later)
    cards = "".join(_card(link, said, answered) for link in tracing.links)
    return f"<section><h2>{escape(heading)}</h2><p class='counts'>{counts}</p><ol>{cards}</ol></section>"


def _called(report: Report) -> str:
    return f"{report.year or ''} {report.outline.title or report.name}".strip()


def _card(link: Link, said: Sentences, answered: Sentences) -> str:
    anchor = f"e-{link.target.id}"
    return (
        f'<li class="{link.verdict}" data-verdict="{link.verdict}" id="{escape(anchor)}">'
        f'<header><span class="verdict">{named("verdict", link.verdict)}</span>'
        f"<strong>{escape(link.target.indicator)}</strong>"
        f'<a class="anchor" href="#{escape(anchor)}" aria-label="{escape(message("trace_anchor"))}">#</a></header>'
        f'<div class="sides">{_side(link.target, said, "target")}'
        f"{_side(link.result, answered, 'result') if link.result else _silence()}</div>"
        f'<p class="why">{escape(reasons_in_words(link))}</p></li>'
    )


def _side(entry: Entry, sentences: Sentences, kind: str) -> str:
    before, found, after = sentences.cut(entry.span)
    marked = f"{escape(before)}<mark>{escape(found)}</mark>{escape(after)}"
    return (
        f"<div><p class='figure'>{named('column', kind)} <b>{escape(entry_figure(entry))}</b> "
        f"<small>{escape(entry.period)} · {named('measure', entry.measure)}</small></p>"
        f"<blockquote>{marked}</blockquote></div>"
    )


def _silence() -> str:
    return f"<div><p class='figure'>{named('column', 'result')}</p><p class='none'>{named('verdict', 'not_reported')}</p></div>"


_WRITERS: dict[str, Callable[[Sequence[Tracing], Path], None]] = {
    ".jsonl": _write_jsonl,
    ".csv": _write_csv,
    ".xlsx": _write_workbook,
    ".html": _write_page,
}
