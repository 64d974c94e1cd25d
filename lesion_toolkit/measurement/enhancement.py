"""What a lesion takes up, as a noun: how much, from which threshold on, told how."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.measurement.parenchyma import Uptake
from lesion_toolkit.model.finding import Finding
from lesion_toolkit.model.phase import Phase
from lesion_toolkit.model.volume import Mask, Tissue

Values = NDArray[np.float32]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Enhancement:
    """What the lesion takes up, on the crop of the exam that holds it.

    Attributes
    ----------
    values
        Enhancement (k, j, i) in HU or scanner units, smoothed; NaN outside the lesion
        and where it cannot be judged.
    lesion
        Voxels of the lesion on the same crop.
    oil
        Voxels of lipiodol or calcification.
    oil_is
        What they are taken for.
    faked
        How much of each value the residual misalignment may have added.
    zero
        What ``values`` are relative to, where there is no precontrast volume.
    threshold, low, high
        From which on tissue counts as viable: by default, and at both ends of the band.
    method
        In words.
    sigma_mm
        Width of the Gaussian that ``values`` were smoothed with.
    normal
        What normal tissue takes up, where the threshold rests on it.
    phase
        The contrast phase that was judged.
    findings
        What a reader must know about it.
    """

    values: Values
    lesion: Mask
    oil: Flags
    threshold: float
    low: float
    high: float
    method: str
    sigma_mm: float
    oil_is: Tissue = Tissue.INDETERMINATE
    faked: Values | float = 0.0
    zero: float = 0.0
    normal: Uptake | None = None
    phase: Phase = Phase.LATE_ARTERIAL
    findings: tuple[Finding, ...] = ()

    @property
    def judged(self) -> Flags:
        """Voxels whose enhancement could be judged."""
        return np.isfinite(self.values)

    @property
    def judged_pct(self) -> float:
        """Share of the lesion that could be judged, in percent."""
        count = np.count_nonzero(self.lesion.array)
        told = self.judged
        if self.oil_is is not Tissue.INDETERMINATE:
            told = told | self.oil
        return 100.0 * float(np.count_nonzero(told)) / count


def nothing_judged(lesion: Mask, why: Finding) -> Enhancement:
    """Give a lesion of which nothing can be judged, and say why."""
    shape = lesion.array.shape
    return Enhancement(
        np.full(shape, np.nan, np.float32),
        lesion,
        np.zeros(shape, bool),
        np.nan,
        np.nan,
        np.nan,
        "not judged",
        np.nan,
        findings=(why,),
    )
