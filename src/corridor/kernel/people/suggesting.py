"""Skills suggested from the occupations somebody has named, by ESCO's relations."""

from __future__ import annotations

from corridor.kernel.people.kinds import Kind
from corridor.kernel.people.models import Claim, ClaimStatus, Person
from corridor.kernel.places import api as places

SUGGESTED_MAX = 12


def suggested_skills(person: Person, *, most: int = SUGGESTED_MAX) -> list[places.Need]:
    """Essential skills of their occupations first; none they have named already."""
    current = Claim.objects.filter(person=person, status=ClaimStatus.CURRENT)
    named = set(current.filter(kind=Kind.SKILL).values_list("code", flat=True))
    found: dict[str, places.Need] = {}
    for claim in current.filter(kind=Kind.OCCUPATION).order_by("pk"):
        for need in _needs(claim):
            if need.skill.uri not in named:
                found.setdefault(need.skill.uri, need)
    ordered = sorted(found.values(), key=lambda need: not need.is_essential)
    return ordered[:most]


def _needs(claim: Claim) -> list[places.Need]:
    """Of the ESCO occupation that was chosen; of the first of its group where none was."""
    try:
        occupation = places.occupation(claim.value["esco"])
    except (KeyError, places.UnknownCode):
        within = places.occupations_in(claim.code).first() if len(claim.code) == 4 else None
        if within is None:
            return []
        occupation = within
    return places.skills_of(occupation)
