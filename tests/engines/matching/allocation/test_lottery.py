from hashlib import sha256

import numpy as np

from corridor.engines.matching.allocation.lottery import lottery_keys, lottery_ranks


def test_a_lottery_number_can_be_drawn_again_by_hand() -> None:
    by_hand = int.from_bytes(sha256(b"7:W123").digest()[:8], "big")
    assert lottery_keys(["W123"], seed=7).tolist() == [by_hand]


def test_another_seed_draws_other_numbers() -> None:
    assert lottery_keys(["W1"], seed=1) != lottery_keys(["W1"], seed=2)


def test_equal_numbers_fall_to_the_id() -> None:
    ranks = lottery_ranks(np.array([5, 5, 1], dtype=np.uint64), np.array(["b", "a", "c"]))
    assert ranks.tolist() == [2, 1, 0]
