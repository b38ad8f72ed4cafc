"""What stands behind what people said: claims with their verifications, tests and interviews."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Q

from corridor.kernel.people import api as people
from corridor.services.assessments import api as assessments
from corridor.services.rounds.errors import InputsChanged
from corridor.services.rounds.freezing import frozen
from corridor.services.rounds.inviting import subject
from corridor.services.rounds.models import RoundVacancy
from corridor.services.rounds.procedure import Procedure

KINDS = (
    people.Kind.OCCUPATION,
    people.Kind.EXPERIENCE,
    people.Kind.SKILL,
    people.Kind.LANGUAGE,
    people.Kind.QUALIFICATION,
    people.Kind.LICENCE,
)


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What is known of one person now, of a list (`about`, as R7/V12). The newest results first."""

    about: str
    isco: str
    claims: tuple[people.Claim, ...] = ()
    results: tuple[assessments.Result, ...] = ()


def evidence_of(
    line: RoundVacancy, references: Collection[str], procedure: Procedure
) -> dict[str, Evidence]:
    """By reference, for all of a list at once; somebody erased has none."""
    about, isco = subject(line), isco_asked(line.round.vacancies_digest, line.vacancy)
    said: dict[str, list[people.Claim]] = {name: [] for name in references}
    for claim in (
        people.Claim.objects.filter(
            person__reference__in=references, kind__in=KINDS, status="current", counts=True
        )
        .exclude(visibility=people.Visibility.ME)
        .select_related("person")
        .prefetch_related("verifications__decided_by")
        .order_by("pk")
    ):
        said[claim.person.reference].append(claim)
    reached: dict[str, list[assessments.Result]] = {name: [] for name in references}
    for result in counting(about, references, kinds_named(procedure)):
        reached[result.candidate.person.reference].append(result)
    return {
        name: Evidence(
            about=about, isco=isco, claims=tuple(said[name]), results=tuple(reached[name])
        )
        for name in references
    }


def counting(
    about: str, references: Collection[str], kinds: Collection[str]
) -> Iterable[assessments.Result]:
    """Results that count, held for this list, or of these kinds wherever they were held."""
    return (
        assessments.Result.objects.filter(
            Q(candidate__session__about=about) | Q(candidate__session__kind__code__in=kinds),
            candidate__person__reference__in=references,
            state=assessments.ResultState.CONFIRMED,
        )
        .select_related("candidate__person", "candidate__session__kind", "recorded_by")
        .order_by("-confirmed_at", "-pk")
    )


def kinds_named(procedure: Procedure) -> set[str]:
    """The kinds of test and interview that were agreed by name."""
    added = (one.steps for one in procedure.added)
    return {
        kind for steps in (*procedure.judged.values(), *added) for kind in steps.values() if kind
    }


@lru_cache(maxsize=64)
def iscos_asked(digest: str) -> dict[str, str]:
    """The occupation group each vacancy asked for, as frozen. Raises InputsChanged."""
    import pyarrow.parquet as pq

    table = pq.read_table(frozen(digest), columns=["id", "isco"])
    return {row["id"]: row["isco"] or "" for row in table.to_pylist()}


def isco_asked(digest: str, vacancy: str) -> str:
    """Empty where nothing was frozen, or it is gone: then no document is tied to a group."""
    if not digest:
        return ""
    try:
        return iscos_asked(digest).get(vacancy, "")
    except InputsChanged:
        return ""
