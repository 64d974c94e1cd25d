"""From a folder to a timepoint; and what is said when that is not possible."""

import dataclasses
import datetime as dt
import json
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from lesion_toolkit import workflow
from lesion_toolkit.alignment.lesion import align_at
from lesion_toolkit.errors import InputRefused, SpaceMismatch, UsageRefused
from lesion_toolkit.measurement.viability_rule import ViabilityRule, ViableMeans
from lesion_toolkit.model.finding import Finding
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.reference import ReferenceOrgan
from lesion_toolkit.model.therapy import Therapy, TherapyKind
from lesion_toolkit.model.timeline import Timeline
from lesion_toolkit.model.volume import Mask, Tissue
from lesion_toolkit.phantoms.selftest_scenes import (
    SelftestScene,
    selftest_scenes,
    write_selftest_scene,
)
from lesion_toolkit.segmentation.click import segment
from lesion_toolkit.segmentation.references import liver_references
from lesion_toolkit.workflow import examine, load_exam, measure, measure_folder

USAGE, REFUSED = 2, 3


@pytest.fixture(scope="module")
def scene() -> SelftestScene:
    return selftest_scenes()[1]


@pytest.fixture(scope="module")
def folder(scene: SelftestScene, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("exam")
    write_selftest_scene(scene, path)
    return path


@pytest.fixture(scope="module")
def exam(folder: Path) -> PhaseSet:
    return load_exam(folder)


@pytest.fixture
def seeds(scene: SelftestScene, tmp_path: Path) -> Callable[..., Path]:
    def write(at_mm: object = None) -> Path:
        x, y, z = at_mm or scene.click_mm
        path = tmp_path / "seeds.csv"
        path.write_text(f"lesion,x_mm,y_mm,z_mm\nT1,{x},{y},{z}\n")
        return path

    return write


def _series_folders(folder: Path) -> dict[str, Path]:
    """Folder of each phase, by a word of its description."""
    from lesion_toolkit.loaders.index import find_series

    return {s.description: s.files[0].parent for s in find_series(folder).series}


def test_every_phase_of_a_folder_lies_on_the_arterial_grid(exam: PhaseSet) -> None:
    assert set(exam.volumes) == {
        Phase.PRECONTRAST,
        Phase.LATE_ARTERIAL,
        Phase.PORTAL_VENOUS,
    }
    assert exam.arterial is exam.reference


def test_the_reader_may_name_the_series_of_a_phase(exam, folder) -> None:
    portal = exam.sources[Phase.PORTAL_VENOUS]
    told = load_exam(folder, {"late arterial": portal})
    assert told.sources[Phase.LATE_ARTERIAL] == portal
    assert told.labels[Phase.LATE_ARTERIAL].reasons == ("named by the reader",)
    assert Phase.PORTAL_VENOUS not in told.volumes


@pytest.mark.parametrize(
    "override", [{"late arterial": "1.2.3"}, {"arterialish": "1.2.3"}]
)
def test_an_override_that_names_nothing_is_refused(folder, override) -> None:
    with pytest.raises(InputRefused):
        load_exam(folder, override)


def test_a_timepoint_carries_date_phase_and_slice_thickness(exam, scene) -> None:
    lesion = segment(exam, at_mm=scene.click_mm)
    timepoint = measure(exam, {"T1": lesion}, label="baseline")
    assert timepoint.date == scene.exam.date
    assert timepoint.arterial_phase == "late arterial"
    assert float(timepoint.slice_thickness_mm) == scene.exam.protocol.spacing_mm[0]


def test_a_lesion_is_aligned_once_and_shown_as_it_was_measured(
    exam, scene, monkeypatch
) -> None:
    seen = []
    monkeypatch.setattr(
        workflow, "align_at", lambda *asked: seen.append(asked) or align_at(*asked)
    )
    lesion = segment(exam, at_mm=scene.click_mm)
    visit = examine(exam, {"T1": lesion})
    assert len(seen) == 1
    (row,), shown = visit.timepoint.measurements, visit.lesions["T1"]
    assert shown.measurement is row
    assert float(row.viable_volume_ml) == pytest.approx(
        shown.tissues.volume_ml(Tissue.VIABLE), rel=0.05
    )


def test_tissue_that_may_not_be_judged_is_not_shown_as_judged_either(
    exam, scene
) -> None:
    volumes = {p: v for p, v in exam.volumes.items() if p is not Phase.PRECONTRAST}
    lesion = segment(exam, at_mm=scene.click_mm)
    oiled = (Therapy(TherapyKind.CTACE, dt.date(2020, 1, 1)),)
    visit = examine(
        replace(exam, volumes=volumes), {"T1": lesion}, therapies={"T1": oiled}
    )
    tissues = visit.lesions["T1"].tissues
    assert visit.timepoint.measurements[0].viable_diameter_mm is None
    assert set(np.unique(tissues.array)) == {Tissue.OUTSIDE, Tissue.INDETERMINATE}


@pytest.mark.parametrize("date", ["18/04/2023", "2023-02-30", ""])
def test_text_that_is_no_date_is_refused(exam: PhaseSet, date: str) -> None:
    with pytest.raises(InputRefused, match="the date"):
        measure(exam, {}, date=date)


def test_an_undated_exam_needs_a_date(exam, scene) -> None:
    undated = replace(exam, date=None)
    lesion = segment(exam, at_mm=scene.click_mm)
    with pytest.raises(InputRefused, match="date"):
        measure(undated, {"T1": lesion})


def test_what_measure_prints_can_be_pasted_into_a_timeline(
    command, folder, seeds
) -> None:
    printed = command("measure", folder, "--lesions", seeds(), "--json")
    assert printed.exit_code == 0
    content = {
        "schema": "lesion-toolkit/timeline/1",
        "patient": "P01",
        "lesions": [{"id": "T1"}],
        "timepoints": [json.loads(printed.out)],
    }
    measured = Timeline.from_json(json.dumps(content)).timepoints[0].measurements[0]
    assert measured.viable_band_mm is not None
    assert measured.volumes is not None
    assert measured.caliper is not None
    assert measured.caliper.length_mm == pytest.approx(
        float(measured.viable_diameter_mm), abs=0.06
    )


def test_without_an_arterial_phase_the_viable_diameter_is_not_a_number(
    folder, scene, seeds, tmp_path
) -> None:
    partial = tmp_path / "no arterial"
    for description, files in _series_folders(folder).items():
        if "ARTERIAL" not in description:
            shutil.copytree(files, partial / description)
    timepoint, _ = measure_folder(partial, seeds())
    found = timepoint.measurements[0]
    assert found.viable_diameter_mm is None
    assert found.whole_diameter_mm is not None
    assert found.reason
    assert "no-arterial-phase" in {f.code for f in timepoint.findings}


def _refusal(command, *words: object) -> str:
    answer = command(*words)
    assert answer.exit_code == REFUSED
    assert answer.out == ""
    assert all(part in answer.err for part in ("Found:", "Needed:", "Next:"))
    assert "Phantom" not in answer.err
    assert len(answer.err.strip().splitlines()) == 1
    return answer.err


@pytest.mark.parametrize("name", ["inspect", "measure"])
def test_an_empty_folder_is_refused(command, seeds, tmp_path, name) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    lesions = ("--lesions", seeds()) if name == "measure" else ()
    _refusal(command, name, empty, *lesions)


def test_a_folder_without_dicom_is_refused(command, seeds, tmp_path) -> None:
    (tmp_path / "notes.txt").write_text("no pixels here")
    _refusal(command, "measure", tmp_path, "--lesions", seeds())


def test_a_truncated_file_is_set_aside_and_the_gap_is_said(
    command, folder, tmp_path, seeds
) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(folder, broken)
    victim = sorted(broken.rglob("*.dcm"))[len(list(broken.rglob("*.dcm"))) // 2]
    victim.write_bytes(victim.read_bytes()[: victim.stat().st_size // 2])
    told = json.loads(command("inspect", broken, "--json").out)
    aside = [entry for entry in told["account"] if entry.get("set_aside")]
    assert [Path(entry["path"]).name for entry in aside] == [victim.name]


def test_one_unreadable_series_is_said_and_the_others_are_measured(
    folder, tmp_path, monkeypatch
) -> None:
    from lesion_toolkit import workflow

    def read(series, strict):
        if "PORTAL" in series.description:
            raise InputRefused("no readable slice.", "slices.", "send it again.")
        return read_volume(series, strict=strict)

    read_volume = workflow.read_volume
    monkeypatch.setattr(workflow, "read_volume", read)
    exam = load_exam(folder)
    assert Phase.PORTAL_VENOUS not in exam.volumes
    assert exam.arterial is not None
    assert "series-left-out" in {f.code for f in exam.findings}


def test_strict_refuses_the_exam_for_one_series_that_needs_correction(
    folder, monkeypatch
) -> None:
    from lesion_toolkit import workflow

    def read(series, strict):
        if strict and "PORTAL" in series.description:
            raise InputRefused("a gantry tilt.", "straight slices.", "load it again.")
        return read_volume(series, strict=strict)

    read_volume = workflow.read_volume
    monkeypatch.setattr(workflow, "read_volume", read)
    assert Phase.PORTAL_VENOUS in load_exam(folder).volumes
    with pytest.raises(InputRefused, match="tilt"):
        load_exam(folder, strict=True)


def test_two_patients_in_one_folder_are_refused(scene, folder, tmp_path) -> None:
    both = tmp_path / "both"
    shutil.copytree(folder, both / "one")
    other = replace(scene.exam, subject=replace(scene.exam.subject, number=99))
    write_selftest_scene(replace(scene, exam=other), both / "two")
    with pytest.raises(InputRefused, match="patient identifiers"):
        load_exam(both)


def test_what_was_found_in_the_images_reaches_the_timepoint(folder, tmp_path) -> None:
    gapped = tmp_path / "gapped"
    shutil.copytree(folder, gapped)
    arterial = next(f for d, f in _series_folders(gapped).items() if "ARTERIAL" in d)
    sorted(arterial.iterdir())[10].unlink()
    (gap,) = (f for f in load_exam(gapped).findings if f.code == "missing-slices")
    assert gap.message.startswith("late arterial: ")


@pytest.mark.parametrize(
    "at_mm", [(0.0, -400.0, 12.0), (-150.0, -120.0, 12.0)], ids=["outside", "in air"]
)
def test_a_seed_outside_the_body_is_refused(command, folder, seeds, at_mm) -> None:
    _refusal(command, "measure", folder, "--lesions", seeds(at_mm))


def test_a_mask_of_another_frame_of_reference_is_refused(exam) -> None:
    here = exam.geometry
    foreign = Geometry(here.shape, here.affine, "1.2.3.4")
    array = np.zeros(here.shape, bool)
    array[10:14, 60:70, 60:70] = True
    with pytest.raises(SpaceMismatch):
        measure(exam, {"T1": Mask(array, foreign)})


def test_an_empty_mask_is_refused(exam) -> None:
    empty = Mask(np.zeros(exam.geometry.shape, bool), exam.geometry)
    with pytest.raises(InputRefused):
        measure(exam, {"T1": empty})


def test_a_timeline_with_an_unknown_state_is_refused(command, tmp_path) -> None:
    path = tmp_path / "timeline.json"
    path.write_text(
        '{"schema": "lesion-toolkit/timeline/1", "patient": "P01",'
        ' "lesions": [{"id": "T1"}], "timepoints": [{"label": "baseline",'
        ' "date": "2024-01-01", "measurements": [{"lesion": "T1", "state": "gone"}]}]}'
    )
    said = _refusal(command, "assess", path, "--criteria", "mrecist-2010")
    assert "timepoints.0.measurements.0.state" in said


@pytest.fixture
def placed(scene: SelftestScene, tmp_path: Path) -> Path:
    """Seeds file with a caliper of 56 mm straight through the dead core."""
    x, y, z = scene.tumor.shapes[0].center_mm
    path = tmp_path / "placed.csv"
    path.write_text(
        "lesion,x_mm,y_mm,z_mm,x2_mm,y2_mm,z2_mm\n"
        f"T1,{x - 28},{y},{z},{x + 28},{y},{z}\n"
    )
    return path


def test_placed_calipers_are_the_viable_diameters_where_asked(
    command, folder, placed
) -> None:
    asked = ("measure", folder, "--lesions", placed, "--json")
    (automatic,) = json.loads(command(*asked).out)["measurements"]
    (by_hand,) = json.loads(command(*asked, "--calipers-placed").out)["measurements"]
    assert automatic["caliper"]["source"] == "auto"
    assert by_hand["caliper"]["source"] == "manual"
    assert float(by_hand["viable_diameter_mm"]) == 56.0
    said = {finding["code"]: finding["message"] for finding in by_hand["findings"]}
    assert "viable-caliper-placed" in said
    crossed_mm = re.search(r"crosses (\d+) mm", said["caliper-crosses-necrosis"])
    assert float(crossed_mm[1]) == pytest.approx(38, abs=3)


def test_placed_calipers_without_a_caliper_are_a_usage_error(
    command, folder, seeds
) -> None:
    answer = command("measure", folder, "--lesions", seeds(), "--calipers-placed")
    assert answer.exit_code == USAGE
    assert "the lesions have none" in answer.err


def test_a_caliper_placed_for_no_lesion_is_a_usage_error(exam, scene) -> None:
    lesion = scene.outline_on(exam.geometry)
    ends_mm = ((-110.0, -14.0, 12.0), (-80.0, -14.0, 12.0))
    with pytest.raises(UsageRefused, match="T2"):
        measure(exam, {"T1": lesion}, placed_mm={"T2": ends_mm})


def test_the_command_measures_in_the_plane_and_with_the_readers_it_is_told(
    command, folder, seeds
) -> None:
    asked = ("measure", folder, "--lesions", seeds(), "--json")
    more = ("--plane", "oblique", "--reader-variability", "between-readers")
    (plain,) = json.loads(command(*asked).out)["measurements"]
    (oblique,) = json.loads(command(*asked, *more).out)["measurements"]
    assert oblique["whole_caliper"]["plane"] == "oblique"
    assert "oblique-not-comparable" in {f["code"] for f in oblique["findings"]}
    plain_mm, wide_mm = (
        float(m["whole_caliper"]["uncertainty_mm"]) for m in (plain, oblique)
    )
    assert wide_mm > 0.08 * float(oblique["whole_diameter_mm"]) > plain_mm


def test_the_table_shows_half_the_95_percent_interval_below_each_number(
    command, folder, seeds
) -> None:
    asked = ("measure", folder, "--lesions", seeds())
    (row,) = json.loads(command(*asked, "--json").out)["measurements"]
    shown = command(*asked).out
    assert "± half the 95 % interval" in shown
    for error in (
        row["caliper"]["uncertainty_mm"],
        row["whole_caliper"]["uncertainty_mm"],
        row["volumes"]["whole_uncertainty_ml"],
    ):
        assert f"±{1.96 * error:.1f}" in shown


def test_the_command_takes_settings_of_what_is_viable(command, folder, seeds) -> None:
    asked = ("measure", folder, "--lesions", seeds(), "--json")
    (plain,) = json.loads(command(*asked).out)["measurements"]
    for setting in ("enhancement_hu=60", "viable_means=hyperenhancing"):
        done = command(*asked, "--viability", setting)
        (found,) = json.loads(done.out)["measurements"]
        assert found["viable_volume_ml"] < plain["viable_volume_ml"], done.err


def test_the_command_judges_the_portal_venous_phase_where_told(
    command, folder, seeds
) -> None:
    asked = ("measure", folder, "--lesions", seeds(), "--json")
    done = command(*asked, "--viability", "phase=portal")
    (found,) = json.loads(done.out)["measurements"]
    assert "judged-in-portal-venous-phase" in {f["code"] for f in found["findings"]}
    assert float(found["viable_diameter_mm"]) > 0


def test_an_organ_that_is_not_found_refuses_the_comparison_in_words(
    command, folder, seeds
) -> None:
    """The field of view of this exam ends before the spleen."""
    words = ("--viability", "viable_means=hyperenhancing")
    more = ("--viability", "reference=spleen")
    said = _refusal(command, "measure", folder, "--lesions", seeds(), *words, *more)
    assert "no spleen wide enough" in said
    assert "place the regions by hand" in said


def test_a_reference_that_is_handed_in_wins_over_the_one_the_rule_names(
    exam, scene
) -> None:
    rule = ViabilityRule(
        viable_means=ViableMeans.HYPERENHANCING, reference=ReferenceOrgan.SPLEEN
    )
    outline = scene.outline_on(exam.geometry)
    placed = liver_references(exam, {"T1": outline})
    few = Finding("few-references", "One sphere only.")
    placed = dataclasses.replace(placed, findings=(few,))
    timepoint = measure(exam, {"T1": outline}, rule=rule, reference=placed)
    assert few in timepoint.findings
    assert few not in measure(exam, {"T1": outline}, reference=placed).findings
    assert timepoint.measurements[0].viable_diameter_mm is not None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--viability", "oil=viable"), "lipiodol"),
        (("--viability", "reference=spleen"), "viable_means=hyperenhancing"),
        (("--viability", "lipiodol"), "KEY=VALUE"),
        (("--therapy", "cTACE"), "KEY=VALUE"),
        (("--therapy", "TACE=2023-01-31"), "DEB-TACE"),
        (("--therapy", "cTACE=spring"), "2023-01-31"),
    ],
)
def test_settings_and_therapies_that_are_none_are_a_usage_error(
    command, folder, seeds, words, said
) -> None:
    done = command("measure", folder, "--lesions", seeds(), *words)
    assert done.exit_code == USAGE
    assert said in " ".join(done.err.split())


def test_after_ctace_ct_without_precontrast_is_not_evaluable(
    command, folder, seeds, tmp_path
) -> None:
    shutil.copytree(folder, tmp_path / "exam")
    folders = _series_folders(tmp_path / "exam")
    (before,) = (path for name, path in folders.items() if "pre" in name.lower())
    shutil.rmtree(before)
    asked = ("measure", tmp_path / "exam", "--lesions", seeds(), "--json")
    (plain,) = json.loads(command(*asked).out)["measurements"]
    assert plain["viable_diameter_mm"] is not None
    done = command(*asked, "--therapy", "cTACE=2001-01-31")
    (found,) = json.loads(done.out)["measurements"]
    assert found.get("viable_diameter_mm") is None
    assert "cTACE" in found["reason"]


@pytest.fixture
def command_segmenter(monkeypatch, tmp_path) -> str:
    """A program that marks what is bright, as other people's models are called."""
    from importlib.metadata import EntryPoint

    from lesion_toolkit import extensions

    home, group = "lesion_toolkit.command_segmenter", extensions.SEGMENTERS
    point = EntryPoint("command", f"{home}:CommandSegmenter", group)
    monkeypatch.setattr(extensions, "entry_points", lambda group: [point])
    program = tmp_path / "model.py"
    program.write_text(
        "import sys, numpy, SimpleITK as sitk\n"
        "image = sitk.ReadImage(sys.argv[1])\n"
        "flags = numpy.zeros(image.GetSize()[::-1], numpy.uint8)\n"
        "i, j, k = image.TransformPhysicalPointToIndex(eval(sys.argv[3]))\n"
        "flags[k - 2 : k + 3, j - 5 : j + 6, i - 5 : i + 6] = 1\n"
        "mask = sitk.GetImageFromArray(flags)\n"
        "mask.CopyInformation(image)\n"
        "sitk.WriteImage(mask, sys.argv[2])\n"
    )
    return f"command:{sys.executable} {program} {{image}} {{mask}}"


def test_measure_takes_a_named_segmenter_and_says_whose_outline_it_is(
    command, folder, scene, command_segmenter
) -> None:
    x, y, z = scene.click_mm
    name = f"{command_segmenter} '({x}, {y}, {z})'"
    printed = command("measure", folder, "--segmenter", name, "--json")
    assert printed.exit_code == 0, printed.err
    (found,) = json.loads(printed.out)["measurements"]
    assert found["whole_diameter_mm"] is not None
    (said,) = [f for f in found["findings"] if f["code"] == "model-output"]
    assert "weights of unknown license" in said["message"]


def test_measure_with_neither_lesions_nor_a_segmenter_is_a_usage_error(
    command, folder
) -> None:
    answer = command("measure", folder)
    assert answer.exit_code == USAGE
    assert "give a seeds file" in answer.err


def test_measure_with_an_unknown_segmenter_is_a_usage_error(command, folder) -> None:
    assert command("measure", folder, "--segmenter", "no-such").exit_code == USAGE
