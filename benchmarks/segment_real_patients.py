"""Clicks, calipers and boxes on real lesions, and the liver around them.

    python benchmarks/segment_real_patients.py FOLDER [--pictures docs/validation]

FOLDER holds the unpacked patients (HCC_007, HCC_015 of HCC-TACE-Seg) and ``outlines/``
with one NIfTI mask a visit, drawn by a non-radiologist. The click is one place a reader
would choose; ``12 random clicks`` fall anywhere in the inner two thirds of the outline.
"""

import argparse
import statistics
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from scipy import ndimage
from segmentation_phantoms import Flags, compare, long_axis

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.lesion_files import lesions_and_masks
from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.model.volume import Mask
from lesion_toolkit.segmentation.click import segment
from lesion_toolkit.segmentation.liver_region import liver_region
from lesion_toolkit.segmentation.references import liver_references, vessel_references
from lesion_toolkit.workflow import load_exam

VISITS = {
    "HCC_007 baseline": ("12-27-1997", (-111.7, -23.6, -120.0)),
    "HCC_007 follow-up": ("03-14-1998", (-130.7, 2.4, -160.0)),
    "HCC_015 baseline": ("11-01-1998", (31.7, -45.2, -120.0)),
}
COLORS = {"hand": "#ffffff", "click": "#ffd400", "caliper": "#ff4dd2", "box": "#00d5ff"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pictures", type=Path)
    said = parser.parse_args()
    around = []
    print(
        "| visit | prompt | Dice | surface mm | surface 95 % mm | volume error % | "
        "findings |\n|---|---|---|---|---|---|---|"
    )
    for visit, (day, click) in VISITS.items():
        exam = load_exam(next((said.folder / visit.split()[0]).rglob(f"{day}*")))
        name = visit.replace(" ", "_").replace("-", "")
        outline = said.folder / "outlines" / f"{name}_lesion.nii.gz"
        (truth,) = lesions_and_masks(exam, outline)[1].values()
        masks = _masks(exam, truth, click)
        _rows(visit, masks, truth)
        print(_random_clicks(visit, exam, truth), flush=True)
        around += _around(visit, exam, truth)
        if said.pictures:
            path = said.pictures / f"{name}_segmentation.png"
            drawn = {name: masks[name] for name in COLORS if name in masks}
            _draw(exam, {"hand": truth, **drawn}, truth, path)
    print(
        "\n| visit | tissue | spheres | arterial | portal venous | liver ml |\n"
        "|---|---|---|---|---|---|"
    )
    print("\n".join(around))


def _masks(exam: PhaseSet, truth: Mask, click: tuple[float, ...]) -> dict[str, Mask]:
    box = truth.bounding_box()
    assert box is not None
    corners = truth.geometry.index_to_mm(
        [[edge.start for edge in box], [edge.stop - 1 for edge in box]]
    )
    return {
        "click": segment(exam, at_mm=click),
        "caliper": segment(exam, caliper_mm=long_axis(truth.array, truth.geometry)),
        "box": segment(exam, box_mm=corners),
        "box in one slice": segment(exam, box_mm=_largest_slice(truth)),
    }


def _largest_slice(truth: Mask) -> np.ndarray:
    """Two corners around the outline in its largest slice: two clicks of a reader."""
    k = int(truth.array.sum(axis=(1, 2)).argmax())
    inside = np.argwhere(truth.array[k])
    corners = np.insert([inside.min(axis=0), inside.max(axis=0)], 0, k, axis=1)
    return truth.geometry.index_to_mm(corners)


def _rows(visit: str, masks: dict[str, Mask], truth: Mask) -> None:
    for prompt, mask in masks.items():
        answer = compare(mask.array, truth.array, truth.geometry, 0.0)
        codes = ", ".join(finding.code for finding in mask.findings)
        print(
            f"| {visit} | {prompt} | {answer.dice:.2f} | {answer.surface_mm:.1f} | "
            f"{answer.surface_95_mm:.1f} | "
            f"{100 * (mask.volume_ml / truth.volume_ml - 1):+.0f} | {codes} |",
            flush=True,
        )


def _random_clicks(visit: str, exam: PhaseSet, truth: Mask) -> str:
    dice = np.random.default_rng(0)
    spacing = truth.geometry.spacing_mm
    depth = ndimage.distance_transform_edt(truth.array, sampling=spacing)
    inner = np.argwhere(depth > 0.35 * depth.max())
    found = []
    for index in inner[dice.integers(len(inner), size=12)]:
        try:
            mask = segment(exam, at_mm=truth.geometry.index_to_mm(index))
        except InputRefused:
            found.append(0.0)
            continue
        found.append(compare(mask.array, truth.array, truth.geometry, 0.0).dice)
    said = f"median {statistics.median(found):.2f}, lowest {min(found):.2f}"
    return f"| {visit} | 12 random clicks | {said} | | | | |"


def _around(visit: str, exam: PhaseSet, truth: Mask) -> list[str]:
    """Rows of the table: the liver and its reference regions."""
    liver = liver_region(exam).array | truth.array
    volume = Mask(liver, truth.geometry).volume_ml
    tissues = {
        "liver": liver_references(exam, {"T1": truth}),
        **vessel_references(exam),
    }
    rows = []
    for tissue, found in tissues.items():
        cells = [visit, tissue, str(len(found.places_mm))]
        for volume_of in (exam.arterial, exam.portal_venous):
            phase = next(p for p, v in exam.volumes.items() if v is volume_of)
            cells += [f"{found.levels[phase]:.0f} ± {found.spreads[phase]:.1f}"]
        cells += [f"{volume:.0f}" if tissue == "liver" else ""]
        rows.append(f"| {' | '.join(cells)} |")
    return rows


def _draw(exam: PhaseSet, masks: dict[str, Mask], truth: Mask, path: Path) -> None:
    """Three slices of the lesion, and each slice that holds a reference region."""
    box = truth.bounding_box()
    assert box is not None
    slices = np.linspace(box[0].start, box[0].stop - 1, 5)[1:4].astype(int)
    references = liver_references(exam, {"T1": truth})
    places = exam.geometry.mm_to_index(references.places_mm)
    region = {"liver": liver_region(exam)}
    figure, axes = plt.subplots(2, 3, figsize=(12, 7.4), facecolor="black")
    for axis, k in zip(axes[0], slices, strict=True):
        near = tuple(slice(max(e.start - 45, 0), e.stop + 45) for e in box[1:])
        _slice(axis, exam, int(k), masks, COLORS, near)
    for axis, (k, j, i) in zip(axes[1], places[:3], strict=False):
        near = (slice(0, exam.geometry.shape[1]), slice(0, exam.geometry.shape[2]))
        shown = {**region, "hand": truth}
        _slice(axis, exam, round(k), shown, {"liver": "#3ddc55", **COLORS}, near)
        radius = references.radius_mm / exam.geometry.spacing_mm[2]
        axis.add_patch(plt.Circle((i, j), radius, fill=False, color="#ffd400"))
    for axis in axes.flat:
        axis.axis("off")
    for n, (name, color) in enumerate(COLORS.items()):
        figure.text(0.02 + 0.09 * n, 0.97, name, color=color, fontsize=12)
    figure.subplots_adjust(0, 0, 1, 0.95, 0.01, 0.01)
    figure.savefig(path, dpi=70, facecolor="black")
    plt.close(figure)


def _slice(
    axis: plt.Axes,
    exam: PhaseSet,
    k: int,
    masks: dict[str, Mask],
    colors: dict[str, str],
    near: tuple[slice, ...],
) -> None:
    volume = exam.portal_venous or exam.reference
    rows, columns = near
    image = volume.array[k][near]
    left, top = columns.start - 0.5, rows.start - 0.5
    extent = (left, left + image.shape[1], top + image.shape[0], top)
    axis.imshow(image, cmap="gray", vmin=-20, vmax=220, extent=extent)
    for name, mask in masks.items():
        part: Flags = mask.array[k][near]
        if part.any():
            axis.contour(
                np.arange(part.shape[1]) + columns.start,
                np.arange(part.shape[0]) + rows.start,
                part,
                [0.5],
                colors=colors[name],
                linewidths=1.2,
            )


if __name__ == "__main__":
    main()
