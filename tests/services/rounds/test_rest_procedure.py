from __future__ import annotations

from django.test import Client
from tests.cast import Member

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.services.rounds import api as rounds

JSON = {"content_type": "application/json"}


def test_the_procedure_is_set_and_read_by_api(
    world: None, plan: rounds.RoundDraft, bodil: Member
) -> None:
    planned = rounds.plan_round(actor=COMMAND_LINE, draft=plan)
    address = f"/api/v1/rounds/{planned.number}/procedure"
    given = {
        "judged": {"languages": {"test": ""}},
        "added": [{"code": "conduct", "title": "Conduct", "steps": {"interview": ""}}],
        "names_from": "offer",
    }
    answer = bodil.client.put(address, given, **JSON)
    assert answer.status_code == 200, answer.content
    assert bodil.client.get(address).json()["added"][0]["need"] == "required"
    assert bodil.client.get(address).json()["names_from"] == "offer"
    wrong = bodil.client.put(address, {"judged": {"age": {"test": ""}}}, **JSON)
    assert wrong.status_code == 422
    assert wrong.json()["facts"]["findings"][0]["field"] == "age.test"


def test_everybody_reads_that_of_a_published_round_and_nobody_that_of_a_plan(
    published: rounds.Round, plan: rounds.RoundDraft, visitor: Client
) -> None:
    address = f"/api/v1/rounds/{published.number}/procedure"
    assert visitor.get(address).json()["names_from"] == "acceptance"
    planned = rounds.plan_round(actor=COMMAND_LINE, draft=plan)
    assert visitor.get(f"/api/v1/rounds/{planned.number}/procedure").status_code == 404
