"""A vacancy in words, for its page and its card in a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_stubs_ext import StrOrPromise

from corridor.departure.jobs import codes, drawing, whom, wording
from corridor.departure.jobs.changing import FIELDS
from corridor.departure.jobs.models import Cost, Payer, Status, Vacancy
from corridor.kernel.places import api as places

TONES = {
    Status.DRAFT: "neutral",
    Status.SUBMITTED: "warn",
    Status.PUBLISHED: "good",
    Status.FILLED: "info",
}


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
    called = wording.skill_names([asked.skill for asked in skills])
    names = wording.names_for([vacancy])
    return Described(
        occupation=names.occupation(vacancy),
        country=names.country(vacancy.country),
        asked=[(term, value) for term, value in _asked(vacancy, names) if value],
        payers=[(Cost(cost).label, Payer(payer).label) for cost, payer in vacancy.payers.items()],
        essential=[called[asked.skill] for asked in skills if asked.essential],
        optional=[called[asked.skill] for asked in skills if not asked.essential],
        paragraphs=wording.paragraphs(vacancy.description),
    )


def faults(vacancy: Vacancy) -> list[tuple[StrOrPromise, str]]:
    """What an officer asks to be corrected, beside the name of the field it is about."""
    whole = _("All of it")
    return [(FIELDS.get(each["field"], whole), each["sentence"]) for each in vacancy.faults]


def missing(vacancy: Vacancy) -> list[StrOrPromise]:
    """What stands between a vacancy and its publication today."""
    today = timezone.localdate()
    found = [
        *whom.missing(vacancy, on=today),
        *whom.standing(vacancy, on=today),
        *drawing.judge_draw(vacancy, on=today),
    ]
    return [each.sentence for each in found]


def cards(vacancies: Sequence[Vacancy]) -> list[dict[str, object]]:
    """What a list shows of its vacancies."""
    names = wording.names_for(vacancies)
    return [
        {
            "vacancy": vacancy,
            "occupation": names.occupation(vacancy),
            "country": names.country(vacancy.country),
            "tone": TONES.get(Status(vacancy.status), "neutral"),
        }
        for vacancy in vacancies
    ]


def _asked(vacancy: Vacancy, names: wording.Names) -> list[tuple[str, str]]:
    languages = ", ".join(
        f"{places.language_name(one.language)} {codes.level_name(one.level_least)}".strip()
        for one in vacancy.languages.all()
    )
    years = vacancy.years_least
    experience = ngettext("%(count)s year", "%(count)s years", years) % {"count": years}
    countries = ", ".join(names.country(code) for code in vacancy.countries_allowed)
    return [
        (_("Occupation"), names.occupation(vacancy)),
        (_("Languages"), languages),
        (_("Experience"), experience if years else ""),
        (_("Qualification"), f"EQF {vacancy.eqf_least}" if vacancy.eqf_least else ""),
        (_("Licence"), ", ".join(vacancy.licences)),
        (_("Permit"), ", ".join(vacancy.permits)),
        (_("Open to people from"), countries),
    ]
