"""Export: ledgers as files for people and programs; the ending of the file gives the format."""

from taizhang.export.write import ENDINGS, WHAT, write

__all__ = ["ENDINGS", "WHAT", "write"]
