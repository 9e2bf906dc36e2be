"""Reports a second and peak memory over many reports: one core, two cores, two Ray nodes on one machine.

    .venv/bin/python bench/scale.py [--count 20000] [--small 2000] [--no-ray]

The reports are made by varying the samples that ship (places, years, figures), so that no two are the same. Ratios are to one core
in the same run; timings are noisy, so compare ratios only.
"""

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import time
from importlib.resources import files
from pathlib import Path
from tempfile import mkdtemp


def make(folder: Path, count: int) -> None:
    """Write ``count`` reports, each with its own place and figures."""
    folder.mkdir()
    chance = random.Random(count)
    samples = [
        child.read_text(encoding="utf-8")
        for child in (files("taizhang") / "samples").iterdir()
        if child.name.endswith(".txt")
    ]
    for number in range(count):
        text = samples[number % len(samples)]
        place = "砚" + chr(0x4E00 + number % 15_000) + chr(0x4E00 + number // 15_000)
        text = text.replace("砚江市", f"{place}市")
        for figure in ("5.3%", "7.6%", "6%", "126", "218"):
            text = text.replace(figure, figure.replace("6", str(chance.randrange(10))))
        (folder / f"report-{number:06}.txt").write_text(text, encoding="utf-8")


WORK = """
import sys, time, resource
from taizhang.corpus.gather import gather
from taizhang.corpus.store import Store
from pathlib import Path
if __name__ == "__main__":
    folder, base, workers, cluster = sys.argv[1:5]
    store = Store(Path(base))
    start = time.perf_counter()
    marks = []
    gather([folder], store, workers=int(workers), cluster=cluster or None,
        tell=lambda done, of: marks.append((time.perf_counter(), done)))
    seconds = time.perf_counter() - start
    # From the first files done to the last: what is left when starting (processes, Ray) is over.
    (first, before), (last, after) = marks[1], marks[-1]
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(seconds, (after - before) / (last - first), first - start, peak)
"""


def measure(name: str, folder: Path, count: int, workers: int = 1, cluster: str = "") -> tuple[float, float]:
    """Run one gathering in a process of its own; give its rate, whole and once it runs.

    Peak memory is that of the largest process of the run; on a cluster only that of the one that gathers.
    """
    base = folder.parent / f"{name}.sqlite"
    script = folder.parent / "work.py"
    script.write_text(WORK)
    printed = subprocess.run(
        [sys.executable, script, folder, base, str(workers), cluster],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    seconds, running, starting, peak = map(float, printed[-4:])
    base.unlink()
    print(
        f"{name:16} {count:7,} reports {count / seconds:8.1f} reports/s in all, {running:8.1f} once it runs "
        f"(first done after {starting:5.1f} s)   peak {peak / 1024:6.0f} MB",
        flush=True,
    )
    return count / seconds, running


def compare(name: str, rate: tuple[float, float], one: tuple[float, float]) -> None:
    """Print a ratio to one core, of the whole run and without its start."""
    print(f"{name} / one core: {rate[0] / one[0]:.2f} in all, {rate[1] / one[1]:.2f} once it runs")


def two_ray_nodes() -> str:
    """Start a Ray cluster of two nodes with one CPU each on this machine and give its address."""
    ray = str(Path(sys.executable).with_name("ray"))
    # The cluster is ours alone and lives for this run: no tokens are asked for or kept.
    os.environ["RAY_AUTH_MODE"] = "disabled"
    head = [
        ray,
        "start",
        "--head",
        "--port=6399",
        "--num-cpus=1",
        "--include-dashboard=false",
        "--disable-usage-stats",
    ]
    subprocess.run(head, check=True, capture_output=True)
    subprocess.run(
        [ray, "start", "--address=127.0.0.1:6399", "--num-cpus=1", "--disable-usage-stats"],
        check=True,
        capture_output=True,
    )
    return "127.0.0.1:6399"


def main() -> None:
    """Measure and print, ratios last."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--small", type=int, default=2_000)
    parser.add_argument("--no-ray", action="store_true")
    options = parser.parse_args()
    home = Path(mkdtemp())
    try:
        make(home / "small", options.small)
        make(home / "large", options.count)
        letters = sum(len(path.read_text(encoding="utf-8")) for path in (home / "large").iterdir())
        print(
            f"mean length of a report: {letters / options.count:,.0f} characters (a real one has 10,000 to 25,000)"
        )
        measure("one-core-small", home / "small", options.small)
        one = measure("one-core", home / "large", options.count)
        two = measure("two-cores", home / "large", options.count, workers=2)
        compare("two cores", two, one)
        if not options.no_ray:
            address = two_ray_nodes()
            time.sleep(3)
            ray = measure("two-ray-nodes", home / "large", options.count, cluster=address)
            compare("two Ray nodes", ray, one)
    finally:
        if not options.no_ray:
            subprocess.run(
                [str(Path(sys.executable).with_name("ray")), "stop", "--force"],
                capture_output=True,
                check=False,
            )
        shutil.rmtree(home, ignore_errors=True)
    print(
        f"peak memory of this script's own part: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"
    )


if __name__ == "__main__":
    main()
