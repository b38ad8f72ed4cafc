"""The log of deliveries, to take away."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from corridor.kernel.tables.api import Column, Kind, Table
from corridor.kernel.webhooks.models import Posting


def last_outcome(posting: Posting) -> str:
    tries = list(posting.tries.all())
    return str(tries[0].get_outcome_display()) if tries else ""


DELIVERIES = Table(
    name="deliveries",
    title=_("Deliveries"),
    columns=(
        Column(name="id", title=_("Number"), read="message_id"),
        Column(name="type", title=_("Event"), read="event_type"),
        Column(name="created_at", title=_("When"), kind=Kind.MOMENT),
        Column(name="state", title=_("State"), read=lambda one: one.get_state_display()),
        Column(name="attempts", title=_("Tries"), kind=Kind.NUMBER),
        Column(name="outcome", title=_("Last try"), read=last_outcome),
        Column(name="next_at", title=_("Next try"), kind=Kind.MOMENT),
    ),
)
