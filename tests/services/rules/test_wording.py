"""Tables in words: conditions, amounts, days, each as the language writes them."""

from __future__ import annotations

import re

import pytest
from django.utils import translation
from tests.services.rules.test_forms import TABLE

from corridor.engines import rules as engine
from corridor.services.rules import api as rules
from corridor.services.rules import wording

# A line keeps its parts in order whichever way it runs.
ISOLATES = re.compile("[\u2066\u2069]")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "LKR 22,026.67 or LKR 22,027 since 1 June 2024, Act 12"),
        ("fr", "22 026,67 LKR or 22 027 LKR since 1 juin 2024, Act 12"),
        ("es", "22.026,67 LKR or 22.027 LKR since 1 de junio de 2024, Act 12"),
        ("ar", "LKR ٢٢٬٠٢٦٫٦٧ or LKR ٢٢٬٠٢٧ since ١ يونيو ٢٠٢٤, Act ١٢"),
    ],
)
def test_amounts_and_days_of_the_engine(language: str, said: str) -> None:
    text = "LKR 22026.67 or LKR 22027.00 since 2024-06-01, Act 12"
    with translation.override(language):
        told = wording.readable(text)
    assert " ".join(told.split()) == said


def condition(name: str, text: str) -> str:
    table = engine.from_document(
        {
            **TABLE.document,
            "otherwise": "nothing",
            "rows": [{**TABLE.document["rows"][0], "when": {name: text}}],
        }
    )
    return wording.condition(table.inputs[name], table.rows[0].when[name])


@pytest.mark.parametrize(
    ("name", "written", "said"),
    [
        ("work", "sea", "L: sea"),
        ("work", "in sea, land", "L: one of sea, land"),
        ("work", "not sea", "L: anything but sea"),
        ("months", "3 .. 9", "L: at least 3 and below 9"),
        ("months", "3 ..", "L: at least 3"),
        ("wage", ".. KWD 5.5", "L: below KWD 5.500"),
        ("wage", "absent", "L: there is none"),
        ("wage", "present", "L: there is one, whichever"),
        ("housed", "false", "L: no"),
        ("occupation", "under 22", "L: one of 22"),
        ("occupation", "not under 22", "L: anything but 22"),
        ("origin", "NPL", "L: NPL"),
    ],
)
def test_a_condition_is_a_sentence(db: None, name: str, written: str, said: str) -> None:
    assert " ".join(condition(name, written).split()) == said


def test_a_country_by_its_name(loaded: None) -> None:
    assert condition("origin", "NPL") == "L: Nepal"


def test_what_is_needed_is_said_in_the_readers_language(fee: rules.TableVersion) -> None:
    need = engine.Need("wage", "rate", {"en": "Wage", "fr": "Salaire"}, "USD", "LKR")
    with translation.override("fr"):
        assert wording.need(need) == "Salaire : un taux de change daté de USD en LKR"
    assert wording.need(engine.Need("o", "finer", {"en": "Work"})) == "Work: a finer code"


def test_changes_in_words() -> None:
    found = [
        engine.Change("added", "row a"),
        engine.Change("removed", "row b"),
        engine.Change("changed", "row c", "then cap", "", "PHP 5"),
    ]
    told = [ISOLATES.sub("", line) for line in wording.changes(found)]
    assert told == [
        "row a: new",
        "row b: no longer there",
        "row c, then cap: – becomes PHP 5",
    ]
