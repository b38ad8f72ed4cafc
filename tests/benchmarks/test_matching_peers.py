"""The peers of the benchmark answer with the engine's own integers, or the comparison is void."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("psutil", reason="the benchmark peers need the bench extra")

from benchmarks.matching_data import make_vacancies, make_workers, make_world

from benchmarks import matching_peers as peers
from corridor.engines.matching import Criteria, shortlist

SEED = 3


@pytest.fixture(scope="module")
def case():
    world = make_world(SEED)
    pool, jobs = make_workers(world, 2_000, SEED), make_vacancies(world, 40, SEED)
    found = shortlist(pool, jobs, Criteria(), top=peers.TOP, seed=SEED, kernel="numpy")
    flat = peers.flatten(pool, jobs, SEED)
    places = np.empty(len(pool), np.int64)
    places[np.argsort(pool.isco.codes, kind="stable")] = flat.place
    keys = np.full((len(jobs), peers.TOP), -1, np.int64)
    score = found.score.astype(np.int64)
    last = peers.LAST_PLACE - places[found.worker]
    keys[found.vacancy, found.rank - 1] = (score << 32) + last
    assert len(found) > 100
    return flat, keys


@pytest.mark.parametrize("peer", ["Scipy", "DuckDB", "Tantivy"])
def test_an_exact_peer_gives_the_same_keys(case, peer):
    pytest.importorskip(peer.lower())
    flat, keys = case
    assert np.array_equal(getattr(peers, peer)(flat)(np.arange(len(keys))), keys)
