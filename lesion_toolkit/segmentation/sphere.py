"""Directions spread evenly over a sphere, and the smoothest surface evidence allows.

A lesion is taken for a body whose surface every ray from its middle meets once (star
shape: Veksler, ECCV 2008). Choosing one radius per direction that keeps neighbors close
is an energy over a graph, minimized by sequential tree-reweighted message passing
(Kolmogorov, IEEE TPAMI 2006;28:1568-83). The result has no holes and no thin leaks.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage
from scipy.spatial import ConvexHull, KDTree

from lesion_toolkit.segmentation.compiled import compiled

Floats = NDArray[np.floating[Any]]
Indices = NDArray[np.intp]

DIRECTIONS = 600
"""Eight degrees apart: 8 mm on the surface of a lesion of 120 mm."""

PASSES = 8
SETTLING = 20
"""Sweeps at most in which each radius is settled against its neighbors."""

STEEPEST = 3
"""Samples by which neighboring radii may differ: no spikes along vessels."""

_POLAR, _AROUND = 64, 128


@dataclass(frozen=True, slots=True, eq=False)
class Sphere:
    """Unit vectors and which of them are neighbors.

    Attributes
    ----------
    directions
        (n, 3) unit vectors, LPS.
    first, neighbors, reverse
        Edges from direction ``n`` are ``first[n]`` to ``first[n + 1]``; each leads to
        ``neighbors[edge]``, and ``reverse[edge]`` leads back.
    nearest, weights
        Table (polar angle, angle around) of the four nearest directions.
    """

    directions: NDArray[np.float64]
    first: Indices
    neighbors: Indices
    reverse: Indices
    nearest: Indices
    weights: NDArray[np.float64]

    def radius_towards(self, offset_mm: Floats, radii_mm: Floats) -> Floats:
        """Radius of a surface in the direction of each offset (..., 3)."""
        table = np.pad((radii_mm[self.nearest] * self.weights).sum(axis=-1), 1, "wrap")
        table[0] = np.roll(table[1], _AROUND // 2)  # across the pole
        table[-1] = np.roll(table[-2], _AROUND // 2)
        away = np.maximum(length(offset_mm), 1e-6)
        polar = np.arccos(np.clip(offset_mm[..., 2] / away, -1, 1))
        around = np.arctan2(offset_mm[..., 1], offset_mm[..., 0]) % (2 * np.pi)
        row = polar * (_POLAR / np.pi) + 0.5
        column = around * (_AROUND / (2 * np.pi)) + 0.5
        radius: Floats = ndimage.map_coordinates(
            table.astype(np.float32), [row, column], order=1, mode="nearest"
        )
        return radius


def length(vectors: Floats) -> Floats:
    """Length of each vector (last axis), without the copies of a general norm."""
    squared: Floats = np.einsum("...i,...i->...", vectors, vectors)
    return np.sqrt(squared, out=squared)


@lru_cache(maxsize=1)
def sphere() -> Sphere:
    """Spread directions over the sphere in a golden spiral and join neighbors."""
    number = np.arange(DIRECTIONS) + 0.5
    height = 1 - 2 * number / DIRECTIONS
    turn = np.pi * (1 + 5**0.5) * number
    flat = np.sqrt(1 - height**2)
    directions = np.stack([flat * np.cos(turn), flat * np.sin(turn), height], axis=1)
    triangles = ConvexHull(directions).simplices
    pairs = np.concatenate([triangles[:, p] for p in ([0, 1], [1, 2], [0, 2])])
    pairs = np.unique(np.concatenate([pairs, pairs[:, ::-1]]), axis=0)
    edge = {(a, b): n for n, (a, b) in enumerate(pairs.tolist())}
    reverse = np.array([edge[b, a] for a, b in pairs.tolist()], np.intp)
    first = np.searchsorted(pairs[:, 0], np.arange(DIRECTIONS + 1)).astype(np.intp)
    found = KDTree(directions).query(_table_directions(), k=4)
    apart, nearest = np.asarray(found[0]), np.asarray(found[1], np.intp)
    weights = 1 / (apart + 1e-3) ** 2
    weights /= weights.sum(axis=-1, keepdims=True)
    return Sphere(
        directions, first, pairs[:, 1].astype(np.intp), reverse, nearest, weights
    )


def _table_directions() -> NDArray[np.float64]:
    polar = (np.arange(_POLAR)[:, None] + 0.5) * np.pi / _POLAR
    around = (np.arange(_AROUND) + 0.5) * 2 * np.pi / _AROUND
    flat = np.sin(polar)
    return np.stack(
        [
            flat * np.cos(around),
            flat * np.sin(around),
            np.cos(polar) * np.ones_like(around),
        ],
        axis=-1,
    )


def smoothest(cost: Floats, stiffness: float) -> Indices:
    """Choose a sample along each direction: cheap, and close to its neighbors.

    Parameters
    ----------
    cost
        (direction, sample) cost of ending the body at that sample.
    stiffness
        Cost of one sample of difference between neighbors, growing with its square.

    Returns
    -------
    numpy.ndarray
        Sample number per direction.
    """
    on = sphere()
    chosen: Indices = _pass_messages(
        np.ascontiguousarray(cost, np.float32),
        on.first,
        on.neighbors,
        on.reverse,
        np.float32(stiffness),
    )
    return chosen


@compiled
def _pass_messages(
    cost: Any, first: Any, neighbors: Any, reverse: Any, stiffness: Any
) -> Any:
    count, samples = cost.shape
    message = np.zeros((neighbors.size, samples), np.float32)
    here = np.empty(samples, np.float32)
    # beyond both ends there is nothing cheap, so that no end is a special case
    ahead = np.full(samples + 2 * STEEPEST, np.float32(1e9), np.float32)
    best = np.empty(samples, np.float32)
    share = np.empty(count, np.float32)
    for n in range(count):
        later = 0
        for edge in range(first[n], first[n + 1]):
            later += neighbors[edge] > n
        share[n] = 1.0 / max(later, first[n + 1] - first[n] - later)
    for sweep in range(2 * PASSES):
        forward = sweep % 2 == 0
        for turn in range(count):
            n = turn if forward else count - 1 - turn
            for s in range(samples):
                here[s] = cost[n, s]
            for edge in range(first[n], first[n + 1]):
                back = reverse[edge]
                for s in range(samples):
                    here[s] += message[back, s]
            for edge in range(first[n], first[n + 1]):
                if forward != (neighbors[edge] > n):
                    continue
                back = reverse[edge]
                for s in range(samples):
                    best[s] = share[n] * here[s] - message[back, s]
                    ahead[s + STEEPEST] = best[s]
                for step in range(1, STEEPEST + 1):
                    extra = stiffness * np.float32(step * step)
                    for s in range(samples):
                        below = ahead[s + STEEPEST - step]
                        above = ahead[s + STEEPEST + step]
                        other = (below if below < above else above) + extra
                        best[s] = other if other < best[s] else best[s]
                lowest = best[0]
                for s in range(samples):
                    lowest = best[s] if best[s] < lowest else lowest
                for s in range(samples):
                    message[edge, s] = best[s] - lowest
    chosen = np.zeros(count, np.intp)
    for n in range(count):
        here[:] = cost[n]
        for edge in range(first[n], first[n + 1]):
            other = neighbors[edge]
            if other > n:
                here += message[reverse[edge]]
                continue
            for s in range(samples):
                apart = abs(s - chosen[other])
                here[s] += stiffness * apart * apart
                if apart > STEEPEST:
                    here[s] += np.float32(1e3)
        chosen[n] = np.argmin(here)
    for _ in range(SETTLING):
        settled = True
        for n in range(count):
            here[:] = cost[n]
            for edge in range(first[n], first[n + 1]):
                for s in range(samples):
                    apart = abs(s - chosen[neighbors[edge]])
                    here[s] += stiffness * apart * apart
                    if apart > STEEPEST:
                        here[s] += np.float32(1e3)
            cheapest = np.argmin(here)
            if here[cheapest] < here[chosen[n]]:
                chosen[n], settled = cheapest, False
        if settled:
            break
    return chosen
