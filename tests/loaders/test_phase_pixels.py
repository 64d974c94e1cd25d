"""Phases from enhancement alone: the organs of one exam beside each other."""

import datetime
from dataclasses import replace

import numpy as np
import pytest

from lesion_toolkit.loaders.adequacy import grade_arterial
from lesion_toolkit.loaders.enhancement import Enhancement, measure_enhancement
from lesion_toolkit.loaders.exam_signals import signals_of
from lesion_toolkit.loaders.phase_pixels import label_enhancement
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase
from lesion_toolkit.model.series import Series
from lesion_toolkit.model.volume import Volume
from lesion_toolkit.phantoms.case_series import case_series
from lesion_toolkit.phantoms.exam import Acquisition, Exam, Protocol, Subject, render
from lesion_toolkit.phantoms.materials import Agent
from lesion_toolkit.phantoms.random_exam import (
    FULL_PROTOCOLS,
    PARTIAL_PROTOCOLS,
    random_exam,
)

DYNAMIC = (
    Phase.PRECONTRAST,
    Phase.EARLY_ARTERIAL,
    Phase.LATE_ARTERIAL,
    Phase.PORTAL_VENOUS,
    Phase.DELAYED,
)
KINDS = {
    "CT": ("CT", Agent.EXTRACELLULAR),
    "MR": ("MR", Agent.EXTRACELLULAR),
    "gadoxetate": ("MR", Agent.HEPATOCYTE),
}
GRADES = {Phase.LATE_ARTERIAL: "adequate", Phase.EARLY_ARTERIAL: "early"}


def _scan(case, modality, phases, dice, noise_sd):
    passes = tuple(
        Acquisition(phase, "", 10 * n, n + 1, tuple(dice.normal(0, 2, 3)))
        for n, phase in enumerate(phases)
    )
    protocol = Protocol(
        modality, (32, 112, 112), (5.0, 3.2, 3.2), (0, 0, 2), passes, noise_sd
    )
    subject = Subject(int(dice.integers(1, 9999)), "M", 60)
    scene = case.visits[int(dice.integers(len(case.visits)))].scene
    exam = Exam(subject, datetime.date(2020, 1, 1), scene, protocol)
    return [Volume(a, protocol.geometry, modality) for _, a in render(exam)]


@pytest.mark.parametrize("modality", ["CT", "MR"])
@pytest.mark.parametrize("case", case_series(), ids=lambda case: case.label)
def test_phases_are_named_beside_any_tumor_also_one_that_outweighs_the_liver(
    case, modality
):
    dice = np.random.default_rng([case.number, ord(modality[0])])
    chosen = sorted(dice.choice(range(1, 5), int(dice.integers(2, 5)), replace=False))
    phases = [Phase.PRECONTRAST, *(DYNAMIC[n] for n in chosen)]
    noise = float(dice.uniform(5, 25) if modality == "CT" else dice.uniform(5, 40))
    volumes = _scan(case, modality, phases, dice, noise)
    labels = label_enhancement(measure_enhancement(volumes), modality)
    assert [label.phase for label in labels] == phases


@pytest.mark.parametrize(("kind", "seed"), [("CT", 10017), ("gadoxetate", 20027)])
def test_cava_or_liver_taken_for_the_portal_vein_is_outvoted_or_silent(kind, seed):
    modality, agent = KINDS[kind]
    dice = np.random.default_rng([seed, ord(modality[0]), len(agent)])
    phases = FULL_PROTOCOLS[agent][seed % len(FULL_PROTOCOLS[agent])]
    exam = random_exam(dice, modality, phases, agent=agent)
    measured = measure_enhancement(exam.volumes)
    if modality == "MR":
        assert all(one.portal is None for one in signals_of(measured, is_ct=False))
    labels = label_enhancement(measured, modality)
    assert [label.phase for label in labels] == list(exam.phases), labels


@pytest.mark.parametrize(
    ("kind", "seed", "because"),
    [
        ("CT", 40033, "four organs outvote what was taken for veins"),
        ("CT", 40054, "a later arterial volume shows which of the two is early"),
        ("MR", 40007, "on MR too, brighter tissue than blood is no vein"),
        ("gadoxetate", 40003, "on MR too, brighter tissue than blood is no vein"),
        ("gadoxetate", 40031, "blood still leads the liver in a transitional volume"),
    ],
)
def test_one_misplaced_sample_leaves_no_phase_wrong(kind, seed, because):
    modality, agent = KINDS[kind]
    dice = np.random.default_rng([seed, ord(modality[0]), len(agent)])
    phases = FULL_PROTOCOLS[agent][seed % len(FULL_PROTOCOLS[agent])]
    exam = random_exam(dice, modality, phases, agent=agent)
    labels = label_enhancement(measure_enhancement(exam.volumes), modality)
    assert [label.phase for label in labels] == list(exam.phases), because


def _named(protocols, kind, seed):
    modality, agent = KINDS[kind]
    dice = np.random.default_rng([seed, 1700])
    phases = protocols[agent][seed % len(protocols[agent])]
    exam = random_exam(dice, modality, phases, agent=agent)
    labels = label_enhancement(measure_enhancement(exam.volumes), modality)
    return exam, labels


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("kind", KINDS)
def test_full_protocols_are_named_right_early_told_from_late(kind, seed):
    exam, labels = _named(FULL_PROTOCOLS, kind, seed)
    assert [label.phase for label in labels] == list(exam.phases), labels
    stacks = [
        (Series(f"1.{n}", volume.modality, "", ()), volume, label)
        for n, (volume, label) in enumerate(zip(exam.volumes, labels, strict=True))
    ]
    arterial = {label.phase for label in labels if label.phase.is_arterial}
    best = next(phase for phase in GRADES if phase in arterial)
    assert grade_arterial(stacks) == GRADES[best]


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("kind", KINDS)
def test_only_where_phases_are_missing_may_a_phase_or_its_timing_stay_open(kind, seed):
    exam, labels = _named(PARTIAL_PROTOCOLS, kind, seed)
    for true, label in zip(exam.phases, labels, strict=True):
        timing_open = true.is_arterial and label.phase is Phase.ARTERIAL
        assert label.phase in (true, Phase.UNKNOWN) or timing_open, label


@pytest.mark.parametrize("kind", KINDS)
def test_an_exam_without_its_arterial_volume_has_none(kind):
    exam, labels = _named(FULL_PROTOCOLS, kind, 2)
    kept = [n for n, phase in enumerate(exam.phases) if not phase.is_arterial]
    volumes = [exam.volumes[n] for n in kept]
    labels = label_enhancement(measure_enhancement(volumes), volumes[0].modality)
    stacks = [
        (Series("1.2", volume.modality, "", ()), volume, label)
        for volume, label in zip(volumes, labels, strict=True)
    ]
    assert grade_arterial(stacks) == "absent"
    meant = [(replace(s, description="ART"), v, la) for s, v, la in stacks[-1:]]
    assert grade_arterial([*stacks[:-1], *meant]) == "missed"


@pytest.mark.parametrize("phase", DYNAMIC)
@pytest.mark.parametrize("kind", ["CT", "MR"])
def test_a_volume_alone_is_never_called_arterial(kind, phase):
    modality, agent = KINDS[kind]
    exam = random_exam(np.random.default_rng(6), modality, [phase], agent=agent)
    (label,) = label_enhancement(measure_enhancement(exam.volumes), modality)
    assert label.phase in (phase, Phase.UNKNOWN)
    assert not label.phase.is_arterial


@pytest.mark.parametrize("second", [46, 52, 58])
def test_a_scan_between_arterial_and_portal_is_never_called_early(second):
    phases = (Phase.PRECONTRAST, Phase.LATE_ARTERIAL, Phase.PORTAL_VENOUS)
    exam = random_exam(
        np.random.default_rng(second), "CT", phases, seconds=(-60, second, 80)
    )
    labels = label_enhancement(measure_enhancement(exam.volumes), "CT")
    assert labels[0].phase is Phase.PRECONTRAST
    assert labels[2].phase in (Phase.PORTAL_VENOUS, Phase.UNKNOWN)
    assert labels[1].phase in (
        Phase.LATE_ARTERIAL,
        Phase.ARTERIAL,
        Phase.UNKNOWN,
        Phase.PORTAL_VENOUS,
    )


def test_every_organ_that_speaks_is_among_the_reasons():
    dice = np.random.default_rng(3)
    phases = (Phase.PRECONTRAST, Phase.LATE_ARTERIAL, Phase.PORTAL_VENOUS)
    volumes = _scan(case_series()[0], "CT", phases, dice, 6.0)
    _, late, _ = label_enhancement(measure_enhancement(volumes), "CT")
    said = " ".join(late.reasons)
    for organ in ("aorta", "liver", "veins of the liver", "spleen", "kidneys"):
        assert f"{organ} " in said
    assert late.reasons[-1] == "the portal vein begins to fill"


def test_organs_are_as_bright_as_they_were_painted():
    dice = np.random.default_rng(8)
    volumes = _scan(case_series()[0], "CT", DYNAMIC, dice, 8.0)
    truth = {
        "aorta": (42, 270, 300, 170, 118),
        "liver": (55, 60, 75, 115, 95),
        "spleen": (47, 95, 130, 125, 95),
        "kidneys": (34, 120, 160, 195, 150),
    }
    measured = measure_enhancement(volumes)
    for organ, values in truth.items():
        found = [getattr(one, organ) for one in measured]
        assert found == pytest.approx(values, abs=8), organ
    veins = [one.veins for one in measured]
    assert veins[1] < 60
    assert veins[3] > 140


def _labels(modality, *pairs):
    measured = [Enhancement(aorta, liver) for aorta, liver in pairs]
    return [label.phase for label in label_enhancement(measured, modality)]


def test_gadoxetate_series_ends_hepatobiliary_with_a_transitional_phase_before():
    pairs = [(130, 200), (600, 240), (430, 330), (350, 340), (210, 430)]
    assert _labels("MR", *pairs) == [
        Phase.PRECONTRAST,
        Phase.LATE_ARTERIAL,
        Phase.PORTAL_VENOUS,
        Phase.TRANSITIONAL,
        Phase.HEPATOBILIARY,
    ]


def test_uptake_that_brightens_the_liver_does_not_make_a_portal_phase_arterial():
    organs = [
        (175, 350, 185, 260),
        (510, 360, 280, 390),
        (550, 540, 430, 510),
        (455, 600, 350, 440),
        (280, 785, 245, 360),
    ]
    measured = [
        Enhancement(aorta, liver, spleen=spleen, kidneys=kidneys)
        for aorta, liver, spleen, kidneys in organs
    ]
    assert [label.phase for label in label_enhancement(measured, "MR")] == [
        Phase.PRECONTRAST,
        Phase.EARLY_ARTERIAL,
        Phase.PORTAL_VENOUS,
        Phase.TRANSITIONAL,
        Phase.HEPATOBILIARY,
    ]


@pytest.mark.parametrize(
    ("veins", "spleen"), [((42, 172), (47, 160)), ((42, 130), (47, 118))]
)
def test_between_arterial_and_portal_other_organs_decide(veins, spleen):
    measured = [
        Enhancement(45, 55, veins[0], veins[0], spleen[0]),
        Enhancement(190, 95, veins[1], veins[1], spleen[1]),
    ]
    _, label = label_enhancement(measured, "CT")
    assert not label.phase.is_arterial


def test_organs_that_contradict_each_other_leave_the_phase_open():
    measured = [
        Enhancement(45, 55, 42, 42),
        Enhancement(300, 70, 290, 290),
    ]
    _, label = label_enhancement(measured, "CT")
    assert label.phase is Phase.UNKNOWN
    assert "the veins of the liver are filled" in label.reasons


def test_one_mr_volume_alone_is_unknown():
    assert _labels("MR", (600, 240)) == [Phase.UNKNOWN]


def test_missing_organs_are_unknown_not_a_phase():
    measured = [Enhancement(None, 80.0), Enhancement(200.0, None)]
    labels = label_enhancement(measured, "CT")
    assert [label.phase for label in labels] == [Phase.UNKNOWN] * 2


def test_noise_without_anatomy_is_unknown():
    dice = np.random.default_rng(1)
    geometry = Geometry.from_axes(
        (20, 60, 60), origin_mm=(0, 0, 0), spacing_mm=(5, 3, 3)
    )
    volumes = [
        Volume(dice.normal(40, 20, geometry.shape).astype(np.int16), geometry)
        for _ in range(3)
    ]
    labels = label_enhancement(measure_enhancement(volumes), "CT")
    assert {label.phase for label in labels} == {Phase.UNKNOWN}


def test_bright_kidneys_prove_contrast_that_a_missed_aorta_hides():
    measured = [
        Enhancement(aorta=58, liver=48, spleen=85, kidneys=94),
        Enhancement(aorta=179, liver=115, spleen=130, kidneys=190),
    ]
    first, _ = label_enhancement(measured, "CT")
    assert first.phase is Phase.UNKNOWN
    assert "kidneys" in first.reasons[-1]
