"""Machine code from LLVM's intermediate code: made, kept on disk, loaded and called."""

import ctypes
import functools
import hashlib
import itertools
import json
import os
import struct
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np

Layout = tuple[Any, ...]
"""Types of arguments."""

Native = Callable[[Iterable[Any]], Any]
"""Machine code, ready to be called with arguments of the types it was made for."""

Code = tuple[int, bytes]
"""How many numbers it returns (-1: one integer), and machine code."""

KERNEL = "lesion_toolkit_kernel"
"""Name of the function in intermediate code."""

ENTRY = "lesion_toolkit_entry"
"""Name of what is called, which calls the function."""

_RETURNED = (0, -2)
"""What numba answers for a function that came to its end; -2: it returns nothing."""


# ----------------------------------------------- arguments, as numba passes them
def layout_of(arguments: Iterable[Any]) -> Layout:
    """Types of the arguments, for which one version of a function is compiled."""
    found: list[Any] = []
    for argument in arguments:
        if isinstance(argument, np.ndarray):
            found.append((argument.dtype.char, argument.ndim))
        elif isinstance(argument, tuple):
            found.append(layout_of(argument))
        else:
            found.append("f8" if isinstance(argument, float) else "i8")
    return tuple(found)


def _packing(layout: Layout) -> str:
    """Each value that is passed, as :mod:`struct` writes it."""
    found = ""
    for kind in layout:
        if kind in ("f8", "i8"):
            found += "d" if kind == "f8" else "q"
        elif isinstance(kind[0], str) and isinstance(kind[1], int):
            found += "PPqqP" + "q" * 2 * kind[1]
        else:
            found += _packing(kind)
    return found


def _unpack(arguments: Iterable[Any], into: list[Any]) -> list[Any]:
    """Each array as owner, parent, size, item size, address, shape and strides."""
    for argument in arguments:
        if isinstance(argument, np.ndarray):
            if not argument.flags.c_contiguous:
                raise TypeError("an array that is not C-contiguous")
            address = argument.__array_interface__["data"][0]
            into += (0, 0, argument.size, argument.itemsize, address)
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


def machine_code(translated: str, layout: Layout) -> Code:
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
    taken = _packing(layout)
    module = llvm.parse_assembly(translated + _call(taken))
    module.triple = machine.triple
    module.data_layout = str(machine.target_data)
    arguments = module.get_function(KERNEL).arguments
    if [str(one.type) for one in arguments] != ["ptr", "ptr", *map(_TYPES.get, taken)]:
        raise RuntimeError("arguments are taken in another way")
    return int(translated[1 : translated.index("\n")]), machine.emit_object(module)


_TYPES = {"P": "ptr", "q": "i64", "d": "double"}


def _call(taken: str) -> str:
    """Intermediate code that calls the function with values packed one by one.

    So a call takes three arguments, whatever the function takes: Python needs longer
    to pass forty of them than many a function to run.
    """
    lines = [f"\ndefine i32 @{ENTRY}(ptr %returned, ptr %raised, ptr %packed) {{"]
    for i, kind in enumerate(taken):
        lines.append(f"  %at.{i} = getelementptr i8, ptr %packed, i64 {8 * i}")
        lines.append(f"  %value.{i} = load {_TYPES[kind]}, ptr %at.{i}")
    passed = [f"{_TYPES[kind]} %value.{i}" for i, kind in enumerate(taken)]
    passed = ["ptr %returned", "ptr %raised", *passed]
    lines.append(f"  %status = call i32 @{KERNEL}({', '.join(passed)})")
    return "\n".join([*lines, "  ret i32 %status", "}", ""])


def linked(layout: Layout, numbers: int, code: bytes) -> Native:
    """Make machine code callable."""
    import llvmlite.binding as llvm

    library = (
        llvm.JITLibraryBuilder()
        .add_object_img(code)
        .add_current_process()
        .export_symbol(ENTRY)
        .link(_linker(), f"{ENTRY}-{next(_count)}")
    )
    function = ctypes.CFUNCTYPE(ctypes.c_int32, *[ctypes.c_void_p] * 3)(library[ENTRY])
    pack = struct.Struct(_packing(layout)).pack
    kind: Any = ctypes.c_int64 if numbers < 0 else ctypes.c_double
    buffer = kind * max(abs(numbers), 1)

    def native(arguments: Iterable[Any]) -> Any:
        assert library is not None  # the code lives as long as its library
        returned, raised = buffer(), ctypes.c_void_p()
        packed = pack(*_unpack(arguments, []))
        if function(returned, ctypes.byref(raised), packed) not in _RETURNED:
            raise RuntimeError("a compiled function failed")
        if abs(numbers) == 1:
            return returned[0]
        return tuple(returned) if numbers else None

    return native


_count = itertools.count()


def kept_in() -> Path:
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


def read(path: Path) -> Code | None:
    """Kept machine code; None where there is none or it was not written whole."""
    try:
        header, _, code = path.read_bytes().partition(b"\n")
        said = json.loads(header)
    except (OSError, ValueError):
        return None
    if said.get("sha256") != hashlib.sha256(code).hexdigest():
        return None
    return said["numbers"], code


def write(path: Path, code: Code) -> None:
    """Keep machine code, whole or not at all."""
    numbers, machine = code
    digest = hashlib.sha256(machine).hexdigest()
    header = {"numbers": numbers, "sha256": digest}
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as part:
            part.write(json.dumps(header).encode() + b"\n" + machine)
        Path(part.name).replace(path)
    except OSError:
        return  # a full or read-only disk: compiled again in the next process
