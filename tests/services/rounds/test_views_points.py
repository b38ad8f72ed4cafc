from __future__ import annotations

import pytest
from django.test import Client
from tests.services.rounds.test_views import text

TABLE = "/points/eps-manufacturing/"
KNOWN = "korean=80&skill=70&work_experience=3&training=yes&certificate=yes"


def test_a_visitor_chooses_a_table(client: Client, db: None) -> None:
    page = text(client.get("/points/"))
    assert f'href="{TABLE}"' in page
    assert "No longer in force" in page  # the Canadian table of 2025
    assert "unverified" in page


def test_the_answer_has_an_address(client: Client, db: None) -> None:
    asked = text(client.get(TABLE))
    assert "Work out the points" in asked
    assert "Points by line" not in asked
    page = text(client.get(f"{TABLE}?{KNOWN}"))
    assert "Points: 155 of 205." in page
    assert "Every pass mark is reached." in page
    assert "is not established" in page
    assert 'value="80"' in page


def test_what_is_missing_and_what_would_change_it_is_said(client: Client, db: None) -> None:
    page = text(client.get(f"{TABLE}?korean=50&skill="))
    assert "A pass mark is missed." in page
    assert "between 50 and 155" in page
    assert "What would change it" in page
    page = text(client.get("/points/canada-crs/?sibling=yes"))
    assert "Say these first" in page
    assert "Pass mark reached" not in page


def test_bad_input_and_a_table_that_is_not_there(client: Client, db: None) -> None:
    answer = client.get(f"{TABLE}?korean=500")
    assert answer.status_code == 422
    assert "Points by line" not in text(answer)
    assert client.get("/points/nowhere/").status_code == 404
    assert client.post(TABLE).status_code == 405


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Toutes les notes minimales sont atteintes."),
        ("es", "Se alcanzan todas las notas mínimas."),
        ("ar", "بُلغت جميع درجات النجاح."),
    ],
)
def test_the_answer_is_in_the_readers_language(
    client: Client, db: None, language: str, sentence: str
) -> None:
    page = text(client.get(f"{TABLE}?{KNOWN}", headers={"accept-language": language}))
    assert sentence in page
    assert "Skills test" not in page
