"""How bright each tissue is in each contrast phase, on CT (HU) and on MR.

CT values are the middle of what abdominal protocols show at 120 kVp: late arterial
about 35 s and portal venous about 70 s after the injection. MR values are scanner units
of a fat-suppressed T1-weighted gradient echo with an extracellular gadolinium agent;
only their order and ratios are meant.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

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


PHASES = (
    Phase.PRECONTRAST,
    Phase.EARLY_ARTERIAL,
    Phase.LATE_ARTERIAL,
    Phase.PORTAL_VENOUS,
    Phase.DELAYED,
)
"""Phases a phantom can be scanned in, in the order of the columns below."""

_Row = tuple[float, float, float, float, float]
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

BRIGHTNESS: Mapping[str, Mapping[Material, _Row]] = MappingProxyType(
    {"CT": MappingProxyType(_CT_HU), "MR": MappingProxyType(_MR_UNITS)}
)
"""Brightness by modality and material; one value per phase of :data:`PHASES`."""


def brightness(
    modality: str, phase: Phase, material: Material, enhancement: float = 1.0
) -> float:
    """Value of a material in a phase: HU on CT, scanner units on MR.

    ``enhancement`` scales what contrast adds to the precontrast value: 1 is typical,
    0 does not enhance at all.
    """
    row = BRIGHTNESS[modality][material]
    return row[0] + enhancement * (row[PHASES.index(phase)] - row[0])
