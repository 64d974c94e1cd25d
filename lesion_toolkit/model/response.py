"""Response categories, and the answer for one timepoint with its reason."""

import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field, SkipValidation, computed_field, model_serializer

from lesion_toolkit.model.finding import Finding
from lesion_toolkit.model.noun import ChangeMm, Sum, noun
from lesion_toolkit.model.timeline import Timeline


class Response(StrEnum):
    """Response category of targets, non-targets, a timepoint or a course.

    ``NONE`` says that there was no disease of this kind at baseline.
    """

    CR = "CR"
    PR = "PR"
    SD = "SD"
    PD = "PD"
    NE = "NE"
    NON_CR_NON_PD = "NON-CR/NON-PD"
    NONE = "NONE"
    ICR = "iCR"
    IPR = "iPR"
    ISD = "iSD"
    IUPD = "iUPD"
    ICPD = "iCPD"
    IMCR = "imCR"
    IMPR = "imPR"
    IMSD = "imSD"
    IMPD = "imPD"
    TE4 = "TE4"
    TE3 = "TE3"
    TE2 = "TE2"
    TE1 = "TE1"

    @property
    def kin(self) -> "Response":
        """Category of RECIST that says as much; itself where it is one."""
        return _KIN.get(self, self)


_KIN = {
    Response.ICR: Response.CR,
    Response.IPR: Response.PR,
    Response.ISD: Response.SD,
    Response.IUPD: Response.PD,
    Response.ICPD: Response.PD,
    Response.IMCR: Response.CR,
    Response.IMPR: Response.PR,
    Response.IMSD: Response.SD,
    Response.IMPD: Response.PD,
    Response.TE4: Response.CR,
    Response.TE3: Response.PR,
    Response.TE2: Response.SD,
    Response.TE1: Response.PD,
}


class Unit(StrEnum):
    """Unit of a sum of targets."""

    MM = "mm"
    MM2 = "mm2"
    ML = "ml"


class NewLesion(StrEnum):
    """Whether a timepoint shows a new lesion."""

    NO = "NO"
    EQUIVOCAL = "EQUIVOCAL"
    YES = "YES"


@noun
class Stability:
    """How firmly a category stands under the uncertainty of its measurements.

    ``probability`` of each category, and how far the sum is from the next one in mm.
    The JSON has them side by side: ``{"PR": 0.9, "mm_to_next_category": 1.5, ...}``.
    """

    probability: dict[str, float]
    mm_to_next_category: ChangeMm | None = None

    @model_serializer
    def _side_by_side(self) -> dict[str, float | None]:
        distance = self.mm_to_next_category
        said = None if distance is None else float(distance)
        return {**self.probability, "mm_to_next_category": said}


@noun
class LesionCategory:
    """What one lesion alone is called at a timepoint, by which rule, and why."""

    lesion: str
    category: str
    rule_id: str
    reason: str


@noun
class Assessment:
    """The answer for one timepoint within one treatment line, and why.

    ``overall`` is None at the baseline, which has sums but no response. ``sum`` and its
    references are in ``unit``: mm, or mm² and ml where products or volumes are summed;
    ``sum_mm`` and its siblings are the same where that is mm, else None. Percentages
    are exact before rounding for display. ``otherwise`` says what would have changed
    the answer. ``lesions`` has a category for each lesion
    where the criteria judge them one by one.
    """

    date: datetime.date
    label: str
    line: str
    criteria: str
    preset: str
    unit: Unit
    sum: Sum | None
    baseline_sum: Sum | None
    nadir_sum: Sum | None
    change_from_baseline_pct: ChangeMm | None
    change_from_nadir_pct: ChangeMm | None
    target: Response | None
    non_target: Response | None
    new_lesion: NewLesion
    overall: Response | None
    rule_id: str
    reason: str
    findings: tuple[Finding, ...] = ()
    stability: Stability | None = None
    lesions: tuple[LesionCategory, ...] = ()
    otherwise: str = ""

    @computed_field  # type: ignore[prop-decorator]
    @property
    def sum_mm(self) -> Sum | None:
        """Sum in mm; None where it is not known or not a length."""
        return self._in_mm(self.sum)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def baseline_sum_mm(self) -> Sum | None:
        """Baseline sum in mm; None where it is not known or not a length."""
        return self._in_mm(self.baseline_sum)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def nadir_sum_mm(self) -> Sum | None:
        """Smallest earlier sum in mm; None where it is not known or not a length."""
        return self._in_mm(self.nadir_sum)

    def _in_mm(self, value: Decimal | None) -> Decimal | None:
        return value if self.unit is Unit.MM else None


@noun
class TimeToEvent:
    """Days to an event, or to the day up to which there was none.

    ``occurred`` is False where the time is censored at ``date``; ``why`` says in words
    what the event was, or why the time ends without one.
    """

    days: int
    occurred: bool
    date: datetime.date
    why: str


@noun
class LineOutcome:
    """What a whole treatment line came to.

    Times run from its start; None where there is no baseline, and for the duration of
    response where there was none.
    """

    line: str
    best_overall_response: Response | None
    confirmed_best_overall_response: Response | None
    progression_date: datetime.date | None
    response_date: datetime.date | None
    time_to_progression: TimeToEvent | None = None
    progression_free_survival: TimeToEvent | None = None
    overall_survival: TimeToEvent | None = None
    duration_of_response: TimeToEvent | None = None


@noun
class Course:
    """A timeline judged by one criteria: every timepoint's answer and the outcome.

    The outcome of the whole course is that of its last treatment line; ``lines`` has
    each one. ``switches`` are the settings that differ from the preset, ``limits_pct``
    the changes of the sum in percent from which it is PR (of baseline) and PD (of the
    nadir), None where the sum does not decide.
    """

    timeline: Annotated[Timeline, SkipValidation, Field(exclude=True, repr=False)]
    criteria: str
    assessments: tuple[Assessment, ...]
    lines: tuple[LineOutcome, ...]
    switches: dict[str, str] = Field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    limits_pct: tuple[Decimal | None, Decimal | None] = (None, None)

    @property
    def best_overall_response(self) -> Response | None:
        """Best overall response of the last treatment line, unconfirmed."""
        return self.lines[-1].best_overall_response if self.lines else None

    @property
    def confirmed_best_overall_response(self) -> Response | None:
        """Best overall response of the last treatment line, confirmed."""
        return self.lines[-1].confirmed_best_overall_response if self.lines else None

    @property
    def progression_date(self) -> datetime.date | None:
        """First progression within the last treatment line."""
        return self.lines[-1].progression_date if self.lines else None

    @property
    def response_date(self) -> datetime.date | None:
        """First response within the last treatment line."""
        return self.lines[-1].response_date if self.lines else None
