"""One patient's course: treatment lines, lesions and what was seen at each visit."""

import itertools
import json
from collections import Counter
from enum import StrEnum
from typing import Any, Literal, Self

from pydantic import TypeAdapter, model_validator

from lesion_toolkit.model.alignment import Alignment
from lesion_toolkit.model.document import Document
from lesion_toolkit.model.finding import Finding
from lesion_toolkit.model.lesion import Kind, Lesion
from lesion_toolkit.model.measurement import LesionMeasurement
from lesion_toolkit.model.noun import Day, LengthMm, noun
from lesion_toolkit.model.therapy import TherapyKind


class NonTargetStatus(StrEnum):
    """What was said of a non-target lesion.

    ``increased``: larger than at the timepoint before, without being unequivocal
    progression by itself; it confirms an earlier progression where criteria ask for
    that.
    """

    PRESENT = "present"
    INCREASED = "increased"
    CR = "CR"
    NON_CR_NON_PD = "NON-CR/NON-PD"
    PD = "PD"
    NE = "NE"


class Cytology(StrEnum):
    """What cytology of an effusion found."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    NOT_DONE = "not done"


class NewLesionStatus(StrEnum):
    """How sure a new lesion is one."""

    EQUIVOCAL = "equivocal"
    UNEQUIVOCAL = "unequivocal"


@noun
class NonTarget:
    """What was said of one non-target lesion at one timepoint."""

    lesion: str
    status: NonTargetStatus


@noun
class NewLesionSeen:
    """A lesion that was not there at baseline, with its size and pattern.

    ``typical``: arterial hyperenhancement and washout; ``hyperenhancing`` and
    ``washout`` say the two apart. A ``kind`` effusion counts where criteria ask for it
    only with ``cytology`` positive. ``larger`` is a reader's word that it has grown
    since the timepoint before, for lesions that cannot be measured.
    """

    lesion: str
    status: NewLesionStatus
    organ: str = "liver"
    diameter_mm: LengthMm | None = None
    typical: bool | None = None
    kind: Kind | None = None
    larger: bool | None = None
    cytology: Cytology | None = None
    hyperenhancing: bool | None = None
    washout: bool | None = None


@noun
class Timepoint:
    """One visit: what was measured, what was judged, what was new.

    ``slice_thickness_mm`` and ``arterial_phase`` describe the images it was read from,
    ``alignment`` how each other phase was laid on the arterial one. ``new_symptom``
    says that the scan was made for a new symptom or sign.
    """

    label: str
    date: Day
    measurements: tuple[LesionMeasurement, ...] = ()
    non_targets: tuple[NonTarget, ...] = ()
    new_lesions: tuple[NewLesionSeen, ...] = ()
    slice_thickness_mm: LengthMm | None = None
    modality: str = ""
    arterial_phase: str = ""
    alignment: tuple[Alignment, ...] = ()
    new_symptom: bool | None = None
    findings: tuple[Finding, ...] = ()

    def measurement_of(self, lesion: str) -> LesionMeasurement | None:
        """Return what was measured of one lesion here, or None."""
        return next((m for m in self.measurements if m.lesion == lesion), None)


@noun
class TreatmentLine:
    """A therapy with its own baseline: response is judged within it.

    ``therapy`` says of which kind it is, where that changes how scans are read.
    """

    name: str
    start: Day
    therapy: TherapyKind | None = None


@noun
class Timeline:
    """One patient's course as one reader measured it.

    ``death`` and ``last_contact`` (last known alive) matter to times to an event only.

    Raises
    ------
    pydantic.ValidationError
        Lesion ids or labels repeat, dates are not ascending, or a row names a lesion
        that is not in the list.
    """

    patient: str
    treatment_lines: tuple[TreatmentLine, ...] = ()
    lesions: tuple[Lesion, ...] = ()
    timepoints: tuple[Timepoint, ...] = ()
    reader: str = ""
    death: Day | None = None
    last_contact: Day | None = None
    schema: Literal["lesion-toolkit/timeline/1"] = "lesion-toolkit/timeline/1"

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        _refuse_repeats("lesion id", [lesion.id for lesion in self.lesions])
        _refuse_repeats("timepoint label", [t.label for t in self.timepoints])
        _refuse_repeats("treatment line", [line.name for line in self.treatment_lines])
        dates = [t.date for t in self.timepoints]
        for before, after in itertools.pairwise(dates):
            if after <= before:
                raise ValueError(f"timepoint dates must ascend: {after} after {before}")
        known = {lesion.id for lesion in self.lesions}
        for timepoint in self.timepoints:
            rows = [m.lesion for m in timepoint.measurements]
            rows += [n.lesion for n in timepoint.non_targets]
            _refuse_repeats(f"lesion at {timepoint.label!r}", rows)
            new = [seen.lesion for seen in timepoint.new_lesions]
            _refuse_repeats(f"new lesion at {timepoint.label!r}", new)
            for lesion in rows:
                if lesion not in known:
                    raise ValueError(
                        f"{timepoint.label!r} has a row for {lesion!r}, "
                        "which is not among the lesions"
                    )
        return self

    def to_json(self, *, indent: int | None = 2) -> str:
        """Write as ``lesion-toolkit/timeline/1`` JSON; empty keys are left out."""
        return json.dumps(to_content(self), indent=indent, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "Timeline":
        """Read ``lesion-toolkit/timeline/1`` JSON; lengths become exact decimals.

        Raises
        ------
        InputRefused
            The text is not JSON, a key is unknown, or a row contradicts another.
        """
        return _DOCUMENT.read(text)

    @classmethod
    def from_content(cls, content: Any) -> "Timeline":
        """Read parsed JSON (numbers as decimals), naming each place it goes wrong."""
        return _DOCUMENT.noun_of(content)


def _refuse_repeats(what: str, names: list[str]) -> None:
    repeated = [name for name, count in Counter(names).items() if count > 1]
    if repeated:
        raise ValueError(f"{what} repeats: {', '.join(map(repr, repeated))}")


_DOCUMENT = Document("timeline", TypeAdapter(Timeline))


_SAID_WHEN_EMPTY = frozenset({"measurements", "non_targets", "new_lesions"})


def to_content(noun: Any) -> Any:
    """JSON-ready content of a timeline, a timepoint or any noun in them.

    Lengths become plain numbers; keys that say nothing (None, empty text, empty list)
    are left out, except the three lists of a timepoint.
    """
    content = TypeAdapter(type(noun)).dump_python(noun, mode="json")
    return _without_empty(content)


def _without_empty(content: Any) -> Any:
    if isinstance(content, dict):
        kept = {key: _without_empty(value) for key, value in content.items()}
        empty: tuple[Any, ...] = (None, "", [], {})
        return {
            k: v for k, v in kept.items() if v not in empty or k in _SAID_WHEN_EMPTY
        }
    if isinstance(content, list | tuple):
        return [_without_empty(value) for value in content]
    return content


def timeline_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of the timeline JSON."""
    return _DOCUMENT.json_schema()
