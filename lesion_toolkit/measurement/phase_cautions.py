"""What a reader must know of a lesion whose exam lacks a phase, or part of one."""

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.phase import Phase
from lesion_toolkit.model.volume import Mask

NO_ARTERIAL = Finding(
    "no-arterial-phase",
    "No arterial phase: what of the lesion is viable cannot be measured.",
    Severity.SERIOUS,
)
NO_MR_PRECONTRAST = Finding(
    "no-precontrast",
    "No precontrast series: on MR a lesion bright before contrast cannot be told from "
    "one that enhances.",
    Severity.SERIOUS,
)
NO_CT_PRECONTRAST = Finding(
    "no-precontrast",
    "No precontrast series: viable is what is about as bright as liver or brighter; "
    "lower certainty.",
    Severity.CAUTION,
)

NO_PORTAL = Finding(
    "no-portal-venous-phase",
    "No portal venous phase, in which viable tissue was to be judged.",
    Severity.SERIOUS,
)
PORTAL_WITHOUT_PRECONTRAST = Finding(
    "portal-without-precontrast",
    "No precontrast series: in the portal venous phase living tumor is as dark as dead "
    "tissue can be, so that it cannot be judged alone.",
    Severity.SERIOUS,
)
PORTAL_JUDGED = Finding(
    "judged-in-portal-venous-phase",
    "Viable tissue is judged in the portal venous phase: what takes up contrast by "
    "then, not the arterial enhancement that mRECIST and EASL measure.",
    Severity.CAUTION,
)


def early_finding(phase: Phase | None) -> tuple[Finding, ...]:
    """Say that an early arterial phase may show less; nothing of a later one."""
    if phase is not Phase.EARLY_ARTERIAL:
        return ()
    message = (
        "Early arterial phase: tumor may enhance less than in the late arterial phase, "
        "so that the threshold weighs more."
    )
    return (Finding("early-arterial", message, Severity.CAUTION),)


def uncovered_finding(absent: NDArray[np.bool_], lesion: Mask) -> tuple[Finding, ...]:
    """Say how much of a lesion has no precontrast voxel; nothing where all has."""
    share = float(absent[lesion.array].mean())
    if share == 0:
        return ()
    message = (
        f"The precontrast series does not cover {100 * share:.0f} % of the lesion; "
        "that part is indeterminate."
    )
    return (Finding("precontrast-not-covering", message, Severity.CAUTION),)
