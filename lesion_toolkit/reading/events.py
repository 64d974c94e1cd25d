"""What a reader can do in a reading, each act a frozen value.

Most events set one *slot* of the record (a lesion, what was measured of it at one
timepoint, a treatment line, ...) to a value, or clear it with None:
:func:`setting_of`. What such an event replaced is what the slot held before. Renaming
a lesion moves its slots, removing one clears them, and taking back or restoring an act
changes which events count at all (:mod:`lesion_toolkit.reading.log`).
"""

from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.measurement import LesionMeasurement, PointMm
from lesion_toolkit.model.noun import Day, noun
from lesion_toolkit.model.timeline import (
    NewLesionSeen,
    NonTargetStatus,
    Timepoint,
    TreatmentLine,
)

Slot = tuple[str, str, str]
"""What is said (``lesion``, ``measurement``, ...), timepoint label, name; or empty."""


@noun
class TimepointAdded:
    """A visit with what describes its images; rows of lesions come as own events."""

    timepoint: Timepoint
    kind: Literal["timepoint added"] = "timepoint added"


@noun
class SeriesChosen:
    """A reader's word on which series is a phase of an exam; empty takes it back."""

    timepoint: str
    phase: str
    series_uid: str
    kind: Literal["series chosen"] = "series chosen"


@noun
class LesionAdded:
    """A lesion to be followed."""

    lesion: Lesion
    kind: Literal["lesion added"] = "lesion added"


@noun
class LesionChanged:
    """Another role, organ, kind, pattern, site or therapy of a known lesion."""

    lesion: Lesion
    kind: Literal["lesion changed"] = "lesion changed"


@noun
class LesionRenamed:
    """Another name of a lesion, at every timepoint."""

    lesion: str
    name: str
    kind: Literal["lesion renamed"] = "lesion renamed"


@noun
class LesionRemoved:
    """A lesion struck out, with all that was measured of it."""

    lesion: str
    kind: Literal["lesion removed"] = "lesion removed"


@noun
class MaskSet:
    """The outline of a lesion at a timepoint, by the digest of its voxels.

    ``added_mm`` and ``removed_mm`` are the clicks (LPS mm) it was grown from, where it
    was; an empty digest takes the outline back.
    """

    timepoint: str
    lesion: str
    mask: str
    added_mm: tuple[PointMm, ...] = ()
    removed_mm: tuple[PointMm, ...] = ()
    kind: Literal["mask set"] = "mask set"


@noun
class Measured:
    """What was measured of a lesion from its outline, typed, or judged by a reader."""

    timepoint: str
    measurement: LesionMeasurement
    kind: Literal["measured"] = "measured"


@noun
class CaliperPlaced:
    """A caliper placed or edited by hand, with the measurement it makes."""

    timepoint: str
    measurement: LesionMeasurement
    kind: Literal["caliper placed"] = "caliper placed"


@noun
class NonTargetJudged:
    """What became of a non-target lesion; None takes the judgment back."""

    timepoint: str
    lesion: str
    status: NonTargetStatus | None
    kind: Literal["non-target judged"] = "non-target judged"


@noun
class NewLesionDeclared:
    """A lesion that was not there at baseline, with what was seen of it."""

    timepoint: str
    seen: NewLesionSeen
    kind: Literal["new lesion declared"] = "new lesion declared"


@noun
class NewLesionWithdrawn:
    """A new lesion that is none after all."""

    timepoint: str
    lesion: str
    kind: Literal["new lesion withdrawn"] = "new lesion withdrawn"


@noun
class TreatmentLineSet:
    """A therapy with its own baseline."""

    line: TreatmentLine
    kind: Literal["treatment line set"] = "treatment line set"


@noun
class TreatmentLineRemoved:
    """A treatment line that was not given."""

    name: str
    kind: Literal["treatment line removed"] = "treatment line removed"


@noun
class LastContactSet:
    """Date of death, or on which the patient was last known alive."""

    death: Day | None = None
    last_contact: Day | None = None
    kind: Literal["last contact set"] = "last contact set"


@noun
class CriteriaChosen:
    """The criteria by which the reading is judged, and its switches."""

    criteria: str
    switches: dict[str, str] = Field(default_factory=dict)
    kind: Literal["criteria chosen"] = "criteria chosen"


@noun
class Commented:
    """A reader's remark on the patient, a timepoint, or a lesion there."""

    text: str
    timepoint: str = ""
    lesion: str = ""
    kind: Literal["commented"] = "commented"


@noun
class Signed:
    """The reader stands by this reading; it is locked."""

    kind: Literal["signed"] = "signed"


@noun
class Reopened:
    """A signed reading opened again, and why."""

    reason: Annotated[str, Field(min_length=1)]
    kind: Literal["reopened"] = "reopened"


@noun
class Undone:
    """An act taken back, by its number."""

    act: int
    kind: Literal["undone"] = "undone"


@noun
class Redone:
    """An act that had been taken back, restored."""

    act: int
    kind: Literal["redone"] = "redone"


Setting = (
    TimepointAdded
    | SeriesChosen
    | LesionAdded
    | LesionChanged
    | MaskSet
    | Measured
    | CaliperPlaced
    | NonTargetJudged
    | NewLesionDeclared
    | NewLesionWithdrawn
    | TreatmentLineSet
    | TreatmentLineRemoved
    | LastContactSet
    | CriteriaChosen
    | Commented
)
"""Events that set one slot."""

Act = Setting | LesionRenamed | LesionRemoved
"""Events that change what the reading says."""

Event = Act | Signed | Reopened | Undone | Redone
"""Everything that can stand in the log."""

EVENT: TypeAdapter[Any] = TypeAdapter(Annotated[Event, Field(discriminator="kind")])


def setting_of(act: Setting) -> tuple[Slot, Any]:
    """Slot that an act sets, and the value it puts there; None clears it."""
    match act:
        case TimepointAdded(timepoint=visit):
            return ("timepoint", visit.label, ""), visit
        case SeriesChosen():
            return ("series", act.timepoint, act.phase), act.series_uid or None
        case LesionAdded(lesion=lesion) | LesionChanged(lesion=lesion):
            return ("lesion", "", lesion.id), lesion
        case MaskSet():
            return ("mask", act.timepoint, act.lesion), act.mask or None
        case Measured(measurement=found) | CaliperPlaced(measurement=found):
            return ("measurement", act.timepoint, found.lesion), found
        case NonTargetJudged():
            return ("non-target", act.timepoint, act.lesion), act.status
        case NewLesionDeclared(seen=seen):
            return ("new lesion", act.timepoint, seen.lesion), seen
        case NewLesionWithdrawn():
            return ("new lesion", act.timepoint, act.lesion), None
        case TreatmentLineSet(line=line):
            return ("treatment line", "", line.name), line
        case TreatmentLineRemoved():
            return ("treatment line", "", act.name), None
        case LastContactSet():
            return ("last contact", "", ""), (act.death, act.last_contact)
        case CriteriaChosen():
            switches = tuple(sorted(act.switches.items()))
            return ("criteria", "", ""), (act.criteria, switches)
        case Commented():
            return ("comment", act.timepoint, act.lesion), act.text or None
