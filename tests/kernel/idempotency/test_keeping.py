"""A write with a key is done once: asked again, at once by several, and when the process dies."""

from __future__ import annotations

import json
import threading

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from tests.cast import Member
from tests.house import processes

from corridor.departure.jobs.models import Vacancy
from corridor.kernel.accounts.api import issue_token
from corridor.kernel.actors.api import SYSTEM
from corridor.kernel.idempotency.api import forget_answers
from corridor.kernel.idempotency.models import Answered
from corridor.kernel.people.api import PersonErased
from corridor.kernel.places import api as places
from corridor.kernel.record import api as record

COOK = {"title": "Cook", "country": "DEU", "isco": "5120"}
ADDRESS = "/api/v1/vacancies/"


@pytest.fixture(autouse=True)
def _codes(db: None) -> None:
    places.load(actor=SYSTEM, name="starter")


def post(client: Client, body: object = COOK, key: str | None = "cook-1"):
    headers = {} if key is None else {"Idempotency-Key": key}
    return client.post(ADDRESS, json.dumps(body), content_type="application/json", headers=headers)


def token(member: Member, *scopes: str) -> Client:
    given = {"name": "p", "scopes": list(scopes), "days": 30}
    _token, secret = issue_token(actor=member.actor, user=member.user, **given)
    return Client(headers={"Authorization": f"Bearer {secret}"})


def test_asked_again_it_is_done_once_and_answered_alike(bodil: Member) -> None:
    first, again = post(bodil.client), post(bodil.client, dict(reversed(COOK.items())))
    assert first.status_code == again.status_code == 201
    assert first.content == again.content
    assert "Idempotency-Replayed" not in first
    assert again["Idempotency-Replayed"] == "true"
    assert again["Content-Type"] == first["Content-Type"]
    assert Vacancy.objects.count() == 1


def test_without_a_key_it_is_done_as_often_as_it_is_asked(bodil: Member) -> None:
    for key in (None, ""):
        assert post(bodil.client, key=key).status_code == 201
    assert Vacancy.objects.count() == 2
    assert not Answered.objects.exists()


def test_another_body_under_the_same_key_is_refused(bodil: Member) -> None:
    post(bodil.client)
    answer = post(bodil.client, {**COOK, "places": 2})
    assert (answer.status_code, answer.json()["type"]) == (409, "idempotency.key_used_before")
    assert Vacancy.objects.count() == 1


def test_keys_of_two_people_never_meet(bodil: Member, hana: Member, ivan: Member) -> None:
    first = post(bodil.client).json()["number"]
    other = token(ivan, "jobs"), token(bodil, "jobs")
    assert all("Idempotency-Replayed" not in post(client) for client in other)
    assert Vacancy.objects.get(pk=int(first[1:])).title == "Cook"


def test_a_narrower_token_is_not_given_a_wider_ones_answer(bodil: Member) -> None:
    assert post(token(bodil, "jobs")).status_code == 201
    assert post(token(bodil, "people")).status_code == 404
    assert post(token(bodil, "jobs"))["Idempotency-Replayed"] == "true"


def test_a_refusal_is_not_kept_so_that_it_may_be_mended(bodil: Member) -> None:
    assert post(bodil.client, {**COOK, "country": "Germany"}).status_code == 422
    assert post(bodil.client, {"places": "many"}).status_code == 422
    assert not Answered.objects.exists()
    assert post(bodil.client).status_code == 201


@pytest.mark.parametrize("key", ["x" * 201, "two\x7f", "schlüssel"])
def test_a_key_that_is_none_is_refused(bodil: Member, key: str) -> None:
    answer = post(bodil.client, key=key)
    assert (answer.status_code, answer.json()["type"]) == (400, "idempotency.key_unreadable")
    assert not Vacancy.objects.exists()


def test_nobody_signed_in_gets_no_further_with_a_key(visitor: Client) -> None:
    assert post(visitor).status_code == 401
    assert not Answered.objects.exists()


def test_the_key_itself_is_not_kept(bodil: Member) -> None:
    post(bodil.client, key="amina@example.org")
    assert "amina" not in str(list(Answered.objects.values_list("key", "owner", "request")))


def test_a_fault_undoes_the_write_and_frees_the_key(bodil: Member, monkeypatch) -> None:
    from corridor.departure.jobs import rest

    def broken(_vacancy: Vacancy) -> dict[str, object]:
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr(rest, "whole", broken)
        bodil.client.raise_request_exception = False
        assert post(bodil.client).status_code == 500
    assert not Vacancy.objects.exists()
    assert not Answered.objects.exists()
    assert post(bodil.client).status_code == 201


def test_when_somebody_is_erased_the_words_go_and_the_write_stays_done(
    bodil: Member, django_capture_on_commit_callbacks
) -> None:
    post(bodil.client)
    with django_capture_on_commit_callbacks(execute=True):
        record.announce(PersonErased(person_id=1))
    kept = Answered.objects.get()
    assert (kept.body, kept.headers, kept.is_forgotten) == ("", {}, True)
    answer = post(bodil.client)
    assert (answer.status_code, answer.json()["type"]) == (409, "idempotency.answer_forgotten")
    assert Vacancy.objects.count() == 1
    assert forget_answers() == 0


def test_answers_go_after_thirty_days(bodil: Member) -> None:
    post(bodil.client)
    [rule] = [one for one in record.retention_rules() if one.name == "idempotency.answers"]
    assert rule.due(rule.before(timezone.now())).count() == 0
    Answered.objects.update(at=timezone.now() - timezone.timedelta(days=31))
    assert record.apply_retention(SYSTEM, now=timezone.now())["idempotency.answers"] == 1


@pytest.mark.django_db(transaction=True)
def test_four_at_once_do_it_once_and_are_answered_alike(bodil: Member) -> None:
    answers = []

    def ask() -> None:
        try:
            client = Client()
            client.cookies = bodil.client.cookies
            answers.append(post(client))
        finally:
            connection.close()

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert Vacancy.objects.count() == 1


DIE = """
import json, os, signal, sys
from django.db import transaction
from django.test import Client
from corridor.kernel.idempotency import keeping

kept = keeping.keep
def keep_and_die(asked, answer):
    kept(asked, answer)
    print(answer.status_code, answer.content, flush=True)
    if sys.argv[1] == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    transaction.on_commit(lambda: os.kill(os.getpid(), signal.SIGKILL))
keeping.keep = keep_and_die
Client(headers={"Authorization": f"Bearer {sys.argv[2]}", "Host": "localhost"}).post(
    "/api/v1/vacancies/", json.loads(sys.argv[3]), content_type="application/json",
    headers={"Idempotency-Key": "cook-1"})
"""


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("moment", "done"), [("before", 0), ("after", 1)])
def test_killed_before_the_commit_nothing_is_done_and_after_it_the_answer_is_kept(
    bodil: Member, moment: str, done: int
) -> None:
    given = {"name": "p", "scopes": ["jobs"], "days": 30}
    _token, secret = issue_token(actor=bodil.actor, user=bodil.user, **given)
    process = processes.start(
        DIE,
        moment,
        secret,
        json.dumps(COOK),
        DJANGO_SETTINGS_MODULE="corridor.site.settings_test",
    )
    said, _complaint = process.communicate(timeout=60)
    assert process.returncode == -9
    assert said.startswith("201"), said
    assert Vacancy.objects.count() == Answered.objects.count() == done
    again = post(Client(headers={"Authorization": f"Bearer {secret}"}))
    assert again.status_code == 201
    assert again.headers.get("Idempotency-Replayed", "false") == ("true" if done else "false")
    assert Vacancy.objects.count() == 1
