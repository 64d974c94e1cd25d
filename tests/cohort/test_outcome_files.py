"""Figures and tables of a cohort: each figure beside what it shows."""

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from lesion_toolkit.cohort.analysis import CohortOutcomes
from lesion_toolkit.cohort.cross_table import cross_table
from lesion_toolkit.cohort.drawing import LOOKS, look_of, write_figure
from lesion_toolkit.cohort.outcome_files import write_outcomes
from lesion_toolkit.cohort.outcomes import Cohort
from lesion_toolkit.cohort.survival_figures import survival_figure
from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.errors import InputRefused, UsageRefused
from lesion_toolkit.model.response import Response

SUMS = {
    "P01": [100, 60, 50, 65],
    "P02": [80, 85, 130],
    "P03": [50, 0, 0],
    "P04": [60, 61, 62, 63],
    "P05": [70],
    "P06": [40, 150],
}
FIGURES = ("waterfall", "spider", "swimmer", "pfs", "ttp", "os", "dor", "os_landmark")


@pytest.fixture(scope="module")
def outcomes(course_of: Callable[..., object]) -> CohortOutcomes:
    viable = Cohort(
        tuple(
            course_of(p, sums, death_after=500 if p == "P02" else None)
            for p, sums in SUMS.items()
        )
    )
    whole = Cohort(tuple(assess(c.timeline, "recist-1.1") for c in viable.courses))
    groups = {p: "B" if p in {"P01", "P02"} else "C" for p in SUMS if p != "P06"}
    return CohortOutcomes(viable, (whole,), groups)


@pytest.fixture(scope="module")
def folder(outcomes: CohortOutcomes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("cohort") / "new" / "folder"
    write_outcomes(outcomes, out, landmark_days=90)
    return out


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", FIGURES)
def test_each_figure_is_drawn_twice_and_has_its_table(folder: Path, name: str) -> None:
    svg = (folder / f"{name}.svg").read_text("utf-8")
    assert svg.startswith("<?xml")
    assert "<text" in svg  # text stays text, which can be searched and restyled
    assert (folder / f"{name}.png").read_bytes().startswith(b"\x89PNG")
    assert rows(folder / f"{name}.csv")


def test_bars_stand_in_order_and_who_has_none_is_last(folder: Path) -> None:
    found = rows(folder / "waterfall.csv")
    assert [row["patient"] for row in found] == [
        *("P06", "P02", "P04", "P01", "P03"),
        "P05",
    ]
    assert [row["best_change_pct"] for row in found] == [
        *("275", "6.25", "1.67", "-50", "-100"),
        "",
    ]


def test_a_bar_that_is_cut_off_says_its_height(folder: Path) -> None:
    svg = (folder / "waterfall.svg").read_text("utf-8")
    assert ">275<" in svg
    assert "1 patient not shown: no sum after baseline" in svg


def test_the_swimmer_shows_what_happened_when(folder: Path) -> None:
    by_patient = {row["patient"]: row for row in rows(folder / "swimmer.csv")}
    assert by_patient["P02"]["death_days"] == "500"
    assert by_patient["P02"]["progression_days"] == "120"
    assert by_patient["P01"]["response_days"] == "60"
    assert by_patient["P04"]["progression_days"] == ""


def test_every_visit_is_a_point_of_the_spider(folder: Path) -> None:
    found = rows(folder / "spider.csv")
    assert len(found) == sum(len(sums) - 1 for sums in SUMS.values())
    assert found[0] == {
        "patient": "P01",
        "days": "60",
        "change_pct": "-40",
        "overall": "PR",
        "new_lesion": "no",
    }


def test_patients_times_say_why_they_end(folder: Path) -> None:
    by_patient = {row["patient"]: row for row in rows(folder / "patients.csv")}
    assert by_patient["P02"]["pfs_event"] == "1"
    assert by_patient["P02"]["pfs_why"] == "progression"
    assert by_patient["P04"]["pfs_event"] == "0"
    assert "no progression was seen" in by_patient["P04"]["pfs_why"]
    assert by_patient["P04"]["dor_days"] == ""


def test_the_summary_says_what_the_tables_say(folder: Path) -> None:
    said = json.loads((folder / "outcomes.json").read_text("utf-8"))
    assert said["patients"] == 6
    assert said["objective_response"]["count"] == 2
    assert said["objective_response"]["n"] == 6
    assert said["times"]["os"]["events"] == 1
    assert said["landmark"] == {
        "days": 90,
        "responders": 2,
        "others": 2,
        "left_out": 2,
    }


def test_subgroups_add_up_and_an_unknown_one_is_told(folder: Path) -> None:
    found = rows(folder / "subgroups.csv")
    assert [row["subgroup"] for row in found] == ["B", "C", "not known"]
    assert sum(int(row["n"]) for row in found) == len(SUMS)
    assert {row["group"] for row in rows(folder / "pfs.csv")} == {
        *("B", "C"),
        "not known",
    }


def test_a_figure_drawn_again_is_the_same_bytes(
    outcomes: CohortOutcomes, tmp_path: Path
) -> None:
    curve = outcomes.curve("os")
    assert curve is not None
    for again in ("one", "two"):
        figure = survival_figure({"": curve}, "Overall survival")
        write_figure(tmp_path, again, figure, (), ())
    for ending in ("svg", "png"):
        one, two = (tmp_path / f"{again}.{ending}" for again in ("one", "two"))
        assert one.read_bytes() == two.read_bytes()


def test_categories_differ_without_color_too() -> None:
    looks = [look_of(r) for r in (Response.CR, Response.PR, Response.SD, Response.PD)]
    for feature in ("color", "hatch", "marker"):
        assert len({getattr(look, feature) for look in looks}) == 4


@pytest.mark.parametrize(
    ("response", "like"),
    [("iCR", "CR"), ("imPR", "PR"), ("iUPD", "PD"), ("iCPD", "PD"), ("TE4", "CR")],
)
def test_kin_categories_look_alike(response: str, like: str) -> None:
    assert look_of(Response(response)) is LOOKS[like]


def test_no_file_names_a_patient(folder: Path) -> None:
    assert not [p for p in folder.iterdir() if re.search(r"P0\d", p.name)]


# ------------------------------------------------------------------ cross-table
def test_patients_are_counted_by_both_criteria(outcomes: CohortOutcomes) -> None:
    (table,) = outcomes.cross_tables
    assert sum(map(sum, table.counts)) == len(SUMS)
    place = {category: n for n, category in enumerate(table.categories)}
    assert table.counts[place[Response.CR]][place[Response.SD]] == 1
    assert (table.first_only, table.second_only) == (2, 0)
    assert table.mcnemar_p == pytest.approx(0.5)  # 2 of 2 one way: 2 * (1/2)^2


def test_a_cohort_agrees_with_itself(outcomes: CohortOutcomes) -> None:
    table = cross_table(outcomes.cohort, outcomes.cohort)
    assert table.kappa.value == pytest.approx(1)
    assert (table.first_only, table.second_only, table.mcnemar_p) == (0, 0, 1)


def test_immune_categories_are_compared_with_their_kin(
    outcomes: CohortOutcomes,
) -> None:
    immune, plain = (
        Cohort(tuple(assess(c.timeline, name) for c in outcomes.cohort.courses))
        for name in ("irecist", "recist-1.1")
    )
    assert set(immune.best_responses.values()) != set(plain.best_responses.values())
    assert cross_table(immune, plain).kappa.value != 0


def test_only_the_same_patients_are_crossed(outcomes: CohortOutcomes) -> None:
    with pytest.raises(UsageRefused, match="same patients"):
        cross_table(outcomes.cohort, Cohort(outcomes.cohort.courses[1:]))


# ------------------------------------------------------------------ refused
def test_an_unknown_endpoint_is_refused(outcomes: CohortOutcomes) -> None:
    with pytest.raises(UsageRefused, match="pfs, ttp, os, dor"):
        outcomes.curve("efs")


def test_a_folder_that_cannot_be_made_is_refused(
    outcomes: CohortOutcomes, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InputRefused, match="cannot be made"):
        write_outcomes(outcomes, tmp_path / "file")
