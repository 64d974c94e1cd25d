"""``lesion-toolkit batch``: a cohort of exams, with resume and a failure table."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lesion_toolkit.cli.measure import (
    AnyFrameOption,
    Plane,
    PlaneOption,
    Readers,
    ReadersOption,
    SegmenterOption,
    StrictOption,
    pair,
)

if TYPE_CHECKING:
    from lesion_toolkit.cohort.batch import Batch
    from lesion_toolkit.cohort.exam_file import MeasureExam

SOME_FAILED = 1


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("batch")(batch)


def batch(
    cohort: Annotated[
        Path,
        typer.Argument(help="Cohort CSV: patient, timepoint, date, path, lesions."),
    ],
    out: Annotated[Path, typer.Option(help="Folder for the tables.")],
    jobs: Annotated[int, typer.Option(min=1, help="Worker processes.")] = 1,
    scheduler: Annotated[
        str,
        typer.Option(help="tcp://HOST:PORT of a Dask scheduler to measure there."),
    ] = "",
    criteria: Annotated[
        list[str] | None,
        typer.Option(help="Criteria; repeatable. Default: mRECIST and RECIST 1.1."),
    ] = None,
    segmenter: SegmenterOption = "",
    viability: Annotated[
        list[str] | None,
        typer.Option(help="key=value: a setting of what is viable, as of measure."),
    ] = None,
    strict: StrictOption = False,
    any_frame: AnyFrameOption = False,
    plane: PlaneOption = Plane.AXIAL,
    reader_variability: ReadersOption = Readers.NONE,
    json: Annotated[bool, typer.Option("--json", help="Print the outcome.")] = False,
) -> None:
    """Measure and assess every exam of a cohort; run again, it does what is missing."""
    import sys
    import time

    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    from lesion_toolkit.cohort.batch import CRITERIA, run_batch

    told = _told(segmenter, viability, strict, any_frame, plane, reader_variability)
    task, settings, lesions_needed = told

    columns = (
        "exams",
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not sys.stderr.isatty()) as bar:
        row, clock = bar.add_task("", total=None, rate=""), time.monotonic()

        def advance(n: int, total: int) -> None:
            minutes = (time.monotonic() - clock) / 60
            bar.update(
                row, completed=n, total=total, rate=f"{n / minutes:.1f} a minute"
            )

        done = run_batch(
            cohort,
            out,
            jobs,
            scheduler=scheduler,
            task=task,
            criteria=criteria or CRITERIA,
            settings=settings,
            lesions_needed=lesions_needed,
            progress=advance,
        )
    if json:
        import json as encoder

        typer.echo(encoder.dumps(_content(done), indent=2))
    else:
        _show(done)
    if done.failures:
        raise typer.Exit(SOME_FAILED)


def _told(
    segmenter: str,
    viability: list[str] | None,
    strict: bool,
    any_frame: bool,
    plane: Plane,
    readers: Readers,
) -> "tuple[MeasureExam, dict[str, object], bool]":
    """Give what measures, settings beside the default, whether rows need lesions."""
    from functools import partial

    from lesion_toolkit.measurement.uncertainty import ReaderVariability
    from lesion_toolkit.measurement.viability_rule import DEFAULT_RULE
    from lesion_toolkit.segmentation.segmenters import about_segmenter
    from lesion_toolkit.workflow import measure_folder

    switched = dict(sorted(pair("--viability", text) for text in viability or []))
    task = partial(
        measure_folder,
        segmenter=segmenter,
        rule=DEFAULT_RULE.switched(switched),
        strict=strict,
        any_frame=any_frame,
        plane=plane.value,
        readers=ReaderVariability[readers.name],
    )
    said: dict[str, object] = {
        "segmenter": segmenter,
        "viability": switched,
        "strict": strict,
        "any_frame": any_frame,
        "plane": "" if plane is Plane.AXIAL else plane.value,
        "reader_variability": "" if readers is Readers.NONE else readers.value,
    }
    settings = {name: value for name, value in said.items() if value}
    needs_place = not segmenter or about_segmenter(segmenter).needs_place
    return task, settings, needs_place


def _content(batch: "Batch") -> dict[str, object]:
    from dataclasses import asdict

    return {
        "out": str(batch.out),
        "measured": batch.measured,
        "reused": batch.reused,
        "failures": [
            {**asdict(failure), "date": failure.date.isoformat()}
            for failure in batch.failures
        ],
        "outcomes": {
            cohort.criteria: {
                "best_overall_response": cohort.best_responses,
                "objective_response_rate": asdict(cohort.objective_response),
                "disease_control_rate": asdict(cohort.disease_control),
            }
            for cohort in batch.cohorts
        },
    }


def _show(batch: "Batch") -> None:
    from lesion_toolkit.export.words import criteria_words

    typer.echo(
        f"{batch.measured} exams measured, {batch.reused} kept from before, "
        f"{len(batch.failures)} failed. Tables in {batch.out}"
    )
    for cohort in batch.cohorts:
        typer.echo(
            f"{criteria_words(cohort.criteria)}: "
            f"objective response {cohort.objective_response}, "
            f"disease control {cohort.disease_control}"
        )
    for failure in batch.failures:
        typer.echo(
            f"row {failure.row}: {failure.what} {failure.how_to_retry}", err=True
        )
