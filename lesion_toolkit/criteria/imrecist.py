"""imRECIST: measurable new lesions join the total burden instead of being progression.

Hodi 2018: the sum of the targets and of all measurable new lesions is judged against
its own baseline and nadir.
"""

from lesion_toolkit.criteria.judgement import Followed, History, RuleBook
from lesion_toolkit.criteria.quantity import Quantity
from lesion_toolkit.criteria.targets import Part, Target, TargetSum, target_sum
from lesion_toolkit.model.lesion import Lesion, Role
from lesion_toolkit.model.timeline import NewLesionSeen, NewLesionStatus, Timepoint


def total_burden(
    followed: Followed, timepoint: Timepoint, history: History, book: RuleBook
) -> TargetSum:
    """Add the targets and the new lesions that are, or were at first, measurable."""
    sums = target_sum(followed.targets, timepoint, book.switches)
    if not sums.parts:
        return sums
    rows = {m.lesion: m for m in timepoint.measurements}
    parts = tuple(
        Part(_as_target(new), new.diameter_mm, "", rows.get(new.lesion))
        for new in timepoint.new_lesions
        if _is_measurable(new, history, book)
    )
    more = sum(part.size for part in parts if part.size is not None)
    seen = sums.seen or more > 0
    return TargetSum(
        sums.parts + parts,
        sums.measured + more,
        sums.missing,
        sums.gone and not seen,
        seen,
        sums.above_cr + more,
    )


def _is_measurable(new: NewLesionSeen, history: History, book: RuleBook) -> bool:
    if new.status is not NewLesionStatus.UNEQUIVOCAL or new.diameter_mm is None:
        return False
    first = history.first_seen.get(new.lesion)
    sizes = [new.diameter_mm]
    if first is not None and first.diameter_mm is not None:
        sizes.append(first.diameter_mm)
    return max(sizes) >= book.preset.eligibility.mass_mm


def _as_target(new: NewLesionSeen) -> Target:
    lesion = Lesion(new.lesion, role=Role.NEW, organ=new.organ)
    return Target(lesion, Quantity.WHOLE_DIAMETER)
