from __future__ import annotations

from django.test import Client
from tests.cast import Member
from tests.services.rounds.conftest import employed, offered, own
from tests.services.rounds.test_next_in_line import with_women
from tests.services.rounds.test_rest_agreement import send
from tests.services.rounds.test_settle_offer import in_question

from corridor.kernel.accounts import api as accounts
from corridor.services.rounds import api as rounds


def test_offers_are_made_listed_and_answered_by_api(
    published: rounds.Round, bodil: Member, amina: Member
) -> None:
    own(amina, "Amina")
    made = send(bodil.client, "POST", f"{published.number}/offers", {"days": 14})
    assert (made.status_code, len(made.json())) == (201, 3)
    assert send(bodil.client, "POST", f"{published.number}/offers", {}).json() == []
    assert send(bodil.client, "GET", f"{published.number}/offers?state=open").json()["count"] == 3
    (mine,) = send(amina.client, "GET", "offers/mine").json()["items"]
    accepted = send(amina.client, "POST", f"offers/{mine['id']}/accept")
    assert accepted.json()["state"] == "accepted"
    late = send(amina.client, "POST", f"offers/{mine['id']}/decline", {})
    assert (late.status_code, late.json()["type"]) == (409, "rounds.offer_answered")
    given_up = send(amina.client, "POST", f"offers/{mine['id']}/withdraw", {"reason": "x"})
    assert given_up.json()["state"] == "withdrawn"


def test_an_employer_sees_and_offers_their_own_alone(published: rounds.Round, hana: Member) -> None:
    welder, cook = (published.vacancies.get(title=title) for title in ("Welder", "Cook"))
    employed(hana, welder)
    offered(published, "Esperanza")
    listed = send(hana.client, "GET", f"{published.number}/offers").json()
    assert listed["count"] == 0
    theirs = {"vacancy": welder.vacancy}
    assert len(send(hana.client, "POST", f"{published.number}/offers", theirs).json()) == 2
    other = send(hana.client, "POST", f"{published.number}/offers", {"vacancy": cook.vacancy})
    assert other.status_code == 404
    assert send(hana.client, "POST", f"{published.number}/offers", {}).status_code == 404
    assert send(hana.client, "GET", f"{published.number}/offers?state=open").json()["count"] == 2


def test_a_token_with_too_little_scope_is_refused(published: rounds.Round, bodil: Member) -> None:
    _, secret = accounts.issue_token(
        actor=bodil.actor, user=bodil.user, name="read", scopes=["rounds.see"], days=1
    )
    program = Client(headers={"Authorization": f"Bearer {secret}"})
    assert send(program, "POST", f"{published.number}/offers", {}).status_code == 404
    assert not rounds.Offer.objects.exists()


def test_strangers_find_no_offers(published: rounds.Round, dawit: Member) -> None:
    offer = offered(published, "Amina")
    for verb in ("accept", "decline", "withdraw"):
        assert send(dawit.client, "POST", f"offers/{offer.pk}/{verb}", {}).status_code == 404


def test_an_accepted_place_in_question_is_listed_and_settled_by_api(
    published: rounds.Round, bodil: Member, hana: Member
) -> None:
    offer = in_question(published)
    (row,) = send(bodil.client, "GET", "offers/questioned").json()["items"]
    assert (row["id"], row["barred_by"].rpartition("/")[2]) == (offer.pk, "test")
    address, given = f"offers/{offer.pk}/settle", {"stands": False, "reason": "No course left."}
    assert send(hana.client, "POST", address, given).status_code == 404
    short = send(bodil.client, "POST", address, {"stands": True, "reason": ""})
    assert (short.status_code, short.json()["type"]) == (422, "rounds.refused")
    settled = send(bodil.client, "POST", address, given).json()
    assert (settled["state"], settled["failed"]) == ("withdrawn", row["barred_by"])
    again = send(bodil.client, "POST", address, {"stands": True, "reason": "Other."})
    assert (again.status_code, again.json()["type"]) == (409, "rounds.not_in_question")


def test_the_floors_of_a_round_as_they_stand_by_api(
    world: None, plan: rounds.RoundDraft, bodil: Member
) -> None:
    of = with_women(plan, "sex female 1: Act 12, s. 4", "Amina", "Fatima")
    offer = offered(of, "Amina")
    (floor,) = send(bodil.client, "GET", f"{of.number}/floors").json()
    assert floor == {
        "floor": "sex female 1",
        "basis": "Act 12, s. 4",
        "promised": 1,
        "held": 1,
        "left": 1,
    }
    rounds.decline_offer(actor=bodil.actor, offer=offer)
    (floor,) = Client().get(f"/api/v1/rounds/{of.number}/floors").json()
    assert (floor["held"], floor["left"]) == (1, 0)  # Fatima was asked
