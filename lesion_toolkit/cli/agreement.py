"""``lesion-toolkit agreement``: several readers of the same patients, compared."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from lesion_toolkit.model.timeline import Timeline
    from lesion_toolkit.reading.agreement import Agreement

PUBLIC = "hcc-tace-seg"
"""Names the public reader sums that ship with the package."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("agreement")(agreement)


def agreement(
    readings: Annotated[
        list[Path],
        typer.Argument(
            help="CSV of patient, reader, timepoint, date, lesion and lengths; or "
            "timeline JSON files and folders; or hcc-tace-seg, the public reader sums "
            "that ship with this package."
        ),
    ],
    out: Annotated[
        Path | None, typer.Option(help="Folder for tables and figures.")
    ] = None,
    criteria: Annotated[str, typer.Option(help="Criteria.")] = "mrecist-2010",
    json: Annotated[bool, typer.Option("--json", help="Print the figures.")] = False,
) -> None:
    """How far readers agree, what each split comes from, and what to adjudicate."""
    from lesion_toolkit.cohort.agreement_files import summary, write_agreement
    from lesion_toolkit.reading.agreement import agreement as compare

    found = compare([one for path in readings for one in _read(path)], criteria)
    written = write_agreement(found, out) if out else ()
    if json:
        import json as encoder

        typer.echo(encoder.dumps(summary(found), indent=2))
        return
    _show(found)
    if out:
        typer.echo(f"{len(written)} files in {out}")


def _read(path: Path) -> "tuple[Timeline, ...]":
    from lesion_toolkit.loaders.readings import read_readings
    from lesion_toolkit.loaders.timelines import read_timelines
    from lesion_toolkit.phantoms.samples import shipped_folder

    if str(path) == PUBLIC and not path.exists():
        return read_readings(shipped_folder(PUBLIC) / "reader_sums.csv")
    if path.suffix.lower() == ".csv":
        return read_readings(path)
    return read_timelines([path])


def _show(found: "Agreement") -> None:
    from lesion_toolkit.cohort.agreement_files import split_rates
    from lesion_toolkit.reading.splits import cause_counts

    rates = split_rates(found)
    typer.echo(
        f"{len(found.readings)} patients, {len(found.readers)} readers, "
        f"{found.criteria}; {len(found.left_out)} patients left out"
    )
    typer.echo(f"patients with a split category    {rates['nothing']}")
    typer.echo(f"  had readers shared the baseline {rates['baseline']}")
    typer.echo(f"  had they shared the follow-up   {rates['follow-up']}")
    typer.echo(f"Fleiss kappa {found.fleiss()}, Gwet AC1 {found.ac1()}")
    typer.echo(
        f"responding or not: Fleiss kappa {found.fleiss(responding=True)}, "
        f"Gwet AC1 {found.ac1(responding=True)}"
    )
    for first, second in found.pairs:
        plain, weighted = (
            found.cohen(first, second),
            found.cohen(first, second, "linear"),
        )
        names = f"{found.readers[first]} and {found.readers[second]}"
        typer.echo(f"{names}: kappa {plain}, linear weights {weighted}")
    for baseline in (True, False):
        when = "baseline" if baseline else "follow-up"
        sums = found.sum_agreement(baseline=baseline)
        typer.echo(f"sums at {when}: ICC(2,1) {sums.absolute}")
    for (what, timepoint), count in cause_counts(found.splits).most_common():
        where = f"{what} at {timepoint}" if timepoint else what
        typer.echo(f"{count} of {len(found.splits)} splits: {where}")
