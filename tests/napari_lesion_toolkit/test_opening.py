"""Opening a patient beside the window, and saying what a series is."""

import dataclasses
import shutil

import numpy as np
import pytest

pytest.importorskip("napari", reason='needs "lesion-toolkit[viewer]"')

from lesion_toolkit import patient
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.phase import Phase
from lesion_toolkit.phantoms.case_series import case_series
from lesion_toolkit.phantoms.cases import write_case
from napari_lesion_toolkit import reader
from napari_lesion_toolkit.patient import open_patient, opening
from napari_lesion_toolkit.rechosen import chosen_series, is_as_chosen, with_series
from napari_lesion_toolkit.series_list import NOT_USED, series_rows
from napari_lesion_toolkit.session import undone
from napari_lesion_toolkit.shown import Shown, is_pictured, shown_of
from napari_lesion_toolkit.widgets.opening import UNREADABLE

BASELINE = "baseline"


@pytest.fixture(scope="module")
def one_visit(tmp_path_factory):
    """The second visit of phantom case 1, as DICOM, with a click for each lesion."""
    place = tmp_path_factory.mktemp("written")
    written = write_case(case_series()[0], place).directory
    folder = tmp_path_factory.mktemp("patients") / "patient"
    shutil.copytree(written / "2023-04-18", folder / "2023-04-18")
    seeds = folder / "seeds"
    seeds.mkdir()
    shutil.copy(written / "seeds" / "2023-04-18.csv", seeds)
    return folder


@pytest.fixture(scope="module")
def steps(one_visit):
    return list(opening(one_visit))


@pytest.fixture(scope="module")
def read(steps):
    return steps[-1].session


def test_the_arterial_volume_is_in_before_anything_is_measured(steps):
    pictures = [step.picture for step in steps]
    first = next(n for n, picture in enumerate(pictures) if picture is not None)
    assert pictures[first].arterial_phase is Phase.LATE_ARTERIAL
    assert list(pictures[first].volumes) == [Phase.LATE_ARTERIAL]
    assert all("Measuring" not in step.says for step in steps[: first + 1])


def test_progress_never_goes_back_and_ends_with_the_patient(steps):
    done = [step.done for step in steps]
    assert done == sorted(done)
    assert steps[-1].done == steps[-1].of == 2
    assert [s.session is not None for s in steps] == [False] * (len(steps) - 1) + [True]


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(InputRefused, match="not a folder"):
        open_patient(tmp_path / "nobody")


def test_every_series_is_listed_with_its_phase_how_sure_and_a_picture(read):
    exam = next(iter(read.exams.values()))
    rows = series_rows(exam)
    assert {row.phase for row in rows} == set(exam.phases.volumes)
    for row in rows:
        assert row.says.startswith(f"{row.phase} ")
        assert row.why
        assert row.thumbnail.dtype == np.uint8
        assert np.ptp(row.thumbnail) > 100


def test_a_series_that_is_no_phase_is_listed_as_not_used(read):
    exam = next(iter(read.exams.values()))
    volumes = dict(exam.phases.volumes)
    sources = dict(exam.phases.sources)
    del volumes[Phase.PORTAL_VENOUS], sources[Phase.PORTAL_VENOUS]
    fewer = dataclasses.replace(exam.phases, volumes=volumes, sources=sources)
    rows = series_rows(dataclasses.replace(exam, phases=fewer))
    (unused,) = (row for row in rows if row.phase is None)
    assert unused.says.startswith(NOT_USED)
    assert unused is rows[-1]
    assert unused.thumbnail is not None


def test_a_series_named_by_the_reader_is_an_act_that_measures_anew(read):
    label, exam = next(iter(read.exams.items()))
    # the reader says that the portal venous series is the arterial one
    chosen = {"late arterial": exam.phases.sources[Phase.PORTAL_VENOUS]}
    phases = dataclasses.replace(
        exam.phases,
        volumes={
            Phase.PRECONTRAST: exam.phases.precontrast,
            Phase.LATE_ARTERIAL: exam.phases.portal_venous,
        },
        sources={Phase.LATE_ARTERIAL: chosen["late arterial"]},
    )
    after = with_series(read, label, phases, chosen)
    assert chosen_series(after, label) == chosen
    assert is_as_chosen(after, label)
    exchanged = {**after.exams, label: read.exams[label]}
    assert not is_as_chosen(dataclasses.replace(after, exams=exchanged), label)
    before_mm, after_mm = (
        s.timeline.timepoints[0].measurement_of("T1").viable_diameter_mm
        for s in (read, after)
    )
    assert before_mm != after_mm
    back = undone(after)
    assert chosen_series(back, label) == {}
    assert back.timeline == read.timeline


def test_a_phase_is_shown_under_the_name_of_its_key(read):
    phases = next(iter(read.exams.values())).phases
    assert shown_of(phases, Phase.LATE_ARTERIAL) is Shown.ARTERIAL
    assert shown_of(phases, Phase.PORTAL_VENOUS) is Shown.PORTAL
    assert is_pictured(phases, Shown.SUBTRACTION)
    assert not is_pictured(phases, Shown.DELAYED)


@pytest.mark.gui
def test_a_folder_opens_beside_the_window_and_first_shows_its_arterial_volume(
    desk, one_visit
):
    for layer in list(desk.viewer.layers):
        desk.viewer.layers.remove(layer)
    desk.settle()
    desk.widget.open(one_visit)
    assert desk.widget.opening.isVisibleTo(desk.widget)
    desk.wait_for(lambda: "first picture" in [x.name for x in desk.viewer.layers])
    desk.wait_for(lambda: not desk.widget.opening.is_under_way)
    assert "first picture" not in [layer.name for layer in desk.viewer.layers]
    assert list(desk.widget.session.exams) == ["2023-04-18"]
    assert desk.cell("T1", "2023-04-18").startswith("92.2")
    desk.wait_for(lambda: desk.widget.series.dock.list.count() == 3)


@pytest.mark.gui
def test_what_is_left_in_the_middle_changes_nothing(desk, one_visit):
    before = desk.widget.session
    desk.widget.open(one_visit)
    desk.widget.opening.cancel_button.click()
    desk.settle()
    assert not desk.widget.opening.is_under_way
    assert desk.widget.session is before
    assert desk.cell("Sum, mm", BASELINE) == "40.0"


@pytest.mark.gui
@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (InputRefused("no liver.", "a liver.", "look elsewhere."), "no liver."),
        (OSError(5, "Input/output error"), UNREADABLE),
    ],
)
def test_a_patient_that_cannot_be_read_is_said_and_the_open_one_stays(
    desk, tmp_path, monkeypatch, fault, says
):
    def vanishing(place):
        raise fault
        yield

    (tmp_path / "exam").mkdir()
    monkeypatch.setattr(patient, "exam_folders", lambda folder: (folder,))
    monkeypatch.setattr(patient, "open_exam", vanishing)
    desk.widget.open(tmp_path)
    desk.wait_for(lambda: not desk.widget.opening.is_under_way)
    assert says in desk.panel.message.text()
    assert desk.cell("Sum, mm", BASELINE) == "40.0"


@pytest.mark.gui
def test_a_folder_dropped_on_an_open_room_is_opened_by_the_room(
    room, tmp_path, monkeypatch
):
    opened = []
    monkeypatch.setattr(room.widget, "open", opened.append)
    assert reader.read_patient(str(tmp_path)) == [(None,)]
    assert opened == [str(tmp_path)]
