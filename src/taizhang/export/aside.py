"""Writing aside: a file appears under its name only when it is whole."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from taizhang.records import ReportError


@contextmanager
def written_aside(path: Path) -> Iterator[Path]:
    """Yield a path beside ``path`` to write to; it takes the name when the block ends well, else it goes.

    Raises:
        ReportError: the folder or file cannot be written, or the disk is full.
    """
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        aside.touch()
        yield aside
        aside.replace(path)
    except OSError as error:
        raise ReportError(
            f"{path}：无法写入（{error.strerror}），请检查目录、权限和磁盘空间 / "
            f"cannot be written ({error.strerror}); check the folder, its rights and the space on the disk"
        ) from error
    finally:
        aside.unlink(missing_ok=True)
