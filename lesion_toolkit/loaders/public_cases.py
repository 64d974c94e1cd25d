"""Public liver cases: what the NCI Imaging Data Commons holds, and on whose terms.

Collections and citations come from ``sample_scans/registry.toml``; patients, files,
sizes and licenses from the index that the ``idc-index`` package ships. Nothing here
reaches the network.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from itertools import groupby
from pathlib import Path
from types import ModuleType
from typing import Any

import pandas as pd

from lesion_toolkit.errors import InputRefused, UsageRefused
from lesion_toolkit.loaders.plain_text import counted, plain_line

IMAGES = ("CT", "MR")
OUTLINES = ("SEG", "RTSTRUCT")

_COLUMNS = {
    "collection_id": "collection_id",
    "PatientID": "patient",
    "SeriesInstanceUID": "uid",
    "StudyInstanceUID": "study_uid",
    "StudyDate": "study_date",
    "Modality": "modality",
    "SeriesDescription": "description",
    "instanceCount": "files",
    "series_size_MB": "size_mb",
    "source_DOI": "doi",
    "license_short_name": "license",
}
_PACKAGE = Path(__file__).resolve().parents[1]
_PLACES = (_PACKAGE / "_sample_scans", _PACKAGE.parent / "sample_scans")
"""In an installed wheel; in a checkout."""


@dataclass(frozen=True, slots=True)
class PublicCollection:
    """A public collection of liver images.

    Attributes
    ----------
    name
        As on the command line, for example ``hcc-tace-seg``.
    collection_id
        Its key in the Imaging Data Commons.
    title
        Its name as published.
    shows
        What a reader finds in it.
    """

    name: str
    collection_id: str
    title: str
    shows: str


@dataclass(frozen=True, slots=True)
class Terms:
    """What must be cited, and under which license.

    Attributes
    ----------
    doi
        Of the publication the series come from.
    license
        Short name, for example ``CC BY 4.0``.
    """

    doi: str
    license: str


@dataclass(frozen=True, slots=True)
class PublicSeries:
    """One series of a public case, as the index describes it.

    Attributes
    ----------
    uid
        Series Instance UID.
    study_date
        Day of the exam as ``1997-12-27``; de-identified collections shift it.
    modality, description
        As in its DICOM header.
    files, size_bytes
        How many files it has, and their total size.
    terms
        Whose work it is.
    """

    uid: str
    study_date: str
    modality: str
    description: str
    files: int
    size_bytes: int
    terms: Terms


@dataclass(frozen=True, slots=True)
class PublicCase:
    """One patient of a public collection: everything of theirs that can be read here.

    Attributes
    ----------
    collection
        Where the case belongs.
    patient
        Its public label in that collection.
    series
        CT and MR images, and the outlines drawn on them.
    index_version
        Version of the index that says so.
    """

    collection: PublicCollection
    patient: str
    series: tuple[PublicSeries, ...]
    index_version: str

    @property
    def name(self) -> str:
        """Name on the command line, for example ``hcc-tace-seg/HCC_007``."""
        return f"{self.collection.name}/{self.patient}"

    @property
    def files(self) -> int:
        """Number of files."""
        return sum(one.files for one in self.series)

    @property
    def size_bytes(self) -> int:
        """Size of all files."""
        return sum(one.size_bytes for one in self.series)

    @property
    def study_dates(self) -> tuple[str, ...]:
        """Day of each exam, the first one first."""
        return tuple(sorted({one.study_date for one in self.series}))

    @property
    def modalities(self) -> tuple[str, ...]:
        """DICOM modalities, in alphabetical order."""
        return tuple(sorted({one.modality for one in self.series}))

    @property
    def terms(self) -> tuple[Terms, ...]:
        """What must be cited for its series, the largest share first."""
        return terms_of(self.series)


def public_collections() -> tuple[PublicCollection, ...]:
    """List the public collections that can be asked for by name."""
    return tuple(PublicCollection(**row) for row in _registry()["collection"])


def public_collection(name: str) -> PublicCollection:
    """Return a public collection by name, in capitals or not.

    Raises
    ------
    UsageRefused
        No public collection has that name.
    """
    known = {one.name: one for one in public_collections()}
    name = name.lower()
    if name not in known:
        names = ", ".join(map(repr, known))
        raise UsageRefused(f"no public collection is named {name!r}; there is {names}.")
    return known[name]


def public_cases(collection: PublicCollection) -> tuple[PublicCase, ...]:
    """List every patient of a collection who has CT or MR images.

    Slide microscopy, PET and outlines drawn on slides are left out: nothing here reads
    them.

    Raises
    ------
    UsageRefused
        The ``idc-index`` package is not installed.
    """
    rows = _index_rows()
    rows = rows[rows["collection_id"] == collection.collection_id]
    imaged = rows.loc[rows["modality"].isin(IMAGES), "study_uid"]
    rows = rows[rows["study_uid"].isin(imaged)]
    records = rows.sort_values(["patient", "study_date", "uid"]).to_dict("records")
    version = str(idc_package("idc_index_data").__version__)
    return tuple(
        PublicCase(collection, patient, tuple(map(_series, group)), version)
        for patient, group in groupby(records, key=lambda row: str(row["patient"]))
    )


def public_case(name: str) -> PublicCase:
    """Return one patient of a public collection, for example ``hcc-tace-seg/HCC_007``.

    Raises
    ------
    UsageRefused
        The collection or the patient does not exist, or ``idc-index`` is not installed.
    """
    collection_name, _, patient = name.partition("/")
    collection = public_collection(collection_name)
    cases = {one.patient: one for one in public_cases(collection)}
    if patient in cases:
        return cases[patient]
    if not patient:
        raise UsageRefused(
            f"{collection.name} has {counted(len(cases), 'patient')}; name one, for "
            f"example {collection.name}/{next(iter(cases))}. "
            f"`lesion-toolkit samples list --public {collection.name}` lists them."
        )
    raise UsageRefused(
        f"{patient!r} is not among the {len(cases)} patients of {collection.name}; "
        f"the first one is {collection.name}/{next(iter(cases))}. "
        f"`lesion-toolkit samples list --public {collection.name}` lists them."
    )


def terms_of(series: Iterable[PublicSeries]) -> tuple[Terms, ...]:
    """List what must be cited for some series, the largest share of bytes first."""
    shares: Counter[Terms] = Counter()
    for one in series:
        shares[one.terms] += one.size_bytes
    return tuple(terms for terms, _ in shares.most_common())


def citation(doi: str) -> str:
    """Return how a publication wants to be cited; its address where that is unknown."""
    known = {one["doi"]: str(one["citation"]) for one in _registry()["publication"]}
    return known.get(doi, f"https://doi.org/{doi}")


def terms_text(terms: Iterable[Terms]) -> str:
    """Write out citations and licenses, as they must accompany the files."""
    registry = _registry()
    licenses = {
        one["name"]: f", {one['title']}, {one['url']}" for one in registry["license"]
    }
    paragraphs = [
        f"{citation(one.doi)}\nLicense: {one.license}{licenses.get(one.license, '')}"
        for one in terms
    ]
    served = f"Served by: {registry['commons']['citation']}"
    return "\n\n".join([*paragraphs, served])


def idc_package(name: str) -> ModuleType:
    """Import a package of the extra ``public``.

    Raises
    ------
    UsageRefused
        It is not installed.
    """
    try:
        return import_module(name)
    except ImportError as missing:
        raise UsageRefused(
            "public cases need the idc-index package, which is not installed; "
            "`pip install 'lesion-toolkit[public]'` adds it."
        ) from missing


def _series(row: dict[Any, Any]) -> PublicSeries:
    return PublicSeries(
        uid=row["uid"],
        study_date=row["study_date"],
        modality=row["modality"],
        description=plain_line(row["description"]),
        files=int(row["files"]),
        # the index adds up the bytes and divides by a million
        size_bytes=round(row["size_mb"] * 1e6),
        terms=Terms(row["doi"], row["license"]),
    )


@cache
def _registry() -> dict[str, Any]:
    for place in _PLACES:
        file = place / "registry.toml"
        if file.is_file():
            return tomllib.loads(file.read_text(encoding="utf-8"))
    raise InputRefused(
        "an installation without the registry of public cases.",
        "the file registry.toml that ships with the package.",
        "install lesion-toolkit anew.",
    )


@cache
def _index_rows() -> pd.DataFrame:
    wanted = [one.collection_id for one in public_collections()]
    rows = pd.read_parquet(
        idc_package("idc_index_data").IDC_INDEX_PARQUET_FILEPATH,
        columns=list(_COLUMNS),
        filters=[
            ("collection_id", "in", wanted),
            ("Modality", "in", [*IMAGES, *OUTLINES]),
        ],
    ).rename(columns=_COLUMNS)
    return rows.fillna({"description": ""})
