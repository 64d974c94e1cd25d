"""Where a place of one visit is at another: aligned in the liver."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lesion_toolkit.alignment.exams import VisitAlignment, align_visits
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.finding import Severity
from lesion_toolkit.model.measurement import PointMm
from napari_lesion_toolkit.session import ReadingSession


@dataclass(frozen=True, slots=True)
class Linked:
    """Visits whose livers were laid on each other.

    Attributes
    ----------
    alignments
        How each later visit was laid on the first, by its label; a visit that could
        not be aligned is missing.
    is_tried
        Whether an alignment was begun.
    """

    alignments: Mapping[str, VisitAlignment] = field(default_factory=dict)
    is_tried: bool = False

    def matching_mm(
        self, session: ReadingSession, at_mm: PointMm, of: str, at: str
    ) -> PointMm | None:
        """Find at one visit the place that a point has at another.

        Parameters
        ----------
        at_mm
            The point, LPS mm of the visit ``of``.
        of, at
            Labels of the two visits.

        Returns
        -------
        tuple or None
            LPS mm of the visit ``at``. None where the two visits are not aligned and
            do not share a frame of reference.
        """
        if of == at:
            return at_mm
        first = next(iter(session.exams))
        needed = {of, at} - {first}
        if needed <= self.alignments.keys():
            point = at_mm if of == first else self.alignments[of].to_baseline(at_mm)
            if at != first:
                point = self.alignments[at].to_follow_up(point)
            x, y, z = (float(value) for value in point)
            return x, y, z
        frames = {
            session.exams[label].phases.geometry.frame_of_reference_uid
            for label in (of, at)
        }
        return at_mm if len(frames) == 1 and frames != {""} else None


def linked(session: ReadingSession) -> Linked:
    """Lay every later visit on the first one, in the liver.

    Visits whose livers cannot be compared, or whose alignment is not to be trusted,
    are left out: a wrong place is worse than none.
    """
    first, *later = session.exams
    found = {}
    for label in later:
        try:
            one = align_visits(session.exams[first].phases, session.exams[label].phases)
        except InputRefused:
            continue
        if all(f.severity is not Severity.SERIOUS for f in one.findings):
            found[label] = one
    return Linked(found, is_tried=True)
