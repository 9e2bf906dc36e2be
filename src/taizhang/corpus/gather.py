"""Gathering: every report of a folder read into the store, on whatever engine, going on where it stopped."""

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from taizhang.corpus.engines import run
from taizhang.corpus.readings import Harvest, content_key, harvest
from taizhang.corpus.store import Store
from taizhang.reading import expand
from taizhang.records import ReportError

_COMMIT = 32


def gather(
    names: list[str],
    store: Store,
    *,
    workers: int = 1,
    cluster: str | None = None,
    tell: Callable[[int, int], None] = lambda _done, _of: None,
) -> None:
    """Read the files that ``names`` stand for into ``store``; those that are done already are passed over.

    Args:
        names: files, folders, globs.
        store: where harvests are kept, file by file.
        workers: processes of this machine.
        cluster: address of a Ray cluster, instead.
        tell: called with the number of files done and the number of all, after each file.

    Raises:
        ReportError: there is no file, the disk is full, the cluster cannot be reached. What was done stays.
    """
    paths = expand(names)
    if not any(path.is_file() or any(path.iterdir()) for path in paths if path.exists()):
        raise ReportError(
            f"{'、'.join(names)}：没有可读的文件，请给出放报告的目录 / no file to read; name a folder that holds reports"
        )
    store.list_files((str(path), content_key(path) or f"unreadable:{path}") for path in paths)
    waiting = store.undone()
    done = len(paths) - len(waiting)
    tell(done, len(paths))
    harvests = run(harvest, (Path(file) for file, _ in waiting), workers=workers, cluster=cluster)
    for batch in _batches(zip((key for _, key in waiting), harvests, strict=True)):
        store.put(batch)
        done += len(batch)
        tell(done, len(paths))


def _batches(done: Iterator[tuple[str, Harvest]]) -> Iterator[list[tuple[str, Harvest]]]:
    while batch := list(islice(done, _COMMIT)):
        yield batch
