from __future__ import annotations

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.places import api as places
from corridor.services.rounds import api as rounds
from corridor.services.rounds.procedure import Added
from corridor.services.rounds.telling_procedure import procedure_told


def test_each_requirement_says_by_which_evidence_each_step_judges_it(
    world: None, plan: rounds.RoundDraft
) -> None:
    places.load(actor=COMMAND_LINE, name="starter-assessments")
    planned = rounds.plan_round(actor=COMMAND_LINE, draft=plan)
    agreed = rounds.Procedure(
        judged={"languages": {"document": "", "test": "eps-topik"}},
        added=(Added(code="conduct", title="Conduct", need="asset", steps={"interview": ""}),),
        names_from="list",
    )
    planned = rounds.set_procedure(actor=COMMAND_LINE, planned=planned, procedure=agreed)
    told = procedure_told(planned)
    rows = {row["label"]: [evidence for _step, evidence in row["cells"]] for row in told["rows"]}
    assert rows["Language"][:2] == ["What the person says", "Any document"]
    assert "EPS-TOPIK" in rows["Language"][2]
    assert rows["Conduct"] == ["", "", "", "Any held for the list"]
    assert told["is_blind"] is False
