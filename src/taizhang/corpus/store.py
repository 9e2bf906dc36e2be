"""The store of done files: a run that was killed goes on where it stopped, nothing twice, nothing lost.

One SQLite file beside the output. A file is done when its harvest is committed; it is known by the hash of
its content and by the version of the program that read it.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec

from taizhang import __version__
from taizhang.corpus.readings import Harvest, Reading, unpack
from taizhang.records import ReportError

_SCHEMA = """
create table if not exists harvest (key text, program text, file text, error text, doubts text,
    primary key (key, program));
create table if not exists reading (key text, program text, number integer, area text, code text, year integer,
    body blob, primary key (key, program, number));
create index if not exists reading_by_place on reading (program, area, year);
create table if not exists listed (number integer primary key, file text, key text);
"""
_FLOORS = ("records", "lexicon", "reading", "outline", "figures", "promises", "corpus/readings.py")


def program_version() -> str:
    """Give the version of what reads: the release and a digest of the floors' code and data."""
    digest = blake2b(digest_size=8)
    for floor in _FLOORS:
        part = files("taizhang").joinpath(*floor.split("/"))
        for content in _contents(part) if part.is_dir() else [part.read_bytes()]:
            digest.update(content)
    return f"{__version__}+{digest.hexdigest()}"


def _contents(folder: Traversable) -> Iterator[bytes]:
    for child in sorted(folder.iterdir(), key=lambda child: child.name):
        if child.is_dir():
            yield from _contents(child)
        elif child.name.endswith((".py", ".toml", ".csv")):
            yield child.read_bytes()


class Store:
    """Harvests on disk; every method commits before it returns.

    Raises:
        ReportError: the disk is full or the file cannot be written; what was committed before stays.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.program = program_version()
        try:
            # Writers of Parquet take the rows from a thread of their own; only one uses the base at a time.
            self._base = sqlite3.connect(path, check_same_thread=False)
            self._base.execute("pragma journal_mode=wal")
            self._base.execute("pragma synchronous=normal")
            self._base.executescript(_SCHEMA)
        except sqlite3.Error as error:
            raise ReportError(_cannot_write(path, error)) from error

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    def list_files(self, listed: Iterable[tuple[str, str]]) -> None:
        """Set the files (path, key) of this run, in their order; the panel shows these and no others."""
        with self._writing() as base:
            base.execute("delete from listed")
            base.executemany("insert into listed (file, key) values (?, ?)", listed)

    def undone(self) -> list[tuple[str, str]]:
        """Give the files (path, key) of this run that are not done; the same content is given once."""
        query = """select min(number), file, key from listed where key not in
            (select key from harvest where program = ?) group by key order by 1"""
        with closing(self._base.execute(query, (self.program,))) as rows:
            return [(file, key) for _, file, key in rows]

    def put(self, done: Iterable[tuple[str, Harvest]]) -> None:
        """Keep the harvests of files, by their key."""
        with self._writing() as base:
            for key, harvest in done:
                doubts = "\n".join(packed.doubts for packed in harvest.readings if packed.doubts)
                base.execute(
                    "insert or replace into harvest values (?, ?, ?, ?, ?)",
                    (key, self.program, harvest.file, harvest.error, doubts),
                )
                base.executemany(
                    "insert or replace into reading values (?, ?, ?, ?, ?, ?, ?)",
                    [
                        (key, self.program, number, packed.area, packed.code, packed.year, packed.body)
                        for number, packed in enumerate(harvest.readings)
                    ],
                )

    def places(self) -> list[tuple[str, str]]:
        """Give the places (name, code) of this run's reports, by code, then name; both may be empty."""
        query = """select area, code from reading where program = ? and key in (select key from listed)
            group by area, code order by code = '', code, area"""
        with closing(self._base.execute(query, (self.program,))) as rows:
            return list(rows)

    def readings(self, area: str, code: str) -> list[Reading]:
        """Give the readings of a place, by year, then in the order of the files.

        Two files with the same content are two reports: both are given, each under its own name.
        """
        query = """select reading.body, listed.file from listed join reading on reading.key = listed.key
            where reading.program = ? and area = ? and code = ? order by year, listed.number, reading.number"""
        with closing(self._base.execute(query, (self.program, area, code))) as rows:
            return [msgspec.structs.replace(unpack(body), file=file) for body, file in rows]

    def errors(self) -> list[tuple[str, str]]:
        """Give the files that could not be read, and the doubts about those that were, each with its sentence."""
        query = """select listed.file, error, doubts from listed join harvest using (key)
            where program = ? and (error is not null or doubts <> '') order by number"""
        with closing(self._base.execute(query, (self.program,))) as rows:
            return [
                (file, sentence) for file, error, doubts in rows for sentence in (error or doubts).split("\n")
            ]

    def _writing(self) -> "_Writing":
        return _Writing(self._base, self.path)


class _Writing:
    """A transaction whose failure is one clear sentence."""

    def __init__(self, base: sqlite3.Connection, path: Path) -> None:
        self._base, self._path = base, path

    def __enter__(self) -> sqlite3.Connection:
        self._base.__enter__()
        return self._base

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        try:
            self._base.__exit__(kind, error, trace)  # type: ignore[arg-type]
        except sqlite3.Error as failure:
            raise ReportError(_cannot_write(self._path, failure)) from failure
        if isinstance(error, sqlite3.Error):
            raise ReportError(_cannot_write(self._path, error)) from error


def _cannot_write(path: Path, error: Exception) -> str:
    return (
        f"{path}：写不进去（{error}）；腾出磁盘空间或检查权限后重新运行同一命令，会接着做 / cannot be written; "
        "make room on the disk or check the rights, then run the same command again: it goes on where it stopped"
    )
