"""What a round's floors, families and weeks ask of each person, frozen beside the inputs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from corridor.engines import matching
from corridor.kernel.people import api as people
from corridor.services.rounds.floors import Floor, belongs
from corridor.services.rounds.freezing import freeze, frozen_rows, rows_of
from corridor.services.rounds.models import Round
from corridor.services.rounds.pool import among, pool

DAYS_A_WEEK = 7


@dataclass(frozen=True, kw_only=True)
class Facts:
    """By reference: the family somebody decides with, the week they came in, and their groups.

    `family` names only those of whose family two or more are in the pool; `groups` are the groups
    of the round's floors and no others.
    """

    family: Mapping[str, str] = field(default_factory=dict)
    week: Mapping[str, int] = field(default_factory=dict)
    groups: Mapping[str, Collection[str]] = field(default_factory=dict)


def freeze_facts(
    of: Round, workers: matching.Workers, references: Collection[str] | None, *, on: date
) -> str:
    """Freeze what the terms ask for; "" where they ask for nothing of the kind."""
    floors = [Floor(**floor) for floor in of.floors]
    if not (floors or of.families_together or of.weeks):
        return ""
    groups = _groups(of, workers, references, floors, on=on) if floors else {}
    families = families_among(set(workers.id.tolist())) if of.families_together else {}
    weeks = _weeks(of, references, on=on) if of.weeks else {}
    known = groups.keys() | families.keys() | weeks.keys()
    rows = [
        {
            "worker": worker,
            "family": families.get(worker, ""),
            "week": weeks.get(worker),
            "groups": groups.get(worker, ()),
        }
        for worker in workers.id.tolist()
        if worker in known
    ]
    return freeze("facts", rows)


def frozen_facts(of: Round) -> Facts:
    """What was frozen with the round. Raises InputsChanged."""
    if not of.facts_digest:
        return Facts()
    rows: list[dict[str, Any]] = frozen_rows(of.facts_digest)
    return Facts(
        family={row["worker"]: row["family"] for row in rows if row["family"]},
        week={row["worker"]: int(row["week"]) for row in rows if row["week"]},
        groups={row["worker"]: frozenset(row["groups"]) for row in rows if row["groups"]},
    )


def groups_of(of: Round, workers: Collection[str]) -> dict[str, frozenset[str]]:
    """The groups of these people alone, as frozen with the round. Raises InputsChanged."""
    if not of.facts_digest:
        return {}
    rows = rows_of(of.facts_digest, "worker", workers, columns=("groups",))
    return {row["worker"]: frozenset(row["groups"]) for row in rows}


def families_among(workers: Collection[str]) -> dict[str, str]:
    """The family of each of these who decides together with another of them."""
    joined = people.Family.objects.filter(
        decides_together=True, members__joined_at__isnull=False, members__left_at=None
    ).values_list("members__person__reference", "reference")
    known = {worker: family for worker, family in joined.iterator() if worker in workers}
    sizes = Counter(known.values())
    return {worker: family for worker, family in known.items() if sizes[family] > 1}


def week_of(registered_at: datetime, *, on: date, weeks: int) -> int:
    """0 to `weeks` - 1, the last being the week up to `on`; who came earlier came in the first."""
    ago = (on - registered_at.date()).days // DAYS_A_WEEK
    return weeks - 1 - min(max(ago, 0), weeks - 1)


def _weeks(of: Round, references: Collection[str] | None, *, on: date) -> dict[str, int]:
    rows = among(pool(of.pool_wanted), references).values_list("reference", "registered_at")
    return {worker: week_of(at, on=on, weeks=of.weeks) for worker, at in rows.iterator()}


def _groups(
    of: Round,
    workers: matching.Workers,
    references: Collection[str] | None,
    floors: Sequence[Floor],
    *,
    on: date,
) -> dict[str, list[str]]:
    sexes: dict[str, str] = {}
    if any(floor.attribute == "sex" for floor in floors):
        rows = among(pool(of.pool_wanted), references).values_list("reference", "sex")
        sexes = dict(rows.iterator())
    names = sorted({floor.group: floor for floor in floors}.items())
    found = {
        worker: [name for name, floor in names if belongs(floor, sex=sexes.get(worker, ""), **said)]
        for worker, said in _said(workers, on=on)
    }
    return {worker: theirs for worker, theirs in found.items() if theirs}


def _said(workers: matching.Workers, *, on: date) -> Iterator[tuple[str, dict[str, Any]]]:
    """Age, nationality and residence of each worker, as frozen; "" or None where not said."""
    names = [*workers.country_names, ""]
    columns = zip(
        workers.id.tolist(),
        workers.birth_year.tolist(),
        workers.nationality.tolist(),
        workers.residence.tolist(),
        strict=True,
    )
    for worker, birth_year, nationality, residence in columns:
        yield (
            worker,
            {
                "age": on.year - birth_year if birth_year > 0 else None,
                "nationality": names[nationality if nationality >= 0 else -1],
                "residence": names[residence if residence >= 0 else -1],
            },
        )
