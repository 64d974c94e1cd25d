"""One visit's images with what was found in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.model.volume import Mask, ViabilityMap


@dataclass(frozen=True, slots=True)
class Exam:
    """The images of one timepoint with what was found in them, by lesion id.

    ``folder`` is where they were read from; None where they were not read.
    """

    phases: PhaseSet
    masks: Mapping[str, Mask]
    viability: Mapping[str, ViabilityMap]
    folder: Path | None = None
