"""An employer's own vacancies on the web."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from tests.cast import Member
from tests.departure.jobs import world

from corridor.departure.jobs import api as jobs
from corridor.kernel.actors.api import COMMAND_LINE

HIRING = "/me/hiring/"


def text_of(answer) -> str:
    return BeautifulSoup(answer.content, "html.parser").get_text(" ", strip=True)


def own(vacancy: jobs.Vacancy) -> str:
    return f"/me/hiring/vacancies/{vacancy.number}/"


def do(member: Member, vacancy: jobs.Vacancy, verb: str):
    return member.client.post(f"{own(vacancy)}do/{verb}/", follow=True)


def test_who_recruits_for_nobody_is_shown_the_way(hana: Member, esra: Member, starter) -> None:
    assert "You recruit for nobody yet" in text_of(hana.client.get("/me/hiring/vacancies/new/"))
    assert "No vacancy here yet" in text_of(hana.client.get(HIRING))
    assert esra.client.get(HIRING).status_code == 404


def test_hana_writes_a_vacancy_part_by_part_and_sends_it(
    hana: Member, bodil: Member, starter, harbour
) -> None:
    told = {"organisation_id": harbour.pk, "title": "Ship's cook", "country": "QAT"}
    answer = hana.client.post("/me/hiring/vacancies/new/", told, follow=True)
    assert "Which occupation is it?" in text_of(answer)
    vacancy = jobs.Vacancy.objects.get()
    address = own(vacancy)
    picked = hana.client.post(f"{address}occupation/", {"pick": "5"}, follow=True)
    assert "What the work is" in text_of(picked)

    def save(part: str, **values: object):
        vacancy.refresh_from_db()
        told = values | {"revision": vacancy.revision}
        return hana.client.post(f"{address}edit/{part}/", told, follow=True)

    job = {"title": "Ship's cook", "country": "QAT", "language": "en", "places": 3}
    assert "What people bring" in text_of(save("job", **job, next="yes"))
    assert "Saved" in text_of(save("needs", years_least=2, language_1="en", level_1="3"))
    pay = {"pay": "2400.50", "pay_currency": "QAR", "pay_period": "month", "pay_basis": "net"}
    assert "Saved" in text_of(save("pay", **pay, hours_weekly=48))
    unready = text_of(do(hana, vacancy, "submit"))
    assert "Say who pays the recruitment fee" in unready
    assert "Saved" in text_of(save("costs", payer_recruitment="employer", closes_on="2099-06-30"))
    vacancy.refresh_from_db()
    assert (vacancy.pay_minor, vacancy.isco, vacancy.pay_basis) == (240_050, "5", "net")
    assert jobs.draft_of(vacancy).languages == {"en": 3}
    assert "everybody will read it" in text_of(hana.client.get(f"{address}preview/"))
    assert "An officer reads it next" in text_of(do(hana, vacancy, "submit"))
    assert "Being checked" in text_of(hana.client.get(HIRING + "?status=submitted"))
    assert "It is a draft again" in text_of(do(hana, vacancy, "take-back"))


def test_bad_input_stays_in_the_form(hana: Member, harbour_vacancy: jobs.Vacancy, starter) -> None:
    address = own(harbour_vacancy) + "edit/"
    wrong = hana.client.post(f"{address}pay/", {"revision": 1, "pay": "12", "pay_period": "day"})
    assert wrong.status_code == 422
    assert "Pay needs all three" in text_of(wrong)
    fine = {"pay": "1.234", "pay_currency": "QAR", "pay_period": "day", "revision": 1}
    assert "fewer decimals" in text_of(hana.client.post(f"{address}pay/", fine))
    hours = {"revision": 1, "hours_weekly": 500}
    assert "1 to 112 hours" in text_of(hana.client.post(f"{address}pay/", hours))
    assert hana.client.get(f"{address}nonsense/").status_code == 404
    assert hana.client.post(own(harbour_vacancy) + "do/nonsense/").status_code == 404
    new = {"title": "", "country": "ZZZ"}
    assert hana.client.post("/me/hiring/vacancies/new/", new).status_code == 422


def test_two_people_edit_one_draft_and_the_second_is_told(
    hana: Member, bodil: Member, harbour_vacancy: jobs.Vacancy, starter
) -> None:
    address = own(harbour_vacancy) + "edit/job/"
    job = {"title": "Cook", "country": "QAT", "language": "en", "revision": 1}
    hana.client.post(address, job | {"places": 8})
    answer = hana.client.post(address, job | {"places": 9, "title": "Chief cook"})
    assert answer.status_code == 422
    said = text_of(answer)
    assert "Somebody changed vacancy" in said
    assert "What stands there now, and what you wrote" in said
    page = BeautifulSoup(answer.content, "html.parser")
    assert page.find("input", {"name": "title"})["value"] == "Chief cook"
    assert page.find("input", {"name": "revision"})["value"] == "2"
    hana.client.post(address, job | {"places": 9, "title": "Chief cook", "revision": 2})
    harbour_vacancy.refresh_from_db()
    assert (harbour_vacancy.title, harbour_vacancy.places) == ("Chief cook", 9)


def test_corrections_stand_on_the_page(hana: Member, harbour_vacancy: jobs.Vacancy) -> None:
    jobs.submit_vacancy(actor=hana.actor, vacancy=harbour_vacancy)
    jobs.send_back_vacancy(
        actor=COMMAND_LINE, vacancy=harbour_vacancy, reasons={"pay": "Too low.", "": "See law 12."}
    )
    said = text_of(hana.client.get(own(harbour_vacancy)))
    assert "Pay: Too low." in said
    assert "All of it: See law 12." in said
    assert "To correct" in text_of(hana.client.get(HIRING))


def test_published_terms_are_amended_from_the_same_form(
    hana: Member, harbour_open: jobs.Vacancy, visitor, starter
) -> None:
    address = own(harbour_open)
    pay = {"pay_currency": "QAR", "pay_period": "month", "pay_basis": "gross"}
    pay |= {"hours_weekly": 48, "contract_months": 24, "housing": "provided"}

    def save(amount: str):
        harbour_open.refresh_from_db()
        told = pay | {"pay": amount, "revision": harbour_open.revision}
        return text_of(hana.client.post(f"{address}edit/pay/", told, follow=True))

    assert "The new terms count from now on" in save("2600")
    assert "What changed since it was published" in text_of(
        visitor.get(harbour_open.get_absolute_url())
    )
    assert "an officer checks it first" in save("2000")
    assert "Other terms wait" in text_of(hana.client.get(address))
    assert "wait for a check already" in save("1900")
    assert "taken back" in text_of(do(hana, harbour_open, "withdraw-terms"))
    assert "Nothing of the terms" in save("2600")


def test_a_vacancy_is_copied_closed_filled_and_thrown_away(
    hana: Member, harbour, harbour_open: jobs.Vacancy
) -> None:
    assert "This is a copy" in text_of(do(hana, harbour_open, "copy"))
    copied = jobs.Vacancy.objects.exclude(pk=harbour_open.pk).get()
    assert "thrown away" in text_of(do(hana, copied, "discard"))
    assert "closed as filled" in text_of(do(hana, harbour_open, "fill"))
    assert do(hana, harbour_open, "close").status_code == 409
    other = world.opened(world.draft_of(hana, harbour))
    assert "The vacancy is closed" in text_of(do(hana, other, "close"))


def test_another_employers_pages_are_not_there(
    chen: Member, crew, harbour_vacancy: jobs.Vacancy
) -> None:
    address = own(harbour_vacancy)
    for page in ("", "preview/", "edit/job/", "occupation/", "skills/"):
        assert chen.client.get(address + page).status_code == 404
    assert chen.client.post(f"{address}do/submit/").status_code == 404


@pytest.mark.parametrize("language", ["fr", "es", "ar"])
def test_the_pages_open_in_every_language(
    hana: Member, harbour_vacancy: jobs.Vacancy, starter, language: str
) -> None:
    headers = {"accept-language": language}
    for page in (HIRING, own(harbour_vacancy), own(harbour_vacancy) + "edit/needs/"):
        answer = hana.client.get(page, headers=headers)
        assert f'lang="{language}"' in answer.content.decode()


def test_an_unverified_organisation_is_told_so(hana: Member, starter) -> None:
    world.register(hana)
    assert "Harbour Works is not verified yet" in text_of(hana.client.get(HIRING))


def test_a_closing_is_undone_from_the_message_and_from_the_page(
    hana: Member, harbour_open: jobs.Vacancy
) -> None:
    page = f"/me/hiring/vacancies/{harbour_open.number}/"
    closed = hana.client.post(f"{page}do/close/", follow=True).content.decode()
    assert closed.count(f'action="{page}do/reopen/"') == 2
    hana.client.post(f"{page}do/reopen/")
    harbour_open.refresh_from_db()
    assert harbour_open.is_open
    hana.client.post(f"{page}do/close/", follow=True)
    jobs.Vacancy.objects.filter(pk=harbour_open.pk).update(
        ended_at="2020-01-01T00:00:00Z", published_at="2019-01-01T00:00:00Z"
    )
    assert "do/reopen/" not in hana.client.get(page).content.decode()
