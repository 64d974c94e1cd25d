"""From the labelled image stacks of one visit to an exam."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lesion_toolkit.alignment.phases import align_exam
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.loaders.adequacy import arterial_adequacy
from lesion_toolkit.model.finding import Finding
from lesion_toolkit.model.phase import ARTERIAL_PHASES, Phase, PhaseLabel, PhaseSet
from lesion_toolkit.model.series import Index, Series
from lesion_toolkit.model.volume import Volume

NOT_DYNAMIC = (Phase.UNKNOWN, Phase.NON_DYNAMIC)
"""Labels that give an exam no phase to measure in."""

LabelledStack = tuple[Series, Volume, PhaseLabel]


def first_picture(stack: LabelledStack, findings: Sequence[Finding]) -> PhaseSet:
    """Give the volume that was read first, as an exam of its own."""
    series, volume, label = stack
    message = (
        "Only this volume of the exam is read yet; unless a reader named its phase, "
        "comparison with the other volumes may change it."
    )
    incomplete = Finding("exam-incomplete", message, where=str(label.phase))
    return PhaseSet(
        {label.phase: volume},
        labels={label.phase: label},
        sources={label.phase: series.name},
        findings=(*findings, incomplete, *_of_images({label.phase: stack})),
        date=series.date,
        slice_thickness_mm=series.slice_thickness_mm,
    )


def whole_exam(
    stacks: Sequence[LabelledStack],
    named: Mapping[str, PhaseLabel],
    findings: Sequence[Finding],
) -> PhaseSet:
    """Lay the best stack of each phase on the arterial grid.

    Raises
    ------
    InputRefused
        No stack is a recognised contrast phase.
    """
    of_reader = {stack[2].phase: stack for stack in stacks if stack[0].name in named}
    chosen = _best_of_each_phase(stacks) | of_reader
    if not chosen:
        raise InputRefused(
            f"{len(stacks)} image stacks, none of them a recognised contrast phase.",
            "at least one dynamic phase of the liver, best a late arterial one.",
            "run `lesion-toolkit inspect` on the folder to see why, and name the "
            'arterial series, for example --phase "late arterial=UID".',
        )
    return align_exam(
        {phase: volume for phase, (_, volume, _) in chosen.items()},
        labels={phase: label for phase, (_, _, label) in chosen.items()},
        sources={phase: series.name for phase, (series, _, _) in chosen.items()},
        findings=(*findings, *arterial_adequacy(stacks), *_of_images(chosen)),
        date=next(iter(chosen.values()))[0].date,
        slice_thickness_mm=_slice_thickness_mm(chosen),
    )


def one_visit(index: Index) -> tuple[Series, ...]:
    """Return the image stacks of a folder that holds one visit of one patient.

    Raises
    ------
    InputRefused
        It holds several patients, several days, or no image stack.
    """
    if any(finding.code == "several-patients" for finding in index.findings):
        raise InputRefused(
            "images with different patient identifiers below one folder.",
            "the folder of one visit of one patient.",
            "part the patients; `lesion-toolkit inspect` lists what lies where.",
        )
    days = {series.date for series in index.series if series.date}
    if len(days) > 1:
        raise InputRefused(
            f"images of {len(days)} different days below one folder.",
            "the folder of one visit.",
            "name the folder of a single visit; a follow-up is measured on its own.",
        )
    if not index.series:
        raise InputRefused(
            f"{len(index.account)} files, none of them part of a CT or MR image stack.",
            "the DICOM images of a liver exam.",
            "run `lesion-toolkit inspect` on the folder to see what each file is.",
        )
    return index.series


def _of_images(chosen: Mapping[Phase, LabelledStack]) -> tuple[Finding, ...]:
    """Gather what was found in the images of the chosen stacks, and in which phase."""
    return tuple(
        replace(finding, message=f"{phase}: {finding.message}", where=str(phase))
        for phase, (series, volume, _) in chosen.items()
        for finding in dict.fromkeys((*series.findings, *volume.findings))
    )


def _best_of_each_phase(stacks: Sequence[LabelledStack]) -> dict[Phase, LabelledStack]:
    """Keep, of every phase, the surest stack, then the one with the thinner slices."""
    best: dict[Phase, LabelledStack] = {}
    for stack in stacks:
        phase = stack[2].phase
        if phase not in NOT_DYNAMIC:
            best[phase] = max(best.get(phase, stack), stack, key=_suitability)
    return best


def _suitability(stack: LabelledStack) -> tuple[float, float, int]:
    series, volume, label = stack
    return label.confidence, -volume.geometry.spacing_mm[0], len(series.files)


def _slice_thickness_mm(chosen: Mapping[Phase, LabelledStack]) -> float | None:
    arterial = [chosen[phase] for phase in ARTERIAL_PHASES if phase in chosen]
    series = (arterial or list(chosen.values()))[0][0]
    return series.slice_thickness_mm
