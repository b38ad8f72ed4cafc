"""The matrix on the web."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.test import Client


def test_all_rows_are_shown_with_the_three_counts(visitor: Client, claimed) -> None:
    page = BeautifulSoup(visitor.get("/matrix").content, "html.parser")
    assert len(page.select(".results > li")) == 63
    cells = [[cell.text for cell in row.select("td")] for row in page.select("tbody tr")]
    assert cells == [["4", "3", "2", "191"], ["1", "0", "0", "63"]]


def test_a_row_shows_its_parts_and_leads_to_what_is_claimed(visitor: Client, claimed) -> None:
    page = BeautifulSoup(visitor.get("/matrix/1a3").content, "html.parser")
    assert len(page.select(".results > li")) == 3
    assert page.select_one(".results a")["href"] == "/matrix"


def test_a_claim_whose_page_is_about_one_thing_has_no_link(visitor: Client, claimed) -> None:
    page = BeautifulSoup(visitor.get("/matrix/1a1").content, "html.parser")
    assert page.select(".results a") == []
    assert "matrix.row" in page.text


@pytest.mark.parametrize("code", ["9z9", "1a1.1", "../etc"])
def test_a_row_that_is_not_there_is_not_found(visitor: Client, code: str) -> None:
    assert visitor.get(f"/matrix/{code}").status_code == 404
