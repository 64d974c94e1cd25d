"""Voxels carry the right value at the right place, or the volume is refused."""

import imagecodecs
import numpy as np
import pytest
import SimpleITK as sitk
from pydicom.data import get_testdata_file
from pydicom.dataset import Dataset
from pydicom.encaps import encapsulate
from pydicom.uid import (
    UID,
    DeflatedExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGLSLossless,
    RLELossless,
)

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.loaders.index import find_series
from lesion_toolkit.loaders.pixels import OUTSIDE_HU, read_volume

HTJ2K = UID("1.2.840.10008.1.2.4.201")
JPEG_LOSSLESS = UID("1.2.840.10008.1.2.4.70")


def _volume(folder, **switches):
    (series,) = find_series(folder).series
    return read_volume(series, **switches)


def _ramp(offset=0, dtype=np.int16):
    return (np.arange(48).reshape(8, 6) + offset).astype(dtype)


def test_axes_run_to_head_back_and_left(make, saved):
    volume = _volume(saved(make(z, pixels=_ramp(int(z))) for z in (10.0, 0.0, 5.0)))
    assert volume.array.dtype == np.int16
    assert volume.array[:, 0, 0].tolist() == [0, 5, 10]
    at = volume.geometry.index_to_mm([[0, 0, 0], [2, 1, 1]])
    assert np.allclose(at, [[-10, -20, 0], [-9.2, -19.3, 10]])


def test_spacing_comes_from_positions_not_from_thickness(make, saved):
    more = {"SliceThickness": 5.0, "SpacingBetweenSlices": 7.0}
    volume = _volume(saved(make(1.25 * n, **more) for n in range(4)))
    assert volume.geometry.spacing_mm == pytest.approx((1.25, 0.7, 0.8))


@pytest.mark.parametrize(
    ("dtype", "intercept", "stored", "expected"),
    [
        (np.int16, 0, -1000, -1000),
        (np.uint16, -1024, 24, -1000),
        (np.uint16, -32768, 32808, 40),
        (np.int16, -1024, 1064, 40),
        (np.uint8, -100, 140, 40),
    ],
)
def test_whole_hounsfield_units_stay_whole(
    make, saved, dtype, intercept, stored, expected
):
    pixels = np.full((8, 6), stored, dtype)
    slices = (make(z, pixels=pixels, RescaleIntercept=intercept) for z in (0, 5))
    volume = _volume(saved(slices))
    assert volume.array.dtype == np.int16
    assert np.unique(volume.array).tolist() == [expected]


def test_values_beyond_16_bits_widen_instead_of_wrapping(make, saved):
    pixels = np.full((8, 6), 60_000, np.uint16)
    volume = _volume(saved(make(z, pixels=pixels) for z in (0, 5)))
    assert np.unique(volume.array).tolist() == [60_000]


def test_bits_that_are_not_stored_are_dropped(make, saved):
    dirty = np.full((8, 6), 0xF123, np.uint16)
    signed = np.full((8, 6), 0x0F00, np.int16)
    twelve = {"BitsStored": 12, "HighBit": 11}
    for pixels, expected in ((dirty, 0x123), (signed, -256)):
        folder = saved(make(z, pixels=pixels, **twelve) for z in (0, 5))
        assert np.unique(_volume(folder).array).tolist() == [expected]


def test_each_slice_has_its_own_rescale(make, saved):
    slices = [
        make(z, pixels=np.full((8, 6), 10, np.int16), RescaleSlope=slope)
        for z, slope in ((0, 1.5), (5, "2.5E0"))
    ]
    volume = _volume(saved(slices))
    assert volume.array.dtype == np.float32
    assert volume.array[:, 0, 0].tolist() == [15.0, 25.0]


@pytest.mark.parametrize("sequence_length", ["defined", "undefined"])
@pytest.mark.parametrize("dtype", [np.uint16, np.int16])
def test_table_of_values_stands_in_for_slope_and_intercept(
    make, saved, dtype, sequence_length
):
    table = Dataset()
    first = -2 if dtype is np.int16 else 1
    table.add_new(0x00283002, "SS" if first < 0 else "US", [4, first, 16])
    table.add_new(0x00283006, "US", [40, 50, 70, 100])
    slices = []
    for n in range(3):
        pixels = np.arange(first - 1, first + 11, dtype=dtype).reshape(3, 4)
        one = make(5.0 * n, pixels=pixels, RescaleSlope=None, RescaleIntercept=None)
        one.ModalityLUTSequence = [table]
        undefined = sequence_length == "undefined"
        one["ModalityLUTSequence"].is_undefined_length = undefined
        slices.append(one)
    expected = np.array([40, 40, 50, 70, *[100] * 8]).reshape(3, 4)
    assert (_volume(saved(slices)).array == expected).all()


def test_damaged_table_of_values_is_refused(make, saved):
    table = Dataset()
    table.add_new(0x00283002, "US", [400, 0, 16])
    table.add_new(0x00283006, "US", [40, 50, 70, 100])
    slices = [make(5.0 * n) for n in range(3)]
    for one in slices:
        one.ModalityLUTSequence = [table]
    with pytest.raises(InputRefused, match="table"):
        _volume(saved(slices))


def test_padding_becomes_outside_not_tissue(make, saved):
    pixels = _ramp()
    pixels[0, 0] = -2000
    padded = make(0, pixels=pixels)
    padded.add_new(0x00280120, "US", 63536)
    volume = _volume(saved([padded, make(5, pixels=_ramp())]))
    assert volume.array[0, 0, 0] == OUTSIDE_HU
    assert volume.array[1, 0, 0] == 0


def test_padding_value_that_is_tissue_is_not_believed(make, saved):
    slices = [make(z, pixels=_ramp()) for z in (0, 5)]
    for slice_ in slices:
        slice_.add_new(0x00280120, "SS", 40)
    volume = _volume(saved(slices))
    assert (volume.array[0] == _ramp()).all()
    assert "padding-ignored" in {finding.code for finding in volume.findings}


def test_monochrome1_changes_the_display_not_the_hounsfield_units(make, saved):
    more = {"PhotometricInterpretation": "MONOCHROME1"}
    volume = _volume(saved(make(z, pixels=_ramp(), **more) for z in (0, 5)))
    assert (volume.array[0] == _ramp()).all()


def test_numbers_in_e_notation_and_with_blanks_are_read(make, saved):
    slices = [make(z) for z in (0.0, 2.5)]
    for slice_, z in zip(slices, (" 0.0E+00", "2.5e0 "), strict=True):
        slice_.add_new(0x00200032, "DS", ["-1.0e1", " -2.0E+1", z])
    volume = _volume(saved(slices))
    assert np.allclose(volume.geometry.origin_mm, [-10, -20, 0])


@pytest.mark.parametrize(
    "codec",
    [RLELossless, JPEGLSLossless, JPEG2000Lossless, HTJ2K, JPEG_LOSSLESS],
)
@pytest.mark.parametrize("dtype", [np.int16, np.uint16])
def test_lossless_codecs_give_the_stored_pixels(make, save_as, saved, codec, dtype):
    dice = np.random.default_rng(3)
    low = -1000 if dtype == np.int16 else 0
    truth = [dice.integers(low, 3000, (16, 12)).astype(dtype) for _ in range(3)]
    slices = []
    for n, pixels in enumerate(truth):
        slice_ = make(5.0 * n, pixels=pixels)
        if codec == RLELossless:
            slice_.compress(RLELossless, pixels, encoding_plugin="pydicom")
        else:
            slice_.PixelData = encapsulate([_encode(codec, pixels)])
            slice_["PixelData"].is_undefined_length = True
        slices.append(slice_)
    folder = saved([])
    for n, slice_ in enumerate(slices):
        save_as(slice_, folder / f"{n}.dcm", codec)
    assert (_volume(folder).array == np.array(truth)).all()


def _encode(codec, pixels):
    unsigned = pixels.view(np.uint16)
    if codec == JPEGLSLossless:
        return imagecodecs.jpegls_encode(unsigned)
    if codec == JPEG2000Lossless:
        return imagecodecs.jpeg2k_encode(pixels, codecformat="j2k", reversible=True)
    if codec == HTJ2K:
        return imagecodecs.htj2k_encode(pixels, reversible=True)
    return imagecodecs.jpeg8_encode(unsigned, lossless=True)


@pytest.mark.parametrize(
    "syntax", [ImplicitVRLittleEndian, DeflatedExplicitVRLittleEndian]
)
def test_other_encodings_of_the_header_give_the_same_voxels(
    make, save_as, tmp_path, syntax
):
    for n in range(3):
        save_as(make(5.0 * n, pixels=_ramp(n)), tmp_path / str(n), syntax)
    assert (_volume(tmp_path).array[:, 0, 0] == [0, 1, 2]).all()


def test_big_endian_gives_the_voxels_of_its_little_endian_twin(tmp_path, save_as):
    import pydicom

    volumes = []
    for name in ("MR_small.dcm", "MR_small_bigendian.dcm"):
        found = pydicom.dcmread(get_testdata_file(name))
        folder = tmp_path / name
        for n in range(2):
            found.SOPInstanceUID = f"1.2.{n}"
            found.file_meta.MediaStorageSOPInstanceUID = found.SOPInstanceUID
            found.ImagePositionPatient = [0, 0, 5 * n]
            folder.mkdir(exist_ok=True)
            found.save_as(folder / f"{n}.dcm")
        volumes.append(_volume(folder).array)
    assert (volumes[0] == volumes[1]).all()


@pytest.mark.parametrize("damage", ["cut", "garbage"])
def test_damaged_frame_is_told_and_never_zero(make, save_as, saved, damage):
    dice = np.random.default_rng(4)
    folder = saved([])
    for n in range(6):
        pixels = dice.integers(50, 3000, (16, 12)).astype(np.int16)
        code = imagecodecs.jpeg2k_encode(pixels, codecformat="j2k", reversible=True)
        if n == 4:
            code = code[: len(code) // 2] if damage == "cut" else bytes(len(code))
        slice_ = make(5.0 * n, pixels=pixels)
        slice_.PixelData = encapsulate([code])
        slice_["PixelData"].is_undefined_length = True
        save_as(slice_, folder / f"{n}.dcm", JPEG2000Lossless)
    (series,) = find_series(folder).series
    volume = read_volume(series)
    assert volume.geometry.shape[0] == 4
    assert volume.array.min() >= 50
    assert volume.findings[0].code == "unreadable-slices"
    with pytest.raises(InputRefused, match="cut or damaged"):
        read_volume(series, strict=True)


def _tilted(make, degrees, slices=9):
    """A vertical rod of bright pixels scanned with a tilted gantry."""
    angle = np.deg2rad(degrees)
    column = [0.0, np.cos(angle), -np.sin(angle)]
    images = []
    for n in range(slices):
        z = 5.0 * n
        rows = np.arange(64)[:, None]
        # Height of a pixel row above the rod's foot decides where the rod crosses it.
        y = -20.0 + rows * 0.5 * np.cos(angle)
        pixels = np.where(np.abs(y + 4) < 3, 1000, 0) * np.ones((1, 10))
        images.append(
            make(
                z,
                pixels=pixels.astype(np.int16),
                PixelSpacing=[0.5, 0.5],
                ImageOrientationPatient=[1, 0, 0, *column],
                ImagePositionPatient=[0.0, -20.0, z],
            )
        )
    return images


def test_gantry_tilt_is_undone_by_resampling_and_told(make, saved):
    volume = _volume(saved(_tilted(make, 15)))
    assert "gantry-tilt" in {finding.code for finding in volume.findings}
    axes = volume.geometry.directions
    assert np.allclose(axes @ axes.T, np.eye(3), atol=1e-6)
    for k in range(volume.geometry.shape[0]):
        bright = np.argwhere(volume.array[k, :, 5] > 500)[:, 0]
        ends = [[k, bright.min(), 5], [k, bright.max(), 5]]
        y = volume.geometry.index_to_mm(ends)[:, 1]
        assert y.mean() == pytest.approx(-4, abs=0.4)


def test_strict_refuses_a_tilted_gantry(make, saved):
    with pytest.raises(InputRefused, match=r"15\.0 degrees"):
        _volume(saved(_tilted(make, 15)), strict=True)


def test_slices_that_jump_sideways_are_refused(make, saved):
    slices = [make(5.0 * n) for n in range(5)]
    slices[2].ImagePositionPatient = [-4.0, -20.0, 10.0]
    with pytest.raises(InputRefused, match="jump sideways"):
        _volume(saved(slices))


def test_thick_slices_and_oblong_pixels_are_told(make, saved):
    volume = _volume(saved(make(8.0 * n) for n in range(3)))
    codes = {finding.code for finding in volume.findings}
    assert codes == {"thick-slices", "pixels-not-square"}


def test_files_changed_since_they_were_listed_are_refused(make, saved):
    folder = saved(make(5.0 * n) for n in range(3))
    (series,) = find_series(folder).series
    (folder / "001.dcm").write_bytes(b"gone")
    with pytest.raises(InputRefused, match="no longer as they were"):
        read_volume(series)


def _simpleitk(files):
    reader = sitk.ImageSeriesReader()
    reader.SetFileNames([str(file) for file in files])
    return reader.Execute()


@pytest.mark.parametrize("visit", ["12-27-1997", "03-14-1998"])
def test_real_voxels_agree_with_simpleitk(hcc_007, visit):
    """Where SimpleITK is given the right files in order it is right but for padding."""
    for series in find_series(next(hcc_007.glob(f"{visit}*"))).series:
        heights = {file: read_height(file) for file in series.files}
        theirs = _simpleitk(sorted(series.files, key=heights.__getitem__))
        ours = read_volume(series)
        values = sitk.GetArrayViewFromImage(theirs)
        inside = ours.array != OUTSIDE_HU
        assert (ours.array[inside] == values[inside]).all()
        assert (values[~inside] <= OUTSIDE_HU).all()
        assert np.allclose(ours.geometry.origin_mm, theirs.GetOrigin(), atol=1e-3)
        spacing = theirs.GetSpacing()[::-1]
        assert np.allclose(ours.geometry.spacing_mm, spacing, atol=1e-3)


def read_height(file):
    import pydicom

    found = pydicom.dcmread(file, specific_tags=["ImagePositionPatient"])
    return float(found.ImagePositionPatient[2])


def test_code_stream_of_another_size_is_unreadable(make, save_as, saved):
    folder = saved([])
    for n in range(4):
        size = (64, 64) if n == 3 else (16, 12)
        code = imagecodecs.jpegls_encode(np.full(size, 7, np.uint16))
        slice_ = make(5.0 * n, shape=(16, 12))
        slice_.PixelData = encapsulate([code])
        slice_["PixelData"].is_undefined_length = True
        save_as(slice_, folder / f"{n}.dcm", JPEGLSLossless)
    assert _volume(folder).geometry.shape == (3, 16, 12)


def test_code_stream_that_breaks_off_is_unreadable(make, save_as, saved):
    """A decoder would make the rest up, or search for it for many seconds."""
    folder = saved([])
    whole = imagecodecs.jpegls_encode(np.arange(192, dtype=np.uint16).reshape(16, 12))
    for n in range(4):
        slice_ = make(5.0 * n, shape=(16, 12))
        slice_.PixelData = encapsulate([whole[:-20] if n == 3 else whole])
        slice_["PixelData"].is_undefined_length = True
        save_as(slice_, folder / f"{n}.dcm", JPEGLSLossless)
    volume = _volume(folder)
    assert volume.geometry.shape == (3, 16, 12)
    assert "unreadable-slices" in {finding.code for finding in volume.findings}


@pytest.mark.parametrize(
    "rescale",
    [
        {"RescaleSlope": None, "RescaleIntercept": None},
        {"RescaleIntercept": None},
        {"RescaleSlope": 0},
        {"RescaleSlope": "nan"},
        {"RescaleIntercept": "inf"},
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_ct_without_a_rescale_to_hu_says_so(make, saved, rescale):
    odd = make(5.0, **rescale)
    (series,) = find_series(saved([make(0.0), odd, make(10.0)])).series
    volume = read_volume(series)
    assert volume.array[:, 0, 0].tolist() == [0, 5, 10]
    codes = {finding.code: finding.message for finding in volume.findings}
    assert codes["not-rescaled"].startswith("1 slice ")
