"""The work of a round: engines in, plain values out. Same inputs, same result, whoever asks."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

import numpy as np

from corridor.engines import matching
from corridor.engines.matching import allocation
from corridor.services.rounds.compact import compact_reasons
from corridor.services.rounds.freezing import frozen, frozen_rows
from corridor.services.rounds.models import Mode, Outcome, Round
from corridor.services.rounds.quotas import Quota

Progress = Callable[[int, int | None], None]
DIGESTED_AT_ONCE = 10_000


@dataclass(frozen=True, kw_only=True)
class Line:
    """A vacancy in the result, with who fell at which criterion."""

    vacancy: str
    places: int
    considered: int
    eligible: int
    listed: int
    placed: int
    falls: list[tuple[str, int]]


@dataclass(frozen=True, kw_only=True)
class Item:
    """A worker on a vacancy's list."""

    vacancy: str
    worker: str
    rank: int
    score: int
    outcome: str
    reasons: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Worked:
    """A whole result. `proof` says in codes and figures what shows that it is right.

    The rows stay columns: `outcomes` is beside each row of `found`, and `pieces` makes so many
    of them as are asked for, so that memory does not grow with the reasons of all.
    """

    lines: list[Line]
    found: matching.Shortlist
    outcomes: list[str]
    proof: dict[str, Any]

    @property
    def listed_count(self) -> int:
        """How many people stand on a list."""
        return len(np.unique(self.found.worker))

    def pieces(self, rows: int) -> Iterator[list[Item]]:
        """The rows by vacancy and rank with their reasons, at most so many at a time."""
        start = 0
        for piece in self.found.pieces(rows):
            outcomes = self.outcomes[start : start + len(piece)]
            told = zip(_rows_of(piece, outcomes), compact_reasons(piece), strict=True)
            yield [
                Item(
                    vacancy=row[0],
                    rank=row[1],
                    worker=row[2],
                    score=row[3],
                    outcome=row[4],
                    reasons=reasons,
                )
                for row, reasons in told
            ]
            start += len(piece)

    def digest(self) -> str:
        """SHA-256 over every row: two equal results have the same, in any language or release."""
        return digest_of(_rows_of(self.found, self.outcomes))


Row = tuple[str, int, str, int, str]


def digest_of(rows: Iterable[Row]) -> str:
    """SHA-256 of the JSON list of all rows, which is never held as a whole."""
    digest, between, left = hashlib.sha256(b"["), "", iter(rows)
    while some := list(islice(left, DIGESTED_AT_ONCE)):
        digest.update(f"{between}{json.dumps(some)[1:-1]}".encode())
        between = ", "
    digest.update(b"]")
    return digest.hexdigest()


def _rows_of(found: matching.Shortlist, outcomes: Sequence[str]) -> Iterator[Row]:
    """Vacancy, rank, worker, score and outcome of each row."""
    workers, vacancies = found.workers.id, found.vacancies.id
    for start in range(0, len(found), DIGESTED_AT_ONCE):
        some = slice(start, start + DIGESTED_AT_ONCE)
        yield from zip(
            vacancies[found.vacancy[some]].tolist(),
            found.rank[some].tolist(),
            workers[found.worker[some]].tolist(),
            found.score[some].tolist(),
            outcomes[some],
            strict=True,
        )


def work_out_again(finished: Round, *, progress: Progress | None = None) -> Worked:
    """From the inputs frozen with a round. Raises InputsChanged."""
    applied: dict[str, set[str]] | None = None
    if finished.applications_digest:
        applied = {}
        for row in frozen_rows(finished.applications_digest):
            applied.setdefault(row["vacancy"], set()).add(row["worker"])
    return work_out(
        matching.read_workers(frozen(finished.workers_digest)),
        matching.read_vacancies(frozen(finished.vacancies_digest)),
        matching.Criteria.from_toml(finished.criteria),
        top=finished.top,
        seed=finished.seed,
        mode=Mode(finished.mode),
        quotas=[Quota(**quota) for quota in finished.quotas],
        destinations=finished.destinations,
        applied=applied,
        progress=progress,
    )


def work_out(
    workers: matching.Workers,
    vacancies: matching.Vacancies,
    criteria: matching.Criteria,
    *,
    top: int,
    seed: int,
    mode: Mode,
    quotas: Sequence[Quota] = (),
    destinations: dict[str, str] | None = None,
    applied: Mapping[str, Collection[str]] | None = None,
    progress: Progress | None = None,
) -> Worked:
    """Shortlist, then places. `destinations` says which country each vacancy is in, for quotas.

    With `applied`, a vacancy looks only at those who applied for it.
    """
    if applied is None:
        found = matching.shortlist(
            workers, vacancies, criteria, top=top, seed=seed, progress=progress
        )
        considered = [len(workers)] * len(vacancies)
    else:
        found, considered = among_applicants(
            workers, vacancies, criteria, applied, top=top, seed=seed, progress=progress
        )
    names = found.workers.id[found.worker].tolist()
    homes = found.vacancies.id[found.vacancy].tolist()
    placed: dict[str, str] = {}
    codes: dict[str, str] = {}
    proof: dict[str, Any] = {"mode": str(mode)}
    if mode != Mode.SHORTLIST and names:
        market = market_of(found, quotas, destinations or {})
        result = allocate(market, mode, seed=seed)
        placed = dict(result.pairs)
        codes = dict(zip(market.party_ids.tolist(), result.reason_codes.tolist(), strict=True))
        proof |= proof_of(result)
    outcomes = [
        outcome(mode, home, placed.get(name, ""), codes.get(name, ""))
        for name, home in zip(names, homes, strict=True)
    ]
    return Worked(
        lines=lines_of(found, placed, considered), found=found, outcomes=outcomes, proof=proof
    )


def among_applicants(
    workers: matching.Workers,
    vacancies: matching.Vacancies,
    criteria: matching.Criteria,
    applied: Mapping[str, Collection[str]],
    *,
    top: int,
    seed: int,
    progress: Progress | None,
) -> tuple[matching.Shortlist, list[int]]:
    """Each vacancy's list of those who applied for it, joined; and how many those were."""
    row_of = {name: row for row, name in enumerate(workers.id.tolist())}
    parts, considered = [], []
    for at, vacancy in enumerate(vacancies.id.tolist()):
        theirs = applied.get(vacancy, ())
        rows = np.array(sorted(row_of[name] for name in theirs if name in row_of), np.int64)
        one = vacancies.take(slice(at, at + 1))
        part = matching.shortlist(workers.take(rows), one, criteria, top=top, seed=seed)
        parts.append(replace(part, worker=rows[part.worker].astype(np.int32)))
        considered.append(len(rows))
        if progress is not None:
            progress(at + 1, len(vacancies))
    found = matching.Shortlist.joined(workers, vacancies, criteria, seed=seed, parts=parts)
    return found, considered


def outcome(mode: Mode, here: str, placed: str, code: str) -> str:
    if mode == Mode.SHORTLIST:
        return Outcome.LISTED
    if placed:
        return Outcome.PLACED if placed == here else Outcome.ELSEWHERE
    return code


def market_of(
    found: matching.Shortlist, quotas: Sequence[Quota], destinations: dict[str, str]
) -> allocation.Market:
    """Single workers, the places of each vacancy, and the quotas as groups and vacancies."""
    vacancies = found.vacancies
    places = dict(zip(vacancies.id.tolist(), vacancies.places.tolist(), strict=True))
    market = allocation.from_shortlist(found.to_arrow(reasons=False), places)
    nationality = dict(
        zip(found.workers.id.tolist(), found.workers.nationality.tolist(), strict=True)
    )
    countries = found.workers.country_names
    groups, rules = [], []
    for quota in quotas:
        if quota.side == "to":
            there = tuple(name for name in places if destinations.get(name) == quota.country)
            rules.append(allocation.Quota(quota.name, at_most=quota.at_most, vacancies=there))
            continue
        code = countries.index(quota.country) if quota.country in countries else -2
        persons = [int(nationality[name] == code) for name in market.party_ids.tolist()]
        groups.append(allocation.Group(quota.name, np.array(persons)))
        rules.append(allocation.Quota(quota.name, at_most=quota.at_most, group=quota.name))
    return market.but(groups=tuple(groups), quotas=tuple(rules)) if rules else market


def allocate(market: allocation.Market, mode: Mode, *, seed: int) -> allocation.Allocation:
    run = {
        Mode.RANKED: allocation.ranked,
        Mode.STABLE: allocation.stable,
        Mode.BEST_TOTAL: allocation.best_total,
    }[mode]
    return run(market, seed=seed)


def proof_of(result: allocation.Allocation) -> dict[str, Any]:
    certificate = result.certificate
    return {
        "description": result.description.code,
        "kind": certificate.kind,
        "is_proved": certificate.is_proved,
        "blocking_pairs": certificate.blocking_pairs_number,
        "gap": certificate.gap,
        "score_total": result.score_total,
        "prices": [
            {"kind": price.kind, "name": price.name, "cost_share": round(price.cost_share, 6)}
            for price in result.prices
        ],
    }


def lines_of(
    found: matching.Shortlist, placed: dict[str, str], considered: Sequence[int]
) -> list[Line]:
    counts: dict[str, int] = {}
    for home in placed.values():
        counts[home] = counts.get(home, 0) + 1
    listed = np.bincount(found.vacancy, minlength=len(found.vacancies)).tolist()
    applied = [(matching.ORDER.index(name), name) for name in found.criteria.hard]
    funnel = found.funnel.tolist()
    return [
        Line(
            vacancy=name,
            places=places,
            considered=considered[row],
            eligible=considered[row] - sum(funnel[row]),
            listed=listed[row],
            placed=counts.get(name, 0),
            falls=[(criterion, funnel[row][position]) for position, criterion in applied],
        )
        for row, (name, places) in enumerate(
            zip(found.vacancies.id.tolist(), found.vacancies.places.tolist(), strict=True)
        )
    ]
