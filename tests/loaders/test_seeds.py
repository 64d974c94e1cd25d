"""A seeds file is read to the letter or refused by row and column."""

import pytest

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.loaders.seeds import read_seeds
from lesion_toolkit.model.lesion import Kind, Role
from lesion_toolkit.model.seed import Seed


def _file(tmp_path, text):
    path = tmp_path / "seeds.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_of_one_lesion_are_its_clicks(tmp_path):
    text = "lesion,x_mm,y_mm,z_mm\nT1,1,2,3\nT2,0,0,-5.5\nT1, 4,5,6\n"
    assert read_seeds(_file(tmp_path, text)) == (
        Seed("T1", ((1.0, 2.0, 3.0), (4.0, 5.0, 6.0))),
        Seed("T2", ((0.0, 0.0, -5.5),)),
    )


def test_name_of_a_lesion_is_a_plain_line(tmp_path):
    (seed,) = read_seeds(_file(tmp_path, 'lesion,x_mm,y_mm,z_mm\n"T1\x1b[2J",1,2,3\n'))
    assert seed.lesion == "T1 [2J"


def test_second_point_makes_a_caliper(tmp_path):
    text = (
        "\ufefflesion,x_mm,y_mm,z_mm,x2_mm,y2_mm,z2_mm,role,organ,kind\n"
        "N1,1,2,3,4,5,6,non-target,lymph node,node\nT1,1,2,3,,,,,,\n"
    )
    node, mass = read_seeds(_file(tmp_path, text))
    assert node.caliper_mm == ((1.0, 2.0, 3.0), (4.0, 5.0, 6.0))
    assert (node.points_mm, node.role) == ((), Role.NON_TARGET)
    assert (node.organ, node.kind) == ("lymph node", Kind.NODE)
    assert mass == Seed("T1", ((1.0, 2.0, 3.0),))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("lesion,x_mm,y_mm,z_mm,color\nT1,1,2,3,red\n", "color"),
        ("lesion,x_mm,y_mm\nT1,1,2\n", "z_mm"),
        ("lesion,x_mm,y_mm,z_mm,z_mm\nT1,1,2,3,4\n", "repeat"),
        ("lesion,x_mm,y_mm,z_mm\nT1,1,2,3\nT2,1,two,3\n", "row 3"),
        ("lesion,x_mm,y_mm,z_mm\nT1,1,nan,3\n", "row 2"),
        ("lesion,x_mm,y_mm,z_mm\nT1,1,2\n", "row 2"),
        ("lesion,x_mm,y_mm,z_mm\nT1,1,2,3,4\n", "row 2"),
        ("lesion,x_mm,y_mm,z_mm\n,1,2,3\n", "row 2"),
        ("lesion,x_mm,y_mm,z_mm,role\nT1,1,2,3,main\n", "'main'"),
        ("lesion,x_mm,y_mm,z_mm\n", "without any row"),
        ("", "without the columns"),
    ],
)
def test_what_cannot_be_understood_is_refused_by_place(tmp_path, text, found):
    with pytest.raises(InputRefused) as refusal:
        read_seeds(_file(tmp_path, text))
    assert found in refusal.value.found


def test_missing_file_is_refused(tmp_path):
    with pytest.raises(InputRefused):
        read_seeds(tmp_path / "none.csv")
