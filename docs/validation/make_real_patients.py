"""Measure the public patients and draw every arterial slice that carries a caliper.

    python docs/validation/make_real_patients.py FOLDER

FOLDER holds the unpacked patients (HCC_007, HCC_015 of HCC-TACE-Seg, see
real_patients.md) and ``outlines/`` with one NIfTI mask a visit. Pictures are written
beside this file; the table goes to standard output.
"""

import sys
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from scipy import ndimage

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.lesion_files import lesions_and_masks
from lesion_toolkit.measurement.key_image import key_image
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.measurement import KeyImage, LesionMeasurement, PointMm
from lesion_toolkit.model.timeline import Timeline, Timepoint
from lesion_toolkit.model.volume import Mask
from lesion_toolkit.segmentation.click import segment
from lesion_toolkit.workflow import examine, load_exam

HERE = Path(__file__).parent
VISITS = {
    "HCC_007 baseline": (
        "12-27-1997",
        ((-106, -80, -120), (-127, 31, -120)),
        "110.7, 106, 117.6",
    ),
    "HCC_007 follow-up": (
        "03-14-1998",
        ((-137, -52, -160), (-130, 61, -160)),
        "57.9, 77, 72.9",
    ),
    "HCC_015 baseline": (
        "11-01-1998",
        ((11, -64, -120), (54, -29, -120)),
        "50.3, 50, 50.2",
    ),
}
COLORS = {
    "lesion": "#00d5ff",
    "viable": "#3ddc55",
    "necrotic": "#6f7bff",
    "indeterminate": "#ff9f40",
}
CALIPERS = {"viable": "#ffe14d", "whole": "#ff4dd2"}

DEPENDS = "category-depends-on-threshold"


def main(folder: Path) -> None:
    visits: dict[tuple[str, str], list[Timepoint]] = {}
    for visit, (day, caliper_mm, readers) in VISITS.items():
        patient = visit.split()[0]
        exam = load_exam(next(p for p in (folder / patient).rglob(f"{day}*")))
        name = visit.replace(" ", "_").replace("-", "")
        outline = folder / "outlines" / f"{name}_lesion.nii.gz"
        truth = next(iter(lesions_and_masks(exam, outline)[1].values()))
        masks = {
            "outline": truth,
            "caliper": segment(exam, caliper_mm=caliper_mm),
            "click": segment(exam, at_mm=_deepest_mm(truth)),
            "two-clicks": segment(exam, box_mm=_corners_mm(truth)),
        }
        for prompt, mask in masks.items():
            seen = examine(exam, {"T1": mask}, label=visit)
            visits.setdefault((patient, prompt), []).append(seen.timepoint)
            (found,) = seen.timepoint.measurements
            print(_row(visit, prompt, found, readers), flush=True)
            tissues = seen.lesions["T1"].tissues
            assert tissues is not None  # no slice of these patients is lost
            on_whole = key_image(exam, tissues, viable=None, whole=found.whole_caliper)
            _draw(found, on_whole, visit, HERE / f"{name}_{prompt}.png")
    for (patient, prompt), timepoints in visits.items():
        _print_course(patient, prompt, timepoints)


def _length(found: LesionMeasurement) -> str:
    viable_mm = found.viable_diameter_mm
    return "not evaluable" if viable_mm is None else f"{viable_mm} mm"


def _deepest_mm(outline: Mask) -> PointMm:
    """Where a reader would click: the place deepest inside (LPS mm)."""
    box = outline.bounding_box(margin=1)
    spacing = outline.geometry.spacing_mm
    depth = ndimage.distance_transform_edt(outline.array[box], sampling=spacing)
    inside = np.unravel_index(depth.argmax(), depth.shape)
    index = [edge.start + n for edge, n in zip(box, inside, strict=True)]
    return tuple(outline.geometry.index_to_mm(index).tolist())


def _corners_mm(outline: Mask) -> tuple[PointMm, PointMm]:
    """Corners of a box around the largest slice (LPS mm)."""
    k = int(outline.array.sum(axis=(1, 2)).argmax())
    rows, columns = np.nonzero(outline.array[k])
    ends = [[k, rows.min(), columns.min()], [k, rows.max(), columns.max()]]
    first, last = outline.geometry.index_to_mm(ends).tolist()
    return tuple(first), tuple(last)


def _print_course(patient: str, prompt: str, timepoints: list[Timepoint]) -> None:
    if len(timepoints) < 2:
        return
    lesions = (Lesion("T1"),)
    timeline = Timeline(patient, lesions=lesions, timepoints=tuple(timepoints))
    for criteria in ("mrecist-2010", "recist-1.1"):
        last = assess(timeline, criteria).assessments[-1]
        hangs = [f.message for f in last.findings if f.code == DEPENDS]
        change = last.change_from_baseline_pct
        print(f"{patient} {prompt} {criteria}: {change} % {last.overall}", *hangs)


def _row(visit: str, prompt: str, found: LesionMeasurement, readers: str) -> str:
    band = found.viable_band_mm
    cells = [
        visit,
        prompt,
        found.whole_diameter_mm,
        found.viable_diameter_mm,
        band and f"{band.strict} / {band.default} / {band.lenient}",
        band and f"{band.low_threshold} / {band.high_threshold}",
        readers,
        ", ".join(finding.code for finding in found.findings),
    ]
    return "| " + " | ".join(map(str, cells)) + " |"


def _draw(found: LesionMeasurement, on_whole: KeyImage, visit: str, path: Path) -> None:
    """Draw the slice of the viable caliper, twice, and that of the whole diameter."""
    shown = found.key_image
    assert shown is not None
    panels = [
        (shown, "viable", ("lesion",), f"viable {_length(found)}"),
        (shown, "viable", tuple(COLORS), "its tissue"),
        (on_whole, "whole", tuple(COLORS), f"whole {found.whole_diameter_mm} mm"),
    ]
    figure, axes = plt.subplots(1, 3, figsize=(12, 4.6), layout="constrained")
    for panel, (image, caliper, names, title) in zip(axes, panels, strict=True):
        pixels = np.frombuffer(image.pixels, np.uint8).reshape(image.shape)
        aspect = image.spacing_mm[0] / image.spacing_mm[1]
        panel.imshow(pixels, cmap="gray", vmin=0, vmax=255, aspect=aspect)
        for name in names:
            for polygon in image.outlines[name]:
                row, column = np.array(polygon).T
                panel.plot(column, row, color=COLORS[name], linewidth=1)
        for ends in [image.calipers[caliper]] if caliper in image.calipers else []:
            row, column = np.array(ends).T
            panel.plot(column, row, color=CALIPERS[caliper], linewidth=1.5)
        panel.set_title(f"{title} ({image.caption})", fontsize=9)
        panel.set_axis_off()
    figure.suptitle(visit, fontsize=10)
    figure.savefig(path, dpi=75)
    plt.close(figure)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
