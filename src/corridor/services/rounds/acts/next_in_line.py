"""Ask the next on the reserve list when a place comes free."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from corridor.kernel.actors.api import SYSTEM
from corridor.kernel.people import api as people
from corridor.kernel.record import api as record
from corridor.services.rounds.acts.judge_steps import judge_steps
from corridor.services.rounds.acts.promise import promise
from corridor.services.rounds.asking import to_be_asked
from corridor.services.rounds.errors import AlreadyOffered, NoPlaceLeft
from corridor.services.rounds.freezing import nationalities
from corridor.services.rounds.leaving import withdrew
from corridor.services.rounds.models import (
    STANDING,
    Offer,
    Outcome,
    Result,
    RoundVacancy,
    State,
)
from corridor.services.rounds.quotas import Quota

# Somebody asked out of turn has at least this long to answer.
DAYS = 7
ON_RESERVE = (Outcome.LISTED, Outcome.OUTRANKED, Outcome.FULL, Outcome.RULE)


def reserve(line: RoundVacancy) -> QuerySet[Result]:
    """Who can still be asked for this vacancy, best first."""
    asked = Offer.objects.filter(round_vacancy=line).values("worker")
    holding = Offer.objects.filter(round_id=line.round_id, state__in=STANDING).values("worker")
    waiting = line.results.filter(outcome__in=ON_RESERVE, left_out=None)
    return (
        waiting.exclude(worker__in=asked)
        .exclude(worker__in=holding)
        .order_by("-is_favoured", "rank")
    )


def next_in_line(line: RoundVacancy) -> Offer | None:
    """Offer a free place to the first on reserve whom the round's quotas allow; None if nobody."""
    line.refresh_from_db()
    of = line.round
    if line.withdrawn_at or of.state != State.PUBLISHED or line.held >= line.places:
        return None
    if line.held + len(to_be_asked(of, line)) >= line.places:
        return None  # what is free is kept for those placed, who have not been asked yet
    if of.reserve_until is not None and of.reserve_until < timezone.localdate():
        return None  # the reserve list has run out; an officer may renew it
    deadline = timezone.now() + timedelta(days=DAYS)
    for result in allowed(line, reserve(line).iterator(chunk_size=50)):
        try:
            return promise(SYSTEM, result, deadline=deadline, is_next=True)
        except AlreadyOffered:  # in this very moment, for another vacancy
            continue
        except NoPlaceLeft:
            return None
    return None


def pass_on(line: RoundVacancy) -> list[Offer]:
    """Offer on the places of those placed who withdrew, or were barred, before they were asked."""
    made: list[Offer] = []
    line.refresh_from_db()
    while line.held + len(to_be_asked(line.round, line)) < line.placed:
        offer = next_in_line(line)  # it reads the line anew
        if offer is None:
            break
        made.append(offer)
        line.refresh_from_db()
    return made


def allowed(line: RoundVacancy, waiting: Iterable[Result]) -> Iterable[Result]:
    """Those still registered who did not withdraw, whose quota is not used up, who meet what
    decides at every step so far, and whose evidence has not run out."""
    limits = {
        quota.country: quota.at_most
        for quota in (Quota(**given) for given in line.round.quotas)
        if quota.side == "from"
    }
    used = quota_used(line) if limits else {}
    for result in waiting:
        known = people.Person.objects.filter(reference=result.worker, status="current")
        if not known.exists() or withdrew(line.round, line.results.filter(pk=result.pk)):
            continue
        if limits:
            theirs = nationalities(line.round.workers_digest, [result.worker])
            country = theirs.get(result.worker, "")
            if country in limits and used.get(country, 0) >= limits[country]:
                continue
        if stands(line, result):
            yield result


def stands(line: RoundVacancy, result: Result) -> bool:
    """Whether they can be asked today; that somebody is passed over, and why, is noted once."""
    (card,) = judge_steps(SYSTEM, line, [result])
    if card.barred:
        return False
    if not card.lapsed(on=timezone.localdate()):
        return True
    if result.passed_over_for != card.until and card.until is not None:
        result.passed_over_for = card.until
        result.save(update_fields=["passed_over_for"])
        until = card.until.isoformat()
        record.note(SYSTEM, "rounds.passed_over", result, vacancy=line.vacancy, ran_out=until)
    return False


def quota_used(line: RoundVacancy) -> dict[str, int]:
    """How many places each nationality holds: promised, or given and not yet offered."""
    offers = Offer.objects.filter(round_id=line.round_id)
    holding = set(offers.filter(state__in=STANDING).values_list("worker", flat=True))
    placed = Result.objects.filter(
        round_vacancy__round_id=line.round_id, outcome=Outcome.PLACED, left_out=None, barred_by=""
    ).exclude(worker__in=offers.values("worker"))
    holding |= set(placed.values_list("worker", flat=True))
    used: dict[str, int] = {}
    for country in nationalities(line.round.workers_digest, sorted(holding)).values():
        used[country] = used.get(country, 0) + 1
    return used
