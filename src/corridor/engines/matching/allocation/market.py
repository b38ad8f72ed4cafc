"""A market: who could be placed where, and under which rules. Columns in, nothing decided yet."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field, fields, replace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from corridor.engines.matching._lottery import draw
from corridor.engines.matching.allocation.checks import MarketRefused, problems_of

Integers = NDArray[np.int64]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Member:
    """One worker of a family unit."""

    worker_id: str
    role: str = ""
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Group:
    """People a rule speaks of. `persons`: how many members of each party belong, shape (P,)."""

    name: str
    persons: Integers

    def __post_init__(self) -> None:
        object.__setattr__(self, "persons", np.asarray(self.persons, dtype=np.int64))


@dataclass(frozen=True, slots=True)
class Floor:
    """At least `at_least` persons of `group` are placed in `vacancies` (None: anywhere)."""

    name: str
    group: str
    at_least: int
    vacancies: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Quota:
    """At most `at_most` persons of `group` (None: anyone) are placed in `vacancies` (None: all)."""

    name: str
    at_most: int
    group: str | None = None
    vacancies: tuple[str, ...] | None = None


@dataclass(frozen=True, eq=False)
class Market:
    """Parties, vacancies, who is eligible where, and the rules.

    A party is one worker or a family unit, placed together in one vacancy or not at all; it takes
    `size` places. Shapes: parties (P,), vacancies (V,), edges (E,); `edge_party` and `edge_vacancy`
    are positions in `party_ids` and `vacancy_ids`. `edge_score` (0..10000) is the vacancy's
    ranking, higher first. `edge_wish` is the party's own rank of the vacancy (1 is dearest);
    without it a party prefers where it scores higher. `edge_benefit` is what a placement adds to
    the total; without it, score times size. `party_lottery` and `vacancy_lottery` are places in
    the draw (low goes first), for callers who have drawn the lottery already with the same seed.

    Raises MarketRefused with every contradiction found.
    """

    party_ids: NDArray[np.str_]
    vacancy_ids: NDArray[np.str_]
    places: Integers
    edge_party: Integers
    edge_vacancy: Integers
    edge_score: Integers
    edge_wish: Integers | None = None
    edge_benefit: Integers | None = None
    size: Integers = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    members: tuple[tuple[Member, ...], ...] = ()
    groups: tuple[Group, ...] = ()
    floors: tuple[Floor, ...] = ()
    quotas: tuple[Quota, ...] = ()
    forced: tuple[Pair, ...] = ()
    forbidden: tuple[Pair, ...] = ()
    party_lottery: Integers | None = None
    vacancy_lottery: Integers | None = None

    def __post_init__(self) -> None:
        for name in ("party_ids", "vacancy_ids"):
            self._set(name, np.asarray(getattr(self, name), dtype=np.str_))
        for name in ("places", "edge_party", "edge_vacancy", "edge_score"):
            self._set(name, integers(getattr(self, name)))
        for name in ("edge_wish", "edge_benefit", "party_lottery", "vacancy_lottery"):
            if getattr(self, name) is not None:
                self._set(name, integers(getattr(self, name)))
        self._set("size", self._sizes())
        if problems := problems_of(self):
            raise MarketRefused(problems)

    def _set(self, name: str, column: NDArray[Any]) -> None:
        object.__setattr__(self, name, column)

    def _sizes(self) -> Integers:
        if len(self.size):
            return integers(self.size)
        if self.members:
            return np.array([len(members) for members in self.members], dtype=np.int64)
        return np.ones(len(self.party_ids), dtype=np.int64)

    @property
    def benefit(self) -> Integers:
        """What each edge adds to the total, shape (E,)."""
        if self.edge_benefit is not None:
            return self.edge_benefit
        return self.edge_score * self.size[self.edge_party]

    @property
    def has_families(self) -> bool:
        return bool((self.size > 1).any())

    def group(self, name: str | None) -> Integers:
        """Persons of the group in each party; every member when no group is named."""
        if name is None:
            return self.size
        return next(group.persons for group in self.groups if group.name == name)

    def vacancy_mask(self, names: tuple[str, ...] | None) -> NDArray[np.bool_]:
        """Which vacancies a rule speaks of, shape (V,)."""
        if names is None:
            return np.ones(len(self.vacancy_ids), dtype=bool)
        return np.isin(self.vacancy_ids, np.asarray(names, dtype=np.str_))

    def with_lottery(self, *, seed: int) -> Market:
        """The market with its lottery drawn, so that no later step draws it again."""
        drawn = copy(self)  # checked already
        for ids, lottery in (("party_ids", "party_lottery"), ("vacancy_ids", "vacancy_lottery")):
            if getattr(self, lottery) is None:
                drawn._set(lottery, draw(seed, getattr(self, ids)).astype(np.int64))
        return drawn

    def but(self, **changes: Any) -> Market:
        """The same market with some columns or rules changed."""
        return replace(self, **changes)

    def reordered(self, parties: Integers, vacancies: Integers, edges: Integers) -> Market:
        """The same market with its rows in another order (each argument is a permutation)."""
        new_party, new_vacancy = np.argsort(parties), np.argsort(vacancies)
        columns: dict[str, Any] = {item.name: getattr(self, item.name) for item in fields(self)}
        for name in ("party_ids", "size", "party_lottery"):
            columns[name] = None if columns[name] is None else columns[name][parties]
        for name in ("vacancy_ids", "places", "vacancy_lottery"):
            columns[name] = None if columns[name] is None else columns[name][vacancies]
        for name in ("edge_party", "edge_vacancy", "edge_score", "edge_wish", "edge_benefit"):
            columns[name] = None if columns[name] is None else columns[name][edges]
        columns["edge_party"] = new_party[columns["edge_party"]]
        columns["edge_vacancy"] = new_vacancy[columns["edge_vacancy"]]
        if self.members:
            columns["members"] = tuple(self.members[index] for index in parties)
        columns["groups"] = tuple(Group(g.name, g.persons[parties]) for g in self.groups)
        return Market(**columns)


def integers(column: ArrayLike) -> Integers:
    """The column as int64; a fraction or a missing value is refused, never rounded."""
    given = np.asarray(column)
    if given.size == 0:
        return np.empty(0, dtype=np.int64)
    if given.dtype.kind not in "iub":
        rounded = given.astype(np.float64)
        if not np.isfinite(rounded).all() or (rounded != np.floor(rounded)).any():
            raise ValueError(
                f"A column of whole numbers holds {given.ravel()[0]!r} or the like. "
                "Give whole numbers; scores run from 0 to 10000."
            )
    return given.astype(np.int64)
