from __future__ import annotations

import hashlib

import pytest

from corridor.engines import matching
from corridor.services.rounds.errors import InputsChanged
from corridor.services.rounds.freezing import freeze, frozen

ROWS = [{"id": "W1", "isco": ["7212"], "skills": ["s:2"], "languages": ["en:B1"], "eqf": 4}]


def test_the_same_rows_are_one_file_named_by_its_content() -> None:
    digest = freeze("workers", ROWS)
    assert freeze("workers", ROWS) == digest
    path = frozen(digest)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == digest
    assert len(list(path.parent.iterdir())) == 1


def test_the_engine_reads_the_file_as_it_is() -> None:
    workers = matching.read_workers(frozen(freeze("workers", ROWS)))
    assert workers.id.tolist() == ["W1"]
    assert workers.eqf.tolist() == [4]
    assert workers.skills.named(0) == ["s"]


def test_a_file_that_is_not_there_is_said() -> None:
    with pytest.raises(InputsChanged):
        frozen("0" * 64)
