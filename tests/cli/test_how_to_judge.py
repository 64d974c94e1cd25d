"""The page on judging: its files are taken, and its commands run as they stand."""

import re
import shlex
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "criteria.md"
TEXT = PAGE.read_text("utf-8")
COMMANDS = re.findall(r"^lesion-toolkit (.+)$", TEXT, re.MULTILINE)


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder with the files of the page, by the names it gives them."""
    blocks = re.findall(
        r"`(\w+\.(?:json|toml))`:\n\n```\w+\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL
    )
    assert [name for name, _ in blocks] == [
        "timeline.json",
        "ours.toml",
        "treated.json",
    ]
    for name, content in blocks:
        (tmp_path / name).write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_of_the_page_answers(run, here, command):
    code, out, err = run(*shlex.split(command))
    assert (code, err) == (0, "")
    assert out


def test_what_the_page_says_of_its_patient_is_so(run, here):
    _, out, _ = run("propose", "timeline.json")
    assert re.search(r"T3 +Non-target: viable diameter 8\.0 mm", out)
    _, out, _ = run("assess", "timeline.json", "--compare", "recist-1.1,easl")
    assert "week 8: the criteria part" in out
    _, out, _ = run("criteria", "diff", "mrecist-2010", "ours.toml")
    assert "pd_abs_floor_mm" in out
    _, out, _ = run("treated", "treated.json")
    assert "LR-TR Viable" in out
