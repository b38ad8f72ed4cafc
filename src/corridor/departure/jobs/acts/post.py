"""Post a vacancy: keep it as a draft."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from corridor.departure.jobs import whom
from corridor.departure.jobs.draft import VacancyDraft, judge
from corridor.departure.jobs.errors import VacancyRefused
from corridor.departure.jobs.models import Vacancy, VacancyLanguage, VacancySkill
from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record


def post_vacancy(*, actor: Actor, draft: VacancyDraft) -> Vacancy:
    """Keep a vacancy as a draft.

    Raises VacancyRefused with everything wrong at once, NotAuthorised for an agency that does not
    recruit for the employer.
    """
    draft = whom.usual(actor, draft)
    may(actor, "jobs.post", draft)
    whom.check(actor, draft)
    if findings := judge(draft):
        raise VacancyRefused(findings)
    return keep(actor, draft)


@transaction.atomic
def keep(actor: Actor, draft: VacancyDraft) -> Vacancy:
    vacancy = Vacancy.objects.create(**columns(draft))
    keep_asked([(vacancy, draft)])
    record.note(actor, "jobs.posted", vacancy, isco=vacancy.isco, country=vacancy.country)
    return vacancy


def columns(draft: VacancyDraft) -> dict[str, object]:
    """The draft as columns; the ISCO group follows from the ESCO code where only that is given."""
    fields = draft.fields()
    fields["isco"] = draft.isco or draft.esco[:4]
    return fields


def keep_asked(pairs: Sequence[tuple[Vacancy, VacancyDraft]]) -> None:
    """Write the skills and languages of new vacancies."""
    skills = [
        VacancySkill(
            vacancy=vacancy,
            skill=asked.skill,
            essential=asked.essential,
            level_least=asked.level_least,
        )
        for vacancy, draft in pairs
        for asked in draft.skills
    ]
    languages = [
        VacancyLanguage(vacancy=vacancy, language=language, level_least=level)
        for vacancy, draft in pairs
        for language, level in draft.languages.items()
    ]
    VacancySkill.objects.bulk_create(skills, batch_size=5_000)
    VacancyLanguage.objects.bulk_create(languages, batch_size=5_000)
