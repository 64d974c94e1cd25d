"""Files that a DICOMDIR lists (PS3.3 F.3), without trusting where it points."""

import contextlib
import warnings
from pathlib import Path
from typing import Any

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.loaders.elements import Damaged
from lesion_toolkit.loaders.headers import NotDicom, read_header
from lesion_toolkit.loaders.kinds import MEDIA_DIRECTORY
from lesion_toolkit.loaders.plain_text import counted
from lesion_toolkit.model.finding import Finding, Severity


def is_media_directory(path: Path) -> bool:
    """Whether a file is a DICOMDIR, by its SOP class."""
    try:
        return read_header(path).sop_class == MEDIA_DIRECTORY
    except (NotDicom, Damaged, OSError):
        return False


def listed_files(path: Path) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """Files a DICOMDIR lists that are there, and what is wrong with the others.

    An entry is followed only below the folder of the DICOMDIR: absolute paths, ``..``
    and links that lead outside are not.

    Raises
    ------
    InputRefused
        The DICOMDIR cannot be read, or lists nothing.
    """
    root = path.parent
    inside, missing, outside = [], 0, 0
    for entry in _entries(path):
        if not _is_safe(entry):
            outside += 1
            continue
        found = _on_disk(root, entry)
        if found is None:
            missing += 1
        elif not found.resolve().is_relative_to(root.resolve()):
            outside += 1
        else:
            inside.append(found)
    return tuple(dict.fromkeys(inside)), _findings(missing, outside)


def _entries(path: Path) -> list[tuple[str, ...]]:
    """Referenced File ID of each record, as its components."""
    import pydicom

    entries: list[tuple[str, ...]] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # pydicom raises many kinds on damaged files; what it found is then nothing.
        with contextlib.suppress(Exception):
            records = pydicom.dcmread(path).get("DirectoryRecordSequence") or ()
            named = (record.get("ReferencedFileID") for record in records)
            entries = [_components(name) for name in named if name]
    if not entries:
        raise InputRefused(
            "a DICOMDIR that is damaged or lists no file.",
            "a readable media directory.",
            "give the folder instead; every file below it is then looked at.",
        )
    return entries


def _components(name: Any) -> tuple[str, ...]:
    return (name,) if isinstance(name, str) else tuple(map(str, name))


def _is_safe(entry: tuple[str, ...]) -> bool:
    """Whether each component is a plain name (PS3.10 8.2 allows no more)."""
    return all(
        part and part not in (".", "..") and not set(part) & set("/\\:\0")
        for part in entry
    )


def _on_disk(root: Path, entry: tuple[str, ...]) -> Path | None:
    """File of an entry; some systems show the names of a disc in lower case."""
    for parts in (entry, tuple(part.lower() for part in entry)):
        found = root.joinpath(*parts)
        if found.is_file():
            return found
    return None


def _findings(missing: int, outside: int) -> tuple[Finding, ...]:
    found = []
    if missing:
        message = f"The DICOMDIR lists {counted(missing, 'file')} not to be found."
        found.append(Finding("media-files-missing", message, Severity.SERIOUS))
    if outside:
        message = (
            f"Not followed because leading outside of its folder: "
            f"{counted(outside, 'DICOMDIR record')}."
        )
        found.append(Finding("media-entries-outside", message, Severity.SERIOUS))
    return tuple(found)
