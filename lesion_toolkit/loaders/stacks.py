"""One DICOM series into stacks of images that each make a volume.

Order of evidence (PS3.3 C.7.6.2, C.8): what the image is (size, orientation, kind,
echo, b-value) before when it was taken (temporal position, acquisition, time). An
attribute is believed only if every stack it makes has one image per position.
"""

import itertools
import struct
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from lesion_toolkit.loaders import tags
from lesion_toolkit.loaders.planes import Plane
from lesion_toolkit.model.finding import Finding, Severity

SAME_PLACE_MM = 0.01
"""Two images nearer than this along the normal lie at the same position."""

STEP_TOLERANCE_MM = 0.15
"""Steps of an even stack agree within this, or within 2 % of the step."""

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
    ("AcquisitionNumber", tags.ACQUISITION_NUMBER),
    ("AcquisitionTime", tags.ACQUISITION_TIME),
    ("AcquisitionDateTime", tags.ACQUISITION_DATE_TIME),
    ("TriggerTime", tags.TRIGGER_TIME),
    ("ContentTime", tags.CONTENT_TIME),
)
"""Attributes that may tell phases apart, in the order they are believed."""


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


def by_height(planes: Sequence[Plane]) -> tuple[Plane, ...]:
    """Sorted along the normal, feet to head for axial images."""
    return tuple(sorted(planes, key=lambda plane: plane.height_mm))


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
    return lambda plane: plane.header.text(tag)


def _double(raw: bytes) -> str:
    return f"{struct.unpack('<d', raw[:8])[0]:g}" if len(raw) >= 8 else ""


def _word(value: Hashable) -> str:
    """Value of an attribute as a person reads it."""
    if isinstance(value, tuple):
        return "x".join(f"{part:g}" for part in value)
    return str(value)


def _by_time(stack: Stack) -> list[Stack | SetAside]:
    """Apart by time where positions repeat or two grids interleave."""
    repeats = _repeats(stack.planes)
    if repeats == 1 and (len(stack.planes) < 3 or is_even(stack.planes)):
        return [stack]
    if repeats == len(stack.planes) and len(stack.planes) > 1:
        reason = f"{repeats} images at one position (bolus monitoring), not a volume"
        return [SetAside(stack.planes, reason)]
    for accepts in (_is_volume, _comes_nowhere_twice):
        for name, tag in WHEN:
            groups = _grouped(stack.planes, _reader(tag))
            # Where nothing repeats, two images prove no grid of their own.
            if repeats == 1 and min(map(len, groups.values())) < 3:
                continue
            if len(groups) >= max(repeats, 2) and all(map(accepts, groups.values())):
                return [stack.narrowed(g, name, str(v)) for v, g in groups.items()]
        if repeats == 1:
            return [stack]
    blocks = _instance_blocks(stack.planes)
    if _overlap(blocks) and all(map(_comes_nowhere_twice, blocks)):
        return [
            stack.narrowed(block, "InstanceNumber", f"{_first(block)}-{_last(block)}")
            for block in blocks
        ]
    return _without_repeats(stack)


def _comes_nowhere_twice(planes: Sequence[Plane]) -> bool:
    return len(planes) > 1 and _repeats(by_height(planes)) == 1


def _is_volume(planes: Sequence[Plane]) -> bool:
    return _comes_nowhere_twice(planes) and is_even(by_height(planes))


def _repeats(planes: Sequence[Plane]) -> int:
    """Most images that lie at one position; ``planes`` are sorted."""
    most = run = 1
    for below, above in itertools.pairwise(planes):
        run = run + 1 if above.height_mm - below.height_mm < SAME_PLACE_MM else 1
        most = max(most, run)
    return most


def steps_mm(planes: Sequence[Plane]) -> list[float]:
    """Distances between neighbors along the normal; ``planes`` are sorted."""
    pairs = itertools.pairwise(planes)
    return [above.height_mm - below.height_mm for below, above in pairs]


def _usual_step(steps: Sequence[float]) -> float:
    """Most frequent step, to 0.1 mm; the smallest of equally frequent ones."""
    counts = Counter(round(step, 1) for step in steps)
    often = max(counts.values())
    usual = min(step for step, count in counts.items() if count == often)
    near = [step for step in steps if round(step, 1) == usual]
    return sum(near) / len(near)


def _fits(step: float, usual: float) -> bool:
    return abs(step - usual) <= max(STEP_TOLERANCE_MM, 0.02 * usual)


def is_even(planes: Sequence[Plane]) -> bool:
    """Whether sorted images are one distance apart."""
    steps = steps_mm(planes)
    usual = _usual_step(steps)
    return usual >= SAME_PLACE_MM and all(_fits(step, usual) for step in steps)


def _instance_blocks(planes: Sequence[Plane]) -> list[list[Plane]]:
    """Cut into runs, in order of Instance Number, that come to no position twice.

    Where phases alternate at each position (every block would be one image), the n-th
    image of each position makes the n-th block.
    """
    blocks: list[list[Plane]] = []
    seen: set[int] = set()
    for plane in sorted(planes, key=_instance):
        place = _place(plane)
        if not blocks or place in seen:
            blocks.append([])
            seen = set()
        blocks[-1].append(plane)
        seen.add(place)
    if min(map(len, blocks)) > 1:
        return blocks
    ranks: dict[int, int] = {}
    by_rank: dict[int, list[Plane]] = {}
    for plane in sorted(planes, key=_instance):
        place = _place(plane)
        ranks[place] = ranks.get(place, -1) + 1
        by_rank.setdefault(ranks[place], []).append(plane)
    return list(by_rank.values())


def _overlap(blocks: Sequence[Sequence[Plane]]) -> bool:
    """Whether blocks cover each other; a few repeated images do not make a phase."""
    images = [_place(plane) for block in blocks for plane in block]
    repeated = len(images) - len(set(images))
    return len(blocks) > 1 and 2 * repeated >= min(map(len, blocks))


def _place(plane: Plane) -> int:
    return round(plane.height_mm / SAME_PLACE_MM)


def _instance(plane: Plane) -> tuple[int, str, int]:
    return (
        plane.header.integer(tags.INSTANCE_NUMBER),
        plane.path.name,
        plane.frame,
    )


def _first(block: Sequence[Plane]) -> int:
    return min(_instance(plane)[0] for plane in block)


def _last(block: Sequence[Plane]) -> int:
    return max(_instance(plane)[0] for plane in block)


def _without_repeats(stack: Stack) -> list[Stack | SetAside]:
    """Keep the first image of each position, set the rest aside by name."""
    kept: list[Plane] = []
    extra: list[Plane] = []
    for plane in stack.planes:
        repeated = kept and plane.height_mm - kept[-1].height_mm < SAME_PLACE_MM
        (extra if repeated else kept).append(plane)
    finding = Finding(
        "repeated-positions",
        f"{len(extra)} images repeat a position and nothing tells them apart; the "
        "first image of each position was used.",
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
    usual = _usual_step(steps)
    cuts = [n + 1 for n, step in enumerate(steps) if not _fits(step, usual)]
    if not cuts:
        return [stack], []
    if 3 * len(cuts) > len(planes):
        reason = f"uneven slice positions ({min(steps):.2f} to {max(steps):.2f} mm)"
        return [], [SetAside(planes, f"{reason}, not a volume")]
    bounds = [0, *cuts, len(planes)]
    runs = [planes[a:b] for a, b in itertools.pairwise(bounds)]
    finding = Finding(
        "missing-slices",
        f"Slice positions are {usual:.2f} mm apart but for {len(cuts)} gaps (largest "
        f"{max(steps):.2f} mm); each run of even slices is a volume of its own.",
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


def _taken(stack: Stack) -> tuple[str, float, int, str]:
    """Order in which stacks were taken."""
    headers = [plane.header for plane in stack.planes]
    trigger = min((h.number(tags.TRIGGER_TIME) or 0.0 for h in headers), default=0.0)
    return (
        min(h.text(tags.ACQUISITION_TIME) for h in headers),
        trigger,
        min(h.integer(tags.INSTANCE_NUMBER) for h in headers),
        stack.value[-1] if stack.value else "",
    )
