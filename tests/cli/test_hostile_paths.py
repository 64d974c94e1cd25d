"""What is handed to the command line never leads it outside of what was handed in."""

import io
import tarfile
import zipfile
from pathlib import Path

import pydicom
import pytest
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, MediaStorageDirectoryStorage

from lesion_toolkit.phantoms.selftest_scenes import (
    selftest_scenes,
    write_selftest_scene,
)

REFUSED = 3


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("exam")
    write_selftest_scene(selftest_scenes()[1], path)
    return path


@pytest.fixture
def seeds(tmp_path) -> Path:
    path = tmp_path / "seeds.csv"
    path.write_text("lesion,x_mm,y_mm,z_mm\nT1,0,0,0\n")
    return path


def _tar(path: Path, member: tarfile.TarInfo) -> Path:
    with tarfile.open(path, "w") as archive:
        member.size = 1 if member.isreg() else 0
        archive.addfile(member, io.BytesIO(b"x"))
    return path


def _zip(path: Path, name: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), "x")
    return path


def _link(target: str) -> tarfile.TarInfo:
    member = tarfile.TarInfo("link")
    member.type, member.linkname = tarfile.SYMTYPE, target
    return member


@pytest.mark.parametrize("name", ["inspect", "measure"])
@pytest.mark.parametrize("leads", ["../out", "/tmp/out", "a/../../out", "..\\out"])
def test_archive_that_leads_outside_writes_nothing(
    command, seeds, tmp_path, name, leads
):
    lesions = ("--lesions", seeds) if name == "measure" else ()
    before = sorted(tmp_path.rglob("*"))
    for path in (
        _tar(tmp_path / "a.tar", tarfile.TarInfo(leads)),
        _zip(tmp_path / "a.zip", leads),
    ):
        answer = command(name, path, *lesions)
        assert answer.exit_code == REFUSED
        assert "leads out of it" in answer.err
        assert answer.out == ""
        path.unlink()
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("name", ["inspect", "measure"])
@pytest.mark.parametrize("target", ["/etc/passwd", "../seeds.csv", "inside"])
def test_archive_with_a_link_is_refused(command, seeds, tmp_path, name, target):
    lesions = ("--lesions", seeds) if name == "measure" else ()
    answer = command(name, _tar(tmp_path / "a.tar", _link(target)), *lesions)
    assert answer.exit_code == REFUSED
    assert "a link or device" in answer.err


def _directory(path: Path, entries: list[list[str]]) -> Path:
    records = []
    for parts in entries:
        record = Dataset()
        record.DirectoryRecordType = "IMAGE"
        record.add_new("ReferencedFileID", "CS", "\\".join(parts))
        records.append(record)
    found = Dataset()
    found.SOPClassUID, found.SOPInstanceUID = MediaStorageDirectoryStorage, "1.2.3"
    found.DirectoryRecordSequence = records
    found.file_meta = FileMetaDataset()
    found.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    pydicom.dcmwrite(path, found, enforce_file_format=True)
    return path


@pytest.mark.filterwarnings("ignore:.*Invalid value for VR CS.*")
@pytest.mark.filterwarnings("ignore:.*value length.*")
@pytest.mark.parametrize("leads", ["absolute", "relative"])
def test_entries_of_a_directory_that_lead_outside_are_not_read(
    command, folder, tmp_path, leads
):
    disc = tmp_path / "disc"
    disc.mkdir()
    images = [path for path in folder.rglob("*") if path.is_file()]
    if leads == "absolute":
        entries = [[str(path)] for path in images]
    else:
        up = [".."] * len(disc.parts)
        entries = [[*up, *path.parts[1:]] for path in images]
        assert all(disc.joinpath(*entry).is_file() for entry in entries)
    answer = command("inspect", _directory(disc / "DICOMDIR", entries))
    assert answer.exit_code == REFUSED
    assert (
        f"leading outside of its folder: {len(images)} DICOMDIR records" in answer.out
    )
    assert "1 file: 0 used" in answer.out
    assert str(folder) not in answer.out + answer.err
