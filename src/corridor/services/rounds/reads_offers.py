"""Questions about offers; nothing here changes anything."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import Actor, Refused, can, may
from corridor.kernel.people import api as people
from corridor.kernel.tables import api as tables
from corridor.services.rounds.models import Offer, Round, RoundVacancy, State


def offers_of(actor: Actor, of: Round, *, state: str = "") -> QuerySet[Offer]:
    """Every offer of a round, newest first, for its officers."""
    may(actor, "rounds.offer", of)
    found = of.offers.select_related("round_vacancy").order_by("-id")
    return found.filter(state=state) if state else found


def own_offers(actor: Actor) -> QuerySet[Offer]:
    """What the person who signed in was offered, newest first."""
    may(actor, "rounds.own_offers")
    person = people.person_of(actor)
    found = Offer.objects.select_related("round_vacancy", "round").order_by("-id")
    return found.filter(worker=person.reference) if person else found.none()


def offer_for(actor: Actor, number: int) -> Offer:
    """One offer, for whoever may answer it or made it. Raises Refused: absent looks the same."""
    found = Offer.objects.select_related("round_vacancy", "round").filter(pk=number).first()
    if found is None or not (
        can(actor, "rounds.answer", found) or can(actor, "rounds.offer", found.round_vacancy)
    ):
        raise Refused("rounds.answer")
    return found


def own_offer(actor: Actor, number: int) -> Offer:
    """One of their own. Raises Refused."""
    found = own_offers(actor).filter(pk=number).first()
    if found is None:
        raise Refused("rounds.own_offers")
    return found


def employers_lines(actor: Actor) -> QuerySet[RoundVacancy]:
    """The vacancies of the actor's organisations in published rounds, newest first."""
    may(actor, "rounds.hire")
    return (
        RoundVacancy.objects.filter(
            organisation_id__in=actor.organisation_ids,
            round__state__in=[State.PUBLISHED, State.CLOSED],
        )
        .select_related("round")
        .order_by("-round_id", "pk")
    )


def employers_line(actor: Actor, number: str, vacancy: str) -> RoundVacancy:
    """One of theirs. Raises Refused; another employer's looks absent."""
    key = number.removeprefix("R")
    found = employers_lines(actor)
    line = (
        found.filter(round_id=int(key), vacancy=vacancy[:64]).first()
        if key.isdecimal() and len(key) < 18 and "\x00" not in vacancy
        else None
    )
    if line is None:
        raise Refused("rounds.hire")
    return line


OFFERS = tables.Table(
    name="offers",
    title=_("Offers"),
    columns=(
        tables.Column(name="offer", title=_("Offer"), read="pk"),
        tables.Column(name="vacancy", title=_("Vacancy"), read="round_vacancy.vacancy"),
        tables.Column(name="title", title=_("Title"), read="round_vacancy.title"),
        tables.Column(name="worker", title=_("Person")),
        tables.Column(name="state", title=_("State")),
        tables.Column(name="made_at", title=_("Made"), kind=tables.Kind.MOMENT),
        tables.Column(name="deadline", title=_("Answer by"), kind=tables.Kind.MOMENT),
        tables.Column(name="answered_at", title=_("Answered"), kind=tables.Kind.MOMENT),
    ),
    noted="rounds.offers_exported",
    about="rounds.Offer:all",
)
# What an employer takes away of their own vacancy: by number, and by name once that is open.
OWN_OFFERS = tables.Table(
    name="own-offers",
    title=_("Offers"),
    columns=(
        *OFFERS.columns[:1],
        tables.Column(name="worker", title=_("Person")),
        tables.Column(name="name", title=_("Name")),
        *OFFERS.columns[4:],
    ),
    noted="rounds.offers_exported",
    about="rounds.Offer:all",
)
