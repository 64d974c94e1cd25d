"""Whether a scan is comparable with its baseline: findings at the moment it enters."""

import datetime

from lesion_toolkit.criteria.judgement import Followed, RuleBook
from lesion_toolkit.criteria.wording import day, plain
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.timeline import Timepoint

UNTIMED = ("", "arterial")
"""Arterial phases of a timepoint that may be any other: no difference is proven."""

LATE_ARTERIAL = "late arterial"


def baseline_conformance(
    timepoint: Timepoint, start: datetime.date, followed: Followed, book: RuleBook
) -> tuple[Finding, ...]:
    """Point out what makes a baseline a poor one to compare with."""
    limit = book.preset.conformance.baseline_days
    days = (start - timepoint.date).days
    found = [*_wrong_phase(timepoint, followed)]
    if days > limit:
        message = (
            f"The baseline of {day(timepoint.date)} lies {days} days before the start "
            f"of treatment, more than {limit}."
        )
        found.append(Finding("baseline-outside-window", message, Severity.CAUTION))
    return tuple(found)


def conformance(
    timepoint: Timepoint,
    baseline: Timepoint,
    start: datetime.date,
    followed: Followed,
    book: RuleBook,
) -> tuple[Finding, ...]:
    """Point out where a scan was made otherwise than its baseline, or off schedule."""
    return (
        *_wrong_phase(timepoint, followed),
        *_other_phase(timepoint, baseline),
        *_other_modality(timepoint, baseline),
        *_other_slices(timepoint, baseline, book),
        *_outside_window(timepoint, start, book),
    )


def _wrong_phase(timepoint: Timepoint, followed: Followed) -> list[Finding]:
    """Viable tumor is measured in the late arterial phase."""
    phase = timepoint.arterial_phase
    if phase in UNTIMED or phase == LATE_ARTERIAL:
        return []
    if not any(target.quantity.is_viable for target in followed.targets):
        return []
    message = (
        f"Viable tumor was measured in the {phase} phase; it enhances fully in the "
        f"{LATE_ARTERIAL} phase only."
    )
    return [Finding("wrong-phase", message, Severity.CAUTION)]


def _other_phase(timepoint: Timepoint, baseline: Timepoint) -> list[Finding]:
    """Point out that the arterial timing is not that of the baseline."""
    before, now = baseline.arterial_phase, timepoint.arterial_phase
    if before == now or not {before, now}.isdisjoint(UNTIMED):
        return []
    message = (
        f"Measured in the {now} phase, at baseline in the {before} phase: a change of "
        "length may be one of timing."
    )
    return [Finding("phase-differs", message, Severity.CAUTION)]


def _other_modality(timepoint: Timepoint, baseline: Timepoint) -> list[Finding]:
    before, now = baseline.modality, timepoint.modality
    if before == now or not before or not now:
        return []
    message = (
        f"Measured on {now}, at baseline on {before}: a change of length may be one "
        "of method."
    )
    return [Finding("modality-changed", message, Severity.CAUTION)]


def _other_slices(
    timepoint: Timepoint, baseline: Timepoint, book: RuleBook
) -> list[Finding]:
    before, now = baseline.slice_thickness_mm, timepoint.slice_thickness_mm
    if before is None or now is None:
        return []
    if abs(before - now) <= book.preset.conformance.slice_tolerance_mm:
        return []
    message = (
        f"Slices of {plain(now)} mm, at baseline of {plain(before)} mm: small lesions "
        "may be missed or blurred in the thicker ones."
    )
    return [Finding("slice-thickness-differs", message, Severity.NOTE)]


def _outside_window(
    timepoint: Timepoint, start: datetime.date, book: RuleBook
) -> list[Finding]:
    """Point out a scan far from every day of the schedule, where there is one."""
    interval = book.switches.visit_interval_days
    if not interval:
        return []
    days = (timepoint.date - start).days
    visit = max(round(days / interval), 1)
    off = days - visit * interval
    if abs(off) <= book.preset.conformance.window_days:
        return []
    when = "after" if off > 0 else "before"
    message = (
        f"Scanned {abs(off)} days {when} the day it was due (visit {visit}, every "
        f"{interval} days)."
    )
    return [Finding("scan-outside-window", message, Severity.NOTE)]
