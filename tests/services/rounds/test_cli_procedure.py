from __future__ import annotations

import json
from pathlib import Path

from tests.services.rounds.test_cli import run

from corridor.services.rounds import api as rounds
from corridor.services.rounds.files import FileRefused


def test_the_procedure_is_read_and_set_from_a_file(world: None, tmp_path: Path) -> None:
    number = json.loads(run("rounds", "plan", "Spring").stdout)["number"]
    assert json.loads(run("rounds", "procedure", number).stdout)["names_from"] == "acceptance"
    file = tmp_path / "procedure.toml"
    file.write_text('names_from = "never"\n[judged.languages]\ntest = "eps-topik"\n')
    told = json.loads(run("rounds", "procedure", number, "--set", str(file)).stdout)
    assert told["judged"] == {"languages": {"test": "eps-topik"}}
    for broken in ("names_from =", "judged = 3", '[[added]]\nname = "x"'):
        file.write_text(broken)
        answer = run("rounds", "procedure", number, "--set", str(file))
        assert isinstance(answer.exception, FileRefused), broken
    file.write_text('[judged.age]\ntest = ""\n')
    answer = run("rounds", "procedure", number, "--set", str(file))
    assert isinstance(answer.exception, rounds.RoundRefused)
