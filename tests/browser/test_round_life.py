"""A round from agreement to acceptance, each of its people at their own window."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from tests.browser.people_at_work import Visit
from tests.cast import Member
from tests.services.rounds.conftest import employed, own
from tests.services.rounds.conftest import own_home as own_home
from tests.services.rounds.conftest import world as world

from corridor.kernel.background import api as background
from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds


@pytest.fixture
def windows(opened):
    """A window for each of the cast asked for."""
    return lambda member, **more: Visit(opened(member.client, **more))


def button(visit: Visit, ending: str):
    """The button of the form that is sent to an address of this ending."""
    return visit.page.locator(f"main form[action$='{ending}'] button[type=submit]").first


def agreed_by_two(bodil: Visit, farid: Visit) -> str:
    """Bodil plans a round and names the parties; both agree. Its address."""
    bodil.open("/desk/rounds/start/")
    bodil.fill(title="Spring intake", seed="7")
    bodil.submit(holding="title")
    found = re.search(r"/rounds/(R\d+)/", bodil.page.content())
    assert found
    address = f"/rounds/{found[1]}/"
    bodil.open(f"/desk{address}parties/")
    bodil.fill(first_name="Ministry of Labour", first_officer="bodil@example.org")
    bodil.fill(second_name="Embassy in Doha", second_officer="farid@example.org")
    bodil.submit(holding="first_name")
    for officer in (bodil, farid):
        officer.open(address)
        officer.press(button(officer, "/agree/"))
    return address


def test_two_parties_agree_the_employer_offers_and_the_worker_accepts(
    world, windows, bodil: Member, farid: Member, hana: Member, amina: Member, esra: Member
) -> None:
    own(amina, "Amina")
    person = people.Person.objects.get(full_name="Amina")
    officer, attache = windows(bodil), windows(farid)
    address = agreed_by_two(officer, attache)

    officer.open(address)
    officer.press(button(officer, "/start/"))
    background.work_off()
    outsider = windows(esra)
    assert esra.client.get(address).status_code == 404
    officer.open(address)
    officer.press(button(officer, "/publish/"))

    line = rounds.Round.objects.get().vacancies.get(title="Welder")
    employed(hana, line)
    employer = windows(hana)
    employer.open("/me/hiring/rounds/")
    employer.open(f"/me/hiring{address}{line.vacancy}/")
    assert "Amina" not in employer.page.locator("main").inner_text()
    employer.fill(days="7")
    employer.submit(holding="days")

    worker = windows(amina, script=False)
    worker.open("/me/offers/")
    worker.press(worker.page.locator("main .results a").first)
    worker.press(button(worker, "/accept/"))
    offer = rounds.Offer.objects.get(worker=person.reference)
    assert offer.state == "accepted"

    outsider.open(f"{address}{line.vacancy}/")
    told = outsider.page.locator("main").inner_text()
    assert person.reference in told.replace("-", "")
    assert "Amina" not in told
    for hidden in (f"/me/offers/{offer.pk}/", f"/desk{address}offers/"):
        assert esra.client.get(hidden).status_code == 404
        assert Client().get(hidden).status_code == 302
