from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from tests.services.rounds import steps_world as steps
from tests.services.rounds.conftest import offered

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.kernel.record import api as record
from corridor.services.rounds import api as rounds
from corridor.services.rounds.acts.next_in_line import next_in_line, reserve


def test_who_holds_a_place_elsewhere_or_is_gone_is_not_asked(published: rounds.Round) -> None:
    line = offered(published, "Amina").round_vacancy
    waiting = list(reserve(line))
    assert [one.outcome for one in waiting] == ["outranked-at-each"] * len(waiting)
    gone = people.Person.objects.get(reference=waiting[0].worker)
    people.erase_person(
        actor=COMMAND_LINE, person=gone, confirmation=gone.reference, request_number="E-1"
    )
    rounds.decline_offer(actor=COMMAND_LINE, offer=line.offers.get())
    assert rounds.Offer.objects.get(is_next=True).worker == waiting[1].worker


def test_a_full_vacancy_asks_nobody(published: rounds.Round) -> None:
    rounds.make_offers(actor=COMMAND_LINE, of=published, days=3)
    line = published.vacancies.get(title="Welder")
    assert next_in_line(line) is None


def test_whose_evidence_ran_out_is_passed_over_and_the_record_says_why(
    published: rounds.Round,
) -> None:
    line = steps.listed(published, "Belay").round_vacancy
    yesterday = timezone.localdate() - timedelta(days=1)
    steps.decided(steps.claim_of("Belay", "language"), "verified", until=yesterday)
    offer = offered(published, "Amina")
    offered(published, "Chandra")
    rounds.decline_offer(actor=COMMAND_LINE, offer=offer)
    asked = line.offers.get(is_next=True)
    assert asked.worker == steps.named("Fatima").reference
    passed = steps.listed(published, "Belay")
    assert passed.passed_over_for == yesterday
    (entry,) = record.Entry.objects.filter(verb="rounds.passed_over")
    assert entry.facts["ran_out"] == yesterday.isoformat()


def test_who_failed_a_test_is_never_next(published: rounds.Round) -> None:
    line = steps.listed(published, "Belay").round_vacancy
    steps.take_test(line, "Belay", steps.POOR)
    offer = offered(published, "Amina")
    offered(published, "Chandra")
    rounds.decline_offer(actor=COMMAND_LINE, offer=offer)
    assert line.offers.get(is_next=True).worker == steps.named("Fatima").reference
