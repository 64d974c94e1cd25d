"""Commands that need no images, run as on a command line."""

import sys

import pytest
import typer

from lesion_toolkit.cli import app as command_line
from lesion_toolkit.cli import assess, criteria, propose, schema, treated


@pytest.fixture
def run(monkeypatch, capsys):
    """Run a command that judges; answers (exit code, output, errors)."""
    app = typer.Typer()
    for module in (assess, criteria, propose, schema, treated):
        module.register(app)
    monkeypatch.setattr(command_line, "app", app)
    monkeypatch.setattr(command_line, "register", lambda: None)
    monkeypatch.setenv("COLUMNS", "160")

    def _run(*words, stdin=""):
        monkeypatch.setattr(sys, "argv", ["lesion-toolkit", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", stdin.splitlines(keepends=True))
        code = 0
        try:
            command_line.run()
        except SystemExit as stop:
            code = stop.code or 0
        said = capsys.readouterr()
        return code, said.out, said.err

    return _run
