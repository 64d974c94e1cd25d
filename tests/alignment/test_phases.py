"""Phases of one exam come to lie on the arterial grid, in patient millimetres."""

import numpy as np
import pytest
import SimpleITK as sitk
from scipy import ndimage

from lesion_toolkit.alignment.phases import align_exam, is_trusted, resample_onto
from lesion_toolkit.alignment.rigid import RigidFit
from lesion_toolkit.errors import InputRefused, SpaceMismatch
from lesion_toolkit.model.alignment import Move, Part
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
    # noise of its own for each phase: shared noise would say where not to move
    noise = np.random.default_rng(int(liver)).normal(0, 8, hu.shape)
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


@pytest.mark.parametrize(
    ("left_mm", "trusted"),
    [
        ((), False),
        ((1.0,), False),
        ((1.0, 9.0), True),
        ((10.7, 11.9, 6.7), False),
        ((10.7, 11.9, 4.9), True),
    ],
)
def test_a_move_is_trusted_where_two_parts_judge_and_one_of_them_fits(left_mm, trusted):
    parts = tuple(Part((0.0, 0.0, 0.0), mm) for mm in left_mm)
    move = sitk.TranslationTransform(3, (9.0, 0.0, 0.0))
    assert is_trusted(RigidFit(move, 9.0, parts)) is trusted
    assert is_trusted(RigidFit(None, 0.0, parts))  # nothing is applied
    assert not is_trusted(RigidFit(None, 0.0, parts, at_limit=True))


def test_a_series_without_anatomy_moves_nothing():
    nothing = np.random.default_rng(0).normal(40, 20, SHAPE).astype(np.int16)
    noise = Volume(nothing, grid())
    exam = align_exam(
        {Phase.LATE_ARTERIAL: body(grid(), liver=75), Phase.PRECONTRAST: noise}
    )
    np.testing.assert_array_equal(exam.precontrast.array, nothing)


TALL = grid((45, 90, 90), (4.0, 2.5, 2.5), (-112.0, -110.0, -95.0))
"""Another grid than the arterial one: thicker slices, more of the body."""

LUMP = np.array((-45.0, -15.0, -15.0))


def lump_mm(volume: Volume, liver: float) -> np.ndarray:
    """Where the brightest lump of the liver lies."""
    geometry = volume.geometry
    places = geometry.index_to_mm(np.moveaxis(np.indices(geometry.shape), 0, -1))
    near = np.linalg.norm(places - LUMP, axis=-1) < 18
    return places[near & (volume.array > liver + 45)].mean(axis=0)


@pytest.mark.parametrize("shift_mm", [(3, -4, 30), (-2, 3, -30), (0, 5, 18)])
def test_a_breath_of_up_to_30_mm_is_undone_to_2_mm_between_different_grids(shift_mm):
    arterial = body(grid(), liver=75)
    exam = align_exam(
        {
            Phase.LATE_ARTERIAL: arterial,
            Phase.PRECONTRAST: body(TALL, liver=55, shift_mm=shift_mm),
        }
    )
    (done,) = exam.alignment
    assert exam.precontrast.geometry.same_space_as(arterial.geometry)
    off = np.linalg.norm(lump_mm(exam.precontrast, 55) - LUMP)
    assert off <= 2.0
    assert done.phase == Phase.PRECONTRAST
    assert done.move is Move.RIGID
    assert done.shift_mm == pytest.approx(np.linalg.norm(shift_mm), abs=2)
    # what is said of the rest is neither flattering nor frightening
    assert done.residual_mm == pytest.approx(off, abs=2.0)
    assert done.picture is not None
    assert not exam.findings


def test_a_phase_that_did_not_move_is_said_to_lie_where_it_was():
    exam = align_exam(
        {
            Phase.LATE_ARTERIAL: body(grid(), liver=75),
            Phase.PORTAL_VENOUS: body(grid(), liver=110),
        }
    )
    (done,) = exam.alignment
    assert done.shift_mm < 0.5
    assert done.residual_mm < 1.5


def test_a_phase_that_a_rigid_move_cannot_lay_on_the_others_is_told():
    """Half of the liver goes up and half of it down, 9 mm each."""
    up, down = (body(grid(), liver=110, shift_mm=(0, 0, z)) for z in (9, -9))
    torn = up.array.copy()
    torn[:, :, :28] = down.array[:, :, :28]
    exam = align_exam(
        {
            Phase.LATE_ARTERIAL: body(grid(), liver=75),
            Phase.PORTAL_VENOUS: up.with_array(torn),
        }
    )
    (done,) = exam.alignment
    assert max(part.residual_mm for part in done.parts) > 5
    assert {f.code for f in exam.findings} & {"misaligned", "alignment-switched-off"}


def test_a_precontrast_series_that_stops_above_the_lesion_leaves_its_place_empty():
    high = grid((20, 72, 72), origin=(-108.0, -108.0, 0.0))
    exam = align_exam(
        {
            Phase.LATE_ARTERIAL: body(grid(), liver=75),
            Phase.PRECONTRAST: body(high, liver=55),
        }
    )
    k = round(float(exam.geometry.mm_to_index(LUMP)[0]))
    assert (exam.precontrast.array[: k + 1] == -1024).all()
