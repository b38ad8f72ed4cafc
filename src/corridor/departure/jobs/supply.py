"""Open vacancies as matching rounds want them: rows of the matching engine's vacancy table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from django.db.models import Count, Max, QuerySet

from corridor.departure.jobs import applicants, codes, reads
from corridor.departure.jobs.models import (
    Amendment,
    AmendmentState,
    Vacancy,
    VacancyLanguage,
    VacancySkill,
)
from corridor.departure.jobs.wanting import Wanted
from corridor.services.rounds import api as rounds

CHUNK = 500
COLUMNS = (
    *("pk", "isco", "eqf_least", "years_least", "countries_allowed", "licences", "permits"),
    *("starts_on", "places"),
)


def wanted_vacancies(wanted: Mapping[str, str]) -> QuerySet[Vacancy]:
    asked = Wanted(isco=wanted.get("isco", ""), country=wanted.get("country", ""))
    return reads.published(asked).order_by("pk")


def rows(wanted: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Open vacancies that fit `wanted` (`isco`, `country`), by number."""
    ids = list(wanted_vacancies(wanted).values_list("pk", flat=True))
    for first in range(0, len(ids), CHUNK):
        yield from _rows(ids[first : first + CHUNK])


def _rows(ids: list[int]) -> Iterator[dict[str, Any]]:
    skills: dict[tuple[int, bool], list[str]] = defaultdict(list)
    asked = VacancySkill.objects.filter(vacancy_id__in=ids).order_by("vacancy_id", "skill")
    for vacancy, skill, essential, level in asked.values_list(
        "vacancy_id", "skill", "essential", "level_least"
    ):
        skills[vacancy, essential].append(f"{skill}:{level}")
    languages: dict[int, list[str]] = defaultdict(list)
    spoken = VacancyLanguage.objects.filter(vacancy_id__in=ids, level_least__gte=1)
    for one in spoken.order_by("vacancy_id", "language"):
        languages[one.vacancy_id].append(f"{one.language}:{codes.level_name(one.level_least)}")
    for found in Vacancy.objects.filter(pk__in=ids).order_by("pk").values(*COLUMNS):
        number = found["pk"]
        yield {
            "id": f"V{number}",
            "isco": found["isco"],
            "skills_essential": skills[number, True],
            "skills_optional": skills[number, False],
            "languages": languages[number],
            "eqf_min": found["eqf_least"],
            "years_min": found["years_least"] or None,
            "countries": found["countries_allowed"],
            "licences": found["licences"],
            "permits": found["permits"],
            "start": found["starts_on"],
            "places": found["places"],
        }


def count(wanted: Mapping[str, str]) -> int:
    return wanted_vacancies(wanted).count()


def cards(ids: Collection[str]) -> dict[str, rounds.VacancyCard]:
    """Title, language, country and address of some vacancies, by number."""
    keys = {int(match[1]): name for name in ids if (match := reads.NUMBER.fullmatch(name))}
    return {
        keys[vacancy.pk]: rounds.VacancyCard(
            title=vacancy.title,
            language=vacancy.language,
            country=vacancy.country,
            url=vacancy.get_absolute_url(),
            organisation_id=vacancy.organisation_id,
        )
        for vacancy in reads.of_ids(keys).values()
    }


def version() -> str:
    """Changes whenever a vacancy is published, amended, paused or ended; from indexes alone."""
    still_open = reads.published().order_by()
    row = still_open.aggregate(number=Count("id"), newest=Max("published_at"))
    amended = Amendment.objects.filter(state=AmendmentState.IN_FORCE).count()
    paused = Vacancy.objects.filter(paused_at__isnull=False)
    last = paused.aggregate(number=Count("id"), last=Max("paused_at"))
    return f"{row['number']}/{row['newest']}/{amended}/{last['number']}/{last['last']}"


SOURCE = rounds.VacancySource(
    name="jobs",
    rows=rows,
    count=count,
    cards=cards,
    version=version,
    applicants=applicants.applied_for,
    withdrawn=applicants.took_back,
)
