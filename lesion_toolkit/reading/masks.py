"""Outlines kept by what they hold: the same voxels have the same digest."""

import hashlib
import json
import zlib

import numpy as np

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.volume import Mask


def digest_of(mask: Mask) -> str:
    """SHA-256 of a mask's voxels, place and source, as hexadecimal digits."""
    return hashlib.sha256(_canonical(mask)).hexdigest()


def to_bytes(mask: Mask) -> bytes:
    """Pack a mask; :func:`from_bytes` gives it back exactly, but for its findings."""
    return zlib.compress(_canonical(mask), level=1)


def from_bytes(packed: bytes, digest: str) -> Mask:
    """Unpack a mask and prove that it is the one of this digest.

    Raises
    ------
    InputRefused
        The bytes are not those of that mask.
    """
    try:
        canonical = zlib.decompress(packed)
    except zlib.error:
        canonical = b""
    if hashlib.sha256(canonical).hexdigest() != digest:
        raise InputRefused(
            "an outline that is not the one which was stored.",
            "the bytes that were written.",
            "restore the store from its last copy.",
        )
    head, _, bits = canonical.partition(b"\n")
    said = json.loads(head)
    affine = np.array([float.fromhex(x) for x in said["affine"]]).reshape(4, 4)
    geometry = Geometry(tuple(said["shape"]), affine, said["frame_of_reference_uid"])
    array = np.zeros(geometry.shape, dtype=np.bool_)
    if said["box"]:
        box = tuple(slice(first, last) for first, last in said["box"])
        part = array[box]
        flat = np.unpackbits(np.frombuffer(bits, np.uint8), count=part.size)
        part[:] = flat.reshape(part.shape)
    return Mask(array, geometry, source=said["source"])


def _canonical(mask: Mask) -> bytes:
    """One line that says where, then the bits of the box that holds the lesion."""
    grid, box = mask.geometry, mask.bounding_box()
    head = {
        "shape": list(grid.shape),
        "affine": [float(x).hex() for x in grid.affine.ravel()],
        "frame_of_reference_uid": grid.frame_of_reference_uid,
        "source": mask.source,
        "box": [[edge.start, edge.stop] for edge in box] if box else [],
    }
    bits = np.packbits(mask.array[box]).tobytes() if box else b""
    return json.dumps(head, separators=(",", ":")).encode() + b"\n" + bits
