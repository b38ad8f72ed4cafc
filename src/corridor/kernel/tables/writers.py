"""A table as CSV, XLSX and JSON: streamed, and safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import IO, Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from corridor.kernel.tables.columns import Kind, Table, Value

FORMULA = ("=", "@", "+", "-", "\t", "\r")
BLOCK_BYTES = 64 * 1024
SHEET_ROWS_MAX = 1_048_576
CELL_CHARACTERS_MAX = 32_767
# Excel counts days from 1900 and cannot say an earlier one.
FIRST_DAY = date(1900, 3, 1)
NUMBER_FORMATS = {
    Kind.MONEY: "#,##0.00#",
    Kind.DATE: "yyyy-mm-dd",
    Kind.MOMENT: "yyyy-mm-dd hh:mm",
}
WIDTHS = {Kind.TEXT: 24, Kind.NUMBER: 12, Kind.MONEY: 14, Kind.DATE: 12, Kind.MOMENT: 18}


def safe(text: str) -> str:
    """Text that a spreadsheet does not run as a formula; `uploads` takes the mark off again."""
    return f"'{text}" if text.startswith((*FORMULA, "'")) else text


def spoken(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """The same blocks, each made in the language now spoken, also when it is sent much later."""
    language = translation.get_language() or "en"

    def each() -> Iterator[bytes]:
        while True:
            with translation.override(language):
                block = next(blocks, None)
            if block is None:
                return
            yield block

    return each()


def as_text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return str(value)
    return format(value, "f") if isinstance(value, Decimal) else safe(value)


def as_csv(table: Table, found: Iterable[Any]) -> Iterator[bytes]:
    """UTF-8 with the mark by which spreadsheets know it; dates as ISO, numbers with a point."""
    held = io.StringIO()
    writer = csv.writer(held)
    held.write("\ufeff")
    writer.writerow([safe(title) for title in table.titles])
    for piece in table.rows(found):
        writer.writerows([as_text(value) for value in cells] for cells in piece)
        yield held.getvalue().encode()
        held.seek(0)
        held.truncate()
    if rest := held.getvalue():
        yield rest.encode()


def as_json_value(value: Value) -> Any:
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat()
    if isinstance(value, date | Decimal):
        return str(value)
    return value


def as_json(table: Table, found: Iterable[Any]) -> Iterator[bytes]:
    """`{"items": [{name: value, …}, …], "count": n}`; amounts of money are text, to stay exact."""
    names, count = table.names, 0
    yield b'{"items": ['
    for piece in table.rows(found):
        lines = []
        for cells in piece:
            said = dict(zip(names, map(as_json_value, cells), strict=True))
            lines.append(("" if count == 0 else ",\n") + json.dumps(said, ensure_ascii=False))
            count += 1
        yield "".join(lines).encode()
    yield f'], "count": {count}}}\n'.encode()


def as_xlsx(table: Table, found: Iterable[Any]) -> Iterator[bytes]:
    """A workbook: heads stay in sight, dates are dates, and Arabic sheets begin at the right."""
    with tempfile.TemporaryFile() as held:
        workbook(table, found, held)
        held.seek(0)
        while block := held.read(BLOCK_BYTES):
            yield block


def workbook(table: Table, found: Iterable[Any], target: IO[bytes]) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet, left = None, 0
    for piece in table.rows(found):
        for cells in piece:
            if sheet is None or left == 0:
                sheet, left = new_sheet(book, table), SHEET_ROWS_MAX - 1
            sheet.append([sheet_cell(sheet, value, kind) for value, kind in paired(cells, table)])
            left -= 1
    if sheet is None:
        new_sheet(book, table)
    book.save(target)


def paired(cells: list[Value], table: Table) -> Iterator[tuple[Value, Kind]]:
    return zip(cells, table.kinds, strict=True)


def new_sheet(book: Any, table: Table) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    number = len(book.worksheets) + 1
    sheet = book.create_sheet(f"{table.name[:25]}{'' if number == 1 else f' {number}'}")
    sheet.sheet_view.rightToLeft = translation.get_language_bidi()
    sheet.freeze_panes = "A2"
    for place, kind in enumerate(table.kinds, 1):
        sheet.column_dimensions[get_column_letter(place)].width = WIDTHS[kind]
    heads = []
    for title in table.titles:
        cell = WriteOnlyCell(sheet, value=title)
        cell.data_type, cell.font = "s", Font(bold=True)
        heads.append(cell)
    sheet.append(heads)
    return sheet


def sheet_cell(sheet: Any, value: Value, kind: Kind) -> Any:
    """A cell of its kind. Text is never a formula, whatever it begins with."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if isinstance(value, bool):
        value = as_text(value)
    if isinstance(value, date) and date(value.year, value.month, value.day) < FIRST_DAY:
        value = as_text(value)
    if isinstance(value, datetime):
        value = timezone.localtime(value).replace(tzinfo=None)
    if value is None or value == "":
        return None
    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub("", value)[:CELL_CHARACTERS_MAX]
        cell = WriteOnlyCell(sheet, value=value)
        cell.data_type = "s"
        return cell
    if kind not in NUMBER_FORMATS:
        return value
    cell = WriteOnlyCell(sheet, value=value)
    cell.number_format = NUMBER_FORMATS[kind]
    return cell


Writer = Callable[[Table, Iterable[Any]], Iterator[bytes]]
FORMATS: dict[str, tuple[Writer, str]] = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (
        as_xlsx,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "json": (as_json, "application/json"),
}


def write(table: Table, found: Iterable[Any], stream: IO[bytes], *, kind: str = "csv") -> None:
    """The same for the command line: `write(TABLE, found, sys.stdout.buffer)`."""
    writer, _media_type = FORMATS[kind]
    for block in writer(table, found):
        stream.write(block)
