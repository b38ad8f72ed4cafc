from __future__ import annotations

import pytest
from tests.cast import Member
from tests.services.rounds.officers import proposed, signed
from tests.services.rounds.test_make_offers import race

from corridor.kernel.actors.api import Refused
from corridor.kernel.record import api as record
from corridor.services.rounds import api as rounds
from corridor.services.rounds.working import work_out_again


@pytest.fixture
def of(world: None, plan: rounds.RoundDraft, bodil: Member, farid: Member) -> rounds.Round:
    return signed(plan, bodil, farid)


def undo(one: rounds.Override, by: Member) -> rounds.Override:
    return rounds.undo_override(actor=by.actor, override=one)


def test_a_proposal_is_taken_back(of: rounds.Round, bodil: Member) -> None:
    assert undo(proposed(of, bodil), bodil).state == "undone"
    again = proposed(of, bodil)  # nothing stands in its way
    assert again.state == "proposed"


def test_a_decision_taken_back_leaves_the_result_as_it_was(
    of: rounds.Round, bodil: Member, farid: Member
) -> None:
    before, proof = of.result_digest, of.proof
    one = proposed(of, bodil)
    rounds.confirm_override(actor=farid.actor, override=one, seen=before)
    assert undo(one, farid).state == "undone"
    of.refresh_from_db()
    assert (of.result_digest, of.proof) == (before, proof)
    assert work_out_again(of).digest() == before
    assert record.Entry.objects.get(verb="rounds.override_undone").facts["result"] == before


def test_it_is_taken_back_once(of: rounds.Round, bodil: Member, farid: Member) -> None:
    one = undo(proposed(of, bodil), bodil)
    assert undo(one, bodil).pk == one.pk
    with pytest.raises(rounds.OverrideOver):
        undo(one, farid)
    with pytest.raises(rounds.OverrideOver):
        rounds.confirm_override(actor=farid.actor, override=one, seen=of.result_digest)


def test_after_publication_it_stands(of: rounds.Round, bodil: Member, farid: Member) -> None:
    one = proposed(of, bodil)
    rounds.confirm_override(actor=farid.actor, override=one, seen=of.result_digest)
    rounds.publish_round(actor=bodil.actor, ready=of)
    with pytest.raises(rounds.NotOverridable):
        undo(one, bodil)


def test_an_outsider_takes_nothing_back(of: rounds.Round, bodil: Member, ivan: Member) -> None:
    with pytest.raises(Refused):
        undo(proposed(of, bodil), ivan)


@pytest.mark.django_db(transaction=True)
def test_both_officers_taking_it_back_at_once_take_it_back_once(
    world: None, plan: rounds.RoundDraft, bodil: Member, farid: Member
) -> None:
    of = signed(plan, bodil, farid)
    before, one = of.result_digest, proposed(of, bodil)
    rounds.confirm_override(actor=farid.actor, override=one, seen=before)
    answers = race(lambda: undo(one, bodil), lambda: undo(one, farid))
    kinds = sorted(type(answer).__name__ for answer in answers)
    assert kinds == ["Override", "OverrideOver"]
    assert record.Entry.objects.filter(verb="rounds.override_undone").count() == 1
    of.refresh_from_db()
    assert of.result_digest == before
