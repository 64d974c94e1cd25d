"""The only glue: load, align, segment, measure."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from pathlib import Path

from lesion_toolkit.alignment.lesion import align_at
from lesion_toolkit.carried import carry_over, refuse_other_patient
from lesion_toolkit.errors import InputRefused, UsageRefused
from lesion_toolkit.exam_stacks import first_picture, one_visit, whole_exam
from lesion_toolkit.lesion_files import (
    lesions_and_masks,
    placed_calipers,
    refuse_unpointed,
)
from lesion_toolkit.loaders.exams import arterial_first, named_by_reader
from lesion_toolkit.loaders.index import find_series
from lesion_toolkit.loaders.phases import label_phases, may_be_dynamic
from lesion_toolkit.loaders.pixels import read_volume
from lesion_toolkit.measurement.lesion import ExaminedLesion, examine_lesion
from lesion_toolkit.measurement.motion import motion_finding
from lesion_toolkit.measurement.refusals import day_of, viability_refused
from lesion_toolkit.measurement.uncertainty import ReaderVariability
from lesion_toolkit.measurement.viability import ViabilityRule
from lesion_toolkit.measurement.viability_rule import JudgedPhase, ViableMeans
from lesion_toolkit.model.finding import Finding
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.measurement import PointMm
from lesion_toolkit.model.phase import Phase, PhaseSet
from lesion_toolkit.model.reference import ReferenceTissue
from lesion_toolkit.model.therapy import Therapy
from lesion_toolkit.model.timeline import Timepoint
from lesion_toolkit.model.volume import Mask, Volume
from lesion_toolkit.segmentation.tissue_references import tissue_references


def open_exam(
    path: str | Path,
    phases: Mapping[str | Phase, str] | None = None,
    *,
    strict: bool = False,
) -> Iterator[PhaseSet]:
    """Read one visit's folder and show its arterial volume before reading the rest.

    Every file is listed, then words and times choose the volume that is read first
    (a few slices of each, where words and times do not say). Which phase it is stays
    provisional until the whole exam is read and compared: the finding
    ``exam-incomplete`` says so, and the last set may name it otherwise or measure in
    another volume. Whoever shows the first set must replace it by the last.

    Parameters
    ----------
    path
        Folder (any depth) or archive with the DICOM files of one visit.
    phases
        Overrides: phase name to Series Instance UID (or ``UID#stack`` where one series
        holds several), for example ``{"late arterial": "1.2.840..."}``.
    strict
        Refuse the exam for a tilted gantry or unreadable slices instead of correcting
        for them.

    Yields
    ------
    PhaseSet
        First the arterial volume alone (without one the next best, under its own name),
        on its own grid; left out where no volume may be a contrast phase. Last the
        exam that :func:`load_exam` gives.

    Raises
    ------
    InputRefused
        As :func:`load_exam`, but some of it only after the first set.
    """
    index = find_series(path)
    visit = one_visit(index)
    named = named_by_reader(visit, phases or {})
    left_out = list(index.findings)
    read: dict[str, Volume] = {}
    for series, label in arterial_first(visit, named):
        try:
            volume = read_volume(series, strict=strict)
        except InputRefused as refusal:
            if strict or len(visit) == 1 or series.name in named:
                raise
            message = f"A series was left out: {refusal.found}"
            left_out.append(Finding("series-left-out", message, where=series.name))
            continue
        if not read and may_be_dynamic(label):
            yield first_picture((series, volume, label), left_out)
        read[series.name] = volume
    pairs = [(one, read[one.name]) for one in visit if one.name in read]
    stacks = [
        (series, volume, named.get(series.name, label))
        for (series, volume), label in zip(pairs, label_phases(pairs), strict=True)
    ]
    yield whole_exam(stacks, named, left_out)


def load_exam(
    path: str | Path,
    phases: Mapping[str | Phase, str] | None = None,
    *,
    strict: bool = False,
) -> PhaseSet:
    """Read one visit's folder and put its contrast phases on the arterial grid.

    Parameters
    ----------
    path, phases, strict
        As of :func:`open_exam`, whose last set this is.

    Returns
    -------
    PhaseSet
        Every recognised phase, registered, on the grid of the arterial volume.

    Raises
    ------
    InputRefused
        There is no image stack, no phase could be recognised, the folder holds more
        than one visit, or an override names a series that is not there.
    """
    *_, whole = open_exam(path, phases, strict=strict)
    return whole


@dataclass(frozen=True, slots=True, eq=False)
class ExaminedVisit:
    """One exam as it was measured, and each of its lesions with its tissue, by id."""

    timepoint: Timepoint
    lesions: Mapping[str, ExaminedLesion]


def measure(
    phases: PhaseSet,
    masks: Mapping[str, Mask],
    date: datetime.date | str | None = None,
    label: str = "",
    *,
    rule: ViabilityRule | None = None,
    plane: str = "axial",
    readers: ReaderVariability = ReaderVariability.NONE,
    placed_mm: Mapping[str, tuple[PointMm, PointMm]] | None = None,
    therapies: Mapping[str, Sequence[Therapy]] | None = None,
    reference: ReferenceTissue | None = None,
) -> Timepoint:
    """Measure every lesion of one exam: viability, calipers, volumes.

    Parameters
    ----------
    phases
        The exam, from :func:`load_exam`.
    masks
        Lesion id to its mask on the exam's grid.
    date
        Date of the visit; that of the images where it is not given.
    label
        Name of the visit (``baseline``, ``week 8``); the date where it is empty.
    rule
        What counts as viable; the published default where it is not given.
    plane
        ``axial``, ``acquired`` (slices as stored) or ``oblique`` (any plane in space,
        marked as not comparable with axial).
    readers
        Whether standard errors take in how much readers scatter.
    placed_mm
        Lesion id to both ends (patient LPS mm) of a viable caliper that a reader
        placed; it is the viable diameter of that lesion.
    therapies
        Lesion id to what was done to it: after cTACE, CT without a precontrast volume
        is not judged.
    reference
        Normal tissue for a rule that compares with it; placed here, in the tissue that
        the rule names, where it is not given.

    Raises
    ------
    InputRefused
        The date is unknown or none, a mask is empty, a placed caliper does not lie in
        one slice, or the tissue to compare with is not found.
    SpaceMismatch
        A mask lies on another grid than the exam.
    UsageRefused
        An unknown plane, a placed caliper in an oblique one, or of no lesion here.
    """
    visit = examine(
        phases,
        masks,
        date,
        label,
        rule=rule,
        plane=plane,
        readers=readers,
        placed_mm=placed_mm,
        therapies=therapies,
        reference=reference,
    )
    return visit.timepoint


def examine(
    phases: PhaseSet,
    masks: Mapping[str, Mask],
    date: datetime.date | str | None = None,
    label: str = "",
    *,
    rule: ViabilityRule | None = None,
    plane: str = "axial",
    readers: ReaderVariability = ReaderVariability.NONE,
    placed_mm: Mapping[str, tuple[PointMm, PointMm]] | None = None,
    therapies: Mapping[str, Sequence[Therapy]] | None = None,
    reference: ReferenceTissue | None = None,
) -> ExaminedVisit:
    """Measure as :func:`measure` does, and keep the tissue that it rests on.

    Each lesion is aligned, judged and measured once: what a viewer shows of it is what
    was measured. Parameters and errors are those of :func:`measure`.
    """
    placed_mm = placed_mm or {}
    if unknown := set(placed_mm) - set(masks):
        raise UsageRefused(f"a caliper is placed for {sorted(unknown)[0]}: no mask.")
    day = day_of(phases, date)
    rule = rule or ViabilityRule()
    compared = rule.viable_means is ViableMeans.HYPERENHANCING
    if reference is None and compared:
        reference = tissue_references(phases, rule.reference, masks)
    motion = motion_finding(phases)
    doubts = reference.findings if reference is not None and compared else ()
    blurs = motion if rule.phase is JudgedPhase.ARTERIAL else None
    done = therapies or {}
    arterial = phases.arterial_phase
    examined = {
        lesion: examine_lesion(
            lesion,
            align_at(phases, mask),
            mask,
            rule=rule,
            readers=readers,
            plane=plane,
            placed_mm=placed_mm.get(lesion),
            reference=reference,
            refused=viability_refused(phases, blurs, done.get(lesion, ()), day),
        )
        for lesion, mask in masks.items()
    }
    timepoint = Timepoint(
        label=label or day.isoformat(),
        date=day,
        measurements=tuple(one.measurement for one in examined.values()),
        slice_thickness_mm=_decimal(phases.slice_thickness_mm),
        modality=phases.reference.modality,
        arterial_phase="" if arterial is None else str(arterial),
        alignment=phases.alignment,
        findings=(*phases.findings, *([motion] if motion else []), *doubts),
    )
    return ExaminedVisit(timepoint, examined)


def _decimal(number: float | None) -> Decimal | None:
    return None if number is None else Decimal(str(number))


def measure_folder(
    path: str | Path,
    lesions_file: str | Path | None = None,
    *,
    segmenter: str = "",
    date: datetime.date | str | None = None,
    label: str = "",
    phases: Mapping[str | Phase, str] | None = None,
    strict: bool = False,
    any_frame: bool = False,
    plane: str = "axial",
    readers: ReaderVariability = ReaderVariability.NONE,
    calipers_placed: bool = False,
    rule: ViabilityRule | None = None,
    therapies: Sequence[Therapy] = (),
    drawn_at: str | Path | None = None,
) -> tuple[Timepoint, tuple[Lesion, ...]]:
    """Measure one visit from its files, as ``measure``, ``batch`` and ``demo`` do.

    Parameters as of :func:`load_exam`, :func:`lesions_and_masks` and :func:`measure`;
    with ``calipers_placed`` the calipers of a seeds file are the viable diameters, not
    only where to look for the lesion. ``therapies`` were done to every lesion, and
    the lesions carry them.
    ``drawn_at`` is the folder of an earlier visit that the lesions belong to: they are
    carried over to this one (:func:`~lesion_toolkit.carried.carry_over`).

    Raises
    ------
    UsageRefused
        ``calipers_placed`` and no seeds file with a caliper, or one of another visit.
    """
    if calipers_placed and drawn_at is not None:
        raise UsageRefused("calipers of an earlier visit are none of this one.")
    if drawn_at is not None:
        refuse_other_patient(path, drawn_at)
    refuse_unpointed(lesions_file, segmenter)
    placed_mm = placed_calipers(lesions_file) if calipers_placed else {}
    exam = load_exam(path, phases, strict=strict)
    found = partial(
        lesions_and_masks,
        lesions_file=lesions_file,
        segmenter=segmenter,
        any_frame=any_frame,
    )
    carried = None
    if drawn_at is None:
        lesions, masks = found(exam)
    else:
        earlier = load_exam(drawn_at, strict=strict)
        lesions, drawn = found(earlier)
        carried = carry_over(
            earlier,
            drawn,
            exam,
            therapies=dict.fromkeys(drawn, therapies),
            date=date,
        )
        masks = dict(carried.outlines)
    treated = tuple(
        replace(lesion, therapies=tuple(dict.fromkeys((*lesion.therapies, *therapies))))
        for lesion in lesions
    )
    timepoint = measure(
        exam,
        masks,
        date,
        label,
        rule=rule,
        plane=plane,
        readers=readers,
        placed_mm=placed_mm,
        therapies=dict.fromkeys(masks, therapies),
    )
    return carried.completed(timepoint) if carried else timepoint, treated
