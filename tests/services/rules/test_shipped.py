"""The packs that are shipped load, pass their own cases, and say how far they were verified."""

from __future__ import annotations

import json
from datetime import date

import pytest

from corridor.engines import rules
from corridor.services.rules import api

TABLES = [f"{pack}/{table}" for pack in api.SHIPPED for table in api.shipped(pack).tables]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_passes_its_cases_and_replays(name: str) -> None:
    table = api.shipped_table(name)
    played = rules.run_cases(table)
    assert [case for case in played if not case.passed] == []
    assert played, "a table without a case is a guess"
    for case in table.cases:
        day = date.fromisoformat(case["in_force"])
        rates = rules.rates_of(case.get("rates", []))
        found = rules.ask(table, case["facts"], in_force=day, known=day, rates=rates)
        assert rules.replay(table, json.loads(found.canonical())) == found


@pytest.mark.parametrize("name", TABLES)
def test_every_row_is_played_by_a_case(name: str) -> None:
    table = api.shipped_table(name)
    fired = {
        each.row
        for case in table.cases
        for each in rules.ask(
            table,
            case["facts"],
            in_force=date.fromisoformat(case["in_force"]),
            known=date.fromisoformat(case["in_force"]),
            rates=rules.rates_of(case.get("rates", [])),
        ).fired
    }
    assert {row.id for row in table.rows} <= fired


@pytest.mark.parametrize("name", TABLES)
def test_the_file_is_in_the_canonical_form(name: str) -> None:
    pack, _, table = name.partition("/")
    path = api.FOLDER / pack / f"{table}.toml"
    assert path.read_text(encoding="utf-8") == rules.to_toml(api.shipped_table(name))


def test_the_who_list_of_2023_has_55_countries_and_that_of_2020_had_47() -> None:
    rows = {row.id: row for row in api.shipped_table("ethics/who-safeguards-list").rows}
    counts = {name: len(rows[name].when["residence"].values) for name in rows}
    assert (counts["listed-2023"], counts["listed-2020"]) == (55, 47)


def test_a_name_that_is_not_shipped_is_said_with_those_that_are() -> None:
    with pytest.raises(KeyError, match="recruitment"):
        api.shipped("nowhere")
    with pytest.raises(KeyError, match="ind-fee-cap"):
        api.shipped_table("recruitment/nothing")
