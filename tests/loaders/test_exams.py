"""Which volume of an exam is read first, and on what evidence."""

import datetime
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pydicom
import pytest

from lesion_toolkit.loaders import exams
from lesion_toolkit.loaders.exams import (
    FEW_SLICES,
    LabelledSeries,
    arterial_first,
    named_by_reader,
)
from lesion_toolkit.loaders.index import find_series
from lesion_toolkit.loaders.phases import label_phases
from lesion_toolkit.loaders.pixels import read_volume
from lesion_toolkit.model.phase import Phase
from lesion_toolkit.phantoms.anatomy import Build, Scene
from lesion_toolkit.phantoms.dicom import write_exam
from lesion_toolkit.phantoms.exam import Acquisition, Exam, Protocol, Subject

PRE = Acquisition(Phase.PRECONTRAST, "", -150, 2)
EARLY = Acquisition(Phase.EARLY_ARTERIAL, "", 20, 3)
LATE = Acquisition(Phase.LATE_ARTERIAL, "", 35, 4)
PORTAL = Acquisition(Phase.PORTAL_VENOUS, "", 70, 5)
DELAYED = Acquisition(Phase.DELAYED, "", 240, 6)
SHAPE = (40, 112, 112)

Write = Callable[..., Path]


@pytest.fixture(scope="module")
def scanned(tmp_path_factory) -> Path:
    """Five passes over one liver, without a word; one folder a pass."""
    root = tmp_path_factory.mktemp("scanned")
    protocol = Protocol(
        modality="CT",
        shape=SHAPE,
        spacing_mm=(4.0, 3.2, 3.2),
        center_mm=(0, 0, 2),
        acquisitions=(PRE, EARLY, LATE, PORTAL, DELAYED),
        noise_sd=12,
    )
    day = datetime.date(2024, 1, 9)
    write_exam(Exam(Subject(77, "O", 60), day, Scene(Build()), protocol), root)
    return root


@pytest.fixture
def exam(scanned: Path, tmp_path: Path) -> Write:
    """Write passes under descriptions; ``timed=False`` leaves out the injection."""

    def write(described: Iterable[tuple[Acquisition, str]], timed: bool = True) -> Path:
        for acquisition, description in described:
            for source in (scanned / f"{acquisition.series_number:03}").iterdir():
                image = pydicom.dcmread(source)
                image.SeriesDescription = description
                if not timed and "ContrastBolusStartTime" in image:
                    del image.ContrastBolusStartTime
                target = tmp_path / "exam" / source.parent.name / source.name
                target.parent.mkdir(parents=True, exist_ok=True)
                image.save_as(target)
        return tmp_path / "exam"

    return write


@pytest.fixture
def glances(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Slices of each volume that was read to choose the first one."""
    seen: list[int] = []
    read = exams.read_volume

    def watched(series):
        seen.append(len(series.files))
        return read(series)

    monkeypatch.setattr(exams, "read_volume", watched)
    return seen


def _order(folder: Path, **named: str) -> tuple[LabelledSeries, ...]:
    series = find_series(folder).series
    return arterial_first(series, named_by_reader(series, named))


def _first(folder: Path) -> tuple[int | None, Phase]:
    series, label = _order(folder)[0]
    return series.number, label.phase


def test_words_choose_without_a_look_at_any_pixel(exam, glances) -> None:
    folder = exam([(PRE, "PRE"), (LATE, "LATE ARTERIAL"), (PORTAL, "PORTAL")])
    assert _first(folder) == (LATE.series_number, Phase.LATE_ARTERIAL)
    assert glances == []


def test_times_choose_where_words_are_missing(exam, glances) -> None:
    (series, label), *_ = _order(exam([(PRE, ""), (LATE, ""), (PORTAL, "")]))
    assert (series.number, label.phase) == (LATE.series_number, Phase.ARTERIAL)
    assert "taken 35 s after the start of the injection" in label.reasons
    assert glances == []


def test_of_two_arterial_volumes_by_time_pixels_tell_the_late_one(exam) -> None:
    folder = exam([(PRE, ""), (EARLY, ""), (LATE, ""), (PORTAL, "")])
    assert _first(folder) == (LATE.series_number, Phase.LATE_ARTERIAL)


def test_a_few_slices_choose_where_words_and_times_are_missing(exam, glances) -> None:
    folder = exam(((a, "") for a in (PRE, EARLY, LATE, PORTAL)), timed=False)
    (series, label), *_ = _order(folder)
    assert (series.number, label.phase) == (LATE.series_number, Phase.LATE_ARTERIAL)
    assert label.reasons[-1].endswith("slices only")
    assert len(glances) == 4
    assert max(glances) <= FEW_SLICES < SHAPE[0]


def test_a_protocol_name_does_not_pass_for_a_phase(exam) -> None:
    words = "LIVER 3 PHASE (AP)"
    folder = exam(((a, words) for a in (PORTAL, LATE, PRE)), timed=False)
    assert _first(folder) == (LATE.series_number, Phase.LATE_ARTERIAL)


def test_of_early_and_late_arterial_the_late_one_comes_first(exam, glances) -> None:
    folder = exam([(EARLY, "EARLY ARTERIAL"), (LATE, "LATE ARTERIAL")])
    assert [series.number for series, _ in _order(folder)] == [4, 3]
    assert glances == []


def test_of_two_arterial_volumes_named_alike_pixels_tell_the_late_one(
    exam, glances
) -> None:
    described = [(PRE, "PRE"), (EARLY, "ART"), (LATE, "ART"), (PORTAL, "PORTAL")]
    folder = exam(described, timed=False)
    assert _first(folder) == (LATE.series_number, Phase.LATE_ARTERIAL)
    assert len(glances) == 4


def test_an_early_arterial_volume_does_not_hide_a_late_one_without_words(exam) -> None:
    described = [(PRE, "PRE"), (EARLY, "EARLY ARTERIAL"), (LATE, ""), (PORTAL, "")]
    folder = exam(described, timed=False)
    assert _first(folder) == (LATE.series_number, Phase.LATE_ARTERIAL)


def test_without_an_arterial_phase_the_portal_venous_one_comes_first(exam) -> None:
    named = [(DELAYED, "DELAYED"), (PRE, "PRE"), (PORTAL, "PORTAL VENOUS")]
    assert _first(exam(named)) == (PORTAL.series_number, Phase.PORTAL_VENOUS)


def test_without_words_and_an_arterial_phase_nothing_is_called_arterial(exam) -> None:
    folder = exam(((a, "") for a in (PRE, PORTAL, DELAYED)), timed=False)
    labels = [label for _, label in _order(folder)]
    assert labels[0].phase is Phase.PORTAL_VENOUS
    assert not any(label.phase.is_arterial for label in labels)


@pytest.mark.parametrize("words", ["SUB LATE ARTERIAL", "LATE ARTERIAL MIP"])
def test_what_is_no_acquisition_of_a_phase_comes_last(exam, words) -> None:
    folder = exam([(PRE, "PRE"), (LATE, words), (PORTAL, "PORTAL VENOUS")])
    assert _order(folder)[-1][0].number == LATE.series_number


def test_thick_and_thin_slices_of_one_acquisition_need_no_glance(
    exam, glances, scanned
) -> None:
    folder = exam([(LATE, "LATE ARTERIAL thin"), (PORTAL, "PORTAL VENOUS")])
    for number, source in enumerate(sorted((scanned / "004").iterdir())):
        image = pydicom.dcmread(source)
        image.SeriesDescription, image.SeriesNumber = "LATE ARTERIAL thick", 14
        image.SeriesInstanceUID = "1.2.3.14"
        image.SOPInstanceUID = f"1.2.3.14.{number}"
        if number % 2 == 0:
            (folder / "014").mkdir(exist_ok=True)
            image.save_as(folder / "014" / source.name)
    numbers = [series.number for series, _ in _order(folder)]
    assert numbers[:2] == [LATE.series_number, 14]
    assert glances == []


def test_a_series_the_reader_named_comes_before_one_named_by_its_words(exam) -> None:
    folder = exam([(LATE, "LATE ARTERIAL"), (PORTAL, "PORTAL VENOUS")])
    portal = next(s for s in find_series(folder).series if s.number == 5)
    (series, label), *_ = _order(folder, **{"late arterial": portal.uid})
    assert series == portal
    assert label.reasons == ("named by the reader",)


def test_a_volume_that_cannot_be_read_is_left_to_its_words(exam) -> None:
    folder = exam(((a, "") for a in (PRE, LATE, PORTAL)), timed=False)
    series = find_series(folder).series
    shutil.rmtree(folder / "005")
    labels = {one.number: label for one, label in arterial_first(series)}
    assert labels[LATE.series_number].phase is Phase.LATE_ARTERIAL
    assert labels[PORTAL.series_number].phase is Phase.UNKNOWN


@pytest.mark.parametrize(
    ("patient", "day", "arterial"),
    [
        ("hcc_007", "12-27", Phase.LATE_ARTERIAL),
        ("hcc_007", "03-14", Phase.EARLY_ARTERIAL),
        ("hcc_015", "11-01", Phase.EARLY_ARTERIAL),
    ],
)
def test_of_real_patients_a_few_slices_tell_what_all_slices_tell(
    patient, day, arterial, request
) -> None:
    (folder,) = request.getfixturevalue(patient).glob(f"{day}*")
    series = find_series(folder).series
    order = dict(arterial_first(series))
    assert next(iter(order.values())).phase is arterial
    whole = label_phases([(one, read_volume(one)) for one in series])
    assert [order[one].phase for one in series] == [label.phase for label in whole]
