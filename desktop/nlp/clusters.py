"""A packed table of word forms: Brown cluster and log probability of each, found by the hash of the form.

A cluster is an integer whose low bits are the path from the root of the cluster tree: `cluster & 63` is a
coarse class, `cluster & 1023` a finer one, `cluster` the leaf. The table keeps no word, only 32-bit hashes of
words (BLAKE2b), so a form takes six bytes, three in the file; a form that is not in it is mistaken for one
that is with a probability of forms / 2**32, which a statistical model does not notice.

File, little-endian: magic `LSWC`, u16 version, u16 number of clusters, u32 number of forms, f64 step of the
log probability, then, packed as `desktop.nlp.packing` says, u32 clusters[], u32 hashes[] (sorted, as
differences), u16 values[] (cluster index << 6 | bucket).
"""

import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from hashlib import blake2b
from typing import NamedTuple, Self

import numpy as np

from desktop.nlp.packing import Unpacking, differences, packed, summed

_MAGIC = b"LSWC"
_VERSION = 2
_HEADER = struct.Struct("<4sHHId")
_BUCKET_BITS = 6
_BUCKETS = 1 << _BUCKET_BITS
_MAX_CLUSTERS = 1 << (16 - _BUCKET_BITS)


class Lexeme(NamedTuple):
    """What the table knows of a form: its cluster and its natural log probability, rounded to the table's
    step.
    """

    cluster: int
    log_probability: float


class ClusterTable:
    """Read-only lookup form -> `Lexeme`. Build one with `pack`, read one with `from_bytes`."""

    def __init__(
        self, *, clusters: "array[int]", hashes: "array[int]", values: "array[int]", step: float
    ) -> None:
        self._clusters = clusters
        self._hashes = hashes
        self._values = values
        self._step = step

    def __len__(self) -> int:
        return len(self._hashes)

    @classmethod
    def pack(cls, lexemes: Iterable[tuple[str, int, float]]) -> Self:
        """A table of (form, cluster, log probability <= 0); of forms with equal hashes the most probable
        stays.
        """
        best: dict[int, tuple[float, int]] = {}
        for form, cluster, log_probability in lexemes:
            key = form_key(form)
            if key not in best or best[key][0] < log_probability:
                best[key] = (log_probability, cluster)
        clusters = sorted({cluster for _, cluster in best.values()})
        if len(clusters) > _MAX_CLUSTERS:
            raise ValueError(f"{len(clusters)} clusters, at most {_MAX_CLUSTERS} fit")
        step = max((-probability for probability, _ in best.values()), default=1.0) / (_BUCKETS - 1)
        index = {cluster: i for i, cluster in enumerate(clusters)}
        hashes = array("I", sorted(best))
        values = array(
            "H", (index[c] << _BUCKET_BITS | round(-p / step) for p, c in (best[h] for h in hashes))
        )
        return cls(clusters=array("I", clusters), hashes=hashes, values=values, step=step)

    def find(self, form: str) -> Lexeme | None:
        """The entry of exactly this form, or None."""
        key = form_key(form)
        i = bisect_left(self._hashes, key)
        if i == len(self._hashes) or self._hashes[i] != key:
            return None
        value = self._values[i]
        bucket = value & (_BUCKETS - 1)
        return Lexeme(self._clusters[value >> _BUCKET_BITS], -bucket * self._step)

    def cluster(self, form: str) -> int | None:
        """The cluster of the form, else of the form without genitive -s, else of the last part of its
        compound.
        """
        found = self.find(form)
        if found is None and form.endswith("s"):
            found = self.find(form[:-1])
        if found is None and "-" in form:
            found = self.find(form.rsplit("-", 1)[1])
        return None if found is None else found.cluster

    def to_bytes(self) -> bytes:
        """The file's content."""
        header = _HEADER.pack(_MAGIC, _VERSION, len(self._clusters), len(self._hashes), self._step)
        hashes = differences(np.array(self._hashes, dtype="<u4"))
        return header + b"".join(
            map(packed, (np.array(self._clusters, "<u4"), hashes, np.array(self._values, "<u2")))
        )

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """The table of a file's content. Raises ValueError where it is none or is cut short."""
        if len(data) < _HEADER.size or data[:4] != _MAGIC:
            raise ValueError("not a cluster table")
        _, version, n_clusters, n_forms, step = _HEADER.unpack_from(data)
        if version != _VERSION:
            raise ValueError(f"cluster table of version {version}, this program reads {_VERSION}")
        unpacking = Unpacking(data, _HEADER.size)
        try:
            clusters = unpacking.array("<u4", (n_clusters,))
            hashes = summed(unpacking.array("<u4", (n_forms,)))
            values = unpacking.array("<u2", (n_forms,))
            unpacking.end()
        except ValueError as error:
            raise ValueError(f"cluster table: {error}") from error
        return cls(
            clusters=array("I", clusters.astype("=u4").tobytes()),
            hashes=array("I", hashes.astype("=u4").tobytes()),
            values=array("H", values.astype("=u2").tobytes()),
            step=step,
        )


def form_key(form: str) -> int:
    """The 32-bit hash by which a table knows a form."""
    return int.from_bytes(blake2b(form.encode("utf-8", "surrogatepass"), digest_size=4).digest(), "little")


def little_endian(numbers: "array[int]") -> "array[int]":
    """The array itself, on a big-endian machine a byte-swapped copy (the swap is its own inverse)."""
    if sys.byteorder == "little":
        return numbers
    swapped = array(numbers.typecode, numbers)
    swapped.byteswap()
    return swapped
