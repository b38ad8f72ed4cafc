from __future__ import annotations

import pytest
from tests.cast import Member
from tests.services.rounds.test_views import FORM, text

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.services.rounds import api as rounds

PARTIES = {
    "first_name": "Ministry of Labour",
    "first_officer": "bodil@example.org",
    "second_name": "Employment Agency",
    "second_officer": "farid@example.org",
}


@pytest.fixture
def planned(world: None, plan: rounds.RoundDraft, bodil: Member, farid: Member) -> rounds.Round:
    return rounds.plan_round(actor=COMMAND_LINE, draft=plan)


def test_two_officers_agree_each_on_their_own_device(
    planned: rounds.Round, bodil: Member, farid: Member
) -> None:
    page = f"/rounds/{planned.number}/"
    desk = f"/desk/rounds/{planned.number}"
    assert "No parties are named yet" in text(bodil.client.get(page))
    assert "Who agrees" in text(bodil.client.get(f"{desk}/parties/"))
    assert bodil.client.post(f"{desk}/parties/", PARTIES).status_code == 302
    digest = rounds.terms_digest(planned)
    for member in (bodil, farid):
        shown = text(member.client.get(page))
        assert "Agree for" in shown
        assert digest in shown
        answer = member.client.post(f"{desk}/agree/", {"digest": digest}, follow=True)
        assert "You have agreed" in text(answer)
    shown = text(bodil.client.get(page))
    assert "Take my agreement back" in shown
    assert ">Start<" in shown.replace("\n", "").replace(" ", "")


def test_parties_that_cannot_be_are_said(planned: rounds.Round, bodil: Member) -> None:
    wrong = {**PARTIES, "first_name": "", "second_officer": "nobody@example.org"}
    answer = bodil.client.post(f"/desk/rounds/{planned.number}/parties/", wrong)
    assert answer.status_code == 422
    wrong = {**PARTIES, "second_officer": "nobody@example.org"}
    answer = bodil.client.post(f"/desk/rounds/{planned.number}/parties/", wrong)
    assert "Nobody who may sign for a party" in text(answer)


def test_changing_the_terms_says_that_agreements_are_void(
    planned: rounds.Round, bodil: Member, farid: Member
) -> None:
    desk = f"/desk/rounds/{planned.number}"
    bodil.client.post(f"{desk}/parties/", PARTIES)
    bodil.client.post(f"{desk}/agree/", {"digest": rounds.terms_digest(planned)})
    assert "Spring intake" in text(bodil.client.get(f"{desk}/change/"))
    answer = bodil.client.post(f"{desk}/change/", {**FORM, "seed": "8"}, follow=True)
    assert "Agreements given before are void" in text(answer)
    stale = farid.client.post(f"{desk}/agree/", {"digest": rounds.terms_digest(planned)})
    assert stale.status_code == 409
    assert bodil.client.post(f"{desk}/change/", {**FORM, "title": ""}).status_code == 422
    broken = {**FORM, "preset": "own", "criteria": "[hard.education]\neqf_min = 12"}
    assert bodil.client.post(f"{desk}/change/", broken).status_code == 422


def test_an_agreement_is_taken_back_on_the_page(
    planned: rounds.Round, bodil: Member, farid: Member
) -> None:
    desk = f"/desk/rounds/{planned.number}"
    bodil.client.post(f"{desk}/parties/", PARTIES)
    bodil.client.post(f"{desk}/agree/", {"digest": rounds.terms_digest(planned)})
    answer = bodil.client.post(f"{desk}/take-back/", follow=True)
    assert "taken back" in text(answer)


def test_an_outsider_sees_nothing_of_it(
    planned: rounds.Round, esra: Member, grace: Member, farid: Member
) -> None:
    for member in (esra, grace, farid):  # Farid is not named for this one
        assert member.client.get(f"/rounds/{planned.number}/").status_code == 404


def test_a_waiver_is_read_by_everybody(visitor, published: rounds.Round) -> None:
    page = text(visitor.get(f"/rounds/{published.number}/"))
    assert "This round goes without two parties" in page
    assert "A test." in page
