"""Which lesions could be the targets at a baseline: a proposal, with a reason for each.

Nothing is decided here: a reader who sees the images decides what is measured again.
"""

import decimal
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from lesion_toolkit.criteria.judgement import RuleBook
from lesion_toolkit.criteria.measurability import (
    Length,
    Measurability,
    Verdict,
    measurability,
)
from lesion_toolkit.criteria.preset import load_preset
from lesion_toolkit.criteria.target_limits import placed
from lesion_toolkit.criteria.targets import EXACT
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.finding import Finding, Severity
from lesion_toolkit.model.lesion import Lesion, Role
from lesion_toolkit.model.noun import LengthMm
from lesion_toolkit.model.standing import Standing
from lesion_toolkit.model.timeline import Timepoint


@dataclass(frozen=True, slots=True)
class ProposedRole:
    """What part one lesion could play, and why in one sentence.

    Attributes
    ----------
    lesion
        Its name.
    role
        Target or non-target; None for a finding that is not recorded as disease.
    length, length_mm
        Which of its lengths the criteria look at, and that length in mm; None where it
        was not measured.
    reason
        One sentence.
    """

    lesion: str
    role: Role | None
    length: Length
    length_mm: LengthMm | None
    reason: str


@dataclass(frozen=True, slots=True)
class TargetProposal:
    """Which lesions could be targets; nothing until a reader confirms it.

    Attributes
    ----------
    criteria
        Name of the criteria that were asked.
    roles
        One for each lesion: targets, non-targets by size, then what is not recorded.
    findings
        What a reader must know before confirming.
    fallback
        What other criteria propose where these find no target; None where it is not
        due.
    standing
        Proposed; only a reader confirms.
    """

    criteria: str
    roles: tuple[ProposedRole, ...]
    findings: tuple[Finding, ...] = ()
    fallback: "TargetProposal | None" = None
    standing: Standing = Standing.PROPOSED

    @property
    def targets(self) -> tuple[str, ...]:
        """Names of the proposed targets, those of the largest organs first."""
        return self._with(Role.TARGET)

    @property
    def non_targets(self) -> tuple[str, ...]:
        """Names of the lesions that are disease but no target."""
        return self._with(Role.NON_TARGET)

    @property
    def not_recorded(self) -> tuple[str, ...]:
        """Names of what is not disease by these criteria."""
        return self._with(None)

    def _with(self, role: Role | None) -> tuple[str, ...]:
        return tuple(each.lesion for each in self.roles if each.role is role)


def propose_targets(
    timepoint: Timepoint,
    lesions: Sequence[Lesion],
    criteria: str | Path,
    **switches: Any,
) -> TargetProposal:
    """Propose the targets of a baseline from the lesions that were measured there.

    Parameters
    ----------
    timepoint
        The baseline, with a measurement of each lesion.
    lesions
        All disease that was found; the roles they have are not asked.
    criteria
        Name of installed criteria, or a TOML file of one's own.
    **switches
        Settings that differ from the preset, for example ``max_targets=1``.

    Returns
    -------
    TargetProposal
        A role for each lesion with its reason. The largest lesion of each organ comes
        first, then size decides, up to the limits, whatever the order of the list.
        Where mRECIST finds no target and RECIST 1.1 does, ``fallback`` has the latter.

    Raises
    ------
    UsageRefused
        There are no such criteria, or no such switch.
    InputRefused
        The file is not a complete criteria table, or two lesions have one name.
    """
    _refuse_repeats(lesions)
    preset = load_preset(criteria)
    book = RuleBook(preset, preset.switched(switches))
    with decimal.localcontext(EXACT):
        judged = {one.id: measurability(one, timepoint, book) for one in lesions}
        roles = _roles(lesions, judged, book)
    proposal = TargetProposal(preset.preset, roles)
    if proposal.targets:
        return proposal
    fallback = _fallback(timepoint, lesions, book, switches)
    finding = _no_target(timepoint, book, fallback)
    return TargetProposal(preset.preset, roles, (finding,), fallback)


def _refuse_repeats(lesions: Sequence[Lesion]) -> None:
    counts = Counter(lesion.id for lesion in lesions)
    repeated = [name for name, count in counts.items() if count > 1]
    if repeated:
        raise InputRefused(
            f"two lesions named {', '.join(map(repr, repeated))}.",
            "a name of its own for each lesion.",
            "rename one of them.",
        )


def _roles(
    lesions: Sequence[Lesion], judged: dict[str, Measurability], book: RuleBook
) -> tuple[ProposedRole, ...]:
    fit = [one for one in lesions if judged[one.id].verdict is Verdict.TARGET]
    places = placed([(one, judged[one.id].length_mm) for one in fit], book.switches)
    roles = [
        _role(
            place.lesion,
            Role.TARGET if place.taken else Role.NON_TARGET,
            judged[place.lesion.id],
            f"{place.why} ({judged[place.lesion.id].reason})",
        )
        for place in places
    ]
    unfit = [one for one in lesions if judged[one.id].verdict is not Verdict.TARGET]
    for lesion in sorted(unfit, key=lambda one: _small_last(one, judged[one.id])):
        answer = judged[lesion.id]
        disease = answer.verdict is Verdict.NON_TARGET
        role = Role.NON_TARGET if disease else None
        roles.append(_role(lesion, role, answer, answer.reason))
    return tuple(roles)


def _small_last(lesion: Lesion, answer: Measurability) -> tuple[bool, Decimal, str]:
    not_recorded = answer.verdict is Verdict.NOT_DISEASE
    return not_recorded, -(answer.length_mm or Decimal(0)), lesion.id


def _role(
    lesion: Lesion, role: Role | None, answer: Measurability, why: str
) -> ProposedRole:
    what = "Not recorded" if role is None else str(role).capitalize()
    sentence = f"{what}: {why}."
    return ProposedRole(lesion.id, role, answer.length, answer.length_mm, sentence)


def _fallback(
    timepoint: Timepoint,
    lesions: Sequence[Lesion],
    book: RuleBook,
    switches: dict[str, Any],
) -> TargetProposal | None:
    """Proposal of the criteria to fall back on, where they find a target."""
    name = book.preset.eligibility.fallback
    if not name:
        return None
    known = load_preset(name).switches
    shared = {key: value for key, value in switches.items() if key in known}
    proposal = propose_targets(timepoint, lesions, name, **shared)
    return proposal if proposal.targets else None


def _no_target(
    timepoint: Timepoint, book: RuleBook, fallback: TargetProposal | None
) -> Finding:
    ours = book.preset.criteria
    if fallback is None:
        message = f"No lesion qualifies as a target by {ours}: only non-target disease"
        message += " and new lesions can be judged."
        return Finding("no-target", message, Severity.CAUTION, timepoint.label)
    theirs = load_preset(fallback.criteria).criteria
    message = (
        f"No lesion has a measurable part that enhances, so {ours} has no target: "
        f"assess this patient by {theirs} on whole lesions, and say so."
    )
    return Finding("mrecist-target-none", message, Severity.SERIOUS, timepoint.label)
