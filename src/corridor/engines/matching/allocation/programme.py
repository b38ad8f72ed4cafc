"""The greatest total as a linear programme, solved by HiGHS; whole numbers asked only if needed.

Columns are edges (0 or 1). Rows: each party at most once, places of each vacancy, quotas, floors.
Without families and with nested rules the matrix is totally unimodular, so the plain programme
already answers in whole numbers; otherwise the same rows are solved as a mixed-integer programme.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csc_array, hstack

from corridor.engines.matching.allocation.bound import Duals
from corridor.engines.matching.allocation.checks import MarketRefused, Problem
from corridor.engines.matching.allocation.market import Integers
from corridor.engines.matching.allocation.prepared import Prepared

WHOLE = 1e-6
HERE_FIRST = 1e-3


@dataclass(frozen=True, eq=False)
class Solved:
    """An optimal (or, out of time, the best found) placement with what proves it."""

    held: Integers
    duals: Duals
    solver: str
    bound: float | None = None
    is_optimal: bool = True


def rows_of(prepared: Prepared) -> tuple[csc_array, NDArray[np.float64], NDArray[np.float64]]:
    """Constraint matrix (rows, E) with lower and upper row bounds."""
    parties, seats = len(prepared.size), len(prepared.places)
    edges = np.arange(len(prepared.party))
    rows = [prepared.party, parties + prepared.vacancy]
    columns = [edges, edges]
    weights = [np.ones(len(edges), dtype=np.int64), prepared.size[prepared.party]]
    upper = [np.ones(parties), prepared.places.astype(np.float64)]
    lower = [np.full(parties + seats, -np.inf)]
    limits = (*prepared.quotas, *prepared.floors)
    for position, limit in enumerate(limits):
        weight = limit.weights(prepared.party, prepared.vacancy)
        counted = np.flatnonzero(weight)
        rows.append(np.full(len(counted), parties + seats + position))
        columns.append(counted)
        weights.append(weight[counted])
    quotas, floors = len(prepared.quotas), len(prepared.floors)
    upper += [np.array([q.number for q in prepared.quotas], dtype=float), np.full(floors, np.inf)]
    lower += [np.full(quotas, -np.inf), np.array([f.number for f in prepared.floors], dtype=float)]
    shape = (parties + seats + len(limits), len(edges))
    entries = (np.concatenate(rows), np.concatenate(columns))
    matrix = coo_array((np.concatenate(weights).astype(float), entries), shape=shape).tocsc()
    return matrix, np.concatenate(lower), np.concatenate(upper)


def solve(prepared: Prepared, *, seconds_max: float | None = None) -> Solved:
    """The greatest total benefit under every rule.

    Raises MarketRefused naming the floors that cannot be met together.
    """
    import highspy

    matrix, lower, upper = rows_of(prepared)
    highs = _loaded(matrix, lower, upper, prepared.benefit.astype(np.float64), seconds_max)
    highs.run()
    status = highs.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        raise MarketRefused(_unmet_floors(prepared, matrix, lower, upper))
    if status != highspy.HighsModelStatus.kOptimal and len(prepared.party):
        raise _out_of_time(seconds_max)
    values = np.array(highs.getSolution().col_value)
    duals = _duals(prepared, np.array(highs.getSolution().row_dual))
    if np.abs(values - values.round()).max(initial=0.0) <= WHOLE:
        return Solved(_held(prepared, values), duals, "HiGHS linear programme")
    kinds = np.full(len(values), highspy.HighsVarType.kInteger.value, dtype=np.uint8)
    highs.changeColsIntegrality(len(values), np.arange(len(values), dtype=np.int32), kinds)
    highs.run()
    status, info = highs.getModelStatus(), highs.getInfo()
    if status == highspy.HighsModelStatus.kInfeasible:
        raise MarketRefused(_unmet_floors(prepared, matrix, lower, upper))
    if info.primal_solution_status == 0:
        raise _out_of_time(seconds_max)
    values = np.array(highs.getSolution().col_value)
    return Solved(
        _held(prepared, values),
        duals,
        "HiGHS mixed-integer programme",
        bound=float(info.mip_dual_bound),
        is_optimal=status == highspy.HighsModelStatus.kOptimal,
    )


def expected_prices(
    prepared: Prepared, weights: NDArray[np.float64], *, present: int
) -> tuple[Duals, NDArray[np.float64]]:
    """Prices when each party counts `weights` times, and what is taken of each edge (E,).

    The first `present` parties are here; among equals they go before those only expected.

    Floors that expected people cannot meet give way, at a price above any benefit.
    """
    matrix, lower, upper = rows_of(prepared)
    floors = len(prepared.floors)
    upper[: len(weights)] = weights
    penalty = float(prepared.benefit.max(initial=0)) + 1.0
    benefit = prepared.benefit - HERE_FIRST * (prepared.party >= present)
    worth = np.concatenate([benefit, np.full(floors, -penalty)])
    highs = _loaded(_with_slack(matrix, floors), lower, upper, worth, None)
    columns = np.arange(len(worth), dtype=np.int32)
    unbounded = np.full(len(worth), np.inf)
    highs.changeColsBounds(len(worth), columns, np.zeros(len(worth)), unbounded)
    highs.run()
    solution = highs.getSolution()
    taken = np.array(solution.col_value)[: len(prepared.party)]
    return _duals(prepared, np.array(solution.row_dual)), taken


def _with_slack(matrix: csc_array, floors: int) -> csc_array:
    """One more column per floor (the last rows), counting the persons it is short of."""
    rows = matrix.shape[0] - floors + np.arange(floors)
    slack = coo_array((np.ones(floors), (rows, np.arange(floors))), shape=(matrix.shape[0], floors))
    return csc_array(hstack([matrix, slack], format="csc"))


def _out_of_time(seconds_max: float | None) -> TimeoutError:
    return TimeoutError(
        f"No allocation was found within {seconds_max} seconds. Allow more time, or loosen the "
        "floors."
    )


def _loaded(
    matrix: csc_array,
    lower: NDArray[np.float64],
    upper: NDArray[np.float64],
    worth: NDArray[np.float64],
    seconds_max: float | None,
) -> Any:
    import highspy

    # The public class prints a banner to standard output before it can be silenced.
    highs = highspy.highs._Highs()
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("threads", 1)
    highs.setOptionValue("mip_rel_gap", 0.0)
    highs.setOptionValue("mip_abs_gap", 0.999)  # benefits are whole numbers
    if seconds_max is not None:
        highs.setOptionValue("time_limit", float(seconds_max))
    model = highspy.HighsLp()
    model.num_row_, model.num_col_ = matrix.shape
    model.sense_ = highspy.ObjSense.kMaximize
    model.col_cost_ = worth
    model.col_lower_ = np.zeros(matrix.shape[1])
    model.col_upper_ = np.ones(matrix.shape[1])
    model.row_lower_, model.row_upper_ = lower, upper
    model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    model.a_matrix_.start_ = matrix.indptr
    model.a_matrix_.index_ = matrix.indices
    model.a_matrix_.value_ = matrix.data
    highs.passModel(model)
    return highs


def _held(prepared: Prepared, values: NDArray[np.float64]) -> Integers:
    chosen = np.flatnonzero(values > 0.5)
    held = np.full(len(prepared.size), -1, dtype=np.int64)
    held[prepared.party[chosen]] = prepared.vacancy[chosen]
    return held


def _duals(prepared: Prepared, rows: NDArray[np.float64]) -> Duals:
    """Row prices in a maximisation: none negative for an upper bound, none positive for a lower."""
    seats, parties = len(prepared.places), len(prepared.size)
    rest, quotas = rows[parties + seats :], len(prepared.quotas)
    return Duals(
        places=np.maximum(rows[parties : parties + seats], 0.0),
        quotas=np.maximum(rest[:quotas], 0.0),
        floors=np.maximum(-rest[quotas:], 0.0),
    )


def _unmet_floors(
    prepared: Prepared,
    matrix: csc_array,
    lower: NDArray[np.float64],
    upper: NDArray[np.float64],
) -> tuple[Problem, ...]:
    """Which floors give way when as few persons as possible are missing from them."""
    floors = len(prepared.floors)
    worth = np.concatenate([np.zeros(matrix.shape[1]), -np.ones(floors)])
    highs = _loaded(_with_slack(matrix, floors), lower, upper, worth, None)
    for column in range(floors):
        highs.changeColBounds(matrix.shape[1] + column, 0.0, float(prepared.floors[column].number))
    kinds = np.ones(matrix.shape[1], dtype=np.uint8)
    highs.changeColsIntegrality(len(kinds), np.arange(len(kinds), dtype=np.int32), kinds)
    highs.run()
    missing = np.array(highs.getSolution().col_value)[matrix.shape[1] :]
    together = ", ".join(floor.name for floor in prepared.floors)
    return tuple(
        Problem(
            "floors-not-together",
            f"Floor {floor.name} would miss {round(short)} persons even if every other concern "
            f"gave way: the floors ({together}) and quotas cannot all hold. Lower one of them.",
            {"rule": floor.name, "asked": floor.number, "short": round(float(short))},
        )
        for floor, short in zip(prepared.floors, missing, strict=True)
        if short > WHOLE
    )
