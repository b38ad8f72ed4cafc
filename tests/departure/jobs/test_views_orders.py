"""Job orders on the web."""

from __future__ import annotations

from bs4 import BeautifulSoup
from tests.cast import Member
from tests.departure.jobs import world

from corridor.departure.jobs import api as jobs

MINE, DESK = "/me/hiring/orders/", "/desk/orders/"


def text_of(answer) -> str:
    return BeautifulSoup(answer.content, "html.parser").get_text(" ", strip=True)


def told(organisation: int, **other: object) -> dict[str, object]:
    usual = {"organisation_id": organisation, "isco": "5120", "country": "QAT"}
    usual |= {"places_asked": 10, "valid_from": "2026-01-01", "valid_until": "2099-12-31"}
    return usual | other


def test_hana_asks_and_bodil_approves(hana: Member, bodil: Member, harbour, starter) -> None:
    assert "No order yet" in text_of(hana.client.get(MINE))
    assert "No order here" in text_of(bodil.client.get(DESK))
    assert "An officer decides next" in text_of(
        hana.client.post(MINE, told(harbour.pk), follow=True)
    )
    order = jobs.JobOrder.objects.get()
    assert order.number in text_of(bodil.client.get(DESK + "?state=asked"))
    address = f"{DESK}{order.number}/"
    assert "Harbour Works" in text_of(bodil.client.get(address))
    assert bodil.client.post(address, {"reason": ""}).status_code == 422
    assert "written down" in text_of(
        bodil.client.post(address, {"approve": "yes", "places": 8}, follow=True)
    )
    world.opened(world.draft_of(hana, harbour, order_id=order.pk))
    assert "Vacancies that draw on it" in text_of(bodil.client.get(address))
    assert "Approved" in text_of(hana.client.get(MINE))
    assert bodil.client.post(address, {"approve": "yes"}).status_code == 422


def test_bad_input_is_refused_and_what_was_asked_taken_back(
    hana: Member, chen: Member, harbour, crew, starter
) -> None:
    answer = hana.client.post(MINE, told(harbour.pk, isco="cook"))
    assert answer.status_code == 422
    assert "ISCO-08" in text_of(answer)
    assert hana.client.post(MINE, told(crew.pk)).status_code == 422
    hana.client.post(MINE, told(harbour.pk))
    order = jobs.JobOrder.objects.get()
    withdraw = f"{MINE}{order.number}/withdraw/"
    assert chen.client.post(withdraw).status_code == 404
    assert "Withdrawn" in text_of(hana.client.post(withdraw, follow=True))
    assert hana.client.post(withdraw).status_code == 409


def test_the_form_of_a_vacancy_offers_the_open_orders(hana: Member, harbour, starter) -> None:
    order = world.order_of(harbour)
    vacancy = world.draft_of(hana, harbour)
    page = hana.client.get(f"/me/hiring/vacancies/{vacancy.number}/edit/costs/")
    assert order.told() in text_of(page)
