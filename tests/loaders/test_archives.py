"""Archives are read like folders and can neither reach outside nor explode."""

import io
import tarfile
import zipfile

import pytest

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.loaders.archives import unpack
from lesion_toolkit.loaders.index import find_series


@pytest.fixture
def folder(make, saved):
    return saved(make(5.0 * n) for n in range(4))


@pytest.mark.parametrize("kind", ["tar", "gztar", "xztar", "bztar", "zip"])
def test_archive_gives_the_same_series_as_its_folder(folder, tmp_path, kind):
    import shutil

    archive = shutil.make_archive(str(tmp_path / "exam"), kind, folder)
    (expected,) = find_series(folder).series
    index = find_series(archive)
    (series,) = index.series
    assert series.uid == expected.uid
    assert [file.name for file in series.files] == [f.name for f in expected.files]
    assert len(index.account) == 4


@pytest.mark.parametrize("name", ["../out", "/tmp/out", "a/../../out", "..\\out"])
def test_member_that_leads_outside_is_refused(tmp_path, name):
    tar, packed = tmp_path / "a.tar", tmp_path / "a.zip"
    with tarfile.open(tar, "w") as archive:
        member = tarfile.TarInfo(name)
        member.size = 1
        archive.addfile(member, io.BytesIO(b"x"))
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), "x")
    for path in (tar, packed):
        with pytest.raises(InputRefused, match="leads out"):
            unpack(path)


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE])
def test_links_and_devices_are_refused(tmp_path, kind):
    path = tmp_path / "a.tar"
    with tarfile.open(path, "w") as archive:
        member = tarfile.TarInfo("link")
        member.type, member.linkname = kind, "/etc/passwd"
        archive.addfile(member)
    with pytest.raises(InputRefused, match="link or device"):
        unpack(path)


def test_link_in_a_zip_is_refused(tmp_path):
    path = tmp_path / "a.zip"
    member = zipfile.ZipInfo("link")
    member.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, "/etc/passwd")
    with pytest.raises(InputRefused, match="a link"):
        unpack(path)


def test_bomb_is_refused_and_the_limit_can_be_raised(tmp_path):
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros", bytes(40 * 2**20))
    with pytest.raises(InputRefused, match="far more bytes"):
        unpack(path, max_ratio=10)
    assert (unpack(path) / "zeros").stat().st_size == 40 * 2**20


def test_too_many_members_are_refused(tmp_path):
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(20):
            archive.writestr(str(number), "x")
    with pytest.raises(InputRefused, match="more than 10 members"):
        unpack(path, max_files=10)


def test_damaged_archive_is_refused(folder, tmp_path):
    import shutil

    for kind in ("zip", "gztar", "xztar"):
        archive = shutil.make_archive(str(tmp_path / "exam"), kind, folder)
        with open(archive, "r+b") as file:
            file.truncate(300)
        with pytest.raises(InputRefused, match="cannot be unpacked"):
            unpack(type(tmp_path)(archive))
