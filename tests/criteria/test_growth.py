"""Growth kinetics of volumes."""

import json
from decimal import Decimal

import pytest

from lesion_toolkit.criteria.growth import (
    doubling_time_days,
    reciprocal_doubling_per_year,
)
from lesion_toolkit.errors import InputRefused


@pytest.mark.shared
def test_published_doubling_times_follow_from_their_volumes(shared):
    path = shared / "criteria" / "worked_cases.json"
    cases = [
        c for c in json.loads(path.read_text()) if c["criterion"] == "growth_kinetics"
    ]
    assert len(cases) == 2
    for case in cases:
        volumes = 100, 100 + case["inputs"]["volume_pct"]
        days, expected = case["inputs"]["days"], case["expected"]
        doubling = doubling_time_days(*volumes, days)
        assert doubling == pytest.approx(expected["doubling_time_d"], abs=0.02)
        yearly = reciprocal_doubling_per_year(*volumes, days)
        wanted = expected["reciprocal_doubling_per_year"]
        assert yearly == pytest.approx(wanted, abs=0.02)


def test_a_volume_that_doubles_in_the_time_between_has_that_doubling_time():
    assert doubling_time_days(Decimal(3), Decimal(6), 90) == pytest.approx(90)
    assert doubling_time_days(6, 3, 90) == pytest.approx(-90)
    assert reciprocal_doubling_per_year(3, 6, 365) == pytest.approx(1)


def test_a_stable_volume_never_doubles():
    assert doubling_time_days(5, 5, 60) is None
    assert reciprocal_doubling_per_year(5, 5, 60) == 0


@pytest.mark.parametrize("volumes", [(0, 5, 60), (5, 0, 60), (5, 6, 0)])
def test_what_has_no_doubling_time_is_refused(volumes):
    with pytest.raises(InputRefused, match="positive volumes"):
        doubling_time_days(*volumes)
