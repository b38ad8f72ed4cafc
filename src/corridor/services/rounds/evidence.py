"""What stands behind what people said: claims with their verifications, tests and interviews."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from django.db.models import Q

from corridor.engines import matching
from corridor.kernel.people import api as people
from corridor.services.assessments import api as assessments
from corridor.services.rounds.errors import InputsChanged
from corridor.services.rounds.freezing import frozen, rows_of
from corridor.services.rounds.inviting import subject
from corridor.services.rounds.models import RoundVacancy
from corridor.services.rounds.procedure import Procedure, Step

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
    """What is known of one person now, of a list (`about`, as R7/V12). The newest results first.

    `skills` are those the vacancy asks for with the level of each, where documents judge them;
    `skills_percent` of them are enough.
    """

    about: str
    isco: str
    skills: Mapping[str, int] = field(default_factory=dict)
    skills_percent: int = 100
    claims: tuple[people.Claim, ...] = ()
    results: tuple[assessments.Result, ...] = ()


def evidence_of(
    line: RoundVacancy, references: Collection[str], procedure: Procedure
) -> dict[str, Evidence]:
    """By reference, for all of a list at once; somebody erased has none."""
    about, isco = subject(line), isco_asked(line.round.vacancies_digest, line.vacancy)
    skills, percent = (
        skills_asked(line) if Step.DOCUMENT in procedure.judged.get("skills", {}) else ({}, 100)
    )
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
            about=about,
            isco=isco,
            skills=skills,
            skills_percent=percent,
            claims=tuple(said[name]),
            results=tuple(reached[name]),
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


def skills_asked(line: RoundVacancy) -> tuple[dict[str, int], int]:
    """The skills a vacancy asks for, each with its level, and how many percent of them are enough:
    the essential ones as the criteria count them; where there are none, the others."""
    asked = matching.Criteria.from_toml(line.round.criteria).skills
    essential, optional = skills_frozen(line.round.vacancies_digest, line.vacancy)
    needed = dict(essential) if asked is None or asked.own else {}
    for skill, level in asked.also.items() if asked else ():
        needed[skill] = max(level, needed.get(skill, 0))
    if not needed:
        return dict(optional), 100
    return needed, asked.essential_percent if asked else 100


Skills = tuple[tuple[str, int], ...]


@lru_cache(maxsize=256)
def skills_frozen(digest: str, vacancy: str) -> tuple[Skills, Skills]:
    """Essential and other skills of a vacancy, as frozen; none where they are gone."""
    try:
        columns = ("skills_essential", "skills_optional")
        found = rows_of(digest, "id", [vacancy], columns=columns) if digest else []
    except InputsChanged:
        found = []
    row = found[0] if found else {}
    return _levels(row.get("skills_essential")), _levels(row.get("skills_optional"))


def _levels(written: Sequence[str] | None) -> Skills:
    """From `code:level` or `code:levelxweight`, as the matching engine reads them."""
    parts = (each.rpartition(":") for each in written or ())
    return tuple((code, int(level.partition("x")[0])) for code, _colon, level in parts)
