"""Every public page, in every language: light, complete without JavaScript, nothing inline."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse

from tests.cast import ROLES, join
from tests.house import pages
from tests.permissions.table import rows

PUBLIC = sorted(
    name
    for name, row in rows().items()
    if row.code("visitor") == 200 and row.method == "get" and not name.startswith("api:")
)


@pytest.fixture
def answer(request, db, visitor: Client):
    row = rows()[request.param]
    arguments = row.args({person: join(person) for person in ROLES}) if row.args else {}
    found = visitor.get(reverse(request.param, kwargs=arguments))
    if not found.get("Content-Type", "").startswith("text/html"):
        pytest.skip("not a page")
    return found


@pytest.mark.parametrize("answer", PUBLIC, indirect=True)
def test_a_public_page_is_light_well_formed_and_needs_no_javascript(answer) -> None:
    assert pages.needs_javascript(answer.content) == []
    assert pages.shape(answer.content) == []
    assert pages.weight(answer.content) <= pages.PAGE_BYTES_MAX


@pytest.mark.django_db
@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
def test_the_longest_page_is_light_in_every_language(visitor: Client, language: str) -> None:
    visitor.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    for address in ("/", "/matrix", "/design"):
        assert pages.weight(visitor.get(address).content) <= pages.PAGE_BYTES_MAX, address


def test_the_style_sheet_is_small_and_names_no_other_site() -> None:
    style = Path(str(finders.find("site/corridor.css"))).read_bytes()
    assert len(gzip.compress(style, 9)) <= pages.STYLE_BYTES_MAX
    assert b"url(" not in style
    assert b"@import" not in style


def test_the_policy_lets_nothing_in_from_elsewhere(db: None, visitor: Client) -> None:
    policy = visitor.get("/design")["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    "html",
    [
        b'<p style="color: red">',
        b"<style>p {}</style>",
        b"<script>go()</script>",
        b'<button onclick="go()">',
        b'<a href="javascript:go()">',
    ],
)
def test_anything_inline_is_found(html: bytes) -> None:
    assert pages.inline(html) != []


def test_what_is_not_inline_is_left_alone() -> None:
    html = b'<script src="/static/x.js"></script><p data-style="x">the style of on = it</p>'
    assert pages.inline(html) == []


@pytest.mark.parametrize(
    "html",
    [
        b"<form><input name=q></form>",
        b"<a href='#'>More</a>",
        b"<div hx-get='/x'>More</div>",
        b"<main><button type=submit>Go</button></main>",
    ],
)
def test_what_needs_javascript_is_found(html: bytes) -> None:
    assert pages.needs_javascript(html) != []


def test_a_page_without_a_heading_is_found() -> None:
    html = b"<html lang=en dir=ltr><title>x</title><main></main></html>"
    assert pages.shape(html) == ["0 main headings; one is right"]
