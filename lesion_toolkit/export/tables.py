"""Measurements and answers as tables for a spreadsheet or a script."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from lesion_toolkit.export.files import write_whole
from lesion_toolkit.model.finding import Finding
from lesion_toolkit.model.measurement import LesionMeasurement
from lesion_toolkit.model.response import Course
from lesion_toolkit.model.timeline import Timeline

Row = Mapping[str, object]

MEASUREMENT_COLUMNS = (
    "patient",
    "timepoint",
    "date",
    "lesion",
    "role",
    "organ",
    "kind",
    "state",
    "reason",
    "viable_diameter_mm",
    "whole_diameter_mm",
    "viable_perpendicular_mm",
    "whole_perpendicular_mm",
    "short_axis_mm",
    "viable_diameter_strict_mm",
    "viable_diameter_lenient_mm",
    "viable_diameter_low_threshold_mm",
    "viable_diameter_high_threshold_mm",
    "viable_islands_sum_mm",
    "whole_volume_ml",
    "viable_volume_ml",
    "necrotic_volume_ml",
    "indeterminate_volume_ml",
    "modality",
    "arterial_phase",
    "slice_thickness_mm",
    "findings",
)
"""Columns of ``measurements.csv``."""

ASSESSMENT_COLUMNS = (
    "patient",
    "criteria",
    "preset",
    "line",
    "timepoint",
    "date",
    "unit",
    "sum",
    "baseline_sum",
    "nadir_sum",
    "sum_mm",
    "baseline_sum_mm",
    "nadir_sum_mm",
    "change_from_baseline_pct",
    "change_from_nadir_pct",
    "target",
    "non_target",
    "new_lesion",
    "overall",
    "rule_id",
    "reason",
    "findings",
)
"""Columns of ``assessments.csv``."""

CHANGE_DIGITS = Decimal("0.0001")
"""Changes are written with four decimals; the exact ratio follows from the sums."""


def measurement_rows(timeline: Timeline) -> Iterator[Row]:
    """One row for each lesion measured at each timepoint, in mm and ml."""
    lesions = {lesion.id: lesion for lesion in timeline.lesions}
    for visit in timeline.timepoints:
        for measured in visit.measurements:
            lesion = lesions[measured.lesion]
            yield {
                "patient": timeline.patient,
                "timepoint": visit.label,
                "date": visit.date,
                "lesion": lesion.id,
                "role": lesion.role,
                "organ": lesion.organ,
                "kind": lesion.kind,
                **_lengths(measured),
                "modality": visit.modality,
                "arterial_phase": visit.arterial_phase,
                "slice_thickness_mm": visit.slice_thickness_mm,
                "findings": _codes([*visit.findings, *measured.findings]),
            }


def _lengths(measured: LesionMeasurement) -> dict[str, object]:
    band, volumes = measured.viable_band_mm, measured.volumes
    return {
        "state": measured.state,
        "reason": measured.reason,
        "viable_diameter_mm": measured.viable_diameter_mm,
        "whole_diameter_mm": measured.whole_diameter_mm,
        "viable_perpendicular_mm": measured.viable_perpendicular_mm,
        "whole_perpendicular_mm": measured.whole_perpendicular_mm,
        "short_axis_mm": measured.short_axis_mm,
        "viable_diameter_strict_mm": band and band.strict,
        "viable_diameter_lenient_mm": band and band.lenient,
        "viable_diameter_low_threshold_mm": band and band.low_threshold,
        "viable_diameter_high_threshold_mm": band and band.high_threshold,
        "viable_islands_sum_mm": measured.viable_islands_sum_mm,
        "whole_volume_ml": volumes.whole_ml if volumes else measured.whole_volume_ml,
        "viable_volume_ml": volumes.viable_ml if volumes else measured.viable_volume_ml,
        "necrotic_volume_ml": volumes and volumes.necrotic_ml,
        "indeterminate_volume_ml": volumes and volumes.indeterminate_ml,
    }


def assessment_rows(course: Course) -> Iterator[Row]:
    """One row for each timepoint of each treatment line."""
    for answer in course.assessments:
        yield {
            "patient": course.timeline.patient,
            "criteria": answer.criteria,
            "preset": answer.preset,
            "line": answer.line,
            "timepoint": answer.label,
            "date": answer.date,
            "unit": answer.unit,
            "sum": answer.sum,
            "baseline_sum": answer.baseline_sum,
            "nadir_sum": answer.nadir_sum,
            "sum_mm": answer.sum_mm,
            "baseline_sum_mm": answer.baseline_sum_mm,
            "nadir_sum_mm": answer.nadir_sum_mm,
            "change_from_baseline_pct": rounded_change(answer.change_from_baseline_pct),
            "change_from_nadir_pct": rounded_change(answer.change_from_nadir_pct),
            "target": answer.target,
            "non_target": answer.non_target,
            "new_lesion": answer.new_lesion,
            "overall": answer.overall,
            "rule_id": answer.rule_id,
            "reason": answer.reason,
            "findings": _codes(answer.findings),
        }


def write_table(path: str | Path, columns: Sequence[str], rows: Iterable[Row]) -> Path:
    """Write a CSV table (UTF-8, header row); a missing value is an empty cell.

    Raises
    ------
    InputRefused
        The file cannot be written there.
    """
    text = io.StringIO()
    table = csv.DictWriter(text, columns, lineterminator="\n", restval="")
    table.writeheader()
    for row in rows:
        table.writerow({name: _cell(value) for name, value in row.items()})
    return write_whole(path, text.getvalue())


def _cell(value: object) -> str:
    if value is None:
        return ""
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def rounded_change(value: Decimal | None) -> Decimal | None:
    """Round a change in percent as every table here writes it."""
    return None if value is None else value.quantize(CHANGE_DIGITS)


def _codes(findings: Iterable[Finding]) -> str:
    return " ".join(dict.fromkeys(finding.code for finding in findings))
