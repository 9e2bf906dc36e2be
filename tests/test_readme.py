"""The README's commands are the ones that run: CI calls the test command, the Python lines work."""

import re
from pathlib import Path

import pytest

import taizhang

ROOT = Path(__file__).parent.parent
READMES = [ROOT / "README.md", ROOT / "README.zh.md"]
SAMPLES = Path(taizhang.__file__).parent / "samples"


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_ci_calls_the_readme_test_command(readme):
    command = next(
        line for line in readme.read_text(encoding="utf-8").splitlines() if line.endswith(".venv/bin/pytest")
    )
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_links_and_pictures_are_there(readme):
    for target in re.findall(r"\]\(([^)#:]+)\)", readme.read_text(encoding="utf-8")):
        assert (ROOT / target).exists(), target


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_python_lines_run(readme, tmp_path, monkeypatch, capsys):
    code = readme.read_text(encoding="utf-8").partition("```python\n")[2].partition("```")[0]
    samples = {"2025.txt": "yanjiang-2025.txt", "2026.txt": "yanjiang-2026.txt"}
    for name, sample in {
        **samples,
        "report.docx": "yanjiang-2026.txt",
        "报告.docx": "yanjiang-2026.txt",
    }.items():
        (tmp_path / name).write_bytes((SAMPLES / sample).read_bytes())
    monkeypatch.chdir(tmp_path)
    exec(code, {})
    assert "met" in capsys.readouterr().out


def test_nothing_names_an_index_or_a_machine():
    for path in [*ROOT.glob("requirements/*"), *ROOT.glob("docs/**/*.md"), *READMES, ROOT / "pyproject.toml"]:
        words = path.read_text(encoding="utf-8")
        assert "--index-url" not in words, path
        assert "/work/" not in words, path
