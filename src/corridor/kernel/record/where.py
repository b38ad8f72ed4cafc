"""Where an error arose."""

from __future__ import annotations

import traceback


def place_of(error: BaseException) -> str:
    """The kind of error and where it arose, without its message, which may name a person."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" at {frames[-1].filename.rpartition('/')[2]}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{where}"
