"""Waterfall and spider: how far each patient's tumor shrank or grew."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from lesion_toolkit.cohort.drawing import (
    FAINT,
    INK,
    LINES,
    STYLE,
    legend_beside,
    look_of,
    months,
    new_figure,
)
from lesion_toolkit.cohort.patients import PatientOutcome
from lesion_toolkit.export.tables import Row, rounded_change
from lesion_toolkit.model.response import Response

if TYPE_CHECKING:
    from decimal import Decimal

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.legend import Legend

SHOWN_UP_TO_PCT = 100
"""Bars and curves above this change are cut off in figures, never in tables."""

MOST_NAMES = 40
"""Patients beyond this number are not named along an axis."""

MOST_NAMED_CURVES = 12
"""Curves beyond this number are not named: names would cover them."""

WATERFALL_COLUMNS = (
    "patient",
    "best_change_pct",
    "depth_of_response_pct",
    "best_response",
    "new_lesion_at_progression",
)
SPIDER_COLUMNS = ("patient", "days", "change_pct", "overall", "new_lesion")


def in_waterfall_order(patients: Sequence[PatientOutcome]) -> list[PatientOutcome]:
    """Order from the largest increase to the largest decrease; no sum comes last."""
    known = [p for p in patients if p.best_change_pct is not None]
    unknown = [p for p in patients if p.best_change_pct is None]
    return [*sorted(known, key=_best_change, reverse=True), *unknown]


def _best_change(patient: PatientOutcome) -> "Decimal":
    assert patient.best_change_pct is not None
    return patient.best_change_pct


# ------------------------------------------------------------------ waterfall
def waterfall_rows(patients: Sequence[PatientOutcome]) -> Iterator[Row]:
    """One row a bar, in order; patients without a sum after baseline have none."""
    for patient in in_waterfall_order(patients):
        yield {
            "patient": patient.patient,
            "best_change_pct": rounded_change(patient.best_change_pct),
            "depth_of_response_pct": rounded_change(patient.depth_of_response_pct),
            "best_response": patient.best_response,
            "new_lesion_at_progression": _yes(patient.progressed_with_new_lesion),
        }


def waterfall(
    patients: Sequence[PatientOutcome],
    limits_pct: "tuple[Decimal | None, Decimal | None]",
    title: str,
) -> "Figure":
    """Best change of each patient's sum, colored by best overall response.

    Parameters
    ----------
    patients
        In any order.
    limits_pct
        Changes from which the criteria call it PR and PD; drawn where they are known.
    title
        Heading, which names the criteria.
    """
    from matplotlib import rc_context

    drawn = [p for p in in_waterfall_order(patients) if p.best_change_pct is not None]
    with rc_context(STYLE):
        figure = new_figure(max(90, min(220, 45 + 4 * len(drawn))), 90)
        axes = figure.subplots()
        for place, patient in enumerate(drawn):
            change, look = float(_best_change(patient)), look_of(patient.best_response)
            height = min(change, SHOWN_UP_TO_PCT) or 0.5  # no change is still a bar
            axes.bar(
                place,
                height,
                color=look.color,
                hatch=look.hatch,
                edgecolor=INK,
                linewidth=0.5,
            )
            if change > SHOWN_UP_TO_PCT:
                axes.text(place, SHOWN_UP_TO_PCT, f"{change:.0f}", ha="center")
            if patient.progressed_with_new_lesion:
                axes.text(place, max(height, 0) + 1, "*", ha="center", fontsize=11)
        _change_axis(axes, limits_pct, "best change of the sum from baseline (%)")
        axes.set_xlim(-0.7, max(len(drawn), 1) - 0.3)
        _name_patients(axes, [patient.patient for patient in drawn])
        response_legend(axes, drawn, "best response")
        note = missing_note(len(patients) - len(drawn), "no sum after baseline")
        if any(patient.progressed_with_new_lesion for patient in drawn):
            note = "; ".join(filter(None, ["* new lesion at progression", note]))
        axes.set_title(title, loc="left")
        figure.supxlabel(note, fontsize=7, x=0.01, ha="left", color=INK)
    return figure


def _change_axis(
    axes: "Axes", limits_pct: "tuple[Decimal | None, Decimal | None]", label: str
) -> None:
    axes.axhline(0, color=INK, linewidth=0.8)
    for limit, dashes in zip(limits_pct, ("--", ":"), strict=True):
        if limit is not None:
            axes.axhline(float(limit), color=FAINT, linewidth=0.8, linestyle=dashes)
            axes.annotate(
                f"{limit.normalize():+f}".replace("-", "−"),
                (1.0, float(limit)),
                xycoords=("axes fraction", "data"),
                xytext=(2, 0),
                textcoords="offset points",
                va="center",
                color=INK,
            )
    axes.set_ylabel(label)


def _name_patients(axes: "Axes", names: Sequence[str]) -> None:
    if len(names) > MOST_NAMES:
        axes.set_xticks([])
        axes.set_xlabel(f"{len(names)} patients")
    else:
        axes.set_xticks(range(len(names)), names, rotation=90)


def response_legend(
    axes: "Axes", patients: Sequence[PatientOutcome], title: str
) -> "Legend":
    """Name the best responses that occur, with their patients counted."""
    from matplotlib.patches import Patch

    said = {patient.best_response for patient in patients}
    order = [r for r in (*Response, None) if r in said]
    handles = [
        Patch(
            facecolor=look_of(response).color,
            hatch=look_of(response).hatch,
            edgecolor=INK,
            linewidth=0.5,
            label=f"{response or 'none'} ({n})",
        )
        for response in order
        for n in [sum(p.best_response is response for p in patients)]
    ]
    return legend_beside(axes, handles, title)


def missing_note(count: int, why: str) -> str:
    """Say how many patients a figure leaves out, and why; empty for none."""
    if not count:
        return ""
    return f"{count} patient{'s' if count > 1 else ''} not shown: {why}"


def _yes(said: bool) -> str:
    return "yes" if said else "no"


# ------------------------------------------------------------------ spider
def spider_rows(patients: Sequence[PatientOutcome]) -> Iterator[Row]:
    """One row a timepoint after baseline."""
    for patient in patients:
        for visit in patient.visits:
            yield {
                "patient": patient.patient,
                "days": visit.days,
                "change_pct": rounded_change(visit.change_pct),
                "overall": visit.overall,
                "new_lesion": _yes(visit.new_lesion),
            }


def spider(
    patients: Sequence[PatientOutcome],
    limits_pct: "tuple[Decimal | None, Decimal | None]",
    title: str,
) -> "Figure":
    """Change of each patient's sum over time, every visit marked by its category."""
    from matplotlib import rc_context
    from matplotlib.lines import Line2D

    with rc_context(STYLE):
        figure = new_figure(150, 95)
        axes = figure.subplots()
        shown = [p for p in patients if any(v.change_pct is not None for v in p.visits)]
        _draw_legs(figure, axes, shown)
        _change_axis(axes, (limits_pct[0], None), "change of the sum from baseline (%)")
        axes.set_xlabel("months from the start of the line")
        axes.set_title(title, loc="left")
        axes.margins(x=0.12)
        axes.set_xlim(left=0)
        seen = {v.overall for p in shown for v in p.visits if v.change_pct is not None}
        handles = [Line2D([], [], label=r, **_mark(r)) for r in sorted(seen)]
        legend_beside(axes, handles, "response")
        notes = [
            "* new lesion"
            if any(v.new_lesion for p in shown for v in p.visits)
            else "",
            "progression is judged from the smallest sum, not from baseline",
            missing_note(len(patients) - len(shown), "no sum after baseline"),
        ]
        said = "; ".join(filter(None, notes))
        figure.supxlabel(said, fontsize=7, x=0.01, ha="left")
    return figure


def _draw_legs(
    figure: "Figure", axes: "Axes", patients: Sequence[PatientOutcome]
) -> None:
    """Draw a line a patient, from no change at the start through every visit."""
    ends: list[tuple[float, float, str, str]] = []
    for place, patient in enumerate(patients):
        points = [
            (months(v.days), min(float(v.change_pct), SHOWN_UP_TO_PCT), v)
            for v in patient.visits
            if v.change_pct is not None
        ]
        color = LINES[place % len(LINES)][0]
        xs, ys = [0.0, *(x for x, _, _ in points)], [0.0, *(y for _, y, _ in points)]
        axes.plot(xs, ys, color=color, linewidth=1)
        for x, y, visit in points:
            axes.plot(x, y, **_mark(visit.overall))
            if visit.new_lesion:
                axes.annotate(
                    "*", (x, y), (5, 0), textcoords="offset points", fontsize=11
                )
        ends.append((xs[-1], ys[-1], patient.patient, color))
    if len(ends) <= MOST_NAMED_CURVES:
        _name_ends(figure, axes, ends)


def _name_ends(
    figure: "Figure", axes: "Axes", ends: Sequence[tuple[float, float, str, str]]
) -> None:
    """Write each name beside the end of its curve, none on top of another."""
    from matplotlib.patheffects import withStroke
    from matplotlib.transforms import offset_copy

    beside = offset_copy(axes.transData, figure, x=9, units="points")
    bottom, top = axes.get_ylim()
    gap, free = (top - bottom) / 25, bottom
    for x, y, name, color in sorted(ends, key=lambda end: end[1]):
        free = max(y, free + gap)
        axes.annotate(
            name,
            (x, y),
            (x, free),
            xycoords="data",
            textcoords=beside,
            va="center",
            fontsize=7,
            color=color,
            path_effects=[withStroke(linewidth=2, foreground="white")],
        )


def _mark(response: Response) -> dict[str, Any]:
    look = look_of(response)
    return {
        "marker": look.marker,
        "markerfacecolor": look.color,
        "markeredgecolor": INK,
        "markersize": 6,
        "linestyle": "",
        "zorder": 3,
    }
