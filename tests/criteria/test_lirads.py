"""LI-RADS treatment response of one lesion: tables, algorithms, therapies, findings."""

import datetime
import itertools
import json
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from lesion_toolkit.criteria.builtin import TABLES
from lesion_toolkit.criteria.lesion_table import (
    FEATURES,
    LESION_TABLES,
    load_lesion_table,
)
from lesion_toolkit.criteria.lirads import treatment_response
from lesion_toolkit.errors import InputRefused, UsageRefused
from lesion_toolkit.model.response import Response
from lesion_toolkit.model.therapy import LOCAL, RADIATION, Therapy, TherapyKind
from lesion_toolkit.model.treated import (
    LesionResponse,
    TreatedLesionSeen,
    TreatmentResponse,
)

SCAN = datetime.date(2023, 7, 18)
TREATED = datetime.date(2023, 4, 18)
KIND = {
    "LI-RADS-TRA-2018": TherapyKind.CTACE,
    "LI-RADS-TRA-2024-nonradiation": TherapyKind.ABLATION,
    "LI-RADS-TRA-2024-radiation": TherapyKind.TARE,
}
KIND_OF_TABLE = dict(zip(LESION_TABLES, KIND.values(), strict=True))
LOWER_CERTAINTY = {
    "lirads-tr-2018": "LR-TR Equivocal",
    "lirads-tr-2024-nonradiation": "LR-TR Equivocal",
    "lirads-tr-2024-radiation": "LR-TR Nonprogressing",
}
NOT_MASSLIKE = {"masslike_enhancement": "absent", "other_enhancement": "none"}


def _seen(modality="MR", **signs) -> TreatedLesionSeen:
    return TreatedLesionSeen("T1", SCAN, modality, **signs)


def _after(*kinds: TherapyKind | str, on: datetime.date = TREATED) -> list[Therapy]:
    return [Therapy(kind, on) for kind in kinds]


def _judged(table: str, seen: TreatedLesionSeen, **switches) -> LesionResponse:
    version = load_lesion_table(table).version
    therapies = _after(KIND_OF_TABLE[table])
    return treatment_response(seen, therapies, lirads_version=version, **switches)


def _codes(answer: LesionResponse) -> list[str]:
    return [finding.code for finding in answer.findings]


# ------------------------------------------------------------------- worked cases


def _dictated(inputs) -> TreatedLesionSeen:
    """Write the words of a worked case as a reading."""
    presence = {True: "present", False: "absent"}
    words = {
        "nodular": lambda v: {"masslike_enhancement": presence[v]},
        "APHE": lambda v: {"arterial_phase_hyperenhancement": presence[v]},
        "washout": lambda v: {"washout": presence[v]},
        "like_pretreatment": lambda v: {
            "enhancement_similar_to_pretreatment": presence[v]
        },
        "enhancement": lambda v: NOT_MASSLIKE | {"other_enhancement": v},
        "masslike": lambda v: {"masslike_enhancement": v},
        "change": lambda v: {"change_over_time": v},
        "modality": lambda v: {"modality": v.removesuffix("I")},
        "DWI_restriction": lambda v: {"diffusion_restriction": presence[v]},
        "rim": lambda v: {"other_enhancement": {"smooth thin": "expected"}[v]},
        # masslike enhancement counts in any phase, so no feature says in which
        "phase": lambda v: {},
        "use_AF": lambda v: {},
    }
    signs = {}
    for word, value in inputs.items():
        signs |= words[word](value)
    return _seen(**signs)


@pytest.fixture(scope="module")
def cases(shared):
    path = shared / "criteria" / "worked_cases.json"
    listed = json.loads(path.read_text("utf-8"))
    return {case["id"]: case for case in listed if case["criterion"] in KIND}


@pytest.mark.shared
def test_every_worked_case_gets_its_category(cases):
    assert len(cases) == 9
    for name, case in cases.items():
        answer = treatment_response(
            _dictated(case["inputs"]),
            _after(KIND[case["criterion"]]),
            lirads_version="2018" if "2018" in case["criterion"] else "2024",
            ancillary_features=case["inputs"].get("use_AF", False),
        )
        assert answer.category == case["expected"], name
        published = case["criterion"].removeprefix("LI-RADS-TRA-")
        assert answer.table == f"lirads-tr-{published}", name


@pytest.mark.shared
def test_every_alternative_of_a_worked_case_is_reached_by_its_switch(cases):
    told = {k: set(c["alternatives"]) for k, c in cases.items() if "alternatives" in c}
    assert told == {
        "T04": {"LI-RADS 2018"},
        "T05": {"CT or AF off"},
        "T07": {"LI-RADS 2018"},
    }
    expected = {k: next(iter(cases[k]["alternatives"].values())) for k in told}

    assert expected["T04"] == "Equivocal unless similar to pretreatment"
    late = replace(
        _dictated(cases["T04"]["inputs"]),
        arterial_phase_hyperenhancement="absent",
        washout="absent",
    )
    for similar, category in (("absent", "Equivocal"), ("present", "Viable")):
        seen = replace(late, enhancement_similar_to_pretreatment=similar)
        answer = treatment_response(seen, _after("ablation"), lirads_version="2018")
        assert answer.category == f"LR-TR {category}"

    doubtful = _dictated(cases["T05"]["inputs"])
    off = treatment_response(doubtful, _after("ablation"))
    ct = replace(doubtful, modality="CT")
    on_ct = treatment_response(ct, _after("ablation"), ancillary_features=True)
    assert off.category == on_ct.category == expected["T05"]

    enhancing = replace(
        _dictated(cases["T07"]["inputs"]), arterial_phase_hyperenhancement="present"
    )
    answer = treatment_response(enhancing, _after("TARE"), lirads_version="2018")
    assert expected["T07"].startswith(f"{answer.category} (Equivocal often used early")
    assert "radiation-treated" in _codes(answer)


# ------------------------------------------------------------------- tables


@pytest.mark.parametrize("name", LESION_TABLES)
def test_every_combination_of_what_is_seen_matches_exactly_one_row(name):
    table = load_lesion_table(name)
    answers = [[str(one) for one in FEATURES[feature]] for feature in table.features]
    for combination in itertools.product(*answers):
        signs = dict(zip(table.features, combination, strict=True))
        matching = [row for row in table.rows if row.matches(signs)]
        assert len(matching) == 1, signs
        answer = _judged(name, _seen(**signs))
        assert (answer.rule_id, answer.category) == (
            matching[0].id,
            matching[0].category,
        )


UNRESOLVED = ("uncertain", "not assessable", "no comparison")
"""Answers that leave open what is there."""


def _resolutions(signs):
    """Every reading that the uncertain one may turn out to be."""
    certain = [
        [one for one in map(str, FEATURES[name]) if one not in UNRESOLVED]
        if answer == "uncertain"
        else [answer]
        for name, answer in signs.items()
    ]
    for combination in itertools.product(*certain):
        yield dict(zip(signs, combination, strict=True))


@pytest.mark.parametrize("name", LESION_TABLES)
def test_a_tie_goes_to_the_category_of_lower_certainty(name):
    """What doubt leaves open is the lower certainty; what it does not, is certain."""
    table = load_lesion_table(name)
    ties = 0
    for signs in table.combinations():
        if "not assessable" in signs.values():
            continue
        open_to = {_judged(name, _seen(**one)).category for one in _resolutions(signs)}
        category = _judged(name, _seen(**signs)).category
        if len(open_to) > 1:
            ties += 1
            assert category == LOWER_CERTAINTY[name], signs
        else:
            assert {category} == open_to, signs
    assert ties


@pytest.mark.parametrize("name", LESION_TABLES)
def test_what_cannot_be_assessed_is_never_called_nonviable(name):
    for signs in load_lesion_table(name).combinations():
        if signs["masslike_enhancement"] == "not assessable":
            assert _judged(name, _seen(**signs)).category == "LR-TR Nonevaluable"


def test_each_version_has_its_own_categories():
    of_table = {
        name: {
            row.category.removeprefix("LR-TR ") for row in load_lesion_table(name).rows
        }
        for name in LESION_TABLES
    }
    common = {"Nonevaluable", "Nonviable", "Viable"}
    assert of_table["lirads-tr-2018"] == common | {"Equivocal"}
    assert of_table["lirads-tr-2024-nonradiation"] == common | {"Equivocal"}
    assert of_table["lirads-tr-2024-radiation"] == common | {"Nonprogressing"}


def test_every_rule_names_a_source_that_is_cited_in_full():
    for table in map(load_lesion_table, LESION_TABLES):
        for rule in table.rules:
            assert rule.clause
            assert all(len(table.sources[key]) > 20 for key in rule.source)


def test_no_row_claims_that_the_core_itself_was_read():
    tables = map(load_lesion_table, LESION_TABLES)
    assert "read" not in {rule.basis for table in tables for rule in table.rules}


def test_every_feature_a_table_may_ask_for_can_be_said():
    said = {field.name for field in fields(TreatedLesionSeen)}
    assert said - set(FEATURES) == {"lesion", "date", "modality"}


def _edited(tmp_path: Path, name: str, old: str, new: str) -> Path:
    text = (TABLES / f"{name}.toml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "edited.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


RADIATION_TABLE = "lirads-tr-2024-radiation"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"increased"]\ncat', '"new"]\ncat', "no row: .* present, change over time"),
        ('["uncertain"]', '["uncertain", "new"]', "viable and .* both match"),
        ('["absent"]', '["gone"]', "masslike_enhancement is one of absent, present"),
        ('["absent"]', "[]", "masslike_enhancement is one of absent, present"),
        ("when.change_over_time", "when.size", "'size' is not a feature"),
        ('["acr-2024", "radulator"]', '["nobody"]', "cites unknown nobody"),
        ("radiation.nonviable", "radiation.viable", "a row id repeats"),
        ('category = "LR-TR Viable"', 'category = "CR"', "category"),
        ('therapies = ["TARE", "SBRT"]', "therapies = []", "scope.therapies"),
        ("table =", "table", "no lesion-level table at"),
    ],
)
def test_an_incomplete_table_is_refused_with_the_place(tmp_path, old, new, said):
    with pytest.raises(InputRefused, match=said):
        load_lesion_table(_edited(tmp_path, RADIATION_TABLE, old, new))


def test_a_hospital_can_read_by_its_own_table(tmp_path):
    change = ('change_over_time = ["uncertain"]', '"LR-TR Nonprogressing"')
    text = (TABLES / f"{RADIATION_TABLE}.toml").read_text(encoding="utf-8")
    head, tail = text.split(change[0])
    own = tmp_path / "ours.toml"
    tail = tail.replace(change[1], '"LR-TR Equivocal"', 1)
    own.write_text(head + change[0] + tail, encoding="utf-8")
    seen = _seen(masslike_enhancement="present", change_over_time="uncertain")
    assert load_lesion_table(str(own)).row_of(seen).category == "LR-TR Equivocal"
    assert _judged(RADIATION_TABLE, seen).category == "LR-TR Nonprogressing"


def test_tables_that_are_not_there_are_refused_naming_those_there_are():
    with pytest.raises(UsageRefused, match="lirads-tr-2018"):
        load_lesion_table("mrecist-2010")
    with pytest.raises(InputRefused, match="no lesion-level table at nowhere"):
        load_lesion_table("nowhere.toml")


# ------------------------------------------------------------------- what is not said

ANSWERS = {
    name: st.none() | st.sampled_from([str(one) for one in kinds])
    for name, kinds in FEATURES.items()
}


@given(signs=st.fixed_dictionaries(ANSWERS), name=st.sampled_from(LESION_TABLES))
def test_what_is_not_said_is_asked_for_exactly_where_it_decides(signs, name):
    table = load_lesion_table(name)
    reached = {
        row.id
        for all_signs in table.combinations(signs)
        for row in table.rows
        if row.matches(all_signs)
    }
    unsaid = {n.replace("_", " ") for n in table.features if signs[n] is None}
    if len(reached) == 1:
        assert {_judged(name, _seen(**signs)).rule_id} == reached
        return
    with pytest.raises(InputRefused) as refused:
        _judged(name, _seen(**signs))
    named = refused.value.next_step.removeprefix("say of ").removesuffix(
        " what was seen."
    )
    asked = set(named.replace(" and ", ", ").split(", "))
    assert asked
    assert asked <= unsaid


def test_a_feature_that_cannot_decide_any_more_is_not_asked_for():
    seen = _seen(masslike_enhancement="present", washout="absent")
    with pytest.raises(InputRefused, match="similar to pretreatment") as refused:
        _judged("lirads-tr-2018", seen)
    assert "other enhancement" not in str(refused.value)
    with_feature = replace(seen, arterial_phase_hyperenhancement="present")
    assert _judged("lirads-tr-2018", with_feature).category == "LR-TR Viable"


def test_a_missing_arterial_phase_is_no_proof_of_absence_in_2018():
    seen = _seen(
        masslike_enhancement="present",
        arterial_phase_hyperenhancement="not assessable",
        washout="absent",
        enhancement_similar_to_pretreatment="absent",
    )
    assert _judged("lirads-tr-2018", seen).category == "LR-TR Nonevaluable"
    washed_out = replace(seen, washout="present")
    assert _judged("lirads-tr-2018", washed_out).category == "LR-TR Viable"


def test_readings_and_answers_come_back_from_json():
    seen = _seen(masslike_enhancement="present", change_over_time="no comparison")
    for noun in (seen, treatment_response(seen, _after("TARE"))):
        adapter = TypeAdapter(type(noun))
        assert adapter.validate_json(adapter.dump_json(noun)) == noun


@pytest.mark.parametrize(
    "wrong", [{"washout": "maybe"}, {"modality": "PET"}, {"patient": "x"}]
)
def test_a_reading_in_other_words_is_refused(wrong):
    with pytest.raises(ValidationError):
        _seen(**wrong)


# ------------------------------------------------------------------- therapies


def test_each_local_therapy_has_one_algorithm_of_2024():
    seen = _seen(masslike_enhancement="present", change_over_time="stable")
    for kind in LOCAL:
        after_radiation = kind in RADIATION
        answer = treatment_response(seen, _after(kind))
        assert answer.table.endswith("-radiation") is after_radiation, kind
        expected = "Nonprogressing" if after_radiation else "Viable"
        assert answer.category == f"LR-TR {expected}"


@given(
    therapies=st.lists(
        st.builds(
            Therapy,
            st.sampled_from(sorted(LOCAL)),
            st.dates(datetime.date(2022, 1, 1), datetime.date(2024, 12, 31)),
        ),
        min_size=1,
        unique_by=lambda therapy: therapy.date,
    ),
    order=st.randoms(),
)
def test_the_most_recent_local_therapy_before_the_scan_decides(therapies, order):
    seen = _seen(masslike_enhancement="present", change_over_time="stable")
    systemic = Therapy(TherapyKind.SYSTEMIC, SCAN - datetime.timedelta(1))
    everything = [*therapies, systemic]
    order.shuffle(everything)
    before = [therapy for therapy in therapies if therapy.date < SCAN]
    if not before:
        with pytest.raises(InputRefused, match="systemic therapy alone"):
            treatment_response(seen, everything)
        return
    last = max(before, key=lambda therapy: therapy.date)
    answer = treatment_response(seen, everything)
    assert answer.table.endswith("-radiation") is (last.kind in RADIATION)
    assert f"after {last.kind} (" in answer.reason


@pytest.mark.parametrize(
    ("therapies", "said"),
    [
        ((), "no therapy before it"),
        (_after("TARE", on=SCAN), "no therapy before it"),
        (_after("systemic"), "with systemic therapy alone"),
        (_after("TARE", "ablation"), "2024 has two algorithms"),
    ],
)
def test_a_lesion_without_one_last_local_therapy_is_refused(therapies, said):
    with pytest.raises(InputRefused, match=said):
        treatment_response(_seen(**NOT_MASSLIKE), therapies)


def test_two_therapies_of_one_day_that_are_read_alike_are_one():
    answer = treatment_response(_seen(**NOT_MASSLIKE), _after("DEB-TACE", "ablation"))
    assert answer.table == "lirads-tr-2024-nonradiation"
    assert "91 days after DEB-TACE and ablation (18 Apr 2023)" in answer.reason


def test_the_margin_of_a_resection_is_read_in_2024_alone():
    seen = _seen(masslike_enhancement="present")
    assert treatment_response(seen, _after("resection")).category == "LR-TR Viable"
    with pytest.raises(InputRefused, match="2018 does not cover"):
        treatment_response(seen, _after("resection"), lirads_version="2018")


def test_a_version_that_does_not_exist_is_refused():
    with pytest.raises(UsageRefused, match="'2017' is not one of 2018, 2024"):
        treatment_response(_seen(), _after("TARE"), lirads_version="2017")


# ------------------------------------------------------------------- ancillary features

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
        seen = _seen(modality, **signs, **there, ancillary_change_over_time=change)
        without = _judged(name, seen).category
        with_them = _judged(name, seen, ancillary_features=True)
        rises = _may_raise(name, seen)
        raised += rises
        assert with_them.category == ("LR-TR Viable" if rises else without), seen
        assert (with_them.rule_id == table.ancillary.id) is rises
        assert without == LOWER_CERTAINTY[name] or not rises
    assert raised


def test_ancillary_features_are_said_whether_they_count_or_not():
    seen = _seen(masslike_enhancement="uncertain", diffusion_restriction="present")
    off = treatment_response(seen, _after("TAE"))
    assert "ancillary-features-would-raise" in _codes(off)
    on = treatment_response(seen, _after("TAE"), ancillary_features=True)
    assert "raised-by-ancillary-features" in _codes(on)
    assert "raised from LR-TR Equivocal" in on.reason
    ct = replace(seen, modality="CT")
    on_ct = treatment_response(ct, _after("TAE"), ancillary_features=True)
    assert "ancillary-features-not-counted" in _codes(on_ct)
    absent = replace(seen, diffusion_restriction="absent")
    assert _codes(treatment_response(absent, _after("TAE"))) == ["per-lesion-category"]


def test_after_radiation_ancillary_features_count_only_as_they_grow():
    """Dead tissue may restrict diffusion as well: stable restriction proves nothing."""
    seen = _seen(
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
        answer = treatment_response(now, _after("SBRT"), ancillary_features=True)
        assert answer.category == f"LR-TR {category}"
        assert code in _codes(answer)


def test_the_2018_version_has_no_ancillary_features():
    with pytest.raises(UsageRefused, match="2018 has no ancillary features"):
        _judged("lirads-tr-2018", _seen(**NOT_MASSLIKE), ancillary_features=True)


# ------------------------------------------------------------------- findings


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("no comparison", "no-comparison"),
        ("uncertain", "change-uncertain"),
        ("increased", "exclude-pseudoprogression"),
        ("new", "exclude-pseudoprogression"),
    ],
)
def test_after_radiation_what_one_scan_cannot_tell_is_said(change, code):
    seen = _seen(masslike_enhancement="present", change_over_time=change)
    assert _codes(treatment_response(seen, _after("SBRT"))) == [
        "per-lesion-category",
        code,
    ]


def test_a_first_scan_after_radiation_is_nonprogressing_until_compared():
    seen = _seen(masslike_enhancement="present", change_over_time="no comparison")
    answer = treatment_response(seen, _after("TARE"))
    assert answer.category == "LR-TR Nonprogressing"
    assert answer.rule_id == "lr-tr-2024-radiation.nonprogressing.no-comparison"


@pytest.mark.parametrize(("days", "early"), [(27, True), (28, False)])
def test_a_scan_within_four_weeks_of_the_therapy_is_early(days, early):
    therapies = _after("ablation", on=SCAN - datetime.timedelta(days))
    answer = treatment_response(_seen(**NOT_MASSLIKE), therapies)
    assert ("scan-early-after-therapy" in _codes(answer)) is early


def test_lipiodol_of_any_earlier_session_hides_enhancement_on_ct():
    therapies = [*_after("cTACE"), Therapy("ablation", "2023-05-20")]
    for modality, hidden in (("CT", True), ("MR", False)):
        answer = treatment_response(_seen(modality, **NOT_MASSLIKE), therapies)
        assert ("lipiodol-hides-enhancement" in _codes(answer)) is hidden


def test_systemic_therapy_beside_a_local_one_asks_for_caution():
    therapies = [*_after("TAE"), *_after("systemic")]
    answer = treatment_response(_seen(**NOT_MASSLIKE), therapies)
    assert _codes(answer) == ["per-lesion-category", "systemic-therapy-too"]


def test_every_answer_says_that_it_is_of_one_lesion_and_no_mrecist_category():
    for name in LESION_TABLES:
        for signs in load_lesion_table(name).combinations():
            answer = _judged(name, _seen(**signs))
            assert answer.findings[0].code == "per-lesion-category"
            assert {finding.where for finding in answer.findings} == {"T1"}
    assert set(map(str, TreatmentResponse)).isdisjoint(map(str, Response))


# ------------------------------------------------------------------- one reading, twice


def test_one_reading_answers_both_versions_where_they_part():
    """Enhancement of tissue in the portal phase alone: viable since 2024."""
    seen = _seen(
        masslike_enhancement="present",
        other_enhancement="expected",
        arterial_phase_hyperenhancement="absent",
        washout="absent",
        enhancement_similar_to_pretreatment="absent",
    )
    answers = [
        treatment_response(seen, _after("DEB-TACE"), lirads_version=version)
        for version in ("2018", "2024")
    ]
    assert [answer.category for answer in answers] == [
        "LR-TR Equivocal",
        "LR-TR Viable",
    ]


def test_the_reason_is_one_sentence_with_what_was_seen_and_the_rule():
    seen = _seen(masslike_enhancement="present", change_over_time="decreased")
    assert treatment_response(seen, _after("TARE")).reason == (
        "Masslike enhancement present, decreased over time, 91 days after TARE "
        "(18 Apr 2023): LR-TR Nonprogressing by LI-RADS treatment response 2024 "
        "(radiation), masslike enhancement that is stable or decreases over time."
    )
