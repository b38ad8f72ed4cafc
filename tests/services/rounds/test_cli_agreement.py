from __future__ import annotations

import json

from tests.cast import Member
from tests.services.rounds.test_cli import run

from corridor.services.rounds import api as rounds
from corridor.services.rounds.files import FileRefused


def test_a_round_is_agreed_started_and_published(world: None, bodil: Member, farid: Member) -> None:
    planned = json.loads(run("rounds", "plan", "Spring", "--seed", "7").stdout)
    number, terms = planned["number"], planned["terms"]
    named = ("--first", "Ministry", "bodil@example.org", "--second", "Agency", "farid@example.org")
    assert run("rounds", "parties", number, *named).exit_code == 0
    early = run("rounds", "start", number)
    assert isinstance(early.exception, rounds.NotAgreed)
    for officer in ("bodil@example.org", "farid@example.org"):
        told = run("rounds", "agree", number, "--officer", officer, "--terms", terms)
        assert told.exit_code == 0, told.output
    assert json.loads(run("rounds", "start", number).stdout)["state"] == "ready"
    assert json.loads(run("rounds", "publish", number).stdout)["state"] == "published"


def test_who_is_unknown_cannot_agree(world: None) -> None:
    number = json.loads(run("rounds", "plan", "Spring").stdout)["number"]
    told = run("rounds", "agree", number, "--officer", "x@example.org", "--terms", "0")
    assert isinstance(told.exception, FileRefused)
    wrong = run("rounds", "plan", "Spring", "--quota", "many to Qatar")
    assert isinstance(wrong.exception, rounds.RoundRefused)


def test_running_at_once_needs_a_reason_to_go_without(world: None) -> None:
    answer = run("rounds", "run", "Spring")
    assert isinstance(answer.exception, rounds.RoundRefused)
    assert not rounds.Round.objects.exists()
