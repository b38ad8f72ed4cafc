"""The help pages."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client

from corridor.site.guide import PAGES


@pytest.mark.django_db
@pytest.mark.parametrize("slug", sorted(PAGES))
@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
def test_a_help_page_opens_in_every_language(visitor: Client, slug: str, language: str) -> None:
    visitor.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    page = BeautifulSoup(visitor.get(f"/help/{slug}").content, "html.parser")
    assert page.html["lang"] == language
    assert len(page.select("article h2")) == len(PAGES[slug].parts)


@pytest.mark.django_db
def test_the_list_of_help_leads_to_every_page(visitor: Client) -> None:
    page = BeautifulSoup(visitor.get("/help/").content, "html.parser")
    assert {link["href"] for link in page.select(".results a")} == {f"/help/{key}" for key in PAGES}


@pytest.mark.django_db
def test_help_that_is_not_there_is_not_found(visitor: Client) -> None:
    assert visitor.get("/help/nothing").status_code == 404
