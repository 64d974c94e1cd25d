"""A treated lesion as a reader sees it, and its LI-RADS treatment response."""

from collections import Counter
from enum import StrEnum
from typing import Any, Literal, Self

from pydantic import TypeAdapter, model_validator

from lesion_toolkit.model.document import Document
from lesion_toolkit.model.finding import Finding
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.noun import Day, noun
from lesion_toolkit.model.therapy import Therapy


class Presence(StrEnum):
    """Whether a reader sees an imaging feature."""

    ABSENT = "absent"
    PRESENT = "present"
    UNCERTAIN = "uncertain"
    NOT_ASSESSABLE = "not assessable"


class OtherEnhancement(StrEnum):
    """Enhancement of a treated lesion that is not masslike.

    ``EXPECTED`` is what the therapy usually leaves: a smooth thin rim, a wedge of
    altered perfusion. ``ATYPICAL`` is neither that nor masslike.
    """

    NONE = "none"
    EXPECTED = "expected"
    ATYPICAL = "atypical"
    UNCERTAIN = "uncertain"


class ChangeOverTime(StrEnum):
    """How masslike enhancement changed since earlier scans.

    ``NO_COMPARISON`` says that there is no earlier scan to compare with.
    """

    NO_COMPARISON = "no comparison"
    NEW = "new"
    INCREASED = "increased"
    STABLE = "stable"
    DECREASED = "decreased"
    UNCERTAIN = "uncertain"


@noun
class TreatedLesionSeen:
    """What a reader saw of one treated lesion on one scan, in the words of LI-RADS.

    None is what was not said; it never stands for absent.

    Attributes
    ----------
    lesion, date, modality
        Which lesion, on which scan.
    masslike_enhancement
        Enhancing tissue that takes up space, in or along the treated lesion or the
        margin of a resection: nodular, irregular or a thick rim, of any degree, in any
        phase. Smooth thin rims and altered perfusion are not masslike.
    other_enhancement
        What enhances without being masslike.
    arterial_phase_hyperenhancement, washout, enhancement_similar_to_pretreatment
        Of the masslike tissue; the 2018 version asks for them.
    change_over_time
        Of the masslike enhancement; the 2024 version asks for it after radiation.
    diffusion_restriction, mild_moderate_t2_hyperintensity
        Ancillary features of viable tumor on MR, at the masslike enhancement.
    ancillary_change_over_time
        Of these ancillary features; the 2024 version asks for it after radiation.
    """

    lesion: str
    date: Day
    modality: Literal["CT", "MR"]
    masslike_enhancement: Presence | None = None
    other_enhancement: OtherEnhancement | None = None
    arterial_phase_hyperenhancement: Presence | None = None
    washout: Presence | None = None
    enhancement_similar_to_pretreatment: Presence | None = None
    change_over_time: ChangeOverTime | None = None
    diffusion_restriction: Presence | None = None
    mild_moderate_t2_hyperintensity: Presence | None = None
    ancillary_change_over_time: ChangeOverTime | None = None


@noun
class TreatedLesions:
    """Treated lesions of one patient: their therapies, and what was seen on each scan.

    ``lesions`` are those of a timeline; only their therapies are asked.

    Raises
    ------
    pydantic.ValidationError
        Lesion ids repeat, a lesion is described twice on one scan, or a row names a
        lesion that is not in the list.
    """

    patient: str
    lesions: tuple[Lesion, ...] = ()
    seen: tuple[TreatedLesionSeen, ...] = ()
    reader: str = ""
    schema: Literal["lesion-toolkit/treated/1"] = "lesion-toolkit/treated/1"

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        ids = Counter(lesion.id for lesion in self.lesions)
        scans = Counter((row.lesion, row.date, row.modality) for row in self.seen)
        for name, count in ids.items():
            if count > 1:
                raise ValueError(f"lesion id repeats: {name!r}")
        for (name, date, modality), count in scans.items():
            if name not in ids:
                raise ValueError(f"{name!r} was seen and is not among the lesions")
            if count > 1:
                raise ValueError(f"{name!r} was seen twice on {modality} of {date}")
        return self

    @classmethod
    def from_json(cls, text: str) -> "TreatedLesions":
        """Read ``lesion-toolkit/treated/1`` JSON.

        Raises
        ------
        InputRefused
            The text is not JSON, a key is unknown, or a row contradicts another.
        """
        return _DOCUMENT.read(text)

    def therapies_of(self, lesion: str) -> tuple[Therapy, ...]:
        """Return what one lesion was treated with."""
        return next(one.therapies for one in self.lesions if one.id == lesion)


def treated_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of the JSON of treated lesions."""
    return _DOCUMENT.json_schema()


_DOCUMENT = Document("treated", TypeAdapter(TreatedLesions))


class TreatmentResponse(StrEnum):
    """LI-RADS treatment response category of one lesion, never of a patient."""

    VIABLE = "LR-TR Viable"
    NONVIABLE = "LR-TR Nonviable"
    EQUIVOCAL = "LR-TR Equivocal"
    NONPROGRESSING = "LR-TR Nonprogressing"
    NONEVALUABLE = "LR-TR Nonevaluable"


@noun
class LesionResponse:
    """LI-RADS treatment response of one lesion on one scan, and why.

    ``table`` names the rule table that answered, ``rule_id`` the row in it.
    """

    lesion: str
    date: Day
    category: TreatmentResponse
    table: str
    rule_id: str
    reason: str
    findings: tuple[Finding, ...] = ()
