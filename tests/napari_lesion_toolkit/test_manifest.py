import subprocess
import sys

import pytest

pytest.importorskip("npe2", reason='needs "lesion-toolkit[viewer]"')

from napari.components import ViewerModel
from napari.layers import Layer
from npe2 import PluginManager, PluginManifest

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.loaders.masks import load_masks
from lesion_toolkit.loaders.timelines import read_timeline
from napari_lesion_toolkit import reader, sample_data
from napari_lesion_toolkit.drawn import drawn_calipers, with_caliper
from napari_lesion_toolkit.keeping import kept
from napari_lesion_toolkit.reader import get_reader, session_layers
from napari_lesion_toolkit.session import open_session
from napari_lesion_toolkit.writer import write_timeline


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
    given = manifest.contributions
    used = {c.command for c in (*given.readers, *given.writers, *given.widgets)}
    used |= {c.command for c in (*given.sample_data, *given.keybindings)}
    assert used == {command.id for command in given.commands}


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


def save(viewer, path, plugin="lesion-toolkit"):
    return viewer.layers.save(str(path), plugin=plugin)


def filled(viewer, session):
    for layer in session_layers(session):
        viewer.add_layer(Layer.create(*layer))
    return viewer


def test_saving_layers_as_json_saves_the_timeline_as_it_stands(
    viewer, session, tmp_path
):
    filled(viewer, session)
    going_on, keeper = kept(session)
    (drawn,) = drawn_calipers(going_on, "week 8")
    first, _ = drawn.caliper.ends_mm
    shorter = (first, (first[0] + 26, first[1], first[2]))
    edited = with_caliper(going_on, "week 8", "T1", shorter)
    keeper.keep(edited)
    assert save(viewer, tmp_path / "t.json") == [str(tmp_path / "t.json")]
    assert read_timeline(tmp_path / "t.json") == edited.timeline


def test_saving_a_labels_layer_as_nrrd_saves_the_outlines_by_name(
    viewer, session, tmp_path
):
    filled(viewer, session)
    viewer.layers.selection = {viewer.layers["week 8 lesions"]}
    viewer.layers.save(str(tmp_path / "o.nrrd"), selected=True, plugin="lesion-toolkit")
    exam = session.exams["week 8"]
    found = load_masks(tmp_path / "o.nrrd", like=exam.phases.reference)
    assert list(found) == ["T1"]
    assert (found["T1"].array == exam.masks["T1"].array).all()


def test_layers_of_no_reading_are_refused(tmp_path):
    strange = ([], {"metadata": {}}, "image")
    with pytest.raises(InputRefused, match="a layer of no reading"):
        write_timeline(str(tmp_path / "t.json"), [strange])
    assert list(tmp_path.iterdir()) == []


def test_layers_of_two_readings_are_refused(session, tmp_path):
    other = open_session(session.exams, session.timeline)
    layers = [session_layers(one)[0] for one in (session, other)]
    with pytest.raises(InputRefused, match="several readings"):
        write_timeline(str(tmp_path / "t.json"), layers)


@pytest.mark.gui
def test_the_command_shows_the_reading_once(make_napari_viewer):
    viewer = make_napari_viewer(show=False)
    for _ in range(2):
        PluginManager.instance().commands.execute("lesion-toolkit.show_reading")
    assert list(viewer.window.dock_widgets) == ["Tumor response (lesion-toolkit)"]


def test_no_module_needs_a_window_before_the_widget_does():
    """The session, its table and the layers load where there is no Qt."""
    modules = [
        f"napari_lesion_toolkit.{name}"
        for name in ("session", "table", "layers", "telling", "side_by_side", "writer")
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
