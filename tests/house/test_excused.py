"""What no test visits: a list that may only shrink, of things that exist."""

from __future__ import annotations

import tomllib

from tests.house.visits import EXCUSED, name_of, own_addresses, own_templates, unvisited

# Lower these when the list shrinks; raising them is a decision to leave something untested.
TEMPLATES_MOST = 0
ADDRESSES_MOST = 0


def excused() -> dict[str, list[str]]:
    return tomllib.loads(EXCUSED.read_text(encoding="utf-8"))


def test_the_list_only_shrinks() -> None:
    assert len(excused()["templates"]) <= TEMPLATES_MOST
    assert len(excused()["addresses"]) <= ADDRESSES_MOST


def test_what_is_excused_exists() -> None:
    assert set(excused()["templates"]) <= own_templates()
    assert set(excused()["addresses"]) <= own_addresses()


def test_what_nobody_visits_is_said(monkeypatch) -> None:
    everything = {
        "templates": own_templates() - {"base.html"},
        "addresses": own_addresses() - {"site.home"},
        "parts": {"1a1.1"},
    }
    assert unvisited(everything, claimed=["1a1.1", "1a1.2"]) == [
        "never rendered: base.html",
        "never reached: site.home",
        "never played: 1a1.2 (mark a test plays)",
    ]


def test_operations_on_one_path_are_told_apart_by_their_method() -> None:
    assert name_of("api:vacancies", "GET") == "api:vacancies"
    assert name_of("api:vacancies", "POST") == "api:post"
    assert name_of("site.home", "POST") == "site.home"
