"""Officers' decisions on single people, in the reader's words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.kernel.actors.api import Actor, can
from corridor.kernel.people import api as people
from corridor.kernel.tables import api as tables
from corridor.services.rounds.models import Override, OverrideState, Round, State

TONES = {
    OverrideState.PROPOSED: "warn",
    OverrideState.CONFIRMED: "good",
    OverrideState.UNDONE: "neutral",
}


def overrides_of(actor: Actor, of: Round) -> QuerySet[Override]:
    """What this actor may read: officers and signatories all, everybody else what stands."""
    if can(actor, "rounds.read_overrides", of):
        return of.overrides.order_by("pk")
    return confirmed(of)


def confirmed(of: Round) -> QuerySet[Override]:
    """What both parties decided: part of the result."""
    return of.overrides.filter(state=OverrideState.CONFIRMED).order_by("pk")


def waiting_for(actor: Actor) -> QuerySet[Override]:
    """Decisions of the other party that wait for this officer's confirmation."""
    if actor.user_id is None:
        return Override.objects.none()
    sides = Round.objects.filter(state=State.READY, parties__officer_id=actor.user_id).values_list(
        "pk", "parties__side"
    )
    own = dict(sides)
    found = Override.objects.filter(state=OverrideState.PROPOSED, round__in=own)
    ours = [one.pk for one in found if one.proposed_side != own[one.round_id]]
    return Override.objects.filter(pk__in=ours).select_related("round").order_by("pk")


def told(of: Round, found: Iterable[Override]) -> list[dict[str, Any]]:
    """Each decision as a line of a page or of a file."""
    names = dict(of.parties.values_list("side", "name"))
    return [
        {
            "number": one.pk,
            "kind": one.get_kind_display(),
            "worker": people.printed_reference(one.worker),
            "vacancy": one.vacancy,
            "reason": one.reason,
            "state": one.get_state_display(),
            "tone": TONES[OverrideState(one.state)],
            "proposed": names.get(one.proposed_side, ""),
            "confirmed": names.get(one.confirmed_side, ""),
            "cost_share": one.price.get("cost_share", 0.0),
            "touched": one.price.get("touched", 0),
        }
        for one in found
    ]


def sentence(line: dict[str, Any]) -> str:
    """One decision in a sentence, for the report."""
    facts = {name: line[name] for name in ("kind", "worker", "vacancy", "reason")}
    return _("%(kind)s: %(worker)s, %(vacancy)s. %(reason)s") % facts


def price_in_words(price: dict[str, Any]) -> dict[str, Any]:
    """Who loses, gains and moves, by number as printed."""
    shown = people.printed_reference
    return {
        **price,
        "loses": [(shown(who), there) for who, there in price["loses"]],
        "gains": [(shown(who), there) for who, there in price["gains"]],
        "moves": [(shown(who), there, then) for who, there, then in price["moves"]],
    }


OVERRIDES = tables.Table(
    name="round-overrides",
    title=gettext_lazy("Officers’ decisions"),
    columns=(
        tables.Column(name="number", title=gettext_lazy("Number"), kind=tables.Kind.NUMBER),
        tables.Column(name="kind", title=gettext_lazy("Decision")),
        tables.Column(name="worker", title=gettext_lazy("Person")),
        tables.Column(name="vacancy", title=gettext_lazy("Vacancy")),
        tables.Column(name="reason", title=gettext_lazy("Reason")),
        tables.Column(name="state", title=gettext_lazy("State")),
        tables.Column(name="proposed", title=gettext_lazy("Proposed by")),
        tables.Column(name="confirmed", title=gettext_lazy("Confirmed by")),
        tables.Column(name="cost_share", title=gettext_lazy("Price"), kind=tables.Kind.NUMBER),
        tables.Column(
            name="touched", title=gettext_lazy("People touched"), kind=tables.Kind.NUMBER
        ),
    ),
)
