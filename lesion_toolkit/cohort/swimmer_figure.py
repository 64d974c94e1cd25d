"""Swimmer: time under observation of each patient, and what happened when."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from lesion_toolkit.cohort.drawing import (
    INK,
    STYLE,
    legend_beside,
    look_of,
    months,
    new_figure,
)
from lesion_toolkit.cohort.patients import PatientOutcome
from lesion_toolkit.cohort.response_figures import missing_note, response_legend
from lesion_toolkit.export.tables import Row
from lesion_toolkit.model.response import TimeToEvent

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SWIMMER_COLUMNS = (
    "patient",
    "best_response",
    "observed_days",
    "response_days",
    "progression_days",
    "death_days",
    "local_therapy_days",
)


def swimmer_rows(patients: Sequence[PatientOutcome]) -> Iterator[Row]:
    """One row a patient, the longest observed first; days from the start."""
    for patient in _in_swimmer_order(patients):
        survival, progression = (
            patient.overall_survival,
            patient.time_to_progression,
        )
        yield {
            "patient": patient.patient,
            "best_response": patient.best_response,
            "observed_days": survival.days if survival else None,
            "response_days": patient.days_to_response,
            "progression_days": _days_if(progression),
            "death_days": _days_if(survival),
            "local_therapy_days": " ".join(map(str, patient.local_therapy_days)),
        }


def _in_swimmer_order(patients: Sequence[PatientOutcome]) -> list[PatientOutcome]:
    def observed(patient: PatientOutcome) -> int:
        return patient.overall_survival.days if patient.overall_survival else -1

    return sorted(patients, key=observed, reverse=True)


def _days_if(time: TimeToEvent | None) -> int | None:
    """Days to the event; None where it did not occur."""
    return time.days if time is not None and time.occurred else None


def swimmer(patients: Sequence[PatientOutcome], title: str) -> "Figure":
    """Time under observation of each patient, and what happened when."""
    from matplotlib import rc_context
    from matplotlib.transforms import offset_copy

    lanes = [p for p in _in_swimmer_order(patients) if p.overall_survival is not None]
    with rc_context(STYLE):
        figure = new_figure(160, max(80, 30 + 5 * len(lanes)))
        axes = figure.subplots()
        after = offset_copy(axes.transData, figure, x=7, units="points")
        for place, patient in enumerate(lanes):
            assert patient.overall_survival is not None
            look, end = look_of(patient.best_response), patient.overall_survival
            axes.barh(
                place,
                months(end.days),
                height=0.6,
                color=look.color,
                hatch=look.hatch,
                edgecolor=INK,
                linewidth=0.5,
            )
            for name, days in _events(patient):
                where = after if name in _AT_THE_END else axes.transData
                mark = _EVENT_MARKS[name]
                axes.plot(months(days), place, transform=where, **mark)
        axes.set_yticks(range(len(lanes)), [p.patient for p in lanes])
        axes.set_ylim(len(lanes) - 0.3, -0.7)
        axes.set_xlabel("months from the start of the line")
        axes.set_xlim(left=0)
        axes.margins(x=0.06)
        axes.set_title(title, loc="left")
        _swimmer_legend(axes, lanes)
        note = missing_note(len(patients) - len(lanes), "no baseline")
        if note:
            figure.supxlabel(note, fontsize=7, x=0.01, ha="left")
    return figure


def _mark_of(marker: str, color: str, size: float = 7) -> dict[str, Any]:
    return {
        "marker": marker,
        "markerfacecolor": color,
        "markeredgecolor": INK,
        "markersize": size,
        "linestyle": "",
        "clip_on": False,
        "zorder": 3,
    }


_EVENT_MARKS = {
    "first response": _mark_of("D", "#FFFFFF"),
    "progression": _mark_of("v", "#000000"),
    "local therapy": _mark_of("|", INK, 9),
    "death": _mark_of("X", "#000000"),
    "alive at last contact": _mark_of(">", "#FFFFFF"),
}


_AT_THE_END = frozenset({"death", "alive at last contact"})
"""Drawn behind the end of the bar, where nothing is covered."""


def _events(patient: PatientOutcome) -> Iterator[tuple[str, int]]:
    if patient.days_to_response is not None:
        yield "first response", patient.days_to_response
    if (days := _days_if(patient.time_to_progression)) is not None:
        yield "progression", days
    for day in patient.local_therapy_days:
        yield "local therapy", day
    survival = patient.overall_survival
    if survival is not None:
        name = "death" if survival.occurred else "alive at last contact"
        yield name, survival.days


def _swimmer_legend(axes: "Axes", lanes: Sequence[PatientOutcome]) -> None:
    from matplotlib.lines import Line2D

    responses = response_legend(axes, lanes, "best response")
    happened = {name for patient in lanes for name, _ in _events(patient)}
    handles = [
        Line2D([], [], label=name, **mark)
        for name, mark in _EVENT_MARKS.items()
        if name in happened
    ]
    legend_beside(axes, handles, low=True)
    axes.add_artist(responses)
