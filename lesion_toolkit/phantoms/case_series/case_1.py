"""Case 1: enhancement falls while the outline stays. mRECIST PR, RECIST SD."""

from datetime import date

from lesion_toolkit.model.lesion import Kind, Lesion, Role
from lesion_toolkit.model.response import Response
from lesion_toolkit.model.timeline import TreatmentLine
from lesion_toolkit.phantoms.anatomy import PORTAL_VEIN, Build, Scene, hepatic_veins
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
from lesion_toolkit.phantoms.materials import Material
from lesion_toolkit.phantoms.protocols import passes
from lesion_toolkit.phantoms.shapes import Ellipsoid
from lesion_toolkit.phantoms.tumor import Tumor

_BONE = Tumor(
    "NT1",
    (Ellipsoid((-4, 64, 0), (13, 11, 16)),),
    material=Material.BONE_METASTASIS,
    breathes=False,
)
_NODULE = Ellipsoid((-88, 38, -42), (12, 11, 11))
_AT_FIRST = Tumor(
    "T1",
    (Ellipsoid((-84, -14, 18), (34, 30, 30)),),
    necrosis=(Ellipsoid((-80, 2, 20), (10, 8, 12)),),
)
_OUTLINE = (
    Ellipsoid((-84, -14, 18), (46, 40, 40)),
    Ellipsoid((-111, 18, -8), (15, 14, 14)),
    Ellipsoid((-60, -20, -22), (14, 14, 14)),
)
_GROWN = Tumor("T1", _OUTLINE, necrosis=(Ellipsoid((-78, 4, 20), (12, 10, 14)),))
_TREATED = Tumor(
    "T1",
    tuple(part.scaled(0.985) for part in _OUTLINE),
    necrosis=tuple(part.scaled(1.05) for part in _OUTLINE),
    islands=(Ellipsoid((-92, -20, 20), (27, 17, 20)),),
    enhancement=0.85,
)
_NODULE_GROWN = _NODULE.scaled(1.5)
_NODULE_TREATED = Tumor(
    "T2",
    (_NODULE_GROWN.scaled(0.97),),
    necrosis=(_NODULE_GROWN.scaled(1.05),),
    islands=(Ellipsoid((-90, 37, -42), (12, 10.5, 10.5)),),
    enhancement=0.85,
)
_BUILD = Build(344, 240, 1.06)
_VESSELS = (*PORTAL_VEIN, *hepatic_veins(((-20, -28, 38), 4.0), ((8, -42, 30), 3.5)))
_SCENES = (
    Scene(_BUILD, (_AT_FIRST, Tumor("T2", (_NODULE,)), _BONE), _VESSELS),
    Scene(
        _BUILD,
        (_GROWN, Tumor("T2", (_NODULE_GROWN,)), _BONE),
        _VESSELS,
        breath_mm=(0, 1, -3),
    ),
    Scene(_BUILD, (_TREATED, _NODULE_TREATED, _BONE), _VESSELS, breath_mm=(0.5, -1, 2)),
)
CASE = Case(
    label="case-1",
    number=1,
    protocol=Protocol(
        modality="CT",
        shape=(60, 256, 256),
        spacing_mm=(3.0, 1.4, 1.4),
        center_mm=(0, 0, 2),
        acquisitions=passes("LIVER", 3.0, precontrast_shift_mm=(0.4, -0.8, 2.5)),
        noise_sd=11,
    ),
    treatment_lines=(
        TreatmentLine("atezolizumab + bevacizumab", date(2022, 12, 22)),
        TreatmentLine("regorafenib", date(2023, 4, 20)),
    ),
    lesions=(
        Lesion("T1", site="segment VIII"),
        Lesion("T2", site="segment VI"),
        Lesion("NT1", Role.NON_TARGET, organ="bone", kind=Kind.BONE, site="T12"),
    ),
    visits=(
        Visit(
            "December 2022",
            date(2022, 12, 20),
            _SCENES[0],
            (4.0, -152.5, 1210.0),
            stated(PRESENT, "NT1"),
        ),
        Visit(
            BASELINE,
            date(2023, 4, 18),
            _SCENES[1],
            (-6.5, -148.0, -342.5),
            stated(PERSISTS, "NT1"),
        ),
        Visit(
            FOLLOW_UP,
            date(2023, 7, 4),
            _SCENES[2],
            (2.0, -155.5, 87.5),
            stated(PERSISTS, "NT1"),
        ),
    ),
    answers=(
        *answers(
            "atezolizumab + bevacizumab",
            BASELINE,
            mrecist=Response.PD,
            recist=Response.PD,
        ),
        *answers("regorafenib", FOLLOW_UP, mrecist=Response.PR, recist=Response.SD),
    ),
    clinical=Clinical(
        age_years=58,
        sex="M",
        hepatitis_b=True,
        cirrhosis=True,
        afp_ng_ml=2745,
        child_pugh="A",
        bclc="C",
        pfs_months=5,
    ),
)
