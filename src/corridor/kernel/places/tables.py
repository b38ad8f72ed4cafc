"""Publishers' CSV files, read row by row in bounded memory, with every fault named by its place."""

from __future__ import annotations

import csv
import gzip
import hashlib
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from io import BufferedReader
from pathlib import Path

from django.utils.translation import gettext as _

from corridor.kernel.places.errors import LoadError, LoadRefused

ERRORS_KEPT_MAX = 500
LINE_BYTES_MAX = 1_000_000
CHUNK_BYTES = 1 << 20
Row = dict[str, str]


class Findings:
    """What reading brought up: faults that refuse the whole load, and notes that do not."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.errors: list[LoadError] = []
        self.total = 0
        self.notes: Counter[str] = Counter()

    def fault(self, file: str, row: int, column: str, message: str) -> None:
        self.total += 1
        if len(self.errors) < ERRORS_KEPT_MAX:
            self.errors.append(LoadError(file, row, column, message))

    def note(self, message: str) -> None:
        self.notes[message] += 1

    def refuse_if_any(self) -> None:
        """Raise LoadRefused if there was any fault."""
        if self.total:
            raise LoadRefused(name=self.name, errors=self.errors, total=self.total)


def rows_of(path: Path, columns: Iterable[str], findings: Findings) -> Iterator[tuple[int, Row]]:
    """The rows of a CSV file, gzipped or not, as (row number, cells by column).

    Faults go to `findings`: not UTF-8, empty, cut short, a column of `columns` missing, a row with
    too few or too many cells. Rows count as a spreadsheet does: the header is row 1.
    """
    reader = csv.reader(lines_of(path, findings), strict=True)
    row = 0
    try:
        header = next(reader, None)
        if header is None:
            findings.fault(path.name, 0, "", _("the file is empty"))
            return
        row = 1
        if not header_is_whole(path.name, header, columns, findings):
            return
        for row, cells in enumerate(reader, 2):
            if len(cells) == len(header):
                yield row, dict(zip(header, cells, strict=True))
            elif cells:
                message = _("there are %(found)s cells; the header has %(wanted)s")
                values = {"found": len(cells), "wanted": len(header)}
                findings.fault(path.name, row, "", message % values)
    except Unreadable as unreadable:
        findings.fault(path.name, row + 1, "", str(unreadable))
    except csv.Error as error:
        message = _("the row cannot be read as CSV (%(reason)s)") % {"reason": error}
        findings.fault(path.name, row + 1, "", message)


def header_is_whole(
    file: str, header: list[str], columns: Iterable[str], findings: Findings
) -> bool:
    missing = [column for column in columns if column not in header]
    twice = [column for column, times in Counter(header).items() if times > 1]
    for column in missing:
        found = ", ".join(header[:20])
        findings.fault(
            file, 1, column, _("the column is missing; there are: %(found)s") % {"found": found}
        )
    for column in twice:
        findings.fault(file, 1, column, _("the column is there twice"))
    return not missing and not twice


class Unreadable(Exception):
    """The bytes end or are not text; the message says how."""


def lines_of(path: Path, findings: Findings) -> Iterator[str]:
    """The lines of a UTF-8 file, decoded one at a time so that a fault has its row."""
    try:
        with opened(path) as stream:
            first = True
            while line := stream.readline(LINE_BYTES_MAX):
                if first and line.startswith((b"\xff\xfe", b"\xfe\xff")):
                    raise Unreadable(_("the file is UTF-16; save it as UTF-8"))
                yield decoded(line, first=first)
                first = False
    except (EOFError, zlib.error) as error:
        raise Unreadable(_("the gzip file is cut short or damaged; fetch it again")) from error
    except gzip.BadGzipFile as error:
        raise Unreadable(_("the file is not gzip, though its name says so")) from error
    except OSError as error:
        message = _("the file cannot be read (%(reason)s)") % {"reason": error.strerror}
        raise Unreadable(message) from error


def decoded(line: bytes, *, first: bool) -> str:
    if len(line) >= LINE_BYTES_MAX and not line.endswith(b"\n"):
        raise Unreadable(_("a line is longer than a million bytes; this is not such a table"))
    if b"\0" in line:
        raise Unreadable(_("there is a zero byte; this is not a text file"))
    try:
        return line.decode("utf-8-sig" if first else "utf-8")
    except UnicodeDecodeError as error:
        message = _("byte %(position)s is not UTF-8; save the file as UTF-8")
        raise Unreadable(message % {"position": error.start + 1}) from error


def opened(path: Path) -> gzip.GzipFile | BufferedReader:
    return gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb")


def checksum(paths: Iterable[Path]) -> str:
    """SHA-256 over names and bytes, so that the same files are known again."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(path.name.encode())
        with path.open("rb") as stream:
            while chunk := stream.read(CHUNK_BYTES):
                total.update(chunk)
    return total.hexdigest()
