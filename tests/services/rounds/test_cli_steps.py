from __future__ import annotations

import json

from tests.services.rounds import steps_world as steps
from tests.services.rounds.test_cli import run

from corridor.services.rounds import api as rounds
from corridor.services.rounds.files import FileRefused


def test_a_matrix_is_written_as_a_table(published: rounds.Round) -> None:
    line = published.vacancies.get(title="Welder")
    steps.take_test(line, "Amina", steps.POOR)
    told = run("rounds", "steps", published.number, line.vacancy)
    assert told.exit_code == 0, told.output
    assert told.stdout.count("\n") == 5
    only = ("--state", "missing", "--format", "json")
    rows = json.loads(run("rounds", "steps", published.number, line.vacancy, *only).stdout)["items"]
    assert [row["rank"] for row in rows] == [1]
    for wrong in (("--state", "perhaps"), ("--format", "doc")):
        answer = run("rounds", "steps", published.number, line.vacancy, *wrong)
        assert isinstance(answer.exception, FileRefused)
