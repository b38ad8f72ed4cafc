from tests.cast import Member
from tests.services.rounds.conftest import agreed_by

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.services.rounds import api as rounds
from corridor.services.rounds.forms_agreement import PartiesForm


def test_the_form_begins_with_those_named_before(
    db: None, plan: rounds.RoundDraft, bodil: Member, farid: Member
) -> None:
    planned = rounds.plan_round(actor=COMMAND_LINE, draft=plan)
    assert PartiesForm(planned=planned).initial == {}
    agreed_by(planned, bodil, farid)
    assert PartiesForm(planned=planned).initial["second_officer"] == "farid@example.org"
