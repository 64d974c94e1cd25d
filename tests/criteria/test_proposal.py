"""Targets are proposed with a reason for each lesion, and nothing is decided."""

import itertools
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesion_toolkit.criteria.judgement import RuleBook
from lesion_toolkit.criteria.measurability import Length, Verdict, measurability
from lesion_toolkit.criteria.preset import load_preset
from lesion_toolkit.criteria.proposal import propose_targets
from lesion_toolkit.errors import InputRefused, UsageRefused
from lesion_toolkit.model.lesion import Kind, Lesion, Pattern, Role
from lesion_toolkit.model.measurement import LesionMeasurement, State
from lesion_toolkit.model.standing import Standing
from lesion_toolkit.model.timeline import Timepoint

RECIST, MRECIST = "recist-1.1", "mrecist-2010"
ORGANS = ("liver", "lung", "adrenal", "lymph node", "bone", "brain", "spleen")


def found(*sizes, viable=True):
    """Lesions T1, T2, ... of (organ, mm), and the baseline that measured them."""
    lesions, rows = [], []
    for i, (organ, mm) in enumerate(sizes, start=1):
        node = "node" in organ
        kind = Kind.NODE if node else Kind.MASS
        lesions.append(Lesion(f"T{i}", organ=organ.replace("_", " "), kind=kind))
        lengths = {"short_axis_mm": mm} if node else {"whole_diameter_mm": mm}
        if viable and not node:
            lengths["viable_diameter_mm"] = mm
        rows.append(LesionMeasurement(f"T{i}", **lengths))
    return Timepoint("baseline", "2023-04-18", tuple(rows)), lesions


def reason_of(proposal, lesion):
    (role,) = [each for each in proposal.roles if each.lesion == lesion]
    return role.reason


# ------------------------------------------------------------------ the choice
def test_the_largest_two_of_an_organ_are_proposed_and_the_rest_say_why_not():
    proposal = propose_targets(
        *found(("liver", 40), ("liver", 60), ("liver", 50)), RECIST
    )
    assert proposal.targets == ("T2", "T3")
    assert proposal.non_targets == ("T1",)
    assert reason_of(proposal, "T2") == (
        "Target: largest in the liver (whole diameter 60.0 mm, at least 10 mm needed)."
    )
    assert reason_of(proposal, "T1").startswith(
        "Non-target: third largest in the liver; two per organ are taken"
    )


def test_every_involved_organ_is_represented_before_a_second_lesion_of_one():
    sizes = ("liver", 60), ("liver", 50), ("lung", 30), ("lung", 28), ("lymph node", 22)
    proposal = propose_targets(*found(*sizes, ("adrenal", 12)), RECIST)
    assert proposal.targets == ("T1", "T3", "T5", "T6", "T2")
    assert "second largest in the lung; five in all are taken" in reason_of(
        proposal, "T4"
    )


def test_it_is_a_proposal_and_stays_one():
    assert propose_targets(*found(("liver", 40)), RECIST).standing is Standing.PROPOSED


def test_one_index_lesion_is_proposed_where_that_is_asked():
    baseline = found(("liver", 40), ("lung", 60))
    assert propose_targets(*baseline, RECIST, max_targets=1).targets == ("T2",)


def test_a_lesion_that_was_not_measured_is_no_target_and_never_zero():
    baseline, lesions = found(("liver", 40))
    proposal = propose_targets(baseline, [*lesions, Lesion("T9")], RECIST)
    assert proposal.non_targets == ("T9",)
    assert proposal.roles[1].length_mm is None
    assert "was not measured" in proposal.roles[1].reason


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"state": State.NOT_EVALUABLE, "reason": "motion"}, "motion"),
        ({"state": State.TOO_SMALL}, "too small to measure"),
        ({"state": State.SPLIT, "fragments_mm": (12, 5)}, "17.0 mm"),
        ({"state": State.SPLIT}, "fragments were not measured"),
        ({"state": State.ABSENT, "whole_diameter_mm": 12}, "yet measured"),
        ({"state": State.MERGED, "into": "T2"}, "merged into T2"),
        ({"viable_diameter_mm": 12}, "whole diameter was not measured"),
    ],
)
def test_what_became_of_a_lesion_is_told(row, said):
    measured = (LesionMeasurement("T1", **row),)
    baseline = Timepoint("baseline", "2023-04-18", measured)
    assert said in propose_targets(baseline, [Lesion("T1")], RECIST).roles[0].reason


def test_what_is_not_recorded_comes_last():
    proposal = propose_targets(
        *found(("lymph node", 9), ("liver", 5), ("liver", 0)), RECIST
    )
    assert [each.lesion for each in proposal.roles] == ["T2", "T1", "T3"]
    assert proposal.non_targets == ("T2",)
    assert proposal.not_recorded == ("T1", "T3")


def test_two_lesions_of_one_name_are_refused():
    baseline, lesions = found(("liver", 40))
    with pytest.raises(InputRefused, match="two lesions named 'T1'"):
        propose_targets(baseline, [*lesions, *lesions], RECIST)


def test_a_switch_the_criteria_do_not_have_is_refused():
    with pytest.raises(UsageRefused, match="no switch 'largest'"):
        propose_targets(*found(("liver", 40)), RECIST, largest=1)


# ------------------------------------------------------------------ properties
SIZES = st.lists(
    st.tuples(
        st.sampled_from(ORGANS), st.integers(80, 900).map(lambda t: Decimal(t) / 10)
    ),
    max_size=12,
)


@given(SIZES, st.randoms(use_true_random=False))
def test_the_order_of_the_list_never_matters(sizes, random):
    baseline, lesions = found(*sizes)
    shuffled = random.sample(lesions, len(lesions))
    proposed = [propose_targets(baseline, each, RECIST) for each in (lesions, shuffled)]
    assert proposed[0] == proposed[1]


@given(SIZES)
def test_limits_hold_and_no_room_is_left_unused(sizes):
    baseline, lesions = found(*sizes)
    proposal = propose_targets(baseline, lesions, RECIST)
    organs = {lesion.id: lesion.organ for lesion in lesions}
    taken = [organs[name] for name in proposal.targets]
    assert len(taken) <= 5
    assert all(taken.count(organ) <= 2 for organ in taken)
    assert {each.lesion for each in proposal.roles} == organs.keys()
    left = [e for e in proposal.roles if "taken" in e.reason]
    assert all(
        len(taken) == 5 or taken.count(organs[each.lesion]) == 2 for each in left
    )


@given(SIZES.filter(bool), st.data())
def test_a_target_that_were_larger_would_still_be_one(sizes, data):
    proposal = propose_targets(*found(*sizes), RECIST)
    i = data.draw(st.integers(0, len(sizes) - 1))
    organ, mm = sizes[i]
    grown = [*sizes[:i], (organ, mm + data.draw(st.integers(1, 90))), *sizes[i + 1 :]]
    if f"T{i + 1}" in proposal.targets:
        assert f"T{i + 1}" in propose_targets(*found(*grown), RECIST).targets


@given(SIZES)
def test_a_non_target_of_an_organ_is_never_larger_than_its_targets(sizes):
    baseline, lesions = found(*sizes)
    proposal = propose_targets(baseline, lesions, RECIST)
    organs = {lesion.id: lesion.organ for lesion in lesions}
    length = {each.lesion: each.length_mm for each in proposal.roles}
    pairs = itertools.product(proposal.targets, proposal.non_targets)
    for target, other in pairs:
        if organs[target] == organs[other]:
            assert length[target] >= length[other]


# ------------------------------------------------------------------ no target at all
def _one(*, viable, whole, criteria=MRECIST, **lesion):
    row = LesionMeasurement("T1", viable_diameter_mm=viable, whole_diameter_mm=whole)
    baseline = Timepoint("baseline", "2023-04-18", (row,))
    return propose_targets(baseline, [Lesion("T1", **lesion)], criteria)


@pytest.mark.parametrize("viable", [0, 9.9])
@pytest.mark.parametrize("criteria", [MRECIST, "mrecist-trial"])
def test_without_a_target_that_enhances_whole_lesions_are_proposed(viable, criteria):
    proposal = _one(viable=viable, whole=35, criteria=criteria)
    assert proposal.targets == ()
    (finding,) = proposal.findings
    assert (finding.code, finding.where) == ("mrecist-target-none", "baseline")
    assert "RECIST 1.1" in finding.message
    assert proposal.fallback.criteria == RECIST
    assert proposal.fallback.targets == ("T1",)


def test_the_fallback_keeps_the_switches_it_knows():
    baseline, lesions = found(("liver", 40), ("liver", 30))
    rows = tuple(
        LesionMeasurement(m.lesion, viable_diameter_mm=0, whole_diameter_mm=40)
        for m in baseline.measurements
    )
    baseline = Timepoint("baseline", "2023-04-18", rows)
    switches = {"max_targets": 1, "multi_foci": "sum"}
    proposal = propose_targets(baseline, lesions, MRECIST, **switches)
    assert len(proposal.fallback.targets) == 1


@pytest.mark.parametrize(
    ("whole", "lesion"), [(9, {}), (60, {"pattern": Pattern.INFILTRATIVE})]
)
def test_there_is_no_fallback_to_criteria_that_find_no_target_either(whole, lesion):
    proposal = _one(viable=0, whole=whole, **lesion)
    assert proposal.fallback is None
    assert [finding.code for finding in proposal.findings] == ["no-target"]


# ------------------------------------------------------------------ worked cases
@pytest.fixture(scope="module")
def cases(shared):
    path = shared / "criteria" / "worked_cases.json"
    listed = json.loads(path.read_text("utf-8"), parse_float=Decimal)
    return {case["id"]: case for case in listed if case["level"] == "eligibility"}


VERDICTS = {
    "MEASURABLE": Verdict.TARGET,
    "MEASURABLE (target-eligible)": Verdict.TARGET,
    "TARGET-ELIGIBLE": Verdict.TARGET,
    "MALIGNANT (target-eligible)": Verdict.TARGET,
    "NON_TARGET": Verdict.NON_TARGET,
    "NON_MEASURABLE (non-target)": Verdict.NON_TARGET,
    "NON_MEASURABLE (non-target) unless protocol says otherwise": Verdict.NON_TARGET,
    "NORMAL (do not record)": Verdict.NOT_DISEASE,
    "NOT MALIGNANT": Verdict.NOT_DISEASE,
}
KINDS = {"node": Kind.NODE, "PVTT": Kind.THROMBUS}


def _case(inputs):
    """One lesion as a reader would enter it, and the baseline that measured it."""
    treated = inputs.get("prior_local_therapy") or inputs.get("prior_LRT")
    pattern = Pattern.TYPICAL
    if inputs.get("delineated") is False:
        pattern = Pattern.INFILTRATIVE
    elif inputs.get("APHE") is False:
        pattern = Pattern.ATYPICAL
    kind = KINDS.get(inputs.get("kind"), Kind.MASS)
    lesion = Lesion(
        "T1",
        organ="lymph node" if kind is Kind.NODE else "liver",
        kind=kind,
        pattern=pattern,
        site=inputs.get("site", "").replace("_", " "),
        prior_local_therapy="TACE" if treated else "",
        progressed_since_therapy=inputs.get("progressed_since"),
    )
    row = LesionMeasurement(
        "T1",
        whole_diameter_mm=inputs.get("longest_mm", inputs.get("mm")),
        viable_diameter_mm=inputs.get("viable_mm"),
        short_axis_mm=inputs.get("short_mm"),
    )
    thickness = inputs.get("slice_mm")
    measured = Timepoint("baseline", "2023-04-18", (row,), slice_thickness_mm=thickness)
    return lesion, measured


@pytest.mark.shared
def test_single_lesions_qualify_as_worked_out(cases):
    """Cases E01 to E08, E20 to E22 and E24 to E29."""
    presets = {"RECIST1.1": RECIST, "mRECIST": MRECIST}
    names = [f"E{i:02}" for i in (*range(1, 9), 20, 21, 22, *range(24, 30))]
    for name in names:
        case = cases[name]
        preset = load_preset(presets[case["criterion"]])
        lesion, baseline = _case(case["inputs"])
        answer = measurability(lesion, baseline, RuleBook(preset, preset.defaults))
        assert answer.verdict is VERDICTS[case["expected"]], (name, answer)


@pytest.mark.shared
def test_a_proven_lesion_that_does_not_enhance_is_measured_whole(cases):
    """Case E23."""
    lesion, baseline = _case(cases["E23"]["inputs"])
    (role,) = propose_targets(baseline, [lesion], MRECIST).roles
    assert role.role is Role.TARGET
    assert role.length is Length.WHOLE
    assert "whole-lesion longest" in cases["E23"]["expected"]["target_mode"]


@pytest.mark.shared
def test_lists_of_lesions_are_chosen_from_as_worked_out(cases):
    """Cases E09 and E10."""
    one_organ = propose_targets(*found(*cases["E09"]["inputs"]["measurable"]), RECIST)
    expected = cases["E09"]["expected"]
    lengths = [e.length_mm for e in one_organ.roles if e.role is Role.TARGET]
    assert lengths == expected["targets_mm"]
    assert len(one_organ.targets) == expected["n_target"]
    assert len(one_organ.non_targets) == expected["n_nontarget"]

    baseline, lesions = found(*cases["E10"]["inputs"]["measurable"])
    several = propose_targets(baseline, lesions, RECIST)
    organs = {lesion.id: lesion.organ for lesion in lesions}
    taken = [organs[name] for name in several.targets]
    expected = cases["E10"]["expected"]
    assert len(taken) == expected["n_target"]
    assert max(taken.count(o) for o in taken) == expected["per_organ_max"]


@pytest.mark.shared
def test_a_patient_without_an_enhancing_target_falls_back_as_worked_out(cases):
    """Case E38."""
    expected = cases["E38"]["expected"]
    assert (expected["mRECIST_target"], expected["fallback"][:9]) == (
        "none",
        "RECIST1.1",
    )
    proposal = _one(viable=0, whole=40)
    assert proposal.targets == ()
    assert proposal.fallback.targets == ("T1",)


# ------------------------------------------------------------------ other people's
@pytest.fixture(scope="module")
def vectors(shared):
    def read(name):
        text = (shared / "vectors" / f"{name}.jsonl").read_text("utf-8")
        return [json.loads(line, parse_float=Decimal) for line in text.splitlines()]

    return read


@pytest.mark.shared
def test_a_selection_is_valid_where_others_call_it_valid(vectors):
    listed = vectors("target_selection")
    assert len(listed) == 3
    for row in listed:
        sizes = [(each["organ"], each["baseline_mm"]) for each in row["inputs"]]
        proposal = propose_targets(*found(*sizes), RECIST)
        beyond = [each for each in proposal.roles if "taken" in each.reason]
        assert (not beyond) is row["expected"]["valid"], row["id"]
        if beyond:
            words = {"more than 5": "five in all", "more than 2 per organ": "two per"}
            assert words[row["expected"]["reason"]] in beyond[0].reason, row["id"]


@pytest.mark.shared
def test_the_chosen_targets_have_the_sum_others_publish(vectors):
    listed = vectors("target_selection_sum")
    assert len(listed) == 2
    for row in listed:
        inputs = row["inputs"]
        sizes = [(each["organ"], each["mm"]) for each in inputs["candidates"]]
        switches = {"per_organ": inputs["max_per_organ"]}
        if "max_total" in inputs:
            switches["max_targets"] = inputs["max_total"]
        proposal = propose_targets(*found(*sizes), RECIST, **switches)
        taken = [each for each in proposal.roles if each.role is Role.TARGET]
        assert sum(each.length_mm for each in taken) == row["expected"]["sum"]
