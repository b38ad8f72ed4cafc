"""What the pages of people show, made ready for the templates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from corridor.kernel.accounts.api import User
from corridor.kernel.actors.api import Actor
from corridor.kernel.people import describe
from corridor.kernel.people.kinds import Cefr, Kind
from corridor.kernel.people.models import Claim, ClaimStatus, Person, Visibility
from corridor.kernel.people.reads import (
    claims_by_kind,
    likely_duplicates,
    occupation_groups,
    verified_claims,
)
from corridor.kernel.people.references import normalised
from corridor.kernel.places import api as places

STALE_DAYS = 365
ADD_TITLES: dict[Kind, StrOrPromise] = {
    Kind.OCCUPATION: _("Add an occupation"),
    Kind.EXPERIENCE: _("Add work you have done"),
    Kind.SKILL: _("Add a skill"),
    Kind.LANGUAGE: _("Add a language"),
    Kind.QUALIFICATION: _("Add a diploma or certificate"),
    Kind.LICENCE: _("Add a licence or permit"),
    Kind.AVAILABILITY: _("Say when you can work"),
    Kind.WISH: _("Say what you wish for"),
}
KIND_TITLES: dict[Kind, StrOrPromise] = {
    Kind.OCCUPATION: _("Occupations"),
    Kind.EXPERIENCE: _("Work so far"),
    Kind.SKILL: _("Skills"),
    Kind.LANGUAGE: _("Languages"),
    Kind.QUALIFICATION: _("Diplomas and certificates"),
    Kind.LICENCE: _("Licences and permits"),
    Kind.AVAILABILITY: _("When I can work"),
    Kind.WISH: _("What I wish for"),
}


@dataclass(frozen=True, kw_only=True)
class Told:
    """A claim as a page shows it."""

    claim: Claim
    title: str
    facts: list[describe.Fact]
    decision: str
    is_stale: bool
    is_correction: bool


@dataclass(frozen=True, kw_only=True)
class Section:
    kind: Kind
    title: StrOrPromise
    add: StrOrPromise
    claims: list[Told]


def told(claim: Claim, names: describe.Names | None = None) -> Told:
    decisions = [each for each in claim.verifications.all() if each.undone_at is None]
    return Told(
        claim=claim,
        title=describe.title_of(claim, names),
        facts=describe.facts_of(claim, names),
        decision=decisions[-1].reason if decisions else "",
        is_stale=claim.confirmed_days > STALE_DAYS,
        is_correction=claim.corrects_id is not None,
    )


def sections(actor: Actor, person: Person, *, own: bool) -> list[Section]:
    """A profile by kind; one's own shows empty kinds too, as places to add to."""
    by_kind = claims_by_kind(actor, person)
    names = describe.names_of(claim for claims in by_kind.values() for claim in claims)
    return [
        Section(
            kind=kind,
            title=KIND_TITLES[kind],
            add=ADD_TITLES[kind],
            claims=[told(claim, names) for claim in claims],
        )
        for kind, claims in by_kind.items()
        if claims or own
    ]


def details_of(person: Person) -> dict[str, Any]:
    """A person's details as their form asks for them."""
    names = ("full_name", "native_name", "given_name", "family_name", "birth", "sex")
    contact = ("nationality", "residence", "email", "phone")
    return {name: getattr(person, name) for name in (*names, *contact)}


def facts_about(person: Person) -> list[describe.Fact]:
    """A person's details as label and value; what was not said is left out."""
    countries = {
        _("Nationality"): person.nationality,
        _("Country of residence"): person.residence,
    }
    facts: list[describe.Fact] = [
        (_("Reference"), person.reference_spaced),
        (_("Name in own script"), person.native_name),
        (_("Born"), person.birth),
        *((label, code and places.country_name(code)) for label, code in countries.items()),
        (_("E-mail"), person.email),
        (_("Phone"), person.phone),
    ]
    return [(label, value) for label, value in facts if value]


@dataclass(frozen=True, kw_only=True)
class PoolRow:
    person: Person
    occupations: list[str]
    languages: list[str]
    residence: str
    is_verified: bool


def _spoken(code: str, level: Cefr) -> str:
    """`French B1`; a first language needs no level."""
    name = places.language_name(code)
    return name if level == Cefr.NATIVE else f"{name} {level.name}"


def pool_rows(people: list[Person]) -> list[PoolRow]:
    """What the pool's table shows of these people, in a few queries."""
    found: dict[int, list[Claim]] = {person.pk: [] for person in people}
    shown = Claim.objects.filter(
        person__in=people, status=ClaimStatus.CURRENT, kind__in=[Kind.OCCUPATION, Kind.LANGUAGE]
    )
    for claim in shown.filter(counts=True).exclude(visibility=Visibility.ME).order_by("pk"):
        found[claim.person_id].append(claim)
    verified = set(verified_claims().filter(person__in=people).values_list("person_id", flat=True))
    countries = {each.code: each.name for each in places.countries()}
    names = _occupation_names(claim for claims in found.values() for claim in claims)
    return [
        PoolRow(
            person=person,
            occupations=[
                names.get(claim.code, claim.label)
                for claim in found[person.pk]
                if claim.kind == Kind.OCCUPATION
            ],
            languages=[
                _spoken(claim.code, Cefr(claim.level))
                for claim in found[person.pk]
                if claim.kind == Kind.LANGUAGE and claim.level
            ],
            residence=countries.get(person.residence, person.residence),
            is_verified=person.pk in verified,
        )
        for person in people
    ]


def _occupation_names(claims: Iterable[Claim]) -> dict[str, str]:
    codes = {claim.code for claim in claims if claim.kind == Kind.OCCUPATION}
    return places.group_labels(codes)


def group_counts() -> list[tuple[str, int]]:
    """How many people there are in each major group: (its name, count)."""
    counted = occupation_groups()
    names = places.group_labels(code for code, _count in counted)
    return [(names.get(code, code), count) for code, count in counted]


REASONS: dict[str, StrOrPromise] = {
    "phone": _("same phone"),
    "email": _("same e-mail"),
    "birth": _("same birth date"),
    "name": _("like name"),
}


def duplicates(person: Person) -> list[tuple[Person, list[StrOrPromise]]]:
    """Who may be the same person, and why it looks so."""
    return [
        (each.person, [REASONS[name] for name in each.because])
        for each in likely_duplicates(person)
    ]


def accounts_to_choose_from(kept: Person, other: str) -> tuple[tuple[str, str], ...]:
    """Whose account may stay, told by what an officer can ask the person about; () for no choice.

    `other` is the reference of the entry that would be merged.
    """
    merged = Person.objects.filter(reference=normalised(other)).select_related("user").first()
    if merged is None or kept.user is None or merged.user is None or kept.pk == merged.pk:
        return ()
    return ("kept", _account_in_words(kept.user)), ("merged", _account_in_words(merged.user))


def _account_in_words(user: User) -> str:
    told = {
        "contact": user.email or user.phone or "–",
        "opened": date_format(user.date_joined, "j F Y"),
        "used": date_format(user.last_login, "j F Y") if user.last_login else "–",
    }
    return gettext("%(contact)s, opened %(opened)s, last used %(used)s") % told
