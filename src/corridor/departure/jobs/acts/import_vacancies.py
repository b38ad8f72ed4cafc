"""Import many vacancies at once: all of them, or none and every reason why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from corridor.departure.jobs.acts.post import columns, keep_asked
from corridor.departure.jobs.draft import VacancyDraft, judge_all
from corridor.departure.jobs.errors import ImportRefused
from corridor.departure.jobs.finding import put_in_index
from corridor.departure.jobs.models import Status, Vacancy
from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record


@dataclass(frozen=True, kw_only=True)
class Imported:
    """How many vacancies came in, and how many of the given ones were here already."""

    new: int
    known: int


def import_vacancies(
    *, actor: Actor, drafts: Sequence[VacancyDraft], publish: bool = False
) -> Imported:
    """Keep all drafts in one transaction. Those whose source reference is known are left alone.

    Raises ImportRefused with every finding by row (the first draft is row 1).
    """
    may(actor, "jobs.import")
    if findings := judge_all(enumerate(drafts, 1), publish=publish):
        raise ImportRefused(findings)
    with transaction.atomic():
        new = unknown(drafts)
        opened = {"status": Status.PUBLISHED, "published_at": timezone.now()} if publish else {}
        kept = Vacancy.objects.bulk_create(
            [Vacancy(**columns(draft), **opened) for draft in new], batch_size=2_000
        )
        keep_asked(list(zip(kept, new, strict=True)))
        if publish:
            put_in_index(kept)
        imported = Imported(new=len(new), known=len(drafts) - len(new))
        if new:
            record.note(
                actor, "jobs.imported", "jobs.Vacancy", count=imported.new, published=publish
            )
    return imported


def unknown(drafts: Sequence[VacancyDraft]) -> list[VacancyDraft]:
    """The drafts whose source and reference are not here yet."""
    known: set[tuple[str, str | None]] = set()
    for source in {draft.source for draft in drafts}:
        rows = Vacancy.objects.filter(source=source, source_reference__isnull=False)
        references = rows.values_list("source_reference", flat=True)
        known |= {(source, reference) for reference in references}
    return [draft for draft in drafts if (draft.source, draft.source_reference) not in known]
