"""Put a backup in the place of the site: read and proved whole first, then exchanged.

Nothing is touched before every checksum, the database's own check and the record's chain are
right. What was there before is kept as a backup of its own.
"""

from __future__ import annotations

import fcntl
import json
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils.translation import gettext_lazy as _

from corridor.kernel.actors.api import CorridorError
from corridor.kernel.record import api as record
from corridor.site.backup import (
    DATABASES,
    FORMAT,
    MANIFEST,
    Kept,
    Manifest,
    backup,
    copy,
    folders,
    room_for,
    run_postgres,
    settings_of_database,
)


class RestoreRefused(CorridorError):
    code = "site.restore_refused"
    status = 409


@dataclass(frozen=True, kw_only=True)
class Restored:
    """What was put back; `before` is the backup of what was there, None for an empty site."""

    manifest: Manifest
    verdict: record.Verdict
    before: Path | None


def restore(source: Path, *, replace: bool, now: datetime) -> Restored:
    """Restore the backup `source`, or raise RestoreRefused and change nothing."""
    home = Path(settings.HOME)
    home.mkdir(parents=True, exist_ok=True)
    with (
        room_for(home),
        alone(home),
        tempfile.TemporaryDirectory(prefix=".restore-", dir=home) as room,
        opened(source) as archive,
    ):
        manifest = manifest_of(archive)
        unpack(archive, manifest, Path(room))
        database = Path(room) / DATABASES[manifest.engine]
        verdict = proved(database) if manifest.engine == "sqlite" else None
        before = None
        if not is_empty():
            if not replace:
                raise RestoreRefused(
                    _("This site is not empty. To put the backup in its place, add --replace.")
                )
            before = home / f"before-restore-{now:%Y%m%dT%H%M%S}.zip"
            backup(before, now=now)
        exchange(manifest, Path(room), database)
    verdict = verdict or record.verify()
    if not verdict.unbroken:
        raise RestoreRefused(
            _("The backup is in place, but its record is broken. %(fault)s"),
            fault=verdict.sentence,
        )
    return Restored(manifest=manifest, verdict=verdict, before=before)


@contextmanager
def alone(home: Path) -> Iterator[None]:
    """One restore at a time; what one that was killed left lying is swept up."""
    with (home / ".restore.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise RestoreRefused(
                _("Another restore is running. Wait until it has ended.")
            ) from error
        for left in home.glob(".restore-*"):
            shutil.rmtree(left)
        yield


def opened(source: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(source)
    except FileNotFoundError as error:
        raise RestoreRefused(_("There is no file %(file)s."), file=source) from error
    except (zipfile.BadZipFile, IsADirectoryError) as error:
        raise RestoreRefused(
            _("%(file)s is not a backup, or only a part of one."), file=source
        ) from error


def manifest_of(archive: zipfile.ZipFile) -> Manifest:
    """The manifest, with its members agreeing with the archive's and lying inside it."""
    try:
        held = json.loads(archive.read(MANIFEST))
        files = {name: Kept(**kept) for name, kept in held.pop("files").items()}
        manifest = Manifest(files=files, **held)
    except (KeyError, ValueError, TypeError, AttributeError, zipfile.BadZipFile) as error:
        raise RestoreRefused(_("The backup has no readable list of its files.")) from error
    if manifest.format != FORMAT:
        raise RestoreRefused(
            _("The backup is of format %(format)s, made by Corridor %(version)s; use that one."),
            format=manifest.format,
            version=manifest.corridor,
        )
    if manifest.engine != connection.vendor:
        raise RestoreRefused(
            _("The backup is of a %(theirs)s database, but DATABASE_URL names a %(ours)s one."),
            theirs=manifest.engine,
            ours=connection.vendor,
        )
    names = set(archive.namelist()) - {MANIFEST}
    strange = sorted(names ^ set(files)) + [name for name in sorted(names) if not inside(name)]
    if strange or DATABASES[manifest.engine] not in files:
        raise RestoreRefused(
            _("The backup's files are not those of its list: %(files)s."),
            files=", ".join(strange[:5]) or DATABASES[manifest.engine],
        )
    return manifest


def inside(name: str) -> bool:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        return False
    return len(path.parts) == 1 or path.parts[0] in folders()


def unpack(archive: zipfile.ZipFile, manifest: Manifest, room: Path) -> None:
    """Write every file into `room`, or refuse with all those whose contents changed."""
    damaged = []
    for name, kept in manifest.files.items():
        target = room / name
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with archive.open(name) as source, target.open("wb") as file:
                found = copy(source, file)
        except (zipfile.BadZipFile, EOFError, ValueError) as error:
            found = Kept(bytes=0, sha256=type(error).__name__)
        if found != kept:
            damaged.append(name)
    if damaged:
        raise RestoreRefused(
            _("The backup is damaged: %(files)s differ from what was saved."),
            files=", ".join(damaged[:5]),
        )


def proved(database: Path) -> record.Verdict:
    """A SQLite file that is sound, and whose record is unbroken."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as held:
        try:
            (answer,) = held.execute("PRAGMA integrity_check(1)").fetchone()
            roots = held.execute(
                "SELECT lines, hash FROM record_root UNION SELECT lines, hash FROM record_head"
            )
            known = [record.Checkpoint(lines=lines, hash=digest) for lines, digest in roots]
            verdict = record.walk(entries_of(held), known)
        except sqlite3.DatabaseError as error:
            raise RestoreRefused(
                _("The backup's database cannot be read: %(reason)s."), reason=str(error)
            ) from error
    if answer != "ok":
        raise RestoreRefused(_("The backup's database is damaged: %(reason)s."), reason=answer)
    if not verdict.unbroken:
        raise RestoreRefused(_("The backup's record is broken. %(fault)s"), fault=verdict.sentence)
    return verdict


def entries_of(held: sqlite3.Connection) -> Iterator[dict[str, Any]]:
    fields = "id, at, actor, door, verb, subject, facts, hash_before, hash"
    for row in held.execute(f"SELECT {fields} FROM record_entry ORDER BY id"):  # noqa: S608
        entry = dict(zip(fields.split(", "), row, strict=True))
        entry["at"] = datetime.fromisoformat(entry["at"]).replace(tzinfo=UTC)
        entry["facts"] = json.loads(entry["facts"])
        yield entry


def is_empty() -> bool:
    """Whether nothing was ever done here: no tables yet, or no line in the record."""
    try:
        return not record.Entry.objects.exists()
    except DatabaseError:
        return True


def exchange(manifest: Manifest, room: Path, database: Path) -> None:
    """Files in, database over, other files out: no moment lacks a file the database names."""
    wanted = {name for name in manifest.files if "/" in name}
    for name in sorted(wanted):
        top, _slash, rest = name.partition("/")
        target = folders()[top] / rest
        target.parent.mkdir(parents=True, exist_ok=True)
        (room / name).replace(target)
    put_database(database)
    for top, folder in folders().items():
        for path in folder.rglob("*"):
            if path.is_file() and f"{top}/{path.relative_to(folder).as_posix()}" not in wanted:
                path.unlink()


def put_database(database: Path) -> None:
    """In one transaction of the database itself: a process killed here changes nothing."""
    connection.close()
    if connection.vendor != "sqlite":
        run_postgres(
            "pg_restore",
            *("--clean", "--if-exists", "--no-owner", "--single-transaction"),
            f"--dbname={settings_of_database()['NAME']}",
            str(database),
        )
        return
    name = settings_of_database()["NAME"]
    with (
        closing(sqlite3.connect(database)) as source,
        closing(sqlite3.connect(name, timeout=20)) as live,
    ):
        source.backup(live)
        live.execute("PRAGMA journal_mode=WAL")
