"""Independent tasks on a Dask cluster that runs already, wherever its workers are."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from typing import Any, TypeVar

import lesion_toolkit
from lesion_toolkit.errors import InputRefused, UsageRefused

Task = TypeVar("Task")
Answer = TypeVar("Answer")

CONNECT_SECONDS = 30
"""How long a scheduler may take to answer."""


def run_on_cluster(
    work: Callable[[Task], Answer], tasks: Sequence[Task], address: str
) -> Iterator[tuple[Task, Answer | None]]:
    """Answer every task, in the order they finish; None where its worker died.

    Answers come back through the scheduler, so workers need the inputs and no folder
    of the one who asks. A task whose worker dies is given to another one, as often as
    the scheduler's ``distributed.scheduler.allowed-failures`` says (three times unless
    it is set), as one scheduler serves many.

    Parameters
    ----------
    work
        A function of a module that the workers have, with arguments and answers that
        pickle.
    tasks
        What to work on.
    address
        Where the scheduler listens, ``tcp://HOST:PORT``.

    Raises
    ------
    UsageRefused
        Dask is not installed.
    InputRefused
        No scheduler answers there, or its workers have another version of
        lesion-toolkit.
    """
    try:
        from distributed import Client, KilledWorker, as_completed
    except ImportError:
        raise UsageRefused(
            "a cluster needs Dask: pip install 'lesion-toolkit[cluster]'."
        ) from None
    with _client(Client, address) as client:
        _refuse_other_versions(client)
        running = {client.submit(work, task, pure=False): task for task in tasks}
        for future in as_completed(list(running), loop=client.loop):
            task = running.pop(future)
            try:
                answer = future.result()
            except (KilledWorker, CancelledError):
                answer = None
            future.release()
            yield task, answer


def _client(make: Callable[..., Any], address: str) -> Any:
    try:
        return make(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, TimeoutError, ValueError):
        raise InputRefused(
            f"no scheduler that answers at {address}.",
            "the address of a running Dask scheduler, such as tcp://10.0.0.5:8786.",
            "start one with `dask scheduler`, or leave --scheduler out to use this "
            "machine.",
        ) from None


def _refuse_other_versions(client: Any) -> None:
    """Two versions may measure differently, and one result would not tell which."""
    answers = client.run(_version, on_error="return").values()
    # what is no text is the error of a worker that cannot import the package
    found = {said if isinstance(said, str) else "not installed" for said in answers}
    others = sorted(found - {lesion_toolkit.__version__})
    if others:
        raise InputRefused(
            f"workers with lesion-toolkit {', '.join(others)}.",
            f"version {lesion_toolkit.__version__} on every worker, as here.",
            "install the same version everywhere and start the workers again.",
        )


def _version() -> str:
    return lesion_toolkit.__version__
