from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from tests.cast import Member
from tests.services.rounds.conftest import agreed_by, planned_alone

from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.record import api as record
from corridor.services.rounds import api as rounds


@pytest.fixture
def planned(db: None, plan: rounds.RoundDraft) -> rounds.Round:
    return rounds.plan_round(actor=COMMAND_LINE, draft=plan)


def named(planned: rounds.Round, *officers: Member) -> rounds.Round:
    parties = [
        rounds.PartyDraft(name=f"Party of {each.name}", officer=str(each.user.email))
        for each in officers
    ]
    return rounds.name_parties(actor=COMMAND_LINE, planned=planned, parties=parties)


def test_a_round_opens_when_two_officers_of_two_parties_agreed(
    world: None, planned: rounds.Round, bodil: Member, farid: Member
) -> None:
    named(planned, bodil, farid)
    digest = rounds.terms_digest(planned)
    rounds.agree_round(actor=bodil.actor, planned=planned, digest=digest)
    with pytest.raises(rounds.NotAgreed, match="1 of two"):
        rounds.start_round(actor=bodil.actor, planned=planned)
    rounds.agree_round(actor=farid.actor, planned=planned, digest=digest)
    started = rounds.start_round(actor=bodil.actor, planned=planned)
    assert (started.state, started.agreed_digest) == ("running", digest)
    assert record.Entry.objects.filter(verb="rounds.agreed").count() == 2


def test_a_round_nobody_agreed_to_does_not_start(world: None, planned: rounds.Round) -> None:
    with pytest.raises(rounds.NotAgreed, match="0 of two"):
        rounds.start_round(actor=COMMAND_LINE, planned=planned)


def test_agreeing_twice_is_agreeing_once(
    planned: rounds.Round, bodil: Member, farid: Member
) -> None:
    agreed_by(planned, bodil, farid)
    before = planned.parties.get(officer=bodil.user).agreed_at
    digest = rounds.terms_digest(planned)
    rounds.agree_round(actor=bodil.actor, planned=planned, digest=digest)
    assert planned.parties.get(officer=bodil.user).agreed_at == before


def test_a_stale_page_agrees_to_nothing(
    planned: rounds.Round, plan: rounds.RoundDraft, bodil: Member, farid: Member
) -> None:
    named(planned, bodil, farid)
    read = rounds.terms_digest(planned)
    rounds.change_round(actor=COMMAND_LINE, planned=planned, draft=replace(plan, seed=99))
    with pytest.raises(rounds.TermsChanged):
        rounds.agree_round(actor=bodil.actor, planned=planned, digest=read)
    assert not planned.parties.exclude(agreed_digest="").exists()


def test_a_change_before_opening_voids_what_was_agreed(
    world: None, planned: rounds.Round, plan: rounds.RoundDraft, bodil: Member, farid: Member
) -> None:
    agreed_by(planned, bodil, farid)
    rounds.change_round(actor=bodil.actor, planned=planned, draft=replace(plan, top=9))
    with pytest.raises(rounds.NotAgreed, match="0 of two"):
        rounds.start_round(actor=bodil.actor, planned=planned)
    entry = record.Entry.objects.get(verb="rounds.changed")
    assert entry.facts["voided"] == 2


def test_saving_the_same_terms_voids_nothing(
    planned: rounds.Round, plan: rounds.RoundDraft, bodil: Member, farid: Member
) -> None:
    agreed_by(planned, bodil, farid)
    rounds.change_round(actor=bodil.actor, planned=planned, draft=plan)
    assert planned.parties.exclude(agreed_digest="").count() == 2


def test_after_opening_nothing_changes_by_act_or_in_the_database(
    ready: rounds.Round, plan: rounds.RoundDraft, bodil: Member, farid: Member
) -> None:
    with pytest.raises(rounds.Opened):
        rounds.change_round(actor=bodil.actor, planned=ready, draft=replace(plan, seed=8))
    with pytest.raises(rounds.Opened):
        named(ready, bodil, farid)
    for column, value in {"seed": 8, "criteria": "x", "quotas": [1], "waiver": "other"}.items():
        with pytest.raises(IntegrityError), transaction.atomic():
            rounds.Round.objects.filter(pk=ready.pk).update(**{column: value})


def test_the_database_opens_no_round_without_two_equal_agreements(
    planned: rounds.Round, bodil: Member, farid: Member
) -> None:
    rows = rounds.Round.objects.filter(pk=planned.pk)
    for changes in ({"state": "running"}, {"state": "running", "agreed_digest": "0" * 64}):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**changes)
    named(planned, bodil, farid)
    first, second = planned.parties.all()
    with pytest.raises(IntegrityError), transaction.atomic():
        planned.parties.filter(pk=first.pk).update(officer=second.officer)
    with pytest.raises(IntegrityError), transaction.atomic():
        planned.parties.filter(pk=first.pk).update(agreed_at=timezone.now())


def test_only_the_named_officer_agrees_and_nobody_for_both(
    planned: rounds.Round, bodil: Member, farid: Member, ivan: Member, amina: Member
) -> None:
    with pytest.raises(rounds.RoundRefused, match="must differ"):
        named(planned, bodil, bodil)
    with pytest.raises(rounds.RoundRefused, match="Nobody who may sign"):
        named(planned, bodil, amina)
    named(planned, bodil, farid)
    with pytest.raises(Refused):
        rounds.agree_round(actor=ivan.actor, planned=planned, digest=rounds.terms_digest(planned))


def test_an_agreement_is_taken_back_before_opening(
    planned: rounds.Round, bodil: Member, farid: Member
) -> None:
    agreed_by(planned, bodil, farid)
    rounds.take_back_agreement(actor=bodil.actor, planned=planned)
    assert [one.has_agreed for one in planned.parties.all()] == [False, True]


def test_only_the_operator_goes_without_an_agreement_and_says_why(
    planned: rounds.Round, bodil: Member, ivan: Member
) -> None:
    for member in (bodil, ivan):
        with pytest.raises(Refused):
            rounds.waive_agreement(actor=member.actor, planned=planned, reason="Quickly")
    with pytest.raises(rounds.RoundRefused):
        rounds.waive_agreement(actor=COMMAND_LINE, planned=planned, reason=" ")
    waived = rounds.waive_agreement(actor=COMMAND_LINE, planned=planned, reason="A pilot.")
    assert waived.waiver == "A pilot."
    assert record.Entry.objects.filter(verb="rounds.waived").exists()


def test_a_round_that_failed_starts_again_on_the_same_agreement(
    world: None, plan: rounds.RoundDraft
) -> None:
    planned = planned_alone(plan)
    running = rounds.start_round(actor=COMMAND_LINE, planned=planned, in_background=False)
    rounds.Round.objects.filter(pk=running.pk).update(state="failed")
    assert rounds.start_round(actor=COMMAND_LINE, planned=running).state == "running"
