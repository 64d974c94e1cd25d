"""The lesions of an exam from a file of seeds or masks, or from a segmenter alone."""

from pathlib import Path

from lesion_toolkit.errors import UsageRefused
from lesion_toolkit.loaders.masks import load_masks
from lesion_toolkit.loaders.seeds import read_seeds
from lesion_toolkit.model.lesion import Lesion, Role
from lesion_toolkit.model.measurement import PointMm
from lesion_toolkit.model.phase import PhaseSet
from lesion_toolkit.model.seed import Seed
from lesion_toolkit.model.volume import Mask
from lesion_toolkit.segmentation.click import segment
from lesion_toolkit.segmentation.seeded import segment_lesions
from lesion_toolkit.segmentation.segmenters import about_segmenter


def refuse_unpointed(lesions_file: str | Path | None, segmenter: str = "") -> None:
    """Refuse, before an exam is read, what would leave its lesions unknown.

    Raises
    ------
    UsageRefused
        There is no such segmenter; it needs a reader to point and there is no file; or
        it is named beside a file of masks.
    """
    needs_place = not segmenter or about_segmenter(segmenter).needs_place
    if lesions_file is None and needs_place:
        raise UsageRefused(
            f"{segmenter or 'click'!r} outlines where a reader points: "
            "give a seeds file."
        )
    if lesions_file is not None and segmenter and not _is_seeds(lesions_file):
        raise UsageRefused("a mask file is measured as it is: name no segmenter.")


def lesions_and_masks(
    phases: PhaseSet,
    lesions_file: str | Path | None,
    segmenter: str = "",
    *,
    any_frame: bool = False,
) -> tuple[tuple[Lesion, ...], dict[str, Mask]]:
    """Find the lesions: seeds are segmented, masks are read, models find their own.

    Parameters
    ----------
    lesions_file
        A seeds CSV (patient LPS mm) or a mask file (SEG, RTSTRUCT, NIfTI, NRRD); None
        where the segmenter finds lesions by itself.
    segmenter
        Name of the one that outlines, of those that ``lesion-toolkit segmenters list``
        shows; our own click where it is empty.
    any_frame
        Take masks from another frame of reference; they carry a finding.

    Returns
    -------
    tuple
        The lesions, and the mask of every lesion that is measured (targets).

    Raises
    ------
    UsageRefused
        As of :func:`refuse_unpointed`.
    """
    refuse_unpointed(lesions_file, segmenter)
    if lesions_file is None:
        masks = segment_lesions(phases, segmenter)
        return tuple(Lesion(name) for name in masks), masks
    if not _is_seeds(lesions_file):
        masks = load_masks(lesions_file, like=phases.reference, any_frame=any_frame)
        return tuple(Lesion(name) for name in masks), masks
    seeds = read_seeds(lesions_file)
    lesions = tuple(
        Lesion(seed.lesion, role=seed.role, organ=seed.organ, kind=seed.kind)
        for seed in seeds
    )
    targets = [seed for seed in seeds if seed.role == Role.TARGET]
    if segmenter and targets:
        return lesions, segment_lesions(phases, segmenter, targets)
    return lesions, {seed.lesion: _clicked(phases, seed) for seed in targets}


def _clicked(phases: PhaseSet, seed: Seed) -> Mask:
    return segment(phases, at_mm=seed.points_mm, caliper_mm=seed.caliper_mm)


def placed_calipers(
    lesions_file: str | Path | None,
) -> dict[str, tuple[PointMm, PointMm]]:
    """Lesion to the caliper that a seeds file holds of it, ends in patient LPS mm.

    Raises
    ------
    UsageRefused
        There is no seeds file with a caliper.
    """
    if lesions_file is None or not _is_seeds(lesions_file):
        raise UsageRefused("placed calipers are wanted, but there is no seeds file.")
    seeds = read_seeds(lesions_file)
    targets = (seed for seed in seeds if seed.role == Role.TARGET)
    placed = {seed.lesion: seed.caliper_mm for seed in targets if seed.caliper_mm}
    if not placed:
        raise UsageRefused("placed calipers are wanted, but the lesions have none.")
    return placed


def _is_seeds(lesions_file: str | Path) -> bool:
    return Path(lesions_file).suffix.lower() == ".csv"
