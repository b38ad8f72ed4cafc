from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from corridor.kernel.tables import uploads
from corridor.kernel.tables.api import Faults, TableRefused, rows_of


def read(content: uploads.Source, **asked):
    faults = Faults()
    rows = list(rows_of(content, faults, **asked))
    return rows, [(one.row, one.column, one.code) for one in faults.listed]


def workbook(*rows: list[object]) -> bytes:
    book, held = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(held)
    return held.getvalue()


COOK = [(2, {"title": "Cook", "places": "3"})]


@pytest.mark.parametrize(
    "content",
    [
        b"title,places\nCook,3\n",
        b"\xef\xbb\xbfTitle ;Places\r\n\r\nCook; 3\r\n;\r\n".replace(b"\r\n\r\n", b"\r\n"),
        b"title\tplaces\nCook\t3",
        b"title,places\rCook,3\r",
        "title\tplaces\r\nCook\t3\r\n".encode("utf-16"),
        b'title,places\n"Cook","3",\n',
        workbook(["Title", "places"], ["Cook", 3], [None, None]),
        workbook(["title", "places", None], ["Cook", 3.0]),
    ],
)
def test_a_table_is_known_by_its_bytes_whatever_wrote_it(content: bytes) -> None:
    assert read(content) == (COOK, [])


def test_it_may_be_a_path_or_an_open_file(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b"title,places\nCook,3\n")
    assert read(path) == (COOK, [])
    with path.open("rb") as stream:
        assert read(stream) == (COOK, [])
        assert not stream.closed


def test_cells_of_a_workbook_read_as_its_csv_would_say_them() -> None:
    row = [date(2027, 3, 1), datetime(2027, 3, 1, 8, 30), 2400.5, True, "x"]  # noqa: DTZ001
    [(_number, said)], _faults = read(workbook(["a", "b", "c", "d", "e"], row))
    assert list(said.values()) == ["2027-03-01", "2027-03-01T08:30:00", "2400.5", "yes", "x"]


def test_everything_wrong_is_told_at_once_by_row_and_column() -> None:
    content = b"title,wage,title,\nCook,3,x,y\nWelder\n"
    _rows, faults = read(content, known={"title", "places"}, required=["places"])
    assert faults == [
        (1, "places", "column_missing"),
        (1, "wage", "column_unknown"),
        (1, "title", "column_twice"),
    ]
    assert read(b"title,places\nCook\nWelder,1\n,,9\n")[1] == [
        (2, "", "cells_differ"),
        (4, "", "cells_differ"),
    ]


@pytest.mark.parametrize(
    ("content", "row", "code"),
    [
        (b"", 0, "empty_file"),
        (b"\n\n", 0, "empty_file"),
        (b"title\n", 1, "no_rows"),
        (b"title,,x\nCook,1,2\n", 1, "column_unnamed"),
        (b"title\nB\xe4cker\n", 2, "not_utf8"),
        (b"title\nCo\x00ok\n", 2, "not_text"),
        (b'title\n"Cook\n', 2, "quotes_open"),
        (b"title\n" + b"x" * 1_100_000, 2, "line_too_long"),
        (b"title\n" + b'"' + b"x\n" * 70_000 + b'"', 2, "quotes_open"),
        (b"a," * 600 + b"\n1", 1, "not_a_table"),
        (b"%PDF-1.7 ...", 0, "not_a_table"),
        (b'{"a": 1}', 0, "not_a_table"),
        (b"\xd0\xcf\x11\xe0old workbook", 0, "not_a_table"),
        (b"PK\x03\x04 not really", 0, "not_a_workbook"),
        (workbook(["title"], ["Cook"])[:-200], 0, "not_a_workbook"),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(content: bytes, row: int, code: str) -> None:
    _rows, faults = read(content)
    assert [(one[0], one[2]) for one in faults] == [(row, code)]


def test_another_archive_and_a_bomb_are_no_workbooks() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        packed.writestr("hello.txt", "x")
    assert read(held.getvalue())[1] == [(0, "", "not_a_workbook")]
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"0" * (uploads.UNPACKED_BYTES_MAX + 1))
    assert len(held.getvalue()) < 1_000_000
    assert read(held.getvalue())[1] == [(0, "", "file_too_large")]


def test_too_much_is_refused_where_it_begins() -> None:
    assert read(b"t\n1\n2\n3\n", most=2)[1] == [(4, "", "too_many_rows")]
    assert read(b"title\nCook\n", bytes_max=5)[1] == [(0, "", "file_too_large")]


def test_faults_refuse_the_table_in_sentences() -> None:
    faults = Faults()
    for _number, _row in rows_of(b"title\nCook,1\n", faults):
        raise AssertionError
    faults.add(9, "title", "title_missing", "Write a title.")
    with pytest.raises(TableRefused) as refused:
        faults.refuse_if_any()
    assert "Things to correct in this table: 2." in str(refused.value)
    assert "row 9, title: Write a title." in str(refused.value)
    assert refused.value.facts["problems"][1]["code"] == "title_missing"
    for number in range(2_000):
        faults.add(number, "", "x", "X")
    with pytest.raises(TableRefused, match="and 1002 more"):
        faults.refuse_if_any()


def test_no_fault_no_refusal() -> None:
    Faults().refuse_if_any()
