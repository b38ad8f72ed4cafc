from __future__ import annotations

from dataclasses import replace

import pytest
from tests.cast import Member
from tests.services.rounds.conftest import run
from tests.services.rounds.officers import draft, left_out, proposed, reference, signed

from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.record import api as record
from corridor.services.rounds import api as rounds


@pytest.fixture
def of(world: None, plan: rounds.RoundDraft, bodil: Member, farid: Member) -> rounds.Round:
    return signed(plan, bodil, farid)


def test_the_price_changes_nothing(of: rounds.Round, bodil: Member) -> None:
    entries = record.Entry.objects.count()
    told = rounds.price_override(actor=bodil.actor, of=of, draft=draft(of))
    assert told.seen == of.result_digest
    assert len(told.loses) == len(told.gains) == 1
    assert 0 < told.cost_share < 1
    assert record.Entry.objects.count() == entries
    assert not of.overrides.exists()


def test_a_proposal_waits_and_stands_in_the_record(of: rounds.Round, bodil: Member) -> None:
    one = proposed(of, bodil)
    assert (one.state, one.proposed_side) == ("proposed", "first")
    entry = record.Entry.objects.get(verb="rounds.override_proposed")
    assert entry.facts["worker"] == one.worker
    of.refresh_from_db()
    assert of.result_digest == one.price["seen"]  # nothing is changed yet


def test_a_double_click_proposes_once(of: rounds.Round, bodil: Member) -> None:
    worker = left_out(of)
    assert proposed(of, bodil, worker=worker).pk == proposed(of, bodil, worker=worker).pk
    assert record.Entry.objects.filter(verb="rounds.override_proposed").count() == 1


def test_the_other_party_cannot_propose_the_same_beside_it(
    of: rounds.Round, bodil: Member, farid: Member
) -> None:
    proposed(of, bodil)
    with pytest.raises(rounds.OverrideStands):
        proposed(of, farid)


def test_a_page_read_before_the_result_changed_proposes_nothing(
    of: rounds.Round, bodil: Member
) -> None:
    with pytest.raises(rounds.ResultChanged):
        rounds.propose_override(actor=bodil.actor, of=of, draft=draft(of), seen="0" * 64)
    assert not of.overrides.exists()


def test_only_the_officers_of_the_parties_decide(
    of: rounds.Round, ivan: Member, amina: Member
) -> None:
    for member in (ivan, amina):
        with pytest.raises(Refused):
            proposed(of, member)
    with pytest.raises(rounds.NotAParty):
        rounds.propose_override(actor=COMMAND_LINE, of=of, draft=draft(of), seen=of.result_digest)


def test_a_round_without_parties_has_no_such_decisions(
    world: None, plan: rounds.RoundDraft, bodil: Member
) -> None:
    with pytest.raises(Refused):
        proposed(run(plan), bodil)


@pytest.mark.parametrize(
    ("change", "field"),
    [({"reason": "  "}, "reason"), ({"reason": "x" * 301}, "reason"), ({"kind": "swap"}, "kind")],
)
def test_what_is_wrong_is_said(
    of: rounds.Round, bodil: Member, change: dict[str, str], field: str
) -> None:
    with pytest.raises(rounds.RoundRefused) as refused:
        rounds.price_override(actor=bodil.actor, of=of, draft=replace(draft(of), **change))
    assert [finding[0] for finding in refused.value.findings] == [field]


def test_once_published_nothing_is_decided(of: rounds.Round, bodil: Member) -> None:
    given = draft(of, reference("Amina"), "remove")
    published = rounds.publish_round(actor=bodil.actor, ready=of)
    with pytest.raises(rounds.NotOverridable):
        rounds.price_override(actor=bodil.actor, of=published, draft=given)
