"""A real scheduler with real worker processes, one of which dies mid-run."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import lesion_toolkit
from lesion_toolkit.cohort.batch import run_batch
from lesion_toolkit.cohort.cluster import run_on_cluster
from lesion_toolkit.errors import InputRefused

distributed = pytest.importorskip("distributed")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")

HERE = str(Path(__file__).parent)


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """Start a scheduler and two worker processes that know the stand-in."""
    with pytest.MonkeyPatch.context() as patch:
        paths = os.environ.get("PYTHONPATH", "").split(os.pathsep)
        patch.setenv("PYTHONPATH", os.pathsep.join([HERE, *filter(None, paths)]))
        patch.syspath_prepend(HERE)
        with distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None
        ) as cluster:
            yield cluster.scheduler_address


def _cohort(folder: Path, instructions: list[str]) -> Path:
    lines = ["patient,timepoint,date,path,lesions"]
    for n, instruction in enumerate(instructions):
        images = folder / "images" / str(n)
        images.mkdir(parents=True)
        (images / "1.dcm").write_text("pixels")
        (folder / f"{n}.csv").write_text(instruction)
        lines.append(f"P{n},baseline,2023-04-18,images/{n},{n}.csv")
    path = folder / "cohort.csv"
    path.write_text("\n".join(lines) + "\n")
    return path


@pytest.mark.filterwarnings("ignore")
def test_a_killed_worker_of_a_cluster_costs_one_try(
    scheduler: str, tmp_path: Path
) -> None:
    cohort = _cohort(tmp_path, ["50 60", "die-once 40 45", "30 44", "refuse"])
    task = __import__("exam_tasks").measure
    batch = run_batch(cohort, tmp_path / "out", scheduler=scheduler, task=task)
    assert batch.measured == 3
    assert [failure.what for failure in batch.failures] == ["no arterial phase."]
    assert (tmp_path / "1.calls").read_text() == ".."
    again = run_batch(cohort, tmp_path / "out", task=task)
    assert (again.measured, again.reused) == (0, 3)  # here or there, one result


@pytest.mark.filterwarnings("ignore")
def test_workers_of_another_version_are_refused(
    scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = lesion_toolkit.__version__
    monkeypatch.setattr(lesion_toolkit, "__version__", "99")
    with pytest.raises(InputRefused, match=f"lesion-toolkit {here}.*version 99 on"):
        list(run_on_cluster(len, ["task"], scheduler))


def test_a_scheduler_that_does_not_answer_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("lesion_toolkit.cohort.cluster.CONNECT_SECONDS", 0.5)
    with pytest.raises(InputRefused, match=r"tcp://127.0.0.1:9"):
        list(run_on_cluster(len, ["task"], "tcp://127.0.0.1:9"))
