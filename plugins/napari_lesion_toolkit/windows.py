"""Gray windows as level and width, and how a drag changes them."""

from dataclasses import dataclass
from typing import Self

NARROWEST = 1.0
STEPS = 256
"""Pixels of a drag that add the width of a window to itself."""


@dataclass(frozen=True, slots=True)
class Window:
    """A gray window: HU for CT, scanner units for MR."""

    level: float
    width: float

    @classmethod
    def of(cls, limits: tuple[float, float]) -> Self:
        """Window between the darkest and the brightest value shown."""
        low, high = limits
        return cls((low + high) / 2, high - low)

    @property
    def limits(self) -> tuple[float, float]:
        """Values shown black and white."""
        return self.level - self.width / 2, self.level + self.width / 2

    def dragged(self, right_px: float, down_px: float) -> "Window":
        """Right widens, up brightens, in proportion to the width there is."""
        step = max(self.width, NARROWEST) / STEPS
        width = max(self.width + right_px * step, NARROWEST)
        return Window(self.level + down_px * step, width)

    @property
    def words(self) -> str:
        """As a workstation writes it, for example ``W 300 L 90``."""
        return f"W {self.width:.0f} L {self.level:.0f}"


PRESETS_HU = {
    "arterial": Window(90, 300),
    "liver": Window(60, 160),
    "soft tissue": Window(40, 400),
    "bone": Window(400, 1800),
    "lung": Window(-600, 1500),
}
"""Usual windows of CT; MR has no units to set them in."""

SUBTRACTION_HU = Window(50, 140)
"""Arterial minus precontrast on CT: enhancement from -20 to 120 HU."""
