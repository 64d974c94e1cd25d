"""``lesion-toolkit report``: one patient's course as a report and as a figure."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lesion_toolkit.errors import UsageRefused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lesion_toolkit.model.exam import Exam
    from lesion_toolkit.model.timeline import Timeline


def register(app: typer.Typer) -> None:
    """Add ``report``."""
    app.command()(report)


def report(
    reading: Annotated[
        Path, typer.Argument(help="Timeline JSON file, or a patient's folder.")
    ],
    out: Annotated[
        Path | None, typer.Option(help="Report to write: .html or .pdf.")
    ] = None,
    figure: Annotated[
        Path | None,
        typer.Option(help="Figure panel to write: .svg, .png or .pdf; needs a folder."),
    ] = None,
    lesion: Annotated[
        str, typer.Option(help="Target that the figure follows; the largest.")
    ] = "",
    criteria: Annotated[str, typer.Option(help="Criteria.")] = "mrecist-2010",
    compare: Annotated[
        list[str] | None, typer.Option(help="Further criteria beside it; repeatable.")
    ] = None,
) -> None:
    """Write a patient's course: a report of sums, categories and reasons, a figure.

    A folder is read as the viewer does, every visit measured anew; its report has the
    slices of the calipers. The figure has a row for each visit and a column for each
    phase, with an arrow at each lesion.
    """
    from lesion_toolkit.criteria.engine import assess
    from lesion_toolkit.export.figure import figure_panel
    from lesion_toolkit.export.report import report as write_report

    if out is None and figure is None:
        raise UsageRefused("name a file with --out, --figure, or both.")
    timeline, exams = _read(reading)
    course = assess(timeline, criteria)
    if out is not None:
        beside = [assess(timeline, name) for name in compare or ()]
        typer.echo(write_report(course, out, compare=beside))
    if figure is not None:
        typer.echo(figure_panel(course, exams, figure, lesion=lesion))


def _read(reading: Path) -> "tuple[Timeline, Mapping[str, Exam]]":
    if not reading.is_dir():
        from lesion_toolkit.loaders.timelines import read_timeline

        return read_timeline(reading), {}
    from rich.console import Console

    from lesion_toolkit.patient import read_patient

    with Console(stderr=True).status("Loading and measuring every visit ..."):
        patient = read_patient(reading)
    return patient.timeline, patient.exams
