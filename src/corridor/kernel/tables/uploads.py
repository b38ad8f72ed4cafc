"""A table that comes in: CSV or XLSX, told apart by its bytes; every fault by row and column."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import IO, Any

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from corridor.kernel.tables.errors import Fault, TableRefused
from corridor.kernel.tables.writers import FORMULA

FAULTS_KEPT_MAX = 1_000
BYTES_MAX = 50 * 1024 * 1024
UNPACKED_BYTES_MAX = 500 * 1024 * 1024
LINE_CHARACTERS_MAX = 1_000_000
LINE_BYTES_MAX = 4 * LINE_CHARACTERS_MAX
COLUMNS_MAX = 500
HEAD_BYTES = 64 * 1024
DELIMITERS = (",", ";", "\t")
UTF16 = (b"\xff\xfe", b"\xfe\xff")
Source = Path | bytes | IO[bytes]


class Faults:
    """What reading brings up; apps add their own findings, so that all are told at once."""

    def __init__(self) -> None:
        self.listed: list[Fault] = []
        self.total = 0

    def add(self, row: int, column: str, code: str, sentence: StrOrPromise) -> None:
        self.total += 1
        if len(self.listed) < FAULTS_KEPT_MAX:
            self.listed.append(Fault(row=row, column=column, code=code, sentence=sentence))

    def refuse_if_any(self) -> None:
        """Raise TableRefused if there was any fault."""
        if self.total:
            raise TableRefused(sorted(self.listed, key=lambda one: one.row), total=self.total)


class FileUnreadable(Exception):
    """The file as a whole, from this row on, is no table; carries code and sentence."""

    def __init__(self, code: str, sentence: StrOrPromise, row: int = 0) -> None:
        super().__init__(code)
        self.code, self.sentence, self.row = code, sentence, row


def rows_of(
    source: Source,
    faults: Faults,
    *,
    known: Collection[str] = (),
    required: Collection[str] = (),
    most: int = 100_000,
    bytes_max: int = BYTES_MAX,
) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows as (row number, text by column): stripped, empty rows left out, header is row 1.

    Reads UTF-8 or UTF-16 CSV with comma, semicolon or tab, and the first sheet of an XLSX workbook.
    Column names count whatever their case. With `known`, other columns are a fault. Faults go to
    `faults`; reading ends at the first one that leaves no rows to read.
    """
    try:
        with opened(source) as stream:
            lines = lines_of(stream, bytes_max)
            names = [str(name).strip().lower() for name in next(lines, (0, []))[1]]
            while names and not names[-1]:
                names.pop()
            if header_is_whole(names, faults, known, required):
                yield from data_rows(lines, names, faults, most)
    except FileUnreadable as unreadable:
        faults.add(unreadable.row, "", unreadable.code, unreadable.sentence)


def data_rows(
    lines: Iterator[tuple[int, list[str]]], names: list[str], faults: Faults, most: int
) -> Iterator[tuple[int, dict[str, str]]]:
    count, faults_before = 0, faults.total
    for number, given in lines:
        cells = [unmarked(cell.strip()).strip() for cell in given]
        if not any(cells):
            continue
        while len(cells) > len(names) and not cells[-1]:
            cells.pop()
        count += 1
        if count > most:
            sentence = _("The table has more than %(most)s rows; split it.")
            raise FileUnreadable("too_many_rows", sentence % {"most": most}, number)
        if len(cells) != len(names):
            sentence = _("There are %(found)s cells; the header has %(wanted)s.")
            told = sentence % {"found": len(cells), "wanted": len(names)}
            faults.add(number, "", "cells_differ", told)
            continue
        yield number, dict(zip(names, cells, strict=True))
    if not count and faults.total == faults_before:
        faults.add(1, "", "no_rows", _("There is a header, but no row under it."))


def unmarked(cell: str) -> str:
    """Without the mark that our own files put before what a spreadsheet might run."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in {*FORMULA, "'"} else cell


def header_is_whole(
    names: list[str], faults: Faults, known: Collection[str], required: Iterable[str]
) -> bool:
    before = faults.total
    if not names:
        faults.add(0, "", "empty_file", _("The file is empty."))
        return False
    for name in required:
        if name not in names:
            faults.add(1, name, "column_missing", _("This column is missing."))
    unnamed, unknown = (
        _("Column %(place)s has no name."),
        _("This column is not known; remove it or rename it."),
    )
    for place, name in enumerate(names, 1):
        if not name:
            faults.add(1, "", "column_unnamed", unnamed % {"place": place})
        elif known and name not in known:
            faults.add(1, name, "column_unknown", unknown)
    for name in sorted({name for name in names if name and names.count(name) > 1}):
        faults.add(1, name, "column_twice", _("This column is there twice."))
    return faults.total == before


@contextmanager
def opened(source: Source) -> Iterator[IO[bytes]]:
    """Something that can be read and rewound; what the caller opened stays open."""
    if isinstance(source, bytes):
        yield io.BytesIO(source)
    elif isinstance(source, Path):
        with source.open("rb") as stream:
            yield stream
    else:
        yield source


def lines_of(stream: IO[bytes], bytes_max: int) -> Iterator[tuple[int, list[str]]]:
    size = stream.seek(0, io.SEEK_END)
    if size > bytes_max:
        sentence = _("The file is larger than %(most)s MB; split it.")
        raise FileUnreadable("file_too_large", sentence % {"most": bytes_max // 1024**2})
    stream.seek(0)
    head = stream.read(HEAD_BYTES)
    stream.seek(0)
    if head.startswith(b"PK\x03\x04"):
        return sheet_lines(stream)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        sentence = _("This is an old or protected workbook; save it as XLSX or CSV.")
        raise FileUnreadable("not_a_table", sentence)
    if head.startswith((b"%PDF", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"{", b"<")):
        raise FileUnreadable("not_a_table", _("This is not a table; save it as XLSX or CSV."))
    return csv_lines(stream, head)


def csv_lines(stream: IO[bytes], head: bytes) -> Iterator[tuple[int, list[str]]]:
    encoding = "utf-16" if head.startswith(UTF16) else "utf-8-sig"
    first = head.decode(encoding, "replace").splitlines()[:1]
    delimiter = max(DELIMITERS, key=(first or [""])[0].count)
    whole = encoding == "utf-16" or b"\n" not in head
    lines = wrapped(stream, encoding) if whole else decoded(stream)
    reader = csv.reader(checked(lines), delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            if len(cells) > COLUMNS_MAX:
                raise FileUnreadable("not_a_table", _("This is not a table."), number)
            yield number, cells
    except UnicodeDecodeError as error:
        sentence = _("This row is not UTF-8; save the file as “CSV UTF-8”.")
        raise FileUnreadable("not_utf8", sentence, number + 1) from error
    except csv.Error as error:
        sentence = _("The quotation marks do not close from this row on.")
        if "field limit" in str(error):
            sentence = _("A cell is longer than 131,072 characters, or its quotes do not close.")
        raise FileUnreadable("quotes_open", sentence, number + 1) from error


def decoded(stream: IO[bytes]) -> Iterator[str]:
    """Line by line, so that what is not UTF-8 has its row."""
    line = stream.readline(LINE_BYTES_MAX)
    yield line.decode("utf-8-sig")
    while line := stream.readline(LINE_BYTES_MAX):
        yield line.decode()


def wrapped(stream: IO[bytes], encoding: str) -> Iterator[str]:
    text = io.TextIOWrapper(stream, encoding=encoding, newline="")
    try:
        while line := text.readline(LINE_BYTES_MAX):
            yield line
    finally:
        text.detach()


def checked(lines: Iterator[str]) -> Iterator[str]:
    """A file that is no text does not get into memory as one line."""
    for number, line in enumerate(lines, 1):
        if "\x00" in line:
            raise FileUnreadable("not_text", _("This is not a text file."), number)
        if len(line) >= LINE_CHARACTERS_MAX:
            sentence = _("A line is longer than a million characters; this is not such a table.")
            raise FileUnreadable("line_too_long", sentence, number)
        yield line


def sheet_lines(stream: IO[bytes]) -> Iterator[tuple[int, list[str]]]:
    from openpyxl import load_workbook

    broken = FileUnreadable("not_a_workbook", _("The workbook is damaged or not XLSX."))
    try:
        with zipfile.ZipFile(stream) as packed:
            parts = packed.infolist()
        if sum(part.file_size for part in parts) > UNPACKED_BYTES_MAX:
            raise FileUnreadable("file_too_large", _("The workbook is too large; split it."))
        if not any(part.filename == "xl/workbook.xml" for part in parts):
            raise broken
        stream.seek(0)
        book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        if not book.worksheets:
            raise broken
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what the file says of its size need not be true
        for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
            yield number, [cell_text(value) for value in cells[:COLUMNS_MAX]]
        book.close()
    except FileUnreadable:
        raise
    except Exception as error:  # whatever a damaged archive or sheet makes the reader raise
        raise broken from error


def cell_text(value: Any) -> str:
    """A cell as the CSV of the same table would say it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        whole_day = value.time() == time()
        return value.date().isoformat() if whole_day else value.isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value)
