"""A function with a known answer, to see how numba has arguments passed."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.measurement.compiled import compiled


class Grid(NamedTuple):
    """Arrays of two types and a number, in a named tuple."""

    values: NDArray[np.float64]
    kinds: NDArray[np.uint8]
    pitch: float


@compiled
def probe(
    grid: Grid, first: int, share: float, pair: tuple[float, int]
) -> tuple[float, float, float, float]:
    """Use every kind of argument so that each one out of place changes the answer."""
    rows, columns = grid.values.shape
    found = 0.0
    for row in range(first, rows):
        for column in range(columns):
            found = 10.0 * found + grid.values[row, column] * grid.kinds[column]
    size = 1000.0 * grid.values.size + 100.0 * rows + 10.0 * columns + len(grid.kinds)
    return found, size, grid.pitch * share, pair[0] - pair[1]


ARGUMENTS: tuple[Any, ...] = (
    Grid(np.arange(6.0).reshape(3, 2), np.array([1, 2], np.uint8), 0.5),
    1,
    3.0,
    (7.25, 4),
)

ANSWER = (2650.0, 6322.0, 1.5, 3.25)
"""2, 3 × 2, 4 and 5 × 2 as digits, carried; sizes; product; difference."""
