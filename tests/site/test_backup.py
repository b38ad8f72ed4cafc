import errno
import json
import os
import shutil
import signal
import sqlite3
import zipfile
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone
from tests.house.processes import start
from typer.testing import CliRunner

from corridor.kernel.actors.api import SYSTEM
from corridor.kernel.record.api import note
from corridor.site import backup as module
from corridor.site.backup import BackupRefused, DiskFull, backup
from corridor.site.cli import build

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "postgresql" and shutil.which("pg_dump") is None,
        reason="pg_dump is not installed here",
    ),
]
NOW = timezone.now()


@pytest.fixture(autouse=True)
def vault(settings, tmp_path: Path) -> Path:
    settings.HOME = tmp_path  # other tests freeze their rounds in the shared one
    settings.MEDIA_ROOT = tmp_path / "documents"
    (settings.MEDIA_ROOT / "ab").mkdir(parents=True)
    (settings.MEDIA_ROOT / "ab" / "abcd").write_bytes(b"a passport")
    note(SYSTEM, "ferries.left", "ferries.Ferry:1")
    return settings.MEDIA_ROOT


def left_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {"documents"}


def test_a_backup_holds_the_database_the_documents_and_their_checksums(tmp_path: Path) -> None:
    manifest = backup(tmp_path / "site.zip", now=NOW)
    with zipfile.ZipFile(tmp_path / "site.zip") as archive:
        assert json.loads(archive.read("manifest.json"))["files"].keys() == manifest.files.keys()
        assert archive.read("documents/ab/abcd") == b"a passport"
    assert module.DATABASES[connection.vendor] in manifest.files
    assert left_in(tmp_path) == {"site.zip"}
    assert (tmp_path / "site.zip").stat().st_mode & 0o077 == 0


def test_it_can_be_made_while_somebody_writes(tmp_path: Path) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("pg_dump sees one snapshot by its own means")
    writing = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    writing.execute("BEGIN IMMEDIATE")
    writing.execute("UPDATE record_head SET lines = 99")
    backup(tmp_path / "site.zip", now=NOW)
    writing.execute("ROLLBACK")
    writing.close()
    with zipfile.ZipFile(tmp_path / "site.zip") as archive:
        archive.extract("database.sqlite3", tmp_path)
    with sqlite3.connect(tmp_path / "database.sqlite3") as copy:
        assert copy.execute("SELECT lines FROM record_head").fetchone() == (1,)


def test_a_backup_killed_half_way_leaves_nothing_under_its_name(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from django.utils import timezone\n"
        "from corridor.site import backup\n"
        "copy = backup.copy\n"
        "def halfway(source, target):\n"
        "    found = copy(source, target)\n"
        "    print('half', flush=True)\n"
        "    sys.stdin.readline()\n"
        "    return found\n"
        "backup.copy = halfway\n"
        "backup.backup(Path(sys.argv[1]), now=timezone.now())\n"
    )
    process = start(code, str(tmp_path / "site.zip"))
    assert process.stdout.readline() == "half\n"
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    assert not (tmp_path / "site.zip").exists()
    backup(tmp_path / "site.zip", now=NOW)
    assert left_in(tmp_path) == {"site.zip"}


@pytest.mark.parametrize(
    ("step", "error"),
    [
        ("copy", OSError(errno.ENOSPC, "No space left on device")),
        ("flush_folder", OSError(errno.EDQUOT, "Disk quota exceeded")),
        ("take_snapshot", sqlite3.OperationalError("database or disk is full")),
    ],
)
def test_a_full_disk_is_a_sentence_and_leaves_nothing(
    tmp_path: Path, monkeypatch, step: str, error: Exception
) -> None:
    def full(*_: object) -> None:
        raise error

    monkeypatch.setattr(module, step, full)
    with pytest.raises(DiskFull) as refused:
        backup(tmp_path / "site.zip", now=NOW)
    assert "is full" in str(refused.value)
    assert not [name for name in left_in(tmp_path) if name.startswith(".")]


def test_an_existing_file_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "site.zip").write_text("last year's")
    with pytest.raises(BackupRefused):
        backup(tmp_path / "site.zip", now=NOW)
    assert (tmp_path / "site.zip").read_text() == "last year's"
    with pytest.raises(BackupRefused):
        backup(tmp_path / "nowhere" / "site.zip", now=NOW)


def test_a_program_that_is_missing_is_named(monkeypatch) -> None:
    monkeypatch.setattr(module.shutil, "which", lambda _name: None)
    with pytest.raises(BackupRefused) as refused:
        module.run_postgres("pg_dump")
    assert "pg_dump is not here" in str(refused.value)


def test_the_command_says_what_it_wrote(tmp_path: Path) -> None:
    answer = CliRunner().invoke(build(), ["backup", str(tmp_path / "site.zip")])
    assert answer.exit_code == 0
    assert "2 files" in answer.output
