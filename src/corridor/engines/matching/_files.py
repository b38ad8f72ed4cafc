"""Worker and vacancy tables from CSV and Parquet, read in batches, refused whole."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from ._cells import Column, KnownCodes, vacancy_columns, worker_columns
from ._parse import BATCH_ROWS, TableReader
from ._schema import Vacancies, Workers

PathLike = str | os.PathLike[str]
CSV_BLOCK_BYTES = 8 << 20
HEADER_BYTES_MAX = 64 << 10


def read_workers(path: PathLike, *, known: KnownCodes | None = None) -> Workers:
    """Read a worker table from .csv or .parquet; raises TableRefused with every error."""
    return _read(path, worker_columns, known).workers()


def read_vacancies(path: PathLike, *, known: KnownCodes | None = None) -> Vacancies:
    """Read a vacancy table from .csv or .parquet; raises TableRefused with every error."""
    return _read(path, vacancy_columns, known).vacancies()


def _read(
    path: PathLike,
    columns: Callable[[KnownCodes], tuple[Column, ...]],
    known: KnownCodes | None,
) -> TableReader:
    file = Path(path)
    is_csv = file.suffix.lower() == ".csv"
    table = TableReader(columns(known or KnownCodes()), file.name, 2 if is_csv else 1)
    if not file.is_file():
        message = "there is no such file; check the path"
        table.errors.add(None, None, "no-file", message)
    elif is_csv:
        _read_csv(file, table)
    elif file.suffix.lower() in {".parquet", ".pq"}:
        _read_parquet(file, table)
    else:
        message = f"the ending {file.suffix!r} is not known; give a .csv or a .parquet file"
        table.errors.add(None, None, "unknown-format", message)
    if not table.rows:
        table.errors.refuse()
    return table


def _header(file: Path, table: TableReader) -> list[str] | None:
    with file.open("rb") as source:
        first = source.readline(HEADER_BYTES_MAX)
    try:
        text = first.decode("utf-8-sig")
    except UnicodeDecodeError:
        message = "the file is not in UTF-8; save it as 'CSV UTF-8' and try again"
        table.errors.add(None, None, "encoding", message)
        return None
    names = [name.strip() for name in next(csv.reader([text]), [])]
    if len(names) == 1 and (";" in text or "\t" in text):
        message = "columns are parted by something else than commas; save it with commas"
        table.errors.add(None, None, "separator", message)
        return None
    table.check_header(names)
    return names


def _read_csv(file: Path, table: TableReader) -> None:
    names = _header(file, table)
    if names is None or len(set(names)) < len(names):
        return

    def skip(row: pacsv.InvalidRow) -> str:
        message = f"this row has {row.actual_columns} cells; the header has {row.expected_columns}"
        table.errors.add_at(row.number, None, "cells", message)
        table.errors.skipped.append(row.number)
        return "skip"

    try:
        stream = pacsv.open_csv(
            file,
            pacsv.ReadOptions(
                column_names=names, skip_rows=1, block_size=CSV_BLOCK_BYTES, use_threads=False
            ),
            pacsv.ParseOptions(invalid_row_handler=skip, ignore_empty_lines=False),
            pacsv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.binary()), strings_can_be_null=False
            ),
        )
        for batch in stream:
            _feed_csv(batch, names, table)
    except pa.ArrowInvalid as error:
        if "Empty CSV" not in str(error):
            message = f"the file cannot be read as CSV: {str(error)[:200]}"
            table.errors.add(None, None, "not-csv", message)


def _feed_csv(batch: pa.RecordBatch, names: list[str], table: TableReader) -> None:
    columns = {}
    for name, cells in zip(names, batch.columns, strict=True):
        try:
            columns[name] = cells.cast(pa.string())
        except pa.ArrowInvalid:
            columns[name] = _mended(cells, name, table)
    table.feed(columns, len(batch))


def _mended(cells: pa.Array, name: str, table: TableReader) -> pa.Array:
    """The column with its unreadable cells blank, each noted as an error."""
    texts: list[str] = []
    for row, cell in enumerate(cells.to_pylist()):
        try:
            texts.append(cell.decode())
        except UnicodeDecodeError as error:
            message = f"byte {error.start + 1} of this cell is not UTF-8; save as 'CSV UTF-8'"
            table.errors.add(table.rows + row, name, "encoding", message)
            texts.append("unreadable" if name == "id" else "")
    return pa.array(texts, pa.string())


def _read_parquet(file: Path, table: TableReader) -> None:
    try:
        source = pq.ParquetFile(file)
        table.check_header(source.schema_arrow.names)
        known = [name for name in source.schema_arrow.names if name in table.columns]
        for batch in source.iter_batches(BATCH_ROWS, columns=known):
            columns = dict(_texts(batch, table))
            table.feed(columns, len(batch))
    except (pa.ArrowInvalid, OSError) as error:
        message = f"the file is not whole Parquet; write it again ({str(error)[:200]})"
        table.errors.add(None, None, "not-parquet", message)


def _texts(batch: pa.RecordBatch, table: TableReader) -> Iterator[tuple[str, pa.Array]]:
    for name, cells in zip(batch.schema.names, batch.columns, strict=True):
        several = table.columns[name].column.several
        wanted = pa.list_(pa.string()) if pa.types.is_list(cells.type) else pa.string()
        try:
            if pa.types.is_timestamp(cells.type):
                cells = pc.cast(cells, pa.date32(), safe=False)
            if pa.types.is_list(cells.type) and not several:
                raise pa.ArrowInvalid("a list")
            yield name, cells.cast(wanted)
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
            if table.rows == 0:
                shape = "text or a list of texts" if several else "text or a number"
                message = f"this column is stored as {cells.type}; store it as {shape}"
                table.errors.add(None, name, "wrong-type", message)
