"""What an allocation says: who is placed, why others are not, and what proves it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from corridor.engines.matching.allocation import reasons
from corridor.engines.matching.allocation.market import Integers, Market, Member

Mode = Literal["ranked", "stable", "best_total", "over_time"]
PRICED = {
    "floor": "The floor",
    "quota": "The quota",
    "forced": "The officer's placement",
    "forbidden": "The officer's exclusion",
    "stability": "Stability",
}


@dataclass(frozen=True, slots=True)
class Placement:
    """One party and its vacancy."""

    party_id: str
    vacancy_id: str
    score: int
    benefit: int
    size: int
    members: tuple[Member, ...] = ()
    by_officer: bool = False


@dataclass(frozen=True, slots=True)
class Fill:
    """How many of a vacancy's places are taken."""

    vacancy_id: str
    places: int
    taken: int


@dataclass(frozen=True)
class Certificate:
    """What proves the result, so that it need not be believed.

    `kind` is "no-blocking-pair", "dual-bound" or "none". For stability: the blocking pairs that
    remain (empty: proved stable). For a total: no allocation can exceed `bound`; `gap` is the
    share of it that this one may fall short. `shadow_prices` is what one more place would add,
    shape (V,).
    """

    kind: str
    blocking_pairs: tuple[tuple[str, str], ...] = ()
    blocking_pairs_number: int = 0
    bound: float | None = None
    gap: float | None = None
    solver: str = ""
    is_proved: bool = True
    shadow_prices: NDArray[np.float64] | None = None


@dataclass(frozen=True, slots=True)
class Price:
    """What a rule, an override or stability itself costs in total benefit.

    `cost_share` is `cost` over the total without it; the sentence says so in words.
    """

    kind: str
    name: str
    cost: int
    cost_share: float

    @property
    def sentence(self) -> str:
        subject = f"{PRICED[self.kind]} {self.name}".strip()
        if self.cost < 0:
            return f"{subject} adds {-self.cost_share:.1%} to the benefit this mode reaches."
        return f"{subject} costs {self.cost_share:.1%} of the benefit."


@dataclass(frozen=True, slots=True)
class Description:
    """The mode in plain words: a stable code for translators and the English sentence."""

    code: str
    sentence: str


@dataclass(frozen=True, eq=False)
class Allocation:
    """A finished allocation. `held` is each party's vacancy position, or -1, shape (P,)."""

    mode: Mode
    market: Market
    seed: int
    held: Integers
    certificate: Certificate
    description: Description
    prices: tuple[Price, ...] = ()
    report: Any = None

    @cached_property
    def chosen(self) -> Integers:
        """Positions of the edges taken, by party."""
        edges = np.flatnonzero(self.held[self.market.edge_party] == self.market.edge_vacancy)
        order: Integers = edges[np.argsort(self.market.edge_party[edges], kind="stable")]
        return order

    @property
    def benefit_total(self) -> int:
        return int(self.market.benefit[self.chosen].sum())

    @property
    def score_total(self) -> int:
        return int(self.market.edge_score[self.chosen].sum())

    @property
    def parties_placed(self) -> int:
        return int((self.held >= 0).sum())

    @property
    def persons_placed(self) -> int:
        return int(self.market.size[self.held >= 0].sum())

    @property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """(party id, vacancy id) of everyone placed."""
        placed = np.flatnonzero(self.held >= 0)
        parties = self.market.party_ids[placed].tolist()
        return frozenset(
            zip(parties, self.market.vacancy_ids[self.held[placed]].tolist(), strict=True)
        )

    def placements(self) -> Iterator[Placement]:
        """Everyone placed, by vacancy, then score (best first), then party id."""
        market, edges, benefit = self.market, self.chosen, self.market.benefit
        forced = set(market.forced)
        names = market.party_ids[market.edge_party[edges]]
        order = np.lexsort(
            (names, -market.edge_score[edges], market.vacancy_ids[market.edge_vacancy[edges]])
        )
        for edge in edges[order].tolist():
            party = int(market.edge_party[edge])
            pair = (
                str(market.party_ids[party]),
                str(market.vacancy_ids[market.edge_vacancy[edge]]),
            )
            yield Placement(
                *pair,
                score=int(market.edge_score[edge]),
                benefit=int(benefit[edge]),
                size=int(market.size[party]),
                members=market.members[party] if market.members else (),
                by_officer=pair in forced,
            )

    @cached_property
    def taken(self) -> Integers:
        """Places taken per vacancy, shape (V,)."""
        placed = self.held >= 0
        weights = self.market.size[placed]
        return np.bincount(
            self.held[placed], weights=weights, minlength=len(self.market.places)
        ).astype(np.int64)

    def fill(self) -> tuple[Fill, ...]:
        """How full each vacancy is, in the market's order."""
        rows = zip(
            self.market.vacancy_ids.tolist(),
            self.market.places.tolist(),
            self.taken.tolist(),
            strict=True,
        )
        return tuple(Fill(*row) for row in rows)

    @property
    def floors_short(self) -> dict[str, int]:
        """Persons missing from each floor that is not met, by the floor's name."""
        placed = np.flatnonzero(self.held >= 0)
        short = {}
        for floor in self.market.floors:
            inside = self.market.vacancy_mask(floor.vacancies)[self.held[placed]]
            persons = int(self.market.group(floor.group)[placed][inside].sum())
            if persons < floor.at_least:
                short[floor.name] = floor.at_least - persons
        return short

    @cached_property
    def reason_codes(self) -> NDArray[np.str_]:
        """Why each party is not placed ("" where it is), shape (P,)."""
        return reasons.codes(self.market, self.held, self.taken, seed=self.seed)

    def unplaced(self) -> Iterator[reasons.Unplaced]:
        """Everyone not placed with the reason and its facts, by party id."""
        left = np.flatnonzero(self.held < 0)
        for party in left[np.argsort(self.market.party_ids[left])].tolist():
            yield self._explain(party)

    @cached_property
    def _explain(self) -> reasons.Explainer:
        return reasons.Explainer(self.market, self.held, self.taken, self.reason_codes)

    def why_unplaced(self, party_id: str) -> reasons.Unplaced | None:
        """The reason one party is not placed; None when it is.

        Raises KeyError for a party the market does not know.
        """
        found = np.flatnonzero(self.market.party_ids == party_id)
        if not found.size:
            raise KeyError(f"Nobody called {party_id} is in this market.")
        party = int(found[0])
        if self.held[party] >= 0:
            return None
        return self._explain(party)
