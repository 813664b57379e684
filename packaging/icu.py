"""ICU's data, of which Qt brings all: 31 MiB, for every language there is. Lesart asks for little.

ICU keeps its data in a library that holds nothing else: a header, a table of contents, and the items, each
found by its name (ICU's `udata`, package format 1). Where an item is left out, ICU falls back to its root
data, as it does for a language that it does not know.
"""

import re
import struct
from pathlib import Path

from contents import is_icu_data_wanted
from project import WORK, run

_ALIGNED = 16
_SOURCE = """
.section .rodata
.balign 16
.global {symbol}
.type {symbol}, %object
{symbol}: .incbin "{data}"
.size {symbol}, .-{symbol}
.section .note.GNU-stack, "", %progbits
"""


def make_lean(library: Path) -> None:
    """Put a library with the wanted items alone in the place of `libicudata.so.NN`. Needs binutils."""
    number = re.fullmatch(r"libicudata\.so\.(\d+)", library.name)
    if number is None:
        raise ValueError(f"{library.name} is not ICU's data")
    folder = WORK / "icu"
    folder.mkdir(parents=True, exist_ok=True)
    data, source, made = folder / "data", folder / "data.s", folder / "data.o"
    run(["objcopy", "--output-target=binary", "--only-section=.rodata", library, data])
    data.write_bytes(lean(data.read_bytes()))
    source.write_text(_SOURCE.format(symbol=f"icudt{number[1]}_dat", data=data))
    run(["as", "-o", made, source])
    run(
        [
            "ld",
            "-shared",
            "-soname",
            library.name,
            "-z",
            "noexecstack",
            "--build-id=none",
            "-o",
            library,
            made,
        ]
    )


def lean(data: bytes) -> bytes:
    """A package of data with the wanted items alone. ValueError where it is none."""
    size, magic, kind = struct.unpack_from("<H2s8x4s", data)
    if magic != b"\xda\x27" or kind != b"CmnD":
        raise ValueError("not a package of ICU's data, or one for another byte order")
    head, body = data[:size], data[size:]
    kept = {name: item for name, item in _items(body) if is_icu_data_wanted(name.partition("/")[2])}
    table = 4 + 8 * len(kept)
    names = b"".join(name.encode() + b"\0" for name in kept)
    place, at = table, _aligned(table + len(names))
    entries, items = b"", b"\0" * (at - table - len(names))
    for name, item in kept.items():
        entries += struct.pack("<II", place, at)
        place += len(name) + 1
        items += item.ljust(_aligned(len(item)), b"\0")
        at += _aligned(len(item))
    return head + struct.pack("<I", len(kept)) + entries + names + items


def _items(body: bytes) -> list[tuple[str, bytes]]:
    """Name and content of each item, in order; an item ends where the next begins."""
    (count,) = struct.unpack_from("<I", body)
    table = [struct.unpack_from("<II", body, 4 + 8 * number) for number in range(count)]
    ends = [*(place for _, place in table[1:]), len(body)][:count]
    names = [body[at : body.index(b"\0", at)].decode("ascii") for at, _ in table]
    return [(name, body[place:end]) for name, (_, place), end in zip(names, table, ends, strict=True)]


def _aligned(size: int) -> int:
    return -(-size // _ALIGNED) * _ALIGNED
