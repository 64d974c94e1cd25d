"""Phases from enhancement alone: aorta and liver relative to the rest of the exam."""

import datetime

import numpy as np
import pytest

from lesion_toolkit.loaders.enhancement import Enhancement, measure_enhancement
from lesion_toolkit.loaders.phase_pixels import label_enhancement
from lesion_toolkit.model.phase import Phase
from lesion_toolkit.model.volume import Volume
from lesion_toolkit.phantoms.case_series import case_series
from lesion_toolkit.phantoms.exam import Acquisition, Exam, Protocol, Subject, render

DYNAMIC = (
    Phase.PRECONTRAST,
    Phase.EARLY_ARTERIAL,
    Phase.LATE_ARTERIAL,
    Phase.PORTAL_VENOUS,
    Phase.DELAYED,
)
GIANT = "case-4"
"""Its tumor outweighs the liver beside it, so early and late are not told apart."""


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
def test_phases_of_randomised_phantoms(case, modality):
    dice = np.random.default_rng([case.number, ord(modality[0])])
    chosen = sorted(dice.choice(range(1, 5), int(dice.integers(2, 5)), replace=False))
    phases = [Phase.PRECONTRAST, *(DYNAMIC[n] for n in chosen)]
    noise = float(dice.uniform(5, 25) if modality == "CT" else dice.uniform(5, 40))
    volumes = _scan(case, modality, phases, dice, noise)
    labels = label_enhancement(measure_enhancement(volumes), modality)
    for label, phase in zip(labels, phases, strict=True):
        if case.label == GIANT and phase.is_arterial:
            assert label.phase.is_arterial
        else:
            assert label.phase is phase


def test_late_volumes_without_an_arterial_phase_never_become_arterial():
    dice = np.random.default_rng(5)
    phases = [Phase.PORTAL_VENOUS, Phase.DELAYED]
    volumes = _scan(case_series()[0], "CT", phases, dice, 12.0)
    labels = label_enhancement(measure_enhancement(volumes), "CT")
    assert not any(label.phase.is_arterial for label in labels)


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


def test_between_arterial_and_portal_it_says_unknown():
    assert _labels("CT", (45, 55), (190, 110))[1] is Phase.UNKNOWN


def test_one_mr_volume_alone_is_unknown():
    assert _labels("MR", (600, 240)) == [Phase.UNKNOWN]


def test_missing_organs_are_unknown_not_a_phase():
    measured = [Enhancement(None, 80.0), Enhancement(200.0, None)]
    labels = label_enhancement(measured, "CT")
    assert [label.phase for label in labels] == [Phase.UNKNOWN] * 2


def test_noise_without_anatomy_is_unknown():
    from lesion_toolkit.model.geometry import Geometry

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
