import dataclasses
import math
import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from lesion_toolkit.export.key_images import extent_mm, key_image_svg
from lesion_toolkit.model.measurement import KeyImage

SVG = "{http://www.w3.org/2000/svg}"


def _drawn(image: KeyImage, **options: object) -> ElementTree.Element:
    svg = key_image_svg(image, title="T1", key="k", **options)  # type: ignore[arg-type]
    return ElementTree.fromstring(svg)


def _texts(svg: ElementTree.Element, kind: str) -> list[ElementTree.Element]:
    return [t for t in svg.iter(f"{SVG}text") if t.get("class") == kind]


def _points(path: str) -> list[tuple[float, float]]:
    numbers = [float(n) for n in re.findall(r"-?\d+\.\d+", path)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def test_one_drawing_unit_is_one_millimetre(key_image: KeyImage) -> None:
    _, _, width, height = map(float, _drawn(key_image).get("viewBox", "").split())
    assert (width, height) == pytest.approx((144 * 0.7, 128 * 0.8), abs=0.01)
    assert extent_mm(key_image) == pytest.approx((width, height), abs=0.01)


def test_a_caliper_is_as_long_as_it_says(key_image: KeyImage) -> None:
    svg = _drawn(key_image)
    paths = {p.get("class"): p.get("d", "") for p in svg.iter(f"{SVG}path")}
    for name, length in (("viable", 30.0), ("whole", 40.0)):
        (x0, y0), (x1, y1) = _points(paths[f"caliper {name} line"])[:2]
        assert ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 == pytest.approx(
            length, abs=0.02
        )
    labels = {t.text for t in _texts(svg, "length")}
    assert labels == {"viable 30.0 mm", "whole 40.0 mm"}


def test_a_label_never_gives_a_diameter_that_is_not_drawn(key_image: KeyImage) -> None:
    table = {"viable": Decimal("30.05"), "whole": Decimal("52.0")}
    svg = _drawn(key_image, diameters_mm=table)
    labels = {t.text for t in _texts(svg, "length")}
    assert labels == {"viable 30.1 mm", "whole 40.0 mm"}


def test_outline_points_at_whole_numbers_are_pixel_centers(key_image: KeyImage) -> None:
    square = ((0.0, 0.0), (0.0, 143.0), (127.0, 143.0))
    image = dataclasses.replace(key_image, outlines={"lesion": (square,)})
    outline = next(
        p for p in _drawn(image).iter(f"{SVG}path") if p.get("class") == "outline"
    )
    expected = [(0.35, 0.4), (143.5 * 0.7, 0.4), (143.5 * 0.7, 127.5 * 0.8)]
    for found, wanted in zip(_points(outline.get("d", "")), expected, strict=True):
        assert found == pytest.approx(wanted, abs=0.006)


def test_tissues_differ_by_pattern_and_not_by_color_alone(key_image: KeyImage) -> None:
    outlines = {**key_image.outlines, "indeterminate": key_image.outlines["viable"]}
    svg = _drawn(dataclasses.replace(key_image, outlines=outlines))
    patterns = {p.get("id"): ElementTree.tostring(p) for p in svg.iter(f"{SVG}pattern")}
    fills = {
        (p.get("class") or "").removeprefix("area "): p.get("fill", "")[5:-1]
        for p in svg.iter(f"{SVG}path")
        if (p.get("class") or "").startswith("area ")
    }
    assert set(fills) == {"viable", "necrotic", "indeterminate"}
    shapes = [re.sub(rb"#[0-9a-f]+|id=\S+", b"", patterns[f]) for f in fills.values()]
    assert len(set(shapes)) == 3


def test_holes_stay_holes(key_image: KeyImage) -> None:
    areas = [p for p in _drawn(key_image).iter(f"{SVG}path") if p.get("fill-rule")]
    necrotic = next(p for p in areas if p.get("class") == "area necrotic")
    assert necrotic.get("d", "").count("Z") == 2
    assert necrotic.get("fill-rule") == "evenodd"


def test_patient_directions_stand_at_their_edges(key_image: KeyImage) -> None:
    letters = _texts(_drawn(key_image), "edge")
    width, height = extent_mm(key_image)
    at = {t.text: (float(t.get("x", 0)), float(t.get("y", 0))) for t in letters}
    assert at["R"][0] < 0.1 * width < 0.9 * width < at["L"][0]
    assert at["A"][1] < 0.1 * height < 0.9 * height < at["P"][1]


@pytest.mark.parametrize(("spacing_mm", "bar"), [((0.8, 0.7), 10), ((1.5, 1.5), 50)])
def test_the_scale_bar_is_as_long_as_it_says(
    spacing_mm: tuple[float, float], bar: int, key_image: KeyImage
) -> None:
    svg = _drawn(dataclasses.replace(key_image, spacing_mm=spacing_mm))
    drawn = next(p for p in svg.iter(f"{SVG}path") if p.get("class") == "scale-bar")
    assert drawn.get("d", "").endswith(f"h{bar}")
    assert _texts(svg, "scale")[0].text == f"{bar} mm"


@pytest.mark.parametrize("turn", range(8))
def test_labels_keep_inside_the_frame_and_off_each_other(
    turn: int, key_image: KeyImage
) -> None:
    row, column = math.sin(turn * math.pi / 8), math.cos(turn * math.pi / 8)
    ends = {
        name: ((64 - row * r, 72 - column * r), (64 + row * r, 72 + column * r))
        for name, r in (("viable", 55), ("whole", 60))
    }
    svg = _drawn(dataclasses.replace(key_image, calipers=ends))
    width, height = extent_mm(key_image)
    letter = 0.045 * width
    boxes = []
    for text in (*_texts(svg, "length"), *_texts(svg, "edge")):
        half = 0.62 * letter * len(text.text or "") / 2
        x, y = float(text.get("x", 0)), float(text.get("y", 0))
        boxes.append((x - half, y - 0.75 * letter, x + half, y + 0.25 * letter))
    for left, top, right, bottom in boxes:
        assert left >= 0
        assert top >= 0
        assert right <= width
        assert bottom <= height
    for n, a in enumerate(boxes):
        for b in boxes[n + 1 :]:
            apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
            assert apart, (a, b)


def test_a_larger_frame_keeps_the_scale_and_centers_the_pixels(
    key_image: KeyImage,
) -> None:
    width, height = extent_mm(key_image)
    svg = _drawn(key_image, frame_mm=(width + 20, height + 10))
    pixels = next(svg.iter(f"{SVG}image"))
    assert float(pixels.get("width", 0)) == pytest.approx(width, abs=0.01)
    assert float(pixels.get("x", 0)) == pytest.approx(10, abs=0.01)
    assert float(pixels.get("y", 0)) == pytest.approx(5, abs=0.01)
