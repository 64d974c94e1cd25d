"""Responses and facts of one patient, in days from the start of the line."""

import datetime

from lesion_toolkit.criteria.endpoints import PatientFacts

DAY0 = datetime.date(2023, 4, 18)


def day(n):
    return DAY0 + datetime.timedelta(n)


def dated(*rows):
    return [(day(n), response) for n, response in rows]


def facts(
    death=None, last_contact=None, new_therapy=None, schedule=None, start=0
) -> PatientFacts:
    days = (death, last_contact, new_therapy)
    dates = (None if n is None else day(n) for n in days)
    return PatientFacts(day(start), *dates, visit_interval_days=schedule)


def spell(time):
    return [time.days, int(time.occurred)]
