"""The first picture of an exam: shown early, and never as more than it is."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pydicom
import pytest

import lesion_toolkit as lt
from lesion_toolkit import workflow
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.loaders.index import find_series
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.phantoms.anatomy import Build, Scene
from lesion_toolkit.phantoms.dicom import write_exam
from lesion_toolkit.phantoms.exam import Acquisition, Exam, Protocol, Subject
from lesion_toolkit.workflow import load_exam, open_exam

PRE = Acquisition(Phase.PRECONTRAST, "PRECONTRAST", -150, 2)
LATE = Acquisition(Phase.LATE_ARTERIAL, "LATE ARTERIAL", 35, 3)
EARLY = Acquisition(Phase.EARLY_ARTERIAL, "EARLY ARTERIAL", 20, 1)
PORTAL = Acquisition(Phase.PORTAL_VENOUS, "PORTAL VENOUS", 70, 4)


def _write(folder: Path, *acquisitions: Acquisition) -> Path:
    protocol = Protocol("CT", (32, 96, 96), (5.0, 3.7, 3.7), (0, 0, 2), acquisitions, 9)
    day = datetime.date(2024, 1, 9)
    write_exam(Exam(Subject(78, "O", 60), day, Scene(Build()), protocol), folder)
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return _write(tmp_path_factory.mktemp("exam"), PRE, LATE, PORTAL)


@pytest.fixture(scope="module")
def opened(folder: Path) -> list[PhaseSet]:
    return list(open_exam(folder))


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Descriptions of the series that were read, in turn."""
    seen: list[str] = []
    read = workflow.read_volume

    def watched(series, **switches):
        seen.append(series.description)
        return read(series, **switches)

    monkeypatch.setattr(workflow, "read_volume", watched)
    return seen


def _codes(phases: PhaseSet) -> set[str]:
    return {finding.code for finding in phases.findings}


def test_the_first_picture_is_the_arterial_volume_alone(opened) -> None:
    first, last = opened
    assert list(first.volumes) == [Phase.LATE_ARTERIAL]
    assert len(last.volumes) == 3
    assert np.array_equal(first.arterial.array, last.arterial.array)
    assert first.geometry.same_space_as(last.geometry)
    assert first.date == last.date == datetime.date(2024, 1, 9)
    assert first.slice_thickness_mm == last.slice_thickness_mm == 5.0


def test_the_slice_thickness_is_that_of_the_volume_that_is_measured(tmp_path) -> None:
    folder = _write(tmp_path, EARLY, LATE, PORTAL)
    for file in (folder / "001").iterdir():
        image = pydicom.dcmread(file)
        image.SliceThickness = 7.5
        image.save_as(file)
    first, last = open_exam(folder)
    assert first.arterial_phase is last.arterial_phase is Phase.LATE_ARTERIAL
    assert first.slice_thickness_mm == last.slice_thickness_mm == 5.0


def test_nothing_else_is_read_before_the_first_picture_is_handed_over(
    folder, reads
) -> None:
    exam: Iterator[PhaseSet] = open_exam(folder)
    next(exam)
    assert reads == ["LATE ARTERIAL"]
    next(exam)
    assert sorted(reads) == ["LATE ARTERIAL", "PORTAL VENOUS", "PRECONTRAST"]


def test_only_the_first_picture_is_called_incomplete(opened) -> None:
    first, last = opened
    assert "exam-incomplete" in _codes(first)
    assert "exam-incomplete" not in _codes(last)


def test_pixels_are_evidence_in_the_last_set_only(opened) -> None:
    first, last = (phases.labels[Phase.LATE_ARTERIAL] for phases in opened)
    assert not any("aorta" in reason for reason in first.reasons)
    assert any("aorta" in reason for reason in last.reasons)
    assert last.confidence > first.confidence


def test_a_loaded_exam_is_the_last_set(folder, opened) -> None:
    loaded, last = load_exam(folder), opened[-1]
    assert loaded.sources == last.sources
    assert loaded.labels == last.labels
    assert loaded.findings == last.findings
    assert list(loaded.volumes) == list(last.volumes)


def test_words_that_mislead_are_shown_as_provisional_and_then_taken_back(
    tmp_path,
) -> None:
    swapped = (
        Acquisition(Phase.PORTAL_VENOUS, "LATE ARTERIAL", 35, 3),
        Acquisition(Phase.LATE_ARTERIAL, "PORTAL VENOUS", 70, 4),
    )
    first, last = open_exam(_write(tmp_path, PRE, *swapped))
    assert first.arterial_phase is Phase.LATE_ARTERIAL
    assert "exam-incomplete" in _codes(first)
    assert first.sources[Phase.LATE_ARTERIAL] not in last.sources.values()
    assert last.arterial is None
    assert "arterial-missed" in _codes(last)


def test_without_an_arterial_phase_the_first_picture_is_not_called_arterial(
    tmp_path,
) -> None:
    first, last = open_exam(_write(tmp_path, PRE, PORTAL))
    assert list(first.volumes) == [Phase.PORTAL_VENOUS]
    assert first.arterial is None
    assert "no-arterial-phase" in _codes(last)


def test_an_exam_without_a_phase_has_no_first_picture(tmp_path) -> None:
    folder = _write(tmp_path, Acquisition(Phase.PORTAL_VENOUS, "SUB ART-PRE", 70, 2))
    with pytest.raises(InputRefused, match="none of them a recognised"):
        next(open_exam(folder))


def test_a_volume_that_nothing_tells_the_phase_of_is_shown_as_unknown(
    tmp_path,
) -> None:
    folder = _write(tmp_path, Acquisition(Phase.PRECONTRAST, "ABDOMEN", -150, 2))
    assert list(next(open_exam(folder)).volumes) == [Phase.UNKNOWN]


def test_the_series_the_reader_named_is_the_first_picture(folder, opened) -> None:
    portal = opened[-1].sources[Phase.PORTAL_VENOUS]
    first, last = open_exam(folder, {"late arterial": portal})
    assert dict(first.sources) == {Phase.LATE_ARTERIAL: portal}
    assert last.sources[Phase.LATE_ARTERIAL] == portal


def test_a_name_for_no_series_is_refused_before_anything_is_read(folder, reads) -> None:
    with pytest.raises(InputRefused, match="late arterial"):
        next(open_exam(folder, {"late arterial": "1.2.3"}))
    assert reads == []


def test_an_arterial_volume_that_cannot_be_read_leaves_the_next_and_says_so(
    tmp_path,
) -> None:
    folder = _write(tmp_path, PRE, LATE, PORTAL)
    for file in (folder / "003").iterdir():
        image = pydicom.dcmread(file)
        image.file_meta.TransferSyntaxUID = "1.2.840.10008.1.2.5"
        frames = pydicom.encaps.encapsulate([b"no run lengths here "])
        image.add_new("PixelData", "OB", frames)
        image["PixelData"].is_undefined_length = True
        image.save_as(file)
    assert len(find_series(folder).series) == 3
    first, last = open_exam(folder)
    assert list(first.volumes) == [Phase.PORTAL_VENOUS]
    assert "series-left-out" in _codes(first) & _codes(last)
    with pytest.raises(InputRefused):
        next(open_exam(folder, strict=True))


def test_the_first_picture_can_be_shown_but_is_never_measured_unmarked(
    folder,
) -> None:
    first = next(lt.open_exam(folder))
    assert "exam-incomplete" in {f.code for f in lt.measure(first, {}).findings}
