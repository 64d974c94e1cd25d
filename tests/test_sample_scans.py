"""Shipped sample cases are what their description, rebuilt today, would be."""

import json
import shutil
from pathlib import Path

import pydicom
import pytest
import typer
from typer.testing import CliRunner

from lesion_toolkit.cli.samples import register
from lesion_toolkit.errors import InputRefused, UsageRefused
from lesion_toolkit.loaders.index import find_series
from lesion_toolkit.phantoms import samples
from lesion_toolkit.phantoms.samples import (
    SAMPLES,
    Sample,
    build_sample,
    copy_sample,
    sample_path,
)

every_sample = pytest.mark.parametrize("one", SAMPLES, ids=[s.name for s in SAMPLES])


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def command() -> typer.Typer:
    app = typer.Typer()
    register(app)
    return app


@every_sample
def test_a_shipped_case_is_rebuilt_byte_for_byte(one: Sample, tmp_path: Path) -> None:
    rebuilt = contents(build_sample(one.name, tmp_path))
    shipped = contents(sample_path(one.name))
    assert sorted(rebuilt) == sorted(shipped)
    assert [name for name in shipped if shipped[name] != rebuilt[name]] == []


def test_all_shipped_cases_together_stay_small() -> None:
    folders = {sample_path(one.name).parent for one in SAMPLES}
    total = sum(len(content) for f in folders for content in contents(f).values())
    assert total <= 8_000_000


@every_sample
def test_every_shipped_image_is_a_fictional_lossless_phantom(one: Sample) -> None:
    images = sorted(sample_path(one.name).rglob("*.dcm"))
    assert images
    for path in images:
        image = pydicom.dcmread(path, stop_before_pixels=True)
        assert image.file_meta.TransferSyntaxUID == pydicom.uid.JPEGLSLossless
        assert image.PatientID == f"PHANTOM-{one.case.number:04d}"
        assert str(image.PatientName).startswith("Phantom^")
        assert image.PatientComments == "Computed phantom; shows no person."


@every_sample
def test_the_expected_category_follows_from_the_expected_sizes(one: Sample) -> None:
    content = json.loads((sample_path(one.name) / "expected.json").read_text())
    baseline, follow_up = content["visits"]
    stated = {o["criteria"]: o["response"] for o in follow_up["overall"]}
    for criteria, length in (("mrecist-2010", "viable"), ("recist-1.1", "whole")):
        before, after = (
            sum(lesion[f"{length}_diameter_mm"] for lesion in visit["lesions"].values())
            for visit in (baseline, follow_up)
        )
        fell = after <= 0.7 * before
        grew = after >= 1.2 * before
        assert stated[criteria] == ("PR" if fell else "PD" if grew else "SD")
    assert stated == {"mrecist-2010": "PR", "recist-1.1": "SD"}


@every_sample
def test_every_visit_has_its_images_and_one_click_per_lesion(one: Sample) -> None:
    folder = sample_path(one.name)
    content = json.loads((folder / "expected.json").read_text())
    for visit in content["visits"]:
        assert list((folder / visit["date"]).rglob("*.dcm"))
        rows = (folder / "seeds" / f"{visit['date']}.csv").read_text().splitlines()
        assert [row.split(",")[0] for row in rows[1:]] == list(visit["lesions"])


def test_an_unknown_sample_is_refused_and_the_known_ones_are_named() -> None:
    with pytest.raises(UsageRefused, match="'two-visit'"):
        sample_path("no-such-case")


def test_a_folder_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "two-visit").mkdir()
    with pytest.raises(UsageRefused, match="there already"):
        copy_sample("two-visit", tmp_path)
    with pytest.raises(UsageRefused, match="there already"):
        build_sample("two-visit", tmp_path)
    assert list((tmp_path / "two-visit").iterdir()) == []


def test_an_installation_without_samples_says_how_to_make_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(samples, "_PLACES", (tmp_path,))
    with pytest.raises(InputRefused, match="samples build two-visit"):
        sample_path("two-visit")


def test_the_wheels_folder_is_looked_at_before_the_checkouts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    wheel, checkout = samples._PLACES
    assert wheel == Path(samples.__file__).parents[1] / "_sample_scans"
    assert checkout.name == "sample_scans"
    (tmp_path / "two-visit").mkdir()
    monkeypatch.setattr(samples, "_PLACES", (tmp_path, checkout))
    assert sample_path("two-visit") == tmp_path / "two-visit"


def test_the_command_lists_samples_as_json_and_as_text() -> None:
    as_json = CliRunner().invoke(command(), ["samples", "list", "--json"])
    assert [row["name"] for row in json.loads(as_json.stdout)] == ["two-visit"]
    as_text = CliRunner().invoke(command(), ["samples", "list"])
    assert as_text.stdout.startswith("two-visit  CT")


def test_the_command_copies_a_sample(tmp_path: Path) -> None:
    ran = CliRunner().invoke(command(), ["samples", "get", "two-visit", str(tmp_path)])
    assert ran.exit_code == 0
    assert contents(tmp_path / "two-visit") == contents(sample_path("two-visit"))


def test_lesions_clicked_at_baseline_are_measured_at_the_follow_up(command) -> None:
    """The clicks of the first visit are all the second one needs."""
    case = sample_path("two-visit")
    done = command(
        "measure",
        case / "2024-04-16",
        "--lesions",
        case / "seeds" / "2024-02-06.csv",
        "--drawn-at",
        case / "2024-02-06",
        "--json",
    )
    expected = json.loads((case / "expected.json").read_text("utf-8"))
    truth = expected["visits"][1]["lesions"]
    rows = json.loads(done.out)["measurements"]
    assert [row["lesion"] for row in rows] == list(truth)
    for row in rows:
        for name in ("viable_diameter_mm", "whole_diameter_mm"):
            known = truth[row["lesion"]][name]
            assert row[name] == pytest.approx(known, abs=expected["tolerance_mm"])
        assert "proposed-outline" in {finding["code"] for finding in row["findings"]}


def test_therapies_reach_lesions_that_are_carried_over(command, tmp_path) -> None:
    """After cTACE, CT without precontrast is not evaluable, clicked or carried."""
    case, later = sample_path("two-visit"), tmp_path / "later"
    shutil.copytree(case / "2024-04-16", later)
    for series in find_series(later).series:
        if "pre" in series.description.lower():
            shutil.rmtree(series.files[0].parent)
    done = command(
        "measure",
        later,
        "--lesions",
        case / "seeds" / "2024-02-06.csv",
        "--drawn-at",
        case / "2024-02-06",
        "--therapy",
        "cTACE=2024-02-20",
        "--json",
    )
    rows = json.loads(done.out)["measurements"]
    assert [row["lesion"] for row in rows] == ["T1", "T2"]
    for row in rows:
        assert row.get("viable_diameter_mm") is None
        assert "cTACE" in row["reason"]


def test_calipers_of_an_earlier_visit_are_no_calipers_of_this_one(command) -> None:
    case = sample_path("two-visit")
    seeds, earlier = case / "seeds" / "2024-02-06.csv", case / "2024-02-06"
    words = ("--lesions", seeds, "--drawn-at", earlier, "--calipers-placed")
    done = command("measure", case / "2024-04-16", *words)
    assert done.exit_code == 2
    assert "earlier visit" in done.err


def test_an_earlier_visit_of_another_patient_is_refused(command, tmp_path) -> None:
    case = sample_path("two-visit")
    shutil.copytree(case / "2024-02-06", tmp_path / "other")
    for image in (tmp_path / "other").rglob("*.dcm"):
        content = pydicom.dcmread(image)
        content.PatientID = "ANOTHER-7731"
        content.save_as(image)
    seeds = case / "seeds" / "2024-02-06.csv"
    words = ("--lesions", seeds, "--drawn-at", tmp_path / "other")
    done = command("measure", case / "2024-04-16", *words)
    assert done.exit_code == 3
    assert "different patient identifiers" in " ".join(done.err.split())
    assert "7731" not in done.err + done.out
