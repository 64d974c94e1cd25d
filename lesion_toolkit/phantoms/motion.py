"""Motion while an MR volume is acquired: ghosts along the phase-encoding axis."""

import numpy as np

from lesion_toolkit.model.volume import Volume

BREATHS = 6.3
"""Periods of the motion while k-space is filled from one end to the other."""


def breathing(volume: Volume, amplitude_mm: float, *, axis: int = 1) -> Volume:
    """Give a volume as it looks when the patient moves to and fro along an axis.

    Each line of k-space sees the patient where the motion is at its time: its phase
    turns by its frequency times the displacement (shift theorem).

    Parameters
    ----------
    volume
        The patient at rest.
    amplitude_mm
        Furthest displacement to either side.
    axis
        Phase-encoding array axis: 1 rows (front to back), 2 columns.
    """
    count = volume.array.shape[axis]
    line = np.arange(count)
    displaced = amplitude_mm * np.sin(2 * np.pi * BREATHS * line / count + 0.3)
    turns = (line - count // 2) * displaced / volume.geometry.spacing_mm[axis] / count
    shape = [count if one == axis else 1 for one in range(3)]
    spectrum = np.fft.fftshift(np.fft.fft(volume.array, axis=axis), axes=axis)
    spectrum = spectrum * np.exp(-2j * np.pi * turns).reshape(shape)
    image = np.abs(np.fft.ifft(np.fft.ifftshift(spectrum, axes=axis), axis=axis))
    return volume.with_array(np.rint(image).astype(volume.array.dtype))
