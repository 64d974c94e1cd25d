"""The smoothing of the map of enhancement is as wide as the noise asks for."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesion_toolkit.measurement.smoothing import mean_nearby, suited_sigma_mm
from lesion_toolkit.measurement.viability_rule import DEFAULT_RULE

SHAPE = (12, 60, 60)
EVERYWHERE = np.ones(SHAPE, bool)


def _grain(noise_hu: float) -> np.ndarray:
    dice = np.random.default_rng(5)
    return dice.normal(80, noise_hu, SHAPE).astype(np.float32)


@pytest.mark.parametrize(
    ("noise_hu", "sigma_mm"),
    [(3, 1.5), (14.0625, 1.5), (16, 1.6), (25, 2.0), (36, 2.4), (56.25, 3), (90, 3)],
)
def test_the_width_grows_with_the_root_of_the_noise_from_1_5_to_3_mm(
    noise_hu, sigma_mm
):
    found = suited_sigma_mm(_grain(noise_hu), EVERYWHERE, DEFAULT_RULE)
    assert found == pytest.approx(sigma_mm, rel=0.02)


@given(scale=st.floats(0.1, 50))
def test_scanner_units_do_not_matter(scale):
    plain = suited_sigma_mm(_grain(30), EVERYWHERE, DEFAULT_RULE)
    scaled = suited_sigma_mm(
        scale * _grain(30), EVERYWHERE, DEFAULT_RULE, hu_per_unit=1 / scale
    )
    assert scaled == pytest.approx(plain, rel=1e-4)


def test_noise_is_that_of_the_lesion_alone():
    image = _grain(25)
    image[:, :, 30:] += np.random.default_rng(6).normal(0, 200, (12, 60, 30))
    here = EVERYWHERE.copy()
    here[:, :, 30:] = False
    found = suited_sigma_mm(image, here, DEFAULT_RULE)
    assert found == pytest.approx(2.0, rel=0.02)


def test_a_width_that_suits_no_noise_in_particular_is_kept():
    fixed = replace(DEFAULT_RULE, sigma_mm=2.5, sigma_noise_hu=0)
    assert suited_sigma_mm(_grain(90), EVERYWHERE, fixed) == 2.5


def test_too_few_voxels_to_tell_the_noise_take_the_narrowest_width():
    here = np.zeros(SHAPE, bool)
    here[5, 5, 5] = True
    assert suited_sigma_mm(_grain(90), here, DEFAULT_RULE) == 1.5


def test_what_is_not_marked_has_no_say_in_the_mean():
    image = np.full(SHAPE, 1000, np.float32)
    here = np.zeros(SHAPE, bool)
    here[4:8, 20:40, 20:40] = True
    image[here] = 50
    mean = mean_nearby(image, here, (1, 2, 2))
    assert mean[here] == pytest.approx(50)
    assert np.isnan(mean[0, 0, 0])
