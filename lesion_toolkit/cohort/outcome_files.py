"""The outcomes of a cohort as files: figures, what they show as tables, a summary.

::

    outcomes.json       counts, rates, medians, kappa
    patients.csv        one row a patient: responses, depth, times
    waterfall, spider, swimmer, pfs, ttp, os, dor      each .svg, .png and .csv
    os_landmark         with a landmark
    subgroups.csv       with subgroups; the curves are then by subgroup
    cross_table_NAME.csv       best responses against other criteria
"""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from lesion_toolkit.cohort.analysis import ENDPOINTS, CohortOutcomes
from lesion_toolkit.cohort.cross_table import CrossTable
from lesion_toolkit.cohort.drawing import write_figure
from lesion_toolkit.cohort.patients import PatientOutcome
from lesion_toolkit.cohort.response_figures import (
    SPIDER_COLUMNS,
    WATERFALL_COLUMNS,
    spider,
    spider_rows,
    waterfall,
    waterfall_rows,
)
from lesion_toolkit.cohort.survival import SurvivalCurve, kaplan_meier, log_rank
from lesion_toolkit.cohort.survival_figures import (
    CURVE_COLUMNS,
    curve_rows,
    survival_figure,
)
from lesion_toolkit.cohort.swimmer_figure import SWIMMER_COLUMNS, swimmer, swimmer_rows
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.export.files import write_whole
from lesion_toolkit.export.tables import Row, rounded_change, write_table
from lesion_toolkit.export.words import criteria_words
from lesion_toolkit.model.response import TimeToEvent

TIME_COLUMNS = tuple(
    f"{endpoint}_{part}" for endpoint in ENDPOINTS for part in ("days", "event", "why")
)
PATIENT_COLUMNS = (
    "patient",
    "line",
    "start",
    "subgroup",
    "best_response",
    "confirmed_best_response",
    "best_change_pct",
    "depth_of_response_pct",
    "days_to_response",
    *TIME_COLUMNS,
)
"""Columns of ``patients.csv``; ``_event`` is 1 where the event occurred, else 0."""

SUBGROUP_COLUMNS = (
    "subgroup",
    "n",
    "responders",
    "orr",
    "orr_low",
    "orr_high",
    "controlled",
    "dcr",
    "dcr_low",
    "dcr_high",
    *(f"{e}_{part}" for e in ENDPOINTS for part in ("events", "median_days")),
)


def write_outcomes(
    outcomes: CohortOutcomes, folder: str | Path, *, landmark_days: int | None = None
) -> tuple[Path, ...]:
    """Write every figure and table of a cohort into a folder.

    Parameters
    ----------
    outcomes
        What the cohort came to.
    folder
        Made if it is not there.
    landmark_days
        Draw overall survival from this day on by response up to it.

    Raises
    ------
    InputRefused
        The folder cannot be written to.
    """
    folder = made_folder(folder)
    name, limits = criteria_words(outcomes.cohort.criteria), _limits(outcomes)
    patients = outcomes.patients
    groups = outcomes.groups or {}
    written = [
        write_whole(
            folder / "outcomes.json",
            json.dumps(summary(outcomes, landmark_days), indent=2) + "\n",
        ),
        write_table(
            folder / "patients.csv",
            PATIENT_COLUMNS,
            (_patient_row(p, groups.get(p.patient, "")) for p in patients),
        ),
        *write_figure(
            folder,
            "waterfall",
            waterfall(patients, limits, f"Best change of the sum, {name}"),
            WATERFALL_COLUMNS,
            waterfall_rows(patients),
        ),
        *write_figure(
            folder,
            "spider",
            spider(patients, limits, f"Change of the sum over time, {name}"),
            SPIDER_COLUMNS,
            spider_rows(patients),
        ),
        *write_figure(
            folder,
            "swimmer",
            swimmer(patients, f"Time under observation, {name}"),
            SWIMMER_COLUMNS,
            swimmer_rows(patients),
        ),
    ]
    for endpoint in ENDPOINTS:
        written += _write_curves(outcomes, folder, endpoint)
    if landmark_days is not None:
        written += _write_landmark(outcomes, folder, landmark_days)
    if outcomes.subgroups:
        path = folder / "subgroups.csv"
        written.append(write_table(path, SUBGROUP_COLUMNS, _subgroup_rows(outcomes)))
    return (*written, *(_write_cross_table(t, folder) for t in outcomes.cross_tables))


def made_folder(folder: str | Path) -> Path:
    """Make a folder for results, unless it is there.

    Raises
    ------
    InputRefused
        It cannot be made.
    """
    folder = Path(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise InputRefused(
            f"an output folder that cannot be made ({fault.strerror}).",
            "a folder for the figures and tables.",
            "choose another one, or change its permissions.",
        ) from None
    return folder


def _limits(outcomes: CohortOutcomes) -> Any:
    return outcomes.cohort.courses[0].limits_pct


def _patient_row(patient: PatientOutcome, subgroup: str) -> Row:
    times = (
        patient.progression_free_survival,
        patient.time_to_progression,
        patient.overall_survival,
        patient.duration_of_response,
    )
    return {
        "patient": patient.patient,
        "line": patient.line,
        "start": patient.start,
        "subgroup": subgroup,
        "best_response": patient.best_response,
        "confirmed_best_response": patient.confirmed_best_response,
        "best_change_pct": rounded_change(patient.best_change_pct),
        "depth_of_response_pct": rounded_change(patient.depth_of_response_pct),
        "days_to_response": patient.days_to_response,
        **dict(zip(TIME_COLUMNS, _in_cells(times), strict=True)),
    }


def _in_cells(times: tuple[TimeToEvent | None, ...]) -> Iterator[object]:
    """Values of :data:`TIME_COLUMNS`."""
    for time in times:
        yield from (
            ("", "", "")
            if time is None
            else (
                time.days,
                int(time.occurred),
                time.why,
            )
        )


# ------------------------------------------------------------------ curves
def _write_curves(
    outcomes: CohortOutcomes, folder: Path, endpoint: str
) -> tuple[Path, ...]:
    """Write one endpoint's curve, or one a subgroup; nothing where nobody has it."""
    curves = {
        group.name: group.curves[endpoint]
        for group in outcomes.subgroups
        if endpoint in group.curves
    }
    whole = outcomes.curve(endpoint)
    if whole is None:
        return ()
    title = f"{ENDPOINTS[endpoint].capitalize()}, "
    figure = survival_figure(
        curves or {"": whole},
        title + criteria_words(outcomes.cohort.criteria),
        test=outcomes.log_rank(endpoint),
        origin="the first response" if endpoint == "dor" else "the start of the line",
    )
    rows = curve_rows(curves or {"": whole})
    return write_figure(folder, endpoint, figure, CURVE_COLUMNS, rows)


def _write_landmark(
    outcomes: CohortOutcomes, folder: Path, days: int
) -> tuple[Path, ...]:
    parted = outcomes.landmark(days)
    groups = {"response": parted.responders, "no response": parted.others}
    known = {name: times for name, times in groups.items() if times}
    if not known:
        return ()
    curves = {name: kaplan_meier(times) for name, times in known.items()}
    figure = survival_figure(
        curves,
        f"Overall survival by response up to day {days}",
        test=log_rank(known) if len(known) > 1 else None,
        origin=f"day {days}",
    )
    rows = curve_rows(curves)
    return write_figure(folder, "os_landmark", figure, CURVE_COLUMNS, rows)


# ------------------------------------------------------------------ tables
def _subgroup_rows(outcomes: CohortOutcomes) -> Iterator[Row]:
    for group in outcomes.subgroups:
        response, control = group.objective_response, group.disease_control
        row: dict[str, object] = {
            "subgroup": group.name,
            "n": response.n,
            "responders": response.count,
            "orr": _share(response.rate),
            "orr_low": _share(response.low),
            "orr_high": _share(response.high),
            "controlled": control.count,
            "dcr": _share(control.rate),
            "dcr_low": _share(control.low),
            "dcr_high": _share(control.high),
        }
        for endpoint, curve in group.curves.items():
            row[f"{endpoint}_events"] = curve.events
            row[f"{endpoint}_median_days"] = curve.median_days
        yield row


def _share(value: float) -> str:
    return f"{value:.4f}"


def _write_cross_table(table: CrossTable, folder: Path) -> Path:
    """Rows: first criteria, columns: second."""
    names = [category or "none" for category in table.categories]
    rows = (
        {table.first: name, **dict(zip(names, counts, strict=True))}
        for name, counts in zip(names, table.counts, strict=True)
    )
    path = folder / f"cross_table_{table.second}.csv"
    return write_table(path, (table.first, *names), rows)


# ------------------------------------------------------------------ summary
def summary(
    outcomes: CohortOutcomes, landmark_days: int | None = None
) -> dict[str, Any]:
    """Return what a cohort came to as plain values for JSON."""
    said: dict[str, Any] = {
        "criteria": outcomes.cohort.criteria,
        "patients": len(outcomes.patients),
        "best_overall_response": {
            response or "none": count
            for response, count in outcomes.best_response_counts.items()
        },
        "objective_response": asdict(outcomes.objective_response()),
        "disease_control": asdict(outcomes.disease_control()),
        "confirmed_objective_response": asdict(
            outcomes.objective_response(confirmed=True)
        ),
        "confirmed_disease_control": asdict(outcomes.disease_control(confirmed=True)),
        "times": {e: _time(outcomes.curve(e)) for e in ENDPOINTS},
        "cross_tables": [asdict(table) for table in outcomes.cross_tables],
    }
    if outcomes.subgroups:
        said["subgroups"] = {
            group.name: {
                "objective_response": asdict(group.objective_response),
                "disease_control": asdict(group.disease_control),
                "times": {e: _time(curve) for e, curve in group.curves.items()},
            }
            for group in outcomes.subgroups
        }
        tests = {e: outcomes.log_rank(e) for e in ENDPOINTS}
        said["log_rank"] = {e: asdict(t) for e, t in tests.items() if t is not None}
    if landmark_days is not None:
        parted = outcomes.landmark(landmark_days)
        said["landmark"] = {
            "days": landmark_days,
            "responders": len(parted.responders),
            "others": len(parted.others),
            "left_out": parted.left_out,
        }
    return said


def _time(curve: SurvivalCurve | None) -> dict[str, Any] | None:
    if curve is None:
        return None
    low, high = curve.median_interval_days
    return {
        "n": curve.n,
        "events": curve.events,
        "median_days": curve.median_days,
        "median_low_days": low,
        "median_high_days": high,
    }
