"""Post a vacancy: keep it as a draft."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import IntegrityError, transaction

from corridor.departure.jobs.draft import VacancyDraft, judge
from corridor.departure.jobs.errors import KeyUsedBefore, VacancyRefused
from corridor.departure.jobs.models import Vacancy, VacancyLanguage, VacancySkill
from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record


def post_vacancy(*, actor: Actor, draft: VacancyDraft, idempotency_key: str = "") -> Vacancy:
    """Keep a vacancy as a draft. The same key with the same content gives the same vacancy again.

    Raises VacancyRefused with everything wrong at once, KeyUsedBefore for a key with new content.
    """
    may(actor, "jobs.post", draft)
    if findings := judge(draft):
        raise VacancyRefused(findings)
    if not idempotency_key:
        return keep(actor, draft, request_key=None)
    key = f"{actor.key}:{idempotency_key}"[:160]
    try:
        posted = Vacancy.objects.filter(request_key=key).first()
        posted = posted or keep(actor, draft, request_key=key)
    except IntegrityError:  # the same request came in twice at the same moment
        posted = Vacancy.objects.get(request_key=key)
    if posted.request_digest != draft.digest():
        raise KeyUsedBefore(number=posted.number)
    return posted


@transaction.atomic
def keep(actor: Actor, draft: VacancyDraft, *, request_key: str | None) -> Vacancy:
    vacancy = Vacancy.objects.create(
        **columns(draft), request_key=request_key, request_digest=draft.digest()
    )
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
