import datetime
from pathlib import Path

import pytest

from lesion_toolkit.cohort.cohort_file import file_name, read_cohort
from lesion_toolkit.errors import InputRefused
from lesion_toolkit.model.lesion import Kind, Role

HEADER = "patient,timepoint,date,path,lesions"


def _written(folder: Path, *lines: str, encoding: str = "utf-8") -> Path:
    path = folder / "cohort.csv"
    path.write_text("\n".join(lines) + "\n", encoding=encoding)
    return path


def _refusal(path: Path) -> str:
    with pytest.raises(InputRefused) as refused:
        read_cohort(path)
    return refused.value.found


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    (exam,) = read_cohort(_written(tmp_path, HEADER, "A,base,2023-04-18,a/1,a.csv"))
    assert exam.path == tmp_path / "a" / "1"
    assert exam.lesions == tmp_path / "a.csv"
    assert exam.date == datetime.date(2023, 4, 18)


def test_known_columns_are_read_and_others_are_clinical(tmp_path: Path) -> None:
    header = f"{HEADER},role,organ,kind,treatment_line,AFP"
    row = "A,base,2023-04-18,a,a.csv,non-target,lymph node,node,TACE,133.6"
    (exam,) = read_cohort(_written(tmp_path, header, row))
    assert (exam.role, exam.organ, exam.kind) == (
        Role.NON_TARGET,
        "lymph node",
        Kind.NODE,
    )
    assert exam.treatment_line == "TACE"
    assert exam.clinical == {"AFP": "133.6"}


def test_a_spreadsheet_s_byte_order_mark_is_no_part_of_a_name(tmp_path: Path) -> None:
    path = _written(tmp_path, HEADER, "A,base,2023-04-18,a,a.csv", encoding="utf-8-sig")
    assert len(read_cohort(path)) == 1


def test_blank_lines_are_no_rows(tmp_path: Path) -> None:
    path = _written(tmp_path, HEADER, "", "A,base,2023-04-18,a,a.csv", ",,,,")
    assert [exam.row for exam in read_cohort(path)] == [3]


def test_all_problems_are_named_at_once_by_row(tmp_path: Path) -> None:
    found = _refusal(
        _written(
            tmp_path,
            f"{HEADER},role,kind",
            "A,base,18.04.2023,a,a.csv,,",
            ",week 8,2023-06-14,,a.csv,,",
            "../B,base,2023-04-18,b,b.csv,,",
            "C,base,2023-04-18,c,c.csv,primary,lump",
            "D,base,2023-04-18",
        )
    )
    assert "with 7 problems" in found
    for problem in (
        "row 2: the date is not a day",
        "row 3: no patient",
        "row 3: no path",
        "row 4: the patient's label has a path separator",
        "row 5: unknown role",
        "row 5: unknown kind",
        "row 6: 3 cells below 7 columns",
    ):
        assert problem in found


@pytest.mark.parametrize("date", ["2023-13-01", "20230418", "2023-04-18T10:00", "x"])
def test_only_whole_iso_days_are_dates(date: str, tmp_path: Path) -> None:
    assert "row 2" in _refusal(_written(tmp_path, HEADER, f"A,base,{date},a,a.csv"))


def test_repeated_visits_days_and_file_names_are_named_with_both_rows(
    tmp_path: Path,
) -> None:
    found = _refusal(
        _written(
            tmp_path,
            HEADER,
            "A 1,base,2023-04-18,a,a.csv",
            "A 1,base,2023-06-14,b,b.csv",
            "A 1,week 8,2023-06-14,c,c.csv",
            "a_1,base,2023-04-18,d,d.csv",
        )
    )
    assert "row 3: the same patient and timepoint as row 2" in found
    assert "row 4: the same patient and date as row 3" in found
    assert "row 5: its patient's label and that of row 2 make" in found


def test_no_label_appears_in_a_refusal(tmp_path: Path) -> None:
    found = _refusal(
        _written(
            tmp_path,
            HEADER,
            "DOE,base,2023-04-18,a,a.csv",
            "DOE,base,bad,a,a.csv",
            "DOE,base,2023-04-18,a,a.csv",
        )
    )
    assert "DOE" not in found


def test_missing_and_repeated_columns_are_named(tmp_path: Path) -> None:
    found = _refusal(_written(tmp_path, "patient,timepoint,path,AFP,AFP", "A,b,c,1,2"))
    for problem in ("no column 'date'", "no column 'lesions'", "column 'AFP' repeats"):
        assert problem in found


def test_semicolons_are_recognised(tmp_path: Path) -> None:
    assert "semicolons" in _refusal(_written(tmp_path, HEADER.replace(",", ";")))


def test_a_table_without_rows_is_refused(tmp_path: Path) -> None:
    assert "no rows" in _refusal(_written(tmp_path, HEADER))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert "no readable" in _refusal(tmp_path / "absent.csv")


@pytest.mark.parametrize("label", ["a/b", "a\\b", ".hidden", "c:", "x" * 65, "a\x07"])
def test_a_label_that_would_leave_its_folder_is_refused(
    label: str, tmp_path: Path
) -> None:
    path = _written(tmp_path, HEADER, f"{label},base,2023-04-18,a,a.csv")
    assert "the patient's label has" in _refusal(path)


def test_file_names_keep_to_plain_characters() -> None:
    assert file_name("Case 1 (é)") == "Case_1____"
