"""Clicks and boxes answered by an nnInteractive server, where its client is installed.

Isensee et al., nnInteractive (arXiv 2503.08373, 2025). The image leaves this machine
for the server that is named; nothing that names the patient goes with it.
"""

import os
from collections.abc import Sequence
from importlib.metadata import version
from typing import ClassVar

import numpy as np

from lesion_toolkit.errors import InputRefused, UsageRefused
from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.model.volume import Mask
from lesion_toolkit.segmentation.segmenters import About, Outlined, Place, Prompt

SERVER = "NN_INTERACTIVE_SERVER"
"""Environment variable with the address of the server, where none is given."""


class NnInteractive:
    """Outlines one lesion from clicks or a box, on a server."""

    about: ClassVar[About] = About(
        "one lesion, from clicks or a box, on a server (nninteractive:http://HOST:PORT)",
        package="nninteractive-client",
        weights_license="as the server says (published ones: CC BY-NC-SA 4.0)",
        extra="nninteractive",
        needs_place=True,
    )

    def __init__(self, choice: str) -> None:
        self.server = choice or os.environ.get(SERVER, "")

    def __call__(self, phases: PhaseSet, prompt: Prompt) -> Outlined:
        """Send the reference volume and what the reader points at.

        The middle of a caliper is sent as a click.

        Raises
        ------
        UsageRefused
            No server is named.
        InputRefused
            The reader points at nothing, or outside the volume.
        """
        if not self.server:
            raise UsageRefused(
                "nninteractive needs a server: name it, as in "
                f"nninteractive:http://HOST:PORT, or set {SERVER}."
            )
        clicks = list(prompt.at_mm)
        if prompt.caliper_mm is not None:
            clicks.append(np.mean(prompt.caliper_mm, axis=0))
        if not clicks and prompt.box_mm is None:
            raise InputRefused(
                "neither a click nor a box.",
                "a place inside the lesion in patient LPS mm.",
                "give a click, or two opposite corners of a box.",
            )
        from nnInteractive.inference.remote import nnInteractiveRemoteInferenceSession

        volume = phases.reference
        target = np.zeros(volume.geometry.shape, np.uint8)
        with nnInteractiveRemoteInferenceSession(server_url=self.server) as session:
            session.set_image(np.asarray(volume.array, np.float32)[None])
            session.set_target_buffer(target)
            if prompt.box_mm is not None:
                sides = _box_in_a_slice(phases, prompt.box_mm)
                session.add_bbox_interaction(sides, include_interaction=True)
            for places, included in ((clicks, True), (prompt.remove_mm, False)):
                for place in places:
                    session.add_point_interaction(
                        _voxel(phases, place), include_interaction=included
                    )
            license_ = str(session.license or "")
        return Outlined(
            {"lesion": Mask(target > 0, volume.geometry)},
            model="nnInteractive",
            version=version("nninteractive-client"),
            weights_license=license_,
        )


def _box_in_a_slice(phases: PhaseSet, corners_mm: Sequence[Place]) -> list[list[int]]:
    """First and one past the last voxel (k, j, i): the models take flat boxes."""
    corners = [_voxel(phases, corner) for corner in corners_mm]
    slice_, *sides = (sorted(ends) for ends in zip(*corners, strict=True))
    middle = sum(slice_) // 2
    return [[middle, middle + 1], *([first, last + 1] for first, last in sides)]


def _voxel(phases: PhaseSet, place_mm: Place) -> list[int]:
    """Voxel (k, j, i) of a place."""
    if not phases.geometry.contains(place_mm):
        raise InputRefused(
            "a click outside the volume.",
            "a place inside the imaged part of the patient, in patient LPS mm.",
            "check the sign of x and y (some programs use RAS).",
        )
    index = phases.geometry.mm_to_index(np.asarray(place_mm, float))
    return [int(n) for n in np.round(index)]
