"""``inspect`` says what is wrong with the geometry, and ``--strict`` refuses it."""

import json

import numpy as np
import pydicom
import pytest
from pydicom.data import get_testdata_file


def _write(folder, places, orientation=(1, 0, 0, 0, 1, 0), **other):
    folder.mkdir()
    found = pydicom.dcmread(get_testdata_file("CT_small.dcm"))
    for keyword, value in other.items():
        setattr(found, keyword, value)
    for n, place in enumerate(places):
        found.SOPInstanceUID = f"1.2.3.{n}"
        found.file_meta.MediaStorageSOPInstanceUID = found.SOPInstanceUID
        found.ImageOrientationPatient = [f"{cosine:.6g}" for cosine in orientation]
        found.ImagePositionPatient = place
        found.save_as(folder / f"{n}.dcm")
    return folder


def _codes(row):
    return {finding["code"] for finding in row["findings"]}


@pytest.fixture
def tilted(tmp_path):
    angle = np.deg2rad(14)
    turned = (1, 0, 0, 0, np.cos(angle), -np.sin(angle))
    return _write(tmp_path / "tilted", [[0, 0, 5 * n] for n in range(5)], turned)


def test_tilt_is_straightened_and_told(command, tilted):
    (row,) = json.loads(command("inspect", tilted, "--json").out)["volumes"]
    assert "gantry-tilt" in _codes(row)
    assert row["refused"] == ""
    assert row["slices"] == 5
    assert row["spacing_mm"][0] == pytest.approx(5 * np.cos(np.deg2rad(14)), abs=1e-3)


def test_strict_refuses_a_tilt_and_still_accounts_for_each_file(command, tilted):
    answer = command("inspect", tilted, "--strict", "--json")
    assert answer.exit_code == 3
    found = json.loads(answer.out)
    (row,) = found["volumes"]
    assert row["phase"] is None
    assert "14.0 degrees" in row["refused"]
    assert found["files"] == len(found["account"]) == 5


@pytest.mark.parametrize("option", [(), ("--strict",)])
def test_a_gap_parts_volumes_and_is_told(command, tmp_path, option):
    folder = _write(tmp_path / "gap", [[0, 0, z] for z in (0, 5, 10, 15, 30, 35, 40)])
    rows = json.loads(command("inspect", folder, "--json", *option).out)["volumes"]
    assert [row["files"] for row in rows] == [4, 3]
    assert all("missing-slices" in _codes(row) for row in rows)


def test_a_straight_stack_passes_strict(command, tmp_path):
    folder = _write(tmp_path / "straight", [[0, 0, 5 * n] for n in range(5)])
    answer = command("inspect", folder, "--strict", "--json")
    assert answer.exit_code == 0
    (row,) = json.loads(answer.out)["volumes"]
    assert row["spacing_mm"][0] == pytest.approx(5)
    assert "gantry-tilt" not in _codes(row)


def test_numbers_in_e_notation_are_read(command, tmp_path):
    folder = _write(
        tmp_path / "e", [["-1.0E1", "2e0", f"{5 * n}.0e+0"] for n in range(4)]
    )
    (row,) = json.loads(command("inspect", folder, "--json").out)["volumes"]
    assert row["slices"] == 4
    assert row["spacing_mm"][0] == pytest.approx(5)
