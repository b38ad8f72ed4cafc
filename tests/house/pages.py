"""What every page keeps to: nothing inline, complete without JavaScript, light."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from django.contrib.staticfiles import finders

PAGE_BYTES_MAX = 60_000
STYLE_BYTES_MAX = 15_000
INLINE = re.compile(
    rb"<style\b|\sstyle\s*=|<script(?![^>]*\ssrc\s*=)[^>]*>|\son[a-z]+\s*=\s*[\"']|javascript:",
    re.IGNORECASE,
)


def inline(html: bytes) -> list[str]:
    """Style or script written into a page, which the content security policy would block.

    A script of type application/json is data and runs nothing.
    """
    return [
        html[match.start() : match.start() + 80].decode(errors="replace").strip()
        for match in INLINE.finditer(html)
        if b"application/json" not in match.group()
    ]


def needs_javascript(html: bytes) -> list[str]:
    """Controls that do nothing in a browser without JavaScript."""
    page = BeautifulSoup(html, "html.parser")
    found = [f"a form without a button: {form.get('action')}" for form in buttonless(page)]
    for element in page.select("[hx-get], [hx-post], [hx-put], [hx-delete], [hx-patch]"):
        works_alone = element.name in {"a", "form"} and bool(
            element.get("href") or element.get("action")
        )
        if not works_alone and element.find_parent("form") is None:
            found.append(f"htmx on a <{element.name}> that does nothing by itself")
    found += [
        f"a link to nothing: {link.text.strip()}"
        for link in page.select("a")
        if not link.get("href") or link["href"] == "#"
    ]
    found += [
        f"a button outside any form: {button.text.strip()}"
        for button in page.select("main button[type=submit]")
        if button.find_parent("form") is None and not button.get("form")
    ]
    return found


def buttonless(page: BeautifulSoup) -> list[Tag]:
    """Forms one can fill in but not send; one with hidden fields only is a script's own."""
    return [
        form
        for form in page.select("form")
        if form.select("input:not([type=hidden]), select, textarea")
        and not form.select("button:not([type=button]), input[type=submit], input[type=image]")
    ]


def shape(html: bytes) -> list[str]:
    """What a reader, a browser and a screen reader look for in every page."""
    page = BeautifulSoup(html, "html.parser")
    found = []
    if page.html is None or not page.html.get("lang") or not page.html.get("dir"):
        found.append("its language or direction is not said")
    if page.title is None or not page.title.text.strip():
        found.append("it has no title")
    if len(page.select("h1")) != 1:
        found.append(f"{len(page.select('h1'))} main headings; one is right")
    if len(page.select("main")) != 1:
        found.append("it has no main part")
    ids = [element["id"] for element in page.select("[id]")]
    found += [f"two elements are called {name}" for name in {*ids} if ids.count(name) > 1]
    return found


def weight(html: bytes) -> int:
    """Bytes of a page as it stands, with its compressed style sheets, scripts and icon."""
    page = BeautifulSoup(html, "html.parser")
    fetched = "link[rel~=stylesheet], link[rel~=icon], link[rel~=preload]"
    assets = {link["href"] for link in page.select(fetched)}
    assets |= {script["src"] for script in page.select("script[src]")}
    return len(html) + sum(compressed(address) for address in assets)


def compressed(address: str) -> int:
    path = finders.find(address.removeprefix("/static/"))
    return len(gzip.compress(Path(str(path)).read_bytes(), 9)) if path else 0
