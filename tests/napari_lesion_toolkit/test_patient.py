import datetime
import shutil
from decimal import Decimal

import pytest

pytest.importorskip("platformdirs", reason='needs "lesion-toolkit[viewer]"')

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.loaders.timelines import read_timeline
from lesion_toolkit.model.lesion import Lesion
from lesion_toolkit.model.measurement import CaliperSource
from lesion_toolkit.model.response import Response
from lesion_toolkit.model.therapy import Therapy, TherapyKind
from lesion_toolkit.model.timeline import Timeline
from napari_lesion_toolkit.drawn import drawn_calipers, with_caliper
from napari_lesion_toolkit.patient import exam_folders, open_patient
from napari_lesion_toolkit.sample_data import sample_folder

BASELINE, FOLLOW_UP = "2023-04-18", "2023-07-04"


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    return sample_folder(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def two_visits(sample, tmp_path_factory):
    """The sample without its earliest visit, for speed."""
    folder = tmp_path_factory.mktemp("patients") / "patient"
    shutil.copytree(sample, folder, ignore=shutil.ignore_patterns("2022-12-20*"))
    return folder


@pytest.fixture(scope="module")
def reading(two_visits):
    return open_patient(two_visits)


def test_the_sample_is_written_once(sample):
    marker = sample / "marker"
    marker.touch()
    assert sample_folder(sample.parent) == sample
    assert marker.exists()
    assert [p.name for p in sample.parent.iterdir()] == [sample.name]
    marker.unlink()


def test_the_sample_patient_responds_by_its_viable_tumor(reading):
    """Case 1 of the series: read from DICOM, segmented from clicks, PR by mRECIST."""
    last = reading.course.assessments[-1]
    assert (last.label, last.line) == ("follow-up", "regorafenib")
    assert last.overall is Response.PR
    assert last.change_from_baseline_pct <= -30


def test_exams_and_records_meet_by_date(reading):
    assert list(reading.exams) == ["baseline", "follow-up"]
    labels = [timepoint.label for timepoint in reading.timeline.timepoints]
    assert labels == ["December 2022", "baseline", "follow-up"]
    assert [n.lesion for n in reading.timeline.timepoints[1].non_targets] == ["NT1"]


def test_every_target_has_outlines_and_a_caliper_inside_its_exam(reading):
    for label, exam in reading.exams.items():
        assert set(exam.masks) == set(exam.viability) == {"T1", "T2"}
        for drawn in drawn_calipers(reading, label):
            for end in drawn.caliper.ends_mm:
                assert exam.phases.geometry.contains(end)


def test_what_a_person_measured_is_not_measured_over(two_visits, reading, tmp_path):
    folder = tmp_path / "patient"
    shutil.copytree(two_visits, folder, ignore=shutil.ignore_patterns(f"{BASELINE}*"))
    (drawn, *_) = drawn_calipers(reading, "follow-up")
    first, _ = drawn.caliper.ends_mm
    shorter = (first, (first[0] + 30, first[1], first[2]))
    edited = with_caliper(reading, "follow-up", drawn.lesion, shorter)
    (folder / "timeline.json").write_text(edited.timeline.to_json(), encoding="utf-8")
    again = open_patient(folder).timeline.timepoints[-1]
    kept = again.measurement_of(drawn.lesion)
    assert kept.caliper.source is CaliperSource.EDITED
    assert kept.viable_diameter_mm == Decimal("30.0")
    other = again.measurement_of("T2")
    assert other.viable_diameter_mm == (
        reading.timeline.timepoints[-1].measurement_of("T2").viable_diameter_mm
    )


def test_what_the_record_says_was_done_to_a_lesion_is_told_when_it_is_measured(
    two_visits, tmp_path
):
    """After cTACE a CT without precontrast images says nothing of what is viable."""
    folder = tmp_path / "patient"
    only = shutil.ignore_patterns(f"{BASELINE}*", "002")
    shutil.copytree(two_visits, folder, ignore=only)
    done = Therapy(TherapyKind.CTACE, datetime.date(2023, 5, 2))
    lesions = (Lesion("T1", therapies=(done,)), Lesion("T2"))
    record = Timeline("P01", lesions=lesions)
    (folder / "timeline.json").write_text(record.to_json(), encoding="utf-8")
    (visit,) = open_patient(folder).timeline.timepoints
    assert "after cTACE" in visit.measurement_of("T1").reason
    assert visit.measurement_of("T1").viable_diameter_mm is None
    assert "after cTACE" not in visit.measurement_of("T2").reason


def test_seeds_tell_exams_from_series(two_visits):
    names = [folder.name for folder in exam_folders(two_visits)]
    assert names == [BASELINE, FOLLOW_UP]
    assert exam_folders(two_visits / BASELINE) == (two_visits / BASELINE,)


def test_without_seeds_folders_of_different_days_are_exams(two_visits, tmp_path):
    shutil.copytree(two_visits, tmp_path / "p", ignore=shutil.ignore_patterns("seeds"))
    names = [folder.name for folder in exam_folders(tmp_path / "p")]
    assert names == [BASELINE, FOLLOW_UP]


def test_an_exam_without_lesions_is_named_by_its_date_not_its_folder(
    two_visits, tmp_path
):
    shutil.copytree(two_visits / FOLLOW_UP, tmp_path / "DOE JANE")
    session = open_patient(tmp_path / "DOE JANE")
    (timepoint,) = session.timeline.timepoints
    assert timepoint.date == datetime.date(2023, 7, 4)
    assert timepoint.label == "2023-07-04"
    assert session.timeline.lesions == ()


def test_two_exams_of_one_date_are_refused(two_visits, tmp_path):
    for name in ("a", "b"):
        shutil.copytree(two_visits / FOLLOW_UP, tmp_path / "p" / name)
        seeds = two_visits / "seeds" / f"{FOLLOW_UP}.csv"
        shutil.copy(seeds, tmp_path / "p" / name / "seeds.csv")
    with pytest.raises(InputRefused, match="more than one exam of 2023-07-04"):
        open_patient(tmp_path / "p")


def test_a_file_is_refused_and_not_named_in_full(tmp_path):
    file = tmp_path / "image.dcm"
    file.touch()
    with pytest.raises(InputRefused) as refusal:
        open_patient(file)
    assert str(tmp_path) not in str(refusal.value)


def test_the_record_of_the_sample_holds_no_sizes(sample):
    record = read_timeline(sample / "timeline.json")
    assert all(not timepoint.measurements for timepoint in record.timepoints)
