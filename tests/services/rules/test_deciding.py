"""What a table is found by, and which version it stands for."""

from __future__ import annotations

import pytest

from corridor.services.rules import api as rules
from corridor.services.rules import deciding, reads
from corridor.services.rules.deciding import country_of, said


def test_a_country_by_the_first_letters_of_the_code(loaded: None) -> None:
    assert country_of("npl-registration") == "NPL"
    assert country_of("who-safeguards-list") == ""
    assert country_of("medical-validity") == ""


def test_words_in_every_language_and_of_its_country(fee: rules.TableVersion) -> None:
    found = deciding.words_of(reads.table_of(fee), fee.table)
    for word in ("enregistrement", "tasa", "سريلانكا", "bureau"):
        assert f" {word}" in found


def test_a_reason_is_stripped_and_not_too_long() -> None:
    assert said(" The rate\x00 ") == "The rate"
    for wrong in (" ", "x" * 501):
        with pytest.raises(rules.ReasonNeeded):
            said(wrong)


def test_it_stands_for_the_newest_that_is_published(proposed: rules.TableVersion) -> None:
    assert deciding.point(proposed.table) == proposed.table.versions.get(number=1)
