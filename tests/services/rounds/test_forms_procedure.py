from __future__ import annotations

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.services.rounds import api as rounds
from corridor.services.rounds.forms_procedure import ProcedureForm
from corridor.services.rounds.procedure import usual


def test_the_form_begins_with_what_is_agreed_and_gives_it_back(
    world: None, plan: rounds.RoundDraft
) -> None:
    planned = rounds.plan_round(actor=COMMAND_LINE, draft=plan)
    fresh = ProcedureForm(planned=planned)
    shown = {name: fresh.get_initial_for_field(f, name) for name, f in fresh.fields.items()}
    again = ProcedureForm(shown, planned=planned)
    assert again.is_valid(), again.errors
    assert again.procedure().as_json() == usual().as_json()
    rows = {str(row["label"]): row for row in again.rows()}
    assert [bool(cell) for _label, cell in rows["Permit"]["cells"]] == [True, False, False]


def test_a_kind_that_is_not_offered_any_more_stays_chosen(
    world: None, plan: rounds.RoundDraft
) -> None:
    planned = rounds.plan_round(actor=COMMAND_LINE, draft=plan)
    gone = rounds.Procedure(judged={"languages": {"test": "gone"}})
    planned = rounds.set_procedure(actor=COMMAND_LINE, planned=planned, procedure=gone)
    field = ProcedureForm(planned=planned).fields["languages.test"]
    assert ("gone", "gone") in field.choices
