"""A frame that is cut anywhere is left out and told, in every codec; never made up."""

import imagecodecs
import numpy as np
import pytest
from pydicom.encaps import encapsulate
from pydicom.pixels import get_encoder
from pydicom.uid import (
    UID,
    ExplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGLSLossless,
    RLELossless,
)

from lesion_toolkit.loaders.index import find_series
from lesion_toolkit.loaders.pixels import read_volume

HTJ2K = UID("1.2.840.10008.1.2.4.201")
JPEG_LOSSLESS = UID("1.2.840.10008.1.2.4.70")
SHAPE = (32, 24)
CUT = 4


def _code(codec, pixels):
    unsigned = pixels.view(np.uint16)
    if codec == JPEGLSLossless:
        return imagecodecs.jpegls_encode(unsigned)
    if codec == JPEG2000Lossless:
        return imagecodecs.jpeg2k_encode(pixels, codecformat="j2k", reversible=True)
    if codec == HTJ2K:
        return imagecodecs.htj2k_encode(pixels, reversible=True)
    if codec == JPEG_LOSSLESS:
        return imagecodecs.jpeg8_encode(unsigned, lossless=True)
    return get_encoder(RLELossless).encode(
        pixels.tobytes(), rows=SHAPE[0], columns=SHAPE[1], samples_per_pixel=1,
        number_of_frames=1, bits_allocated=16, bits_stored=16,
        pixel_representation=1, photometric_interpretation="MONOCHROME2",
        encoding_plugin="pydicom",
    )  # fmt: skip


@pytest.mark.parametrize("kept", [0.05, 0.3, 0.6, 0.9])
@pytest.mark.parametrize(
    "codec", [RLELossless, JPEG_LOSSLESS, JPEGLSLossless, JPEG2000Lossless, HTJ2K]
)
def test_cut_code_is_no_slice(make, save_as, tmp_path, codec, kept):
    dice = np.random.default_rng(7)
    truth = [dice.integers(50, 3000, SHAPE).astype(np.int16) for _ in range(5)]
    for n, pixels in enumerate(truth):
        code = _code(codec, pixels)
        if n == CUT:
            code = code[: 2 * int(kept * len(code) / 2)]
        found = make(5.0 * n, pixels=pixels)
        found.PixelData = encapsulate([code])
        found["PixelData"].is_undefined_length = True
        save_as(found, tmp_path / f"{n}.dcm", codec)
    (series,) = find_series(tmp_path).series
    volume = read_volume(series)
    assert (volume.array == np.array(truth[:CUT])).all()
    assert "unreadable-slices" in {finding.code for finding in volume.findings}


@pytest.mark.parametrize("lost", [2, 64, 1000])
def test_cut_file_of_plain_pixels_is_no_slice(make, save_as, tmp_path, lost):
    for n in range(5):
        pixels = np.full(SHAPE, 50 + n, np.int16)
        path = save_as(
            make(5.0 * n, pixels=pixels), tmp_path / f"{n}.dcm", ExplicitVRLittleEndian
        )
        if n == CUT:
            path.write_bytes(path.read_bytes()[:-lost])
    index = find_series(tmp_path)
    (series,) = index.series
    volume = read_volume(series)
    assert volume.array[:, 0, 0].tolist() == [50, 51, 52, 53]
    assert volume.array.min() == 50
    told = {f.code for f in volume.findings} & {"unreadable-slices"}
    aside = [e.set_aside for e in index.account if e.set_aside]
    assert told or aside
