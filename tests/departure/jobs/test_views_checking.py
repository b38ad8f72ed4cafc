"""An officer checks vacancies and other terms on the web."""

from __future__ import annotations

from bs4 import BeautifulSoup
from tests.cast import Member
from tests.departure.jobs.test_amend import asked

from corridor.departure.jobs import api as jobs


def text_of(answer) -> str:
    return BeautifulSoup(answer.content, "html.parser").get_text(" ", strip=True)


def test_an_officer_sends_back_then_publishes(
    hana: Member, bodil: Member, harbour_vacancy: jobs.Vacancy
) -> None:
    jobs.submit_vacancy(actor=hana.actor, vacancy=harbour_vacancy)
    address = f"/desk/vacancies/{harbour_vacancy.number}/check/"
    assert address in bodil.client.get("/desk/vacancies/?status=submitted").content.decode()
    assert "Your decision" in text_of(bodil.client.get(address))
    assert "Check" in text_of(bodil.client.get(harbour_vacancy.get_absolute_url()))
    empty = bodil.client.post(address, {"pay": ""})
    assert empty.status_code == 422
    back = bodil.client.post(address, {"pay": "Too low.", "all": "See law 12."}, follow=True)
    assert "went back with your reasons" in text_of(back)
    harbour_vacancy.refresh_from_db()
    assert [each["field"] for each in harbour_vacancy.faults] == ["", "pay"]
    jobs.submit_vacancy(actor=hana.actor, vacancy=harbour_vacancy)
    done = bodil.client.post(address, {"publish": "yes"}, follow=True)
    assert "is published" in text_of(done)
    assert bodil.client.post(address, {"publish": "yes"}).status_code == 422


def test_an_officer_decides_on_other_terms(
    hana: Member, bodil: Member, harbour_open: jobs.Vacancy
) -> None:
    first = asked(hana, harbour_open, hours_weekly=60)
    address = f"/desk/vacancies/{harbour_open.number}/terms/"
    assert "Other terms wait" in text_of(bodil.client.get("/desk/vacancies/"))
    check = f"/desk/vacancies/{harbour_open.number}/check/"
    assert "Other terms wait" in text_of(bodil.client.get(check))
    assert "60" in text_of(bodil.client.get(f"{address}{first.pk}/"))
    refused = bodil.client.post(f"{address}{first.pk}/", {"reason": "Too many."}, follow=True)
    assert "refused" in text_of(refused)
    assert "Too many." in text_of(bodil.client.get(f"{address}{first.pk}/"))
    second = asked(hana, harbour_open, hours_weekly=50)
    bodil.client.post(f"{address}{second.pk}/", {"accept": "yes"})
    harbour_open.refresh_from_db()
    assert harbour_open.hours_weekly == 50
    assert bodil.client.post(f"{address}{second.pk}/", {"accept": "yes"}).status_code == 409
    assert hana.client.get(f"{address}{second.pk}/").status_code == 404
    assert bodil.client.get(f"{address}999/").status_code == 404
