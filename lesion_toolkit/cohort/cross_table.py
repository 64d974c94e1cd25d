"""Two criteria on the same patients: who is called what by which, and how far alike."""

from dataclasses import dataclass

from scipy.stats import binomtest

from lesion_toolkit.cohort.outcomes import OBJECTIVE_RESPONSES, Cohort
from lesion_toolkit.errors import UsageRefused
from lesion_toolkit.model.response import Response
from lesion_toolkit.reading.agreement import ORDER
from lesion_toolkit.reading.coefficients import Coefficient, cohen_kappa

Category = Response | None


@dataclass(frozen=True, slots=True)
class CrossTable:
    """Best overall responses under two criteria, patient by patient.

    Categories of immune criteria and RECICL count as their kin of RECIST: iPR is PR.

    Attributes
    ----------
    first, second
        Names of the criteria.
    categories
        Rows and columns of the table; None is a patient without any response.
    counts
        Patients by row (first criteria) and column (second).
    kappa
        Of all categories, none nearer to another.
    weighted_kappa
        Linear weights, over the patients whom both call CR, PR, SD or PD.
    first_only, second_only
        Patients who respond by one criteria only.
    mcnemar_p
        Exact two-sided p that both criteria find the same response rate; 1 where they
        part in no patient.
    """

    first: str
    second: str
    categories: tuple[Category, ...]
    counts: tuple[tuple[int, ...], ...]
    kappa: Coefficient
    weighted_kappa: Coefficient
    first_only: int
    second_only: int
    mcnemar_p: float


def cross_table(first: Cohort, second: Cohort) -> CrossTable:
    """Count best overall responses of the same patients under two criteria.

    Raises
    ------
    UsageRefused
        The cohorts do not hold the same patients.
    """
    ones, others = first.best_responses, second.best_responses
    if set(ones) != set(others):
        raise UsageRefused("cohorts that are compared must hold the same patients.")
    pairs = [(_kin(ones[patient]), _kin(others[patient])) for patient in first.patients]
    said = {category for pair in pairs for category in pair}
    known = [category for category in Response if category in said or category in ORDER]
    categories = (*known, *([None] if None in said else []))
    counts = tuple(
        tuple(sum(pair == (row, column) for pair in pairs) for column in categories)
        for row in categories
    )
    ordered = [p for p in pairs if p[0] in ORDER and p[1] in ORDER]
    responds = [tuple(c in OBJECTIVE_RESPONSES for c in pair) for pair in pairs]
    first_only, second_only = (
        responds.count((True, False)),
        responds.count((False, True)),
    )
    parted = first_only + second_only
    return CrossTable(
        first.criteria,
        second.criteria,
        categories,
        counts,
        cohen_kappa([p[0] for p in pairs], [p[1] for p in pairs]),
        cohen_kappa(
            [p[0] for p in ordered],
            [p[1] for p in ordered],
            order=ORDER,
            weights="linear",
        ),
        first_only,
        second_only,
        float(binomtest(first_only, parted).pvalue) if parted else 1.0,
    )


def _kin(response: Category) -> Category:
    return response.kin if response else None
