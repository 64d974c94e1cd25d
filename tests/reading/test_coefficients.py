"""Coefficients of agreement are those their authors published."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesion_toolkit.errors import UsageRefused
from lesion_toolkit.reading.coefficients import (
    bland_altman,
    cohen_kappa,
    fleiss_kappa,
    gwet_ac1,
    icc,
    repeatability,
)

SIX_BY_FOUR = [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
]
"""Four judges of six targets: Shrout and Fleiss 1979, table 2."""

TEN_BY_FOURTEEN = [
    [0, 0, 0, 0, 14],
    [0, 2, 6, 4, 2],
    [0, 0, 3, 5, 6],
    [0, 3, 9, 2, 0],
    [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0],
    [2, 5, 3, 2, 2],
    [6, 5, 2, 1, 0],
    [0, 2, 2, 3, 7],
]
"""Fourteen readers of ten subjects, five categories: a textbook example."""

WRIGHT_PEAK_FLOW = (
    *(494, 395, 516, 434, 476, 557, 413, 442, 650),
    *(433, 417, 656, 267, 478, 178, 423, 427),
)
MINI_PEAK_FLOW = (
    *(512, 430, 520, 428, 500, 600, 364, 380, 658),
    *(445, 432, 626, 260, 477, 259, 350, 451),
)
"""Bland and Altman 1986, first readings of two meters, l/min."""

categories = st.sampled_from(["CR", "PR", "SD", "PD"])
ORDER = ["CR", "PR", "SD", "PD"]


def pairs_of(table):
    """Categories of two readers from a table of counts."""
    pairs = [
        (row, column)
        for row, counts in enumerate(table)
        for column, count in enumerate(counts)
        for _ in range(count)
    ]
    return [p[0] for p in pairs], [p[1] for p in pairs]


def ratings_of(counts):
    return [[k for k, n in enumerate(row) for _ in range(n)] for row in counts]


@pytest.mark.parametrize(
    ("weights", "kappa", "low", "high"),
    [("none", 0.4842, 0.2137, 0.7547), ("linear", 0.4701, 0.1845, 0.7558)],
)
def test_kappa_and_its_interval_are_those_a_statistics_package_prints(
    weights, kappa, low, high
):
    """The example of the FREQ procedure of SAS: 5, 8 and 6 subjects a row."""
    first, second = pairs_of([[0, 4, 1], [0, 8, 0], [0, 1, 5]])
    found = cohen_kappa(first, second, order=[0, 1, 2], weights=weights)
    assert (found.value, found.low, found.high) == pytest.approx(
        (kappa, low, high), abs=1e-4
    )


def test_kappa_of_fifty_judged_by_two_is_four_tenths():
    first, second = pairs_of([[20, 5], [10, 15]])
    assert cohen_kappa(first, second).value == pytest.approx(0.4)


def test_kappa_of_many_readers_is_the_textbook_one():
    assert fleiss_kappa(ratings_of(TEN_BY_FOURTEEN)).value == pytest.approx(
        0.210, abs=5e-4
    )


def test_correlations_of_judges_are_those_of_shrout_and_fleiss():
    absolute, consistent = (icc(SIX_BY_FOUR, k) for k in ("absolute", "consistency"))
    assert absolute.value == pytest.approx(0.29, abs=5e-3)
    assert consistent.value == pytest.approx(0.71, abs=6e-3)
    assert (absolute.low, absolute.high) == pytest.approx((0.02, 0.76), abs=5e-3)
    assert (consistent.low, consistent.high) == pytest.approx((0.34, 0.95), abs=5e-3)


def test_limits_of_two_peak_flow_meters_are_those_of_bland_and_altman():
    """Published: mean -2.1, standard deviation 38.8, its interval -22.0 to 17.8."""
    found = bland_altman(MINI_PEAK_FLOW, WRIGHT_PEAK_FLOW)
    assert found.bias == pytest.approx(-2.1, abs=0.05)
    low, high = found.limits
    assert (high - low) / (2 * 1.96) == pytest.approx(38.8, abs=0.05)
    assert found.bias_interval == pytest.approx((-22.0, 17.8), abs=0.06)


def test_repeatability_is_2_77_standard_deviations():
    assert repeatability(2.0) == pytest.approx(5.54, abs=5e-3)


@given(st.lists(st.tuples(categories, categories), min_size=2, max_size=40))
def test_both_readers_count_alike(pairs):
    first, second = [p[0] for p in pairs], [p[1] for p in pairs]
    one = cohen_kappa(first, second, order=ORDER, weights="linear")
    other = cohen_kappa(second, first, order=ORDER, weights="linear")
    assert (one.value is None) == (other.value is None)
    if one.value is not None:
        assert one.value == pytest.approx(other.value)


@given(st.lists(categories, min_size=2, max_size=40).filter(lambda c: len(set(c)) > 1))
def test_who_agrees_with_himself_agrees_wholly(said):
    assert cohen_kappa(said, said).value == pytest.approx(1)
    assert cohen_kappa(said, said, order=ORDER, weights="quadratic").value == (
        pytest.approx(1)
    )
    both = [(c, c) for c in said]
    assert fleiss_kappa(both).value == pytest.approx(1)
    assert gwet_ac1(both).value == pytest.approx(1)


@given(
    st.lists(st.tuples(categories, categories, categories), min_size=3, max_size=30),
    st.permutations([0, 1, 2]),
)
def test_the_order_of_readers_does_not_matter(ratings, order):
    turned = [tuple(row[k] for k in order) for row in ratings]
    for coefficient in (fleiss_kappa, gwet_ac1):
        one, other = coefficient(ratings), coefficient(turned)
        assert (one.value is None) == (other.value is None)
        if one.value is not None:
            assert one.value == pytest.approx(other.value)


def test_one_category_alone_has_no_kappa_instead_of_a_perfect_one():
    assert cohen_kappa(["SD"] * 5, ["SD"] * 5).value is None
    assert fleiss_kappa([("SD", "SD")] * 5).value is None
    assert gwet_ac1([("SD", "SD")] * 5).value is None


def test_no_subject_has_no_coefficient():
    found = [cohen_kappa([], []), fleiss_kappa([]), gwet_ac1([]), icc([], "absolute")]
    assert [(one.value, one.n) for one in found] == [(None, 0)] * 4
    assert bland_altman([], []).bias is None


def test_a_steady_offset_spoils_absolute_agreement_only():
    lengths = [[x, x + 10] for x in (20, 35, 50, 65)]
    assert icc(lengths, "consistency").value == pytest.approx(1)
    assert icc(lengths, "absolute").value < 0.9
    found = bland_altman(*zip(*lengths, strict=True))
    assert (found.bias, found.limits) == (10, (10, 10))


def test_one_subject_has_a_bias_and_no_limits():
    found = bland_altman([20], [23])
    assert (found.bias, found.limits) == (3, None)


@pytest.mark.parametrize(
    "call",
    [
        lambda: cohen_kappa(["CR"], ["CR", "PR"]),
        lambda: cohen_kappa(["CR"], ["NE"], order=ORDER, weights="linear"),
        lambda: cohen_kappa(["CR"], ["PR"], weights="linear"),
        lambda: fleiss_kappa([("CR", "PR"), ("CR",)]),
        lambda: fleiss_kappa([("CR",)]),
        lambda: icc([[1.0], [2.0]], "absolute"),
        lambda: bland_altman([1.0], []),
    ],
)
def test_what_does_not_pair_up_is_refused(call):
    with pytest.raises(UsageRefused):
        call()


def test_a_coefficient_reads_with_its_interval():
    first, second = pairs_of([[20, 5], [10, 15]])
    assert str(cohen_kappa(first, second)).startswith("0.400 (")
    assert str(cohen_kappa([], [])) == "not defined (n = 0)"
    assert not math.isnan(cohen_kappa(first, second).low)
