"""How inner loops are compiled: at their first call, and never again on that machine.

Numba translates a function to LLVM's intermediate code, LLVM that to machine code. The
first takes nine tenths of the time and gives the same everywhere, so it is done by
``python -m lesion_toolkit.measurement.translate`` and kept with the source, under a
name that changes with it. A first call has only LLVM's part to do; the machine code is
kept on disk and, in a later process, loaded as it is. Importing numba, which takes
longer than any measurement, is not needed for either.

A function whose source has changed since is translated by numba when it is called. How
numba passes arguments is no promise of its, so a function with a known answer is tried
first. Where code cannot be kept, loaded or trusted, numba compiles in each process.
"""

import functools
import hashlib
import inspect
import re
import sys
import threading
import types
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar, cast

import numpy as np

from lesion_toolkit.measurement.machine_code import (
    ENTRY,
    KERNEL,
    Code,
    Layout,
    Native,
    kept_in,
    layout_of,
    linked,
    machine_code,
    read,
    write,
)

Function = TypeVar("Function", bound=Callable[..., Any])

TRANSLATED = Path(__file__).with_name("translated")
"""Intermediate code of every function that is measured with, each in its file."""

_OPTIONS: dict[str, bool | str] = {
    "nogil": True,
    "error_model": "numpy",
    "_nrt": False,
    "no_cpython_wrapper": True,
    "no_cfunc_wrapper": True,
}
"""Machine code that needs nothing of numba while it runs: no allocation, no errors."""

_CALLED_BY_NUMBA: dict[str, bool | str] = {"nogil": True, "error_model": "numpy"}

_NEEDS = (AttributeError, ImportError, OSError, RuntimeError, TypeError, ValueError)
"""What a version of numba or a system without what is needed here answers with."""

_one_at_a_time = threading.RLock()


def compiled(function: Function) -> Function:
    """Compile a numeric function at its first call and keep the machine code.

    The function takes C-contiguous arrays, floats, integers and (named) tuples of
    these, calls nothing but :mod:`math` and other compiled functions, allocates
    nothing, and returns nothing, a float, an integer or a tuple of floats.
    """
    return cast("Function", functools.update_wrapper(Kernel(function), function))


def compiled_with_numba(function: Function) -> Function:
    """Compile a function that allocates; numba is imported in every process."""
    return cast("Function", functools.update_wrapper(_Allocating(function), function))


class Kernel:
    """A function that is compiled when it is called first."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function: Any = function
        self._natives: dict[Layout, Native] = {}

    def __call__(self, *arguments: Any) -> Any:
        """Run the machine code for arguments of these types."""
        layout = layout_of(arguments)
        native = self._natives.get(layout)
        if native is None:
            with _one_at_a_time:
                native = self._natives[layout] = self._native(layout, arguments)
        return native(arguments)

    def _native(self, layout: Layout, arguments: tuple[Any, ...]) -> Native:
        """Machine code from disk, or compiled and kept, or a function of numba."""
        try:
            path = kept_in() / f"{self.function.__name__}-{self._digest(layout)}.bin"
            code = read(path)
            if code is None:
                code = self._compile(layout, arguments)
                write(path, code)
            return linked(layout, *code)
        except _NEEDS:
            kernel = _with_numba(self.function, _CALLED_BY_NUMBA)
            return lambda arguments: kernel(*arguments)

    def _compile(self, layout: Layout, arguments: tuple[Any, ...]) -> Code:
        """Machine code, from the translation kept with the source if it is of it."""
        kept = self.translation(layout)
        if kept is not None and kept.is_file():
            return machine_code(kept.read_text(), layout)
        if not _as_expected():
            raise RuntimeError("numba passes arguments in another way")
        return machine_code(self.translated(arguments), layout)

    def translation(self, layout: Layout) -> Path | None:
        """Where its intermediate code for these types is; None if that is unknown."""
        if sys.platform == "win32" or sys.byteorder == "big" or sys.maxsize < 2**32:
            return None  # made for what Linux and macOS have in common
        digest = hashlib.sha256(repr(layout).encode())
        try:
            for part in _parts(self.function, inspect.getsource, set()):
                digest.update(part)
        except OSError:  # installed without its source
            return None
        return TRANSLATED / f"{self.function.__name__}-{digest.hexdigest()[:16]}.ll"

    def translated(self, arguments: tuple[Any, ...]) -> str:
        """Intermediate code; its first line is how many numbers it returns.

        -1 stands for one integer. The names that numba gives are made short.
        """
        signature = tuple(_numba_type(argument) for argument in arguments)
        self.dispatcher.compile(signature)
        found = self.dispatcher.overloads[signature]
        returned = found.signature.return_type
        numbers = {"none": 0, "float64": 1, "int64": -1}.get(str(returned))
        if numbers is None:
            numbers = len(returned)
        code = re.sub(
            r"^@_ZN08NumbaEnv.*\n|^; ModuleID.*\n|^source_filename.*\n|^; Func.*\n",
            "",
            found.library.get_llvm_str(),
            flags=re.MULTILINE,
        )
        names = {found.fndesc.llvm_func_name: KERNEL}
        for name in re.findall(r"@(_Z[\w.]+)", code):
            names.setdefault(name, f"called_{len(names)}")
        code = re.sub(r"@(_Z[\w.]+)", lambda name: f"@{names[name[1]]}", code)
        return f"; {numbers}\n{code}"

    @functools.cached_property
    def dispatcher(self) -> Any:
        """The function for numba, and with it every compiled function it calls."""
        return _with_numba(self.function, _OPTIONS)

    def _digest(self, layout: Layout) -> str:
        """Digest of what it depends on: source, constants, compiler, processor."""
        import llvmlite
        import llvmlite.binding as llvm

        kind = (layout, ENTRY, llvmlite.__version__)
        digest = hashlib.sha256(repr(kind).encode())
        digest.update(llvm.get_default_triple().encode())
        digest.update(llvm.get_host_cpu_name().encode())
        digest.update(llvm.get_host_cpu_features().flatten().encode())
        for part in _parts(self.function, _bytecode, set()):
            digest.update(part)
        return digest.hexdigest()[:32]


class _Allocating(Kernel):
    """A function that only numba can run."""

    @functools.cached_property
    def dispatcher(self) -> Any:
        """The function for numba."""
        return _with_numba(self.function, _CALLED_BY_NUMBA)

    def __call__(self, *arguments: Any) -> Any:
        """Run numba's version."""
        return self.dispatcher(*arguments)


def _with_numba(function: Any, options: dict[str, bool | str]) -> Any:
    """Numba's version of a function; the compiled functions it calls likewise."""
    import numba

    known = dict(function.__globals__)
    for name in sorted(set(function.__code__.co_names)):
        if isinstance(known.get(name), Kernel):
            known[name] = known[name].dispatcher
    dispatcher = numba.njit(**options)(types.FunctionType(function.__code__, known))
    called_with = dispatcher.get_call_template

    def once(arguments: Iterable[Any], named: dict[str, Any]) -> Any:
        # one version for every integer, not one for each that is written in a call
        return called_with(tuple(map(numba.types.unliteral, arguments)), named)

    dispatcher.get_call_template = once
    return dispatcher


def _parts(
    function: Any, text_of: Callable[[Any], str], seen: set[Any]
) -> Iterator[bytes]:
    """Text and constants of a function and of the compiled ones it calls."""
    yield text_of(function).encode()
    for name in sorted(set(function.__code__.co_names)):
        value = function.__globals__.get(name)
        if isinstance(value, Kernel):
            if value not in seen:
                seen.add(value)
                yield from _parts(value.function, text_of, seen)
        elif isinstance(value, np.ndarray):
            yield value.tobytes()
        elif isinstance(value, (int, float)):
            yield repr(value).encode()


def _bytecode(function: Any) -> str:
    code = function.__code__
    return repr((code.co_code, code.co_consts, code.co_names, code.co_varnames))


def _numba_type(argument: Any) -> Any:
    from numba import from_dtype, typeof
    from numba import types as numba_types

    if isinstance(argument, np.ndarray):
        return numba_types.Array(from_dtype(argument.dtype), argument.ndim, "C")
    if isinstance(argument, tuple):
        kinds = tuple(_numba_type(member) for member in argument)
        return numba_types.BaseTuple.from_types(kinds, type(argument))
    return typeof(argument)


@functools.cache
def _as_expected() -> bool:
    """Whether what numba compiles can be called from here: tried on a known answer."""
    from lesion_toolkit.measurement.compiled_probe import ANSWER, ARGUMENTS, probe

    layout = layout_of(ARGUMENTS)
    code = machine_code(cast("Kernel", probe).translated(ARGUMENTS), layout)
    return bool(linked(layout, *code)(ARGUMENTS) == ANSWER)
