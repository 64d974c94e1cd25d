"""Case 2: a recurrence after resection and chemoembolization grows. PD."""

from datetime import date

from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.response import Response
from lesion_toolkit.model.timeline import TreatmentLine
from lesion_toolkit.phantoms.anatomy import Build, Scene, Structure
from lesion_toolkit.phantoms.cases import (
    BASELINE,
    FOLLOW_UP,
    Case,
    Clinical,
    Visit,
    answers,
)
from lesion_toolkit.phantoms.exam import Protocol
from lesion_toolkit.phantoms.materials import Material
from lesion_toolkit.phantoms.protocols import passes
from lesion_toolkit.phantoms.shapes import Ellipsoid
from lesion_toolkit.phantoms.tumor import Tumor

_BEFORE = Tumor("T1", (Ellipsoid((-94, -18, 2), (10, 9.5, 9.5), turn_deg=20),))
_AFTER = Tumor("T1", (Ellipsoid((-94, -18, 2), (14.6, 13.5, 13.5), turn_deg=20),))
_OIL = Structure(Material.LIPIODOL, Ellipsoid((-84, 42, 18), (6, 5, 6)))
_BUILD = Build(330, 228, 0.96)
CASE = Case(
    label="case-2",
    number=2,
    protocol=Protocol(
        modality="CT",
        shape=(56, 256, 256),
        spacing_mm=(2.5, 1.36, 1.36),
        center_mm=(0, 0, 0),
        acquisitions=passes(
            "LIVER", 2.5, precontrast_shift_mm=(0, 0.6, -1.8), stacked=True
        ),
        noise_sd=11,
    ),
    treatment_lines=(TreatmentLine("regorafenib", date(2022, 11, 30)),),
    lesions=(Lesion("T1", site="segment VIII"),),
    visits=(
        Visit(
            BASELINE,
            date(2022, 11, 28),
            Scene(_BUILD, (_BEFORE,), deposits=(_OIL,)),
            (3.5, -140.0, 1512.0),
        ),
        Visit(
            FOLLOW_UP,
            date(2023, 3, 1),
            Scene(_BUILD, (_AFTER,), deposits=(_OIL,), breath_mm=(0, 1, 3)),
            (-1.5, -143.0, 988.5),
        ),
    ),
    answers=answers("regorafenib", FOLLOW_UP, mrecist=Response.PD, recist=Response.PD),
    clinical=Clinical(
        age_years=63,
        sex="M",
        hepatitis_b=False,
        cirrhosis=True,
        afp_ng_ml=12.7,
        child_pugh="A",
        bclc="B",
        pfs_months=3,
    ),
)
