"""The liver: the largest organ that looks like liver, with what it encloses."""

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.model.volume import Mask
from lesion_toolkit.segmentation.anatomy import Anatomy, anatomy_of
from lesion_toolkit.segmentation.evidence import DIFFERENT, onto

Flags = NDArray[np.bool_]

BRIDGE_MM = 6.0
"""Contacts with other organs narrower than twice this are cut."""

ENCLOSED_MM = 14.0
"""Half the width of vessels, fissures and small lesions that belong to the organ."""

LOBE = 0.25
"""A piece this large beside the largest is a lobe that a lesion or fissure cut off."""

PLAUSIBLE_ML = (500.0, 3500.0)
"""Volumes an adult's liver has."""


def liver_region(phases: PhaseSet) -> Mask:
    """Mark the liver with its vessels and the lesions it encloses.

    Good enough to place reference regions and to align within; it is no volumetry.
    Large lesions at its surface are left out.

    Returns
    -------
    Mask
        On ``phases.geometry``. Finding ``liver-uncertain`` where its volume is not one
        a liver has: place references by hand then.

    Raises
    ------
    InputRefused
        The images show nothing.
    """
    anatomy = anatomy_of(phases)
    grid = anatomy.rough.geometry
    region = Mask(_enclosed(parenchyma(anatomy), anatomy), grid)
    shown, findings = onto(region, phases.geometry), _doubts(region)
    return Mask(shown, phases.geometry, "liver", findings)


def liver_doubts(anatomy: Anatomy, organ: Flags) -> tuple[Finding, ...]:
    """``liver-uncertain`` where :func:`parenchyma` is no organ of a liver's size."""
    return _doubts(Mask(_enclosed(organ, anatomy), anatomy.rough.geometry))


def _doubts(region: Mask) -> tuple[Finding, ...]:
    low, high = PLAUSIBLE_ML
    return () if low <= region.volume_ml <= high else (_UNCERTAIN,)


_UNCERTAIN = Finding(
    "liver-uncertain",
    "What was found of the liver has not the size of a liver; place the reference "
    "regions by hand.",
    Severity.CAUTION,
)


def parenchyma(anatomy: Anatomy) -> Flags:
    """Mark the largest organ that looks like liver, vessels left out, coarsely."""
    rough = anatomy.rough
    alike = (rough.difference < DIFFERENT) & ~rough.barrier
    spacing = rough.geometry.spacing_mm
    within = ndimage.distance_transform_edt(alike, sampling=spacing)
    pieces, count = ndimage.label(within > BRIDGE_MM)
    if count == 0:
        return np.zeros_like(alike)
    sizes = np.bincount(pieces.ravel())
    sizes[0] = 0
    core = (sizes >= LOBE * sizes.max())[pieces]
    near = ndimage.distance_transform_edt(~core, sampling=spacing) <= BRIDGE_MM + 1
    organ: Flags = alike & near
    return organ


def _enclosed(organ: Flags, anatomy: Anatomy) -> Flags:
    """Add what the organ encloses: veins, fissures, lesions; never the wall."""
    spacing = anatomy.rough.geometry.spacing_mm
    pad = [int(np.ceil(ENCLOSED_MM / s)) + 1 for s in spacing]
    wide = np.pad(organ, [(n, n) for n in pad])
    near = ndimage.distance_transform_edt(~wide, sampling=spacing) <= ENCLOSED_MM
    kept = ndimage.distance_transform_edt(near, sampling=spacing) > ENCLOSED_MM
    closed = ndimage.binary_fill_holes(kept[tuple(slice(n, -n) for n in pad)] | organ)
    outside = anatomy.rough.barrier & ~anatomy.rough.bright
    region: Flags = organ | (closed & ~outside)
    return region
