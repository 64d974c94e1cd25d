"""Mutate DICOM files at random and see that each one is used or named, quickly.

    python benchmarks/fuzz_loaders.py [--count 10000] [--seed 1] [--seconds 5]

Mutations: header bytes, element lengths, pixel bytes, truncations, repeated parts.
Every mutated file lies in a folder beside three whole slices of its series, so that it
can spoil a volume. Prints the number of each case that raises, hangs or loses a file.
"""

import argparse
import io
import random
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pydicom
from pydicom.data import get_testdata_file

from lesion_toolkit.errors import InputRefused
from lesion_toolkit.loaders.index import find_series
from lesion_toolkit.loaders.pixels import read_volume

ORIGINALS = (
    "CT_small.dcm", "MR_small.dcm", "MR_small_RLE.dcm", "MR_small_implicit.dcm",
    "MR_small_bigendian.dcm", "image_dfl.dcm", "JPEG2000.dcm", "emri_small.dcm",
    "JPEG-lossy.dcm", "MR_small_jpeg_ls_lossless.dcm", "nested_priv_SQ.dcm",
    "eCT_Supplemental.dcm", "liver_1frame.dcm", "DICOMDIR",
)  # fmt: skip


def mutate(content: bytes, dice: random.Random) -> bytes:
    """One to eight random changes, most of them in the header."""
    changed = bytearray(content)
    for _ in range(dice.randint(1, 8)):
        if len(changed) < 8:
            break
        header = min(len(changed), 4000)
        at = dice.randrange(header if dice.random() < 0.8 else len(changed))
        kind = dice.randrange(6)
        if kind == 0:
            changed[at] = dice.randrange(256)
        elif kind == 1:
            changed[at : at + 4] = dice.choice(
                [
                    b"\xff\xff\xff\xff",
                    b"\0\0\0\0",
                    b"\xff\xff\xff\x7f",
                    b"\xfe\xff\0\xe0",
                ]
            )
        elif kind == 2:
            changed[at : at + 2] = dice.choice([b"SQ", b"UN", b"OB", b"US", b"XX"])
        elif kind == 3:
            del changed[at:]
        elif kind == 4:
            del changed[at : at + dice.randint(1, 64)]
        else:
            changed[at:at] = changed[at : at + dice.randint(1, 64)]
    return bytes(changed)


def originals() -> list[list[bytes]]:
    """Four slices made of each shipped image, so that a mutated one has neighbors."""
    found = []
    for name in ORIGINALS:
        path = get_testdata_file(name, download=False)
        if not path or not Path(path).is_file():
            continue
        image = pydicom.dcmread(path)
        if "ImagePositionPatient" not in image:
            found.append([Path(path).read_bytes()])
            continue
        slices = []
        for height in range(4):
            image.SOPInstanceUID = f"1.2.826.0.{height}"
            image.file_meta.MediaStorageSOPInstanceUID = image.SOPInstanceUID
            image.ImagePositionPatient = [0, 0, 5 * height]
            buffer = io.BytesIO()
            image.save_as(buffer)
            slices.append(buffer.getvalue())
        found.append(slices)
    return found


def try_one(contents: list[bytes], folder: Path) -> str:
    """Load files of one folder; an empty text when all is well."""
    for old in folder.iterdir():
        old.unlink()
    for number, content in enumerate(contents):
        (folder / str(number)).write_bytes(content)
    index = find_series(folder)
    if {entry.path for entry in index.account} != set(folder.iterdir()):
        return "a file is not accounted for"
    if any(bool(e.used_in) == bool(e.set_aside) for e in index.account):
        return "a file is both used and set aside, or neither"
    for series in index.series:
        try:
            read_volume(series)
        except InputRefused:
            continue
    return ""


def fuzz(cases: Iterable[int], seed: int, limit_s: float) -> Counter[str]:
    """Outcomes by kind; failures are printed with the number that repeats them."""
    outcomes: Counter[str] = Counter()
    sources = originals()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in cases:
            dice = random.Random(f"{seed} {number}")
            contents = list(dice.choice(sources))
            victim = dice.randrange(len(contents))
            contents[victim] = mutate(contents[victim], dice)
            started = time.perf_counter()
            try:
                outcome = try_one(contents, folder)
            except Exception as fault:
                outcome = f"raised {type(fault).__name__}: {fault}"
            if time.perf_counter() - started > limit_s:
                outcome = outcome or f"took more than {limit_s:g} s"
            outcomes["well" if not outcome else "failed"] += 1
            if outcome:
                print(f"case {number}: {outcome}")
    return outcomes


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=5.0)
    asked = parser.parse_args()
    warnings.simplefilter("ignore")
    started = time.perf_counter()
    outcomes = fuzz(range(asked.count), asked.seed, asked.seconds)
    seconds = time.perf_counter() - started
    print(f"{asked.count} files in {seconds:.0f} s: {dict(outcomes)}")


if __name__ == "__main__":
    main()
