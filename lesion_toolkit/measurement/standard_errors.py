"""The standard errors of one lesion, written onto its calipers and volumes."""

from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.measurement.calipers import LesionDiameter
from lesion_toolkit.measurement.enhancement import Enhancement
from lesion_toolkit.measurement.uncertainty import (
    Edge,
    ErrorBudget,
    ReaderVariability,
    diameter_error,
    viable_edge,
    volume_error,
)
from lesion_toolkit.measurement.viability_rule import ViabilityRule
from lesion_toolkit.measurement.volumetry import rounded
from lesion_toolkit.model.measurement import Caliper, Volumes
from lesion_toolkit.model.volume import Mask

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Errors:
    """What the standard errors of a lesion are computed from.

    Attributes
    ----------
    found
        Its enhancement, on the crop of the exam that holds it.
    edge
        How sharply it ends in the image.
    whole
        Its whole diameter.
    rule
        What counts as viable.
    readers
        Whether to add how much readers scatter.
    """

    found: Enhancement
    edge: Edge
    whole: LesionDiameter
    rule: ViabilityRule
    readers: ReaderVariability

    def of_whole(self) -> Caliper:
        """Whole caliper with its standard error in mm."""
        lesion = self.found.lesion
        error = diameter_error(
            self.whole, lesion.array, lesion, self.edge, readers=self.readers
        )
        return _with_error(self.whole, error)

    def of_viable(
        self,
        longest: LesionDiameter,
        region: Flags,
        by_threshold_mm: tuple[float, float, float],
    ) -> Caliper:
        """Viable caliper with its standard error in mm."""
        error = diameter_error(
            longest,
            region,
            self.found.lesion,
            self.edge,
            inner_edge=viable_edge(self.edge, self.rule.sigma_mm),
            whole_mm=self.whole.length_mm,
            by_threshold_mm=by_threshold_mm,
            readers=self.readers,
        )
        return _with_error(longest, error)

    def of_whole_volume(self, sizes: Volumes) -> Volumes:
        """Volumes with the standard error of the whole one in ml."""
        lesion = self.found.lesion
        error = volume_error(lesion, lesion, self.edge, readers=self.readers)
        return replace(sizes, whole_uncertainty_ml=rounded(error.standard_error))

    def of_viable_volume(
        self, sizes: Volumes, region: Flags, at_thresholds: tuple[Flags, Flags]
    ) -> Volumes:
        """Volumes with the standard error of the viable one in ml."""
        lesion = self.found.lesion
        voxel_ml = lesion.geometry.voxel_volume_ml
        error = volume_error(
            Mask(region, lesion.geometry),
            lesion,
            self.edge,
            inner_edge=viable_edge(self.edge, self.rule.sigma_mm),
            by_threshold_ml=[
                np.count_nonzero(flags) * voxel_ml for flags in (region, *at_thresholds)
            ],
            readers=self.readers,
        )
        return replace(sizes, viable_uncertainty_ml=rounded(error.standard_error))


def _with_error(found: LesionDiameter, error: ErrorBudget) -> Caliper:
    hundredths = Decimal(error.standard_error).quantize(Decimal("0.01"))
    return replace(found.caliper, uncertainty_mm=hundredths)
