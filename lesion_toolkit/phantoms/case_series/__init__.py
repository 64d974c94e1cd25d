"""Five phantom patients after a published case series of regorafenib in liver cancer.

Kang W, et al. J Gastrointest Oncol 2024;15(2):780-787, doi 10.21037/jgo-24-128: five
patients whose hepatocellular carcinoma had progressed on atezolizumab and bevacizumab;
by mRECIST one partial response, three stable diseases, one progression. The paper
states the size at the start of regorafenib, the months and the category. It prints no
lesion-level follow-up sizes, so those here are invented, stated and consistent with
its words. Images are kept as dates within the paper's months; case 2's follow-up of
March 2023 is 13 weeks after its start in November 2022, the others 10 to 12 weeks.
"""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from lesion_toolkit.phantoms.case_series import case_1, case_2, case_3, case_4, case_5
from lesion_toolkit.phantoms.cases import Case, WrittenCase, write_visit


def case_series() -> tuple[Case, ...]:
    """Describe the five patients, in the order of the paper."""
    return case_1.CASE, case_2.CASE, case_3.CASE, case_4.CASE, case_5.CASE


def write_case_series(directory: Path) -> tuple[WrittenCase, ...]:
    """Write all five patients as ``directory/case-1/2022-12-20/...``, seeds beside.

    Visits are written by two threads (arrays release the interpreter).
    """
    cases = case_series()
    tasks = [(case, visit) for case in cases for visit in case.visits]
    with ThreadPoolExecutor(2) as pool:
        written = list(
            pool.map(lambda t: write_visit(t[0], t[1], directory / t[0].label), tasks)
        )
    return tuple(
        WrittenCase(
            case,
            directory / case.label,
            tuple(
                w for (owner, _), w in zip(tasks, written, strict=True) if owner is case
            ),
        )
        for case in cases
    )
