"""Three of the four modes on one market: ranked, stable, greatest total."""

from __future__ import annotations

from dataclasses import replace
from math import floor
from typing import Literal

import numpy as np

from corridor.engines.matching.allocation import choosing, deferred, flow, programme, words
from corridor.engines.matching.allocation.bound import dual_bound
from corridor.engines.matching.allocation.checks import MarketRefused, Problem
from corridor.engines.matching.allocation.deferred import Kernel
from corridor.engines.matching.allocation.market import Integers, Market
from corridor.engines.matching.allocation.prepared import Prepared, inverse, prepare
from corridor.engines.matching.allocation.pricing import price, price_of_rules
from corridor.engines.matching.allocation.ranking import down_the_list
from corridor.engines.matching.allocation.result import Allocation, Certificate, Description
from corridor.engines.matching.allocation.stability import blocking_edges

Proposing = Literal["workers", "vacancies"]
Solver = Literal["auto", "flow", "highs"]
BLOCKING_SHOWN_MAX = 1_000
ROUNDING = 1e-9
PRICED_EDGES_MAX = 500_000


def ranked(market: Market, *, seed: int, with_prices: bool = True) -> Allocation:
    """Down one list of all pairs by score; floors are served first."""
    market = market.with_lottery(seed=seed)
    prepared = prepare(market, seed=seed)
    result = Allocation(
        mode="ranked",
        market=market,
        seed=seed,
        held=prepared.back(down_the_list(prepared)),
        certificate=Certificate("none", is_proved=False),
        description=words.RANKED_FLOORS if market.floors else words.RANKED,
    )
    if not with_prices:
        return result

    def again(other: Market) -> int:
        return ranked(other, seed=seed, with_prices=False).benefit_total

    return replace(result, prices=price_of_rules(market, result.benefit_total, again))


def stable(
    market: Market,
    *,
    seed: int,
    proposing: Proposing = "workers",
    kernel: Kernel = "auto",
    seconds_max: float | None = None,
    with_prices: bool = True,
) -> Allocation:
    """Nobody has cause to complain: deferred acceptance, with its blocking pairs as proof.

    Under families or rules over many vacancies it is not priced above PRICED_EDGES_MAX pairs, where
    the optimum to compare with would take longer than everything else.
    `seconds_max` bounds the search for the optimum that stability is priced against. Vacancies may
    propose only among single workers without quotas or floors over many vacancies; otherwise
    MarketRefused is raised.
    """
    market = market.with_lottery(seed=seed)
    prepared = prepare(market, seed=seed)
    drawn = (inverse(prepared.party_at), inverse(prepared.vacancy_at))
    held = prepared.back(_stable(prepared, drawn, proposing, kernel))
    blocking = blocking_edges(market, held, seed=seed, drawn=drawn)
    result = Allocation(
        mode="stable",
        market=market,
        seed=seed,
        held=held,
        certificate=_proof(market, blocking),
        description=_stable_words(prepared, proposing, len(blocking)),
    )
    if not with_prices or _is_too_large_to_price(prepared):
        return result

    def again(other: Market) -> int:
        return stable(
            other, seed=seed, proposing=proposing, kernel=kernel, with_prices=False
        ).benefit_total

    optimum = best_total(
        market, seed=seed, kernel=kernel, seconds_max=seconds_max, with_prices=False
    )
    total = result.benefit_total
    of_stability = price("stability", "", without=optimum.benefit_total, total=total)
    return replace(result, prices=(of_stability, *price_of_rules(market, total, again)))


def _stable(
    prepared: Prepared, drawn: tuple[Integers, Integers], proposing: Proposing, kernel: Kernel
) -> Integers:
    if prepared.is_plain:
        if proposing == "vacancies":
            return deferred.vacancies_propose(prepared, kernel=kernel)
        return deferred.workers_propose(prepared, kernel=kernel)
    if proposing == "vacancies":
        raise MarketRefused(
            (
                Problem(
                    "vacancies-cannot-propose",
                    "Vacancies can propose only among single workers, without quotas or floors "
                    "over many vacancies. Let the workers propose.",
                ),
            )
        )

    def blocking(held: Integers) -> Integers:
        back = prepared.back(held)
        found = blocking_edges(prepared.market, back, seed=prepared.seed, drawn=drawn)
        return np.searchsorted(prepared.edge, found)

    return choosing.offers_go_round(prepared, blocking, kernel=kernel)


def _is_too_large_to_price(prepared: Prepared) -> bool:
    """By the size alone, so that a replay prices what the first run priced."""
    return not prepared.is_plain and len(prepared.party) > PRICED_EDGES_MAX


def _proof(market: Market, blocking: Integers) -> Certificate:
    shown = blocking[:BLOCKING_SHOWN_MAX]
    parties = market.party_ids[market.edge_party[shown]].tolist()
    vacancies = market.vacancy_ids[market.edge_vacancy[shown]].tolist()
    return Certificate(
        "no-blocking-pair",
        blocking_pairs=tuple(zip(parties, vacancies, strict=True)),
        blocking_pairs_number=len(blocking),
        is_proved=not len(blocking),
    )


def _stable_words(prepared: Prepared, proposing: Proposing, blocking: int) -> Description:
    if blocking:
        return words.nearly_stable(blocking)
    if not prepared.is_plain:
        return words.STABLE_RULES
    return words.STABLE_WORKERS if proposing == "workers" else words.STABLE_VACANCIES


def best_total(
    market: Market,
    *,
    seed: int,
    solver: Solver = "auto",
    seconds_max: float | None = None,
    kernel: Kernel = "auto",
    with_prices: bool = True,
) -> Allocation:
    """The greatest total benefit under every rule, with a dual bound that proves it.

    `solver` "auto" takes the flow (OR-tools, if installed) for single workers under places alone,
    and HiGHS for everything else; the total is the same. Raises MarketRefused naming floors that
    cannot hold together, TimeoutError when nothing was found within `seconds_max`.
    """
    market = market.with_lottery(seed=seed)
    prepared = prepare(market, seed=seed).in_order()
    wants_flow = solver == "flow" or (solver == "auto" and flow.is_installed())
    if prepared.is_plain and wants_flow and prepared.party.size:
        solved = flow.solve(prepared, kernel=kernel)
    else:
        solved = programme.solve(prepared, seconds_max=seconds_max)
    result = Allocation(
        mode="best_total",
        market=market,
        seed=seed,
        held=prepared.back(solved.held),
        certificate=_bounded(prepared, solved),
        description=words.BEST_TOTAL if solved.is_optimal else words.BEST_FOUND,
    )
    if not with_prices:
        return result

    def again(other: Market) -> int:
        return best_total(
            other, seed=seed, solver="auto", seconds_max=seconds_max, with_prices=False
        ).benefit_total

    return replace(result, prices=price_of_rules(market, result.benefit_total, again))


def _bounded(prepared: Prepared, solved: programme.Solved) -> Certificate:
    """The bound from the prices, tightened by the solver's own where whole numbers were needed."""
    market, held = prepared.market, prepared.back(solved.held)
    taken = held[market.edge_party] == market.edge_vacancy
    total = int(market.benefit[taken].sum())
    by_officers = int(
        market.benefit[taken & np.isin(market.edge_party, list(prepared.forced))].sum()
    )
    bound = dual_bound(prepared, solved.duals)
    if solved.bound is not None:
        bound = min(bound, solved.bound)
    # Benefits are whole numbers, so a bound between two of them proves the lower one.
    whole = max(total, by_officers + floor(bound + ROUNDING * max(1.0, abs(bound))))
    prices = np.zeros(len(market.places))
    prices[prepared.vacancy_at] = solved.duals.places
    return Certificate(
        "dual-bound",
        bound=float(whole),
        gap=(whole - total) / whole if whole else 0.0,
        solver=solved.solver,
        is_proved=whole == total,
        shadow_prices=prices,
    )
