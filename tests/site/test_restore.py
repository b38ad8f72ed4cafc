import json
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone
from tests.house.flush import guards_down
from tests.house.processes import start
from typer.testing import CliRunner

from corridor.kernel.actors.api import SYSTEM
from corridor.kernel.record.api import Entry, note, verify
from corridor.site.backup import backup
from corridor.site.cli import build
from corridor.site.restore import RestoreRefused, alone, inside, restore

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "postgresql" and shutil.which("pg_restore") is None,
        reason="pg_restore is not installed here",
    ),
]
NOW = timezone.now()


@pytest.fixture
def saved(settings, tmp_path: Path) -> Path:
    """A backup of a site with one line and one document; both changed since."""
    settings.HOME = tmp_path
    settings.MEDIA_ROOT = tmp_path / "documents"
    settings.MEDIA_ROOT.mkdir()
    (settings.MEDIA_ROOT / "old").write_bytes(b"a passport")
    (tmp_path / "rounds").mkdir()
    (tmp_path / "rounds" / "old.parquet").write_bytes(b"who took part")
    note(SYSTEM, "ferries.left", "ferries.Ferry:1")
    backup(tmp_path / "site.zip", now=NOW)
    note(SYSTEM, "ferries.sank", "ferries.Ferry:1")
    (settings.MEDIA_ROOT / "old").unlink()
    (tmp_path / "rounds" / "old.parquet").rename(tmp_path / "rounds" / "new.parquet")
    (settings.MEDIA_ROOT / "new").write_bytes(b"a visa")
    return tmp_path / "site.zip"


def verbs() -> list[str]:
    return list(Entry.objects.values_list("verb", flat=True))


def test_a_restored_site_is_the_one_that_was_saved(saved: Path, tmp_path: Path) -> None:
    restored = restore(saved, replace=True, now=NOW)
    assert verbs() == ["ferries.left"]
    assert verify().unbroken
    assert {path.name for path in (tmp_path / "documents").iterdir()} == {"old"}
    assert (tmp_path / "documents" / "old").read_bytes() == b"a passport"
    assert {path.name for path in (tmp_path / "rounds").iterdir()} == {"old.parquet"}
    note(SYSTEM, "ferries.left", "ferries.Ferry:2")
    assert verify().lines == 2
    # What was there before is itself a backup.
    restore(restored.before, replace=True, now=timezone.now())
    assert verbs() == ["ferries.left", "ferries.sank"]


def test_a_site_that_is_not_empty_is_not_replaced_unasked(saved: Path) -> None:
    with pytest.raises(RestoreRefused) as refused:
        restore(saved, replace=False, now=NOW)
    assert "--replace" in str(refused.value)
    assert verbs() == ["ferries.left", "ferries.sank"]


def changed(source: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    with zipfile.ZipFile(source) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    change(held)
    target = source.with_name("changed.zip")
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in held.items():
            archive.writestr(name, content)
    return target


def with_manifest(held: dict[str, bytes], **changes: object) -> None:
    held["manifest.json"] = json.dumps(json.loads(held["manifest.json"]) | changes).encode()


BAD: dict[str, tuple[Callable[[dict[str, bytes]], object], str]] = {
    "a changed document": (
        lambda held: held.update({"documents/old": b"another"}),
        "documents/old differ",
    ),
    "a missing document": (lambda held: held.pop("documents/old"), "documents/old"),
    "a file too many": (lambda held: held.update({"documents/x": b""}), "documents/x"),
    "no list": (lambda held: held.pop("manifest.json"), "no readable list"),
    "a list that is none": (
        lambda held: held.update({"manifest.json": b"[]"}),
        "no readable list",
    ),
    "a later format": (lambda held: with_manifest(held, format=9), "format 9"),
    "another database": (lambda held: with_manifest(held, engine="oracle"), "oracle"),
}


@pytest.mark.parametrize("what", BAD)
def test_a_damaged_backup_is_refused_and_nothing_changes(
    saved: Path, tmp_path: Path, what: str
) -> None:
    change, reason = BAD[what]
    with pytest.raises(RestoreRefused) as refused:
        restore(changed(saved, change), replace=True, now=NOW)
    assert reason in str(refused.value)
    assert verbs() == ["ferries.left", "ferries.sank"]
    assert (tmp_path / "documents" / "new").exists()
    assert not list(tmp_path.glob(".restore-*"))


@pytest.mark.parametrize("content", [b"", b"not a backup", None])
def test_what_is_no_backup_is_refused(saved: Path, tmp_path: Path, content: bytes | None) -> None:
    if content is None:
        content = saved.read_bytes()[:-100]
    (tmp_path / "other.zip").write_bytes(content)
    with pytest.raises(RestoreRefused):
        restore(tmp_path / "other.zip", replace=True, now=NOW)
    with pytest.raises(RestoreRefused):
        restore(tmp_path / "nowhere.zip", replace=True, now=NOW)


def test_a_backup_with_a_forged_record_is_refused(saved: Path, tmp_path: Path) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("on PostgreSQL the record is verified once it is in place")
    with guards_down(connection), connection.cursor() as cursor:
        cursor.execute("UPDATE record_entry SET verb = 'ferries.flew' WHERE id = 1")
    backup(tmp_path / "forged.zip", now=NOW)
    with pytest.raises(RestoreRefused) as refused:
        restore(tmp_path / "forged.zip", replace=True, now=NOW)
    assert "Line 1 was changed" in str(refused.value)


def test_a_reader_of_the_old_site_is_not_disturbed(saved: Path) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL exchanges the tables in one transaction")
    with sqlite3.connect(connection.settings_dict["NAME"]) as reader:
        assert reader.execute("SELECT count(*) FROM record_entry").fetchone() == (2,)
        restore(saved, replace=True, now=NOW)
        assert reader.execute("SELECT count(*) FROM record_entry").fetchone() == (1,)


@pytest.mark.parametrize("name", ["../x", "/etc/passwd", "documents/../../x", "elsewhere/x"])
def test_a_name_that_leads_outside_is_seen(name: str) -> None:
    assert not inside(name)


def test_the_command_says_what_was_there_before(saved: Path) -> None:
    answer = CliRunner().invoke(build(), ["restore", str(saved), "--replace"])
    assert answer.exit_code == 0
    assert "is in place. The record is unbroken: 1 lines." in answer.output
    assert "before-restore-" in answer.output


KILLED = """
import os, signal, sys
from pathlib import Path
from django.conf import settings
from django.utils import timezone
from corridor.site import restore

settings.HOME, settings.MEDIA_ROOT = Path(sys.argv[2]), Path(sys.argv[2]) / "documents"

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

put = restore.put_database
def half(database):
    if restore.connection.vendor != "sqlite":
        die()
    restore.connection.close()
    name = restore.settings_of_database()["NAME"]
    with restore.sqlite3.connect(database) as source, restore.sqlite3.connect(name) as live:
        source.backup(live, pages=5, progress=die)

def after(database):
    put(database)
    die()

restore.put_database = {"before": die, "during": half, "after": after}[sys.argv[3]]
restore.restore(Path(sys.argv[1]), replace=True, now=timezone.now())
"""


@pytest.mark.parametrize("moment", ["before", "during", "after"])
def test_killed_in_the_middle_the_site_is_the_old_one_or_the_new_one_and_a_second_restore_works(
    saved: Path, tmp_path: Path, moment: str
) -> None:
    old, new = ["ferries.left", "ferries.sank"], ["ferries.left"]
    connection.close()
    process = start(KILLED, str(saved), str(tmp_path), moment)
    process.communicate(timeout=120)
    assert process.returncode == -9
    assert verbs() == (new if moment == "after" else old)
    assert verify().unbroken
    there = {path.name for path in (tmp_path / "documents").iterdir()}
    assert {"old", "new"} <= there, "whichever database it is, it misses no file"
    restored = restore(saved, replace=True, now=NOW)
    assert restored.verdict.unbroken
    assert verbs() == new
    assert {path.name for path in (tmp_path / "documents").iterdir()} == {"old"}
    assert not list(tmp_path.glob(".restore-*")), "what the killed one left is swept up"


def test_two_restores_do_not_run_at_once(saved: Path, tmp_path: Path) -> None:
    with alone(tmp_path), pytest.raises(RestoreRefused, match="Another restore is running"):
        restore(saved, replace=True, now=NOW)
    assert verbs() == ["ferries.left", "ferries.sank"]
