"""Directions of a sphere, and the smoothest surface over them."""

import numpy as np
import pytest

from lesion_toolkit.segmentation.sphere import DIRECTIONS, STEEPEST, smoothest, sphere

AXES_MM = np.array([30.0, 22.0, 18.0])


def ellipsoid(directions: np.ndarray) -> np.ndarray:
    return 1 / np.sqrt(np.square(directions / AXES_MM).sum(axis=-1))


def test_directions_are_unit_vectors_spread_evenly():
    directions = sphere().directions
    np.testing.assert_allclose(np.linalg.norm(directions, axis=1), 1)
    np.testing.assert_allclose(directions.mean(axis=0), 0, atol=0.005)


def test_every_edge_leads_back():
    on = sphere()
    source = np.repeat(np.arange(DIRECTIONS), np.diff(on.first))
    np.testing.assert_array_equal(on.neighbors[on.reverse], source)
    np.testing.assert_array_equal(source[on.reverse], on.neighbors)


def test_neighbors_lie_within_a_dozen_degrees():
    on = sphere()
    source = np.repeat(np.arange(DIRECTIONS), np.diff(on.first))
    cosine = (on.directions[source] * on.directions[on.neighbors]).sum(axis=1)
    assert np.degrees(np.arccos(cosine)).max() < 14


def test_the_radius_between_directions_is_that_of_the_body():
    offsets = np.random.default_rng(5).normal(size=(2000, 3))
    towards = offsets / np.linalg.norm(offsets, axis=1, keepdims=True)
    found = sphere().radius_towards(offsets, ellipsoid(sphere().directions))
    np.testing.assert_allclose(found, ellipsoid(towards), rtol=0.06)
    assert np.abs(found / ellipsoid(towards) - 1).mean() < 0.015


def energy(cost: np.ndarray, chosen: np.ndarray, stiffness: float) -> float:
    on = sphere()
    source = np.repeat(np.arange(DIRECTIONS), np.diff(on.first))
    steps = chosen[source] - chosen[on.neighbors]
    return cost[np.arange(DIRECTIONS), chosen].sum() + stiffness * (steps**2).sum() / 2


def steepest(chosen: np.ndarray) -> int:
    on = sphere()
    source = np.repeat(np.arange(DIRECTIONS), np.diff(on.first))
    return int(np.abs(chosen[source] - chosen[on.neighbors]).max())


def test_without_stiffness_every_ray_ends_where_it_is_cheapest():
    cost = np.square(np.arange(20)[None] - np.full(DIRECTIONS, 11)[:, None]) * 0.1
    np.testing.assert_array_equal(smoothest(cost, 0.0), 11)


@pytest.mark.parametrize("seed", range(3))
def test_no_single_change_of_the_surface_would_be_cheaper(seed):
    cost = np.random.default_rng(seed).normal(size=(DIRECTIONS, 12))
    chosen = smoothest(cost, 0.5)
    best = energy(cost, chosen, 0.5)
    for n in range(0, DIRECTIONS, 3):
        for sample in range(12):
            other = chosen.copy()
            other[n] = sample
            assert steepest(other) > STEEPEST or energy(cost, other, 0.5) > best - 1e-4


def test_a_hole_in_the_evidence_is_bridged():
    number = np.arange(30)
    cost = np.abs(number[None] - 15.0) * np.ones((DIRECTIONS, 1)) * 0.1
    cost[sphere().directions[:, 2] > 0.95] = 0.0
    assert np.abs(smoothest(cost, 0.05) - 15).max() <= 1
