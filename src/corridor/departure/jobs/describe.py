"""A vacancy in words, for pages, the API and the command line alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corridor.departure.jobs import codes, wording
from corridor.departure.jobs.models import Vacancy


@dataclass(frozen=True, kw_only=True)
class Described:
    """What the page of a vacancy shows: term and value, in the reader's language."""

    terms: list[tuple[str, str]]
    asked: list[tuple[str, str]]
    payers: list[tuple[Any, Any]]
    essential: list[str]
    optional: list[str]
    paragraphs: list[str]


def described(vacancy: Vacancy) -> Described:
    skills = list(vacancy.skills.all())
    names = wording.skill_names([asked.skill for asked in skills])
    return Described(
        terms=[(term, value) for term, value in _terms(vacancy) if value],
        asked=[(term, value) for term, value in _asked(vacancy) if value],
        payers=vacancy.payers_in_words(),
        essential=[names[asked.skill] for asked in skills if asked.essential],
        optional=[names[asked.skill] for asked in skills if not asked.essential],
        paragraphs=wording.paragraphs(vacancy.description),
    )


def _terms(vacancy: Vacancy) -> list[tuple[str, str]]:
    months = vacancy.contract_months or 0
    hours = vacancy.hours_weekly or 0
    place = ", ".join(filter(None, [vacancy.place, wording.country_name(vacancy.country)]))
    contract = ngettext("%(count)s month", "%(count)s months", months) % {"count": months}
    weekly = ngettext("%(count)s hour", "%(count)s hours", hours) % {"count": hours}
    return [
        (_("Employer"), vacancy.employer_name),
        (_("Where"), place),
        (_("Pay"), wording.pay(vacancy)),
        (_("Hours a week"), weekly if hours else ""),
        (_("Contract"), contract if months else ""),
        (_("Housing"), str(vacancy.get_housing_display()) if vacancy.housing else ""),
        (_("Places"), str(vacancy.places)),
        (_("Starts"), wording.day(vacancy.starts_on)),
        (_("Apply until"), wording.day(vacancy.closes_on)),
        (_("Sector"), vacancy.sector),
    ]


def _asked(vacancy: Vacancy) -> list[tuple[str, str]]:
    languages = ", ".join(
        f"{wording.language_name(one.language)} {codes.level_name(one.level_least)}".strip()
        for one in vacancy.languages.all()
    )
    years = vacancy.years_least
    countries = ", ".join(wording.country_name(code) for code in vacancy.countries_allowed)
    return [
        (_("Occupation"), wording.occupation_name(vacancy)),
        (_("Languages"), languages),
        (
            _("Experience"),
            ngettext("%(count)s year", "%(count)s years", years) % {"count": years}
            if years
            else "",
        ),
        (_("Qualification"), f"EQF {vacancy.eqf_least}" if vacancy.eqf_least else ""),
        (_("Licence"), ", ".join(vacancy.licences)),
        (_("Permit"), ", ".join(vacancy.permits)),
        (_("Open to people from"), countries),
    ]
