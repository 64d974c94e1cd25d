"""What goes wrong becomes one paragraph and an exit code."""

import sys

import pytest
import typer

from lesion_toolkit.cli import app as command_line
from lesion_toolkit.errors import InputRefused, UsageRefused


@pytest.mark.parametrize(
    ("fault", "code", "said"),
    [
        (InputRefused("a.", "b.", "c."), 3, "Found: a. Needed: b. Next: c."),
        (UsageRefused("no such thing."), 2, "no such thing."),
        (PermissionError(13, "Permission denied", "Doe^Jane"), 3, "Permission denied"),
    ],
)
def test_a_fault_is_one_paragraph_without_names_and_its_exit_code(
    monkeypatch, capsys, fault, code, said
):
    def fail():
        raise fault

    app = typer.Typer(pretty_exceptions_enable=False)
    app.command("fail")(fail)
    monkeypatch.setattr(command_line, "app", app)
    monkeypatch.setattr(command_line, "register", lambda: None)
    monkeypatch.setattr(sys, "argv", ["lesion-toolkit"])
    with pytest.raises(SystemExit) as stop:
        command_line.run()
    out, err = capsys.readouterr()
    assert (stop.value.code, out) == (code, "")
    assert said in err
    assert err.count("\n") == 1
    assert "Doe" not in err
