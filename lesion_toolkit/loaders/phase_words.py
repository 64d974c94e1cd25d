"""Contrast phase from the words of a series description alone."""

import functools
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from lesion_toolkit.model.phase import Phase, PhaseLabel

NAMED = 0.95
"""Confidence when a description names its phase."""

TIMED = 0.85
"""Confidence when a description gives the time after injection."""

LATE_IMAGE = 0.7
"""Confidence that an image 20 min after injection is hepatobiliary (agent unknown)."""

_LATER = {
    Phase.EARLY_ARTERIAL: {Phase.ARTERIAL},
    Phase.LATE_ARTERIAL: {Phase.ARTERIAL, Phase.DELAYED},
    Phase.HEPATOBILIARY: {Phase.DELAYED},
    Phase.TRANSITIONAL: {Phase.DELAYED},
}
"""A phase that says more than others swallows them ("late arterial" holds both)."""

_TAKEN_LATE = {Phase.TRANSITIONAL, Phase.HEPATOBILIARY}
"""Phases taken minutes after the injection, when others are called delayed."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """One row of the table, compiled."""

    finds: re.Pattern[str]
    because: str
    phase: Phase
    modality: str
    spares: re.Pattern[str] | None

    def match(self, text: str, modality: str) -> str:
        """Words in the text that this row is about, or an empty text."""
        if self.modality and modality and self.modality not in modality:
            return ""
        if self.spares and self.spares.search(text):
            return ""
        found = self.finds.search(text)
        return found.group().strip() if found else ""


@functools.cache
def _rules() -> dict[str, tuple[_Rule, ...]]:
    text = files(__package__).joinpath("phase_rules.toml").read_text("utf-8")
    return {
        kind: tuple(_compile(row) for row in rows)
        for kind, rows in tomllib.loads(text).items()
        if kind != "after"
    }


@functools.cache
def _times() -> tuple[dict[str, Any], ...]:
    text = files(__package__).joinpath("phase_rules.toml").read_text("utf-8")
    return tuple(tomllib.loads(text)["after"])


def _compile(row: dict[str, Any]) -> _Rule:
    words = sorted(row.get("words", ()), key=len, reverse=True)
    alone = [f"(?<![a-z]){re.escape(word)}(?![a-z])" for word in words]
    misspelt = [f"(?<![a-z])(?:{_slip(w)})(?![a-z])" for w in row.get("misspelt", ())]
    parts = [re.escape(part) for part in row.get("parts", ())]
    spares = row.get("spares")
    return _Rule(
        re.compile("|".join([*row.get("patterns", ()), *alone, *parts, *misspelt])),
        row.get("because", ""),
        Phase(row.get("phase", "unknown")),
        row.get("modality", ""),
        re.compile("|".join(spares)) if spares else None,
    )


def _slip(word: str) -> str:
    """Word with one letter missing, added, changed or swapped.

    Its first and last letters stand: "aerial" and "arteria" are other words.
    """
    inside = range(1, len(word) - 1)
    changed = [f"{word[:i]}[a-z]?{word[i + 1 :]}" for i in inside]
    added = [f"{word[:i]}[a-z]{word[i:]}" for i in range(1, len(word))]
    swapped = [f"{word[:i]}{word[i + 1]}{word[i]}{word[i + 2 :]}" for i in inside[:-1]]
    return "|".join([*changed, *added, *swapped])


def label_phase(description: str, modality: str = "") -> PhaseLabel:
    """Name the contrast phase from words alone; unknown where they do not settle it.

    Parameters
    ----------
    description
        Series Description (0008,103E) or protocol name.
    modality
        ``CT``, ``MR``, or both as ``CT/MR``; empty where not known.

    Returns
    -------
    PhaseLabel
        Never a guess: a description that names several phases, a protocol, a
        projection or a subtraction is unknown.
    """
    rules, text = _rules(), _plain(description)
    for rule in rules["decoy"]:
        text = rule.finds.sub(" ", text)
    for rule in rules["non_dynamic"]:
        if word := rule.match(text, modality.upper()):
            reason = f'"{word}" in the description: {rule.because}'
            return PhaseLabel(Phase.NON_DYNAMIC, NAMED, (reason,))
    for rule in rules["computed"]:
        if word := rule.match(text, modality.upper()):
            reason = f'"{word}" in the description: {rule.because}, not an acquisition'
            return PhaseLabel(Phase.UNKNOWN, NAMED, (reason,))
    return _from_named(text, modality.upper())


def label_after(seconds: float, modality: str = "") -> PhaseLabel:
    """Name the phase usual at a time after the injection."""
    phase = _phase_after(seconds, modality.upper())
    if phase is Phase.UNKNOWN:
        return PhaseLabel(Phase.UNKNOWN, 0.0, ())
    confidence = LATE_IMAGE if phase is Phase.HEPATOBILIARY else TIMED
    reason = f"taken {seconds:.0f} s after the start of the injection"
    return PhaseLabel(phase, confidence, (reason,))


def _plain(description: str) -> str:
    """Lower case without accents, as written and with CamelCase taken apart."""
    text = "".join(map(_without_accent, unicodedata.normalize("NFKC", description)))
    apart = re.sub(r"(?<=[a-z])(?=[A-Z][a-zA-Z.])", " ", text)
    both = text if apart == text else f"{text} | {apart}"
    return re.sub(r"[_\s]+", " ", both).lower()


def _without_accent(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base.isascii() else letter


def _from_named(text: str, modality: str) -> PhaseLabel:
    rules = _rules()
    named = {
        rule.phase: word
        for rule in rules["phase"]
        if (word := rule.match(text, modality))
    }
    timed = _from_times(text, modality)
    if timed:
        # "70 SEC DELAY": the delay of the scan, not a delayed phase.
        named.pop(Phase.DELAYED, None)
    if named.keys() & _TAKEN_LATE:
        # "HBP 15 MIN": the time of that phase itself.
        timed.pop(Phase.DELAYED, None)
    for phase, swallowed in _LATER.items():
        if phase in named or phase in timed:
            named = {p: w for p, w in named.items() if p not in swallowed}
    given = next((w for r in rules["contrast_given"] if (w := r.match(text, ""))), "")
    if given and Phase.PRECONTRAST in named:
        reason = f'"{named[Phase.PRECONTRAST]}" and "{given}" are both named'
        return PhaseLabel(Phase.UNKNOWN, NAMED, (reason,))
    return _settle(named, timed, text, modality)


def _settle(
    named: dict[Phase, str], timed: dict[Phase, str], text: str, modality: str
) -> PhaseLabel:
    words = list(dict.fromkeys([*named.values(), *timed.values()]))
    phases = _agreed({*named, *timed})
    if len(phases) > 1:
        reason = f"several phases are named: {', '.join(words)}"
        return PhaseLabel(Phase.UNKNOWN, NAMED, (reason,))
    if not phases:
        return _from_chemistry(text, modality)
    phase = phases.pop()
    if phase is Phase.UNKNOWN:
        reason = f'"{words[0]}" does not name a phase of the liver'
        return PhaseLabel(Phase.UNKNOWN, NAMED, (reason,))
    confidence = NAMED if named else TIMED
    if phase is Phase.HEPATOBILIARY and not named:
        confidence = LATE_IMAGE
    reasons = tuple(f'"{word}" in the description' for word in words)
    return PhaseLabel(phase, confidence, reasons)


def _agreed(phases: set[Phase]) -> set[Phase]:
    """Without the plain arterial that a finer arterial already says."""
    finer = phases & {Phase.EARLY_ARTERIAL, Phase.LATE_ARTERIAL}
    return phases - {Phase.ARTERIAL} if finer else phases


def _from_chemistry(text: str, modality: str) -> PhaseLabel:
    for rule in _rules()["chemical_shift"]:
        if word := rule.match(text, modality):
            reason = f'"{word}" in the description: {rule.because}'
            return PhaseLabel(Phase.NON_DYNAMIC, NAMED, (reason,))
    return PhaseLabel(Phase.UNKNOWN, 0.5, ("the description names no phase",))


_TIME = re.compile(
    r"(?<![\d.x])(?<!\d:)(\d{1,3}(?:\s*(?:,|&|and|/|-|\+)\s*\d{1,3})*)\s*-?"
    r"(s(?:ec\w*|ek\w*|eg\w*)?|min\w*|h(?:ours?)?(?!\d)|秒|分钟|分|초|분)(?![a-z])"
    r"(?: ?(bh|breath))?"
)
"""Numbers followed by a unit, which a list shares, and perhaps a breath-hold."""

_CLOCK = re.compile(
    r"(?<![\d.])(\d{1,2}) ?(?::(?=\d\d ?min)|min\w* ?(?=\d\d ?s))([0-5]\d) ?[a-z]+"
)
"""Minutes and seconds of one time: "1:30 min", "1 min 30 sec"."""

_SECONDS = {"s": 1, "秒": 1, "초": 1, "m": 60, "分": 60, "분": 60, "h": 3600}

_BREATH_HOLD_S = 30
"""Seconds named with a breath-hold up to which they may be its length."""


def _from_times(text: str, modality: str) -> dict[Phase, str]:
    found: dict[Phase, str] = {}
    text = _CLOCK.sub(lambda m: f"{int(m[1]) * 60 + int(m[2])} sec", text)
    for numbers, unit, breath in _TIME.findall(text):
        if unit == "s" and "," not in numbers and not _is_delay(numbers, text):
            continue
        for number in _one_or_more(numbers):
            seconds = number * _SECONDS[unit[0]]
            phase = _phase_after(seconds, modality)
            held = breath and seconds <= _BREATH_HOLD_S
            if phase is not Phase.UNKNOWN and not held:
                written = {1: "s", 60: "min", 3600: "h"}[_SECONDS[unit[0]]]
                found.setdefault(phase, f"{number} {written}")
    return found


def _one_or_more(numbers: str) -> list[int]:
    """Numbers of a list; the middle of a range ("50-60" but not "35-70")."""
    listed = [int(number) for number in re.findall(r"\d+", numbers)]
    if "-" in numbers and len(listed) == 2 and listed[0] < listed[1] <= listed[0] * 1.5:
        return [sum(listed) // 2]
    return listed


def _is_delay(number: str, text: str) -> bool:
    """Whether "70s" is a time: kernels ("B30s") and tube angles look the same."""
    return re.search(rf"(?<![a-z\d.]){number} ?s(?![a-z])", text) is not None


def _phase_after(seconds: float, modality: str) -> Phase:
    for row in _times():
        applies = row.get("modality", modality) in modality
        if seconds <= row["up_to_s"] and applies:
            return Phase(row["phase"])
    return Phase.UNKNOWN
