"""A market from a shortlist: any table with vacancy, worker and score columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corridor.engines.matching.allocation.market import Integers, Market

NAMES = {
    "vacancy": ("vacancy_id", "vacancy_ids"),
    "worker": ("worker_id", "worker_ids"),
    "score": ("score", "scores"),
}


def from_shortlist(shortlist: Any, places: Mapping[str, int] | None = None, **rules: Any) -> Market:
    """A market of single workers from the rows of a shortlist.

    `shortlist` is what `matching.shortlist` returns, or anything with the columns vacancy_id,
    worker_id and score (0..10000): a mapping, an object with such attributes, an Arrow table.
    `places` says how many places each vacancy has and may name vacancies nobody was listed for;
    by default the shortlist's own vacancies say it. `rules` are further fields of Market (groups
    count `party_ids`, which are the workers listed, sorted).
    Raises KeyError for a missing column, or for a listed vacancy without places.
    """
    if places is None:
        places = _own_places(shortlist)
    workers, edge_party = _codes(_column(shortlist, "worker"))
    listed, edge_listed = _codes(_column(shortlist, "vacancy"))
    if unknown := sorted(set(listed.tolist()) - set(places)):
        raise KeyError(
            f"{len(unknown)} vacancies on the shortlist have no number of places, such as "
            f"{unknown[0]}. Say how many places each has."
        )
    vacancies = np.array(sorted(places), dtype=np.str_)
    return Market(
        party_ids=workers,
        vacancy_ids=vacancies,
        places=np.array([places[name] for name in vacancies.tolist()]),
        edge_party=edge_party,
        edge_vacancy=np.searchsorted(vacancies, listed)[edge_listed],
        edge_score=np.asarray(_column(shortlist, "score")),
        **rules,
    )


def _codes(column: Any) -> tuple[NDArray[np.str_], Integers]:
    names, positions = np.unique(np.asarray(column, dtype=np.str_), return_inverse=True)
    return names, positions.astype(np.int64)


def _own_places(shortlist: Any) -> Mapping[str, int]:
    vacancies = getattr(shortlist, "vacancies", None)
    if vacancies is None:
        raise KeyError("The shortlist does not say how many places each vacancy has. Give places.")
    return dict(zip(vacancies.id.tolist(), vacancies.places.tolist(), strict=True))


def _column(shortlist: Any, what: str) -> Any:
    if what != "score" and hasattr(shortlist, "vacancies") and hasattr(shortlist, "workers"):
        table = shortlist.vacancies if what == "vacancy" else shortlist.workers
        return table.id[getattr(shortlist, what)]
    for name in NAMES[what]:
        if isinstance(shortlist, Mapping):
            if name in shortlist:
                return shortlist[name]
        elif name in getattr(shortlist, "column_names", ()):
            return shortlist.column(name).to_numpy(zero_copy_only=False)
        elif hasattr(shortlist, name):
            return getattr(shortlist, name)
    raise KeyError(f"The shortlist has no column {NAMES[what][0]}. It needs one.")
