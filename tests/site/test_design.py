"""The living page of the look."""

from __future__ import annotations

from bs4 import BeautifulSoup
from django.template.base import Template
from django.template.loader import get_template
from django.test import Client

from corridor.site.templatetags.ui import register


def test_every_component_is_shown_in_both_directions(db: None, visitor: Client) -> None:
    page = BeautifulSoup(visitor.get("/design").content, "html.parser")
    left, right = page.select("section[dir]")
    assert (left["dir"], right["dir"], right["lang"]) == ("ltr", "rtl", "ar")
    assert len(left.select("[class]")) == len(right.select("[class]"))


def test_a_new_component_must_be_shown() -> None:
    template: Template = get_template("site/design_sample.html").template
    shown = template.source + get_template("site/design.html").template.source
    for name in ("fields", "score", "filters"):  # these draw the pieces they are made of
        shown += get_template(f"ui/{name}.html").template.source
    missing = {name for name in register.tags if f"% {name}" not in shown}
    assert missing == set()


def test_the_page_says_the_same_in_an_arabic_readers_own_language(
    db: None, visitor: Client
) -> None:
    visitor.post("/language", {"language": "ar"})
    page = BeautifulSoup(visitor.get("/design").content, "html.parser")
    assert [section["lang"] for section in page.select("section[dir]")] == ["en", "ar"]
