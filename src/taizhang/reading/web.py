"""Saved web pages: the words of the report in the midst of the site's furniture."""

import email
import email.policy
import re
from collections import Counter

from lxml import etree, html

from taizhang.reading.decoding import decode
from taizhang.records import ReportError

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    ]
)
_SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "iframe",
        "object",
        "embed",
        "svg",
        "canvas",
        "video",
        "audio",
        "select",
        "button",
        "input",
        "textarea",
        "map",
        "nav",
    ]
)
_CELLS = frozenset(("td", "th"))
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_SENTENCE = re.compile(r"[，。；！？,;]")
_TITLE = re.compile(r"工作报告")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_DOMINANT = 0.9
"""Share of the sentences that a part of the page must hold to be gone into."""


def _page(data: bytes, name: str) -> tuple[str, str]:
    declared = _CHARSET.search(data[:4096])
    return decode(data, name, declared[1].decode("ascii") if declared else None)


def _part_of_archive(data: bytes, name: str) -> tuple[str, str]:
    """Give the page in a web archive (.mht, MIME)."""
    archive = email.message_from_bytes(data, policy=email.policy.default)
    for part in archive.walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                declared = part.get_content_charset()
                return decode(page, name, declared) if declared else _page(page, name)
    raise ReportError(f"{name}：网页存档里没有网页。 The web archive holds no page.")


def _weights(root: etree._Element) -> Counter[etree._Element]:
    """Count the marks of sentences in every element, what stands in it included."""
    weights: Counter[etree._Element] = Counter()
    for _, element in etree.iterwalk(root, events=("end",)):
        if element.tag in _SILENT:
            weights[element] = 0
        else:
            weights[element] += len(_SENTENCE.findall(element.text or ""))
        parent = element.getparent()
        if parent is not None:
            weights[parent] += weights[element] + len(_SENTENCE.findall(element.tail or ""))
    return weights


def _main(root: etree._Element) -> etree._Element:
    """Go down from the body as long as one child holds nearly all sentences."""
    weights = _weights(root)
    node, whole = root, weights[root]
    while True:
        child = max(node, key=lambda element: weights[element], default=None)
        if child is None or child.tag not in _BLOCKS | {"td"} or weights[child] < _DOMINANT * max(whole, 1):
            return node
        node = child


def _is_menu(element: etree._Element) -> bool:
    """Say whether a block is only links, as menus and lists of other news are."""
    if element.tag not in {"ul", "ol", "div", "p", "dl", "table", "section", "aside"}:
        return False
    links = list(element.iter("a"))
    if len(links) < 3:
        return False
    words = "".join(element.itertext())
    linked = sum(len("".join(link.itertext())) for link in links)
    return "。" not in words and linked > 0.6 * len(words.strip())


class _Lines:
    """The words of a page as a browser sets them, block by block."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._line: list[str] = []

    def say(self, words: str | None) -> None:
        if words:
            self._line.append(_SPACE.sub(" ", words))

    def end(self) -> None:
        line = "".join(self._line).strip(" ")
        if line:
            self.lines.append(line)
        self._line = []


def _lines(root: etree._Element, first: etree._Element, main: etree._Element) -> list[str]:
    """Give the lines from ``first`` (the title, or the main part itself) to the end of the main part."""
    lines = _Lines()
    started = False
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        started = started or element is first
        spoken = (
            isinstance(tag, str) and tag not in _SILENT and not _HIDDEN.search(element.get("style") or "")
        )
        if event == "start":
            if spoken and (element is root or element is main or not _is_menu(element)):
                if tag in _BLOCKS or tag == "br":
                    lines.end()
                lines.say(element.text if started else None)
                continue
            walk.skip_subtree()
        elif spoken and (tag in _BLOCKS or tag == "br"):
            lines.end()
        elif tag in _CELLS and element.getnext() is not None:
            lines.say("\t")
        if event == "end":
            if element is main:
                break
            lines.say(element.tail if started else None)
    lines.end()
    return lines.lines


def _title(body: etree._Element, main: etree._Element) -> etree._Element:
    """Give the title that stands before the main part, the main part itself where there is none."""
    title = main
    for element in body.iter("h1", "h2", main.tag):
        if element is main:
            break
        words = "".join(element.itertext())
        if element.tag == "h1" or (element.tag == "h2" and _TITLE.search(words)):
            title = element
    return title


def read_page(data: bytes, name: str) -> tuple[str, str]:
    """Read a saved web page (.html, .mht): the words of its main part, a line a paragraph, and the encoding.

    Raises:
        ReportError: there is no page or no text in it.
    """
    archived = re.match(rb"\s*(From|MIME-Version|Date|Subject|Content-)[^\n]*:", data[:200], re.IGNORECASE)
    page, encoding = _part_of_archive(data, name) if archived else _page(data, name)
    parser = html.HTMLParser(no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", page), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReportError(f"{name}：网页里没有文字。 The page holds no text.") from error
    body = root.find("body")
    body = root if body is None else body
    main = _main(body)
    return "\n".join(_lines(body, _title(body, main), main)), encoding
