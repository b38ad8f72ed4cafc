from tests.departure.jobs.conftest import BLUEPRINTS, WELDING

from corridor.departure.jobs import api as jobs
from corridor.departure.jobs import supply
from corridor.kernel.actors.api import COMMAND_LINE


def test_a_vacancy_becomes_a_row_of_the_engines_table(published: jobs.Vacancy) -> None:
    (row,) = supply.rows({})
    assert row["id"] == published.number
    assert row["isco"] == "7212"
    assert row["skills_essential"] == [f"{WELDING}:2"]
    assert row["skills_optional"] == [f"{BLUEPRINTS}:1"]
    assert row["languages"] == ["ar:A1", "en:A2"]
    assert (row["eqf_min"], row["years_min"], row["places"]) == (3, 2, 12)


def test_only_open_ones_that_fit_the_filter_come(published: jobs.Vacancy) -> None:
    assert supply.count({"isco": "7", "country": "QAT"}) == 1
    assert list(supply.rows({"country": "DEU"})) == []
    before = supply.version()
    jobs.close_vacancy(actor=COMMAND_LINE, vacancy=published)
    assert list(supply.rows({})) == []
    assert supply.version() != before


def test_cards_know_title_country_and_address(published: jobs.Vacancy) -> None:
    card = supply.cards([published.number, "V999999", "nonsense"])[published.number]
    assert (card.title, card.country) == ("Welder, shipyard", "QAT")
    assert card.url == f"/vacancies/{published.number}/"
