"""``lesion-toolkit outcomes``: rates, times to events and figures of a cohort."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lesion_toolkit.errors import InputRefused, UsageRefused

if TYPE_CHECKING:
    from lesion_toolkit.cohort.analysis import CohortOutcomes

DEFAULT_CRITERIA = ("mrecist-2010", "recist-1.1")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("outcomes")(outcomes)


def outcomes(
    timelines: Annotated[
        list[Path],
        typer.Argument(help="Timeline JSON files, or folders: of batch, of demo."),
    ],
    out: Annotated[Path, typer.Option(help="Folder for figures and tables.")],
    criteria: Annotated[
        list[str] | None,
        typer.Option(help="Criteria, the leading one first; repeatable."),
    ] = None,
    censoring: Annotated[
        str | None, typer.Option(help="Censoring preset: fda (default) or ema.")
    ] = None,
    clinical: Annotated[
        Path | None,
        typer.Option(
            help="CSV with a patient column, such as the cohort.csv of batch."
        ),
    ] = None,
    by: Annotated[
        str | None, typer.Option(help="Column of --clinical to make subgroups of.")
    ] = None,
    landmark: Annotated[
        int | None,
        typer.Option(min=1, help="Days: survival from then on by response until then."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the outcomes.")] = False,
) -> None:
    """Response rates, waterfall, spider and swimmer plots, and Kaplan-Meier curves."""
    from lesion_toolkit.cohort.analysis import CohortOutcomes
    from lesion_toolkit.cohort.outcome_files import summary, write_outcomes
    from lesion_toolkit.cohort.outcomes import Cohort
    from lesion_toolkit.loaders.timelines import read_timelines

    if (clinical is None) is not (by is None):
        raise UsageRefused("--clinical FILE and --by COLUMN go together.")
    switches = {"censoring": censoring} if censoring else {}
    read = read_timelines(timelines)
    leading, *others = (
        Cohort.judged(read, name, **switches)
        for name in dict.fromkeys(criteria or DEFAULT_CRITERIA)
    )
    groups = subgroups(clinical, by) if clinical and by else None
    found = CohortOutcomes(leading, tuple(others), groups)
    written = write_outcomes(found, out, landmark_days=landmark)
    if json:
        import json as encoder

        typer.echo(encoder.dumps(summary(found, landmark), indent=2))
    else:
        _show(found)
        typer.echo(f"{len(written)} files in {out}")


def subgroups(path: Path, column: str) -> dict[str, str]:
    """Read one column of a table of patients, by patient.

    Raises
    ------
    InputRefused
        It is no table, or has no column ``patient`` or not the one asked for.
    """
    import csv

    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise InputRefused(
            "no readable text file of clinical columns.",
            "a UTF-8 CSV file with a column patient.",
            "check the path.",
        ) from None
    rows: list[dict[str, Any]] = list(csv.DictReader(text.splitlines()))
    for name in ("patient", column):
        if not rows or name not in rows[0]:
            raise InputRefused(
                f"a table without the column {name}.",
                f"the columns patient and {column}, and one row a patient.",
                "check the header row.",
            )
    return {row["patient"]: (row[column] or "").strip() for row in rows}


def _show(found: "CohortOutcomes") -> None:
    from lesion_toolkit.cohort.analysis import ENDPOINTS
    from lesion_toolkit.cohort.survival_figures import median_words
    from lesion_toolkit.export.words import criteria_words

    counts = found.best_response_counts.items()
    said = ", ".join(f"{count} {response or 'none'}" for response, count in counts)
    typer.echo(f"{len(found.patients)} patients: best response {said}")
    typer.echo(f"objective response {found.objective_response()}")
    typer.echo(f"disease control    {found.disease_control()}")
    for endpoint, words in ENDPOINTS.items():
        curve = found.curve(endpoint)
        if curve is None:
            continue
        median = median_words(curve).replace("\n", " ")
        typer.echo(f"{words}: {curve.events}/{curve.n} events, {median}")
    for table in found.cross_tables:
        typer.echo(
            f"{criteria_words(table.first)} against {criteria_words(table.second)}: "
            f"kappa {table.kappa}, weighted {table.weighted_kappa}"
        )
