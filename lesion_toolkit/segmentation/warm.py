"""Make ready what an outline needs before the first click."""

import numpy as np

from lesion_toolkit.segmentation.evidence import sampled
from lesion_toolkit.segmentation.sphere import DIRECTIONS, smoothest


def warm() -> None:
    """Run every inner loop once on next to nothing, so that it is compiled or loaded.

    Takes seconds the first time on a machine, then one. Safe in a thread of its own.
    """
    place = np.zeros((1, 3))
    for values in (np.zeros((2, 2, 2), np.float32), np.zeros((2, 2, 2), np.bool_)):
        sampled(values, place)
    smoothest(np.zeros((DIRECTIONS, 8)), 0.1)
