"""Rules of the diameters of a lesion: slices, patient space, islands, staircase."""

import math

import numpy as np
import pytest

from lesion_toolkit.errors import InputRefused, SpaceMismatch, UsageRefused
from lesion_toolkit.measurement.calipers import (
    island_diameters,
    lesion_diameter,
    staircase_excess_mm,
    viable_band,
)
from lesion_toolkit.model.geometry import Geometry

from .shapes import disc, soft_ellipse


def grid(shape, spacing_mm=(2.5, 0.7, 0.7), origin_mm=(-120.0, -90.0, 300.0), **more):
    return Geometry.from_axes(shape, origin_mm=origin_mm, spacing_mm=spacing_mm, **more)


def ball(shape, center, radius_mm, spacing_mm=(2.5, 0.7, 0.7)):
    k, j, i = np.ogrid[: shape[0], : shape[1], : shape[2]]
    offsets = (
        (index - c) * s
        for index, c, s in zip((k, j, i), center, spacing_mm, strict=True)
    )
    return sum(o**2 for o in offsets) <= radius_mm**2


class TestOverSlices:
    def test_the_slice_with_the_longest_diameter_is_chosen(self):
        region = ball((12, 64, 64), (7, 30, 31), 14.0)
        found = lesion_diameter(region, grid(region.shape))
        assert found.slice_index == 7
        assert found.length_mm == pytest.approx(28, abs=0.4)
        assert found.perpendicular_mm == pytest.approx(28, abs=0.7)

    def test_no_single_slice_has_a_longer_one(self):
        rng = np.random.default_rng(1)
        from scipy import ndimage

        region = (
            ndimage.gaussian_filter(rng.normal(size=(9, 40, 40)), (0.5, 2, 2)) > 0.05
        )
        geometry = grid(region.shape, (3.0, 0.8, 0.8))
        for gap_mm in (0.0, 5.0, math.inf):
            found = lesion_diameter(region, geometry, gap_mm)
            alone = []
            for k in range(len(region)):
                one = np.zeros_like(region)
                one[k] = region[k]
                alone.append(lesion_diameter(one, geometry, gap_mm).length_mm)
            assert found.length_mm == pytest.approx(max(alone), abs=1e-6)
            assert found.slice_index == int(np.argmax(alone))

    def test_the_caliper_lies_in_the_patient(self):
        region = np.zeros((5, 20, 60), float)
        region[3, 10, 20:40] = 1.0
        geometry = grid(region.shape)
        caliper = lesion_diameter(region, geometry).caliper
        expected = geometry.index_to_mm([[3, 10, 19.5], [3, 10, 39.5]])
        assert sorted(caliper.ends_mm) == [
            pytest.approx(tuple(end), abs=1e-6) for end in sorted(map(tuple, expected))
        ]
        assert caliper.length_mm == pytest.approx(14.0, abs=1e-6)

    def test_a_coronal_grid_is_measured_axially_unless_asked(self):
        directions = [[0, 1, 0], [0, 0, -1], [1, 0, 0]]  # k to the back, j to the feet
        region = np.zeros((30, 12, 24), float)
        region[5:25, 6, 12] = 1.0  # 40 mm front to back
        region[10, 1:11, 12] = 1.0  # 30 mm head to foot
        geometry = grid(region.shape, (2.0, 3.0, 1.0), directions=directions)
        axial = lesion_diameter(region, geometry)
        acquired = lesion_diameter(region, geometry, plane="acquired")
        assert (axial.length_mm, axial.slice_index) == (pytest.approx(40, abs=1e-6), 6)
        assert acquired.length_mm == pytest.approx(30, abs=1e-6)
        assert acquired.slice_index == 10
        assert (axial.caliper.plane, acquired.caliper.plane) == ("axial", "acquired")

    def test_where_nothing_is_viable_there_is_no_diameter(self):
        region = np.zeros((3, 8, 8), bool)
        assert lesion_diameter(region, grid(region.shape)) is None
        assert viable_band(region, grid(region.shape)) == (None, None, None)
        assert island_diameters(region, grid(region.shape)) == ()

    def test_a_lesion_on_one_slice_only_is_measured(self):
        region = np.zeros((1, 30, 30), bool)
        region[0] = disc((30, 30), (15, 15), 10)
        found = lesion_diameter(region, grid(region.shape))
        assert found.length_mm == pytest.approx(14, abs=0.5)


class TestBand:
    def test_a_longer_gap_reaches_further(self):
        region = np.zeros((1, 5, 100), float)
        region[0, 2, 10:30] = region[0, 2, 34:54] = region[0, 2, 62:82] = 1.0
        band = viable_band(region, grid(region.shape, (2.5, 1.0, 1.0)))
        assert [found.length_mm for found in band] == pytest.approx([20, 44, 72])
        assert [found.gap_mm for found in band] == [0.0, 5.0, 10.0]

    def test_it_equals_one_search_after_another(self):
        from scipy import ndimage

        rng = np.random.default_rng(5)
        region = (
            ndimage.gaussian_filter(rng.normal(size=(6, 50, 50)), (0.5, 2, 2)) > 0.2
        )
        geometry = grid(region.shape)
        band = viable_band(region, geometry)
        for found in band:
            alone = lesion_diameter(region, geometry, found.gap_mm)
            assert found.length_mm == pytest.approx(alone.length_mm, abs=0.1)


class TestIslands:
    def region(self, apart):
        region = np.zeros((4, 20, 90), float)
        region[1, 8:12, 5:25] = 1.0
        region[1, 8:12, 25 + apart : 40 + apart] = 1.0
        region[3, 8, 60:64] = 1.0  # 4 mm: too short to count
        return region, grid(region.shape, (2.5, 1.0, 1.0))

    def test_each_island_is_measured_by_itself(self):
        region, geometry = self.region(apart=8)
        lengths = [island.length_mm for island in island_diameters(region, geometry)]
        assert lengths == pytest.approx([math.hypot(20, 3), math.hypot(15, 3)], abs=0.3)

    def test_islands_that_a_caliper_may_bridge_are_one(self):
        region, geometry = self.region(apart=4)
        islands = island_diameters(region, geometry)
        whole = lesion_diameter(region, geometry)
        assert [island.length_mm for island in islands] == [whole.length_mm]
        assert len(island_diameters(region, geometry, gap_mm=0.0)) == 2

    def test_the_longest_island_is_the_longest_diameter(self):
        from scipy import ndimage

        rng = np.random.default_rng(8)
        for _ in range(5):
            noise = ndimage.gaussian_filter(rng.normal(size=(6, 50, 50)), (0.5, 2, 2))
            region = noise > 0.15
            geometry = grid(region.shape, (2.5, 0.9, 0.9))
            islands = island_diameters(region, geometry)
            whole = lesion_diameter(region, geometry)
            assert islands[0].length_mm == pytest.approx(whole.length_mm, abs=0.1)
            assert islands[0].slice_index == whole.slice_index

    def test_islands_lie_where_they_are_in_the_patient(self):
        region, geometry = self.region(apart=8)
        second = island_diameters(region, geometry)[1]
        start, end = geometry.mm_to_index(second.caliper.ends_mm)
        assert second.slice_index == 1
        assert sorted((start[2], end[2])) == pytest.approx([32.5, 47.5], abs=0.6)


class TestStaircase:
    def test_a_bare_mask_of_a_small_lesion_is_right_on_average(self):
        rng = np.random.default_rng(6)
        for low_mm, high_mm in ((6, 12), (12, 30), (30, 60)):
            errors, across = [], []
            for _ in range(60):
                half = rng.uniform(low_mm, high_mm) / 2 / 0.7
                ratio, turn = rng.uniform(0.6, 1), rng.uniform(0, np.pi)
                center = 48 + rng.uniform(-0.5, 0.5, 2)
                soft = soft_ellipse((97, 97), center, (half, ratio * half), turn, sub=6)
                region = (soft >= 0.5)[None]
                found = lesion_diameter(region, grid(region.shape))
                errors.append(found.length_mm - 2 * half * 0.7)
                across.append(found.perpendicular_mm - 2 * ratio * half * 0.7)
            for each in (errors, across):
                assert abs(np.mean(each)) <= 0.1  # 0.15 pixel
                assert np.mean(np.abs(each)) <= 0.2

    def test_the_correction_never_turns_a_pixel_into_nothing(self):
        for pixels in (0.0, 0.5, 1.0, 2.0, 10.0, 200.0):
            excess = staircase_excess_mm(0.7 * pixels, 0.7)
            assert 0.0 <= excess <= 0.7
            assert excess < 0.7 * pixels or pixels == 0.0

    def test_a_longer_staircase_stays_longer(self):
        lengths = np.linspace(0.3, 150, 500)
        corrected = [x - staircase_excess_mm(x, 0.7) for x in lengths]
        assert np.all(np.diff(corrected) > 0)

    def test_a_soft_region_is_not_corrected(self):
        soft = np.zeros((1, 9, 40))
        soft[0, 4, 10:30] = 1.0
        geometry = grid(soft.shape, (2.5, 1.0, 1.0))
        assert lesion_diameter(soft, geometry).length_mm == pytest.approx(20, abs=1e-6)
        assert lesion_diameter(soft > 0, geometry).length_mm < 19.7


class TestBadInput:
    def test_a_region_on_another_grid_is_refused(self):
        with pytest.raises(SpaceMismatch, match="voxels"):
            lesion_diameter(np.ones((3, 4, 5), bool), grid((3, 4, 6)))

    def test_an_unknown_plane_is_refused(self):
        with pytest.raises(UsageRefused, match="plane"):
            lesion_diameter(np.ones((3, 4, 5), bool), grid((3, 4, 5)), plane="sagital")

    def test_skewed_slices_are_refused(self):
        affine = np.eye(4)
        affine[:3, :3] = np.array([[0, 0, 2.5], [0.3, 1, 0], [1, 0, 0.0]]).T
        affine[:3, :3] = affine[:3, [0, 1, 2]]
        with pytest.raises(InputRefused, match="meet at"):
            lesion_diameter(
                np.ones((3, 4, 5), bool), Geometry((3, 4, 5), affine), plane="acquired"
            )
