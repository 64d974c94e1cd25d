"""Reference regions: normal tissue that a lesion is compared with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from lesion_toolkit.model.finding import Finding
from lesion_toolkit.model.measurement import PointMm
from lesion_toolkit.model.phase import Phase

REFERENCE_RADIUS_MM = 6.2
"""A sphere of 1 cm³ (qEASL: reference regions of about 1 cm³)."""


class ReferenceOrgan(StrEnum):
    """Normal tissue whose uptake a lesion may be compared with."""

    LIVER = "liver"
    SPLEEN = "spleen"
    MUSCLE = "muscle"
    """Of the back, beside the spine."""


@dataclass(frozen=True, slots=True)
class ReferenceTissue:
    """Spheres of one normal tissue and how bright they are in each phase.

    Attributes
    ----------
    tissue
        ``liver``, ``spleen``, ``muscle``, ``aorta`` or ``veins of the liver``.
    places_mm
        Centers of the spheres, patient LPS mm.
    radius_mm
        Their radius in mm.
    levels
        Median of the means of the spheres per phase, HU or scanner units.
    sds
        Standard deviation of the voxels about the mean of their own sphere.
    spreads
        Standard deviation of the means of the spheres: what placement decides. Not
        known of a single sphere.
    findings
        Fewer spheres than wanted, or in what has not the size of a liver.
    """

    tissue: str
    places_mm: tuple[PointMm, ...]
    radius_mm: float
    levels: Mapping[Phase, float] = field(default_factory=dict)
    sds: Mapping[Phase, float] = field(default_factory=dict)
    spreads: Mapping[Phase, float] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    def __post_init__(self) -> None:
        for name in ("levels", "sds", "spreads"):
            object.__setattr__(self, name, MappingProxyType(dict(getattr(self, name))))
