"""``lesion-toolkit demo``: five liver patients from DICOM files to their categories."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from lesion_toolkit.cohort.outcomes import Cohort
    from lesion_toolkit.model.timeline import Timeline, Timepoint
    from lesion_toolkit.phantoms.cases import WrittenCase, WrittenVisit

LEADING, BESIDE = "mrecist-2010", "recist-1.1"
"""The criteria the demo judges by, and the one shown beside it."""

WORKERS = 2


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo")(demo)


def demo(
    directory: Annotated[
        Path, typer.Argument(help="Where to write; made if it is not there.")
    ] = Path("demo-output"),
    json: Annotated[bool, typer.Option("--json", help="Print the outcomes.")] = False,
) -> None:
    """Take five liver-cancer patients from DICOM files to explained categories.

    The patients are phantoms after a published case series. Every visit is loaded from
    its DICOM files, each lesion segmented from one click, measured and judged by
    mRECIST and RECIST 1.1 side by side.
    """
    from rich.console import Console

    from lesion_toolkit.phantoms.case_series import write_case_series

    say = Console(stderr=True)
    with say.status("Writing the DICOM files of five patients ..."):
        written = write_case_series(directory / "patients")
    files = sum(len(visit.files) for case in written for visit in case.visits)
    say.print(f"{files} DICOM files in {directory / 'patients'}", highlight=False)
    with say.status("Loading, segmenting and measuring every visit ...") as status:
        timelines = measured_timelines(written, status.update)
    cohorts = write_outcomes(directory, written, timelines)
    if json:
        import json as encoder

        typer.echo(encoder.dumps(_content(cohorts), indent=2))
    else:
        _show(cohorts, directory)


def measured_timelines(
    written: "Sequence[WrittenCase]", tell: Callable[[str], None]
) -> "tuple[Timeline, ...]":
    """Measure every visit from its files, two at a time, and put the courses together.

    Sizes come from the pixels; the statuses of non-target lesions are those that the
    case states, because a reader judges them.
    """
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    visits = [(case, visit) for case in written for visit in case.visits]
    # spawned workers hold no copy of this process's compiled and opened state
    with ProcessPoolExecutor(WORKERS, multiprocessing.get_context("spawn")) as pool:
        tasks = [pool.submit(_measured, visit) for _, visit in visits]
        timepoints = []
        for (case, visit), task in zip(visits, tasks, strict=True):
            tell(f"Measuring {case.case.label}, {visit.visit.label} ...")
            timepoints.append(task.result())
    by_case = {
        case.case.label: [
            point
            for (owner, _), point in zip(visits, timepoints, strict=True)
            if owner is case
        ]
        for case in written
    }
    return tuple(_timeline(case, by_case[case.case.label]) for case in written)


def _measured(written: "WrittenVisit") -> "Timepoint":
    from dataclasses import replace

    from lesion_toolkit.workflow import measure_folder

    visit = written.visit
    timepoint, _ = measure_folder(
        written.directory, written.seeds, date=visit.date, label=visit.label
    )
    return replace(
        timepoint, non_targets=visit.non_targets, new_lesions=visit.new_lesions
    )


def _timeline(written: "WrittenCase", timepoints: "list[Timepoint]") -> "Timeline":
    from lesion_toolkit.model.timeline import Timeline

    case = written.case
    return Timeline(
        case.label,
        treatment_lines=case.treatment_lines,
        lesions=case.lesions,
        timepoints=tuple(timepoints),
    )


def write_outcomes(
    directory: Path, written: "Sequence[WrittenCase]", timelines: "Sequence[Timeline]"
) -> "tuple[Cohort, ...]":
    """Judge every patient by both criteria; write timelines, tables and reports."""
    from lesion_toolkit.cohort.outcomes import Cohort
    from lesion_toolkit.cohort.report import cohort_report
    from lesion_toolkit.cohort.tables import cohort_tables, write_tables
    from lesion_toolkit.criteria.engine import assess
    from lesion_toolkit.export.files import write_whole
    from lesion_toolkit.export.report import report

    leading, beside = (
        Cohort(tuple(assess(timeline, name) for timeline in timelines))
        for name in (LEADING, BESIDE)
    )
    for case, course in zip(written, leading.courses, strict=True):
        text = course.timeline.to_json() + "\n"
        write_whole(case.directory / "timeline.json", text)
        compared = beside.course_of(course.timeline.patient)
        report(course, case.directory / "report.html", compare=(compared,))
    clinical = {
        w.case.label: {k: str(v) for k, v in asdict(w.case.clinical).items()}
        for w in written
        if w.case.clinical
    }
    write_tables(directory, cohort_tables((leading, beside), clinical))
    cohort_report(
        leading,
        directory / "report.html",
        compare=(beside,),
        title="Five patients on regorafenib",
    )
    return leading, beside


def _content(cohorts: "Sequence[Cohort]") -> dict[str, object]:
    return {
        cohort.criteria: {
            "best_overall_response": cohort.best_responses,
            "objective_response_rate": asdict(cohort.objective_response),
            "disease_control_rate": asdict(cohort.disease_control),
        }
        for cohort in cohorts
    }


def _show(cohorts: "Sequence[Cohort]", directory: Path) -> None:
    from rich.console import Console
    from rich.table import Table

    leading, beside = cohorts
    table = Table(title="Five patients on regorafenib")
    for column in ("patient", "visit", "viable sum", "mRECIST", "whole sum", "RECIST"):
        table.add_column(column, justify="right" if "sum" in column else "left")
    for patient in leading.patients:
        pairs = zip(
            leading.course_of(patient).assessments,
            beside.course_of(patient).assessments,
            strict=True,
        )
        for viable, whole in pairs:
            table.add_row(
                patient,
                f"{viable.label} ({viable.line})",
                f"{viable.sum_mm} mm",
                viable.overall or "",
                f"{whole.sum_mm} mm",
                whole.overall or "",
            )
        table.add_section()
    console = Console(highlight=False, markup=False)
    console.print(table)
    best = [str(r) for r in leading.best_responses.values()]
    counts = ", ".join(f"{best.count(r)} {r}" for r in ("CR", "PR", "SD", "PD", "NE"))
    console.print(f"mRECIST best response: {counts}")
    console.print(f"objective response rate {leading.objective_response}")
    console.print(f"disease control rate    {leading.disease_control}")
    console.print(f"Open {directory / 'report.html'}")
