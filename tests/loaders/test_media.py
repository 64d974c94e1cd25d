"""A DICOMDIR leads to its own files and to nobody else's."""

from pathlib import Path

import pydicom
import pytest
from pydicom.data import get_testdata_file
from pydicom.dataset import Dataset
from pydicom.uid import MediaStorageDirectoryStorage, generate_uid

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.loaders.index import find_series


@pytest.fixture
def disc(make, save_as, tmp_path):
    """A disc of three slices in a folder, and its directory."""
    records = []
    for n in range(3):
        save_as(make(5.0 * n), tmp_path / "disc" / "PT0" / f"IM{n}")
        record = Dataset()
        record.DirectoryRecordType = "IMAGE"
        record.ReferencedFileID = ["PT0", f"IM{n}"]
        records.append(record)
    directory = Dataset()
    directory.SOPClassUID = MediaStorageDirectoryStorage
    directory.SOPInstanceUID = generate_uid()
    directory.FileSetID = "DISC"
    directory.DirectoryRecordSequence = records
    save_as(directory, tmp_path / "disc" / "DICOMDIR")
    return tmp_path / "disc"


def _pointing(disc: Path, name: list[str]) -> Path:
    """Let the last image record of the disc name another file."""
    path = disc / "DICOMDIR"
    found = pydicom.dcmread(path)
    records = [r for r in found.DirectoryRecordSequence if "ReferencedFileID" in r]
    records[-1].ReferencedFileID = name
    found.save_as(path)
    return path


def _codes(index):
    return [finding.code for finding in index.findings]


def test_files_of_the_directory_are_read_and_others_left_alone(disc):
    (disc / "stray.dcm").write_bytes(b"not listed")
    index = find_series(disc / "DICOMDIR")
    assert [len(series.files) for series in index.series] == [3]
    assert [e.set_aside for e in index.account if e.set_aside] == [
        "DICOM media directory"
    ]
    assert len(index.account) == 4
    assert index.findings == ()


@pytest.mark.parametrize(
    "name",
    [
        ["..", "secret.dcm"],
        ["PT0", "..", "..", "secret.dcm"],
        ["../secret.dcm"],
        ["/etc/hostname"],
        ["C:", "secret.dcm"],
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_entries_that_lead_outside_are_not_followed(disc, make, save_as, name):
    save_as(make(50.0), disc.parent / "secret.dcm")
    index = find_series(_pointing(disc, name))
    assert all(entry.path.is_relative_to(disc) for entry in index.account)
    assert _codes(index) == ["media-entries-outside"]


def test_links_that_lead_outside_are_not_followed(disc, make, save_as):
    secret = save_as(make(50.0), disc.parent / "secret.dcm")
    (disc / "LINK").symlink_to(secret)
    index = find_series(_pointing(disc, ["LINK"]))
    assert disc / "LINK" not in {entry.path for entry in index.account}
    assert _codes(index) == ["media-entries-outside"]


def test_missing_files_are_told(disc):
    index = find_series(_pointing(disc, ["GONE"]))
    assert [len(series.files) for series in index.series] == [2]
    assert _codes(index) == ["media-files-missing"]


def test_names_in_lower_case_are_found(disc):
    for path in sorted(disc.rglob("*"), key=lambda p: -len(p.parts)):
        if path.name != "DICOMDIR":
            path.rename(path.with_name(path.name.lower()))
    index = find_series(disc / "DICOMDIR")
    assert [len(series.files) for series in index.series] == [3]


def test_disc_of_another_project_is_accounted_for():
    path = Path(get_testdata_file("DICOMDIR", download=False))
    index = find_series(path)
    assert len(index.account) > 2
    assert all(entry.path.is_relative_to(path.parent) for entry in index.account)


def test_directory_that_lists_nothing_is_refused(disc):
    found = pydicom.dcmread(disc / "DICOMDIR")
    found.DirectoryRecordSequence = []
    found.save_as(disc / "DICOMDIR")
    with pytest.raises(InputRefused, match="lists no file"):
        find_series(disc / "DICOMDIR")
