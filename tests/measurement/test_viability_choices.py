"""What counts as viable where readers differ: oil, liver, false rims."""

import datetime
from dataclasses import replace

import numpy as np
import pytest

from lesion_toolkit.errors import UsageRefused
from lesion_toolkit.measurement.lesion import measure_lesion
from lesion_toolkit.measurement.refusals import viability_refused
from lesion_toolkit.measurement.viability import viability
from lesion_toolkit.measurement.viability_rule import (
    DEFAULT_RULE,
    JudgedPhase,
    Lipiodol,
    ViabilityRule,
    ViableMeans,
)
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.measurement import State
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.reference import (
    REFERENCE_RADIUS_MM,
    ReferenceOrgan,
    ReferenceTissue,
)
from lesion_toolkit.model.therapy import Therapy, TherapyKind
from lesion_toolkit.model.volume import Mask, Tissue, Volume

GEOMETRY = Geometry.from_axes(
    (26, 90, 110), origin_mm=(-40.0, -45.0, -31.0), spacing_mm=(2.5, 1.0, 1.0)
)
X, Y, Z = np.moveaxis(
    GEOMETRY.index_to_mm(np.moveaxis(np.indices(GEOMETRY.shape), 0, -1)), -1, 0
)
LESION = Mask(X**2 + Y**2 + Z**2 < 22**2, GEOMETRY)
LIVER = ReferenceTissue(
    "liver", ((52.0, 0.0, 0.0), (52.0, 25.0, 9.0), (52, -25, -9)), REFERENCE_RADIUS_MM
)
UNENHANCED = {"liver": 55.0, "tumor": 45.0, "dead": 30.0}
SCALE = {"CT": 1.0, "MR": 4.0}


def exam(gains, tumor, dead, *, modality="CT", noise=6.0, oil=None) -> PhaseSet:
    """Liver, tumor and dead tissue, with what contrast adds to liver and to tumor."""
    dice = np.random.default_rng(3)
    volumes = {}
    for phase in (Phase.PRECONTRAST, Phase.LATE_ARTERIAL):
        added = {name: gains.get(name, 0.0) for name in UNENHANCED}
        level = {
            name: hu + added[name] * phase.is_arterial
            for name, hu in UNENHANCED.items()
        }
        values = np.full(GEOMETRY.shape, level["liver"])
        values[tumor] = level["tumor"]
        values[dead] = level["dead"]
        if oil is not None:
            values[oil] = 600
        values = values * SCALE[modality] + dice.normal(
            0, noise * SCALE[modality], values.shape
        )
        volumes[phase] = Volume(values.astype(np.int16), GEOMETRY, modality)
    return PhaseSet(volumes)


def share(found, tissue: Tissue) -> float:
    return found.volume_ml(tissue) / found.lesion.volume_ml


def codes(found) -> set[str]:
    return {finding.code for finding in found.findings}


DEAD = LESION.array & (X > 6)
OIL = LESION.array & ((X - 12) ** 2 + Y**2 + Z**2 < 8**2)


@pytest.mark.parametrize("taken_for", Lipiodol)
def test_oil_is_what_the_rule_takes_it_for(taken_for):
    found = viability(
        exam({"tumor": 70}, LESION.array, DEAD, oil=OIL),
        LESION,
        rule=ViabilityRule(lipiodol=taken_for),
    )
    alive = 1 - DEAD.sum() / LESION.array.sum()
    oil = OIL.sum() / LESION.array.sum()
    beside = (OIL & ~DEAD).sum() / LESION.array.sum()
    expected = {
        Lipiodol.INDETERMINATE: (alive - beside, oil),
        Lipiodol.NECROSIS: (alive - beside, 0.0),
        Lipiodol.VIABLE: (alive - beside + oil, 0.0),
    }[taken_for]
    assert share(found, Tissue.VIABLE) == pytest.approx(expected[0], abs=0.03)
    assert share(found, Tissue.INDETERMINATE) == pytest.approx(expected[1], abs=0.01)
    assert "lipiodol" in codes(found)


def test_a_lesion_full_of_oil_is_evaluable_only_where_oil_is_taken_for_something():
    phases = exam({"tumor": 70}, LESION.array, LESION.array, oil=LESION.array)
    states = {
        taken_for: measure_lesion(
            "T1", phases, LESION, rule=ViabilityRule(lipiodol=taken_for)
        ).viable_diameter_mm
        for taken_for in Lipiodol
    }
    assert states[Lipiodol.INDETERMINATE] is None
    assert states[Lipiodol.NECROSIS] == 0
    assert float(states[Lipiodol.VIABLE]) == pytest.approx(44, abs=1.5)


def test_the_band_has_the_diameter_with_oil_counted_as_viable():
    around = LESION.array & (X**2 + Y**2 + Z**2 > 9**2)
    phases = exam({"tumor": 70}, LESION.array, around, oil=OIL)
    band = measure_lesion("T1", phases, LESION).viable_band_mm
    counted = measure_lesion(
        "T1", phases, LESION, rule=ViabilityRule(lipiodol=Lipiodol.VIABLE)
    )
    assert band.lipiodol_viable == counted.viable_diameter_mm
    assert band.lipiodol_viable > band.default + 5
    assert counted.viable_band_mm.lipiodol_viable is None
    dry = measure_lesion("T1", exam({"tumor": 70}, LESION.array, DEAD), LESION)
    assert dry.viable_band_mm.lipiodol_viable is None


@pytest.mark.parametrize("modality", ["CT", "MR"])
def test_hyperenhancing_leaves_out_what_takes_up_no_more_than_liver(modality):
    gains = {"liver": 32, "tumor": 28}
    phases = exam(gains, LESION.array, DEAD, modality=modality, noise=4.0)
    alive = 1 - DEAD.sum() / LESION.array.sum()
    anything = viability(phases, LESION)
    assert share(anything, Tissue.VIABLE) == pytest.approx(alive, abs=0.05)
    rule = ViabilityRule(viable_means=ViableMeans.HYPERENHANCING)
    more = viability(phases, LESION, rule=rule, reference=LIVER)
    assert share(more, Tissue.VIABLE) < 0.05


@pytest.mark.parametrize("modality", ["CT", "MR"])
def test_hyperenhancing_finds_what_takes_up_more_than_liver(modality):
    gains = {"liver": 15, "tumor": 80}
    phases = exam(gains, LESION.array, DEAD, modality=modality)
    rule = ViabilityRule(viable_means=ViableMeans.HYPERENHANCING)
    found = viability(phases, LESION, rule=rule, reference=LIVER)
    alive = 1 - DEAD.sum() / LESION.array.sum()
    assert share(found, Tissue.VIABLE) == pytest.approx(alive, abs=0.05)


def test_the_threshold_is_the_mean_of_liver_and_k_of_its_standard_deviations():
    phases = exam({"liver": 30, "tumor": 80}, LESION.array, DEAD, noise=8.0)
    found = {
        k: viability(
            phases,
            LESION,
            rule=ViabilityRule(viable_means=ViableMeans.HYPERENHANCING, k_sd=k),
            reference=LIVER,
        ).thresholds
        for k in (0.0, 2.0, 3.0)
    }
    assert found[0.0]["enhancement"] == pytest.approx(30, abs=1)
    assert found[0.0]["enhancement"] == found[0.0]["liver_mean"]
    sd = found[0.0]["liver_sd"]
    # white noise of two volumes, seen through a Gaussian as wide as it asks for
    sigma = found[0.0]["sigma_mm"]
    assert sigma == pytest.approx(1.5)  # 2 mm x the root of 8 of 25 HU, 1.5 at least
    spacing = np.array(GEOMETRY.spacing_mm)
    left = np.sqrt(2) * 8 * np.sqrt(np.prod(spacing / (2 * np.sqrt(np.pi) * sigma)))
    assert sd == pytest.approx(left, rel=0.25)
    for k in (2.0, 3.0):
        above = found[k]["enhancement"] - found[0.0]["enhancement"]
        assert above == pytest.approx(k * sd)
    assert found[2.0]["low"] <= found[2.0]["enhancement"] <= found[2.0]["high"]


def test_hyperenhancing_is_never_asked_for_less_than_enhancement():
    phases = exam({"liver": 2, "tumor": 14}, LESION.array, DEAD, noise=3.0)
    rule = ViabilityRule(viable_means=ViableMeans.HYPERENHANCING)
    found = viability(phases, LESION, rule=rule, reference=LIVER)
    assert found.thresholds["enhancement"] == rule.enhancement_hu
    assert share(found, Tissue.VIABLE) == 0


def test_hyperenhancing_without_reference_regions_is_refused():
    phases = exam({"tumor": 70}, LESION.array, DEAD)
    rule = ViabilityRule(viable_means=ViableMeans.HYPERENHANCING)
    with pytest.raises(UsageRefused, match="liver_references"):
        viability(phases, LESION, rule=rule)


SHIFT_MM = 4


def _beside_fat(residual_mm: float | None) -> PhaseSet:
    """A dead lesion at the edge of the liver, its precontrast volume 4 mm off."""
    outside = np.where(Y < -16, -30.0, UNENHANCED["liver"])
    dead = np.where(LESION.array, 60.0, outside)
    rows = int(SHIFT_MM / GEOMETRY.spacing_mm[1])
    off = np.roll(dead, rows, axis=1)
    off[:, :rows] = dead[:, :rows]
    known = {} if residual_mm is None else {Phase.PRECONTRAST: residual_mm}
    return PhaseSet(
        {
            Phase.PRECONTRAST: Volume(off.astype(np.int16), GEOMETRY),
            Phase.LATE_ARTERIAL: Volume(dead.astype(np.int16), GEOMETRY),
        },
        registration_residual_mm=known,
    )


def test_a_rim_that_only_misregistration_makes_enhance_is_not_viable():
    rule = ViabilityRule(opening_mm=0.0, min_component_mm=0.0)
    trusted = viability(_beside_fat(None), LESION, rule=rule)
    assert share(trusted, Tissue.VIABLE) > 0.02
    guarded = viability(_beside_fat(float(SHIFT_MM)), LESION, rule=rule)
    assert share(guarded, Tissue.VIABLE) < share(trusted, Tissue.VIABLE) / 3
    assert share(guarded, Tissue.INDETERMINATE) > 0.02
    assert "misregistration-rim" in codes(guarded)
    assert share(viability(_beside_fat(SHIFT_MM), LESION), Tissue.VIABLE) == 0


def test_tissue_that_clearly_enhances_stays_viable_however_far_precontrast_is_off():
    phases = exam({"tumor": 90}, LESION.array, DEAD)
    moved = replace(phases, registration_residual_mm={Phase.PRECONTRAST: 4.0})
    assert share(viability(moved, LESION), Tissue.VIABLE) == pytest.approx(
        share(viability(phases, LESION), Tissue.VIABLE), abs=0.01
    )


def test_a_thin_rim_is_not_counted_and_is_said_to_be_one():
    rim = LESION.array & (X**2 + Y**2 + Z**2 >= 20.5**2)
    found = viability(exam({"tumor": 60}, rim, LESION.array & ~rim, noise=3.0), LESION)
    assert share(found, Tissue.VIABLE) < 0.05
    assert "thin-rim" in codes(found)
    solid = viability(exam({"tumor": 60}, LESION.array, DEAD, noise=3.0), LESION)
    assert "thin-rim" not in codes(solid)


DAY = datetime.date(2024, 5, 2)
CTACE = Therapy(TherapyKind.CTACE, datetime.date(2024, 3, 1))


def _arterial_alone() -> PhaseSet:
    both = exam({"tumor": 70}, LESION.array, DEAD)
    return PhaseSet({Phase.LATE_ARTERIAL: both.arterial})


def test_after_ctace_ct_without_precontrast_is_not_evaluable():
    phases = _arterial_alone()
    why = viability_refused(phases, None, (CTACE,), DAY)
    found = measure_lesion("T1", phases, LESION, refused=why)
    assert found.viable_diameter_mm is None
    assert "cTACE" in found.reason
    assert found.state is State.MEASURED
    assert float(found.whole_diameter_mm) == pytest.approx(44, abs=1)


@pytest.mark.parametrize(
    "therapy",
    [
        Therapy(TherapyKind.CTACE, DAY),
        Therapy(TherapyKind.DEB_TACE, CTACE.date),
        Therapy(TherapyKind.SYSTEMIC, CTACE.date),
    ],
)
def test_no_other_therapy_and_none_of_the_day_itself_refuses(therapy):
    assert viability_refused(_arterial_alone(), None, (therapy,), DAY) is None


def test_after_ctace_a_precontrast_volume_is_enough():
    phases = exam({"tumor": 70}, LESION.array, DEAD)
    assert viability_refused(phases, None, (CTACE,), DAY) is None


def test_settings_are_read_as_a_person_writes_them():
    rule = DEFAULT_RULE.switched({"lipiodol": "necrosis", "enhancement_hu": "10"})
    assert rule.lipiodol is Lipiodol.NECROSIS
    assert rule.enhancement_hu == 10.0
    assert DEFAULT_RULE.switched({}) == DEFAULT_RULE


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"oil": "viable"}, "lipiodol"),
        ({"lipiodol": "dead"}, "indeterminate or necrosis or viable"),
        ({"k_sd": "two"}, "a number"),
        ({"k_sd": "nan"}, "a number"),
    ],
)
def test_unknown_settings_are_refused_by_name(settings, said):
    with pytest.raises(UsageRefused, match=said):
        DEFAULT_RULE.switched(settings)


MUSCLE = ReferenceTissue("muscle", LIVER.places_mm[:2], REFERENCE_RADIUS_MM)
SPLEEN = ReferenceTissue("spleen", LIVER.places_mm[1:], REFERENCE_RADIUS_MM)
BY_PORTAL = replace(DEFAULT_RULE, phase=JudgedPhase.PORTAL)


@pytest.mark.parametrize("modality", ["CT", "MR"])
@pytest.mark.parametrize(
    ("reference", "gain", "alive"),
    [(MUSCLE, 30, 1.0), (LIVER, 45, 1.0), (SPLEEN, 95, 0.0)],
    ids=["muscle", "liver", "spleen"],
)
def test_viable_is_more_than_the_tissue_that_is_compared_with(
    reference, gain, alive, modality
):
    """The tumor gains 70: more than muscle and liver do, less than the spleen."""
    phases = exam({"liver": gain, "tumor": 70}, LESION.array, DEAD, modality=modality)
    rule = ViabilityRule(viable_means=ViableMeans.HYPERENHANCING)
    found = viability(phases, LESION, rule=rule, reference=reference)
    true = alive * (1 - DEAD.sum() / LESION.array.sum())
    assert share(found, Tissue.VIABLE) == pytest.approx(true, abs=0.05)
    tissue = reference.tissue
    mean, sd = (found.thresholds[f"{tissue}_{name}"] for name in ("mean", "sd"))
    assert mean / SCALE[modality] == pytest.approx(gain, abs=1.5)
    assert found.thresholds["enhancement"] == pytest.approx(mean + 2 * sd)
    assert found.method.endswith(f"above normal {tissue}")


def with_portal(phases: PhaseSet, change: float, where) -> PhaseSet:
    """Add a portal venous phase that is the arterial one, changed somewhere."""
    portal = phases.arterial.array + np.int16(change) * where
    late = phases.arterial.with_array(portal.astype(np.int16))
    return PhaseSet({**phases.volumes, Phase.PORTAL_VENOUS: late})


@pytest.mark.parametrize("modality", ["CT", "MR"])
def test_the_portal_venous_phase_is_judged_where_the_rule_says_so(modality):
    """A third of the tumor fills only after the arterial phase."""
    slow = LESION.array & (X < -6)
    plain = exam({"tumor": 60}, LESION.array & ~slow, DEAD | slow, modality=modality)
    phases = with_portal(plain, 60 * SCALE[modality], slow)
    early = viability(phases, LESION)
    late = viability(phases, LESION, rule=BY_PORTAL)
    total = LESION.array.sum()
    filled = (LESION.array & ~DEAD).sum() / total
    assert share(early, Tissue.VIABLE) == pytest.approx(
        filled - slow.sum() / total, abs=0.05
    )
    assert share(late, Tissue.VIABLE) == pytest.approx(filled, abs=0.05)
    assert "judged-in-portal-venous-phase" in codes(late)
    assert "judged-in-portal-venous-phase" not in codes(early)
    assert late.method.startswith("portal minus precontrast")


def test_hyperenhancing_compares_in_the_phase_that_is_judged():
    """Washout: more than liver in the arterial phase, less in the portal venous one."""
    plain = exam({"liver": 20, "tumor": 70}, LESION.array, DEAD)
    phases = with_portal(plain, 80, ~LESION.array)
    rule = ViabilityRule(viable_means=ViableMeans.HYPERENHANCING)
    alive = 1 - DEAD.sum() / LESION.array.sum()
    early = viability(phases, LESION, rule=rule, reference=LIVER)
    assert share(early, Tissue.VIABLE) == pytest.approx(alive, abs=0.05)
    late = viability(
        phases, LESION, rule=replace(rule, phase=JudgedPhase.PORTAL), reference=LIVER
    )
    assert share(late, Tissue.VIABLE) == 0
    assert late.thresholds["liver_mean"] == pytest.approx(100, abs=1.5)


@pytest.mark.parametrize("modality", ["CT", "MR"])
def test_without_its_phase_or_precontrast_nothing_is_judged_by_portal(modality):
    plain = exam({"tumor": 60}, LESION.array, DEAD, modality=modality)
    missing = viability(plain, LESION, rule=BY_PORTAL)
    whole = with_portal(plain, 0, LESION.array).volumes
    kept = {p: v for p, v in whole.items() if p is not Phase.PRECONTRAST}
    unsubtracted = viability(PhaseSet(kept), LESION, rule=BY_PORTAL)
    assert codes(missing) == {"no-portal-venous-phase"}
    assert codes(unsubtracted) <= {"portal-without-precontrast", "no-precontrast"}
    for found in (missing, unsubtracted):
        assert share(found, Tissue.INDETERMINATE) == 1
    measured = measure_lesion("T1", plain, LESION, rule=BY_PORTAL)
    assert measured.viable_diameter_mm is None
    assert "portal venous" in measured.reason


def test_a_reference_that_nothing_compares_with_is_a_usage_error():
    with pytest.raises(UsageRefused, match="viable_means=hyperenhancing"):
        DEFAULT_RULE.switched({"reference": "muscle"})
    with pytest.raises(UsageRefused, match="liver or spleen or muscle"):
        DEFAULT_RULE.switched({"reference": "aorta"})
    said = {"reference": "spleen", "viable_means": "hyperenhancing", "phase": "portal"}
    rule = DEFAULT_RULE.switched(said)
    assert (rule.reference, rule.phase) == (ReferenceOrgan.SPLEEN, JudgedPhase.PORTAL)
