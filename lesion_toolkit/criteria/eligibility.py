"""Whether the lesions of a line were fit for their role: findings at its baseline."""

from lesion_toolkit.criteria.judgement import Followed, RuleBook
from lesion_toolkit.criteria.measurability import (
    Measurability,
    Unfit,
    Verdict,
    measurability,
)
from lesion_toolkit.criteria.target_limits import placed
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
