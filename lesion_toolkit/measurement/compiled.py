"""How inner loops are compiled: at their first call, kept on disk, without the GIL."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba

Function = TypeVar("Function", bound=Callable[..., Any])


def compiled(function: Function) -> Function:
    """Compile a numeric function at its first call.

    The machine code is kept beside the module, or in the user's cache folder where the
    installation is read-only; where neither can be written it is compiled anew in each
    process instead of failing.
    """
    try:
        kernel = numba.njit(cache=True, nogil=True)(function)
    except RuntimeError:  # numba: "cannot cache function: no locator available"
        kernel = numba.njit(nogil=True)(function)
    return cast("Function", kernel)
