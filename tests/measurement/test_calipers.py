"""Rules of the diameters of one slice."""

import itertools
import json
import math
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.measurement.calipers import (
    longest_diameter,
    perpendicular,
    short_axis,
    whole_diameter,
)

from .brute_force import (
    longest_between_vertices,
    longest_gaps,
    longest_on_lines,
    polygon,
)
from .shapes import KINDS, disc, random_region, soft_ellipse

SPACINGS_MM = [(1.0, 1.0), (0.7, 0.7), (0.5, 1.3), (2.0, 0.6)]
FEW = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
regions = st.builds(
    lambda seed, kind: random_region(np.random.default_rng(seed), kind, 24),
    st.integers(0, 2**32),
    st.sampled_from(KINDS),
)
spacings_mm = st.sampled_from(SPACINGS_MM)


def ring(outer=18.0, inner=9.0):
    """Partial volume of a ring in pixels around (20, 20)."""
    shape, center = (41, 41), (20.0, 20.0)
    return soft_ellipse(shape, center, (outer, outer)) - soft_ellipse(
        shape, center, (inner, inner)
    )


class TestAgainstBruteForce:
    @pytest.mark.parametrize("spacing_mm", SPACINGS_MM)
    @pytest.mark.parametrize("kind", KINDS)
    def test_without_a_gap_it_is_the_longest_of_all_segments(self, kind, spacing_mm):
        region = random_region(np.random.default_rng([7, KINDS.index(kind)]), kind, 18)
        optimum = longest_on_lines(region, spacing_mm)
        assert longest_diameter(region, spacing_mm).length_mm == pytest.approx(
            optimum, abs=1e-5
        )

    @pytest.mark.parametrize("gap_mm", [0.0, 2.0, 5.0])
    @pytest.mark.parametrize("kind", KINDS)
    def test_no_segment_between_two_vertices_is_longer(self, kind, gap_mm):
        rng = np.random.default_rng([3, KINDS.index(kind)])
        for spacing_mm in SPACINGS_MM:
            region = random_region(rng, kind, 28)
            found = longest_diameter(region, spacing_mm, gap_mm)
            reference = longest_between_vertices(region, spacing_mm, gap_mm)
            assert found.length_mm >= reference - 1e-6

    @pytest.mark.parametrize("gap_mm", [0.0, 2.0, 5.0])
    @pytest.mark.parametrize("kind", KINDS)
    def test_what_is_found_never_crosses_a_longer_gap(self, kind, gap_mm):
        rng = np.random.default_rng([4, KINDS.index(kind)])
        for spacing_mm in SPACINGS_MM:
            region = random_region(rng, kind, 28)
            found = longest_diameter(region, spacing_mm, gap_mm)
            area, _ = polygon(region, spacing_mm)
            scale = np.array(spacing_mm)
            start, end = (np.array([e * scale])[:, ::-1] for e in found.ends)
            assert longest_gaps(area, start, end)[0] <= gap_mm + 1e-5
            assert math.dist(start[0], end[0]) == pytest.approx(found.length_mm)


class TestRules:
    def test_a_ring_is_measured_beside_its_hole(self):
        region = ring()
        chord = 2 * math.sqrt(18**2 - 9**2)
        found = longest_diameter(region, (1, 1))
        assert found.length_mm == pytest.approx(chord, abs=0.2)
        assert whole_diameter(region, (1, 1)).length_mm == pytest.approx(36, abs=0.2)

    def test_a_gap_as_wide_as_the_hole_gives_the_whole_diameter(self):
        region = ring()
        whole = whole_diameter(region, (1, 1)).length_mm
        assert longest_diameter(region, (1, 1), 19.0).length_mm == pytest.approx(whole)
        assert longest_diameter(region, (1, 1), 16.0).length_mm < whole - 0.1

    @pytest.mark.parametrize(
        ("gap_mm", "length_mm"), [(0.0, 10.0), (4.9, 10.0), (5.0, 25.0), (9.0, 25.0)]
    )
    def test_two_islands_are_joined_by_a_gap_that_reaches(self, gap_mm, length_mm):
        region = np.zeros((3, 40), bool)
        region[1, 5:15] = region[1, 20:30] = True
        found = longest_diameter(region, (1.0, 1.0), gap_mm)
        assert found.length_mm == pytest.approx(length_mm, abs=1e-6)

    def test_each_gap_counts_by_itself(self):
        region = np.zeros((1, 30), bool)
        region[0, [2, 3, 7, 8, 12, 13]] = True  # gaps of 3 mm, twice
        assert longest_diameter(region, (1, 1), 3.0).length_mm == pytest.approx(12)

    def test_pixels_that_touch_by_a_corner_are_not_joined(self):
        region = np.eye(6, dtype=bool)
        assert longest_diameter(region, (1, 1)).length_mm == pytest.approx(1)

    def test_a_diameter_may_graze_a_hole(self):
        region = np.ones((21, 21), bool)
        region[10, 10] = False
        found = longest_diameter(region, (1, 1))
        assert found.length_mm == pytest.approx(math.hypot(21, 20), abs=0.5)

    def test_the_boundary_of_a_partial_volume_region_is_below_the_pixel(self):
        errors = []
        rng = np.random.default_rng(2)
        for _ in range(20):
            half, angle = rng.uniform(6, 20), rng.uniform(0, np.pi)
            center = 25 + rng.uniform(-0.5, 0.5, 2)
            region = soft_ellipse((51, 51), center, (half, 0.8 * half), angle)
            errors.append(longest_diameter(region, (1, 1)).length_mm - 2 * half)
        assert abs(np.mean(errors)) <= 0.06
        assert np.max(np.abs(errors)) <= 0.25

    def test_ends_are_rows_and_columns_of_the_array(self):
        region = np.zeros((9, 30), bool)
        region[4, 10:20] = True
        (r0, c0), (r1, c1) = longest_diameter(region, (2.0, 0.5)).ends
        assert (r0, r1) == (4.0, 4.0)
        assert sorted((c0, c1)) == pytest.approx([9.5, 19.5])

    def test_an_empty_region_has_no_diameter(self):
        found = longest_diameter(np.zeros((5, 5), bool), (1, 1))
        assert (found.length_mm, found.ends) == (0.0, None)
        assert short_axis(np.zeros((5, 5), bool), (1, 1)).ends is None

    def test_one_pixel_is_as_long_as_its_longer_side(self):
        region = np.zeros((5, 5), bool)
        region[2, 3] = True
        found = longest_diameter(region, (0.8, 0.5))
        assert found.length_mm == pytest.approx(0.8, abs=1e-6)

    def test_a_region_may_fill_the_array_to_its_border(self):
        found = longest_diameter(np.ones((30, 40), bool), (1, 1))
        assert found.length_mm == pytest.approx(math.hypot(29.5, 39.5), abs=0.5)


class TestProperties:
    @FEW
    @given(regions, spacings_mm, st.integers(0, 2**32), st.sampled_from([0.0, 2.0]))
    def test_no_sampled_admissible_segment_is_longer(
        self, region, spacing_mm, seed, gap_mm
    ):
        area, vertices = polygon(region, spacing_mm)
        rng = np.random.default_rng(seed)
        starts, ends = rng.choice(vertices, (2, 200))
        ends = starts + (ends - starts) * rng.uniform(0.5, 1.5, (200, 1))
        inside = shapely.covers(area, shapely.points(ends))
        ok = inside & (longest_gaps(area, starts, ends) <= gap_mm)
        sampled = np.hypot(*(ends - starts)[ok].T).max(initial=0.0)
        found = longest_diameter(region, spacing_mm, gap_mm).length_mm
        # with a gap the optimum is approached, not proved
        assert found >= sampled - (1e-6 if gap_mm == 0 else 0.4)

    @FEW
    @given(regions, spacings_mm)
    def test_a_longer_gap_never_shortens_and_the_hull_is_never_exceeded(
        self, region, spacing_mm
    ):
        lengths = [
            longest_diameter(region, spacing_mm, gap).length_mm
            for gap in (0.0, 1.0, 3.0, 8.0, math.inf)
        ]
        assert all(b >= a - 1e-6 for a, b in itertools.pairwise(lengths))
        whole = whole_diameter(region, spacing_mm).length_mm
        assert lengths[-1] == whole
        assert max(lengths) <= whole + 1e-6

    @FEW
    @given(regions, spacings_mm)
    def test_flips_turns_and_scale_do_not_matter(self, region, spacing_mm):
        sy, sx = spacing_mm
        length_mm = longest_diameter(region, (sy, sx)).length_mm
        same = [
            longest_diameter(region[::-1], (sy, sx)).length_mm,
            longest_diameter(region[:, ::-1], (sy, sx)).length_mm,
            longest_diameter(region.T, (sx, sy)).length_mm,
            longest_diameter(region, (3 * sy, 3 * sx)).length_mm / 3,
            longest_diameter(np.pad(region, 7), (sy, sx)).length_mm,
            longest_diameter(region.astype(float), (sy, sx)).length_mm,
        ]
        assert same == pytest.approx([length_mm] * len(same), abs=1e-6)


class TestPerpendicular:
    def test_an_ellipse_gives_its_minor_axis(self):
        region = soft_ellipse((61, 61), (30.2, 29.7), (24, 13), angle=0.6)
        longest = longest_diameter(region, (1, 1))
        across = perpendicular(region, (1, 1), longest.ends)
        assert across.length_mm == pytest.approx(26, abs=0.3)
        assert short_axis(region, (1, 1)).length_mm == pytest.approx(across.length_mm)

    @pytest.mark.parametrize("gap_mm", [0.0, 2.0, math.inf])
    def test_it_is_the_longest_of_all_parallel_lines(self, gap_mm):
        rng = np.random.default_rng(9)
        spacing_mm = (0.7, 1.1)
        scale = np.array(spacing_mm)
        for kind in KINDS:
            region = random_region(rng, kind, 24)
            caliper = ((0.0, 0.0), tuple(rng.uniform(1, 10, 2)))
            along = np.array(caliper[1]) * scale
            found = perpendicular(region, spacing_mm, caliper, gap_mm)
            start, end = (np.array(e) * scale for e in found.ends)
            assert (end - start) @ along == pytest.approx(0, abs=1e-6)
            sampled = _longest_parallel(region, spacing_mm, along[::-1], gap_mm)
            assert sampled - 1e-6 <= found.length_mm <= sampled + 0.6

    def test_the_whole_lesion_may_be_crossed_and_the_viable_rim_not(self):
        region = ring()
        ends = ((20.0, 1.5), (20.0, 38.5))
        whole = perpendicular(region, (1, 1), ends)
        viable = perpendicular(region, (1, 1), ends, gap_mm=0.0)
        assert whole.length_mm == pytest.approx(36, abs=0.2)
        assert viable.length_mm == pytest.approx(2 * math.sqrt(18**2 - 9**2), abs=0.2)

    def test_a_caliper_without_direction_is_refused(self):
        with pytest.raises(InputRefused, match="coincide"):
            perpendicular(ring(), (1, 1), ((3.0, 3.0), (3.0, 3.0)))


def _longest_parallel(region, spacing_mm, along_xy, gap_mm):
    """Longest run over 400 parallel lines, by plane geometry."""
    area, vertices = polygon(region, spacing_mm)
    unit = along_xy / np.hypot(*along_xy)
    across = np.array([-unit[1], unit[0]])
    offsets = np.linspace(*np.sort(vertices @ unit)[[0, -1]], 400)
    best = 0.0
    for offset in offsets:
        line = shapely.LineString(
            [offset * unit - 1e3 * across, offset * unit + 1e3 * across]
        )
        runs = sorted(
            sorted(np.array(part.coords) @ across)
            for part in shapely.get_parts(area.intersection(line))
            if part.geom_type == "LineString" and not part.is_empty
        )
        start = end = None
        for a, b in runs:
            if end is None or a - end > gap_mm:
                start = a
            end = b
            best = max(best, end - start)
    return best


class TestBadInput:
    @pytest.mark.parametrize(
        "spacing_mm", [(0, 1), (1, -1), (math.nan, 1), (1, math.inf), (1,), "ab"]
    )
    def test_a_spacing_that_is_no_spacing_is_refused(self, spacing_mm):
        with pytest.raises(InputRefused, match="spacing"):
            longest_diameter(np.ones((3, 3), bool), spacing_mm)

    @pytest.mark.parametrize("gap_mm", [-1.0, math.nan])
    def test_a_gap_below_zero_is_refused(self, gap_mm):
        with pytest.raises(InputRefused, match="gap"):
            longest_diameter(np.ones((3, 3), bool), (1, 1), gap_mm)

    def test_values_that_are_not_finite_are_refused(self):
        region = np.ones((3, 3))
        region[1, 1] = np.nan
        with pytest.raises(InputRefused, match="not finite"):
            longest_diameter(region, (1, 1))

    @pytest.mark.parametrize("region", [np.ones((2, 3, 4)), np.ones(5), [["a", "b"]]])
    def test_only_one_slice_of_numbers_is_measured(self, region):
        with pytest.raises(InputRefused, match="region"):
            longest_diameter(region, (1, 1))

    def test_pixels_ten_times_as_long_as_wide_are_measured(self):
        region = np.ones((3, 20), bool)
        found = longest_diameter(region, (10.0, 0.7))
        assert found.length_mm == pytest.approx(math.hypot(30, 13.3), abs=1)


def test_public_geometry_vectors(shared):
    path = shared / "vectors" / "geometry.jsonl"
    seen = 0
    for line in path.read_text().splitlines():
        vector = json.loads(line)
        measure = {
            "geometry_longest_diameter": longest_diameter,
            "geometry_short_axis": short_axis,
        }.get(vector["kind"])
        if measure is None:
            continue
        inputs, expected = vector["inputs"], vector["expected"]
        spacing_mm = tuple(inputs.get("spacing", (1, 1)))
        found = measure(_vector_region(inputs), spacing_mm).length_mm
        assert abs(found - expected["mm"]) <= expected["tol"], vector["id"]
        seen += 1
    assert seen == 6


def _vector_region(inputs):
    shape = (81, 81)
    if inputs["shape"] == "disc":
        return disc(shape, (40, 40), inputs["radius_px"])
    if inputs["shape"] == "ellipse":
        return soft_ellipse(shape, (40, 40), inputs["semi_axes_px"]) >= 0.5
    region = np.zeros(shape, bool)
    if inputs["shape"] == "pixel":
        region[40, 40] = True
    return region


def test_nothing_is_compiled_or_even_loaded_at_import():
    code = (
        "import sys, lesion_toolkit.measurement.calipers as c;"
        "assert 'numba' not in sys.modules and 'scipy' not in sys.modules;"
        "print(c.__name__)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).resolve().parents[2],
    )
    assert done.returncode == 0, done.stderr
