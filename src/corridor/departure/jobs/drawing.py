"""Places that vacancies draw from a job order, and give back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from corridor.departure.jobs.draft import VacancyDraft
from corridor.departure.jobs.errors import Finding, OrderExhausted
from corridor.departure.jobs.models import JobOrder, OrderState, Vacancy
from corridor.kernel.organisations import api as organisations

NEEDS_ORDER = Finding(
    field="order",
    code="jobs.order_missing",
    sentence=_("Here every vacancy draws on an approved job order; choose one."),
)


def may_recruit(order: JobOrder, *, on: date) -> bool:
    """Nothing is drawn from an agency's order while its licence is suspended or over."""
    if order.organisation.kind != organisations.OrganisationKind.AGENCY:
        return True
    activity = organisations.RECRUITMENT
    return organisations.licence_in_force(order.organisation, activity=activity, on=on) is not None


def judge_draw(said: Vacancy | VacancyDraft, *, on: date) -> Iterator[Finding]:
    """Why this vacancy cannot draw on its order; nothing when it can, or needs none."""
    if said.organisation_id is None:
        return
    order = JobOrder.objects.filter(pk=said.order_id).first() if said.order_id else None
    if order is None:
        if settings.CORRIDOR_ORDER_REQUIRED or said.order_id:
            yield NEEDS_ORDER
        return
    wrong = {
        _("The order belongs to another organisation."): (
            order.organisation_id != said.organisation_id
        ),
        _("The order is not approved, or is not valid today."): not (
            order.state == OrderState.APPROVED and order.valid_from <= on <= order.valid_until
        ),
        _("The order is for other work."): not said.isco.startswith(order.isco),
        _("The order is for another country."): order.country != said.country,
        _("The licence of the agency whose order it is does not allow recruitment today."): (
            not may_recruit(order, on=on)
        ),
        _("The order ends before the last day to apply."): (
            said.closes_on is not None and said.closes_on > order.valid_until
        ),
    }
    for sentence, is_wrong in wrong.items():
        if is_wrong:
            yield Finding(field="order", code="jobs.order_does_not_fit", sentence=sentence)


def draw(held: Vacancy) -> None:
    """Draw what the vacancy offers and has not drawn yet; less gives back. Raises OrderExhausted.

    One statement decides, so that two who draw at once never draw more than there is.
    """
    if held.order_id is None:
        return
    more = held.places - held.places_drawn
    drawn = JobOrder.objects.filter(
        pk=held.order_id, places__gte=F("places_drawn") + F("places_returned") + more
    ).update(places_drawn=F("places_drawn") + more)
    if not drawn:
        order = JobOrder.objects.get(pk=held.order_id)
        raise OrderExhausted(number=order.number, asked=more, balance=order.balance)
    held.places_drawn = held.places


def give_back(held: Vacancy) -> None:
    """A vacancy has ended: what it drew and did not fill goes back to its order."""
    give_back_to(held, held.places_filled)


def give_back_to(held: Vacancy, kept: int) -> None:
    """Give back what is drawn above `kept`; the caller saves the vacancy."""
    unused = held.places_drawn - kept
    if held.order_id is None or unused <= 0:
        return
    JobOrder.objects.filter(pk=held.order_id).update(places_drawn=F("places_drawn") - unused)
    held.places_drawn -= unused
