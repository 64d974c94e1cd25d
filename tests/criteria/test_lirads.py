"""LI-RADS treatment response of one lesion: tables, algorithms, therapies, findings."""

import datetime
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from lesion_toolkit.criteria.lesion_table import (
    FEATURES,
    LESION_TABLES,
    load_lesion_table,
)
from lesion_toolkit.criteria.lirads import treatment_response
from lesion_toolkit.errors import InputRefused, UsageRefused
from lesion_toolkit.model.response import Response
from lesion_toolkit.model.therapy import LOCAL, RADIATION, Therapy, TherapyKind
from lesion_toolkit.model.treated import TreatedLesionSeen, TreatmentResponse
from tests.criteria.treated_lesions import (
    KIND,
    NOT_MASSLIKE,
    SCAN,
    codes_of,
    judged,
    treated_seen,
    treated_with,
)

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
    return treated_seen(**signs)


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
            treated_with(KIND[case["criterion"]]),
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
        answer = treatment_response(
            seen, treated_with("ablation"), lirads_version="2018"
        )
        assert answer.category == f"LR-TR {category}"

    doubtful = _dictated(cases["T05"]["inputs"])
    off = treatment_response(doubtful, treated_with("ablation"))
    ct = replace(doubtful, modality="CT")
    on_ct = treatment_response(ct, treated_with("ablation"), ancillary_features=True)
    assert off.category == on_ct.category == expected["T05"]

    enhancing = replace(
        _dictated(cases["T07"]["inputs"]), arterial_phase_hyperenhancement="present"
    )
    answer = treatment_response(enhancing, treated_with("TARE"), lirads_version="2018")
    assert expected["T07"].startswith(f"{answer.category} (Equivocal often used early")
    assert "radiation-treated" in codes_of(answer)


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
        assert {judged(name, treated_seen(**signs)).rule_id} == reached
        return
    with pytest.raises(InputRefused) as refused:
        judged(name, treated_seen(**signs))
    named = refused.value.next_step.removeprefix("say of ").removesuffix(
        " what was seen."
    )
    asked = set(named.replace(" and ", ", ").split(", "))
    assert asked
    assert asked <= unsaid


def test_a_feature_that_cannot_decide_any_more_is_not_asked_for():
    seen = treated_seen(masslike_enhancement="present", washout="absent")
    with pytest.raises(InputRefused, match="similar to pretreatment") as refused:
        judged("lirads-tr-2018", seen)
    assert "other enhancement" not in str(refused.value)
    with_feature = replace(seen, arterial_phase_hyperenhancement="present")
    assert judged("lirads-tr-2018", with_feature).category == "LR-TR Viable"


def test_a_missing_arterial_phase_is_no_proof_of_absence_in_2018():
    seen = treated_seen(
        masslike_enhancement="present",
        arterial_phase_hyperenhancement="not assessable",
        washout="absent",
        enhancement_similar_to_pretreatment="absent",
    )
    assert judged("lirads-tr-2018", seen).category == "LR-TR Nonevaluable"
    washed_out = replace(seen, washout="present")
    assert judged("lirads-tr-2018", washed_out).category == "LR-TR Viable"


def test_readings_and_answers_come_back_from_json():
    seen = treated_seen(
        masslike_enhancement="present", change_over_time="no comparison"
    )
    for noun in (seen, treatment_response(seen, treated_with("TARE"))):
        adapter = TypeAdapter(type(noun))
        assert adapter.validate_json(adapter.dump_json(noun)) == noun


@pytest.mark.parametrize(
    "wrong", [{"washout": "maybe"}, {"modality": "PET"}, {"patient": "x"}]
)
def test_a_reading_in_other_words_is_refused(wrong):
    with pytest.raises(ValidationError):
        treated_seen(**wrong)


# ------------------------------------------------------------------- therapies


def test_each_local_therapy_has_one_algorithm_of_2024():
    seen = treated_seen(masslike_enhancement="present", change_over_time="stable")
    for kind in LOCAL:
        after_radiation = kind in RADIATION
        answer = treatment_response(seen, treated_with(kind))
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
    seen = treated_seen(masslike_enhancement="present", change_over_time="stable")
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
        (treated_with("TARE", on=SCAN), "no therapy before it"),
        (treated_with("systemic"), "with systemic therapy alone"),
        (treated_with("TARE", "ablation"), "2024 has two algorithms"),
    ],
)
def test_a_lesion_without_one_last_local_therapy_is_refused(therapies, said):
    with pytest.raises(InputRefused, match=said):
        treatment_response(treated_seen(**NOT_MASSLIKE), therapies)


def test_two_therapies_of_one_day_that_are_read_alike_are_one():
    answer = treatment_response(
        treated_seen(**NOT_MASSLIKE), treated_with("DEB-TACE", "ablation")
    )
    assert answer.table == "lirads-tr-2024-nonradiation"
    assert "91 days after DEB-TACE and ablation (18 Apr 2023)" in answer.reason


def test_the_margin_of_a_resection_is_read_in_2024_alone():
    seen = treated_seen(masslike_enhancement="present")
    assert (
        treatment_response(seen, treated_with("resection")).category == "LR-TR Viable"
    )
    with pytest.raises(InputRefused, match="2018 does not cover"):
        treatment_response(seen, treated_with("resection"), lirads_version="2018")


def test_a_version_that_does_not_exist_is_refused():
    with pytest.raises(UsageRefused, match="'2017' is not one of 2018, 2024"):
        treatment_response(treated_seen(), treated_with("TARE"), lirads_version="2017")


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
    seen = treated_seen(masslike_enhancement="present", change_over_time=change)
    assert codes_of(treatment_response(seen, treated_with("SBRT"))) == [
        "per-lesion-category",
        code,
    ]


def test_a_first_scan_after_radiation_is_nonprogressing_until_compared():
    seen = treated_seen(
        masslike_enhancement="present", change_over_time="no comparison"
    )
    answer = treatment_response(seen, treated_with("TARE"))
    assert answer.category == "LR-TR Nonprogressing"
    assert answer.rule_id == "lr-tr-2024-radiation.nonprogressing.no-comparison"


@pytest.mark.parametrize(("days", "early"), [(27, True), (28, False)])
def test_a_scan_within_four_weeks_of_the_therapy_is_early(days, early):
    therapies = treated_with("ablation", on=SCAN - datetime.timedelta(days))
    answer = treatment_response(treated_seen(**NOT_MASSLIKE), therapies)
    assert ("scan-early-after-therapy" in codes_of(answer)) is early


def test_lipiodol_of_any_earlier_session_hides_enhancement_on_ct():
    therapies = [*treated_with("cTACE"), Therapy("ablation", "2023-05-20")]
    for modality, hidden in (("CT", True), ("MR", False)):
        answer = treatment_response(treated_seen(modality, **NOT_MASSLIKE), therapies)
        assert ("lipiodol-hides-enhancement" in codes_of(answer)) is hidden


def test_systemic_therapy_beside_a_local_one_asks_for_caution():
    therapies = [*treated_with("TAE"), *treated_with("systemic")]
    answer = treatment_response(treated_seen(**NOT_MASSLIKE), therapies)
    assert codes_of(answer) == ["per-lesion-category", "systemic-therapy-too"]


def test_every_answer_says_that_it_is_of_one_lesion_and_no_mrecist_category():
    for name in LESION_TABLES:
        for signs in load_lesion_table(name).combinations():
            answer = judged(name, treated_seen(**signs))
            assert answer.findings[0].code == "per-lesion-category"
            assert {finding.where for finding in answer.findings} == {"T1"}
    assert set(map(str, TreatmentResponse)).isdisjoint(map(str, Response))


# ------------------------------------------------------------------- one reading, twice


def test_one_reading_answers_both_versions_where_they_part():
    """Enhancement of tissue in the portal phase alone: viable since 2024."""
    seen = treated_seen(
        masslike_enhancement="present",
        other_enhancement="expected",
        arterial_phase_hyperenhancement="absent",
        washout="absent",
        enhancement_similar_to_pretreatment="absent",
    )
    answers = [
        treatment_response(seen, treated_with("DEB-TACE"), lirads_version=version)
        for version in ("2018", "2024")
    ]
    assert [answer.category for answer in answers] == [
        "LR-TR Equivocal",
        "LR-TR Viable",
    ]


def test_the_reason_is_one_sentence_with_what_was_seen_and_the_rule():
    seen = treated_seen(masslike_enhancement="present", change_over_time="decreased")
    assert treatment_response(seen, treated_with("TARE")).reason == (
        "Masslike enhancement present, decreased over time, 91 days after TARE "
        "(18 Apr 2023): LR-TR Nonprogressing by LI-RADS treatment response 2024 "
        "(radiation), masslike enhancement that is stable or decreases over time."
    )
