"""Static files as `corridor serve` gathers them: compressed once, not at every start.

Brotli at its best takes some thirty processor seconds over everything here, and longer than people
wait on a machine that is busy. So only what pages name is compressed, and only when what lies
beside it does not already say the same.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import brotli
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

READERS: dict[str, Callable[[bytes], bytes]] = {".br": brotli.decompress, ".gz": gzip.decompress}
UNREADABLE = (OSError, EOFError, zlib.error, brotli.error)


def says_the_same(compressed: str, data: bytes, read: Callable[[bytes], bytes]) -> bool:
    """Whether that file is this data, compressed; one cut short by a kill is not."""
    try:
        return read(Path(compressed).read_bytes()) == data
    except UNREADABLE:
        return False


class OnceCompressor(Compressor):  # type: ignore[misc]
    """Leaves what a run before has compressed; nobody but a debugger asks for source maps."""

    SKIP_COMPRESS_EXTENSIONS = (*Compressor.SKIP_COMPRESS_EXTENSIONS, "map")

    def compress(self, path: str) -> list[str]:
        data = Path(path).read_bytes()
        beside = {path + suffix: read for suffix, read in READERS.items()}
        if all(says_the_same(name, data, read) for name, read in beside.items()):
            return list(beside)
        return super().compress(path)  # type: ignore[no-any-return]


class StaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Files under the name of their content, which is the one pages give, are compressed."""

    def create_compressor(self, **kwargs: Any) -> Compressor:
        return OnceCompressor(**kwargs)

    def compress_files(self, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
        named = set(self.hashed_files.values())
        yield from super().compress_files([path for path in paths if path in named])
