"""Sample cases that ship with the package: where they lie, how they are rebuilt."""

import json
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lesion_toolkit.errors import InputRefused, UsageRefused
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.response import Response
from lesion_toolkit.model.timeline import TreatmentLine
from lesion_toolkit.phantoms.anatomy import Build, Scene
from lesion_toolkit.phantoms.cases import (
    BASELINE,
    FOLLOW_UP,
    Case,
    Visit,
    answers,
    expected,
    write_visit,
)
from lesion_toolkit.phantoms.exam import Protocol
from lesion_toolkit.phantoms.protocols import passes
from lesion_toolkit.phantoms.shapes import Ellipsoid
from lesion_toolkit.phantoms.tumor import Tumor

_PACKAGE = Path(__file__).resolve().parents[1]
_PLACES = (_PACKAGE / "_sample_scans", _PACKAGE.parent / "sample_scans")
"""In an installed wheel; in a checkout."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A case that ships with the package."""

    name: str
    description: str
    case: Case


_BUILD = Build(332, 230, 0.98)
_OUTLINE = Ellipsoid((-84, -12, 8), (30, 26, 27), turn_deg=-15)
_AT_BASELINE = Tumor(
    "T1", (_OUTLINE,), necrosis=(Ellipsoid((-78, 0, 8), (9, 7, 11), turn_deg=20),)
)
_TREATED = Tumor(
    "T1",
    (_OUTLINE.scaled(0.97),),
    necrosis=(_OUTLINE,),
    islands=(Ellipsoid((-94, -16, 9), (14, 10, 11), turn_deg=-40),),
    enhancement=0.9,
)
_SECOND = Tumor("T2", (Ellipsoid((-96, 36, -14), (11, 10, 10)),))

TWO_VISIT = Sample(
    "two-visit",
    "CT, baseline and follow-up: enhancement falls, the outline stays (synthetic)",
    Case(
        label="two-visit",
        number=6,
        protocol=Protocol(
            modality="CT",
            shape=(34, 192, 192),
            spacing_mm=(3.0, 1.8, 1.8),
            center_mm=(0, 0, 4),
            acquisitions=passes("LIVER", 3.0, precontrast_shift_mm=(0, 0.5, 1.5)),
            noise_sd=10,
            compressed=True,
        ),
        treatment_lines=(TreatmentLine("systemic therapy", date(2024, 2, 8)),),
        lesions=(Lesion("T1", site="segment VIII"), Lesion("T2", site="segment VI")),
        visits=(
            Visit(
                BASELINE,
                date(2024, 2, 6),
                Scene(_BUILD, (_AT_BASELINE, _SECOND)),
                (2.5, -150.0, 905.0),
            ),
            Visit(
                FOLLOW_UP,
                date(2024, 4, 16),
                Scene(_BUILD, (_TREATED, _SECOND.scaled(0.95)), breath_mm=(0, 1, 2)),
                (-4.0, -146.5, 411.5),
            ),
        ),
        answers=answers(
            "systemic therapy", FOLLOW_UP, mrecist=Response.PR, recist=Response.SD
        ),
    ),
)
SAMPLES = (TWO_VISIT,)
"""Every shipped sample case."""


def sample(name: str) -> Sample:
    """Return a shipped sample case by name.

    Raises
    ------
    UsageRefused
        No sample case has that name.
    """
    for one in SAMPLES:
        if one.name == name:
            return one
    known = ", ".join(repr(one.name) for one in SAMPLES)
    raise UsageRefused(f"no sample case is named {name!r}; there is {known}.")


def sample_path(name: str) -> Path:
    """Find the folder of a shipped sample case, in a checkout or an installed wheel.

    Raises
    ------
    UsageRefused
        No sample case has that name.
    InputRefused
        This installation came without its sample cases.
    """
    sample(name)
    return shipped_folder(name)


def shipped_folder(name: str) -> Path:
    """Find a folder of ``sample_scans``, in a checkout or an installed wheel.

    Raises
    ------
    InputRefused
        This installation came without it.
    """
    for place in _PLACES:
        if (place / name).is_dir():
            return place / name
    raise InputRefused(
        f"an installation without the sample case {name!r}.",
        "the folder that ships with the package.",
        "install the package again; a computed case can be written anew with "
        f"`lesion-toolkit samples build {name} DIR`.",
    )


def copy_sample(name: str, directory: Path) -> Path:
    """Copy a shipped sample case to ``directory/<name>`` and return that folder.

    Raises
    ------
    UsageRefused
        No sample case has that name, or the folder is there already.
    """
    source, folder = sample_path(name), directory / name
    _refuse_existing(folder)
    shutil.copytree(source, folder)
    return folder


def build_sample(name: str, directory: Path) -> Path:
    """Compute a sample case anew as ``directory/<name>`` and return that folder.

    The bytes are those of the shipped case: DICOM, ``seeds/*.csv``, ``expected.json``.

    Raises
    ------
    UsageRefused
        No sample case has that name, or the folder is there already.
    """
    case, folder = sample(name).case, directory / name
    _refuse_existing(folder)
    for visit in case.visits:
        write_visit(case, visit, folder)
    text = json.dumps(expected(case), indent=2) + "\n"
    (folder / "expected.json").write_text(text, encoding="utf-8", newline="")
    return folder


def _refuse_existing(folder: Path) -> None:
    if folder.exists():
        raise UsageRefused(
            f"{folder} is there already; remove it or choose another folder."
        )
