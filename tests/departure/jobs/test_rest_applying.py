"""Applications by API: the same acts."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from tests.cast import Member
from tests.departure.jobs import world
from tests.departure.jobs.test_rest import call

from corridor.departure.jobs import api as jobs
from corridor.kernel.people import api as people


def test_a_worker_applies_follows_and_withdraws(
    amina: Member, hana: Member, harbour_open: jobs.Vacancy
) -> None:
    number = harbour_open.number
    assert call(amina, "get", "applications/mine").json() == []
    assert call(amina, "post", f"{number}/applications").status_code == 404
    person = world.cook(amina)
    agreed = [people.Purpose.STATISTICS]
    people.give_consents(actor=amina.actor, person=person, purposes=agreed)
    made = call(amina, "post", f"{number}/applications")
    assert (made.status_code, made.json()["says"]) == (201, "Received")
    mine = made.json()["number"]
    assert call(amina, "post", f"applications/{mine}/renewal").status_code == 200
    assert call(hana, "post", f"applications/{mine}/renewal").status_code == 404
    gone = call(amina, "post", f"applications/{mine}/withdrawal", {"reason": "pay"})
    assert gone.json()["state"] == "withdrawn"
    assert len(call(amina, "get", "applications/mine").json()) == 1
    report = call(hana, "get", f"{number}/report").json()
    assert (report["withdrawn"], report["reasons"]) == (1, {"The pay is too low": 1})


def test_an_employer_reads_moves_and_shares(
    amina: Member, hana: Member, chen: Member, esra: Member, harbour_open: jobs.Vacancy
) -> None:
    number = harbour_open.number
    person = world.cook(amina)
    sent = jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=person)
    listed = call(hana, "get", f"{number}/applicants")
    (one,) = listed.json()
    assert one["number"] == sent.number
    assert "Amina" not in listed.content.decode()
    stage = f"{number}/applicants/{sent.number}/stage"
    assert call(hana, "post", stage, {"stage": "invited"}).status_code == 204
    day = (timezone.localdate() + timedelta(days=3)).isoformat()
    told = {"valid_until": day, "login": "esra@example.org"}
    made = call(hana, "post", f"{number}/shares", told)
    assert made.status_code == 201
    share = f"{number}/shares/{made.json()['id']}"
    for path in (f"{number}/applicants", f"{number}/report"):
        assert call(chen, "get", path).status_code == 404
    assert call(chen, "delete", share).status_code == 404
    assert call(hana, "delete", share).json()["is_in_force"] is False


def test_whom_it_was_shared_with_reads_it_by_api(
    amina: Member, hana: Member, esra: Member, harbour_open: jobs.Vacancy
) -> None:
    number = harbour_open.number
    jobs.apply_for(actor=amina.actor, vacancy=harbour_open, person=world.cook(amina))
    until = timezone.localdate().isoformat()
    given = {"valid_until": until, "login": "esra@example.org"}
    made = call(hana, "post", f"{number}/shares", given).json()["id"]
    assert [each["id"] for each in call(hana, "get", f"{number}/shares").json()] == [made]
    assert call(esra, "get", f"{number}/shares").status_code == 404
    (mine,) = call(esra, "get", "shared/mine").json()
    assert mine == {"id": made, "vacancy": number, "valid_until": until}
    (applicant,) = call(esra, "get", f"shared/{made}").json()
    assert applicant["met"]
    assert jobs.Share.objects.get().looks.count() == 1
    assert call(amina, "get", f"shared/{made}").status_code == 404
