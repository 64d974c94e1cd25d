"""Phantom exams are DICOM that any reader can place, order and trust."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import numpy as np
import pydicom
import pytest

from lesion_toolkit.phantoms.anatomy import Scene
from lesion_toolkit.phantoms.dicom import write_exam
from lesion_toolkit.phantoms.exam import Exam, Protocol, Subject, render
from lesion_toolkit.phantoms.protocols import passes
from lesion_toolkit.phantoms.shapes import sphere
from lesion_toolkit.phantoms.tumor import Tumor

TABLE_MM = (3.0, -140.5, 812.25)
SCENE = Scene(tumors=(Tumor("T1", (sphere((-84, -12, 6), 30),)),))


def exam(modality: str = "CT", **protocol: object) -> Exam:
    """A coarse exam of the common anatomy, quick to write."""
    settings = Protocol(
        modality=modality,
        shape=(6, 48, 50),
        spacing_mm=(5.0, 7.5, 7.2),
        center_mm=(0, 0, 6),
        acquisitions=passes("LIVER", 5.0),
        noise_sd=8,
    )
    settings = replace(settings, **protocol)  # type: ignore[arg-type]
    return Exam(Subject(7, "F", 61), date(2024, 3, 5), SCENE, settings, TABLE_MM)


def read(paths: tuple[Path, ...]) -> list[pydicom.Dataset]:
    """Read without leniency: what breaks the standard raises."""
    with pydicom.config.strict_reading():  # type: ignore[attr-defined]
        images = [pydicom.dcmread(path) for path in paths]
        for image in images:
            assert len(list(image.iterall())) > 40  # decodes every attribute
    return images


@pytest.fixture(scope="module", params=["CT", "MR"])
def images(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> list[pydicom.Dataset]:
    return read(write_exam(exam(request.param), tmp_path_factory.mktemp("exam")))


def by_series(images: list[pydicom.Dataset]) -> dict[str, list[pydicom.Dataset]]:
    series: dict[str, list[pydicom.Dataset]] = {}
    for image in images:
        series.setdefault(image.SeriesInstanceUID, []).append(image)
    return series


def test_one_study_one_frame_of_reference_one_series_per_pass(
    images: list[pydicom.Dataset],
) -> None:
    assert len({image.StudyInstanceUID for image in images}) == 1
    assert len({image.FrameOfReferenceUID for image in images}) == 1
    assert len({image.SOPInstanceUID for image in images}) == len(images) == 18
    assert [len(stack) for stack in by_series(images).values()] == [6, 6, 6]


def test_every_uid_is_valid_and_the_header_agrees_with_the_meta_information(
    images: list[pydicom.Dataset],
) -> None:
    for image in images:
        uids = [e.value for e in image.iterall() if e.VR == "UI"]
        assert all(pydicom.uid.UID(uid).is_valid for uid in uids)
        assert image.file_meta.MediaStorageSOPInstanceUID == image.SOPInstanceUID
        assert image.file_meta.MediaStorageSOPClassUID == image.SOPClassUID


def test_acquisition_times_follow_the_phases(images: list[pydicom.Dataset]) -> None:
    passes_in_time = sorted(
        {(image.AcquisitionTime, image.SeriesDescription) for image in images}
    )
    words = [description.split()[1] for _, description in passes_in_time]
    assert words == ["PRECONTRAST", "LATE", "PORTAL"]
    assert all(image.ContentTime == image.AcquisitionTime for image in images)


def test_only_passes_after_the_injection_name_a_contrast_agent(
    images: list[pydicom.Dataset],
) -> None:
    for image in images:
        agent = image.get("ContrastBolusAgent", "")
        assert bool(agent) is ("PRECONTRAST" not in image.SeriesDescription)
        if agent:
            assert image.ContrastBolusStartTime < image.AcquisitionTime


def test_slices_are_evenly_placed_and_numbered_from_the_head_down(
    images: list[pydicom.Dataset],
) -> None:
    for stack in by_series(images).values():
        stack = sorted(stack, key=lambda image: image.InstanceNumber)
        assert [image.InstanceNumber for image in stack] == list(range(1, 7))
        z = [float(image.ImagePositionPatient[2]) for image in stack]
        assert {a - b for a, b in pairwise(z)} == {5.0}
        assert all(float(image.SliceLocation) == z[n] for n, image in enumerate(stack))


def test_voxels_lie_where_the_header_says(images: list[pydicom.Dataset]) -> None:
    # the aorta is the brightest place of the late arterial phase
    late = [i for i in images if "LATE ARTERIAL" in i.SeriesDescription]
    for image in late:
        values = image.pixel_array.astype(float)
        x0, y0, _ = (float(v) for v in image.ImagePositionPatient)
        row_mm, column_mm = (float(v) for v in image.PixelSpacing)
        at = np.array([19.0, 34.0]) + TABLE_MM[:2]
        row, column = round((at[1] - y0) / row_mm), round((at[0] - x0) / column_mm)
        assert values[row, column] > values.max() - 250
        wall = np.array([-160.0, 80.0]) + TABLE_MM[:2]
        row, column = round((wall[1] - y0) / row_mm), round((wall[0] - x0) / column_mm)
        assert values[row, column] < values.max() / 2 + 300


def test_rescaled_pixels_are_the_rendered_voxels(images: list[pydicom.Dataset]) -> None:
    modality = images[0].Modality
    for acquisition, voxels in render(exam(modality)):
        stack = [i for i in images if i.SeriesDescription == acquisition.description]
        stack.sort(key=lambda image: float(image.ImagePositionPatient[2]))
        stored = np.stack([image.pixel_array for image in stack]).astype(int)
        slope, intercept = (
            int(stack[0].RescaleSlope),
            int(stack[0].RescaleIntercept),
        )
        assert (slope, intercept) == (1, -1024 if modality == "CT" else 0)
        np.testing.assert_array_equal(stored * slope + intercept, voxels)


def test_no_identity_beyond_the_fictional(images: list[pydicom.Dataset]) -> None:
    for image in images:
        assert image.PatientName == "Phantom^Seven"
        assert image.PatientID == "PHANTOM-0007"
        assert image.PatientBirthDate == ""
        assert image.ReferringPhysicianName == ""
        assert image.AccessionNumber == ""
        assert image.BurnedInAnnotation == "NO"
        names = [e for e in image.iterall() if e.VR == "PN" and e.value]
        assert [e.keyword for e in names] == ["PatientName"]


def test_two_runs_write_the_same_bytes(tmp_path: Path) -> None:
    first = write_exam(exam(), tmp_path / "a")
    second = write_exam(exam(), tmp_path / "b")
    assert [f.relative_to(tmp_path / "a") for f in first] == [
        f.relative_to(tmp_path / "b") for f in second
    ]
    assert all(
        a.read_bytes() == b.read_bytes() for a, b in zip(first, second, strict=True)
    )


def test_exams_on_two_days_share_no_uid_and_no_noise(tmp_path: Path) -> None:
    today = exam()
    later = replace(today, date=date(2024, 5, 7))
    a = read(write_exam(today, tmp_path / "a"))
    b = read(write_exam(later, tmp_path / "b"))
    for name in ("StudyInstanceUID", "SeriesInstanceUID", "FrameOfReferenceUID"):
        assert {i[name].value for i in a}.isdisjoint({i[name].value for i in b})
    assert not np.array_equal(a[0].pixel_array, b[0].pixel_array)


def test_stacked_phases_share_a_series_and_differ_by_acquisition_number(
    tmp_path: Path,
) -> None:
    stacked = exam(acquisitions=passes("LIVER", 5.0, stacked=True))
    stacks = by_series(read(write_exam(stacked, tmp_path)))
    assert [len(stack) for stack in stacks.values()] == [6, 12]
    dynamic = list(stacks.values())[1]
    assert {i.SeriesDescription for i in dynamic} == {"LIVER DYNAMIC 5mm"}
    times = sorted({(i.AcquisitionNumber, i.AcquisitionTime) for i in dynamic})
    assert [number for number, _ in times] == [1, 2]
    assert times[0][1] < times[1][1]
    assert sorted(i.InstanceNumber for i in dynamic) == list(range(1, 13))
    positions = [tuple(i.ImagePositionPatient) for i in dynamic]
    assert len(set(positions)) == 6


def test_compression_loses_nothing(tmp_path: Path) -> None:
    plain = read(write_exam(exam(), tmp_path / "plain"))
    small = read(write_exam(exam(compressed=True), tmp_path / "small"))
    for a, b in zip(plain, small, strict=True):
        assert b.file_meta.TransferSyntaxUID == pydicom.uid.JPEGLSLossless
        assert a.SOPInstanceUID == b.SOPInstanceUID
        np.testing.assert_array_equal(a.pixel_array, b.pixel_array)


def test_a_shifted_pass_shows_the_liver_elsewhere() -> None:
    shifted = passes("LIVER", 5.0, precontrast_shift_mm=(0, 0, 5.0))
    protocol = {"noise_sd": 0.0, "shape": (9, 48, 50)}
    still = next(render(exam(**protocol)))[1]
    moved = next(render(exam(**protocol, acquisitions=shifted)))[1]
    # one slice is 5 mm: inside the liver the picture is one slice further up
    liver = np.s_[20:28, 10:16]
    np.testing.assert_array_equal(moved[1:][:, *liver], still[:-1][:, *liver])
    assert not np.array_equal(moved, still)
