"""Every page in a real browser: no accessibility fault, no complaint, no sideways scroll.

Each is looked at on a phone and on a desktop, in a left-to-right and a right-to-left language.
"""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from tests.browser.drive import DESKTOP, PHONE
from tests.browser.looking import violations
from tests.cast import ROLES, join
from tests.permissions.table import rows

# Files and machine answers; the browser would download them.
NOT_PAGES = {"documents.download", "people.export"}


def seen_by(person: str) -> list[tuple[str, str]]:
    return [
        (person, name)
        for name, row in sorted(rows().items())
        if row.code(person) == 200
        and row.method == "get"
        and not name.startswith("api:")
        and name not in NOT_PAGES
        and (person == "visitor" or row.code("visitor") != 200)
    ]


PAGES = [*seen_by("visitor"), *seen_by("amina"), *seen_by("ivan")]


@pytest.mark.parametrize(("person", "name"), PAGES, ids=lambda value: value)
def test_a_page_is_whole_for_everybody(opened, db, person: str, name: str) -> None:
    row = rows()[name]
    cast = {member: join(member) for member in ROLES}
    address = reverse(name, kwargs=row.args(cast) if row.args else {})
    client = cast[person].client if person in cast else Client()
    if not client.get(address).get("Content-Type", "").startswith("text/html"):
        pytest.skip("not a page")
    found = []
    for language in ("en", "ar"):
        window = opened(client, language=language)
        page = window.open(address)
        assert page.url.endswith(address), "it led elsewhere"
        for size in (PHONE, DESKTOP):
            window.resize(size)
            where = f"{language} at {size['width']}"
            if (wide := window.overflow()) > 0:
                found.append(f"{where}: {wide} px wider than the window")
            found += [f"{where}: {fault}" for fault in violations(page)]
        found += [f"{language}: {fault}" for fault in window.faults]
    assert found == []
