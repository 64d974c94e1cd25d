"""Bounds that the search of a diameter stands on, beside plane geometry."""

import numpy as np
import pytest
import shapely
from scipy.spatial.distance import pdist

from lesion_toolkit.measurement.hull import hull_diameters
from lesion_toolkit.measurement.outline import framed, trace, with_distances

from .brute_force import polygon
from .shapes import KINDS, random_region


def regions(kind, count=20):
    """Masks and partial volumes of a kind, each with a spacing."""
    rng = np.random.default_rng([31, KINDS.index(kind)])
    for n in range(count):
        region = random_region(rng, kind, int(rng.integers(9, 36)))
        if n % 2:
            edge = rng.uniform(0, 0.49, region.shape)
            region = np.where(region, 1 - edge, edge)
        yield region, tuple(rng.uniform(0.5, 2.0, 2))


@pytest.mark.parametrize("kind", KINDS)
def test_the_whole_diameter_joins_the_farthest_two_vertices(kind):
    for region, spacing_mm in regions(kind):
        _, vertices = polygon(region, spacing_mm)
        chords = hull_diameters(np.stack([region, region[::-1]]), *spacing_mm[::-1])
        assert chords[:, 0] == pytest.approx(pdist(vertices).max())
        ends = np.hypot(chords[:, 1] - chords[:, 3], chords[:, 2] - chords[:, 4])
        assert ends == pytest.approx(chords[:, 0])


def test_an_empty_slice_between_others_has_no_whole_diameter():
    region = np.zeros((3, 4, 5), bool)
    region[[0, 2], 1:3, 2] = True
    assert hull_diameters(region, 1.0, 1.0)[:, 0] == pytest.approx([2, 0, 2])


@pytest.mark.parametrize("kind", KINDS)
def test_no_region_is_nearer_than_the_distance_says(kind):
    rng = np.random.default_rng(5)
    for region, spacing_mm in regions(kind):
        field = framed(region)
        outline = with_distances(trace(field, *spacing_mm[::-1]), field)
        area, _ = polygon(region, spacing_mm)
        places = rng.uniform(-0.5, np.array(field.shape) - 0.5, (500, 2))
        points = shapely.points(((places - 1) * spacing_mm)[:, ::-1])
        pixels = np.clip((places + 0.5).astype(int), 0, np.array(field.shape) - 1)
        far = outline.far[pixels[:, 0], pixels[:, 1]]
        apart = shapely.distance(area, points)
        assert (far <= apart + 1e-6).all()
        # half a diagonal each for the place in the pixel, the pixel, the edge
        assert (np.maximum(far, 0) >= apart - 1.5 * np.hypot(*spacing_mm)).all()


@pytest.mark.parametrize("kind", KINDS)
def test_vertices_know_their_neighbors(kind):
    for region, (sy, sx) in regions(kind, 6):
        outline = trace(framed(region), sx, sy)
        # going on from each vertex and back again leads to it
        place = {tuple(vertex): n for n, vertex in enumerate(outline.vertices)}
        following = [place[tuple(vertex)] for vertex in outline.after]
        assert sorted(following) == list(range(len(place)))
        assert (outline.before[following] == outline.vertices).all()
