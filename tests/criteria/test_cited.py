"""Every answer stands on rules that are named with their clause and their sources."""

import pytest

from lesion_toolkit.criteria.cited import cited_rules
from lesion_toolkit.criteria.course_json import comparison_content, course_content
from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.criteria.preset import criteria_names, load_preset
from lesion_toolkit.errors import UsageRefused
from lesion_toolkit.model.measurement import LesionMeasurement
from lesion_toolkit.model.timeline import Timeline, Timepoint
from tests.criteria.conftest import dictate

NEW = {3: [{"lesion": "X", "status": "unequivocal", "diameter_mm": 20}]}


def _with_every_size(timeline: Timeline) -> Timeline:
    """The same lengths as perpendiculars and volumes, so that any criteria can sum."""
    timepoints = [
        Timepoint(
            t.label, t.date, [_square(m) for m in t.measurements], (), t.new_lesions
        )
        for t in timeline.timepoints
    ]
    return Timeline(timeline.patient, (), timeline.lesions, timepoints)


def _square(row: LesionMeasurement) -> LesionMeasurement:
    mm = row.whole_diameter_mm
    return LesionMeasurement(
        row.lesion,
        row.state,
        viable_diameter_mm=mm,
        whole_diameter_mm=mm,
        viable_perpendicular_mm=mm,
        whole_perpendicular_mm=mm,
        viable_volume_ml=mm,
        whole_volume_ml=mm,
        attenuation_hu=mm,
    )


@pytest.mark.parametrize("name", criteria_names())
def test_each_rule_that_answered_is_cited_in_full(name):
    timeline = _with_every_size(dictate(50, 30, 20, 45, None, new=NEW))
    course = assess(timeline, name)
    cited = cited_rules(course)
    for answer in course.assessments[1:]:
        assert answer.rule_id in cited
        for lesion in answer.lesions:
            assert lesion.rule_id in cited
    for rule in cited.values():
        assert rule.clause
        assert rule.basis in {"read", "reproduced", "derived", "recalled"}
        assert all(len(citation) > 20 for citation in rule.sources.values())
        assert rule.sources


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("mrecist-2010", "mrecist.target.pr"),
        ("imrecist", "imrecist.target.pr"),
        ("recicl", "recicl.target.te3"),
    ],
)
def test_the_rule_of_the_targets_is_cited_beside_the_overall_one(name, rule):
    cited = cited_rules(assess(_with_every_size(dictate(50, 30)), name))
    assert next(iter(cited)) == rule
    assert cited[rule].clause == load_preset(name).target["PR"].clause


def test_rules_of_ones_own_are_cited_from_their_file(tmp_path):
    own = tmp_path / "own.toml"
    text = 'preset = "ours"\ninherits = "mrecist-2010"\ntitle = "our own"\n'
    own.write_text(text, encoding="utf-8")
    course = assess(dictate(50, 30), own)
    assert "mrecist.overall.pr" in course_content(course, own)["rules"]
    with pytest.raises(UsageRefused, match="ours"):
        course_content(course)


def test_each_course_of_a_comparison_cites_its_own_rules():
    names = ("mrecist-2010", "recist-1.1")
    courses = [assess(dictate(50, 30), name) for name in names]
    first, second = comparison_content(courses)["courses"]
    assert "mrecist.overall.pr" in first["rules"]
    assert "recist11.overall.pr" in second["rules"]
