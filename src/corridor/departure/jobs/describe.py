"""A vacancy in words, for its page and its card in a list."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_stubs_ext import StrOrPromise

from corridor.departure.jobs import codes, wording
from corridor.departure.jobs.models import Cost, Payer, Status, Vacancy

TONES = {Status.DRAFT: "neutral", Status.PUBLISHED: "good", Status.FILLED: "info"}


@dataclass(frozen=True, kw_only=True)
class Described:
    """What the page of a vacancy says, with every code as a word of the reader's language."""

    occupation: str
    country: str
    asked: list[tuple[str, str]]
    payers: list[tuple[StrOrPromise, StrOrPromise]]
    essential: list[str]
    optional: list[str]
    paragraphs: list[str]


def described(vacancy: Vacancy) -> Described:
    skills = list(vacancy.skills.all())
    names = wording.skill_names([asked.skill for asked in skills])
    return Described(
        occupation=wording.occupation_name(vacancy),
        country=wording.country_name(vacancy.country),
        asked=[(term, value) for term, value in _asked(vacancy) if value],
        payers=[(Cost(cost).label, Payer(payer).label) for cost, payer in vacancy.payers.items()],
        essential=[names[asked.skill] for asked in skills if asked.essential],
        optional=[names[asked.skill] for asked in skills if not asked.essential],
        paragraphs=wording.paragraphs(vacancy.description),
    )


def card(vacancy: Vacancy) -> dict[str, object]:
    """What a list shows of a vacancy."""
    return {
        "vacancy": vacancy,
        "occupation": wording.occupation_name(vacancy),
        "country": wording.country_name(vacancy.country),
        "tone": TONES.get(Status(vacancy.status), "neutral"),
    }


def _asked(vacancy: Vacancy) -> list[tuple[str, str]]:
    languages = ", ".join(
        f"{wording.language_name(one.language)} {codes.level_name(one.level_least)}".strip()
        for one in vacancy.languages.all()
    )
    years = vacancy.years_least
    experience = ngettext("%(count)s year", "%(count)s years", years) % {"count": years}
    countries = ", ".join(wording.country_name(code) for code in vacancy.countries_allowed)
    return [
        (_("Occupation"), wording.occupation_name(vacancy)),
        (_("Languages"), languages),
        (_("Experience"), experience if years else ""),
        (_("Qualification"), f"EQF {vacancy.eqf_least}" if vacancy.eqf_least else ""),
        (_("Licence"), ", ".join(vacancy.licences)),
        (_("Permit"), ", ".join(vacancy.permits)),
        (_("Open to people from"), countries),
    ]
