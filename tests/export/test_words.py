from decimal import Decimal

import pytest

from lesion_toolkit.export.words import (
    RESPONSE_WORDS,
    change_pct,
    criteria_words,
    length_mm,
)
from lesion_toolkit.model.response import Response


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("-30.51282", "−30.5"),
        ("19.6", "+19.6"),
        ("0", "0.0"),
        ("-0.04", "0.0"),
        ("-30", "−30.0"),
        ("20", "+20.0"),
    ],
)
def test_changes_are_signed_and_have_one_decimal(value: str, shown: str) -> None:
    assert change_pct(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [("-29.96", "−29.96"), ("19.997", "+19.997"), ("-30.0004", "−30.0004")],
)
def test_a_change_next_to_a_threshold_is_not_rounded_onto_it(
    value: str, shown: str
) -> None:
    assert change_pct(Decimal(value)) == shown


def test_missing_is_a_dash_and_never_a_zero() -> None:
    assert length_mm(None) == "–"
    assert change_pct(None) == "–"
    assert length_mm(Decimal(0)) == "0.0"


def test_lengths_round_half_up_in_decimal() -> None:
    assert length_mm(Decimal("35.05")) == "35.1"
    assert length_mm(Decimal("52.25")) == "52.3"


def test_every_category_has_words() -> None:
    assert set(RESPONSE_WORDS) == set(Response)


def test_criteria_are_named_as_in_print_and_unknown_ones_as_given() -> None:
    assert criteria_words("mrecist-2010") == "mRECIST"
    assert criteria_words("our-own") == "our-own"
