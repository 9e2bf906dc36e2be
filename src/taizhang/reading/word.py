"""Word files (.docx): paragraphs, tables, text boxes, notes in reading order, with the numbers Word sets."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from taizhang.records import Mark, ReportError

_LARGEST = 64 << 20
_RATIO = 200
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PART = "word/document.xml"
_LEVEL = re.compile(r"%(\d)")
_DIGITS = "零一二三四五六七八九"


def _open(data: bytes, name: str) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        archive.getinfo(_PART)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise ReportError(
            f"{name}：Word 文件已损坏；请用 Word 或 WPS 打开后另存一次。"
            f" The Word file is damaged; open it in Word or WPS and save it again."
        ) from error
    return archive


def _part(archive: zipfile.ZipFile, part: str, name: str) -> etree._Element | None:
    """Parse one part of the file, guarding against archives and XML that unfold without end."""
    try:
        info = archive.getinfo(part)
    except KeyError:
        return None
    if info.file_size > _LARGEST or info.file_size > _RATIO * max(info.compress_size, 1 << 14):
        raise ReportError(
            f"{name}：文件解压后过大，疑为压缩炸弹，没有打开。"
            f" Unpacked, the file is far too large for a report (a zip bomb?); it was not opened."
        )
    try:
        with archive.open(info) as packed:
            data = packed.read(_LARGEST + 1)
        if len(data) > _LARGEST or b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:65536]:
            raise ReportError(
                f"{name}：文件里有外部实体或异常的 XML，没有打开。"
                f" The file holds external entities or odd XML; it was not opened."
            )
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        return etree.fromstring(data.replace(_STRICT, _TRANSITIONAL), parser)
    except (
        etree.XMLSyntaxError,
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        EOFError,
        RuntimeError,
        ValueError,
    ) as error:
        raise ReportError(
            f"{name}：Word 文件已损坏或已加密；请用 Word 或 WPS 打开后另存一次。"
            f" The Word file is damaged or encrypted; open it in Word or WPS and save it again."
        ) from error
    except NotImplementedError as error:
        raise ReportError(
            f"{name}：文件的压缩方式不受支持；请另存一次。 Its compression is unknown; save it again."
        ) from error


def _chinese(number: int) -> str:
    """Write a number below 100 as list numbers are: 三, 十二, 二十."""
    tens, ones = divmod(number, 10)
    head = {0: "", 1: "十"}.get(tens, f"{_DIGITS[tens % 10]}十")
    return head + (_DIGITS[ones] if ones or not tens else "")


def _value(element: etree._Element | None, path: str) -> str | None:
    found = element.find(path) if element is not None else None
    return found.get(f"{_W}val") if found is not None else None


class _Numbers:
    """The numbers that Word sets before paragraphs: 一、 （二） 3."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        self._abstract: dict[str, str] = {}
        self._styles: dict[str, etree._Element] = {}
        self._counts: dict[tuple[str, int], int] = {}
        for one in numbering.iter(f"{_W}abstractNum") if numbering is not None else ():
            for level in one.iter(f"{_W}lvl"):
                key = (one.get(f"{_W}abstractNumId", ""), int(level.get(f"{_W}ilvl", "0")))
                start = _value(level, f"{_W}start") or "1"
                form = _value(level, f"{_W}numFmt") or "decimal"
                self._levels[key] = (form, _value(level, f"{_W}lvlText") or "", int(start))
        for one in numbering.iter(f"{_W}num") if numbering is not None else ():
            self._abstract[one.get(f"{_W}numId", "")] = _value(one, f"{_W}abstractNumId") or ""
        for style in styles.iter(f"{_W}style") if styles is not None else ():
            self._styles[style.get(f"{_W}styleId", "")] = style

    def _place(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """Give the list and level of a paragraph, its own or its style's."""
        properties = paragraph.find(f"{_W}pPr")
        style = self._styles.get(_value(properties, f"{_W}pStyle") or "")
        for owner in (properties, style.find(f"{_W}pPr") if style is not None else None):
            numbered = owner.find(f"{_W}numPr") if owner is not None else None
            if numbered is not None:
                number, level = _value(numbered, f"{_W}numId"), _value(numbered, f"{_W}ilvl") or "0"
                known = number in self._abstract and level.isdecimal()
                return (self._abstract[number], int(level)) if known and number else None
        return None

    def before(self, paragraph: etree._Element) -> str:
        """Count the paragraph and give the number that stands before it."""
        place = self._place(paragraph)
        if place is None or place not in self._levels:
            return ""
        listed, level = place
        form, pattern, start = self._levels[place]
        if form in {"bullet", "none"}:
            return ""
        self._counts[place] = self._counts.get(place, start - 1) + 1
        for deeper in [key for key in self._counts if key[0] == listed and key[1] > level]:
            del self._counts[deeper]
        return _LEVEL.sub(lambda mark: self._written(listed, int(mark[1]) - 1), pattern)

    def _written(self, listed: str, level: int) -> str:
        form, _, start = self._levels.get((listed, level), ("decimal", "", 1))
        number = self._counts.get((listed, level), start)
        chinese = form.startswith(("chinese", "japanese", "ideographTraditional", "taiwanese"))
        return _chinese(number) if chinese and number < 100 else str(number)


def _run_words(element: etree._Element) -> str:
    if element.tag == f"{_W}t":
        return element.text or ""
    if element.tag == f"{_W}noBreakHyphen":
        return "-"
    return "\t" if element.tag == f"{_W}tab" else "\n" if element.tag in {f"{_W}br", f"{_W}cr"} else ""


def _paragraphs(body: etree._Element, numbers: _Numbers) -> Iterator[str]:
    """Yield the paragraphs under an element; a table gives a line a row, a text box follows its paragraph."""
    for child in body:
        if child.tag == f"{_W}p":
            yield from _paragraph(child, numbers)
        elif child.tag == f"{_W}tbl":
            for row in child.iterfind(f"{_W}tr"):
                cells = [
                    "".join(words for words in _paragraphs(cell, numbers) if words)
                    for cell in row.iterfind(f"{_W}tc")
                ]
                yield "\t".join(cells)
        elif isinstance(child.tag, str) and child.tag != _FALLBACK:
            yield from _paragraphs(child, numbers)


def _paragraph(paragraph: etree._Element, numbers: _Numbers) -> Iterator[str]:
    words, boxes = [], []
    walk = etree.iterwalk(paragraph, events=("start",))
    for _, element in walk:
        if element.tag == f"{_W}txbxContent":
            boxes.append(element)
            walk.skip_subtree()
        elif element.tag in {_FALLBACK, f"{_W}pPr", f"{_W}moveFrom"}:
            walk.skip_subtree()
        else:
            words.append(_run_words(element))
    text = "".join(words)
    yield numbers.before(paragraph) + text if text.strip() else text
    for box in boxes:
        yield from _paragraphs(box, numbers)


def read_word(data: bytes, name: str) -> tuple[str, tuple[Mark, ...]]:
    """Read a Word file: a line a paragraph or table row (cells apart by tabs), and where each begins.

    Numbers that Word sets itself (一、 （二） 3.) are written out, as they belong to the words. Footnotes and
    endnotes follow the text; headers and footers are left out; of tracked changes the newer words are read.

    Raises:
        ReportError: the file is damaged, encrypted, unfolds without end or holds external entities.
    """
    archive = _open(data, name)
    document = _part(archive, _PART, name)
    body = document.find(f"{_W}body") if document is not None else None
    if body is None:
        raise ReportError(f"{name}：Word 文件里没有正文。 The Word file holds no text.")
    numbering, styles = (_part(archive, f"word/{part}.xml", name) for part in ("numbering", "styles"))
    try:
        numbers = _Numbers(numbering, styles)
    except ValueError:
        numbers = _Numbers(None, None)
    paragraphs = list(_paragraphs(body, numbers))
    for part in ("word/footnotes.xml", "word/endnotes.xml"):
        notes = _part(archive, part, name)
        if notes is not None:
            paragraphs += [line for line in _paragraphs(notes, numbers) if line.strip()]
    marks, start = [], 0
    for number, paragraph in enumerate(paragraphs, 1):
        marks.append(Mark(start, "paragraph", number))
        start += len(paragraph) + 1
    return "\n".join(paragraphs), tuple(marks)
