"""Tables: choosing rows, finding ids."""

from __future__ import annotations

import numpy as np
import pytest

from corridor.engines.matching import UnknownRow

from .people import vacancies, workers


def test_chosen_rows_keep_what_they_hold():
    pool = workers()
    turned = pool.take(np.array([1, 0]))
    assert turned.id.tolist() == ["dawit", "amina"]
    assert turned.isco.named(0) == pool.isco.named(1)
    assert turned.skills.named(1) == ["care", "cook"]
    assert turned.skills.levels.tolist() == [3, 2, 1]


def test_blocks_cover_the_table_once():
    assert [block.id.tolist() for block in workers().blocks(2)] == [["amina", "dawit"], ["esra"]]


def test_an_id_that_is_not_there_is_named():
    with pytest.raises(UnknownRow, match="No vacancy has the id 'opera'"):
        vacancies().row_of("opera")


def test_an_isco_group_reads_as_written():
    jobs = vacancies({"id": "a", "isco": "0"}, {"id": "b", "isco": "011"}, {"id": "c", "isco": ""})
    assert [jobs.isco_group(row) for row in range(3)] == ["0", "011", ""]
