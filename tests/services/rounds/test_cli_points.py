from __future__ import annotations

import json

from tests.services.rounds.test_cli import run

from corridor.services.rounds.errors import FactsWrong, NoPointsSystem


def test_tables_what_they_ask_and_the_points(db: None) -> None:
    assert "eps-fishery" in run("rounds", "points").stdout
    assert "a whole number 0 to 90" in run("rounds", "points", "eps-fishery").stdout
    asked = ("rounds", "points", "eps-manufacturing", "--fact", "korean=80", "--fact", "skill=70")
    told = run(*asked)
    assert told.exit_code == 0, told.output
    assert told.stdout.startswith("Points: between 150 and 155, of 205.")
    found = json.loads(run(*asked, "--json").stdout)
    assert (found["least"], found["most"], found["passes"]) == (150, 155, True)


def test_what_cannot_be_read_is_refused() -> None:
    unsaid = run("rounds", "points", "eps-fishery", "--fact", "korean=")
    assert unsaid.exit_code == 0, unsaid.output
    assert isinstance(
        run("rounds", "points", "eps-fishery", "--fact", "korean=91").exception, FactsWrong
    )
    assert isinstance(run("rounds", "points", "nowhere").exception, NoPointsSystem)
