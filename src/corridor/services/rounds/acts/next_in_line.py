"""Ask the next on the reserve list when a place comes free."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from django.utils import timezone

from corridor.kernel.actors.api import SYSTEM
from corridor.kernel.people import api as people
from corridor.kernel.record import api as record
from corridor.services.rounds.acts.judge_steps import judge_steps
from corridor.services.rounds.acts.promise import promise
from corridor.services.rounds.asking import to_be_asked
from corridor.services.rounds.errors import AlreadyOffered, NoPlaceLeft
from corridor.services.rounds.facts import groups_of
from corridor.services.rounds.freezing import nationalities
from corridor.services.rounds.holding import FloorNow, floors_now, quota_used, reserve_of
from corridor.services.rounds.leaving import withdrew
from corridor.services.rounds.models import Offer, Outcome, Result, RoundVacancy, State
from corridor.services.rounds.quotas import Quota

# Somebody asked out of turn has at least this long to answer.
DAYS = 7
READ_AT_ONCE = 50


def next_in_line(line: RoundVacancy) -> Offer | None:
    """Offer a free place to the first on reserve whom the round's quotas allow; None if nobody.

    A floor that is short of what was promised is served first, as when the places were given; where
    nobody of its group can be asked any more, the place goes on, and the record says so in figures.
    The caller holds the round (see locking).
    """
    line.refresh_from_db()
    of = line.round
    if line.withdrawn_at or of.state != State.PUBLISHED or line.held >= line.places:
        return None
    if line.held + len(to_be_asked(of, line)) >= line.places:
        return None  # what is free is kept for those placed, who have not been asked yet
    if of.reserve_until is not None and of.reserve_until < timezone.localdate():
        return None  # the reserve list has run out; an officer may renew it
    deadline = timezone.now() + timedelta(days=DAYS)
    short = [one for one in floors_now(of, line) if one.is_short]
    for result in allowed(line, in_order(line, short)):
        try:
            offer = promise(SYSTEM, result, deadline=deadline, is_next=True)
        except AlreadyOffered:  # in this very moment, for another vacancy
            continue
        except NoPlaceLeft:
            return None
        note_missed(line, offer, short)
        return offer
    return None


def in_order(line: RoundVacancy, short: Sequence[FloorNow]) -> Iterator[Result]:
    """The reserve list in the order it is asked: who fills most of the floors that are short, who
    won an appeal, who was placed before, then by rank."""
    columns = ("pk", "worker", "is_favoured", "outcome", "rank")
    waiting = list(reserve_of(line.round, line).values_list(*columns))
    groups = groups_of(line.round, [row[1] for row in waiting]) if short else {}

    def turn(row: tuple[int, str, bool, str, int]) -> tuple[int, bool, bool, int]:
        _key, worker, is_favoured, outcome, rank = row
        fills = sum(one.floor.group in groups.get(worker, ()) for one in short)
        return (-fills, not is_favoured, outcome != Outcome.PLACED, rank)

    keys = [row[0] for row in sorted(waiting, key=turn)]
    for start in range(0, len(keys), READ_AT_ONCE):
        some = keys[start : start + READ_AT_ONCE]
        found = Result.objects.in_bulk(some)
        yield from (found[key] for key in some)


def note_missed(line: RoundVacancy, offer: Offer, short: Sequence[FloorNow]) -> None:
    """Where a place went past a floor that is short: what was promised, what holds, who is left."""
    groups = groups_of(line.round, [offer.worker]).get(offer.worker, frozenset()) if short else ()
    for one in short:
        if one.floor.group not in groups:
            facts = {"floor": one.floor.name, "promised": one.promised, "held": one.held}
            record.note(SYSTEM, "rounds.floor_missed", offer, **facts, left=one.left)


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
    used = quota_used(line.round) if limits else {}
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
