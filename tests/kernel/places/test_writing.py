"""Many rows at once."""

from __future__ import annotations

import pytest

from corridor.kernel.places.models import Currency
from corridor.kernel.places.writing import put

pytestmark = pytest.mark.django_db
COLUMNS = ["code", "numeric", "minor_units", "names"]


def test_rows_are_inserted_and_then_updated() -> None:
    assert put(Currency, COLUMNS, [("AAA", "001", 2, {"en": "A"})], on=["code"]) == 1
    put(Currency, COLUMNS, [("AAA", "001", 3, {"en": "Ä"})], on=["code"])
    row = Currency.objects.get()
    assert (row.minor_units, row.names) == (3, {"en": "Ä"})


def test_more_rows_than_a_chunk_are_all_written() -> None:
    rows = ((f"{n:03x}", "000", 2, {}) for n in range(4_000))
    assert put(Currency, COLUMNS, rows, on=["code"]) == 4_000
    assert Currency.objects.count() == 4_000


def test_columns_that_are_all_unique_leave_what_is_there() -> None:
    put(Currency, COLUMNS, [("AAA", "001", 2, {})], on=["code"])
    put(Currency, ["code", "numeric", "minor_units", "names"], [], on=["code"])
    assert Currency.objects.count() == 1
