from __future__ import annotations

import re

import pytest
from tests.cast import Member
from tests.services.rounds import steps_world as steps
from tests.services.rounds.conftest import employed, own
from tests.services.rounds.test_views import text

from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds


@pytest.fixture
def line(published: rounds.Round) -> rounds.RoundVacancy:
    found = published.vacancies.get(title="Welder")
    steps.take_test(found, "Amina", steps.POOR)
    return found


def test_officers_read_filter_and_take_away_the_matrix(
    line: rounds.RoundVacancy, bodil: Member
) -> None:
    address = f"/desk/rounds/{line.round.number}/{line.vacancy}/steps/"
    assert address in text(bodil.client.get(f"/rounds/{line.round.number}/{line.vacancy}/"))
    page = text(bodil.client.get(address))
    assert "No offer possible" in page
    assert "Welding" not in page.replace("Welding test", "")
    assert re.search(r"\d% in T\d+", page)
    amina, belay = (
        people.printed_reference(steps.named(name).reference) for name in ("Amina", "Belay")
    )
    failed = text(bodil.client.get(f"{address}?state=missing"))
    assert amina in failed
    assert belay not in failed
    assert "Nobody here" in text(bodil.client.get(f"{address}?state=near"))
    csv = b"".join(bodil.client.get(f"{address}?format=csv&state=missing")).decode()
    assert csv.count("\n") == 2


def test_the_employer_reads_it_blinded_and_only_their_own(
    line: rounds.RoundVacancy, hana: Member
) -> None:
    employed(hana, line)
    address = f"/me/hiring/rounds/{line.round.number}/{line.vacancy}/steps/"
    assert address in text(hana.client.get(address.removesuffix("steps/")))
    page = text(hana.client.get(address))
    assert "have not agreed to be shown to employers" in page
    assert "No offer possible" not in page
    people.give_consents(
        actor=COMMAND_LINE, person=steps.named("Amina"), purposes=[people.Purpose.EMPLOYERS]
    )
    page = text(hana.client.get(address))
    assert "No offer possible" in page
    assert "Amina" not in page
    csv = b"".join(hana.client.get(f"{address}?format=csv")).decode()
    assert "Not met" in csv
    assert "Amina" not in csv
    cook = line.round.vacancies.get(title="Cook")
    other = f"/me/hiring/rounds/{line.round.number}/{cook.vacancy}/steps/"
    assert hana.client.get(other).status_code == 404
    assert hana.client.get(address.replace("/me/hiring/", "/desk/")).status_code == 404


def test_a_person_reads_their_own_row_in_plain_words(
    line: rounds.RoundVacancy, amina: Member, dawit: Member
) -> None:
    own(amina, "Amina")
    result = steps.listed(line.round, "Amina")
    address = f"/me/standing/{result.pk}/steps/"
    assert address in text(amina.client.get("/me/standing/"))
    page = text(amina.client.get(address))
    assert "Occupation was not met, so no place can be offered here." in page
    assert "Your place on this list counts until" not in page
    steps.take_test(line, "Amina", steps.GOOD)
    assert "Your place on this list counts until" in text(amina.client.get(address))
    assert dawit.client.get(address).status_code == 404


@pytest.mark.parametrize("language", ["fr", "es", "ar"])
def test_the_pages_are_read_in_every_language(
    line: rounds.RoundVacancy, bodil: Member, language: str
) -> None:
    bodil.user.language = language
    bodil.user.save()
    address = f"/desk/rounds/{line.round.number}/{line.vacancy}/steps/"
    page = text(bodil.client.get(address, headers={"accept-language": language}))
    assert f'lang="{language}"' in page
    assert "No offer possible" not in page
