"""Findings: what a reader must know, as data."""

from enum import StrEnum

from lesion_toolkit.model.noun import noun


class Severity(StrEnum):
    """How much a finding weighs on the answer."""

    NOTE = "note"
    CAUTION = "caution"
    SERIOUS = "serious"


@noun
class Finding:
    """Something a reader must know ("8 mm slices"), never an exception.

    Attributes
    ----------
    code
        Stable short name, for example ``no-arterial-phase``.
    message
        One sentence for a radiologist, without patient identity.
    severity
        note, caution or serious.
    where
        What it concerns: a lesion id, a timepoint label, a series; empty for the exam.
    """

    code: str
    message: str
    severity: Severity = Severity.CAUTION
    where: str = ""
