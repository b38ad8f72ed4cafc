"""A form is made from the typed inputs of a table, and says its facts as the engine reads them."""

from __future__ import annotations

from datetime import date

from corridor.engines import rules as engine
from corridor.services.rules.forms import AskForm

LABEL = 'label = { en = "L", fr = "L", es = "L", ar = "L" }'
INPUTS = """
[inputs.day]
type = "date"
LABEL
[inputs.wage]
type = "money"
currency = "KWD"
least = "KWD 0"
most = "KWD 900"
optional = true
LABEL
[inputs.months]
type = "integer"
most = 24
LABEL
[inputs.share]
type = "decimal"
places = 2
LABEL
[inputs.housed]
type = "boolean"
LABEL
[inputs.work]
type = "code"
codes = ["sea", "land"]
LABEL
[inputs.origin]
type = "country"
LABEL
[inputs.occupation]
type = "isco"
LABEL
[inputs.remark]
type = "text"
LABEL
"""
TABLE = engine.from_toml(
    f"""
name = "every-type"
title = {{ en = "T", fr = "T", es = "T", ar = "T" }}
hit = "unique"
otherwise = "refuse"
review_by = 2030-01-01
in_force_from = 2020-01-01
known_from = 2020-01-01
{INPUTS.replace("LABEL", LABEL)}
[outcomes.free]
type = "boolean"
{LABEL}
[sources.law]
instrument = "Act"
link = "https://example.org"
status = "unverified"
[[rows]]
id = "all"
when = {{}}
then = {{ free = true }}
source = "law"
article = "1"
say = {{ en = "S", fr = "S", es = "S", ar = "S" }}
"""
)


def test_each_type_has_its_field_and_comes_out_as_the_engine_reads_it(db: None) -> None:
    given = {
        "f_day": "2026-05-01",
        "f_wage": "75.125",
        "f_months": "12",
        "f_share": "0.50",
        "f_housed": "true",
        "f_work": "sea",
        "f_occupation": "2221",
        "f_remark": "word",
    }
    form = AskForm(TABLE, given)
    assert form.is_valid(), form.errors
    facts = form.facts()
    assert facts == {
        "day": "2026-05-01",
        "wage": "KWD 75.125",
        "months": "12",
        "share": "0.50",
        "housed": "true",
        "work": "sea",
        "occupation": "2221",
        "remark": "word",
    }
    day = form.days(date(2026, 5, 2))
    assert day == {"in_force": date(2026, 5, 2), "known": date(2026, 5, 2)}
    found = engine.ask(TABLE, facts, in_force=day["in_force"], known=day["known"])
    assert found.outcome == {"free": "true"}


def test_there_being_none_is_not_the_same_as_not_knowing(db: None) -> None:
    form = AskForm(TABLE, {"f_wage_none": "on"})
    assert form.is_valid()
    assert form.facts() == {"wage": "absent"}
    assert [name for name in form.fields if name.endswith("_none")] == ["f_wage_none"]


def test_every_wrong_fact_is_said_at_its_own_field(db: None) -> None:
    wrong = {
        "f_day": "yesterday",
        "f_wage": "900.001",
        "f_months": "25",
        "f_share": "0.123",
        "f_housed": "perhaps",
        "f_work": "air",
        "f_origin": "Atlantis",
        "f_occupation": "nurse",
        "in_force": "soon",
    }
    form = AskForm(TABLE, wrong)
    assert set(form.errors) == set(wrong)


def test_what_the_engine_refuses_stands_beside_its_field(db: None) -> None:
    form = AskForm(TABLE, {})
    assert form.is_valid()
    form.refuse([("remark", "a word with a meaning of its own"), ("gone", "not asked here")])
    assert list(form.errors) == ["f_remark", "__all__"]
