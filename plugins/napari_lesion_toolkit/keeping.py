"""Every act is kept at once: a reading goes on where it was left, whatever happened."""

import getpass
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lesion_toolkit.model.timeline import Timeline, Timepoint
from lesion_toolkit.reading.events import MaskSet
from lesion_toolkit.reading.record import acts_of
from lesion_toolkit.reading.store import Store, open_store
from napari_lesion_toolkit.pointed import outlines_of
from napari_lesion_toolkit.session import (
    UNNAMED_READER,
    ReadingSession,
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
        known = {digest for _, digest in session.outlines}
        for digest in known & set(session.reading.record.masks.values()):
            outline = next(o for (_, d), o in session.outlines.items() if d == digest)
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
    fresh = session.timeline
    labels = {t.date: t.label for t in before.record.timeline.timepoints}
    same = {t.label: labels.get(t.date, t.label) for t in fresh.timepoints}
    exams = {
        same[label]: exam
        for label, exam in session.exams.items()
        if same[label] in labels.values()
    }
    going_on = resumed(replace(session, exams=exams), before)
    masks = {
        (label, digest): store.mask(digest)
        for (label, _), digest in before.record.masks.items()
        if label in exams
    }
    going_on = with_outlines(going_on, outlines_of(going_on, masks))
    unread = [t for t in fresh.timepoints if t.date not in labels]
    if unread and not before.is_signed:
        going_on = _with_visits(going_on, session, unread)
        keeper.keep(going_on)
    return going_on, keeper


def _with_visits(
    going_on: ReadingSession, fresh: ReadingSession, unread: Sequence[Timepoint]
) -> ReadingSession:
    """Add visits that the stored reading does not know, with what was found in them."""
    known = {lesion.id for lesion in going_on.timeline.lesions}
    lesions = tuple(one for one in fresh.timeline.lesions if one.id not in known)
    acts = acts_of(Timeline("", lesions=lesions or (), timepoints=()))
    labels = {t.label for t in unread}
    rows = acts_of(replace(fresh.timeline, timepoints=tuple(unread)))
    rows = tuple(act for act in rows if getattr(act, "timepoint", None) is not None)
    outlines = {
        MaskSet(label, lesion, digest)
        for (label, lesion), digest in fresh.reading.record.masks.items()
        if label in labels
    }
    done = with_acts(going_on, *acts, *rows, *outlines)
    exams = {k: v for k, v in fresh.exams.items() if k in labels}
    held = {k: v for k, v in fresh.outlines.items() if k[0] in labels}
    return with_outlines(replace(done, exams={**done.exams, **exams}), held)
