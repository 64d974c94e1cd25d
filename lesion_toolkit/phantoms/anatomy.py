"""An upper abdomen of analytic organs in patient LPS mm, origin between the organs.

x grows to the patient's left, y to the back, z to the head. The liver lies on the
patient's right (negative x), the aorta in front of the spine and to its left.
"""

import math
from dataclasses import dataclass

from lesion_toolkit.phantoms.materials import Material
from lesion_toolkit.phantoms.shapes import (
    Blend,
    Column,
    Ellipsoid,
    PointMm,
    Shape,
    Tube,
)
from lesion_toolkit.phantoms.tumor import Tumor


@dataclass(frozen=True, slots=True)
class Structure:
    """One organ: its shape, what it is made of, and whether breathing moves it."""

    material: Material
    shape: Shape
    breathes: bool = True


AORTA = Structure(Material.AORTA, Column((19, 34), (11.5, 11.5)), breathes=False)
CAVA = Structure(Material.CAVA, Column((-20, 38), (14, 10)), breathes=False)


def portal_vein(*stations: tuple[PointMm, PointMm, float]) -> tuple[Structure, ...]:
    """Portal vein as straight pieces: start and end in LPS mm, radius in mm."""
    return tuple(Structure(Material.PORTAL_VEIN, Tube(*piece)) for piece in stations)


def hepatic_veins(*ends: tuple[PointMm, float]) -> tuple[Structure, ...]:
    """Hepatic veins from their confluence to the given ends, with radii in mm."""
    confluence = (-22.0, 36.0, 44.0)
    return tuple(
        Structure(Material.HEPATIC_VEIN, Tube(confluence, end, radius))
        for end, radius in ends
    )


PORTAL_VEIN = portal_vein(
    ((8, 12, -75), (-14, 10, -28), 7.5),
    ((-14, 10, -28), (-42, 8, -12), 6.0),
    ((-14, 10, -28), (2, -38, 8), 4.5),
    ((-42, 8, -12), (-66, 40, -16), 4.0),
)
VESSELS = (
    *PORTAL_VEIN,
    *hepatic_veins(((-68, 44, 26), 4.5), ((-38, -26, 30), 4.0), ((8, -42, 30), 3.5)),
)
"""Portal and hepatic veins of a liver that no mass displaces."""


@dataclass(frozen=True, slots=True)
class Build:
    """How large a patient is.

    Attributes
    ----------
    width_mm, depth_mm
        Left-right and front-back size of the body at the liver.
    liver
        Size of the right liver lobe, 1 is typical.
    gallbladder
        Whether there is one.
    """

    width_mm: float = 336.0
    depth_mm: float = 236.0
    liver: float = 1.0
    gallbladder: bool = True


@dataclass(frozen=True, slots=True)
class Scene:
    """One patient at one visit: the body, the lesions, how deep the breath was.

    Attributes
    ----------
    build
        Size of the body and the liver.
    tumors
        Every lesion, also those that are not targets. Later ones cover earlier ones.
    vessels
        Portal and hepatic veins.
    deposits
        What only this patient has, lipiodol of an earlier treatment for example.
    breath_mm
        How far this visit's breath moves the organs (LPS mm), lesions included.
    """

    build: Build = Build()
    tumors: tuple[Tumor, ...] = ()
    vessels: tuple[Structure, ...] = VESSELS
    deposits: tuple[Structure, ...] = ()
    breath_mm: PointMm = (0.0, 0.0, 0.0)

    @property
    def structures(self) -> tuple[Structure, ...]:
        """Everything but the lesions, in painting order: later ones cover earlier."""
        trunk, organs = _trunk(self.build), _organs(self.build)
        return (*trunk, *organs, AORTA, CAVA, *self.vessels, *self.deposits)

    def tumor(self, lesion: str) -> Tumor:
        """Return the lesion with this id.

        Raises
        ------
        KeyError
            No lesion has that id at this visit.
        """
        for tumor in self.tumors:
            if tumor.lesion == lesion:
                return tumor
        raise KeyError(lesion)

    def click_mm(self, lesion: str) -> PointMm:
        """Where a reader would click the lesion at this visit, breath included."""
        tumor = self.tumor(lesion)
        x, y, z = tumor.click_mm
        dx, dy, dz = self.breath_mm if tumor.breathes else (0.0, 0.0, 0.0)
        return x + dx, y + dy, z + dz


def liver(build: Build) -> Blend:
    """Right lobe, dome, segment IV and a tapering left lobe, melted into one organ."""
    size = build.liver
    right = Ellipsoid((-76, 6, -4), (62 * size, 76 * size, 78 * size), turn_deg=-10)
    tail = Ellipsoid((-88, 18, -50), (40 * size, 48 * size, 48))
    middle = Ellipsoid((-25, -42, 10), (48, 34, 46), turn_deg=-18)
    left = Ellipsoid((35, -54, 26), (58, 24, 28), turn_deg=10)
    return Blend((right, tail, middle, left))


def _trunk(build: Build) -> tuple[Structure, ...]:
    """Skin, muscle wall, abdominal fat, ribs and spine: what breathing leaves alone."""
    a, b = build.width_mm / 2, build.depth_mm / 2

    def column(material: Material, inset_mm: float) -> Structure:
        axes = (a - inset_mm, b - inset_mm)
        return Structure(material, Column((0, 0), axes), breathes=False)

    spine_y = b - 52
    vertebra = Column((0, spine_y), (22, 18))
    canal = Column((0, spine_y + 27), (11, 9))
    process = Column((0, spine_y + 40), (5, 12))
    back = tuple(Column((side * 34, spine_y + 27), (24, 17)) for side in (-1, 1))
    cortex = Column((0, spine_y), (24, 20))
    return (
        column(Material.FAT, 0),
        column(Material.MUSCLE, 14),
        column(Material.FAT, 27),
        *(Structure(Material.MUSCLE, muscle, breathes=False) for muscle in back),
        *_ribs(a - 20, b - 20),
        Structure(Material.BONE, process, breathes=False),
        Structure(Material.BONE, cortex, breathes=False),
        Structure(Material.MARROW, vertebra, breathes=False),
        Structure(Material.MUSCLE, canal, breathes=False),
    )


def _ribs(a: float, b: float) -> tuple[Structure, ...]:
    """Cross-sections of ribs in the wall, each level turned a little further."""
    ribs = []
    for level in range(-6, 7):
        for spot in range(-4, 5):
            angle = math.radians(spot * 36 + level * 14)
            if abs(math.sin(angle)) < 0.4 and math.cos(angle) < 0:
                continue  # no ribs in the middle of the belly
            x, y = a * math.sin(angle), b * math.cos(angle)
            along = math.degrees(math.atan2(-b * math.sin(angle), a * math.cos(angle)))
            shape = Ellipsoid((x, y, level * 26.0), (11, 4, 6), turn_deg=along)
            ribs.append(Structure(Material.BONE, shape, breathes=False))
    return tuple(ribs)


def _organs(build: Build) -> tuple[Structure, ...]:
    m = Material
    a, b = build.width_mm / 2, build.depth_mm / 2
    gallbladder = Structure(m.BILE, Ellipsoid((-38, -34, -52), (15, 20, 28)))
    return (
        Structure(m.LUNG, Ellipsoid((-70, 12, 150), (a - 98, b - 36, 108))),
        Structure(m.LUNG, Ellipsoid((72, 12, 150), (a - 98, b - 36, 100))),
        Structure(m.HEART, Ellipsoid((18, -38, 125), (58, 44, 52))),
        Structure(m.KIDNEY, Ellipsoid((-62, 62, -78), (27, 22, 52), turn_deg=30)),
        Structure(m.KIDNEY, Ellipsoid((66, 58, -62), (27, 22, 54), turn_deg=-30)),
        Structure(m.BOWEL, Ellipsoid((30, -62, -62), (52, 20, 17), turn_deg=8)),
        Structure(m.BOWEL, Ellipsoid((-40, -66, -84), (40, 18, 16), turn_deg=-14)),
        Structure(m.BOWEL, Ellipsoid((86, -20, -72), (20, 30, 26))),
        Structure(m.BOWEL, Ellipsoid((34, -8, -88), (30, 22, 18), turn_deg=20)),
        Structure(m.STOMACH, Ellipsoid((62, -26, 5), (46, 30, 62), turn_deg=24)),
        Structure(m.SPLEEN, Ellipsoid((104, 40, 22), (24, 44, 52), turn_deg=-24)),
        Structure(m.LIVER, liver(build)),
        *([gallbladder] if build.gallbladder else []),
    )
