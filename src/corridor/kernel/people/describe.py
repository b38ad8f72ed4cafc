"""A claim in words, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django_stubs_ext import StrOrPromise

from corridor.kernel.people import choices
from corridor.kernel.people.kinds import Cefr, Kind
from corridor.kernel.people.models import Claim
from corridor.kernel.places import api as places

Fact = tuple[StrOrPromise, Any]


def title_of(claim: Claim) -> str:
    """What the claim is called: as the person wrote it, or the name of its code."""
    kind = Kind(claim.kind)
    if kind == Kind.LANGUAGE:
        return places.language_name(claim.code)
    if claim.label and claim.label != claim.code:
        return claim.label
    if kind == Kind.OCCUPATION:
        return places.occupation_label(claim.code)
    if kind == Kind.SKILL:
        return skill_name(claim.code)
    if kind == Kind.WISH and claim.country:
        return places.country_name(claim.country)
    return str(kind.label)


def skill_name(code: str) -> str:
    try:
        skill = places.skill(code)
    except places.UnknownCode:
        return code
    return places.skill_labels([skill.pk]).get(skill.pk, code)


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


def facts_of(claim: Claim) -> list[Fact]:
    """The claim's facts beside its title, as label and value."""
    found: list[Fact] = []
    if claim.code.isdecimal() and claim.kind in {Kind.OCCUPATION, Kind.EXPERIENCE, Kind.WISH}:
        found.append((_("Occupation group"), places.occupation_label(claim.code)))
    found += _level(claim)
    if claim.country:
        found.append((_("Country"), places.country_name(claim.country)))
    return [*found, *_period(claim), *_rest(claim)]
