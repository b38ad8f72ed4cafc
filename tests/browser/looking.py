"""What is looked at on every page: faults of accessibility, of the console, of width."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Route
from tests.browser.drive import HOST, Window, from_static

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page) -> list[str]:
    """What axe finds: WCAG 2.2 AA and its best practices."""
    from axe_playwright_python.base import AXE_SCRIPT
    from axe_playwright_python.sync_playwright import Axe

    axe = Axe("" if page.evaluate("'axe' in window") else AXE_SCRIPT)
    # What was found in order is not sent over in full: it costs three times the looking.
    options = {"runOnly": RULES, "resultTypes": ["violations"]}
    found = axe.run(page, options=options).response["violations"]
    return [
        f"{one['id']}: {one['help']}: {node['html'][:120]}"
        for one in found
        for node in one["nodes"]
    ]


def without_scripts(window: Window) -> list[str]:
    """The same where JavaScript is off: the page as it stands, drawn again where axe may run."""
    html = window.page.content()
    browser = window.context.browser
    assert browser is not None
    context = browser.new_context(viewport=window.page.viewport_size, reduced_motion="reduce")
    try:
        context.route(f"{HOST}/**", lambda route: again(route, html))
        page = context.new_page()
        page.goto(window.page.url)
        return violations(page)
    finally:
        context.close()


def again(route: Route, html: str) -> None:
    if urlsplit(route.request.url).path.startswith("/static/"):
        from_static(route)
    else:
        route.fulfill(status=200, body=html, content_type="text/html; charset=utf-8")


def faults(window: Window) -> list[str]:
    """Everything wrong with the page that is open now; the console's complaints are taken out."""
    look = violations(window.page) if window.script else without_scripts(window)
    found = look + window.faults
    window.faults.clear()
    if (wide := window.overflow()) > 0:
        found.append(f"{wide} px wider than the window")
    return [f"{window.page.url}: {fault}" for fault in found]
