"""The peers of the allocation benchmark, each called as its own documentation shows."""

from __future__ import annotations

import sys
import threading
from typing import Any

import numpy as np
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from corridor.engines.matching.allocation import Market

SCORE_MAX = 10_000
RECURSION, STACK_BYTES = 1_000_000, 1 << 30


def as_preferences(market: Market) -> tuple[dict, dict, dict]:
    """Preference lists by name, as `matching` wants them, ties broken by our lottery."""
    party, seat = market.edge_party, market.edge_vacancy
    parties, seats = market.party_ids.tolist(), market.vacancy_ids.tolist()
    rank = market.party_lottery
    residents: dict[str, list[str]] = {}
    hospitals: dict[str, list[str]] = {}
    for edge in np.lexsort((market.edge_wish, party)).tolist():
        residents.setdefault(parties[party[edge]], []).append(seats[seat[edge]])
    for edge in np.lexsort((rank[party], -market.edge_score, seat)).tolist():
        hospitals.setdefault(seats[seat[edge]], []).append(parties[party[edge]])
    places = dict(zip(seats, market.places.tolist(), strict=True))
    return residents, hospitals, {name: places[name] for name in hospitals}


def matching_pairs(game: tuple[dict, dict, dict]) -> frozenset[tuple[str, str]]:
    """Placements by `matching`, residents proposing.

    Its deepcopy exceeds Python's recursion limit on lists that overlap, so it is given a deep one.
    """
    from matching.games import HospitalResident

    pairs: list[tuple[str, str]] = []

    def play() -> None:
        solved = HospitalResident.create_from_dictionaries(*game).solve(optimal="resident")
        pairs.extend((one.name, seat.name) for seat, held in solved.items() for one in held)

    limit, stack = sys.getrecursionlimit(), threading.stack_size(STACK_BYTES)
    sys.setrecursionlimit(RECURSION)
    player = threading.Thread(target=play)
    player.start()
    player.join()
    sys.setrecursionlimit(limit)
    threading.stack_size(stack)
    return frozenset(pairs)


def flow_total(market: Market) -> int:
    """Greatest total by OR-tools, straight from the columns."""
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

    parties, seats = len(market.party_ids), len(market.vacancy_ids)
    edges, sink = len(market.edge_party), parties + seats
    flow = SimpleMinCostFlow()
    flow.add_arcs_with_capacity_and_unit_cost(
        np.concatenate([market.edge_party, parties + np.arange(seats), np.arange(parties)]),
        np.concatenate([parties + market.edge_vacancy, np.full(seats + parties, sink)]),
        np.concatenate([np.ones(edges, int), market.places, np.ones(parties, int)]),
        np.concatenate([-market.edge_score, np.zeros(seats + parties, int)]),
    )
    supply = np.append(np.ones(parties, int), -parties)
    flow.set_nodes_supplies(np.append(np.arange(parties), sink), supply)
    assert flow.solve() == flow.OPTIMAL
    taken = flow.flows(np.arange(edges))
    return int(market.edge_score[taken > 0].sum())


def highs_total(market: Market) -> int:
    """Greatest total by HiGHS, as a linear programme."""
    import highspy

    parties, seats = len(market.party_ids), len(market.vacancy_ids)
    edges = len(market.edge_party)
    rows = np.concatenate([market.edge_party, parties + market.edge_vacancy])
    columns = np.tile(np.arange(edges), 2)
    matrix = coo_array(
        (np.ones(2 * edges), (rows, columns)), shape=(parties + seats, edges)
    ).tocsc()
    highs: Any = highspy.highs._Highs()
    highs.setOptionValue("output_flag", False)
    model = highspy.HighsLp()
    model.num_row_, model.num_col_ = matrix.shape
    model.sense_ = highspy.ObjSense.kMaximize
    model.col_cost_ = market.edge_score.astype(float)
    model.col_lower_, model.col_upper_ = np.zeros(edges), np.ones(edges)
    model.row_lower_ = np.full(parties + seats, -np.inf)
    model.row_upper_ = np.concatenate([np.ones(parties), market.places])
    model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    model.a_matrix_.start_, model.a_matrix_.index_ = matrix.indptr, matrix.indices
    model.a_matrix_.value_ = matrix.data
    highs.passModel(model)
    highs.run()
    return round(highs.getInfo().objective_function_value)


def scipy_total(market: Market) -> int:
    """Greatest total by scipy: one column per place, and one dummy per worker for "not placed"."""
    parties = len(market.party_ids)
    first = np.concatenate([[0], np.cumsum(market.places)])
    repeat = market.places[market.edge_vacancy]
    edge = np.repeat(np.arange(len(repeat)), repeat)
    seat = np.arange(len(edge)) - np.repeat(np.cumsum(repeat) - repeat, repeat)
    seat += first[market.edge_vacancy[edge]]
    rows = np.concatenate([market.edge_party[edge], np.arange(parties)])
    columns = np.concatenate([seat, first[-1] + np.arange(parties)])
    cost = np.concatenate(
        [SCORE_MAX + 1 - market.edge_score[edge], np.full(parties, SCORE_MAX + 1)]
    )
    graph = csr_array(
        (cost.astype(float), (rows, columns)), shape=(parties, int(first[-1]) + parties)
    )
    taken = min_weight_full_bipartite_matching(graph)
    return int(parties * (SCORE_MAX + 1) - graph[taken].sum())
