"""Categories of a timeline in one list."""

from lesion_toolkit.criteria.engine import assess

RECIST, MRECIST, TRIAL = "recist-1.1", "mrecist-2010", "mrecist-trial"


def overall(timeline, criteria=RECIST, **switches):
    answers = assess(timeline, criteria, **switches).assessments
    return [str(a.overall) for a in answers[1:]]


def targets(timeline, criteria=RECIST, **switches):
    answers = assess(timeline, criteria, **switches).assessments
    return [str(a.target) for a in answers[1:]]
