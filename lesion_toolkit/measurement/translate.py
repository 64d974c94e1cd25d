"""Translate every function that is measured with to LLVM's intermediate code.

    python -m lesion_toolkit.measurement.translate

To be run, and what it wrote to be committed, when such a function has changed; a test
says so. Without it the function is right all the same and its first call slow.
"""

import os
from pathlib import Path
from typing import Any
from unittest import mock

from lesion_toolkit.measurement.compiled import TRANSLATED, Kernel
from lesion_toolkit.measurement.machine_code import Layout, Native
from lesion_toolkit.measurement.warm import warm


def translate(folder: Path) -> None:
    """Write the translations anew, for any processor of 64 bits."""
    os.environ["NUMBA_CPU_NAME"] = "generic"
    folder.mkdir(exist_ok=True)
    for stale in folder.glob("*.ll"):
        stale.unlink()
    natively = Kernel._native

    def noted(self: Kernel, layout: Layout, arguments: tuple[Any, ...]) -> Native:
        path = self.translation(layout)
        assert path is not None
        (folder / path.name).write_text(self.translated(arguments))
        return natively(self, layout, arguments)

    with mock.patch.object(Kernel, "_native", noted):
        warm()


if __name__ == "__main__":
    translate(TRANSLATED)
