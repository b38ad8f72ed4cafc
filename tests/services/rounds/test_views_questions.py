from __future__ import annotations

from tests.cast import Member
from tests.services.rounds.conftest import offered
from tests.services.rounds.test_settle_offer import REASON, in_question

from corridor.services.rounds import api as rounds

LIST = "/desk/offers/questioned/"


def test_the_desk_home_counts_them_and_leads_to_the_list(
    published: rounds.Round, bodil: Member
) -> None:
    assert "No accepted place is in question" in bodil.client.get(LIST).content.decode()
    offer = in_question(published)
    home = bodil.client.get("/desk/").content.decode()
    assert "Accepted places in question" in home
    assert LIST in home
    page = bodil.client.get(LIST).content.decode()
    assert f"/desk/offers/{offer.pk}/settle/" in page
    assert "Test" in page
    table = bodil.client.get(f"{LIST}?format=csv").getvalue().decode()
    assert offer.worker in table


def test_an_officer_decides_with_a_reason(published: rounds.Round, bodil: Member) -> None:
    offer = in_question(published)
    address = f"/desk/offers/{offer.pk}/settle/"
    assert "The person reads it." in bodil.client.get(address).content.decode()
    assert bodil.client.post(address, {"decision": "stands"}).status_code == 422
    sent = bodil.client.post(address, {"decision": "withdrawn", "reason": REASON}, follow=True)
    assert "the next on the list is asked" in sent.content.decode()
    after = bodil.client.get(address).content.decode()
    assert "Nothing waits for a decision here" in after
    assert REASON in after


def test_letting_it_stand_is_said_too(published: rounds.Round, bodil: Member) -> None:
    offer = in_question(published)
    given = {"decision": "stands", "reason": REASON}
    sent = bodil.client.post(f"/desk/offers/{offer.pk}/settle/", given, follow=True)
    assert "The place stays theirs; they are told." in sent.content.decode()


def test_an_offer_without_a_question_can_be_read(published: rounds.Round, bodil: Member) -> None:
    offer = offered(published, "Amina")
    page = bodil.client.get(f"/desk/offers/{offer.pk}/settle/").content.decode()
    assert "Nothing waits for a decision here" in page
