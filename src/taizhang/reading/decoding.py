"""From bytes to text, in whatever encoding an office saved them."""

import codecs
import re

from taizhang.lexicon.late import late
from taizhang.records import ReportError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be", "big5")
_SAMPLE = 60_000
# The most frequent characters of reports in both scripts: only a right decoding is full of them.
_FREQUENT = late(
    "[的国和一展发业会大建年人设民经工中二要高产改生实政全济三制新行社学力理家市十主化技动进加成城区"
    "國發業會設經產濟實進動區開為個這時對務與於，。、]"
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SOUND = 0.15
"""Share of frequent characters from which a decoding is taken as Chinese."""
_DAMAGED = 0.01
"""Share of undecodable bytes up to which a text is read with replacement characters in their places."""


def _soundness(text: str) -> float:
    wide = sum(not char.isascii() for char in text)
    return len(_FREQUENT.findall(text)) / wide if wide else 0.0


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _library_guess(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import, seldom needed

    best = from_bytes(sample, steps=5, chunk_size=2048, enable_fallback=False).best()
    return best.encoding if best else None


def find_encoding(data: bytes, name: str) -> str:
    """Find the encoding of a text.

    Args:
        data: the whole text, or a first part of it.
        name: what the reader calls the file in a message.

    Raises:
        ReportError: the bytes are no text in any encoding known.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    sample = data[:_SAMPLE]
    text = sample.decode("utf-8", "replace")
    if text.count("\ufffd") <= 1 + _DAMAGED * len(text) and b"\x00" not in sample:
        return "utf-8"
    scored = [
        (_soundness(sample.decode(encoding, "replace")), encoding)
        for encoding in _CANDIDATES
        if "utf-16" in encoding or b"\x00" not in sample
    ]
    soundness, encoding = max(scored, key=lambda pair: pair[0])
    if soundness >= _SOUND:
        return encoding
    if len(_CONTROL.findall(sample)) > _DAMAGED * len(sample):
        raise ReportError(
            f"{name}：不是文字，而是二进制数据；请另存为 txt、docx 或 pdf。"
            f" It is binary data, no text; save the report as txt, docx or pdf."
        )
    guess = _library_guess(sample)
    if guess is None:
        raise ReportError(
            f"{name}：认不出文字编码；请另存为 UTF-8。 Its character encoding is unknown; save it as UTF-8."
        )
    return guess


def decode(data: bytes, name: str, declared: str | None = None) -> tuple[str, str]:
    """Decode a text and say in which encoding it was.

    Args:
        data: the bytes of the file.
        name: what the reader calls the file in a message.
        declared: encoding that the file itself names; believed where the text then is Chinese.

    Raises:
        ReportError: the bytes are no text in any encoding known.
    """
    if declared and _known(declared):
        text = _try(data, _known(declared))
        if text is not None and _soundness(text[:_SAMPLE]) >= _SOUND:
            return text, _known(declared)
    encoding = find_encoding(data, name)
    text = data.decode(encoding, "replace")
    return text.removeprefix("\ufeff"), encoding


def _known(declared: str) -> str:
    """Give Python's name of an encoding (GB18030 for its parts, as pages name it loosely), or nothing."""
    try:
        name = codecs.lookup(declared.strip().strip("\"'")).name
    except LookupError:
        return ""
    return "gb18030" if name in {"gb2312", "gbk"} else name
