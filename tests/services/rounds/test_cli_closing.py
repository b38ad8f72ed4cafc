from __future__ import annotations

import json
from pathlib import Path

from tests.services.rounds.conftest import result_of
from tests.services.rounds.test_cli import run

from corridor.services.rounds import api as rounds
from corridor.services.rounds.files import FileRefused


def test_the_end_of_a_round_on_the_command_line(published: rounds.Round, tmp_path: Path) -> None:
    number = published.number
    result = result_of(published, "Amina")
    vacancy = result.round_vacancy.vacancy
    told = run("rounds", "appeal", number, vacancy, result.worker, "--reasons", "B2!")
    assert told.exit_code == 0, told.output
    (row,) = json.loads(run("rounds", "appeals").stdout)
    own_round = run("rounds", "decide", str(row["appeal"]), "--verdict", "upheld", "--answer", "x")
    assert isinstance(own_round.exception, rounds.AppealOfOwnRound)
    rounds.Appeal.objects.update(ran_by="user:1", published_by="user:1")
    decided = run("rounds", "decide", str(row["appeal"]), "--verdict", "upheld", "--answer", "x")
    assert "upheld" in decided.stdout
    day = str(published.reserve_until)
    assert day in run("rounds", "reserve", number, day).stdout
    assert "closed" in run("rounds", "close", number).stdout
    assert json.loads(run("rounds", "report", number).stdout)["totals"]["places"] == 3
    out = tmp_path / "report.pdf"
    run("rounds", "report", number, "--out", str(out))
    assert out.read_bytes().startswith(b"%PDF")
    absent = run("rounds", "appeal", number, vacancy, "NOBODY", "--reasons", "x")
    assert isinstance(absent.exception, FileRefused)
