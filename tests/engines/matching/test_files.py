"""Tables from files: good ones are read, broken ones are refused whole and say where."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from corridor.engines.matching import TableRefused, read_vacancies, read_workers

HEADER = "id,isco,skills,languages,eqf,years\n"
AMINA = "amina,5322,care:2;cook:1,en:A2,3,4\n"
DAWIT = 'dawit,5321;5322,care:3,"en:B2",4,9\n'


@pytest.fixture
def table(tmp_path):
    def write(content, name="workers.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def errors_of(path, read=read_workers):
    with pytest.raises(TableRefused) as caught:
        read(path)
    return [(error.row, error.column, error.code) for error in caught.value.errors]


def test_a_csv_is_read(table):
    pool = read_workers(table(HEADER + AMINA + DAWIT))
    assert pool.id.tolist() == ["amina", "dawit"]
    assert pool.isco.named(1) == ["5321", "5322"]
    assert pool.eqf.tolist() == [3, 4]


def test_a_csv_with_a_byte_order_mark_and_windows_lines_is_read(table):
    text = (HEADER + AMINA).replace("\n", "\r\n")
    assert len(read_workers(table(b"\xef\xbb\xbf" + text.encode()))) == 1


def test_names_in_arabic_letters_are_ids_like_any_other(table):
    assert read_workers(table(HEADER + "أمينة,5322,care:2,,,\n")).id.tolist() == ["أمينة"]


def test_a_csv_of_vacancies_is_read(table):
    jobs = read_vacancies(table("id,isco,skills_essential,places\nv1,53,care:2x3,4\n"))
    assert (jobs.isco_group(0), jobs.skills.weights.tolist(), jobs.places.tolist()) == (
        "53",
        [3],
        [4],
    )


def test_parquet_is_read_with_numbers_days_and_lists_in_their_own_types(tmp_path):
    columns = {
        "id": ["amina", "dawit"],
        "isco": [["5322"], ["5321", "5322"]],
        "skills": [["care:2"], []],
        "eqf": pa.array([3, None], pa.int8()),
        "available_from": pa.array([20_000, None], pa.date32()),
        "years": pa.array([4.0, None], pa.float64()),
    }
    pq.write_table(pa.table(columns), tmp_path / "workers.parquet")
    pool = read_workers(tmp_path / "workers.parquet")
    assert pool.isco.named(1) == ["5321", "5322"]
    assert (pool.eqf.tolist(), pool.years.tolist()) == ([3, 0], [4, -1])
    assert str(pool.available_from[0]) == "2024-10-04"


def test_all_errors_come_at_once_with_the_row_a_spreadsheet_shows(table):
    broken = HEADER + "a,5322,care:9,,,\nb,5322\nc,5322,care:1,en:B9,x,1\na,5322,care:1,,,\n"
    assert errors_of(table(broken)) == [
        (2, "skills", "bad-value"),
        (3, None, "cells"),
        (4, "eqf", "bad-value"),
        (4, "languages", "bad-value"),
        (5, "id", "duplicate-id"),
    ]


def test_broken_encoding_is_found_by_row_and_column(table):
    broken = HEADER.encode() + AMINA.encode() + b"d\xe9d\xe9,5322,care:1,,,\n"
    assert errors_of(table(broken)) == [(3, "id", "encoding")]


def test_a_header_that_is_not_utf8_is_refused(table):
    assert errors_of(table((HEADER + AMINA).encode("utf-16"))) == [(None, None, "encoding")]


def test_semicolons_between_columns_are_refused_with_the_remedy(table):
    assert errors_of(table("id;isco;skills\na;5322;care:1\n")) == [(None, None, "separator")]


def test_missing_unknown_and_repeated_columns_are_all_named(table):
    assert errors_of(table("id,skills,age\na,care:1,30\n")) == [
        (None, "age", "unknown-column"),
        (None, "isco", "missing-column"),
    ]
    assert errors_of(table("id,isco,skills,eqf,eqf\na,5322,care:1,3,4\n")) == [
        (None, "eqf", "column-twice")
    ]


def test_an_empty_file_says_which_columns_it_lacks(table):
    assert {code for _, _, code in errors_of(table(""))} == {"missing-column"}


def test_a_header_alone_is_an_empty_pool(table):
    assert len(read_workers(table(HEADER))) == 0


def test_truncated_parquet_is_refused(table, tmp_path):
    pq.write_table(
        pa.table({"id": ["a"] * 500, "isco": ["5322"] * 500}), tmp_path / "whole.parquet"
    )
    whole = (tmp_path / "whole.parquet").read_bytes()
    assert errors_of(table(whole[: len(whole) // 2], "cut.parquet")) == [
        (None, None, "not-parquet")
    ]


def test_a_parquet_column_of_the_wrong_type_is_refused(tmp_path):
    columns = {"id": ["a"], "isco": ["5322"], "skills": [{"code": "care", "level": 1}]}
    pq.write_table(pa.table(columns), tmp_path / "w.parquet")
    assert errors_of(tmp_path / "w.parquet") == [(None, "skills", "wrong-type")]


def test_a_missing_file_and_an_unknown_ending_are_refused(table, tmp_path):
    assert errors_of(tmp_path / "none.csv") == [(None, None, "no-file")]
    assert errors_of(table(AMINA, "workers.xls")) == [(None, None, "unknown-format")]


def test_a_large_file_is_read_in_pieces(table, monkeypatch):
    monkeypatch.setattr("corridor.engines.matching._files.CSV_BLOCK_BYTES", 1024)
    rows = "".join(f"w{n},5322,care:{n % 3 + 1},en:B1,3,{n % 40}\n" for n in range(500))
    pool = read_workers(table(HEADER + rows))
    assert pool.years.tolist() == [n % 40 for n in range(500)]
    assert pool.skills.levels.tolist() == [n % 3 + 1 for n in range(500)]
