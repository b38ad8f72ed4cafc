"""A real browser on pages that Django's test client answers: no port, no second database.

Every request of the browser is answered in the test's own process and transaction, with the
headers that the site would send, so that the content security policy holds as it does outside.
"""

from __future__ import annotations

import contextvars
import mimetypes
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, Route

HOST = "http://localhost"
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}
TIMEOUT = 15_000  # milliseconds that a page may take before the test says so


@dataclass
class Window:
    """A browser window of one person; `faults` gathers what the console complained of."""

    context: BrowserContext
    page: Page
    script: bool = True
    faults: list[str] = field(default_factory=list)

    def open(self, address: str) -> Page:
        self.page.goto(HOST + address)
        return self.page

    def resize(self, size: dict[str, int]) -> None:
        self.page.set_viewport_size(size)  # type: ignore[arg-type]

    def overflow(self) -> int:
        """How many pixels the page is wider than the window."""
        return self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )


def static_file(path: str) -> Path | None:
    found = finders.find(path.removeprefix("/" + settings.STATIC_URL.strip("/") + "/"))
    return Path(found) if isinstance(found, str) else None


def from_static(route: Route) -> None:
    """Answer with a static file, as the site would."""
    file = static_file(urlsplit(route.request.url).path)
    if file is None:
        route.fulfill(status=404)
        return
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    route.fulfill(status=200, body=file.read_bytes(), content_type=kind)


def led_on(address: str) -> str:
    """A page that leads on at once: a redirect, which Playwright would not let us answer."""
    return f'<meta http-equiv="refresh" content="0;url={escape(address)}">'


def answer(route: Route, client: Client) -> None:
    """Answer one request of the browser with the test client, or from the static files."""
    request = route.request
    address = urlsplit(request.url)
    if address.path.startswith("/" + settings.STATIC_URL.strip("/") + "/"):
        from_static(route)
        return
    path = address.path + (f"?{address.query}" if address.query else "")
    skipped = {"cookie", "host", "content-type", "content-length"}
    found = client.generic(
        request.method,
        path,
        data=request.post_data_buffer or b"",
        content_type=request.headers.get("content-type", "application/octet-stream"),
        headers={name: value for name, value in request.headers.items() if name not in skipped}
        | {"host": address.netloc},
    )
    if found.has_header("Location") and request.is_navigation_request():
        route.fulfill(status=200, body=led_on(found["Location"]), content_type="text/html")
        return
    headers = {name: value for name, value in found.items() if name.lower() != "content-length"}
    route.fulfill(status=found.status_code, headers=headers, body=found.getvalue())


def window(
    browser: Browser,
    client: Client,
    *,
    language: str = "en",
    script: bool = True,
    size: dict[str, int] = DESKTOP,
) -> Window:
    """A window in which `client` is who is signed in."""
    if language:
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    context = browser.new_context(
        viewport=size,  # type: ignore[arg-type]
        locale=language or None,
        java_script_enabled=script,
        reduced_motion="reduce",
    )
    context.set_default_timeout(TIMEOUT)
    page = context.new_page()
    made = Window(context=context, page=page, script=script)
    page.on("console", lambda said: hear(made, said.type, said.text))
    page.on("pageerror", lambda error: made.faults.append(str(error)))
    # Playwright answers in a context of its own; the database connection lives in the test's.
    mine = contextvars.copy_context()
    context.route(f"{HOST}/**", lambda route: mine.copy().run(answer, route, client))
    return made


def hear(made: Window, kind: str, text: str) -> None:
    if kind in {"error", "warning"}:
        made.faults.append(text)
