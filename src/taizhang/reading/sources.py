"""What a user names on the command line: files, folders, patterns, standard input."""

import glob
import re
from collections.abc import Iterable
from pathlib import Path

STANDARD_INPUT = Path("-")
IMAGES = frozenset((".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff", ".webp"))
KNOWN = IMAGES | frozenset(
    [
        ".txt",
        ".md",
        ".htm",
        ".html",
        ".mht",
        ".mhtml",
        ".docx",
        ".doc",
        ".wps",
        ".rtf",
        ".odt",
        ".pdf",
        ".csv",
        ".tsv",
        ".jsonl",
        ".ndjson",
    ]
)
_PATTERN = re.compile(r"[*?\[]")


def natural(path: Path) -> list[tuple[int, str]]:
    """Give the key by which page2 comes before page10."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", path.name)]


def is_page_folder(path: Path) -> bool:
    """Say whether a folder holds the page images of one report: images, and nothing else that is read."""
    kinds = {file.suffix.lower() for file in _files(path)}
    return bool(kinds) and kinds <= IMAGES


def _files(folder: Path) -> list[Path]:
    """Give the files of a folder that can be read, no hidden ones and no lock files of Word (~$)."""
    return [
        file
        for file in folder.iterdir()
        if file.is_file() and file.suffix.lower() in KNOWN and not file.name.startswith((".", "~$"))
    ]


def _in_folder(folder: Path) -> list[Path]:
    try:
        if is_page_folder(folder):
            return [folder]
        below = [path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".")]
        found = sorted(_files(folder), key=natural)
    except OSError:
        return [folder]
    for path in sorted(below, key=natural):
        found += _in_folder(path)
    return found


def expand(arguments: Iterable[str | Path]) -> list[Path]:
    """Turn what a user named into the paths to load, each once, in the order named.

    A folder stands for the files in it and below that can be read, by name; a folder that holds only images
    is one report (see ``load``) and stays one path. A pattern (``reports/*.docx``, ``**/*.pdf``) is expanded
    here, since the shells of Windows do not. ``-`` is standard input. What is not there, fits nothing or
    cannot be opened stays as it was named, so that ``load`` can say so and the rest goes on.
    """
    found: dict[Path, None] = {}
    for argument in arguments:
        path = Path(argument)
        some: list[Path] = []
        if path.is_dir():
            some = _in_folder(path)
        elif _PATTERN.search(str(argument)) and not path.exists():
            names = glob.glob(str(argument), recursive=True)  # noqa: PTH207 - absolute patterns too
            some = sorted((path for path in map(Path, names) if path.is_file()), key=natural)
        found |= dict.fromkeys(some or [path])
    return list(found)
