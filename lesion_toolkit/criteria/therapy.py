"""What the therapy of a lesion asks of its reader, at the timepoint it concerns.

Cautions, and one rule: a target that was resected or ablated in the course of a line
is not evaluable from then on. Sources: EASL-EORTC guideline 2012 (first
scan four weeks after therapy), LI-RADS treatment response 2024 (radiation), Choi et al.
2018 (readers agree less after drug-eluting beads), 2010 paper on mRECIST (lipiodol).
"""

import datetime
from dataclasses import replace

from lesion_toolkit.criteria.judgement import Followed
from lesion_toolkit.criteria.lines import LineCourse
from lesion_toolkit.criteria.targets import Target
from lesion_toolkit.criteria.wording import day, listed
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.therapy import LOCAL, RADIATION, Therapy, TherapyKind
from lesion_toolkit.model.timeline import Timeline, Timepoint

REMOVAL = frozenset({TherapyKind.RESECTION, TherapyKind.ABLATION})
"""Therapies that end what the size of a target says about another therapy."""

FIRST_SCAN_DAYS = 28
"""Response is read four weeks after a local therapy, not earlier."""


def with_line_therapies(lesion: Lesion, timeline: Timeline) -> Lesion:
    """Give a lesion the therapies of the treatment lines beside its own.

    A line that began before the lesion was first seen did not treat it.
    """
    if not timeline.treatment_lines:
        return lesion
    of_lines = tuple(
        Therapy(line.therapy, line.start)
        for line in timeline.treatment_lines
        if line.therapy is not None and not _came_after(lesion, line.start, timeline)
    )
    own = tuple(therapy for therapy in of_lines if therapy not in lesion.therapies)
    return replace(lesion, therapies=(*lesion.therapies, *own)) if own else lesion


def removed_on_study(lesion: Lesion, course: LineCourse) -> Therapy | None:
    """Return the first resection or ablation of a target after a visit of the line.

    One between baseline and the first visit is taken as the therapy that is assessed,
    and so are further sessions of the same kind.
    """
    if not lesion.therapies or course.baseline is None or not course.visits:
        return None
    since, first = course.baseline.date, course.visits[0].date
    here = [t for t in lesion.therapies if t.kind in REMOVAL and t.date >= since]
    assessed = {t.kind for t in here if t.date < first}
    after = [t for t in here if t.date >= first and t.kind not in assessed]
    return min(after, key=lambda therapy: therapy.date, default=None)


def _came_after(lesion: Lesion, start: datetime.date, timeline: Timeline) -> bool:
    """Whether a scan before the start shows other lesions, and not yet this one."""
    scanned = [t for t in timeline.timepoints if t.date <= start]
    return bool(scanned) and not any(_shows(t, lesion.id) for t in scanned)


def _shows(timepoint: Timepoint, lesion: str) -> bool:
    rows = (timepoint.measurements, timepoint.non_targets, timepoint.new_lesions)
    return any(row.lesion == lesion for listed in rows for row in listed)


def therapy_cautions(timepoint: Timepoint, followed: Followed) -> tuple[Finding, ...]:
    """Say what the latest local therapy of the targets means for this timepoint.

    Therapies on the day of the scan come after it. Targets with the same therapy on the
    same day share a finding.
    """
    treated: dict[Therapy, list[Target]] = {}
    for target in followed.targets:
        if not target.lesion.therapies:
            continue
        latest = _latest_local(target.lesion, timepoint.date)
        if latest is not None:
            treated.setdefault(latest, []).append(target)
    found: list[Finding] = []
    for therapy, targets in treated.items():
        found += _cautions(therapy, tuple(targets), timepoint)
    return tuple(found)


def _latest_local(lesion: Lesion, until: datetime.date) -> Therapy | None:
    before = [t for t in lesion.therapies if t.kind in LOCAL and t.date < until]
    return max(before, key=lambda therapy: therapy.date, default=None)


def _cautions(
    therapy: Therapy, targets: tuple[Target, ...], timepoint: Timepoint
) -> list[Finding]:
    ids = tuple(target.lesion.id for target in targets)
    names, kind, when = listed(ids), therapy.kind, day(therapy.date)
    days = (timepoint.date - therapy.date).days
    viable = any(target.quantity.is_viable for target in targets)
    said: list[tuple[str, str]] = []
    if days < FIRST_SCAN_DAYS:
        said.append(
            (
                "scan-early-after-therapy",
                f"{names}: {days} days after {kind} ({when}); response is read "
                f"{FIRST_SCAN_DAYS} days after it or later.",
            )
        )
    if kind in RADIATION and viable:
        said.append(
            (
                "radiation-treated",
                f"{names}: {days} days after {kind} ({when}). Tissue may enhance for "
                "months without being viable: read it beside LI-RADS treatment "
                "response for radiation.",
            )
        )
    if kind is TherapyKind.CTACE and viable and timepoint.modality == "CT":
        said.append(
            (
                "lipiodol-hides-enhancement",
                f"{names}: lipiodol of {when} hides enhancement on CT: only the "
                "difference from a precontrast volume, or MR, shows what lives.",
            )
        )
    if kind is TherapyKind.DEB_TACE and viable:
        said.append(
            (
                "readers-agree-less",
                f"{names}: after {kind} ({when}) readers agree less on what is viable.",
            )
        )
    where = ids[0] if len(ids) == 1 else ""
    return [Finding(code, message, Severity.CAUTION, where) for code, message in said]
