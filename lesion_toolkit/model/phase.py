"""Contrast phases of one exam, and the exam's volumes on one geometry."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from lesion_toolkit.errors import SpaceMismatch
from lesion_toolkit.model.alignment import Alignment
from lesion_toolkit.model.finding import Finding
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.noun import noun
from lesion_toolkit.model.volume import Volume


class Phase(StrEnum):
    """Contrast phase of one acquisition of the liver."""

    PRECONTRAST = "precontrast"
    EARLY_ARTERIAL = "early arterial"
    LATE_ARTERIAL = "late arterial"
    ARTERIAL = "arterial"
    PORTAL_VENOUS = "portal venous"
    DELAYED = "delayed"
    TRANSITIONAL = "transitional"
    HEPATOBILIARY = "hepatobiliary"
    NON_DYNAMIC = "non-dynamic"
    UNKNOWN = "unknown"

    @property
    def is_arterial(self) -> bool:
        """Whether viable tumor is measured in this phase."""
        return self in ARTERIAL_PHASES


ARTERIAL_PHASES = (Phase.LATE_ARTERIAL, Phase.ARTERIAL, Phase.EARLY_ARTERIAL)
"""Arterial phases, best for viable tumor first."""


@noun
class PhaseLabel:
    """A phase, how sure we are (0 to 1), and why, in words."""

    phase: Phase
    confidence: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PhaseSet:
    """The phases of one exam on one geometry.

    Attributes
    ----------
    volumes
        One volume per phase, all on the same geometry (that of the arterial volume
        where there is one).
    labels
        How each phase was recognised.
    sources
        Series Instance UID each phase came from.
    registration_residual_mm
        Misalignment to the reference phase that remains, per phase, in mm.
    alignment
        How each phase was laid on the reference, with the evidence.
    findings
        What a reader must know about the exam.
    date
        Date of the acquisition.
    slice_thickness_mm
        Nominal slice thickness of the arterial (or reference) series in mm.
    """

    volumes: Mapping[Phase, Volume]
    labels: Mapping[Phase, PhaseLabel] = field(default_factory=dict)
    sources: Mapping[Phase, str] = field(default_factory=dict)
    registration_residual_mm: Mapping[Phase, float] = field(default_factory=dict)
    alignment: tuple[Alignment, ...] = ()
    findings: tuple[Finding, ...] = ()
    date: datetime.date | None = None
    slice_thickness_mm: float | None = None

    def __post_init__(self) -> None:
        for name in ("volumes", "labels", "sources", "registration_residual_mm"):
            object.__setattr__(self, name, MappingProxyType(dict(getattr(self, name))))
        for phase, volume in self.volumes.items():
            if not volume.geometry.same_space_as(self.geometry):
                raise SpaceMismatch(
                    f"the {phase} volume lies on another grid than the reference.",
                    "all phases of an exam on one geometry.",
                    "align the phases before putting them together.",
                )

    @property
    def reference(self) -> Volume:
        """The arterial volume, or the first one where there is none."""
        return self.arterial or next(iter(self.volumes.values()))

    @property
    def geometry(self) -> Geometry:
        """The one geometry of all phases."""
        return self.reference.geometry

    @property
    def arterial_phase(self) -> Phase | None:
        """Which arterial phase there is (late before unspecified before early)."""
        return next((p for p in ARTERIAL_PHASES if p in self.volumes), None)

    @property
    def arterial(self) -> Volume | None:
        """The arterial volume, or None."""
        phase = self.arterial_phase
        return None if phase is None else self.volumes[phase]

    @property
    def precontrast(self) -> Volume | None:
        """The volume before contrast, or None."""
        return self.volumes.get(Phase.PRECONTRAST)

    @property
    def portal_venous(self) -> Volume | None:
        """The portal venous volume, or None."""
        return self.volumes.get(Phase.PORTAL_VENOUS)
