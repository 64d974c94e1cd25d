"""New nodules: how large, how they enhance, beside which treated lesion they lie."""

from collections.abc import Mapping
from decimal import Decimal

import numpy as np
from scipy import ndimage

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.measurement.calipers import lesion_diameter
from lesion_toolkit.model.finding import Finding
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.proposal import Nearness, Nodule
from lesion_toolkit.model.reference import ReferenceTissue
from lesion_toolkit.model.volume import Mask
from lesion_toolkit.segmentation.references import liver_references

CLEAR_HU, CLEAR_SHARE_MR = 10.0, 0.1
"""Difference from liver that a reader sees as brighter or darker."""

BESIDE_MM = 10.0
"""Nearer than this a nodule lies beside a treated lesion."""

WASHOUT_PHASES = (Phase.PORTAL_VENOUS, Phase.DELAYED)


def describe_nodule(
    exam: PhaseSet, name: str, outlines: Mapping[str, Mask], treated: Mapping[str, Mask]
) -> Nodule:
    """Measure a new nodule: size, pattern against liver, place beside treated lesions.

    A typical nodule is brighter than liver in the arterial phase and darker in the
    portal venous or delayed phase, each by at least 10 HU (MR: a tenth of liver).

    Parameters
    ----------
    exam
        The visit at which it is new.
    name
        Which of ``outlines`` it is; the others are kept out of the reference regions.
    treated
        Treated lesions carried to this visit.

    Raises
    ------
    InputRefused
        The outline is empty.
    """
    mask = outlines[name]
    diameter = lesion_diameter(mask.array, mask.geometry, np.inf)
    if diameter is None:
        raise InputRefused(
            "an empty lesion outline.",
            "outlines with at least one voxel.",
            "outline the lesion, or leave it out.",
        )
    length = Decimal(str(round(diameter.length_mm, 1)))
    nearness, beside, distance = _nearest(mask, treated)
    try:
        liver = liver_references(exam, {**outlines, **treated})
    except InputRefused as refusal:
        said = Finding("pattern-not-told", refusal.found, where=name)
        return Nodule(
            length,
            nearness=nearness,
            treated=beside,
            distance_mm=distance,
            findings=(said,),
        )
    above = {
        phase: round(
            float(np.median(volume.array[mask.array])) - liver.levels[phase], 1
        )
        for phase, volume in exam.volumes.items()
    }
    typical, findings = _pattern(exam, above, liver, name)
    return Nodule(
        length,
        above,
        liver.levels,
        typical,
        nearness,
        beside,
        distance,
        findings,
    )


def _pattern(
    exam: PhaseSet, above: Mapping[Phase, float], liver: ReferenceTissue, name: str
) -> tuple[bool | None, tuple[Finding, ...]]:
    """Tell arterial hyperenhancement with washout; None where a phase is missing."""

    def clear(phase: Phase) -> float:
        if exam.reference.modality != "MR":
            return CLEAR_HU
        return CLEAR_SHARE_MR * liver.levels[phase]

    arterial = exam.arterial_phase
    late = [phase for phase in WASHOUT_PHASES if phase in above]
    if arterial is not None and above[arterial] < clear(arterial):
        return False, ()
    if arterial is None or not late:
        missing = "no arterial phase" if arterial is None else "no later phase"
        said = Finding(
            "pattern-not-told", f"{name}: {missing}, so no pattern.", where=name
        )
        return None, (said,)
    return any(above[phase] <= -clear(phase) for phase in late), ()


def _nearest(
    mask: Mask, treated: Mapping[str, Mask]
) -> tuple[Nearness, str, float | None]:
    """Find the nearest treated lesion, and whether the nodule lies inside it."""
    found: tuple[Nearness, str, float | None] = (Nearness.APART, "", None)
    spacing = mask.geometry.spacing_mm
    nearest = np.inf
    for name, lesion in sorted(treated.items()):
        if not lesion.array.any():
            continue
        away = ndimage.distance_transform_edt(~lesion.array, sampling=spacing)
        distance = round(float(away[mask.array].min()), 1)
        if distance >= nearest:
            continue
        nearest = distance
        inside = np.mean(lesion.array[mask.array]) >= 0.5
        where = Nearness.BESIDE if distance <= BESIDE_MM else Nearness.APART
        found = (Nearness.INSIDE if inside else where, name, distance)
    return found
