"""How far each row is, and the three counts."""

from __future__ import annotations

from corridor.kernel.matrix import reads


def test_a_row_is_as_far_as_its_slowest_part(claimed) -> None:
    found = {one.row.code: one for one in reads.standing()}
    assert found["1a3"].state == "shown"
    assert found["1a1"].state is None
    assert (found["1a1"].parts_claimed, found["1a2"].parts_claimed) == (1, 0)


def test_each_level_includes_the_one_before(claimed) -> None:
    total = reads.counts(reads.standing())
    assert total.parts_by_state == {"shown": 4, "done": 3, "judged": 2}
    assert total.rows_by_state == {"shown": 1, "done": 0, "judged": 0}
    assert (total.parts, total.rows) == (191, 63)
