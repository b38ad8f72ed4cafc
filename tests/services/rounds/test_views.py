from __future__ import annotations

import pytest
from django.test import Client
from tests.cast import Member
from tests.services.rounds.conftest import PEOPLE, agreed_by, planned_alone

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.background import api as background
from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds

FORM = {
    "title": "Spring",
    "preset": "balanced",
    "mode": "stable",
    "quotas": "to QAT 1",
    "top": "5",
    "seed": "7",
    "request_key": "once",
}


def text(answer) -> str:
    return answer.content.decode()


def test_anybody_reads_a_published_result_without_a_single_name(
    visitor: Client, published: rounds.Round
) -> None:
    assert "Spring intake" in text(visitor.get("/rounds/"))
    page = text(visitor.get(f"/rounds/{published.number}/"))
    assert "Welder" in page
    assert "none has cause to complain" in page
    line = published.vacancies.get(title="Welder")
    detail = text(visitor.get(f"/rounds/{published.number}/{line.vacancy}/"))
    result = line.results.first()
    assert result is not None
    assert people.printed_reference(result.worker) in detail
    assert "Placed here" in detail
    assert "How many were left after each criterion" in detail
    names = {row["full_name"] for row in PEOPLE} - {"Hari"}
    assert not any(f">{name}<" in page + detail or f" {name} " in detail for name in names)


@pytest.mark.parametrize("language", ["fr", "es", "ar"])
def test_results_are_read_in_every_language(
    visitor: Client, published: rounds.Round, language: str
) -> None:
    line = published.vacancies.get(title="Welder")
    for address in ("", f"{published.number}/", f"{published.number}/{line.vacancy}/"):
        page = text(visitor.get(f"/rounds/{address}", headers={"accept-language": language}))
        assert f'lang="{language}"' in page


def test_a_result_not_yet_published_looks_like_absence(
    visitor: Client, ready: rounds.Round
) -> None:
    assert visitor.get(f"/rounds/{ready.number}/").status_code == 404
    line = ready.vacancies.first()
    assert line is not None
    assert visitor.get(f"/rounds/{ready.number}/{line.vacancy}/").status_code == 404
    assert "No round is published yet" in text(visitor.get("/rounds/"))


def test_a_vacancy_that_was_not_in_the_round_is_absent(
    visitor: Client, published: rounds.Round
) -> None:
    assert visitor.get(f"/rounds/{published.number}/V99999/").status_code == 404
    assert visitor.get(f"/rounds/{published.number}/%00/").status_code == 404
    assert visitor.get("/rounds/R0/").status_code == 404


def test_an_officer_plans_with_two_clicks_and_gets_one_round_that_two_parties_open(
    world: None, bodil: Member, farid: Member
) -> None:
    assert "Plan a round" in text(bodil.client.get("/desk/rounds/start/"))
    first = bodil.client.post("/desk/rounds/start/", FORM)
    second = bodil.client.post("/desk/rounds/start/", FORM)
    assert first.status_code == second.status_code == 302
    assert first.url == second.url
    found = rounds.Round.objects.get()
    agreed_by(found, bodil, farid)
    address = f"/rounds/{found.number}/"
    assert "Agreed" in text(bodil.client.get(address))
    started = bodil.client.post(f"/desk/rounds/{found.number}/start/")
    assert started.url == address
    assert "The round is running" in text(bodil.client.get(address))
    background.work_off()
    ready = text(bodil.client.get(address))
    assert "Ready to check" in ready
    assert "At most 1 person to Qatar" in ready
    answer = bodil.client.post(f"/desk/rounds/{found.number}/publish/", follow=True)
    assert "is published" in text(answer)


def test_the_form_says_what_is_wrong(world: None, bodil: Member) -> None:
    wrong = {**FORM, "title": "", "quotas": "lots", "preset": "own", "criteria": ""}
    answer = bodil.client.post("/desk/rounds/start/", wrong)
    assert answer.status_code == 422
    assert "Write “lots” as" in text(answer)
    assert "Write the criteria" in text(answer)
    broken = {**FORM, "preset": "own", "criteria": "[hard.education]\neqf_min = 12"}
    assert "eqf_min" in text(bodil.client.post("/desk/rounds/start/", broken))
    assert not rounds.Round.objects.exists()


def test_starting_over_an_empty_pool_says_so_and_can_be_tried_again(
    db: None, bodil: Member, plan: rounds.RoundDraft
) -> None:
    from corridor.kernel.places import api as places

    places.load(actor=COMMAND_LINE, name="starter")
    found = planned_alone(plan)
    answer = bodil.client.post(f"/desk/rounds/{found.number}/start/")
    assert answer.status_code == 409
    assert "0 people" in text(answer)
    assert "Start" in text(bodil.client.get(f"/rounds/{found.number}/"))


def test_a_round_that_stopped_says_why(world: None, bodil: Member, ready: rounds.Round) -> None:
    rounds.Round.objects.filter(pk=ready.pk).update(state="failed", failure="The disk is full.")
    assert "The disk is full." in text(bodil.client.get(f"/rounds/{ready.number}/"))


def test_the_desk_lists_rounds(bodil: Member, ready: rounds.Round) -> None:
    assert "Spring intake" in text(bodil.client.get("/desk/rounds/"))
    rounds.Round.objects.all().delete()
    assert "No rounds yet" in text(bodil.client.get("/desk/rounds/"))


def test_a_worker_sees_what_fits_and_what_is_missing(world: None, amina: Member) -> None:
    assert "You have no profile yet" in text(amina.client.get("/me/fitting/"))
    person = people.Person.objects.get(full_name="Fatima")
    person.user = amina.user
    person.save()
    page = text(amina.client.get("/me/fitting/"))
    assert "Welder" in page
    assert "Cook" in page
    person.claims.filter(kind="language").update(visibility=people.Visibility.ME)
    assert "It would fit with:" in text(amina.client.get("/me/fitting/"))
