"""The public surface, and what importing it costs."""

import subprocess
import sys

import pytest

import lesion_toolkit as lt


@pytest.mark.parametrize("name", sorted(set(lt.__all__) - {"__version__"}))
def test_every_public_name_resolves_and_is_documented(name: str) -> None:
    assert getattr(lt, name).__doc__


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = lt.no_such_name


def _modules_after(statement: str) -> set[str]:
    code = f"{statement}\nimport sys; print(*sys.modules)"
    shown = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    )
    return set(shown.stdout.split())


def test_judging_a_timeline_loads_no_image_library() -> None:
    loaded = _modules_after("import lesion_toolkit as lt; lt.assess; lt.read_timeline")
    assert not loaded & {"numpy", "pydicom", "SimpleITK", "skimage", "napari"}


def test_measuring_loads_no_window_library() -> None:
    loaded = _modules_after(
        "import lesion_toolkit as lt\n"
        "[getattr(lt, n) for n in lt.__all__]\n"
        "from lesion_toolkit.cli import app; app.register()"
    )
    assert not loaded & {"napari", "qtpy", "PySide6", "PyQt6"}


def test_asking_for_help_loads_no_image_library() -> None:
    loaded = _modules_after("from lesion_toolkit.cli import app; app.register()")
    assert not loaded & {"SimpleITK", "skimage", "numba", "matplotlib", "scipy"}
