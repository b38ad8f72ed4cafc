"""A file system that is really small, for what only a full disk can show."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

KIBIBYTE = 1024


@contextmanager
def small_disk(folder: Path, *, mebibytes: int) -> Iterator[Path]:
    """Mount so much memory at `folder`; skips, saying why, where that is not allowed."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={mebibytes}m", "tmpfs", str(folder)]
    try:
        done = subprocess.run(mount, capture_output=True, text=True, check=False)
        trouble = done.stderr.strip() if done.returncode else ""
    except FileNotFoundError:
        trouble = "there is no mount command"
    if trouble:
        pytest.skip(f"a small file system cannot be mounted here: {trouble}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(folder: Path, *, leave_kibibytes: int) -> Path:
    """Take all the room but so much."""
    ballast = folder / "ballast"
    with ballast.open("wb") as file:
        try:
            while True:
                file.write(bytes(64 * KIBIBYTE))
                file.flush()
        except OSError:
            pass
    with ballast.open("r+b") as file:
        file.truncate(max(ballast.stat().st_size - leave_kibibytes * KIBIBYTE, 0))
    return ballast
