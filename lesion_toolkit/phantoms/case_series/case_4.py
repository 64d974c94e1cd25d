"""Case 4: a 14 cm mass with thrombus in the portal vein stays as it is. SD."""

from dataclasses import replace
from datetime import date

from lesion_toolkit.model.lesion import Kind, Lesion, Pattern, Role
from lesion_toolkit.model.response import Response
from lesion_toolkit.model.timeline import TreatmentLine
from lesion_toolkit.phantoms.anatomy import Build, Scene, hepatic_veins, portal_vein
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
from lesion_toolkit.phantoms.shapes import Ellipsoid
from lesion_toolkit.phantoms.tumor import Tumor, along_vein

_BEFORE = Tumor(
    "T1",
    (Ellipsoid((-86, -6, 8), (58, 70, 62)),),
    necrosis=(
        Ellipsoid((-88, 0, 6), (20, 24, 44)),
        Ellipsoid((-108, -38, 20), (10, 9, 14)),
        Ellipsoid((-62, 30, -8), (9, 11, 12)),
    ),
)
_AFTER = replace(
    _BEFORE.scaled(1.01),
    necrosis=(
        Ellipsoid((-88, 0, 6), (22, 25, 46)),
        Ellipsoid((-108, -38, 20), (11, 10, 14)),
        Ellipsoid((-62, 30, -8), (9, 11, 12)),
    ),
)
_THROMBUS = along_vein(
    "NT1",
    ((3, 11, -63), 15),
    ((-1, 9.5, -52), 18),
    ((-6, 8, -41), 18),
    ((-3, -6, -31), 13),
    ((0, -20, -21), 11),
    ((-13, 17, -44), 12),
)
_VESSELS = (
    *portal_vein(
        ((8, 12, -90), (-6, 8, -40), 7.5),
        ((-6, 8, -40), (-18, 26, -47), 5.5),
        ((-6, 8, -40), (6, -42, -6), 5.0),
    ),
    *hepatic_veins(((12, -42, 30), 3.5)),
)
_BUILD = Build(366, 264, 1.2, gallbladder=False)
CASE = Case(
    label="case-4",
    number=4,
    protocol=Protocol(
        modality="CT",
        shape=(64, 256, 256),
        spacing_mm=(3.0, 1.5, 1.5),
        center_mm=(0, 0, 0),
        acquisitions=passes("LIVER", 3.0, precontrast_shift_mm=(-0.5, 0.5, 2.0)),
        noise_sd=12,
    ),
    treatment_lines=(TreatmentLine("regorafenib", date(2022, 3, 16)),),
    lesions=(
        Lesion("T1", site="right lobe"),
        Lesion(
            "NT1",
            Role.NON_TARGET,
            kind=Kind.THROMBUS,
            pattern=Pattern.INFILTRATIVE,
            site="portal vein",
        ),
    ),
    visits=(
        Visit(
            BASELINE,
            date(2022, 3, 14),
            Scene(_BUILD, (_BEFORE, _THROMBUS), _VESSELS),
            (5.0, -160.0, 640.0),
            stated(PRESENT, "NT1"),
        ),
        Visit(
            FOLLOW_UP,
            date(2022, 5, 25),
            Scene(_BUILD, (_AFTER, _THROMBUS), _VESSELS, breath_mm=(0, 0.5, 2)),
            (-3.0, -158.0, 702.5),
            stated(PERSISTS, "NT1"),
        ),
    ),
    answers=answers("regorafenib", FOLLOW_UP, mrecist=Response.SD, recist=Response.SD),
    clinical=Clinical(
        age_years=60,
        sex="M",
        hepatitis_b=True,
        cirrhosis=True,
        afp_ng_ml=133.6,
        child_pugh="A",
        bclc="C",
        pfs_months=5,
    ),
)
