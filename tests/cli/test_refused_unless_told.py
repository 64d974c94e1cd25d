"""What is refused unless told can be told on the command line, as the refusal says."""

import json
import shutil
import zipfile
from pathlib import Path

import numpy as np
import pydicom
import pytest
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, RTStructureSetStorage

from lesion_toolkit.phantoms.selftest_scenes import (
    SelftestScene,
    selftest_scenes,
    write_selftest_scene,
)

USAGE, REFUSED = 2, 3


@pytest.fixture(scope="module")
def scene() -> SelftestScene:
    return selftest_scenes()[1]


@pytest.fixture(scope="module")
def folder(scene: SelftestScene, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("exam")
    write_selftest_scene(scene, path)
    return path


@pytest.fixture
def foreign(scene, folder, tmp_path) -> Path:
    """An RTSTRUCT that marks the lesion, but names another frame of reference."""
    x, y, z = scene.click_mm
    angle = np.linspace(0, 2 * np.pi, 100, endpoint=False)
    xs, ys = x + 8 * np.cos(angle), y + 8 * np.sin(angle)
    contour = Dataset()
    contour.ContourGeometricType = "CLOSED_PLANAR"
    contour.NumberOfContourPoints = 100
    points = np.stack([xs, ys, np.full(100, z)], axis=1)
    contour.ContourData = [f"{value:.6g}" for value in points.ravel()]
    structure, drawn, found = Dataset(), Dataset(), Dataset()
    structure.ROINumber, structure.ROIName = 1, "T1"
    structure.ReferencedFrameOfReferenceUID = "1.2.3.77"
    drawn.ReferencedROINumber, drawn.ContourSequence = 1, [contour]
    found.SOPClassUID, found.SOPInstanceUID = RTStructureSetStorage, "1.2.3.4"
    found.Modality = "RTSTRUCT"
    found.StructureSetROISequence, found.ROIContourSequence = [structure], [drawn]
    found.file_meta = FileMetaDataset()
    found.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    pydicom.dcmwrite(tmp_path / "rt.dcm", found, enforce_file_format=True)
    return tmp_path / "rt.dcm"


def test_mask_of_another_frame_is_measured_when_told_and_marked(
    command, folder, foreign
):
    refused = command("measure", folder, "--lesions", foreign)
    assert refused.exit_code == REFUSED
    assert "another frame of reference" in refused.err
    assert "--any-frame" in refused.err
    told = command("measure", folder, "--lesions", foreign, "--any-frame", "--json")
    assert told.exit_code == 0, told.err
    (lesion,) = json.loads(told.out)["measurements"]
    assert float(lesion["whole_diameter_mm"]) == pytest.approx(16, abs=1.5)
    assert "mask-frame-foreign" in {f["code"] for f in lesion["findings"]}


def test_a_cohort_takes_masks_of_another_frame_when_told(
    command, folder, foreign, tmp_path
):
    cohort = tmp_path / "cohort.csv"
    header = "patient,timepoint,date,path,lesions"
    cohort.write_text(f"{header}\nP01,baseline,2024-01-09,{folder},{foreign}\n")
    asked = ("batch", cohort, "--out", tmp_path / "out", "--json")
    (failure,) = json.loads(command(*asked).out)["failures"]
    assert "another frame of reference" in failure["what"]
    assert "--any-frame" in failure["how_to_retry"]
    told = json.loads(command(*asked, "--any-frame").out)
    assert (told["measured"], told["failures"]) == (1, [])


@pytest.fixture
def bomb(tmp_path) -> Path:
    """Harmless zeros that unpack to far more than their size allows."""
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(21):
            archive.writestr(f"zeros{number}", bytes(10 * 2**20))
    return path


@pytest.mark.parametrize("name", ["inspect", "measure"])
def test_bomb_is_refused_and_the_refusal_names_the_option(command, bomb, name):
    lesions = ("--lesions", bomb) if name == "measure" else ()
    answer = command(name, bomb, *lesions)
    assert answer.exit_code == REFUSED
    assert "far more bytes" in answer.err
    assert "--max-unpacked-gib" in answer.err
    raised = command(name, bomb, *lesions, "--max-unpacked-gib", "1")
    assert raised.exit_code == REFUSED
    assert "unpacks to" not in raised.err
    assert "21 files" in raised.err


def test_size_that_is_told_is_a_limit_too(command, bomb):
    answer = command("inspect", bomb, "--max-unpacked-gib", "0.1")
    assert answer.exit_code == REFUSED
    assert "more than 0.1 GiB" in answer.err


@pytest.mark.parametrize("name", ["inspect", "measure"])
def test_number_of_members_is_a_limit_that_can_be_told(
    command, folder, foreign, tmp_path, name
):
    archive = shutil.make_archive(str(tmp_path / "exam"), "zip", folder)
    lesions = ("--lesions", foreign, "--any-frame") if name == "measure" else ()
    few = command(name, archive, *lesions, "--max-members", "5")
    assert few.exit_code == REFUSED
    assert "more than 5 members" in few.err
    assert "--max-members" in few.err
    many = command(name, archive, *lesions, "--max-members", "5000")
    assert many.exit_code == 0, many.err


@pytest.mark.parametrize("option", ["--max-unpacked-gib", "--max-members"])
@pytest.mark.parametrize("value", ["0", "-1", "nan", "all"])
def test_limits_are_positive_numbers(command, bomb, option, value):
    assert command("inspect", bomb, option, value).exit_code == USAGE
