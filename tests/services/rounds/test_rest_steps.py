from __future__ import annotations

from django.test import Client
from tests.cast import Member
from tests.services.rounds import steps_world as steps
from tests.services.rounds.conftest import employed, own

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds


def address(line: rounds.RoundVacancy) -> str:
    return f"/api/v1/rounds/R{line.round_id}/vacancies/{line.vacancy}/steps"


def test_officers_read_every_cell(published: rounds.Round, bodil: Member) -> None:
    line = published.vacancies.get(title="Welder")
    taken = steps.take_test(line, "Amina", steps.POOR)
    (found,) = bodil.client.get(f"{address(line)}?state=missing").json()["items"]
    assert found["barred_by"] == "occupation/test"
    cells = {(row["code"], cell["step"]): cell for row in found["rows"] for cell in row["cells"]}
    test = cells["occupation", "test"]
    held = taken.candidate.session.number
    assert (test["state"], test["basis"], test["session"]) == ("missing", "result", held)
    assert bodil.client.get(f"{address(line)}?limit=1").json()["count"] == 4


def test_an_employer_reads_their_own_list_by_number(
    published: rounds.Round, hana: Member, visitor: Client
) -> None:
    line = published.vacancies.get(title="Welder")
    cook = published.vacancies.get(title="Cook")
    employed(hana, line)
    steps.take_test(line, "Amina", steps.GOOD)
    amina = steps.named("Amina")
    people.give_consents(actor=COMMAND_LINE, person=amina, purposes=[people.Purpose.EMPLOYERS])
    items = hana.client.get(address(line)).json()["items"]
    shown = [one for one in items if one["rows"] is not None]
    assert [one["worker"] for one in shown] == [amina.reference]
    assert {cell["by"] for row in shown[0]["rows"] for cell in row["cells"]} == {""}
    assert "Amina" not in hana.client.get(address(line)).content.decode()
    assert hana.client.get(address(cook)).status_code == 404
    assert visitor.get(address(line)).status_code == 401


def test_a_person_reads_their_own_row_and_nobody_elses(
    published: rounds.Round, amina: Member, dawit: Member
) -> None:
    own(amina, "Amina")
    (standing,) = amina.client.get("/api/v1/rounds/standings/mine").json()
    own_row = f"/api/v1/rounds/standings/{standing['result_id']}/steps"
    told = amina.client.get(own_row).json()
    assert told["rank"] == 1
    assert "English: you are invited to a test." in told["next"]
    assert dawit.client.get(own_row).status_code == 404
