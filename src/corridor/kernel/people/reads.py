"""Queries about people that change nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, Q, QuerySet, Subquery
from django.utils import timezone

from corridor.kernel.actors.api import Actor, Refused, Role, may
from corridor.kernel.people.consenting import in_matching
from corridor.kernel.people.kinds import Kind
from corridor.kernel.people.models import Claim, ClaimStatus, Person, PersonStatus, Visibility
from corridor.kernel.people.names import likeness, search_key
from corridor.kernel.people.naming import named, with_word
from corridor.kernel.people.references import is_reference, normalised
from corridor.kernel.people.sounds import sounds
from corridor.kernel.people.standing import standing, standing_of_each

LIKENESS_MIN = 0.82
CANDIDATES_MAX = 2000
FEW = 10_000
COUNTED_MAX = 200_000


def person_of(actor: Actor) -> Person | None:
    """The profile of who signed in, if they have one."""
    if actor.user_id is None:
        return None
    return Person.objects.filter(user_id=actor.user_id).first()


def own_person(actor: Actor) -> Person:
    """The profile of who signed in. Raises Refused when there is none."""
    if (person := person_of(actor)) is None:
        raise Refused("people.own_profile")
    return person


def for_actor(actor: Actor, reference: str) -> Person:
    """The person with this reference, if this actor may see them. Raises Refused otherwise."""
    person = Person.objects.filter(reference=normalised(reference)).first()
    if person is None:
        raise Refused("people.profile")
    may(actor, "people.profile", person)
    return person


def claim_for(actor: Actor, claim_id: int) -> Claim:
    """A claim, if this actor may see it. Raises Refused otherwise."""
    claim = Claim.objects.select_related("person").filter(pk=claim_id).first()
    if claim is None or not visible_claims(actor, claim.person).filter(pk=claim_id).exists():
        raise Refused("people.profile")
    return claim


def visible_claims(actor: Actor, person: Person) -> QuerySet[Claim]:
    """What of a profile this actor may see, by what the person chose for each claim."""
    claims = person.claims.prefetch_related("verifications").order_by("kind", "-stated_at", "-pk")
    if actor.is_signed_in and person.user_id == actor.user_id:
        return claims
    shown = [Visibility.PUBLIC]
    if actor.has(Role.EMPLOYER, Role.AGENCY):
        shown += [Visibility.EMPLOYERS]
    if actor.has(Role.OFFICER, Role.ATTACHE):
        shown = [Visibility.PUBLIC, Visibility.EMPLOYERS, Visibility.OFFICERS]
    return claims.filter(visibility__in=shown)


def claims_by_kind(actor: Actor, person: Person) -> dict[Kind, list[Claim]]:
    """Current claims this actor may see, kind by kind; a correction after what it corrects."""
    current = visible_claims(actor, person).filter(status=ClaimStatus.CURRENT)
    found: dict[Kind, list[Claim]] = {kind: [] for kind in Kind}
    beside: dict[int, list[Claim]] = defaultdict(list)
    standing = {claim.pk for claim in current}
    for claim in current:
        if claim.corrects_id in standing and claim.corrects_id is not None:
            beside[claim.corrects_id].append(claim)
    for claim in current:
        if claim.corrects_id not in standing:
            found[Kind(claim.kind)] += [claim, *beside[claim.pk]]
    return found


@dataclass(frozen=True, kw_only=True)
class PoolFilter:
    """What the pool is narrowed by; everything empty is everybody."""

    text: str = ""
    isco: str = ""
    country: str = ""
    language: str = ""
    level: int = 0
    verified: bool = False
    # Only those whom rounds may look at: they consent to matching and are up to date.
    in_matching: bool = False


def pool(wanted: PoolFilter) -> QuerySet[Person]:
    """Current people, newest first, narrowed; only by claims that officers may see."""
    found = Person.objects.filter(status=PersonStatus.CURRENT).order_by("-pk")
    if wanted.text:
        reference = normalised(wanted.text)
        if is_reference(reference):
            return found.filter(reference=reference)
        found = named(found, wanted.text)
    if wanted.country:
        found = found.filter(Q(residence=wanted.country) | Q(nationality=wanted.country))
    asked: list[tuple[Kind, dict[str, Any]]] = []
    if wanted.isco:
        # A range, so that the index serves it; a letter comes after every digit in each collation,
        # as ":" does not.
        asked.append((Kind.OCCUPATION, {"code__gte": wanted.isco, "code__lt": f"{wanted.isco}A"}))
    if wanted.language:
        asked.append((Kind.LANGUAGE, {"code": wanted.language, "level__gte": wanted.level}))
    found = _who_say(found, asked)
    if wanted.verified:
        found = found.filter(pk__in=verified_claims().values("person"))
    return in_matching(found) if wanted.in_matching else found


def _who_say(
    found: QuerySet[Person], asked: Sequence[tuple[Kind, dict[str, Any]]]
) -> QuerySet[Person]:
    """Those of whom a claim says each of these, gathered or walked to.

    Where few can be expected to say all, from the claims; where many do, from the people, newest
    first, until a page is full. Who says what is counted, up to a limit, from the index alone.
    """
    if not asked:
        return found
    if _expected(asked) <= FEW:
        for kind, columns in asked:
            found = found.filter(pk__in=standing(kind, **columns).values("person"))
        return found
    for kind, columns in asked:
        # Counted, not asked whether there is one: PostgreSQL, which takes many for few here, would
        # gather everybody who says so first.
        theirs = standing_of_each(kind, **columns).order_by().values("person")
        said = Subquery(theirs.annotate(how_many=Count("pk")).values("how_many"))
        found = found.alias(**{f"said_{kind}": said}).filter(**{f"said_{kind}__gt": 0})
    return found


def _expected(asked: Sequence[tuple[Kind, dict[str, Any]]]) -> float:
    """How many say all of it, were each said without regard to the others."""
    most = FEW + 1 if len(asked) == 1 else COUNTED_MAX
    everybody = max(Person.objects.aggregate(latest=Max("pk"))["latest"] or 0, 1)
    expected = float(everybody)
    for kind, columns in asked:
        counted = standing(kind, **columns).order_by().values("person")[:most].count()
        expected *= min(counted / everybody, 1)
    return expected


def verified_claims() -> QuerySet[Claim]:
    """Current claims that officers may see, with a verification that has not run out."""
    holds = Q(verified_until=None) | Q(verified_until__gte=timezone.localdate())
    return Claim.objects.filter(
        holds, verified_at__isnull=False, status=ClaimStatus.CURRENT
    ).exclude(visibility=Visibility.ME)


def occupation_groups() -> list[tuple[str, int]]:
    """How many claims of current people name each ISCO major group: (digit, count)."""
    from django.db.models.functions import Substr

    counted = (
        standing(Kind.OCCUPATION)
        .annotate(group=Substr("code", 1, 1))
        .values("group")
        .annotate(people=Count("person", distinct=True))
        .order_by("group")
    )
    return [(row["group"], row["people"]) for row in counted]


@dataclass(frozen=True)
class Duplicate:
    """Somebody who may be the same person, and why it looks so."""

    person: Person
    likeness: float
    because: tuple[str, ...]


def likely_duplicates(person: Person, *, most: int = 10) -> list[Duplicate]:
    """Current people who share a phone or e-mail, or a birth year and a like name; best first.

    `because` holds "phone", "email", "birth" and "name".
    """
    others = Person.objects.filter(status=PersonStatus.CURRENT).exclude(pk=person.pk)
    near: set[int] = set()
    for way in _ways_to_find(person):  # one by one, so that each has its index
        near |= set(
            others.filter(way).order_by("-pk").values_list("pk", flat=True)[:CANDIDATES_MAX]
        )
    found = [_compared(person, other) for other in others.filter(pk__in=near)]
    likely = [each for each in found if {"phone", "email", "name"} & set(each.because)]
    return sorted(likely, key=lambda each: (-len(each.because), -each.likeness, each.person.pk))[
        :most
    ]


def _ways_to_find(person: Person) -> Iterator[Q]:
    if person.phone:
        yield Q(phone=person.phone)
    if person.email:
        yield Q(email=person.email)
    if person.birth_year:
        yield Q(birth_year=person.birth_year)
    elif words := search_key(person.full_name, person.native_name).split():
        yield Q(pk__in=with_word(max(words, key=len)).values("person"))


def _compared(person: Person, other: Person) -> Duplicate:
    alike = max(
        likeness(one, another)
        for one in (person.full_name, person.native_name)
        for another in (other.full_name, other.native_name)
    )
    because = {
        "phone": bool(person.phone) and person.phone == other.phone,
        "email": bool(person.email) and person.email == other.email,
        "birth": person.birth_year is not None
        and (person.birth_year, person.birth_month, person.birth_day)
        == (other.birth_year, other.birth_month, other.birth_day),
        "name": alike >= LIKENESS_MIN or _sound_alike(person, other),
    }
    return Duplicate(other, alike, tuple(name for name, holds in because.items() if holds))


def _sound_alike(person: Person, other: Person) -> bool:
    """Two words or more that sound the same, perhaps in two scripts."""
    one, another = (
        set(sounds(each.full_name)) | set(sounds(each.native_name)) for each in (person, other)
    )
    return len(one & another) > 1 and (one <= another or another <= one)
