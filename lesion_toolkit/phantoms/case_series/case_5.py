"""Case 5: several lesions and portal vein thrombus on MR stay as they are. SD."""

from datetime import date

from lesion_toolkit.model.lesion import Kind, Lesion, Pattern, Role
from lesion_toolkit.model.response import Response
from lesion_toolkit.model.timeline import TreatmentLine
from lesion_toolkit.phantoms.anatomy import Build, Scene
from lesion_toolkit.phantoms.cases import (
    BASELINE,
    FOLLOW_UP,
    PERSISTS,
    PRESENT,
    Case,
    Clinical,
    Visit,
    answers,
    stated,
)
from lesion_toolkit.phantoms.exam import Protocol
from lesion_toolkit.phantoms.protocols import passes
from lesion_toolkit.phantoms.shapes import Ellipsoid, sphere
from lesion_toolkit.phantoms.tumor import Tumor, along_vein

_LARGEST = Tumor(
    "T1",
    (Ellipsoid((-92, -26, 22), (20, 18, 18)),),
    necrosis=(Ellipsoid((-92, -26, 22), (8, 6, 8)),),
)
_SECOND = Tumor("T2", (Ellipsoid((-98, 36, -36), (14, 13, 13)),))
_OTHERS = (
    Tumor("NT2", (sphere((-76, -26, -36), 18),)),
    Tumor("NT3", (sphere((-112, 12, 20), 13),)),
)
_THROMBUS = along_vein(
    "NT1",
    ((-13, 10, -29), 14),
    ((-21, 9.5, -24), 15),
    ((-30, 9, -19), 14),
    ((-39, 8, -14), 12),
)
_BUILD = Build(338, 232, 1.0)
CASE = Case(
    label="case-5",
    number=5,
    protocol=Protocol(
        modality="MR",
        shape=(56, 236, 236),
        spacing_mm=(3.0, 1.5, 1.5),
        center_mm=(0, 0, 0),
        acquisitions=passes("T1 GRE FS", 3.0, precontrast_shift_mm=(0.5, 0, -2.0)),
        noise_sd=9,
    ),
    treatment_lines=(TreatmentLine("regorafenib", date(2023, 1, 11)),),
    lesions=(
        Lesion("T1", site="segment VIII"),
        Lesion("T2", site="segment VI"),
        Lesion(
            "NT1",
            Role.NON_TARGET,
            kind=Kind.THROMBUS,
            pattern=Pattern.INFILTRATIVE,
            site="right portal vein",
        ),
        Lesion("NT2", Role.NON_TARGET, site="segment V"),
        Lesion("NT3", Role.NON_TARGET, site="segment VII"),
    ),
    visits=(
        Visit(
            BASELINE,
            date(2023, 1, 9),
            Scene(_BUILD, (_THROMBUS, _LARGEST, _SECOND, *_OTHERS)),
            (-2.0, 12.0, 18.5),
            stated(PRESENT, "NT1", "NT2", "NT3"),
        ),
        Visit(
            FOLLOW_UP,
            date(2023, 3, 29),
            Scene(
                _BUILD,
                (_THROMBUS, _LARGEST.scaled(1.03), _SECOND.scaled(0.97), *_OTHERS),
                breath_mm=(0, 0.5, 3),
            ),
            (1.0, 15.5, 9.0),
            stated(PERSISTS, "NT1", "NT2", "NT3"),
        ),
    ),
    answers=answers("regorafenib", FOLLOW_UP, mrecist=Response.SD, recist=Response.SD),
    clinical=Clinical(
        age_years=64,
        sex="M",
        hepatitis_b=True,
        cirrhosis=True,
        afp_ng_ml=34.3,
        child_pugh="A",
        bclc="C",
        pfs_months=4,
    ),
)
