"""Single rules of other engines that hang on more than a sum."""

import datetime
import json
from decimal import Decimal

import pytest

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.measurement import LesionMeasurement
from lesion_toolkit.model.timeline import Timeline

pytestmark = pytest.mark.shared

SUM = {"CR": 0, "PR": 30, "SD": 50, "PD": 90}
"""Sums in mm with the response they are after 50 mm, and after each other."""


@pytest.fixture(scope="module")
def vectors(shared):
    def read(name):
        text = (shared / "vectors" / f"{name}.jsonl").read_text("utf-8")
        return [json.loads(line, parse_float=Decimal) for line in text.splitlines()]

    return read


def test_nodes_that_are_left_decide_over_cr(vectors, timeline_of) -> None:
    """One mass and one node with the sums of the vector: 8 mm is CR, 12 mm is PR."""
    judged = 0
    for rule in vectors("rules_target_from_sums"):
        inputs = rule["inputs"]
        if "all_targets_cr" not in inputs:
            continue
        node = inputs["current_sum"]
        first = {"T1": inputs["baseline_sum"] - 18, "N1": 18}
        left = {"T1": "absent", "N1": node}
        course = assess(timeline_of(first, left, left), "recist-1.1")
        assert course.assessments[2].sum_mm == node
        assert course.assessments[2].target == rule["expected"], rule["id"]
        judged += 1
    assert judged == 2


def test_single_steps_of_irecist_are_those_others_publish(vectors, timeline_of) -> None:
    judged = 0
    for step in vectors("irecist_steps"):
        inputs = step["inputs"]
        criteria = "irecist" if inputs.get("immunotherapy", True) else "recist-1.1"
        target = inputs.get("recist") or inputs["target"]
        before = inputs.get("previous")
        if inputs.get("prior_iupd"):
            before = "iUPD"
        sums = [50, *([SUM["PD"]] if before == "iUPD" else [])]
        sums += [SUM["PR"]] if before == "iPR" else []
        # the later progression is 10 mm more: enough to confirm it after 4 to 8 weeks
        sums.append(SUM[target] + 10 * (target == "PD" and before == "iUPD"))
        new = {}
        if inputs.get("new_lesion"):
            new[len(sums) - 1] = [{"lesion": "X", "status": "unequivocal"}]
        days = [28 * n for n in range(len(sums))]
        answer = assess(timeline_of(*sums, new=new, days=days), criteria)
        assert answer.assessments[-1].overall == step["expected"], step["id"]
        judged += 1
    assert judged == 8


def test_a_blank_is_missing_and_a_zero_is_zero(vectors) -> None:
    """Missing is never zero; blank text is refused, as a form would have to decide.

    Text of a form becomes a length in Python; in JSON a length is a number.
    """
    texts = 0
    for row in vectors("measurement_parse"):
        length = row["inputs"]
        wanted = None if row["expected"] == "missing" else row["expected"]
        content = {
            "schema": "lesion-toolkit/timeline/1",
            "patient": "P01",
            "lesions": [{"id": "T1"}],
            "timepoints": [
                {
                    "label": "baseline",
                    "date": str(datetime.date(2024, 1, 8)),
                    "measurements": [{"lesion": "T1", "whole_diameter_mm": length}],
                }
            ],
        }
        if isinstance(length, str):
            texts += 1
            with pytest.raises(InputRefused, match="whole_diameter_mm"):
                Timeline.from_json(json.dumps(content))
            if length.strip():
                written = LesionMeasurement("T1", whole_diameter_mm=length)
                assert written.whole_diameter_mm == wanted, row["id"]
            continue
        (visit,) = Timeline.from_json(json.dumps(content)).timepoints
        (measured,) = visit.measurements
        assert measured.whole_diameter_mm == wanted, row["id"]
    assert texts == 3
