from __future__ import annotations

import csv
import io
import json
import tracemalloc
from datetime import UTC, date, datetime

import pytest
from django.utils import translation
from django.utils.translation import gettext_lazy
from openpyxl import load_workbook

from corridor.kernel.tables import columns, writers
from corridor.kernel.tables.api import FORMATS, Column, Faults, Kind, Table, rows_of, write

COLUMNS = (
    Column(name="name", title=gettext_lazy("Name")),
    Column(name="places", title="Places", kind=Kind.NUMBER),
    Column(name="pay", title="Pay", kind=Kind.MONEY),
    Column(name="closes_on", title="Closes", kind=Kind.DATE),
    Column(name="seen_at", title="Seen", kind=Kind.MOMENT),
    Column(name="open", title="Open"),
)
TABLE = Table(name="vacancies", title="Vacancies", columns=COLUMNS)
ROW = {
    "name": '=HYPERLINK("http://evil")',
    "places": -3,
    "pay": (240_050, "EUR"),
    "closes_on": date(2027, 3, 1),
    "seen_at": datetime(2026, 11, 25, 13, 0, tzinfo=UTC),
    "open": True,
}


def whole(kind: str, rows=(ROW,), table: Table = TABLE) -> bytes:
    held = io.BytesIO()
    write(table, rows, held, kind=kind)
    return held.getvalue()


def test_csv_is_known_by_spreadsheets_and_runs_nothing_in_them() -> None:
    head, row = csv.reader(io.StringIO(whole("csv").decode("utf-8-sig")))
    assert whole("csv").startswith(b"\xef\xbb\xbf")
    assert head == ["Name", "Places", "Pay", "Pay: currency", "Closes", "Seen", "Open"]
    assert row == [
        '\'=HYPERLINK("http://evil")',
        "-3",
        "2400.5",
        "EUR",
        "2027-03-01",
        "2026-11-25T13:00:00+00:00",
        "yes",
    ]


@pytest.mark.parametrize("text", ["=1+1", "+41 79", "-x", "@a", "\tx", "'quoted", "plain", "a=b"])
def test_what_was_marked_as_no_formula_reads_back_as_it_was(text: str) -> None:
    table = Table(name="t", title="", columns=(Column(name="a", title=""),), reads_back=True)
    for kind in ("csv", "xlsx"):
        faults = Faults()
        [(number, row)] = rows_of(whole(kind, [{"a": text}], table), faults)
        assert (number, row["a"], faults.total) == (2, text.strip(), 0)


def test_json_has_items_and_their_count() -> None:
    said = json.loads(whole("json", [ROW, {**ROW, "pay": None}]))
    assert said["count"] == 2
    assert said["items"][0]["pay"] == "2400.5"
    assert said["items"][0]["open"] is True
    assert said["items"][1]["pay"] is None
    assert json.loads(whole("json", [])) == {"items": [], "count": 0}


def test_a_workbook_holds_dates_as_dates_and_numbers_as_numbers() -> None:
    sheet = load_workbook(io.BytesIO(whole("xlsx"))).active
    head, row = sheet.iter_rows()
    assert head[0].font.b
    assert sheet.freeze_panes == "A2"
    values = [cell.value for cell in row]
    assert values[1:5] == [-3, 2400.5, "EUR", datetime(2027, 3, 1)]  # noqa: DTZ001
    assert (row[0].data_type, row[0].value) == ("s", ROW["name"]), "text, not a formula"
    assert row[4].is_date
    assert not sheet.sheet_view.rightToLeft


def test_an_arabic_sheet_begins_at_the_right_and_speaks_arabic() -> None:
    with translation.override("ar"):
        sheet = load_workbook(io.BytesIO(whole("xlsx"))).active
    assert sheet.sheet_view.rightToLeft
    assert sheet["G2"].value == "نعم"


def test_what_a_sheet_cannot_hold_is_held_otherwise() -> None:
    row = {**ROW, "name": "a\x07b" + "c" * 40_000, "closes_on": date(1888, 1, 1)}
    sheet = load_workbook(io.BytesIO(whole("xlsx", [row]))).active
    assert sheet["A2"].value == "ab" + "c" * 32_765
    assert sheet["E2"].value == "1888-01-01"


def test_more_rows_than_a_sheet_holds_go_on_the_next(monkeypatch) -> None:
    monkeypatch.setattr(writers, "SHEET_ROWS_MAX", 3)
    book = load_workbook(io.BytesIO(whole("xlsx", [ROW] * 5)))
    assert [sheet.title for sheet in book] == ["vacancies", "vacancies 2", "vacancies 3"]
    assert [len(list(sheet.iter_rows())) for sheet in book] == [3, 3, 2]
    assert all(sheet["A1"].value == "Name" for sheet in book)


def test_an_empty_list_is_a_header() -> None:
    assert whole("csv", []).count(b"\n") == 1
    assert len(list(load_workbook(io.BytesIO(whole("xlsx", []))).active.iter_rows())) == 1


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_a_long_list_is_sent_piece_by_piece_in_little_memory(kind: str, monkeypatch) -> None:
    monkeypatch.setattr(columns, "CHUNK", 100)
    writer, _media_type = FORMATS[kind]
    list(writer(TABLE, [ROW]))  # the currencies are read once, and stay
    tracemalloc.start()
    blocks = size = 0
    for block in writer(TABLE, ({**ROW, "places": number} for number in range(10_000))):
        blocks, size = blocks + 1, size + len(block)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert blocks >= 100
    assert peak < size / 2


def test_the_language_of_who_asked_holds_while_it_is_sent() -> None:
    read = Column(name="word", title=gettext_lazy("Name"), read=lambda _row: True)
    table = Table(name="t", title="", columns=(read,))
    with translation.override("fr"):
        blocks = writers.spoken(FORMATS["csv"][0](table, iter([1, 2])))
    assert b"".join(blocks).decode("utf-8-sig").split() == ["Nom", "oui", "oui"]
