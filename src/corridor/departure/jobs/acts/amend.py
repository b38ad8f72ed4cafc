"""Amend a published vacancy: never in silence, and never to the worse without a check."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from corridor.departure.jobs import changing, drawing, whom
from corridor.departure.jobs.acts.change import write
from corridor.departure.jobs.draft import VacancyDraft, judge
from corridor.departure.jobs.errors import (
    AmendmentWaits,
    ChangedMeanwhile,
    Finding,
    NothingChanged,
    NothingWaits,
    NotOpen,
    NotYoursToCheck,
    VacancyRefused,
)
from corridor.departure.jobs.events import VacancyAmended
from corridor.departure.jobs.finding import put_in_index
from corridor.departure.jobs.models import Amendment, AmendmentState, Status, Vacancy
from corridor.kernel.actors.api import Actor, may
from corridor.kernel.record import api as record

FILLED = Finding(
    field="places",
    code="jobs.places_filled",
    sentence=_("More people than that have accepted a place already."),
)


def amend_vacancy(
    *, actor: Actor, vacancy: Vacancy, draft: VacancyDraft, revision: int
) -> Amendment:
    """Ask for other terms. Terms as good or better count at once, as a new version that says what
    changed; anything worse waits for an officer, and until then the old terms stand.

    Raises NotOpen, ChangedMeanwhile, AmendmentWaits, NothingChanged, VacancyRefused.
    """
    may(actor, "jobs.amend", vacancy)
    with transaction.atomic():
        held = Vacancy.objects.select_for_update().get(pk=vacancy.pk)
        if held.status != Status.PUBLISHED:
            raise NotOpen(number=held.number, status=held.get_status_display())
        if held.revision != revision:
            raise ChangedMeanwhile(number=held.number, revision=held.revision)
        if held.amendments.filter(state=AmendmentState.WAITING).exists():
            raise AmendmentWaits(number=held.number)
        before = changing.draft_of(held)
        if any(getattr(before, name) != getattr(draft, name) for name in changing.FIXED):
            raise NothingChanged(number=held.number)
        changed = changing.changes(before, draft)
        if not changed:
            raise NothingChanged(number=held.number)
        today = timezone.localdate()
        findings = [
            *judge(draft),
            *whom.missing(draft, on=today),
            *drawing.judge_draw(draft, on=today),
        ]
        if draft.places < held.places_filled:
            findings.append(FILLED)
        if findings:
            raise VacancyRefused(findings)
        worse = any(each.worse for each in changed)
        amendment = Amendment.objects.create(
            vacancy=held,
            terms=changing.as_json(draft),
            changes=[each.as_json() for each in changed],
            is_worse=worse,
            asked_by=actor.key,
        )
        fields = [each.field for each in changed]
        record.note(actor, "jobs.amendment_asked", held, fields=fields, worse=worse)
        if not worse:
            put_in_force(actor, held, amendment)
    return amendment


def decide_amendment(
    *, actor: Actor, amendment: Amendment, accepted: bool, reason: str = ""
) -> Amendment:
    """An officer lets worse terms count, or refuses them with a reason. Raises NothingWaits."""
    may(actor, "jobs.check", amendment.vacancy)
    with transaction.atomic():
        held, waiting = held_with(amendment)
        if held.organisation_id in actor.organisation_ids:
            raise NotYoursToCheck
        if accepted and held.status == Status.PUBLISHED:
            put_in_force(actor, held, waiting)
            return waiting
        end(actor, waiting, AmendmentState.REFUSED, reason=reason)
    return waiting


def withdraw_amendment(*, actor: Actor, amendment: Amendment) -> Amendment:
    """Whoever asked for other terms takes that back. Raises NothingWaits."""
    may(actor, "jobs.amend", amendment.vacancy)
    with transaction.atomic():
        _held, waiting = held_with(amendment)
        end(actor, waiting, AmendmentState.WITHDRAWN)
    return waiting


def held_with(amendment: Amendment) -> tuple[Vacancy, Amendment]:
    held = Vacancy.objects.select_for_update().get(pk=amendment.vacancy_id)
    waiting = Amendment.objects.select_for_update().get(pk=amendment.pk)
    if waiting.state != AmendmentState.WAITING:
        raise NothingWaits(number=held.number)
    return held, waiting


def end(actor: Actor, waiting: Amendment, state: AmendmentState, *, reason: str = "") -> None:
    waiting.state, waiting.decided_at, waiting.reason = state, timezone.now(), reason.strip()[:1000]
    waiting.save(update_fields=["state", "decided_at", "reason"])
    record.note(actor, f"jobs.amendment_{state}", waiting.vacancy, amendment=waiting.pk)


def put_in_force(actor: Actor, held: Vacancy, amendment: Amendment) -> None:
    """The new terms count from now on, under the next version."""
    held.version += 1
    if held.places_drawn > (fewer := amendment.terms["places"]):
        drawing.give_back_to(held, fewer)
    write(held, changing.from_json(amendment.terms))
    drawing.draw(held)
    held.save(update_fields=["places_drawn"])
    amendment.state, amendment.version = AmendmentState.IN_FORCE, held.version
    amendment.decided_at = timezone.now()
    amendment.save(update_fields=["state", "version", "decided_at"])
    put_in_index([held])
    record.note(actor, "jobs.amended", held, version=held.version, amendment=amendment.pk)
    record.announce(
        VacancyAmended(
            vacancy_id=held.pk,
            version=held.version,
            amendment_id=amendment.pk,
            worse=amendment.is_worse,
        )
    )
