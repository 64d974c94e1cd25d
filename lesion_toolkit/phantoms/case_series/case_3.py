"""Case 3: a 2.5 cm lesion on MR stays as it is. SD."""

from datetime import date

from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.response import Response
from lesion_toolkit.model.timeline import TreatmentLine
from lesion_toolkit.phantoms.anatomy import Build, Scene
from lesion_toolkit.phantoms.cases import (
    BASELINE,
    FOLLOW_UP,
    Case,
    Clinical,
    Visit,
    answers,
)
from lesion_toolkit.phantoms.exam import Protocol
from lesion_toolkit.phantoms.protocols import passes
from lesion_toolkit.phantoms.shapes import Ellipsoid, sphere
from lesion_toolkit.phantoms.tumor import Tumor

_BEFORE = Tumor(
    "T1",
    (Ellipsoid((-82, -22, 10), (12.5, 11.5, 12)),),
    necrosis=(sphere((-79, -17, 10), 6),),
)
_BUILD = Build(316, 220, 0.94)
CASE = Case(
    label="case-3",
    number=3,
    protocol=Protocol(
        modality="MR",
        shape=(52, 224, 224),
        spacing_mm=(3.0, 1.5, 1.5),
        center_mm=(0, 0, 0),
        acquisitions=passes("T1 GRE FS", 3.0, precontrast_shift_mm=(0, 0, 1.5)),
        noise_sd=9,
    ),
    treatment_lines=(TreatmentLine("regorafenib", date(2023, 4, 14)),),
    lesions=(Lesion("T1", site="segment VIII"),),
    visits=(
        Visit(
            BASELINE,
            date(2023, 4, 12),
            Scene(_BUILD, (_BEFORE,)),
            (0, 20, -31.5),
        ),
        Visit(
            FOLLOW_UP,
            date(2023, 7, 5),
            Scene(_BUILD, (_BEFORE.scaled(1.03),), breath_mm=(0, -1, -4)),
            (2.5, 17.5, -24.0),
        ),
    ),
    answers=answers("regorafenib", FOLLOW_UP, mrecist=Response.SD, recist=Response.SD),
    clinical=Clinical(
        age_years=56,
        sex="F",
        hepatitis_b=False,
        cirrhosis=False,
        afp_ng_ml=136119,
        child_pugh="A",
        bclc="B",
        pfs_months=4,
    ),
)
