"""Five phantom patients after a published case series of regorafenib in liver cancer.

Kang W, et al. J Gastrointest Oncol 2024;15(2):780-787, doi 10.21037/jgo-24-128: five
patients whose hepatocellular carcinoma had progressed on atezolizumab and bevacizumab;
by mRECIST one partial response, three stable diseases, one progression. The paper
states the size at the start of regorafenib, the months and the category. It prints no
lesion-level follow-up sizes, so those here are invented, stated and consistent with
its words. Images are kept as dates within the paper's months; case 2's follow-up of
March 2023 is 13 weeks after its start in November 2022, the others 10 to 12 weeks.
"""

import datetime
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from lesion_toolkit.model.lesion import Kind, Lesion, Pattern, Role
from lesion_toolkit.model.phase import Phase
from lesion_toolkit.model.response import Response
from lesion_toolkit.model.timeline import NonTarget, NonTargetStatus, TreatmentLine
from lesion_toolkit.phantoms.anatomy import (
    PORTAL_VEIN,
    Build,
    Scene,
    Structure,
    hepatic_veins,
    portal_vein,
)
from lesion_toolkit.phantoms.cases import (
    Answer,
    Case,
    Clinical,
    Visit,
    WrittenCase,
    write_visit,
)
from lesion_toolkit.phantoms.dicom import Acquisition, Protocol
from lesion_toolkit.phantoms.materials import Material
from lesion_toolkit.phantoms.shapes import Ellipsoid, PointMm, sphere
from lesion_toolkit.phantoms.tumor import Tumor

FIRST_LINE, LINE = "atezolizumab + bevacizumab", "regorafenib"
BASELINE, FOLLOW_UP = "baseline", "follow-up"
_PRESENT, _PERSISTS = NonTargetStatus.PRESENT, NonTargetStatus.NON_CR_NON_PD


def passes(
    kind: str,
    thickness_mm: float,
    *,
    precontrast_shift_mm: PointMm = (0.0, 0.0, 0.0),
    stacked: bool = False,
) -> tuple[Acquisition, ...]:
    """Precontrast, late arterial and portal venous passes over the liver.

    Parameters
    ----------
    kind
        First words of each Series Description.
    thickness_mm
        Slice thickness, named in each Series Description.
    precontrast_shift_mm
        How far the breath of the first pass differs from that of the others.
    stacked
        Whether arterial and portal venous phase share one series.
    """
    words = ("LATE ARTERIAL", "PORTAL VENOUS")
    arterial, portal = ("DYNAMIC",) * 2 if stacked else words
    end = f"{thickness_mm:g}mm"
    return (
        Acquisition(
            Phase.PRECONTRAST,
            f"{kind} PRECONTRAST {end}",
            -150,
            2,
            precontrast_shift_mm,
        ),
        Acquisition(Phase.LATE_ARTERIAL, f"{kind} {arterial} {end}", 35, 3),
        Acquisition(
            Phase.PORTAL_VENOUS, f"{kind} {portal} {end}", 70, 3 + (not stacked)
        ),
    )


def case_series() -> tuple[Case, ...]:
    """Describe the five patients, in the order of the paper."""
    return _case_1(), _case_2(), _case_3(), _case_4(), _case_5()


def write_case_series(directory: Path) -> tuple[WrittenCase, ...]:
    """Write all five patients as ``directory/case-1/2022-12-20/...``, seeds beside.

    Visits are written by two threads (arrays release the interpreter).
    """
    cases = case_series()
    tasks = [(case, visit) for case in cases for visit in case.visits]
    with ThreadPoolExecutor(2) as pool:
        written = list(
            pool.map(lambda t: write_visit(t[0], t[1], directory / t[0].label), tasks)
        )
    return tuple(
        WrittenCase(
            case,
            directory / case.label,
            tuple(
                w for (owner, _), w in zip(tasks, written, strict=True) if owner is case
            ),
        )
        for case in cases
    )


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def _stated(status: NonTargetStatus, *lesions: str) -> tuple[NonTarget, ...]:
    return tuple(NonTarget(lesion, status) for lesion in lesions)


def _answers(
    line: str, visit: str, mrecist: Response, recist: Response
) -> tuple[Answer, ...]:
    return (
        Answer(visit, line, "mrecist-2010", mrecist),
        Answer(visit, line, "recist-1.1", recist),
    )


def _thrombus(lesion: str, *beads: tuple[PointMm, float]) -> Tumor:
    """Tumor along a vein: overlapping spheres, each by its diameter in mm."""
    outline = tuple(sphere(at, diameter) for at, diameter in beads)
    return Tumor(lesion, outline, material=Material.TUMOR_THROMBUS)


def _case_1() -> Case:
    """Enhancement falls while the outline stays: mRECIST PR, RECIST SD."""
    bone = Tumor(
        "NT1",
        (Ellipsoid((-4, 64, 0), (13, 11, 16)),),
        material=Material.BONE_METASTASIS,
        breathes=False,
    )
    small = Ellipsoid((-88, 38, -42), (12, 11, 11))
    first = Tumor(
        "T1",
        (Ellipsoid((-84, -14, 18), (34, 30, 30)),),
        necrosis=(Ellipsoid((-80, 2, 20), (10, 8, 12)),),
    )
    grown = (
        Ellipsoid((-84, -14, 18), (46, 40, 40)),
        Ellipsoid((-111, 18, -8), (15, 14, 14)),
        Ellipsoid((-60, -20, -22), (14, 14, 14)),
    )
    second = Tumor("T1", grown, necrosis=(Ellipsoid((-78, 4, 20), (12, 10, 14)),))
    third = Tumor(
        "T1",
        tuple(part.scaled(0.985) for part in grown),
        necrosis=tuple(part.scaled(1.05) for part in grown),
        islands=(Ellipsoid((-92, -20, 20), (27, 17, 20)),),
        enhancement=0.85,
    )
    satellite = small.scaled(1.5)
    shrunk = Tumor(
        "T2",
        (satellite.scaled(0.97),),
        necrosis=(satellite.scaled(1.05),),
        islands=(Ellipsoid((-90, 37, -42), (12, 10.5, 10.5)),),
        enhancement=0.85,
    )
    build = Build(344, 240, 1.06)
    vessels = (*PORTAL_VEIN, *hepatic_veins(((-20, -28, 38), 4.0), ((8, -42, 30), 3.5)))
    scenes = (
        Scene(build, (first, Tumor("T2", (small,)), bone), vessels),
        Scene(
            build,
            (second, Tumor("T2", (satellite,)), bone),
            vessels,
            breath_mm=(0, 1, -3),
        ),
        Scene(build, (third, shrunk, bone), vessels, breath_mm=(0.5, -1, 2)),
    )
    kind, thickness = "LIVER", 3.0
    return Case(
        "case-1",
        1,
        Protocol(
            "CT",
            (60, 256, 256),
            (thickness, 1.4, 1.4),
            (0, 0, 2),
            passes(kind, thickness, precontrast_shift_mm=(0.4, -0.8, 2.5)),
            noise_sd=11,
        ),
        (
            TreatmentLine(FIRST_LINE, _day("2022-12-22")),
            TreatmentLine(LINE, _day("2023-04-20")),
        ),
        (
            Lesion("T1", site="segment VIII"),
            Lesion("T2", site="segment VI"),
            Lesion("NT1", Role.NON_TARGET, organ="bone", kind=Kind.BONE, site="T12"),
        ),
        (
            Visit(
                "December 2022",
                _day("2022-12-20"),
                scenes[0],
                (4.0, -152.5, 1210.0),
                _stated(_PRESENT, "NT1"),
            ),
            Visit(
                BASELINE,
                _day("2023-04-18"),
                scenes[1],
                (-6.5, -148.0, -342.5),
                _stated(_PERSISTS, "NT1"),
            ),
            Visit(
                FOLLOW_UP,
                _day("2023-07-04"),
                scenes[2],
                (2.0, -155.5, 87.5),
                _stated(_PERSISTS, "NT1"),
            ),
        ),
        (
            *_answers(FIRST_LINE, BASELINE, Response.PD, Response.PD),
            *_answers(LINE, FOLLOW_UP, Response.PR, Response.SD),
        ),
        Clinical(58, "M", True, True, 2745, "A", "C", 5),
    )


def _case_2() -> Case:
    """Recurrence after resection and chemoembolization that grows: PD."""
    before = Tumor("T1", (Ellipsoid((-94, -18, 2), (10, 9.5, 9.5), turn_deg=20),))
    after = Tumor("T1", (Ellipsoid((-94, -18, 2), (14.6, 13.5, 13.5), turn_deg=20),))
    oil = Structure(Material.LIPIODOL, Ellipsoid((-84, 42, 18), (6, 5, 6)))
    build = Build(330, 228, 0.96)
    return Case(
        "case-2",
        2,
        Protocol(
            "CT",
            (56, 256, 256),
            (2.5, 1.36, 1.36),
            (0, 0, 0),
            passes("LIVER", 2.5, precontrast_shift_mm=(0, 0.6, -1.8), stacked=True),
            noise_sd=11,
        ),
        (TreatmentLine(LINE, _day("2022-11-30")),),
        (Lesion("T1", site="segment VIII"),),
        (
            Visit(
                BASELINE,
                _day("2022-11-28"),
                Scene(build, (before,), deposits=(oil,)),
                (3.5, -140.0, 1512.0),
            ),
            Visit(
                FOLLOW_UP,
                _day("2023-03-01"),
                Scene(build, (after,), deposits=(oil,), breath_mm=(0, 1, 3)),
                (-1.5, -143.0, 988.5),
            ),
        ),
        _answers(LINE, FOLLOW_UP, Response.PD, Response.PD),
        Clinical(63, "M", False, True, 12.7, "A", "B", 3),
    )


def _case_3() -> Case:
    """Small lesion (2.5 cm) on MR that stays as it is: SD."""
    before = Tumor(
        "T1",
        (Ellipsoid((-82, -22, 10), (12.5, 11.5, 12)),),
        necrosis=(sphere((-79, -17, 10), 6),),
    )
    build = Build(316, 220, 0.94)
    return Case(
        "case-3",
        3,
        Protocol(
            "MR",
            (52, 224, 224),
            (3.0, 1.5, 1.5),
            (0, 0, 0),
            passes("T1 GRE FS", 3.0, precontrast_shift_mm=(0, 0, 1.5)),
            noise_sd=9,
        ),
        (TreatmentLine(LINE, _day("2023-04-14")),),
        (Lesion("T1", site="segment VIII"),),
        (
            Visit(
                BASELINE, _day("2023-04-12"), Scene(build, (before,)), (0, 20, -31.5)
            ),
            Visit(
                FOLLOW_UP,
                _day("2023-07-05"),
                Scene(build, (before.scaled(1.03),), breath_mm=(0, -1, -4)),
                (2.5, 17.5, -24.0),
            ),
        ),
        _answers(LINE, FOLLOW_UP, Response.SD, Response.SD),
        Clinical(56, "F", False, False, 136119, "A", "B", 4),
    )


def _case_4() -> Case:
    """Mass of 14 cm with thrombus in the portal vein that stays as it is: SD."""
    mass = Tumor(
        "T1",
        (Ellipsoid((-86, -6, 8), (58, 70, 62)),),
        necrosis=(
            Ellipsoid((-88, 0, 6), (20, 24, 44)),
            Ellipsoid((-108, -38, 20), (10, 9, 14)),
            Ellipsoid((-62, 30, -8), (9, 11, 12)),
        ),
    )
    later = replace(
        mass.scaled(1.01),
        necrosis=(
            Ellipsoid((-88, 0, 6), (22, 25, 46)),
            Ellipsoid((-108, -38, 20), (11, 10, 14)),
            Ellipsoid((-62, 30, -8), (9, 11, 12)),
        ),
    )
    thrombus = _thrombus(
        "NT1",
        ((3, 11, -63), 15),
        ((-1, 9.5, -52), 18),
        ((-6, 8, -41), 18),
        ((-3, -6, -31), 13),
        ((0, -20, -21), 11),
        ((-13, 17, -44), 12),
    )
    vessels = (
        *portal_vein(
            ((8, 12, -90), (-6, 8, -40), 7.5),
            ((-6, 8, -40), (-18, 26, -47), 5.5),
            ((-6, 8, -40), (6, -42, -6), 5.0),
        ),
        *hepatic_veins(((12, -42, 30), 3.5)),
    )
    build = Build(366, 264, 1.2, gallbladder=False)
    return Case(
        "case-4",
        4,
        Protocol(
            "CT",
            (64, 256, 256),
            (3.0, 1.5, 1.5),
            (0, 0, 0),
            passes("LIVER", 3.0, precontrast_shift_mm=(-0.5, 0.5, 2.0)),
            noise_sd=12,
        ),
        (TreatmentLine(LINE, _day("2022-03-16")),),
        (
            Lesion("T1", site="right lobe"),
            Lesion(
                "NT1",
                Role.NON_TARGET,
                kind=Kind.THROMBUS,
                pattern=Pattern.INFILTRATIVE,
                site="portal vein",
            ),
        ),
        (
            Visit(
                BASELINE,
                _day("2022-03-14"),
                Scene(build, (mass, thrombus), vessels),
                (5.0, -160.0, 640.0),
                _stated(_PRESENT, "NT1"),
            ),
            Visit(
                FOLLOW_UP,
                _day("2022-05-25"),
                Scene(build, (later, thrombus), vessels, breath_mm=(0, 0.5, 2)),
                (-3.0, -158.0, 702.5),
                _stated(_PERSISTS, "NT1"),
            ),
        ),
        _answers(LINE, FOLLOW_UP, Response.SD, Response.SD),
        Clinical(60, "M", True, True, 133.6, "A", "C", 5),
    )


def _case_5() -> Case:
    """Several lesions in the right lobe and portal vein thrombus on MR stay: SD."""
    largest = Tumor(
        "T1",
        (Ellipsoid((-92, -26, 22), (20, 18, 18)),),
        necrosis=(Ellipsoid((-92, -26, 22), (8, 6, 8)),),
    )
    second = Tumor("T2", (Ellipsoid((-98, 36, -36), (14, 13, 13)),))
    others = (
        Tumor("NT2", (sphere((-76, -26, -36), 18),)),
        Tumor("NT3", (sphere((-112, 12, 20), 13),)),
    )
    thrombus = _thrombus(
        "NT1",
        ((-13, 10, -29), 14),
        ((-21, 9.5, -24), 15),
        ((-30, 9, -19), 14),
        ((-39, 8, -14), 12),
    )
    build = Build(338, 232, 1.0)
    return Case(
        "case-5",
        5,
        Protocol(
            "MR",
            (56, 236, 236),
            (3.0, 1.5, 1.5),
            (0, 0, 0),
            passes("T1 GRE FS", 3.0, precontrast_shift_mm=(0.5, 0, -2.0)),
            noise_sd=9,
        ),
        (TreatmentLine(LINE, _day("2023-01-11")),),
        (
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
        (
            Visit(
                BASELINE,
                _day("2023-01-09"),
                Scene(build, (thrombus, largest, second, *others)),
                (-2.0, 12.0, 18.5),
                _stated(_PRESENT, "NT1", "NT2", "NT3"),
            ),
            Visit(
                FOLLOW_UP,
                _day("2023-03-29"),
                Scene(
                    build,
                    (thrombus, largest.scaled(1.03), second.scaled(0.97), *others),
                    breath_mm=(0, 0.5, 3),
                ),
                (1.0, 15.5, 9.0),
                _stated(_PERSISTS, "NT1", "NT2", "NT3"),
            ),
        ),
        _answers(LINE, FOLLOW_UP, Response.SD, Response.SD),
        Clinical(64, "M", True, True, 34.3, "A", "C", 4),
    )
