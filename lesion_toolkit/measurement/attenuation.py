"""Mean attenuation of a whole lesion on CT, as Choi asks for it."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

import numpy as np

from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.volume import Mask

REPORTED_HU = Decimal("0.1")

NOT_IMAGED_HU = -1000.0
"""As dark as this is no tissue: the phase ends before the lesion does."""


@dataclass(frozen=True, slots=True)
class Attenuation:
    """Mean of a lesion in HU, or None where CT does not show it; what to know of it."""

    mean_hu: Decimal | None = None
    findings: tuple[Finding, ...] = ()


def attenuation(phases: PhaseSet, mask: Mask) -> Attenuation:
    """Measure the mean HU of every voxel of a lesion, living and dead.

    In the portal venous phase; in the arterial phase, with a finding, where no portal
    venous phase shows the whole lesion. Never on MR, whose signal has no unit, nor
    before contrast.

    Source: Choi, J Clin Oncol 2007;25:1753-9 (portal venous phase).

    Parameters
    ----------
    phases
        The exam on one geometry.
    mask
        The lesion on that geometry, with at least one voxel.
    """
    if phases.reference.modality == "MR":
        return Attenuation()
    portal = _mean_hu(phases, Phase.PORTAL_VENOUS, mask)
    if portal is not None:
        return Attenuation(portal)
    arterial = _mean_hu(phases, phases.arterial_phase, mask)
    return Attenuation(arterial, () if arterial is None else (IN_ARTERIAL_PHASE,))


IN_ARTERIAL_PHASE = Finding(
    "attenuation-in-arterial-phase",
    "No portal venous phase shows the whole lesion: its attenuation is that of the "
    "arterial phase and compares only with visits measured in the same phase.",
    Severity.NOTE,
)


def _mean_hu(phases: PhaseSet, phase: Phase | None, mask: Mask) -> Decimal | None:
    volume = None if phase is None else phases.volumes.get(phase)
    box = mask.bounding_box()
    if volume is None or box is None:
        return None
    values = volume.array[box][mask.array[box]]
    if (values <= NOT_IMAGED_HU).any():
        return None
    mean = float(values.mean(dtype=np.float64))
    return Decimal(mean).quantize(REPORTED_HU, rounding=ROUND_HALF_UP)
