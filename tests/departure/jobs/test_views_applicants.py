"""An employer looks at applicants, shares the list, and reads the report, on the web."""

from __future__ import annotations

from datetime import timedelta

from bs4 import BeautifulSoup
from django.utils import timezone
from tests.cast import Member
from tests.departure.jobs import world

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs.forms_applying import ShareForm
from corridor.kernel.people import api as people


def text_of(answer) -> str:
    return BeautifulSoup(answer.content, "html.parser").get_text(" ", strip=True)


def test_hana_reads_moves_and_shares(
    amina: Member, hana: Member, esra: Member, starter, harbour_open: jobs.Vacancy
) -> None:
    address = f"/me/hiring/vacancies/{harbour_open.number}/applicants/"
    assert "Nobody has applied yet" in text_of(hana.client.get(address))
    sent = jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=world.cook(amina))
    listed = text_of(hana.client.get(address))
    assert sent.number in listed
    assert "Amina" not in listed
    page = text_of(hana.client.get(f"{address}{sent.number}/"))
    assert "Diploma of cooking" in page
    assert "Amina" not in page
    moved = hana.client.post(f"{address}{sent.number}/", {"stage": "invited"}, follow=True)
    assert "Invited to an interview" in text_of(moved)
    day = (timezone.localdate() + timedelta(days=5)).isoformat()
    assert hana.client.post(address, {"valid_until": day}).status_code == 422
    told = {"valid_until": day, "login": "esra@example.org"}
    assert "Shared." in text_of(hana.client.post(address, told, follow=True))
    share = jobs.Share.objects.get()
    theirs = f"/me/shared/{share.pk}/"
    assert sent.number in text_of(esra.client.get(theirs))
    assert "Diploma of cooking" in text_of(esra.client.get(f"{theirs}{sent.number}/"))
    assert "(2 looks)" in text_of(hana.client.get(address))
    end = f"/me/hiring/vacancies/{harbour_open.number}/shares/{share.pk}/end/"
    assert "Ended" in text_of(hana.client.post(end, follow=True))
    assert esra.client.get(theirs).status_code == 404


def test_withdrawals_are_counts_with_reasons(
    amina: Member, hana: Member, harbour_open: jobs.Vacancy
) -> None:
    person = world.cook(amina)
    agreed = [people.Purpose.STATISTICS]
    people.give_consents(actor=amina.actor, person=person, purposes=agreed)
    sent = jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=person)
    jobs.withdraw_application(actor=amina.actor, application=sent, reason="pay")
    address = f"/me/hiring/vacancies/{harbour_open.number}/applicants/"
    assert "The pay is too low" in text_of(hana.client.get(address))


def test_another_employers_applicants_are_not_there(
    amina: Member, chen: Member, dawit: Member, crew, harbour_open: jobs.Vacancy
) -> None:
    sent = jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=world.cook(amina))
    address = f"/me/hiring/vacancies/{harbour_open.number}/applicants/"
    for other in (chen, dawit):
        assert other.client.get(address).status_code == 404
        assert other.client.get(f"{address}{sent.number}/").status_code == 404
        assert other.client.post(f"{address}{sent.number}/", {}).status_code == 404


def test_a_share_needs_a_day() -> None:
    assert "valid_until" in ShareForm({}).errors
