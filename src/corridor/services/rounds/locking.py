"""In which order rows are held, so that no two writers wait for each other.

Rounds, then vacancies' lines, then offers, each by their keys; the record comes last, for whoever
notes in it holds its end until their transaction does. None is held against rows that only refer
to it (`no_key`): an offer made elsewhere refers to its round without changing it.
"""

from __future__ import annotations

from collections.abc import Iterable

from corridor.services.rounds.models import STANDING, Offer, Round, RoundVacancy


def in_turn(rounds: Iterable[int]) -> None:
    """Wait for whoever gives on a place of these rounds: quotas and floors count over all their
    vacancies, so that what others did is seen before the next is chosen."""
    list(Round.objects.select_for_update(no_key=True).filter(pk__in=set(rounds)).order_by("pk"))


def locked(line_id: int) -> RoundVacancy:
    """The vacancy's line, until the transaction ends: whoever moves its counter waits here."""
    return RoundVacancy.objects.select_for_update(no_key=True).select_related(None).get(pk=line_id)


def hold_lines(lines: Iterable[int]) -> None:
    list(
        RoundVacancy.objects.select_for_update(no_key=True).filter(pk__in=set(lines)).order_by("pk")
    )


def held(offer: Offer) -> Offer:
    """The offer's row; before it the lines of all who decide with them."""
    family = Offer.objects.filter(
        round_id=offer.round_id, family=offer.family, state__in=STANDING
    ).exclude(family="")
    hold_lines([offer.round_vacancy_id, *family.values_list("round_vacancy_id", flat=True)])
    return Offer.objects.select_for_update(of=("self",)).get(pk=offer.pk)


def family_of(offer: Offer) -> list[Offer]:
    """This offer and the standing ones of those who decide with them, in one order for all."""
    if not offer.family:
        return [offer]
    return list(
        Offer.objects.select_for_update(of=("self",))
        .filter(round_id=offer.round_id, family=offer.family, state__in=STANDING)
        .order_by("round_vacancy_id", "pk")
    )
