"""The doors through which napari saves: a reading's timeline, an exam's outlines.

What is written is the reading as it stands in the store, where every act is kept, not
the layers: napari knows only what they look like.
"""

from collections.abc import Sequence
from typing import Any

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.export.masks import write_masks
from napari_lesion_toolkit.keeping import kept, same_visits
from napari_lesion_toolkit.layers import LayerTuple
from napari_lesion_toolkit.session import ReadingSession
from napari_lesion_toolkit.telling import What, tell


def write_timeline(path: str, layers: Sequence[LayerTuple]) -> list[str]:
    """Write the timeline of the reading that layers belong to.

    Raises
    ------
    InputRefused
        The layers belong to no reading or to several, or the file cannot be written.
    """
    opened = [_opened(settings) for _, settings, _ in layers]
    if len({id(session) for session in opened}) > 1:
        raise _not_one_reading("layers of several readings")
    reading, _ = kept(opened[0])
    return [str(file) for file in tell(reading, What.TIMELINE, path)]


def write_outlines(path: str, _: Any, settings: dict[str, Any]) -> list[str]:
    """Write the outlines of the exam that a layer belongs to, by lesion.

    Raises
    ------
    InputRefused
        The layer belongs to no reading, the exam has no outlines, or the file cannot be
        written.
    """
    opened = _opened(settings)
    reading, _ = kept(opened)
    label = settings["metadata"]["timepoint"]
    same = same_visits(opened.timeline, reading.timeline)
    exam = reading.exams[same.get(label, label)]
    return [str(write_masks(path, exam.masks, exam.phases.geometry))]


def _opened(settings: dict[str, Any]) -> ReadingSession:
    """Find the session that brought a layer."""
    session = settings.get("metadata", {}).get("session")
    if not isinstance(session, ReadingSession):
        raise _not_one_reading("a layer of no reading")
    return session


def _not_one_reading(found: str) -> InputRefused:
    return InputRefused(
        f"{found}.",
        "layers of one patient that was opened for reading.",
        "save other layers by another writer.",
    )
