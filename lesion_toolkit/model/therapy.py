"""What was done to a lesion or a patient, and when."""

import datetime
from enum import StrEnum

from lesion_toolkit.model.noun import Day, noun


class TherapyKind(StrEnum):
    """Kinds of therapy that change how a scan is read."""

    CTACE = "cTACE"
    DEB_TACE = "DEB-TACE"
    TAE = "TAE"
    TARE = "TARE"
    SBRT = "SBRT"
    ABLATION = "ablation"
    RESECTION = "resection"
    SYSTEMIC = "systemic"


RADIATION = frozenset({TherapyKind.TARE, TherapyKind.SBRT})
"""Therapies after which arterial enhancement fades over months."""

LOCAL = frozenset(TherapyKind) - {TherapyKind.SYSTEMIC}
"""Therapies that treat a place, not the patient."""


@noun
class Therapy:
    """One therapy on one day: for a systemic one, the day it began."""

    kind: TherapyKind
    date: Day


def read_therapy(text: str) -> Therapy:
    """Read a therapy as a person writes it: ``cTACE=2023-01-31``.

    Raises
    ------
    ValueError
        It is not KIND=DATE, or there is no such kind or day.
    """
    kind, equals, day = (part.strip() for part in text.partition("="))
    if not equals:
        raise ValueError(text)
    return Therapy(TherapyKind(kind), datetime.date.fromisoformat(day))
