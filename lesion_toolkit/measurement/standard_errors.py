"""The standard errors of one lesion: of its calipers, other lengths and volumes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from numpy.typing import NDArray

from lesion_toolkit.measurement.calipers import LesionDiameter
from lesion_toolkit.measurement.edge import Edge, viable_edge
from lesion_toolkit.measurement.enhancement import Enhancement
from lesion_toolkit.measurement.uncertainty import (
    ErrorBudget,
    ReaderVariability,
    diameter_error,
    perpendicular_error,
    sum_error,
    volume_error,
)
from lesion_toolkit.measurement.viability import ViableRegion
from lesion_toolkit.measurement.viability_rule import ViabilityRule
from lesion_toolkit.measurement.volumetry import rounded
from lesion_toolkit.model.measurement import Caliper, Volumes
from lesion_toolkit.model.volume import Mask, Tissue, ViabilityMap


@dataclass(frozen=True, slots=True)
class Errors:
    """What the standard errors of a lesion are computed from.

    Attributes
    ----------
    found
        Its enhancement, on the crop of the exam that holds it.
    edge
        How sharply it ends in the image.
    whole_mm
        Its whole diameter.
    rule
        What counts as viable.
    readers
        Whether to add how much readers scatter.
    """

    found: Enhancement
    edge: Edge
    whole_mm: float
    rule: ViabilityRule
    readers: ReaderVariability

    @property
    def inner_edge(self) -> Edge:
        """Edge between viable and dead tissue."""
        return viable_edge(self.edge, self.found.sigma_mm)

    def of_whole(self, whole: LesionDiameter, region: NDArray[Any]) -> ErrorBudget:
        """Error of the whole diameter in mm."""
        lesion = self.found.lesion
        return diameter_error(whole, region, lesion, self.edge, readers=self.readers)

    def of_viable(
        self,
        diameter: LesionDiameter,
        region: NDArray[Any],
        by_threshold_mm: Sequence[float] = (),
    ) -> ErrorBudget:
        """Error of a diameter of viable tissue in mm."""
        return diameter_error(
            diameter,
            region,
            self.found.lesion,
            self.edge,
            inner_edge=self.inner_edge,
            whole_mm=self.whole_mm,
            by_threshold_mm=by_threshold_mm,
            readers=self.readers,
        )

    def across(
        self, found: LesionDiameter, error: ErrorBudget, inner_edge: Edge | None = None
    ) -> Decimal | None:
        """Give the standard error in mm of the perpendicular of a diameter."""
        if found.perpendicular is None:
            return None
        lesion = self.found.lesion
        return hundredths(
            perpendicular_error(found, error, lesion, self.edge, inner_edge=inner_edge)
        )

    def of_islands(
        self,
        islands: Sequence[LesionDiameter],
        region: NDArray[Any],
        by_threshold_mm: Sequence[float],
    ) -> Decimal | None:
        """Give the standard error in mm of the sum of the diameters of islands."""
        if not islands:
            return None
        parts = [self.of_viable(one, region, by_threshold_mm) for one in islands]
        return hundredths(sum_error(parts))

    def of_whole_volume(self, sizes: Volumes) -> Volumes:
        """Volumes with the standard error of the whole one in ml."""
        lesion = self.found.lesion
        error = volume_error(lesion, lesion, self.edge, readers=self.readers)
        return replace(sizes, whole_uncertainty_ml=rounded(error.standard_error))

    def of_parts(
        self,
        sizes: Volumes,
        tissues: ViabilityMap,
        by_threshold: Sequence[ViableRegion],
    ) -> Volumes:
        """Volumes with the standard errors of the three kinds of tissue in ml.

        ``by_threshold`` is what is viable at the default and at other thresholds.
        """
        voxel_ml = self.found.lesion.geometry.voxel_volume_ml
        viable_ml = [alive.volume_ml(voxel_ml) for alive in by_threshold]
        dropped_ml = by_threshold[0].dropped_ml(voxel_ml)
        # what living tissue gains dead tissue loses
        viable, necrotic = (
            self._of_tissue(tissues.region(kind), viable_ml, dropped_ml)
            for kind in (Tissue.VIABLE, Tissue.NECROTIC)
        )
        indeterminate = self._of_tissue(tissues.region(Tissue.INDETERMINATE))
        return replace(
            sizes,
            viable_uncertainty_ml=viable,
            necrotic_uncertainty_ml=necrotic,
            indeterminate_uncertainty_ml=indeterminate,
        )

    def _of_tissue(
        self,
        region: Mask,
        by_threshold_ml: Sequence[float] = (),
        dropped_ml: float = 0.0,
    ) -> Decimal:
        error = volume_error(
            region,
            self.found.lesion,
            self.edge,
            inner_edge=self.inner_edge,
            by_threshold_ml=by_threshold_ml,
            dropped_ml=dropped_ml,
            readers=self.readers,
        )
        return rounded(error.standard_error)


def with_error(caliper: Caliper, error: ErrorBudget) -> Caliper:
    """Caliper with its standard error in mm."""
    return replace(caliper, uncertainty_mm=hundredths(error))


def hundredths(error: ErrorBudget) -> Decimal:
    """Round a standard error to a hundredth of a millimeter."""
    return Decimal(error.standard_error).quantize(Decimal("0.01"))
