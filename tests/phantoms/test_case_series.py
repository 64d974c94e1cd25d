"""The five patients tell the stories of the published series, by plain arithmetic."""

import csv
import io
import math
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from lesion_toolkit.model.lesion import Kind, Role
from lesion_toolkit.model.response import Response
from lesion_toolkit.model.timeline import NonTargetStatus
from lesion_toolkit.phantoms.anatomy import AORTA, CAVA, liver
from lesion_toolkit.phantoms.case_series import case_series
from lesion_toolkit.phantoms.cases import (
    Case,
    Visit,
    alter_tumor,
    expected,
    seeds_csv,
    write_case,
)
from lesion_toolkit.phantoms.shapes import Ellipsoid
from lesion_toolkit.phantoms.tumor import Tumor

CASES = {case.label: case for case in case_series()}
REGORAFENIB = "regorafenib"
CLEARANCE_MM = 3.0
"""A click must be able to find the lesion alone: nothing bright may touch it."""

every_case = pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))


def sums_mm(case: Case, visit: str) -> tuple[float, float]:
    """Sums of the viable and of the whole diameters."""
    truth = case.truth(case.visit(visit)).values()
    return (
        sum(t.viable_diameter_mm for t in truth),
        sum(t.whole_diameter_mm for t in truth),
    )


def category(before: float, after: float) -> Response:
    """Target response from a sum at baseline (also the nadir) and one later sum."""
    if after == 0:
        return Response.CR
    if after <= 0.7 * before:
        return Response.PR
    if after >= 1.2 * before and after - before >= 5:
        return Response.PD
    return Response.SD


@every_case
def test_the_stated_answers_follow_from_the_true_sums(case: Case) -> None:
    starts = {line.name: line.start for line in case.treatment_lines}
    assert {a.criteria for a in case.answers} == {"mrecist-2010", "recist-1.1"}
    for answer in case.answers:
        before = max(
            (v for v in case.visits if v.date <= starts[answer.line]),
            key=lambda v: v.date,
        )
        viable, whole = zip(
            sums_mm(case, before.label), sums_mm(case, answer.visit), strict=True
        )
        sums = viable if answer.criteria == "mrecist-2010" else whole
        assert category(*sums) is answer.overall


def test_the_series_has_one_partial_response_three_stable_one_progression() -> None:
    overall = [
        answer.overall
        for case in CASES.values()
        for answer in case.answers
        if (answer.line, answer.criteria) == (REGORAFENIB, "mrecist-2010")
    ]
    assert overall == ["PR", "PD", "SD", "SD", "SD"]


def test_case_1_answers_by_enhancement_and_not_by_outline() -> None:
    case = CASES["case-1"]
    viable, whole = zip(
        sums_mm(case, "baseline"), sums_mm(case, "follow-up"), strict=True
    )
    assert viable[1] / viable[0] - 1 == pytest.approx(-0.38, abs=0.02)
    assert abs(whole[1] / whole[0] - 1) < 0.05
    answers = {(a.line, a.criteria): a.overall for a in case.answers}
    assert answers[REGORAFENIB, "recist-1.1"] is Response.SD
    assert answers["atezolizumab + bevacizumab", "mrecist-2010"] is Response.PD


@every_case
@pytest.mark.parametrize("error", [-0.05, 0.05])
def test_the_category_survives_five_percent_of_measurement_error(
    case: Case, error: float
) -> None:
    wanted = {(a.line, a.criteria): a.overall for a in case.answers}
    before, _ = sums_mm(case, "baseline")
    after, _ = sums_mm(case, "follow-up")
    found = category(before * (1 - error), after * (1 + error))
    assert found is wanted[REGORAFENIB, "mrecist-2010"]


@pytest.mark.parametrize(
    ("label", "visit", "size_cm"),
    [
        ("case-1", "December 2022", 6.8),
        ("case-2", "baseline", 2.0),
        ("case-3", "baseline", 2.5),
        ("case-4", "baseline", 14.0),
        ("case-5", "baseline", 4.0),
    ],
)
def test_the_largest_lesion_has_the_published_size(
    label: str, visit: str, size_cm: float
) -> None:
    truth = CASES[label].truth(CASES[label].visit(visit))
    largest = max(t.whole_diameter_mm for t in truth.values())
    assert largest == pytest.approx(10 * size_cm, abs=0.1)


def test_months_and_clinical_facts_are_the_papers() -> None:
    first_and_last = {
        label: tuple(
            v.date.strftime("%Y-%m") for v in (case.visits[0], case.visits[-1])
        )
        for label, case in CASES.items()
    }
    assert first_and_last == {
        "case-1": ("2022-12", "2023-07"),
        "case-2": ("2022-11", "2023-03"),
        "case-3": ("2023-04", "2023-07"),
        "case-4": ("2022-03", "2022-05"),
        "case-5": ("2023-01", "2023-03"),
    }
    facts = [case.clinical for case in CASES.values()]
    assert [f.pfs_months for f in facts if f] == [5, 3, 4, 5, 4]
    assert [f.age_years for f in facts if f] == [58, 63, 56, 60, 64]
    assert [f.sex for f in facts if f] == ["M", "M", "F", "M", "M"]
    assert [f.bclc for f in facts if f] == ["C", "B", "B", "C", "C"]
    assert [f.afp_ng_ml for f in facts if f] == [2745, 12.7, 136119, 133.6, 34.3]


@every_case
def test_visits_ascend_and_follow_the_start_of_treatment_by_8_to_13_weeks(
    case: Case,
) -> None:
    dates = [visit.date for visit in case.visits]
    assert dates == sorted(set(dates))
    start = case.treatment_lines[-1].start
    assert dates[-2] <= start <= dates[-2].replace(day=dates[-2].day + 2)
    weeks = (dates[-1] - start).days / 7
    assert 8 <= weeks <= 13.1


def test_metastasis_and_thrombi_are_non_target_as_in_the_paper() -> None:
    kinds = {
        label: {x.kind for x in case.lesions if x.role is Role.NON_TARGET}
        for label, case in CASES.items()
    }
    assert kinds["case-1"] == {Kind.BONE}
    assert Kind.THROMBUS in kinds["case-4"]
    assert Kind.THROMBUS in kinds["case-5"]
    assert kinds["case-2"] == kinds["case-3"] == set()


@every_case
def test_every_lesion_is_somewhere_at_every_visit_and_every_non_target_is_stated(
    case: Case,
) -> None:
    for number, visit in enumerate(case.visits):
        assert {t.lesion for t in visit.scene.tumors} == {x.id for x in case.lesions}
        non_targets = {x.id for x in case.lesions if x.role is Role.NON_TARGET}
        assert {n.lesion for n in visit.non_targets} == non_targets
        wanted = NonTargetStatus.NON_CR_NON_PD if number else NonTargetStatus.PRESENT
        assert all(n.status is wanted for n in visit.non_targets)


def _grown(shape: Ellipsoid, by_mm: float) -> Ellipsoid:
    a, b, c = (axis + by_mm for axis in shape.semi_axes_mm)
    return replace(shape, semi_axes_mm=(a, b, c))


def _points_within(tumor: Tumor, margin_mm: float) -> np.ndarray:
    """Points (x, y, z) of a lesion grown by a margin, about 2 mm apart."""
    grown = [_grown(shape, margin_mm) for shape in tumor.outline]
    low = np.min([shape.bounds_mm[0] for shape in grown], axis=0)
    high = np.max([shape.bounds_mm[1] for shape in grown], axis=0)
    axes = [
        np.linspace(a, b, 2 + int((b - a) / 2)) for a, b in zip(low, high, strict=True)
    ]
    points = np.stack(np.meshgrid(*axes), axis=-1).reshape(-1, 3).T
    inside = np.any([shape.level(*points) < 1 for shape in grown], axis=0)
    return points[:, inside]


@every_case
def test_targets_lie_in_the_liver_clear_of_vessels_and_of_each_other(
    case: Case,
) -> None:
    for visit in case.visits:
        scene = visit.scene
        for target in case.targets:
            tumor = scene.tumor(target.id)
            points = _points_within(tumor, CLEARANCE_MM)
            assert (liver(scene.build).level(*points) < 1).all()
            others = [x for t in scene.tumors if t is not tumor for x in t.outline]
            vessels = [s.shape for s in (*scene.vessels, *scene.deposits, AORTA, CAVA)]
            for obstacle in (*others, *vessels):
                assert (obstacle.level(*points) >= 1).all()


@every_case
def test_every_slice_of_every_lesion_is_covered_by_the_scan(case: Case) -> None:
    geometry = case.protocol.geometry
    for visit in case.visits:
        for tumor in visit.scene.tumors:
            for shape in tumor.outline:
                for corner in shape.moved(visit.scene.breath_mm).bounds_mm:
                    assert geometry.contains(corner)


@every_case
def test_clicks_lie_in_living_tissue_of_the_exam(case: Case) -> None:
    for visit in case.visits:
        for lesion, at_mm in case.clicks_mm(visit).items():
            offset = np.add(visit.table_mm, visit.scene.breath_mm)
            point = np.reshape(np.subtract(at_mm, offset), (3, 1))
            tumor = visit.scene.tumor(lesion)
            inside = np.stack([shape.level(*point) < 1 for shape in tumor.shapes])
            assert tumor.is_viable(inside).all()


@every_case
def test_the_seeds_file_holds_one_click_per_target(case: Case) -> None:
    visit = case.visits[0]
    rows = list(csv.DictReader(io.StringIO(seeds_csv(case, visit))))
    assert [row["lesion"] for row in rows] == [x.id for x in case.targets]
    for row in rows:
        at = tuple(float(row[f"{axis}_mm"]) for axis in "xyz")
        assert at == case.clicks_mm(visit)[row["lesion"]]
        assert (row["role"], row["organ"], row["kind"]) == ("target", "liver", "mass")


def test_no_two_exams_of_a_patient_share_a_place_on_the_table() -> None:
    for case in CASES.values():
        tables = [visit.table_mm for visit in case.visits]
        for n, table in enumerate(tables):
            assert all(math.dist(table, other) > 5 for other in tables[:n])


def test_ct_and_mr_are_both_shown_and_one_case_stacks_its_phases() -> None:
    modalities = {label: case.protocol.modality for label, case in CASES.items()}
    assert modalities == {
        "case-1": "CT",
        "case-2": "CT",
        "case-3": "MR",
        "case-4": "CT",
        "case-5": "MR",
    }
    stacked = [
        label
        for label, case in CASES.items()
        if len({a.series_number for a in case.protocol.acquisitions})
        < len(case.protocol.acquisitions)
    ]
    assert stacked == ["case-2"]


def test_altering_a_lesion_at_one_visit_changes_the_true_category() -> None:
    case = CASES["case-1"]
    follow_up = case.visit("follow-up").scene.tumor("T1")
    alive = alter_tumor(case, "follow-up", "T1", necrosis=(), islands=())
    assert alive.visit("baseline") is case.visit("baseline")
    assert alive.visit("follow-up").scene.tumor("T1").outline == follow_up.outline
    before, _ = sums_mm(alive, "baseline")
    after, _ = sums_mm(alive, "follow-up")
    assert category(before, after) is Response.SD


def test_altering_a_lesion_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError, match="T9"):
        alter_tumor(CASES["case-1"], "follow-up", "T9", necrosis=())
    with pytest.raises(KeyError, match="someday"):
        alter_tumor(CASES["case-1"], "someday", "T1", necrosis=())


def test_expected_states_the_truth_to_a_tenth_of_a_millimeter() -> None:
    content = expected(CASES["case-5"])
    assert content["tolerance_mm"] == pytest.approx(1.5 * math.sqrt(2), abs=0.05)
    baseline, follow_up = content["visits"]
    assert baseline["overall"] == []
    assert {o["criteria"]: o["response"] for o in follow_up["overall"]} == {
        "mrecist-2010": "SD",
        "recist-1.1": "SD",
    }
    assert baseline["lesions"]["T1"]["whole_diameter_mm"] == 40.0


def small(case: Case) -> Case:
    """The same patient on a grid that is quick to write."""
    protocol = replace(case.protocol, shape=(4, 24, 24), spacing_mm=(40, 15, 15))
    return replace(case, protocol=protocol)


def test_a_written_case_has_one_folder_per_visit_and_its_seeds_beside(
    tmp_path: Path,
) -> None:
    written = write_case(small(CASES["case-1"]), tmp_path)
    folders = sorted(p.name for p in (tmp_path / "case-1").iterdir())
    assert folders == ["2022-12-20", "2023-04-18", "2023-07-04", "seeds"]
    for visit in written.visits:
        found = {p for p in visit.directory.rglob("*") if p.is_file()}
        assert found == set(visit.files)
        assert visit.seeds.read_text() == seeds_csv(written.case, visit.visit)


def test_no_file_or_folder_is_named_after_the_patient(tmp_path: Path) -> None:
    write_case(small(CASES["case-3"]), tmp_path)
    names = " ".join(str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*"))
    assert "phantom" not in names.lower()


def test_unused_dates_do_not_slip_in() -> None:
    every: list[Visit] = [v for case in CASES.values() for v in case.visits]
    assert len(every) == 11
    assert max(v.date for v in every) <= date(2023, 7, 31)
