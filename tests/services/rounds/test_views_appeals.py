from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.cast import Member
from tests.services.rounds.conftest import employed, offered, own, result_of
from tests.services.rounds.test_views import text

from corridor.services.rounds import api as rounds


def test_a_worker_appeals_an_officer_decides_the_worker_reads_why(
    published: rounds.Round, amina: Member, bodil: Member
) -> None:
    assert "no published list yet" in text(amina.client.get("/me/standing/"))
    assert "No appeals" in text(bodil.client.get("/desk/appeals/"))
    own(amina, "Amina")
    result = result_of(published, "Amina")
    offered(published, "Amina")
    assert "Read the offer" in text(amina.client.get("/me/standing/"))
    page = f"/me/standing/{result.pk}/appeal/"
    assert "You can appeal until" in text(amina.client.get(page))
    assert amina.client.post(page, {"reasons": ""}).status_code == 422
    assert "has come in" in text(amina.client.post(page, {"reasons": "B2!"}, follow=True))
    assert "To decide" in text(bodil.client.get("/desk/appeals/"))
    appeal = rounds.Appeal.objects.get()
    desk = f"/desk/appeals/{appeal.pk}/"
    assert "B2!" in text(bodil.client.get(desk))
    assert bodil.client.post(desk, {"verdict": "upheld"}).status_code == 422
    given = {"verdict": "upheld", "answer": "Overlooked."}
    assert "is decided" in text(bodil.client.post(desk, given, follow=True))
    told = text(amina.client.get(page))
    assert "Overlooked." in told
    assert "first in line" in told
    assert "Overlooked." in text(bodil.client.get(desk))


def test_an_overdue_appeal_stands_out_and_its_own_officer_is_told(
    published: rounds.Round, amina: Member, bodil: Member
) -> None:
    own(amina, "Amina")
    appeal = rounds.lodge_appeal(
        actor=amina.actor, result=result_of(published, "Amina"), reasons="B2!"
    )
    rounds.Appeal.objects.update(
        reply_by=timezone.now() - timedelta(days=1), ran_by=bodil.actor.key
    )
    assert "Overdue" in text(bodil.client.get("/desk/appeals/"))
    assert "Somebody else must decide" in text(bodil.client.get(f"/desk/appeals/{appeal.pk}/"))


@pytest.mark.parametrize("language", ["fr", "es", "ar"])
def test_appeals_are_read_in_every_language(
    published: rounds.Round, amina: Member, language: str
) -> None:
    own(amina, "Amina")
    result = result_of(published, "Amina")
    for address in ("/me/standing/", f"/me/standing/{result.pk}/appeal/"):
        page = amina.client.get(address, headers={"accept-language": language})
        assert f'lang="{language}"' in text(page)


def test_the_report_closes_the_round(published: rounds.Round, bodil: Member) -> None:
    page = f"/rounds/{published.number}/report/"
    desk = f"/desk/rounds/{published.number}"
    assert "Close the round" in text(bodil.client.get(page))
    csv = b"".join(bodil.client.get(f"{page}?format=csv")).decode()
    assert "Welder" in csv
    assert bodil.client.get(f"{page}?format=pdf").content.startswith(b"%PDF")
    day = (timezone.localdate() + timedelta(days=500)).isoformat()
    kept = bodil.client.post(f"{desk}/reserve/", {"until": day}, follow=True)
    assert "is kept until" in text(kept)
    assert "Give a day" in text(bodil.client.post(f"{desk}/reserve/", {"until": "x"}, follow=True))
    assert "is closed" in text(bodil.client.post(f"{desk}/close/", follow=True))


def test_an_employer_reads_the_report_of_their_own_alone(
    published: rounds.Round, hana: Member, chen: Member
) -> None:
    employed(hana, published.vacancies.get(title="Cook"))
    page = text(hana.client.get(f"/rounds/{published.number}/report/"))
    assert "Cook" in page
    assert "Welder" not in page
    assert chen.client.get(f"/rounds/{published.number}/report/").status_code == 404
