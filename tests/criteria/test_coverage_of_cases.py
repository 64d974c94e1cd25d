"""Every worked case and every file of vectors is exercised by some test here.

The first line of defense against a case that is added and then forgotten: tests that
take a whole level of cases are listed by that level, the others name their case.
"""

import json
import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.shared

TESTS = Path(__file__).parent.parent
TAKEN_WHOLE = {
    # level and criterion: the test that takes all of them, and counts them
    ("timepoint_sequence", "RECIST1.1"): "test_every_course_of_timepoints_is_judged",
    ("timepoint_sequence", "mRECIST"): "test_every_course_of_timepoints_is_judged",
    ("published_patient", "RECIST1.1+EASL+mRECIST"): "test_published_patients_get",
    ("best_overall_response", "BOR"): "test_best_overall_responses_are_as_worked_out",
    ("immune_sequence", "iRECIST"): "test_every_immune_sequence_is_judged",
    ("time_to_event", "endpoints"): '"time_to_event"',
    ("category", "LI-RADS-TRA-2018"): "test_every_worked_case_gets_its_category",
    ("category", "LI-RADS-TRA-2024-nonradiation"): "test_every_worked_case_gets_its",
    ("category", "LI-RADS-TRA-2024-radiation"): "test_every_worked_case_gets_its",
}
ELSEWHERE = {
    *("A15", "A16"),  # growth kinetics
    *(f"Q{n:02}" for n in range(1, 12)),  # statistics of cohorts
}


@pytest.fixture(scope="module")
def written() -> str:
    return "\n".join(
        path.read_text("utf-8")
        for path in sorted(TESTS.rglob("test_*.py"))
        if path != Path(__file__)
    )


def _named(text: str) -> set[str]:
    """Ids as written, and those of the loops over a group."""
    named = set(re.findall(r"\b[A-Z]{1,2}\d{1,2}\b", text))
    for group, first, last in re.findall(
        r'f"([A-Z]+)0?\{n\}" for n in range\((\d+), (\d+)\)', text
    ):
        width = 1 if group.endswith("0") else 2
        named |= {f"{group}{n:0{width}}" for n in range(int(first), int(last))}
    for first, last in re.findall(r"\b([A-Z]\d\d) to ([A-Z]\d\d)\b", text):
        numbers = range(int(first[1:]), int(last[1:]) + 1)
        named |= {f"{first[0]}{n:02}" for n in numbers}
    return named


def test_every_worked_case_is_exercised(shared, written) -> None:
    path = shared / "criteria" / "worked_cases.json"
    cases = json.loads(path.read_text("utf-8"))
    named = _named(written)
    for test in TAKEN_WHOLE.values():
        assert test in written
    forgotten = {
        case["id"]
        for case in cases
        if (case["level"], case["criterion"]) not in TAKEN_WHOLE
        and case["id"] not in named | ELSEWHERE
    }
    assert not forgotten


def test_every_file_of_vectors_is_exercised(shared, written) -> None:
    files = {path.stem for path in (shared / "vectors").glob("*.jsonl")}
    used = {name for name in files if re.search(rf"\b{name}\b", written)}
    assert files == used
