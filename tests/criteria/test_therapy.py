"""Therapies travel with lesions and say how their scans are to be read."""

import datetime
from dataclasses import replace

import pytest

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.response import Response
from lesion_toolkit.model.therapy import Therapy, TherapyKind
from lesion_toolkit.model.timeline import Timeline, TreatmentLine

BASELINE = datetime.date(2023, 4, 18)
"""The first visit of the timelines here; the others follow 56 days apart."""


def _day(days: int) -> datetime.date:
    return BASELINE + datetime.timedelta(days)


def _treated(timeline: Timeline, kind: TherapyKind, days: int, **lesion) -> Timeline:
    t1 = Lesion("T1", therapies=(Therapy(kind, _day(days)),), **lesion)
    others = tuple(one for one in timeline.lesions if one.id != "T1")
    return replace(timeline, lesions=(t1, *others))


def _codes(timeline: Timeline, criteria: str = "mrecist-2010") -> list[list[str]]:
    course = assess(timeline, criteria)
    return [[finding.code for finding in a.findings] for a in course.assessments]


@pytest.mark.parametrize("kind", [TherapyKind.TARE, TherapyKind.SBRT])
def test_enhancement_after_radiation_is_to_be_read_with_care(timeline_of, kind) -> None:
    timeline = _treated(timeline_of(50, 40, 20), kind, 3)
    assert _codes(timeline) == [[], ["radiation-treated"], ["radiation-treated"]]


def test_the_whole_tumor_is_measured_alike_after_radiation(timeline_of) -> None:
    timeline = _treated(timeline_of(50, 40), TherapyKind.TARE, 3)
    assert _codes(timeline, "recist-1.1") == [[], []]


@pytest.mark.parametrize(("days", "early"), [(27, True), (28, False), (29, False)])
def test_a_scan_within_four_weeks_of_a_local_therapy_is_early(
    timeline_of, days, early
) -> None:
    timeline = _treated(timeline_of(50, 40), TherapyKind.ABLATION, 56 - days)
    assert _codes(timeline)[1] == (["scan-early-after-therapy"] if early else [])


def test_a_therapy_on_the_day_of_the_scan_comes_after_it(timeline_of) -> None:
    timeline = _treated(timeline_of(50, 40), TherapyKind.TARE, 56)
    assert _codes(timeline) == [[], []]


def test_lipiodol_hides_enhancement_on_ct_and_not_on_mr(timeline_of) -> None:
    timeline = _treated(timeline_of(50, 40, 30), TherapyKind.CTACE, 1)
    baseline, *visits = timeline.timepoints
    seen = [replace(t, modality=m) for t, m in zip(visits, ("CT", "MR"), strict=True)]
    timeline = replace(timeline, timepoints=(baseline, *seen))
    assert _codes(timeline) == [[], ["lipiodol-hides-enhancement"], []]


def test_the_latest_local_therapy_counts_and_systemic_ones_do_not(timeline_of) -> None:
    therapies = (
        Therapy(TherapyKind.DEB_TACE, _day(-300)),
        Therapy(TherapyKind.TARE, _day(2)),
        Therapy(TherapyKind.SYSTEMIC, _day(20)),
    )
    lesion = Lesion("T1", therapies=therapies)
    timeline = replace(timeline_of(50, 40), lesions=(lesion,))
    assert _codes(timeline) == [["readers-agree-less"], ["radiation-treated"]]


def test_a_treatment_line_treats_every_target(timeline_of) -> None:
    timeline = timeline_of({"T1": 50, "T2": 30}, {"T1": 40, "T2": 20})
    line = TreatmentLine("TARE of both lobes", BASELINE, TherapyKind.TARE)
    course = assess(replace(timeline, treatment_lines=(line,)), "mrecist-2010")
    found = course.assessments[1].findings
    (finding,) = (f for f in found if f.code == "radiation-treated")
    assert finding.message.startswith("T1 and T2: 56 days after TARE (18 Apr 2023).")


def test_no_therapy_changes_a_category(timeline_of) -> None:
    plain = timeline_of(50, 30)
    for kind in TherapyKind:
        course = assess(_treated(plain, kind, 1), "mrecist-2010")
        assert course.assessments[1].overall is Response.PR


def test_therapies_come_back_from_json(timeline_of) -> None:
    timeline = _treated(timeline_of(50, 40), TherapyKind.CTACE, 1)
    line = TreatmentLine("sorafenib", BASELINE, TherapyKind.SYSTEMIC)
    timeline = replace(timeline, treatment_lines=(line,))
    assert Timeline.from_json(timeline.to_json()) == timeline


def _of_second_line(timeline: Timeline, first_start: int) -> list[str]:
    lines = (
        TreatmentLine("1st", _day(first_start), TherapyKind.TARE),
        TreatmentLine("2nd", _day(57), TherapyKind.SYSTEMIC),
    )
    course = assess(replace(timeline, treatment_lines=lines), "mrecist-2010")
    found = [f for a in course.assessments if a.line == "2nd" for f in a.findings]
    return [f.message for f in found if f.code == "radiation-treated"]


def test_a_line_did_not_treat_what_was_first_seen_after_it_began(timeline_of) -> None:
    timeline = timeline_of({"T1": 30}, {"T1": 20, "T2": 15}, {"T1": 20, "T2": 15})
    said = _of_second_line(timeline, first_start=2)
    assert len(said) == 2
    assert all(message.startswith("T1:") for message in said)


def test_without_a_scan_before_a_line_nothing_is_known_to_be_newer(timeline_of) -> None:
    timeline = timeline_of({"T1": 30}, {"T1": 20}, {"T1": 20})
    assert len(_of_second_line(timeline, first_start=-30)) == 2


@pytest.mark.parametrize("kind", [TherapyKind.RESECTION, TherapyKind.ABLATION])
@pytest.mark.parametrize("criteria", ["mrecist-2010", "recist-1.1"])
def test_a_target_removed_after_a_visit_is_not_evaluable_from_then_on(
    timeline_of, kind, criteria
) -> None:
    """Its absence is the work of the surgeon, not of the therapy that is assessed."""
    visits = [{"T1": 50, "T2": 30}, {"T1": 45, "T2": 28}, {"T1": "absent", "T2": 28}]
    answers = assess(_treated(timeline_of(*visits), kind, 70), criteria).assessments
    assert [str(a.target) for a in answers[1:]] == ["SD", "NE"]
    assert answers[2].sum_mm is None
    codes = {finding.code: finding.message for finding in answers[2].findings}
    said = f"T1 is not evaluable: {kind} on study (27 Jun 2023)."
    assert codes["target-not-evaluable"] == said


def test_what_is_left_after_a_resection_may_still_prove_progression(
    timeline_of,
) -> None:
    visits = [{"T1": 20, "T2": 30}, {"T1": 20, "T2": 30}, {"T1": "absent", "T2": 70}]
    timeline = _treated(timeline_of(*visits), TherapyKind.RESECTION, 70)
    assert assess(timeline, "recist-1.1").assessments[2].overall is Response.PD


def test_the_ablation_that_is_assessed_leaves_its_target_evaluable(timeline_of) -> None:
    """The first session and a further one of the same kind."""
    therapies = tuple(Therapy(TherapyKind.ABLATION, _day(day)) for day in (3, 70))
    lesion = Lesion("T1", therapies=therapies)
    timeline = replace(timeline_of(50, 40, "absent"), lesions=(lesion,))
    answers = assess(timeline, "mrecist-2010").assessments
    assert [str(a.target) for a in answers[1:]] == ["SD", "CR"]


def test_a_resection_counts_for_the_line_it_fell_in_only(timeline_of) -> None:
    """In a line that begins later the site is followed as it is at its baseline."""
    visits = [{"T1": 50, "T2": 30}, {"T1": 45, "T2": 30}, {"T1": 12, "T2": 30}]
    visits.append({"T1": 12, "T2": 20})
    timeline = timeline_of(*visits, lines={"first": 0, "second": 112})
    course = assess(_treated(timeline, TherapyKind.RESECTION, 70), "recist-1.1")
    second = [a for a in course.assessments if a.line == "second"]
    assert second[-1].target is Response.SD
    assert second[-1].sum_mm == 32
