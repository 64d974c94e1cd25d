"""Phases stacked in one series come apart by the attribute that explains them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lesion_toolkit.loaders.index import find_series
from lesion_toolkit.loaders.pixels import read_volume

HEIGHTS = (0.0, 2.5, 5.0, 7.5)


def _sizes(index):
    return [len(series.files) for series in index.series]


@pytest.mark.parametrize(
    ("attribute", "keyword", "values"),
    [
        ("TemporalPositionIdentifier", "TemporalPositionIdentifier", (1, 2)),
        ("AcquisitionNumber", "AcquisitionNumber", (2, 3)),
        ("AcquisitionTime", "AcquisitionTime", ("101500", "101540")),
        ("TriggerTime", "TriggerTime", (0, 40000)),
        ("ContentTime", "ContentTime", ("101500", "101540")),
    ],
)
def test_the_attribute_with_one_value_a_phase_splits(
    make, saved, attribute, keyword, values
):
    folder = saved(make(z, **{keyword: value}) for value in values for z in HEIGHTS)
    index = find_series(folder)
    assert _sizes(index) == [4, 4]
    assert {series.split_by for series in index.series} == {attribute}


def test_time_of_each_slice_does_not_split_a_phase(make, saved):
    slices = [
        make(z, AcquisitionTime=f"1015{n:02}", AcquisitionNumber=phase)
        for phase in (1, 2)
        for n, z in enumerate(HEIGHTS, 10 * phase)
    ]
    index = find_series(saved(slices))
    assert [series.split_value for series in index.series] == ["1", "2"]


def test_instance_numbers_split_when_nothing_else_differs(make, saved):
    numbered = enumerate([z for _ in range(2) for z in HEIGHTS], 1)
    index = find_series(saved(make(z, InstanceNumber=n) for n, z in numbered))
    assert [s.split_value for s in index.series] == ["1-4", "5-8"]


def test_phases_that_alternate_at_each_position_come_apart(make, saved):
    slices = [
        make(z, InstanceNumber=2 * n + phase, pixels=np.full((8, 6), phase, np.int16))
        for n, z in enumerate(HEIGHTS)
        for phase in (1, 2)
    ]
    index = find_series(saved(slices))
    volumes = [read_volume(series) for series in index.series]
    assert [np.unique(v.array).tolist() for v in volumes] == [[1], [2]]


def _timed(make, heights_of_phases, number=lambda phase, n: 100 * phase + n):
    """Phases whose slices each have a time of their own; voxels say the phase."""
    return [
        make(
            z,
            AcquisitionTime=f"10{phase}5{n:02}",
            InstanceNumber=number(phase, n),
            pixels=np.full((8, 6), phase, np.int16),
        )
        for phase, heights in enumerate(heights_of_phases)
        for n, z in enumerate(heights)
    ]


def _phases_of(index):
    """Phase of each voxel of each volume, and where the volume begins."""
    volumes = [read_volume(series) for series in index.series]
    return [(np.unique(v.array).tolist(), v.geometry.origin_mm[2]) for v in volumes]


@pytest.mark.parametrize("downwards", [False, True])
def test_a_shorter_phase_does_not_borrow_slices_of_the_next(make, saved, downwards):
    whole = tuple(2.5 * n for n in range(8))
    heights = [whole[3:], whole, whole[:6]]
    if downwards:
        heights = [phase[::-1] for phase in heights]
    index = find_series(saved(_timed(make, heights)))
    assert _phases_of(index) == [([0], 7.5), ([1], 0.0), ([2], 0.0)]
    assert [series.split_by for series in index.series] == ["InstanceNumber"] * 3


def test_numbers_in_order_of_an_interleaved_acquisition_split(make, saved):
    odd_then_even = (0.0, 5.0, 10.0, 2.5, 7.5, 12.5)
    index = find_series(saved(_timed(make, [odd_then_even] * 2)))
    assert _phases_of(index) == [([0], 0.0), ([1], 0.0)]
    assert all(series.spacing_mm[0] == 2.5 for series in index.series)


def test_numbers_drawn_at_random_never_mix_phases(make, saved):
    heights = [tuple(2.5 * n for n in range(6))] * 2
    slices = _timed(make, heights, lambda phase, n: (7 * n + 5 * phase + 3) % 13)
    index = find_series(saved(slices))
    assert index.series == ()
    reasons = {entry.set_aside for entry in index.account}
    assert reasons == {"up to 2 images at a position, nothing tells them apart"}


@pytest.mark.parametrize(
    ("halves", "phases"),
    [
        ("AcquisitionNumber", {"AcquisitionTime": ("101500", "101540")}),
        ("AcquisitionTime", {}),
    ],
)
def test_a_phase_taken_in_two_breath_holds_stays_one(make, saved, halves, phases):
    slices = [
        make(
            2.5 * n,
            InstanceNumber=8 * phase + n,
            **{halves: str(101500 + 2 * phase + n // 4)},
            **{keyword: values[phase] for keyword, values in phases.items()},
        )
        for phase in (0, 1)
        for n in range(8)
    ]
    index = find_series(saved(slices))
    assert _sizes(index) == [8, 8]
    assert halves not in {series.split_by for series in index.series}


def test_dynamics_come_in_order_of_their_temporal_position(make, saved):
    slices = [
        make(z, TemporalPositionIdentifier=phase, InstanceNumber=(7 * n - phase) % 29)
        for phase in (1, 2, 3)
        for n, z in enumerate(HEIGHTS)
    ]
    index = find_series(saved(slices))
    assert [series.split_value for series in index.series] == ["1", "2", "3"]


def test_one_echo_time_may_be_written_in_several_ways(make, saved):
    times = ("2.3", "2.30", "2.3E0", "+2.3")
    folder = saved(make(z, EchoTime=t) for z, t in zip(HEIGHTS, times, strict=True))
    assert _sizes(find_series(folder)) == [4]


def test_value_that_is_missing_in_one_volume_is_called_none(make, saved):
    slices = [make(z, **more) for more in ({}, {"EchoTime": 2.3}) for z in HEIGHTS]
    index = find_series(saved(slices))
    assert {series.split_value for series in index.series} == {"none", "2.3"}


def test_unequal_stacks_split_by_acquisition(make, saved):
    long = [2.5 * n for n in range(12)]
    slices = [make(z, AcquisitionNumber=1) for z in long[3:9]]
    slices += [make(z, AcquisitionNumber=3) for z in long]
    assert _sizes(find_series(saved(slices))) == [6, 12]


def test_a_phase_with_a_missing_slice_is_still_told_apart(make, saved):
    slices = [make(2.5 * n, AcquisitionNumber=1) for n in range(8)]
    slices += [make(2.5 * n, AcquisitionNumber=2) for n in range(8) if n != 3]
    index = find_series(saved(slices))
    assert sorted(_sizes(index)) == [3, 4, 8]
    assert {f.code for s in index.series for f in s.findings} == {"missing-slices"}


def test_interleaved_offset_grids_split_although_no_position_repeats(make, saved):
    slices = [make(2.5 * n, AcquisitionNumber=1) for n in range(6)]
    slices += [make(2.5 * n + 0.6, AcquisitionNumber=2) for n in range(6)]
    index = find_series(saved(slices))
    assert _sizes(index) == [6, 6]
    assert all(np.isclose(s.spacing_mm[0], 2.5) for s in index.series)


def test_acquisition_numbers_alone_do_not_cut_one_even_stack(make, saved):
    folder = saved(make(z, AcquisitionNumber=n) for n, z in enumerate(HEIGHTS))
    assert _sizes(find_series(folder)) == [4]


@pytest.mark.parametrize(
    ("keyword", "values"),
    [
        ("EchoTime", (2.3, 4.6)),
        ("ImageType", (["ORIGINAL", "PRIMARY", "W"], ["ORIGINAL", "PRIMARY", "F"])),
        ("DiffusionBValue", (0.0, 800.0)),
        ("ImageOrientationPatient", ([1, 0, 0, 0, 1, 0], [0, 1, 0, 0, 0, -1])),
        ("PixelSpacing", ([0.7, 0.7], [1.4, 1.4])),
    ],
)
def test_another_kind_of_image_is_another_volume(make, saved, keyword, values):
    slices = []
    for value in values:
        for z in HEIGHTS:
            place = {"ImagePositionPatient": [z, z, z]}
            slices.append(make(z, **place, **{keyword: value}))
    index = find_series(saved(slices))
    assert _sizes(index) == [4, 4]
    assert {keyword} == {series.split_by for series in index.series}


def test_images_at_one_position_are_no_volume(make, saved):
    index = find_series(saved(make(5.0, InstanceNumber=n) for n in range(4)))
    assert not index.series
    assert all("one position" in entry.set_aside for entry in index.account)


def test_a_repeated_image_does_not_become_a_phase(make, saved):
    slices = [make(2.5 * n, InstanceNumber=n) for n in range(8)]
    index = find_series(saved([*slices, make(7.5, InstanceNumber=9)]))
    assert _sizes(index) == [8]
    assert index.series[0].findings[0].code == "repeated-positions"
    assert sum(bool(entry.set_aside) for entry in index.account) == 1


def test_a_gap_ends_a_volume(make, saved):
    index = find_series(saved(make(z) for z in (0, 5, 10, 25, 30, 35, 40)))
    assert _sizes(index) == [3, 4]
    assert [s.findings[0].code for s in index.series] == ["missing-slices"] * 2


def test_uneven_positions_are_set_aside(make, saved):
    index = find_series(saved(make(z) for z in (0, 5, 11, 18, 30, 41)))
    assert not index.series
    assert "uneven" in index.account[0].set_aside


def test_positions_rounded_to_a_tenth_are_even(make, saved):
    heights = [round(1.25 * n, 1) for n in range(20)]
    assert _sizes(find_series(saved(make(z) for z in heights))) == [20]


@settings(max_examples=15, deadline=None)
@given(phases=st.integers(2, 4), slices=st.integers(2, 6), order=st.randoms())
def test_order_of_files_does_not_matter(
    make, save_as, tmp_path_factory, phases, slices, order
):
    folder = tmp_path_factory.mktemp("shuffled")
    images = [
        make(3.0 * n, AcquisitionNumber=phase)
        for phase in range(phases)
        for n in range(slices)
    ]
    order.shuffle(images)
    for number, slice_ in enumerate(images):
        save_as(slice_, folder / f"{number}.dcm")
    index = find_series(folder)
    assert _sizes(index) == [slices] * phases
    assert [s.split_value for s in index.series] == [str(p) for p in range(phases)]
