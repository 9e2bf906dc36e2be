"""Scanned pages by way of OCR (the extra ``scan``: rapidocr, whose wheel carries the Chinese model)."""

import io
import math
from collections.abc import Iterable, Iterator
from functools import cache
from statistics import median
from typing import Any

import pypdfium2

from taizhang.reading.columns import Line, Page, compose
from taizhang.records import Mark, ReportError, Span

_DOTS_PER_INCH = 200
_MOST_PIXELS = 100_000_000
_LONGEST_SIDE = 4000
_Text = tuple[str, tuple[Mark, ...], tuple[Span, ...]]


@cache
def _engine() -> Any:
    """Load the OCR once."""
    try:
        import logging  # noqa: PLC0415

        from rapidocr import RapidOCR  # noqa: PLC0415 - an extra

        logging.getLogger("RapidOCR").setLevel(logging.ERROR)
        settings = {
            "Global.log_level": "error",
            "Global.max_side_len": _LONGEST_SIDE,
            "Global.use_cls": False,
        }
        return RapidOCR(params=settings)
    except ImportError as error:
        raise ReportError(
            "扫描件需要文字识别；请安装：pip install 'taizhang[scan]'。"
            " A scan needs OCR: pip install 'taizhang[scan]'."
        ) from error


def _lines(found: Any) -> list[Line]:
    """Turn the boxes of the OCR into lines, set straight by the angle at which most of them lie."""
    if found.boxes is None or not len(found.boxes):
        return []
    boxes = [[(float(x), float(y)) for x, y in box] for box in found.boxes]
    slopes = [
        math.atan2(box[1][1] - box[0][1], box[1][0] - box[0][0])
        for box in boxes
        if box[1][0] - box[0][0] > 4 * (box[3][1] - box[0][1])
    ]
    angle = median(slopes) if slopes else 0.0
    cos, sin = math.cos(angle), math.sin(angle)
    lines = []
    for box, words in zip(boxes, found.txts, strict=True):
        straight = [(x * cos + y * sin, y * cos - x * sin) for x, y in box]
        left, right = min(x for x, _ in straight), max(x for x, _ in straight)
        middle = sum(y for _, y in straight) / 4
        columns = 2 * len(words) - sum(map(str.isascii, words))
        height = max(y for _, y in straight) - min(y for _, y in straight)
        em = min(max(2 * (right - left) / max(columns, 1), 0.5 * height), 1.1 * height)
        lines.append(Line(words.strip(), left, middle - em / 2, right, middle + em / 2, em))
    return [line for line in lines if line.text]


def _page(number: int, image: Any) -> Page:
    found = _engine()(image)
    width, height = image.size
    return Page(number, width, height, tuple(_lines(found)))


def _compose(images: Iterable[Any], name: str) -> _Text:
    pages = [_page(number, image) for number, image in enumerate(images, 1)]
    if not any(page.lines for page in pages):
        raise ReportError(f"{name}：图片里没有认出文字。 No words were found in the image.")
    return compose(pages)


def read_document(document: pypdfium2.PdfDocument, name: str) -> _Text:
    """Read the pages of a scanned PDF as one report; see ``compose`` for what is given."""
    _engine()
    scale = _DOTS_PER_INCH / 72

    def images() -> Iterator[Any]:
        for page in document:
            fitting = min(scale, _LONGEST_SIDE / max(page.get_width(), page.get_height()))
            yield page.render(scale=fitting).to_pil().convert("RGB")

    return _compose(images(), name)


def read_images(pages: list[tuple[bytes, str]]) -> _Text:
    """Read page images, in order, as one report.

    Args:
        pages: the bytes of each image file and its name.

    Raises:
        ReportError: an image cannot be read, or the extra ``scan`` is not installed.
    """
    _engine()
    from PIL import Image, ImageOps, ImageSequence  # noqa: PLC0415 - comes with the extra

    def images() -> Iterator[Any]:
        for data, name in pages:
            try:
                with Image.open(io.BytesIO(data)) as image:
                    if image.width * image.height > _MOST_PIXELS:
                        raise ReportError(
                            f"{name}：图片过大（{image.width}×{image.height}）；请缩小后再试。"
                            f" The image is too large; scale it down."
                        )
                    for frame in ImageSequence.Iterator(image):
                        yield ImageOps.exif_transpose(frame).convert("RGB")
            except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
                raise ReportError(
                    f"{name}：图片已损坏，打不开。 The image is damaged and cannot be opened."
                ) from error

    return _compose(images(), pages[0][1] if pages else "-")
