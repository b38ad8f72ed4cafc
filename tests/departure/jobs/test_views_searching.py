"""Saved searches on the web."""

from __future__ import annotations

from django.test import Client
from tests.cast import Member
from tests.departure.jobs import world
from tests.departure.jobs.test_views_applying import text_of

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs.acts.save_search import stop_link
from corridor.kernel.people import api as people


def test_a_search_is_saved_from_the_list_and_opens_it_again(
    amina: Member, starter: None, harbour_open: jobs.Vacancy
) -> None:
    person = world.cook(amina)
    assert "not saved a search yet" in text_of(amina.client.get("/me/searches/"))
    query = "country=QAT&pay=2000&currency=QAR&housing=provided&employer_pays=on"
    listed = text_of(amina.client.get(f"/vacancies/?{query}"))
    assert "Save this search" in listed
    assert "Ship's cook" in listed
    given = dict(part.split("=") for part in query.split("&"))
    page = text_of(amina.client.post("/me/searches/", given, follow=True))
    assert "at least 2,000 QAR a month" in page
    assert "1 open vacancy" in page
    assert "You get no messages yet" in page
    people.give_consents(actor=amina.actor, person=person, purposes=[people.Purpose.ALERTS])
    answer = amina.client.get("/me/searches/")
    assert "You get no messages yet" not in text_of(answer)
    assert f"/vacancies/?{query}".replace("&", "&amp;") in answer.content.decode()


def test_messages_are_switched_and_the_search_removed(amina: Member) -> None:
    wanted = jobs.Wanted(country="QAT")
    saved = jobs.save_search(actor=amina.actor, person=world.cook(amina), wanted=wanted)
    address = f"/me/searches/{saved.pk}/"
    assert "Messages are off" in text_of(amina.client.post(address, {"off": ""}, follow=True))
    assert "Messages are on" in text_of(amina.client.post(address, {"alerts": ""}, follow=True))
    amina.client.post(address, {"remove": ""})
    assert not jobs.SavedSearch.objects.exists()


def test_a_search_for_everything_is_refused_and_an_amount_needs_its_currency(
    amina: Member, visitor: Client, harbour_open: jobs.Vacancy
) -> None:
    assert "Save this search" not in text_of(visitor.get("/vacancies/?country=QAT"))
    assert amina.client.get("/me/searches/").status_code == 302
    world.cook(amina)
    refused = amina.client.post("/me/searches/", {}, follow=True)
    assert "Choose at least one filter" in text_of(refused)
    asked = text_of(visitor.get("/vacancies/?pay=2000"))
    assert "Choose the currency" in asked
    assert "1 open vacancy" in asked


def test_another_persons_search_is_not_there(amina: Member, dawit: Member) -> None:
    wanted = jobs.Wanted(country="QAT")
    saved = jobs.save_search(actor=amina.actor, person=world.cook(amina), wanted=wanted)
    world.cook(dawit)
    answer = dawit.client.post(f"/me/searches/{saved.pk}/", {"remove": ""})
    assert answer.status_code == 404


def test_the_link_of_a_message_stops_them_with_one_button(amina: Member, visitor: Client) -> None:
    person = world.cook(amina)
    jobs.save_search(actor=amina.actor, person=person, wanted=jobs.Wanted(country="QAT"))
    address = "/searches/stop/" + stop_link(person).rstrip("/").rpartition("/")[2] + "/"
    assert "Stop these messages" in text_of(visitor.get(address))
    # Looking at it, as a mail filter does, ends nothing.
    assert jobs.SavedSearch.objects.get().alerts
    assert "You get no more of them" in text_of(visitor.post(address))
    assert not jobs.SavedSearch.objects.get().alerts
    assert visitor.get("/searches/stop/nonsense/").status_code == 410
