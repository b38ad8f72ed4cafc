"""The proof of stability: every pair that would rather have each other, found independently.

A pair blocks when the party prefers the vacancy to what it has, and would fit there beside everyone
who stands before it, under every rule. Standing: officers' placements, then those who fill a floor,
then score, then lottery. Inside a shared quota a party's own seat counts as taken: nobody may trade
their own seat against the ranking.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from corridor.engines.matching.allocation.checks import SCORE_MAX
from corridor.engines.matching.allocation.market import Integers, Market
from corridor.engines.matching.allocation.prepared import (
    draw,
    is_forbidden,
    positions_of,
    wishes,
)

NEVER = np.iinfo(np.int64).max


def blocking_edges(
    market: Market,
    held: Integers,
    *,
    seed: int,
    drawn: tuple[Integers, Integers] | None = None,
) -> Integers:
    """Positions of the blocking edges, best standing first. `held`: vacancy per party or -1.

    `drawn` are lottery ranks of parties and vacancies, when the caller has them already.
    """
    party_rank, vacancy_rank = drawn or draw(market, seed=seed)
    span = (SCORE_MAX + 1) * max(len(market.party_ids), 1)
    if 3 * span * max(len(market.vacancy_ids), 1) > NEVER:
        raise ValueError("The market is too large to be checked in one piece; split the round.")
    party, vacancy = market.edge_party, market.edge_vacancy
    liking = wishes(market) * len(market.vacancy_ids) + vacancy_rank[vacancy]
    holds = held[party] == vacancy
    current = np.full(len(market.party_ids), NEVER)
    current[party[holds]] = liking[holds]
    wanted = liking < current[party]
    forced = np.array(sorted(positions_of(market, market.forced)), dtype=np.int64)
    if forced.size:
        wanted &= ~np.isin(party, forced)
    if market.forbidden:
        wanted &= ~is_forbidden(market)
    seated, asking = np.flatnonzero(holds), np.flatnonzero(wanted)
    standing = _standing(market, seated, party_rank) - 2 * span * np.isin(party[seated], forced)
    asked = _standing(market, asking, party_rank)
    protected, asked_protected = _protected(market, seated, standing, asking, asked)
    standing = standing - span * protected
    asked = asked - span * asked_protected
    fits = _fits_places(market, seated, standing, asking, asked, span)
    fits &= _fits_quotas(market, seated, standing, asking, asked)
    found = asking[fits]
    order: Integers = np.lexsort((vacancy_rank[vacancy[found]], asked[fits]))
    return found[order]


def _standing(market: Market, edges: Integers, party_rank: Integers) -> Integers:
    behind: Integers = (SCORE_MAX - market.edge_score[edges]) * len(market.party_ids)
    return behind + party_rank[market.edge_party[edges]]


def _protected(
    market: Market, seated: Integers, standing: Integers, asking: Integers, asked: Integers
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Who fills a floor among the seated, and who would among those asking."""
    of_seated, of_asking = np.zeros(len(seated), bool), np.zeros(len(asking), bool)
    for floor in market.floors:
        persons, inside = market.group(floor.group), market.vacancy_mask(floor.vacancies)
        weight = (persons[market.edge_party] * inside[market.edge_vacancy])[seated]
        order = np.argsort(standing, kind="stable")
        before = np.cumsum(weight[order]) - weight[order]
        filling = order[(weight[order] > 0) & (before < floor.at_least)]
        of_seated[filling] = True
        met = int(weight.sum()) >= floor.at_least
        last = (standing[filling].max() if filling.size else -NEVER) if met else NEVER
        counts = (persons[market.edge_party] * inside[market.edge_vacancy])[asking] > 0
        of_asking |= counts & (asked < last)
    return of_seated, of_asking


def _fits_places(
    market: Market,
    seated: Integers,
    standing: Integers,
    asking: Integers,
    asked: Integers,
    span: int,
) -> NDArray[np.bool_]:
    key = market.edge_vacancy[seated] * 3 * span + standing + 2 * span
    order = np.argsort(key)
    key = key[order]
    taken = np.concatenate([[0], np.cumsum(market.size[market.edge_party[seated[order]]])])
    seats = market.edge_vacancy[asking]
    foot = np.searchsorted(key, np.arange(len(market.places)) * 3 * span)[seats]
    above = taken[np.searchsorted(key, seats * 3 * span + asked + 2 * span)] - taken[foot]
    fits: NDArray[np.bool_] = above + market.size[market.edge_party[asking]] <= market.places[seats]
    return fits


def _fits_quotas(
    market: Market, seated: Integers, standing: Integers, asking: Integers, asked: Integers
) -> NDArray[np.bool_]:
    fits = np.ones(len(asking), dtype=bool)
    order = np.argsort(standing)
    ranked = standing[order]
    for quota in market.quotas:
        persons, inside = market.group(quota.group), market.vacancy_mask(quota.vacancies)
        weight = persons[market.edge_party] * inside[market.edge_vacancy]
        counted = np.concatenate([[0], np.cumsum(weight[seated[order]])])
        above = counted[np.searchsorted(ranked, asked)]
        own = weight[asking]
        fits &= (own == 0) | (above + own <= quota.at_most)
    return fits
