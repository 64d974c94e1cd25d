"""``lesion-toolkit report``: one patient's timeline as an HTML report."""

from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add ``report``."""
    app.command()(report)


def report(
    timeline: Annotated[Path, typer.Argument(help="Timeline JSON file.")],
    out: Annotated[Path, typer.Option(help="HTML file to write.")],
    criteria: Annotated[str, typer.Option(help="Criteria.")] = "mrecist-2010",
    compare: Annotated[
        list[str] | None, typer.Option(help="Further criteria beside it; repeatable.")
    ] = None,
) -> None:
    """Write a patient's course, sums, categories and reasons as one HTML file."""
    from lesion_toolkit.criteria.engine import assess
    from lesion_toolkit.export.report import report as write_report
    from lesion_toolkit.loaders.timelines import read_timeline

    patient = read_timeline(timeline)
    beside = [assess(patient, name) for name in compare or ()]
    typer.echo(write_report(assess(patient, criteria), out, compare=beside))
