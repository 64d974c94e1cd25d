"""What is measured of one lesion: true zeros, missing values, its key image."""

from decimal import Decimal

import numpy as np
import pytest

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.measurement.lesion import measure_lesion
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.volume import Mask, Volume

GEOMETRY = Geometry.from_axes(
    (20, 70, 70), origin_mm=(-35.0, -35.0, -25.0), spacing_mm=(2.5, 1.0, 1.0)
)
X, Y, Z = np.moveaxis(
    GEOMETRY.index_to_mm(np.moveaxis(np.indices(GEOMETRY.shape), 0, -1)), -1, 0
)
LESION = Mask(X**2 + Y**2 + Z**2 < 20**2, GEOMETRY)
NOTHING_DEAD = np.zeros(GEOMETRY.shape, bool)


def exam(dead: np.ndarray, *phases: Phase) -> PhaseSet:
    rng = np.random.default_rng(2)
    volumes = {}
    for phase in phases or (Phase.PRECONTRAST, Phase.LATE_ARTERIAL):
        values = np.where(LESION.array, 120.0 if phase.is_arterial else 45.0, 60.0)
        values[dead] = 28
        values += rng.normal(0, 8, values.shape)
        volumes[phase] = Volume(values.astype(np.int16), GEOMETRY)
    return PhaseSet(volumes)


def test_a_living_sphere_is_as_long_viable_as_whole():
    found = measure_lesion("T1", exam(NOTHING_DEAD), LESION)
    assert found.whole_diameter_mm == found.viable_diameter_mm
    assert float(found.viable_diameter_mm) == pytest.approx(40, abs=1)
    assert float(found.whole_volume_ml) == pytest.approx(33.5, rel=0.03)


def test_a_half_dead_sphere_keeps_its_whole_diameter():
    found = measure_lesion("T1", exam(LESION.array & (Y > 5)), LESION)
    assert float(found.whole_diameter_mm) == pytest.approx(40, abs=1)
    assert found.viable_volume_ml < found.whole_volume_ml
    band = found.viable_band_mm
    assert band.strict <= band.default <= band.lenient
    assert band.high_threshold <= band.default <= band.low_threshold


def test_a_dead_lesion_measures_a_true_zero_and_says_why():
    found = measure_lesion("T1", exam(LESION.array), LESION)
    assert found.viable_diameter_mm == Decimal(0)
    assert found.caliper is None
    assert "no-viable-tissue" in {finding.code for finding in found.findings}


def test_without_an_arterial_phase_the_viable_diameter_is_missing_not_zero():
    found = measure_lesion("T1", exam(NOTHING_DEAD, Phase.PORTAL_VENOUS), LESION)
    assert found.viable_diameter_mm is None
    assert found.viable_volume_ml is None
    assert "arterial" in found.reason
    assert float(found.whole_diameter_mm) == pytest.approx(40, abs=1)


def test_the_caliper_lies_in_the_lesion_and_is_as_long_as_it_says():
    found = measure_lesion("T1", exam(LESION.array & (Y > 5)), LESION)
    assert found.caliper.length_mm == pytest.approx(
        float(found.viable_diameter_mm), abs=0.05
    )
    for end in found.caliper.ends_mm:
        assert np.linalg.norm(end) < 21


def test_the_key_image_shows_the_slice_of_the_caliper():
    image = measure_lesion("T1", exam(LESION.array & (Y > 5)), LESION).key_image
    assert len(image.pixels) == image.shape[0] * image.shape[1]
    assert image.edge_letters == ("R", "L", "A", "P")
    (r0, c0), (r1, c1) = image.calipers["viable"]
    drawn = np.hypot((r1 - r0) * image.spacing_mm[0], (c1 - c0) * image.spacing_mm[1])
    assert drawn > 30
    gray = np.frombuffer(image.pixels, np.uint8).reshape(image.shape)
    # the middle of the viable caliper is brighter than a corner of liver
    middle = gray[round((r0 + r1) / 2), round((c0 + c1) / 2)]
    assert middle > np.median(gray[:5, :5])
    for polygon in image.outlines["lesion"]:
        assert polygon[0] == polygon[-1]


def test_a_lesion_cut_by_the_end_of_the_scan_is_said_to_be_longer():
    cut = Mask(X**2 + Y**2 + (Z - 25) ** 2 < 20**2, GEOMETRY)
    found = measure_lesion("T1", exam(NOTHING_DEAD), cut)
    assert "cut-by-scan-edge" in {finding.code for finding in found.findings}


def test_an_empty_mask_is_refused():
    with pytest.raises(InputRefused, match="without a single voxel"):
        measure_lesion("T1", exam(NOTHING_DEAD), Mask(NOTHING_DEAD, GEOMETRY))
