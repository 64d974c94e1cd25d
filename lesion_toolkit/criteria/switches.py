"""The switches of the criteria: where publications differ, one setting each."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Millimeters = Annotated[Decimal, Field(ge=0, le=1000, allow_inf_nan=False)]
Count = Annotated[int, Field(ge=0)]


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
