"""An employer's file of vacancies: check it, bring its rows in as drafts, undo that, send them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.db import transaction
from django.utils import timezone

from corridor.departure.jobs import whom
from corridor.departure.jobs.acts.import_vacancies import unknown
from corridor.departure.jobs.acts.post import columns, keep_asked
from corridor.departure.jobs.acts.submit import submit_vacancy
from corridor.departure.jobs.draft import VacancyDraft
from corridor.departure.jobs.errors import (
    ImportDecided,
    ImportMoved,
    ImportRefused,
    NotADraft,
    VacancyRefused,
)
from corridor.departure.jobs.models import ImportState, Status, Vacancy, VacancyImport
from corridor.departure.jobs.table import FINDINGS_MAX, Read, read_table
from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record

EMPLOYERS_ROWS_MAX = 20_000


def check_import(
    *,
    actor: Actor,
    organisation_id: int,
    content: bytes,
    agency_id: int | None = None,
    file_name: str = "",
) -> VacancyImport:
    """Read a file (CSV or XLSX) and keep it with all that is wrong in it; no vacancy is made.

    Raises ImportRefused for a file that cannot be read as a table at all, NotAuthorised.
    """
    asked = VacancyDraft(title="", country="", organisation_id=organisation_id, agency_id=agency_id)
    may(actor, "jobs.post", asked)
    whom.check(actor, asked)
    found = read_table(content, most=EMPLOYERS_ROWS_MAX)
    if not found.rows or any(one.field == "file" for one in found.findings):
        raise ImportRefused(found.findings)
    with transaction.atomic():
        checked = VacancyImport.objects.create(
            organisation_id=organisation_id,
            agency_id=agency_id,
            file_name=file_name[:200],
            content=content,
            rows=len(found.rows),
            rows_wrong=len(found.wrong),
            faults=[one.as_json() for one in found.findings[:FINDINGS_MAX]],
            faults_total=len(found.findings),
            given_by=actor.key,
        )
        record.note(
            actor, "jobs.import_checked", checked, rows=checked.rows, wrong=checked.rows_wrong
        )
    return checked


def bring_in(*, actor: Actor, checked: VacancyImport, right_ones: bool = False) -> VacancyImport:
    """Make drafts of a checked file: of all its rows, or of the `right_ones` alone.

    A row whose reference is known from an earlier file of the organisation is left alone.
    Raises ImportDecided, and ImportRefused while rows are wrong and not all are to be left out.
    """
    may(actor, "jobs.post", checked)
    with transaction.atomic():
        held = waiting(checked)
        found = read_again(held)
        if found.findings and (not right_ones or not found.right):
            raise ImportRefused(found.findings[:FINDINGS_MAX])
        drafts = [whom.named(owned(draft, held)) for draft in found.right]
        new = unknown(drafts)
        kept = Vacancy.objects.bulk_create(
            [Vacancy(**columns(draft), brought_in=held) for draft in new], batch_size=2_000
        )
        keep_asked(list(zip(kept, new, strict=True)))
        decide(held, ImportState.IMPORTED, made=len(new), known=len(drafts) - len(new))
        record.note(actor, "jobs.import_brought_in", held, made=held.made, left_out=held.rows_wrong)
    return held


def drop_import(*, actor: Actor, checked: VacancyImport) -> VacancyImport:
    """Throw a checked file away. Raises ImportDecided."""
    may(actor, "jobs.post", checked)
    with transaction.atomic():
        held = waiting(checked)
        decide(held, ImportState.DROPPED)
        record.note(actor, "jobs.import_dropped", held)
    return held


def undo_import(*, actor: Actor, done: VacancyImport) -> VacancyImport:
    """Throw away every draft a file brought in, all of them or none.

    Raises ImportDecided when it did not bring any, ImportMoved when one was sent for a check.
    """
    may(actor, "jobs.post", done)
    with transaction.atomic():
        held = VacancyImport.objects.select_for_update().get(pk=done.pk)
        if held.state != ImportState.IMPORTED:
            raise ImportDecided(number=held.pk, state=held.get_state_display())
        drafts = Vacancy.objects.select_for_update(of=("self",)).filter(brought_in=held)
        moved = sum(each.status != Status.DRAFT or each.published_at is not None for each in drafts)
        if moved:
            raise ImportMoved(number=held.pk, count=moved)
        drafts.delete()
        decide(held, ImportState.UNDONE, made=held.made, known=held.known)
        record.note(actor, "jobs.import_undone", held, made=held.made)
    return held


@dataclass(frozen=True, kw_only=True)
class Sent:
    """How many drafts of a file were sent for a check, and how many lack something."""

    sent: int
    lacking: int


def submit_import(*, actor: Actor, done: VacancyImport) -> Sent:
    """Send every draft a file brought in to an officer; those that lack something stay drafts."""
    may(actor, "jobs.post", done)
    sent = lacking = 0
    for vacancy in done.vacancies.filter(status=Status.DRAFT).order_by("pk"):
        try:
            submit_vacancy(actor=actor, vacancy=vacancy)
            sent += 1
        except VacancyRefused:
            lacking += 1
        except NotADraft:  # somebody was faster
            continue
    return Sent(sent=sent, lacking=lacking)


def waiting(checked: VacancyImport) -> VacancyImport:
    held = VacancyImport.objects.select_for_update().get(pk=checked.pk)
    if held.state != ImportState.CHECKED or held.content is None:
        raise ImportDecided(number=held.pk, state=held.get_state_display())
    return held


def read_again(held: VacancyImport) -> Read:
    return read_table(
        bytes(held.content or b""),
        source=f"organisation:{held.organisation_id}",
        most=EMPLOYERS_ROWS_MAX,
    )


def owned(draft: VacancyDraft, held: VacancyImport) -> VacancyDraft:
    return replace(draft, organisation_id=held.organisation_id, agency_id=held.agency_id)


def decide(held: VacancyImport, state: ImportState, *, made: int = 0, known: int = 0) -> None:
    """Give a file its word; it is kept no longer."""
    held.state, held.decided_at, held.content = state, timezone.now(), None
    held.made, held.known = made, known
    held.save(update_fields=["state", "decided_at", "content", "made", "known"])
