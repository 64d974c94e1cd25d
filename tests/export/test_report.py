import base64
import dataclasses
import datetime
import re
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import imagecodecs
import pytest

from lesion_toolkit import __version__
from lesion_toolkit.errors import InputRefused, UsageRefused
from lesion_toolkit.export.pdf import pdf_of
from lesion_toolkit.export.report import report
from lesion_toolkit.model.response import Course

VOID = {"meta", "link", "br", "img", "wbr"}
Courses = tuple[Course, Course]


class Page(HTMLParser):
    """Elements, ids, attributes and text of a page; refuses unclosed elements."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, text: str) -> None:
        if not self.open or self.open[-1] != "style":
            self.words.append(text)

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", " ".join(self.words))

    def having(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture
def page(courses: Courses, tmp_path: Path) -> Page:
    path = report(courses[0], tmp_path / "r.html", compare=courses[1:])
    return Page(path.read_text("utf-8"))


def test_the_answer_comes_before_the_tables(page: Page) -> None:
    answer = page.text.index("NE not evaluable")
    reason = page.text.index("N1 is not evaluable (not covered), so there is no sum.")
    assert answer < reason < page.text.index("Sum, mm")


def test_every_timepoint_has_its_reason_and_rule(page: Page, courses: Courses) -> None:
    for answer in (*courses[0].assessments, *courses[1].assessments):
        assert f"{answer.reason} [{answer.rule_id}]" in page.text


def test_lesions_show_viable_and_whole_diameters_or_what_became_of_them(
    page: Page,
) -> None:
    for shown in (
        "60.0 / 68.0",
        "40.2 / 66.0",
        "short axis 18.0",
        "not evaluable: not covered",
        "NON-CR/NON-PD",
        "equivocal, 8.0",
    ):
        assert shown in page.text


def test_sums_and_signed_changes_stand_beside_both_categories(page: Page) -> None:
    assert "mRECIST Sum, mm 78.0 54.2 –" in page.text
    assert "Change from baseline, % – −30.5 –" in page.text
    assert "RECIST 1.1 Sum, mm 86.0 84.0 –" in page.text
    assert "Change from nadir, % – −2.3 –" in page.text


def test_one_sentence_says_where_two_criteria_part(page: Page) -> None:
    assert (
        "mRECIST and RECIST 1.1 part at week 8 (2023-06-14): mRECIST says PR (sum "
        "54.2 mm, −30.5 % from baseline, −30.5 % from nadir); RECIST 1.1 says SD "
        "(sum 84.0 mm, −2.3 % from baseline, −2.3 % from nadir)."
    ) in page.text


def test_criteria_that_agree_are_said_to_agree(
    courses: Courses, tmp_path: Path
) -> None:
    path = report(courses[0], tmp_path / "r.html", compare=[courses[0]])
    assert "agree at every timepoint" in Page(path.read_text("utf-8")).text


def test_findings_are_told_with_severity_the_serious_one_first(page: Page) -> None:
    serious = page.text.index("Serious NEW1 is equivocal. (NEW1, week 16)")
    assert serious < page.text.index("Caution Dense lipiodol")


def test_the_footer_names_version_switches_and_purpose_once(page: Page) -> None:
    assert f"lesion-toolkit {__version__}." in page.text
    assert "mRECIST: preset mrecist-2010, multi_foci = sum." in page.text
    assert page.text.count("not a diagnosis") == 1


def test_the_page_asks_nothing_of_the_outside(page: Page) -> None:
    assert not {"script", "link", "iframe", "object", "embed"} & {
        tag for tag, _ in page.elements
    }
    for tag, attributes in page.elements:
        for name, value in attributes.items():
            if name in {"src", "href", "xlink:href", "srcset", "action"}:
                assert (value or "").startswith(("data:", "#")), (tag, name)
            assert not name.startswith("on"), (tag, name)


def test_styles_fetch_nothing(courses: Courses, tmp_path: Path) -> None:
    text = report(courses[0], tmp_path / "r.html").read_text("utf-8")
    style = text[text.index("<style>") : text.index("</style>")]
    assert "@import" not in style
    assert "url(" not in style


def test_it_names_language_title_and_what_each_drawing_shows(page: Page) -> None:
    assert page.having("html")[0]["lang"] == "en"
    assert "Response report: P01" in page.text
    ids = {a["id"] for _, a in page.elements if a.get("id")}
    drawings = [a for a in page.having("svg") if "aria-hidden" not in a]
    assert len(drawings) == 4
    for drawing in drawings:
        assert drawing["role"] == "img"
        assert drawing["aria-labelledby"] in ids


def test_every_table_header_says_what_it_heads(page: Page) -> None:
    assert {a.get("scope") for a in page.having("th")} == {"col", "row", "rowgroup"}


def test_no_id_is_given_twice(page: Page) -> None:
    ids = [a["id"] for _, a in page.elements if a.get("id")]
    assert len(ids) == len(set(ids))


def test_every_reference_within_the_page_has_its_target(
    courses: Courses, tmp_path: Path
) -> None:
    text = report(courses[0], tmp_path / "r.html").read_text("utf-8")
    ids = set(re.findall(r'\bid="([^"]+)"', text))
    used = set(re.findall(r"url\(#([^)]+)\)", text))
    assert used
    assert used <= ids


def test_no_number_shows_binary_noise(page: Page) -> None:
    assert not re.search(r"\d\.\d{5,}", page.text)
    for tag, attributes in page.elements:
        for value in attributes.values():
            if not (value or "").startswith("data:"):
                assert not re.search(r"\.\d{6,}", value or ""), tag


@pytest.mark.parametrize(
    "hostile",
    ["<script>alert(1)</script>", '" onload="x', "a & b </title>", "{{ 7*7 }}"],
)
def test_a_hostile_label_is_printed_and_never_run(
    hostile: str, make_courses: Callable[[str], Courses], tmp_path: Path
) -> None:
    leading, other = make_courses(hostile)
    path = report(leading, tmp_path / "r.html", compare=[other])
    page = Page(path.read_text("utf-8"))
    assert "script" not in {tag for tag, _ in page.elements}
    assert not any("onload" in attributes for _, attributes in page.elements)
    assert f"{hostile}: response to treatment" in page.text


def test_key_images_hold_the_very_pixels(courses: Courses, tmp_path: Path) -> None:
    text = report(courses[0], tmp_path / "r.html").read_text("utf-8")
    embedded = re.findall(r'href="data:image/png;base64,([^"]+)"', text)
    kept = [t.measurements[0].key_image for t in courses[0].timeline.timepoints]
    assert len(embedded) == len(kept) == 3
    for png, image in zip(embedded, kept, strict=True):
        decoded = imagecodecs.png_decode(base64.b64decode(png))
        assert image is not None
        assert decoded.shape == image.shape
        assert decoded.tobytes() == image.pixels


def test_all_drawings_are_well_formed(courses: Courses, tmp_path: Path) -> None:
    text = report(courses[0], tmp_path / "r.html", compare=courses[1:]).read_text()
    drawings = re.findall(r"<svg.*?</svg>", text, re.DOTALL)
    assert len(drawings) == 10
    for drawing in drawings:
        ElementTree.fromstring(drawing)


def test_a_diameter_whose_caliper_lies_on_another_slice_is_told_below_the_image(
    courses: Courses, tmp_path: Path
) -> None:
    course = courses[0]
    first, *later = course.timeline.timepoints
    measured = first.measurements[0]
    assert measured.key_image is not None
    calipers = {"viable": measured.key_image.calipers["viable"]}
    image = dataclasses.replace(measured.key_image, calipers=calipers)
    changed = dataclasses.replace(measured, key_image=image)
    first = dataclasses.replace(first, measurements=(changed, first.measurements[1]))
    timeline = dataclasses.replace(course.timeline, timepoints=(first, *later))
    course = dataclasses.replace(course, timeline=timeline)
    text = Page(report(course, tmp_path / "r.html").read_text("utf-8")).text
    assert text.count("whole diameter 68.0 mm on another slice") == 1


def test_many_timepoints_are_told_in_tables_that_fit_a_page(
    courses: Courses, tmp_path: Path
) -> None:
    course = courses[0]
    first, *later = course.timeline.timepoints
    last, answer = later[-1], course.assessments[-1]
    more = [
        (f"visit {n}", last.date + datetime.timedelta(days=30 * n)) for n in range(1, 9)
    ]
    timeline = dataclasses.replace(
        course.timeline,
        timepoints=(
            first,
            *later,
            *(dataclasses.replace(last, label=x, date=d) for x, d in more),
        ),
    )
    longer = dataclasses.replace(
        course,
        timeline=timeline,
        assessments=(
            *course.assessments,
            *(dataclasses.replace(answer, label=x, date=d) for x, d in more),
        ),
    )
    page = Page(report(longer, tmp_path / "r.html").read_text("utf-8"))
    tables = page.text.count("Change from nadir, %")
    assert tables == 3
    assert all(label in page.text for label, _ in more)


def test_the_same_course_gives_the_same_bytes(courses: Courses, tmp_path: Path) -> None:
    one = report(courses[0], tmp_path / "1.html").read_bytes()
    assert report(courses[0], tmp_path / "2.html").read_bytes() == one


def test_an_existing_file_is_replaced_and_nothing_is_left_beside_it(
    courses: Courses, tmp_path: Path
) -> None:
    path = tmp_path / "r.html"
    path.write_text("older")
    assert report(courses[0], path) == path
    assert path.read_text().startswith("<!DOCTYPE html>")
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_refused(
    courses: Courses, tmp_path: Path
) -> None:
    with pytest.raises(InputRefused, match="cannot be written"):
        report(courses[0], tmp_path / "absent" / "r.html")


def test_a_file_in_the_place_of_the_folder_is_refused_and_kept(
    courses: Courses, tmp_path: Path
) -> None:
    (tmp_path / "notes").write_text("mine")
    with pytest.raises(InputRefused, match="cannot be written"):
        report(courses[0], tmp_path / "notes" / "r.html")
    assert (tmp_path / "notes").read_text() == "mine"


def test_a_folder_in_the_place_of_the_file_is_refused_and_kept(
    courses: Courses, tmp_path: Path
) -> None:
    (tmp_path / "r.html").mkdir()
    with pytest.raises(InputRefused, match="cannot be written"):
        report(courses[0], tmp_path / "r.html")
    assert [p.name for p in tmp_path.iterdir()] == ["r.html"]


def test_a_pdf_has_the_pictures_and_asks_no_server(
    courses: Courses, tmp_path: Path
) -> None:
    try:
        pytest.importorskip("weasyprint", reason='needs "lesion-toolkit[report]"')
    except OSError:
        pytest.skip("WeasyPrint needs Pango, a library of the system")
    path = report(courses[0], tmp_path / "r.pdf", compare=courses[1:])
    content = path.read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Subtype /Image") >= 3
    outside = pdf_of('<img src="file:///etc/hostname"><p>text')
    assert b"/Subtype /Image" not in outside


def test_without_weasyprint_one_sentence_says_what_to_install(
    courses: Courses, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(UsageRefused, match=r"lesion-toolkit\[report\]"):
        report(courses[0], tmp_path / "r.pdf")
    assert list(tmp_path.iterdir()) == []


def test_another_suffix_is_refused(courses: Courses, tmp_path: Path) -> None:
    with pytest.raises(UsageRefused, match=r"\.html, \.htm, \.pdf"):
        report(courses[0], tmp_path / "r.docx")
