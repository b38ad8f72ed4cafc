from __future__ import annotations

import json
from typing import Any

import pytest
from tests.cast import Member
from tests.services.rounds.conftest import run
from tests.services.rounds.test_cli import run as command

from corridor.kernel.actors.api import COMMAND_LINE, Refused
from corridor.kernel.people import api as people
from corridor.services.rounds import api as rounds
from corridor.services.rounds.preview import band, group_name, or_others, previews, table_rows

WELD = "http://data.europa.eu/esco/skill/w"


def crowd(sex: str, level: str, number: int, *, birth_year: str) -> list[dict[str, Any]]:
    return [
        {
            "full_name": f"{sex} {n}",
            "sex": sex,
            "isco": "7212",
            "skills": f"{WELD}:3",
            "languages": f"en:{level}",
            "years": "5",
            "nationality": "ETH",
            "birth_year": birth_year,
        }
        for n in range(number)
    ]


@pytest.fixture
def uneven(world: None, plan: rounds.RoundDraft) -> rounds.Round:
    """Of twenty men with English and twenty women without, only men are placed."""
    rows = crowd("male", "C1", 20, birth_year="1990") + crowd("female", "A1", 20, birth_year="1980")
    people.import_people(actor=COMMAND_LINE, rows=rows)
    from dataclasses import replace

    from corridor.departure.jobs import api as jobs

    jobs.Vacancy.objects.filter(title="Welder").update(places=20)
    return run(replace(plan, top=60))


def test_a_selection_of_men_alone_is_adverse_to_women(uneven: rounds.Round) -> None:
    found = {one.kind: one for one in previews(COMMAND_LINE, uneven)}
    assert found["sex"].found is not None
    women = next(one for one in found["sex"].found.groups if one.group == "female")
    assert (women.selected, women.people, women.verdict) == (0, 20, "adverse")
    assert found["sex"].known == 40
    rows = table_rows(list(found.values()))
    assert {"Women", "Men", "35–44", "45–54"} <= {row["group"] for row in rows}


def test_an_officer_sees_it_before_publishing(uneven: rounds.Round, bodil: Member) -> None:
    address = f"/desk/rounds/{uneven.number}/impact/"
    page = bodil.client.get(address).content.decode()
    assert "Look before you publish" in page
    assert "Women" in page
    csv = b"".join(bodil.client.get(f"{address}?format=csv")).decode()  # type: ignore[arg-type]
    assert "Women" in csv
    told = bodil.client.get(f"/api/v1/rounds/{uneven.number}/impact").json()
    assert {row["code"] for row in told} >= {"adverse", "best"}
    shown = json.loads(command("rounds", "impact", uneven.number).stdout)
    assert len(shown) == len(told)


def test_where_nothing_is_known_nothing_is_said(ready: rounds.Round, bodil: Member) -> None:
    found = {one.kind: one for one in previews(COMMAND_LINE, ready)}
    assert found["sex"].found is None
    page = bodil.client.get(f"/desk/rounds/{ready.number}/impact/").content.decode()
    assert "not known of enough people" in page


def test_others_see_no_preview_and_a_plan_has_none(
    ready: rounds.Round, plan: rounds.RoundDraft, farid: Member, bodil: Member
) -> None:
    with pytest.raises(Refused):
        previews(farid.actor, ready)
    planned = rounds.plan_round(actor=COMMAND_LINE, draft=plan)
    assert bodil.client.get(f"/desk/rounds/{planned.number}/impact/").status_code == 409


def test_small_groups_stand_together_and_ages_have_bands() -> None:
    named = or_others(["ETH"] * 5 + ["NPL"])
    assert [named("ETH"), named("NPL"), named("")] == ["ETH", "others", ""]
    assert [band(2026, year) for year in ("2005", "1990", "1950", None)] == [
        "-24",
        "35-44",
        "55+",
        "",
    ]
    assert group_name("nationality", "others") == "Other nationalities"


def test_the_youngest_are_called_by_a_word_and_not_by_a_minus() -> None:
    assert group_name("age", "-24") == "Up to 24"
    assert group_name("age", "25-34") == "25–34"
