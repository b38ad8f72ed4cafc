from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from corridor.kernel.tables.api import Column, Kind, Table
from corridor.kernel.tables.columns import CHUNK


def test_a_column_reads_by_its_name_by_a_path_or_by_a_function() -> None:
    row = SimpleNamespace(name="Cook", organisation=SimpleNamespace(name="Hotel"), places=3)
    assert Column(name="name", title="").value(row) == "Cook"
    assert Column(name="employer", title="", read="organisation.name").value(row) == "Hotel"
    assert Column(name="twice", title="", read=lambda one: one.places * 2).value(row) == 6
    assert Column(name="a", title="", read="a.b").value({"a": {"b": 1}}) == 1
    assert Column(name="a", title="", read="a.b").value({"a": None}) is None


def test_money_becomes_an_amount_and_its_currency() -> None:
    pay = Column(name="pay", title="Pay", kind=Kind.MONEY)
    assert pay.cells({"pay": (240_050, "EUR")}) == [Decimal("2400.5"), "EUR"]
    assert pay.cells({"pay": (5_000, "JPY")}) == [Decimal(5000), "JPY"]
    assert pay.cells({"pay": (1_234, "KWD")}) == [Decimal("1.234"), "KWD"]
    assert pay.cells({"pay": (None, "")}) == pay.cells({"pay": None}) == [None, ""]
    assert pay.titles == ["Pay", "Pay: currency"]


def test_rows_come_in_pieces_and_are_prepared_piece_by_piece() -> None:
    sizes: list[int] = []

    def prepare(rows: list[int]) -> list[dict[str, int]]:
        sizes.append(len(rows))
        return [{"n": row} for row in rows]

    table = Table(name="t", title="T", columns=(Column(name="n", title="N"),), prepare=prepare)
    read = [cells for piece in table.rows(range(CHUNK + 5)) for cells in piece]
    assert sizes == [CHUNK, 5]
    assert read[-1] == [CHUNK + 4]


def test_lists_and_choices_become_text_and_dates_stay_dates() -> None:
    column = Column(name="a", title="A")
    assert column.cells({"a": ["x", "y"]}) == ["x; y"]
    assert column.cells({"a": date(2027, 1, 1)}) == [date(2027, 1, 1)]
    assert column.cells({"a": SimpleNamespace()})[0].startswith("namespace")


def test_a_table_that_could_not_be_told_apart_is_refused() -> None:
    twice = (Column(name="a", title=""), Column(name="a", title=""))
    with pytest.raises(ValueError, match="one name"):
        Table(name="t", title="", columns=twice)
    with pytest.raises(ValueError, match="belong together"):
        Table(name="t", title="", columns=twice[:1], noted="t.taken")
