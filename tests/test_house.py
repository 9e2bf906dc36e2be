"""The house rules that a program can keep: lint, types, floors."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def run(*command: str) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def tool(name: str) -> str:
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    assert found, f"{name} is not installed beside {sys.executable}"
    return found


def test_lint() -> None:
    run(tool("ruff"), "check", "--no-cache", ".")


def test_format() -> None:
    run(tool("ruff"), "format", "--check", "--no-cache", ".")


def test_types() -> None:
    run(tool("mypy"))


def test_floors() -> None:
    run(tool("lint-imports"), "--no-cache")
