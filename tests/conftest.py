"""What every test has at hand."""

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
"""How long an example takes is no property of the code; benchmarks measure that."""

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Reference data that lies beside the checkout and is never committed."""
    if not SHARED.is_dir():
        pytest.skip("the reference data folder is not beside this checkout")
    return SHARED


class Command:
    """The ``lesion-toolkit`` command, run in this process."""

    def __init__(self, capsys, monkeypatch) -> None:
        self._capsys, self._monkeypatch = capsys, monkeypatch

    def __call__(self, *words: object) -> "Command":
        """Run it; then look at ``exit_code``, ``out`` and ``err``."""
        from lesion_toolkit.cli import app

        self._capsys.readouterr()
        self._monkeypatch.setattr("sys.argv", ["lesion-toolkit", *map(str, words)])
        with pytest.raises(SystemExit) as stopped:
            app.run()
        self.exit_code = stopped.value.code or 0
        self.out, self.err = self._capsys.readouterr()
        return self


@pytest.fixture
def command(capsys, monkeypatch) -> Command:
    """Run the command line as a user does: output, messages and exit code."""
    return Command(capsys, monkeypatch)
