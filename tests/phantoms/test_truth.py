"""The truth the product is judged by, itself judged by formulas and by brute force."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lesion_toolkit.phantoms.shapes import Ellipsoid, sphere
from lesion_toolkit.phantoms.truth import longest_axial_diameter_mm, volume_ml
from lesion_toolkit.phantoms.tumor import Tumor

CENTER = (-80.0, 5.0, 20.0)


def ring(outer_mm: float, inner_mm: float) -> Tumor:
    """A ball whose core is dead through every slice."""
    core = Ellipsoid(CENTER, (inner_mm / 2, inner_mm / 2, 4000))
    return Tumor("T1", (sphere(CENTER, outer_mm),), necrosis=(core,))


@given(
    st.tuples(st.floats(5, 70), st.floats(5, 70), st.floats(5, 70)), st.floats(-90, 90)
)
@settings(max_examples=8, deadline=None)
def test_a_solid_ellipsoid_has_the_diameter_and_the_volume_of_its_formula(
    semi_axes: tuple[float, float, float], turn: float
) -> None:
    shape = Ellipsoid(CENTER, semi_axes, turn_deg=turn)
    truth = Tumor("T1", (shape,)).truth
    assert truth.whole_diameter_mm == pytest.approx(2 * max(semi_axes[:2]), abs=0.02)
    assert truth.viable_diameter_mm == truth.whole_diameter_mm
    assert truth.whole_volume_ml == pytest.approx(shape.volume_ml, rel=2e-3)
    assert truth.viable_volume_ml == truth.whole_volume_ml


def test_a_tilted_ellipsoid_is_as_long_as_its_longest_axial_cut() -> None:
    # at 90 degrees the head-foot axis lies front-back, and so in the slice
    upright = Tumor("T1", (Ellipsoid(CENTER, (10, 10, 30)),))
    lying = Tumor("T1", (Ellipsoid(CENTER, (10, 10, 30), tilt_deg=90),))
    assert upright.truth.whole_diameter_mm == pytest.approx(20, abs=0.02)
    assert lying.truth.whole_diameter_mm == pytest.approx(60, abs=0.02)


def test_a_rim_is_measured_along_the_tangent_of_its_necrosis() -> None:
    tumor = ring(60, 40)
    strict = longest_axial_diameter_mm(
        tumor.outline, tumor.shapes, tumor.is_viable, gap_mm=0
    )
    assert strict == pytest.approx(2 * math.sqrt(30**2 - 20**2), abs=0.05)


def test_a_gap_of_exactly_the_tolerated_length_may_be_crossed() -> None:
    tumor = ring(60, 40)
    # the chord may cut the dead core where that cut is 5 mm long
    offset = math.sqrt(20**2 - 2.5**2)
    assert tumor.truth.viable_diameter_mm == pytest.approx(
        2 * math.sqrt(30**2 - offset**2), abs=0.05
    )


@pytest.mark.parametrize(("apart_mm", "joined"), [(4.9, True), (5.1, False)])
def test_two_islands_are_one_segment_only_across_a_short_gap(
    apart_mm: float, joined: bool
) -> None:
    islands = (
        sphere((CENTER[0] - 10 - apart_mm / 2, *CENTER[1:]), 20),
        sphere((CENTER[0] + 10 + apart_mm / 2, *CENTER[1:]), 20),
    )
    tumor = Tumor("T1", (sphere(CENTER, 60),), (sphere(CENTER, 62),), islands)
    expected_mm = 40 + apart_mm if joined else 20
    assert tumor.truth.viable_diameter_mm == pytest.approx(expected_mm, abs=0.2)


def test_necrosis_is_cut_off_at_the_outline() -> None:
    # half of a ball is dead: the necrosis reaches far beyond it
    beyond = Ellipsoid((CENTER[0] + 4000, *CENTER[1:]), (4000, 4e5, 4e5))
    tumor = Tumor("T1", (sphere(CENTER, 40),), necrosis=(beyond,))
    ball = 4 / 3 * math.pi * 20**3 / 1000
    assert tumor.truth.whole_volume_ml == pytest.approx(ball, rel=2e-3)
    assert tumor.truth.viable_volume_ml == pytest.approx(ball / 2, rel=5e-3)


def test_overlapping_parts_of_an_outline_count_once() -> None:
    distance, radius = 20.0, 15.0
    parts = (sphere((0, 0, 0), 30), sphere((distance, 0, 0), 30))
    lens = math.pi * (4 * radius + distance) * (2 * radius - distance) ** 2 / 12
    union = 2 * 4 / 3 * math.pi * radius**3 - lens
    tumor = Tumor("T1", parts)
    assert tumor.truth.whole_volume_ml == pytest.approx(union / 1000, rel=2e-3)
    assert tumor.truth.whole_diameter_mm == pytest.approx(50, abs=0.02)


def test_an_entirely_dead_lesion_has_no_viable_diameter() -> None:
    tumor = Tumor("T1", (sphere(CENTER, 30),), necrosis=(sphere(CENTER, 31),))
    assert tumor.truth.viable_diameter_mm == 0
    assert tumor.truth.viable_volume_ml == 0


def test_lipiodol_is_never_viable() -> None:
    oily = Tumor("T1", (sphere(CENTER, 30),), lipiodol=(sphere(CENTER, 16),))
    ball, oil = (4 / 3 * math.pi * r**3 / 1000 for r in (15, 8))
    assert oily.truth.viable_volume_ml == pytest.approx(ball - oil, rel=3e-3)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_segment_drawn_at_random_beats_the_truth(seed: int) -> None:
    rng = np.random.default_rng(seed)
    tumor = Tumor(
        "T1",
        (Ellipsoid((0, 0, 0), (30, 22, 15)), sphere((24, 14, 0), 20)),
        necrosis=tuple(
            sphere(tuple(rng.uniform(-15, 15, 3)), rng.uniform(8, 24)) for _ in range(4)
        ),
    )
    found = longest_axial_diameter_mm(
        tumor.outline, tumor.shapes, tumor.is_viable, gap_mm=0
    )
    ends = rng.uniform((-34, -24), (36, 26), (6000, 2, 2))
    z = rng.uniform(-14, 14, (6000, 1))
    along = np.linspace(0, 1, 241)
    x, y = (ends[:, :1, a] + along * (ends[:, 1:, a] - ends[:, :1, a]) for a in (0, 1))
    inside = np.stack(
        [s.level(x, y, np.broadcast_to(z, x.shape)) < 1 for s in tumor.shapes]
    )
    unbroken = tumor.is_viable(inside).all(axis=1)
    lengths = np.linalg.norm(ends[:, 1] - ends[:, 0], axis=1)[unbroken]
    assert lengths.size > 20
    assert lengths.max() <= found + 0.05
    assert found <= tumor.truth.whole_diameter_mm + 0.05


def test_a_click_lies_deep_in_living_tissue() -> None:
    tumor = ring(60, 36)
    x, y, _ = tumor.click_mm
    from_axis = math.hypot(x - CENTER[0], y - CENTER[1])
    # the rim is 12 mm thick: the middle of it is 24 mm from the axis
    assert from_axis == pytest.approx(24, abs=1.5)


def test_scaling_a_lesion_scales_lengths_and_volumes() -> None:
    tumor = Tumor(
        "T1",
        (Ellipsoid(CENTER, (30, 20, 20)),),
        necrosis=(sphere((-70, 8, 20), 14),),
    )
    before, after = tumor.truth, tumor.scaled(1.5).truth
    assert after.viable_diameter_mm == pytest.approx(
        1.5 * before.viable_diameter_mm, rel=0.02
    )
    assert after.viable_volume_ml == pytest.approx(
        1.5**3 * before.viable_volume_ml, rel=5e-3
    )


def test_volume_converges_to_the_formula_with_finer_lines() -> None:
    shape = sphere((0, 0, 0), 20)
    errors = [
        abs(
            volume_ml([shape], [shape], lambda inside: inside[0], step)
            - shape.volume_ml
        )
        for step in (4.0, 0.5)
    ]
    assert errors[1] < errors[0] / 4
