"""The timeline JSON: read exactly, refused by name, written back the same."""

import copy
import functools
import json
import operator
import re
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.loaders.timelines import read_timeline
from lesion_toolkit.model.lesion import Kind, Lesion, Pattern, Role
from lesion_toolkit.model.measurement import LesionMeasurement, State
from lesion_toolkit.model.timeline import Timeline, Timepoint, timeline_schema

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"

GOOD = {
    "schema": "lesion-toolkit/timeline/1",
    "patient": "P01",
    "reader": "R1",
    "treatment_lines": [{"name": "regorafenib", "start": "2023-04-20"}],
    "lesions": [
        {"id": "T1", "role": "target", "site": "segment VII", "pattern": "atypical"},
        {"id": "N1", "organ": "lymph node", "kind": "node"},
        {"id": "NT1", "role": "non-target", "kind": "thrombus"},
    ],
    "timepoints": [
        {
            "label": "baseline",
            "date": "2023-04-18",
            "slice_thickness_mm": 2.5,
            "measurements": [
                {"lesion": "T1", "viable_diameter_mm": 52.3, "whole_diameter_mm": 68},
                {"lesion": "N1", "short_axis_mm": 21.0},
            ],
            "non_targets": [{"lesion": "NT1", "status": "present"}],
            "new_lesions": [],
        },
        {
            "label": "week 8",
            "date": "2023-06-14",
            "measurements": [
                {"lesion": "T1", "state": "split", "fragments_mm": [20, 15.5]},
                {"lesion": "N1", "state": "not_evaluable", "reason": "not covered"},
            ],
            "non_targets": [{"lesion": "NT1", "status": "NON-CR/NON-PD"}],
            "new_lesions": [
                {
                    "lesion": "X",
                    "status": "equivocal",
                    "diameter_mm": 14,
                    "typical": True,
                }
            ],
        },
    ],
}


def edited(*path, **keys):
    """JSON text of the good timeline with keys set at a place."""
    content = copy.deepcopy(GOOD)
    place = content
    for step in path:
        place = place[step]
    place.update(keys)
    return json.dumps(content)


def appended(*path, row):
    content = copy.deepcopy(GOOD)
    place = content
    for step in path:
        place = place[step]
    place.append(row)
    return json.dumps(content)


NEW = {"lesion": "X", "status": "equivocal"}
ROW = ("timepoints", 1, "measurements", 0)


def test_a_timeline_is_read_with_exact_lengths():
    timeline = Timeline.from_json(json.dumps(GOOD))
    assert timeline.lesions[0].role is Role.TARGET
    assert timeline.lesions[0].pattern is Pattern.ATYPICAL
    assert timeline.lesions[1].kind is Kind.NODE
    first, second = timeline.timepoints
    assert str(first.measurement_of("T1").viable_diameter_mm) == "52.3"
    assert second.measurement_of("T1").state is State.SPLIT
    assert second.measurement_of("T1").fragments_mm == (20, Decimal("15.5"))
    assert second.measurement_of("nobody") is None


@given(st.integers(0, 10_000_000))
def test_no_decimal_place_is_lost_on_the_way_in(ten_thousandths):
    length = f"{ten_thousandths / 10_000:.4f}"
    text = edited(*ROW, whole_diameter_mm=-77).replace("-77", length)
    measurement = Timeline.from_json(text).timepoints[1].measurement_of("T1")
    assert measurement.whole_diameter_mm == Decimal(length)


def test_a_timeline_survives_the_round_trip():
    timeline = Timeline.from_json(json.dumps(GOOD))
    again = Timeline.from_json(timeline.to_json())
    assert again == timeline
    assert again.to_json() == timeline.to_json()


def test_what_is_written_keeps_to_the_published_schema():
    published = json.loads((REFERENCE / "timeline.schema.json").read_text("utf-8"))
    assert published == timeline_schema()
    written = json.loads(Timeline.from_json(json.dumps(GOOD)).to_json())
    jsonschema.Draft202012Validator(published).validate(written)
    jsonschema.Draft202012Validator(published).validate(GOOD)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (edited(*ROW, state="shrunk"), "timepoints.1.measurements.0.state"),
        (edited(*ROW, color="red"), "unknown key 'timepoints.1.measurements.0.color'"),
        (edited(hospital="x"), "unknown key 'hospital'"),
        (
            edited(*ROW, whole_diameter_mm=float("nan")),
            "measurements.0.whole_diameter_mm ('week 8', 'T1'): Input should be a fin",
        ),
        (edited(*ROW, whole_diameter_mm=float("inf")), "should be a finite"),
        (edited(*ROW, whole_diameter_mm=-0.1), "greater than or equal to 0"),
        (edited(*ROW, whole_diameter_mm=1000.1), "less than or equal to 1000"),
        (edited(*ROW, whole_diameter_mm=""), "measurements.0.whole_diameter_mm"),
        (edited(*ROW, whole_diameter_mm=True), "measurements.0.whole_diameter_mm"),
        (edited(*ROW, fragments_mm=[20, -1]), "measurements.0.fragments_mm.1"),
        (appended("lesions", row={"id": "T1"}), "lesion id repeats: 'T1'"),
        (edited("lesions", 0, role="main"), "lesions.0.role"),
        (edited("timepoints", 1, date="2023-04-18"), "must ascend: 2023-04-18"),
        (edited("timepoints", 1, date="2023-04-17"), "must ascend: 2023-04-17"),
        (edited("timepoints", 1, date="2023-02-30"), "timepoints.1.date"),
        (edited("timepoints", 1, label="baseline"), "label repeats: 'baseline'"),
        (
            appended("timepoints", 1, "measurements", row={"lesion": "T1"}),
            "lesion at 'week 8' repeats: 'T1'",
        ),
        (
            appended("timepoints", 1, "measurements", row={"lesion": "T9"}),
            "'week 8' has a row for 'T9'",
        ),
        (
            appended(
                "timepoints",
                1,
                "new_lesions",
                row={"lesion": "X", "status": "equivocal"},
            ),
            "new lesion at 'week 8' repeats: 'X'",
        ),
        (
            edited("timepoints", 1, "non_targets", 0, status="gone"),
            "timepoints.1.non_targets.0.status",
        ),
        (
            appended(
                "treatment_lines", row={"name": "regorafenib", "start": "2024-01-01"}
            ),
            "treatment line repeats: 'regorafenib'",
        ),
        (edited(schema="lesion-toolkit/timeline/2"), "timeline/2"),
        ("[1, 2]", "without a schema"),
        ("{", "not JSON (line 1"),
    ],
)
def test_a_bad_timeline_is_refused_naming_the_place(text, place):
    with pytest.raises(InputRefused) as refusal:
        Timeline.from_json(text)
    assert place in str(refusal.value)


@pytest.mark.parametrize("keys", [{"patient": ["Doe^Jane"]}, {"schema": "Doe^Jane"}])
def test_a_refusal_never_repeats_the_value(keys):
    with pytest.raises(InputRefused) as refusal:
        Timeline.from_json(edited(**keys))
    assert "Doe" not in str(refusal.value)


@pytest.mark.parametrize(
    "number",
    [
        "1e400",
        "1e99999999999999999999",
        "1e-400",
        "1e-9999999",
        "3." + "1" * 6000,
        "9" * 5000,
        "[" * 100_000 + "]" * 100_000,
    ],
)
def test_a_number_no_arithmetic_can_hold_is_refused(number):
    text = edited(*ROW, whole_diameter_mm=-77).replace("-77", number)
    with pytest.raises(InputRefused):
        Timeline.from_json(text)


def _numbers(content, *path):
    """Yield the path of every number in parsed JSON."""
    if isinstance(content, dict | list):
        keys = content if isinstance(content, dict) else range(len(content))
        for key in keys:
            yield from _numbers(content[key], *path, key)
    elif isinstance(content, int | float) and not isinstance(content, bool):
        yield path


def _with_every_number():
    content = copy.deepcopy(GOOD)
    ends = [[1, 2, 3], [4.5, 2, 3]]
    content["timepoints"][0]["alignment"] = [
        {
            "phase": "portal venous",
            "shift_mm": 2.5,
            "bend_mm": 1,
            "residual_mm": 0.5,
            "parts": [{"center_mm": [1, 2, 3], "residual_mm": 0.5}],
        }
    ]
    content["timepoints"][0]["measurements"][0] |= {
        "attenuation_hu": 50,
        "viable_volume_ml": 3.5,
        "viable_band_mm": {"strict": 50, "default": 52.3, "lenient": 60},
        "volumes": {"whole_ml": 40, "surface_cm2": 70.5},
        "caliper": {"ends_mm": ends, "uncertainty_mm": 1.5},
        "standard_errors": {"whole_perpendicular_mm": 1.5},
    }
    return content


def test_a_number_in_quotes_is_refused_naming_the_place():
    content = _with_every_number()
    Timeline.from_json(json.dumps(content))
    paths = list(_numbers(content))
    for *parents, key in paths:
        quoted = copy.deepcopy(content)
        holder = functools.reduce(operator.getitem, parents, quoted)
        holder[key] = str(holder[key])
        place = ".".join(map(str, [*parents, key]))
        with pytest.raises(InputRefused, match=re.escape(place) + ".*without quotes"):
            Timeline.from_json(json.dumps(quoted))
    assert len(paths) == 29


def test_a_decimal_may_be_written_as_text_in_python_to_stay_exact():
    written = LesionMeasurement("T1", viable_diameter_mm="52.3")
    assert written.viable_diameter_mm == Decimal("52.3")


@pytest.mark.parametrize("volume", ["1e400", "1e999999999", "1e-999999999"])
def test_a_volume_no_body_can_hold_is_refused(volume):
    text = edited(*ROW, whole_volume_ml=-77).replace("-77", volume)
    with pytest.raises(InputRefused, match="whole_volume_ml"):
        Timeline.from_json(text)


def test_a_key_that_comes_twice_is_refused_by_name():
    text = edited(*ROW, whole_diameter_mm=-77).replace(
        "-77", '20, "whole_diameter_mm": 80'
    )
    with pytest.raises(InputRefused, match="key 'whole_diameter_mm' twice"):
        Timeline.from_json(text)


@pytest.mark.parametrize("text", ["P\x1b[2J", "P\x07", "P\x9b2J", "P\r"])
def test_text_that_a_terminal_would_obey_is_refused(text):
    with pytest.raises(InputRefused, match="control character in the value of 'pat"):
        Timeline.from_json(edited(patient=text))


def test_text_that_no_file_can_hold_is_refused():
    with pytest.raises(InputRefused, match="not Unicode"):
        Timeline.from_json(edited(patient="P\ud800"))


@pytest.mark.parametrize(
    "date", [0, 1_672_531_200, "1672531200", "2023-06-14T00:00:00", "20230614"]
)
def test_a_date_is_written_as_a_date(date):
    with pytest.raises(InputRefused, match=r"timepoints\.1\.date"):
        Timeline.from_json(edited("timepoints", 1, date=date))


def test_a_noun_built_wrongly_never_repeats_the_value():
    with pytest.raises(ValueError, match="lesion id repeats") as refusal:
        Timeline("Doe^Jane", lesions=[Lesion("T1"), Lesion("T1")])
    assert "Doe" not in str(refusal.value)


def test_a_byte_order_mark_is_no_part_of_the_timeline(tmp_path):
    path = tmp_path / "timeline.json"
    path.write_text(json.dumps(GOOD), encoding="utf-8-sig")
    assert read_timeline(path) == Timeline.from_json("\ufeff" + json.dumps(GOOD))


@pytest.mark.parametrize("name", ["Doe^Jane.json", "a\0b", "x" * 5000])
def test_a_file_that_is_not_there_is_refused_without_its_name(name, tmp_path):
    with pytest.raises(InputRefused) as refusal:
        read_timeline(tmp_path / name)
    assert name not in str(refusal.value)


def test_text_and_files_are_read_alike(tmp_path):
    text = json.dumps(GOOD)
    path = tmp_path / "timeline.json"
    path.write_text(text, encoding="utf-8")
    assert read_timeline(path) == read_timeline(str(path)) == read_timeline(text)
    with pytest.raises(InputRefused, match="no readable text file"):
        read_timeline(tmp_path / "nowhere.json")


def test_nouns_are_built_by_position_and_never_change():
    timeline = Timeline(
        "P01",
        lesions=[Lesion("T1")],
        timepoints=[Timepoint("V0", "2023-04-18", [LesionMeasurement("T1")])],
    )
    assert timeline.lesions == (Lesion("T1"),)
    with pytest.raises(AttributeError):
        timeline.patient = "P02"
