"""Segmenters of any package, found by name: ours, and models that others trained.

A segmenter is a class under the entry point group ``lesion_toolkit.segmenters``. It is
imported when it is asked for, and what it needs when it is called. What a model
outlines is marked as its work, with its version and the license of its weights.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.metadata import PackageNotFoundError, version
from typing import ClassVar, Protocol, cast

from lesion_toolkit.errors import InputRefused, SpaceMismatch, UsageRefused
from lesion_toolkit.extensions import SEGMENTERS, extension_names, load_extension
from lesion_toolkit.model.finding import Finding
from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.model.volume import Mask

Place = Sequence[float]


@dataclass(frozen=True, slots=True)
class About:
    """What a segmenter is, told without importing what it needs.

    Attributes
    ----------
    finds
        What it outlines, in a few words.
    package
        Distribution it needs; empty where it needs none.
    weights_license
        License of the trained weights; empty where there are none.
    choices
        What may follow its name after a colon; empty where that is free or nothing.
    extra
        Extra of this project that installs the package.
    needs_place
        Whether a reader must point at each lesion.
    """

    finds: str
    package: str = ""
    weights_license: str = ""
    choices: tuple[str, ...] = ()
    extra: str = ""
    needs_place: bool = False

    @property
    def installed(self) -> str:
        """Version of the package it needs; empty where it is not installed."""
        try:
            return version(self.package)
        except (PackageNotFoundError, ValueError):
            return ""


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a reader points at, in patient LPS mm; nothing where a model needs nothing.

    Attributes
    ----------
    at_mm, remove_mm
        Clicks on what is wanted and on what is not.
    box_mm
        Two opposite corners of a box around it.
    caliper_mm
        Both ends of a rough long axis.
    """

    at_mm: Sequence[Place] = ()
    box_mm: Sequence[Place] | None = None
    remove_mm: Sequence[Place] = ()
    caliper_mm: Sequence[Place] | None = None


@dataclass(frozen=True, slots=True)
class Outlined:
    """What a segmenter answers with.

    Attributes
    ----------
    masks
        On the grid of the exam, by name of the lesion or organ.
    model, version, weights_license
        Whose work it is; ``model`` is empty where no trained model took part.
    findings
        What the reader should know of the masks.
    """

    masks: Mapping[str, Mask]
    model: str = ""
    version: str = ""
    weights_license: str = ""
    findings: tuple[Finding, ...] = field(default=())


class Segmenter(Protocol):
    """A class that outlines lesions or organs of an exam.

    It is made with the text after the colon of its name, empty where there is none.
    """

    about: ClassVar[About]

    def __init__(self, choice: str) -> None: ...

    def __call__(self, phases: PhaseSet, prompt: Prompt) -> Outlined:
        """Outline what is there; masks lie on ``phases.geometry``."""
        ...


def segmenters() -> dict[str, About]:
    """Every installed segmenter by name; models are not imported.

    Raises
    ------
    UsageRefused
        Two packages claim one name, or one of them is no segmenter.
    """
    return {name: _class_of(name).about for name in extension_names(SEGMENTERS)}


def about_segmenter(name: str) -> About:
    """Tell what a segmenter is, by its name with or without a choice.

    Raises
    ------
    UsageRefused
        There is no such segmenter.
    """
    return _class_of(name.partition(":")[0]).about


def segment_with(name: str, phases: PhaseSet, prompt: Prompt | None = None) -> Outlined:
    """Outline lesions or organs with a segmenter.

    Parameters
    ----------
    name
        Its name, with a choice where it offers some: ``totalsegmentator:liver``.
    phases
        The exam.
    prompt
        Clicks or a box, for a segmenter that wants them.

    Returns
    -------
    Outlined
        Every mask carries the name of the model as its source and the finding
        ``model-output``.

    Raises
    ------
    UsageRefused
        There is no such segmenter or choice, or what it needs is not installed.
    InputRefused
        It refuses the exam, fails, or outlines nothing.
    SpaceMismatch
        It answers on another grid than the exam.
    """
    base, _, choice = name.partition(":")
    made = _class_of(base)
    choices = made.about.choices
    if choices and choice not in choices:
        raise UsageRefused(
            f"{base!r} outlines one of: {', '.join(choices)}; "
            f"name it, for example {base}:{choices[0]}."
        )
    outlined = _asked(made(choice), base, phases, prompt or Prompt())
    if not any(mask.array.any() for mask in outlined.masks.values()):
        raise InputRefused(
            f"an exam in which {base} outlines nothing.",
            "a lesion or organ that it knows.",
            "click the lesion instead, or check the phase and the body part.",
        )
    return _marked(outlined, phases)


def _class_of(name: str) -> type[Segmenter]:
    found = load_extension(SEGMENTERS, name)
    if not isinstance(getattr(found, "about", None), About):
        raise UsageRefused(f"{name!r} is no segmenter: it does not say what it is.")
    return cast("type[Segmenter]", found)


def _asked(
    segmenter: Segmenter, name: str, phases: PhaseSet, prompt: Prompt
) -> Outlined:
    try:
        return segmenter(phases, prompt)
    except (InputRefused, UsageRefused):
        raise
    except ImportError as fault:
        extra = segmenter.about.extra
        way = f"lesion-toolkit[{extra}]" if extra else segmenter.about.package
        raise UsageRefused(
            f"{name!r} needs {segmenter.about.package or fault.name}, which is not "
            f"installed or not complete: pip install '{way}'."
        ) from fault
    except Exception as fault:  # models fail in as many ways as there are
        raise InputRefused(
            f"{name} failed ({type(fault).__name__}).",
            "an exam that it can outline.",
            "run it by itself to see why, or click the lesion instead.",
        ) from fault


def _marked(outlined: Outlined, phases: PhaseSet) -> Outlined:
    """Write on every mask whose work it is."""
    if not all(m.geometry.same_space_as(phases.geometry) for m in _masks(outlined)):
        raise SpaceMismatch(
            "masks of a segmenter on another grid than the exam.",
            "masks on the grid of the exam.",
            "report it to whoever made the segmenter.",
        )
    if not outlined.model:
        return outlined
    source = " ".join(filter(None, (outlined.model, outlined.version)))
    license_ = outlined.weights_license or "of unknown license"
    finding = Finding(
        "model-output",
        f"Outlined by a trained model, {source}, weights {license_}: check the outline "
        "before you measure.",
    )
    return replace(
        outlined,
        masks={
            name: replace(mask, source=source, findings=(*mask.findings, finding))
            for name, mask in outlined.masks.items()
        },
    )


def _masks(outlined: Outlined) -> Sequence[Mask]:
    return tuple(outlined.masks.values())
