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

import ctypes
import functools
import hashlib
import inspect
import itertools
import json
import os
import re
import sys
import tempfile
import threading
import types
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar, cast

import numpy as np

Function = TypeVar("Function", bound=Callable[..., Any])
Layout = tuple[Any, ...]
Native = Callable[[Iterable[Any]], Any]
Code = tuple[int, bytes]

TRANSLATED = Path(__file__).with_name("translated")
"""Intermediate code of every function that is measured with, each in its file."""

_SYMBOL = "lesion_toolkit_kernel"

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
        layout = _layout(arguments)
        native = self._natives.get(layout)
        if native is None:
            with _one_at_a_time:
                native = self._natives[layout] = self._native(layout, arguments)
        return native(arguments)

    def _native(self, layout: Layout, arguments: tuple[Any, ...]) -> Native:
        """Machine code from disk, or compiled and kept, or a function of numba."""
        try:
            path = _kept_in() / f"{self.function.__name__}-{self._digest(layout)}.bin"
            code = _read(path)
            if code is None:
                code = self._compile(layout, arguments)
                _write(path, code)
            return _linked(layout, *code)
        except _NEEDS:
            kernel = _with_numba(self.function, _CALLED_BY_NUMBA)
            return lambda arguments: kernel(*arguments)

    def _compile(self, layout: Layout, arguments: tuple[Any, ...]) -> Code:
        """Machine code, from the translation kept with the source if it is of it."""
        kept = self.translation(layout)
        if kept is not None and kept.is_file():
            return _machine_code(kept.read_text(), layout)
        if not _as_expected():
            raise RuntimeError("numba passes arguments in another way")
        return _machine_code(self.translated(arguments), layout)

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
        names = {found.fndesc.llvm_func_name: _SYMBOL}
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

        kind = (layout, _SYMBOL, llvmlite.__version__)
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


# ----------------------------------------------- arguments, as numba passes them
def _layout(arguments: Iterable[Any]) -> Layout:
    """Types of the arguments, for which one version of a function is compiled."""
    found: list[Any] = []
    for argument in arguments:
        if isinstance(argument, np.ndarray):
            found.append((argument.dtype.str, argument.ndim))
        elif isinstance(argument, tuple):
            found.append(_layout(argument))
        else:
            found.append("f8" if isinstance(argument, float) else "i8")
    return tuple(found)


def _numba_type(argument: Any) -> Any:
    from numba import from_dtype, typeof
    from numba import types as numba_types

    if isinstance(argument, np.ndarray):
        return numba_types.Array(from_dtype(argument.dtype), argument.ndim, "C")
    if isinstance(argument, tuple):
        kinds = tuple(_numba_type(member) for member in argument)
        return numba_types.BaseTuple.from_types(kinds, type(argument))
    return typeof(argument)


def _c_types(layout: Layout) -> list[Any]:
    found: list[Any] = []
    pointer, count = ctypes.c_void_p, ctypes.c_int64
    for kind in layout:
        if kind in ("f8", "i8"):
            found.append(ctypes.c_double if kind == "f8" else count)
        elif isinstance(kind[0], str) and isinstance(kind[1], int):
            found += [pointer, pointer, count, count, pointer, *[count] * 2 * kind[1]]
        else:
            found += _c_types(kind)
    return found


def _unpack(arguments: Iterable[Any], into: list[Any]) -> list[Any]:
    """Each array as owner, parent, size, item size, address, shape and strides."""
    for argument in arguments:
        if isinstance(argument, np.ndarray):
            if not argument.flags.c_contiguous:
                raise TypeError("an array that is not C-contiguous")
            address = argument.__array_interface__["data"][0]
            into += (None, None, argument.size, argument.itemsize, address)
            into += argument.shape
            into += argument.strides
        elif isinstance(argument, tuple):
            _unpack(argument, into)
        else:
            into.append(argument)
    return into


# --------------------------------------------------------------------- machine code
@functools.cache
def _linker() -> Any:
    import llvmlite.binding as llvm

    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    return llvm.create_lljit_compiler()


def _machine_code(translated: str, layout: Layout) -> Code:
    """Machine code for this processor, from intermediate code."""
    import llvmlite.binding as llvm

    _linker()
    machine = llvm.Target.from_default_triple().create_target_machine(
        cpu=llvm.get_host_cpu_name(),
        features=llvm.get_host_cpu_features().flatten(),
        opt=3,
        reloc="pic",
        codemodel="jitdefault",
        jit=True,
    )
    module = llvm.parse_assembly(translated)
    module.triple = machine.triple
    module.data_layout = str(machine.target_data)
    kinds = {ctypes.c_void_p: "ptr", ctypes.c_int64: "i64", ctypes.c_double: "double"}
    expected = ["ptr", "ptr", *(kinds[kind] for kind in _c_types(layout))]
    taken = [str(taken.type) for taken in module.get_function(_SYMBOL).arguments]
    if taken != expected:
        raise RuntimeError("arguments are taken in another way")
    return int(translated[1 : translated.index("\n")]), machine.emit_object(module)


@functools.cache
def _as_expected() -> bool:
    """Whether what numba compiles can be called from here: tried on a known answer."""
    from lesion_toolkit.measurement.compiled_probe import ANSWER, ARGUMENTS, probe

    layout = _layout(ARGUMENTS)
    code = _machine_code(cast("Kernel", probe).translated(ARGUMENTS), layout)
    return bool(_linked(layout, *code)(ARGUMENTS) == ANSWER)


def _linked(layout: Layout, numbers: int, code: bytes) -> Native:
    """Make machine code callable."""
    import llvmlite.binding as llvm

    library = (
        llvm.JITLibraryBuilder()
        .add_object_img(code)
        .add_current_process()
        .export_symbol(_SYMBOL)
        .link(_linker(), f"{_SYMBOL}-{next(_count)}")
    )
    pointers = [ctypes.c_void_p, ctypes.c_void_p]
    prototype = ctypes.CFUNCTYPE(ctypes.c_int32, *pointers, *_c_types(layout))
    function = prototype(library[_SYMBOL])
    kind: Any = ctypes.c_int64 if numbers < 0 else ctypes.c_double
    buffer = kind * max(abs(numbers), 1)

    def native(arguments: Iterable[Any]) -> Any:
        assert library is not None  # the code lives as long as its library
        returned, raised = buffer(), ctypes.c_void_p()
        function(returned, ctypes.byref(raised), *_unpack(arguments, []))
        if abs(numbers) == 1:
            return returned[0]
        return tuple(returned) if numbers else None

    return native


_count = itertools.count()


def _kept_in() -> Path:
    """Where machine code is kept: beside the module, else in the user's cache."""
    asked = os.environ.get("NUMBA_CACHE_DIR")
    beside = Path(__file__).with_name("__pycache__")
    if asked:
        folder = Path(asked)
    elif os.access(beside if beside.exists() else beside.parent, os.W_OK):
        folder = beside
    else:
        folder = Path.home() / ".cache" / "lesion-toolkit"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _read(path: Path) -> Code | None:
    """Kept machine code; None where there is none or it was not written whole."""
    try:
        header, _, code = path.read_bytes().partition(b"\n")
        said = json.loads(header)
    except (OSError, ValueError):
        return None
    if said.get("sha256") != hashlib.sha256(code).hexdigest():
        return None
    return said["numbers"], code


def _write(path: Path, code: Code) -> None:
    numbers, machine = code
    digest = hashlib.sha256(machine).hexdigest()
    header = {"numbers": numbers, "sha256": digest}
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as part:
            part.write(json.dumps(header).encode() + b"\n" + machine)
        Path(part.name).replace(path)
    except OSError:
        return  # a full or read-only disk: compiled again in the next process
