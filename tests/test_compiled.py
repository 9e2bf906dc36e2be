"""What pyproject.toml lets mypyc compile translates to C; no C compiler is run, so this takes seconds."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TRANSLATE = "import sys; from mypyc.build import mypycify; mypycify(sys.argv[2:], target_dir=sys.argv[1])"


@pytest.mark.slow
def test_the_reading_of_figures_translates_to_c(tmp_path):
    pytest.importorskip("mypyc", reason="mypyc is not installed")
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
    hook = build["targets"]["wheel"]["hooks"]["mypyc"]
    found = {path for pattern in hook["include"] for path in ROOT.glob(pattern.removeprefix("/"))}
    files = sorted(str(path.relative_to(ROOT)) for path in found if path.name not in hook["exclude"])
    done = subprocess.run(
        [sys.executable, "-c", TRANSLATE, str(tmp_path), *hook["mypy-args"], *files],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(list(tmp_path.rglob("*.c"))) >= len(files)
