"""Writing aside: a file or folder appears under its name only when it is whole."""

import os
import shutil
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
    aside = _beside(path)
    try:
        aside.touch()
        yield aside
        aside.replace(path)
    except OSError as error:
        raise _cannot_write(path, error) from error
    finally:
        aside.unlink(missing_ok=True)


@contextmanager
def folder_written_aside(path: Path) -> Iterator[Path]:
    """Yield a new folder beside ``path`` to write to; it takes the place of ``path`` when the block ends well.

    Raises:
        ReportError: the folder cannot be written, or the disk is full; what was there before stays.
    """
    aside = _beside(path)
    try:
        aside.mkdir()
        yield aside
        if path.is_dir():
            shutil.rmtree(path)
        aside.replace(path)
    except OSError as error:
        raise _cannot_write(path, error) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.part")


def _cannot_write(path: Path, error: OSError) -> ReportError:
    why = error.strerror or str(error)
    return ReportError(
        f"{path}：无法写入（{why}），请检查目录、权限和磁盘空间 / "
        f"cannot be written ({why}); check the folder, its rights and the space on the disk"
    )
