from __future__ import annotations

import json

from tests.services.rounds.test_cli import run

from corridor.services.rounds import api as rounds


def test_offers_live_on_the_command_line_too(published: rounds.Round) -> None:
    number = published.number
    cook = published.vacancies.get(title="Cook")
    assert "1 offers" in run("rounds", "offer", number, "--vacancy", cook.vacancy).stdout
    assert "2 offers" in run("rounds", "offer", number, "--days", "3").stdout
    first, second, third = (
        row["offer"] for row in json.loads(run("rounds", "offers", number).stdout)
    )
    assert "accepted" in run("rounds", "accept", str(first)).stdout
    assert "declined" in run("rounds", "decline", str(second), "--reason", "ill").stdout
    assert "withdrawn" in run("rounds", "withdraw", str(third)).stdout
    assert "0 offers lapsed" in run("rounds", "lapse").stdout
