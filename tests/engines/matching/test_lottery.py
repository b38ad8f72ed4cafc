"""The lottery is SHA-256, as anyone can reckon it."""

from __future__ import annotations

import numpy as np

from corridor.engines.matching import ticket
from corridor.engines.matching._lottery import draw


def test_a_ticket_is_what_sha256sum_prints():
    # printf '7:amina' | sha256sum
    assert f"{ticket(7, 'amina'):016x}" == "b1689de58be32a65"


def test_the_draw_does_not_depend_on_the_order_of_rows():
    ids = np.array([f"W{n}" for n in range(100)])
    assert draw(3, ids)[::-1].tolist() == draw(3, ids[::-1]).tolist()


def test_the_draw_gives_every_place_once():
    ids = np.array([f"W{n}" for n in range(100)])
    assert sorted(draw(3, ids).tolist()) == list(range(100))
