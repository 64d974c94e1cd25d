"""The outcomes of a cohort together: rates, depth, times to events, subgroups."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lesion_toolkit.cohort.cross_table import CrossTable, cross_table
from lesion_toolkit.cohort.outcomes import (
    CONTROLLED,
    OBJECTIVE_RESPONSES,
    Cohort,
    Rate,
    disease_control_rate,
    objective_response_rate,
)
from lesion_toolkit.cohort.patients import PatientOutcome, patient_outcome
from lesion_toolkit.cohort.survival import (
    Landmark,
    LogRank,
    SurvivalCurve,
    kaplan_meier,
    landmark,
    log_rank,
)
from lesion_toolkit.errors import UsageRefused
from lesion_toolkit.model.response import Response, TimeToEvent

ENDPOINTS = {
    "pfs": "progression-free survival",
    "ttp": "time to progression",
    "os": "overall survival",
    "dor": "duration of response",
}
"""Short and full names of the times to an event."""

UNKNOWN_GROUP = "not known"


@dataclass(frozen=True, slots=True)
class Subgroup:
    """Rates and curves of the patients who share a value of a clinical column."""

    name: str
    objective_response: Rate
    disease_control: Rate
    curves: Mapping[str, SurvivalCurve]


@dataclass(frozen=True)
class CohortOutcomes:
    """Outcomes of a cohort under its criteria, each patient's last treatment line.

    Attributes
    ----------
    cohort
        The judged patients.
    compare
        The same patients under other criteria.
    groups
        Subgroup by study label; empty where there are none.
    """

    cohort: Cohort
    compare: tuple[Cohort, ...] = ()
    groups: Mapping[str, str] | None = None

    @cached_property
    def patients(self) -> tuple[PatientOutcome, ...]:
        """Outcome of each patient, in the cohort's order."""
        return tuple(map(patient_outcome, self.cohort.courses))

    @property
    def best_response_counts(self) -> dict[Response | None, int]:
        """Patients by best overall response; None for those without any."""
        counts = Counter(patient.best_response for patient in self.patients)
        return {r: counts[r] for r in (*Response, None) if counts[r]}

    def objective_response(self, *, confirmed: bool = False) -> Rate:
        """Objective response rate with its exact 95 % interval."""
        return objective_response_rate(self.cohort.courses, confirmed=confirmed)

    def disease_control(self, *, confirmed: bool = False) -> Rate:
        """Disease control rate with its exact 95 % interval."""
        return disease_control_rate(self.cohort.courses, confirmed=confirmed)

    def curve(self, endpoint: str) -> SurvivalCurve | None:
        """Kaplan-Meier curve of ``pfs``, ``ttp``, ``os`` or ``dor``.

        None where no patient has such a time: without a response, or without baseline.

        Raises
        ------
        UsageRefused
            There is no such endpoint.
        """
        times = _times(self.patients, endpoint)
        return kaplan_meier(times) if times else None

    def landmark(self, days: int) -> Landmark:
        """Overall survival after a landmark by response up to it."""
        known = [
            (patient.overall_survival, patient.days_to_response)
            for patient in self.patients
            if patient.overall_survival is not None
        ]
        return landmark(known, days)

    @cached_property
    def cross_tables(self) -> tuple[CrossTable, ...]:
        """Best responses against each of the other criteria."""
        return tuple(cross_table(self.cohort, other) for other in self.compare)

    @cached_property
    def subgroups(self) -> tuple[Subgroup, ...]:
        """Rates and curves by subgroup, in order of their names."""
        return tuple(
            Subgroup(
                name,
                _rate(members, OBJECTIVE_RESPONSES),
                _rate(members, CONTROLLED),
                {
                    endpoint: kaplan_meier(times)
                    for endpoint in ENDPOINTS
                    if (times := _times(members, endpoint))
                },
            )
            for name, members in self._members.items()
        )

    def log_rank(self, endpoint: str) -> LogRank | None:
        """Test whether subgroups part; None for fewer than two that have times."""
        groups = {
            name: times
            for name, members in self._members.items()
            if (times := _times(members, endpoint))
        }
        return log_rank(groups) if len(groups) > 1 else None

    @cached_property
    def _members(self) -> dict[str, list[PatientOutcome]]:
        if not self.groups:
            return {}
        members: dict[str, list[PatientOutcome]] = {}
        for patient in self.patients:
            name = self.groups.get(patient.patient) or UNKNOWN_GROUP
            members.setdefault(name, []).append(patient)
        return dict(sorted(members.items()))


def _times(patients: Sequence[PatientOutcome], endpoint: str) -> list[TimeToEvent]:
    if endpoint not in ENDPOINTS:
        raise UsageRefused(f"{endpoint!r} is not an endpoint: {', '.join(ENDPOINTS)}.")
    field = ENDPOINTS[endpoint].replace(" ", "_").replace("-", "_")
    known = (getattr(patient, field) for patient in patients)
    return [time for time in known if time is not None]


def _rate(patients: Sequence[PatientOutcome], counted: frozenset[Response]) -> Rate:
    return Rate.of(sum(p.best_response in counted for p in patients), len(patients))
