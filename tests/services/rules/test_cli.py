"""Packs are published and listed from the command line."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from corridor.services.rules.cli import app


def said(*words: str) -> str:
    found = CliRunner().invoke(app, list(words))
    assert found.exit_code == 0, found.output
    return found.output


def test_packs_are_loaded_and_listed(db: None) -> None:
    assert "corridor rules load" in said("list")
    assert "recruitment 2026-12: 6 new, 0 changed" in said("load", "recruitment")
    assert "0 new, 0 changed, 6 the same" in said("load", "recruitment")
    assert "lka-registration: version 1, 0 of 1 rows unverified" in said("list")
    assert "STALE" in said("list", "--as-of", "2030-01-01")
    rows = json.loads(said("list", "--text", "Lanka", "--json"))
    assert [row["code"] for row in rows] == ["lka-registration"]


@pytest.mark.parametrize("country", ["LKA", ""])
def test_a_country_narrows_the_list(loaded: None, country: str) -> None:
    lines = said("list", "--country", country).splitlines()
    assert (len(lines) == 1) is bool(country)
