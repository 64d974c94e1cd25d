"""The picture of an alignment shows both volumes in turns, in patient millimeters."""

import numpy as np

from lesion_toolkit.alignment.evidence import PIXEL_MM, TILE_MM, checkerboard
from lesion_toolkit.model.geometry import Geometry
from lesion_toolkit.model.volume import Mask, Volume

GEOMETRY = Geometry.from_axes(
    (30, 40, 60), origin_mm=(-100.0, -60.0, 0.0), spacing_mm=(5.0, 3.0, 3.0)
)
WHOLE = Mask(np.ones(GEOMETRY.shape, bool), GEOMETRY)


def even(value: int) -> Volume:
    return Volume(np.full(GEOMETRY.shape, value, np.int16), GEOMETRY)


def shown(picture) -> np.ndarray:
    return np.frombuffer(picture.pixels, np.uint8).reshape(picture.shape)


def test_tiles_of_30_mm_come_from_either_volume_in_turn():
    board = shown(checkerboard(even(150), even(-50), WHOLE, ""))
    tile = round(TILE_MM / PIXEL_MM)
    light, dark = int(board[0, 0]), int(board[0, tile])
    assert light > dark
    rows, columns = np.indices(board.shape) // tile
    expected = np.where((rows + columns) % 2 == 0, light, dark)
    np.testing.assert_array_equal(board, expected)


def test_the_head_is_up_and_the_right_side_of_the_patient_on_the_left():
    values = np.zeros(GEOMETRY.shape, np.int16)
    values[-4:, :, :6] = 180  # high up and far right
    marked = Volume(values, GEOMETRY)
    picture = checkerboard(marked, marked, WHOLE, "")
    assert picture.edge_letters == ("R", "L", "H", "F")
    row, column = np.argwhere(shown(picture) > 240).mean(axis=0)
    assert row < 10
    assert column < 10
