"""A matrix of which something is claimed, whatever the apps claim today."""

from __future__ import annotations

import pytest

from corridor.kernel.matrix import reads
from corridor.kernel.offers import Claim


@pytest.fixture
def claimed(monkeypatch) -> list[Claim]:
    """1a3 judged but for one part that is shown; one part of 1a1 done; nothing else."""
    found = [
        Claim(part=part, page=page, act="matrix.claims", doc="README.md", state=state)
        for part, page, state in (
            ("1a1.1", "matrix.row", "done"),
            ("1a3.1", "matrix.rows", "judged"),
            ("1a3.2", "matrix.rows", "judged"),
            ("1a3.3", "matrix.rows", "shown"),
        )
    ]
    monkeypatch.setattr(reads, "claims", lambda: found)
    return found
