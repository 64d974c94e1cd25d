"""A treated lesion as a reader sees it, and its LI-RADS treatment response."""

from enum import StrEnum
from typing import Literal

from lesion_toolkit.model.finding import Finding
from lesion_toolkit.model.noun import Day, noun


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
