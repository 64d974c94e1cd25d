"""Stand-ins for measuring an exam, importable by worker processes.

The lesion file says what to do: a viable and a whole diameter in mm, or a mishap.
"""

import datetime
import os
import signal
from decimal import Decimal
from pathlib import Path

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.measurement import LesionMeasurement
from lesion_toolkit.model.timeline import Timepoint

IDENTITY = "DOE^JANE"


def measure(
    path: Path, lesions_file: Path, *, date: datetime.date, label: str
) -> tuple[Timepoint, tuple[Lesion, ...]]:
    words = lesions_file.read_text().split()
    calls = lesions_file.with_suffix(".calls")
    with calls.open("a") as log:
        log.write(".")
    if words[0] == "refuse":
        raise InputRefused("no arterial phase.", "one arterial phase.", "scan again.")
    if words[0] == "crash":
        raise RuntimeError(f"cannot read the images of {IDENTITY}")
    if words[0] == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    deaths = {"die-once": 1, "die-twice": 2}.get(words[0], 0)
    if calls.stat().st_size <= deaths:
        os.kill(os.getpid(), signal.SIGKILL)
    viable, whole = map(Decimal, words[-2:])
    measured = LesionMeasurement(
        "T1", viable_diameter_mm=viable, whole_diameter_mm=whole
    )
    return Timepoint(label, date, (measured,)), (Lesion("T1"),)
