"""Engines: one function over many items on one core, all cores, or a Ray cluster, results in order."""

import logging
import os
import signal
import socket
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any, TypeVar

from taizhang.records import ReportError

Item = TypeVar("Item")
Result = TypeVar("Result")

_BATCH = 8
# Batches under way for each worker: enough that none waits, few enough that memory stays flat.
_AHEAD = 3
# Type of the frame that opens HTTP/2.
_SETTINGS = 4


def run(
    function: Callable[[Item], Result], items: Iterable[Item], *, workers: int = 1, cluster: str | None = None
) -> Iterator[Result]:
    """Yield ``function(item)`` for each item, in the order of the items, whatever runs it.

    Args:
        function: of the module's top level, so that other processes can load it.
        items: taken as they are needed.
        workers: processes of this machine; 1 stays in this process.
        cluster: address of a Ray cluster (``host:port``, ``ray://host:port`` or ``local``); its machines
            must see the same files.

    Raises:
        ReportError: the cluster cannot be reached, or a process died.
    """
    if cluster:
        return _on_cluster(function, items, cluster)
    if workers > 1:
        return _on_processes(function, items, workers)
    return map(function, items)


def _apply(function: Callable[[Item], Result], batch: list[Item]) -> list[Result]:
    return [function(item) for item in batch]


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    iterator = iter(items)
    while batch := list(islice(iterator, _BATCH)):
        yield batch


def _on_processes(
    function: Callable[[Item], Result], items: Iterable[Item], workers: int
) -> Iterator[Result]:
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_follow)
    under_way: deque[Future[list[Result]]] = deque()
    try:
        for batch in _batches(items):
            under_way.append(pool.submit(_apply, function, batch))
            if len(under_way) > workers * _AHEAD:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()
    except BrokenProcessPool as error:
        raise ReportError(
            "一个工作进程被终止（可能内存不足）；重新运行同一命令会接着做 / "
            "a worker process was killed (out of memory?); run the same command again to go on"
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _follow() -> None:
    """Make a worker leave Ctrl-C, which a terminal sends to all, to the run, and end when the run is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with, args=(parent_process(),), daemon=True).start()


def _end_with(run_itself: BaseProcess) -> None:
    run_itself.join()
    os._exit(1)


def _on_cluster(function: Callable[[Item], Result], items: Iterable[Item], address: str) -> Iterator[Result]:
    ray = _connected(address)
    remote = ray.remote(_apply)
    workers = max(1, int(ray.cluster_resources().get("CPU", 1)))
    under_way: deque[Any] = deque()
    try:
        for batch in _batches(items):
            under_way.append(remote.remote(function, batch))
            if len(under_way) > workers * _AHEAD:
                yield from ray.get(under_way.popleft())
        while under_way:
            yield from ray.get(under_way.popleft())
    except ray.exceptions.RayError as error:
        raise ReportError(
            f"集群 {address} 中断（{type(error).__name__}）；重新运行同一命令会接着做 / "
            "the cluster broke off; run the same command again to go on"
        ) from error
    finally:
        ray.shutdown()


def _connected(address: str) -> Any:
    try:
        import ray  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ReportError(
            "用集群需要附加组件：pip install 'taizhang[cluster]' / needs the extra cluster"
        ) from error
    _knock(address)
    try:
        ray.init(
            address=None if address == "local" else address, log_to_driver=False, logging_level=logging.ERROR
        )
    except (ConnectionError, RuntimeError, ValueError, ray.exceptions.RayError) as error:
        raise ReportError(
            f"连不上集群 {address}（{str(error).splitlines()[0]}）；集群要口令的，本机也要设同样的 RAY_AUTH_MODE / "
            "the cluster cannot be reached; one that asks for tokens needs the same RAY_AUTH_MODE here"
        ) from error
    return ray


def _knock(address: str) -> None:
    """Fail at once where nobody listens, or something that is not Ray; Ray itself would try for minutes."""
    host, _, port = address.removeprefix("ray://").rpartition(":")
    if not host:
        return
    try:
        with socket.create_connection((host, int(port)), timeout=5) as line:
            if not os.environ.get("RAY_USE_TLS"):
                _greet(line)
    except (OSError, ValueError) as error:
        raise ReportError(
            f"连不上集群 {address}，请检查地址和集群是否启动 / the cluster cannot be reached; "
            "check the address and that it runs"
        ) from error


def _greet(line: socket.socket) -> None:
    """Open HTTP/2, which Ray speaks, and see that the first frame of the answer is one of settings (RFC 9113, 3.4)."""
    line.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes([0, 0, 0, _SETTINGS, 0, 0, 0, 0, 0]))
    answer = line.recv(9)
    if len(answer) < 4 or answer[3] != _SETTINGS:
        raise ConnectionError("not Ray")
