from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from tests.cast import Member
from tests.services.rounds.conftest import own, result_of
from tests.services.rounds.test_rest_agreement import send

from corridor.services.rounds import api as rounds


def test_the_end_of_a_round_by_api(published: rounds.Round, amina: Member, bodil: Member) -> None:
    own(amina, "Amina")
    number, vacancy = published.number, result_of(published, "Amina").round_vacancy.vacancy
    (standing,) = send(amina.client, "GET", "standings/mine").json()
    assert standing["stage"] == "placed"
    body = {"vacancy": vacancy, "reasons": "B2!"}
    appeal = send(amina.client, "POST", f"{number}/appeals", body).json()
    assert send(bodil.client, "GET", "appeals/all").json()["count"] == 1
    early = send(bodil.client, "POST", f"{number}/close")
    assert early.json()["type"] == "rounds.cannot_close"
    decision = {"verdict": "dismissed", "answer": "B2 was counted."}
    address = f"appeals/{appeal['id']}/decision"
    assert send(bodil.client, "POST", address, decision).json()["verdict"] == "dismissed"
    until = (timezone.localdate() + timedelta(days=400)).isoformat()
    kept = send(bodil.client, "POST", f"{number}/reserve", {"until": until}).json()
    assert kept["reserve_until"] == until
    assert send(bodil.client, "POST", f"{number}/close").json()["state"] == "closed"
    report = send(bodil.client, "GET", f"{number}/report").json()
    assert report["totals"]["places"] == 3
    assert report["appeals"]["dismissed"] == 1


def test_who_is_not_on_the_list_cannot_appeal(
    published: rounds.Round, dawit: Member, amina: Member
) -> None:
    vacancy = published.vacancies.get(title="Cook").vacancy
    body = {"vacancy": vacancy, "reasons": "Me!"}
    own(amina, "Hari")
    for member in (dawit, amina):
        answer = send(member.client, "POST", f"{published.number}/appeals", body)
        assert answer.status_code == 404
    assert send(dawit.client, "GET", "standings/mine").json() == []
