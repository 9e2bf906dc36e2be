"""Patterns that few reports ask for, compiled when one does."""

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


class _Late:
    """A pattern until it is first asked; then it has the compiled pattern's methods as its own."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._source)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Give a pattern that is compiled when it is first used.

    Half of the time to read one report goes into compiling patterns, and many tell of what few reports say.

    >>> late("二[一二]").search("一二二三").group()
    '二二'
    """
    return cast("re.Pattern[str]", _Late(pattern, flags))
