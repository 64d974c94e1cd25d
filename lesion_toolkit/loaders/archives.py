"""Archives unpacked to a temporary folder, without trusting what is inside.

Members with absolute paths, ``..``, links or devices are never written; sizes are
bounded before anything is unpacked and while it is.
"""

import bz2
import gzip
import lzma
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Any, Self

from lesion_toolkit.errors import InputRefused

MAX_BYTES = 64 * 2**30
"""An archive that unpacks to more is refused."""

MAX_FILES = 500_000
"""An archive with more members is refused."""

MAX_RATIO = 200
"""No medical image compresses better than this; a bomb does."""

SUFFIXES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.xz", ".txz", ".tar.bz2", ".tbz2")

MAX_TRAILER = 2**20
"""Tar pads its end with some kilobytes of zeros; more behind it is something else."""

MAX_NAME = 2**16
"""Bytes of the longest name, or list of attributes, of a member of a tar."""

NAMES_OF_TAR = (
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
)
"""Kinds of members that hold the name or attributes of the next one."""

ZIP, TAR = b"PK\3\4", b"ustar"

_OPENERS: dict[bytes, Any] = {
    b"\x1f\x8b": gzip.open,
    b"BZ": bz2.open,
    b"\xfd7": lzma.open,
}
"""How to read compressed tar files, by their first two bytes."""

_FAULTS = (
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    NotImplementedError,  # a zip compressed in a way that is not read
    ValueError,  # a name that no file may have; refusals are of this kind too
)

_kept: list[tempfile.TemporaryDirectory[str]] = []
"""Unpacked folders live until the process ends, as long as their paths are used."""


def is_archive(path: Path) -> bool:
    """Whether a file is an archive, by its name or by its first bytes."""
    if path.name.lower().endswith(SUFFIXES):
        return True
    start = _start(path)
    return start.startswith(ZIP) or (
        start[257:262] == TAR and start[128:132] != b"DICM"
    )


def _start(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(512)


def unpack(
    path: Path,
    *,
    max_bytes: int = MAX_BYTES,
    max_files: int = MAX_FILES,
    max_ratio: float = MAX_RATIO,
) -> Path:
    """Unpack an archive to a temporary folder and return the folder.

    Parameters
    ----------
    path
        A zip, or a tar as it is or compressed.
    max_bytes, max_files
        How many bytes and members it may unpack to.
    max_ratio
        How many times its own size it may unpack to; infinite where the size is known
        to be right.

    Raises
    ------
    InputRefused
        It is damaged, reaches outside of itself, or unpacks to more than the limits.
    """
    folder = tempfile.TemporaryDirectory(prefix="lesion-toolkit-")
    room = min(max_bytes, max_ratio * max(path.stat().st_size, 2**20))
    limit = "far more bytes than its size allows"
    if room == max_bytes:
        limit = f"more than {max_bytes / 2**30:g} GiB"
    root = Path(folder.name)
    try:
        for count, (name, content) in enumerate(_members(path), 1):
            if count > max_files:
                raise _too_much(f"more than {max_files} members")
            if content is not None:
                room -= _write(root, name, content, room, limit)
    except _FAULTS as fault:
        folder.cleanup()
        if isinstance(fault, InputRefused):
            raise
        raise InputRefused(
            f"an archive that cannot be unpacked ({type(fault).__name__}).",
            "a whole zip or tar archive.",
            "copy it again, or unpack it and give the folder.",
        ) from fault
    _kept.append(folder)
    return root


def _members(path: Path) -> Iterator[tuple[str, IO[bytes] | None]]:
    """Name and content of each member, no content where it is a folder."""
    is_zip = path.name.lower().endswith(".zip") or _start(path).startswith(ZIP)
    return _zip_members(path) if is_zip else _tar_members(path)


class _TarMember(tarfile.TarInfo):
    """A member of a tar whose name fits in memory: tarfile reads names whole."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        found = super().frombuf(buf, encoding, errors)
        if found.type in NAMES_OF_TAR and found.size > MAX_NAME:
            raise _unsafe("a name longer than any file has")
        return found


def _tar_members(path: Path) -> Iterator[tuple[str, IO[bytes] | None]]:
    # Not tarfile's own decompression, which does not compare the sum of gzip.
    with (
        _OPENERS.get(_start(path)[:2], open)(path, "rb") as plain,
        tarfile.open(fileobj=plain, mode="r|", tarinfo=_TarMember) as archive,
    ):
        for member in archive:
            if not member.isfile() and not member.isdir():
                raise _unsafe("a link or device")
            yield member.name, archive.extractfile(member)
        if len(plain.read(MAX_TRAILER)) == MAX_TRAILER:
            raise _unsafe("more than its members")


def _zip_members(path: Path) -> Iterator[tuple[str, IO[bytes] | None]]:
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            if member.is_dir():
                yield member.filename, None
                continue
            if member.external_attr >> 16 & 0o170000 == 0o120000:
                raise _unsafe("a link")
            if member.flag_bits & 1:
                raise InputRefused(
                    "an encrypted archive.",
                    "an archive that opens without a password.",
                    "unpack it and give the folder.",
                )
            with archive.open(member) as content:
                yield member.filename, content


def _write(root: Path, name: str, content: IO[bytes], room: float, limit: str) -> int:
    """Write one member below ``root`` and return how many bytes it took.

    Where it takes more than there is room, the refusal names the limit.
    """
    inside = PurePosixPath(name.replace("\\", "/"))
    if (
        not inside.parts
        or inside.is_absolute()
        or ".." in inside.parts
        or ":" in inside.parts[0]
    ):
        raise _unsafe("a path that leads out of it")
    target = root.joinpath(*inside.parts)
    target.parent.mkdir(parents=True, exist_ok=True)
    written = 0
    with target.open("xb") as out:
        while piece := content.read(2**20):
            written += len(piece)
            if written > room:
                raise _too_much(limit)
            out.write(piece)
    return written


def _unsafe(what: str) -> InputRefused:
    return InputRefused(
        f"an archive that holds {what}.",
        "an archive of plain files.",
        "unpack it with a tool you trust and give the folder.",
    )


def _too_much(what: str) -> InputRefused:
    return InputRefused(
        f"an archive that unpacks to {what}.",
        "an archive of medical images.",
        "check where it comes from; if you trust it, raise the limits: with "
        "--max-unpacked-gib and --max-members on the command line, in Python with "
        "lesion_toolkit.loaders.archives.unpack, and give the folder.",
    )
