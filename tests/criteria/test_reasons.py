"""The reason of each assessment, as a radiologist would write it."""

import pytest

from lesion_toolkit.criteria.engine import assess

RECIST, MRECIST, TRIAL = "recist-1.1", "mrecist-2010", "mrecist-trial"


def last_reason(timeline, criteria=RECIST, **switches):
    return assess(timeline, criteria, **switches).assessments[-1].reason


@pytest.mark.parametrize(
    ("sums", "criteria", "said"),
    [
        (
            (52.3, 35.0),
            MRECIST,
            "Viable sum 35.0 mm, down 33.1 % from baseline 52.3 mm (18 Apr 2023), "
            "at least 30 %: PR.",
        ),
        (
            (50, 45),
            RECIST,
            "Sum 45.0 mm, down 10.0 % from baseline 50.0 mm (18 Apr 2023), "
            "less than 30 %: SD.",
        ),
        (
            (50, 50),
            RECIST,
            "Sum 50.0 mm, the same as baseline 50.0 mm (18 Apr 2023), "
            "less than 30 %: SD.",
        ),
        (
            (50, 57),
            RECIST,
            "Sum 57.0 mm, up 14.0 % (+7.0 mm) from baseline 50.0 mm (18 Apr 2023), "
            "the smallest sum so far, less than 20 %: SD.",
        ),
        (
            (100, 30, 40),
            RECIST,
            "Sum 40.0 mm, up 33.3 % (+10.0 mm) from the nadir 30.0 mm "
            "(V1, 13 Jun 2023), at least 20 % and 5 mm (though 60.0 % below baseline "
            "100.0 mm (18 Apr 2023)): PD.",
        ),
        (
            (40, 20, 24.9),
            TRIAL,
            "Viable sum 24.9 mm, down 37.8 % from baseline 40.0 mm (18 Apr 2023), "
            "at least 30 %; up 24.5 % (+4.9 mm) from the nadir 20.0 mm "
            "(V1, 13 Jun 2023), but by less than 5 mm: PR.",
        ),
        (
            (40, 0),
            MRECIST,
            "Viable sum 0.0 mm, no viable tumor left in any target: CR.",
        ),
        (
            (40, None, 0, 6),
            MRECIST,
            "Viable sum 6.0 mm, up 6.0 mm from the nadir 0.0 mm (V2, 8 Aug 2023), "
            "where any growth exceeds 20 %, at least 20 % (though 85.0 % below "
            "baseline 40.0 mm (18 Apr 2023)): PD.",
        ),
        ((40, None), RECIST, "Not evaluable: T1 (not covered): NE."),
        (
            ({"T1": 30, "T2": 20}, {"T1": 10, "T2": None}),
            RECIST,
            "Not evaluable: T2 (not covered); the measured part, 10.0 mm, does not by "
            "itself prove progression: NE.",
        ),
        (
            ({"T1": 30, "T2": 20}, {"T1": 80, "T2": None}),
            RECIST,
            "Not evaluable: T2 (not covered); but the measured part alone, 80.0 mm, is "
            "up 60.0 % (+30.0 mm) from baseline 50.0 mm (18 Apr 2023), the smallest "
            "sum so far, at least 20 % and 5 mm: PD.",
        ),
        (
            ({"T1": 40, "N1": 18}, {"T1": 0, "N1": 9}),
            RECIST,
            "Sum 9.0 mm, all targets gone, N1 no longer pathological: CR.",
        ),
        (({}, {}), RECIST, "No targets at baseline."),
        (
            ("absent", "absent"),
            RECIST,
            "Sum 0.0 mm; the baseline sum was 0 mm, nothing could respond: NE.",
        ),
    ],
)
def test_the_target_sentence_names_sums_references_and_limits(
    timeline_of, sums, criteria, said
):
    assert last_reason(timeline_of(*sums), criteria).startswith(said)


def test_the_reason_ends_with_the_row_that_decided(timeline_of):
    timeline = timeline_of(50, 30, non_target=["present", "PD"])
    assert last_reason(timeline).endswith(
        "Unequivocal progression of non-target NT1: PD. No new lesion. Overall PD: "
        "unequivocal progression of non-target disease is progression."
    )


def test_a_reappearance_names_the_complete_response_it_ends(timeline_of):
    assert last_reason(timeline_of(40, 0, 4)).endswith(
        "Overall PD: disease seen again after overall CR is progression "
        "(CR at V1 (13 Jun 2023))."
    )


def test_a_persisting_partial_response_says_so(timeline_of):
    said = last_reason(timeline_of(100, 70, 80), pr_persistence="eortc")
    assert "less than 20 %: PR, which holds until progression." in said


def test_a_doubtful_new_lesion_is_named_with_the_doubt(timeline_of):
    seen = {"lesion": "NEW1", "status": "unequivocal", "diameter_mm": 9}
    said = last_reason(timeline_of(50, 50, new={1: [seen]}), MRECIST)
    assert (
        "Possible new lesion NEW1 does not count yet: 9.0 mm is less than 10 mm."
    ) in said


def test_a_shown_percentage_never_looks_like_the_limit_it_misses(timeline_of):
    assert "down 29.97 % from" in last_reason(timeline_of(100, 70.03))
    assert "up 19.99 % (" in last_reason(timeline_of(100, 119.99))
    assert "(+4.96 mm)" in last_reason(timeline_of(20, 24.96))


def test_the_baseline_lists_its_targets(timeline_of):
    timeline = timeline_of({"T1": 40, "N1": 18.5}, lines={"regorafenib": 2})
    assert last_reason(timeline) == (
        "Baseline of regorafenib: sum 58.5 mm (T1 40.0 and N1 18.5)."
    )


def test_no_reason_carries_the_patient(timeline_of):
    course = assess(timeline_of(40, None, 50, 0), MRECIST)
    assert not any("P01" in a.reason for a in course.assessments)
