"""How inner loops are compiled: at their first call, and kept for later processes."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

Function = TypeVar("Function", bound=Callable[..., Any])


def compiled(function: Function) -> Function:
    """Compile at the first call; numba is loaded no earlier than that."""
    kernel: list[Function] = []

    def call(*arguments: Any) -> Any:
        if not kernel:
            import numba

            try:
                kernel.append(numba.njit(cache=True, **_OPTIONS)(function))
            except RuntimeError:  # the installation cannot be written to
                kernel.append(numba.njit(**_OPTIONS)(function))
        return kernel[0](*arguments)

    return cast("Function", call)


_OPTIONS: dict[str, Any] = {"nogil": True, "error_model": "numpy", "fastmath": {"nnan"}}
"""Values are never NaN here: without that case comparisons run in parallel lanes."""
