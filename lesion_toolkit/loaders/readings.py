"""A table of what readers measured, as one timeline a patient and reader."""

import csv
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.loaders.plain_text import plain_line
from lesion_toolkit.model.timeline import Timeline

NEEDED = ("patient", "reader", "timepoint", "date", "lesion")
LENGTHS = ("viable_diameter_mm", "whole_diameter_mm", "short_axis_mm")
"""Columns of lengths in mm; an empty cell is not measured, never zero."""
OPTIONAL = (*LENGTHS, "kind")

Cells = Mapping[str, str]


def read_readings(path: str | Path) -> tuple[Timeline, ...]:
    """Read a CSV table with one row a patient, reader, timepoint and target lesion.

    Columns ``patient, reader, timepoint, date, lesion``, then those of
    ``viable_diameter_mm``, ``whole_diameter_mm`` and ``short_axis_mm`` there are, and
    perhaps ``kind`` (mass, node, thrombus). A sum that was read on paper enters as one
    lesion.

    Raises
    ------
    InputRefused
        Not a text file, a column is missing or unknown, a length is no number, or the
        rows of a reading contradict each other.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise InputRefused(
            "no readable text file of readings.",
            "a UTF-8 CSV file with the columns " + ", ".join(NEEDED) + ".",
            "check the path.",
        ) from None
    table = csv.DictReader(text.splitlines(), skipinitialspace=True)
    _check_columns([name.strip() for name in table.fieldnames or ()])
    readings: dict[tuple[str, str], list[tuple[int, Cells]]] = {}
    for number, row in enumerate(table, 2):
        if None in row or None in row.values():
            raise _bad_row(number, "not one value a column")
        cells = {str(k).strip(): plain_line(v) for k, v in row.items()}
        for name in NEEDED:
            if not cells[name]:
                raise _bad_row(number, f"no {name}")
        key = (cells["patient"], cells["reader"])
        readings.setdefault(key, []).append((number, cells))
    return tuple(
        _timeline(patient, reader, rows) for (patient, reader), rows in readings.items()
    )


def _check_columns(names: list[str]) -> None:
    missing = [name for name in NEEDED if name not in names]
    unknown = [plain_line(n) for n in names if n not in (*NEEDED, *OPTIONAL)]
    if not set(names) & set(LENGTHS):
        missing.append("one of " + ", ".join(LENGTHS))
    if len(set(names)) < len(names):
        found = "columns that repeat in the table of readings."
    elif missing:
        found = f"a table of readings without {', '.join(missing)}."
    elif unknown:
        found = f"unknown columns in the table of readings: {', '.join(unknown)}."
    else:
        return
    needed = f"{', '.join(NEEDED)}, and of {', '.join(OPTIONAL)} what there is."
    raise InputRefused(found, needed, "rename or remove columns.")


def _timeline(patient: str, reader: str, rows: list[tuple[int, Cells]]) -> Timeline:
    timepoints: dict[str, dict[str, Any]] = {}
    lesions: dict[str, dict[str, str]] = {}
    for number, cells in rows:
        label = cells["timepoint"]
        visit = timepoints.setdefault(
            label, {"label": label, "date": cells["date"], "measurements": []}
        )
        if visit["date"] != cells["date"]:
            raise _bad_row(number, "another date for a timepoint than an earlier row")
        lesion = {"id": cells["lesion"]}
        if cells.get("kind"):
            lesion["kind"] = cells["kind"]
        if lesions.setdefault(lesion["id"], lesion) != lesion:
            raise _bad_row(number, "another kind for a lesion than an earlier row")
        visit["measurements"].append(_measurement(cells, number))
    ordered = sorted(timepoints.values(), key=lambda visit: str(visit["date"]))
    return Timeline.from_content(
        {
            "schema": "lesion-toolkit/timeline/1",
            "patient": patient,
            "reader": reader,
            "lesions": list(lesions.values()),
            "timepoints": ordered,
        }
    )


def _measurement(cells: Cells, number: int) -> dict[str, Any]:
    lengths: dict[str, Decimal] = {}
    for name in LENGTHS:
        if not cells.get(name):
            continue
        try:
            lengths[name] = Decimal(cells[name])
        except InvalidOperation:
            raise _bad_row(number, f"a {name} that is not a number") from None
    if lengths:
        return {"lesion": cells["lesion"], **lengths}
    unmeasured = {"state": "not_evaluable", "reason": "no length is given"}
    return {"lesion": cells["lesion"], **unmeasured}


def _bad_row(number: int, what: str) -> InputRefused:
    return InputRefused(
        f"row {number} of the table of readings with {what}.",
        "one row a patient, reader, timepoint and lesion, lengths in mm.",
        "correct the row.",
    )
