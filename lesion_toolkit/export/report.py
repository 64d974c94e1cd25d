"""The report: one self-contained HTML or PDF file a radiologist can read and print."""

from collections.abc import Sequence
from pathlib import Path

import lesion_toolkit
from lesion_toolkit.errors import UsageRefused
from lesion_toolkit.export.files import write_whole
from lesion_toolkit.export.page import render
from lesion_toolkit.export.pdf import pdf_of
from lesion_toolkit.export.sections import patient_section
from lesion_toolkit.model.response import Course

SUFFIXES = (".html", ".htm", ".pdf")


def report(course: Course, path: str | Path, *, compare: Sequence[Course] = ()) -> Path:
    """Write what was measured, what it means and why, as one HTML or PDF file.

    The suffix says which. The file needs nothing else: styles, drawings and pixels are
    inside, it runs no script and asks no server. The patient is named by the study
    label of the timeline.

    Parameters
    ----------
    course
        The answer to print, from :func:`~lesion_toolkit.criteria.engine.assess`.
    path
        Where to write; an existing file is replaced as a whole.
    compare
        The same timeline judged by other criteria, printed beside it.

    Returns
    -------
    pathlib.Path
        The file written.

    Raises
    ------
    InputRefused
        The file cannot be written there.
    UsageRefused
        The suffix is another one, or PDF is wanted and WeasyPrint not installed.
    """
    suffix = Path(path).suffix.lower()
    if suffix not in SUFFIXES:
        raise UsageRefused(f"a report is one of {', '.join(SUFFIXES)}.")
    section = patient_section(course, compare=compare)
    page = render("report.html.j2", section=section, version=lesion_toolkit.__version__)
    return write_whole(path, pdf_of(page) if suffix == ".pdf" else page)
