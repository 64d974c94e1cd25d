"""Measure the public patients and draw our caliper on each arterial slice.

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

from lesion_toolkit.lesion_files import lesions_and_masks
from lesion_toolkit.model.measurement import KeyImage, LesionMeasurement
from lesion_toolkit.segmentation.click import segment
from lesion_toolkit.workflow import load_exam, measure

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


def main(folder: Path) -> None:
    for visit, (day, caliper_mm, readers) in VISITS.items():
        patient = visit.split()[0]
        exam = load_exam(next(p for p in (folder / patient).rglob(f"{day}*")))
        name = visit.replace(" ", "_").replace("-", "")
        outline = folder / "outlines" / f"{name}_lesion.nii.gz"
        masks = {
            "outline": next(iter(lesions_and_masks(exam, outline)[1].values())),
            "caliper": segment(exam, caliper_mm=caliper_mm),
        }
        for prompt, mask in masks.items():
            found = measure(exam, {"T1": mask}).measurements[0]
            print(_row(visit, prompt, found, readers), flush=True)
            if found.key_image is not None:
                path = HERE / f"{name}_{prompt}.png"
                _draw(found.key_image, f"{visit}: {found.viable_diameter_mm} mm", path)


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


def _draw(image: KeyImage, title: str, path: Path) -> None:
    pixels = np.frombuffer(image.pixels, np.uint8).reshape(image.shape)
    aspect = image.spacing_mm[0] / image.spacing_mm[1]
    figure, panels = plt.subplots(1, 2, figsize=(8, 4.6), layout="constrained")
    for panel, names in zip(panels, (("lesion",), tuple(COLORS)), strict=True):
        panel.imshow(pixels, cmap="gray", vmin=0, vmax=255, aspect=aspect)
        for name in names:
            for polygon in image.outlines[name]:
                row, column = np.array(polygon).T
                panel.plot(column, row, color=COLORS[name], linewidth=1)
        row, column = np.array(image.calipers["viable"]).T
        panel.plot(column, row, color="#ffe14d", linewidth=1.5)
        panel.set_axis_off()
    figure.suptitle(f"{title} ({image.caption})", fontsize=9)
    figure.savefig(path, dpi=75)
    plt.close(figure)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
