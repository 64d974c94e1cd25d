"""Modality LUT (PS3.3 C.11.1): stored values to HU by a table instead of a line."""

import warnings
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.errors import InputRefused


@dataclass(frozen=True, slots=True, eq=False)
class ModalityLut:
    """Output values by stored value, from ``first`` on; the ends hold beyond."""

    first: int
    outputs: NDArray[np.float32]

    def apply(self, stored: NDArray[np.generic]) -> NDArray[np.float32]:
        """Look stored values up, any shape."""
        index = stored.astype(np.int64) - self.first
        values: NDArray[np.float32] = self.outputs[
            np.clip(index, 0, len(self.outputs) - 1)
        ]
        return values


def read_modality_lut(path: str, is_signed: bool) -> ModalityLut | None:
    """Read the Modality LUT of an image; None where its sequence is empty.

    Raises
    ------
    InputRefused
        The table is damaged: values would not be HU.
    """
    import pydicom

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found = pydicom.dcmread(path, specific_tags=["ModalityLUTSequence"])
            items = found.ModalityLUTSequence
            if not items:
                return None
            count, first, bits = (int(value) for value in items[0].LUTDescriptor)
            held = items[0].LUTData
            wide = bits > 8 or (isinstance(held, bytes) and len(held) >= 2 * count)
            raw = (
                np.frombuffer(held, "<u2" if wide else "u1")
                if isinstance(held, bytes)
                else np.array(held)
            )
            outputs = raw[: count or 65536].astype(np.float32)
        except Exception as fault:  # pydicom raises many kinds on damaged files
            raise _damaged() from fault
    if len(outputs) < (count or 65536):
        raise _damaged()
    return ModalityLut(first - 65536 if is_signed and first > 32767 else first, outputs)


def _damaged() -> InputRefused:
    return InputRefused(
        "a damaged table of modality values.",
        "a whole Modality LUT, or rescale slope and intercept.",
        "fetch the series again.",
    )
