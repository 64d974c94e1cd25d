"""Real patients: stacked phases come apart and are named by what they show."""

from dataclasses import replace

import numpy as np
import pytest

from lesion_toolkit.loaders.index import find_series
from lesion_toolkit.loaders.phases import label_phases
from lesion_toolkit.loaders.pixels import read_volume
from lesion_toolkit.model.phase import Phase

BASELINE, FOLLOW_UP = "12-27-1997*", "03-14-1998*"


def _exam(folder):
    series = find_series(folder).series
    return [(one, read_volume(one)) for one in series]


@pytest.fixture(scope="module")
def exams(hcc_007, hcc_015):
    return {
        "007 baseline": _exam(next(hcc_007.glob(BASELINE))),
        "007 follow-up": _exam(next(hcc_007.glob(FOLLOW_UP))),
        "015": _exam(hcc_015),
    }


def test_stacked_phases_come_apart_by_acquisition_number(exams):
    for name, sizes in (("007 baseline", (75, 75)), ("007 follow-up", (79, 115))):
        stacked = [s for s, _ in exams[name] if s.number == 4]
        assert tuple(len(s.files) for s in stacked) == sizes
        assert {s.split_by for s in stacked} == {"AcquisitionNumber"}


def test_every_file_of_the_patient_is_used_or_named(hcc_007):
    index = find_series(hcc_007)
    used = [entry for entry in index.account if entry.used_in]
    aside = [entry for entry in index.account if entry.set_aside]
    assert len(used) == 150 + 18 + 194 + 20
    assert {entry.set_aside for entry in aside} == {"not DICOM"}


def test_grids_are_where_the_slices_are(exams):
    arterial = exams["007 baseline"][1][1].geometry
    assert np.allclose(arterial.spacing_mm, (2.5, 0.703125, 0.703125))
    assert arterial.origin_mm[2] == -240
    starts = [v.geometry.origin_mm[2] for s, v in exams["015"]]
    assert np.allclose(starts, [-230.0, -230.53], atol=1e-3)


EXPECTED = {
    "007 baseline": [Phase.PRECONTRAST, Phase.LATE_ARTERIAL, Phase.PORTAL_VENOUS],
    "007 follow-up": [Phase.PRECONTRAST, Phase.EARLY_ARTERIAL, Phase.PORTAL_VENOUS],
    "015": [Phase.EARLY_ARTERIAL, Phase.PORTAL_VENOUS],
}


@pytest.mark.parametrize("name", EXPECTED)
@pytest.mark.parametrize("blank", [False, True], ids=["described", "blank"])
def test_phases_are_named_with_and_without_descriptions(exams, name, blank):
    pairs = exams[name]
    if blank:
        pairs = [(replace(s, description=""), v) for s, v in pairs]
    labels = label_phases(pairs)
    assert [label.phase for label in labels] == EXPECTED[name]
    assert all("HU" in " ".join(label.reasons) for label in labels)


@pytest.mark.parametrize("name", EXPECTED)
def test_each_volume_alone_is_named_right_or_not_at_all(exams, name):
    for pair, expected in zip(exams[name], EXPECTED[name], strict=True):
        (label,) = label_phases([(replace(pair[0], description=""), pair[1])])
        assert label.phase in (expected, Phase.UNKNOWN)


def test_a_portal_volume_called_arterial_is_not_believed(exams):
    pairs = [(replace(s, description="ARTERIAL"), v) for s, v in exams["015"]]
    arterial, portal = label_phases(pairs)
    assert arterial.phase is Phase.EARLY_ARTERIAL
    assert portal.phase is Phase.UNKNOWN
    assert "not settled" in portal.reasons[-1]
