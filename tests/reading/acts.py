"""Every kind of act, and sequences of acts that make sense in their order."""

import datetime
from decimal import Decimal

from hypothesis import strategies as st

from lesion_toolkit.model.lesion import Lesion, Role
from lesion_toolkit.model.measurement import LesionMeasurement
from lesion_toolkit.model.timeline import (
    NewLesionSeen,
    NewLesionStatus,
    NonTargetStatus,
    Timepoint,
    TreatmentLine,
)
from lesion_toolkit.reading import events as e

DAY = datetime.date(2024, 1, 2)
BASELINE = e.TimepointAdded(Timepoint("baseline", DAY, modality="CT"))
WEEK_8 = e.TimepointAdded(Timepoint("week 8", DAY + datetime.timedelta(days=56)))
LESIONS = (e.LesionAdded(Lesion("T1")), e.LesionAdded(Lesion("T2")))
BEGINNING = (BASELINE, WEEK_8, *LESIONS)


def measured(lesion, mm, label="baseline", kind=e.Measured):
    return kind(label, LesionMeasurement(lesion, viable_diameter_mm=Decimal(str(mm))))


lesions = st.sampled_from(["T1", "T2"])
labels = st.sampled_from(["baseline", "week 8"])
mm = st.integers(1, 2000).map(lambda tenths: Decimal(tenths) / 10)
words = st.text("abc 肝é", max_size=6)
points = st.tuples(*[st.floats(-500, 500)] * 3)

settings = st.one_of(
    st.builds(measured, lesions, mm, labels),
    st.builds(measured, lesions, mm, labels, st.just(e.CaliperPlaced)),
    st.builds(e.SeriesChosen, labels, st.just("late arterial"), words),
    st.builds(
        e.LesionChanged,
        st.builds(Lesion, lesions, st.sampled_from(Role), site=words),
    ),
    st.builds(
        e.MaskSet,
        labels,
        lesions,
        st.sampled_from(["", "0" * 64, "f" * 64]),
        st.lists(points, max_size=2).map(tuple),
    ),
    st.builds(
        e.NonTargetJudged,
        labels,
        st.just("N1"),
        st.none(),
    ),
    st.builds(
        e.NewLesionDeclared,
        labels,
        st.builds(NewLesionSeen, st.just("NEW1"), st.sampled_from(NewLesionStatus)),
    ),
    st.builds(e.NewLesionWithdrawn, labels, st.just("NEW1")),
    st.builds(
        e.TreatmentLineSet,
        st.builds(TreatmentLine, st.sampled_from("AB"), st.dates()),
    ),
    st.builds(e.TreatmentLineRemoved, st.sampled_from("AB")),
    st.builds(e.LastContactSet, st.none() | st.dates(), st.none() | st.dates()),
    st.builds(
        e.CriteriaChosen,
        st.sampled_from(["mrecist-2010", "recist-1.1"]),
        st.dictionaries(st.just("pd_abs_floor_mm"), st.just("5"), max_size=1),
    ),
    st.builds(e.Commented, words, st.just("") | labels, st.just("") | lesions),
)
"""Acts that make sense at any time after :data:`BEGINNING`."""

ONE_OF_EACH = (
    *BEGINNING,
    e.SeriesChosen("baseline", "late arterial", "1.2.3"),
    e.LesionChanged(Lesion("T2", Role.NON_TARGET)),
    e.MaskSet("baseline", "T1", "a" * 64, ((1.0, 2.5, -3.0),), ((0.1, 0.2, 0.3),)),
    measured("T1", "32.4"),
    measured("T1", "30.1", kind=e.CaliperPlaced),
    e.NonTargetJudged("week 8", "T2", NonTargetStatus.NON_CR_NON_PD),
    e.NewLesionDeclared("week 8", NewLesionSeen("NEW1", NewLesionStatus.EQUIVOCAL)),
    e.NewLesionWithdrawn("week 8", "NEW1"),
    e.TreatmentLineSet(TreatmentLine("sorafenib", DAY)),
    e.TreatmentLineRemoved("sorafenib"),
    e.LastContactSet(None, DAY),
    e.CriteriaChosen("recist-1.1", {"pd_abs_floor_mm": "5"}),
    e.Commented("cyst beside it", "baseline", "T1"),
    e.LesionRenamed("T1", "A"),
    e.LesionRemoved("T2"),
)
"""Every kind of act once, in an order in which they make sense."""
