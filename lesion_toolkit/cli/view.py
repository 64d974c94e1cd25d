"""``lesion-toolkit view``: open the reading room."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from lesion_toolkit.errors import InputRefused, UsageRefused

QT_BINDINGS = ("PySide6", "PyQt6")
"""Qt bindings that napari can use, the one we test with first."""


def register(app: typer.Typer) -> None:
    """Add the command ``view``."""

    @app.command()
    def view(
        path: Annotated[
            Path | None,
            typer.Argument(help="A patient's folder, or the folder of one exam."),
        ] = None,
    ) -> None:
        """Open the viewer: lesions, calipers, sums and the response, live."""
        _need_a_window()
        if path is not None and not path.is_dir():
            raise InputRefused(
                "no folder of this name.",
                "a patient's folder, or the folder of one exam.",
                "check the path.",
            )
        folders = [] if path is None else [str(path)]
        # A process of its own: this package never imports napari or Qt.
        ended = subprocess.run(
            [sys.executable, "-m", "napari_lesion_toolkit", *folders],
            env=_with_qt_binding(),
            check=False,
        )
        raise typer.Exit(ended.returncode)


def _need_a_window() -> None:
    if find_spec("napari") is None or not _bindings():
        raise UsageRefused(
            "The viewer needs napari and Qt, which are not installed; install them "
            'with: pip install "lesion-toolkit[viewer]"'
        )


def _bindings() -> list[str]:
    return [name for name in QT_BINDINGS if find_spec(name) is not None]


def _with_qt_binding() -> dict[str, str]:
    return {"QT_API": _bindings()[0].lower(), **os.environ}
