"""Series as found on disk, and the account of every file."""

import datetime
from dataclasses import dataclass, field
from pathlib import Path

from lesion_toolkit.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Series:
    """One stack of images as found on disk: header facts and problems, no pixels.

    A DICOM series that holds several stacks (phases, echoes) gives one ``Series`` a
    stack; ``split_by`` then says which attribute told them apart.
    """

    uid: str
    modality: str
    description: str
    files: tuple[Path, ...]
    split_by: str = ""
    split_value: str = ""
    study_uid: str = ""
    frame_of_reference_uid: str = ""
    date: datetime.date | None = None
    acquired: datetime.datetime | None = None
    number: int | None = None
    rows: int = 0
    columns: int = 0
    spacing_mm: tuple[float, float, float] | None = None
    slice_thickness_mm: float | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def name(self) -> str:
        """Series UID, with the stack it is where the series holds several."""
        return f"{self.uid}#{self.split_value}" if self.split_value else self.uid


@dataclass(frozen=True, slots=True)
class FileAccount:
    """What became of one file: used in a series, or set aside and why."""

    path: Path
    used_in: str = ""
    set_aside: str = ""


@dataclass(frozen=True, slots=True)
class Index:
    """Every series found below a path, and an account of every file.

    ``patients`` are digests of the patient identifiers in the images, to tell patients
    apart; none for images without one.
    """

    root: Path
    series: tuple[Series, ...] = ()
    account: tuple[FileAccount, ...] = ()
    findings: tuple[Finding, ...] = field(default=())
    patients: frozenset[str] = field(default=frozenset(), repr=False)
