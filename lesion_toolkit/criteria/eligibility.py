"""Whether the lesions of a line were fit for their role: findings at its baseline."""

from lesion_toolkit.criteria.judgement import Followed, RuleBook
from lesion_toolkit.criteria.measurability import (
    Measurability,
    Unfit,
    Verdict,
    measurability,
)
from lesion_toolkit.criteria.target_limits import is_known_organ, placed
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.lesion import Kind
from lesion_toolkit.model.timeline import Timepoint


def eligibility(
    followed: Followed, timepoint: Timepoint, book: RuleBook
) -> tuple[Finding, ...]:
    """Point out targets that should not be targets, and nodes that are not disease.

    Each finding is at the lesion it concerns. Targets that do not qualify are still
    summed: the reader decides. A target without a length is not pointed out here.
    """
    targets = [target.lesion for target in followed.targets]
    judged = {one.id: measurability(one, timepoint, book) for one in targets}
    return (
        *(_unfit(name, answer) for name, answer in judged.items() if _counts(answer)),
        *_too_many(followed, judged, book),
        *_normal_nodes(followed, timepoint, book),
        *_organs_not_known(followed),
        *_non_targets_without_baseline(followed, timepoint),
    )


def _counts(answer: Measurability) -> bool:
    return answer.unfit not in {None, Unfit.NOT_MEASURED}


def _unfit(lesion: str, answer: Measurability) -> Finding:
    message = f"{lesion} does not qualify as a target at baseline: {answer.reason}."
    return Finding(str(answer.unfit), message, Severity.CAUTION, lesion)


def _too_many(
    followed: Followed, judged: dict[str, Measurability], book: RuleBook
) -> list[Finding]:
    sized = [(t.lesion, judged[t.lesion.id].length_mm) for t in followed.targets]
    return [
        Finding(
            "too-many-targets",
            f"{one.lesion.id} is one target too many: {one.why}.",
            Severity.CAUTION,
            one.lesion.id,
        )
        for one in placed(sized, book.switches)
        if not one.taken
    ]


def _normal_nodes(
    followed: Followed, timepoint: Timepoint, book: RuleBook
) -> list[Finding]:
    """Nodes recorded as non-target disease that are too small to be disease."""
    found = []
    nodes = (one for one in followed.non_targets if one.kind is Kind.NODE)
    for lesion in nodes:
        answer = measurability(lesion, timepoint, book)
        if answer.verdict is Verdict.NOT_DISEASE and answer.unfit is Unfit.TOO_SMALL:
            message = f"{lesion.id} is no non-target disease: {answer.reason}."
            found.append(
                Finding("node-not-pathological", message, Severity.CAUTION, lesion.id)
            )
    return found


def _organs_not_known(followed: Followed) -> list[Finding]:
    """Targets of an organ that is no word in use: it decides what is measured.

    The word itself is not repeated: it may be anything.
    """
    return [
        Finding(
            "organ-not-known",
            f"The organ of {target.lesion.id} is not one known here; it is taken as "
            f"outside the liver and measured by its {target.quantity}.",
            Severity.CAUTION,
            target.lesion.id,
        )
        for target in followed.targets
        if not target.lesion.is_intrahepatic
        and not target.is_node
        and not is_known_organ(target.lesion.organ)
    ]


def _non_targets_without_baseline(
    followed: Followed, timepoint: Timepoint
) -> list[Finding]:
    said = {row.lesion for row in timepoint.non_targets}
    said |= {row.lesion for row in timepoint.measurements}
    return [
        Finding(
            "non-target-without-baseline",
            f"{lesion.id} has no row at baseline: if it was not there, it is a new "
            "lesion.",
            Severity.CAUTION,
            lesion.id,
        )
        for lesion in followed.non_targets
        if lesion.id not in said
    ]
