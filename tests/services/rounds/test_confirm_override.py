from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction
from tests.cast import Member
from tests.services.rounds.officers import proposed, reference, signed
from tests.services.rounds.test_make_offers import race

from corridor.kernel.actors.api import Refused
from corridor.kernel.record import api as record
from corridor.services.rounds import api as rounds
from corridor.services.rounds.working import work_out_again


@pytest.fixture
def of(world: None, plan: rounds.RoundDraft, bodil: Member, farid: Member) -> rounds.Round:
    return signed(plan, bodil, farid)


def confirm(one: rounds.Override, by: Member, seen: str) -> rounds.Override:
    return rounds.confirm_override(actor=by.actor, override=one, seen=seen)


def test_the_other_party_confirms_and_the_result_is_another(
    of: rounds.Round, bodil: Member, farid: Member
) -> None:
    before = of.result_digest
    one = confirm(proposed(of, bodil), farid, before)
    assert (one.state, one.confirmed_side) == ("confirmed", "second")
    of.refresh_from_db()
    assert of.result_digest != before
    entry = record.Entry.objects.get(verb="rounds.override_confirmed")
    assert entry.facts["result"] == of.result_digest


def test_nobody_confirms_their_own(of: rounds.Round, bodil: Member) -> None:
    one = proposed(of, bodil)
    with pytest.raises(rounds.OwnOverride):
        confirm(one, bodil, of.result_digest)


def test_the_database_wants_four_eyes_too(of: rounds.Round, bodil: Member) -> None:
    one = proposed(of, bodil)
    with pytest.raises(IntegrityError), transaction.atomic():
        rounds.Override.objects.filter(pk=one.pk).update(
            state="confirmed", confirmed_by=one.proposed_by, confirmed_at=one.proposed_at
        )


def test_an_outsider_confirms_nothing(of: rounds.Round, bodil: Member, ivan: Member) -> None:
    with pytest.raises(Refused):
        confirm(proposed(of, bodil), ivan, of.result_digest)


def test_a_stale_page_confirms_nothing(of: rounds.Round, bodil: Member, farid: Member) -> None:
    seen = of.result_digest
    first = proposed(of, bodil)
    other = proposed(of, bodil, worker=reference("Amina"), kind="remove")
    confirm(first, farid, seen)
    with pytest.raises(rounds.ResultChanged):
        confirm(other, farid, seen)
    other.refresh_from_db()
    assert other.state == "proposed"
    of.refresh_from_db()
    assert confirm(other, farid, of.result_digest).state == "confirmed"
    of.refresh_from_db()
    assert work_out_again(of).digest() == of.result_digest


def test_a_second_click_is_answered_as_the_first(
    of: rounds.Round, bodil: Member, farid: Member
) -> None:
    one, seen = proposed(of, bodil), of.result_digest
    confirm(one, farid, seen)
    assert confirm(one, farid, seen).state == "confirmed"
    assert record.Entry.objects.filter(verb="rounds.override_confirmed").count() == 1


def test_nothing_is_published_while_a_decision_waits(
    of: rounds.Round, bodil: Member, farid: Member
) -> None:
    one = proposed(of, bodil)
    with pytest.raises(rounds.OverridesWait, match="other party: 1"):
        rounds.publish_round(actor=bodil.actor, ready=of)
    confirm(one, farid, of.result_digest)
    assert rounds.publish_round(actor=bodil.actor, ready=of).is_published


def results(answers: list[object]) -> list[str]:
    return sorted(
        one.state if isinstance(one, rounds.Override) else type(one).__name__ for one in answers
    )


@pytest.mark.django_db(transaction=True)
def test_ten_clicks_confirm_once(
    world: None, plan: rounds.RoundDraft, bodil: Member, farid: Member
) -> None:
    of = signed(plan, bodil, farid)
    one, seen = proposed(of, bodil), of.result_digest
    answers = race(*[lambda: confirm(one, farid, seen)] * 10)
    assert results(answers) == ["confirmed"] * 10
    assert record.Entry.objects.filter(verb="rounds.override_confirmed").count() == 1
    of.refresh_from_db()
    assert work_out_again(of).digest() == of.result_digest


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", range(3))
def test_confirming_and_taking_back_at_once_leaves_one_of_both(
    world: None, plan: rounds.RoundDraft, bodil: Member, farid: Member, turn: int
) -> None:
    of = signed(plan, bodil, farid, seed=turn)
    before, one = of.result_digest, proposed(of, bodil)

    def undo() -> object:
        return rounds.undo_override(actor=bodil.actor, override=one)

    answers = race(lambda: confirm(one, farid, before), undo)
    one.refresh_from_db()
    of.refresh_from_db()
    assert one.state == "undone"
    assert "undone" in results(answers)
    assert of.result_digest == before
    assert work_out_again(of).digest() == of.result_digest


@pytest.mark.django_db(transaction=True)
def test_two_decisions_confirmed_at_once_are_worked_out_one_after_the_other(
    world: None, plan: rounds.RoundDraft, bodil: Member, farid: Member
) -> None:
    of = signed(plan, bodil, farid)
    seen = of.result_digest
    first = proposed(of, bodil)
    other = proposed(of, farid, worker=reference("Amina"), kind="remove")
    turns: list[Callable[[], object]] = [
        lambda: confirm(first, farid, seen),
        lambda: confirm(other, bodil, seen),
    ]
    assert results(race(*turns)) == ["ResultChanged", "confirmed"]
    of.refresh_from_db()
    assert work_out_again(of).digest() == of.result_digest


@pytest.mark.django_db(transaction=True)
def test_confirming_and_publishing_at_once_never_publish_a_decision_that_waits(
    world: None, plan: rounds.RoundDraft, bodil: Member, farid: Member
) -> None:
    of = signed(plan, bodil, farid)
    one, seen = proposed(of, bodil), of.result_digest

    def publish() -> object:
        return rounds.publish_round(actor=bodil.actor, ready=of)

    race(lambda: confirm(one, farid, seen), publish)
    one.refresh_from_db()
    of.refresh_from_db()
    assert one.state == "confirmed"
    assert work_out_again(of).digest() == of.result_digest
