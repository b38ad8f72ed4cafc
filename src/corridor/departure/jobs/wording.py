"""Texts of advertisements as they can be read: paragraphs, withheld words, names of codes."""

from __future__ import annotations

import re

from babel import Locale
from babel.core import get_global
from django.utils.translation import get_language, gettext

from corridor.departure.jobs.models import Vacancy

PARAGRAPH_LENGTH = 480
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


def locale() -> Locale:
    return Locale.parse((get_language() or "en").replace("-", "_"), sep="_")


def country_name(code: str) -> str:
    """The country's name in the reader's language; the code itself when CLDR has none."""
    (two, *_more) = get_global("territory_aliases").get(code, [code])
    return str(locale().territories.get(two, code))


def language_name(code: str) -> str:
    return str(locale().languages.get(code, code))


def occupation_name(vacancy: Vacancy) -> str:
    return vacancy.esco or vacancy.isco


def skill_names(skills: list[str]) -> dict[str, str]:
    """The name of each skill in the reader's language, by its address."""
    return {skill: skill.rpartition("/")[2] for skill in skills}
