from __future__ import annotations

from dataclasses import replace

import pytest
from django.utils import translation
from tests.cast import Member
from tests.services.rounds.conftest import offered, run
from tests.services.rounds.test_next_in_line import with_women

from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds
from corridor.services.rounds.holding import FloorNow
from corridor.services.rounds.telling_rules import asked, floors, floors_held, group, held, prices

LINES = "sex female 1 to QAT: Act 12, s. 4\nage 18-25 40%: Act 3"


@pytest.fixture
def found(world: None, plan: rounds.RoundDraft) -> rounds.Round:
    people.Person.objects.filter(full_name="Amina").update(sex="female")
    lines, wrong = rounds.read_floors(LINES)
    assert wrong == []
    return run(replace(plan, floors=tuple(lines), families_together=True))


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("sex female 40%: A", "Women: at least 40% of the places"),
        ("age 18-25 1: A", "People aged 18 to 25: at least 1 place"),
        ("age 50+ 2: A", "50 or older: at least 2 places"),
        ("nationality NPL 2: A", "People from Nepal: at least 2 places"),
        (
            "residence NPL 2 to QAT: A",
            "People living in Nepal, for work in Qatar: at least 2 places",
        ),
    ],
)
def test_a_floor_in_words(world: None, line: str, sentence: str) -> None:
    (floor,), _wrong = rounds.read_floors(line)
    assert asked(floor) == sentence
    assert asked(floor).startswith(group(floor))


def test_what_each_floor_came_to(found: rounds.Round) -> None:
    women, young = floors(found)
    assert women["basis"] == "Act 12, s. 4"
    assert (women["came_to"], women["tone"]) == ("1 placed, 1 asked for", "good")
    assert young["tone"] == "warn"
    assert "no more than 0" in young["came_to"]


def test_the_price_of_each_floor_and_of_stability(found: rounds.Round) -> None:
    told = [sentence for sentence, _share in prices(found)]
    assert told[0] == "Stability costs"
    assert told[1].startswith("The floor “Women, for work in Qatar: at least 1 place”")


def test_the_page_and_the_api_show_the_rules(found: rounds.Round, bodil: Member) -> None:
    page = bodil.client.get(f"/rounds/{found.number}/").text
    assert "Women, for work in Qatar: at least 1 place" in page
    assert "Act 12, s. 4" in page
    assert "Those who decide together get their places in one vacancy" in page
    given = bodil.client.get(f"/api/v1/rounds/{found.number}").json()
    assert given["floors"][0]["group"] == "sex female"
    assert given["families_together"] is True
    with translation.override("ar"):
        assert all(isinstance(sentence, str) for sentence, _share in prices(found))


def test_a_stable_round_too_large_to_price_says_so(found: rounds.Round, bodil: Member) -> None:
    address, said = found.get_absolute_url(), "too many possible places"
    assert said not in bodil.client.get(address).content.decode()
    rounds.Round.objects.filter(pk=found.pk).update(proof={**found.proof, "prices": []})
    assert said in bodil.client.get(address).content.decode()


def test_a_round_over_time_says_what_knowing_beforehand_would_bring(
    world: None, plan: rounds.RoundDraft, bodil: Member
) -> None:
    of = run(replace(plan, mode="over_time", weeks=4))
    page = bodil.client.get(f"/rounds/{of.number}/").text
    assert "Each person was served in the week they registered" in page
    assert "People came in over 4 weeks" in page


@pytest.mark.parametrize(
    ("holding", "left", "part"),
    [
        (4, 9, "4 hold a place, 4 were promised"),
        (3, 0, "nobody of the group is left on the reserve lists"),
        (3, 1, "1 person of the group can still be asked, and comes first"),
        (2, 7, "7 people of the group can still be asked, and come first"),
    ],
)
def test_a_floor_as_it_stands_is_said_in_figures(holding: int, left: int, part: str) -> None:
    (floor,), _wrong = rounds.read_floors("sex female 4: Act 12")
    assert part in held(FloorNow(floor=floor, promised=4, held=holding, left=left))


def test_a_floor_that_asked_for_more_than_there_are_says_so(
    world: None, plan: rounds.RoundDraft
) -> None:
    of = with_women(plan, "sex female 90: Act 12, s. 4", "Amina")
    (line,) = floors_held(of)
    assert (line["note"], line["tone"]) == ("No more could be promised.", "warn")


def test_pages_and_report_say_how_floors_stand(
    world: None, plan: rounds.RoundDraft, bodil: Member
) -> None:
    of = with_women(plan, "sex female 1: Act 12, s. 4", "Amina")
    offer = offered(of, "Amina")
    offered(of, "Chandra")
    rounds.decline_offer(actor=bodil.actor, offer=offer)
    for address in (f"/desk/rounds/{of.number}/offers/", f"/rounds/{of.number}/report/"):
        page = bodil.client.get(address).content.decode()
        assert "0 hold a place, 1 were promised; nobody of the group is left" in page, address
