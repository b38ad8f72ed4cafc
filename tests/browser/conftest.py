"""The browser of the system, started once; absent, these tests are skipped and say so."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from tests.browser.drive import Window, window

CHROMIUM = os.environ.get("CORRIDOR_CHROMIUM") or shutil.which("chromium") or ""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser/" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium():
    if not CHROMIUM:
        pytest.skip("no Chromium here: run make system, or name one in CORRIDOR_CHROMIUM")
    from playwright.sync_api import sync_playwright

    # Playwright keeps an event loop in this thread; the tests still use the database only here.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def opened(chromium, db) -> Iterator[Callable[..., Window]]:
    """Open windows: `opened(client, language="ar")`; all are closed at the end."""
    windows: list[Window] = []

    def open_one(client: Client, **more) -> Window:
        windows.append(window(chromium, client, **more))
        return windows[-1]

    yield open_one
    for one in windows:
        one.context.close()
