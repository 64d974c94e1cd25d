"""Files of many frames are read once, and each frame as it is asked for."""

import tracemalloc
from pathlib import Path

import imagecodecs
import numpy as np
import pydicom
import pytest
from pydicom.dataset import Dataset
from pydicom.encaps import encapsulate, encapsulate_extended
from pydicom.uid import (
    EnhancedCTImageStorage,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    JPEGLSLossless,
    RLELossless,
)

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.loaders.index import find_series
from lesion_toolkit.loaders.pixels import read_volume

COUNT, SHAPE = 40, (64, 48)

counts_reads = pytest.mark.skipif(
    not Path("/proc/self/io").exists(), reason="the system counts no bytes read"
)


@pytest.fixture
def truth():
    dice = np.random.default_rng(8)
    return dice.integers(-1000, 3000, (COUNT, *SHAPE)).astype(np.int16)


@pytest.fixture
def enhanced(make, truth):
    """An enhanced CT image without its pixels."""
    found = make(0.0, pixels=truth[0], SOPClassUID=EnhancedCTImageStorage)
    del found.ImagePositionPatient, found.PixelSpacing, found.PixelData
    found.NumberOfFrames = COUNT
    measures = Dataset()
    measures.PixelSpacing = [0.7, 0.8]
    shared = Dataset()
    shared.PixelMeasuresSequence = [measures]
    found.SharedFunctionalGroupsSequence = [shared]
    frames = []
    for k in range(COUNT):
        place, frame = Dataset(), Dataset()
        place.ImagePositionPatient = [0.0, 0.0, 2.5 * k]
        frame.PlanePositionSequence = [place]
        frames.append(frame)
    found.PerFrameFunctionalGroupsSequence = frames
    return found


def _rle(pixels):
    coded = Dataset()
    coded.Rows, coded.Columns = pixels.shape
    coded.SamplesPerPixel, coded.BitsAllocated, coded.BitsStored = 1, 16, 16
    coded.HighBit, coded.PixelRepresentation = 15, 1
    coded.PhotometricInterpretation = "MONOCHROME2"
    coded.NumberOfFrames = 1
    coded.file_meta = pydicom.dataset.FileMetaDataset()
    coded.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    coded.set_pixel_data(pixels, "MONOCHROME2", 16, generate_instance_uid=False)
    coded.compress(RLELossless, generate_instance_uid=False)
    return next(pydicom.encaps.generate_frames(coded.PixelData, number_of_frames=1))


def _jpeg_ls(truth):
    return [imagecodecs.jpegls_encode(frame.view(np.uint16)) for frame in truth]


def _saved(enhanced, save_as, path, truth, way):
    """Write the frames in one of the ways that a file may hold them."""
    syntax = JPEGLSLossless
    if way == "big endian":
        syntax = ExplicitVRBigEndian
        enhanced.PixelData = truth.astype(">i2").tobytes()
    elif way == "deflated":
        syntax = pydicom.uid.DeflatedExplicitVRLittleEndian
        enhanced.PixelData = truth.tobytes()
    elif way == "run lengths":
        syntax = RLELossless
        enhanced.PixelData = encapsulate([_rle(frame) for frame in truth])
    elif way == "extended offset table":
        extended = encapsulate_extended(_jpeg_ls(truth))
        enhanced.PixelData = extended[0]
        enhanced.ExtendedOffsetTable, enhanced.ExtendedOffsetTableLengths = extended[1:]
    else:
        several = 3 if way == "several fragments a frame" else 1
        enhanced.PixelData = encapsulate(
            _jpeg_ls(truth), fragments_per_frame=several, has_bot=way != "no table"
        )
    if syntax not in (ExplicitVRBigEndian, pydicom.uid.DeflatedExplicitVRLittleEndian):
        enhanced["PixelData"].is_undefined_length = True
    return save_as(enhanced, path, syntax)


WAYS = [
    "offset table", "no table", "extended offset table", "several fragments a frame",
    "run lengths", "big endian", "deflated",
]  # fmt: skip


def _bytes_read():
    (line, *_) = Path("/proc/self/io").read_text().splitlines()
    return int(line.split()[1])


@pytest.mark.parametrize("way", WAYS)
def test_every_frame_is_its_slice(enhanced, save_as, tmp_path, truth, way):
    _saved(enhanced, save_as, tmp_path / "all.dcm", truth, way)
    (series,) = find_series(tmp_path).series
    assert (read_volume(series).array == truth).all()


@counts_reads
@pytest.mark.parametrize("way", WAYS)
def test_a_file_of_many_frames_is_read_once(enhanced, save_as, tmp_path, truth, way):
    path = _saved(enhanced, save_as, tmp_path / "all.dcm", truth, way)
    (series,) = find_series(tmp_path).series
    read_volume(series)  # whatever is imported on the way
    before = _bytes_read()
    read_volume(series)
    # The header, its functional groups, and the pixels: not the pixels COUNT times.
    assert _bytes_read() - before < 5 * path.stat().st_size


def test_compressed_frames_are_held_one_at_a_time(enhanced, save_as, tmp_path, truth):
    path = _saved(enhanced, save_as, tmp_path / "all.dcm", truth, "offset table")
    (series,) = find_series(tmp_path).series
    read_volume(series)
    tracemalloc.start()
    volume = read_volume(series)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    # Volume and functional groups, but never all of the coded pixels beside them.
    groups = 600_000
    assert peak < volume.array.nbytes + groups, path.stat().st_size


def test_frames_that_nothing_tells_apart_are_unreadable(
    enhanced, save_as, tmp_path, truth
):
    codes = [code[at : at + 99] for code in _jpeg_ls(truth[:2]) for at in (0, 99)]
    enhanced.PixelData = encapsulate(codes, has_bot=False)
    enhanced["PixelData"].is_undefined_length = True
    save_as(enhanced, tmp_path / "all.dcm", JPEGLSLossless)
    (series,) = find_series(tmp_path).series
    with pytest.raises(InputRefused, match="cut or damaged"):
        read_volume(series)


def test_one_damaged_frame_of_many_is_told(enhanced, save_as, tmp_path, truth):
    codes = _jpeg_ls(truth)
    codes[30] = codes[30][:200]
    enhanced.PixelData = encapsulate(codes)
    enhanced["PixelData"].is_undefined_length = True
    save_as(enhanced, tmp_path / "all.dcm", JPEGLSLossless)
    (series,) = find_series(tmp_path).series
    volume = read_volume(series)
    assert "unreadable-slices" in {finding.code for finding in volume.findings}
    assert (volume.array == truth[:30]).all()


def test_compressed_file_without_a_preamble_is_read(enhanced, save_as, tmp_path, truth):
    path = _saved(enhanced, save_as, tmp_path / "all.dcm", truth, "offset table")
    path.write_bytes(path.read_bytes()[132:])
    (series,) = find_series(tmp_path).series
    assert (read_volume(series).array == truth).all()


def test_bytes_of_big_endian_words_are_put_in_order(make, save_as, tmp_path):
    """Eight-bit pixels in words of sixteen bits are swapped in pairs (PS3.5 8.1.1)."""
    ramp = np.arange(48, dtype=np.uint8).reshape(8, 6)
    for vr, held in (("OW", ramp.reshape(-1, 2)[:, ::-1]), ("OB", ramp)):
        for z in (0.0, 5.0):
            found = make(z, pixels=ramp)
            found.add_new(0x7FE00010, vr, held.tobytes())
            save_as(found, tmp_path / vr / f"{z}.dcm", ExplicitVRBigEndian)
        (series,) = find_series(tmp_path / vr).series
        assert (read_volume(series).array == ramp).all()
