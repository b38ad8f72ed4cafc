"""Small markets for the tests: published ones by name, random ones for Hypothesis, brute force."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np
from hypothesis import strategies as st

from corridor.engines.matching import ticket
from corridor.engines.matching.allocation import Floor, Group, Market, Quota

Lists = dict[str, list[str]]


def two_sided(workers: Lists, vacancies: Lists, places: dict[str, int]) -> Market:
    """A market from written preference lists; a vacancy's first choice scores highest."""
    party, seat, score, wish = [], [], [], []
    party_ids, vacancy_ids = sorted(workers), sorted(vacancies)
    for worker, wished in workers.items():
        for rank, vacancy in enumerate(wished, 1):
            if worker in vacancies[vacancy]:
                party.append(party_ids.index(worker))
                seat.append(vacancy_ids.index(vacancy))
                score.append(100 - vacancies[vacancy].index(worker))
                wish.append(rank)
    return Market(
        party_ids=party_ids,
        vacancy_ids=vacancy_ids,
        places=[places[name] for name in vacancy_ids],
        edge_party=party,
        edge_vacancy=seat,
        edge_score=score,
        edge_wish=wish,
    )


def simple(
    scores: dict[tuple[str, str], int],
    places: dict[str, int],
    size: dict[str, int] | None = None,
    **rules: object,
) -> Market:
    """A market from scores by pair; parties and vacancies sorted by name."""
    parties = sorted({party for party, _ in scores} | set(size or {}))
    vacancies = sorted(places)
    return Market(
        party_ids=parties,
        vacancy_ids=vacancies,
        places=[places[name] for name in vacancies],
        edge_party=[parties.index(party) for party, _ in scores],
        edge_vacancy=[vacancies.index(vacancy) for _, vacancy in scores],
        edge_score=list(scores.values()),
        size=np.array([(size or {}).get(name, 1) for name in parties]),
        **rules,
    )


@st.composite
def markets(
    draw: st.DrawFn, *, families: bool = False, rules: bool = False, parties_max: int = 6
) -> Market:
    """Random small markets, with ties in scores and wishes."""
    parties = draw(st.integers(0, parties_max))
    vacancies = draw(st.integers(0, 4))
    pairs = list(product(range(parties), range(vacancies)))
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    scores = draw(st.lists(st.integers(0, 6), min_size=len(chosen), max_size=len(chosen)))
    wish = None
    if draw(st.booleans()):
        wish = draw(st.lists(st.integers(1, 4), min_size=len(chosen), max_size=len(chosen)))
    size = draw(st.lists(st.integers(1, 3 if families else 1), min_size=parties, max_size=parties))
    market = Market(
        party_ids=[f"W{index}" for index in range(parties)],
        vacancy_ids=[f"V{index}" for index in range(vacancies)],
        places=draw(st.lists(st.integers(0, 4), min_size=vacancies, max_size=vacancies)),
        edge_party=[party for party, _ in chosen],
        edge_vacancy=[vacancy for _, vacancy in chosen],
        edge_score=scores,
        edge_wish=wish,
        size=np.array(size, dtype=np.int64),
    )
    return draw(ruled(market)) if rules else market


@st.composite
def ruled(draw: st.DrawFn, market: Market) -> Market:
    """The market with a group, a quota or two that may cross, and perhaps a floor of one."""
    persons = np.array([draw(st.integers(0, int(size))) for size in market.size], dtype=np.int64)
    names = market.vacancy_ids.tolist()
    some = tuple(name for name in names if draw(st.booleans()))
    quotas = (
        Quota("women", at_most=draw(st.integers(0, 4)), group="women"),
        Quota("region", at_most=draw(st.integers(0, 4)), vacancies=some or None),
    )
    ruled_market = market.but(groups=(Group("women", persons),), quotas=quotas)
    listed = persons[market.edge_party].any() and int(market.places.sum()) > 0
    if listed and quotas[0].at_most > 0 and quotas[1].at_most > 0 and draw(st.booleans()):
        ruled_market = ruled_market.but(floors=(Floor("some women", "women", at_least=1),))
    return ruled_market


def every_allocation(market: Market) -> Iterator[np.ndarray]:
    """Every allocation that keeps places, quotas, floors and overrides, by plain enumeration."""
    options: list[list[int]] = [[-1] for _ in market.party_ids]
    forbidden, forced = set(market.forbidden), dict(market.forced)
    for party, vacancy in zip(
        market.edge_party.tolist(), market.edge_vacancy.tolist(), strict=True
    ):
        names = (str(market.party_ids[party]), str(market.vacancy_ids[vacancy]))
        if names not in forbidden:
            options[party].append(vacancy)
    for party, name in enumerate(market.party_ids.tolist()):
        if name in forced:
            options[party] = [market.vacancy_ids.tolist().index(forced[name])]
    for choice in product(*options):
        held = np.array(choice, dtype=np.int64)
        if keeps_every_rule(market, held):
            yield held


def keeps_every_rule(market: Market, held: np.ndarray, *, floors: bool = True) -> bool:
    """Places, quotas and (if asked) floors, counted person by person."""
    placed = np.flatnonzero(held >= 0)
    taken = np.zeros(len(market.places), dtype=np.int64)
    for party in placed:
        taken[held[party]] += market.size[party]
    if (taken > market.places).any():
        return False
    for quota in market.quotas:
        if counted(market, held, quota) > quota.at_most:
            return False
    return not floors or all(
        counted(market, held, floor) >= floor.at_least for floor in market.floors
    )


def counted(market: Market, held: np.ndarray, rule: Quota | Floor) -> int:
    """Persons a rule counts in an allocation."""
    persons, inside = market.group(rule.group), market.vacancy_mask(rule.vacancies)
    return sum(int(persons[party]) for party in np.flatnonzero(held >= 0) if inside[held[party]])


def total(market: Market, held: np.ndarray) -> int:
    """Benefit of an allocation, pair by pair."""
    worth = {
        (party, vacancy): value
        for party, vacancy, value in zip(
            market.edge_party.tolist(),
            market.edge_vacancy.tolist(),
            market.benefit.tolist(),
            strict=True,
        )
    }
    return sum(worth[party, vacancy] for party, vacancy in enumerate(held.tolist()) if vacancy >= 0)


def blocking_by_hand(market: Market, held: np.ndarray, *, seed: int) -> list[int]:
    """Blocking edges without overrides, pair by pair as the definition reads."""
    edges = range(len(market.edge_party))
    placed = [edge for edge in edges if held[market.edge_party[edge]] == market.edge_vacancy[edge]]

    def plain(edge: int) -> tuple[int, int]:
        return -int(market.edge_score[edge]), ticket(
            seed, market.party_ids[market.edge_party[edge]]
        )

    def fills_a_floor(edge: int) -> bool:
        for floor in market.floors:
            counts = [other for other in placed if _weight(market, other, floor)]
            before = [other for other in counts if plain(other) < plain(edge)]
            filled = sum(_weight(market, other, floor) for other in before)
            if _weight(market, edge, floor) and filled < floor.at_least:
                return True
        return False

    def standing(edge: int) -> tuple[bool, int, int]:
        return (not fills_a_floor(edge), *plain(edge))

    def liking(edge: int) -> tuple[int, int]:
        wish = -market.edge_score[edge] if market.edge_wish is None else market.edge_wish[edge]
        return int(wish), ticket(seed, market.vacancy_ids[market.edge_vacancy[edge]])

    found = []
    for edge in edges:
        party = market.edge_party[edge]
        mine = [other for other in placed if market.edge_party[other] == party]
        if mine and liking(edge) >= liking(mine[0]):
            continue
        beside = [other for other in placed if standing(other) < standing(edge)]
        if _fits_beside(market, edge, beside):
            found.append(edge)
    return found


def _weight(market: Market, edge: int, rule: Quota | Floor) -> int:
    inside = market.vacancy_mask(rule.vacancies)[market.edge_vacancy[edge]]
    return int(market.group(rule.group)[market.edge_party[edge]] * inside)


def _fits_beside(market: Market, edge: int, beside: list[int]) -> bool:
    party, vacancy = market.edge_party[edge], market.edge_vacancy[edge]
    there = [other for other in beside if market.edge_vacancy[other] == vacancy]
    room = market.places[vacancy] - sum(market.size[market.edge_party[other]] for other in there)
    if market.size[party] > room:
        return False
    for quota in market.quotas:
        own = _weight(market, edge, quota)
        used = sum(_weight(market, other, quota) for other in beside)
        if own and used + own > quota.at_most:
            return False
    return True
