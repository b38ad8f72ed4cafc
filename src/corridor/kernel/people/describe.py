"""A claim in words, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django_stubs_ext import StrOrPromise

from corridor.kernel.people import choices
from corridor.kernel.people.kinds import Cefr, Kind
from corridor.kernel.people.models import Claim
from corridor.kernel.places import api as places

Fact = tuple[StrOrPromise, Any]
OF_A_GROUP = {Kind.OCCUPATION, Kind.EXPERIENCE, Kind.WISH}


@dataclass(frozen=True)
class Names:
    """What the codes of some claims are called, in the reader's language."""

    groups: Mapping[str, str]
    skills: Mapping[str, str]

    def group(self, code: str) -> str:
        return self.groups.get(code) or code

    def skill(self, code: str) -> str:
        return self.skills.get(code) or code


def names_of(claims: Iterable[Claim]) -> Names:
    """Asked once for all claims of a page: three questions, however many they are."""
    claims = list(claims)
    groups = {claim.code for claim in claims if claim.kind in OF_A_GROUP and claim.code.isdecimal()}
    skills = {claim.code for claim in claims if claim.kind == Kind.SKILL and claim.code}
    held = places.Skill.objects.filter(uri__in=skills).values_list("uri", "id") if skills else ()
    ids = dict(held)
    labels = places.skill_labels(ids.values()) if ids else {}
    return Names(
        groups=places.group_labels(groups) if groups else {},
        skills={code: labels[number] for code, number in ids.items() if number in labels},
    )


def title_of(claim: Claim, names: Names | None = None) -> str:
    """What the claim is called: as the person wrote it, or the name of its code."""
    kind = Kind(claim.kind)
    if kind == Kind.LANGUAGE:
        return places.language_name(claim.code)
    if claim.label and claim.label != claim.code:
        return claim.label
    if kind == Kind.OCCUPATION:
        return (names or names_of([claim])).group(claim.code)
    if kind == Kind.SKILL:
        return (names or names_of([claim])).skill(claim.code)
    if kind == Kind.WISH and claim.country:
        return places.country_name(claim.country)
    return str(kind.label)


def _level(claim: Claim) -> Iterator[Fact]:
    if claim.level is None:
        return
    if claim.kind == Kind.LANGUAGE:
        yield _("Level"), dict(choices.CEFR)[Cefr(claim.level).name]
    elif claim.kind == Kind.SKILL:
        yield _("Level"), dict(choices.SKILL_LEVELS)[str(claim.level)]
    elif claim.kind == Kind.OCCUPATION:
        yield _("Years of work"), claim.level
    else:
        yield _("Level in the European framework (EQF)"), claim.level


def _period(claim: Claim) -> Iterator[Fact]:
    if claim.from_date:
        yield _("From"), date_format(claim.from_date)
    if claim.until_date:
        yield _("Until"), date_format(claim.until_date)


def _rest(claim: Claim) -> Iterator[Fact]:
    held = claim.value
    labels = {
        "employer": _("Employer"),
        "institution": _("School"),
        "awarded_year": _("Year"),
        "number": _("Number"),
        "notice_weeks": _("Notice in weeks"),
    }
    yield from ((label, held[name]) for name, label in labels.items() if held.get(name))
    if held.get("gives"):
        yield _("What it allows"), dict(choices.GIVES)[held["gives"]]
    if held.get("hours"):
        yield _("Hours"), dict(choices.HOURS)[held["hours"]]
    if held.get("wage_monthly_min"):
        yield _("Least pay a month"), f"{held['wage_monthly_min']} {held['currency']}"
    if held.get("family_comes"):
        yield _("Family"), _("Comes along")


def facts_of(claim: Claim, names: Names | None = None) -> list[Fact]:
    """The claim's facts beside its title, as label and value."""
    found: list[Fact] = []
    if claim.code.isdecimal() and claim.kind in OF_A_GROUP:
        found.append((_("Occupation group"), (names or names_of([claim])).group(claim.code)))
    found += _level(claim)
    if claim.country:
        found.append((_("Country"), places.country_name(claim.country)))
    return [*found, *_period(claim), *_rest(claim)]
