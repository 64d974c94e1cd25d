"""One DICOM series into stacks of images that each make a volume.

Order of evidence (PS3.3 C.7.6.2, C.8): what the image is (size, orientation, kind,
echo, b-value) before when it was taken (temporal position, acquisition, time). An
attribute is believed only if every stack it makes has one image per position.
"""

import itertools
import operator
import struct
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from lesion_toolkit.loaders import tags
from lesion_toolkit.loaders.dynamics import SCAN_BEGIN
from lesion_toolkit.loaders.headers import Header
from lesion_toolkit.loaders.numbering import first_and_last, instance_blocks
from lesion_toolkit.loaders.plain_text import counted, plain_line
from lesion_toolkit.loaders.planes import Plane
from lesion_toolkit.loaders.steps import (
    SAME_PLACE_MM,
    by_height,
    fits,
    is_even,
    repeats,
    steps_mm,
    usual_step,
)
from lesion_toolkit.model.finding import Finding, Severity

FEW_REPEATS = 0.25
"""A stack with more repeated images than this part of it is no single volume."""

PARALLEL = 1e-3
"""Direction cosines that differ by less belong to one orientation."""

KIND = (
    ("FrameOfReferenceUID", tags.FRAME_OF_REFERENCE_UID),
    ("ImageType", tags.IMAGE_TYPE),
    ("EchoTime", tags.ECHO_TIME),
    ("DiffusionBValue", tags.B_VALUE),
    ("StackID", tags.STACK_ID),
)
"""Attributes that make another kind of image: always apart."""

WHEN = (
    ("TemporalPositionIdentifier", tags.TEMPORAL_POSITION),
    ("ContrastBolusAgentPhase", tags.CONTRAST_PHASE),
    ("AcquisitionNumber", tags.ACQUISITION_NUMBER),
    ("AcquisitionTime", tags.ACQUISITION_TIME),
    ("AcquisitionDateTime", tags.ACQUISITION_DATE_TIME),
    ("TriggerTime", tags.TRIGGER_TIME),
    ("ContentTime", tags.CONTENT_TIME),
    ("Philips dynamic scan begin time", SCAN_BEGIN),
)
"""Attributes that may tell phases apart, in the order they are believed."""

NUMBERS = frozenset({tags.ECHO_TIME, tags.TRIGGER_TIME})
"""Decimal strings among them, which may be written in several ways."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Images that make one volume, sorted along their normal.

    ``by`` and ``value`` say which attributes told the stack from its siblings.
    """

    planes: tuple[Plane, ...]
    by: tuple[str, ...] = ()
    value: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    def narrowed(self, planes: Sequence[Plane], by: str, value: str) -> "Stack":
        """Keep some of the images, told apart by one more attribute."""
        return Stack(
            by_height(planes), (*self.by, by), (*self.value, value), self.findings
        )


@dataclass(frozen=True, slots=True)
class SetAside:
    """Images that make no volume, and why."""

    planes: tuple[Plane, ...]
    reason: str


def split(planes: Sequence[Plane]) -> tuple[tuple[Stack, ...], tuple[SetAside, ...]]:
    """Stacks of one series, in the order they were taken, and what fits in none."""
    stacks: list[Stack] = []
    aside: list[SetAside] = []
    whole = Stack(by_height(planes), findings=_mosaic_findings(planes))
    for kind in _by_kind(whole):
        for stack in _by_time(kind):
            if isinstance(stack, SetAside):
                aside.append(stack)
                continue
            runs, left = _even_runs(stack)
            stacks.extend(runs)
            aside.extend(left)
    if len(stacks) > 1:
        stacks.sort(key=_taken)
    return tuple(stacks), tuple(aside)


def _mosaic_findings(planes: Sequence[Plane]) -> tuple[Finding, ...]:
    tiles = [plane.tile for plane in planes if plane.tile]
    if not tiles:
        return ()
    message = "Slices were cut from mosaics of several slices in one image."
    found = [Finding("mosaic", message, Severity.NOTE)]
    if not all(tile.is_planned for tile in tiles):
        message = (
            "The distance between the slices of a mosaic is what its header says; no "
            "positions prove it."
        )
        found.append(Finding("slice-spacing-unproven", message))
    return tuple(found)


def _agree(planes: Sequence[Plane], tag: int) -> bool:
    """Whether an element is the same in all images, byte for byte."""
    return len({plane.header.elements.get(tag) for plane in planes}) == 1


def _grouped(
    planes: Sequence[Plane], key: Callable[[Plane], Hashable]
) -> dict[Hashable, list[Plane]]:
    groups: dict[Hashable, list[Plane]] = {}
    for plane in planes:
        groups.setdefault(key(plane), []).append(plane)
    return groups


def _by_kind(stack: Stack) -> list[Stack]:
    """Apart by size, orientation and the attributes of :data:`KIND`."""
    stacks = [stack]
    orientations: list[Plane] = []

    def orientation(plane: Plane) -> int:
        for number, known in enumerate(orientations):
            if plane.row is known.row and plane.column is known.column:
                return number
            apart = (
                abs(a - b)
                for a, b in zip(
                    (*plane.row, *plane.column),
                    (*known.row, *known.column),
                    strict=True,
                )
            )
            if max(apart) < PARALLEL:
                return number
        orientations.append(plane)
        return len(orientations) - 1

    keys: list[tuple[str, tuple[int, ...], Callable[[Plane], Hashable]]] = [
        ("Rows and Columns", (tags.ROWS, tags.COLUMNS), lambda plane: plane.shape),
        ("ImageOrientationPatient", (tags.IMAGE_ORIENTATION,), orientation),
        ("PixelSpacing", (tags.PIXEL_SPACING,), _spacing),
        *((name, (tag,), _reader(tag)) for name, tag in KIND),
    ]
    for name, told_by, key in keys:
        parted = []
        for one in stacks:
            if all(_agree(one.planes, tag) for tag in told_by):
                parted.append(one)
                continue
            groups = _grouped(one.planes, key)
            if len(groups) == 1:
                parted.append(one)
                continue
            parted += [one.narrowed(g, name, _word(v)) for v, g in groups.items()]
        stacks = parted
    return stacks


def _spacing(plane: Plane) -> tuple[float, ...]:
    return tuple(round(mm, 4) for mm in plane.spacing_mm)


def _reader(tag: int) -> Callable[[Plane], str]:
    if tag in tags.BINARY_DOUBLE:
        return lambda plane: _double(plane.header.elements.get(tag, b""))
    if tag in NUMBERS:
        return lambda plane: _number(plane.header, tag)
    return lambda plane: plane.header.text(tag)


def _number(header: Header, tag: int) -> str:
    """Give a number in text, the same however it is written."""
    number = header.number(tag)
    return header.text(tag) if number is None else f"{number:g}"


def _double(raw: bytes) -> str:
    return f"{struct.unpack('<d', raw[:8])[0]:g}" if len(raw) >= 8 else ""


def _word(value: Hashable) -> str:
    """Value of an attribute as a person reads it."""
    if isinstance(value, tuple):
        return "x".join(f"{part:g}" for part in value)
    return plain_line(str(value)) or "none"


def _by_time(stack: Stack) -> list[Stack | SetAside]:
    """Apart by time where positions repeat or two grids interleave."""
    planes = stack.planes
    most = repeats(planes)
    if most == 1 and (len(planes) < 3 or is_even(planes)):
        return [stack]
    if most == len(planes) and most > 1:
        reason = f"{most} images at one position (bolus monitoring), not a volume"
        return [SetAside(planes, reason)]
    told = _told_apart(stack, most)
    if told:
        return told
    return [stack] if most == 1 else _without_repeats(stack)


def _told_apart(stack: Stack, most: int) -> list[Stack | SetAside]:
    """Stacks by the attribute that explains the repeats; none where nothing does.

    Whole phases first: as many values as images at a position, each an even stack.
    """
    groupings = [
        (name, _worded(_grouped(stack.planes, _reader(t)))) for name, t in WHEN
    ]
    if most > 1:
        blocks = instance_blocks(stack.planes)
        numbered = [(first_and_last(block), block) for block in blocks]
        groupings.append(("InstanceNumber", numbered))
    # Where nothing repeats, two images prove no grid of their own.
    fewest = 3 if most == 1 else 2
    for accepts in (_is_volume, _comes_nowhere_twice):
        for is_enough in (operator.eq, operator.ge):
            for name, groups in groupings:
                if is_enough(len(groups), max(most, 2)) and all(
                    len(group) >= fewest and accepts(group) for _, group in groups
                ):
                    return [stack.narrowed(g, name, value) for value, g in groups]
    return []


def _worded(groups: dict[Hashable, list[Plane]]) -> list[tuple[str, list[Plane]]]:
    return [(_word(value), group) for value, group in groups.items()]


def _comes_nowhere_twice(planes: Sequence[Plane]) -> bool:
    return len(planes) > 1 and repeats(by_height(planes)) == 1


def _is_volume(planes: Sequence[Plane]) -> bool:
    return _comes_nowhere_twice(planes) and is_even(by_height(planes))


def _without_repeats(stack: Stack) -> list[Stack | SetAside]:
    """Keep the first image of each position, set the rest aside by name.

    Where more than a few positions repeat, the first images may be of several phases.
    """
    kept: list[Plane] = []
    extra: list[Plane] = []
    for plane in stack.planes:
        repeated = kept and plane.height_mm - kept[-1].height_mm < SAME_PLACE_MM
        (extra if repeated else kept).append(plane)
    if len(extra) > FEW_REPEATS * len(kept):
        reason = f"up to {repeats(stack.planes)} images at a position"
        return [SetAside(stack.planes, f"{reason}, nothing tells them apart")]
    finding = Finding(
        "repeated-positions",
        "Positions repeat and nothing tells their images apart; the first image of "
        f"each was used, {counted(len(extra), 'image')} left out.",
        Severity.SERIOUS,
    )
    first = Stack(tuple(kept), stack.by, stack.value, (*stack.findings, finding))
    reason = "a second image of a position, nothing tells them apart"
    return [first, SetAside(tuple(extra), reason)]


def _even_runs(stack: Stack) -> tuple[list[Stack], list[SetAside]]:
    """Cut at gaps, so that nothing is ever measured across missing slices."""
    planes = stack.planes
    if len(planes) == 1:
        return [], [SetAside(planes, "a single image, not a volume")]
    steps = steps_mm(planes)
    usual = usual_step(steps)
    cuts = [n + 1 for n, step in enumerate(steps) if not fits(step, usual)]
    if not cuts:
        return [stack], []
    if 3 * len(cuts) > len(planes):
        reason = f"uneven slice positions ({min(steps):.2f} to {max(steps):.2f} mm)"
        return [], [SetAside(planes, f"{reason}, not a volume")]
    bounds = [0, *cuts, len(planes)]
    runs = [planes[a:b] for a, b in itertools.pairwise(bounds)]
    finding = Finding(
        "missing-slices",
        f"Slice positions are {usual:.2f} mm apart but for "
        f"{counted(len(cuts), 'gap')} (largest {max(steps):.2f} mm); each run of even "
        "slices is a volume of its own.",
        Severity.SERIOUS,
    )
    stacks, aside = [], []
    for number, run in enumerate(runs, 1):
        if len(run) == 1:
            aside.append(SetAside(run, "a single slice beyond a gap of its series"))
            continue
        part = stack.narrowed(run, "gap", f"run {number}")
        stacks.append(
            Stack(part.planes, part.by, part.value, (*part.findings, finding))
        )
    return stacks, aside


def _taken(stack: Stack) -> tuple[str, str, float, float, float, str, int, str]:
    """Order in which stacks were taken."""
    headers = [plane.header for plane in stack.planes]
    return (
        min(h.text(tags.ACQUISITION_DATE_TIME) for h in headers),
        min(h.text(tags.ACQUISITION_TIME) for h in headers),
        min(h.number(tags.TEMPORAL_POSITION) or 0.0 for h in headers),
        min(h.number(tags.TRIGGER_TIME) or 0.0 for h in headers),
        min(h.number(SCAN_BEGIN) or 0.0 for h in headers),
        min(h.text(tags.CONTENT_TIME) for h in headers),
        min(h.integer(tags.INSTANCE_NUMBER) for h in headers),
        stack.value[-1] if stack.value else "",
    )
