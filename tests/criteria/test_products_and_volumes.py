"""EASL, WHO, qEASL and vRECIST: products and volumes instead of lengths."""

import datetime
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.criteria.quantity import Quantity, measured_size
from lesion_toolkit.errors import UsageRefused
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.measurement import LesionMeasurement, State
from lesion_toolkit.model.timeline import Timeline, Timepoint

DAY0 = datetime.date(2023, 4, 18)


def product(lesion, longest, perpendicular):
    longest, perpendicular = Decimal(str(longest)), Decimal(str(perpendicular))
    return LesionMeasurement(
        lesion,
        viable_diameter_mm=longest,
        viable_perpendicular_mm=perpendicular,
        whole_diameter_mm=longest,
        whole_perpendicular_mm=perpendicular,
    )


def area(lesion, mm2):
    """A product read on paper enters as a lesion 100 mm across."""
    return product(lesion, Decimal(str(mm2)) / 100, 100)


def volume(lesion, viable_ml=None, whole_ml=None):
    said = {
        key: Decimal(str(ml))
        for key, ml in (("viable_volume_ml", viable_ml), ("whole_volume_ml", whole_ml))
        if ml is not None
    }
    return LesionMeasurement(lesion, **said)


def course_of(criteria, *visits, **switches):
    names = {row.lesion for rows in visits for row in rows}
    timeline = Timeline(
        "P01",
        lesions=tuple(Lesion(name) for name in sorted(names)),
        timepoints=tuple(
            Timepoint(f"V{i}", DAY0 + datetime.timedelta(56 * i), tuple(rows))
            for i, rows in enumerate(visits)
        ),
    )
    return assess(timeline, criteria, **switches)


def last(criteria, *visits, **switches):
    return course_of(criteria, *visits, **switches).assessments[-1]


@pytest.fixture(scope="module")
def cases(shared):
    path = shared / "criteria" / "worked_cases.json"
    listed = json.loads(path.read_text("utf-8"), parse_float=Decimal)
    return {case["id"]: case for case in listed}


# ----------------------------------------------------------------- worked cases
@pytest.mark.shared
@pytest.mark.parametrize("name", ["A01", "A02", "A03", "A04", "A05"])
def test_products_of_easl_are_judged_as_worked_out(cases, name):
    case = cases[name]
    before, now = case["inputs"].values()
    answer = last("easl", [area("T1", before)], [area("T1", now)])
    assert answer.target == answer.overall == case["expected"]


@pytest.mark.shared
def test_exactly_a_quarter_more_is_stable_where_the_limit_has_to_be_exceeded(cases):
    visits = [[area("T1", 1000)], [area("T1", 1250)]]
    (said,) = cases["A03"]["alternatives"].values()
    assert last("easl", *visits, pd_operator=">").target == said == "SD"


@pytest.mark.shared
def test_one_growing_lesion_is_progression_for_who_and_not_for_a_sum(cases):
    case = cases["A06"]
    before, now = (
        [area(f"T{i}", mm2) for i, mm2 in enumerate(case["inputs"][key])]
        for key in ("products_nadir", "products_now")
    )
    answer = last("who", before, now)
    assert answer.target == case["expected"] == "PD"
    assert "T0 520.0 up 30.0 % from its smallest 400.0 mm²" in answer.reason
    assert answer.stability is None
    by_sum = last("who", before, now, pd_scope="sum")
    assert by_sum.target == case["alternatives"]["pd_scope=sum"]


@pytest.mark.shared
def test_a_product_is_the_longest_diameter_times_its_perpendicular(cases):
    case = cases["A07"]
    before, now = (product("T1", *case["inputs"][k]) for k in ("baseline", "current"))
    answer = last("easl", [before], [now])
    assert answer.change_from_baseline_pct == case["expected"]["product_pct"]
    assert answer.target == case["expected"]["response"]
    assert (answer.unit, answer.sum, answer.sum_mm) == ("mm2", 150, None)


@pytest.mark.shared
def test_volumes_are_judged_as_worked_out(cases):
    for name in ("A08", "A09"):
        case = cases[name]
        before, now = case["inputs"].values()
        visits = [[volume("T1", before, 200)], [volume("T1", now, 200)]]
        assert last("qeasl", *visits).target == case["expected"], name
    visits = [[volume("T1", 100)], [volume("T1", 35)]]
    for limits, said in (("-65.7/+72.8", "SD"), ("-35/+55", "PR")):
        assert last("qeasl", *visits, volume_thresholds=limits).target == said
    assert cases["A08"]["alternatives"] == {
        "exact_sphere [-65.7,72.8]": "SD",
        "variability [-35,55]": "PR",
    }
    for name in ("A10", "A11"):
        case = cases[name]
        before, now = case["inputs"].values()
        visits = [[volume("T1", None, before)], [volume("T1", None, now)]]
        assert last("vrecist", *visits).target == case["expected"], name
    exact = last("vrecist", *visits, volume_thresholds="-65.7/+72.8")
    assert exact.target == cases["A11"]["alternatives"]["exact_sphere"]


@pytest.mark.shared
def test_enhancing_and_whole_volume_may_part(cases):
    inputs, expected = cases["A12"]["inputs"], cases["A12"]["expected"]
    visits = [
        [volume("T1", v["volume_cm3"] * v["enhancing_pct"] / 100, v["volume_cm3"])]
        for v in (inputs["baseline"], inputs["current"])
    ]
    qeasl, vrecist = (last(name, *visits) for name in ("qeasl", "vrecist"))
    assert [qeasl.baseline_sum, qeasl.sum] == expected["qEASL_cm3"]
    assert float(qeasl.change_from_baseline_pct) == float(expected["pct_change"])
    assert float(vrecist.change_from_baseline_pct) == expected["vRECIST_pct"]
    assert (qeasl.target, vrecist.target) == (expected["response"], expected["vRECIST"])


@pytest.mark.shared
def test_published_patients_get_their_published_easl_category(cases):
    patients = [c for c in cases.values() if c["level"] == "published_patient"]
    assert len(patients) == 19
    for case in patients:
        sums = [100 * cm2 for cm2 in case["inputs"]["easl_area_sum"]]
        answer = last("easl", *([area("SUM", mm2)] for mm2 in sums))
        assert answer.overall == case["expected"]["EASL"], case["id"]
        published = float(case["expected"]["pct"]["easl"])
        change = float(answer.change_from_baseline_pct)
        assert change == pytest.approx(published, abs=0.051), case["id"]


# ------------------------------------------------------------------- the rules
@given(
    longest=st.integers(1, 2500), across=st.integers(1, 2500), tenths=st.integers(1, 30)
)
def test_limits_of_products_are_exact_for_every_tenth(longest, across, tenths):
    before = product("T1", Decimal(longest) / 10, Decimal(across) / 10)
    size = measured_size(before, Quantity.VIABLE_PRODUCT)
    half = area("T1", size / 2)
    more = area("T1", size / 2 + Decimal(tenths) / 100)
    grown = area("T1", size * Decimal("1.25"))
    assert last("easl", [before], [half]).target == "PR"
    assert last("easl", [before], [more]).target != "PR"
    assert last("easl", [before], [grown]).target == "PD"


def test_growth_counts_from_the_smallest_product_unless_switched():
    visits = [[area("T1", 1000)], [area("T1", 700)], [area("T1", 900)]]
    assert last("easl", *visits).target == "PD"
    assert last("easl", *visits, pd_reference="baseline").target == "SD"


def test_a_missing_perpendicular_makes_the_product_not_evaluable_and_never_zero():
    whole = LesionMeasurement("T1", viable_diameter_mm=Decimal(20))
    answer = last("easl", [area("T1", 900)], [whole])
    assert (answer.target, answer.sum) == ("NE", None)
    assert "its viable product was not measured" in answer.reason


def test_nothing_that_enhances_is_a_product_of_zero():
    gone = LesionMeasurement("T1", viable_diameter_mm=Decimal(0))
    assert last("easl", [area("T1", 900)], [gone]).target == "CR"


def test_a_target_too_small_to_measure_has_neither_product_nor_volume():
    tiny = LesionMeasurement("T1", State.TOO_SMALL)
    assert last("easl", [area("T1", 900)], [tiny]).target == "NE"
    assert last("vrecist", [volume("T1", None, 30)], [tiny]).target == "NE"


def test_fragments_add_as_lengths_but_have_no_product():
    split = LesionMeasurement("T1", State.SPLIT, fragments_mm=(Decimal(9), Decimal(8)))
    assert last("easl", [area("T1", 900)], [split]).target == "NE"


def test_new_enhancement_in_a_target_without_any_is_progression():
    gone = LesionMeasurement("T1", viable_diameter_mm=Decimal(0))
    visits = [
        [area("T1", 900), area("T2", 1800)],
        [gone, area("T2", 1800)],
        [area("T1", 10), area("T2", 1790)],
    ]
    answer = last("easl", *visits)
    assert answer.target == "PD"
    assert "T1 10.0 from its smallest 0.0 mm²" in answer.reason
    assert last("easl", *visits, new_enhancement="sum").target == "SD"


def test_reasons_write_the_unit_of_the_sum():
    visits = [[volume("T1", "48.0", 80)], [volume("T1", "14.0", 70)]]
    reason = last("qeasl", *visits).reason
    assert reason.startswith("Viable volume 14.0 ml, down 70.8 % from baseline 48.0 ml")
    assert "at least 65 %: PR" in reason


def test_percentages_of_volumes_are_written_as_a_pair():
    with pytest.raises(UsageRefused, match="volume_thresholds"):
        last("qeasl", [volume("T1", 1)], [volume("T1", 1)], volume_thresholds="65/73")
