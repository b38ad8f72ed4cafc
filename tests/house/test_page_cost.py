"""No page asks the database more because there is more to show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from benchmarks import web_world
from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.places import api as places
from tests.cast import Member
from tests.kernel.people.test_import_people import SITA, bring
from tests.kernel.people.world import register, say

WIRE_KB_MAX = 60


@dataclass(frozen=True)
class Page:
    """An address, who opens it, and the most it may ask, however full the lists are."""

    path: str
    who: str
    queries_max: int


PAGES = [
    Page("/", "visitor", 12),
    Page("/vacancies/", "visitor", 20),
    Page("/vacancies/?isco=&text=the", "visitor", 20),
    Page("/rounds/", "visitor", 12),
    Page("/me/", "amina", 40),
    Page("/me/profile/", "amina", 24),
    Page("/me/fitting/", "amina", 30),
    Page("/desk/", "bodil", 45),
    Page("/desk/people/", "bodil", 24),
    Page("/desk/people/?q=sita", "bodil", 24),
    Page("/desk/people/?occupation=5&language=en", "bodil", 28),
    Page("/desk/vacancies/", "bodil", 24),
    Page("/api/v1/vacancies/", "visitor", 12),
]


@pytest.fixture
def fill(
    db: None, settings: LazySettings, tmp_path, amina: Member, bodil: Member
) -> Callable[[int], None]:
    """Fill the lists up to a number of people, vacancies and claims of Amina."""
    settings.HOME, settings.DATA = tmp_path, tmp_path / "absent"
    places.load(actor=COMMAND_LINE, name="starter", path=None)
    person = register(amina)
    generator = web_world.examples()
    known = generator.trades(None)
    skills = sorted({skill for trade in known for skill in trade.essential})

    def filled(count: int) -> None:
        have = person.claims.filter(kind="skill").count()
        for skill in skills[have:count]:
            say(amina, person, "skill", label=skill, esco=skill, level=2)
        bring(*[SITA | {"full_name": f"Sita {number}"} for number in range(count)])
        web_world.fill_vacancies(count, known=known, say=lambda _line: None)

    return filled


def asked(client: Client, path: str) -> int:
    assert client.get(path).status_code == 200, path
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(path, headers={"accept-encoding": "gzip"})
    body = b"".join(answer) if answer.streaming else answer.content
    assert len(body) <= WIRE_KB_MAX * 1024 or path.startswith("/desk"), f"{path}: {len(body)} bytes"
    return len(captured)


def test_full_lists_ask_no_more_than_short_ones(
    fill: Callable[[int], None], amina: Member, bodil: Member, visitor: Client
) -> None:
    clients = {"amina": amina.client, "bodil": bodil.client, "visitor": visitor}
    fill(8)
    few = {page.path: asked(clients[page.who], page.path) for page in PAGES}
    fill(32)
    many = {page.path: asked(clients[page.who], page.path) for page in PAGES}
    grown = {path: (few[path], many[path]) for path in few if many[path] > few[path] + 2}
    assert not grown, f"queries with few and with many rows: {grown}"
    over = {page.path: many[page.path] for page in PAGES if many[page.path] > page.queries_max}
    assert not over, f"more queries than allowed: {over}"
