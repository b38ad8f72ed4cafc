"""Change a draft: two people who edit one draft do not overwrite each other in silence."""

from __future__ import annotations

from django.db import transaction

from corridor.departure.jobs import changing, whom
from corridor.departure.jobs.acts.post import columns, keep_asked
from corridor.departure.jobs.draft import VacancyDraft, judge
from corridor.departure.jobs.errors import ChangedMeanwhile, NotADraft, VacancyRefused
from corridor.departure.jobs.models import Status, Vacancy
from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record


def change_vacancy(
    *, actor: Actor, vacancy: Vacancy, draft: VacancyDraft, revision: int
) -> Vacancy:
    """Take the new content whole. `revision` is that of the draft as it was read.

    Raises NotADraft, ChangedMeanwhile naming the fields somebody else changed, VacancyRefused.
    """
    may(actor, "jobs.change", vacancy)
    whom.check(actor, draft)
    if findings := judge(draft):
        raise VacancyRefused(findings)
    with transaction.atomic():
        held = Vacancy.objects.select_for_update().get(pk=vacancy.pk)
        if held.status != Status.DRAFT:
            raise NotADraft(number=held.number, status=held.get_status_display())
        if held.revision != revision:
            raise ChangedMeanwhile(number=held.number, revision=held.revision)
        changed = changing.changes(changing.draft_of(held), draft)
        if not changed:
            return held
        write(held, draft)
        record.note(actor, "jobs.changed", held, fields=[each.field for each in changed])
    return held


def write(held: Vacancy, draft: VacancyDraft) -> None:
    """Write a draft over a vacancy that is held."""
    for name, value in columns(draft).items():
        setattr(held, name, value)
    held.revision += 1
    held.save()
    held.skills.all().delete()
    held.languages.all().delete()
    keep_asked([(held, draft)])


def discard_vacancy(*, actor: Actor, vacancy: Vacancy) -> None:
    """Throw a draft away. Raises NotADraft for anything that was ever shown or sent for a check."""
    may(actor, "jobs.change", vacancy)
    with transaction.atomic():
        held = Vacancy.objects.select_for_update().get(pk=vacancy.pk)
        if held.status != Status.DRAFT or held.published_at is not None:
            raise NotADraft(number=held.number, status=held.get_status_display())
        record.note(actor, "jobs.discarded", held)
        held.delete()
