"""How many targets a patient and an organ may have, and which lesions these are."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lesion_toolkit.criteria.switches import Switches
from lesion_toolkit.model.lesion import Kind, Lesion

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
ORDINALS = (
    *("largest", "second largest", "third largest", "fourth largest"),
    *("fifth largest", "sixth largest", "seventh largest", "eighth largest"),
)

PAIRED = {
    **dict.fromkeys(("lung", "lungs"), "lung"),
    **dict.fromkeys(("kidney", "kidneys"), "kidney"),
    **dict.fromkeys(
        ("adrenal", "adrenals", "adrenal gland", "adrenal glands"), "adrenal"
    ),
    **dict.fromkeys(("breast", "breasts"), "breast"),
    **dict.fromkeys(("ovary", "ovaries"), "ovary"),
}
"""Organs of which there are two, by the words in use."""

SINGLE = frozenset(
    {
        *("liver", "spleen", "pancreas", "stomach", "duodenum", "small bowel", "colon"),
        *("rectum", "gallbladder", "bile duct", "peritoneum", "omentum", "mesentery"),
        *("retroperitoneum", "abdominal wall", "chest wall", "diaphragm", "pleura"),
        *("pericardium", "heart", "mediastinum", "esophagus", "thyroid", "brain"),
        *("bone", "spine", "muscle", "skin", "soft tissue", "bladder", "uterus"),
        *("prostate", "portal vein", "hepatic vein", "inferior vena cava"),
        *("lymph node", "lymph nodes", "ascites"),
    }
)
"""Organs of which there is one, by the words in use."""

SIDES = ("left", "right")
BOTH = frozenset({*SIDES, "bilateral", "both"})

NODES = "lymph nodes"


@dataclass(frozen=True, slots=True)
class Placed:
    """A lesion and whether the limits leave room for it, with one clause why."""

    lesion: Lesion
    taken: bool
    why: str


def placed(
    candidates: Sequence[tuple[Lesion, Decimal | None]], switches: Switches
) -> tuple[Placed, ...]:
    """Take lesions as targets up to the limits, the largest of each organ first.

    RECIST 1.1 asks for the largest lesions and for all involved organs: so each organ
    gives its largest lesion, then size alone decides. Equal sizes go by name, so that
    the order of the list never matters.

    Parameters
    ----------
    candidates
        Lesions with their length in mm; those without one come last.
    switches
        The limits, and what counts as one organ.

    Returns
    -------
    tuple of Placed
        Those taken and then the others, each in the order in which they were asked.
    """
    ranks = _ranks_in_organ(candidates, switches)
    order = sorted(ranks, key=lambda ranked: ranked[0] > 0)
    taken: list[Placed] = []
    left: list[Placed] = []
    for rank, organ, lesion in order:
        why = f"{_ordinal(rank)} {_in(organ)}"
        if rank >= switches.per_organ:
            full = f"{_number(switches.per_organ)} per organ"
        elif len(taken) >= switches.max_targets:
            full = f"{_number(switches.max_targets)} in all"
        else:
            taken.append(Placed(lesion, True, why))
            continue
        left.append(Placed(lesion, False, f"{why}; {full} are taken"))
    return (*taken, *left)


def counted_organ(lesion: Lesion, switches: Switches) -> str:
    """Name the organ that a lesion counts for.

    Both of a pair count as one organ, and so do all lymph nodes, unless it is switched:
    then left and right are two, and nodes count by their site.
    """
    together = switches.paired_and_nodes_one_organ
    organ = lesion.organ.strip().lower()
    if lesion.kind is Kind.NODE:
        region = lesion.site.strip().lower() or organ
        return NODES if together else f"{NODES} ({region})"
    words = organ.split()
    pair = PAIRED.get(" ".join(word for word in words if word not in BOTH))
    if pair is None or together:
        return pair or organ
    said = {*words, *lesion.site.lower().split()}
    return " ".join([side for side in SIDES if side in said] + [pair])


def is_known_organ(organ: str) -> bool:
    """Whether an organ is one of the words in use, with or without its side."""
    words = " ".join(w for w in organ.strip().lower().split() if w not in BOTH)
    return words in PAIRED or words in SINGLE


def _ranks_in_organ(
    candidates: Sequence[tuple[Lesion, Decimal | None]], switches: Switches
) -> list[tuple[int, str, Lesion]]:
    """Rank in its organ (0 the largest), organ and lesion, from large to small."""
    by_size = sorted(candidates, key=lambda c: (-(c[1] or Decimal(0)), c[0].id))
    seen: dict[str, int] = {}
    ranked = []
    for lesion, _ in by_size:
        organ = counted_organ(lesion, switches)
        rank = seen.get(organ, 0)
        seen[organ] = rank + 1
        ranked.append((rank, organ, lesion))
    return ranked


def _in(organ: str) -> str:
    if organ.startswith(NODES):
        return f"of the {organ}"
    return f"in the {organ}" if organ else "where no organ is named"


def _number(count: int) -> str:
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def _ordinal(rank: int) -> str:
    return ORDINALS[rank] if rank < len(ORDINALS) else f"number {rank + 1} by size"
