"""Several readers of the same patients: what they agree on, and why they part."""

from pathlib import Path

import pytest

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.loaders.readings import read_readings
from lesion_toolkit.model.timeline import Timeline
from lesion_toolkit.phantoms.samples import shipped_folder
from lesion_toolkit.reading.agreement import agreement
from lesion_toolkit.reading.splits import cause_counts

MRECIST = "mrecist-2010"
DAYS = ("2024-01-10", "2024-03-13", "2024-05-15")


@pytest.fixture(scope="module")
def public():
    """The reader sums of HCC-TACE-Seg that ship with the package."""
    timelines = read_readings(shipped_folder("hcc-tace-seg") / "reader_sums.csv")
    return agreement(timelines, MRECIST)


def reading(reader, *visits, patient="P01", non_targets=(), new=None):
    """One reader's timeline; a visit is a dict of viable diameters in mm by lesion."""
    lesions = [{"id": name} for name in visits[0]]
    if non_targets:
        lesions.append({"id": "NT1", "role": "non-target"})
    timepoints = []
    for n, visit in enumerate(visits):
        rows = [
            {"lesion": lesion, "viable_diameter_mm": mm}
            if mm is not None
            else {"lesion": lesion, "state": "not_evaluable", "reason": "not covered"}
            for lesion, mm in visit.items()
        ]
        timepoint = {"label": f"V{n}", "date": DAYS[n], "measurements": rows}
        if non_targets:
            timepoint["non_targets"] = [{"lesion": "NT1", "status": non_targets[n]}]
        if new == n:
            timepoint["new_lesions"] = [{"lesion": "X", "status": "unequivocal"}]
        timepoints.append(timepoint)
    return Timeline.from_content(
        {
            "schema": "lesion-toolkit/timeline/1",
            "patient": patient,
            "reader": reader,
            "lesions": lesions,
            "timepoints": timepoints,
        }
    )


def causes(*readings):
    (split,) = agreement(readings, MRECIST).splits
    return [(cause.what, cause.timepoint) for cause in split.causes]


# ------------------------------------------------------------------ published
def test_readers_of_the_public_cases_part_in_54_percent_of_the_patients(public):
    assert (len(public.readings), len(public.left_out)) == (93, 6)
    assert public.split_patients == 50
    assert public.response_split_patients == 37


def test_sharing_the_follow_up_takes_more_than_half_of_the_splits_away(public):
    """Published: 51.6 % with the baseline shared, 24.7 % with the follow-up."""
    assert public.split_patients_if_shared(baseline=True) == 48
    assert public.split_patients_if_shared(baseline=False) == 23


@pytest.mark.parametrize(
    ("coefficient", "responding", "published"),
    [
        ("fleiss", False, 0.44262772023740266),
        ("fleiss", True, 0.40943935926773417),
        ("ac1", False, 0.5262220756738933),
        ("ac1", True, 0.5185280194025323),
    ],
)
def test_coefficients_of_three_readers_are_the_published_ones(
    public, coefficient, responding, published
):
    found = getattr(public, coefficient)(responding=responding)
    assert found.value == pytest.approx(published, rel=1e-12)


def test_intervals_of_three_readers_are_near_the_published_bootstrap(public):
    fleiss, ac1 = public.fleiss(), public.ac1()
    assert (fleiss.low, fleiss.high) == pytest.approx((0.325, 0.550), abs=0.01)
    assert (ac1.low, ac1.high) == pytest.approx((0.438, 0.616), abs=0.01)


def test_weighted_kappa_of_every_two_readers_is_the_published_one(public):
    found = [public.cohen(*pair, "linear").value for pair in public.pairs]
    published = [0.44614189539098903, 0.5542927564014788, 0.5558739255014327]
    assert found == pytest.approx(published, rel=1e-12)


def test_correlations_of_the_sums_are_the_published_ones(public):
    found = [public.sum_agreement(baseline=b).absolute.value for b in (True, False)]
    assert found == pytest.approx([0.8714466887382313, 0.856805347456712], rel=1e-12)


def test_whole_diameters_of_the_public_cases_agree_as_published():
    timelines = read_readings(shipped_folder("hcc-tace-seg") / "reader_sums.csv")
    found = agreement(timelines, "recist-1.1")
    assert found.fleiss().value == pytest.approx(0.35394092974484387, rel=1e-12)
    assert found.ac1().value == pytest.approx(0.777294154856394, rel=1e-12)


@pytest.mark.shared
def test_the_shipped_sums_are_those_others_copied(shared: Path):
    """Forty of the patients were copied independently."""
    import json

    lines = (shared / "vectors" / "mrecist_hcc_tace_seg_readers.jsonl").read_text()
    shipped = {
        (t.patient, t.reader): t
        for t in read_readings(shipped_folder("hcc-tace-seg") / "reader_sums.csv")
    }
    compared = 0
    for vector in map(json.loads, lines.splitlines()):
        for reader, said in vector["readers"].items():
            key = (vector["subject"], reader.replace("reader", "reader "))
            if said["mRECIST"]["baseline_mm"] is None:
                assert key not in shipped
                continue
            visits = [t.measurements[0] for t in shipped[key].timepoints]
            for name, column in (("mRECIST", "viable"), ("RECIST", "whole")):
                ours = [float(getattr(v, f"{column}_diameter_mm")) for v in visits]
                read = said[name]
                assert ours == [read["baseline_mm"], read["followup_mm"]], key
                compared += 1
    assert compared == 208


# ------------------------------------------------------------------ causes
def test_the_lesion_and_the_timepoint_that_caused_a_split_are_named():
    first = reading("A", {"T1": 50, "T2": 30}, {"T1": 40, "T2": 30})
    second = reading("B", {"T1": 50, "T2": 30}, {"T1": 20, "T2": 30})
    assert causes(first, second) == [("T1", "V1")]


def test_a_split_at_follow_up_may_come_from_the_baseline():
    first = reading("A", {"T1": 50}, {"T1": 40})
    second = reading("B", {"T1": 60}, {"T1": 40})
    assert ("T1", "V0") in causes(first, second)


def test_a_lesion_one_reader_could_not_judge_caused_the_split():
    first = reading("A", {"T1": 50, "T2": 30}, {"T1": 20, "T2": 10})
    second = reading("B", {"T1": 50, "T2": 30}, {"T1": 20, "T2": None})
    assert causes(first, second) == [("T2", "V1")]


def test_a_new_lesion_one_reader_saw_caused_the_split():
    first = reading("A", {"T1": 50}, {"T1": 50})
    second = reading("B", {"T1": 50}, {"T1": 50}, new=1)
    assert causes(first, second) == [("new lesions", "V1")]


def test_a_non_target_one_reader_saw_grow_caused_the_split():
    first = reading(
        "A", {"T1": 50}, {"T1": 50}, non_targets=("present", "NON-CR/NON-PD")
    )
    second = reading("B", {"T1": 50}, {"T1": 50}, non_targets=("present", "PD"))
    assert causes(first, second) == [("non-targets", "V1")]


def test_other_targets_are_named_where_nothing_else_explains_a_split():
    first = reading("A", {"T1": 50}, {"T1": 50})
    second = reading("B", {"T9": 50}, {"T9": 20})
    assert causes(first, second) == [("choice of targets", "")]


def test_two_lengths_that_part_readers_together_are_no_single_cause():
    first = reading("A", {"T1": 50, "T2": 50}, {"T1": 50, "T2": 50})
    second = reading("B", {"T1": 50, "T2": 50}, {"T1": 0, "T2": 0})
    assert causes(first, second) == [("all targets", "V1")]


def test_each_split_of_a_course_has_its_own_cause():
    first = reading("A", {"T1": 50}, {"T1": 40}, {"T1": 45})
    second = reading("B", {"T1": 50}, {"T1": 30}, {"T1": 45})
    found = agreement([first, second], MRECIST)
    by_label = {s.label: s for s in found.splits}
    assert by_label["V1"].categories == ("SD", "PR")
    assert by_label["V2"].categories == ("SD", "PD")
    assert ("T1", "V1") in [(c.what, c.timepoint) for c in by_label["V1"].causes]
    # at V2 both measured alike: the smallest sum before it is what parts them
    assert [(c.what, c.timepoint) for c in by_label["V2"].causes] == [("T1", "V1")]
    assert found.split_patients == 1
    assert found.split_patients_if_shared(baseline=False) == 1


def test_sums_are_compared_in_the_unit_of_the_criteria(public):
    assert public.unit == "mm"


def test_a_cause_shows_what_each_reader_recorded():
    first = reading("A", {"T1": 50}, {"T1": 40})
    second = reading("B", {"T1": 50}, {"T1": 20})
    (split,) = agreement([first, second], MRECIST).splits
    assert str(split.causes[0]) == "T1 at V1 (viable 40 mm / viable 20 mm)"


def test_splits_without_a_majority_are_adjudicated_first():
    rows = [
        *(
            reading(r, {"T1": 50}, {"T1": mm}, patient="one")
            for r, mm in (("A", 50), ("B", 50), ("C", 20))
        ),
        *(
            reading(r, {"T1": 50}, {"T1": mm}, patient="two")
            for r, mm in (("A", 70), ("B", 50), ("C", 20))
        ),
        *(reading(r, {"T1": 50}, {"T1": 50}, patient="none") for r in "ABC"),
    ]
    found = agreement(rows, MRECIST)
    assert [(s.patient, s.majority) for s in found.splits] == [
        ("two", None),
        ("one", "SD"),
    ]
    assert sum(cause_counts(found.splits).values()) >= 2


# ------------------------------------------------------------------ who is compared
def test_a_patient_whom_one_reader_did_not_read_is_left_out_by_name():
    rows = [
        reading("A", {"T1": 50}, {"T1": 50}),
        reading("B", {"T1": 50}, {"T1": 50}),
        reading("A", {"T1": 50}, {"T1": 50}, patient="P02"),
    ]
    found = agreement(rows, MRECIST)
    assert list(found.readings) == ["P01"]
    assert found.left_out == {"P02": "read by 1 of 2 readers"}


def test_readings_of_different_exams_are_not_compared():
    rows = [
        reading("A", {"T1": 50}, {"T1": 50}),
        reading("B", {"T1": 50}, {"T1": 50}, {"T1": 20}),
    ]
    assert "dates" in agreement(rows, MRECIST).left_out["P01"]


@pytest.mark.parametrize(
    "rows",
    [
        [reading("A", {"T1": 50}, {"T1": 50})],
        [reading("", {"T1": 50}, {"T1": 50}), reading("B", {"T1": 50}, {"T1": 50})],
        [reading("A", {"T1": 50}, {"T1": 50})] * 2,
    ],
)
def test_one_reader_a_nameless_one_and_a_repeated_one_are_refused(rows):
    with pytest.raises(InputRefused):
        agreement(rows, MRECIST)
