"""The shortlist however the work is cut: ties, blocks, empty pools, senseless requests."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.engines.matching import (
    Criteria,
    Vacancies,
    Workers,
    shortlist,
    shortlist_blocks,
    ticket,
)

from .strategies import criteria_sets, vacancy_rows, worker_rows
from .twins import funnels_of, rows_of


@settings(max_examples=30, deadline=None)
@given(worker_rows(), vacancy_rows(), criteria_sets, st.randoms(use_true_random=False))
def test_neither_the_order_of_rows_nor_the_cutting_of_work_changes_a_row(
    pool, jobs, criteria, random
):
    workers, vacancies = Workers.from_rows(pool), Vacancies.from_rows(jobs)
    plain = shortlist(workers, vacancies, criteria, top=3, seed=5, kernel="numpy", threads=1)
    random.shuffle(pool)
    random.shuffle(jobs)
    shuffled = shortlist(
        Workers.from_rows(pool),
        Vacancies.from_rows(jobs),
        criteria,
        top=3,
        seed=5,
        kernel="numpy",
        threads=2,
        vacancies_per_block=2,
    )
    assert sorted(rows_of(shuffled)) == sorted(rows_of(plain))
    assert funnels_of(shuffled) == funnels_of(plain)


def pool_of_twins(count):
    return Workers.from_rows(
        {"id": f"W{n}", "isco": "5322", "skills": "S1:2"} for n in range(count)
    )


CARER = [{"id": "V1", "isco": "5322", "skills_essential": "S1:2", "places": 3}]


def test_equal_scores_go_by_the_published_lottery():
    found = shortlist(pool_of_twins(40), Vacancies.from_rows(CARER), Criteria(), top=40, seed=7)
    drawn = sorted((f"W{n}" for n in range(40)), key=lambda name: ticket(7, name))
    assert found.workers.id[found.worker].tolist() == drawn
    assert set(found.score.tolist()) == {10_000}


def test_another_seed_draws_other_lots():
    pool, jobs = pool_of_twins(40), Vacancies.from_rows(CARER)
    first = shortlist(pool, jobs, Criteria(), top=5, seed=1)
    second = shortlist(pool, jobs, Criteria(), top=5, seed=2)
    assert first.worker.tolist() != second.worker.tolist()


def test_an_empty_pool_gives_an_empty_list_and_an_honest_funnel():
    found = shortlist(Workers.from_rows([]), Vacancies.from_rows(CARER), Criteria())
    assert len(found) == 0
    assert found.eligible.tolist() == [0]


def test_no_vacancies_give_an_empty_list():
    assert len(shortlist(pool_of_twins(3), Vacancies.from_rows([]), Criteria())) == 0


def test_more_places_than_people_lists_everyone_once():
    jobs = Vacancies.from_rows([{**CARER[0], "places": 500}])
    assert len(shortlist(pool_of_twins(3), jobs, Criteria(), top=50)) == 3


def test_progress_tells_how_many_vacancies_are_done_of_how_many():
    jobs = Vacancies.from_rows({**CARER[0], "id": f"V{n}"} for n in range(5))
    told = []
    shortlist(
        pool_of_twins(2),
        jobs,
        Criteria(),
        vacancies_per_block=2,
        progress=lambda done, total: told.append((done, total)),
    )
    assert told == [(2, 5), (4, 5), (5, 5)]


def test_blocks_of_vacancies_stream_one_list_each():
    jobs = Vacancies.from_rows({**CARER[0], "id": f"V{n}"} for n in range(5))
    parts = list(shortlist_blocks(pool_of_twins(2), jobs.blocks(2), Criteria(), top=1))
    assert [len(part) for part in parts] == [2, 2, 1]


@pytest.mark.parametrize("wrong", [{"top": 0}, {"top": 10_001}, {"kernel": "abacus"}])
def test_a_senseless_request_is_refused_in_a_sentence(wrong):
    with pytest.raises(ValueError, match=r"top is|there is no kernel"):
        shortlist(pool_of_twins(1), Vacancies.from_rows(CARER), Criteria(), **wrong)


def test_a_worker_with_very_many_skills_is_scored_like_the_rest():
    many = ";".join(f"K{n}:3" for n in range(300)) + ";S1:2"
    pool = [{"id": f"W{n}", "isco": "5322", "skills": "S1:1"} for n in range(200)]
    pool[7]["skills"] = many
    for kernel in ("numpy", "auto"):
        found = shortlist(
            Workers.from_rows(pool), Vacancies.from_rows(CARER), Criteria(), top=1, kernel=kernel
        )
        assert rows_of(found) == [("V1", "W7", 1, 10_000)]


def test_bitmaps_beyond_the_memory_set_aside_are_made_in_parts(monkeypatch):
    pool, jobs = pool_and_jobs()
    whole = shortlist(pool, jobs, Criteria(), top=3)
    monkeypatch.setattr("corridor.engines.matching._shortlist.BITMAPS_BYTES_MAX", 16)
    assert rows_of(shortlist(pool, jobs, Criteria(), top=3)) == rows_of(whole)


def pool_and_jobs():
    pool = [
        {"id": f"W{n}", "isco": "5322", "skills": f"S1:{n % 3 + 1}", "eqf": n % 8 + 1, "years": n}
        for n in range(30)
    ]
    jobs = [{**CARER[0], "id": f"V{n}", "eqf_min": n + 1, "years_min": n} for n in range(8)]
    return Workers.from_rows(pool), Vacancies.from_rows(jobs)
