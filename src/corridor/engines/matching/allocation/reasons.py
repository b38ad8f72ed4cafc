"""Why somebody is not placed: one code each, with the facts that show it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corridor.engines.matching.allocation.checks import SCORE_MAX
from corridor.engines.matching.allocation.market import Integers, Market
from corridor.engines.matching.allocation.prepared import draw, is_forbidden

NOT_LISTED = "not-listed"
FORBIDDEN = "forbidden-by-officer"
APART = "family-could-not-stay-together"
OUTRANKED = "outranked-at-each"
FULL = "no-places-left"
RULE = "kept-out-by-a-rule"

SENTENCES = {
    NOT_LISTED: "On no vacancy's list: no criteria were met, or none was ranked.",
    FORBIDDEN: "An officer excluded every vacancy that was open.",
    APART: "Places were left, but too few in any one vacancy for the whole family.",
    OUTRANKED: "Every listed vacancy was filled by people who stand higher there.",
    FULL: "Every listed vacancy is full; somewhere a person who stands lower was placed, because "
    "the mode weighs the whole: the total, a floor, a family or a wish.",
    RULE: "A place was left, but a quota or the price of the place kept it closed.",
}


@dataclass(frozen=True)
class Unplaced:
    """One party without a place: code, sentence, and for each listed vacancy what decided."""

    party_id: str
    code: str
    sentence: str
    facts: tuple[dict[str, Any], ...] = field(default=())


def codes(market: Market, held: Integers, taken: Integers, *, seed: int) -> NDArray[np.str_]:
    """The reason code of every party, "" where placed."""
    parties = len(market.party_ids)
    open_ = ~is_forbidden(market) if market.forbidden else np.ones(len(market.edge_party), bool)
    edges = np.flatnonzero(open_ & (held[market.edge_party] < 0))
    party, vacancy = market.edge_party[edges], market.edge_vacancy[edges]
    free = (market.places - taken)[vacancy]
    answer = np.full(parties, NOT_LISTED, dtype=f"<U{max(map(len, SENTENCES))}")
    answer[_any(market.edge_party[~open_], parties)] = FORBIDDEN
    answer[_any(party, parties)] = OUTRANKED
    lower = _standing(market, edges, seed) < _last(market, held, seed)[vacancy]
    answer[_any(party[lower | (market.places[vacancy] == 0)], parties)] = FULL
    answer[_any(party[free > 0], parties)] = APART
    answer[_any(party[free >= market.size[party]], parties)] = RULE
    answer[held >= 0] = ""
    return answer


def _any(positions: Integers, length: int) -> NDArray[np.bool_]:
    found = np.zeros(length, dtype=bool)
    found[positions] = True
    return found


def _standing(market: Market, edges: Integers, seed: int) -> Integers:
    rank = draw(market, seed=seed)[0]
    behind: Integers = (SCORE_MAX - market.edge_score[edges]) * len(market.party_ids)
    return behind + rank[market.edge_party[edges]]


def _last(market: Market, held: Integers, seed: int) -> Integers:
    """Standing of the lowest-standing party placed in each vacancy; -1 where nobody is."""
    edges = np.flatnonzero(held[market.edge_party] == market.edge_vacancy)
    last = np.full(len(market.vacancy_ids), -1, dtype=np.int64)
    np.maximum.at(last, market.edge_vacancy[edges], _standing(market, edges, seed))
    return last


class Explainer:
    """Facts for single parties; built once, asked many times."""

    def __init__(
        self, market: Market, held: Integers, taken: Integers, reason_codes: NDArray[np.str_]
    ) -> None:
        self.market, self.taken, self.codes = market, taken, reason_codes
        edges = np.flatnonzero(held[market.edge_party] == market.edge_vacancy)
        self.lowest = np.full(len(market.vacancy_ids), SCORE_MAX + 1, dtype=np.int64)
        np.minimum.at(self.lowest, market.edge_vacancy[edges], market.edge_score[edges])
        self.order = np.argsort(market.edge_party, kind="stable")
        self.sorted_party = market.edge_party[self.order]

    def __call__(self, party: int) -> Unplaced:
        market, code = self.market, str(self.codes[party])
        low, high = np.searchsorted(self.sorted_party, [party, party + 1])
        edges = self.order[low:high]
        ranked = edges[np.lexsort((market.edge_vacancy[edges], -market.edge_score[edges]))]
        facts = tuple(self._fact(int(edge)) for edge in ranked)
        return Unplaced(str(market.party_ids[party]), code, SENTENCES[code], facts)

    def _fact(self, edge: int) -> dict[str, Any]:
        market, vacancy = self.market, int(self.market.edge_vacancy[edge])
        lowest = int(self.lowest[vacancy])
        return {
            "vacancy_id": str(market.vacancy_ids[vacancy]),
            "score": int(market.edge_score[edge]),
            "lowest_score_placed": lowest if lowest <= SCORE_MAX else None,
            "places": int(market.places[vacancy]),
            "taken": int(self.taken[vacancy]),
        }
