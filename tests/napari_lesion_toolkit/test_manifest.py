import subprocess
import sys

import pytest

pytest.importorskip("npe2", reason='needs "lesion-toolkit[viewer]"')

from napari.components import ViewerModel
from npe2 import PluginManager, PluginManifest

from napari_lesion_toolkit import reader, sample_data
from napari_lesion_toolkit.reader import get_reader


@pytest.fixture(scope="module")
def manifest():
    return PluginManifest.from_distribution("lesion-toolkit")


@pytest.fixture
def viewer():
    """A viewer that knows the installed plugins, as napari does once it has started."""
    PluginManager.instance().discover()
    return ViewerModel()


def test_napari_finds_the_plugin_of_the_installed_package():
    manager = PluginManager()
    manager.discover()
    assert "lesion-toolkit" in manager


def test_every_command_of_the_manifest_can_be_imported(manifest):
    manifest.validate_imports()
    assert len(manifest.contributions.commands) == 3


def test_a_folder_is_read_and_a_single_file_is_left_to_others(tmp_path):
    file = tmp_path / "image.tif"
    file.touch()
    assert get_reader(str(tmp_path)) is not None
    assert get_reader([str(tmp_path)]) is not None
    assert get_reader(str(file)) is None


def test_a_dropped_folder_becomes_the_layers_of_every_exam(
    viewer, session, tmp_path, monkeypatch
):
    monkeypatch.setattr(reader, "open_patient", lambda path: session)
    viewer.open(str(tmp_path), plugin="lesion-toolkit")
    kinds = ("late arterial", "lesions", "viability", "calipers")
    expected = [f"{label} {kind}" for label in session.exams for kind in kinds]
    assert [layer.name for layer in viewer.layers] == expected
    shown = [layer.name for layer in viewer.layers if layer.visible]
    assert shown == expected[: len(kinds)]


def test_file_open_sample_opens_the_sample_patient(
    viewer, session, tmp_path, monkeypatch
):
    monkeypatch.setattr(sample_data, "sample_folder", lambda: tmp_path)
    monkeypatch.setattr(reader, "open_patient", lambda path: session)
    viewer.open_sample("lesion-toolkit", "patient-1")
    assert len(viewer.layers) == 8


def test_no_module_needs_a_window_before_the_widget_does():
    """The session, its table and the layers load where there is no Qt."""
    modules = [
        f"napari_lesion_toolkit.{name}" for name in ("session", "table", "layers")
    ]
    check = (
        "import sys; [__import__(name) for name in sys.argv[1:]]; "
        "print(*{'napari', 'qtpy', 'vispy', 'PySide6'} & set(sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", check, *modules],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == ""
