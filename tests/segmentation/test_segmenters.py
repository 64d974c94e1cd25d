"""Segmenters by name: ours and other packages', each behind the same door.

The packages of the models are stood in for by modules with their interface; the tests
at the end ask the real ones, where they are installed.
"""

import inspect
import os
import sys
import tarfile
import types
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest

from lesion_toolkit import extensions
from lesion_toolkit.command_segmenter import CommandSegmenter
from lesion_toolkit.errors import InputRefused, SpaceMismatch, UsageRefused
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.volume import Mask, Volume
from lesion_toolkit.segmentation import totalsegmentator as ts
from lesion_toolkit.segmentation.segmenters import (
    About,
    Outlined,
    Prompt,
    segment_with,
    segmenters,
)
from lesion_toolkit.workflow import load_exam

# Oblique in plane, slices from feet to head, unequal spacing: a flip would show.
ANGLE = np.deg2rad(10)
GEOMETRY = Geometry.from_axes(
    (20, 40, 48),
    origin_mm=(-60.0, -40.0, 30.0),
    spacing_mm=(5.0, 2.0, 2.5),
    directions=[
        [0, 0, 1],
        [-np.sin(ANGLE), np.cos(ANGLE), 0],
        [np.cos(ANGLE), np.sin(ANGLE), 0],
    ],
)
PLACES = GEOMETRY.index_to_mm(np.moveaxis(np.indices(GEOMETRY.shape), 0, -1))
AT = PLACES[8, 25, 14]
FAR = PLACES[14, 10, 40]
R = 12.3


def ball(at, radius_mm: float) -> np.ndarray:
    return np.linalg.norm(PLACES - at, axis=-1) < radius_mm


def exam(modality: str = "CT") -> PhaseSet:
    values = np.where(ball(AT, R), 130, 70) + 60 * ball(FAR, 8)
    volume = Volume(values.astype(np.int16), GEOMETRY, modality)
    return PhaseSet({Phase.LATE_ARTERIAL: volume})


@pytest.fixture(autouse=True)
def installed(monkeypatch) -> dict[str, str]:
    """Entry points as this project declares them, and what a test adds."""
    home = "lesion_toolkit.segmentation"
    points = {
        "click": f"{home}.clicked:Clicked",
        "command": "lesion_toolkit.command_segmenter:CommandSegmenter",
        "nninteractive": f"{home}.nninteractive:NnInteractive",
        "totalsegmentator": f"{home}.totalsegmentator:TotalSegmentator",
    }
    group = extensions.SEGMENTERS
    monkeypatch.setattr(
        extensions,
        "entry_points",
        lambda group=group: [EntryPoint(n, v, group) for n, v in points.items()],
    )
    return points


class Theirs:
    """A segmenter of another package, as small as one can be."""

    about = About("a ball")

    def __init__(self, choice: str) -> None:
        self.choice = choice

    def __call__(self, phases: PhaseSet, prompt: Prompt) -> Outlined:
        if self.choice == "fails":
            raise ZeroDivisionError("the patient is John Doe")
        if self.choice == "nothing":
            return Outlined({"ball": Mask(ball(AT, 0), GEOMETRY)})
        grid = GEOMETRY
        if self.choice == "elsewhere":
            grid = GEOMETRY.crop((0, 0, 0), (20, 40, 40))
        flags = np.zeros(grid.shape, bool)
        flags[3:5, 3:5, 3:5] = True
        return Outlined({"ball": Mask(flags, grid)}, "Ball", "1.2", "CC0-1.0")


@pytest.fixture
def theirs(installed) -> None:
    installed["theirs"] = f"{__name__}:Theirs"


def test_segmenters_are_listed_without_importing_their_models() -> None:
    found = segmenters()
    assert set(found) == {"click", "command", "nninteractive", "totalsegmentator"}
    assert found["totalsegmentator"].choices == ("liver", "liver_vessels", ts.LESIONS)
    assert not any(name.startswith(("torch", "nnInteractive")) for name in sys.modules)


def test_a_model_s_masks_say_whose_work_they_are(theirs) -> None:
    mask = segment_with("theirs", exam()).masks["ball"]
    assert mask.source == "Ball 1.2"
    (finding,) = mask.findings
    assert finding.code == "model-output"
    assert "CC0-1.0" in finding.message


def test_masks_on_another_grid_are_refused(theirs) -> None:
    with pytest.raises(SpaceMismatch, match="another grid"):
        segment_with("theirs:elsewhere", exam())


def test_a_model_that_finds_nothing_is_no_lesion_of_zero_mm(theirs) -> None:
    with pytest.raises(InputRefused, match="outlines nothing"):
        segment_with("theirs:nothing", exam())


def test_a_model_that_fails_is_named_and_its_message_is_not_repeated(theirs) -> None:
    with pytest.raises(InputRefused, match="theirs failed") as refusal:
        segment_with("theirs:fails", exam())
    assert "John" not in str(refusal.value)


def test_what_is_no_segmenter_is_refused(installed) -> None:
    installed["broken"] = "os:path"
    with pytest.raises(UsageRefused, match="no segmenter"):
        segment_with("broken", exam())


def test_a_choice_that_is_not_offered_is_answered_with_those_that_are() -> None:
    with pytest.raises(UsageRefused, match="totalsegmentator:liver"):
        segment_with("totalsegmentator:spleen", exam())


def test_a_click_comes_through_the_same_door() -> None:
    with pytest.raises(InputRefused, match="neither a click"):
        segment_with("click", exam())


# TotalSegmentator


@pytest.fixture
def total(monkeypatch) -> list[dict]:
    """Stand-in that marks balls by the place its image gives them (RAS mm)."""
    nifti = pytest.importorskip("nibabel").nifti1
    calls: list[dict] = []

    def totalsegmentator(input, output=None, ml=False, *, task, roi_subset, quiet):
        calls.append({"task": task, "roi_subset": roi_subset, "image": input})
        assert (ml, quiet, output) == (True, True, None)
        index = np.moveaxis(np.indices(input.shape), 0, -1)
        ras = index @ input.affine[:3, :3].T + input.affine[:3, 3]
        labels = np.zeros(input.shape, np.uint8)
        for at, radius in ((AT, R), (FAR, 8), (PLACES[2, 3, 3], 2)):
            near = np.linalg.norm(ras - at * (-1, -1, 1), axis=-1) < radius
            labels[near] = 5 if task.startswith("total") else 1
        return nifti.Nifti1Image(labels, input.affine)

    class_map = {
        "total": {1: "spleen", 5: "liver"},
        "total_mr": {5: "liver"},
        "liver_vessels": {1: "liver_vessels", 2: "liver_tumor"},
        "liver_lesions": {1: "liver_lesions"},
        "liver_lesions_mr": {1: "liver_lesions"},
    }
    for name, content in {
        "totalsegmentator": {},
        "totalsegmentator.python_api": {"totalsegmentator": totalsegmentator},
        "totalsegmentator.map_to_binary": {"class_map": class_map},
    }.items():
        module = types.ModuleType(name)
        module.__dict__.update(content)
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.setattr(ts, "version", lambda package: "2.18.0")
    return calls


def test_lesions_of_one_label_come_apart_in_order_of_size(total) -> None:
    outlined = segment_with("totalsegmentator:liver_lesions", exam())
    assert list(outlined.masks) == ["L1", "L2"]
    assert np.array_equal(outlined.masks["L1"].array, ball(AT, R))
    assert np.array_equal(outlined.masks["L2"].array, ball(FAR, 8))
    assert [f.code for f in outlined.findings] == ["specks-left-out"]
    source = outlined.masks["L1"].source
    assert source == "TotalSegmentator liver_lesions 2.18.0"


def test_the_model_sees_hounsfield_units_where_they_lie_in_the_patient(total) -> None:
    segment_with("totalsegmentator:liver_lesions", exam())
    image = total[0]["image"]
    assert image.shape == (48, 40, 20)
    assert image.get_fdata()[14, 25, 8] == 130
    place = image.affine @ (14, 25, 8, 1)
    assert np.allclose(place[:3] * (-1, -1, 1), AT)


@pytest.mark.parametrize(
    ("choice", "modality", "task"),
    [
        ("liver", "CT", "total"),
        ("liver", "MR", "total_mr"),
        ("liver_lesions", "MR", "liver_lesions_mr"),
        ("liver_vessels", "CT", "liver_vessels"),
    ],
)
def test_the_task_follows_modality(total, choice, modality, task) -> None:
    outlined = segment_with(f"totalsegmentator:{choice}", exam(modality))
    assert total[0]["task"] == task
    assert total[0]["roi_subset"] == (["liver"] if choice == "liver" else None)
    assert "spleen" not in outlined.masks


def test_vessels_of_mr_are_refused_by_name(total) -> None:
    with pytest.raises(InputRefused, match="no model of liver_vessels"):
        segment_with("totalsegmentator:liver_vessels", exam("MR"))


def test_a_missing_package_is_answered_with_how_to_install_it(monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "totalsegmentator.map_to_binary", None)
    with pytest.raises(UsageRefused, match=r"lesion-toolkit\[totalsegmentator\]"):
        segment_with("totalsegmentator:liver", exam())


# nnInteractive


class Session:
    """Stand-in of the client's session: answers a click with a cube around it."""

    license = "CC BY-NC-SA 4.0"
    calls: ClassVar[list[tuple]] = []

    def __init__(self, server_url: str, api_key: str | None = None) -> None:
        self.calls.clear()
        self.calls.append(("server", server_url))

    def __enter__(self):
        return self

    def __exit__(self, *fault) -> None:
        self.calls.append(("closed",))

    def set_image(self, image: np.ndarray) -> None:
        assert image.ndim == 4
        self.image = image[0]

    def set_target_buffer(self, buffer: np.ndarray) -> None:
        assert buffer.shape == self.image.shape
        self.buffer = buffer

    def add_bbox_interaction(self, sides, include_interaction: bool) -> None:
        self.calls.append(("box", sides))
        (a, b), (c, d), (e, f) = sides
        self.buffer[a:b, c:d, e:f] = include_interaction

    def add_point_interaction(self, place, include_interaction: bool) -> None:
        k, j, i = place
        self.calls.append(("point", place, include_interaction))
        near = self.buffer[k - 1 : k + 2, j - 1 : j + 2, i - 1 : i + 2]
        near[...] = include_interaction


@pytest.fixture
def server(monkeypatch) -> type[Session]:
    module = types.ModuleType("nnInteractive.inference.remote")
    module.nnInteractiveRemoteInferenceSession = Session  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "nnInteractive.inference.remote", module)
    monkeypatch.setattr(
        "lesion_toolkit.segmentation.nninteractive.version", lambda package: "2.6.0"
    )
    return Session


NAME = "nninteractive:http://gpu.example:1527"


def test_clicks_reach_the_server_as_voxels_and_come_back_as_a_lesion(server) -> None:
    prompt = Prompt(at_mm=[AT], remove_mm=[PLACES[8, 26, 14]])
    mask = segment_with(NAME, exam(), prompt).masks["lesion"]
    assert server.calls == [
        ("server", "http://gpu.example:1527"),
        ("point", [8, 25, 14], True),
        ("point", [8, 26, 14], False),
        ("closed",),
    ]
    assert mask.array[8, 24, 14]
    assert not mask.array[8, 26, 14]
    assert mask.source == "nnInteractive 2.6.0"
    assert "CC BY-NC-SA 4.0" in mask.findings[0].message


def test_a_box_is_sent_in_its_middle_slice(server) -> None:
    segment_with(NAME, exam(), Prompt(box_mm=[PLACES[10, 30, 20], PLACES[6, 20, 12]]))
    assert ("box", [[8, 9], [20, 31], [12, 21]]) in server.calls


def test_a_click_outside_the_volume_is_not_sent(server) -> None:
    with pytest.raises(InputRefused, match="outside the volume"):
        segment_with(NAME, exam(), Prompt(at_mm=[(500.0, 0.0, 0.0)]))


def test_no_server_and_no_click_are_each_said(server, monkeypatch) -> None:
    monkeypatch.delenv("NN_INTERACTIVE_SERVER", raising=False)
    with pytest.raises(UsageRefused, match="needs a server"):
        segment_with("nninteractive", exam(), Prompt(at_mm=[AT]))
    with pytest.raises(InputRefused, match="neither a click nor a box"):
        segment_with(NAME, exam())


# commands

PROGRAM = """
import sys
import SimpleITK as sitk
image = sitk.ReadImage(sys.argv[1])
sitk.WriteImage(sitk.Cast(image > 100, sitk.sitkUInt8), sys.argv[2])
"""


@pytest.fixture
def program(tmp_path: Path) -> str:
    file = tmp_path / "model.py"
    file.write_text(PROGRAM)
    return f"command:{sys.executable} {file}"


@pytest.mark.parametrize("ending", ["", ".nrrd"])
def test_a_command_reads_an_image_and_writes_a_mask(program, ending) -> None:
    outlined = segment_with(f"{program} {{image}} {{mask}}{ending}", exam())
    (mask,) = outlined.masks.values()
    assert np.array_equal(mask.array, ball(AT, R) | ball(FAR, 8))
    assert mask.source.startswith("python")


def test_a_command_that_fails_is_told_by_its_exit_code() -> None:
    name = f"command:{sys.executable} -c 'import sys; sys.exit(4)' {{image}} {{mask}}"
    with pytest.raises(InputRefused, match="exit code 4"):
        segment_with(name, exam())


def test_a_command_that_writes_nothing_is_refused() -> None:
    with pytest.raises(InputRefused, match="no mask"):
        segment_with(f"command:{sys.executable} -c '' {{image}} {{mask}}", exam())


@pytest.mark.parametrize("command", ["", "model {image}", "model {mask}"])
def test_a_command_says_where_image_and_mask_go(command) -> None:
    with pytest.raises(UsageRefused, match="where image and mask go"):
        segment_with(f"command:{command}", exam())


def test_a_program_that_is_not_there_is_named() -> None:
    with pytest.raises(UsageRefused, match="no-such-program"):
        segment_with("command:no-such-program {image} {mask}", exam())


def test_a_command_is_run_without_a_shell(tmp_path, program) -> None:
    spoiled = tmp_path / "spoiled"
    words = f"{program} {{image}} {{mask}} ; touch {spoiled}"
    segment_with(words, exam())
    assert not spoiled.exists()
    assert CommandSegmenter("a 'b c'").words == ["a", "b c"]


# the real packages, where they are


def test_the_real_client_takes_what_we_send() -> None:
    real = pytest.importorskip("nnInteractive.inference.remote")
    session = real.nnInteractiveRemoteInferenceSession
    signature = inspect.signature
    signature(session).bind(server_url="http://gpu.example:1527")
    signature(session.set_image).bind(None, np.zeros((1, 2, 2, 2)))
    signature(session.set_target_buffer).bind(None, np.zeros((2, 2, 2)))
    signature(session.add_point_interaction).bind(None, [0] * 3, include_interaction=1)
    signature(session.add_bbox_interaction).bind(None, [[0, 1]], include_interaction=1)
    assert {"__enter__", "__exit__"} <= set(dir(session))


def test_the_real_model_outlines_a_liver(shared: Path, tmp_path: Path) -> None:
    pytest.importorskip("totalsegmentator")
    weights = Path(os.environ.get("TOTALSEG_HOME_DIR", "~/.totalsegmentator"))
    if not any(weights.expanduser().glob("nnunet/results/*")):
        pytest.skip("the weights of TotalSegmentator are not here")
    with tarfile.open(shared / "data/liver_ct" / "HCC_015.tar.xz") as archive:
        archive.extractall(tmp_path, filter="data")
    liver = segment_with("totalsegmentator:liver", load_exam(tmp_path)).masks["liver"]
    assert 700 < liver.volume_ml < 4000
