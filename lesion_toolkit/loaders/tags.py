"""The DICOM elements that say what an image is and where it lies (PS3.6)."""

MEDIA_STORAGE_CLASS_UID = 0x00020002
MEDIA_STORAGE_INSTANCE_UID = 0x00020003
TRANSFER_SYNTAX_UID = 0x00020010
SPECIFIC_CHARACTER_SET = 0x00080005
IMAGE_TYPE = 0x00080008
SOP_CLASS_UID = 0x00080016
SOP_INSTANCE_UID = 0x00080018
STUDY_DATE = 0x00080020
SERIES_DATE = 0x00080021
ACQUISITION_DATE = 0x00080022
ACQUISITION_DATE_TIME = 0x0008002A
SERIES_TIME = 0x00080031
ACQUISITION_TIME = 0x00080032
CONTENT_TIME = 0x00080033
MODALITY = 0x00080060
SERIES_DESCRIPTION = 0x0008103E
PATIENT_ID = 0x00100020
CONTRAST_AGENT = 0x00180010
SCAN_OPTIONS = 0x00180022
SLICE_THICKNESS = 0x00180050
ECHO_TIME = 0x00180081
CONTRAST_START_TIME = 0x00181042
TRIGGER_TIME = 0x00181060
B_VALUE = 0x00189087
CONTRAST_PHASE = 0x00189344
STUDY_INSTANCE_UID = 0x0020000D
SERIES_INSTANCE_UID = 0x0020000E
SERIES_NUMBER = 0x00200011
ACQUISITION_NUMBER = 0x00200012
INSTANCE_NUMBER = 0x00200013
IMAGE_POSITION = 0x00200032
IMAGE_ORIENTATION = 0x00200037
FRAME_OF_REFERENCE_UID = 0x00200052
TEMPORAL_POSITION = 0x00200100
STACK_ID = 0x00209056
SAMPLES_PER_PIXEL = 0x00280002
PHOTOMETRIC_INTERPRETATION = 0x00280004
NUMBER_OF_FRAMES = 0x00280008
ROWS = 0x00280010
COLUMNS = 0x00280011
PIXEL_SPACING = 0x00280030
BITS_ALLOCATED = 0x00280100
BITS_STORED = 0x00280101
HIGH_BIT = 0x00280102
PIXEL_REPRESENTATION = 0x00280103
PIXEL_PADDING_VALUE = 0x00280120
PIXEL_PADDING_RANGE_LIMIT = 0x00280121
RESCALE_INTERCEPT = 0x00281052
RESCALE_SLOPE = 0x00281053
MODALITY_LUT_SEQUENCE = 0x00283000
SHARED_FUNCTIONAL_GROUPS = 0x52009229
PER_FRAME_FUNCTIONAL_GROUPS = 0x52009230
PIXEL_DATA = 0x7FE00010

BINARY_UNSIGNED = frozenset(
    {
        SAMPLES_PER_PIXEL,
        ROWS,
        COLUMNS,
        BITS_ALLOCATED,
        BITS_STORED,
        HIGH_BIT,
        PIXEL_REPRESENTATION,
        PIXEL_PADDING_VALUE,
        PIXEL_PADDING_RANGE_LIMIT,
    }
)
"""Kept as two little-endian bytes; everything else wanted is text or a double."""

PRIVATE_B_VALUES = {
    0x0019: ("SIEMENS MR HEADER", 0x0C),
    0x0043: ("GEMS_PARM_01", 0x39),
    0x2001: ("Philips Imaging DD 001", 0x03),
    0x0065: ("Image Private Header", 0x09),
}
"""Creator and element of each vendor's b-value, by group (0065: United Imaging)."""

SCAN_BEGIN_GROUP, SCAN_BEGIN_ELEMENT = 0x2005, 0xA0
SCAN_BEGIN_CREATOR = "Philips MR Imaging DD 001"
"""Creator and place of the time at which a Philips dynamic began, in s."""

PRIVATE_BLOCKS = range(0x10, 0x20)
"""Blocks where a creator is looked for; real files use the first one or two."""


def _places(group: int, element: int) -> frozenset[int]:
    """Every place that a private element may have."""
    return frozenset(group << 16 | b << 8 | element for b in PRIVATE_BLOCKS)


def _private(group: int) -> frozenset[int]:
    """Every place of a private b-value."""
    return _places(group, PRIVATE_B_VALUES[group][1])


PRIVATE = frozenset().union(*map(_private, PRIVATE_B_VALUES))
"""Every place of a private b-value of any vendor."""

SCAN_BEGIN = _places(SCAN_BEGIN_GROUP, SCAN_BEGIN_ELEMENT)
"""Every place of the time at which a Philips dynamic began."""

BINARY_SINGLE = _private(0x2001) | SCAN_BEGIN
"""Kept as four little-endian bytes."""

BINARY_DOUBLE = frozenset({B_VALUE}) | _private(0x0065)
"""Kept as eight little-endian bytes."""

WANTED = (
    frozenset(
        value
        for name, value in dict(globals()).items()
        if name.isupper() and isinstance(value, int) and value > 0xFFFF
    )
    | PRIVATE
    | SCAN_BEGIN
    | {
        group << 16 | block
        for group in (*PRIVATE_B_VALUES, SCAN_BEGIN_GROUP)
        for block in PRIVATE_BLOCKS
    }
)
