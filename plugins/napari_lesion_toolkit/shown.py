"""What of an exam is in view: a phase or a subtraction, and its gray window."""

from enum import StrEnum

import numpy as np

from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.volume import Volume
from napari_lesion_toolkit.windows import PRESETS_HU, SUBTRACTION_HU

CT_WINDOW_HU = PRESETS_HU["arterial"].limits
"""Gray range that keeps enhancing rim, liver and necrosis apart."""


class Shown(StrEnum):
    """What of an exam is in view."""

    ARTERIAL = "arterial"
    PORTAL = "portal"
    PRECONTRAST = "precontrast"
    SUBTRACTION = "subtraction"
    EARLY_ARTERIAL = "early arterial"
    DELAYED = "delayed"
    TRANSITIONAL = "transitional"
    HEPATOBILIARY = "hepatobiliary"
    NON_DYNAMIC = "non-dynamic"
    UNKNOWN = "unknown"


PHASE_SHOWN = {
    Shown.PORTAL: Phase.PORTAL_VENOUS,
    Shown.PRECONTRAST: Phase.PRECONTRAST,
    Shown.EARLY_ARTERIAL: Phase.EARLY_ARTERIAL,
    Shown.DELAYED: Phase.DELAYED,
    Shown.TRANSITIONAL: Phase.TRANSITIONAL,
    Shown.HEPATOBILIARY: Phase.HEPATOBILIARY,
    Shown.NON_DYNAMIC: Phase.NON_DYNAMIC,
    Shown.UNKNOWN: Phase.UNKNOWN,
}
"""Phases that are shown by their own name; the arterial one is the exam's best."""


def shown_of(phases: PhaseSet, phase: Phase) -> Shown:
    """Say what to show for a phase of an exam."""
    if phase is phases.arterial_phase:
        return Shown.ARTERIAL
    return next((s for s, p in PHASE_SHOWN.items() if p is phase), Shown.ARTERIAL)


def is_pictured(phases: PhaseSet, shown: Shown) -> bool:
    """Whether an exam has the images that show a phase, or both of a subtraction."""
    if shown is Shown.ARTERIAL:
        return True
    if shown is Shown.SUBTRACTION:
        return phases.precontrast is not None and phases.arterial is not None
    return PHASE_SHOWN[shown] in phases.volumes


def pictured(phases: PhaseSet, shown: Shown) -> Volume | None:
    """Volume that shows a phase, or arterial minus precontrast; None where missing.

    The subtraction holds what contrast added, HU on CT, on the exam's grid.
    """
    if shown is Shown.ARTERIAL:
        return phases.reference
    if shown is not Shown.SUBTRACTION:
        return phases.volumes.get(PHASE_SHOWN[shown])
    before, after = phases.precontrast, phases.arterial
    if before is None or after is None:
        return None
    added = np.subtract(after.array, before.array, dtype=np.float32)
    return after.with_array(added.astype(np.int16))


def gray_limits(volume: Volume, shown: Shown) -> tuple[float, float]:
    """Values shown black and white when a phase comes into view."""
    if shown is not Shown.SUBTRACTION:
        return _window(volume)
    if volume.modality == "CT":
        return SUBTRACTION_HU.limits
    low, high = np.percentile(volume.array[::4, ::4, ::4], (5, 99.5))
    return float(low), float(max(high, low + 1))


def _window(volume: Volume) -> tuple[float, float]:
    """Gray range: fixed for CT, the middle of the histogram for MR."""
    if volume.modality == "CT":
        return CT_WINDOW_HU
    sample = volume.array[::4, ::4, ::4]
    low, high = np.percentile(sample, (1, 99.5))
    return float(low), float(max(high, low + 1))
