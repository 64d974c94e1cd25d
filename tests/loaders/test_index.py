"""Every file is used in a volume or set aside with a reason; the counts add up."""

import os
import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydicom.data import get_testdata_files

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.loaders.index import find_series


def _reasons(index):
    return {entry.path.name: entry.set_aside for entry in index.account}


def _adds_up(index, folder):
    files = sorted((p for p in Path(folder).rglob("*") if p.is_file()), key=str)
    assert [entry.path for entry in index.account] == files
    names = {series.name for series in index.series}
    used = set()
    for entry in index.account:
        assert bool(entry.used_in) != bool(entry.set_aside)
        used |= set(entry.used_in.split("; ")) if entry.used_in else set()
    assert used == names
    for series in index.series:
        for file in series.files:
            (entry,) = (e for e in index.account if e.path == file)
            assert series.name in entry.used_in


def test_series_carries_what_the_header_says(make, saved):
    slices = [
        make(
            z,
            SeriesDescription="LIVER ART",
            AcquisitionDate="20240130",
            AcquisitionTime="101530.25",
        )
        for z in (5.0, 0.0)
    ]
    (series,) = find_series(saved(slices)).series
    assert series.description == "LIVER ART"
    assert series.date.isoformat() == "2024-01-30"
    assert series.acquired.isoformat() == "2024-01-30T10:15:30"
    assert series.spacing_mm == (5.0, 0.7, 0.8)
    assert (series.rows, series.columns, series.number) == (8, 6, 4)
    assert series.frame_of_reference_uid == "1.2.3.9"


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"ImageType": ["ORIGINAL", "PRIMARY", "LOCALIZER"]}, "localizer"),
        ({"ImageType": ["DERIVED", "SECONDARY", "MIP"]}, "derived"),
        ({"ImageType": ["ORIGINAL", "PRIMARY", "M", "MOSAIC"]}, "mosaic"),
        ({"SOPClassUID": "1.2.840.10008.5.1.4.1.1.7"}, "secondary capture"),
        ({"SOPClassUID": "1.2.840.10008.5.1.4.1.1.66.4"}, "Segmentation"),
        ({"SamplesPerPixel": 3, "PhotometricInterpretation": "RGB"}, "color"),
        ({"PixelData": None}, "no pixels"),
        ({"Rows": 9}, "truncated"),
        ({"Rows": 65535}, "absurd number of rows"),
        ({"ImagePositionPatient": None}, "no position"),
        ({"ImageOrientationPatient": [1, 0, 0, 1, 0, 0]}, "orientation"),
        ({"PixelSpacing": [0, 0]}, "no pixel spacing"),
        ({"NumberOfFrames": 2, "Rows": 4}, "several frames without a position"),
    ],
)
def test_what_is_no_slice_is_set_aside_by_name(make, saved, other, reason):
    odd = make(100.0, **other)
    index = find_series(saved([make(0.0), make(5.0), make(10.0), odd]))
    assert [len(series.files) for series in index.series] == [3]
    assert reason in _reasons(index)["003.dcm"]


def test_truncated_file_leaves_a_gap_not_a_thinner_volume(make, saved):
    folder = saved(make(5.0 * n) for n in range(7))
    cut = folder / "003.dcm"
    cut.write_bytes(cut.read_bytes()[:-20])
    index = find_series(folder)
    assert "truncated" in _reasons(index)["003.dcm"]
    assert [len(series.files) for series in index.series] == [3, 3]


def test_second_copy_of_an_image_is_a_duplicate(make, saved):
    folder = saved(make(5.0 * n) for n in range(3))
    shutil.copy(folder / "001.dcm", folder / "copy")
    index = find_series(folder)
    assert _reasons(index)["copy"] == "duplicate of 001.dcm"
    _adds_up(index, folder)


def test_link_that_leads_nowhere_is_accounted_for(make, saved):
    folder = saved(make(5.0 * n) for n in range(3))
    (folder / "broken").symlink_to(folder / "nothing")
    assert _reasons(find_series(folder))["broken"] == "cannot be opened"


def test_pipe_among_the_files_is_not_waited_for(make, saved):
    folder = saved(make(5.0 * n) for n in range(3))
    os.mkfifo(folder / "pipe")
    assert _reasons(find_series(folder))["pipe"] == "cannot be opened"


def test_folder_that_may_not_be_listed_is_accounted_for(make, saved, monkeypatch):
    folder = saved(make(5.0 * n) for n in range(3))
    (folder / "locked").mkdir()
    listed = os.scandir

    def scandir(path):
        if Path(path).name == "locked":
            raise PermissionError
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    index = find_series(folder)
    assert _reasons(index)["locked"] == "cannot be opened"
    assert len(index.series) == 1


def test_folder_of_two_patients_says_so(make, saved):
    slices = [make(0.0), make(5.0), make(0.0, series="1.9", PatientID="P2")]
    findings = find_series(saved(slices)).findings
    assert [finding.code for finding in findings] == ["several-patients"]
    assert "P2" not in findings[0].message


@pytest.mark.filterwarnings("ignore")
def test_text_of_a_series_is_one_plain_line(make, saved):
    slices = [
        make(
            z,
            SeriesDescription="ART\x1b]0;title\x07\r\nnext",
            ImageType=["ORIGINAL", "PRIMARY", kind],
        )
        for kind in ("A\x1b[2J", "B")
        for z in (0.0, 5.0, 10.0)
    ]
    folder = saved(slices)
    index = find_series(folder)
    assert [series.split_by for series in index.series] == ["ImageType"] * 2
    for series in index.series:
        for text in (series.description, series.name, series.modality):
            assert text.isprintable()


def test_series_without_a_uid_is_kept_together(make, saved):
    folder = saved(make(5.0 * n, series="") for n in range(4))
    (series,) = find_series(folder).series
    assert (series.uid, len(series.files)) == ("no-uid-1", 4)


def test_missing_path_and_empty_folder_are_refused(tmp_path):
    for path in (tmp_path / "nothing", tmp_path):
        with pytest.raises(InputRefused):
            find_series(path)


def test_every_file_pydicom_ships_is_accounted_for(tmp_path):
    for number, name in enumerate(get_testdata_files()):
        if Path(name).is_file() and Path(name).stat().st_size < 2**20:
            shutil.copy(name, tmp_path / f"{number}-{Path(name).name}")
    _adds_up(find_series(tmp_path), tmp_path)


KINDS = st.sampled_from(
    ["slice", "slice", "slice", "text", "cut", "localizer", "copy", "empty", "color"]
)


@settings(max_examples=25, deadline=None)
@given(kinds=st.lists(KINDS, min_size=1, max_size=14), seed=st.integers(0, 99))
def test_account_adds_up_whatever_is_in_the_folder(
    make, save_as, tmp_path_factory, kinds, seed
):
    folder = tmp_path_factory.mktemp("mixed")
    dice = np.random.default_rng(seed)
    last = None
    for number, kind in enumerate(kinds):
        path = folder / str(dice.integers(3)) / f"{number}"
        path.parent.mkdir(exist_ok=True)
        height = float(dice.choice([0, 2.5, 5, 7.5, 20]))
        more = {"AcquisitionNumber": int(dice.integers(1, 3))}
        if kind == "localizer":
            more["ImageType"] = ["ORIGINAL", "PRIMARY", "LOCALIZER"]
        if kind == "color":
            more |= {"SamplesPerPixel": 3, "PhotometricInterpretation": "RGB"}
        if kind in ("text", "empty"):
            path.write_bytes(b"notes" if kind == "text" else b"")
        elif kind == "copy" and last:
            shutil.copy(last, path)
        else:
            last = save_as(make(height, **more), path)
            if kind == "cut":
                path.write_bytes(path.read_bytes()[: int(dice.integers(1, 900))])
    _adds_up(find_series(folder), folder)
