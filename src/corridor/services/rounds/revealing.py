"""When an employer reads who somebody on their list is: as agreed, and as the person agreed.

The two parties agree from when on (`names_from` of the procedure). Whoever accepted an offer was
told that their name goes to the employer; before that a name also needs their consent to be shown
to employers, or an application of theirs. What else is shown needs that consent in any case.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from corridor.kernel.actors.api import Actor, Refused, can
from corridor.kernel.people import api as people
from corridor.kernel.record import api as record
from corridor.services.rounds import telling
from corridor.services.rounds.models import STANDING, Offer, OfferState, Result, RoundVacancy
from corridor.services.rounds.procedure import NamesFrom, procedure_of

# The states of an offer in which a name is read, by what was agreed.
READ_AT: dict[str, tuple[OfferState, ...]] = {
    NamesFrom.NEVER: (),
    NamesFrom.ACCEPTANCE: (OfferState.ACCEPTED,),
    NamesFrom.OFFER: STANDING,
    NamesFrom.LIST: STANDING,
}


def named(actor: Actor, results: Sequence[Result]) -> dict[int, str]:
    """By id of the result, the name of those among one list whom this actor may read by name."""
    if not results:
        return {}
    line: RoundVacancy = results[0].round_vacancy
    agreed = procedure_of(line.round).names_from
    states = dict(standing_offers(line, {result.worker for result in results}))
    open_to = telling.shown_to(actor, results)
    due = [
        result
        for result in results
        if agreed == NamesFrom.LIST or states.get(result.worker) in READ_AT[agreed]
    ]
    read = {
        result.worker: result.pk
        for result in due
        if result.pk in open_to or states.get(result.worker) == OfferState.ACCEPTED
    }
    people_named = people.Person.objects.filter(
        reference__in=read, status=people.PersonStatus.CURRENT
    )
    return {
        read[reference]: name
        for reference, name in people_named.values_list("reference", "full_name")
    }


def told_before_answering(offer: Offer) -> str:
    """What somebody offered a place reads of their name going to the employer."""
    agreed = procedure_of(offer.round).names_from
    if agreed == NamesFrom.NEVER:
        return _("The employer reads your number alone, also after you accept.")
    if offer.state == OfferState.ACCEPTED:
        return _("You accepted, so the employer reads your name.")
    return _(
        "If you accept, the employer reads your name; what else they see of you is what you agreed "
        "to show to employers."
    )


def standing_offers(line: RoundVacancy, workers: Collection[str]) -> Iterable[tuple[str, str]]:
    """Who of these holds an offer of this vacancy, and in which state."""
    held = Offer.objects.filter(round_vacancy=line, worker__in=workers, state__in=STANDING)
    return held.values_list("worker", "state")


def is_named(reference: str, vacancy: str, actor: Actor) -> bool:
    """Whether this actor reads the name of somebody, by reference, for a vacancy (V12)."""
    found = Result.objects.filter(worker=reference, round_vacancy__vacancy=vacancy)
    results = found.select_related("round_vacancy__round")
    return any(
        result.round_vacancy.round.is_published and named(actor, [result]) for result in results
    )


def name_offers(actor: Actor, offers: Sequence[Offer]) -> None:
    """Give each standing offer the `name` and `result_id` of its person, where the name is open."""
    for line in {offer.round_vacancy for offer in offers}:
        theirs = [offer for offer in offers if offer.round_vacancy_id == line.pk]
        results = Result.objects.filter(
            round_vacancy=line, worker__in=[offer.worker for offer in theirs]
        ).select_related("round_vacancy__round")
        by_worker = {result.worker: result for result in results}
        names = named(actor, list(by_worker.values()))
        for offer in theirs:
            result = by_worker.get(offer.worker)
            name = names.get(result.pk) if result and offer.is_standing else None
            told = {"name": name, "result_id": result.pk if result else None}
            vars(offer).update(told)  # beside its columns, for pages, files and API


@dataclass(frozen=True, kw_only=True)
class Shown:
    """Who somebody is: a name, and where they agreed to it how to reach them and their claims."""

    result: Result
    person: people.Person
    name: str
    is_open: bool
    claims: tuple[people.Claim, ...]


def person_for(actor: Actor, number: int) -> Shown:
    """The person of a result on the actor's own list; that they looked is noted and told them.

    Raises Refused before the name is open to them: absent looks the same.
    """
    found = Result.objects.select_related("round_vacancy__round").filter(pk=number).first()
    if (
        found is None
        or not found.round_vacancy.round.is_published
        or not can(actor, "rounds.read_person", found.round_vacancy)
    ):
        raise Refused("rounds.read_person")
    name = named(actor, [found]).get(found.pk)
    if name is None:
        raise Refused("rounds.read_person")
    person = people.Person.objects.get(reference=found.worker)
    is_open = found.pk in telling.shown_to(actor, [found])
    claims = people.claims_by_kind(actor, person) if is_open else {}
    record.note(actor, "people.looked", person, page="offer")
    return Shown(
        result=found,
        person=person,
        name=name,
        is_open=is_open,
        claims=tuple(claim for theirs in claims.values() for claim in theirs),
    )
