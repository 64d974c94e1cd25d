"""The switches of the criteria: where publications differ, one setting each."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Millimeters = Annotated[Decimal, Field(ge=0, le=1000, allow_inf_nan=False)]
Count = Annotated[int, Field(ge=0)]

VOLUME_THRESHOLDS = r"^-\d{1,2}(\.\d+)?/\+\d{1,3}(\.\d+)?$"
"""Percentages of PR and PD, written as -65/+73."""


class Switches(BaseModel):
    """Settings of one assessment; None where the criteria have no such rule.

    Names are those of the tables, where each has its meaning, source and default.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    pd_abs_floor_mm: Millimeters
    tsm_default_mm: Millimeters | Literal["NE"]
    cr_before_pd: bool
    pr_persistence: Literal["off", "eortc"]
    reappearance_after_CR: Literal["PD", "recheck"]
    node_cr_mm: Millimeters
    node_mm: Millimeters
    max_targets: Count
    per_organ: Count
    paired_and_nodes_one_organ: bool = True
    partial_sum_pd: bool
    pd_date_rule: Literal["first_detection", "first_qualifying"]
    confirm_days: Count
    sd_min_days: Count
    max_NE: Count
    accept_SD: bool
    multi_foci: Literal["longest", "sum"] | None = None
    porta_hepatis_mm: Millimeters | None = None
    new_nodule_min_mm: Millimeters | None = None
    growth_mm: Millimeters | None = None
    porta_cr_mm: Millimeters | None = None
    washout_required: bool | None = None
    effusion_needs_cytology: bool = False
    pd_reference: Literal["nadir", "baseline"] = "nadir"
    pd_operator: Literal[">=", ">"] = ">="
    pd_scope: Literal["sum", "any_lesion"] = "sum"
    new_enhancement: Literal["PD", "sum"] = "sum"
    missing_targets: Literal["NE", "dropped"] = "NE"
    volume_thresholds: Annotated[str, Field(pattern=VOLUME_THRESHOLDS)] | None = None
    both_size_and_attenuation: bool | None = None
    te1_pct: Annotated[Decimal, Field(gt=0, le=1000)] | None = None
    irecist_window_days: Annotated[str, Field(pattern=r"^\d{1,3}-\d{1,3}$")] = "28-56"
    irecist_tol: Count = 2
    irecist_confirm_mm: Millimeters = Decimal(5)
    irecist_confirm_operator: Literal[">=", ">"] = ">="
    visit_interval_days: Count = 0
    censoring: Literal["fda", "ema"] = "fda"

    @property
    def judges_single_lesions(self) -> bool:
        """Whether one target alone may be progression."""
        return self.pd_scope == "any_lesion" or self.new_enhancement == "PD"
