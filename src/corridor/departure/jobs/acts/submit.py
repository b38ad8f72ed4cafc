"""Send a draft to be checked, take it back, and send it back with reasons."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from corridor.departure.jobs import drawing, telling, whom
from corridor.departure.jobs.changing import FIELDS, draft_of
from corridor.departure.jobs.draft import judge
from corridor.departure.jobs.errors import (
    NoReasons,
    NotADraft,
    NotSubmitted,
    NotYoursToCheck,
    VacancyRefused,
)
from corridor.departure.jobs.models import Status, Vacancy
from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record

REASON_LENGTH_MAX = 1000


def submit_vacancy(*, actor: Actor, vacancy: Vacancy) -> Vacancy:
    """Send a draft to an officer. Raises NotADraft, VacancyRefused with all that is missing."""
    may(actor, "jobs.submit", vacancy)
    with transaction.atomic():
        held = Vacancy.objects.select_for_update().get(pk=vacancy.pk)
        if held.status != Status.DRAFT:
            raise NotADraft(number=held.number, status=held.get_status_display())
        today = timezone.localdate()
        findings = [
            *judge(draft_of(held)),
            *whom.missing(held, on=today),
            *whom.standing(held, on=today),
            *drawing.judge_draw(held, on=today),
        ]
        if findings:
            raise VacancyRefused(findings)
        held.status, held.submitted_at, held.faults = Status.SUBMITTED, timezone.now(), []
        held.save(update_fields=["status", "submitted_at", "faults"])
        record.note(actor, "jobs.submitted", held)
    return held


def take_back_vacancy(*, actor: Actor, vacancy: Vacancy) -> Vacancy:
    """Make it a draft again before an officer has decided. Raises NotSubmitted."""
    may(actor, "jobs.submit", vacancy)
    with transaction.atomic():
        held = submitted(vacancy)
        held.status, held.submitted_at = Status.DRAFT, None
        held.save(update_fields=["status", "submitted_at"])
        record.note(actor, "jobs.taken_back", held)
    return held


def send_back_vacancy(*, actor: Actor, vacancy: Vacancy, reasons: Mapping[str, str]) -> Vacancy:
    """Send it back to be corrected: `reasons` by the field each is about; "" is all of it.

    Raises NotSubmitted, NotYoursToCheck, NoReasons.
    """
    may(actor, "jobs.check", vacancy)
    kept = {name: text.strip()[:REASON_LENGTH_MAX] for name, text in reasons.items()}
    faults = [{"field": name, "sentence": text} for name, text in kept.items() if text]
    if not faults or set(kept) - {*FIELDS, ""}:
        raise NoReasons
    with transaction.atomic():
        held = submitted(vacancy)
        if held.organisation_id in actor.organisation_ids:
            raise NotYoursToCheck
        held.status, held.submitted_at, held.faults = Status.DRAFT, None, faults
        held.revision += 1
        held.save(update_fields=["status", "submitted_at", "faults", "revision"])
        fields = [each["field"] for each in faults]
        entry = record.note(actor, "jobs.sent_back", held, fields=fields)
        telling.tell_staff(held, "sent_back", key=f"sent_back:{entry.pk}")
    return held


def submitted(vacancy: Vacancy) -> Vacancy:
    """The vacancy, held, if an officer has not decided on it yet."""
    held = Vacancy.objects.select_for_update().get(pk=vacancy.pk)
    if held.status != Status.SUBMITTED:
        raise NotSubmitted(number=held.number, status=held.get_status_display())
    return held
