"""A named segmenter on the lesions a reader pointed at, or on all that it finds."""

from importlib.metadata import EntryPoint
from typing import ClassVar

import numpy as np
import pytest

from lesion_toolkit import extensions
from lesion_toolkit.errors import InputRefused, UsageRefused
from lesion_toolkit.lesion_files import lesions_and_masks, refuse_unpointed
from lesion_toolkit.model.finding import Finding
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.seed import Seed
from lesion_toolkit.model.volume import Mask, Volume
from lesion_toolkit.segmentation.seeded import segment_lesions
from lesion_toolkit.segmentation.segmenters import About, Outlined, Prompt

GEOMETRY = Geometry.from_axes(
    (10, 30, 30), origin_mm=(0, 0, 0), spacing_mm=(3.0, 2.0, 2.0)
)
PLACES = GEOMETRY.index_to_mm(np.moveaxis(np.indices(GEOMETRY.shape), 0, -1))
NEAR, FAR = (16.0, 16.0, 12.0), (46.0, 40.0, 15.0)


def ball(at, radius_mm: float) -> Mask:
    return Mask(np.linalg.norm(PLACES - at, axis=-1) < radius_mm, GEOMETRY)


def exam() -> PhaseSet:
    volume = Volume(np.zeros(GEOMETRY.shape, np.int16), GEOMETRY)
    return PhaseSet({Phase.LATE_ARTERIAL: volume})


class Finds:
    """Stand-in of a model that finds two lesions and something of which it warns."""

    about = About("two balls")
    asked: ClassVar[list[Prompt]] = []

    def __init__(self, choice: str) -> None:
        self.choice = choice

    def __call__(self, phases: PhaseSet, prompt: Prompt) -> Outlined:
        self.asked.append(prompt)
        masks = {"L1": ball(FAR, 8), "L2": ball(NEAR, 6), "L3": ball(NEAR, 0)}
        warned = (Finding("specks-left-out", "Pieces were left out: 1."),)
        return Outlined(masks, "Finds", "3.1", "CC0-1.0", warned)


class Points(Finds):
    """Stand-in of a model that outlines a ball where it is pointed at."""

    about = About("a ball", needs_place=True)

    def __call__(self, phases: PhaseSet, prompt: Prompt) -> Outlined:
        self.asked.append(prompt)
        places = prompt.at_mm or prompt.caliper_mm
        return Outlined({"lesion": ball(np.mean(places, axis=0), 5)}, "Points", "2")


@pytest.fixture(autouse=True)
def installed(monkeypatch) -> None:
    Finds.asked.clear()
    group = extensions.SEGMENTERS
    points = {
        "finds": f"{__name__}:Finds",
        "points": f"{__name__}:Points",
        "click": "lesion_toolkit.segmentation.clicked:Clicked",
    }
    monkeypatch.setattr(
        extensions,
        "entry_points",
        lambda group=group: [EntryPoint(n, v, group) for n, v in points.items()],
    )


def test_without_seeds_every_lesion_that_a_model_finds_is_one() -> None:
    assert set(segment_lesions(exam(), "finds")) == {"L1", "L2"}


def test_seeds_choose_and_name_the_lesions_of_a_model_that_is_asked_once() -> None:
    seeds = [Seed("T1", (NEAR,)), Seed("T2", (), ((40.0, 40, 15), (52.0, 40, 15)))]
    found = segment_lesions(exam(), "finds", seeds)
    assert list(found) == ["T1", "T2"]
    np.testing.assert_array_equal(found["T1"].array, ball(NEAR, 6).array)
    np.testing.assert_array_equal(found["T2"].array, ball(FAR, 8).array)
    assert len(Finds.asked) == 1


def test_a_seed_that_a_model_outlines_nothing_at_is_refused_by_name() -> None:
    with pytest.raises(InputRefused, match="where T1 was pointed at"):
        segment_lesions(exam(), "finds", [Seed("T1", ((4.0, 54.0, 3.0),))])


def test_a_segmenter_that_needs_a_place_is_asked_once_for_each_lesion() -> None:
    seeds = [Seed("T1", (NEAR,)), Seed("T2", (FAR,))]
    found = segment_lesions(exam(), "points", seeds)
    np.testing.assert_array_equal(found["T2"].array, ball(FAR, 5).array)
    assert [prompt.at_mm for prompt in Finds.asked] == [(NEAR,), (FAR,)]


def test_what_a_model_says_of_its_masks_goes_along_with_each() -> None:
    for mask in segment_lesions(exam(), "finds").values():
        assert {f.code for f in mask.findings} == {"model-output", "specks-left-out"}
        assert mask.source == "Finds 3.1"


def test_a_segmenter_that_needs_a_place_has_none_without_a_seeds_file() -> None:
    refuse_unpointed(None, "finds")
    for name in ("points", "click", ""):
        with pytest.raises(UsageRefused, match="where a reader points"):
            refuse_unpointed(None, name)


def test_a_mask_file_is_not_outlined_again() -> None:
    refuse_unpointed("lesions.nii.gz")
    with pytest.raises(UsageRefused, match="measured as it is"):
        refuse_unpointed("lesions.nii.gz", "finds")


def test_a_seeds_file_and_a_named_segmenter_give_lesions_by_the_seeds(tmp_path) -> None:
    file = tmp_path / "seeds.csv"
    x, y, z = NEAR
    file.write_text(f"lesion,x_mm,y_mm,z_mm,role\nT1,{x},{y},{z},target\n")
    lesions, masks = lesions_and_masks(exam(), file, "finds")
    assert [lesion.id for lesion in lesions] == ["T1"]
    np.testing.assert_array_equal(masks["T1"].array, ball(NEAR, 6).array)
