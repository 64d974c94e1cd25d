"""One click gives the whole lesion: viable, necrotic, large, small, on CT and on MR."""

from dataclasses import replace
from functools import lru_cache

import numpy as np
import pytest

from lesion_toolkit.errors import InputRefused, SpaceMismatch
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.volume import Mask, Volume
from lesion_toolkit.segmentation.click import segment

GEOMETRY = Geometry.from_axes(
    (50, 110, 110), origin_mm=(-110.0, -110.0, -75.0), spacing_mm=(3.0, 2.0, 2.0)
)
X, Y, Z = np.moveaxis(
    GEOMETRY.index_to_mm(np.moveaxis(np.indices(GEOMETRY.shape), 0, -1)), -1, 0
)
LOOKS = {
    # arterial, portal venous
    "CT": {
        "air": (-1000, -1000),
        "fat": (-100, -98),
        "muscle": (58, 65),
        "liver": (75, 115),
        "viable": (120, 95),
        "dark": (50, 70),
        "necrosis": (29, 31),
        "vessel": (120, 175),
    },
    "MR": {
        "air": (0, 0),
        "fat": (56, 57),
        "muscle": (175, 205),
        "liver": (275, 400),
        "viable": (440, 345),
        "dark": (220, 290),
        "necrosis": (112, 116),
        "vessel": (330, 500),
    },
}
NOISE = {"CT": 12.0, "MR": 9.0}
AT = (-20.0, -10.0, 0.0)


def ball(at, radius: float) -> np.ndarray:
    return (X - at[0]) ** 2 + (Y - at[1]) ** 2 + (Z - at[2]) ** 2 < radius**2


@lru_cache(maxsize=32)
def scene(
    radius: float, *, tissue="viable", core=0.0, at=AT, modality="CT"
) -> tuple[PhaseSet, np.ndarray]:
    """A lesion in a liver with a vein that touches it, and its truth."""
    lesion = ball(at, radius)
    parts = [
        ("muscle", (X / 104) ** 2 + (Y / 98) ** 2 < 1),
        ("fat", (X / 92) ** 2 + (Y / 86) ** 2 < 1),
        ("liver", (X / 86) ** 2 + (Y / 80) ** 2 + (Z / 72) ** 2 < 1),
        ("vessel", (np.hypot(Y - at[1], Z - at[2]) < 5) & (at[0] < X)),
        (tissue, lesion),
        ("necrosis", ball(at, core * radius)),
    ]
    rng = np.random.default_rng(11)
    volumes = {}
    for column, phase in enumerate((Phase.LATE_ARTERIAL, Phase.PORTAL_VENOUS)):
        values = np.full(GEOMETRY.shape, float(LOOKS[modality]["air"][column]))
        for name, where in parts:
            values[where & (np.abs(Z) < 200)] = LOOKS[modality][name][column]
        noisy = values + rng.normal(0, NOISE[modality], values.shape)
        noisy = np.maximum(noisy, 0 if modality == "MR" else -1024)
        volumes[phase] = Volume(noisy.astype(np.int16), GEOMETRY, modality)
    return PhaseSet(volumes), lesion


def dice(found: Mask, truth: np.ndarray) -> float:
    return 2 * (found.array & truth).sum() / (found.array.sum() + truth.sum())


@pytest.mark.parametrize("modality", ["CT", "MR"])
@pytest.mark.parametrize("radius", [10.0, 20.0, 45.0])
def test_a_hyperenhancing_lesion_is_found_whole(radius, modality):
    exam, truth = scene(radius, modality=modality)
    assert dice(segment(exam, at_mm=AT), truth) > 0.9


@pytest.mark.parametrize("modality", ["CT", "MR"])
def test_a_hypoenhancing_lesion_is_found_whole(modality):
    exam, truth = scene(22.0, tissue="dark", modality=modality)
    assert dice(segment(exam, at_mm=AT), truth) > 0.9


@pytest.mark.parametrize("click", [AT, (-20.0, 11.0, 0.0)], ids=["necrosis", "rim"])
@pytest.mark.parametrize("modality", ["CT", "MR"])
def test_the_dead_core_belongs_to_the_lesion_wherever_the_click_falls(modality, click):
    exam, truth = scene(26.0, core=0.7, modality=modality)
    assert dice(segment(exam, at_mm=click), truth) > 0.9


def test_a_vein_that_touches_the_lesion_is_not_part_of_it():
    exam, _ = scene(20.0)
    found = segment(exam, at_mm=AT)
    assert not (found.array & (AT[0] + 28 < X)).any()


def test_a_lesion_at_the_surface_does_not_leak_into_the_wall():
    exam, truth = scene(18.0, at=(-62.0, 0.0, 0.0))
    assert dice(segment(exam, at_mm=(-62.0, 0.0, 0.0)), truth) > 0.85


def test_the_same_click_gives_the_same_lesion():
    exam, _ = scene(20.0)
    first, second = (segment(exam, at_mm=AT) for _ in range(2))
    np.testing.assert_array_equal(first.array, second.array)


def test_a_second_click_adds_a_second_part():
    exam, truth = scene(15.0)
    other = ball((30.0, 30.0, -20.0), 12.0)
    bright = {
        phase: volume.with_array(
            np.where(
                other, volume.array + (45 if phase.is_arterial else -20), volume.array
            )
        )
        for phase, volume in exam.volumes.items()
    }
    both = PhaseSet(bright)
    alone = segment(both, at_mm=AT)
    together = segment(both, at_mm=[AT, (30.0, 30.0, -20.0)])
    assert dice(alone, truth) > 0.9
    assert dice(together, truth | other) > 0.9


@pytest.mark.parametrize("radius", [12.0, 30.0])
def test_a_rough_caliper_finds_the_same_lesion_as_a_click(radius):
    exam, truth = scene(radius)
    x, y, z = AT
    ends = ((x - 0.93 * radius, y + 2, z), (x + 0.95 * radius, y - 2, z))
    found = segment(exam, caliper_mm=ends)
    assert dice(found, truth) > 0.9
    assert found.source == "caliper"


def test_a_caliper_on_tissue_that_looks_like_liver_gives_a_body_of_its_length():
    exam, _ = scene(10.0)
    found = segment(exam, caliper_mm=((10.0, 20.0, 20.0), (50.0, 20.0, 20.0)))
    sphere_ml = 4 / 3 * np.pi * 2**3
    assert 0.5 * sphere_ml < found.volume_ml < 1.1 * sphere_ml


def test_a_click_on_plain_liver_is_refused():
    exam, _ = scene(12.0)
    with pytest.raises(InputRefused, match="nothing differs from liver"):
        segment(exam, at_mm=(30.0, 30.0, 25.0))


@pytest.mark.parametrize("modality", ["CT", "MR"])
def test_a_click_in_the_air_is_refused(modality):
    exam, _ = scene(20.0, modality=modality)
    with pytest.raises(InputRefused, match="air or fat"):
        segment(exam, at_mm=(-106.0, -106.0, 0.0))


def test_a_click_outside_the_volume_is_refused():
    exam, _ = scene(20.0)
    with pytest.raises(InputRefused, match="outside the volume"):
        segment(exam, at_mm=(20.0, 10.0, 500.0))


@pytest.mark.parametrize(
    "place", [(1.0, 2.0), (1.0, 2.0, np.nan), (1.0,) * 4, "abc", None, 3.0]
)
def test_a_place_that_is_not_three_numbers_is_refused(place):
    exam, _ = scene(20.0)
    with pytest.raises(InputRefused, match="three finite numbers"):
        segment(exam, at_mm=place)


def test_neither_click_nor_caliper_nor_box_is_refused():
    exam, _ = scene(20.0)
    with pytest.raises(InputRefused, match="neither a click nor a caliper"):
        segment(exam)


def test_a_click_in_a_vein_is_refused():
    exam, _ = scene(12.0)
    with pytest.raises(InputRefused, match="vessel"):
        segment(exam, at_mm=(40.0, AT[1], AT[2]))


def test_a_click_in_the_body_wall_is_refused():
    exam, _ = scene(12.0)
    with pytest.raises(InputRefused, match="body wall"):
        segment(exam, at_mm=(-97.0, 0.0, 0.0))


def test_a_click_in_bone_is_refused():
    vertebra = ball((0.0, 62.0, 0.0), 18.0)
    exam = altered(scene(12.0)[0], lambda _, values: np.where(vertebra, 400, values))
    with pytest.raises(InputRefused, match="bone"):
        segment(exam, at_mm=(0.0, 62.0, 0.0))


def altered(exam: PhaseSet, change) -> PhaseSet:
    return PhaseSet(
        {
            phase: volume.with_array(change(phase, volume.array).astype(np.int16))
            for phase, volume in exam.volumes.items()
        }
    )


def test_constant_images_are_refused():
    exam = altered(scene(12.0)[0], lambda _, values: np.full(values.shape, 70))
    with pytest.raises(InputRefused, match="constant images"):
        segment(exam, at_mm=AT)


def test_images_cut_off_at_the_top_are_refused():
    exam = altered(scene(12.0)[0], lambda _, values: np.minimum(values, 50))
    with pytest.raises(InputRefused, match="saturated images"):
        segment(exam, at_mm=AT)


def test_phases_of_another_frame_of_reference_are_refused():
    exam, _ = scene(12.0)
    first, second = exam.volumes
    moved = replace(GEOMETRY, frame_of_reference_uid="1.2.3")
    theirs = replace(GEOMETRY, frame_of_reference_uid="1.2.4")
    with pytest.raises(SpaceMismatch):
        PhaseSet(
            {
                first: replace(exam.volumes[first], geometry=moved),
                second: replace(exam.volumes[second], geometry=theirs),
            }
        )


def test_a_lesion_that_the_images_cut_says_so():
    exam, truth = scene(20.0, at=(-20.0, -10.0, 64.0))
    found = segment(exam, at_mm=(-20.0, -10.0, 62.0))
    assert "cut-by-edge" in {finding.code for finding in found.findings}
    assert not segment(scene(20.0)[0], at_mm=AT).findings
    assert dice(found, truth) > 0.8


@pytest.mark.parametrize("radius", [12.0, 30.0])
def test_a_box_around_a_lesion_finds_it(radius):
    exam, truth = scene(radius)
    corners = np.array(AT) + radius * np.array([[-1.05, -1.05, -1], [1.05, 1.05, 1]])
    found = segment(exam, box_mm=corners)
    assert dice(found, truth) > 0.9
    assert found.source == "box"


def test_a_box_drawn_in_one_slice_is_enough():
    exam, truth = scene(20.0)
    corners = np.array(AT) + 20.0 * np.array([[-1, -1, 0], [1, 1, 0]])
    assert dice(segment(exam, box_mm=corners), truth) > 0.9


def test_a_scribble_is_one_prompt_whatever_its_length():
    exam, truth = scene(20.0)
    stroke = [(AT[0] + along, AT[1] + 4, AT[2]) for along in np.arange(-10, 11, 2.0)]
    assert dice(segment(exam, at_mm=stroke), truth) > 0.9


def test_a_click_that_removes_takes_its_surroundings_away():
    exam, truth = scene(30.0)
    there = (AT[0] - 24.0, AT[1], AT[2])
    whole = segment(exam, at_mm=AT)
    less = segment(exam, at_mm=AT, remove_mm=there)
    k, j, i = np.round(GEOMETRY.mm_to_index(there)).astype(int)
    assert whole.array[k, j, i]
    assert not less.array[k, j, i]
    opposite = truth & (AT[0] < X)
    assert (less.array & opposite).sum() > 0.9 * opposite.sum()


def test_a_click_on_what_is_removed_again_is_refused():
    exam, _ = scene(20.0)
    with pytest.raises(InputRefused, match="removed again"):
        segment(exam, at_mm=AT, remove_mm=(AT[0] + 2, AT[1], AT[2]))


@pytest.mark.parametrize("prompt", ["caliper_mm", "box_mm"])
def test_a_caliper_or_box_without_length_is_refused(prompt):
    exam, _ = scene(20.0)
    with pytest.raises(InputRefused, match="at least 3 mm apart"):
        segment(exam, **{prompt: [AT, AT]})


def test_a_second_click_looks_at_the_exam_no_second_time(monkeypatch):
    exam, _ = scene(20.0)
    segment(exam, at_mm=AT)

    def never(*_):
        raise AssertionError

    monkeypatch.setattr("lesion_toolkit.segmentation.anatomy.liver_look", never)
    segment(exam, at_mm=AT)


def test_growth_into_the_next_organ_is_stopped_and_said():
    exam, _ = scene(10.0)
    organ = (np.abs(X - 20) < 60) & (np.abs(Y - 40) < 12) & (np.abs(Z) < 60)
    merged = PhaseSet(
        {
            phase: volume.with_array(
                np.where(
                    organ,
                    LOOKS["CT"]["viable"][0 if phase.is_arterial else 1],
                    volume.array,
                ).astype(np.int16)
            )
            for phase, volume in exam.volumes.items()
        }
    )
    found = segment(merged, at_mm=(20.0, 40.0, 0.0))
    assert "leak-stopped" in {finding.code for finding in found.findings}
    assert found.volume_ml < organ.sum() * GEOMETRY.voxel_volume_ml / 2


def test_a_lesion_that_only_washes_out_is_found_whole():
    washed_out = altered(
        scene(22.0)[0],
        lambda phase, values: np.where(
            ball(AT, 22.0), values - (45 if phase.is_arterial else 10), values
        ),
    )
    assert dice(segment(washed_out, at_mm=AT), ball(AT, 22.0)) > 0.9


def test_a_lesion_at_the_edge_of_the_liver_ends_at_the_fat():
    at = (-66.0, 0.0, 0.0)
    exam, truth = scene(20.0, at=at)
    liver = (X / 86) ** 2 + (Y / 80) ** 2 + (Z / 72) ** 2 < 1
    beyond = segment(exam, at_mm=at).array & ~liver & ~truth
    assert beyond.sum() < 0.03 * truth.sum()


def test_a_lesion_under_the_heart_does_not_grow_into_it():
    under = (AT[0], AT[1], 30.0)
    exam, lesion = scene(16.0, at=under)
    heart = ball((AT[0], AT[1], 78.0), 34.0) & ~lesion
    beating = altered(
        exam, lambda phase, values: np.where(heart, values * 0 + 190, values)
    )
    found = segment(beating, at_mm=under)
    assert dice(found, lesion) > 0.85
    assert (found.array & heart).sum() < 0.03 * lesion.sum()


@pytest.mark.parametrize("prompt", ["caliper_mm", "box_mm"])
def test_a_caliper_or_box_outside_of_the_patient_is_refused(prompt):
    exam, _ = scene(20.0)
    for corner, said in (((20.0, 10.0, 500.0), "outside"), ((-106.0,) * 2, "air")):
        x, y, z = (*corner, 0.0)[:3]
        with pytest.raises(InputRefused, match=said):
            segment(exam, **{prompt: [(x - 3, y - 3, z - 3), (x + 3, y + 3, z + 3)]})


def test_constant_images_of_mr_are_refused():
    exam = altered(
        scene(12.0, modality="MR")[0], lambda _, values: np.full(values.shape, 300)
    )
    with pytest.raises(InputRefused, match="constant images"):
        segment(exam, at_mm=AT)


def test_a_neighbor_that_looks_alike_is_not_taken_in_although_its_own_end_is_marked():
    """Growth that fills it looks closed; it was open where it left the lesion."""
    at = (-45.0, -10.0, 0.0)
    exam, lesion = scene(15.0, at=at)
    both = lesion | ball((0.0, -10.0, 0.0), 35.0)
    touching = altered(
        exam,
        lambda phase, values: np.where(both, 120 if phase.is_arterial else 95, values),
    )
    found = segment(touching, at_mm=at)
    assert "leak-stopped" in {finding.code for finding in found.findings}
    assert dice(found, lesion) > 0.7


def test_an_outline_far_wider_than_the_ball_around_the_click_is_said(monkeypatch):
    """It is left as it is: large uneven lesions grow that far too."""
    exam, lesion = scene(20.0)
    before = segment(exam, at_mm=AT)
    monkeypatch.setattr("lesion_toolkit.segmentation.click.LEAKED", 0.9)
    found = segment(exam, at_mm=AT)
    assert not before.findings
    assert [finding.code for finding in found.findings] == ["grown-far"]
    assert (found.array == before.array).all()
    assert dice(found, lesion) > 0.9


def test_a_leak_is_said_of_every_prompt_that_meets_one():
    exam, _ = scene(10.0)
    slab = (np.abs(X - 20) < 60) & (np.abs(Y - 40) < 12) & (np.abs(Z) < 60)
    merged = altered(
        exam,
        lambda phase, values: np.where(slab, 120 if phase.is_arterial else 95, values),
    )
    for prompt in (
        {"at_mm": (20.0, 40.0, 0.0)},
        {"box_mm": ((10.0, 30.0, -10.0), (30.0, 50.0, 10.0))},
    ):
        found = segment(merged, **prompt)
        assert "leak-stopped" in {finding.code for finding in found.findings}
