"""What a reading says: its events folded into a timeline and what goes with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.lesion import Role
from lesion_toolkit.model.measurement import LesionMeasurement
from lesion_toolkit.model.timeline import NonTarget, Timeline, Timepoint
from lesion_toolkit.reading.events import (
    Act,
    LastContactSet,
    LesionAdded,
    LesionRemoved,
    LesionRenamed,
    Measured,
    NewLesionDeclared,
    NonTargetJudged,
    Slot,
    TimepointAdded,
    TreatmentLineSet,
    setting_of,
)

Slots = Mapping[Slot, Any]


@dataclass(frozen=True, slots=True)
class Record:
    """What stands in a reading now.

    Attributes
    ----------
    timeline
        Lesions, timepoints and treatment lines as the reader has them.
    series
        Series Instance UID chosen for (timepoint, phase), where a person chose.
    masks
        Digest of the outline of (timepoint, lesion).
    comments
        Remark on (timepoint, lesion); empty names stand for the whole.
    criteria, switches
        Criteria and switches chosen; empty where nobody chose.
    slots
        All of it as it was said, slot by slot.
    """

    timeline: Timeline
    series: Mapping[tuple[str, str], str]
    masks: Mapping[tuple[str, str], str]
    comments: Mapping[tuple[str, str], str]
    criteria: str = ""
    switches: Mapping[str, str] = field(default_factory=dict)
    slots: Slots = field(default_factory=dict, repr=False)


def fold(patient: str, reader: str, acts: Iterable[Act]) -> Record:
    """Fold the acts that count, oldest first, into what the reading says.

    Raises
    ------
    InputRefused
        The acts contradict each other: a measurement of an unknown lesion, two visits
        on one day, and the like.
    """
    return record_of(patient, reader, slots_of(acts))


def slots_of(acts: Iterable[Act]) -> Slots:
    """Fold acts, oldest first, into what they say, slot by slot."""
    slots: Slots = {}
    for act in acts:
        slots = after(slots, act)
    return slots


def acts_of(timeline: Timeline) -> tuple[Act, ...]:
    """List the acts that say what a timeline says."""
    acts: list[Act] = [TreatmentLineSet(line) for line in timeline.treatment_lines]
    acts += [LesionAdded(lesion) for lesion in timeline.lesions]
    if timeline.death or timeline.last_contact:
        acts.append(LastContactSet(timeline.death, timeline.last_contact))
    for t in timeline.timepoints:
        bare = replace(t, measurements=(), non_targets=(), new_lesions=())
        acts.append(TimepointAdded(bare))
        acts += [Measured(t.label, measured) for measured in t.measurements]
        acts += [NonTargetJudged(t.label, n.lesion, n.status) for n in t.non_targets]
        acts += [NewLesionDeclared(t.label, seen) for seen in t.new_lesions]
    return tuple(acts)


def after(slots: Slots, act: Act) -> dict[Slot, Any]:
    """Slots once an act is done; the earlier ones stay as they were."""
    if isinstance(act, LesionRenamed):
        return _renamed(slots, act)
    if isinstance(act, LesionRemoved):
        _known(slots, act.lesion)
        return {slot: v for slot, v in slots.items() if not _is_of(slot, act.lesion)}
    slot, value = setting_of(act)
    changed = dict(slots)
    if value is None:
        changed.pop(slot, None)
    else:
        changed[slot] = value
    return changed


def replaced_by(slots: Slots, act: Act) -> Any:
    """Value that an act puts another in the place of; None where there was none."""
    if isinstance(act, LesionRenamed):
        return act.lesion
    if isinstance(act, LesionRemoved):
        return slots.get(("lesion", "", act.lesion))
    return slots.get(setting_of(act)[0])


def record_of(patient: str, reader: str, slots: Slots) -> Record:
    """Read a record off its slots.

    Raises
    ------
    InputRefused
        The slots contradict each other.
    """
    criteria, switches = slots.get(("criteria", "", ""), ("", ()))
    return Record(
        timeline=_timeline(patient, reader, slots),
        series=_by_place(slots, "series"),
        masks=_by_place(slots, "mask"),
        comments=_by_place(slots, "comment"),
        criteria=criteria,
        switches=MappingProxyType(dict(switches)),
        slots=MappingProxyType(dict(slots)),
    )


MEASURED, JUDGED = "measurement", "non-target"
LESION_ROWS = ("lesion", MEASURED, JUDGED, "new lesion", "mask", "comment")


def _is_of(slot: Slot, lesion: str) -> bool:
    return slot[0] in LESION_ROWS and slot[2] == lesion


def _known(slots: Slots, lesion: str) -> None:
    if not any(_is_of(slot, lesion) for slot in slots):
        raise InputRefused(
            f"no lesion {lesion!r}.",
            "a lesion of this reading.",
            "choose one of its lesions.",
        )


def _renamed(slots: Slots, act: LesionRenamed) -> dict[Slot, Any]:
    """Move every row of a lesion to its new name; the order of lesions stays."""
    _known(slots, act.lesion)
    if not act.name.strip() or any(_is_of(slot, act.name) for slot in slots):
        raise InputRefused(
            f"the name {act.name!r}, empty or already taken.",
            "a name that no other lesion has.",
            "choose another name.",
        )
    moved = {}
    for slot, value in slots.items():
        if not _is_of(slot, act.lesion):
            into = slot[0] == MEASURED and value.into == act.lesion
            moved[slot] = replace(value, into=act.name) if into else value
        elif slot[0] == "lesion":
            moved["lesion", "", act.name] = replace(value, id=act.name)
        elif slot[0] == MEASURED:
            moved[slot[0], slot[1], act.name] = _called(value, act.name)
        elif slot[0] == "new lesion":
            moved[slot[0], slot[1], act.name] = replace(value, lesion=act.name)
        else:
            moved[slot[0], slot[1], act.name] = value
    return moved


def _called(measured: LesionMeasurement, name: str) -> LesionMeasurement:
    findings = tuple(
        replace(found, where=name) if found.where == measured.lesion else found
        for found in measured.findings
    )
    return replace(measured, lesion=name, findings=findings)


def _timeline(patient: str, reader: str, slots: Slots) -> Timeline:
    death, last_contact = slots.get(("last contact", "", ""), (None, None))
    timepoints = [
        _with_rows(timepoint, slots) for timepoint in _values(slots, "timepoint")
    ]
    labels = {t.label for t in timepoints}
    stray = {slot[1] for slot in slots if slot[1] and slot[1] not in labels}
    if stray:
        raise InputRefused(
            f"rows for {', '.join(map(repr, sorted(stray)))}.",
            "a timepoint of this reading.",
            "add the timepoint first.",
        )
    try:
        return Timeline(
            patient,
            treatment_lines=tuple(
                sorted(_values(slots, "treatment line"), key=lambda line: line.start)
            ),
            lesions=tuple(_values(slots, "lesion")),
            timepoints=tuple(sorted(timepoints, key=lambda t: t.date)),
            reader=reader,
            death=death,
            last_contact=last_contact,
        )
    except ValidationError as fault:
        said = (e["msg"].removeprefix("Value error, ") for e in fault.errors())
        raise InputRefused(
            f"{'; '.join(said)}.",
            "rows of known lesions, one visit a day.",
            "add the lesion, or correct the date, first.",
        ) from None


def _with_rows(timepoint: Timepoint, slots: Slots) -> Timepoint:
    """Give a timepoint its rows.

    Of a lesion that was both measured and judged here, as happens when its role
    changes, the row of its present role stands; the other one comes back with the role.
    """
    label = timepoint.label
    measured = _named(slots, MEASURED, label)
    judged = _named(slots, JUDGED, label)
    for name in measured.keys() & judged.keys():
        lesion = slots.get(("lesion", "", name))
        followed = lesion is None or lesion.role is not Role.NON_TARGET
        del (judged if followed else measured)[name]
    return replace(
        timepoint,
        measurements=tuple(measured.values()),
        non_targets=tuple(NonTarget(name, said) for name, said in judged.items()),
        new_lesions=tuple(_values(slots, "new lesion", label)),
    )


def _named(slots: Slots, what: str, label: str) -> dict[str, Any]:
    """Values at a timepoint by the lesion that they are said of."""
    return {slot[2]: v for slot, v in slots.items() if slot[:2] == (what, label)}


def _values(slots: Slots, what: str, label: str | None = None) -> list[Any]:
    return [
        value
        for slot, value in slots.items()
        if slot[0] == what and label in (None, slot[1])
    ]


def _by_place(slots: Slots, what: str) -> Mapping[tuple[str, str], str]:
    found = {slot[1:]: value for slot, value in slots.items() if slot[0] == what}
    return MappingProxyType(found)
