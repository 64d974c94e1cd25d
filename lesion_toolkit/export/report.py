"""The report: one self-contained HTML file a radiologist can read and print."""

from collections.abc import Sequence
from pathlib import Path

import lesion_toolkit
from lesion_toolkit.export.files import write_whole
from lesion_toolkit.export.page import render
from lesion_toolkit.export.sections import patient_section
from lesion_toolkit.model.response import Course


def report(course: Course, path: str | Path, *, compare: Sequence[Course] = ()) -> Path:
    """Write what was measured, what it means and why, as one HTML file.

    The file needs nothing else: styles, drawings and pixels are inside, it runs no
    script and asks no server. The patient is named by the study label of the timeline.

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
    """
    section = patient_section(course, compare=compare)
    page = render("report.html.j2", section=section, version=lesion_toolkit.__version__)
    return write_whole(path, page)
