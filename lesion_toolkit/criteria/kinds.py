"""Families of criteria that judge otherwise than by one sum at a time."""

from collections.abc import Mapping

from lesion_toolkit.criteria.choi import by_size_and_attenuation
from lesion_toolkit.criteria.immune_outcome import imrecist_outcome, irecist_outcome
from lesion_toolkit.criteria.imrecist import total_burden
from lesion_toolkit.criteria.irecist import confirm_progressions
from lesion_toolkit.criteria.judgement import Kind, RuleBook
from lesion_toolkit.criteria.preset import Preset
from lesion_toolkit.criteria.recicl import by_grade_of_necrosis, publish_grades
from lesion_toolkit.errors import InputRefused

KINDS: Mapping[str, Kind] = {
    "sum": Kind(),
    "size and attenuation": Kind(target=by_size_and_attenuation),
    "grade of necrosis": Kind(target=by_grade_of_necrosis, publish=publish_grades),
    "confirmed progression": Kind(
        publish=confirm_progressions, outcome=irecist_outcome
    ),
    "total burden": Kind(sums=total_burden, outcome=imrecist_outcome),
}
"""What a table calls its ``kind``."""


def rule_book(preset: Preset, switches: Mapping[str, object]) -> RuleBook:
    """Open the rules of a preset with some switches set otherwise.

    Raises
    ------
    UsageRefused
        The preset has no such switch, or the switch no such value.
    InputRefused
        The table is of a kind that is not known.
    """
    if preset.kind not in KINDS:
        raise InputRefused(
            f"criteria {preset.preset!r} of kind {preset.kind!r}.",
            "one of " + ", ".join(map(repr, KINDS)) + ".",
            "correct `kind` in the table, or leave it out for a sum of targets.",
        )
    return RuleBook(preset, preset.switched(switches), KINDS[preset.kind])
