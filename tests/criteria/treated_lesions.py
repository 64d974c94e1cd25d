"""Treated lesions as a reader would dictate them, and what was said of them."""

import datetime

from lesion_toolkit.criteria.lesion_table import LESION_TABLES, load_lesion_table
from lesion_toolkit.criteria.lirads import treatment_response
from lesion_toolkit.model.therapy import Therapy, TherapyKind
from lesion_toolkit.model.treated import LesionResponse, TreatedLesionSeen

SCAN = datetime.date(2023, 7, 18)
TREATED = datetime.date(2023, 4, 18)
KIND = {
    "LI-RADS-TRA-2018": TherapyKind.CTACE,
    "LI-RADS-TRA-2024-nonradiation": TherapyKind.ABLATION,
    "LI-RADS-TRA-2024-radiation": TherapyKind.TARE,
}
KIND_OF_TABLE = dict(zip(LESION_TABLES, KIND.values(), strict=True))
LOWER_CERTAINTY = {
    "lirads-tr-2018": "LR-TR Equivocal",
    "lirads-tr-2024-nonradiation": "LR-TR Equivocal",
    "lirads-tr-2024-radiation": "LR-TR Nonprogressing",
}
NOT_MASSLIKE = {"masslike_enhancement": "absent", "other_enhancement": "none"}


def treated_seen(modality="MR", **signs) -> TreatedLesionSeen:
    return TreatedLesionSeen("T1", SCAN, modality, **signs)


def treated_with(
    *kinds: TherapyKind | str, on: datetime.date = TREATED
) -> list[Therapy]:
    return [Therapy(kind, on) for kind in kinds]


def judged(table: str, seen: TreatedLesionSeen, **switches) -> LesionResponse:
    version = load_lesion_table(table).version
    therapies = treated_with(KIND_OF_TABLE[table])
    return treatment_response(seen, therapies, lirads_version=version, **switches)


def codes_of(answer: LesionResponse) -> list[str]:
    return [finding.code for finding in answer.findings]
