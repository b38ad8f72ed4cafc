"""Pairs of worker and vacancy judged one criterion at a time: what was met, near or missing.

Nothing here is shared with the kernels but the points: it reads the tables themselves, so that a
reason is evidence for a score and not a copy of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

import numpy as np

from ._asks import effective, hard_digits
from ._points import EQF, GROUP, LANGUAGE, SKILL, YEARS, base_points, earned, items
from ._schema import Array, Ragged, Vacancies, Workers
from .criteria import ORDER, Criteria

MET, NEAR, MISSING, UNKNOWN = range(4)
VERDICTS = ("met", "near", "missing", "unknown")
NEAR_DAYS = 30
NO_DATE = np.iinfo(np.int32).min
PAIRS_PER_STEP = 8192


@dataclass(frozen=True, slots=True)
class Reasons:
    """R reasons about P pairs, pair by pair in the order of the criteria.

    pair: which pair; criterion: into ORDER; item: the code asked, into the asked column's names
    (-1 where the criterion has none); asked, held: levels, years, digits or days since 1970;
    verdict: into VERDICTS; points of possible; needed: failing it rules the pair out.
    """

    pair: Array
    criterion: Array
    item: Array
    asked: Array
    held: Array
    verdict: Array
    points: Array
    possible: Array
    needed: Array

    def __len__(self) -> int:
        return len(self.pair)


class Judge:
    """Vacancies under a criteria set, made ready to be held against workers."""

    def __init__(self, vacancies: Vacancies, criteria: Criteria) -> None:
        self.criteria = criteria
        self.asks = asks = effective(vacancies, criteria)
        self.digits = hard_digits(asks, criteria)
        shared = items(asks, criteria)
        self.base = base_points(shared)
        count = len(asks)
        self.points: dict[int, Array] = {}
        self.target: dict[int, Array] = {}
        for kind in range(5):
            chosen = shared.kind == kind
            if kind in (SKILL, LANGUAGE):
                column = asks.skills if kind == SKILL else asks.languages
                points, target = np.zeros((2, len(column.codes)), np.int64)
                if chosen.any():  # every item asked is weighed, in the column's own order
                    points, target = shared.points[chosen], shared.target[chosen]
            else:
                points, target = np.zeros((2, count), np.int64)
                points[shared.vacancy[chosen]] = shared.points[chosen]
                target[shared.vacancy[chosen]] = shared.target[chosen]
            self.points[kind], self.target[kind] = points, np.maximum(target, 1)
        essential = asks.skills.rows[asks.skills.essential]
        percent = 0 if criteria.skills is None else criteria.skills.essential_percent
        self._codes: dict[str, tuple[tuple[str, ...], Array]] = {}
        self.essential_min = -(-np.bincount(essential, minlength=count) * percent // 100)

    def reasons(self, workers: Workers, worker: Array, vacancy: Array) -> Reasons:
        """The reasons of the pairs (worker[p], vacancy[p]), rows of the two tables."""
        pieces = []
        for start in range(0, max(len(worker), 1), PAIRS_PER_STEP):
            step = slice(start, start + PAIRS_PER_STEP)
            parts = list(self._parts(workers, worker[step], vacancy[step]))
            columns = [np.concatenate(column) for column in zip(*parts, strict=True)]
            order = np.argsort(columns[0], kind="stable")
            columns = [column[order] for column in columns]
            columns[0] = columns[0] + start
            pieces.append(columns)
        whole = [np.concatenate(column) for column in zip(*pieces, strict=True)]
        kinds = (np.int64, np.uint8, np.int32, np.int32, np.int32, np.uint8, np.int16, np.int16)
        names = [field.name for field in fields(Reasons)]
        typed = [column.astype(kind) for column, kind in zip(whole, (*kinds, bool), strict=True)]
        return Reasons(**dict(zip(names, typed, strict=True)))

    def not_out_yet(self, workers: Workers, worker: Array, vacancy: Array) -> Array:
        """Which pairs pass the hard criteria that are one value for each (bool P)."""
        parts = (
            self._occupation(workers, worker, vacancy),
            self._countries(workers, worker, vacancy),
            self._amount("education", EQF, workers.eqf[worker], self.asks.eqf_min, vacancy),
            self._amount("experience", YEARS, workers.years[worker], self.asks.years_min, vacancy),
            self._availability(workers, worker, vacancy),
            self._age(workers, worker),
        )
        stays = np.ones(len(vacancy), bool)
        for part in parts:
            pair, verdict, binding = part[0], part[5], part[-1]
            stays[pair[binding & (verdict != MET)]] = False
        return stays

    def eligible(self, reasons: Reasons, vacancy: Array) -> Array:
        """Which pairs pass every hard criterion (bool P)."""
        is_skill = reasons.criterion == ORDER.index("skills")
        failed = reasons.needed & (reasons.verdict != MET) & ~is_skill
        met = reasons.needed & (reasons.verdict == MET) & is_skill
        out = np.bincount(reasons.pair[failed], minlength=len(vacancy)) > 0
        enough = np.bincount(reasons.pair[met], minlength=len(vacancy))
        return ~out & (enough >= self.essential_min[vacancy])

    def score(self, reasons: Reasons, vacancy: Array) -> Array:
        """The score of each pair, 0..10,000 (int64 P)."""
        points = np.bincount(reasons.pair, reasons.points, minlength=len(vacancy))
        return points.astype(np.int64) + self.base[vacancy]

    def _parts(
        self, workers: Workers, worker: Array, vacancy: Array
    ) -> Iterator[tuple[Array, ...]]:
        yield self._occupation(workers, worker, vacancy)
        yield self._countries(workers, worker, vacancy)
        yield self._permits(workers, worker, vacancy)
        yield self._listed("licences", workers, worker, vacancy)
        yield self._amount("education", EQF, workers.eqf[worker], self.asks.eqf_min, vacancy)
        yield self._amount("experience", YEARS, workers.years[worker], self.asks.years_min, vacancy)
        yield self._listed("languages", workers, worker, vacancy)
        yield self._availability(workers, worker, vacancy)
        yield self._age(workers, worker)
        yield self._listed("skills", workers, worker, vacancy)

    def _row(
        self,
        name: str,
        pair: Array,
        asked: Array | int,
        held: Array | int,
        verdict: Array,
        *,
        item: Array | int = -1,
        points: Array | int = 0,
        possible: Array | int = 0,
        needed: Array | None = None,
    ) -> tuple[Array, ...]:
        hard = getattr(self.criteria, name) is not None
        binding = np.full(len(pair), hard) if needed is None else needed & hard
        columns = (ORDER.index(name), item, asked, held, verdict, points, possible)
        return (pair, *(np.broadcast_to(c, len(pair)) for c in columns), binding)

    def _occupation(self, workers: Workers, worker: Array, vacancy: Array) -> tuple[Array, ...]:
        held = workers.isco.take(worker)
        codes = np.array([int(code) for code in held.names], np.int64)
        mine = codes[held.codes] if len(codes) else held.codes.astype(np.int64)
        asked_code = self.asks.isco_code[vacancy].astype(np.int64)
        theirs = asked_code[held.rows]
        shared = np.zeros(len(mine), np.int64)
        for width in (1000, 100, 10, 1):
            shared += mine // width == theirs // width
        closest = np.zeros(len(worker), np.int64)
        np.maximum.at(closest, held.rows, shared)
        own = self.asks.isco_digits[vacancy].astype(np.int64)
        digits = self.digits[vacancy].astype(np.int64)
        closest = np.minimum(closest, own)
        must = np.where(digits > 0, digits, own)
        verdict = np.where(closest >= must, MET, np.where(closest >= must - 1, NEAR, MISSING))
        verdict = np.where((closest == 0) & (verdict == NEAR), MISSING, verdict)
        verdict = np.where(held.lengths == 0, UNKNOWN, verdict)
        pair = np.flatnonzero(own > 0)
        possible = self.points[GROUP][vacancy]
        points = earned(possible, closest, self.target[GROUP][vacancy])
        return self._row(
            "occupation",
            pair,
            must[pair],
            closest[pair],
            verdict[pair],
            points=points[pair],
            possible=possible[pair],
        )

    def _countries(self, workers: Workers, worker: Array, vacancy: Array) -> tuple[Array, ...]:
        chosen = self.criteria.countries
        by = "nationality" if chosen is None else chosen.by
        refused = () if chosen is None else chosen.refuse
        column = self.asks.countries
        held = getattr(workers, by)[worker].astype(np.int64)
        place = {name: code for code, name in enumerate(column.names)}
        names = workers.country_names
        known = np.array([*(place.get(name, -2) for name in names), -2], np.int64)
        barred = np.array([*(name in refused for name in names), False])
        mine = known[held]
        asked = column.take(vacancy)
        listed = np.zeros(len(worker), bool)
        hit = asked.codes == mine[asked.rows]
        listed[asked.rows[hit]] = True
        allowed = ((asked.lengths == 0) | listed) & ~barred[held]
        verdict = np.where(held < 0, UNKNOWN, np.where(allowed, MET, MISSING))
        pair = np.flatnonzero((asked.lengths > 0) | bool(refused))
        return self._row("countries", pair, 0, held[pair], verdict[pair])

    def _permits(self, workers: Workers, worker: Array, vacancy: Array) -> tuple[Array, ...]:
        pair, place, held = self._held("permits", workers, worker, vacancy)
        any_held = np.full(len(worker), -1, np.int64)
        any_held[pair[held > 0]] = self.asks.permits.codes[place[held > 0]]
        asked = np.unique(pair)
        verdict = np.where(any_held[asked] >= 0, MET, MISSING)
        return self._row("permits", asked, 0, verdict == MET, verdict, item=any_held[asked])

    def _listed(
        self, name: str, workers: Workers, worker: Array, vacancy: Array
    ) -> tuple[Array, ...]:
        column: Ragged = getattr(self.asks, name)
        pair, place, held = self._held(name, workers, worker, vacancy)
        asked = np.ones(len(place), np.int64)
        possible, points = np.zeros((2, len(place)), np.int64)
        if column.levels is not None:
            asked = column.levels[place].astype(np.int64)
            kind = SKILL if name == "skills" else LANGUAGE
            possible = self.points[kind][place]
            points = earned(possible, held, self.target[kind][place])
        is_near = held > 0 if name == "skills" else (held > 0) & (held == asked - 1)
        verdict = np.where(held >= asked, MET, np.where(is_near, NEAR, MISSING))
        needed = None if column.essential is None else column.essential[place]
        return self._row(
            name,
            pair,
            asked,
            held,
            verdict,
            item=column.codes[place],
            points=points,
            possible=possible,
            needed=needed,
        )

    def _amount(
        self, name: str, kind: int, held: Array, asked_all: Array, vacancy: Array
    ) -> tuple[Array, ...]:
        held, asked = held.astype(np.int64), asked_all[vacancy].astype(np.int64)
        possible = self.points[kind][vacancy]
        points = earned(possible, np.maximum(held, 0), self.target[kind][vacancy])
        is_unknown = held < (1 if name == "education" else 0)
        verdict = np.where(held >= asked, MET, np.where(held == asked - 1, NEAR, MISSING))
        verdict = np.where(is_unknown & (asked > 0), UNKNOWN, verdict)
        pair = np.flatnonzero((asked > 0) | (possible > 0))
        return self._row(
            name,
            pair,
            asked[pair],
            held[pair],
            verdict[pair],
            points=points[pair],
            possible=possible[pair],
            needed=asked[pair] > 0,
        )

    def _availability(self, workers: Workers, worker: Array, vacancy: Array) -> tuple[Array, ...]:
        start, available = self.asks.start[vacancy], workers.available_from[worker]
        pair = np.flatnonzero(~np.isnat(start))
        chosen = self.criteria.availability
        grace = 0 if chosen is None else chosen.grace_days
        asked = start[pair].astype(np.int64) + grace
        at_once = np.isnat(available[pair])
        held = np.where(at_once, NO_DATE, available[pair].astype(np.int64))
        verdict = np.where(held <= asked, MET, np.where(held <= asked + NEAR_DAYS, NEAR, MISSING))
        return self._row("availability", pair, asked, held, verdict)

    def _age(self, workers: Workers, worker: Array) -> tuple[Array, ...]:
        if (age := self.criteria.age) is None:
            return self._row("age", np.zeros(0, np.int64), 0, 0, np.zeros(0, np.int64))
        born = workers.birth_year[worker].astype(np.int64)
        held = np.where(born > 0, age.as_of.year - born, -1)
        inside = (held >= age.min) & (held <= age.max)
        verdict = np.where(born == 0, UNKNOWN, np.where(inside, MET, MISSING))
        return self._row("age", np.arange(len(worker)), age.min, held, verdict)

    def _codes_of(self, name: str, mine: Ragged, asked: Ragged) -> Array:
        """The workers' code of each name asked, -1 where none; kept while the workers stay."""
        names, codes = self._codes.get(name, (None, None))
        if names is not mine.names or codes is None:
            known = {held: code for code, held in enumerate(mine.names)}
            codes = np.array([known.get(wanted, -1) for wanted in asked.names], np.int64)
            self._codes[name] = (mine.names, codes)
        return codes

    def _held(
        self, name: str, workers: Workers, worker: Array, vacancy: Array
    ) -> tuple[Array, Array, Array]:
        """Per thing asked: the pair, its place in the asked column, the level held, 0 if not."""
        mine, asked = getattr(workers, name), getattr(self.asks, name)
        ours, theirs = mine.take(worker), asked.take(vacancy)
        starts = np.repeat(asked.offsets[vacancy] - theirs.offsets[:-1], theirs.lengths)
        place = np.arange(len(theirs.codes)) + starts
        wanted = self._codes_of(name, mine, asked)[theirs.codes]
        width = max(len(mine.names), 1)
        keys = ours.rows * width + ours.codes
        query = theirs.rows * width + wanted
        held = np.zeros(len(query), np.int64)
        if len(keys):
            found = np.minimum(np.searchsorted(keys, query), len(keys) - 1)
            hit = (keys[found] == query) & (wanted >= 0)
            levels = np.ones(len(keys), np.int64) if ours.levels is None else ours.levels
            held[hit] = levels[found[hit]]
        return theirs.rows, place, held
