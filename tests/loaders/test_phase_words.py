"""Words settle a phase only where a radiologist would say so too."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from lesion_toolkit.loaders.phases import label_phase
from lesion_toolkit.model.phase import ARTERIAL_PHASES, Phase

NAMED = {
    Phase.PRECONTRAST: [
        "PRE LIVER", "Abdomen nativ", "sans injection", "fase basale senza mdc",
        "sin contraste", "平扫", "単純", "造影前", "조영전", "LIVER W/O", "Non-Con 5mm",
        "ax lava pre", "CAP_WO_5_0", "Contrast C-",
    ],
    Phase.EARLY_ARTERIAL: [
        "Early arterial 2.5mm", "frühart. Phase", "动脉早期", "Artériel précoce",
    ],
    Phase.LATE_ARTERIAL: [
        "LateArt_Phase 5.0", "Leber spätarteriell", "artériel tardif", "动脉晚期",
        "fase arteriosa tardiva", "arterial tardía", "动脉后期", "후기동맥기",
    ],
    Phase.ARTERIAL: [
        "ARTERIAL", "Liver Art 3.0", "Leber arterielle Phase", "temps artériel",
        "fase arterial", "fase arteriosa", "动脉期", "動脈相", "동맥기",
        "AX VIBE POST 25 SEC", "Fase arterial del hígado",
    ],
    Phase.PORTAL_VENOUS: [
        "VenousPhase", "portalvenöse Phase", "temps portal", "fase venosa", "门静脉期",
        "門脈相", "문맥기", "70 SEC DELAY", "PV Abd", "fase portale", "P.Venous 2.0",
    ],
    Phase.DELAYED: [
        "5 MIN DELAY", "Spätphase", "tardif", "fase tardiva", "tardía", "延迟期",
        "平衡相", "지연기", "EQUILIBRIUM_AX", "180 sec Delay",
    ],
    Phase.TRANSITIONAL: ["Transitional phase", "移行期", "Übergangsphase"],
    Phase.HEPATOBILIARY: [
        "Hepatobiliary 20 min", "肝胆期", "肝細胞造影相", "간담도기", "HBP ax",
        "leberspezifisch",
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("description", "phase"),
    [(text, phase) for phase, texts in NAMED.items() for text in texts],
)
def test_a_named_phase_is_recognised_in_eight_languages(description, phase):
    label = label_phase(description, "MR" if phase is Phase.HEPATOBILIARY else "CT/MR")
    assert label.phase is phase
    assert label.confidence >= 0.8
    assert label.reasons


@pytest.mark.parametrize(
    "description",
    [
        "LIVER 3 PHASE (AP)",
        "Recon 2: LIVER 3 PHASE (C/A/P)",
        "3 PHASE LIVER (ABD)",
        "C/A/P",
        "Abd A/P C+",
        "LIVER C+",
        "FOIE BIPHASIQUE",
        "Leber triphasisch",
        "肝脏三期增强",
        "CAP routine 5.0 B40s",
        "Body 5.0 CE",
        "PULMONARY ARTERY 2.0",
        "hepatic artery CTA",
        "SMART liver",
        "artifact reduction",
        "",
        "AX 3D POST",
    ],
)
def test_protocols_and_anatomy_do_not_name_a_phase(description):
    assert label_phase(description, "CT").phase is Phase.UNKNOWN


@pytest.mark.parametrize(
    "description",
    [
        "ARTERIAL_VENOUS",
        "LIVER_ART_PV_ABD_ST",
        "Lava pre & post",
        "30, 70, 120 SEC DELAY",
        "Ax LAVA Art, 70sec, 2min",
        "AX_LAVA_DUAL_ARTPORT",
    ],
)
def test_several_phases_in_one_name_stay_unknown(description):
    assert label_phase(description, "MR").phase is Phase.UNKNOWN


@pytest.mark.parametrize(
    ("description", "modality"),
    [
        ("SUB arterial", "MR"),
        ("ARTERIAL SUBTRACTION", "MR"),
        ("Arterial MIP thin", "CT"),
        ("AX T2 HASTE arterial", "MR"),
        ("DWI b50 b800 pre", "MR"),
        ("ADC", "MR"),
        ("T1 in/opp phase", "MR"),
        ("MRCP post", "MR"),
        ("Monitoring arterial", "CT"),
        ("Topogram pre", "CT"),
        ("TOF PORTAL VEIN", "MR"),
    ],
)
def test_pictures_and_other_sequences_are_never_a_dynamic_phase(description, modality):
    phase = label_phase(description, modality).phase
    assert phase in (Phase.UNKNOWN, Phase.NON_DYNAMIC)


def test_dixon_image_keeps_the_phase_it_is_named_for():
    assert label_phase("InPhase: Ax LAVA-Flex pre", "MR").phase is Phase.PRECONTRAST


def test_twenty_minutes_are_hepatobiliary_on_mr_only():
    assert label_phase("20 min delay", "MR").phase is Phase.HEPATOBILIARY
    assert label_phase("20 min delay", "CT").phase is Phase.DELAYED


@pytest.mark.parametrize(
    ("description", "phase"),
    [
        ("arteral phase", Phase.ARTERIAL),
        ("Venuos phase", Phase.PORTAL_VENOUS),
        ("porotal coronals", Phase.PORTAL_VENOUS),
        ("DEALYED PHASE", Phase.DELAYED),
        ("arteria hepatica", Phase.UNKNOWN),
        ("aerial view", Phase.UNKNOWN),
        ("partial liver", Phase.UNKNOWN),
    ],
)
def test_a_slip_of_the_pen_is_read_but_another_word_is_not(description, phase):
    assert label_phase(description, "CT").phase is phase


@pytest.mark.parametrize(
    ("description", "phase"),
    [
        ("动脉 1.0mm", Phase.ARTERIAL),
        ("동맥 3mm", Phase.ARTERIAL),
        ("静脉 5mm", Phase.PORTAL_VENOUS),
        ("肝动脉", Phase.UNKNOWN),
        ("主动脉", Phase.UNKNOWN),
        ("대동맥", Phase.UNKNOWN),
        ("下大静脈", Phase.UNKNOWN),
    ],
)
def test_the_bare_word_is_a_phase_but_within_a_longer_word_it_is_a_vessel(
    description, phase
):
    assert label_phase(description, "CT").phase is phase


@pytest.mark.parametrize(
    "description",
    [
        "sustracción portal",
        "サブトラクション 動脈相",
        "subtração arterial",
        "art/pv fused",
    ],
)
def test_a_subtraction_in_any_language_is_no_phase(description):
    assert label_phase(description, "MR").phase is Phase.UNKNOWN


@pytest.mark.parametrize("whose_delay", ["start delay", "scan delay"])
def test_a_delay_of_the_scan_is_not_a_delayed_phase(whose_delay):
    assert label_phase(f"{whose_delay} test", "CT").phase is Phase.UNKNOWN


@pytest.mark.parametrize("letter", range(1, len("arterial") - 1))
def test_any_one_missing_letter_inside_arterial_is_read(letter):
    typed = "arterial"[:letter] + "arterial"[letter + 1 :]
    assert label_phase(f"{typed} 5.0", "CT").phase is Phase.ARTERIAL


@pytest.mark.parametrize(
    "both",
    ["W/WO", "W WO", "with and without", "avec et sans", "mit/ohne KM", "con y sin"],
)
def test_with_and_without_is_a_protocol_not_a_precontrast_image(both):
    assert label_phase(f"ABDOMEN {both}", "CT").phase is Phase.UNKNOWN
    assert label_phase(f"ABDOMEN {both} ARTERIAL", "CT").phase is Phase.ARTERIAL


@pytest.mark.parametrize(
    ("time", "phase"),
    [
        ("0:35 min", Phase.ARTERIAL),
        ("1:10 min", Phase.PORTAL_VENOUS),
        ("1 min 10 sec", Phase.PORTAL_VENOUS),
        ("60-70 sec", Phase.PORTAL_VENOUS),
        ("35-70 sec", Phase.UNKNOWN),
        ("3-4 min", Phase.DELAYED),
        ("5 min", Phase.DELAYED),
        ("2h", Phase.HEPATOBILIARY),
        ("24h", Phase.UNKNOWN),
    ],
)
def test_one_time_however_written_names_one_phase(time, phase):
    assert label_phase(f"AX T1 POST {time}", "MR").phase is phase


def test_the_length_of_a_breath_hold_is_not_a_time_after_injection():
    assert label_phase("AX LAVA 20 SEC BH", "MR").phase is Phase.UNKNOWN
    assert label_phase("AX LAVA 70 SEC BH", "MR").phase is Phase.PORTAL_VENOUS


def test_a_named_late_phase_keeps_its_name_beside_its_minutes():
    assert label_phase("HBP 15 MIN", "MR").phase is Phase.HEPATOBILIARY
    assert label_phase("transitional 3 min", "MR").phase is Phase.TRANSITIONAL


def _meets_the_aims(rows):
    """Aim of the project: arterial precision 0.97, recall 0.95, accuracy 0.95."""
    said = [label_phase(r["series_description"], r["modality"]).phase for r in rows]
    true = [Phase(r["phase"]) for r in rows]
    pairs = Counter(zip(said, true, strict=True))
    right = sum(n for (a, b), n in pairs.items() if a is b)
    assert right / len(rows) >= 0.95
    for arterial in ({Phase.ARTERIAL}, set(ARTERIAL_PHASES)):
        hit = sum(n for (a, b), n in pairs.items() if a in arterial and b in arterial)
        claimed = sum(n for (a, _), n in pairs.items() if a in arterial)
        there = sum(n for (_, b), n in pairs.items() if b in arterial)
        assert hit / claimed >= 0.97
        assert hit / there >= 0.95


@pytest.mark.parametrize(
    "table",
    [
        "phase_words_held_out.csv",
        "phase_words_public.csv",
        "phase_words_idc.csv",
        "phase_words_blind.csv",
    ],
)
def test_descriptions_labelled_before_the_rules_were_tried_meet_the_aims(table):
    text = Path(__file__).with_name(table).read_text("utf-8")
    _meets_the_aims(list(csv.DictReader(text.splitlines())))


def test_hand_labelled_descriptions_meet_the_aims(shared):
    table = shared / "data/metadata/phase_labels_dev.csv"
    _meets_the_aims(list(csv.DictReader(table.read_text("utf-8").splitlines())))
