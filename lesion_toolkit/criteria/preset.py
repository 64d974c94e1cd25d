"""A published rule set as a table: what it measures, its thresholds, rows, switches.

A preset is read from a TOML file, checked once and never changed. Every number and
row names its source, and every combination of target, non-target and new-lesion status
matches exactly one row, or the table is refused.
"""

import itertools
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from lesion_toolkit.criteria.quantity import Quantity
from lesion_toolkit.criteria.switches import Switches
from lesion_toolkit.errors import InputRefused, UsageRefused
from lesion_toolkit.extensions import CRITERIA, extension_names, load_extension
from lesion_toolkit.model.lesion import Kind, Lesion, Pattern
from lesion_toolkit.model.response import NewLesion, Response, Unit

TARGETS = (Response.CR, Response.PR, Response.SD, Response.PD, Response.NE)
"""Target responses where there are targets; ``NONE`` where there are none."""

NON_TARGETS = (
    Response.CR,
    Response.NON_CR_NON_PD,
    Response.PD,
    Response.NE,
    Response.NONE,
)
"""Responses of non-target disease; ``NONE`` where there was none at baseline."""

Ratio = Annotated[Decimal, Field(gt=0, lt=10, allow_inf_nan=False)]
Millimeters = Annotated[Decimal, Field(ge=0, le=1000, allow_inf_nan=False)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Sourced(_Frozen):
    """A rule in words, where it stands and how it is known.

    ``basis`` is ``read`` (in the source itself), ``reproduced`` (in a publication that
    reproduces it), ``recalled`` (to be checked against the paper) or ``derived`` (it
    follows from the stated rules). ``extension`` names the rule set a row was taken
    over from where the criteria themselves are silent.
    """

    clause: str
    source: tuple[str, ...] = Field(min_length=1)
    basis: Literal["read", "reproduced", "recalled", "derived"]
    extension: str = ""


class Rule(Sourced):
    """A sourced rule with a stable id."""

    id: str


class Row(Rule):
    """One row of the overall-response table."""

    target: tuple[Response, ...] = (Response.NONE,)
    non_target: tuple[Response, ...]
    new: tuple[NewLesion, ...]
    overall: Response


class Default(Sourced):
    """Default of one switch."""

    default: bool | int | Decimal | str


class Measured(_Frozen):
    """Which quantity of a target is summed; all of them have one unit."""

    typical_intrahepatic: Quantity
    atypical_intrahepatic: Quantity
    extrahepatic: Quantity
    node: Quantity

    @model_validator(mode="after")
    def _one_unit(self) -> Self:
        units = {quantity.unit for _, quantity in self}
        if len(units) > 1:
            raise ValueError(f"sums {' and '.join(sorted(units))}, which do not add")
        return self

    @property
    def unit(self) -> Unit:
        """Unit of the sum."""
        return self.node.unit


class Eligibility(Sourced):
    """What can be a target at baseline.

    A mass has ``mass_mm``, and ``slice_factor`` x slice on thick slices; a node below
    ``pathological_node_mm`` is normal. After local therapy a lesion qualifies when it
    ``progressed`` since, or in the liver by the part of it that is ``enhancing``.
    ``fallback`` names the criteria to use where no lesion qualifies. ``rules`` has the
    rule in words behind each finding that is not about size.
    """

    mass_mm: Millimeters
    slice_factor: Decimal
    thick_slice_mm: Millimeters
    pathological_node_mm: Millimeters
    treated: Literal["progressed", "enhancing"]
    fallback: str = ""
    rules: dict[str, Sourced]


class Conformance(Sourced):
    """Oldest baseline, window of a scheduled scan, and slices that count as alike."""

    baseline_days: int = Field(gt=0)
    window_days: int = Field(ge=0)
    slice_tolerance_mm: Millimeters


class Variability(Sourced):
    """How one reader's measurement of one lesion varies, in percent of its length."""

    cv_pct: Decimal = Field(gt=0, lt=100)


class Thresholds(_Frozen):
    """Fractions of the reference; a PD below ``small_pd_mm`` is pointed out."""

    pr_decrease: Ratio
    pd_increase: Ratio
    small_pd_mm: Millimeters
    attenuation_decrease: Ratio | None = None


Key = tuple[Response, Response, NewLesion]


class Preset(_Frozen):
    """One published rule set with the defaults of its switches.

    Attributes
    ----------
    preset, criteria, title
        Name to ask for (``mrecist-2010``), published rule set (``mRECIST``), one line.
    sources
        Full citations by the keys that rules name.
    measured, eligibility, thresholds, conformance, variability,
    switches
        What is measured and the numbers.
    target, reappearance, overall, non_target_only
        The rules.
    without
        Switches of the table it inherits from that decide nothing here.
    kind, names, steps
        How the targets are judged where not by their sum, what the categories are
        called where not CR to PD, and the rules that link timepoints.
    """

    preset: str
    criteria: str
    title: str
    kind: str = "sum"
    without: tuple[str, ...] = ()
    names: dict[Response, Response] = {}
    steps: dict[str, Rule] = {}
    sources: dict[str, str]
    measured: Measured
    eligibility: Eligibility
    thresholds: Thresholds
    conformance: Conformance
    variability: Variability
    switches: dict[str, Default]
    target: dict[Response, Rule]
    reappearance: Rule
    overall: tuple[Row, ...]
    non_target_only: tuple[Row, ...]

    @model_validator(mode="after")
    def _whole(self) -> Self:
        missing = [str(r) for r in TARGETS if r not in self.target]
        if missing:
            raise ValueError(f"no target rule for {', '.join(missing)}")
        for rule in self.rules:
            unknown = [key for key in rule.source if key not in self.sources]
            if unknown:
                raise ValueError(f"{rule.clause!r} cites unknown {', '.join(unknown)}")
        expected = set(
            itertools.product((*TARGETS, Response.NONE), NON_TARGETS, NewLesion)
        )
        unmatched = expected - self.table.keys()
        if unmatched:
            raise ValueError(f"no row matches {_sample(unmatched)}")
        self.defaults  # noqa: B018 - checked now, not at the first timepoint
        return self

    def limits(self, switches: Switches) -> Thresholds:
        """Return the fractions that decide, switched where volumes are summed."""
        if switches.volume_thresholds is None:
            return self.thresholds
        pr_pct, pd_pct = switches.volume_thresholds.removeprefix("-").split("/+")
        hundred = Decimal(100)
        switched = {
            "pr_decrease": Decimal(pr_pct) / hundred,
            "pd_increase": Decimal(pd_pct) / hundred,
        }
        return self.thresholds.model_copy(update=switched)

    @property
    def rules(self) -> tuple[Sourced, ...]:
        """Everything in the table that has to name its source."""
        return (
            self.eligibility,
            self.conformance,
            self.variability,
            *self.eligibility.rules.values(),
            *self.switches.values(),
            *self.target.values(),
            self.reappearance,
            *self.overall,
            *self.non_target_only,
            *self.steps.values(),
        )

    @cached_property
    def table(self) -> Mapping[Key, Row]:
        """The one row of each (target, non-target, new lesion)."""
        found: dict[Key, Row] = {}
        for row in (*self.overall, *self.non_target_only):
            for key in itertools.product(row.target, row.non_target, row.new):
                if key in found:
                    raise ValueError(
                        f"{row.id} and {found[key].id} both match {_sample({key})}"
                    )
                found[key] = row
        return found

    @cached_property
    def relative_error(self) -> float:
        """Standard error of a length that came without one, as a share of it."""
        return float(self.variability.cv_pct) / 100

    @cached_property
    def defaults(self) -> Switches:
        """The switches as the preset has them."""
        values = {name: default.default for name, default in self.switches.items()}
        return Switches.model_validate(values)

    @property
    def offered(self) -> dict[str, Default]:
        """The switches that decide something in these criteria."""
        return {k: v for k, v in self.switches.items() if k not in self.without}

    def switched(self, overrides: Mapping[str, object]) -> Switches:
        """Return the switches as the preset has them, save the overrides.

        Raises
        ------
        UsageRefused
            The preset has no such switch, or the switch no such value.
        """
        unknown = sorted(overrides.keys() - self.offered.keys())
        if unknown:
            raise UsageRefused(
                f"{self.preset} has no switch {', '.join(map(repr, unknown))}; "
                f"it has {', '.join(sorted(self.offered))}."
            )
        if not overrides:
            return self.defaults
        try:
            return Switches.model_validate(self.defaults.model_dump() | dict(overrides))
        except ValidationError as fault:
            raise UsageRefused(
                f"{self.preset} cannot be switched so: {'; '.join(_places(fault))}."
            ) from None

    def quantity_of(self, lesion: Lesion) -> Quantity:
        """Which quantity of this target enters the sum."""
        if lesion.kind is Kind.NODE:
            return self.measured.node
        if not lesion.is_intrahepatic:
            return self.measured.extrahepatic
        if lesion.pattern is Pattern.ATYPICAL:
            return self.measured.atypical_intrahepatic
        return self.measured.typical_intrahepatic


def criteria_names() -> tuple[str, ...]:
    """Names of the installed criteria, sorted."""
    return extension_names(CRITERIA)


@cache
def load_preset(criteria: str | Path) -> Preset:
    """Return a preset by its name, or from a TOML file of one's own.

    Raises
    ------
    UsageRefused
        No installed criteria has this name.
    InputRefused
        The file cannot be read or is not a complete table.
    """
    content = _content(criteria)
    try:
        return Preset.model_validate(content)
    except ValidationError as fault:
        raise InputRefused(
            f"a criteria table {str(criteria)!r} with "
            + "; ".join(_places(fault))
            + ".",
            "a complete table in which every combination matches one row.",
            "correct the named places; `lesion-toolkit criteria recist-1.1 --json` "
            "shows a complete one.",
        ) from None


def _content(criteria: str | Path) -> dict[str, Any]:
    own = isinstance(criteria, Path) or criteria.endswith(".toml")
    path = Path(criteria) if own else load_extension(CRITERIA, str(criteria))()
    try:
        text = path.read_text(encoding="utf-8")
        content = tomllib.loads(text, parse_float=Decimal)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        reason = fault if isinstance(fault, tomllib.TOMLDecodeError) else "unreadable"
        raise InputRefused(
            f"no criteria table at {path} ({reason}).",
            "a TOML file.",
            "check the path, or name one of " + ", ".join(criteria_names()) + ".",
        ) from None
    parent = content.pop("inherits", None)
    return content if parent is None else _overlaid(_content(parent), content)


def _overlaid(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Tables merge key by key; rows and values are replaced."""
    merged = dict(below)
    for key, value in above.items():
        both = isinstance(value, dict) and isinstance(below.get(key), dict)
        merged[key] = _overlaid(below[key], value) if both else value
    return merged


def _places(fault: ValidationError) -> list[str]:
    return [
        ": ".join(filter(None, [".".join(map(str, e["loc"])), e["msg"]]))
        for e in fault.errors(include_url=False)
    ]


def _sample(keys: set[Key]) -> str:
    return "target {}, non-target {}, new lesion {}".format(*min(keys))
