"""``lesion-toolkit measure``: one exam, every lesion of a file."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lesion_toolkit.cli.inspect import MaxMembers, MaxUnpackedGib, opened
from lesion_toolkit.errors import UsageRefused

if TYPE_CHECKING:
    from decimal import Decimal

    from lesion_toolkit.model.measurement import Caliper, Volumes
    from lesion_toolkit.model.therapy import Therapy
    from lesion_toolkit.model.timeline import Timepoint


class Plane(StrEnum):
    """Slices that diameters lie in."""

    AXIAL = "axial"
    ACQUIRED = "acquired"
    OBLIQUE = "oblique"


class Readers(StrEnum):
    """Whose published scatter is added to standard errors."""

    NONE = "none"
    SAME_READER = "same-reader"
    BETWEEN_READERS = "between-readers"


SegmenterOption = Annotated[
    str,
    typer.Option(help="Outline with this one of 'segmenters list'; else our click."),
]
StrictOption = Annotated[
    bool,
    typer.Option("--strict", help="Refuse tilted, damaged or unproven series."),
]
AnyFrameOption = Annotated[
    bool,
    typer.Option("--any-frame", help="Take masks from another frame of reference."),
]
PlaneOption = Annotated[
    Plane, typer.Option(help="Slices that diameters lie in; oblique: any plane.")
]
ReadersOption = Annotated[
    Readers, typer.Option(help="Published scatter added to standard errors.")
]
"""How exams are read and measured, the same for one visit and for a cohort."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("measure")(measure)


def measure(
    path: Annotated[Path, typer.Argument(help="Folder of one visit's DICOM files.")],
    lesions: Annotated[
        Path | None, typer.Option(help="Seeds CSV (patient LPS mm) or a mask file.")
    ] = None,
    segmenter: SegmenterOption = "",
    drawn_at: Annotated[
        Path | None,
        typer.Option(
            help="Folder of the earlier visit that the lesions were drawn at: they are "
            "carried over to this one."
        ),
    ] = None,
    date: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Date of the visit.")
    ] = None,
    label: Annotated[str, typer.Option(help="Name of the visit.")] = "",
    phase: Annotated[
        list[str] | None,
        typer.Option(help="Override, repeatable: 'late arterial=SERIES_UID'."),
    ] = None,
    strict: StrictOption = False,
    any_frame: AnyFrameOption = False,
    max_unpacked_gib: MaxUnpackedGib = None,
    max_members: MaxMembers = None,
    plane: PlaneOption = Plane.AXIAL,
    reader_variability: ReadersOption = Readers.NONE,
    calipers_placed: Annotated[
        bool,
        typer.Option(
            "--calipers-placed",
            help="Calipers of the seeds file are the viable diameters.",
        ),
    ] = False,
    viability: Annotated[
        list[str] | None,
        typer.Option(
            help="key=value: a setting of what is viable, repeatable, for example "
            "lipiodol=necrosis or viable_means=hyperenhancing."
        ),
    ] = None,
    therapy: Annotated[
        list[str] | None,
        typer.Option(
            help="KIND=DATE: what was done to the lesions, repeatable, for example "
            "cTACE=2023-01-31."
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the timepoint.")] = False,
) -> None:
    """Measure viability, calipers and volumes of each lesion of one exam."""
    from lesion_toolkit.measurement.uncertainty import ReaderVariability
    from lesion_toolkit.measurement.viability_rule import DEFAULT_RULE
    from lesion_toolkit.model.timeline import to_content
    from lesion_toolkit.workflow import measure_folder

    timepoint, _ = measure_folder(
        opened(path, max_unpacked_gib, max_members),
        lesions,
        segmenter=segmenter,
        date=None if date is None else date.date(),
        label=label,
        phases=overrides(phase),
        strict=strict,
        any_frame=any_frame,
        plane=plane,
        readers=ReaderVariability[reader_variability.name],
        calipers_placed=calipers_placed,
        rule=DEFAULT_RULE.switched(
            dict(pair("--viability", v) for v in viability or [])
        ),
        therapies=[_therapy(text) for text in therapy or []],
        drawn_at=drawn_at,
    )
    if json:
        import json as encoder

        typer.echo(encoder.dumps(to_content(timepoint), indent=2))
    else:
        _show(timepoint)


def _therapy(text: str) -> "Therapy":
    from lesion_toolkit.model.therapy import TherapyKind, read_therapy

    pair("--therapy", text)
    try:
        return read_therapy(text)
    except ValueError:
        kinds = ", ".join(TherapyKind)
        raise UsageRefused(
            f"--therapy {text!r} is not KIND=DATE with a date such as 2023-01-31 and a "
            f"kind of {kinds}."
        ) from None


def overrides(phase: list[str] | None) -> dict[str, str]:
    """Phase name to series, from the values of ``--phase``."""
    return dict(
        pair("--phase", override, "NAME=SERIES_UID") for override in phase or []
    )


def pair(option: str, text: str, form: str = "KEY=VALUE") -> tuple[str, str]:
    """Both sides of what an option says.

    Raises
    ------
    UsageRefused
        One side is missing.
    """
    name, equals, value = text.partition("=")
    if not equals or not value:
        raise UsageRefused(f"{option} {text!r} is not {form}.")
    return name.strip(), value.strip()


def _show(timepoint: "Timepoint") -> None:
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table

    phase = timepoint.arterial_phase or "no arterial phase"
    day = str(timepoint.date)
    visit = day if timepoint.label == day else f"{timepoint.label} ({day})"
    table = Table(
        title=f"{visit}, {phase}",
        box=SIMPLE,
        pad_edge=False,
    )
    table.add_column("lesion")
    for size in ("viable\nmm", "strict to\nlenient", "whole\nmm"):
        table.add_column(size, justify="right", no_wrap=True)
    for size in ("viable\nml", "necrotic\nml", "whole\nml"):
        table.add_column(size, justify="right", no_wrap=True)
    table.add_column("state")
    for m in timepoint.measurements:
        band = m.viable_band_mm
        table.add_row(
            m.lesion,
            _text(m.viable_diameter_mm, _error_of(m.caliper)),
            "-" if band is None else f"{band.strict}-{band.lenient}",
            _text(m.whole_diameter_mm, _error_of(m.whole_caliper)),
            *_volumes(m.volumes),
            m.state.replace("_", " ") + (f": {m.reason}" if m.reason else ""),
        )
    table.caption = "± half the 95 % interval"
    console = Console(highlight=False, markup=False)
    console.print(table)
    for finding in timepoint.findings:
        console.print(f"{finding.severity}: {finding.message}")
    for m in timepoint.measurements:
        for finding in m.findings:
            console.print(f"{m.lesion}: {finding.severity}: {finding.message}")


def _volumes(known: "Volumes | None") -> tuple[str, str, str]:
    if known is None:
        return "NE", "NE", "NE"
    return (
        _text(known.viable_ml, known.viable_uncertainty_ml),
        _text(known.necrotic_ml, known.necrotic_uncertainty_ml),
        _text(known.whole_ml, known.whole_uncertainty_ml),
    )


def _error_of(caliper: "Caliper | None") -> "Decimal | None":
    return None if caliper is None else caliper.uncertainty_mm


def _text(number: "Decimal | None", standard_error: "Decimal | None" = None) -> str:
    """Write a number and below it half its 95 % interval, where that is known."""
    if number is None:
        return "NE"
    known = f"\n±{1.96 * float(standard_error):.1f}" if standard_error else ""
    return f"{number:.1f}{known}"
