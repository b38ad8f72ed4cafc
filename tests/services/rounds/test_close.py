from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from tests.cast import Member
from tests.services.rounds.conftest import offered, result_of
from tests.services.rounds.test_settle_offer import in_question

from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.record import api as record
from corridor.services.rounds import api as rounds


def test_a_round_closes_when_everything_is_answered(published: rounds.Round) -> None:
    offer = offered(published, "Amina")
    with pytest.raises(rounds.CannotClose, match="1 offers"):
        rounds.close_round(actor=COMMAND_LINE, of=published)
    rounds.accept_offer(actor=COMMAND_LINE, offer=offer)
    closed = rounds.close_round(actor=COMMAND_LINE, of=published)
    assert closed.state == "closed"
    assert closed.is_published
    assert list(rounds.published()) == [closed]
    with pytest.raises(rounds.NotPublished):
        rounds.close_round(actor=COMMAND_LINE, of=published)
    with pytest.raises(rounds.NotPublished):
        rounds.make_offers(actor=COMMAND_LINE, of=published, days=3)
    stages = {one.stage for one in rounds.standings_of(result_of(published, "Esperanza").worker)}
    assert stages == {"closed"}
    assert record.Entry.objects.filter(verb="rounds.closed").count() == 1


def test_only_officers_close(published: rounds.Round, hana: Member) -> None:
    with pytest.raises(Refused):
        rounds.close_round(actor=hana.actor, of=published)
    with pytest.raises(IntegrityError), transaction.atomic():
        rounds.Round.objects.filter(pk=published.pk).update(state="closed")


def test_a_reserve_list_lives_a_year_and_is_renewed_within_two(published: rounds.Round) -> None:
    today = timezone.localdate()
    assert published.reserve_until is not None
    assert timedelta(days=364) <= published.reserve_until - today <= timedelta(days=366)
    later = today + timedelta(days=700)
    assert (
        rounds.renew_reserve(actor=COMMAND_LINE, of=published, until=later).reserve_until == later
    )
    for until in (today + timedelta(days=800), today - timedelta(days=1)):
        with pytest.raises(rounds.ReserveTooLong):
            rounds.renew_reserve(actor=COMMAND_LINE, of=published, until=until)


def test_from_a_list_that_ran_out_nobody_is_asked(published: rounds.Round) -> None:
    offer = offered(published, "Amina")
    gone = timezone.localdate() - timedelta(days=1)
    rounds.Round.objects.filter(pk=published.pk).update(reserve_until=gone)
    rounds.decline_offer(actor=COMMAND_LINE, offer=offer)
    assert not rounds.Offer.objects.filter(is_next=True).exists()


def test_dying_in_the_middle_of_publishing_publishes_nothing(
    ready: rounds.Round, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(_event: object) -> None:
        raise SystemExit(9)

    with monkeypatch.context() as patch:
        patch.setattr(record, "announce", die)
        with pytest.raises(SystemExit), transaction.atomic():
            rounds.publish_round(actor=COMMAND_LINE, ready=ready)
    ready.refresh_from_db()
    assert (ready.state, ready.published_at) == ("ready", None)
    assert not record.Entry.objects.filter(verb="rounds.published").exists()
    assert rounds.publish_round(actor=COMMAND_LINE, ready=ready).state == "published"


def test_an_accepted_place_in_question_keeps_a_round_open(
    published: rounds.Round, bodil: Member
) -> None:
    offer = in_question(published)
    rounds.Offer.objects.filter(state="open").update(state="declined", answered_at=offer.made_at)
    with pytest.raises(rounds.CannotClose, match="1 accepted places"):
        rounds.close_round(actor=COMMAND_LINE, of=published)
    rounds.settle_offer(actor=bodil.actor, offer=offer, stands=True, reason="A course is booked.")
    assert rounds.close_round(actor=COMMAND_LINE, of=published).state == "closed"
