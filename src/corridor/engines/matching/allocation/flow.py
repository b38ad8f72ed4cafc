"""The greatest total as a minimum-cost flow (the `optim` extra, OR-tools), for single workers.

Each worker sends one unit to the sink, through an eligible vacancy or past them all for nothing.
"""

from __future__ import annotations

from importlib.util import find_spec

import numpy as np

from corridor.engines.matching.allocation.bound import least_prices
from corridor.engines.matching.allocation.deferred import Kernel
from corridor.engines.matching.allocation.market import Integers
from corridor.engines.matching.allocation.prepared import Prepared
from corridor.engines.matching.allocation.programme import Solved


def is_installed() -> bool:
    """Whether OR-tools is there."""
    return find_spec("ortools") is not None


def solve(prepared: Prepared, *, kernel: Kernel = "auto") -> Solved:
    """The greatest total benefit of single workers under places alone, with its exact prices."""
    held = solve_held(prepared)
    return Solved(held, least_prices(prepared, held, kernel=kernel), "OR-tools minimum-cost flow")


def solve_held(prepared: Prepared) -> Integers:
    """Vacancy rank per party rank, -1 for none."""
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

    parties, seats = len(prepared.size), len(prepared.places)
    edges = len(prepared.party)
    listed = np.zeros(parties, dtype=bool)
    listed[prepared.party] = True
    sources = np.flatnonzero(listed)
    sink = parties + seats
    flow = SimpleMinCostFlow()
    heads = [parties + prepared.vacancy, np.full(seats, sink), np.full(len(sources), sink)]
    tails = [prepared.party, parties + np.arange(seats), sources]
    room = [np.ones(edges, dtype=np.int64), prepared.places, np.ones(len(sources), dtype=np.int64)]
    cost = [-prepared.benefit, np.zeros(seats + len(sources), dtype=np.int64)]
    flow.add_arcs_with_capacity_and_unit_cost(*map(np.concatenate, (tails, heads, room, cost)))
    flow.set_nodes_supplies(
        np.append(sources, sink), np.append(np.ones(len(sources), dtype=np.int64), -len(sources))
    )
    status = flow.solve()
    if status != flow.OPTIMAL:
        raise ArithmeticError(f"The flow solver stopped with status {status}; please report this.")
    chosen = np.flatnonzero(flow.flows(np.arange(edges, dtype=np.int32)))
    held = np.full(parties, -1, dtype=np.int64)
    held[prepared.party[chosen]] = prepared.vacancy[chosen]
    return held
