"""Taizhang (台账): government work reports as a source-linked ledger.

>>> import taizhang
>>> report = taizhang.read("report.docx")  # doctest: +SKIP
>>> report.entries, report.targets, report.tasks, report.health  # doctest: +SKIP
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from taizhang.records import ReportError
    from taizhang.report import Report, read, read_all, read_text
    from taizhang.tracing import trace

__version__ = "0.1.0"
__all__ = ["Report", "ReportError", "__version__", "read", "read_all", "read_text", "trace"]

_HOMES = {"ReportError": "taizhang.records", "trace": "taizhang.tracing"}


def __getattr__(name: str) -> Any:
    # Names are fetched when first used, so that `taizhang --help` loads none of the floors.
    if name not in __all__:
        raise AttributeError(f"module 'taizhang' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415

    return getattr(import_module(_HOMES.get(name, "taizhang.report")), name)
