"""From what a user names (files, folders, globs, ``-``) to the files to read."""

from collections.abc import Iterable
from glob import glob
from pathlib import Path


def expand(names: Iterable[str]) -> list[Path]:
    """Give the files that names stand for, in order, folders and globs sorted."""
    paths: list[Path] = []
    for name in names:
        path = Path(name)
        if path.is_dir():
            paths += sorted(child for child in path.rglob("*") if child.is_file())
        elif path.exists() or not any(char in name for char in "*?["):
            paths.append(path)
        else:
            paths += sorted(Path(found) for found in glob(name, recursive=True))  # noqa: PTH207
    return paths
