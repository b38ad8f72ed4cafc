from __future__ import annotations

import json
from typing import Any

import pytest
from tests.cast import Member
from tests.services.rounds.officers import REASON, left_out, signed, welder
from typer.testing import CliRunner

from corridor.kernel.record import api as record
from corridor.services.rounds import api as rounds
from corridor.site.cli import build


@pytest.fixture
def of(world: None, plan: rounds.RoundDraft, bodil: Member, farid: Member) -> rounds.Round:
    return signed(plan, bodil, farid)


def said(*words: str) -> Any:
    answer = CliRunner().invoke(build(), ["rounds", *words])
    assert answer.exit_code == 0, answer.output
    return json.loads(answer.output)


def test_a_decision_signed_on_paper(of: rounds.Round, bodil: Member, farid: Member) -> None:
    asked = ["override", of.number, "place", left_out(of), welder(of).vacancy]
    first = ["--officer", str(bodil.user.email), "--reason", REASON]
    other = ["--officer", str(farid.user.email)]
    price = said(*asked, *first)
    assert len(price["gains"]) == 1
    assert said("overrides", of.number) == []
    one = said(*asked, *first, "--seen", price["seen"])
    number = str(one["id"])
    done = said("confirm-override", number, *other, "--seen", price["seen"])
    assert done["state"] == "confirmed"
    entry = record.Entry.objects.get(verb="rounds.override_confirmed")
    assert entry.door == "cli"
    assert said("undo-override", number, *other)["state"] == "undone"
    assert [each["state"] for each in said("overrides", of.number)] == ["undone"]


def test_nobody_of_that_name_and_no_such_decision_are_refused(of: rounds.Round) -> None:
    for words in (
        ["undo-override", "999", "--officer", "bodil@example.org"],
        ["undo-override", "999", "--officer", "nobody@example.org"],
    ):
        answer = CliRunner().invoke(build(), ["rounds", *words])
        assert answer.exit_code == 1
