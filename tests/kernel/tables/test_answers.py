from __future__ import annotations

import json

import pytest
from django.test import RequestFactory
from django.utils import translation
from freezegun import freeze_time
from tests.cast import Member

from corridor.kernel.accounts.api import User
from corridor.kernel.record.models import Entry
from corridor.kernel.tables.api import Column, Table, asked_for

USERS = Table(
    name="users",
    title="Users",
    columns=(Column(name="id", title="Number"), Column(name="email", title="E-mail")),
    noted="accounts.list_taken",
    about="accounts.User:all",
)


def request(member: Member, **query: str):
    asked = RequestFactory().get("/desk/users/", query)
    asked.actor = member.actor
    return asked


def test_a_page_is_a_page_until_a_file_is_asked_for(bodil: Member) -> None:
    assert asked_for(request(bodil), USERS, User.objects.all()) is None
    assert asked_for(request(bodil, format="exe"), USERS, User.objects.all()) is None


@freeze_time("2026-11-25 10:00")
@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
def test_the_file_is_named_by_list_and_day_and_kept_nowhere(bodil: Member, kind: str) -> None:
    with translation.override("fr"):
        answer = asked_for(request(bodil, format=kind), USERS, User.objects.all())
    assert answer is not None
    assert answer["Content-Disposition"] == f'attachment; filename="users-2026-11-25.{kind}"'
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Content-Language"] == "fr"
    assert answer.streaming
    assert b"".join(answer.streaming_content)


def test_the_rows_are_those_given_in_their_order(bodil: Member, amina: Member) -> None:
    found = User.objects.order_by("-pk")
    answer = asked_for(request(bodil, format="json"), USERS, found)
    assert answer is not None
    items = json.loads(b"".join(answer.streaming_content))["items"]
    assert [item["id"] for item in items] == list(found.values_list("pk", flat=True))


def test_personal_data_taken_away_is_noted_without_what_was_searched(bodil: Member) -> None:
    asked = request(bodil, format="csv", q="Amina", country="", page="2")
    asked_for(asked, USERS, User.objects.all())
    entry = Entry.objects.get(verb="accounts.list_taken")
    assert entry.actor == bodil.actor.key
    assert entry.facts == {"format": "csv", "filters": ["q"], "rows": User.objects.count()}


def test_a_list_without_personal_data_is_not_noted(bodil: Member) -> None:
    plain = Table(name="codes", title="Codes", columns=(Column(name="code", title="Code"),))
    asked_for(request(bodil, format="csv"), plain, [{"code": "7212"}])
    assert not Entry.objects.filter(actor=bodil.actor.key).exists()
