"""What the headers of many files have in common.

Slices of a series share the heads of most elements and most values. A walk follows
heads and looks at no value but those of sequences without a length, so where the heads
are the same bytes it would find the same elements in the same places: they can be
passed at once, and nothing is assumed.
"""

import itertools
import struct
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from lesion_toolkit.loaders.heads import ENDLESS, TAG_OF_BYTES, head_size

LEARN_EVERY = 8
"""Of so many long walks two are learnt from: files that share nothing stay cheap."""

META_GROUP = b"\x02\x00"
"""Group of the file meta information; what follows may be in another syntax."""

Cut = Callable[[bytes, int], tuple[bytes, ...]]
"""Pieces of a buffer, from a place in it."""

Span = tuple[int, int]
"""Start and stop in bytes."""

Key = tuple[bool, bytes]
"""Whether an element has an explicit value representation, and the bytes of its tag."""


class Stretch(NamedTuple):
    """Elements in a row that differ between files in some values only.

    Attributes
    ----------
    lengths
        Of its elements, in bytes.
    size
        Of all of them.
    fixed, expected
        How to cut out what is the same in all files, and what that is.
    shared
        Wanted values that are the same in all files, by tag.
    own, own_tags
        How to cut out the wanted values that differ, and their tags.
    """

    lengths: tuple[int, ...]
    size: int
    fixed: Cut
    expected: tuple[bytes, ...]
    shared: dict[int, bytes]
    own: Cut
    own_tags: tuple[int, ...]

    def is_at(self, buffer: bytes, at: int) -> bool:
        """Whether the elements from a place on are these."""
        return at + self.size <= len(buffer) and self.fixed(buffer, at) == self.expected

    def take(self, buffer: bytes, at: int, elements: dict[int, bytes]) -> int:
        """Add the wanted elements; return where the next one begins."""
        elements.update(self.shared)
        if self.own_tags:
            elements.update(zip(self.own_tags, self.own(buffer, at), strict=True))
        return at + self.size


class Repeats:
    """Stretches by the integer of their first tag, learnt from the files of a folder.

    They are kept apart for implicit and explicit value representation.
    """

    __slots__ = ("_last", "_long_walks", "_loose", "_own", "stretches")

    def __init__(self) -> None:
        self.stretches: dict[bool, dict[int, Stretch]] = {False: {}, True: {}}
        self._last: dict[Key, bytes] = {}
        self._own: set[Key] = set()
        self._loose: set[Key] = set()
        self._long_walks = 0

    def learn(self, buffer: bytes, walked: Iterable[tuple[list[int], bool]]) -> None:
        """Note what a file repeats of those before.

        ``walked`` are the starts of its elements, and whether they have explicit
        value representations: those of the file meta information apart, as no stretch
        may go on into what another syntax would read otherwise.
        """
        self._long_walks += 1
        if self._long_walks % LEARN_EVERY not in (1, 2):
            return
        for starts, explicit in walked:
            self._learn(explicit, list(self._elements(buffer, starts, explicit)))

    def _elements(
        self, buffer: bytes, starts: list[int], explicit: bool
    ) -> Iterator[bytes]:
        """Every whole element that a walk met, those passed in a stretch among them."""
        for at, stop in itertools.pairwise(starts):
            stretch = self.stretches[explicit].get(_tag(buffer, at))
            passed = stretch is not None and stretch.is_at(buffer, at)
            for length in stretch.lengths if stretch and passed else (stop - at,):
                if at + length <= len(buffer):
                    yield buffer[at : at + length]
                at += length

    def _learn(self, explicit: bool, elements: Iterable[bytes]) -> None:
        row: list[bytes] = []
        for element in elements:
            key = explicit, element[:4]
            self._compare(key, element)
            if key in self._loose:
                self._note(explicit, row)
                row = []
            else:
                row.append(element)
        self._note(explicit, row)

    def _compare(self, key: Key, element: bytes) -> None:
        """Note an element that differs in its value alone, or, loose, in its head."""
        last = self._last.get(key, element)
        self._last[key] = element
        if last != element:
            head = element[: head_size(element, key[0])]
            is_loose = last[: len(head)] != head or head.endswith(ENDLESS)
            (self._loose if is_loose else self._own).add(key)

    def _note(self, explicit: bool, row: list[bytes]) -> None:
        if row and _is_meta(row[0]):
            row = list(itertools.takewhile(_is_meta, row))
        if row:
            own = frozenset(tag for e, tag in self._own if e == explicit)
            stretches = self.stretches[explicit]
            stretches[_tag(row[0])] = _stretch(explicit, row, own)


def _stretch(explicit: bool, row: list[bytes], own: frozenset[bytes]) -> Stretch:
    """Elements in a row as a stretch; ``own`` are the tags whose values differ."""
    shared: dict[int, bytes] = {}
    differing: list[Span] = []
    wanted: dict[Span, int] = {}
    at = 0
    for element in row:
        head = head_size(element, explicit)
        span = at + head, at + len(element)
        at = span[1]
        tag = TAG_OF_BYTES.get(_tag(element))
        if element[:4] in own:
            differing.append(span)
            if tag is not None:
                wanted[span] = tag
        elif tag is not None:
            is_endless = element[:head].endswith(ENDLESS)
            shared[tag] = b"" if is_endless else element[head:]
    edges = [0, *itertools.chain.from_iterable(differing), at]
    fixed = _cut(zip(edges[::2], edges[1::2], strict=True))
    expected = fixed(b"".join(row), 0)
    return Stretch(
        tuple(map(len, row)),
        at,
        fixed,
        expected,
        shared,
        _cut(wanted),
        tuple(wanted.values()),
    )


def _is_meta(element: bytes) -> bool:
    return element.startswith(META_GROUP)


def _tag(buffer: bytes, at: int = 0) -> int:
    """Tag at a place as the integer that its bytes make."""
    return int.from_bytes(buffer[at : at + 4], "little")


def _cut(spans: Iterable[Span]) -> Cut:
    """Cut out some spans of a buffer, in one go."""
    layout, at = "", 0
    for start, stop in spans:
        layout += f"{start - at}x{stop - start}s"
        at = stop
    return struct.Struct(layout).unpack_from
