"""What rounds hear of other apps: a person who is erased, and what is kept of them."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import SYSTEM
from corridor.kernel.people import api as people
from corridor.kernel.record import api as record
from corridor.services.rounds import leaving
from corridor.services.rounds.acts.answer_offer import ended
from corridor.services.rounds.locking import hold_lines, in_turn
from corridor.services.rounds.models import (
    STANDING,
    Appeal,
    Offer,
    OfferState,
    Override,
    Result,
)

KEPT = _("Places on lists of matching rounds, by reference number")
WHY = _("A published result must stay as it was, so that anybody can work it out again.")


@record.hears(people.PersonErased)
def take_out_erased(event: people.PersonErased) -> None:
    """Their offers fall to the next in line; the lists keep a number that leads to nobody."""
    reference = people.Person.objects.values_list("reference", flat=True).get(pk=event.person_id)
    with transaction.atomic():
        standing = list(Offer.objects.filter(worker=reference, state__in=STANDING))
        in_turn(offer.round_id for offer in standing)
        hold_lines(offer.round_vacancy_id for offer in standing)
        for offer in standing:
            ended(SYSTEM, offer, OfferState.WITHDRAWN, only_open=False)
        Offer.objects.filter(worker=reference).update(reason="", family="")
        Override.objects.filter(worker=reference).update(reason="-")
        Appeal.objects.filter(result__worker=reference).update(reasons="-")


@record.hears(people.ConsentChanged)
def look_again(event: people.ConsentChanged) -> None:
    """Whoever takes back their consent to matching is left out of lists, until they agree again."""
    if event.purpose == people.Purpose.MATCHING:
        known = people.Person.objects.values_list("reference", flat=True)
        leaving.weigh_consent(known.get(pk=event.person_id))


@people.keep_by_law
def what_is_kept(person_id: int) -> list[people.Kept]:
    reference = people.Person.objects.values_list("reference", flat=True).get(pk=person_id)
    if not Result.objects.filter(worker=reference).exists():
        return []
    return [people.Kept(what=str(KEPT), reason=str(WHY))]
