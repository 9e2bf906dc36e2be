"""Outputs: where a panel may be written, and what that needs."""

from pathlib import Path
from typing import Any

from taizhang.records import ReportError

#: Endings that a panel can be written to; no ending means a folder, partitioned by year.
ENDINGS = (".parquet", ".csv", ".sdmx.csv", ".xlsx", ".dta")
_NEEDED = {".parquet": "pyarrow", "": "pyarrow", ".dta": "pandas"}


def check_output(path: Path, *, overwrite: bool) -> None:
    """Make sure that a panel can be written to ``path``, before thousands of files are read for it.

    Raises:
        ReportError: an ending that is not known, an extra that is missing, a name that is taken.
    """
    ending = ending_of(path)
    if ending and ending not in ENDINGS:
        raise ReportError(f"{path}：结尾应为 {' '.join(ENDINGS)} 或一个目录名 / or a folder's name")
    if ending in _NEEDED:
        extra(_NEEDED[ending])
    if not path.parent.is_dir():
        raise ReportError(f"{path.parent}：没有这个目录，请先建立 / no such folder; make it first")
    if path.exists() and not overwrite:
        raise ReportError(
            f"{path}：已经存在，换个名字或加 --overwrite / exists already; choose a name or --overwrite"
        )
    if path.exists() and path.is_dir() != (not ending):
        raise ReportError(f"{path}：是{'目录' if ending else '文件'}，请换个名字 / choose another name")
    strange = [child.name for child in path.iterdir()] if path.is_dir() else []
    strange = [name for name in strange if not name.startswith("year=")]
    if strange:
        raise ReportError(
            f"{path}：目录里还有别的东西（{strange[0]}），不敢覆盖，请换个名字 / the folder holds other things; "
            "choose another name"
        )


def ending_of(path: Path) -> str:
    """Give the ending that decides the format; empty for a folder."""
    return next(
        (e for e in sorted(ENDINGS, key=len, reverse=True) if path.name.lower().endswith(e)), path.suffix
    )


def extra(name: str) -> Any:
    """Import a module of the extra ``panel``.

    Raises:
        ReportError: the extra is not installed.
    """
    from importlib import import_module  # noqa: PLC0415

    try:
        return import_module(name)
    except ImportError as error:
        raise ReportError(
            "这种格式需要附加组件：pip install 'taizhang[panel]' / this format needs the extra panel"
        ) from error
