"""The command that opens the viewer, without opening it."""

import subprocess
import sys

import pytest
import typer
from typer.testing import CliRunner

from lesion_toolkit.cli import view
from lesion_toolkit.errors import InputRefused, UsageRefused


@pytest.fixture
def run():
    app = typer.Typer()
    app.callback()(lambda: None)
    view.register(app)
    return lambda *arguments: CliRunner().invoke(app, ["view", *arguments])


@pytest.fixture
def started(monkeypatch):
    """Processes that the command would start; they end with code 0."""
    commands = []

    def start(command, **settings):
        commands.append((command, settings))
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(view, "find_spec", lambda name: name)
    monkeypatch.setattr(view.subprocess, "run", start)
    return commands


def test_without_napari_one_sentence_says_what_to_install(run, monkeypatch):
    monkeypatch.setattr(view, "find_spec", lambda name: None)
    outcome = run()
    assert isinstance(outcome.exception, UsageRefused)
    assert 'pip install "lesion-toolkit[viewer]"' in str(outcome.exception)


def test_without_qt_one_sentence_says_what_to_install(run, monkeypatch):
    found = {"napari": "napari"}
    monkeypatch.setattr(view, "find_spec", found.get)
    assert isinstance(run().exception, UsageRefused)


def test_a_folder_that_is_not_there_is_refused_before_a_window_opens(
    run, started, tmp_path
):
    outcome = run(str(tmp_path / "nobody"))
    assert isinstance(outcome.exception, InputRefused)
    assert started == []


def test_the_viewer_starts_in_a_process_of_its_own(run, started, tmp_path, monkeypatch):
    monkeypatch.delenv("QT_API", raising=False)
    assert run(str(tmp_path)).exit_code == 0
    ((command, settings),) = started
    assert command == [sys.executable, "-m", "napari_lesion_toolkit", str(tmp_path)]
    assert settings["env"]["QT_API"] == "pyside6"


def test_a_qt_binding_that_was_chosen_stays_chosen(run, started, monkeypatch):
    monkeypatch.setenv("QT_API", "pyqt6")
    run()
    assert started[0][1]["env"]["QT_API"] == "pyqt6"


def test_the_commands_exit_code_is_the_viewers(run, started, monkeypatch):
    ended = subprocess.CompletedProcess([], 3)
    monkeypatch.setattr(view.subprocess, "run", lambda *_, **__: ended)
    assert run().exit_code == 3


WITHOUT = """
import runpy, sys

class Absent:
    def __init__(self, finder): self.finder = finder
    def find_spec(self, name, path=None, target=None):
        hidden = name.partition(".")[0] in {absent}
        return None if hidden else self.finder.find_spec(name, path, target)

sys.meta_path[:] = [Absent(finder) for finder in sys.meta_path]
"""
COMMAND = "from lesion_toolkit.cli.app import run; run()"
PROCESS = "runpy.run_module('napari_lesion_toolkit', run_name='__main__')"
BINDINGS = ("PySide6", "PyQt6", "PySide2", "PyQt5")


@pytest.mark.parametrize("absent", [("napari",), BINDINGS])
@pytest.mark.parametrize(("start", "arguments"), [(COMMAND, ["view"]), (PROCESS, [])])
def test_an_environment_without_a_viewer_gives_a_sentence_and_no_traceback(
    start, arguments, absent
):
    code = WITHOUT.format(absent=absent) + start
    ran = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 2
    assert ran.stderr.startswith("Refused. The viewer")
    assert "lesion-toolkit[viewer]" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert ran.stdout == ""
