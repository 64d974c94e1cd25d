"""When viable tissue of an exam is not measured at all, whatever the pixels say."""

import datetime
from collections.abc import Sequence

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.model.therapy import Therapy, TherapyKind


def viability_refused(
    phases: PhaseSet,
    motion: Finding | None,
    therapies: Sequence[Therapy],
    day: datetime.date,
) -> Finding | None:
    """Why viable tissue of a lesion cannot be measured in this exam, or None.

    Parameters
    ----------
    phases
        The exam.
    motion
        What is said of motion in its arterial phase
        (:func:`~lesion_toolkit.measurement.motion.motion_finding`).
    therapies
        What was done to the lesion so far.
    day
        Date of the exam.
    """
    if motion is not None and motion.severity is Severity.SERIOUS:
        return motion
    oil = [t for t in therapies if t.kind is TherapyKind.CTACE and t.date < day]
    is_ct = phases.reference.modality != "MR"
    if oil and is_ct and phases.precontrast is None:
        when = max(therapy.date for therapy in oil)
        return Finding(
            "ctace-without-precontrast",
            f"No precontrast series after cTACE ({when}): enhancement cannot be told "
            "from lipiodol.",
            Severity.SERIOUS,
        )
    return None


def day_of(phases: PhaseSet, said: datetime.date | str | None) -> datetime.date:
    """Give the date of an exam: as a person says, or that of its images.

    Raises
    ------
    InputRefused
        Text that is no date such as 2023-04-18, or neither says.
    """
    try:
        day = datetime.date.fromisoformat(said) if isinstance(said, str) else said
    except ValueError:
        raise InputRefused(
            f"the date {said!r}.", "a date such as 2023-04-18.", "correct it."
        ) from None
    day = day or phases.date
    if day is None:
        raise InputRefused(
            "images without a date.",
            "the date of the visit.",
            "give it: date='2023-04-18' or --date 2023-04-18.",
        )
    return day
