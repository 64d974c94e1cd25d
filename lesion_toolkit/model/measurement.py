"""What was measured of one lesion at one timepoint."""

import math
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field, InstanceOf
from pydantic.json_schema import SkipJsonSchema

from lesion_toolkit.model.finding import Finding
from lesion_toolkit.model.noun import (
    AreaCm2,
    Hounsfield,
    LengthMm,
    MmFloat,
    VolumeMl,
    noun,
)

PointMm = tuple[MmFloat, MmFloat, MmFloat]
"""A place in the patient, LPS mm."""


class State(StrEnum):
    """What became of a target lesion at a timepoint."""

    MEASURED = "measured"
    ABSENT = "absent"
    TOO_SMALL = "too_small"
    NOT_EVALUABLE = "not_evaluable"
    SPLIT = "split"
    MERGED = "merged"


class CaliperSource(StrEnum):
    """Who placed a caliper."""

    AUTO = "auto"
    MANUAL = "manual"
    EDITED = "edited"


class Boundary(StrEnum):
    """What said where tissue ends when a caliper was measured."""

    IMAGE = "image"
    MASK = "mask"


@noun
class Caliper:
    """Two points in the patient and the plane they lie in.

    Attributes
    ----------
    ends_mm
        The two end points in patient LPS mm.
    plane
        ``axial``, ``acquired`` or ``oblique``.
    source
        auto, manual or edited.
    uncertainty_mm
        Standard error of the length in mm, where it was estimated.
    boundary
        Whether it was measured to where the image is half-way between tissue and its
        surroundings, or to the outline of the mask; None for a caliper placed by hand.
    """

    ends_mm: tuple[PointMm, PointMm]
    plane: str = "axial"
    source: CaliperSource = CaliperSource.AUTO
    uncertainty_mm: LengthMm | None = None
    boundary: Boundary | None = None

    @property
    def length_mm(self) -> float:
        """Distance between the ends in mm."""
        return math.dist(*self.ends_mm)


@noun
class KeyImage:
    """The slice a caliper lies on, ready to be drawn; never part of the JSON.

    Attributes
    ----------
    pixels
        Gray values 0 to 255 of ``shape`` (rows, columns), row by row, windowed.
    spacing_mm
        (row, column) spacing in mm.
    outlines
        Closed polygons by name (``lesion``, ``viable``, ``necrotic``,
        ``indeterminate``) as (row, column) points in pixels.
    calipers
        Segments by name (``viable``, ``whole``) as two (row, column) points.
    edge_letters
        Patient directions at the (left, right, top, bottom) edge: R, L, A, P, H, F.
    caption
        Phase, slice position, window: no patient identity.
    """

    pixels: bytes
    shape: tuple[int, int]
    spacing_mm: tuple[float, float]
    outlines: dict[str, tuple[tuple[tuple[float, float], ...], ...]]
    calipers: dict[str, tuple[tuple[float, float], tuple[float, float]]]
    edge_letters: tuple[str, str, str, str]
    caption: str = ""


@noun
class ViableBand:
    """How the viable diameter moves with its definition, in mm.

    ``strict``, ``default`` and ``lenient`` differ in the longest tolerated gap (0, 5
    and 10 mm); ``low_threshold`` and ``high_threshold`` in the enhancement that counts;
    ``lipiodol_viable`` counts lipiodol as viable where a lesion holds some and it is
    counted as neither.
    """

    strict: LengthMm
    default: LengthMm
    lenient: LengthMm
    low_threshold: LengthMm | None = None
    high_threshold: LengthMm | None = None
    lipiodol_viable: LengthMm | None = None


@noun
class Volumes:
    """Volumes of one lesion in ml; None where that part could not be judged.

    Attributes
    ----------
    whole_ml, viable_ml, necrotic_ml, indeterminate_ml
        By counting voxels; the viable volume is qEASL.
    partial_volume_ml
        Whole lesion, voxels at the edge counted by the share that is inside.
    mesh_ml, surface_cm2
        Whole lesion: volume within its surface, and area of its surface.
    whole_uncertainty_ml
        Standard error of the whole lesion, whichever way its volume is taken.
    viable_uncertainty_ml, necrotic_uncertainty_ml, indeterminate_uncertainty_ml
        Standard errors.
    """

    whole_ml: VolumeMl
    viable_ml: VolumeMl | None = None
    necrotic_ml: VolumeMl | None = None
    indeterminate_ml: VolumeMl | None = None
    partial_volume_ml: VolumeMl | None = None
    mesh_ml: VolumeMl | None = None
    surface_cm2: AreaCm2 | None = None
    whole_uncertainty_ml: VolumeMl | None = None
    viable_uncertainty_ml: VolumeMl | None = None
    necrotic_uncertainty_ml: VolumeMl | None = None
    indeterminate_uncertainty_ml: VolumeMl | None = None

    @property
    def viable_pct(self) -> Decimal | None:
        """Share of the whole lesion that is viable (qEASL %), where it was judged."""
        return self._share_pct(self.viable_ml)

    @property
    def necrotic_pct(self) -> Decimal | None:
        """Share of the whole lesion that is necrotic, where it was judged."""
        return self._share_pct(self.necrotic_ml)

    @property
    def indeterminate_pct(self) -> Decimal | None:
        """Share of the whole lesion that could not be judged."""
        return self._share_pct(self.indeterminate_ml)

    def _share_pct(self, part_ml: Decimal | None) -> Decimal | None:
        if part_ml is None or not self.whole_ml:
            return None
        return 100 * part_ml / self.whole_ml


@noun
class StandardErrors:
    """Standard errors in mm of the lengths that have no caliper to carry them."""

    viable_perpendicular_mm: LengthMm | None = None
    whole_perpendicular_mm: LengthMm | None = None
    short_axis_mm: LengthMm | None = None
    viable_islands_sum_mm: LengthMm | None = None


@noun
class LesionMeasurement:
    """What was measured of one lesion at one timepoint; lengths in mm, volumes in ml.

    A length that could not be measured is None, never zero. ``state`` says what became
    of the lesion, ``reason`` why it is not evaluable, ``fragments_mm`` the pieces of a
    split lesion, ``into`` the lesion it merged with. ``viable_islands_sum_mm`` adds the
    longest diameters of the viable islands of 10 mm or more; it is never below the
    viable diameter. ``attenuation_hu`` is the mean of the whole lesion in the portal
    venous phase of CT (a finding says where it is the arterial one);
    ``margin_sufficient`` whether an ablation covers it with margin.
    """

    lesion: str
    state: State = State.MEASURED
    viable_diameter_mm: LengthMm | None = None
    whole_diameter_mm: LengthMm | None = None
    viable_perpendicular_mm: LengthMm | None = None
    whole_perpendicular_mm: LengthMm | None = None
    short_axis_mm: LengthMm | None = None
    viable_volume_ml: VolumeMl | None = None
    whole_volume_ml: VolumeMl | None = None
    attenuation_hu: Hounsfield | None = None
    margin_sufficient: bool | None = None
    reason: str = ""
    fragments_mm: tuple[LengthMm, ...] = ()
    into: str = ""
    viable_band_mm: ViableBand | None = None
    viable_islands_sum_mm: LengthMm | None = None
    volumes: Volumes | None = None
    caliper: Caliper | None = None
    whole_caliper: Caliper | None = None
    standard_errors: StandardErrors | None = None
    findings: tuple[Finding, ...] = ()
    key_image: Annotated[
        SkipJsonSchema[InstanceOf[KeyImage] | None], Field(exclude=True, repr=False)
    ] = None
