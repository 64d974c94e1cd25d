"""An exam says whether its arterial phase is early, adequate, missed or absent."""

import numpy as np
import pytest

from lesion_toolkit.loaders.adequacy import arterial_adequacy, grade_arterial
from lesion_toolkit.model.finding import Severity
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase, PhaseLabel
from lesion_toolkit.model.series import Series
from lesion_toolkit.model.volume import Volume

GRID = Geometry.from_axes((2, 4, 4), origin_mm=(0, 0, 0), spacing_mm=(5, 1, 1))


def _stack(phase, description="", confidence=0.9):
    series = Series("1.2.3", "CT", description, ())
    volume = Volume(np.zeros(GRID.shape, np.int16), GRID)
    return series, volume, PhaseLabel(phase, confidence)


OTHERS = [_stack(Phase.PRECONTRAST), _stack(Phase.PORTAL_VENOUS, "PORTAL VENOUS")]


@pytest.mark.parametrize(
    ("arterial", "grade", "said"),
    [
        ([_stack(Phase.LATE_ARTERIAL)], "adequate", []),
        ([_stack(Phase.EARLY_ARTERIAL)], "early", ["arterial-early"]),
        ([_stack(Phase.ARTERIAL)], "not timed", ["arterial-not-timed"]),
        ([_stack(Phase.UNKNOWN, "ARTERIAL 5mm")], "missed", ["arterial-missed"]),
        ([_stack(Phase.PORTAL_VENOUS, "art")], "missed", ["arterial-missed"]),
        ([], "absent", ["no-arterial-phase"]),
        ([_stack(Phase.UNKNOWN, "SUB ARTERIAL")], "absent", ["no-arterial-phase"]),
        ([_stack(Phase.UNKNOWN, "3 PHASE (AP)")], "absent", ["no-arterial-phase"]),
    ],
)
def test_each_exam_has_one_grade(arterial, grade, said):
    stacks = [*OTHERS, *arterial]
    assert grade_arterial(stacks) == grade
    assert [finding.code for finding in arterial_adequacy(stacks)] == said


def test_late_beside_early_is_adequate():
    stacks = [_stack(Phase.EARLY_ARTERIAL), _stack(Phase.LATE_ARTERIAL)]
    assert grade_arterial(stacks) == "adequate"
    assert arterial_adequacy(stacks) == ()


def test_an_exam_without_an_arterial_phase_is_a_serious_matter():
    (missing,) = arterial_adequacy(OTHERS)
    assert missing.severity is Severity.SERIOUS


def test_arterial_by_name_alone_is_doubted():
    stacks = [*OTHERS, _stack(Phase.LATE_ARTERIAL, "ART", confidence=0.6)]
    assert [f.code for f in arterial_adequacy(stacks)] == ["arterial-doubtful"]
