from __future__ import annotations

import pytest
from tests.cast import Member
from tests.services.rounds import steps_world as steps
from tests.services.rounds.conftest import employed, offered

from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.messaging import api as messaging
from corridor.kernel.record import api as record
from corridor.services.rounds import api as rounds
from corridor.services.rounds import questions

REASON = "The employer has a course for it."


def in_question(of: rounds.Round, name: str = "Amina") -> rounds.Offer:
    """Accepted, and a required test failed afterwards."""
    offer = offered(of, name)
    rounds.accept_offer(actor=COMMAND_LINE, offer=offer)
    steps.take_test(steps.listed(of, name).round_vacancy, name, steps.POOR)
    return offer


def settle(offer: rounds.Offer, by: Member, *, stands: bool, reason: str = REASON) -> rounds.Offer:
    return rounds.settle_offer(actor=by.actor, offer=offer, stands=stands, reason=reason)


def test_an_officer_lets_it_stand_and_it_waits_no_more(
    published: rounds.Round, bodil: Member
) -> None:
    steps.named("Amina").__class__.objects.filter(full_name="Amina").update(email="a@example.org")
    offer = settle(in_question(published), bodil, stands=True)
    assert (offer.state, offer.reason) == ("accepted", REASON)
    assert not questions.questioned(bodil.actor).exists()
    assert settle(offer, bodil, stands=True).pk == offer.pk  # a double click
    assert record.Entry.objects.filter(verb="rounds.offer_stands").count() == 1
    told = messaging.Message.objects.get(template="rounds/offer_stands", channel="email")
    assert REASON in told.text
    with pytest.raises(rounds.NotInQuestion):
        settle(offer, bodil, stands=False)


def test_withdrawn_the_person_reads_why_and_the_next_is_asked(
    published: rounds.Round, bodil: Member
) -> None:
    steps.named("Amina").__class__.objects.filter(full_name="Amina").update(email="a@example.org")
    offer = settle(in_question(published), bodil, stands=False)
    assert (offer.state, offer.failed.rpartition("/")[2]) == ("withdrawn", "test")
    told = messaging.Message.objects.get(template="rounds/offer_failed", channel="email")
    assert REASON in told.text
    assert settle(offer, bodil, stands=False).state == "withdrawn"


def test_a_better_result_ends_the_question(published: rounds.Round, bodil: Member) -> None:
    offer = in_question(published)
    steps.take_test(offer.round_vacancy, "Amina", steps.GOOD)
    assert not questions.questioned(bodil.actor).exists()
    with pytest.raises(rounds.NotInQuestion):
        settle(offer, bodil, stands=False)
    offer.refresh_from_db()
    assert offer.state == "accepted"


def test_giving_up_what_an_officer_let_stand_is_giving_up(
    published: rounds.Round, bodil: Member
) -> None:
    offer = settle(in_question(published), bodil, stands=True)
    rounds.Round.objects.filter(pk=published.pk).update(state="published")
    person = steps.named("Amina")
    person.user = bodil.user
    person.save(update_fields=["user"])
    rounds.withdraw_offer(actor=bodil.actor, offer=offer)
    offer.refresh_from_db()
    assert (offer.state, offer.failed) == ("withdrawn", "")  # not in line for it again


@pytest.mark.parametrize("reason", ["", "  ", "x" * 301, "a\x00b"])
def test_a_reason_is_given(published: rounds.Round, bodil: Member, reason: str) -> None:
    offer = in_question(published)
    with pytest.raises(rounds.RoundRefused, match="reason"):
        settle(offer, bodil, stands=True, reason=reason)


def test_an_employer_or_the_person_decides_nothing(
    published: rounds.Round, hana: Member, amina: Member
) -> None:
    offer = in_question(published)
    employed(hana, offer.round_vacancy)
    for member in (hana, amina):
        with pytest.raises(Refused):
            settle(offer, member, stands=False)
