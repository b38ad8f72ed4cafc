"""A disk that is really full: nothing half-done is left, it is said in a sentence, it mends."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.utils import timezone
from tests.house.small_disk import fill, small_disk

from corridor.kernel.actors.api import SYSTEM
from corridor.kernel.documents import api as documents
from corridor.kernel.record.api import note
from corridor.site.backup import DiskFull, backup

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "postgresql" and shutil.which("pg_dump") is None,
        reason="pg_dump is not installed here",
    ),
]
PDF = b"%PDF-1.4\n" + b"x" * 300_000 + b"\n%%EOF"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk", mebibytes=16) as found:
        yield found


def test_a_backup_to_a_full_disk_is_refused_and_leaves_nothing(disk: Path) -> None:
    note(SYSTEM, "ferries.left", "ferries.Ferry:1")
    ballast = fill(disk, leave_kibibytes=64)
    with pytest.raises(DiskFull, match="is full"):
        backup(disk / "site.zip", now=timezone.now())
    assert [path.name for path in disk.iterdir()] == ["ballast"]
    ballast.unlink()
    backup(disk / "site.zip", now=timezone.now())
    assert (disk / "site.zip").stat().st_size > 1000


def test_an_upload_to_a_full_disk_leaves_neither_file_nor_row(disk: Path, settings) -> None:
    settings.MEDIA_ROOT = disk / "documents"
    ballast = fill(disk, leave_kibibytes=64)

    def upload() -> documents.Document:
        return documents.store_document(
            actor=SYSTEM,
            upload=ContentFile(PDF, name="passport.pdf"),
            kind="passport",
            owner="people.Person:1",
        )

    with pytest.raises(OSError, match="No space left") as full:
        upload()
    assert full.value.errno == errno.ENOSPC
    assert not [path for path in (disk / "documents").rglob("*") if path.is_file()]
    assert not documents.Document.objects.exists()
    ballast.unlink()
    assert upload().size_bytes == len(PDF)


def corridor(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "corridor.site.settings",
        "CORRIDOR_HOME": str(home),
        "DATABASE_URL": f"sqlite:///{home / 'corridor.sqlite3'}",
    }
    return subprocess.run(
        [sys.executable, "-m", "corridor.site.cli", *words],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_a_load_into_a_full_disk_is_refused_whole_and_works_once_there_is_room(disk: Path) -> None:
    assert corridor(disk, "manage", "migrate", "--verbosity=0").returncode == 0
    ballast = fill(disk, leave_kibibytes=256)
    refused = corridor(disk, "load", "starter")
    assert refused.returncode == 1, refused.stderr
    assert "full" in refused.stderr
    assert "Traceback" not in refused.stderr
    with sqlite3.connect(disk / "corridor.sqlite3") as held:
        assert held.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert held.execute("SELECT count(*) FROM places_country").fetchone() == (0,)
    ballast.unlink()
    assert corridor(disk, "load", "starter").returncode == 0
