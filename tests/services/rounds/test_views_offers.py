from __future__ import annotations

import pytest
from tests.cast import Member
from tests.services.rounds.conftest import employed, offered, own
from tests.services.rounds.test_views import text

from corridor.services.rounds import api as rounds


def test_an_officer_offers_the_places_and_sees_where_they_stand(
    published: rounds.Round, bodil: Member
) -> None:
    address = f"/desk/rounds/{published.number}/offers/"
    assert "No offers here" in text(bodil.client.get(address))
    assert bodil.client.post(address, {"days": "0"}).status_code == 422
    answer = bodil.client.post(address, {"days": "14"}, follow=True)
    assert "3 offers are made" in text(answer)
    csv = b"".join(bodil.client.get(f"{address}?format=csv")).decode()
    assert csv.count("\n") >= 4
    assert "No offers here" in text(bodil.client.get(f"{address}?state=declined"))
    offer = rounds.Offer.objects.first()
    assert offer is not None
    withdraw = f"/desk/offers/{offer.pk}/withdraw/"
    assert "They are told" in text(bodil.client.get(withdraw))
    assert "withdrawn" in text(bodil.client.post(withdraw, {"reason": "Error"}, follow=True))
    assert bodil.client.post(withdraw, {}).status_code == 302  # twice is once


def test_a_worker_accepts_on_the_phone_and_gives_up_later(
    published: rounds.Round, amina: Member
) -> None:
    assert "No offers yet" in text(amina.client.get("/me/offers/"))
    own(amina, "Amina")
    offer = offered(published, "Amina")
    assert "Answer by" in text(amina.client.get("/me/offers/"))
    page = f"/me/offers/{offer.pk}/"
    assert "Accept" in text(amina.client.get(page))
    assert "The place is yours" in text(amina.client.post(f"{page}accept/", follow=True))
    assert "Give the place up" in text(amina.client.get(page))
    assert "Give it up" in text(amina.client.get(f"{page}decline/"))
    assert "goes to the next person" in text(
        amina.client.post(f"{page}decline/", {"shown": "accepted"}, follow=True)
    )
    stale = amina.client.post(f"{page}accept/")
    assert stale.status_code == 409
    assert "Reload the page" in text(stale)


def test_a_worker_declines(published: rounds.Round, amina: Member) -> None:
    own(amina, "Amina")
    offer = offered(published, "Amina")
    rounds.Offer.objects.filter(pk=offer.pk).update(family="FAM", agreed_at=offer.made_at)
    assert "waiting for the family" in text(amina.client.get(f"/me/offers/{offer.pk}/"))
    page = f"/me/offers/{offer.pk}/decline/"
    before_accepting = {"reason": "x", "shown": "accepted"}
    assert "changed after you opened this page" in text(amina.client.post(page, before_accepting))
    offer.refresh_from_db()
    assert offer.state == "open"
    answer = amina.client.post(page, {"reason": "x", "shown": "open"}, follow=True)
    assert "Declined" in text(answer)


@pytest.mark.parametrize("language", ["fr", "es", "ar"])
def test_an_offer_is_read_in_every_language(
    published: rounds.Round, amina: Member, language: str
) -> None:
    own(amina, "Amina")
    offer = offered(published, "Amina")
    for address in ("/me/offers/", f"/me/offers/{offer.pk}/"):
        page = amina.client.get(address, headers={"accept-language": language})
        assert f'lang="{language}"' in text(page)


def test_somebody_elses_offer_looks_absent(
    published: rounds.Round, dawit: Member, hana: Member
) -> None:
    offer = offered(published, "Amina")
    for member in (dawit, hana):
        assert member.client.get(f"/me/offers/{offer.pk}/").status_code == 404
        assert member.client.post(f"/me/offers/{offer.pk}/accept/").status_code == 404
        assert member.client.get(f"/me/hiring/offers/{offer.pk}/withdraw/").status_code == 404


def test_an_employer_sees_the_blinded_shortlist_and_makes_offers(
    published: rounds.Round, hana: Member
) -> None:
    assert "No vacancy of yours" in text(hana.client.get("/me/hiring/rounds/"))
    line = published.vacancies.get(title="Welder")
    employed(hana, line)
    assert "Welder" in text(hana.client.get("/me/hiring/rounds/"))
    address = f"/me/hiring/rounds/{published.number}/{line.vacancy}/"
    page = text(hana.client.get(address))
    assert "Offer 2 places" in page
    assert "Amina" not in page
    assert hana.client.post(address, {"days": "x"}).status_code == 422
    assert "2 offers are made" in text(hana.client.post(address, {"days": "7"}, follow=True))
    offer = line.offers.first()
    assert offer is not None
    withdraw = f"/me/hiring/offers/{offer.pk}/withdraw/"
    assert "withdrawn" in text(hana.client.post(withdraw, follow=True))
    rounds.withdraw_vacancy(actor=hana.actor, vacancy=line.vacancy, reason="No funds")
    assert "No funds" in text(hana.client.get(address))


def test_another_employers_shortlist_looks_absent(published: rounds.Round, hana: Member) -> None:
    employed(hana, published.vacancies.get(title="Welder"))
    cook = published.vacancies.get(title="Cook")
    address = f"/me/hiring/rounds/{published.number}/{cook.vacancy}/"
    assert hana.client.get(address).status_code == 404
    assert hana.client.post(address, {"days": "7"}).status_code == 404
    assert hana.client.get("/me/hiring/rounds/R99/V1/").status_code == 404
    assert hana.client.get("/me/hiring/rounds/x/V1/").status_code == 404


def test_an_employers_empty_list_says_what_to_do(published: rounds.Round, hana: Member) -> None:
    line = published.vacancies.get(title="Cook")
    employed(hana, line)
    line.results.all().delete()
    page = text(hana.client.get(f"/me/hiring/rounds/{published.number}/{line.vacancy}/"))
    assert "Ask for less" in page
