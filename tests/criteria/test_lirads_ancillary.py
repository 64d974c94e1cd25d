"""Ancillary features raise a category where they may, and lower none."""

import itertools
from dataclasses import replace

import pytest

from lesion_toolkit.criteria.lesion_table import (
    FEATURES,
    LESION_TABLES,
    load_lesion_table,
)
from lesion_toolkit.criteria.lirads import treatment_response
from lesion_toolkit.errors import UsageRefused
from lesion_toolkit.model.treated import TreatedLesionSeen
from tests.criteria.treated_lesions import (
    LOWER_CERTAINTY,
    NOT_MASSLIKE,
    codes_of,
    judged,
    treated_seen,
    treated_with,
)

ANCILLARY = ("diffusion_restriction", "mild_moderate_t2_hyperintensity")


CHANGES = (None, *FEATURES["ancillary_change_over_time"])


def _may_raise(name: str, seen: TreatedLesionSeen) -> bool:
    """The rule of each algorithm, in other words than its table."""
    shown = {seen.diffusion_restriction, seen.mild_moderate_t2_hyperintensity}
    if seen.modality != "MR" or "present" not in shown:
        return False
    if name == "lirads-tr-2024-nonradiation":
        return seen.masslike_enhancement == "uncertain"
    return (
        seen.masslike_enhancement == "present"
        and seen.change_over_time in ("stable", "decreased")
        and seen.ancillary_change_over_time in ("new", "increased")
    )


@pytest.mark.parametrize("name", LESION_TABLES[1:])
def test_ancillary_features_only_raise_on_mr_and_only_where_switched_on(name):
    table = load_lesion_table(name)
    raised = 0
    presence = (None, *FEATURES[ANCILLARY[0]])
    for signs, *features, change, modality in itertools.product(
        table.combinations(), presence, presence, CHANGES, ("CT", "MR")
    ):
        there = dict(zip(ANCILLARY, features, strict=True))
        seen = treated_seen(
            modality, **signs, **there, ancillary_change_over_time=change
        )
        without = judged(name, seen).category
        with_them = judged(name, seen, ancillary_features=True)
        rises = _may_raise(name, seen)
        raised += rises
        assert with_them.category == ("LR-TR Viable" if rises else without), seen
        assert (with_them.rule_id == table.ancillary.id) is rises
        assert without == LOWER_CERTAINTY[name] or not rises
    assert raised


def test_ancillary_features_are_said_whether_they_count_or_not():
    seen = treated_seen(
        masslike_enhancement="uncertain", diffusion_restriction="present"
    )
    off = treatment_response(seen, treated_with("TAE"))
    assert "ancillary-features-would-raise" in codes_of(off)
    on = treatment_response(seen, treated_with("TAE"), ancillary_features=True)
    assert "raised-by-ancillary-features" in codes_of(on)
    assert "raised from LR-TR Equivocal" in on.reason
    ct = replace(seen, modality="CT")
    on_ct = treatment_response(ct, treated_with("TAE"), ancillary_features=True)
    assert "ancillary-features-not-counted" in codes_of(on_ct)
    absent = replace(seen, diffusion_restriction="absent")
    assert codes_of(treatment_response(absent, treated_with("TAE"))) == [
        "per-lesion-category"
    ]


def test_after_radiation_ancillary_features_count_only_as_they_grow():
    """Dead tissue may restrict diffusion as well: stable restriction proves nothing."""
    seen = treated_seen(
        masslike_enhancement="present",
        change_over_time="stable",
        diffusion_restriction="present",
    )
    for change, category, code in (
        (None, "Nonprogressing", "ancillary-features-not-counted"),
        ("stable", "Nonprogressing", "ancillary-features-not-counted"),
        ("new", "Viable", "raised-by-ancillary-features"),
    ):
        now = replace(seen, ancillary_change_over_time=change)
        answer = treatment_response(now, treated_with("SBRT"), ancillary_features=True)
        assert answer.category == f"LR-TR {category}"
        assert code in codes_of(answer)


def test_the_2018_version_has_no_ancillary_features():
    with pytest.raises(UsageRefused, match="2018 has no ancillary features"):
        judged("lirads-tr-2018", treated_seen(**NOT_MASSLIKE), ancillary_features=True)
