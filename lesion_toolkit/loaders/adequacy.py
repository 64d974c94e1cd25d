"""Whether an exam shows the liver when its arteries are full: the phase of mRECIST."""

from collections.abc import Sequence
from enum import StrEnum

from lesion_toolkit.loaders.phase_words import label_phase
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.phase import ARTERIAL_PHASES, Phase, PhaseLabel
from lesion_toolkit.model.series import Series
from lesion_toolkit.model.volume import Volume

DOUBTED = 0.6
"""An arterial label no surer than this stands on words that the pixels dispute."""


class ArterialGrade(StrEnum):
    """How well an exam caught the arterial phase (LI-RADS 2018, late is best)."""

    ADEQUATE = "adequate"
    NOT_TIMED = "not timed"
    EARLY = "early"
    MISSED = "missed"
    ABSENT = "absent"


_GRADES = {
    Phase.LATE_ARTERIAL: ArterialGrade.ADEQUATE,
    Phase.ARTERIAL: ArterialGrade.NOT_TIMED,
    Phase.EARLY_ARTERIAL: ArterialGrade.EARLY,
}

_MESSAGES = {
    ArterialGrade.NOT_TIMED: (
        "arterial-not-timed",
        "The arterial phase may be early or late: nothing in the images tells which.",
        Severity.NOTE,
    ),
    ArterialGrade.EARLY: (
        "arterial-early",
        "The only arterial phase is early: viable tumor may not have filled yet.",
        Severity.CAUTION,
    ),
    ArterialGrade.MISSED: (
        "arterial-missed",
        "A series is named arterial but was not taken in the arterial phase: viable "
        "tumor cannot be measured in this exam.",
        Severity.SERIOUS,
    ),
    ArterialGrade.ABSENT: (
        "no-arterial-phase",
        "No arterial phase: viable tumor cannot be measured in this exam.",
        Severity.SERIOUS,
    ),
}

LabelledStack = tuple[Series, Volume, PhaseLabel]


def grade_arterial(stacks: Sequence[LabelledStack]) -> ArterialGrade:
    """Grade the arterial phase of one exam by its best arterial volume.

    Missed says that a series was meant to be arterial by its name, but its label is
    another phase or unknown; absent, that none was meant to be.
    """
    found = {label.phase for _, _, label in stacks}
    best = next((phase for phase in ARTERIAL_PHASES if phase in found), None)
    if best is not None:
        return _GRADES[best]
    meant = any(
        label_phase(series.description, series.modality).phase.is_arterial
        for series, _, _ in stacks
    )
    return ArterialGrade.MISSED if meant else ArterialGrade.ABSENT


def arterial_adequacy(stacks: Sequence[LabelledStack]) -> tuple[Finding, ...]:
    """Say what a reader must know of the arterial phase of one exam.

    Nothing is said of an exam with a sure late arterial phase.
    """
    grade = grade_arterial(stacks)
    found = []
    if grade in _MESSAGES:
        found.append(Finding(*_MESSAGES[grade]))
    arterial = [label for _, _, label in stacks if label.phase.is_arterial]
    if arterial and max(label.confidence for label in arterial) <= DOUBTED:
        message = "The arterial phase is arterial by name, but its pixels do not agree."
        found.append(Finding("arterial-doubtful", message))
    return tuple(found)
