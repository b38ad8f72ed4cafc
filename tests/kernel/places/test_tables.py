"""Broken files: every fault by file, row and column, in bounded memory."""

from __future__ import annotations

import gzip
import resource
import tracemalloc
from pathlib import Path

import pytest

from corridor.kernel.places.api import Findings, LoadError, LoadRefused, checksum, rows_of

GOOD = 'code,name\nA,Ärzte\nB,"two\nlines"\nC,Köche\n'


def read(path: Path, columns: tuple[str, ...] = ("code", "name")) -> tuple[list, Findings]:
    findings = Findings("test")
    return list(rows_of(path, columns, findings)), findings


def written(folder: Path, content: bytes, name: str = "table.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def only_error(path: Path, columns: tuple[str, ...] = ("code", "name")) -> LoadError:
    _rows, findings = read(path, columns)
    (error,) = findings.errors
    return error


@pytest.mark.parametrize(
    "content",
    [
        GOOD.encode(),
        b"\xef\xbb\xbf" + GOOD.encode(),
        GOOD.replace("\n", "\r\n").encode(),
        GOOD.rstrip("\n").encode(),
        (GOOD + "\n\n").encode(),
    ],
    ids=["plain", "byte order mark", "windows newlines", "no last newline", "empty lines"],
)
def test_the_same_table_is_read_however_it_was_saved(tmp_path: Path, content: bytes) -> None:
    rows, findings = read(written(tmp_path, content))
    assert [(number, row["code"]) for number, row in rows] == [(2, "A"), (3, "B"), (4, "C")]
    assert rows[0][1]["name"] == "Ärzte"
    assert findings.total == 0
    zipped = written(tmp_path, gzip.compress(content), "table.csv.gz")
    assert [row for _number, row in read(zipped)[0]] == [row for _number, row in rows]


def test_latin_1_is_refused_at_its_row(tmp_path: Path) -> None:
    error = only_error(written(tmp_path, GOOD.encode("latin-1")))
    assert (error.row, "UTF-8" in error.message) == (2, True)


def test_utf_16_is_refused(tmp_path: Path) -> None:
    assert "UTF-16" in only_error(written(tmp_path, GOOD.encode("utf-16"))).message


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    assert "empty" in only_error(written(tmp_path, b"")).message


def test_every_missing_and_doubled_column_is_named(tmp_path: Path) -> None:
    _rows, findings = read(written(tmp_path, b"x,x\n1,2\n"))
    assert [(error.row, error.column) for error in findings.errors] == [
        (1, "code"),
        (1, "name"),
        (1, "x"),
    ]


def test_every_row_with_the_wrong_number_of_cells_is_named(tmp_path: Path) -> None:
    rows, findings = read(written(tmp_path, b"code,name\nA\nB,b\nC,c,c\n"))
    assert [number for number, _row in rows] == [3]
    assert [error.row for error in findings.errors] == [2, 4]
    assert "3 cells" in findings.errors[1].message


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'code,name\nA,"never closed\n', "CSV"),
        (b"code,name\nA,\0\n", "zero byte"),
        (b"code,name\rA,b\r", "CSV"),
        (b"code,name\nA," + b"x" * 1_100_000 + b"\n", "million"),
        (b"code,name\nA," + b"x" * 200_000 + b"\n", "CSV"),
    ],
    ids=["open quote", "zero byte", "old newlines", "endless line", "huge cell"],
)
def test_what_is_not_a_table_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    assert said in only_error(written(tmp_path, content)).message


def test_a_gzip_file_cut_short_is_refused(tmp_path: Path) -> None:
    whole = gzip.compress(
        b"code,name\n" + "".join(f"{n},{n * 7919}\n" for n in range(9_000)).encode()
    )
    error = only_error(written(tmp_path, whole[: len(whole) // 2], "t.csv.gz"))
    assert "cut short" in error.message
    assert error.row > 1


def test_a_file_that_only_says_it_is_gzip_is_refused(tmp_path: Path) -> None:
    assert "not gzip" in only_error(written(tmp_path, GOOD.encode(), "t.csv.gz")).message


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert "cannot be read" in only_error(tmp_path / "absent.csv").message


def test_a_sparse_file_of_a_gigabyte_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as stream:
        stream.truncate(1_000_000_000)
    tracemalloc.start()
    error = only_error(path)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "million" in error.message
    assert peak < 10_000_000


@pytest.mark.slow
def test_two_hundred_megabytes_are_read_in_bounded_memory(tmp_path: Path) -> None:
    path = tmp_path / "big.csv"
    block = b"".join(b"%d,%s\n" % (n, b"x" * 80) for n in range(20_000))
    with path.open("wb") as stream:
        stream.write(b"code,name\n")
        while stream.tell() < 200_000_000:
            stream.write(block)
    findings = Findings("test")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    count = sum(1 for _row in rows_of(path, ("code",), findings))
    grown_kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert count > 2_000_000
    assert findings.total == 0
    assert grown_kilobytes < 20_000


def test_a_million_faults_are_counted_but_not_all_kept(tmp_path: Path) -> None:
    path = written(tmp_path, b"code,name\n" + b"A\n" * 30_000)
    _rows, findings = read(path)
    assert findings.total == 30_000
    assert len(findings.errors) == 500
    with pytest.raises(LoadRefused) as refused:
        findings.refuse_if_any()
    assert refused.value.total == 30_000
    said = str(refused.value)
    assert "there are 30000 faults" in said
    assert "table.csv, row 2: there are 1 cells" in said
    assert "29980 more" in said


def test_the_checksum_knows_names_and_bytes(tmp_path: Path) -> None:
    one, two = written(tmp_path, b"a", "one.csv"), written(tmp_path, b"b", "two.csv")
    assert checksum([one, two]) == checksum([two, one])
    assert checksum([one]) != checksum([two])
