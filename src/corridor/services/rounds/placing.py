"""Who gets which place: the market of a round with its rules, and what came of it.

A worker's party is the worker, or their family where the terms say that families stay together.
The same columns come from a shortlist just made or from the rows kept with a round.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from corridor.engines.matching import allocation
from corridor.services.rounds.facts import Facts
from corridor.services.rounds.floors import Floor
from corridor.services.rounds.models import Mode, Outcome
from corridor.services.rounds.quotas import Quota

Pair = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Listed:
    """The rows of all lists as columns, and the places of every vacancy, listed for or not."""

    vacancy: Sequence[str]
    worker: Sequence[str]
    score: Sequence[int]
    places: Mapping[str, int]


@dataclass(frozen=True, kw_only=True)
class Rules:
    """How places are given. `destinations` and `nationalities` say which country each vacancy is in
    and each worker is of; `forced` and `forbidden` are officers' (worker, vacancy)."""

    mode: Mode
    seed: int
    quotas: Sequence[Quota] = ()
    floors: Sequence[Floor] = ()
    facts: Facts = field(default_factory=Facts)
    destinations: Mapping[str, str] = field(default_factory=dict)
    nationalities: Mapping[str, str] = field(default_factory=dict)
    forced: Sequence[Pair] = ()
    forbidden: Sequence[Pair] = ()


@dataclass(frozen=True, kw_only=True)
class Placed:
    """`home` is the vacancy of each worker placed, `code` why somebody is not; `barred` holds
    (worker, vacancy) that officers took out, families whole."""

    home: Mapping[str, str]
    code: Mapping[str, str]
    barred: frozenset[Pair]
    proof: dict[str, Any]
    benefit: int

    def outcome(self, worker: str, vacancy: str) -> str:
        """What became of somebody on this vacancy's list."""
        home = self.home.get(worker, "")
        if home:
            return Outcome.PLACED if home == vacancy else Outcome.ELSEWHERE
        if (worker, vacancy) in self.barred:
            return Outcome.FORBIDDEN
        return self.code.get(worker, Outcome.APART)


@dataclass(frozen=True, kw_only=True)
class Solved:
    """The allocation, the party of each worker, and the floors that were lowered to what can be."""

    result: allocation.Allocation
    party_of: Mapping[str, str]
    lowered: Mapping[str, int]

    @property
    def home(self) -> dict[str, str]:
        """The vacancy of each worker placed."""
        held = dict(self.result.pairs)
        return {worker: held[party] for worker, party in self.party_of.items() if party in held}


def solve(listed: Listed, rules: Rules, *, with_prices: bool = True) -> Solved:
    """Give the places. Raises MarketRefused where the rules contradict each other."""
    party_of = parties(listed, rules.facts)
    market, lowered = market_of(listed, rules, party_of)
    result = allocate(
        market,
        rules.mode,
        seed=rules.seed,
        weeks=_weeks(market, rules, party_of),
        with_prices=with_prices,
    )
    return Solved(result=result, party_of=party_of, lowered=lowered)


def place(listed: Listed, rules: Rules, *, with_prices: bool = True) -> Placed:
    """The same, as what became of each worker. Raises MarketRefused."""
    solved = solve(listed, rules, with_prices=with_prices)
    result, party_of = solved.result, solved.party_of
    names = result.market.party_ids.tolist()
    codes = dict(zip(names, result.reason_codes.tolist(), strict=True))
    return Placed(
        home=solved.home,
        code={worker: codes[party] for worker, party in party_of.items() if codes.get(party)},
        barred=_barred(rules, party_of),
        proof=proof_of(result, rules, solved.lowered),
        benefit=result.benefit_total,
    )


def floors_apart(refused: allocation.MarketRefused) -> list[dict[str, Any]]:
    """The floors that cannot hold together with the others and the quotas, with what is asked and
    how many are too many; empty where the market was refused for something else."""
    if any(one.code != "floors-not-together" for one in refused.problems):
        return []
    return [
        {"name": one.facts["rule"], "asked": one.facts["asked"], "short": one.facts["short"]}
        for one in refused.problems
    ]


def _barred(rules: Rules, party_of: Mapping[str, str]) -> frozenset[Pair]:
    out = {(party_of[worker], vacancy) for worker, vacancy in rules.forbidden}
    if not out:
        return frozenset()
    return frozenset(
        (worker, vacancy)
        for worker, party in party_of.items()
        for shut, vacancy in out
        if party == shut
    )


def parties(listed: Listed, facts: Facts) -> dict[str, str]:
    """The party of each worker listed: a family of whom two or more are, or themselves."""
    workers = dict.fromkeys(listed.worker)
    families: dict[str, int] = {}
    for worker in workers:
        if family := facts.family.get(worker):
            families[family] = families.get(family, 0) + 1
    return {
        worker: family
        if (family := facts.family.get(worker, "")) and families[family] > 1
        else worker
        for worker in workers
    }


def market_of(
    listed: Listed, rules: Rules, party_of: Mapping[str, str]
) -> tuple[allocation.Market, dict[str, int]]:
    """The market, and the floors that ask for more than can be had, with what can.

    A family is eligible where each of its members is listed, and stands there as the one with the
    lowest score does; it brings what all of them bring.
    """
    sizes: dict[str, int] = {}
    for party in party_of.values():
        sizes[party] = sizes.get(party, 0) + 1
    columns = _edges(listed, party_of, sizes)
    market = allocation.from_shortlist(columns, listed.places)
    names = market.party_ids.tolist()
    if any(size > 1 for size in sizes.values()):
        # The market keeps the order of the rows it was made from.
        size = np.array([sizes[name] for name in names], np.int64)
        market = market.but(size=size, edge_benefit=np.asarray(columns["benefit"], np.int64))
    groups, quotas = _quotas(listed, rules, party_of, names)
    more, floors, lowered = _floors(market, listed, rules, party_of)
    changes: dict[str, Any] = {
        "groups": (*groups, *more),
        "quotas": tuple(quotas),
        "floors": tuple(floors),
        "forced": tuple(sorted({(party_of[w], v) for w, v in rules.forced})),
        "forbidden": tuple(sorted({(party_of[w], v) for w, v in rules.forbidden})),
    }
    changes = {name: value for name, value in changes.items() if value}
    return (market.but(**changes) if changes else market), lowered


def _edges(listed: Listed, party_of: Mapping[str, str], sizes: Mapping[str, int]) -> dict[str, Any]:
    """Party, vacancy, lowest score and sum of scores of every party at each of its vacancies."""
    rows = zip(listed.worker, listed.vacancy, listed.score, strict=True)
    if len(sizes) == len(party_of):  # everybody for themselves
        return {
            "worker_id": listed.worker,
            "vacancy_id": listed.vacancy,
            "score": listed.score,
            "benefit": listed.score,
        }
    found: dict[Pair, list[int]] = {}
    for worker, vacancy, score in rows:
        found.setdefault((party_of[worker], vacancy), []).append(score)
    whole = {pair: some for pair, some in found.items() if len(some) == sizes[pair[0]]}
    return {
        "worker_id": [party for party, _vacancy in whole],
        "vacancy_id": [vacancy for _party, vacancy in whole],
        "score": [min(some) for some in whole.values()],
        "benefit": [sum(some) for some in whole.values()],
    }


def _persons(party_of: Mapping[str, str], names: Sequence[str], counted: Any) -> Any:
    """How many members of each party `counted` says yes to, in the order of `names`."""
    totals = dict.fromkeys(names, 0)
    for worker, party in party_of.items():
        if party in totals and counted(worker):
            totals[party] += 1
    return np.array(list(totals.values()), np.int64)


def _there(listed: Listed, rules: Rules, country: str) -> tuple[str, ...]:
    return tuple(name for name in listed.places if rules.destinations.get(name) == country)


def _quotas(
    listed: Listed, rules: Rules, party_of: Mapping[str, str], names: Sequence[str]
) -> tuple[list[allocation.Group], list[allocation.Quota]]:
    groups, quotas = [], []
    for quota in rules.quotas:
        if quota.side == "to":
            there = _there(listed, rules, quota.country)
            quotas.append(allocation.Quota(quota.name, at_most=quota.at_most, vacancies=there))
            continue

        def counted(worker: str, country: str = quota.country) -> bool:
            return rules.nationalities.get(worker) == country

        groups.append(allocation.Group(quota.name, _persons(party_of, names, counted)))
        quotas.append(allocation.Quota(quota.name, at_most=quota.at_most, group=quota.name))
    return groups, quotas


def _floors(
    market: allocation.Market, listed: Listed, rules: Rules, party_of: Mapping[str, str]
) -> tuple[list[allocation.Group], list[allocation.Floor], dict[str, int]]:
    """The floors with their groups; one that asks for more than there are is lowered to those."""
    groups, floors, lowered = [], [], {}
    names = market.party_ids.tolist()
    for floor in rules.floors:

        def counted(worker: str, group: str = floor.group) -> bool:
            return group in rules.facts.groups.get(worker, ())

        there = _there(listed, rules, floor.country) if floor.country else None
        group = allocation.Group(floor.name, _persons(party_of, names, counted))
        inside = market.vacancy_mask(there)
        asked = floor.places(int(market.places[inside].sum()))
        eligible = np.unique(market.edge_party[inside[market.edge_vacancy]])
        can = min(int(group.persons[eligible].sum()), int(market.places[inside].sum()))
        for quota in rules.quotas:
            if quota.side == "to" and quota.country == floor.country:
                can = min(can, quota.at_most)
        if can < asked:
            lowered[floor.name] = can
        groups.append(group)
        floors.append(
            allocation.Floor(floor.name, floor.name, at_least=min(asked, can), vacancies=there)
        )
    return groups, floors, lowered


def _weeks(market: allocation.Market, rules: Rules, party_of: Mapping[str, str]) -> Any:
    """The week of each party: a family's is that of its last member."""
    weeks: dict[str, int] = {}
    for worker, party in party_of.items():
        weeks[party] = max(weeks.get(party, 0), rules.facts.week.get(worker, 0))
    return [weeks[name] for name in market.party_ids.tolist()]


def allocate(
    market: allocation.Market,
    mode: Mode,
    *,
    seed: int,
    weeks: Sequence[int] = (),
    with_prices: bool = True,
) -> allocation.Allocation:
    if mode == Mode.OVER_TIME:
        return allocation.over_time(market, weeks, seed=seed, with_prices=with_prices)
    run = {
        Mode.RANKED: allocation.ranked,
        Mode.STABLE: allocation.stable,
        Mode.BEST_TOTAL: allocation.best_total,
    }[mode]
    return run(market, seed=seed, with_prices=with_prices)


def proof_of(result: allocation.Allocation, rules: Rules, lowered: Mapping[str, int]) -> Any:
    """What shows that the result is right, in codes and figures."""
    certificate = result.certificate
    proof: dict[str, Any] = {
        "description": result.description.code,
        "kind": certificate.kind,
        "is_proved": certificate.is_proved,
        "blocking_pairs": certificate.blocking_pairs_number,
        "gap": certificate.gap,
        "score_total": result.benefit_total,
        "prices": [
            {"kind": price.kind, "name": price.name, "cost_share": round(price.cost_share, 6)}
            for price in result.prices
        ],
    }
    if rules.floors:
        proof["floors"] = _reached(result, lowered)
    if (report := result.report) is not None:
        proof["over_time"] = {
            "share_of_hindsight": round(report.share_of_hindsight, 6),
            "greedy_share": round(report.greedy_share_of_hindsight, 6),
        }
    return proof


def _reached(result: allocation.Allocation, lowered: Mapping[str, int]) -> list[dict[str, Any]]:
    """Each floor: how many it came to, how many are placed, and whether there were too few."""
    market, placed = result.market, np.flatnonzero(result.held >= 0)
    told = []
    for floor in market.floors:
        inside = market.vacancy_mask(floor.vacancies)[result.held[placed]]
        reached = int(market.group(floor.group)[placed][inside].sum())
        too_few = floor.name in lowered
        told.append(
            {"name": floor.name, "least": floor.at_least, "reached": reached, "too_few": too_few}
        )
    return told
