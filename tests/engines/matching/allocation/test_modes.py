"""The modes against published cases, brute force and each other."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines.matching.allocation import cases

from corridor.engines.matching import ticket
from corridor.engines.matching.allocation import (
    Floor,
    Group,
    Market,
    MarketRefused,
    Quota,
    best_total,
    modes,
    ranked,
    stable,
)

ISSUE_173_STUDENTS = {
    "S1": ["H1", "H2"],
    "S2": ["H3", "H1"],
    "S3": ["H1", "H3"],
    "S4": ["H3", "H2"],
    "S5": ["H1", "H3"],
    "S6": ["H2", "H1"],
    "S7": ["H3", "H1"],
    "S8": ["H2", "H1"],
}
ISSUE_173_HOSPITALS = {
    "H1": ["S5", "S6", "S3", "S4", "S1", "S2", "S7", "S8"],
    "H2": ["S8", "S2", "S3", "S4", "S5", "S6", "S7", "S1"],
}


@pytest.mark.parametrize("rest", list(permutations(["S2", "S3", "S4", "S5"])), ids="".join)
@pytest.mark.parametrize("proposing", ["workers", "vacancies"])
def test_eight_students_and_three_hospitals_are_stable_from_both_sides(
    rest: tuple[str, ...], proposing: str
) -> None:
    """github.com/daffidwilde/matching/issues/173: 8 students, 6 posts; crashed from one side.

    The copy at hand breaks off after H3's first choice, so every order of its other applicants
    is tried.
    """
    hospitals = {**ISSUE_173_HOSPITALS, "H3": ["S7", *rest]}
    market = cases.two_sided(ISSUE_173_STUDENTS, hospitals, dict.fromkeys(hospitals, 2))
    result = stable(market, seed=1, proposing=proposing)
    assert result.certificate.is_proved
    assert result.certificate.blocking_pairs == ()
    assert result.parties_placed == 6
    assert ("S7", "H3") in result.pairs
    assert ("S8", "H2") in result.pairs


def test_the_issue_says_that_s1_and_s3_are_left_out_and_so_do_we() -> None:
    """Same source: with students proposing, "residents S3 and S1 were not placed"."""
    left_out = set()
    for rest in permutations(["S2", "S3", "S4", "S5"]):
        hospitals = {**ISSUE_173_HOSPITALS, "H3": ["S7", *rest]}
        market = cases.two_sided(ISSUE_173_STUDENTS, hospitals, dict.fromkeys(hospitals, 2))
        result = stable(market, seed=1)
        left_out.add(frozenset(one.party_id for one in result.unplaced()))
    assert frozenset({"S1", "S3"}) in left_out


def test_the_readme_case_of_the_matching_package_agrees() -> None:
    """Source: daffidwilde/matching, tests/hospital_resident/test_examples.py."""
    market = cases.two_sided(
        {"A": ["C"], "S": ["C", "M"], "D": ["C", "M", "G"], "J": ["C", "G", "M"],
         "L": ["M", "C", "G"]},
        {"M": ["D", "L", "S", "J"], "C": ["D", "A", "S", "L", "J"], "G": ["D", "J", "L"]},
        {"M": 2, "C": 2, "G": 2},
    )  # fmt: skip
    assert stable(market, seed=1).pairs == {
        ("L", "M"), ("S", "M"), ("D", "C"), ("A", "C"), ("J", "G")
    }  # fmt: skip


def test_users_confuse_stable_with_maximal_and_the_price_says_by_how_much() -> None:
    """Source: daffidwilde/matching issue 67: Fairness stays empty although Group 2 listed it."""
    market = cases.two_sided(
        {"Group 1": ["Property", "Privacy"], "Group 2": ["Privacy", "Fairness"],
         "Group 3": ["Privacy", "Social"]},
        {"Fairness": ["Group 2"], "Property": ["Group 1"],
         "Privacy": ["Group 3", "Group 2", "Group 1"], "Social": ["Group 3"]},
        {"Fairness": 2, "Property": 2, "Privacy": 2, "Social": 2},
    )  # fmt: skip
    result = stable(market, seed=1)
    assert result.pairs == {("Group 1", "Property"), ("Group 3", "Privacy"), ("Group 2", "Privacy")}
    assert [one.taken for one in result.fill()] == [0, 2, 1, 0]
    assert result.prices[0].kind == "stability"


def test_gale_and_shapley_example_one_has_two_stable_ends() -> None:
    """Gale and Shapley 1962, College admissions, example 1: men and women each get their first."""
    men = {"α": ["A", "B", "C"], "β": ["B", "C", "A"], "γ": ["C", "A", "B"]}
    women = {"A": ["β", "γ", "α"], "B": ["γ", "α", "β"], "C": ["α", "β", "γ"]}
    market = cases.two_sided(men, women, {"A": 1, "B": 1, "C": 1})
    assert stable(market, seed=1).pairs == {("α", "A"), ("β", "B"), ("γ", "C")}
    assert stable(market, seed=1, proposing="vacancies").pairs == {
        ("α", "C"), ("β", "A"), ("γ", "B")
    }  # fmt: skip


@pytest.mark.plays("1a1.2")
def test_gale_and_shapley_example_two_has_one_stable_answer() -> None:
    """Gale and Shapley 1962, example 2: the only stable set is α-C, β-D, γ-A, δ-B."""
    men = {"α": ["A", "B", "C", "D"], "β": ["A", "D", "C", "B"], "γ": ["B", "A", "C", "D"],
           "δ": ["D", "B", "C", "A"]}  # fmt: skip
    women = {"A": ["δ", "γ", "α", "β"], "B": ["β", "δ", "α", "γ"], "C": ["δ", "α", "β", "γ"],
             "D": ["γ", "β", "α", "δ"]}  # fmt: skip
    market = cases.two_sided(men, women, dict.fromkeys("ABCD", 1))
    only = {("α", "C"), ("β", "D"), ("γ", "A"), ("δ", "B")}
    assert stable(market, seed=1).pairs == only
    assert stable(market, seed=1, proposing="vacancies").pairs == only


def test_the_nrmp_video_example_places_as_published() -> None:
    """NRMP, "How the matching algorithm works" (nrmp.org): five applicants, three programmes.

    Arthur, Sunny, Joseph, Latha and Darrius with Mercy, City and General, two posts each.
    """
    applicants = {"Arthur": ["City"], "Sunny": ["City", "Mercy"],
                  "Joseph": ["City", "General", "Mercy"], "Latha": ["Mercy", "City", "General"],
                  "Darrius": ["City", "Mercy", "General"]}  # fmt: skip
    programmes = {"Mercy": ["Darrius", "Latha", "Sunny", "Joseph"],
                  "City": ["Darrius", "Arthur", "Sunny", "Latha", "Joseph"],
                  "General": ["Darrius", "Joseph", "Latha"]}  # fmt: skip
    result = stable(cases.two_sided(applicants, programmes, dict.fromkeys(programmes, 2)), seed=1)
    assert result.pairs == {("Latha", "Mercy"), ("Sunny", "Mercy"), ("Darrius", "City"),
                            ("Arthur", "City"), ("Joseph", "General")}  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(cases.markets(), st.integers(0, 5), st.sampled_from(["workers", "vacancies"]))
def test_stable_has_no_blocking_pair_and_both_twins_agree(
    market: Market, seed: int, proposing: str
) -> None:
    plain = stable(market, seed=seed, proposing=proposing, kernel="python", with_prices=False)
    quick = stable(market, seed=seed, proposing=proposing, kernel="fast", with_prices=False)
    assert plain.certificate.is_proved
    assert plain.certificate.blocking_pairs == ()
    assert np.array_equal(plain.held, quick.held)
    assert cases.keeps_every_rule(market, plain.held)


@settings(deadline=None, max_examples=150)
@given(cases.markets(families=True, rules=True, parties_max=4), st.sampled_from(["auto", "highs"]))
def test_the_greatest_total_is_what_brute_force_finds(market: Market, solver: str) -> None:
    feasible = [cases.total(market, held) for held in cases.every_allocation(market)]
    if not feasible:
        with pytest.raises(MarketRefused, match="floors-not-together"):
            best_total(market, seed=2, solver=solver)
        return
    result = best_total(market, seed=2, solver=solver, with_prices=False)
    assert result.benefit_total == max(feasible) == cases.total(market, result.held)
    assert cases.keeps_every_rule(market, result.held)
    assert result.certificate.bound >= result.benefit_total
    assert result.certificate.is_proved


@settings(deadline=None, max_examples=150)
@given(cases.markets(), st.sampled_from(["flow", "highs"]), st.sampled_from(["python", "fast"]))
def test_both_solvers_and_both_certificates_prove_the_same_total(
    market: Market, solver: str, kernel: str
) -> None:
    result = best_total(market, seed=2, solver=solver, kernel=kernel, with_prices=False)
    best = max(cases.total(market, held) for held in cases.every_allocation(market))
    assert result.benefit_total == best
    assert result.certificate.bound == best
    assert result.certificate.gap == 0.0


@settings(deadline=None, max_examples=100)
@given(cases.markets(families=True, rules=True), st.integers(0, 3))
def test_no_mode_breaks_a_place_or_a_quota(market: Market, seed: int) -> None:
    for mode in (ranked, stable):
        result = mode(market, seed=seed, with_prices=False)
        assert cases.keeps_every_rule(market, result.held, floors=False)
        assert sum(one.taken for one in result.fill()) == result.persons_placed
        assert result.parties_placed + len(list(result.unplaced())) == len(market.party_ids)


@settings(deadline=None, max_examples=60)
@given(cases.markets(families=True, rules=True), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(market: Market, random: object) -> None:
    def shuffled(length: int) -> np.ndarray:
        order = list(range(length))
        random.shuffle(order)
        return np.array(order, dtype=np.int64)

    other = market.reordered(
        shuffled(len(market.party_ids)),
        shuffled(len(market.vacancy_ids)),
        shuffled(len(market.edge_party)),
    )
    for mode in (ranked, stable, best_total):
        try:
            first = mode(market, seed=4, with_prices=False)
        except MarketRefused:
            continue
        assert mode(other, seed=4, with_prices=False).pairs == first.pairs


def test_a_floor_shows_its_price() -> None:
    market = cases.simple(
        {("Amina", "V1"): 6000, ("Bela", "V1"): 8000, ("Chen", "V1"): 9000},
        {"V1": 2},
        groups=(Group("women", [1, 0, 0]),),
        floors=(Floor("women", "women", at_least=1),),
    )
    result = best_total(market, seed=1)
    assert result.pairs == {("Amina", "V1"), ("Chen", "V1")}
    assert (result.prices[0].cost, round(result.prices[0].cost_share, 4)) == (2000, 0.1176)
    assert result.prices[0].sentence == "The floor women costs 11.8% of the benefit."
    for mode in (ranked, stable):
        assert mode(market, seed=1).pairs == result.pairs


def test_an_officers_placement_holds_and_shows_its_price() -> None:
    market = cases.simple(
        {("Amina", "V1"): 5000, ("Chen", "V1"): 9000}, {"V1": 1}, forced=(("Amina", "V1"),)
    )
    for mode in (ranked, stable, best_total):
        result = mode(market, seed=1)
        assert result.pairs == {("Amina", "V1")}
        forced = next(one for one in result.prices if one.kind == "forced")
        assert forced.cost == 4000
        assert [one.by_officer for one in result.placements()] == [True]
    assert result.certificate.is_proved
    assert result.certificate.bound == 5000


def test_a_forbidden_pair_is_never_placed() -> None:
    market = cases.simple({("Amina", "V1"): 5000}, {"V1": 1}, forbidden=(("Amina", "V1"),))
    for mode in (ranked, stable, best_total):
        result = mode(market, seed=1)
        assert result.pairs == frozenset()
        assert result.why_unplaced("Amina").code == "forbidden-by-officer"


def test_crossing_quotas_are_kept_together() -> None:
    """Two quotas that cross: women anywhere, and everyone in the region of V1."""
    market = cases.simple(
        {("A", "V1"): 9, ("B", "V1"): 8, ("C", "V2"): 7, ("D", "V2"): 6},
        {"V1": 2, "V2": 2},
        groups=(Group("women", [1, 0, 1, 0]),),
        quotas=(
            Quota("women", at_most=1, group="women"),
            Quota("north", at_most=1, vacancies=("V1",)),
        ),
    )
    result = best_total(market, seed=1)
    assert result.benefit_total == 8 + 7 + 6
    assert result.certificate.is_proved


def test_where_no_stable_allocation_exists_it_says_so_and_lists_what_remains() -> None:
    """A couple and two singles over two posts: each answer is blocked by somebody.

    After Roth 1984: with a couple the set of stable outcomes may be empty. The couple wants V1
    (two places), the vacancies rank them between the singles.
    """
    market = Market(
        party_ids=["couple", "one", "two"],
        vacancy_ids=["V1", "V2"],
        places=[2, 1],
        edge_party=[0, 1, 1, 2, 2],
        edge_vacancy=[0, 0, 1, 0, 1],
        edge_score=[50, 60, 10, 40, 90],
        edge_wish=[1, 2, 1, 1, 2],
        size=np.array([2, 1, 1]),
    )
    result = stable(market, seed=1)
    stable_ones = [
        held
        for held in cases.every_allocation(market)
        if not len(cases.blocking_by_hand(market, held, seed=1))
    ]
    assert stable_ones == []
    assert not result.certificate.is_proved
    assert result.certificate.blocking_pairs_number == len(result.certificate.blocking_pairs) > 0
    assert result.description.code == "mode.stable.not-proved"


def test_vacancies_cannot_propose_to_families() -> None:
    market = cases.simple({("A", "V1"): 9}, {"V1": 2}, size={"A": 2})
    with pytest.raises(MarketRefused, match="vacancies-cannot-propose"):
        stable(market, seed=1, proposing="vacancies")


def test_an_empty_pool_is_an_empty_answer() -> None:
    empty = Market(
        party_ids=[], vacancy_ids=["V1"], places=[3], edge_party=[], edge_vacancy=[], edge_score=[]
    )
    for mode in (ranked, stable, best_total):
        result = mode(empty, seed=1)
        assert result.pairs == frozenset()
        assert [one.taken for one in result.fill()] == [0]


def test_a_tie_follows_the_published_lottery() -> None:
    market = cases.simple({("A", "V1"): 5, ("B", "V1"): 5}, {"V1": 1})
    winners = {next(iter(stable(market, seed=seed).pairs))[0] for seed in range(20)}
    assert winners == {"A", "B"}
    first = min("AB", key=lambda name: ticket(5, name))
    assert stable(market, seed=5).pairs == {(first, "V1")}


def test_a_draw_over_a_larger_pool_gives_the_same_answer() -> None:
    market = cases.simple({("A", "V1"): 5, ("B", "V1"): 5}, {"V1": 1})
    assert stable(market.but(party_lottery=[907, 12]), seed=1).pairs == {("B", "V1")}


def test_out_of_time_is_said() -> None:
    rng = np.random.default_rng(3)
    parties, vacancies = 400, 20
    market = Market(
        party_ids=[f"F{i}" for i in range(parties)],
        vacancy_ids=[f"V{i}" for i in range(vacancies)],
        places=np.full(vacancies, 37),
        edge_party=np.repeat(np.arange(parties), vacancies),
        edge_vacancy=np.tile(np.arange(vacancies), parties),
        edge_score=rng.integers(0, 10_000, parties * vacancies),
        size=rng.integers(1, 8, parties),
    )
    with pytest.raises(TimeoutError, match="Allow more time"):
        best_total(market, seed=1, seconds_max=0.0)


def test_a_large_market_under_wide_rules_is_not_priced(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = cases.simple({("W1", "V1"): 5, ("W2", "V1"): 9}, {"V1": 1})
    ruled = plain.but(quotas=(Quota("q", at_most=1, vacancies=("V1",)),))
    assert stable(ruled, seed=1).prices
    monkeypatch.setattr(modes, "PRICED_EDGES_MAX", 1)
    assert stable(ruled, seed=1).prices == ()
    assert stable(plain, seed=1).prices
