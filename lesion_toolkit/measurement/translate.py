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
    """Write what is not translated yet, for any processor of 64 bits; drop the rest."""
    os.environ["NUMBA_CPU_NAME"] = "generic"
    folder.mkdir(exist_ok=True)
    stale = set(folder.glob("*.ll"))
    natively = Kernel._native

    def noted(self: Kernel, layout: Layout, arguments: tuple[Any, ...]) -> Native:
        path = self.translation(layout)
        assert path is not None
        stale.discard(folder / path.name)
        if not (folder / path.name).is_file():
            (folder / path.name).write_text(self.translated(arguments))
        return natively(self, layout, arguments)

    with mock.patch.object(Kernel, "_native", noted):
        warm()
    for path in stale:
        path.unlink()


if __name__ == "__main__":
    translate(TRANSLATED)
