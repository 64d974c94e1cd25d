"""Phases told apart by the order of Instance Numbers, where nothing else differs.

Three orders are believed: one phase after another with the same sequence of slices
each, all phases of a slice in turn, and one phase after another with its slices from
one end to the other. Numbers in any other order (some scanners draw them at random)
would mix phases.
"""

import itertools
import os
from collections.abc import Sequence

from lesion_toolkit.loaders import tags
from lesion_toolkit.loaders.planes import Plane
from lesion_toolkit.loaders.steps import by_height, fits, places, steps_mm, usual_step

Placed = tuple[Plane, int]
"""An image and the number of its position."""

Blocks = list[list[Placed]]


def instance_blocks(planes: Sequence[Plane]) -> list[list[Plane]]:
    """Blocks of images that come to no position twice; none where numbers prove none.

    Images are in order of Instance Number within a block, and blocks among each other.
    """
    ordered = sorted(planes, key=_instance)
    placed = list(zip(ordered, places(ordered), strict=True))
    for blocks in (_equal_rounds(placed), _turns(placed), _sweeps(placed)):
        if len(blocks) > 1 and min(map(len, blocks)) > 1 and _overlap(blocks):
            return [[plane for plane, _ in block] for block in blocks]
    return []


def first_and_last(block: Sequence[Plane]) -> str:
    """Instance Numbers of a block, for example ``1-40``."""
    numbers = [plane.header.integer(tags.INSTANCE_NUMBER) for plane in block]
    return f"{min(numbers)}-{max(numbers)}"


def _equal_rounds(placed: Sequence[Placed]) -> Blocks:
    """Cut where the sequence of positions begins anew, if it is the same each time."""
    length = len({place for _, place in placed})
    starts = range(0, len(placed), length)
    blocks = [list(placed[at : at + length]) for at in starts]
    sequences = {tuple(place for _, place in block) for block in blocks}
    return blocks if len(sequences) == 1 else []


def _turns(placed: Sequence[Placed]) -> Blocks:
    """Take the n-th image of each position, if each has as many, in a row."""
    rows = [list(row) for _, row in itertools.groupby(placed, key=lambda one: one[1])]
    if len({row[0][1] for row in rows}) < len(rows) or len(set(map(len, rows))) > 1:
        return []
    return [list(block) for block in zip(*rows, strict=True)]


def _sweeps(placed: Sequence[Placed]) -> Blocks:
    """Cut where the images turn back: each block runs one way through the patient.

    A block that leaves out every other position would be half of an interleaved phase.
    """
    blocks: Blocks = []
    way = 0
    for plane, place in placed:
        step = place - blocks[-1][-1][1] if blocks else 0
        if step == 0 or step * way < 0:
            blocks.append([])
            step = 0
        blocks[-1].append((plane, place))
        way = step
    if min(map(len, blocks)) < 2:
        return []
    usual = usual_step(_steps_mm(placed))
    is_whole = all(fits(usual_step(_steps_mm(block)), usual) for block in blocks)
    return blocks if is_whole else []


def _steps_mm(placed: Sequence[Placed]) -> list[float]:
    """Distances between the positions of some images."""
    by_place = {place: plane for plane, place in placed}
    return steps_mm(by_height(list(by_place.values())))


def _overlap(blocks: Blocks) -> bool:
    """Whether blocks cover each other; a few repeated images do not make a phase."""
    images = [place for block in blocks for _, place in block]
    repeated = len(images) - len(set(images))
    return 2 * repeated >= min(map(len, blocks))


def _instance(plane: Plane) -> tuple[int, str, int]:
    return (
        plane.header.integer(tags.INSTANCE_NUMBER),
        os.path.basename(plane.path),
        plane.frame,
    )
