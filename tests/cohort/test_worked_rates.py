"""Worked cases of rates: exact intervals, and who is in the denominator."""

import json
from pathlib import Path

import pytest

from lesion_toolkit.cohort.outcomes import response_rate

pytestmark = pytest.mark.shared


def test_exact_intervals_are_as_worked_out(shared: Path) -> None:
    path = shared / "criteria" / "worked_cases.json"
    cases = [
        c
        for c in json.loads(path.read_text("utf-8"))
        if c["level"] == "statistic" and "k" in c["inputs"]
    ]
    assert len(cases) == 6
    for case in cases:
        given, expected = case["inputs"], case["expected"]
        rate, low, high = response_rate(given["k"], given["n"], given["level"])
        assert 100 * rate == pytest.approx(expected["rate_pct"], abs=5e-4)
        assert 100 * low == pytest.approx(expected["lower_pct"], abs=5e-3), case["id"]
        assert 100 * high == pytest.approx(expected["upper_pct"], abs=5e-3), case["id"]
