"""How strongly aorta, liver, veins, spleen and kidneys enhance in each volume.

Each organ is found once for the whole exam and then measured at the same place in
every volume, so that the volumes can be compared with each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lesion_toolkit.loaders.aorta import Signal, measure_aorta
from lesion_toolkit.loaders.coarse import (
    Flags,
    Grid,
    on_common_grid,
    smoothed,
    within_body,
)
from lesion_toolkit.loaders.organs import (
    even_tissue,
    find_kidneys,
    find_liver,
    find_liver_veins,
    find_spleen,
)
from lesion_toolkit.model.volume import Volume


@dataclass(frozen=True, slots=True)
class Enhancement:
    """Signal of organs in one volume: HU for CT, scanner units for MR.

    A value is None where the organ was not found or lies outside of the volume.

    Attributes
    ----------
    aorta, liver, spleen, kidneys
        Median brightness of the organ.
    veins
        Median of the veins of the liver, portal and hepatic.
    portal
        The brighter fifth of these veins: contrast fills the portal ones first.
    """

    aorta: Signal = None
    liver: Signal = None
    veins: Signal = None
    portal: Signal = None
    spleen: Signal = None
    kidneys: Signal = None


def measure_enhancement(volumes: Sequence[Volume]) -> tuple[Enhancement, ...]:
    """Measure the organs in volumes of one exam in one frame of reference."""
    grids = on_common_grid(volumes)
    is_ct = volumes[0].modality == "CT"
    grids, inside = within_body(grids, is_ct)
    course, aorta = measure_aorta(grids, inside, is_ct)
    even = even_tissue(grids, is_ct)
    liver = find_liver(grids, inside, even, aorta)
    parenchyma = [_median(grid, liver, 100) for grid in grids]
    spleen = find_spleen(grids, inside, even, course, is_ct)
    found = liver if spleen is None else liver | spleen
    kidneys = find_kidneys(grids, inside, course, aorta, found, is_ct)
    veins = find_liver_veins(grids, liver, aorta, parenchyma, kidneys)
    return tuple(
        Enhancement(
            aorta[n],
            parenchyma[n],
            _median(grid, veins, 20),
            _brighter_fifth(grid, veins),
            _median(grid, spleen, 50),
            _median(grid, kidneys, 50),
        )
        for n, grid in enumerate(grids)
    )


def _median(grid: Grid, mask: Flags | None, fewest: int) -> Signal:
    """Median within an organ, if the volume sees at least ``fewest`` voxels of it."""
    if mask is None:
        return None
    values = grid[mask]
    values = values[np.isfinite(values)]
    return float(np.median(values)) if len(values) >= fewest else None


def _brighter_fifth(grid: Grid, veins: Flags | None) -> Signal:
    """80th percentile of the veins."""
    if veins is None:
        return None
    within = smoothed(grid, 3)[veins]
    within = within[np.isfinite(within)]
    return float(np.percentile(within, 80)) if len(within) >= 20 else None
