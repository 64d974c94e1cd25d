"""Make ready what a measurement needs before the first one is asked for."""

import numpy as np

from lesion_toolkit.measurement.calipers import lesion_diameter
from lesion_toolkit.model.geometry import Geometry


def warm() -> None:
    """Measure a small ring, so that every inner loop is compiled or loaded.

    Takes about a second the first time on a machine, then a tenth; nothing is kept of
    the answer. Safe in a thread of its own, and harmless to repeat.
    """
    row, column = np.ogrid[-8:9, -8:9]
    apart = np.hypot(row, column)[None]
    soft = np.clip(np.minimum(7.5 - apart, apart - 4.5) + 0.5, 0.0, 1.0)
    grid = Geometry.from_axes(soft.shape, origin_mm=(0, 0, 0), spacing_mm=(1, 1, 1))
    for region in (soft, soft >= 0.5):
        lesion_diameter(region, grid, 1.0)
