"""The passes of a multiphase liver exam, named and timed as scanners name them."""

from lesion_toolkit.model.phase import Phase
from lesion_toolkit.phantoms.exam import Acquisition
from lesion_toolkit.phantoms.shapes import PointMm


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
