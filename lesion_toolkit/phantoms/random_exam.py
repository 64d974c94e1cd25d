"""Multiphase exams drawn at random: patient, timing, dose, breath, coil and noise."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.phase import Phase
from lesion_toolkit.model.volume import Volume
from lesion_toolkit.phantoms.anatomy import Scene
from lesion_toolkit.phantoms.case_series import case_series
from lesion_toolkit.phantoms.materials import Agent, Material, brightness_after
from lesion_toolkit.phantoms.rendering import add_noise, layers_of, paint_with
from lesion_toolkit.phantoms.shapes import PointMm

WINDOW_S: Mapping[Phase, tuple[float, float]] = MappingProxyType(
    {
        Phase.PRECONTRAST: (-300.0, 0.0),
        Phase.EARLY_ARTERIAL: (16.0, 23.0),
        Phase.LATE_ARTERIAL: (32.0, 42.0),
        Phase.PORTAL_VENOUS: (62.0, 85.0),
        Phase.DELAYED: (160.0, 360.0),
        Phase.TRANSITIONAL: (150.0, 300.0),
        Phase.HEPATOBILIARY: (1000.0, 1500.0),
    }
)
"""Seconds after the injection within which a scan shows its phase (LI-RADS 2018)."""

GRID = Geometry.from_axes(
    (32, 112, 112), origin_mm=(-177.6, -177.6, -75.5), spacing_mm=(5.0, 3.2, 3.2)
)
"""Coarse enough to be quick; the phases are looked for on a coarser grid yet."""

_PRE, _EARLY, _LATE, _PORTAL = (
    Phase.PRECONTRAST,
    Phase.EARLY_ARTERIAL,
    Phase.LATE_ARTERIAL,
    Phase.PORTAL_VENOUS,
)
_UPTAKE = (Phase.TRANSITIONAL, Phase.HEPATOBILIARY)

FULL_PROTOCOLS: Mapping[Agent, tuple[tuple[Phase, ...], ...]] = MappingProxyType(
    {
        Agent.EXTRACELLULAR: (
            (_PRE, _LATE, _PORTAL),
            (_PRE, _EARLY, _PORTAL),
            (_PRE, _LATE, _PORTAL, Phase.DELAYED),
            (_PRE, _EARLY, _PORTAL, Phase.DELAYED),
            (_PRE, _EARLY, _LATE, _PORTAL, Phase.DELAYED),
        ),
        Agent.HEPATOCYTE: (
            (_PRE, _LATE, _PORTAL, *_UPTAKE),
            (_PRE, _EARLY, _PORTAL, *_UPTAKE),
            (_PRE, _EARLY, _LATE, _PORTAL, *_UPTAKE),
        ),
    }
)
"""What multiphase protocols of the liver acquire (LI-RADS 2018)."""

PARTIAL_PROTOCOLS: Mapping[Agent, tuple[tuple[Phase, ...], ...]] = MappingProxyType(
    {
        Agent.EXTRACELLULAR: (
            (_LATE, _PORTAL),
            (_EARLY, _PORTAL),
            (_LATE, _PORTAL, Phase.DELAYED),
            (_EARLY, _PORTAL, Phase.DELAYED),
            (_PRE, _LATE),
            (_PRE, _EARLY),
            (_PRE, _PORTAL),
            (_LATE, Phase.DELAYED),
            (_PRE, _LATE, Phase.DELAYED),
            (_PORTAL, Phase.DELAYED),
        ),
        Agent.HEPATOCYTE: (
            (_PRE, _LATE, _PORTAL, Phase.HEPATOBILIARY),
            (_LATE, _PORTAL, *_UPTAKE),
            (_PRE, _LATE, *_UPTAKE),
            (_PRE, _PORTAL, Phase.HEPATOBILIARY),
            (_PRE, Phase.HEPATOBILIARY),
            (_LATE, _PORTAL, Phase.HEPATOBILIARY),
        ),
    }
)
"""What arrives when a part of an exam is missing."""

_TISSUE_SD = 0.06
"""How differently each tissue enhances from patient to patient, of its rise."""


@dataclass(frozen=True, slots=True)
class RandomExam:
    """Volumes of one visit in the order they were taken, and what they truly show.

    ``noise_sd`` is in HU on CT, on MR in units of a liver of 230 before contrast.
    """

    volumes: tuple[Volume, ...]
    phases: tuple[Phase, ...]
    seconds: tuple[float, ...]
    noise_sd: float


def random_exam(
    dice: np.random.Generator,
    modality: str,
    phases: Sequence[Phase],
    *,
    agent: Agent = Agent.EXTRACELLULAR,
    seconds: Sequence[float] | None = None,
    noise_sd: float | None = None,
) -> RandomExam:
    """Scan a patient of the case series, or one without a lesion, at random.

    Each pass is one of two breaths, which lie some millimeters apart.

    Parameters
    ----------
    dice
        Source of all that is random.
    modality
        ``CT`` or ``MR``.
    phases
        What to show, each at a time drawn from :data:`WINDOW_S`.
    agent
        Kind of contrast agent.
    seconds
        Times after the injection instead of those drawn, one a phase.
    noise_sd
        Instead of one drawn (CT 5 to 25 HU, MR 5 to 35 units).
    """
    times = [float(dice.uniform(*WINDOW_S[phase])) for phase in phases]
    times = times if seconds is None else [float(second) for second in seconds]
    noise = float(dice.uniform(5, 25 if modality == "CT" else 35))
    noise = noise if noise_sd is None else noise_sd
    scenes = [Scene(), *(v.scene for case in case_series() for v in case.visits)]
    scene = scenes[int(dice.integers(len(scenes)))]
    patient = _Patient.drawn(dice, modality, agent)
    volumes = []
    breaths = [layers_of(scene, GRID, _shift(dice)) for _ in range(2)]
    for second in times:
        layers = breaths[int(dice.integers(2))]
        image = paint_with(layers, GRID.shape, patient.at(second))
        image = add_noise(image, modality, noise, dice) * patient.coil
        volumes.append(Volume(np.rint(image).astype(np.int16), GRID, modality))
    return RandomExam(tuple(volumes), tuple(phases), tuple(times), noise)


def _shift(dice: np.random.Generator) -> PointMm:
    x, y, z = (float(axis) for axis in dice.normal(0, 2, 3))
    return x, y, z


@dataclass(frozen=True, slots=True, eq=False)
class _Patient:
    """How one patient takes up contrast, and how a coil sees the patient."""

    modality: str
    agent: Agent
    dose: float
    strength: Mapping[Material, float]
    liver_offset: float
    uptake: float
    coil: NDArray[np.float32]

    @classmethod
    def drawn(
        cls, dice: np.random.Generator, modality: str, agent: Agent
    ) -> "_Patient":
        strength = {m: float(np.exp(dice.normal(0, _TISSUE_SD))) for m in Material}
        is_ct = modality == "CT"
        return cls(
            modality,
            agent,
            # 80 to 120 kVp and the dose of iodine; gadolinium is dosed by weight
            float(dice.uniform(0.75, 1.4) if is_ct else dice.uniform(0.85, 1.15)),
            strength,
            # from fatty to iron-laden
            float(dice.uniform(-20, 8) if is_ct else dice.uniform(-40, 40)),
            float(dice.uniform(0.6, 1.1)),
            np.ones(1, np.float32) if is_ct else _coil(dice),
        )

    def at(self, seconds: float) -> Callable[[Material, float], float]:
        """Brightness of each material in this patient, some time after injection."""

        def value(material: Material, enhancement: float) -> float:
            strength = enhancement * self.dose * self.strength[material]
            if material is Material.LIVER and seconds > _UPTAKE_SEEN_S:
                strength *= self.uptake
            found = brightness_after(
                seconds, self.modality, material, strength, self.agent
            )
            return found + self.liver_offset * (material is Material.LIVER)

        return value


_UPTAKE_SEEN_S = 600.0
"""From here on hepatocytes, not blood, decide how bright the liver is."""


def _coil(dice: np.random.Generator) -> NDArray[np.float32]:
    """Gain of a surface coil over the body: up to a fifth, smooth, and a scale."""
    k, j, i = np.ogrid[tuple(slice(-1, 1, n * 1j) for n in GRID.shape)]
    a, b, c, d = dice.uniform(-0.2, 0.2, 4)
    gain = 1 + a * i + b * j + c * k + d * (i * i + j * j - 0.5)
    return np.asarray(gain * dice.uniform(0.6, 2.0), np.float32)
