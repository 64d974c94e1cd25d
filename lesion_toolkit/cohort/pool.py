"""Independent tasks in processes that stay, where a dying process costs one task."""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

Task = TypeVar("Task")
Answer = TypeVar("Answer")

RETRIES = 1
"""How often a task is run again after its process died."""

_THREADS = (
    "ITK_GLOBAL_DEFAULT_NUMBER_OF_THREADS",
    "NUMBA_NUM_THREADS",
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
)


def run_in_processes(
    work: Callable[[Task], Answer], tasks: Sequence[Task], jobs: int
) -> Iterator[tuple[Task, Answer | None]]:
    """Answer every task, in the order they finish; None where its process died.

    Processes are started fresh (spawn: safe beside windows and threads), live for the
    whole run and compute on one thread each. No more tasks are under way than there
    are processes, so memory is bounded. A process that is killed takes the pool with
    it: the tasks then under way are run again, each alone. Which of them killed it is
    not known, so the first time that one dies alone is the first that is surely its
    own, and it is tried once more.

    Parameters
    ----------
    work
        A function of a module, with arguments and answers that pickle.
    tasks
        What to work on.
    jobs
        Number of processes.
    """
    waiting = deque(tasks)
    suspects: list[Task] = []
    while waiting:
        running: dict[Future[Answer], Task] = {}
        try:
            with _pool(min(jobs, len(waiting))) as pool:
                while waiting or running:
                    while waiting and len(running) < jobs:
                        future = pool.submit(work, waiting[0])
                        running[future] = waiting.popleft()
                    for future in wait(running, return_when=FIRST_COMPLETED).done:
                        answer = future.result()
                        yield running.pop(future), answer
        except BrokenProcessPool:
            suspects += running.values()
    for task in suspects:
        yield task, _alone(work, task)


def _alone(work: Callable[[Task], Answer], task: Task) -> Answer | None:
    for _ in range(1 + RETRIES):
        try:
            with _pool(1) as pool:
                return pool.submit(work, task).result()
        except BrokenProcessPool:
            continue
    return None


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_one_thread)


def _one_thread() -> None:
    """Keep a worker to one thread; runs before it loads an image library."""
    for name in _THREADS:
        os.environ.setdefault(name, "1")
