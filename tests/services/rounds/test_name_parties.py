import pytest
from django.conf import LazySettings
from tests.cast import Member

from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.services.rounds import api as rounds


def test_one_organisation_cannot_be_both_parties(
    db: None, plan: rounds.RoundDraft, bodil: Member, farid: Member
) -> None:
    planned = rounds.plan_round(actor=COMMAND_LINE, draft=plan)
    both = [
        rounds.PartyDraft(name=name, officer=str(each.user.email), organisation_id=5)
        for name, each in (("A", bodil), ("B", farid))
    ]
    with pytest.raises(rounds.RoundRefused, match="must differ"):
        rounds.name_parties(actor=COMMAND_LINE, planned=planned, parties=both)


def test_every_fault_of_both_parties_comes_at_once(db: None, plan: rounds.RoundDraft) -> None:
    planned = rounds.plan_round(actor=COMMAND_LINE, draft=plan)
    with pytest.raises(rounds.RoundRefused) as refused:
        rounds.name_parties(
            actor=COMMAND_LINE,
            planned=planned,
            parties=[rounds.PartyDraft(name=" ", officer="nobody")] * 2,
        )
    assert len(refused.value.findings) == 4


def test_an_officer_without_a_second_factor_yet_is_named_but_cannot_agree(
    db: None, plan: rounds.RoundDraft, bodil: Member, farid: Member, settings: LazySettings
) -> None:
    settings.CORRIDOR_STAFF_MFA = True
    planned = rounds.plan_round(actor=COMMAND_LINE, draft=plan)
    parties = [
        rounds.PartyDraft(name=each.name, officer=str(each.user.email)) for each in (bodil, farid)
    ]
    rounds.name_parties(actor=COMMAND_LINE, planned=planned, parties=parties)
    with pytest.raises(Refused):
        rounds.agree_round(actor=bodil.actor, planned=planned, digest=rounds.terms_digest(planned))
