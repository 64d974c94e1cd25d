"""``lesion-toolkit inspect``: every volume, its phase and why, and every file."""

import itertools
import json
import math
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lesion_toolkit.errors import InputRefused, UsageRefused

if TYPE_CHECKING:
    from lesion_toolkit.model.finding import Finding
    from lesion_toolkit.model.phase import PhaseLabel
    from lesion_toolkit.model.series import Index, Series
    from lesion_toolkit.model.volume import Volume

MaxUnpackedGib = Annotated[
    float | None,
    typer.Option(
        help="GiB that an archive may unpack to, however well it is compressed.",
    ),
]
MaxMembers = Annotated[
    int | None, typer.Option(help="Files that an archive may hold.", min=1)
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("inspect")(inspect)


def inspect(
    path: Annotated[
        Path,
        typer.Argument(help="Folder, DICOM file, DICOMDIR, or zip or tar archive."),
    ],
    strict: Annotated[
        bool,
        typer.Option("--strict", help="Refuse tilted, damaged or unproven series."),
    ] = False,
    phase: Annotated[
        list[str] | None,
        typer.Option(help="Override, repeatable: 'late arterial=SERIES_UID'."),
    ] = None,
    max_unpacked_gib: MaxUnpackedGib = None,
    max_members: MaxMembers = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print JSON, with every file.")
    ] = False,
) -> None:
    """List every volume, its contrast phase and why; account for every file."""
    from lesion_toolkit.cli.measure import overrides
    from lesion_toolkit.loaders.index import find_series
    from lesion_toolkit.loaders.plain_text import counted

    index = find_series(opened(path, max_unpacked_gib, max_members))
    exams = _exams(index, strict, overrides(phase))
    rows = [row for exam in exams for row in exam["volumes"]]
    if as_json:
        typer.echo(json.dumps(_as_json(index, exams), indent=2, ensure_ascii=False))
    else:
        _print_exams(exams)
        _print_account(index)
    if not any(row["phase"] for row in rows):
        raise InputRefused(
            f"{counted(len(index.account), 'file')}, none in a readable volume.",
            "a folder with at least one CT or MR series.",
            "the account above says why each file was set aside.",
        )


def opened(path: Path, max_gib: float | None, max_members: int | None) -> Path:
    """Unpack an archive within the limits that were told, the usual ones otherwise.

    Anything but an archive is given back as it is.

    Raises
    ------
    InputRefused
        The archive is damaged, not safe, or unpacks to more.
    UsageRefused
        The size is no positive number.
    """
    from lesion_toolkit.loaders import archives

    if max_gib is not None and not 0 < max_gib < math.inf:
        raise UsageRefused(f"--max-unpacked-gib {max_gib:g} is no size above zero.")
    if not path.is_file() or not archives.is_archive(path):
        return path
    max_files = max_members or archives.MAX_FILES
    if max_gib is None:
        return archives.unpack(path, max_files=max_files)
    max_bytes = int(max_gib * 2**30)
    return archives.unpack(
        path, max_bytes=max_bytes, max_files=max_files, max_ratio=math.inf
    )


def _exams(
    index: "Index", strict: bool, overrides: dict[str, str]
) -> list[dict[str, Any]]:
    """Volumes of each exam, and how well it caught the arterial phase."""
    from lesion_toolkit.loaders.exams import named_by_reader

    named = named_by_reader(index.series, overrides)
    by_study = itertools.groupby(index.series, key=lambda series: series.study_uid)
    return [_exam(list(members), strict, named) for _, members in by_study]


def _exam(
    members: "list[Series]", strict: bool, named: "dict[str, PhaseLabel]"
) -> dict[str, Any]:
    """One row a series: geometry, phase, reasons, findings, or why not readable."""
    from lesion_toolkit.loaders.adequacy import arterial_adequacy, grade_arterial
    from lesion_toolkit.loaders.phases import label_phases
    from lesion_toolkit.loaders.pixels import read_volume

    read: list[tuple[Series, Volume]] = []
    refused = {}
    for series in members:
        try:
            read.append((series, read_volume(series, strict=strict)))
        except InputRefused as refusal:
            refused[series.name] = str(refusal)
    stacks = [
        (series, volume, named.get(series.name, label))
        for (series, volume), label in zip(read, label_phases(read), strict=True)
    ]
    known = {series.name: (volume, label) for series, volume, label in stacks}
    rows = []
    for series in members:
        row = _row(series, *known.get(series.name, (None, None)))
        rows.append({**row, "refused": refused.get(series.name, "")})
    return {
        "volumes": rows,
        "arterial_phase": grade_arterial(stacks).value,
        "findings": [_finding(finding) for finding in arterial_adequacy(stacks)],
    }


def _row(
    series: "Series", volume: "Volume | None", label: "PhaseLabel | None"
) -> dict[str, Any]:
    findings = volume.findings if volume else series.findings
    shape = volume.geometry.shape if volume else (0, series.rows, series.columns)
    spacing = volume.geometry.spacing_mm if volume else series.spacing_mm
    return {
        "series": series.name,
        "number": series.number,
        "modality": series.modality,
        "description": series.description,
        "date": series.date.isoformat() if series.date else None,
        "acquired": series.acquired.isoformat() if series.acquired else None,
        "split_by": series.split_by,
        "split_value": series.split_value,
        "files": len(series.files),
        "slices": shape[0],
        "rows": shape[1],
        "columns": shape[2],
        "spacing_mm": [round(mm, 4) for mm in spacing] if spacing else None,
        "slice_thickness_mm": series.slice_thickness_mm,
        "phase": label.phase.value if label else None,
        "confidence": label.confidence if label else None,
        "reasons": list(label.reasons) if label else [],
        "findings": [_finding(finding) for finding in findings],
    }


def _finding(finding: "Finding") -> dict[str, str]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
    }


def _as_json(index: "Index", exams: list[dict[str, Any]]) -> dict[str, Any]:
    used = sum(1 for entry in index.account if entry.used_in)
    return {
        "volumes": [row for exam in exams for row in exam["volumes"]],
        "arterial_phases": [exam["arterial_phase"] for exam in exams],
        "findings": [
            *(_finding(finding) for finding in index.findings),
            *(finding for exam in exams for finding in exam["findings"]),
        ],
        "files": len(index.account),
        "files_used": used,
        "files_set_aside": len(index.account) - used,
        "account": [
            {
                "path": _relative(entry.path, index.root),
                "used_in": entry.used_in,
                "set_aside": entry.set_aside,
            }
            for entry in index.account
        ],
    }


def _relative(path: Path, root: Path) -> str:
    return path.name if path == root else path.relative_to(root).as_posix()


def _print_exams(exams: list[dict[str, Any]]) -> None:
    for exam in exams:
        _print_rows(exam["volumes"])
        typer.echo(f"arterial phase of this exam: {exam['arterial_phase']}")
        for finding in exam["findings"]:
            typer.echo(f"      {finding['severity']}: {finding['message']}")


def _print_rows(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        typer.echo(_line(row))
        for reason in row["reasons"]:
            typer.echo(f"      {reason}")
        for finding in row["findings"]:
            typer.echo(f"      {finding['severity']}: {finding['message']}")
        if row["refused"]:
            typer.echo(f"      refused: {row['refused']}")


def _line(row: dict[str, Any]) -> str:
    phase = row["phase"] or "not readable"
    sure = f" ({row['confidence']:.0%})" if row["phase"] else ""
    split = f" [{row['split_by']} {row['split_value']}]" if row["split_by"] else ""
    spacing = row["spacing_mm"] or []
    size = f"{row['slices']}x{row['rows']}x{row['columns']}"
    apart = " x ".join(f"{mm:.3g}" for mm in spacing)
    return (
        f"{row['date'] or 'no date'}  {row['modality']} series {row['number'] or '-'}"
        f"{split}  {row['description'] or 'no description'}  ->  {phase}{sure}  "
        f"{size} at {apart} mm"
    )


def _print_account(index: "Index") -> None:
    from lesion_toolkit.loaders.plain_text import counted

    reasons = Counter(
        _without_name(entry.set_aside) for entry in index.account if entry.set_aside
    )
    used = sum(1 for entry in index.account if entry.used_in)
    for finding in index.findings:
        typer.echo(f"{finding.severity.value}: {finding.message}")
    typer.echo(f"\n{counted(len(index.account), 'file')}: {used} used")
    for reason, count in reasons.most_common():
        typer.echo(f"  {count} set aside: {reason}")


def _without_name(reason: str) -> str:
    """Group duplicates, whose reason names the other file."""
    return "duplicate of another file" if reason.startswith("duplicate") else reason
