"""The index: spans of ISCO groups, one entry per person and group, bits for requirements."""

from __future__ import annotations

import numpy as np

from corridor.engines.matching import Criteria
from corridor.engines.matching._index import Index

from .people import workers


def bits_of(index, key):
    (row,), rows = index.bitmaps([key])
    bits = np.unpackbits(rows[row].view(np.uint8), bitorder="little")[: len(index.worker)]
    return sorted(index.workers.id[index.worker[bits.astype(bool)]].tolist())


def test_a_group_is_one_span_at_every_digit():
    index = Index(workers(), Criteria(), seed=0)
    first, last = index.span(np.array([5322, 5300, 9000, 0]), np.array([4, 2, 1, 0]))
    assert (last - first).tolist() == [2, 3, 0, 4]


def test_a_person_with_two_occupations_counts_once_in_a_wider_group():
    index = Index(workers(), Criteria(), seed=0)
    assert bits_of(index, ("first", 4)) == ["amina", "dawit", "dawit", "esra"]
    assert bits_of(index, ("first", 2)) == ["amina", "dawit", "esra"]
    assert bits_of(index, ("first", 0)) == ["amina", "dawit", "esra"]


def test_bits_say_who_meets_a_requirement():
    index = Index(workers(), Criteria(), seed=0)
    english = index.workers.languages.names.index("en")
    assert bits_of(index, ("education", 4)) == ["dawit", "dawit"]
    assert bits_of(index, ("languages", english, 2)) == ["amina", "dawit", "dawit"]
    assert bits_of(index, ("languages", -1, 1)) == []
    assert bits_of(index, ("countries", ("NPL",))) == ["amina"]
    assert bits_of(index, ("refused", ("NPL",))) == ["dawit", "dawit"]
    day = int(np.datetime64("2025-02-01").astype(int))
    assert bits_of(index, ("availability", day)) == ["dawit", "dawit", "esra"]
    assert bits_of(index, ("age", 1990, 2000)) == ["amina"]


def test_bits_are_let_go_when_they_take_too_much():
    index = Index(workers(), Criteria(), seed=0)
    kept = index.bitmaps([("education", 4)])[1]
    index.forget_bitmaps()
    assert index.bitmaps([("education", 4)])[1] is kept
    index.forget_bitmaps(over_bytes=0)
    assert index.bitmaps([("education", 4)])[1] is not kept


def test_rows_of_bits_keep_their_numbers_when_more_come():
    index = Index(workers(), Criteria(), seed=0)
    first, _ = index.bitmaps([("education", 4), ("education", 2)])
    again, _ = index.bitmaps([("education", 3), ("education", 2), ("education", 4)])
    assert (first.tolist(), again.tolist()) == ([0, 1], [2, 1, 0])
    assert bits_of(index, ("education", 4)) == ["dawit", "dawit"]
