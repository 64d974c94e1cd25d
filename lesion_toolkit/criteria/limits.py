"""The numbers that decide over the sums of targets, worked out once for a rule book."""

from decimal import Decimal
from typing import NamedTuple

from lesion_toolkit.criteria.preset import Preset
from lesion_toolkit.criteria.switches import Switches
from lesion_toolkit.criteria.wording import UNITS, plain

HUNDRED = Decimal(100)


class Limits(NamedTuple):
    """Limits of PR and PD, as the switches have them.

    ``responds`` x a sum is the largest that is PR of it, ``progresses`` x a sum the
    smallest that is PD over it; ``floor`` is the least growth that is PD. ``above``:
    PD begins above its limit and not at it. ``any_lesion``: PD hangs on single lesions
    alone; ``single_lesions``: on them too. The floats are for probabilities.
    """

    responds: Decimal
    progresses: Decimal
    floor: Decimal
    above: bool
    any_lesion: bool
    single_lesions: bool
    pr_pct: Decimal
    pr_words: str
    pd_pct: Decimal
    pd_words: str
    unit: str
    responds_float: float
    progresses_float: float
    floor_float: float

    @property
    def pd_condition(self) -> str:
        """The condition of PD in words: at least 20 % and 5 mm."""
        least = "more than" if self.above else "at least"
        floor = f" and {plain(self.floor)} mm" if self.floor else ""
        return f"{least} {self.pd_words} %{floor}"


def limits_of(preset: Preset, switches: Switches) -> Limits:
    """Work out the limits of a preset as it is switched."""
    thresholds = preset.limits(switches)
    pr_pct = HUNDRED * thresholds.pr_decrease
    pd_pct = HUNDRED * thresholds.pd_increase
    return Limits(
        responds=1 - thresholds.pr_decrease,
        progresses=1 + thresholds.pd_increase,
        floor=switches.pd_abs_floor_mm,
        above=switches.pd_operator == ">",
        any_lesion=switches.pd_scope == "any_lesion",
        single_lesions=switches.judges_single_lesions,
        pr_pct=pr_pct,
        pr_words=plain(pr_pct),
        pd_pct=pd_pct,
        pd_words=plain(pd_pct),
        unit=UNITS[preset.measured.unit],
        responds_float=float(1 - thresholds.pr_decrease),
        progresses_float=float(1 + thresholds.pd_increase),
        floor_float=float(switches.pd_abs_floor_mm),
    )
