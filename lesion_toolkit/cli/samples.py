"""``lesion-toolkit samples``: cases that ship with the package, and public ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lesion_toolkit.errors import UsageRefused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lesion_toolkit.loaders.public_cases import PublicCase, PublicCollection

Name = Annotated[str, typer.Argument(help="Name of the sample case.")]

samples = typer.Typer(help="List, copy or rebuild sample cases.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add ``samples list``, ``samples get`` and ``samples build``."""
    app.add_typer(samples, name="samples")


@samples.command("list")
def list_samples(
    collection: Annotated[
        str | None, typer.Argument(help="With --public: list its patients.")
    ] = None,
    public: Annotated[
        bool, typer.Option("--public", help="List public collections instead.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Name every sample case, every public collection, or the patients of one."""
    if collection is not None and not public:
        raise UsageRefused(f"patients of {collection!r} are listed with --public.")
    if public:
        _list_public(collection, as_json)
    else:
        _list_shipped(as_json)


@samples.command("get")
def get_sample(
    name: Annotated[
        str,
        typer.Argument(help="A shipped case, or COLLECTION/PATIENT of a public one."),
    ],
    directory: Annotated[Path, typer.Argument(help="Where to put it.")] = Path(),
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would come, fetch nothing.")
    ] = False,
) -> None:
    """Copy a shipped case into a folder, or download a public one."""
    from lesion_toolkit.loaders.public_cases import public_collections
    from lesion_toolkit.phantoms.samples import copy_sample, sample_path

    if "/" in name or name.lower() in {one.name for one in public_collections()}:
        _get_public(name, directory, dry_run)
    elif dry_run:
        typer.echo(f"{sample_path(name)} would be copied to {directory / name}.")
    else:
        typer.echo(copy_sample(name, directory))


@samples.command("build")
def build(
    name: Name,
    directory: Annotated[Path, typer.Argument(help="Where to write it.")],
) -> None:
    """Compute a sample case anew, byte for byte as it ships."""
    from lesion_toolkit.phantoms.samples import build_sample

    typer.echo(build_sample(name, directory))


def _list_shipped(as_json: bool) -> None:
    from lesion_toolkit.phantoms.samples import SAMPLES

    if as_json:
        rows = [{"name": one.name, "description": one.description} for one in SAMPLES]
        typer.echo(json.dumps(rows, indent=2))
        return
    for one in SAMPLES:
        typer.echo(f"{one.name}  {one.description}")


def _list_public(name: str | None, as_json: bool) -> None:
    from lesion_toolkit.loaders.public_cases import (
        public_cases,
        public_collection,
        public_collections,
    )

    if name is not None:
        cases = public_cases(public_collection(name))
        rows = [_case_row(one) for one in cases]
        lines = [f"{one.name}  {_extent(one)}" for one in cases]
    else:
        held = [(one, public_cases(one)) for one in public_collections()]
        rows = [_collection_row(one, cases) for one, cases in held]
        lines = [_collection_lines(one, cases) for one, cases in held]
        lines.append(f"NCI Imaging Data Commons, index {held[0][1][0].index_version}")
    typer.echo(json.dumps(rows, indent=2) if as_json else "\n".join(lines))


def _get_public(name: str, directory: Path, dry_run: bool) -> None:
    from lesion_toolkit.loaders.plain_text import counted
    from lesion_toolkit.loaders.public_cases import public_case, terms_text
    from lesion_toolkit.loaders.public_download import (
        case_folder,
        download_case,
        missing_series,
        refuse_full_disk,
    )

    case = public_case(name)
    folder = case_folder(case, directory)
    if folder.exists():
        missing = len(missing_series(case, folder))
        if missing:
            raise UsageRefused(
                f"{folder} is there already, but {missing} of its {len(case.series)} "
                "series are not as published; remove it or choose another folder."
            )
        typer.echo(f"{folder} is there already and complete; nothing was downloaded.")
        return
    typer.echo(f"{case.name}: {_extent(case)}\n\n{terms_text(case.terms)}\n")
    refuse_full_disk(case, directory)
    if dry_run:
        for one in case.series:
            files = counted(one.files, "file")
            said = f"{one.study_date}  {one.modality:<8} {files:>11}"
            typer.echo(f"{said}  {one.description}")
        typer.echo(f"would be downloaded to {folder}; nothing was.")
    else:
        typer.echo(download_case(case, directory))


def _extent(case: PublicCase) -> str:
    from lesion_toolkit.loaders.plain_text import counted
    from lesion_toolkit.loaders.public_download import size_text

    exams = f"{counted(len(case.study_dates), 'day')} of exam"
    kinds, files = ", ".join(case.modalities), counted(case.files, "file")
    return f"{exams}, {kinds}, {files}, {size_text(case.size_bytes)}"


def _case_row(case: PublicCase) -> dict[str, object]:
    return {
        "name": case.name,
        "study_dates": case.study_dates,
        "modalities": case.modalities,
        "files": case.files,
        "size_bytes": case.size_bytes,
        "licenses": sorted({one.license for one in case.terms}),
    }


def _collection_row(
    collection: PublicCollection, cases: Sequence[PublicCase]
) -> dict[str, object]:
    from lesion_toolkit.loaders.public_cases import citation, terms_of

    terms = terms_of(one for case in cases for one in case.series)
    return {
        "name": collection.name,
        "title": collection.title,
        "shows": collection.shows,
        "patients": len(cases),
        "modalities": sorted({kind for case in cases for kind in case.modalities}),
        "files": sum(case.files for case in cases),
        "size_bytes": sum(case.size_bytes for case in cases),
        "sources": [
            {"doi": one.doi, "license": one.license, "citation": citation(one.doi)}
            for one in terms
        ],
        "index_version": cases[0].index_version,
    }


def _collection_lines(collection: PublicCollection, cases: Sequence[PublicCase]) -> str:
    from lesion_toolkit.loaders.plain_text import counted
    from lesion_toolkit.loaders.public_cases import citation, terms_of
    from lesion_toolkit.loaders.public_download import size_text

    kinds = ", ".join(sorted({kind for case in cases for kind in case.modalities}))
    size = size_text(sum(case.size_bytes for case in cases))
    lines = [
        f"{collection.name}  {counted(len(cases), 'patient')}, {kinds}, {size}",
        f"  {collection.shows}",
    ]
    for one in terms_of(one for case in cases for one in case.series):
        lines.append(f"  {one.license}: {citation(one.doi)}")
    return "\n".join([*lines, ""])
