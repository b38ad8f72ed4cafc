from __future__ import annotations

from tests.cast import Member
from tests.services.rounds import steps_world as steps
from tests.services.rounds.conftest import employed, offered

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds


def test_an_offer_leads_to_the_person_and_to_what_they_show(
    published: rounds.Round, hana: Member
) -> None:
    employed(hana, published.vacancies.get(title="Welder"))
    rounds.accept_offer(actor=COMMAND_LINE, offer=offered(published, "Amina"))
    (offer,) = hana.client.get(f"/api/v1/rounds/{published.number}/offers").json()["items"]
    assert offer["name"] == "Amina"
    address = f"/api/v1/rounds/people/{offer['result_id']}"
    assert hana.client.get(address).json()["claims"] is None
    claim = steps.claim_of("Amina", "language")
    people.Claim.objects.filter(pk=claim.pk).update(visibility="employers")
    people.give_consents(
        actor=COMMAND_LINE, person=steps.named("Amina"), purposes=[people.Purpose.EMPLOYERS]
    )
    told = hana.client.get(address).json()
    assert [one["kind"] for one in told["claims"]] == ["language"]
    assert told["claims"][0]["said"]["cefr"] == "B2"
