"""Whether the category hangs on one target, or on the floor."""

from lesion_toolkit.criteria.engine import assess


def _findings(timeline, code, criteria="recist-1.1"):
    return [
        f.message
        for a in assess(timeline, criteria).assessments
        for f in a.findings
        if f.code == code
    ]


def test_a_target_without_which_the_category_is_another_is_named(timeline_of):
    timeline = timeline_of({"T1": 50, "T2": 20}, {"T1": 25, "T2": 20})
    (message,) = _findings(timeline, "target-choice-decides")
    assert message == (
        "The category hangs on the choice of targets: without T1 SD (20.0 mm)."
    )


def test_leaving_one_out_gives_what_an_assessment_without_it_gives(timeline_of):
    courses = [
        ({"T1": 30, "T2": 20, "T3": 11}, {"T1": 12, "T2": 26, "T3": 9}),
        ({"T1": 30, "T2": 20, "T3": 11}, {"T1": 0, "T2": 0, "T3": 9}),
        ({"T1": 60, "T2": 20, "N1": 18}, {"T1": 0, "T2": 0, "N1": 12}),
        ({"T1": 60, "T2": 20}, {"T1": 30, "T2": 12}, {"T1": 30, "T2": 26}),
    ]
    for visits in courses:
        answer = assess(timeline_of(*visits), "recist-1.1").assessments[-1]
        said = [f.message for f in answer.findings if f.code == "target-choice-decides"]
        for name in visits[0]:
            fewer = [{k: v for k, v in row.items() if k != name} for row in visits]
            alone = assess(timeline_of(*fewer), "recist-1.1").assessments[-1].overall
            named = any(f"without {name} {alone} (" in text for text in said)
            assert named is (alone is not answer.overall), (visits, name)


def test_one_target_alone_or_a_missing_one_is_no_choice(timeline_of):
    assert not _findings(timeline_of(50, 20), "target-choice-decides")
    missing = timeline_of({"T1": 50, "T2": 20}, {"T1": 20, "T2": None})
    assert not _findings(missing, "target-choice-decides")


def test_growth_that_only_the_floor_keeps_from_progression_is_pointed_out(timeline_of):
    timeline = timeline_of(40, 10, 13)
    (message,) = _findings(timeline, "floor-decides")
    assert message.startswith("Only the 5 mm floor keeps this from PD")
    assert "but by 3.0 mm" in message
    assert not _findings(timeline, "floor-decides", "mrecist-2010")
    assert not _findings(timeline_of(40, 10, 15), "floor-decides")
    assert not _findings(timeline_of(40, 30, 33), "floor-decides")
