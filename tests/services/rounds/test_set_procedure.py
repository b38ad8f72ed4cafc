from __future__ import annotations

import pytest
from django.db import IntegrityError
from tests.cast import Member
from tests.services.rounds.conftest import agreed_by

from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.record import api as record
from corridor.services.rounds import api as rounds
from corridor.services.rounds.procedure import usual

OFFER = rounds.Procedure(judged=usual().judged, names_from="offer")


@pytest.fixture
def planned(world: None, plan: rounds.RoundDraft) -> rounds.Round:
    return rounds.plan_round(actor=COMMAND_LINE, draft=plan)


def test_a_new_round_is_blind_and_judges_by_documents_and_tests(planned: rounds.Round) -> None:
    assert rounds.procedure_of(planned) == usual()
    assert rounds.procedure_of(planned).names_from == "acceptance"


def test_another_procedure_voids_what_was_agreed_and_the_same_one_does_not(
    planned: rounds.Round, bodil: Member, farid: Member
) -> None:
    planned = agreed_by(planned, bodil, farid)
    rounds.set_procedure(actor=bodil.actor, planned=planned, procedure=usual())
    assert planned.parties.exclude(agreed_digest="").count() == 2
    changed = rounds.set_procedure(actor=bodil.actor, planned=planned, procedure=OFFER)
    assert planned.parties.exclude(agreed_digest="").count() == 0
    assert rounds.terms_of(changed)["procedure"]["names_from"] == "offer"
    assert record.Entry.objects.filter(verb="rounds.procedure_set").count() == 1


def test_nonsense_is_refused_and_others_may_not(planned: rounds.Round, amina: Member) -> None:
    with pytest.raises(rounds.RoundRefused):
        rounds.set_procedure(
            actor=COMMAND_LINE,
            planned=planned,
            procedure=rounds.Procedure(judged={"age": {"test": ""}}),
        )
    with pytest.raises(Refused):
        rounds.set_procedure(actor=amina.actor, planned=planned, procedure=OFFER)


def test_after_the_round_opened_it_stays_in_the_act_and_in_the_database(
    ready: rounds.Round,
) -> None:
    with pytest.raises(rounds.Opened):
        rounds.set_procedure(actor=COMMAND_LINE, planned=ready, procedure=OFFER)
    with pytest.raises(IntegrityError, match="never change"):
        rounds.Round.objects.filter(pk=ready.pk).update(procedure=OFFER.as_json())


def test_terms_without_a_procedure_keep_the_fingerprint_they_had(planned: rounds.Round) -> None:
    planned.procedure = {}
    assert "procedure" not in rounds.terms_of(planned)
