import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesion_toolkit.errors import InputRefused
from napari_lesion_toolkit.keys import keys
from napari_lesion_toolkit.windows import PRESETS_HU, Window

levels, widths = st.floats(-1000, 1000), st.floats(1, 4000)


@given(levels, widths)
def test_a_window_and_its_limits_say_the_same(level, width):
    again = Window.of(Window(level, width).limits)
    assert again.level == pytest.approx(level, abs=1e-6)
    assert again.width == pytest.approx(width, abs=1e-6)


def test_right_widens_and_up_brightens():
    window = Window(90, 256)
    assert window.dragged(10, 0) == Window(90, 266)
    assert window.dragged(0, -10) == Window(80, 256)


@given(widths, st.floats(-5000, 5000))
def test_no_drag_turns_a_window_inside_out(width, right_px):
    low, high = Window(0, width).dragged(right_px, 0).limits
    assert high - low >= 0.999


def test_the_arterial_window_keeps_rim_liver_and_necrosis_apart():
    """Necrosis 30 HU, liver 70, rim 130: at least a tenth of the range apart."""
    low, high = PRESETS_HU["arterial"].limits
    grays = [(hu - low) / (high - low) for hu in (30, 70, 130)]
    assert 0 < grays[0] < grays[1] - 0.1 < grays[2] - 0.2 < 0.8


def test_every_command_has_a_key_of_its_own_and_says_what_it_does(tmp_path):
    table = keys(tmp_path / "none.toml")
    assert len({one.key for one in table}) == len(table)
    assert all(one.does for one in table)


def test_a_reader_changes_a_key(tmp_path):
    own = tmp_path / "keys.toml"
    own.write_text('undo = "Control-U"\n')
    assert {one.command: one.key for one in keys(own)}["undo"] == "Control-U"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('dance = "D"', "no command 'dance'"),
        ('undo = "A"', "'A' twice"),
        ("undo = ", "not TOML"),
    ],
)
def test_a_table_of_keys_that_cannot_be_meant_is_refused(tmp_path, text, found):
    own = tmp_path / "keys.toml"
    own.write_text(text)
    with pytest.raises(InputRefused, match=found):
        keys(own)
