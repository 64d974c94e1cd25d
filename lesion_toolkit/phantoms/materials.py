"""How bright each tissue is in each contrast phase, on CT (HU) and on MR.

CT values are the middle of what abdominal protocols show at 120 kVp: late arterial
about 35 s and portal venous about 70 s after the injection. MR values are scanner units
of a fat-suppressed T1-weighted gradient echo; only their order and ratios are meant.

With the hepatocyte agent gadoxetate, aorta (up 3.3-fold in the arterial phase), spleen
(1.5), kidneys (1.8) and liver (0.8, portal venous) enhance as measured in 50 patients
(AJR 2009;193:1318-23, doi:10.2214/AJR.09.2412). Vessels and liver are alike in the
transitional phase (LI-RADS 2018); after 20 min an adequate liver is more than 1.8 times
as bright as the cava (Bashir, Acad Radiol 2014;21:726-32).
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

import numpy as np

from lesion_toolkit.model.phase import Phase


class Material(StrEnum):
    """What a part of the phantom is made of."""

    AIR = "air"
    LUNG = "lung"
    FAT = "fat"
    MUSCLE = "muscle"
    BONE = "bone"
    MARROW = "marrow"
    LIVER = "liver"
    SPLEEN = "spleen"
    KIDNEY = "kidney"
    STOMACH = "stomach"
    BILE = "bile"
    BOWEL = "bowel"
    HEART = "heart"
    AORTA = "aorta"
    PORTAL_VEIN = "portal vein"
    HEPATIC_VEIN = "hepatic vein"
    CAVA = "inferior vena cava"
    VIABLE_TUMOR = "viable tumor"
    NECROSIS = "necrosis"
    LIPIODOL = "lipiodol"
    TUMOR_THROMBUS = "tumor thrombus"
    BONE_METASTASIS = "bone metastasis"


class Agent(StrEnum):
    """What was injected: it stays outside of cells, or hepatocytes take it up."""

    EXTRACELLULAR = "extracellular"
    HEPATOCYTE = "hepatocyte"


PHASES = (
    Phase.PRECONTRAST,
    Phase.EARLY_ARTERIAL,
    Phase.LATE_ARTERIAL,
    Phase.PORTAL_VENOUS,
    Phase.DELAYED,
)
"""Phases after an extracellular agent, in the order of the columns below."""

HEPATOCYTE_PHASES = (*PHASES[:4], Phase.TRANSITIONAL, Phase.HEPATOBILIARY)
"""Phases after an hepatocyte agent, in the order of the columns below."""

_Row = tuple[float, ...]
M = Material
_CT_HU: dict[Material, _Row] = {
    M.AIR: (-1000, -1000, -1000, -1000, -1000),
    M.LUNG: (-850, -845, -840, -840, -845),
    M.FAT: (-100, -100, -99, -98, -98),
    M.MUSCLE: (52, 54, 58, 65, 66),
    M.BONE: (420, 422, 425, 428, 426),
    M.MARROW: (170, 173, 178, 185, 182),
    M.LIVER: (55, 60, 75, 115, 95),
    M.SPLEEN: (47, 95, 130, 125, 95),
    M.KIDNEY: (34, 120, 160, 195, 150),
    M.STOMACH: (12, 12, 12, 12, 12),
    M.BILE: (8, 8, 8, 9, 10),
    M.BOWEL: (38, 48, 68, 82, 74),
    M.HEART: (42, 220, 240, 165, 118),
    M.AORTA: (42, 270, 300, 170, 118),
    M.PORTAL_VEIN: (42, 50, 120, 175, 122),
    M.HEPATIC_VEIN: (42, 44, 62, 165, 122),
    M.CAVA: (42, 70, 95, 150, 120),
    M.VIABLE_TUMOR: (45, 90, 120, 95, 80),
    M.NECROSIS: (28, 28, 29, 31, 31),
    M.LIPIODOL: (600, 600, 600, 600, 600),
    M.TUMOR_THROMBUS: (45, 80, 105, 85, 76),
    M.BONE_METASTASIS: (62, 88, 110, 105, 95),
}
_MR_UNITS: dict[Material, _Row] = {
    M.AIR: (0, 0, 0, 0, 0),
    M.LUNG: (18, 20, 22, 22, 22),
    M.FAT: (55, 55, 56, 57, 57),
    M.MUSCLE: (160, 165, 175, 205, 210),
    M.BONE: (30, 31, 33, 35, 35),
    M.MARROW: (95, 100, 115, 140, 140),
    M.LIVER: (230, 242, 275, 400, 370),
    M.SPLEEN: (150, 300, 430, 410, 350),
    M.KIDNEY: (165, 420, 520, 560, 500),
    M.STOMACH: (70, 70, 70, 70, 70),
    M.BILE: (85, 85, 85, 86, 88),
    M.BOWEL: (130, 180, 240, 290, 280),
    M.HEART: (125, 520, 560, 470, 400),
    M.AORTA: (125, 600, 640, 480, 405),
    M.PORTAL_VEIN: (125, 145, 330, 500, 410),
    M.HEPATIC_VEIN: (125, 130, 180, 480, 410),
    M.CAVA: (125, 190, 260, 440, 400),
    M.VIABLE_TUMOR: (185, 340, 440, 345, 310),
    M.NECROSIS: (110, 110, 112, 116, 118),
    M.LIPIODOL: (150, 150, 150, 150, 150),
    M.TUMOR_THROMBUS: (170, 290, 370, 300, 280),
    M.BONE_METASTASIS: (120, 230, 300, 300, 270),
}

_HEPATOCYTE_UNITS: dict[Material, _Row] = {
    M.AIR: (0, 0, 0, 0, 0, 0),
    M.LUNG: (18, 20, 22, 22, 21, 19),
    M.FAT: (55, 55, 56, 57, 57, 56),
    M.MUSCLE: (160, 164, 172, 192, 196, 176),
    M.BONE: (30, 31, 33, 34, 34, 31),
    M.MARROW: (95, 99, 111, 128, 126, 106),
    M.LIVER: (230, 240, 268, 385, 405, 520),
    M.SPLEEN: (150, 280, 390, 380, 305, 205),
    M.KIDNEY: (165, 360, 430, 455, 420, 300),
    M.STOMACH: (70, 70, 70, 70, 70, 70),
    M.BILE: (85, 85, 85, 86, 90, 430),
    M.BOWEL: (130, 170, 220, 260, 240, 180),
    M.HEART: (125, 480, 510, 420, 365, 220),
    M.AORTA: (125, 541, 590, 425, 365, 215),
    M.PORTAL_VEIN: (125, 143, 310, 440, 370, 216),
    M.HEPATIC_VEIN: (125, 129, 172, 425, 370, 216),
    M.CAVA: (125, 180, 240, 395, 360, 215),
    M.VIABLE_TUMOR: (185, 320, 405, 330, 285, 235),
    M.NECROSIS: (110, 110, 112, 115, 116, 114),
    M.LIPIODOL: (150, 150, 150, 150, 150, 150),
    M.TUMOR_THROMBUS: (170, 275, 345, 290, 260, 215),
    M.BONE_METASTASIS: (120, 215, 275, 270, 240, 180),
}

_Table = Mapping[Material, _Row]
BRIGHTNESS: Mapping[str, _Table] = MappingProxyType(
    {"CT": MappingProxyType(_CT_HU), "MR": MappingProxyType(_MR_UNITS)}
)
"""Brightness by modality and material; one value per phase of :data:`PHASES`."""

_COLUMNS: Mapping[tuple[str, Agent], tuple[tuple[Phase, ...], _Table]] = {
    ("CT", Agent.EXTRACELLULAR): (PHASES, BRIGHTNESS["CT"]),
    ("MR", Agent.EXTRACELLULAR): (PHASES, BRIGHTNESS["MR"]),
    ("MR", Agent.HEPATOCYTE): (HEPATOCYTE_PHASES, _HEPATOCYTE_UNITS),
}

NOMINAL_S: Mapping[Phase, float] = MappingProxyType(
    {
        Phase.PRECONTRAST: 10.0,
        Phase.EARLY_ARTERIAL: 20.0,
        Phase.LATE_ARTERIAL: 35.0,
        Phase.PORTAL_VENOUS: 70.0,
        Phase.DELAYED: 180.0,
        Phase.TRANSITIONAL: 180.0,
        Phase.HEPATOBILIARY: 1200.0,
    }
)
"""Seconds after the injection at which a phase looks as in its column.

Contrast reaches the aorta some 10 s after the injection, where precontrast ends.
"""


def brightness(
    modality: str,
    phase: Phase,
    material: Material,
    enhancement: float = 1.0,
    agent: Agent = Agent.EXTRACELLULAR,
) -> float:
    """Value of a material in a phase: HU on CT, scanner units on MR.

    ``enhancement`` scales what contrast adds to the precontrast value: 1 is typical,
    0 does not enhance at all.
    """
    phases, table = _COLUMNS[modality, agent]
    row = table[material]
    return row[0] + enhancement * (row[phases.index(phase)] - row[0])


def brightness_after(
    seconds: float,
    modality: str,
    material: Material,
    enhancement: float = 1.0,
    agent: Agent = Agent.EXTRACELLULAR,
) -> float:
    """Value of a material some seconds after the injection, between the phases.

    Linear between the times of :data:`NOMINAL_S`; what an extracellular agent added
    fades by a third from 3 to 10 minutes.
    """
    phases, table = _COLUMNS[modality, agent]
    row = table[material]
    times = [NOMINAL_S[phase] for phase in phases]
    values = [*row]
    if agent is Agent.EXTRACELLULAR:
        times.append(600.0)
        values.append(row[0] + 2 / 3 * (row[-1] - row[0]))
    value = float(np.interp(seconds, times, values))
    return row[0] + enhancement * (value - row[0])
