"""What was done to a lesion or a patient, and when."""

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
