"""Transient motion in the arterial phase of MR, as gadoxetate can cause it.

A patient who breathes while k-space is filled leaves ghosts along the phase-encoding
axis, in the air around the body too. Their strength there, above that of the other
phases of the exam, grades the motion.
"""

from collections.abc import Sequence
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.model.volume import Volume

Flags = NDArray[np.bool_]
Values = NDArray[np.float32]

BLOCK_MM = 6.0
FROM_BODY_MM = 12.0
"""Air nearer to the skin than this holds the blur of the skin."""

IS_BODY = 0.25
"""Share of its brightest tissue above which the exam shows body."""

LEAST_BLOCKS = 50
"""Fewer blocks of air tell nothing."""


class Motion(StrEnum):
    """How much the patient moved in the arterial phase, beside the other phases."""

    NONE = "none"
    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"


FROM_PCT = {Motion.MILD: 3.0, Motion.MODERATE: 6.0, Motion.SEVERE: 10.0}
"""Ghosts in percent of the body's signal from which each grade begins: on phantoms that
breathe 1.2, 3 and 6 mm to either side."""

_MESSAGES = {
    Motion.MILD: "Mild motion in the arterial phase.",
    Motion.MODERATE: (
        "Moderate motion in the arterial phase: the edge of viable tissue is less sure."
    ),
    Motion.SEVERE: (
        "Severe motion in the arterial phase: viable tissue cannot be measured."
    ),
}


def ghosts_pct(phases: PhaseSet) -> float | None:
    """Ghosts of the arterial phase above those of the other phases.

    Returns
    -------
    float or None
        Root mean square in air, in percent of the median signal of the body; 0 where
        the other phases have as many. None on CT, without an arterial or a second
        phase, and where there is no air with signal (some scanners blank it).
    """
    arterial = phases.arterial
    others = [volume for volume in phases.volumes.values() if volume is not arterial]
    if arterial is None or arterial.modality != "MR" or not others:
        return None
    power, *rest = (_power(volume) for volume in (arterial, *others))
    body = _body([np.sqrt(values) for values in (power, *rest)])
    spacing = arterial.block_means(BLOCK_MM).geometry.spacing_mm
    air = ndimage.distance_transform_edt(~body, sampling=spacing) > FROM_BODY_MM
    air &= power > 0
    for values in rest:  # what another phase does not cover is blank there
        air &= values > 0
    if np.count_nonzero(air) < LEAST_BLOCKS or not body.any():
        return None
    # noise has the same power in every phase and leaves with the difference
    usual = float(np.median([values[air].mean() for values in rest]))
    excess = max(float(power[air].mean()) - usual, 0.0)
    return 100.0 * float(np.sqrt(excess / np.median(power[body])))


def arterial_motion(phases: PhaseSet) -> Motion | None:
    """Grade the motion in the arterial phase; None where it cannot be graded."""
    ghosts = ghosts_pct(phases)
    if ghosts is None:
        return None
    reached = [grade for grade, least in FROM_PCT.items() if ghosts >= least]
    return reached[-1] if reached else Motion.NONE


def motion_finding(phases: PhaseSet) -> Finding | None:
    """Say that the patient moved in the arterial phase; serious where it is severe."""
    grade = arterial_motion(phases)
    if grade is None or grade is Motion.NONE:
        return None
    severity = Severity.SERIOUS if grade is Motion.SEVERE else Severity.CAUTION
    where = str(phases.arterial_phase)
    return Finding(f"arterial-motion-{grade}", _MESSAGES[grade], severity, where)


def _power(volume: Volume) -> Values:
    """Mean square of blocks (k, j, i)."""
    squares = np.square(volume.array.astype(np.float32))
    return volume.with_array(squares).block_means(BLOCK_MM).array


def _body(signals: Sequence[Values]) -> Flags:
    """Blocks of the body, from the phase that shows least beside it."""
    found = []
    for signal in signals:
        bright = signal > IS_BODY * np.percentile(signal, 95)
        found.append(np.stack([ndimage.binary_fill_holes(one) for one in bright]))
    return np.asarray(np.logical_and.reduce(found))
