"""The demo: five patients from DICOM files to the published outcome."""

import csv
import json
from pathlib import Path

import pytest

from lesion_toolkit.cli.demo import measured_timelines
from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.loaders.timelines import read_timeline
from lesion_toolkit.phantoms.case_series import case_series
from lesion_toolkit.phantoms.cases import alter_tumor, write_case

BEST = {"case-1": "PR", "case-2": "PD", "case-3": "SD", "case-4": "SD", "case-5": "SD"}


@pytest.fixture(scope="module")
def demo(tmp_path_factory) -> tuple[Path, dict]:
    """Run the demo once; its folder and what it printed."""
    import contextlib
    import io

    from lesion_toolkit.cli.demo import demo as run

    folder, printed = tmp_path_factory.mktemp("demo"), io.StringIO()
    with contextlib.redirect_stdout(printed):
        run(folder, json=True)
    return folder, json.loads(printed.getvalue())


def test_one_partial_response_three_stable_one_progression(demo) -> None:
    _, outcomes = demo
    assert outcomes["mrecist-2010"]["best_overall_response"] == BEST


def test_recist_misses_the_response_that_mrecist_sees(demo) -> None:
    _, outcomes = demo
    assert outcomes["recist-1.1"]["best_overall_response"]["case-1"] == "SD"


def test_rates_and_their_exact_intervals_are_those_of_one_and_four_of_five(
    demo,
) -> None:
    rates = demo[1]["mrecist-2010"]
    response, control = (
        rates[f"{name}_rate"] for name in ("objective_response", "disease_control")
    )
    assert (response["count"], response["n"], control["count"]) == (1, 5, 4)
    # Clopper-Pearson, symmetric: 1 of 5 is 0.51 to 71.64 %, 4 of 5 mirrors it
    assert (response["low"], response["high"]) == pytest.approx(
        (0.0051, 0.7164), abs=1e-4
    )
    assert (control["low"], control["high"]) == pytest.approx(
        (0.2836, 0.9949), abs=1e-4
    )


def test_case_1_had_progressed_on_its_previous_line(demo) -> None:
    folder, _ = demo
    timeline = read_timeline(folder / "patients" / "case-1" / "timeline.json")
    course = assess(timeline, "mrecist-2010")
    earlier, later = course.lines
    assert earlier.best_overall_response == "PD"
    assert earlier.progression_date == later_baseline(timeline)
    assert later.best_overall_response == "PR"


def later_baseline(timeline):
    return timeline.timepoints[1].date


def test_tables_reports_and_timelines_of_every_patient_are_there(demo) -> None:
    folder, _ = demo
    with (folder / "cohort.csv").open(newline="", encoding="utf-8") as table:
        rows = {row["patient"]: row for row in csv.DictReader(table)}
    assert {p: r["mrecist_2010_best_response"] for p, r in rows.items()} == BEST
    assert rows["case-3"]["afp_ng_ml"] == "136119"
    assert (folder / "report.html").stat().st_size > 100_000
    for patient in BEST:
        assert (folder / "patients" / patient / "timeline.json").is_file()
        assert (folder / "patients" / patient / "report.html").is_file()


def test_the_page_beside_the_paper_says_what_the_demo_measures(demo) -> None:
    folder, _ = demo
    page = Path(__file__).parents[2] / "docs" / "validation" / "case-series.md"
    text = page.read_text("utf-8")
    with (folder / "assessments.csv").open(newline="", encoding="utf-8") as table:
        rows = [r for r in csv.DictReader(table) if r["line"] == "regorafenib"]
    for number, published in enumerate(BEST.values(), start=1):
        cells = [f"{number}", published]
        for criteria in ("mRECIST", "RECIST 1.1"):
            before, after = (
                row
                for row in rows
                if row["patient"] == f"case-{number}" and row["criteria"] == criteria
            )
            sums = [f"{float(row['sum_mm']):.1f}" for row in (before, after)]
            cells += [after["overall"], f"{sums[0]} → {sums[1]} mm"]
        assert f"| {' | '.join(cells)} |" in text


def test_measured_diameters_are_those_of_the_phantoms(demo) -> None:
    folder, _ = demo
    for case in case_series():
        timeline = read_timeline(folder / "patients" / case.label / "timeline.json")
        for visit, timepoint in zip(case.visits, timeline.timepoints, strict=True):
            for lesion, truth in case.truth(visit).items():
                found = timepoint.measurement_of(lesion)
                assert float(found.viable_diameter_mm) == pytest.approx(
                    truth.viable_diameter_mm, abs=3.0, rel=0.06
                ), (case.label, visit.label, lesion)
                assert float(found.whole_diameter_mm) == pytest.approx(
                    truth.whole_diameter_mm, abs=3.0, rel=0.06
                ), (case.label, visit.label, lesion)


def test_another_tumor_in_the_pixels_gives_another_category(tmp_path) -> None:
    case = case_series()[2]
    lesion = case.visits[1].scene.tumor("T1")
    grown = lesion.scaled(1.5)
    altered = alter_tumor(
        case, "follow-up", "T1", outline=grown.outline, necrosis=grown.necrosis
    )
    (timeline,) = measured_timelines([write_case(altered, tmp_path)], lambda _: None)
    assert assess(timeline, "mrecist-2010").best_overall_response == "PD"
