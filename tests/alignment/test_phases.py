"""Phases of one exam come to lie on the arterial grid, in patient millimetres."""

import numpy as np
import pytest
from scipy import ndimage

from lesion_toolkit.alignment.phases import align_exam, resample_onto
from lesion_toolkit.errors import InputRefused, SpaceMismatch
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase
from lesion_toolkit.model.volume import Volume

FRAME = "1.2.3"
SHAPE, SPACING = (40, 72, 72), (3.0, 3.0, 3.0)


def grid(
    shape=SHAPE, spacing=SPACING, origin=(-108.0, -108.0, -60.0), frame=FRAME
) -> Geometry:
    return Geometry.from_axes(
        shape, origin_mm=origin, spacing_mm=spacing, frame_of_reference_uid=frame
    )


def body(geometry: Geometry, *, liver: float, shift_mm=(0.0, 0.0, 0.0)) -> Volume:
    """A resting body wall and spine; a liver with structure that breathes."""
    x, y, z = np.moveaxis(
        geometry.index_to_mm(np.moveaxis(np.indices(geometry.shape), 0, -1)), -1, 0
    )
    hu = np.full(geometry.shape, -1000.0)
    hu[(x / 100) ** 2 + (y / 90) ** 2 < 1] = 50
    hu[(x / 92) ** 2 + (y / 82) ** 2 < 1] = -90
    hu[(x**2 + (y - 70) ** 2) < 15**2] = 250
    x, y, z = x - shift_mm[0], y - shift_mm[1], z - shift_mm[2]
    inside = ((x + 25) / 50) ** 2 + (y / 55) ** 2 + (z / 45) ** 2 < 1
    hu[inside] = liver
    for at, size, value in (
        ((-40, 10, 10), 14, liver + 60),
        ((-10, -20, -12), 11, liver - 40),
        ((-45, -15, -15), 9, liver + 90),
    ):
        near = (x - at[0]) ** 2 + (y - at[1]) ** 2 + (z - at[2]) ** 2 < size**2
        hu[near & inside] = value
    noise = np.random.default_rng(3).normal(0, 8, hu.shape)
    smooth = ndimage.gaussian_filter(hu, 0.5) + noise
    return Volume(smooth.astype(np.int16), geometry)


def test_a_volume_keeps_its_place_in_the_patient_when_its_grid_changes():
    volume = body(grid(), liver=70)
    finer = grid((79, 143, 143), (1.5, 1.5, 1.5))
    back = resample_onto(
        resample_onto(volume, finer, outside=-1024), grid(), outside=-1024
    )
    np.testing.assert_array_equal(back.array, volume.array)


def test_nothing_is_interpolated_where_the_grid_is_already_the_one_wanted():
    volume = body(grid(), liver=70)
    assert resample_onto(volume, grid(), outside=-1024) is volume


def test_what_a_series_does_not_cover_is_darker_than_air():
    volume = body(grid(), liver=70)
    higher = resample_onto(
        volume, grid(origin=(-108.0, -108.0, 30.0)), outside=-1024
    ).array
    assert (higher[-1] == -1024).all()
    assert (higher[0] > -1024).any()


def test_a_linear_ramp_is_interpolated_exactly_on_an_offset_grid():
    geometry = grid()
    z = geometry.index_to_mm(np.moveaxis(np.indices(SHAPE), 0, -1))[..., 2]
    ramp = Volume(z.astype(np.float32), geometry)
    offset = grid((38, 72, 72), origin=(-108.0, -108.0, -58.9))
    found = resample_onto(ramp, offset, outside=-1024)
    expected = offset.index_to_mm(np.moveaxis(np.indices(found.array.shape), 0, -1))
    np.testing.assert_allclose(found.array, expected[..., 2], atol=1e-3)


def test_another_frame_of_reference_is_refused():
    with pytest.raises(SpaceMismatch, match="frames of reference"):
        align_exam(
            {
                Phase.LATE_ARTERIAL: body(grid(), liver=75),
                Phase.PRECONTRAST: body(grid(frame="9.9"), liver=55),
            }
        )


def test_an_exam_without_volumes_is_refused():
    with pytest.raises(InputRefused, match="without a single usable volume"):
        align_exam({})


@pytest.mark.parametrize("shift_mm", [(0, 0, 9), (4, -5, -14), (0, 0, 0)])
def test_the_shift_between_two_breath_holds_is_undone(shift_mm):
    exam = align_exam(
        {
            Phase.LATE_ARTERIAL: body(grid(), liver=75),
            Phase.PRECONTRAST: body(grid(), liver=55, shift_mm=shift_mm),
        }
    )
    truth = _calm(body(grid(), liver=55))
    before = np.abs(_calm(body(grid(), liver=55, shift_mm=shift_mm)) - truth).mean()
    after = np.abs(_calm(exam.precontrast) - truth).mean()
    assert exam.registration_residual_mm[Phase.PRECONTRAST] < 3
    assert after <= max(0.5 * before, 2.0)


def _calm(volume: Volume) -> np.ndarray:
    """The middle of the liver without its noise."""
    return ndimage.gaussian_filter(volume.array.astype(float), 1)[13:27, 26:46, 22:34]


def test_the_same_exam_is_aligned_the_same_way_every_time():
    volumes = {
        Phase.LATE_ARTERIAL: body(grid(), liver=75),
        Phase.PRECONTRAST: body(grid(), liver=55, shift_mm=(4, -5, -8)),
    }
    first, second = (align_exam(volumes).precontrast.array for _ in range(2))
    np.testing.assert_array_equal(first, second)


def test_the_arterial_grid_wins_and_then_the_portal_venous():
    arterial, portal = grid(), grid((39, 72, 72), origin=(-108.0, -108.0, -58.0))
    exam = align_exam(
        {
            Phase.PORTAL_VENOUS: body(portal, liver=110),
            Phase.EARLY_ARTERIAL: body(arterial, liver=65),
        }
    )
    assert exam.geometry.same_space_as(arterial)
    exam = align_exam(
        {
            Phase.PRECONTRAST: body(arterial, liver=55),
            Phase.PORTAL_VENOUS: body(portal, liver=110),
        }
    )
    assert exam.geometry.same_space_as(portal)


def test_an_alignment_that_cannot_be_trusted_is_not_applied_and_said(monkeypatch):
    monkeypatch.setattr("lesion_toolkit.alignment.phases.MAX_SHIFT_MM", (6.0, 6.0, 6.0))
    far = body(grid(), liver=55, shift_mm=(0, 0, 12))
    exam = align_exam(
        {Phase.LATE_ARTERIAL: body(grid(), liver=75), Phase.PRECONTRAST: far}
    )
    assert "alignment-switched-off" in {finding.code for finding in exam.findings}
    np.testing.assert_array_equal(exam.precontrast.array, far.array)


def test_a_series_without_anatomy_moves_nothing():
    nothing = np.random.default_rng(0).normal(40, 20, SHAPE).astype(np.int16)
    noise = Volume(nothing, grid())
    exam = align_exam(
        {Phase.LATE_ARTERIAL: body(grid(), liver=75), Phase.PRECONTRAST: noise}
    )
    np.testing.assert_array_equal(exam.precontrast.array, nothing)
