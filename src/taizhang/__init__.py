"""Taizhang (台账): government work reports as a source-linked ledger.

>>> import taizhang
>>> report = taizhang.read("report.docx")  # doctest: +SKIP
>>> report.entries, report.targets, report.tasks, report.health  # doctest: +SKIP
"""

from taizhang.records import ReportError
from taizhang.report import Report, read, read_all, read_text

__version__ = "0.1.0"
__all__ = ["Report", "ReportError", "__version__", "read", "read_all", "read_text"]
