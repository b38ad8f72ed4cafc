from __future__ import annotations

import io
import json

from tests.services.rounds import steps_world as steps

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.tables import api as tables
from corridor.services.rounds import api as rounds
from corridor.services.rounds import reads_steps
from corridor.services.rounds.tables_steps import table_of


def test_the_list_holds_a_column_for_each_cell_and_no_name(published: rounds.Round) -> None:
    line = published.vacancies.get(title="Welder")
    steps.take_test(line, "Amina", steps.POOR)
    found = reads_steps.sheet(COMMAND_LINE, line)
    out = io.BytesIO()
    tables.write(table_of(found), found.cards, out, kind="json")
    rows = json.loads(out.getvalue())["items"]
    first = rows[0]
    assert first["state"] == "Not met"
    assert first["occupation/test"].startswith("Not met; ")
    assert first["languages:en/profile"].startswith("Met; ")
    assert "Amina" not in out.getvalue().decode()
    assert list(first) == table_of(found).names
