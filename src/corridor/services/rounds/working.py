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
from corridor.services.rounds.compact import compact_reasons
from corridor.services.rounds.facts import frozen_facts
from corridor.services.rounds.floors import Floor
from corridor.services.rounds.freezing import frozen, frozen_rows
from corridor.services.rounds.models import Mode, Outcome, OverrideKind, OverrideState, Round
from corridor.services.rounds.placing import Listed, Rules, place
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
        rules=rules_of(finished),
        applied=applied,
        progress=progress,
    )


def rules_of(finished: Round, *, changes: Sequence[tuple[str, str, str]] | None = None) -> Rules:
    """How a round gives its places, as frozen with it. Raises InputsChanged.

    `changes` are officers' decisions (kind, worker, vacancy); without, those that both parties
    confirmed.
    """
    if changes is None:
        confirmed = finished.overrides.filter(state=OverrideState.CONFIRMED).order_by("pk")
        changes = list(confirmed.values_list("kind", "worker", "vacancy"))
    return Rules(
        mode=Mode(finished.mode),
        seed=finished.seed,
        quotas=[Quota(**quota) for quota in finished.quotas],
        floors=[Floor(**floor) for floor in finished.floors],
        facts=frozen_facts(finished),
        destinations=finished.destinations.countries,
        forced=[(who, at) for kind, who, at in changes if kind == OverrideKind.PLACE],
        forbidden=[(who, at) for kind, who, at in changes if kind == OverrideKind.REMOVE],
    )


def work_out(
    workers: matching.Workers,
    vacancies: matching.Vacancies,
    criteria: matching.Criteria,
    *,
    top: int,
    rules: Rules,
    applied: Mapping[str, Collection[str]] | None = None,
    progress: Progress | None = None,
) -> Worked:
    """Shortlist, then places. With `applied`, a vacancy looks only at those who applied for it."""
    seed = rules.seed
    if applied is None:
        found = matching.shortlist(
            workers, vacancies, criteria, top=top, seed=seed, progress=progress
        )
        considered = [len(workers)] * len(vacancies)
    else:
        found, considered = among_applicants(
            workers, vacancies, criteria, applied, top=top, seed=seed, progress=progress
        )
    if rules.mode == Mode.SHORTLIST or not len(found):
        return Worked(
            lines=lines_of(found, {}, considered),
            found=found,
            outcomes=[str(Outcome.LISTED)] * len(found),
            proof={"mode": str(rules.mode)},
        )
    listed = listed_of(found)
    placed = place(listed, replace(rules, nationalities=nationalities_of(found, rules.quotas)))
    outcomes = [
        str(placed.outcome(worker, vacancy))
        for worker, vacancy in zip(listed.worker, listed.vacancy, strict=True)
    ]
    return Worked(
        lines=lines_of(found, placed.home, considered),
        found=found,
        outcomes=outcomes,
        proof={"mode": str(rules.mode), **placed.proof},
    )


def listed_of(found: matching.Shortlist) -> Listed:
    vacancies = found.vacancies
    return Listed(
        vacancy=vacancies.id[found.vacancy].tolist(),
        worker=found.workers.id[found.worker].tolist(),
        score=found.score.tolist(),
        places=dict(zip(vacancies.id.tolist(), vacancies.places.tolist(), strict=True)),
    )


def nationalities_of(found: matching.Shortlist, quotas: Sequence[Quota]) -> dict[str, str]:
    """Of everybody looked at, where a quota asks for it."""
    if all(quota.side == "to" for quota in quotas):
        return {}
    names = [*found.workers.country_names, ""]
    held = zip(found.workers.id.tolist(), found.workers.nationality.tolist(), strict=True)
    return {worker: names[code] if code >= 0 else "" for worker, code in held}


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


def lines_of(
    found: matching.Shortlist, placed: Mapping[str, str], considered: Sequence[int]
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
