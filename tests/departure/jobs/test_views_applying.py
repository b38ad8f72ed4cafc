"""A worker applies and follows what comes of it, on the web."""

from __future__ import annotations

from bs4 import BeautifulSoup
from tests.cast import Member
from tests.departure.jobs import world
from tests.departure.jobs.test_amend import asked

from corridor.departure.jobs import api as jobs


def text_of(answer) -> str:
    return BeautifulSoup(answer.content, "html.parser").get_text(" ", strip=True)


def test_amina_sees_what_the_employer_will_see_and_applies(
    amina: Member, hana: Member, bodil: Member, starter, harbour_open: jobs.Vacancy
) -> None:
    world.cook(amina)
    assert "not applied for anything" in text_of(amina.client.get("/me/applications/"))
    assert "Apply" in text_of(amina.client.get(harbour_open.get_absolute_url()))
    address = f"/me/vacancies/{harbour_open.number}/apply/"
    page = text_of(amina.client.get(address))
    assert "This is all the employer will see" in page
    assert "Diploma of cooking" in page
    done = amina.client.post(address, follow=True)
    assert "Received" in text_of(done)
    assert "applied already" in text_of(amina.client.get(address))
    assert "Ship's cook" in text_of(amina.client.get("/me/applications/"))
    sent = jobs.Application.objects.get()
    worse = asked(hana, harbour_open, hours_weekly=60)
    jobs.decide_amendment(actor=bodil.actor, amendment=worse, accepted=True)
    mine = f"/me/applications/{sent.number}/"
    assert "terms changed since you applied" in text_of(amina.client.get(mine))
    anew = amina.client.post(f"{mine}change/", {"anew": "yes"}, follow=True)
    assert "as it stands now" in text_of(anew)
    gone = amina.client.post(f"{mine}change/", {"reason": "terms"}, follow=True)
    assert "You withdrew." in text_of(gone)
    assert amina.client.post(f"{mine}change/", {"reason": "terms"}).status_code == 409


def test_who_has_no_profile_is_led_to_it(amina: Member, harbour_open: jobs.Vacancy) -> None:
    address = f"/me/vacancies/{harbour_open.number}/apply/"
    assert amina.client.get(address).status_code == 302
    world.nobody(amina)
    assert "Say what you can do first" in text_of(amina.client.get(address))
    assert amina.client.post(address).status_code == 422


def test_a_vacancy_is_kept_for_later(amina: Member, harbour_open: jobs.Vacancy) -> None:
    address = f"/me/vacancies/{harbour_open.number}/save/"
    assert "Keep it no longer" in text_of(amina.client.post(address, follow=True))
    assert "Kept for later" in text_of(amina.client.get("/me/applications/"))
    assert "Keep for later" in text_of(amina.client.post(address, {"away": "yes"}, follow=True))


def test_another_persons_application_is_not_there(
    amina: Member, dawit: Member, hana: Member, harbour_open: jobs.Vacancy
) -> None:
    sent = jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=world.cook(amina))
    for other in (dawit, hana):
        assert other.client.get(f"/me/applications/{sent.number}/").status_code == 404
        answer = other.client.post(f"/me/applications/{sent.number}/change/")
        assert answer.status_code == 404
    assert hana.client.get("/me/applications/").status_code == 404
