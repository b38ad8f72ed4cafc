"""The public figures tell where, and never who."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.test import Client
from tests.services.rounds.conftest import run

from corridor.departure.jobs import api as jobs
from corridor.kernel.actors.api import COMMAND_LINE
from corridor.kernel.people import api as people
from corridor.kernel.places import api as places
from corridor.services.rounds import api as rounds
from corridor.site import public_figures

CONSENTS = [people.Purpose.MATCHING, people.Purpose.STATISTICS]


@pytest.fixture(autouse=True)
def _fresh(db: None, tmp_path, settings) -> None:
    settings.HOME = tmp_path
    cache.clear()
    places.load(actor=COMMAND_LINE, name="starter")


@pytest.fixture
def placed() -> rounds.Round:
    """Six of Ethiopia and two of Nepal get their places in Qatar."""
    welder = jobs.VacancyDraft(title="Welder", country="QAT", isco="7212", places=8)
    jobs.import_vacancies(actor=COMMAND_LINE, drafts=[welder], publish=True)
    rows = [
        {"full_name": f"Worker {place}", "isco": "7212", "nationality": country}
        for place, country in enumerate(["ETH"] * 6 + ["NPL"] * 2)
    ]
    people.import_people(actor=COMMAND_LINE, rows=rows, consents=CONSENTS)
    draft = rounds.RoundDraft(
        title="Spring", criteria=rounds.preset("balanced"), seed=7, mode="stable", top=10
    )
    ready = run(draft)
    assert ready.placed_count == 8
    return rounds.publish_round(actor=COMMAND_LINE, ready=ready)


def test_few_from_one_country_are_not_told_apart(placed: rounds.Round, visitor: Client) -> None:
    figures = public_figures.public_figures()
    assert [(flow.origin, flow.count) for flow in figures.flows.told] == [("ETH", 6)]
    assert figures.flows.withheld == 2
    page = BeautifulSoup(visitor.get("/figures/").content, "html.parser")
    assert "Nepal" not in page.select_one("main").text
    assert "2 people are counted without an origin" in " ".join(page.text.split())
    assert [cell.text for cell in page.select(".world tbody .number")] == ["6"]


def test_a_round_that_is_not_published_counts_for_nothing(placed: rounds.Round) -> None:
    rounds.Round.objects.filter(pk=placed.pk).update(state="ready", published_at=None)
    assert public_figures.public_figures().flows.told == []


def test_bars_lead_to_the_vacancies_of_a_country(placed: rounds.Round, visitor: Client) -> None:
    page = BeautifulSoup(visitor.get("/figures/").content, "html.parser")
    assert page.select_one(".bars a")["href"] == "/vacancies/?country=QAT"
    assert page.select_one(".bars a").text == "Qatar"


def test_before_anything_happened_the_page_says_so(visitor: Client) -> None:
    page = visitor.get("/figures/").content.decode()
    assert page.count("Nothing to show yet.") == 3


def test_the_figures_are_counted_once_for_many_readers(
    placed: rounds.Round, visitor: Client, django_assert_max_num_queries
) -> None:
    visitor.get("/figures/")
    with django_assert_max_num_queries(8):
        visitor.get("/figures/")


def test_who_has_not_agreed_to_statistics_is_left_out(
    placed: rounds.Round, visitor: Client
) -> None:
    for person in people.Person.objects.filter(nationality="ETH")[:1]:
        people.withdraw_consent(
            actor=COMMAND_LINE, person=person, purpose=people.Purpose.STATISTICS
        )
    (flow,) = public_figures.public_figures().flows.told
    assert (flow.origin, flow.destination, flow.count) == ("ETH", "QAT", 5)
    page = visitor.get("/figures/").content.decode()
    assert "Only people who agreed to statistics are counted." in page
