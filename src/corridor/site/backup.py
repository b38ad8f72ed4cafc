"""One file that holds the whole site: its database, its documents, and a list of checksums.

Made while the site runs, under another name first and renamed when it is whole and on the disk: a
backup that stands under its name is complete, whatever happened meanwhile.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext_lazy as _

from corridor import __version__
from corridor.kernel.actors.api import CorridorError

FORMAT = 1
MANIFEST = "manifest.json"
DATABASES = {"sqlite": "database.sqlite3", "postgresql": "database.pgdump"}
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
CHUNK_BYTES = 1024 * 1024


class BackupRefused(CorridorError):
    code = "site.backup_refused"


class DiskFull(CorridorError):
    code = "site.disk_full"
    status = 507
    sentence = _(
        "The disk of %(folder)s is full: the backup was not made and nothing is left of it. Free "
        "some room, or name a file on another disk."
    )


@dataclass(frozen=True, kw_only=True)
class Kept:
    """One file of a backup."""

    bytes: int
    sha256: str


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """What a backup holds; `files` by their names in it."""

    format: int
    corridor: str
    made_at: str
    engine: str
    files: dict[str, Kept]

    def as_json(self) -> str:
        return json.dumps(asdict(self), indent=1, sort_keys=True)


def backup(target: Path, *, now: datetime) -> Manifest:
    """Write the site into the new file `target`; BackupRefused or DiskFull leave nothing."""
    target = target.resolve()
    if target.exists():
        raise BackupRefused(_("%(file)s is there already; name a new file."), file=target)
    if not target.parent.is_dir():
        raise BackupRefused(_("There is no folder %(folder)s."), folder=target.parent)
    snapshot = target.with_name(f".{target.name}.database")
    part = target.with_name(f".{target.name}.part")
    try:
        with room_for(target.parent):
            take_snapshot(snapshot)
            manifest = write_archive(part, snapshot, now=now)
            part.replace(target)
            flush_folder(target.parent)
    finally:
        for left in (part, *snapshot_files(snapshot)):
            left.unlink(missing_ok=True)
    return manifest


def snapshot_files(snapshot: Path) -> list[Path]:
    """The copied database, and what SQLite may have laid beside it when it ran out of room."""
    return [snapshot.with_name(snapshot.name + end) for end in ("", "-journal", "-wal", "-shm")]


@contextmanager
def room_for(folder: Path) -> Iterator[None]:
    """A full disk as a sentence, however it shows."""
    try:
        yield
    except OSError as error:
        if error.errno in NO_ROOM:
            raise DiskFull(folder=folder) from error
        raise BackupRefused(
            _("The backup cannot be written: %(reason)s."), reason=error.strerror or str(error)
        ) from error
    except sqlite3.Error as error:
        if "full" in str(error):
            raise DiskFull(folder=folder) from error
        raise BackupRefused(
            _("The database cannot be copied: %(reason)s."), reason=str(error)
        ) from error


def take_snapshot(snapshot: Path) -> None:
    """The database as it is at one moment, while others go on writing."""
    snapshot.unlink(missing_ok=True)
    if connection.vendor == "sqlite":
        name = settings_of_database()["NAME"]
        with (
            closing(sqlite3.connect(name, timeout=20)) as live,
            closing(sqlite3.connect(snapshot)) as copy,
        ):
            live.backup(copy)
            # One file, to be read anywhere: no write-ahead log beside it.
            copy.execute("PRAGMA journal_mode=DELETE")
        return
    run_postgres("pg_dump", "--format=custom", "--no-owner", f"--file={snapshot}")


def settings_of_database() -> dict[str, Any]:
    return connection.settings_dict


def run_postgres(program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's own programs on our database; its last complaint becomes ours."""
    if shutil.which(program) is None:
        raise BackupRefused(
            _("%(program)s is not here. Install PostgreSQL's client programs."), program=program
        )
    held = settings_of_database()
    environment = {
        **os.environ,
        "PGHOST": str(held.get("HOST") or "localhost"),
        "PGPORT": str(held.get("PORT") or 5432),
        "PGUSER": str(held.get("USER") or ""),
        "PGPASSWORD": str(held.get("PASSWORD") or ""),
        "PGDATABASE": str(held["NAME"]),
    }
    done = subprocess.run(  # noqa: S603
        [program, *arguments], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        if "No space left" in done.stderr:
            raise OSError(errno.ENOSPC, "No space left on device")
        reason = (done.stderr.strip().splitlines() or [program])[-1]
        raise BackupRefused(_("PostgreSQL refused: %(reason)s"), reason=reason)


def write_archive(part: Path, snapshot: Path, *, now: datetime) -> Manifest:
    """Database first, files after: each file the database knows is then there too."""
    kept: dict[str, Kept] = {}
    with part.open("wb") as file:
        os.fchmod(file.fileno(), 0o600)
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archive:
            for name, path in members(snapshot):
                # A document removed this moment is not there to be kept.
                with suppress(FileNotFoundError):
                    kept[name] = add(archive, name, path)
            manifest = Manifest(
                format=FORMAT,
                corridor=__version__,
                made_at=now.isoformat(),
                engine=connection.vendor,
                files=kept,
            )
            archive.writestr(MANIFEST, manifest.as_json())
        file.flush()
        os.fsync(file.fileno())
    return manifest


def members(snapshot: Path) -> Iterator[tuple[str, Path]]:
    yield DATABASES[connection.vendor], snapshot
    for name, folder in folders().items():
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield f"{name}/{path.relative_to(folder).as_posix()}", path


def folders() -> dict[str, Path]:
    """What the database points at and does not hold: documents, and the inputs rounds replay."""
    return {"documents": Path(settings.MEDIA_ROOT), "rounds": Path(settings.HOME) / "rounds"}


def add(archive: zipfile.ZipFile, name: str, path: Path) -> Kept:
    with path.open("rb") as source, archive.open(name, "w", force_zip64=True) as target:
        return copy(source, target)


def copy(source: IO[bytes], target: IO[bytes]) -> Kept:
    """Copy piece by piece; what was copied."""
    checksum, size = hashlib.sha256(), 0
    while piece := source.read(CHUNK_BYTES):
        target.write(piece)
        checksum.update(piece)
        size += len(piece)
    return Kept(bytes=size, sha256=checksum.hexdigest())


def flush_folder(folder: Path) -> None:
    """The new name itself must outlive a power cut."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
