"""Every act is kept at once: a reading goes on where it was left, whatever happened."""

import getpass
import os
from dataclasses import dataclass, replace

from lesion_toolkit.model.timeline import Timeline, Timepoint
from lesion_toolkit.reading.events import LesionAdded, MaskSet
from lesion_toolkit.reading.record import acts_of
from lesion_toolkit.reading.store import Store, open_store
from napari_lesion_toolkit.pointed import outlines_of
from napari_lesion_toolkit.session import (
    UNNAMED_READER,
    ReadingSession,
    open_session,
    resumed,
    with_acts,
    with_outlines,
)

STORE, READER = "LESION_TOOLKIT_STORE", "LESION_TOOLKIT_READER"
"""Environment variables that name another store, and who reads."""


@dataclass(frozen=True, slots=True)
class Keeper:
    """Where the open reading is kept.

    Attributes
    ----------
    store
        The store.
    reading
        Id of the reading in it.
    """

    store: Store
    reading: str

    def keep(self, session: ReadingSession) -> None:
        """Put what is not yet stored on the disk.

        Raises
        ------
        InputRefused
            The store refuses it: somebody else wrote, the disk is full, and the like.
        """
        named = set(session.reading.record.masks.values())
        unkept = named - self.store.kept_masks(named)
        for (_, digest), outline in session.outlines.items():
            if digest in unkept:
                self.store.add_mask(outline.mask)
        self.store.append(self.reading, session.reading)


def reader_name() -> str:
    """Say who reads: the environment's word, else the name of the account."""
    try:
        return os.environ.get(READER) or getpass.getuser()
    except (KeyError, OSError):
        return UNNAMED_READER


def kept(
    session: ReadingSession, store: Store | None = None
) -> tuple[ReadingSession, Keeper]:
    """Go on with the stored reading of a patient, or begin to store this one.

    Visits that were not there when the patient was read before are added, unless the
    reading is signed.

    Raises
    ------
    InputRefused
        The store cannot be used, or its log was changed.
    """
    store = store or open_store(os.environ.get(STORE))
    reader = session.reading.reader
    keeper = Keeper(store, store.begin(session.reading.patient, reader))
    before = store.load(keeper.reading, reader)
    if not before.entries:
        keeper.keep(session)
        return session, keeper
    fresh = _labeled_as(before.record.timeline, session)
    dates = {t.date for t in before.record.timeline.timepoints}
    known = {t.label for t in before.record.timeline.timepoints}
    exams = {label: exam for label, exam in fresh.exams.items() if label in known}
    going_on = resumed(replace(fresh, exams=exams), before)
    masks = {
        (label, digest): store.mask(digest)
        for (label, _), digest in before.record.masks.items()
        if label in exams
    }
    going_on = with_outlines(going_on, outlines_of(going_on, masks))
    unread = tuple(t for t in fresh.timeline.timepoints if t.date not in dates)
    if unread and not before.is_signed:
        going_on = _with_visits(going_on, fresh, unread)
        keeper.keep(going_on)
    return going_on, keeper


def same_visits(fresh: Timeline, stored: Timeline) -> dict[str, str]:
    """Label in a stored reading of each visit that it knows, by date."""
    labels = {t.date: t.label for t in stored.timepoints}
    return {t.label: labels[t.date] for t in fresh.timepoints if t.date in labels}


def _labeled_as(stored: Timeline, fresh: ReadingSession) -> ReadingSession:
    """Call each visit as the stored reading does; a new one gets no name of an old."""
    same = same_visits(fresh.timeline, stored)
    taken = {t.label for t in stored.timepoints}
    labels = {
        t.label: same.get(t.label, str(t.date) if t.label in taken else t.label)
        for t in fresh.timeline.timepoints
    }
    timepoints = tuple(
        replace(t, label=labels[t.label]) for t in fresh.timeline.timepoints
    )
    return open_session(
        {labels[label]: exam for label, exam in fresh.exams.items()},
        replace(fresh.timeline, timepoints=timepoints),
        assess=fresh.assess,
    )


def _with_visits(
    going_on: ReadingSession, fresh: ReadingSession, unread: tuple[Timepoint, ...]
) -> ReadingSession:
    """Add visits that the stored reading does not know, with what was found in them."""
    known = {lesion.id for lesion in going_on.timeline.lesions}
    labels = {t.label for t in unread}
    seen = replace(
        fresh.timeline,
        treatment_lines=(),
        death=None,
        last_contact=None,
        timepoints=unread,
    )
    acts = [
        act
        for act in acts_of(seen)
        if not (isinstance(act, LesionAdded) and act.lesion.id in known)
    ]
    outlined = [
        MaskSet(label, lesion, digest)
        for (label, lesion), digest in fresh.reading.record.masks.items()
        if label in labels
    ]
    done = with_acts(going_on, *acts, *outlined)
    exams = {k: v for k, v in fresh.exams.items() if k in labels}
    held = {k: v for k, v in fresh.outlines.items() if k[0] in labels}
    return with_outlines(replace(done, exams={**done.exams, **exams}), held)
