"""Page objects: what somebody does on a page, by the names of its fields and addresses.

Texts change and are translated; names do not. After each step the page is looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page
from tests.browser.drive import Window
from tests.browser.looking import faults


@dataclass
class Visit:
    """Somebody at a window. Every page they come to must be whole."""

    window: Window

    @property
    def page(self) -> Page:
        return self.window.page

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path

    def press(self, what: Locator) -> None:
        """Press something that leads to another page, and wait until it is there."""
        with self.page.expect_navigation(wait_until="commit"):
            what.click()
        self.page.wait_for_selector("main")
        self.page.wait_for_load_state()
        self.look()

    def look(self) -> None:
        assert not (found := faults(self.window)), "\n".join(found)

    def open(self, address: str) -> None:
        self.window.open(address)
        self.page.wait_for_selector("main")
        self.page.wait_for_load_state()
        self.look()

    def follow(self, address: str) -> None:
        """Follow the first link to that address that can be seen; it must be there."""
        self.press(self.page.locator(f"a[href='{address}']:visible").first)

    def choose_language(self, code: str) -> None:
        self.page.locator(".language summary").click()
        self.press(self.page.locator(f".language button[value={code}]"))

    def fill(self, **values: str) -> None:
        """Fields by name: text, a choice of a list, or one of several buttons."""
        for name, value in values.items():
            field = self.page.locator(f"main [name={name}]:not([type=hidden])").first
            kind = field.evaluate("one => one.type || one.tagName.toLowerCase()")
            if kind in {"radio", "checkbox"}:
                self.page.locator(f"main [name={name}][value='{value}']").check()
            elif kind.startswith("select"):
                field.select_option(value)
            else:
                field.fill(value)

    def submit(self, holding: str = "") -> None:
        """Press the button of the form, of the one that holds this field where there are more."""
        form = "main form" + (f":has([name={holding}])" if holding else "")
        self.press(self.page.locator(f"{form} button[type=submit]:visible").first)
