"""What a reader can do in a reading, each act a frozen value.

Every event sets one *slot* of the record (a lesion, what was measured of it at one
timepoint, a treatment line, ...) to a value, or clears it with None. What it replaced
is therefore what the slot held before. Three kinds are different: renaming a lesion
moves its slots, removing one clears them, and taking back or restoring an act changes
which events count at all (:mod:`lesion_toolkit.reading.log`).
"""

import datetime
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

    @property
    def slot(self) -> Slot:
        """The visit of this label."""
        return ("timepoint", self.timepoint.label, "")

    @property
    def value(self) -> Timepoint:
        """The visit."""
        return self.timepoint


@noun
class SeriesChosen:
    """A reader's word on which series is a phase of an exam; empty takes it back."""

    timepoint: str
    phase: str
    series_uid: str
    kind: Literal["series chosen"] = "series chosen"

    @property
    def slot(self) -> Slot:
        """The phase of this exam."""
        return ("series", self.timepoint, self.phase)

    @property
    def value(self) -> str | None:
        """Series Instance UID."""
        return self.series_uid or None


@noun
class LesionAdded:
    """A lesion to be followed."""

    lesion: Lesion
    kind: Literal["lesion added"] = "lesion added"

    @property
    def slot(self) -> Slot:
        """The lesion of this id."""
        return ("lesion", "", self.lesion.id)

    @property
    def value(self) -> Lesion:
        """The lesion."""
        return self.lesion


@noun
class LesionChanged:
    """Another role, organ, kind, pattern, site or therapy of a known lesion."""

    lesion: Lesion
    kind: Literal["lesion changed"] = "lesion changed"

    @property
    def slot(self) -> Slot:
        """The lesion of this id."""
        return ("lesion", "", self.lesion.id)

    @property
    def value(self) -> Lesion:
        """The lesion as it is now described."""
        return self.lesion


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

    @property
    def slot(self) -> Slot:
        """The outline of this lesion here."""
        return ("mask", self.timepoint, self.lesion)

    @property
    def value(self) -> str | None:
        """Digest of the mask."""
        return self.mask or None


@noun
class Measured:
    """What was measured of a lesion from its outline, typed, or judged by a reader."""

    timepoint: str
    measurement: LesionMeasurement
    kind: Literal["measured"] = "measured"

    @property
    def slot(self) -> Slot:
        """The measurement of this lesion here."""
        return ("measurement", self.timepoint, self.measurement.lesion)

    @property
    def value(self) -> LesionMeasurement:
        """The measurement."""
        return self.measurement


@noun
class CaliperPlaced:
    """A caliper placed or edited by hand, with the measurement it makes."""

    timepoint: str
    measurement: LesionMeasurement
    kind: Literal["caliper placed"] = "caliper placed"

    @property
    def slot(self) -> Slot:
        """The measurement of this lesion here."""
        return ("measurement", self.timepoint, self.measurement.lesion)

    @property
    def value(self) -> LesionMeasurement:
        """The measurement."""
        return self.measurement


@noun
class NonTargetJudged:
    """What became of a non-target lesion; None takes the judgment back."""

    timepoint: str
    lesion: str
    status: NonTargetStatus | None
    kind: Literal["non-target judged"] = "non-target judged"

    @property
    def slot(self) -> Slot:
        """The judgment of this lesion here."""
        return ("non-target", self.timepoint, self.lesion)

    @property
    def value(self) -> NonTargetStatus | None:
        """The judgment."""
        return self.status


@noun
class NewLesionDeclared:
    """A lesion that was not there at baseline, with what was seen of it."""

    timepoint: str
    seen: NewLesionSeen
    kind: Literal["new lesion declared"] = "new lesion declared"

    @property
    def slot(self) -> Slot:
        """The new lesion of this name here."""
        return ("new lesion", self.timepoint, self.seen.lesion)

    @property
    def value(self) -> NewLesionSeen:
        """What was seen."""
        return self.seen


@noun
class NewLesionWithdrawn:
    """A new lesion that is none after all."""

    timepoint: str
    lesion: str
    kind: Literal["new lesion withdrawn"] = "new lesion withdrawn"

    @property
    def slot(self) -> Slot:
        """The new lesion of this name here."""
        return ("new lesion", self.timepoint, self.lesion)

    @property
    def value(self) -> None:
        """Nothing."""
        return


@noun
class TreatmentLineSet:
    """A therapy with its own baseline."""

    line: TreatmentLine
    kind: Literal["treatment line set"] = "treatment line set"

    @property
    def slot(self) -> Slot:
        """The treatment line of this name."""
        return ("treatment line", "", self.line.name)

    @property
    def value(self) -> TreatmentLine:
        """The treatment line."""
        return self.line


@noun
class TreatmentLineRemoved:
    """A treatment line that was not given."""

    name: str
    kind: Literal["treatment line removed"] = "treatment line removed"

    @property
    def slot(self) -> Slot:
        """The treatment line of this name."""
        return ("treatment line", "", self.name)

    @property
    def value(self) -> None:
        """Nothing."""
        return


@noun
class LastContactSet:
    """Date of death, or on which the patient was last known alive."""

    death: Day | None = None
    last_contact: Day | None = None
    kind: Literal["last contact set"] = "last contact set"

    @property
    def slot(self) -> Slot:
        """The patient's last contact."""
        return ("last contact", "", "")

    @property
    def value(self) -> tuple[datetime.date | None, datetime.date | None]:
        """(death, last contact)."""
        return self.death, self.last_contact


@noun
class CriteriaChosen:
    """The criteria by which the reading is judged, and its switches."""

    criteria: str
    switches: dict[str, str] = Field(default_factory=dict)
    kind: Literal["criteria chosen"] = "criteria chosen"

    @property
    def slot(self) -> Slot:
        """The criteria."""
        return ("criteria", "", "")

    @property
    def value(self) -> tuple[str, tuple[tuple[str, str], ...]]:
        """Name of the criteria, and each switch with its value."""
        return self.criteria, tuple(sorted(self.switches.items()))


@noun
class Commented:
    """A reader's remark on the patient, a timepoint, or a lesion there."""

    text: str
    timepoint: str = ""
    lesion: str = ""
    kind: Literal["commented"] = "commented"

    @property
    def slot(self) -> Slot:
        """The remark in this place."""
        return ("comment", self.timepoint, self.lesion)

    @property
    def value(self) -> str | None:
        """The remark; empty takes it back."""
        return self.text or None


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
