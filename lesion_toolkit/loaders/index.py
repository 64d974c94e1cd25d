"""Every series below a path, and what became of every file."""

import datetime
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.loaders import tags
from lesion_toolkit.loaders.archives import SUFFIXES, is_archive, unpack
from lesion_toolkit.loaders.elements import Damaged
from lesion_toolkit.loaders.headers import Header, NotDicom, read_header
from lesion_toolkit.loaders.kinds import why_not_a_slice
from lesion_toolkit.loaders.media import is_media_directory, listed_files
from lesion_toolkit.loaders.plain_text import counted, plain_line
from lesion_toolkit.loaders.planes import NotAPlane, Plane, planes_of
from lesion_toolkit.loaders.repeats import Repeats
from lesion_toolkit.loaders.stacks import Stack, split
from lesion_toolkit.loaders.steps import steps_mm
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.series import FileAccount, Index, Series


def find_series(path: str | Path) -> Index:
    """Find every stack of CT or MR images below a path.

    Parameters
    ----------
    path
        A folder of any depth, a DICOMDIR (the files it lists), one file, or a
        ``.tar``, ``.tar.gz``, ``.tar.xz`` or ``.zip`` archive (unpacked to a temporary
        folder for the life of the process).

    Returns
    -------
    Index
        The series, and one account entry for each file: the series it is used in, or
        why it was set aside.

    Raises
    ------
    InputRefused
        There is no such path, nothing in it, or an archive that is not safe to unpack.
    """
    root = Path(path)
    if not root.exists():
        raise InputRefused(
            "no file or folder of this name.",
            "a folder of DICOM files.",
            "check the path.",
        )
    if root.is_file() and is_archive(root):
        root = unpack(root)
    gathered = _Gathered()
    media: tuple[Finding, ...] = ()
    if root.is_file() and is_media_directory(root):
        listed, media = listed_files(root)
        files: Iterable[str | Path] = (root, *listed)
        root = root.parent
    else:
        files = _files(root)
    for file in files:
        gathered.take(os.fspath(file))
    if not gathered.account and not gathered.planes:
        raise InputRefused(
            "a folder without any file.",
            "a folder of DICOM files.",
            "check the path.",
        )
    series = _make_series(gathered)
    account = tuple(gathered.account[path] for path in sorted(gathered.account))
    findings = (*media, *_index_findings(gathered))
    digests = (sha256(patient).hexdigest() for patient in gathered.patients if patient)
    return Index(root, series, account, findings, frozenset(digests))


@dataclass
class _Gathered:
    """Planes by series and the account so far."""

    planes: dict[tuple[str, str], list[Plane]] = field(default_factory=dict)
    account: dict[str, FileAccount] = field(default_factory=dict)
    instances: dict[str, str] = field(default_factory=dict)
    patients: set[bytes] = field(default_factory=set)
    frames: Counter[str] = field(default_factory=Counter)
    nameless: dict[tuple[str, str], int] = field(default_factory=dict)
    repeats: Repeats = field(default_factory=Repeats)

    def take(self, file: str) -> None:
        """Account for one file, or keep its planes for splitting."""
        try:
            header = read_header(file, self.repeats)
            reason = why_not_a_slice(header) or self._why_duplicate(header)
            planes = () if reason else planes_of(header)
        except NotDicom:
            is_packed = file.lower().endswith(SUFFIXES)
            reason = "an archive: list it by itself" if is_packed else "not DICOM"
        except Damaged as fault:
            reason = f"damaged: {fault}"
        except NotAPlane as fault:
            reason = str(fault)
        except OSError:
            reason = "cannot be opened"
        if reason:
            self.set_aside(file, reason)
            return
        self.patients.add(header.elements.get(tags.PATIENT_ID, b"").strip(b"\0 "))
        key = header.text(tags.STUDY_INSTANCE_UID), self._series_uid(header)
        self.planes.setdefault(key, []).extend(planes)

    def set_aside(self, file: str, reason: str) -> None:
        """Write why a file is in no volume, or count a frame of one that is used."""
        known = self.account.get(file)
        if known is None or not known.used_in:
            self.account[file] = FileAccount(Path(file), set_aside=reason)
        else:
            self.frames[reason] += 1

    def use(self, series: Series, planes: Iterable[Plane]) -> None:
        """Write which series use a file; a multi-frame file may be in several."""
        name = series.name
        paths = dict.fromkeys(plane.path for plane in planes)
        for path, file in zip(paths, series.files, strict=True):
            known = self.account.get(path)
            if known is None or not known.used_in:
                self.account[path] = FileAccount(file, used_in=name)
            elif name not in known.used_in.split("; "):
                both = f"{known.used_in}; {name}"
                self.account[path] = FileAccount(file, used_in=both)

    def _series_uid(self, header: Header) -> str:
        """Series Instance UID; where it was stripped, a name for folder and number."""
        uid = plain_line(header.text(tags.SERIES_INSTANCE_UID))
        if uid:
            return uid
        place = os.path.dirname(header.path), header.text(tags.SERIES_NUMBER)
        return f"no-uid-{self.nameless.setdefault(place, len(self.nameless) + 1)}"

    def _why_duplicate(self, header: Header) -> str:
        instance = header.sop_instance
        if not instance:
            return ""
        first = self.instances.setdefault(instance, header.path)
        return "" if first is header.path else f"duplicate of {os.path.basename(first)}"


def _files(root: Path) -> Iterator[str]:
    """Every file below a folder in a stable order; folder links are not followed."""
    if root.is_file():
        yield os.fspath(root)
        return
    folders = [os.fspath(root)]
    while folders:
        below = []
        folder = folders.pop()
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError:
            yield folder  # accounted for as what cannot be opened
            continue
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                below.append(entry.path)
            else:
                yield entry.path
        folders.extend(reversed(below))


def _make_series(gathered: _Gathered) -> tuple[Series, ...]:
    found = []
    for (study, uid), planes in gathered.planes.items():
        stacks, aside = split(planes)
        names: set[str] = set()
        for stack in stacks:
            series = _series(study, uid, stack, distinct_from=names)
            names.add(series.name)
            found.append(series)
            gathered.use(series, stack.planes)
        for left in aside:
            for plane in left.planes:
                gathered.set_aside(plane.path, left.reason)
    return tuple(sorted(found, key=_order))


def _order(series: Series) -> tuple[str, str, int, str, str]:
    return (
        series.study_uid,
        series.date.isoformat() if series.date else "",
        series.number or 0,
        series.acquired.isoformat() if series.acquired else "",
        series.uid,
    )


def _series(study: str, uid: str, stack: Stack, distinct_from: set[str]) -> Series:
    planes = stack.planes
    header = planes[0].header
    steps = steps_mm(planes)
    rows, columns = planes[0].shape
    description = plain_line(header.description())
    value = ", ".join(stack.value)
    if f"{uid}#{value}" in distinct_from:
        value = f"{value} ({len(distinct_from) + 1})"
    return Series(
        uid=uid,
        modality=plain_line(header.text(tags.MODALITY)),
        description=description,
        files=tuple(map(Path, dict.fromkeys(p.path for p in planes))),
        split_by=", ".join(stack.by),
        split_value=value,
        study_uid=study,
        frame_of_reference_uid=header.text(tags.FRAME_OF_REFERENCE_UID),
        date=_date(header),
        acquired=_acquired(planes),
        number=header.integer(tags.SERIES_NUMBER) or None,
        rows=rows,
        columns=columns,
        spacing_mm=(sum(steps) / len(steps), *planes[0].spacing_mm),
        slice_thickness_mm=header.number(tags.SLICE_THICKNESS),
        findings=stack.findings,
    )


def _date(header: Header) -> datetime.date | None:
    for tag in (
        tags.ACQUISITION_DATE,
        tags.SERIES_DATE,
        tags.STUDY_DATE,
    ):
        try:
            return datetime.datetime.strptime(header.text(tag), "%Y%m%d").date()
        except ValueError:
            continue
    return None


def _acquired(planes: Sequence[Plane]) -> datetime.datetime | None:
    """When the first image of a stack was taken, where date and time are known."""
    headers = {
        tuple(map(plane.header.elements.get, STAMPS)): plane.header for plane in planes
    }
    for stamp in sorted(map(_stamp, headers.values())):
        try:
            return datetime.datetime.strptime(stamp, "%Y%m%d%H%M%S")
        except ValueError:
            continue
    return None


STAMPS = (
    tags.ACQUISITION_DATE_TIME,
    tags.ACQUISITION_DATE,
    tags.SERIES_DATE,
    tags.STUDY_DATE,
    tags.ACQUISITION_TIME,
)
"""All that :func:`_stamp` is made of."""


def _stamp(header: Header) -> str:
    moment = header.text(tags.ACQUISITION_DATE_TIME)[:14]
    if moment:
        return moment
    day = header.text(tags.ACQUISITION_DATE) or header.text(tags.SERIES_DATE)
    day = day or header.text(tags.STUDY_DATE)
    return f"{day}{header.text(tags.ACQUISITION_TIME)[:6]}"


def _index_findings(gathered: _Gathered) -> tuple[Finding, ...]:
    found = []
    if len(gathered.patients) > 1:
        patients = len(gathered.patients)
        message = f"The files carry {patients} different patient identifiers."
        found.append(Finding("several-patients", message, Severity.SERIOUS))
    for reason, frames in gathered.frames.items():
        message = f"Set aside within used files: {counted(frames, 'frame')}, {reason}."
        found.append(Finding("frames-set-aside", message))
    return tuple(found)
