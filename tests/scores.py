"""Scores on the gold sets beside the project, and their floors.

python tests/scores.py                       measure and compare with the floors
python tests/scores.py --pin                 raise the floors to what is measured
python tests/scores.py --pin --lower-because "why"
"""

import argparse
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from taizhang import read
from taizhang.evaluation import check_floors, raise_floors, read_floors, score_files
from taizhang.export.links import Tracing, write_tracings
from taizhang.export.write import write
from taizhang.tracing import trace

FLOORS = Path(__file__).parent / "floors.toml"
SHARED = Path(__file__).parent.parent.parent / "shared"
GOLD = {name: SHARED / "gold" / f"{name}.jsonl" for name in ("targets", "tasks", "outline", "trace")}
GOLD["entries"] = SHARED / "gold" / "dev.jsonl"
_RATIO = re.compile(r"([a-z_ ]+?) (\d+)/(\d+)")
_COUNTS = {"wrong links"}


@cache
def report(doc: str):
    """Read a report of the corpus once."""
    return read(SHARED / "corpus" / f"{doc}.txt")


def docs(name: str) -> list[str]:
    """Give the documents that a gold set speaks of."""
    return sorted(set(re.findall(r'"doc": "([^"]+)"', GOLD[name].read_text(encoding="utf-8"))))


def measure(name: str) -> dict[str, float]:
    """Give the figures of a gold set, as its scorer prints them."""
    out = Path(mkdtemp()) / f"{name}.jsonl"
    if name == "trace":
        pairs = re.findall(
            r'"earlier": "([^"]+)", "later": "([^"]+)"', GOLD[name].read_text(encoding="utf-8")
        )
        tracings = [
            Tracing(report(earlier), report(later), trace(report(earlier), report(later)))
            for earlier, later in sorted(set(pairs))
        ]
        write_tracings(tracings, out)
    else:
        write([report(doc) for doc in docs(name)], out, name)
    if name == "entries":
        return score_files(GOLD[name], [out]).figures
    command = [sys.executable, SHARED / f"score_{name}.py", GOLD[name], out]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    figures = {
        key: float(value) for key, value in re.findall(r"^([a-z_A-Z0-9]+) ([\d.]+)$", printed, re.MULTILINE)
    }
    for key, part, whole in _RATIO.findall(printed):
        figures[key.strip()] = int(part) / int(whole)
    wrong = re.search(r"wrong links (\d+)", printed)
    if wrong:
        # A floor holds from below: what must be few is counted as its negative.
        figures["no wrong links"] = -float(wrong.group(1))
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pin", action="store_true")
    parser.add_argument("--lower-because", default="")
    options = parser.parse_args()
    for name, floors in read_floors(FLOORS).items():
        figures = measure(name)
        print(f"[{name}]")
        for key in floors.floors:
            print(f"  {key:22} {figures[key]:.4f}  floor {floors.floors[key]:.4f}")
        if options.pin:
            print("  pinned", raise_floors(FLOORS, name, figures, lower_because=options.lower_because))
        else:
            print("  below:", check_floors(floors, GOLD[name], figures) or "nothing")


if __name__ == "__main__":
    main()
