"""From arterial-phase DICOM of the liver to viable tumor and response categories.

The public names are imported when first used, so that reading a timeline does not
load an image library.
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_HOME = {
    "Assessment": "model.response",
    "Caliper": "model.measurement",
    "Cohort": "cohort.outcomes",
    "CohortOutcomes": "cohort.analysis",
    "Course": "model.response",
    "Finding": "model.finding",
    "Geometry": "model.geometry",
    "Lesion": "model.lesion",
    "LesionMeasurement": "model.measurement",
    "Mask": "model.volume",
    "Phase": "model.phase",
    "PhaseLabel": "model.phase",
    "PhaseSet": "model.phase",
    "Prompt": "segmentation.segmenters",
    "ReaderVariability": "measurement.uncertainty",
    "Response": "model.response",
    "Therapy": "model.therapy",
    "Timeline": "model.timeline",
    "Timepoint": "model.timeline",
    "TreatmentLine": "model.timeline",
    "ViabilityMap": "model.volume",
    "ViabilityRule": "measurement.viability_rule",
    "Volume": "model.volume",
    "agreement": "reading.agreement",
    "align_visits": "alignment.exams",
    "assess": "criteria.engine",
    "PatientFacts": "criteria.endpoints",
    "TreatedLesionSeen": "model.treated",
    "TreatedLesions": "model.treated",
    "best_response": "criteria.best_response",
    "caliper_findings": "measurement.manual",
    "confirmed": "followup",
    "describe_nodule": "nodules",
    "duration_of_response": "criteria.endpoints",
    "figure_panel": "export.figure",
    "find_series": "loaders.index",
    "kaplan_meier": "cohort.survival",
    "label_phase": "loaders.phases",
    "liver_references": "segmentation.references",
    "load_exam": "workflow",
    "load_masks": "loaders.masks",
    "longest_diameter": "measurement.calipers",
    "measure": "workflow",
    "open_exam": "workflow",
    "overall_survival": "criteria.endpoints",
    "placed_caliper": "measurement.manual",
    "progression_free_survival": "criteria.endpoints",
    "propagate": "followup",
    "propose_matches": "followup",
    "propose_at_baselines": "criteria.baseline_targets",
    "propose_targets": "criteria.proposal",
    "read_patient": "patient",
    "read_readings": "loaders.readings",
    "read_timeline": "loaders.timelines",
    "read_timelines": "loaders.timelines",
    "read_treated": "loaders.timelines",
    "report": "export.report",
    "response_rate": "cohort.outcomes",
    "segment": "segmentation.click",
    "segment_with": "segmentation.segmenters",
    "segmenters": "segmentation.segmenters",
    "snapped": "measurement.manual",
    "tissue_references": "segmentation.tissue_references",
    "time_to_progression": "criteria.endpoints",
    "time_to_response": "criteria.endpoints",
    "treatment_response": "criteria.lirads",
    "vessel_references": "segmentation.references",
    "viability": "measurement.viability",
    "write_agreement": "cohort.agreement_files",
    "write_outcomes": "cohort.outcome_files",
}

__all__ = sorted([*_HOME, "__version__"])


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return __all__
