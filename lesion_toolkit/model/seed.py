"""Seeds: where a reader pointed at a lesion."""

from dataclasses import dataclass

from lesion_toolkit.model.lesion import Kind, Role
from lesion_toolkit.model.measurement import PointMm


@dataclass(frozen=True, slots=True)
class Seed:
    """Where a lesion is, as a reader pointed it out.

    Attributes
    ----------
    lesion
        Name of the lesion, for example ``T1``.
    points_mm
        Clicks inside it, patient LPS mm.
    caliper_mm
        Both ends of a rough long axis, where one was drawn instead of a click.
    role, organ, kind
        As for :class:`~lesion_toolkit.model.lesion.Lesion`.
    """

    lesion: str
    points_mm: tuple[PointMm, ...] = ()
    caliper_mm: tuple[PointMm, PointMm] | None = None
    role: Role = Role.TARGET
    organ: str = "liver"
    kind: Kind = Kind.MASS
