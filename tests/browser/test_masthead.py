"""Getting about: with the keyboard, on a phone, in another language, without JavaScript."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.browser.drive import PHONE

TOUCH_LEAST = 44


def test_the_first_key_leads_past_the_menu(opened, visitor: Client) -> None:
    page = opened(visitor).open("/help/privacy")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("script", [True, False])
def test_the_menu_of_a_phone_opens_and_closes(opened, visitor: Client, script: bool) -> None:
    window = opened(visitor, script=script)
    window.resize(PHONE)
    page = window.open("/help/")
    assert not page.locator("#menu").is_visible()
    page.get_by_role("link", name="Menu", exact=True).click()
    assert page.locator("#menu").is_visible()
    page.get_by_role("link", name="Close the menu").click()
    assert not page.locator("#menu").is_visible()


@pytest.mark.parametrize("script", [True, False])
def test_changing_the_language_keeps_the_page(opened, visitor: Client, script: bool) -> None:
    window = opened(visitor, script=script)
    page = window.open("/help/privacy")
    page.locator(".language summary").click()
    page.get_by_role("button", name="العربية").click()
    page.wait_for_selector("html[dir=rtl]", timeout=5000)
    assert page.url.endswith("/help/privacy")


def test_what_is_touched_on_a_phone_is_large_enough(opened, visitor: Client) -> None:
    window = opened(visitor)
    window.resize(PHONE)
    page = window.open("/design")
    small = page.evaluate(
        """least => [...document.querySelectorAll(
            "button, .button, select, .menu a, .tabs a, input:not([type=radio], [type=checkbox],"
            + " [type=hidden]), summary"
        )].filter(one => one.offsetParent && one.getBoundingClientRect().height < least)
          .map(one => one.outerHTML.slice(0, 80))""",
        TOUCH_LEAST,
    )
    assert small == []


def test_bars_grow_from_the_start_of_the_line(opened, visitor: Client) -> None:
    page = opened(visitor, language="ar").open("/design")
    turned = page.evaluate(
        """[...document.querySelectorAll("section[dir]")].map(
            one => getComputedStyle(one.querySelector(".bar")).transform.startsWith("matrix(-1"))"""
    )
    assert turned == [False, True]
