"""Ask for a job order, decide on it, take the asking back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from corridor.departure.jobs import codes
from corridor.departure.jobs.draft import NUMBER_MAX
from corridor.departure.jobs.errors import (
    Finding,
    NotYoursToCheck,
    OrderDecided,
    OrderRefused,
)
from corridor.departure.jobs.models import JobOrder, OrderState
from corridor.kernel.actors.api import Actor, may
from corridor.kernel.organisations import api as organisations
from corridor.kernel.record import api as record

TEXT_LENGTH_MAX = 1000


@dataclass(frozen=True, kw_only=True)
class OrderDraft:
    """What is asked for: places for work of an ISCO group (1 to 4 digits) in a country."""

    organisation_id: int
    isco: str
    country: str
    places_asked: int
    valid_from: date
    valid_until: date
    note: str = ""


def judge_order(draft: OrderDraft) -> Iterator[Finding]:
    """Everything wrong with it, all at once."""
    if not codes.ISCO.fullmatch(draft.isco):
        yield Finding(
            field="isco",
            code="jobs.unknown_occupation",
            sentence=_("Use one to four digits of ISCO-08, such as 7212."),
        )
    if draft.country not in codes.countries():
        yield Finding(
            field="country",
            code="jobs.unknown_country",
            sentence=_("Use a three-letter country code such as QAT or DEU."),
        )
    if not 1 <= draft.places_asked <= NUMBER_MAX:
        yield Finding(
            field="places_asked",
            code="jobs.places_out_of_range",
            sentence=_("There must be at least one place."),
        )
    if draft.valid_until < draft.valid_from:
        yield Finding(
            field="valid_until",
            code="jobs.order_ends_early",
            sentence=_("The end lies before the beginning."),
        )
    if len(draft.note) > TEXT_LENGTH_MAX or "\x00" in draft.note:
        yield Finding(
            field="note",
            code="jobs.text_too_long",
            sentence=_("This is too long; shorten it."),
        )


def ask_order(*, actor: Actor, draft: OrderDraft) -> JobOrder:
    """Ask an officer for a number of places. Raises OrderRefused with everything wrong at once."""
    may(actor, "jobs.order", draft)
    if findings := list(judge_order(draft)):
        raise OrderRefused(findings)
    if not organisations.Organisation.objects.filter(pk=draft.organisation_id).exists():
        sentence = _("There is no organisation with this number.")
        raise OrderRefused(
            [Finding(field="organisation", code="jobs.no_organisation", sentence=sentence)]
        )
    with transaction.atomic():
        order = JobOrder.objects.create(**asdict(draft))
        record.note(actor, "jobs.order_asked", order, places=order.places_asked, isco=order.isco)
    return order


def decide_order(
    *,
    actor: Actor,
    order: JobOrder,
    places: int | None = None,
    use_by: date | None = None,
    approved: bool = True,
    reason: str = "",
) -> JobOrder:
    """Approve an order, perhaps for fewer places, or refuse it with a reason.

    Without `use_by` the places must be drawn within CORRIDOR_ORDER_USE_DAYS. Raises OrderDecided,
    NotYoursToCheck, OrderRefused.
    """
    may(actor, "jobs.decide_order", order)
    with transaction.atomic():
        held = asked(order)
        if held.organisation_id in actor.organisation_ids:
            raise NotYoursToCheck
        if findings := list(_judge_decision(held, places, use_by, approved, reason)):
            raise OrderRefused(findings)
        held.decided_at, held.reason = timezone.now(), reason.strip()
        held.state = OrderState.APPROVED if approved else OrderState.REFUSED
        if approved:
            held.places = held.places_asked if places is None else places
            begins = max(held.valid_from, timezone.localdate())
            latest = begins + timedelta(days=settings.CORRIDOR_ORDER_USE_DAYS)
            held.use_by = min(use_by or latest, held.valid_until)
        held.save()
        record.note(actor, f"jobs.order_{held.state}", held, places=held.places)
    return held


def _judge_decision(
    held: JobOrder, places: int | None, use_by: date | None, approved: bool, reason: str
) -> Iterator[Finding]:
    if approved and places is not None and not 1 <= places <= held.places_asked:
        yield Finding(
            field="places",
            code="jobs.places_out_of_range",
            sentence=_("Approve at least one place, and not more than were asked for."),
        )
    if approved and use_by is not None and use_by < timezone.localdate():
        yield Finding(
            field="use_by",
            code="jobs.order_ends_early",
            sentence=_("This day is over; choose one to come."),
        )
    if approved and not held.organisation.is_verified:
        yield Finding(
            field="organisation",
            code="jobs.organisation_unverified",
            sentence=_("The organisation is not verified; verify it first."),
        )
    if not approved and not reason.strip():
        yield Finding(
            field="reason", code="jobs.reason_missing", sentence=_("Write why you refuse it.")
        )
    if len(reason) > TEXT_LENGTH_MAX:
        yield Finding(
            field="reason",
            code="jobs.text_too_long",
            sentence=_("This is too long; shorten it."),
        )


def withdraw_order(*, actor: Actor, order: JobOrder) -> JobOrder:
    """Take back what was asked before it is decided. Raises OrderDecided."""
    may(actor, "jobs.order", order)
    with transaction.atomic():
        held = asked(order)
        held.state = OrderState.WITHDRAWN
        held.save(update_fields=["state"])
        record.note(actor, "jobs.order_withdrawn", held)
    return held


def asked(order: JobOrder) -> JobOrder:
    held = JobOrder.objects.select_for_update().get(pk=order.pk)
    if held.state != OrderState.ASKED:
        raise OrderDecided(number=held.number, state=held.get_state_display())
    return held
