"""Public liver cases onto this disk: whole and with their license, or not at all."""

import logging
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from lesion_toolkit.errors import InputRefused, UsageRefused
from lesion_toolkit.loaders.public_cases import (
    PublicCase,
    PublicSeries,
    idc_package,
    terms_text,
)

TERMS_FILE = "LICENSE-AND-CITATION.txt"

Transfer = Callable[[Sequence[str], Path], None]
"""Bring the files of each Series Instance UID into ``folder/<uid>/``."""


def case_folder(case: PublicCase, directory: Path) -> Path:
    """Tell where a case lies below a folder: ``<collection>/<patient>``."""
    return directory / case.collection.name / case.patient


def series_folder(series: PublicSeries, folder: Path) -> Path:
    """Tell where a series lies in its case: ``<day of the exam>/<modality>_<UID>``."""
    return folder / series.study_date / f"{series.modality}_{series.uid}"


def missing_series(case: PublicCase, folder: Path) -> tuple[PublicSeries, ...]:
    """List the series of a case that are not in ``folder`` file by file, byte by byte.

    Number and total size of the files are compared with the index.
    """
    return tuple(
        one
        for one in case.series
        if _holdings(series_folder(one, folder)) != (one.files, one.size_bytes)
    )


def refuse_full_disk(case: PublicCase, directory: Path) -> None:
    """Refuse a case that does not fit on the disk of ``directory``.

    Raises
    ------
    InputRefused
        Less space is free than the files need.
    """
    existing = directory.absolute()
    while not existing.exists():
        existing = existing.parent
    free = shutil.disk_usage(existing).free
    if free < case.size_bytes:
        raise InputRefused(
            f"{size_text(free)} free on the disk of {directory}.",
            f"{size_text(case.size_bytes)} for {case.name}.",
            "free some space or name a folder on another disk.",
        )


def download_case(
    case: PublicCase, directory: Path, transfer: Transfer | None = None
) -> Path:
    """Download a public case to ``directory/<collection>/<patient>``.

    The files arrive in a temporary folder and get their final name only when number and
    size of the files of every series agree with the index. An interrupted or failed
    download leaves nothing under that name.

    Parameters
    ----------
    case
        From :func:`~lesion_toolkit.loaders.public_cases.public_case`.
    directory
        Created if it does not exist.
    transfer
        How the files come; by default from the Imaging Data Commons.

    Returns
    -------
    Path
        Folder of the case: a folder for each day of exam, licenses and citations.

    Raises
    ------
    UsageRefused
        The case is there already, or ``idc-index`` is not installed.
    InputRefused
        The disk is too small, the transfer failed, or it brought too little.
    """
    folder = case_folder(case, directory)
    if folder.exists():
        raise UsageRefused(
            f"{folder} is there already; remove it or choose another folder."
        )
    refuse_full_disk(case, directory)
    directory.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(
        prefix=f".{case.patient}-", suffix=".partial", dir=directory
    ) as partial:
        arrivals, ready = Path(partial, "arrivals"), Path(partial, case.patient)
        arrivals.mkdir()
        _transfer(case, arrivals, transfer or from_imaging_data_commons)
        for one in case.series:
            _move(arrivals / one.uid, series_folder(one, ready))
        _refuse_incomplete(case, ready)
        (ready / TERMS_FILE).write_text(terms_page(case), encoding="utf-8")
        folder.parent.mkdir(exist_ok=True)
        ready.rename(folder)
    return folder


def terms_page(case: PublicCase) -> str:
    """Write the page that lies beside the files: origin, licenses and citations."""
    return (
        f"{case.collection.title}, patient {case.patient}\n"
        f"NCI Imaging Data Commons, index {case.index_version}. Files unchanged, "
        "sorted into folders by lesion-toolkit.\n"
        "Cite these publications when you use the images.\n\n"
        f"{terms_text(case.terms)}\n"
    )


def size_text(size_bytes: float) -> str:
    """Write a size for people, in MB (10^6 bytes) or GB (10^9 bytes)."""
    if size_bytes < 1e9:
        return f"{size_bytes / 1e6:,.1f} MB"
    return f"{size_bytes / 1e9:,.1f} GB"


def from_imaging_data_commons(uids: Sequence[str], folder: Path) -> None:
    """Bring series from the public buckets of the Imaging Data Commons.

    Raises
    ------
    UsageRefused
        The ``idc-index`` package is not installed.
    """
    # it tells every step as a log line; what went wrong is what a reader needs
    logging.getLogger("idc_index").setLevel(logging.ERROR)
    client = idc_package("idc_index").IDCClient()
    client.download_from_selection(
        downloadDir=str(folder),
        seriesInstanceUID=list(uids),
        dirTemplate="%SeriesInstanceUID",
        quiet=True,
        show_progress_bar=sys.stderr.isatty(),
    )


def _transfer(case: PublicCase, arrivals: Path, transfer: Transfer) -> None:
    try:
        transfer([one.uid for one in case.series], arrivals)
    except UsageRefused:
        raise
    # a transfer may fail in any way its library knows: disk, network, cloud, process
    except Exception as fault:
        raise InputRefused(
            f"the transfer of {case.name} broke off ({type(fault).__name__}: {fault}).",
            f"{case.files} files, {size_text(case.size_bytes)}, from the Imaging Data "
            "Commons.",
            "check the network and try again; nothing was kept.",
        ) from fault


def _refuse_incomplete(case: PublicCase, folder: Path) -> None:
    # idc-index logs a failed download and returns as if it were done
    missing = missing_series(case, folder)
    if missing:
        kept = [_holdings(series_folder(one, folder)) for one in case.series]
        files, size = (sum(column) for column in zip(*kept, strict=True))
        raise InputRefused(
            f"{files} files, {size_text(size)}, of {case.name}; "
            f"{len(missing)} of {len(case.series)} series incomplete.",
            f"{case.files} files, {size_text(case.size_bytes)}, as in the index.",
            "check the network and try again; nothing was kept.",
        )


def _holdings(folder: Path) -> tuple[int, int]:
    sizes = [file.stat().st_size for file in folder.glob("*.dcm")]
    return len(sizes), sum(sizes)


def _move(source: Path, target: Path) -> None:
    if source.is_dir():
        target.parent.mkdir(parents=True, exist_ok=True)
        source.rename(target)
