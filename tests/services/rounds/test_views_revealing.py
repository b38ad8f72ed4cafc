from __future__ import annotations

import pytest
from tests.cast import Member
from tests.services.rounds import steps_world as steps
from tests.services.rounds.conftest import employed, offered
from tests.services.rounds.test_views import text

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar"])
def test_the_employer_reads_who_accepted_in_their_language(
    published: rounds.Round, hana: Member, language: str
) -> None:
    employed(hana, published.vacancies.get(title="Welder"))
    rounds.accept_offer(actor=COMMAND_LINE, offer=offered(published, "Amina"))
    person = steps.named("Amina")
    people.give_consents(actor=COMMAND_LINE, person=person, purposes=[people.Purpose.EMPLOYERS])
    hana.user.language = language
    hana.user.save()
    address = f"/me/hiring/people/{steps.listed(published, 'Amina').pk}/"
    answer = hana.client.get(address, headers={"accept-language": language})
    assert answer["Cache-Control"] == "private, no-store"
    page = text(answer)
    assert "Amina" in page
    assert ("What they show to employers" in page) == (language == "en")
