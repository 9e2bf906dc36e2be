"""Reading: a report in whatever file it comes, as text that keeps the way back to its source."""

from taizhang.reading.clean import CleanText, clean
from taizhang.reading.load import from_text, load, load_pages
from taizhang.reading.sources import expand

__all__ = ["CleanText", "clean", "expand", "from_text", "load", "load_pages"]
