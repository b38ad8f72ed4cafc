"""What a person is told of an application: never a stage that is kept inside."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from django.conf import LazySettings
from tests.cast import Member
from tests.departure.jobs import world

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import following
from corridor.kernel.actors.api import Refused
from corridor.services.rounds import api as rounds


@pytest.fixture
def sent(amina: Member, harbour_open: jobs.Vacancy) -> jobs.Application:
    return jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=world.cook(amina))


def test_stages_kept_inside_are_never_told(
    hana: Member, sent: jobs.Application, settings: LazySettings
) -> None:
    moved = jobs.move_application(actor=hana.actor, application=sent, stage="shortlisted")
    assert following.told(moved).says == "Received"
    settings.CORRIDOR_STAGES_INTERNAL = ["considered"]
    assert following.told(moved).says == "On the shortlist"
    invited = jobs.move_application(actor=hana.actor, application=sent, stage="invited")
    assert "writes to you" in following.told(invited).next
    assert following.told(invited).by == date(2099, 6, 30)


def test_what_a_round_says_counts_first(sent: jobs.Application, monkeypatch) -> None:
    standing = SimpleNamespace(
        vacancy=sent.vacancy.number,
        stage="placed",
        says="Placed here",
        next="Offer follows.",
        by=None,
    )
    monkeypatch.setattr(rounds, "standings_of", lambda _reference: (standing,))
    assert (following.told(sent).says, following.told(sent).next) == (
        "Placed here",
        "Offer follows.",
    )


@pytest.mark.parametrize("state", ["withdrawn", "not_chosen", "closed"])
def test_every_end_has_its_sentence(sent: jobs.Application, state: str) -> None:
    sent.state = state
    assert following.told(sent).says
    assert following.told(sent).next


def test_only_ones_own_are_found(amina: Member, dawit: Member, sent: jobs.Application) -> None:
    assert following.own_application(amina.actor, sent.number) == sent
    for number in (sent.number, "A999", "x"):
        with pytest.raises(Refused):
            following.own_application(dawit.actor, number)
    assert [each.application for each in following.followed(sent.person)] == [sent]
