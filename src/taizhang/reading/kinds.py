"""What a file is, by its content."""

import re

from taizhang.records import ReportError

_WEB = re.compile(rb"<(!doctype html|html|head|body|meta)\b", re.IGNORECASE)
_PIECE_OF_WEB = re.compile(rb"<(div|p|table|span)\b[^<]*>", re.IGNORECASE)
_ARCHIVE = re.compile(
    rb"\s*(From|MIME-Version|Date|Subject|Snapshot-Content-Location|Content-Type):", re.IGNORECASE
)
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"BM", b"II*\x00", b"MM\x00*")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TABLES = {".csv": "csv", ".tsv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl"}
_NO_REPORTS = (
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "rar"),
    (b"\x1f\x8b", "gzip"),
    (b"\x7fELF", "ELF"),
    (b"MZ\x90", "exe"),
)


def _zipped(head: bytes, name: str) -> str:
    """Tell what a zip archive holds by the names of its first parts."""
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in head:
        return "odt"
    if b"xl/" in head or b"ppt/" in head:
        raise ReportError(
            f"{name}：是表格或幻灯片，不是报告；表格请另存为 csv，每行一份报告。"
            f" It is a workbook or slides; save a workbook as csv, one report a row."
        )
    if b"word/" in head or b"[Content_Types].xml" in head or b"_rels/" in head or b"docProps/" in head:
        return "docx"
    raise ReportError(f"{name}：是压缩包；请先解压。 It is a zip archive; unpack it first.")


def kind_of(head: bytes, ending: str, name: str) -> str:
    """Tell the kind of a file by its first bytes, by its ending only where they do not say.

    Args:
        head: the first few kilobytes.
        ending: the file's ending in lower case (``.csv``).
        name: what the reader calls the file in a message.

    Returns:
        text, html, docx, doc, wps, rtf, odt, pdf, image, csv or jsonl.

    Raises:
        ReportError: the file is empty, or of a kind that holds no report.
    """
    if not head.strip(b"\x00\r\n\t "):
        raise ReportError(f"{name}：文件是空的。 The file is empty.")
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _zipped(head, name)
    if head.startswith(_OLE):
        return "wps" if ending == ".wps" else "doc"
    if head.startswith(_IMAGES) or (head.startswith(b"RIFF") and head[8:12] == b"WEBP"):
        return "image"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    for magic, kind in _NO_REPORTS:
        if head.startswith(magic):
            raise ReportError(f"{name}：是{kind}文件，不是报告。 It is a {kind} file, no report.")
    if ending in _TABLES:
        return _TABLES[ending]
    if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{") and b'":' in head:
        return "jsonl"
    plain = head.replace(b"\x00", b"")
    if _WEB.search(plain) or (_ARCHIVE.match(plain) and b"text/html" in plain):
        return "html"
    return "html" if ending.startswith(".htm") and _PIECE_OF_WEB.search(head) else "text"
