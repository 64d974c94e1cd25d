"""What a caller may ask of a measurement: the plane, the readers, a caliper placed."""

import re
from decimal import Decimal

import numpy as np
import pytest

from lesion_toolkit.errors import InputRefused, UsageRefused
from lesion_toolkit.measurement.lesion import measure_lesion
from lesion_toolkit.measurement.uncertainty import ReaderVariability
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.measurement import Boundary, CaliperSource
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.volume import Mask, Volume

GRID = Geometry.from_axes(
    (20, 60, 80), origin_mm=(-40.0, -30.0, -25.0), spacing_mm=(2.5, 1.0, 1.0)
)
CORONAL = Geometry.from_axes(
    (60, 20, 80),
    origin_mm=(-40.0, -30.0, -25.0),
    spacing_mm=(1.0, 2.5, 1.0),
    directions=((0, 1, 0), (0, 0, 1), (1, 0, 0)),
)


def places(geometry):
    index = np.moveaxis(np.indices(geometry.shape), 0, -1)
    return np.moveaxis(geometry.index_to_mm(index), -1, 0)


def exam_of(geometry, noise=4.0, dead_half_mm=7.5):
    """A living ellipsoid of 59 × 41 × 36 mm with a dead slab of 15 mm across."""
    x, y, z = places(geometry)
    inside = (x / 29.5) ** 2 + (y / 20.5) ** 2 + (z / 18) ** 2 < 1
    dead = inside & (abs(x) < dead_half_mm)
    rng = np.random.default_rng(3)
    volumes = {}
    for phase, hu in ((Phase.PRECONTRAST, 45.0), (Phase.LATE_ARTERIAL, 140.0)):
        values = np.where(inside, hu, 60.0)
        values[dead] = 28.0
        values += rng.normal(0, noise, values.shape)
        volumes[phase] = Volume(values.astype(np.int16), geometry)
    return PhaseSet(volumes), Mask(inside, geometry)


EXAM, LESION = exam_of(GRID)


def measured(**asked):
    return measure_lesion("T1", EXAM, LESION, **asked)


def codes(found):
    return {finding.code for finding in found.findings}


def messages(found):
    return " ".join(finding.message for finding in found.findings)


class TestPlane:
    def test_axial_is_what_is_measured_unless_asked(self):
        assert measured().caliper.plane == "axial"
        assert measured() == measured(plane="axial")

    def test_acquired_slices_of_a_coronal_series_are_coronal(self):
        phases, lesion = exam_of(CORONAL)
        axial = measure_lesion("T1", phases, lesion)
        acquired = measure_lesion("T1", phases, lesion, plane="acquired")
        (_, y0, z0), (_, y1, z1) = axial.whole_caliper.ends_mm
        assert abs(z0 - z1) < 0.1 < abs(y0 - y1) + 0.2
        assert acquired.whole_caliper.plane == "acquired"
        (_, y0, z0), (_, y1, z1) = acquired.whole_caliper.ends_mm
        assert abs(y0 - y1) < 0.1
        # a coronal section is as wide as the axial one, and lower across
        assert float(acquired.whole_diameter_mm) == pytest.approx(59, abs=1)
        assert float(acquired.whole_perpendicular_mm) == pytest.approx(36, abs=2.5)
        assert float(axial.whole_perpendicular_mm) == pytest.approx(41, abs=1.5)

    def test_oblique_is_the_3d_maximum_never_shorter_and_marked(self):
        axial, oblique = measured(), measured(plane="oblique")
        assert oblique.caliper.plane == oblique.whole_caliper.plane == "oblique"
        assert oblique.whole_diameter_mm >= axial.whole_diameter_mm
        assert "oblique-not-comparable" in codes(oblique)
        assert "oblique-not-comparable" not in codes(axial)
        assert oblique.whole_perpendicular_mm is None
        assert oblique.viable_islands_sum_mm is None
        assert oblique.whole_caliper.uncertainty_mm > 0

    def test_an_unknown_plane_is_refused(self):
        with pytest.raises(UsageRefused, match="no plane 'sagittal'"):
            measured(plane="sagittal")


class TestReaders:
    def test_they_widen_every_error_and_move_no_value(self):
        plain, wide = measured(), measured(readers=ReaderVariability.BETWEEN_READERS)
        assert wide.viable_diameter_mm == plain.viable_diameter_mm
        for pick in (
            lambda m: m.caliper.uncertainty_mm,
            lambda m: m.whole_caliper.uncertainty_mm,
            lambda m: m.standard_errors.whole_perpendicular_mm,
            lambda m: m.standard_errors.viable_perpendicular_mm,
            lambda m: m.standard_errors.viable_islands_sum_mm,
            lambda m: m.standard_errors.short_axis_mm,
            lambda m: m.volumes.whole_uncertainty_ml,
            lambda m: m.volumes.viable_uncertainty_ml,
            lambda m: m.volumes.necrotic_uncertainty_ml,
        ):
            assert pick(wide) > pick(plain) > 0

    def test_between_readers_is_wider_than_the_same_reader(self):
        same, between = (
            measured(readers=readers).whole_caliper.uncertainty_mm
            for readers in (
                ReaderVariability.SAME_READER,
                ReaderVariability.BETWEEN_READERS,
            )
        )
        assert same < between


class TestPlacedCaliper:
    ACROSS = ((-29.0, 0.0, -0.0), (29.0, 0.0, 0.0))

    def test_it_is_the_viable_diameter_and_says_what_it_crosses(self):
        found = measured(placed_mm=self.ACROSS)
        assert found.viable_diameter_mm == Decimal("58.0")
        assert found.caliper.source is CaliperSource.MANUAL
        assert found.caliper.boundary is None
        assert "viable-caliper-placed" in codes(found)
        assert f"({measured().viable_diameter_mm} mm automatically)" in messages(found)
        crossed_mm = re.search(r"crosses (\d+) mm of non-viable", messages(found))
        assert float(crossed_mm[1]) == pytest.approx(15, abs=1)
        assert "caliper-leaves-lesion" not in codes(found)

    def test_what_belongs_to_the_automatic_one_is_gone_and_the_rest_stays(self):
        found, automatic = measured(placed_mm=self.ACROSS), measured()
        assert found.viable_band_mm is None
        assert found.viable_islands_sum_mm is None
        assert found.standard_errors.viable_islands_sum_mm is None
        assert found.whole_diameter_mm == automatic.whole_diameter_mm
        assert found.volumes == automatic.volumes

    def test_its_error_is_how_much_one_reader_scatters(self):
        found = measured(placed_mm=self.ACROSS)
        share = ReaderVariability.SAME_READER.value / 100
        assert float(found.caliper.uncertainty_mm) == pytest.approx(
            58 * share, abs=0.01
        )

    def test_its_perpendicular_lies_in_viable_tissue_of_its_slice(self):
        ends_mm = ((9.0, 0.0, 0.0), (28.0, 0.0, 0.0))
        found = measured(placed_mm=ends_mm)
        # the widest living section across: at x = 7.5, half of it
        expected = 41 * np.sqrt(1 - (7.5 / 29.5) ** 2)
        assert float(found.viable_perpendicular_mm) == pytest.approx(expected, abs=2)
        assert found.standard_errors.viable_perpendicular_mm > 0
        assert "caliper-crosses-necrosis" not in codes(found)

    def test_it_says_when_it_leaves_the_lesion(self):
        found = measured(placed_mm=((8.0, 0.0, 0.0), (36.0, 0.0, 0.0)))
        assert "caliper-leaves-lesion" in codes(found)
        assert "runs 6 mm outside" in messages(found)

    def test_ends_on_different_slices_are_refused(self):
        with pytest.raises(InputRefused, match=r"runs over 2\.0 slices"):
            measured(placed_mm=((-29.0, 0.0, 0.0), (29.0, 0.0, 5.0)))

    def test_it_cannot_be_oblique(self):
        with pytest.raises(UsageRefused, match="oblique"):
            measured(placed_mm=self.ACROSS, plane="oblique")

    def test_it_stands_where_viable_tissue_could_not_be_judged(self):
        venous = PhaseSet({Phase.PORTAL_VENOUS: EXAM.volumes[Phase.LATE_ARTERIAL]})
        assert measure_lesion("T1", venous, LESION).viable_diameter_mm is None
        found = measure_lesion("T1", venous, LESION, placed_mm=self.ACROSS)
        assert found.viable_diameter_mm == Decimal("58.0")
        assert found.reason == ""


class TestBoundary:
    def test_a_clear_lesion_is_measured_to_the_image_and_a_faint_one_to_its_mask(self):
        clear, lesion = exam_of(GRID, dead_half_mm=-1.0)
        found = measure_lesion("T1", clear, lesion)
        assert found.whole_caliper.boundary is Boundary.IMAGE
        faint, lesion = exam_of(GRID, noise=60.0, dead_half_mm=-1.0)
        found = measure_lesion("T1", faint, lesion)
        assert found.whole_caliper.boundary is Boundary.MASK

    def test_viable_is_never_longer_than_whole(self):
        found = measured()
        assert found.viable_diameter_mm <= found.whole_diameter_mm
        assert found.viable_perpendicular_mm <= found.whole_diameter_mm
