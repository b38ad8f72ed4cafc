"""A market in the order of the lottery: what every mode works on, so that row order cannot matter.

Positions are lottery ranks, so "lower position wins a tie" is the tie rule everywhere. Officer
overrides are taken out first: forbidden pairs vanish, forced ones hold their places beforehand.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from corridor.engines.matching.allocation.checks import SCORE_MAX
from corridor.engines.matching.allocation.market import Floor, Integers, Market, Quota
from corridor.engines.matching.allocation.packing import bits_for, pack, unpack


@dataclass(frozen=True, eq=False)
class Limit:
    """A rule over many vacancies: persons counted per party, which vacancies, and the number."""

    name: str
    persons: Integers
    inside: NDArray[np.bool_]
    number: int

    def weights(self, party: Integers, vacancy: Integers) -> Integers:
        """Persons each pair counts for under this rule."""
        counted: Integers = self.persons[party] * self.inside[vacancy]
        return counted


@dataclass(frozen=True, eq=False)
class Prepared:
    """Columns by lottery rank; `party_at`, `vacancy_at` and `edge` lead back to the market."""

    market: Market
    seed: int
    party_at: Integers
    vacancy_at: Integers
    edge: Integers
    party: Integers
    vacancy: Integers
    score: Integers
    wish: Integers
    benefit: Integers
    places: Integers
    size: Integers
    quotas: tuple[Limit, ...]
    floors: tuple[Limit, ...]
    forced: dict[int, int]

    @property
    def is_plain(self) -> bool:
        """Single workers and places per vacancy, nothing else."""
        return not (self.quotas or self.floors or self.market.has_families)

    @property
    def priority(self) -> Integers:
        """Each edge's standing in its vacancy's eyes: score, then lottery; low is first."""
        return (SCORE_MAX - self.score) * max(len(self.size), 1) + self.party

    def in_order(self) -> Prepared:
        """The same with edges by party, then vacancy: what an optimal solver is fed, so that of
        several optima it finds the same one whatever order the rows came in."""
        edges = len(self.party)
        widths = [bits_for(len(self.size)), bits_for(len(self.places)), bits_for(edges)]
        key = pack(*zip((self.party, self.vacancy, np.arange(edges)), widths, strict=True))
        key.sort()
        party, vacancy, order = unpack(key, *widths)
        columns = {
            name: getattr(self, name)[order] for name in ("edge", "score", "wish", "benefit")
        }
        return replace(self, party=party, vacancy=vacancy, **columns)

    def back(self, held: Integers) -> Integers:
        """Vacancy position per market party (-1: none) from vacancy rank per party rank."""
        answer = np.full(len(self.size), -1, dtype=np.int64)
        placed = np.flatnonzero(held >= 0)
        answer[self.party_at[placed]] = self.vacancy_at[held[placed]]
        for party, vacancy in self.forced.items():
            answer[party] = vacancy
        return answer


def draw(market: Market, *, seed: int) -> tuple[Integers, Integers]:
    """Lottery rank of each party and each vacancy, 0 first, without gaps."""
    drawn = market.with_lottery(seed=seed)
    ranks = [
        inverse(np.argsort(places, kind="stable"))
        for places in (drawn.party_lottery, drawn.vacancy_lottery)
        if places is not None
    ]
    return ranks[0], ranks[1]


def inverse(ranks: Integers) -> Integers:
    """The permutation that leads back."""
    back = np.empty_like(ranks)
    back[ranks] = np.arange(len(ranks))
    return back


def prepare(market: Market, *, seed: int) -> Prepared:
    """Order a market by its lottery and take the officers' overrides out of it."""
    party_rank, vacancy_rank = draw(market, seed=seed)
    party_at, vacancy_at = inverse(party_rank), inverse(vacancy_rank)
    forced = positions_of(market, market.forced)
    keep = open_edges(market, forced)
    edges = {
        "edge": np.arange(len(keep)),
        "party": party_rank[market.edge_party],
        "vacancy": vacancy_rank[market.edge_vacancy],
        "score": market.edge_score,
        "wish": wishes(market),
        "benefit": market.benefit,
    }
    if not keep.all():
        edges = {name: column[keep] for name, column in edges.items()}
    places = market.places.copy()
    for party, vacancy in forced.items():
        places[vacancy] -= market.size[party]
    return Prepared(
        market=market,
        seed=seed,
        party_at=party_at,
        vacancy_at=vacancy_at,
        places=places[vacancy_at],
        size=market.size[party_at],
        quotas=tuple(_limit(market, q, forced, party_at, vacancy_at) for q in market.quotas),
        floors=tuple(_limit(market, f, forced, party_at, vacancy_at) for f in market.floors),
        forced=forced,
        **edges,
    )


def positions_of(market: Market, pairs: tuple[tuple[str, str], ...]) -> dict[int, int]:
    """Pairs of ids as positions: party to vacancy."""
    if not pairs:
        return {}
    party_at = {name: index for index, name in enumerate(market.party_ids.tolist())}
    vacancy_at = {name: index for index, name in enumerate(market.vacancy_ids.tolist())}
    return {party_at[party]: vacancy_at[vacancy] for party, vacancy in pairs}


def open_edges(market: Market, forced: dict[int, int]) -> NDArray[np.bool_]:
    """Edges the mode decides on: neither forbidden nor of a party an officer has placed."""
    keep = np.ones(len(market.edge_party), dtype=bool)
    if forced:
        keep &= ~np.isin(market.edge_party, list(forced))
    if market.forbidden:
        keep &= ~is_forbidden(market)
    return keep


def is_forbidden(market: Market) -> NDArray[np.bool_]:
    """Edges an officer has forbidden, shape (E,)."""
    vacancies = len(market.vacancy_ids)
    party_at = {name: index for index, name in enumerate(market.party_ids.tolist())}
    vacancy_at = {name: index for index, name in enumerate(market.vacancy_ids.tolist())}
    codes = [party_at[p] * vacancies + vacancy_at[v] for p, v in market.forbidden]
    return np.isin(market.edge_party * vacancies + market.edge_vacancy, codes)


def wishes(market: Market) -> Integers:
    """Each edge's place in its party's eyes, low is dearest; without wishes, the higher score."""
    return SCORE_MAX - market.edge_score if market.edge_wish is None else market.edge_wish


def _limit(
    market: Market,
    rule: Quota | Floor,
    forced: dict[int, int],
    party_at: Integers,
    vacancy_at: Integers,
) -> Limit:
    persons, inside = market.group(rule.group), market.vacancy_mask(rule.vacancies)
    already = sum(int(persons[p]) for p, v in forced.items() if inside[v])
    number = rule.at_most if isinstance(rule, Quota) else rule.at_least
    return Limit(rule.name, persons[party_at], inside[vacancy_at], max(0, number - already))
