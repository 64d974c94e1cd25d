"""Draw the figure panels of the documentation: of the sample patient and of HCC_007.

    python docs/images/make_figures.py [FOLDER]

FOLDER holds the unpacked patient HCC_007 of HCC-TACE-Seg (see
docs/validation/real_patients.md) with the outline, ``lesions.nii.gz``, in the folder of
each visit. ``lesion-toolkit report PATIENT --figure FILE`` draws the same for print;
here they are smaller.
"""

import sys
from pathlib import Path

from lesion_toolkit.criteria.engine import assess
from lesion_toolkit.export.figure import draw
from lesion_toolkit.export.panel import panel_of
from lesion_toolkit.patient import read_patient
from napari_lesion_toolkit.sample_data import sample_folder

HERE = Path(__file__).parent
DPI = 110


def main(real: Path | None) -> None:
    save(sample_folder(), "figure-sample.png")
    if real is not None:
        save(real, "figure-HCC_007.png")


def save(patient: Path, name: str) -> None:
    found = read_patient(patient)
    panel = panel_of(assess(found.timeline, "mrecist-2010"), found.exams)
    draw(panel).savefig(HERE / name, dpi=DPI, metadata={"Software": None})
    print(panel.title)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
