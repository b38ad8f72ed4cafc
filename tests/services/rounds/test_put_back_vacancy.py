"""A vacancy that is open again stands in its rounds again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.cast import Member
from tests.services.rounds.conftest import offered

from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.messaging.api import Message
from corridor.kernel.record import api as record
from corridor.services.rounds import api as rounds


def away(line: rounds.RoundVacancy):
    """Taken out of its rounds; since when."""
    since = timezone.now()
    rounds.withdraw_vacancy(actor=COMMAND_LINE, vacancy=line.vacancy)
    return since


def back(line: rounds.RoundVacancy, since) -> list[rounds.RoundVacancy]:
    return rounds.put_back_vacancy(actor=COMMAND_LINE, vacancy=line.vacancy, since=since)


def test_the_line_stands_again_once(ready: rounds.Round) -> None:
    line = ready.vacancies.get(title="Cook")
    since = away(line)
    assert back(line, since) == [line]
    assert back(line, since) == []
    line.refresh_from_db()
    assert (line.withdrawn_at, line.withdrawn_reason) == (None, "")
    assert record.Entry.objects.filter(verb="rounds.vacancy_restored").count() == 1


def test_what_was_taken_out_before_stays_out(ready: rounds.Round) -> None:
    line = ready.vacancies.get(title="Cook")
    away(line)
    assert back(line, timezone.now() + timedelta(seconds=1)) == []


def test_whoever_had_an_offer_is_offered_the_place_again_with_time(
    published: rounds.Round,
) -> None:
    offer = offered(published, "Amina")
    line = offer.round_vacancy
    back(line, away(line))
    offer.refresh_from_db()
    assert offer.state == "withdrawn"
    again = rounds.Offer.objects.get(round_vacancy=line, worker=offer.worker, state="open")
    assert again.deadline >= offer.deadline
    line.refresh_from_db()
    assert line.held == line.offers.filter(state__in=["open", "accepted"]).count()


def test_an_accepted_place_given_up_meanwhile_is_not_offered_again(
    published: rounds.Round,
) -> None:
    offer = rounds.accept_offer(actor=COMMAND_LINE, offer=offered(published, "Amina"))
    since = away(offer.round_vacancy)
    rounds.Offer.objects.filter(pk=offer.pk).update(state="withdrawn", answered_at=timezone.now())
    back(offer.round_vacancy, since)
    assert not rounds.Offer.objects.filter(worker=offer.worker, state="open").exists()


def test_whoever_holds_another_place_by_now_keeps_that_one(published: rounds.Round) -> None:
    offer = offered(published, "Amina")
    line = offer.round_vacancy
    since = away(line)
    other = published.vacancies.exclude(pk=line.pk).first()
    held = rounds.Offer.objects.create(
        round=published,
        round_vacancy=other,
        worker=offer.worker,
        made_by="user:1",
        deadline=timezone.now() + timedelta(days=3),
    )
    back(line, since)
    standing = rounds.Offer.objects.get(worker=offer.worker, state="open")
    assert standing == held
    entry = record.Entry.objects.get(verb="rounds.not_offered_again")
    assert entry.facts["reason"] == "AlreadyOffered"


def test_a_closed_round_keeps_its_report(published: rounds.Round) -> None:
    line = published.vacancies.get(title="Cook")
    since = away(line)
    rounds.Round.objects.filter(pk=published.pk).update(state="closed", closed_at=timezone.now())
    assert back(line, since) == []
    line.refresh_from_db()
    assert line.withdrawn_reason


def test_only_officers_and_the_employer_put_it_back(ready: rounds.Round, hana: Member) -> None:
    line = ready.vacancies.get(title="Cook")
    since = away(line)
    with pytest.raises(Refused):
        rounds.put_back_vacancy(actor=hana.actor, vacancy=line.vacancy, since=since)


def test_they_are_told_of_the_new_offer(published: rounds.Round, amina: Member) -> None:
    from tests.services.rounds.conftest import own

    own(amina, "Amina")
    offer = offered(published, "Amina")
    back(offer.round_vacancy, away(offer.round_vacancy))
    told = Message.objects.filter(template="rounds/offer_open", user_id=amina.user.pk)
    assert told.values("key").distinct().count() == 2
