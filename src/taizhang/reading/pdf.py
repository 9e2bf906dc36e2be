"""PDF: the text layer, page by page, or the scanned pages where there is none."""

import ctypes
import re
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from taizhang.reading.columns import Line, Page, compose
from taizhang.records import Mark, ReportError, Span

_MOST_PAGES = 600
_FEW_CHARACTERS = 30
_CHINESE = re.compile(r"[\u2e80-\u9fff]")
_NOTHING = frozenset((0, 0xAD, 0xFFFE, 0xFFFF))


def _characters(page: pypdfium2.PdfPage) -> Iterator[tuple[str, float, float, float]]:
    """Yield the characters of a page as its content has them: character, left, right, base line."""
    text = page.get_textpage()
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    height = page.get_height()
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code < 32 or code in _NOTHING or pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        yield chr(code), box.left, box.right, height - y.value
    text.close()


def _line(run: list[tuple[str, float, float, float]]) -> Line:
    while run[-1][0] == " ":
        run.pop()
    words = "".join(char for char, *_ in run)
    wide = [right - left for char, left, right, _ in run if not char.isascii()]
    em = sum(wide) / len(wide) if wide else 2 * (run[-1][2] - run[0][1]) / len(run)
    base = run[0][3]
    return Line(
        words, run[0][1], base - 0.85 * em, max(char[2] for char in run), base + 0.15 * em, max(em, 1.0)
    )


def _lines(page: pypdfium2.PdfPage) -> list[Line]:
    """Put the characters of a page together to lines, also where the content gives a line in pieces."""
    lines: list[Line] = []
    run: list[tuple[str, float, float, float]] = []
    for char in _characters(page):
        if run:
            width = max(char[2] - char[1], run[-1][2] - run[-1][1])
            apart = abs(char[3] - run[-1][3]) > 0.3 * width
            if apart or not -0.8 * width < char[1] - run[-1][2] < 0.8 * width:
                lines.append(_line(run))
                run = []
        if run or char[0] != " ":
            run.append(char)
    if run:
        lines.append(_line(run))
    return _mended(lines)


def _mended(lines: list[Line]) -> list[Line]:
    """Join pieces that follow one another on one line: sub- and superscripts, words in another font."""
    done: list[Line] = []
    for line in lines:
        last = done[-1] if done else None
        if (
            last
            and min(last.bottom, line.bottom) - max(last.top, line.top) > 0.4 * min(last.em, line.em)
            and -0.8 * last.em < line.left - last.right < 0.5 * max(last.em, line.em)
        ):
            top, bottom = min(last.top, line.top), max(last.bottom, line.bottom)
            big = last if len(last.text) >= len(line.text) else line
            gap = (
                " "
                if line.left - last.right > 0.2 * last.em and (last.text[-1] + line.text[0]).isascii()
                else ""
            )
            done[-1] = Line(f"{last.text}{gap}{line.text}", last.left, top, line.right, bottom, big.em)
        else:
            done.append(line)
    return done


def read_pdf(data: bytes, name: str) -> tuple[str, tuple[Mark, ...], tuple[Span, ...], str]:
    """Read a PDF: text, where its pages begin, running heads and jump marks, and ``pdf`` or ``scan``.

    A file without a text layer (or with one that holds no characters, only shapes) is read as a scan.

    Raises:
        ReportError: the file is encrypted or broken, has far too many pages, or is a scan and the extra
            ``scan`` is not installed.
    """
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReportError(
                f"{name}：PDF 已加密；请去掉密码后再试。 It is encrypted; remove its password."
            ) from error
        raise ReportError(
            f"{name}：PDF 已损坏，打不开；请重新下载或另存一次。"
            f" The PDF is broken; download it again or save it anew."
        ) from error
    if not 0 < count <= _MOST_PAGES:
        raise ReportError(f"{name}：PDF 有{count}页，不会是一份报告。 A PDF of {count} pages is no report.")
    try:
        pages = [
            Page(number, page.get_width(), page.get_height(), tuple(_lines(page)))
            for number, page in enumerate(document, 1)
        ]
        words = "".join(line.text for page in pages for line in page.lines)
        if len(_CHINESE.findall(words)) > _FEW_CHARACTERS * count or len(words) > 400 * count:
            return *compose(pages), "pdf"
        from taizhang.reading.scan import read_document  # noqa: PLC0415 - heavy, and an extra

        return *read_document(document, name), "scan"
    except pypdfium2.PdfiumError as error:
        raise ReportError(
            f"{name}：PDF 有一页读不出来；请重新下载。 A page of the PDF cannot be read; download it again."
        ) from error
    finally:
        document.close()
