"""Texts of advertisements as they can be read: paragraphs, withheld words, names of codes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from corridor.departure.jobs.models import Housing, Vacancy
from corridor.kernel.places import api as places

PARAGRAPH_LENGTH = 480
HOUSING_WANTED = {
    Housing.PROVIDED.value: _("Housing provided"),
    Housing.ALLOWANCE.value: _("Housing provided, or an allowance for it"),
}
# Headings that advertisements run into the text when their line breaks are lost.
HEADINGS = re.compile(
    r"(?<=\S)\s+(?=(?:Job Requirements?|Job Summary|Job Description|How to Apply|"
    r"(?:Key |Main |Major )?(?:Duties and |Roles and )?Responsibilities|Qualifications?:|"
    r"Requirements?:|Education(?:al)?(?: Level| Qualification)?:|"
    r"(?:Work |Working )?Experience ?:|Required (?:Skills|Number|Experience)|"
    r"(?:Work(?:ing)?|Duty) [Pp]lace ?:|Closing date:|Salary:|Place of Work:|Number of Positions?)"
    r"(?=\W))"
)
SENTENCE_END = re.compile(r"(?<=[.!?።؟])\s+(?=[A-Z\u0600-\u06ff\u1200-\u137f•\-])")
WITHHELD = re.compile(r"\[REDACTED\](?:(?:\s*[,/]\s*|\s+)\[REDACTED\])*", re.IGNORECASE)


def paragraphs(text: str) -> list[str]:
    """Plain text in readable pieces: its own breaks kept, known headings and long runs broken."""
    found: list[str] = []
    for block in re.split(r"\n\s*\n|\r?\n", withheld(text)):
        for part in HEADINGS.split(block):
            found += _broken(" ".join(part.split()))
    return [part for part in found if part]


def withheld(text: str) -> str:
    """Words the source took out, in the reader's language instead of a machine's mark."""
    return WITHHELD.sub(f"[{gettext('withheld')}]", text)


def _broken(text: str) -> list[str]:
    """A long run, cut where sentences end."""
    if len(text) <= PARAGRAPH_LENGTH * 1.3:
        return [text]
    found, current = [], ""
    for sentence in SENTENCE_END.split(text):
        if current and len(current) + len(sentence) > PARAGRAPH_LENGTH:
            found.append(current)
            current = sentence
        else:
            current = f"{current} {sentence}".strip()
    return [*found, current]


@dataclass(frozen=True, kw_only=True)
class Names:
    """What the codes of some vacancies are called in the reader's language."""

    countries: Mapping[str, str]
    occupations: Mapping[str, str]

    def country(self, code: str) -> str:
        return self.countries.get(code, code)

    def occupation(self, vacancy: Vacancy) -> str:
        """The ESCO occupation's name, else its ISCO group's, else the code."""
        return (
            self.occupations.get(vacancy.esco)
            or self.occupations.get(vacancy.isco)
            or vacancy.esco
            or vacancy.isco
        )


def names_for(vacancies: Iterable[Vacancy]) -> Names:
    """In four queries, however many vacancies."""
    vacancies = list(vacancies)
    return Names(
        countries=places.country_names(),
        occupations=group_names({vacancy.isco for vacancy in vacancies})
        | esco_names({vacancy.esco for vacancy in vacancies if vacancy.esco}),
    )


def country_names() -> dict[str, str]:
    """Every country's name in the reader's language, in its alphabet's order."""
    return {each.code: each.name for each in places.countries()}


def group_names(codes: Collection[str]) -> dict[str, str]:
    """What ISCO-08 groups are called."""
    rows = places.OccupationGroup.objects.filter(code__in=codes).values_list("code", "titles")
    spoken = (get_language() or "en").partition("-")[0]
    return {code: titles.get(spoken) or titles.get("en", code) for code, titles in rows}


def esco_names(codes: Collection[str]) -> dict[str, str]:
    """What ESCO occupations are called."""
    rows = places.Occupation.objects.filter(code__in=codes, is_retired=False)
    ids = dict(rows.values_list("code", "id"))
    labels = places.occupation_labels(ids.values())
    return {code: labels.get(each, code) for code, each in ids.items()}


def skill_names(addresses: Collection[str]) -> dict[str, str]:
    """What skills are called, by the address ESCO gives them; a word for those not known here."""
    ids = dict(places.Skill.objects.filter(uri__in=addresses).values_list("uri", "id"))
    labels = places.skill_labels(ids.values())
    unknown = gettext("A skill this installation does not know")
    return {each: labels.get(ids.get(each, 0), unknown) for each in addresses}
