"""Five small exams with known answers, for a self-test on the user's machine.

Each is a targeted field of view over one lesion of the common anatomy, scanned by CT
before contrast, in the late arterial and in the portal venous phase.
"""

import datetime
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.volume import Mask
from lesion_toolkit.phantoms.anatomy import Build, Scene
from lesion_toolkit.phantoms.dicom import write_exam
from lesion_toolkit.phantoms.exam import Exam, Protocol, Subject
from lesion_toolkit.phantoms.protocols import passes
from lesion_toolkit.phantoms.shapes import Ellipsoid, PointMm, sphere
from lesion_toolkit.phantoms.truth import LesionTruth
from lesion_toolkit.phantoms.tumor import Tumor

_CENTER_MM = (-90.0, -14.0, 12.0)
_FIRST_NUMBER = 11
"""Patient numbers below are those of the case series and the samples."""


@dataclass(frozen=True, slots=True)
class SelftestScene:
    """One lesion with a known answer: a name for people, and the exam that shows it."""

    name: str
    exam: Exam

    @property
    def tumor(self) -> Tumor:
        """The only lesion."""
        return self.exam.scene.tumors[0]

    @property
    def truth(self) -> LesionTruth:
        """True diameters (mm) and volumes (ml) of the lesion."""
        return self.tumor.truth

    @property
    def click_mm(self) -> PointMm:
        """Where a reader would click, patient LPS mm."""
        return self.exam.scene.click_mm(self.tumor.lesion)

    def outline_on(self, geometry: Geometry) -> Mask:
        """Mark every voxel (k, j, i) whose center lies in the lesion."""
        index = np.indices(geometry.shape).transpose(1, 2, 3, 0)
        x, y, z = np.moveaxis(geometry.index_to_mm(index), -1, 0)
        inside = np.stack([shape.level(x, y, z) < 1 for shape in self.tumor.shapes])
        return Mask(self.tumor.is_whole(inside), geometry, source="phantom")


def selftest_scenes() -> tuple[SelftestScene, ...]:
    """Describe a solid, a rim, an eccentric, a two-island and an oily lesion."""
    lesions = (
        ("solid sphere", Tumor("T1", (sphere(_CENTER_MM, 40),))),
        (
            "rim around central necrosis",
            Tumor(
                "T1",
                (sphere(_CENTER_MM, 60),),
                necrosis=(Ellipsoid(_CENTER_MM, (19, 19, 40)),),
            ),
        ),
        (
            "eccentric necrosis",
            Tumor(
                "T1",
                (Ellipsoid(_CENTER_MM, (30, 26, 26)),),
                necrosis=(Ellipsoid((-78, -14, 12), (24, 30, 30)),),
            ),
        ),
        (
            "two viable islands",
            Tumor(
                "T1",
                (Ellipsoid(_CENTER_MM, (36, 28, 26)),),
                necrosis=(Ellipsoid(_CENTER_MM, (38, 30, 28)),),
                islands=(
                    Ellipsoid((-107, -14, 12), (12, 18, 16)),
                    Ellipsoid((-72, -14, 12), (9, 12, 12)),
                ),
            ),
        ),
        (
            "lipiodol beside living tumor",
            Tumor(
                "T1",
                (Ellipsoid(_CENTER_MM, (28, 25, 25)),),
                lipiodol=(Ellipsoid((-72, -14, 12), (20, 30, 30)),),
            ),
        ),
    )
    return tuple(
        SelftestScene(name, _exam(_FIRST_NUMBER + n, tumor))
        for n, (name, tumor) in enumerate(lesions)
    )


def write_selftest_scene(scene: SelftestScene, directory: Path) -> tuple[Path, ...]:
    """Write one scene as DICOM below ``directory``."""
    return write_exam(scene.exam, directory)


def _exam(number: int, tumor: Tumor) -> Exam:
    protocol = Protocol(
        modality="CT",
        shape=(32, 144, 144),
        spacing_mm=(2.5, 1.3, 1.3),
        center_mm=(-62, 0, 12),
        acquisitions=passes("LIVER", 2.5),
        noise_sd=10,
    )
    scene = Scene(Build(), (tumor,))
    return Exam(Subject(number, "O", 60), datetime.date(2024, 1, 9), scene, protocol)
