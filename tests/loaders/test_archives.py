"""Archives are read like folders and can neither reach outside nor explode."""

import contextlib
import gzip
import io
import shutil
import tarfile
import tempfile
import tracemalloc
import zipfile
from pathlib import Path

import numpy as np
import pytest

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.loaders.archives import unpack
from lesion_toolkit.loaders.index import find_series


@pytest.fixture
def folder(make, saved):
    return saved(make(5.0 * n) for n in range(4))


@pytest.mark.parametrize("kind", ["tar", "gztar", "xztar", "bztar", "zip"])
def test_archive_gives_the_same_series_as_its_folder(folder, tmp_path, kind):
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


def test_refusal_says_how_the_limits_are_raised(folder, tmp_path):
    archive = shutil.make_archive(str(tmp_path / "exam"), "zip", folder)
    with pytest.raises(InputRefused, match=r"archives\.unpack") as refusal:
        unpack(Path(archive), max_bytes=100)
    assert "raise the limits" in str(refusal.value)
    (series,) = find_series(unpack(Path(archive), max_bytes=10**6)).series
    assert len(series.files) == 4


def test_too_many_members_are_refused(tmp_path):
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(20):
            archive.writestr(str(number), "x")
    with pytest.raises(InputRefused, match="more than 10 members"):
        unpack(path, max_files=10)


def test_zip_and_tar_are_known_by_what_they_hold(folder, tmp_path):
    for kind in ("zip", "tar"):
        archive = tmp_path / shutil.make_archive(str(tmp_path / "exam"), kind, folder)
        index = find_series(archive.rename(tmp_path / f"download-{kind}"))
        assert len(index.series) == 1


@pytest.mark.parametrize("kind", ["zip", "tar", "gztar", "xztar", "bztar"])
def test_archive_with_changed_bytes_is_read_or_refused(tmp_path, kind):
    dice = np.random.default_rng(3)
    noise = tmp_path / "in"
    noise.mkdir()
    (noise / "a").write_bytes(dice.bytes(3000) + b"x" * 3000)
    (noise / "b").write_bytes(b"y" * 100)
    archive = tmp_path / shutil.make_archive(str(tmp_path / "exam"), kind, noise)
    whole = archive.read_bytes()
    for _ in range(60):
        changed = bytearray(whole)
        for at in dice.integers(len(whole), size=3):
            changed[at] = dice.integers(256)
        archive.write_bytes(changed)
        with contextlib.suppress(InputRefused):
            unpack(archive)


@pytest.mark.parametrize("kind", ["zip", "gztar", "xztar", "bztar"])
def test_changed_pixels_do_not_pass_the_sum_of_an_archive(tmp_path, kind):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a").write_bytes(np.random.default_rng(3).bytes(30_000))
    name = shutil.make_archive(str(tmp_path / "exam"), kind, tmp_path / "in")
    archive = tmp_path / name
    changed = bytearray(archive.read_bytes())
    changed[len(changed) // 2] ^= 1
    archive.write_bytes(changed)
    with pytest.raises(InputRefused, match="cannot be unpacked"):
        unpack(archive)


def test_archive_within_a_folder_is_told(folder):
    shutil.make_archive(str(folder / "inner"), "zip", folder)
    (entry,) = (e for e in find_series(folder).account if e.path.name == "inner.zip")
    assert entry.set_aside == "an archive: list it by itself"


def test_two_members_of_one_name_are_refused_not_merged(tmp_path):
    path = tmp_path / "a.tar"
    with tarfile.open(path, "w") as archive:
        for content in (b"first", b"second"):
            member = tarfile.TarInfo("slice")
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    with pytest.raises(InputRefused, match="FileExistsError"):
        unpack(path)


def test_bomb_behind_the_end_of_a_tar_is_refused(tmp_path):
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("slice"))
    path = tmp_path / "a.tar.gz"
    path.write_bytes(gzip.compress(plain.getvalue() + bytes(2**22)))
    with pytest.raises(InputRefused, match="more than its members"):
        unpack(path)


def test_member_without_a_name_is_refused(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(zipfile.ZipInfo("."), "x")
    with pytest.raises(InputRefused, match="leads out"):
        unpack(path)


def test_damaged_archive_is_refused(folder, tmp_path):
    for kind in ("zip", "gztar", "xztar"):
        archive = shutil.make_archive(str(tmp_path / "exam"), kind, folder)
        with open(archive, "r+b") as file:
            file.truncate(300)
        with pytest.raises(InputRefused, match="cannot be unpacked"):
            unpack(type(tmp_path)(archive))


def test_what_was_unpacked_before_a_refusal_is_removed(tmp_path, monkeypatch):
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros", bytes(20 * 2**20))
    with pytest.raises(InputRefused):
        unpack(path, max_bytes=10 * 2**20)
    assert list((tmp_path / "temporary").iterdir()) == []


@pytest.mark.parametrize("kind", ["tar", "zip"])
def test_folders_count_as_members(tmp_path, kind):
    path = tmp_path / f"a.{kind}"
    if kind == "tar":
        with tarfile.open(path, "w") as archive:
            for number in range(20):
                member = tarfile.TarInfo(str(number))
                member.type = tarfile.DIRTYPE
                archive.addfile(member)
    else:
        with zipfile.ZipFile(path, "w") as archive:
            for number in range(20):
                archive.writestr(f"{number}/", "")
    with pytest.raises(InputRefused, match="more than 10 members"):
        unpack(path, max_files=10)


@pytest.mark.parametrize(
    "kind", [tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE]
)
def test_name_that_would_fill_the_memory_is_refused(tmp_path, kind):
    member = tarfile.TarInfo("long")
    member.type, member.size = kind, 64 * 2**20
    plain = member.tobuf() + bytes(member.size + 2**20)
    path = tmp_path / "a.tar.gz"
    path.write_bytes(gzip.compress(plain))
    tracemalloc.start()
    with pytest.raises(InputRefused, match="name"):
        unpack(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 16 * 2**20


def test_long_names_of_honest_archives_are_read(tmp_path):
    for form in (tarfile.GNU_FORMAT, tarfile.PAX_FORMAT):
        path = tmp_path / f"{form}.tar"
        name = "/".join(["a" * 200, "b" * 200, "slice"])
        with tarfile.open(path, "w", format=form) as archive:
            member = tarfile.TarInfo(name)
            member.size = 1
            archive.addfile(member, io.BytesIO(b"x"))
        assert (unpack(path) / name).read_bytes() == b"x"
