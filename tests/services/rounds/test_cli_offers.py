from __future__ import annotations

import json

from tests.cast import Member
from tests.services.rounds.test_cli import run
from tests.services.rounds.test_next_in_line import with_women
from tests.services.rounds.test_settle_offer import in_question

from corridor.services.rounds import api as rounds


def test_offers_live_on_the_command_line_too(published: rounds.Round) -> None:
    number = published.number
    cook = published.vacancies.get(title="Cook")
    assert "1 offers" in run("rounds", "offer", number, "--vacancy", cook.vacancy).stdout
    assert "2 offers" in run("rounds", "offer", number, "--days", "3").stdout
    first, second, third = (
        row["offer"] for row in json.loads(run("rounds", "offers", number).stdout)
    )
    assert "accepted" in run("rounds", "accept", str(first)).stdout
    assert "declined" in run("rounds", "decline", str(second), "--reason", "ill").stdout
    assert "withdrawn" in run("rounds", "withdraw", str(third)).stdout
    assert "0 offers lapsed" in run("rounds", "lapse").stdout


def test_an_accepted_place_in_question_is_settled_for_the_officer_who_decided(
    published: rounds.Round, bodil: Member
) -> None:
    offer = in_question(published)
    (row,) = json.loads(run("rounds", "questioned").stdout)
    assert row["offer"] == offer.pk
    given = ("--officer", bodil.user.email, "--reason", "A course is arranged.")
    told = run("rounds", "settle", str(offer.pk), "--stands", *given)
    assert "accepted" in told.stdout
    assert json.loads(run("rounds", "questioned").stdout) == []


def test_the_floors_are_read_on_the_command_line(world: None, plan: rounds.RoundDraft) -> None:
    of = with_women(plan, "sex female 1: Act 12, s. 4", "Amina")
    (floor,) = json.loads(run("rounds", "floors", of.number).stdout)
    assert (floor["promised"], floor["held"], floor["left"]) == (1, 1, 0)
