"""What went into a round, kept as files that are never changed.

Each file is Parquet in the documented columns of the matching engine, so `corridor match` reads it
as it is; its name is its SHA-256.
"""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from django.conf import settings

from corridor.engines import matching
from corridor.services.rounds.errors import InputsChanged

SEVERAL = {
    "workers": ("isco", "skills", "languages", "licences", "permits"),
    "vacancies": (
        "skills_essential",
        "skills_optional",
        "languages",
        "countries",
        "licences",
        "permits",
    ),
    "applications": (),
    "facts": ("groups",),
}
SINGLE = {
    "workers": (
        "id",
        "eqf",
        "years",
        "nationality",
        "residence",
        "available_from",
        "birth_year",
    ),
    "vacancies": ("id", "isco", "eqf_min", "years_min", "start", "places"),
    "applications": ("vacancy", "worker"),
    "facts": ("worker", "family", "week"),
}


def folder() -> Path:
    return Path(settings.HOME) / "rounds"


def freeze(kind: str, rows: Sequence[Mapping[str, Any]]) -> str:
    """Keep these rows (a kind of SINGLE) durably; returns the SHA-256 that names them."""
    return kept(as_parquet(kind, rows))


def freeze_workers(workers: matching.Workers) -> str:
    """The same for the engine's own table of workers, however many they are."""
    return kept(workers_as_parquet(workers))


def kept(content: bytes) -> str:
    digest = hashlib.sha256(content).hexdigest()
    target = folder() / f"{digest}.parquet"
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if target.exists():
        return digest
    handle, temporary = tempfile.mkstemp(dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return digest


def frozen(digest: str) -> Path:
    """The file with this SHA-256. Raises InputsChanged when it is not what it was."""
    path = folder() / f"{digest}.parquet"
    if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
        raise InputsChanged(digest=digest)
    return path


def frozen_rows(digest: str) -> list[dict[str, Any]]:
    """The rows of such a file. Raises InputsChanged."""
    import pyarrow.parquet as pq

    rows: list[dict[str, Any]] = pq.read_table(frozen(digest)).to_pylist()
    return rows


def rows_of(
    digest: str, key: str, named: Collection[str], *, columns: Sequence[str]
) -> list[dict[str, Any]]:
    """Some columns of the rows with these keys alone. Raises InputsChanged."""
    import pyarrow.parquet as pq

    if not named:
        return []
    found = pq.read_table(
        frozen(digest), columns=[key, *columns], filters=[(key, "in", sorted(named))]
    )
    rows: list[dict[str, Any]] = found.to_pylist()
    return rows


def nationalities(workers_digest: str, workers: Collection[str]) -> dict[str, str]:
    """What was frozen as the nationality of these workers. Raises InputsChanged."""
    rows = rows_of(workers_digest, "id", workers, columns=("nationality",))
    return {row["id"]: row["nationality"] or "" for row in rows}


def as_parquet(kind: str, rows: Sequence[Mapping[str, Any]]) -> bytes:
    """The rows as Parquet; the same rows give the same bytes."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    columns: dict[str, Any] = {
        name: pa.array([_text(row.get(name)) for row in rows], pa.string()) for name in SINGLE[kind]
    }
    columns |= {
        name: pa.array([list(row.get(name) or ()) for row in rows], pa.list_(pa.string()))
        for name in SEVERAL[kind]
    }
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out, compression="zstd")
    return out.getvalue()


def _text(value: Any) -> str | None:
    return None if value is None or value == "" else str(value)


def workers_as_parquet(workers: matching.Workers) -> bytes:
    """The columns as `as_parquet` writes them, in pieces, so that memory stays small."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    singles = {name: pa.string() for name in SINGLE["workers"]}
    several = {name: pa.list_(pa.string()) for name in SEVERAL["workers"]}
    with pq.ParquetWriter(out, pa.schema(singles | several), compression="zstd") as writer:
        for part in workers.blocks(WORKERS_A_PIECE) if len(workers) else [workers]:
            columns = [_single(part, name) for name in singles]
            columns += [_ragged(getattr(part, name), levels=LEVELS.get(name)) for name in several]
            writer.write_table(pa.table(columns, schema=writer.schema))
    return out.getvalue()


WORKERS_A_PIECE = 100_000
# What a level is called after the colon; a level above the last is the last.
LEVELS = {
    "skills": ("", *map(str, matching.SKILL_LEVELS)),
    "languages": ("", *matching.CEFR),
}


def _single(workers: matching.Workers, name: str) -> Any:
    import pyarrow as pa

    held = getattr(workers, name)
    if name == "id":
        return pa.array(held, pa.string())
    if name == "available_from":
        return pa.array([None if day == "NaT" else day for day in held.astype(str).tolist()])
    if name in {"nationality", "residence"}:
        countries = pa.array(workers.country_names, pa.string())
        return countries.take(pa.array(held.astype("int64"), mask=held < 0))
    least = 0 if name == "years" else 1
    said = pa.array(held.astype("int64"), mask=held < least)
    return said.cast(pa.string())


def _ragged(column: matching.Ragged, *, levels: Sequence[str] | None) -> Any:
    """Lists of codes, or of `code:level`; each different text is made once."""
    import pyarrow as pa

    said = column.codes.astype("int64") * LEVELS_MAX
    if levels is not None and column.levels is not None:
        said += np.minimum(column.levels, len(levels) - 1)
    different, which = np.unique(said, return_inverse=True)
    texts = [
        f"{column.names[each // LEVELS_MAX]}:{levels[each % LEVELS_MAX]}"
        if levels
        else column.names[each // LEVELS_MAX]
        for each in different.tolist()
    ]
    values = pa.array(texts, pa.string()).take(pa.array(which))
    return pa.ListArray.from_arrays(pa.array(column.offsets.astype("int32")), values)


LEVELS_MAX = 8
